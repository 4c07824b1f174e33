"""The export in the Data Privacy Vocabulary: read back by a JSON-LD library, triple by triple."""

import re
from pathlib import Path
from typing import Any

import pytest
from rdflib import RDF, BNode, Graph, Literal, URIRef
from report_samples import notice

from notice_parser import parse
from notice_parser.lexicon import table
from notice_parser.model import Basis, Commitment, Condition, Notice, Reference, Sentence, Time
from notice_parser.report import notice_report
from notice_parser.report.look import Look
from notice_parser.span import Span
from notice_parser.vocabulary import (
    Action,
    Actor,
    BlockKind,
    ConditionKind,
    Data,
    LegalBasis,
    Modality,
    Purpose,
    Recipient,
    Stance,
)

# The library's reader of JSON-LD uses a class of its own that it deprecates.
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib.*")

CORPUS = sorted((Path(__file__).parent.parent / "corpus").glob("*/v1.md"))
HERE = "https://harbour.example/notice.jsonld"
PREFIXES = table("dpv")["prefixes"]


def dpv(name: str) -> URIRef:
    prefix, _, rest = name.partition(":")
    return URIRef(PREFIXES[prefix] + rest)


def read(written: bytes) -> Graph:
    return Graph().parse(data=written.decode(), format="json-ld", publicID=HERE)


def stated(sentence: str, modality: Modality, action: Action, **slots: Any) -> Notice:
    """A notice whose one section names the GDPR if the sentence does, and holds this commitment."""
    held = Commitment(
        "c1", 0, Span(0, len(sentence)), sentence, Actor.CONTROLLER, modality, action, Stance.INTRUSIVE
    ).but(**slots)
    plain = notice()
    found = sentence.find("GDPR")
    return plain.but(
        text=sentence,
        losses=(),
        sections=(plain.sections[0].but(id="s", span=Span(0, len(sentence)), heading_span=None),),
        sentences=(Sentence("s", Span(0, len(sentence)), BlockKind.PARAGRAPH),),
        commitments=(held,),
        references=(Reference("GDPR", Span(found, found + 4)),) if found >= 0 else (),
    )


def triples(given: Notice) -> set[tuple[str, str]]:
    """What is said of the one commitment: predicate and value, the short names of their IRIs."""
    graph = read(notice_report(given, "dpv", Look()))
    rule = URIRef(f"{HERE}#c1")
    return {(short(p), inner(graph, o)) for p, o in graph.predicate_objects(rule)}


def short(value: object) -> str:
    for prefix, whole in {**PREFIXES, "": HERE, "rdf": str(RDF)}.items():
        if str(value).startswith(whole):
            return f"{prefix}:{str(value).removeprefix(whole)}".removeprefix(":")
    return str(value)


def inner(graph: Graph, value: object) -> str:
    if isinstance(value, BNode):
        return " ".join(sorted(short(o) for _, o in graph.predicate_objects(value)))
    return str(value) if isinstance(value, Literal) else short(value)


ALWAYS = {
    ("dpv:hasDataController", "#controller"),
    ("dpv:hasDataSubject", "dpv:DataSubject"),
    ("dpv:isImplementedByEntity", "#controller"),
}
YOURS = {*ALWAYS, ("dpv:isImplementedByEntity", "dpv:DataSubject")} - {("dpv:isImplementedByEntity", "#controller")}


def test_a_permission_with_every_slot() -> None:
    sentence = "We may share your location with couriers for delivery, with your consent, for 30 days."
    given = stated(
        sentence,
        Modality.PERMISSION,
        Action.SHARE,
        data=(Data.LOCATION,),
        recipients=(Recipient.SERVICE_PROVIDER,),
        purposes=(Purpose.SERVICE,),
        conditions=(Condition(ConditionKind.CONSENT, Span(55, 72)),),
        times=(Time("P30D", Span(74, 85)),),
        legal_bases=(Basis(LegalBasis.CONSENT, Span(55, 72)),),
    )
    assert triples(given) == ALWAYS | {
        ("rdf:type", "dpv:Permission"),
        ("rdfs:comment", sentence),
        ("dpv:hasProcessing", "dpv:Share"),
        ("dpv:hasPersonalData", "pd:Location"),
        ("dpv:hasRecipient", "dpv:ServiceProvider"),
        ("dpv:hasPurpose", "dpv:ServiceProvision"),
        ("dpv:hasLegalBasis", "dpv:Consent"),
        ("dpv:hasContext", "consent dpv:Context with your consent"),
        ("dpv:hasDuration", "P30D dpv:TemporalDuration"),
    }


