"""The acts of a sentence: who does what, under which modality, negated or not, stated or only mentioned."""

from collections.abc import Sequence

from notice_parser.check.clauses import Context
from notice_parser.check.terms import Term
from notice_parser.check.words import Word
from notice_parser.span import Record
from notice_parser.vocabulary import STANCE, Action, Stance

WE = frozenset({"we", "us", "our", "ourselv"})
YOU = frozenset(
    [
        "you",
        "your",
        "yourself",
        "user",
        "customer",
        "member",
        "visitor",
        "parent",
        "guardian",
        "student",
        "tenant",
        "subscriber",
        "pupil",
        "patient",
        "adult",
        "resident",
        "passenger",
        "guest",
        "player",
        "rider",
        "buyer",
        "client",
        "applicant",
        "policyholder",
        "borrower",
        "donor",
        "shopper",
        "reader",
        "viewer",
        "everyone",
        "everybody",
        "anyone",
        "driver",
    ]
)
FACED = frozenset({"near", "about", "of", "from", "with", "to", "for", "around", "on", "behind", "against", "toward", "towards"})  # fmt: skip
DENIALS = "refus", "declin", "reject"  # of the controller they deny, of the data subject they choose
STATING = [["ensur"], ["guarante"], ["requir"], ["agre"], ["confirm"], ["promis"], ["so"], ["provid"], ["warrant"], ["such"], ["you"], ["person"]]  # fmt: skip
RELATIVE = frozenset({"whether", "that", "which", "who", "whom", "whose", "how", "what"})
AGENTS = frozenset({"by", "in", "on", "for", "with", "about", "from", "through", "under", "abov", "below", "within", "at", "to"})  # fmt: skip
FINITE = frozenset({"be", "hav", "have", "we", "they", "you", "it", "will", "may", "can", "not", "never", "and", "or", "also", "get", "no", "nobody"})  # fmt: skip
FREE = frozenset({"right", "need", "hav", "have", "abl", "able", "option", "choic", "ability", "entitl", "requir", "commit", "continu", "want", "wish", "allow", "you", "agre", "reserv", "how", "oblig", "not", "undertak", "try", "striv", "aim", "seek", "effort", "endeavor", "attempt", "step", "intend", "plan", "hope"})  # fmt: skip
PARTICIPLES = ("ed", "held", "kept", "sent", "sold", "made", "shown", "given", "taken", "told", "read", "seen")
TAKEN = frozenset({"access", "port"})  # what is a right of the data subject is a use by anybody else
GIVING = ("give you", "send you", "provide you", "let you", "hand you")  # who gives a copy does not use it
SEEING = frozenset({"see", "view", "sees", "look"})
ASKING = ("ask", "obtain", "seek", "request", "get", "collect", "gather")
TELLING = ("tell", "told", "inform", "notif")


ACTIONS = frozenset(Action)


class Act(Record):
    """An act of the sentence and how it is bound."""

    term: int
    action: str
    stance: Stance
    negated: bool
    modality: str
    actor: str
    scope: str
    clause: int


class _Clause:
    """What has been heard of the present clause: its negation, modality and actor."""

    def __init__(self, number: int, *, addressed: bool = False) -> None:
        self.number = number
        self.addressed = addressed  # whether the sentence says "you": other people in it are not the data subject
        self.negated = False
        self.modality = "practice"
        self.actor = ""

    def hear(self, term: Term, stem: str, before: Sequence[Term], led: Term | None) -> None:
        """Take note of a term that binds the acts after it."""
        if term.kind == "modal" or term.key == ("hedge", "effort"):
            self.modality = term.value
            self.negated = self.negated and not any(earlier.kind == "act" for earlier in before)
        elif term.kind == "neg":
            self.negated = term.value != "twice" and not (self.negated and term.value == "bar")
            self.modality = "may" if term.text.lower().startswith("may") else self.modality
        elif term.key == ("right", "right"):
            self.modality = "can"
        else:
            self.hear_actor(term, stem, led)

    def hear_actor(self, term: Term, stem: str, led: Term | None) -> None:
        """Take note of who acts; who stands after an act or a word such as "near" only suffers it."""
        if stem == "you" and led is not None and (led.kind == "act" or led.text.casefold() in FACED):
            return
        if stem in WE and self.actor != "we":
            self.actor = "we" if stem == "we" or not self.actor else self.actor
        elif stem in YOU and stem != "your" and (stem == "you" or not self.actor):
            self.actor = "they" if self.addressed and stem not in {"you", "yourself", "anyone", "everyone"} else "you"
        elif term.key == ("people", "all") and not self.actor:
            self.actor = "you"  # "All members may …"
        elif term.kind == "party" and not self.actor:
            self.actor = "they"


def acts(split: tuple[Word, ...], found: tuple[Term, ...], places: tuple[Context, ...]) -> tuple[Act, ...]:
    """The acts of the sentence, in order."""
    made: list[Act] = []
    addressed = any(word.stem in {"you", "your"} for word in split)
    clause = _Clause(-1)
    for number, term in enumerate(found):
        if places[number].clause != clause.number:
            clause = _Clause(places[number].clause, addressed=addressed)
        near = term.first > 0 and split[term.first].start - split[term.first - 1].end <= 1
        led = found[number - 1] if near and places[number].clause == places[number - 1].clause else None
        clause.hear(term, split[term.first].stem, found[max(0, number - 6) : number], led)
        if term.key == ("neg", "none") and made and made[-1].clause == clause.number and number - made[-1].term <= 2:
            made[-1] = made[-1].but(negated=True)  # "share it with nobody"
        if term.kind in {"act", "optout"}:
            made.append(_act(split, number, term, clause, places[number].scope, made))
    return tuple(made)


