"""Consent and choice: whether an act needs a yes, allows a no, or asks neither."""

import re
from collections.abc import Iterator

from notice_parser.check.effects import BETTER, WORSE, Effect, bent
from notice_parser.check.reading import Reading

# "even if you have opted out", "even where you have changed your mind"
ANYWAY = re.compile(
    r"\beven (?:if|where|when|after|though) (?:you|they)\b.{0,40}\b(?:opt|chang|refus|withdr|object|declin|not agree|not consent)",
    re.IGNORECASE,
)
REQUIRED, WAIVED, REFUSABLE, SILENT = "required", "waived", "refusable", ""


def consent_effects(before: Reading, after: Reading) -> Iterator[Effect]:
    """The change of what a person has to say before the act, or may say against it."""
    was, now = consent_state(before), consent_state(after)
    if was == now:
        return
    main = after.main or before.main
    spared = bool(main and main.negated and bent(main) > 0)
    sign = RANK[now] - RANK[was]
    if spared and SILENT in {was, now}:
        sign = -sign  # "never shared" beats "not shared without consent"
    yield Effect(
        "consent",
        f"{was}>{now}",
        BETTER if sign > 0 else WORSE,
        5.0,
        _said(before),
        _said(after),
        main.action if main else "",
    )


REACH = 7  # words between a condition and the consent it asks for
TOOLS = frozenset(
    {"setting", "sett", "preferenc", "preference", "banner", "tool", "manager", "form", "choic", "choice"}
)  # "consent settings"
FIRM = frozenset({"with", "without", "only", "if", "unless", "prior", "explicit", "ask", "obtain", "onc", "seek"})
RANK = {REQUIRED: 3, REFUSABLE: 2, SILENT: 1, WAIVED: 0}


def consent_state(reading: Reading) -> str:
    """required: only with a yes; refusable: until a no; waived: in spite of a no; empty: nothing said."""
    withouts = [n for n, term in enumerate(reading.terms) if term.key == ("consent", "without")]
    if withouts:
        if "default" in reading.terms[withouts[0]].text or "or without" in reading.terms[withouts[0]].text:
            return WAIVED
        governing = reading.governing(withouts[0])
        return REQUIRED if governing and governing.negated else WAIVED
    if ANYWAY.search(reading.text):
        return WAIVED
    if any(term.key == ("consent", "with") and not _agrees(reading, n) for n, term in enumerate(reading.terms)):
        return REQUIRED
    return REFUSABLE if reading.has("optout") and _refuses(reading) else SILENT


def _refuses(reading: Reading) -> bool:
    """Whether it is the data subject who may say no."""
    return any(act.action == "opt-out" for act in reading.acts)


def _agrees(reading: Reading, number: int) -> bool:
    """Whether the consent is not the person's to give: "service providers agree", "by using you agree"."""
    first = reading.terms[number].first
    following = reading.words[reading.terms[number].last : reading.terms[number].last + 1]
    if following and following[0].stem in TOOLS:
        return True
    stems = [word.stem for word in reading.words[max(0, first - 4) : first]]
    if reading.has("optout", "withdraw") and not FIRM.intersection(stems):
        return True
    return not any(
        stem
        in {
            "your",
            "you",
            "their",
            "explicit",
            "with",
            "prior",
            "if",
            "onc",
            "parent",
            "ask",
            "obtain",
            "need",
            "seek",
            "requir",
            "request",
            "hav",
            "only",
        }
        for stem in stems
    )


def _said(reading: Reading) -> str:
    """The words that ask for a yes or offer a no, with those that lead to them."""
    for number, term in enumerate(reading.terms):
        if term.kind in {"consent", "optout"}:
            first = term.first
            for earlier in reversed(reading.terms[:number]):
                if term.first - earlier.first > REACH:
                    break
                if earlier.kind in {"if", "except", "only"}:
                    first = earlier.first
            return reading.quote(first, term.last)
    return ""
