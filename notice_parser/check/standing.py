"""What a whole sentence does for the data subject: for sentences that came or went without a counterpart."""

import re
from collections.abc import Iterator

from notice_parser.check.bases import is_basis
from notice_parser.check.choices import ABLE, OWN_SUBJECT, choice_effect, chooses, gives_choice, offered
from notice_parser.check.counted import counted, is_purpose_item
from notice_parser.check.effects import BETTER, EVEN, WORSE, Effect, bent, is_duty
from notice_parser.check.hollow import (
    is_capital,
    is_hollow,
    is_label,
    is_logged,
    is_own_doing,
    is_table_head,
    is_title,
    leads_list,
)
from notice_parser.check.idle import is_grounded
from notice_parser.check.limits import (
    binds_people,
    is_address,
    is_limited,
    is_revising,
    is_scope,
    leads_others,
    names_controller,
    reaches_back,
    varies,
)
from notice_parser.check.moved import BURDEN, DUTY, YOU_MAY, is_definition, leaning
from notice_parser.check.pointers import is_about_text, is_dateline, is_pointer
from notice_parser.check.reading import Act, Reading
from notice_parser.check.slots import SLOT
from notice_parser.check.things import things

# "approved or declined automatically", "an algorithm decides on your application", "without human review"
DECIDES = re.compile(
    r"\b(?:turn(?:ed|s)? down|approv|declin|reject|accept|refus|eligib|decid|decision|scor|rank|assess|screen|select|grant|deni)\w*\b.{0,60}\b(?:automatic|algorithm|by (?:a |an |our |the )?(?:\w+ )?(?:software|computer|machine|system|model)|without (?:any )?human)|\b(?:automatic(?:ally)?|automated|algorithm(?:ic)?|software|computer|machine|model)\b.{0,30}\b(?:approv|declin|reject|accepts|refus|eligib|decid|decision|scor|rank|assess)",
    re.IGNORECASE,
)
# "To protect you against fraud", "For analytics"
PURPOSE = re.compile(
    r"\W*(?:to \w+(?! by| us at)|for (?:the )?(?:purposes? of )?\w+ing)\b(?!.*,\s*(?:we|you|please|contact|click|go|visit|(?-i:[A-Z])[\w.&’'-]*(?: (?-i:[A-Z])[\w.&’'-]*){0,3} (?:will|may|can|has|is|does|uses|takes|keeps|asks|requires))\b)",
    re.IGNORECASE,
)


OURS = frozenset({"we", "our", "us"})
# "To answer you, we …", "In order to serve you, Acme gives …"
FRONTED = re.compile(r"\W*(?:to|in order to|for the purposes? of)\b", re.IGNORECASE)
KEEPS = frozenset({"retain"})  # what is kept "in a safe" is kept safe
GRAVE = frozenset({"automate", "train-ai", "sell"})  # acts that name the sentence wherever they stand in it


def standing(
    reading: Reading, intro: Reading | None = None, *, listed: bool = False, topic: str = ""
) -> Iterator[Effect]:
    """The effects of the sentence as if it came; empty where it holds no promise.

    `intro` introduces the list it stands in, `topic` is the category of its section.
    """
    led = intro if intro is not None and leads_list(intro) and not _stands_apart(reading) else None
    if _is_silent(reading, intro, led, listed=listed):
        return
    told = _whole(reading, led)
    if told:
        yield told
        return
    if reaches_back(reading):
        yield _effect("scope", "past", WORSE, 2.0, reading)
    leads = _leads(led)
    if is_purpose_item(reading, leads, topic, listed=listed):
        yield _effect("purpose", _purpose(reading), WORSE, 5.0, reading)
        yield from things(reading, [], leads, WORSE)
        return
    acts = _main_acts(reading, leads)
    if led is None and is_own_doing(reading) and not gives_choice(reading, led, acts):
        yield from things(reading, [], leads, EVEN)
        return
    yield from _lead(reading, led, acts, leads)
    theirs = (led is not None and leads_others(led)) or not is_grounded(reading, led)
    theirs = theirs or _limits_right(reading, intro, acts)
    for number, act in enumerate(acts):
        effect = _act(act, number, reading)
        yield effect.but(sign=EVEN) if theirs else effect
    if not acts and leads and led:  # the item itself is what came under the act of the list
        yield _act(leads[0], 0, led).but(after=shortened(reading))
    main = acts[0] if acts else leads[0] if leads else None
    bend = EVEN if theirs else bent(main) or _leaning(reading, main, listed=listed)
    yield from things(reading, acts, leads, bend)
    if listed and not acts:
        yield from _row(reading)


