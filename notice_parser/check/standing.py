"""What a whole sentence does for the data subject: for sentences that came or went without a counterpart."""

import re
from collections.abc import Iterator

from notice_parser.check.channels import UPDATES
from notice_parser.check.effects import BETTER, EVEN, WORSE, Effect, bent, is_duty
from notice_parser.check.hollow import is_hollow, is_logged, is_own_doing, is_title
from notice_parser.check.moved import BURDEN, DUTY, SENSITIVE, is_definition, leaning
from notice_parser.check.reading import Act, Reading
from notice_parser.check.slots import SLOT
from notice_parser.check.terms import Term

# "For more information", "To learn more", "see section 4", "click here", "as described below", "please refer to"
POINTER = re.compile(
    r"\b(?:for (?:more|further|additional) (?:information|details?)|to (?:learn|find out|read|see) more|learn more|more information (?:about|on)|find out more|please (?:see|refer|read|visit|review)|refer to|(?:click|tap) here|(?:see|described|explained|set out|listed) (?:below|above)|(?:^\\W*|, |please )see (?:the |our |section)|you (?:can|may) (?:find|read|learn|(?:access|view|see|visit) (?:our|the|this|a list|more))|this (?:section|page) (?:describes|explains))\b",
    re.IGNORECASE,
)
# "Last updated: 1 May 2024", "Effective 2024-05-01", "Version 3", "This policy was expanded on …"
DATELINE = re.compile(
    r"\b(?:updat|effective|revis|version|last modified|expanded|amended|in force|posted|published|dated|as of)",
    re.IGNORECASE,
)
# "you can opt out", "to opt out", "you have the right", "you may request", "your consent before", "with your consent"
CHOICE = re.compile(
    r"\b(?:(?:you|users|customers|members|patients|parents|individuals|anyone|everyone|tenants|pupils|students|subscribers|passengers|guests|players|readers|clients|adults|residents|policyholders|borrowers) (?:can|may|will always be able to|are able to|have the (?:right|option|choice)|are entitled|also have|could|will be able to)|(?:(?:want|wish|like|choose|prefer|able) |^\W*)to (?:opt[ -]out|unsubscribe|exercise|object|withdraw|limit|delete|access|correct|stop|complain)|(?:right|option|choice) to|free to|on (?:your |their )?request\b|upon request|at your request|(?:can|may) (?:request|inspect|object|complain|withdraw|refuse|decline)\b|you can (?:ask|choose|contact)|contact us|(?:ask for|obtain|seek|get|request) (?:your|their|any) (?:\w+ ){0,2}(?:consent|permission)\b|before (?:using|sharing|collecting|we)\b.{0,40}consent)\b",
    re.IGNORECASE,
)


# "Thank you for choosing us", "Welcome to"
GREETING = re.compile(r"\W*(?:thank(?:s| you)|welcome|we hope|hello|dear)\b", re.IGNORECASE)
# "approved or declined automatically", "an algorithm decides on your application", "without human review"
DECIDES = re.compile(
    r"\b(?:turn(?:ed|s)? down|approv|declin|reject|accept|refus|eligib|decid|decision|scor|rank|assess|screen|select|grant|deni)\w*\b.{0,60}\b(?:automatic|algorithm|by (?:a |an |our |the )?(?:\w+ )?(?:software|computer|machine|system|model)|without (?:any )?human)|\b(?:automatic(?:ally)?|automated|algorithm(?:ic)?|software|computer|machine|model)\b.{0,30}\b(?:approv|declin|reject|accepts|refus|eligib|decid|decision|scor|rank|assess)",
    re.IGNORECASE,
)
# "Use the command to get a copy", "Go to your settings to opt out"
OFFER = re.compile(
    r"\W*(?:please )?(?:choose|press|tap|tick|pick|reply|text|use|go|click|visit|email|write|contact|call|send|select|navigate|check|open|ask|fill|adjust|change|log|sign)\b.{0,80}\b(?:copy|opt|delet|request|access|unsubscribe|object|choices?|preferences?|settings?|rights?|withdraw|stop|disable)",
    re.IGNORECASE,
)
# "To protect you against fraud", "For analytics"
PURPOSE = re.compile(
    r"\W*(?:to \w+(?! by| us at)|for (?:the )?(?:purposes? of )?\w+ing)\b(?!.*,\s*(?:we|you|please|contact|click|go|visit|(?-i:[A-Z])[\w.&’'-]*(?: (?-i:[A-Z])[\w.&’'-]*){0,3} (?:will|may|can|has|is|does|uses|takes|keeps|asks|requires))\b)",
    re.IGNORECASE,
)


def is_pointer(reading: Reading) -> bool:
    """Whether the sentence only greets the reader or sends him elsewhere."""
    if GREETING.match(reading.text):
        return True
    if not POINTER.search(reading.text) or reading.has("basis"):
        return False
    return not any(
        act.actor == "we" and act.scope == "main" and act.action not in {"notify", "contact", "ask", "other"}
        for act in reading.acts
    )


