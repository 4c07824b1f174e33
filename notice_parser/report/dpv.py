"""The commitments of a notice as JSON-LD in the W3C Data Privacy Vocabulary, its context in the file."""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from notice_parser.codec import document_bytes
from notice_parser.lexicon import table
from notice_parser.model import Commitment, Notice, Time
from notice_parser.report.look import Look
from notice_parser.report.notice_text import asserted, title_of
from notice_parser.report.safe import visible
from notice_parser.report.wording import doubts
from notice_parser.vocabulary import Data, Modality

Node = dict[str, Any]
SLOTS = ("data", "recipients", "purposes")
GDPR = "GDPR"
DATA = "data/data:"


def dpv(notice: Notice, look: Look) -> bytes:
    """The notice, its controller and one rule for each asserted commitment."""
    del look
    held, gdpr = asserted(notice), _under_gdpr(notice)
    rules = [_rule(notice, commitment, gdpr) for commitment in held]
    graph = [_notice(notice, held), _controller(notice), *_own_concepts(held), *rules]
    return document_bytes({"@context": _context(), "@graph": graph})


def _context() -> Node:
    words = table("dpv")
    return {**words["prefixes"], **{name: {"@type": "@id"} for name in words["properties"]["links"]}}


def _notice(notice: Notice, held: Iterable[Commitment]) -> Node:
    about = notice.metadata
    node = {
        "@id": "#notice",
        "@type": table("dpv")["nodes"]["notice"],
        "dct:title": visible(title_of(notice)),
        "dct:source": visible(notice.source.name),
        "dct:language": about.language,
        "dct:modified": about.last_updated,
        "dct:valid": about.effective_date,
        "dpv:hasDataController": "#controller",
        "dpv:hasRule": [f"#{commitment.id}" for commitment in held],
    }
    return {name: value for name, value in node.items() if value}


def _controller(notice: Notice) -> Node:
    node: Node = {"@id": "#controller", "@type": table("dpv")["nodes"]["controller"]}
    name = notice.metadata.organization
    return {**node, "dpv:hasName": visible(name)} if name else node


def _own_concepts(held: Iterable[Commitment]) -> Iterator[Node]:
    """The kinds in use that DPV knows only by a broader concept, each as an instance of it."""
    used = {("actions", str(c.action)) for c in held}
    used |= {(kind, str(value)) for c in held for kind in SLOTS for value in getattr(c, kind)}
    for kind, value in sorted(used):
        if _is_own(kind, value):
            yield {"@id": _concept(kind, value), "@type": _published(kind, value), "rdfs:label": value}


def _concept(kind: str, value: str) -> str:
    """The DPV concept of a word of the vocabulary, or the node of this file that stands for it."""
    return f"#{kind}-{value}" if _is_own(kind, value) else _published(kind, value)


def _is_own(kind: str, value: str) -> bool:
    words = table("dpv")
    return bool(words["actions"][value].get("broader")) if kind == "actions" else value in words["broader"][kind]


def _published(kind: str, value: str) -> str:
    """The concept that the tables give, by the prefix of its namespace: "pd:Contact"."""
    if kind == "actions":
        return str(_action(value)["iri"])
    namespace, _, name = table(kind)[value]["iri"].partition("#")
    prefix = next(p for p, whole in table("dpv")["prefixes"].items() if whole == f"{namespace}#")
    return f"{prefix}:{name}"


def _action(value: str) -> Node:
    row: Node = table("dpv")["actions"][value]
    return row


def _rule(notice: Notice, commitment: Commitment, gdpr: frozenset[str]) -> Node:
    words = table("dpv")
    node: Node = {
        "@id": f"#{commitment.id}",
        "@type": words["modalities"][commitment.modality],
        "rdfs:comment": visible(notice.sentences[commitment.sentence].span.of(notice.text)),
        "dpv:isImplementedByEntity": words["actors"][commitment.actor],
        "dpv:hasDataController": "#controller",
        "dpv:hasDataSubject": words["nodes"]["child" if Data.CHILD in commitment.data else "data-subject"],
        _action(commitment.action)["property"]: _concept("actions", commitment.action),
        **dict(_slots(commitment)),
        "dpv:hasRight": _right(notice, commitment, gdpr),
        "dpv:hasLegalBasis": _legal_bases(commitment),
        "dpv:hasContext": list(_contexts(notice, commitment)),
        "dpv:hasDuration": [_duration(time) for time in commitment.times if not _is_age(time)],
    }
    return {name: value for name, value in node.items() if value}