def _limits_right(reading: Reading, intro: Reading | None, acts: list[Act]) -> bool:
    """Whether it is a case in which a right of the list applies: "We no longer need the data, but"."""
    if intro is None or not acts or bent(acts[0]) > 0:
        return False
    return intro.has("right", "right") and bool(OWN_SUBJECT.match(reading.text))


def _whole(reading: Reading, led: Reading | None) -> Effect | None:
    """What the sentence as a whole is about, where it is no act: a legal basis, the reach of the notice, a controller."""
    if is_basis(reading):
        return _basis(reading)
    if is_scope(reading) or is_revising(reading) or varies(reading):
        return _effect("scope", "notice", EVEN, 2.0, reading)
    if is_address(reading):
        return _effect("contact", "postal", EVEN, 2.0, reading)
    if led is None and names_controller(reading):
        return _effect("name", "controller", EVEN, 5.0, reading)
    return None


def _leads(led: Reading | None) -> list[Act]:
    """The acts that the words before a list say of its items: "The details that we collect may include:"."""
    told = led.acts if led else ()
    main = [act for act in told if act.scope == "main"]
    if led is not None and len(main) > 1 and FRONTED.match(led.text):
        main = main[1:]  # "In order to answer you, we hand your data to:"
    return main or [act for act in told if act.scope == "relative"]


def _stands_apart(reading: Reading) -> bool:
    """Whether an item is a sentence of its own, so that the words before its list do not lead it."""
    return bool(OWN_SUBJECT.match(reading.text)) and reading.text.rstrip(" *_").endswith(".")


def _is_silent(reading: Reading, intro: Reading | None, led: Reading | None, *, listed: bool) -> bool:
    """Whether it says nothing that anybody could rely on."""
    text = reading.text.rstrip(" *_")
    if is_pointer(reading) or is_dateline(reading) or is_definition(reading) or text.endswith("?"):
        return True
    if (is_about_text(reading) and not offered(reading, led)) or is_logged(reading):
        return True
    if (led is not None and (is_about_text(led) or is_pointer(led))) or (intro is not None and is_dateline(intro)):
        return True  # "This notice describes our practices regarding:"
    if led is None and (is_hollow(reading) or is_label(reading) or _is_heading(reading, listed=listed)):
        return True
    if is_fragment(reading, led) and (not listed or (led is None and text.endswith("."))):
        return True  # "7. Security data."
    named = any((term.kind in SLOT and term.value != "personal") or term.kind == "right" for term in reading.terms)
    return text.endswith(":") and not named and not chooses(text)  # it only introduces what follows


def _is_heading(reading: Reading, *, listed: bool) -> bool:
    """Whether it is the head of a column, or a title outside of a list."""
    return is_capital(reading) or (is_table_head(reading) if listed else is_title(reading))


def _main_acts(reading: Reading, leads: list[Act]) -> list[Act]:
    """The acts that the sentence tells of, the gravest first."""
    acts = [act for act in reading.acts if act.scope == "main"] or list(() if leads else reading.acts[:1])
    acts += [act for act in reading.acts if act.scope == "purpose" and act.action == "train-ai" and not act.negated]
    acts = sorted(
        (act for act in counted(reading, acts) if act.action != "ask"),
        key=lambda act: (act.negated or act.action not in GRAVE, act.action in KEEPS),
    )
    if acts and FRONTED.match(reading.text) and (len(acts) > 1 or acts[0].action == "comply"):
        comma = reading.text.find(",")
        acts = [act for act in acts if reading.words[reading.terms[act.term].first].start > comma] or acts[1:]
    if leads and bent(leads[0]) < 0:  # a thing of the list, and what it is for: "your address, to protect you"
        acts = [act for act in acts if bent(act) <= 0 or not _for_what(reading, act)]
    denied = {act.action for act in acts if act.negated}
    return [act for act in acts if act.negated or act.action not in denied]  # a label repeats what is then ruled out