def is_dateline(reading: Reading) -> bool:
    """Whether the sentence only dates the notice, or stands in a log of its versions."""
    dated = reading.has("date") or bool(re.search(r"\b(?:19|20)\d\d\b", reading.text))
    said = [term for term in reading.terms if term.kind not in {"light", "date", "number", "name", "pointer"}]
    if dated and len(said) <= 1:
        return True
    return (
        bool(DATELINE.search(reading.text))
        and (dated or reading.text.lstrip("*• -").startswith("Updated"))
        and len(reading.words) <= 40
        and not reading.has("period")
    )


WEB = re.compile(r"\W*(?:https?://|www\.)\S+\W*")  # a link that stands alone
KEEPS = frozenset({"retain"})  # what is kept "in a safe" is kept safe
GRAVE = frozenset({"automate", "train-ai", "sell"})  # acts that name the sentence wherever they stand in it


def standing(reading: Reading, intro: Reading | None = None, *, listed: bool = False) -> Iterator[Effect]:
    """The effects of the sentence as if it came; empty where it holds no promise."""
    if is_pointer(reading) or is_dateline(reading) or is_definition(reading) or WEB.fullmatch(reading.text):
        return
    if is_logged(reading) or (intro is None and (is_hollow(reading) or (not listed and is_title(reading)))):
        return
    if listed and intro is None and reading.text.rstrip().endswith(".") and is_fragment(reading, intro):
        return  # "7. Security data."
    if (not listed and is_fragment(reading, intro)) or reading.text.rstrip(" *_").endswith("?"):
        return
    if reading.text.rstrip().endswith(":") and not any(
        term.kind in SLOT or term.kind == "right" for term in reading.terms
    ):
        return  # it only introduces what follows
    leads = [act for act in (intro.acts if intro else ()) if act.scope == "main"]
    acts = [act for act in reading.acts if act.scope == "main"] or list(() if leads else reading.acts[:1])
    acts += [act for act in reading.acts if act.scope == "purpose" and act.action == "train-ai" and not act.negated]
    acts = sorted(
        (act for act in acts if act.action != "ask"),
        key=lambda act: (act.negated or act.action not in GRAVE, act.action in KEEPS),
    )
    denied = {act.action for act in acts if act.negated}
    acts = [act for act in acts if act.negated or act.action not in denied]  # a label repeats what is then ruled out
    yield from _lead(reading, intro, acts, leads)
    for number, act in enumerate(acts):
        yield _act(act, number, reading)
    if not acts and leads and intro:  # the item itself is what came under the act of the list
        yield _act(leads[0], 0, intro)._replace(after=shortened(reading))
    yield from _things(reading, acts, leads)
    if listed and not acts:
        yield from _row(reading)


def _lead(reading: Reading, intro: Reading | None, acts: list[Act], leads: list[Act]) -> Iterator[Effect]:
    """What the sentence as a whole says, before any single act: a duty, a burden, a choice, a purpose, a limit."""
    burden = BURDEN.search(reading.text)
    if DUTY.search(reading.text):
        yield _effect("duty", "duty", EVEN, 6.0, reading)
    if burden:
        yield _effect("burden", burden.group(), WORSE, 6.0, reading)
    elif _gives_choice(reading, intro, acts):
        choice = _choice(reading)
        yield _effect("choice" if reading.has("optout") else "right", choice, BETTER, 5.0, reading)._replace(
            after=_named(reading)
        )
    elif DECIDES.search(reading.text) and not reading.has("neg"):
        yield Effect("act", "automate", WORSE, 5.0, "", shortened(reading), "automate")
    elif PURPOSE.match(reading.text) and not (leads and bent(leads[0]) > 0):
        yield _effect("purpose", _purpose(reading), WORSE, 5.0, reading)
    elif reading.has("only") and acts and bent(acts[0]) < 0:
        yield _effect("limit", "only", BETTER, 5.0, reading)
    elif not acts and _promises(reading):
        yield _effect("act", "negated" if reading.has("neg") else "other", BETTER, 3.0, reading)


def _named(reading: Reading) -> str:
    """The words that offer the choice."""
    named = [term.text for term in reading.terms if term.kind in {"optout", "right"}]
    found = CHOICE.search(reading.text) or OFFER.match(reading.text)
    return next(iter(named), found.group() if found else shortened(reading))


def _gives_choice(reading: Reading, intro: Reading | None, acts: list[Act]) -> bool:
    """Whether it offers the data subject a right or a choice."""
    if intro is None and is_own_doing(reading):
        return False
    offered = _offered(intro) or CHOICE.search(reading.text) or OFFER.match(reading.text)
    if offered:
        return not any(act.negated and act.actor == "you" for act in acts)
    return not PURPOSE.match(reading.text) and _may_refuse(reading, acts)