def test_never_selling_is_not_never_sharing() -> None:
    given = stated("We never sell your data.", Modality.PROHIBITION, Action.SELL, data=(Data.PERSONAL,))
    assert triples(given) == ALWAYS | {
        ("rdf:type", "dpv:Prohibition"),
        ("rdfs:comment", "We never sell your data."),
        ("dpv:hasProcessing", "#actions-sell"),
        ("dpv:hasPersonalData", "dpv:PersonalData"),
    }
    graph = read(notice_report(given, "dpv", Look()))
    own = URIRef(f"{HERE}#actions-sell")
    assert set(graph.predicate_objects(own)) == {
        (RDF.type, dpv("dpv:Share")),
        (dpv("rdfs:label"), Literal("sell")),
    }


@pytest.mark.parametrize(
    ("sentence", "right"),
    [
        ("Under the GDPR you may ask for a copy of your data.", "eu-gdpr:A15"),
        ("You may ask for a copy of your data.", "dpv:DataSubjectRight"),
    ],
)
def test_a_right_is_an_article_only_where_its_law_is_named(sentence: str, right: str) -> None:
    given = stated(sentence, Modality.RIGHT, Action.ACCESS, actor=Actor.DATA_SUBJECT)
    assert triples(given) == YOURS | {
        ("rdf:type", "dpv:Permission"),
        ("rdfs:comment", sentence),
        ("dpv:hasProcessing", "dpv:Access"),
        ("dpv:hasRight", right),
    }


def test_a_child_is_a_data_subject_and_no_data() -> None:
    given = stated(
        "We do not collect data of children under 13.",
        Modality.PROHIBITION,
        Action.COLLECT,
        data=(Data.CHILD,),
        times=(Time("age<13", Span(35, 43)),),
    )
    assert triples(given) == ALWAYS - {("dpv:hasDataSubject", "dpv:DataSubject")} | {
        ("rdf:type", "dpv:Prohibition"),
        ("rdfs:comment", "We do not collect data of children under 13."),
        ("dpv:hasDataSubject", "dpv:Child"),
        ("dpv:hasProcessing", "dpv:Collect"),
        ("dpv:hasPersonalData", "dpv:PersonalData"),
        ("dpv:hasContext", "age<13 dpv:Context"),
    }


@pytest.mark.parametrize(
    ("sentence", "modality", "bases"),
    [
        ("We keep invoices unless a shorter period is required by law.", Modality.PRACTICE, set()),
        ("Unless you object, we keep your address with your consent.", Modality.PRACTICE, {"dpv:Consent"}),
        ("We do not share your data with your consent or without it.", Modality.PROHIBITION, set()),
        (
            "We keep invoices to meet a legal obligation and to perform our contract.",
            Modality.PRACTICE,
            {"dpv:LegalObligation", "dpv:ContractPerformance"},
        ),
    ],
)
def test_a_legal_basis_is_what_the_statement_itself_claims(sentence: str, modality: Modality, bases: set[str]) -> None:
    read_in = parse(f"# Notice\n\n## Use\n\n{sentence}\n".encode(), "notice.md")
    graph = read(notice_report(read_in, "dpv", Look()))
    assert {commitment.modality for commitment in read_in.commitments if commitment.asserted} == {modality}
    assert {short(value) for value in graph.objects(None, dpv("dpv:hasLegalBasis"))} == bases


@pytest.mark.parametrize("basis", LegalBasis)
def test_every_legal_basis_is_written(basis: LegalBasis) -> None:
    given = stated("We keep it.", Modality.PRACTICE, Action.RETAIN, legal_bases=(Basis(basis, Span(0, 2)),) * 2)
    concept = str(table("bases")[basis]["iri"]).replace(PREFIXES["dpv"], "dpv:")
    assert [value for name, value in triples(given) if name == "dpv:hasLegalBasis"] == [concept]