def _slots(commitment: Commitment) -> Iterator[tuple[str, list[str]]]:
    """Data, recipients and purposes. A child is no data but a data subject, and what is anonymous is not personal."""
    data = [kind for kind in commitment.data if kind != Data.CHILD] or [Data.PERSONAL] * bool(commitment.data)
    held = [_concept("data", kind) for kind in data if kind != Data.DEIDENTIFIED]
    yield "dpv:hasPersonalData", held + [name for name in _narrower(commitment) if name not in held]
    yield "dpv:hasData", [_concept("data", kind) for kind in data if kind == Data.DEIDENTIFIED]
    yield "dpv:hasRecipient", [_concept("recipients", kind) for kind in commitment.recipients]
    yield "dpv:hasPurpose", [_concept("purposes", kind) for kind in commitment.purposes]


def _narrower(commitment: Commitment) -> list[str]:
    """The personal-data concepts that the words themselves name: "e-mail address" is pd:EmailAddress."""
    named = (
        entry.rule.removeprefix(DATA).partition("/") for entry in commitment.evidence if entry.rule.startswith(DATA)
    )
    return list(dict.fromkeys(_narrow()[kind, term] for kind, _, term in named if (kind, term) in _narrow()))


@cache
def _narrow() -> dict[tuple[str, str], str]:
    kinds = [(kind, row) for kind, row in table("concepts").items() if isinstance(row, dict)]
    return {(kind, term): f"pd:{name}" for kind, row in kinds for name, terms in row.items() for term in terms}


def _right(notice: Notice, commitment: Commitment, gdpr: frozenset[str]) -> str:
    """The right a statement grants: by its article where the notice speaks of the GDPR there."""
    if commitment.modality != Modality.RIGHT:
        return ""
    general: str = table("dpv")["nodes"]["right"]
    if notice.sentences[commitment.sentence].section not in gdpr:
        return general
    rows = (row for row in table("dpv")["rights"] if row["action"] == commitment.action)
    return next((row["iri"] for row in rows if row.get("words", "") in commitment.text.lower()), general)


def _under_gdpr(notice: Notice) -> frozenset[str]:
    """The sections that name the GDPR, and the sections below them."""
    named = [reference.span for reference in notice.references if reference.name == GDPR]
    found: set[str] = set()
    for section in notice.sections:  # a parent stands before its children
        if section.parent in found or any(section.span.holds(span) for span in named):
            found.add(section.id)
    return frozenset(found)


def _legal_bases(commitment: Commitment) -> list[str]:
    """The bases that the statement claims, each once."""
    return list(dict.fromkeys(_published("bases", basis.kind) for basis in commitment.legal_bases))


def _contexts(notice: Notice, commitment: Commitment) -> Iterator[Node]:
    """Conditions in their own words, ages and doubts about the reading: DPV has no concept for them."""
    kind = table("dpv")["nodes"]["condition"]
    for condition in commitment.conditions:
        words = visible(condition.span.of(notice.text))
        yield {"@type": kind, "rdfs:label": condition.kind, **({"rdfs:comment": words} if words else {})}
    ages = (time.value for time in commitment.times if _is_age(time))
    yield from ({"@type": kind, "rdfs:label": words} for words in (*ages, *doubts(commitment)))


def _duration(time: Time) -> Node:
    kinds = table("dpv")["durations"]
    return {"@type": kinds.get(time.value, kinds["period"]), "rdfs:label": time.value}


def _is_age(time: Time) -> bool:
    return time.value.startswith("age")