def _act(split: tuple[Word, ...], number: int, term: Term, clause: _Clause, scope: str, made: list[Act]) -> Act:
    actor = "" if _passive(split, term) else clause.actor
    action = _action(split, term, actor)
    known = action if action in ACTIONS else "other"
    inner = _inner(split, term, made) or scope
    return Act(number, action, STANCE[Action(known)], clause.negated, clause.modality, actor, inner, clause.number)


def _action(split: tuple[Word, ...], term: Term, actor: str) -> str:
    """What is done; a controller that declines denies, and telling somebody else than the data subject shares."""
    text = term.text.casefold()
    if term.kind == "optout":
        denied = actor in {"we", "they"} or (not actor and text.endswith("ed"))
        return "discriminate" if denied and text.startswith(DENIALS) else "opt-out"
    if text.startswith(ASKING) and {"consent", "permission", "agreement", "approval"}.intersection(
        word.stem for word in split[term.last : term.last + 3]
    ):
        return "ask"
    if actor in HEARD and term.value in {"collect", "respond"}:
        return _heard(text, actor, term.value)
    if term.value in TAKEN or (term.value == "share" and actor == "you" and text.split()[0] in SEEING):
        return _seen(split, term, actor)
    if term.value in {"notify", "share"} and text.startswith(TELLING) and text.split()[-1] not in YOU:
        return "share" if _elsewhere(split, term) else "notify"
    return term.value


def _seen(split: tuple[Word, ...], term: Term, actor: str) -> str:
    """What it is to see data: a right of the data subject, a use by anybody else, and who gives a copy does not use it."""
    if actor == "you" or term.text.casefold().startswith(GIVING):
        return "access" if term.value == "share" else term.value
    led = term.first and split[term.first - 1].stem not in {"to", "and", "or", "right", "of"}
    return "use" if actor in {"we", "they"} or (not actor and led) else term.value


HEARD = frozenset({"you", "they"})


def _heard(text: str, actor: str, action: str) -> str:
    """What it is where others than the controller collect: "the bank learns", "you may ask for your records"."""
    if action == "respond":
        return "other" if actor == "you" and text.endswith("ing") else action  # "by answering a questionnaire"
    if actor == "you":
        return "access" if text.startswith(("ask", "request", "demand")) else "collect"
    return "share" if text.startswith(("learn", "receiv", "obtain")) else "collect"


def _elsewhere(split: tuple[Word, ...], term: Term) -> bool:
    """Whether somebody else than the data subject is told: "tell the airline how many seats you need"."""
    addressed = [word.stem for word in split[term.first + 1 : term.first + 4]]
    return (
        addressed[:1] != []
        and addressed[0] in {"the", "our", "a", "an", "your", "any", "all"}
        and not YOU.intersection(addressed[1:])
    )


def _passive(split: tuple[Word, ...], term: Term) -> bool:
    """Whether "is", "are" or "be" stands before the act and no agent of its own: "your data is not shared"."""
    before = [word.stem for word in split[max(0, term.first - 3) : term.first]]
    return "be" in before and split[term.first].text.casefold().endswith(PARTICIPLES)


def _inner(split: tuple[Word, ...], term: Term, made: list[Act]) -> str:
    """Whether the act only describes a thing ("data that we hold", "laptops used by nurses") or says what for."""
    before = [word.stem for word in split[max(0, term.first - 5) : term.first]]
    text = split[term.first].text.casefold()
    if term.first > 1 and any(
        s in RELATIVE and before[k - 1 : k] not in STATING for k, s in enumerate(before) if k or s == "whether"
    ):
        return "relative"
    if _bare_relative(split, term, before, made) or _refused(before, made):
        return "relative"
    if made and before[-1:] == ["to"] and not FREE.intersection(before[-2:-1]):
        return "purpose"
    if text.endswith("ing") and (before[-1:] == ["by"] or (before and before[-1] in YOU - {"you", "your"})):
        return "relative"
    if text.endswith(("ed", "held", "kept", "sent")) and term.first and not FINITE.intersection(before):
        return "relative" if term.last < len(split) and split[term.last].stem in AGENTS else ""
    return ""


def _refused(before: list[str], made: list[Act]) -> bool:
    """Whether it is what somebody opts out of or objects to: "opt out of any such sale"."""
    if not made or made[-1].action not in {"opt-out", "object"}:
        return False
    return bool({"of", "to", "from", "against"}.intersection(before)) and not FINITE.intersection(before)


def _bare_relative(split: tuple[Word, ...], term: Term, before: list[str], made: list[Act]) -> bool:
    """Whether "you" and a noun stand before it: "the shows you watch", "information you have given us"."""
    at = term.first - 1 - (before[-1:] == ["have"])
    subject = split[at].stem if at > 1 else ""
    if subject != "you" and not (subject == "we" and made):
        return False
    noun = split[at - 1]
    joined = noun.end + 1 == split[at].start
    plain = {"and", "or", "but", "if", "when", "where", "that", "so", "once", "unless", "befor", "after", "because", "until", "as", "while", "which", "whether", "than"}  # fmt: skip
    return joined and noun.stem not in plain