def test_a_doubtful_reading_says_so() -> None:
    found = triples(stated("We keep it.", Modality.PRACTICE, Action.RETAIN, polarity_uncertain=True))
    assert ("dpv:hasContext", "dpv:Context negation unclear") in found


def test_what_is_only_presupposed_is_left_out() -> None:
    graph = read(
        notice_report(stated("The data we sell.", Modality.PRACTICE, Action.SELL, asserted=False), "dpv", Look())
    )
    assert list(graph.objects(URIRef(f"{HERE}#notice"), dpv("dpv:hasRule"))) == []


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.parent.name)
def test_rules_are_the_asserted_commitments_in_published_terms(path: Path) -> None:
    given = parse(path.read_bytes(), path.name)
    written = notice_report(given, "dpv", Look())
    graph = read(written)
    rules = set(graph.objects(URIRef(f"{HERE}#notice"), dpv("dpv:hasRule")))
    assert rules == {URIRef(f"{HERE}#{c.id}") for c in given.commitments if c.asserted}
    kinds = {dpv(name) for name in table("dpv")["modalities"].values()}
    assert {rule for rule in graph.subjects(RDF.type) if set(graph.objects(rule, RDF.type)) & kinds} == rules
    assert used(graph) <= named()
    assert written == notice_report(given, "dpv", Look())


def used(graph: Graph) -> set[str]:
    terms = {str(term) for triple in graph for term in triple if isinstance(term, URIRef)}
    return {term for term in terms if not term.startswith((HERE, str(RDF)))}


def named() -> set[str]:
    """Every IRI in the tables, written out."""
    found = {
        row["iri"]
        for name in ("data", "recipients", "purposes", "bases")
        for row in table(name).values()
        if "iri" in row
    }
    found |= {table("concepts")["namespace"] + name for row in concepts().values() for name in row}
    return found | {str(dpv(name)) for name in strings(table("dpv")) if re.match(r"(dpv|pd|eu-gdpr|dct|rdfs):", name)}


def concepts() -> dict[str, dict[str, list[str]]]:
    return {kind: row for kind, row in table("concepts").items() if isinstance(row, dict)}


def test_words_are_written_with_the_concept_that_they_name() -> None:
    read_in = parse(b"# Notice\n\n## Data\n\nWe collect your e-mail address, passport and location.\n", "notice.md")
    graph = read(notice_report(read_in, "dpv", Look()))
    held = {short(value) for value in graph.objects(None, dpv("dpv:hasPersonalData"))}
    assert held == {"pd:Contact", "pd:EmailAddress", "pd:Identifier", "pd:Passport", "pd:Location"}


def test_the_concepts_below_each_kind_are_named_by_its_own_terms() -> None:
    plain = {Data.PERSONAL, Data.DEIDENTIFIED}
    assert set(concepts()) == {str(kind) for kind in Data if kind not in plain}
    for kind, row in concepts().items():
        held = {term for form in ("terms", "owned", "stems") for term in table("data")[kind].get(form, ())}
        assert {term for terms in row.values() for term in terms} <= held
        assert all(terms and re.fullmatch("[A-Za-z]+", name) for name, terms in row.items())


def strings(node: Any) -> set[str]:
    if isinstance(node, dict):
        return {text for key, value in node.items() for text in (str(key), *strings(value))}
    if isinstance(node, list):
        return {text for item in node for text in strings(item)}
    return {str(node)}


def test_every_word_of_the_vocabulary_has_a_concept() -> None:
    words = table("dpv")
    assert set(words["actions"]) == set(Action)
    assert set(words["modalities"]) == set(Modality)
    assert set(words["actors"]) == set(Actor)
    for name, kind in (("data", Data), ("recipients", Recipient), ("purposes", Purpose), ("bases", LegalBasis)):
        assert [value for value in kind if "iri" not in table(name)[value]] == []
        assert set(words["broader"].get(name, ())) <= set(kind)