def is_fragment(reading: Reading, intro: Reading | None) -> bool:
    """Whether it is a title or label: a few words without a subject or a verb of its own."""
    stems = {word.stem for word in reading.words}
    verbless = not stems & {"we", "you", "they", "be", "hav", "have", "it"} and not reading.has("modal")
    if reading.has("address"):
        return False
    return intro is None and verbless and len(reading.words) <= 4 and not reading.has("right", "right")


def _purpose(reading: Reading) -> str:
    return next((term.value for term in reading.terms if term.kind == "purpose"), "service")


def _may_refuse(reading: Reading, acts: list[Act]) -> bool:
    """Whether it tells of a refusal or withdrawal that nobody but the data subject can mean."""
    refused = any(act.action == "opt-out" and act.actor in {"", "you"} and act.scope != "if" for act in reading.acts)
    return refused and not any(act.actor == "we" or act.negated for act in acts)


def _promises(reading: Reading) -> bool:
    """Whether the controller says of itself, in words outside the tables, what it never or always does."""
    ours = any(word.stem == "we" for word in reading.words) or (reading.words[:1] and reading.words[0].stem == "our")
    firm = reading.has("neg") or reading.has("modal", "will") or reading.has("modal", "must") or reading.has("if", "if")
    return bool(ours) and firm and not reading.has("hedge")


def _offered(intro: Reading | None) -> bool:
    """Whether the item stands in a list of rights or choices."""
    return intro is not None and (intro.has("right", "right") or bool(CHOICE.search(intro.text)))


def _row(reading: Reading) -> Iterator[Effect]:
    """The names and places of a row or item: a list of recipients names them without a verb."""
    for term in reading.terms:
        if term.kind == "place" or (term.kind == "people" and term.value == "region"):
            yield Effect("name", term.value, leaning(reading) or WORSE, 1.0, "", term.text)


def _choice(reading: Reading) -> str:
    named = [term.value for term in reading.terms if term.kind in {"optout", "right"}]
    found = next((value for value in named if value in {"withdraw", "complain"}), next(iter(named), ""))
    return found or "right"


def _act(act: Act, number: int, reading: Reading) -> Effect:
    if act.action == "retain" and not act.negated and reading.has("period") and not reading.has("retain"):
        period = next(term.text for term in reading.terms if term.kind == "period")
        return Effect("retention", "time", BETTER, 3.0 if number == 0 else 0.5, "", period, act.action)
    slot = "duty" if is_duty(act) else "act"
    sign = (
        EVEN
        if is_duty(act)
        or (act.actor == "you" and not act.negated and act.modality == "practice" and act.action != "access")
        else bent(act)
    )
    value = "negated" if act.negated else act.action
    return Effect(slot, value, sign, 3.0 if number == 0 else 0.5, "", _phrase(reading, act), act.action)


def _phrase(reading: Reading, act: Act) -> str:
    """The act as it stands, with the negation before it and the words after it."""
    term = reading.terms[act.term]
    first = term.first
    for number in range(act.term - 1, max(-1, act.term - 5), -1):
        if reading.contexts[number].clause != act.clause:
            break
        if reading.terms[number].kind in {"neg", "modal"}:
            first = reading.terms[number].first
    return reading.phrase(first, term.last)


def _things(reading: Reading, acts: list[Act], leads: list[Act]) -> Iterator[Effect]:
    """The weighty words of the sentence, for the rules that name them."""
    main = acts[0] if acts else leads[0] if leads else None
    bend = bent(main) or leaning(reading)
    light = main is None and (reading.has("modal") or any(word.stem in {"be", "hav", "have"} for word in reading.words))
    for term in reading.terms:
        if term.kind in SLOT:
            slot = "sensitive" if term.kind == "data" and term.value in SENSITIVE else SLOT[term.kind]
            yield Effect(
                slot,
                term.value,
                bend,
                0.3 if light else 0.6 if term.value == "personal" else 1.0,
                "",
                term.text,
                main.action if main else "",
            )
        elif term.kind == "cost":
            yield Effect("cost", term.value, BETTER if term.value == "free" else WORSE, 3.0, "", term.text)
        elif (
            term.kind == "channel"
            and term.value != "page"
            and UPDATES.intersection(word.stem for word in reading.words)
        ):
            yield Effect("update", term.value, BETTER, 4.0, "", term.text)
        elif term.kind in {"safeguard", "right", "address", "consent", "optout"} and term.value != "without":
            yield Effect(
                {"address": "contact", "optout": "choice"}.get(term.kind, term.kind),
                term.value,
                BETTER,
                _gift(term),
                "",
                term.text,
            )


def _effect(slot: str, value: str, sign: int, weight: float, reading: Reading) -> Effect:
    return Effect(slot, value, sign, weight, "", shortened(reading), next((act.action for act in reading.acts), ""))


def shortened(reading: Reading) -> str:
    """The first words of the sentence."""
    return reading.quote(0, len(reading.words), 14)


def _gift(term: Term) -> float:
    if term.kind == "safeguard" and term.value in {"contract", "own"}:
        return 5.0
    return 1.5 if term.kind == "address" else 0.7