def _for_what(reading: Reading, act: Act) -> bool:
    first = reading.terms[act.term].first
    return "to" in [word.stem for word in reading.words[max(0, first - 2) : first]]


def _leaning(reading: Reading, main: Act | None, *, listed: bool) -> int:
    """What the words do where no act tells: nothing where nobody is said to do anything with them."""
    if main is None and not listed and not reading.has("party") and not OURS & reading.stems:
        return EVEN
    return EVEN if YOU_MAY.match(reading.text) else leaning(reading)


def _basis(reading: Reading) -> Effect:
    value = next((term.value for term in reading.terms if term.kind == "basis"), "named")
    return _effect("basis", value, EVEN, 4.0, reading)


def _lead(reading: Reading, led: Reading | None, acts: list[Act], leads: list[Act]) -> Iterator[Effect]:
    """What the sentence as a whole says, before any single act: a duty, a burden, a choice, a purpose, a limit."""
    burden = BURDEN.search(reading.text)
    first = burden is not None and bool(ABLE.search(reading.text[: burden.start()]))
    chosen = first or gives_choice(reading, led, acts)
    if DUTY.search(reading.text) or binds_people(reading):
        yield _effect("duty", "duty", EVEN, 6.0, reading)
    if burden and not first:
        yield _effect("burden", burden.group(), WORSE, 6.0, reading)
    elif chosen:
        yield choice_effect(reading, BETTER)
    elif DECIDES.search(reading.text) and not reading.has("neg"):
        yield Effect("act", "automate", WORSE, 5.0, "", shortened(reading), "automate")
    elif PURPOSE.match(reading.text) and not (leads and bent(leads[0]) > 0):
        yield _effect("purpose", _purpose(reading), WORSE, 5.0, reading)
    elif acts and bent(acts[0]) < 0 and is_limited(reading):
        yield _effect("limit", "only", BETTER, 5.0, reading)
    elif not acts and _promises(reading):
        yield _effect("act", "negated" if reading.has("neg") else "other", BETTER, 3.0, reading)


def is_fragment(reading: Reading, intro: Reading | None) -> bool:
    """Whether it is a title or label: a few words without a subject or a verb of its own."""
    stems = reading.stems
    verbless = not stems & {"we", "you", "they", "be", "hav", "have", "it"} and not reading.has("modal")
    if reading.has("address"):
        return False
    return intro is None and verbless and len(reading.words) <= 4 and not reading.has("right", "right")


def _purpose(reading: Reading) -> str:
    return next((term.value for term in reading.terms if term.kind == "purpose"), "service")


def _promises(reading: Reading) -> bool:
    """Whether the controller says of itself, in words outside the tables, what it never or always does."""
    ours = any(word.stem == "we" for word in reading.words) or (reading.words[:1] and reading.words[0].stem == "our")
    firm = reading.has("neg") or reading.has("modal", "will") or reading.has("modal", "must") or reading.has("if", "if")
    return bool(ours) and firm and not reading.has("hedge")


def _row(reading: Reading) -> Iterator[Effect]:
    """The names and places of a row or item: a list of recipients names them without a verb."""
    for term in reading.terms:
        if term.kind == "place" or (term.kind == "people" and term.value == "region"):
            yield Effect("name", term.value, leaning(reading) or WORSE, 1.0, "", term.text)


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


def _effect(slot: str, value: str, sign: int, weight: float, reading: Reading) -> Effect:
    return Effect(slot, value, sign, weight, "", shortened(reading), next((act.action for act in reading.acts), ""))


def shortened(reading: Reading) -> str:
    """The first words of the sentence."""
    return reading.quote(0, len(reading.words), 14)
