"""DOCX: headings, lists, tables, links, notes, tracked changes, hostile packages."""

import io
import zipfile
from contextlib import suppress

import pytest
from block_cases import read_back
from docx_bytes import NS, docx, gone, ins, p, t, table
from hypothesis import given, settings
from hypothesis import strategies as st

from notice_parser.errors import NoticeError, UnreadableError
from notice_parser.extract import read
from notice_parser.model import Options, Revisions
from notice_parser.parsing import parse

DEL, INS = '<w:del w:id="8" w:author="a"/>', '<w:ins w:id="9" w:author="a"/>'
REJECTED = Options(revisions="rejected")
BOX = f"<w:r><mc:AlternateContent><mc:Choice><w:txbxContent>{p('Boxed.')}</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>{p('Boxed.')}</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r>"
FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "https://larkfield.example" </w:instrText></w:r>'
    f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{t("our site")}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
CONTENTS = f'<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>{p("Contents 3")}</w:sdtContent></w:sdt>'
HANGING = f'<w:p><w:pPr><w:ind w:left="720" w:hanging="360"/></w:pPr>{t("{}")}<w:r><w:tab/></w:r>{t("{}")}</w:p>'

CASES = {
    "headings by style, its parent, its outline level, its title": (
        p("Notice", "Titel") + p("Who", "berschrift2") + p("What", "Clause") + p("Why", "Part") + p("Text."),
        ["h1 Notice", "h2 Who", "h2 What", "h3 Why", "p Text."],
    ),
    "styles that go in a circle or are missing": (p("One.", "CircleA") + p("Two", "Heading3"), ["p One.", "h3 Two"]),
    "computed labels": (
        p("Scope", num=(2, 0)) + p("Data", "Clause", num=(2, 1)) + p("Use", num=(2, 1)) + p("a", num=(2, 2))
        + p("b", num=(2, 2)) + p("deep", num=(2, 3)) + p("four", num=(2, 4)) + p("Next", num=(2, 0)) + p("Styled", "Item"),
        ["li1 1. Scope", "h2 1.1 Data", "li2 1.2 Use", "li3 (a) a", "li3 (b) b", "li4 (i) deep", "li5 IV) four", "li1 2. Next", "li2 2.1 Styled"],
    ),
    "lists that share numbers, and one that starts anew": (
        p("a", num=(2, 0)) + p("b", num=(4, 0)) + p("c", num=(3, 0)) + p("d", num=(3, 0)),
        ["li1 1. a", "li1 2. b", "li1 7. c", "li1 8. d"],
    ),
    "a nested list that starts anew leaves the outer one alone": (
        p("a", num=(2, 0)) + p("x", num=(5, 1)) + p("y", num=(5, 1)) + p("b", num=(2, 0)) + p("z", num=(6, 1)) + p("c", num=(2, 0)),
        ["li1 1. a", "li2 1.1 x", "li2 1.2 y", "li1 2. b", "li2 2.1 z", "li1 3. c"],
    ),
    "bullets, continued items, and a number taken away": (
        p("one", num=(1, 0)) + p("two", num=(1, 1)) + p("More of two.", "ListParagraph") + p("Text.", "Item", num=(0, 0)) + p("• typed"),
        ["li1 one", "li2 two", "li2 More of two.", "p Text.", "li1 typed"],
    ),
    "a typed label before a hanging indent": (
        HANGING.format("1.", "You may ask.") + HANGING.format("Note", "well.") + p("2. You may go."),
        ["li1 1. You may ask.", "p Note well.", "p 2. You may go."],
    ),
    "a label that the words carry already": (p("(a) own", num=(2, 2)), ["li3 (a) own"]),
    "tables by cell, one column lays out": (
        table((p("Data"), p("Kept")), (p("Logs") + p("Traces", num=(1, 0)), p("7 days"))) + table((p("Alone."),)),
        ["td1 Data", "td1 Kept", "td2 Logs", "td2 Traces", "td2 7 days", "p Alone."],
    ),
    "bold lines lead where no style does": (
        p(t("Sharing", "<w:b/>")) + p("Text.") + p("Rights", "Loud") + p("Text.") + p(t("Numbered", '<w:rStyle w:val="Strong"/>'), num=(2, 0))
        + p(t("We share ") + t("little", "<w:b/>")) + p(t("Not", '<w:b w:val="0"/>'), "Loud") + p("End."),
        ["h2 Sharing", "p Text.", "h2 Rights", "p Text.", "h2 1. Numbered", "p We share little", "p Not", "p End."],
    ),
    "breaks, tabs, hyphens, hidden words, symbols": (
        p(f'{t("One")}<w:r><w:br/></w:r>{t("two")}<w:r><w:tab/><w:t>three</w:t><w:noBreakHyphen/><w:t>four</w:t></w:r>{t("no", "<w:vanish/>")}')
        + p('<w:r><w:sym w:font="Wingdings" w:char="F0A7"/></w:r>' + t(" item")),
        ["p One two three‑four", "li1 item"],
    ),
    "words that were crossed out": (p(t("We keep it ") + t("30 ", "<w:strike/>") + t("90 days.")), ["p We keep it 90 days."]),
    "content controls, text boxes, tables of contents": (
        CONTENTS + p("Intro 4", "TOC1") + f"<w:sdt><w:sdtContent>{p('Controlled.')}</w:sdtContent></w:sdt>" + p(t("Anchor.") + BOX + t(" Goes on.")),
        ["p Controlled.", "p Anchor. Goes on.", "p Boxed."],
    ),
}  # fmt: skip


@pytest.mark.parametrize("title", CASES)
def test_blocks(title: str) -> None:
    body, expected = CASES[title]
    assert read_back(docx(body), "a.docx") == expected


VIEWS = {
    "runs": (p(t("We keep it for ") + gone("30") + ins("90") + t(" days.")), ["p We keep it for 90 days."], ["p We keep it for 30 days."]),
    "a paragraph split by an inserted mark": (p("One.", mark=INS) + p(" Two."), ["p One.", "p Two."], ["p One. Two."]),
    "a paragraph joined by a deleted mark": (p("One. ", "Part", mark=DEL) + p("Two."), ["p One. Two."], ["h3 One.", "p Two."]),
    "a whole item inserted": (
        p("a", num=(2, 0)) + p(ins("b"), num=(2, 0), mark=INS) + p("c", num=(2, 0)),
        ["li1 1. a", "li1 2. b", "li1 3. c"],
        ["li1 1. a", "li1 2. c"],
    ),
    "a whole item deleted": (
        p("a", num=(2, 0)) + p(gone("b"), num=(2, 0), mark=DEL) + p("c", num=(2, 0)),
        ["li1 1. a", "li1 2. c"],
        ["li1 1. a", "li1 2. b", "li1 3. c"],
    ),
    "a move": (
        p(f'<w:moveFrom w:id="1">{t("M.")}</w:moveFrom>', mark='<w:moveFrom w:id="3"/>') + p("A.")
        + p(f'<w:moveTo w:id="2">{t("M.")}</w:moveTo>', mark='<w:moveTo w:id="4"/>') + p("B."),
        ["p A.", "p M.", "p B."],
        ["p M.", "p A.", "p B."],
    ),
    "a row": (
        table((p("a"), p("b")), (p("c"), p("d"))).replace("<w:tr>", f"<w:tr><w:trPr>{INS}</w:trPr>", 1),
        ["td1 a", "td1 b", "td2 c", "td2 d"],
        ["td1 c", "td1 d"],
    ),
    "a deleted mark before a table": (p("One.", mark=DEL) + table((p("a"), p("b"))), ["p One.", "td1 a", "td1 b"], ["p One.", "td1 a", "td1 b"]),
}  # fmt: skip


@pytest.mark.parametrize("title", VIEWS)
def test_tracked_changes(title: str) -> None:
    body, accepted, rejected = VIEWS[title]
    assert read_back(docx(body), "a.docx") == accepted
    assert read_back(docx(body), "a.docx", REJECTED) == rejected


def test_revisions_and_comments_are_counted() -> None:
    comments = f'<w:comments {NS}><w:comment w:id="0"/><w:comment w:id="1"/></w:comments>'
    body = p(t("a ") + ins("b") + gone("c") + '<w:r><w:commentReference w:id="0"/></w:r>', mark=INS) + p("d")
    data = docx(body, {"word/comments.xml": comments})
    assert read(data, "a.docx", Options()).revisions == Revisions("accepted", 2, 1, 2)
    assert read(data, "a.docx", REJECTED).revisions == Revisions("rejected", 2, 1, 2)
    assert read(docx(p("a")), "a.docx", Options()).revisions is None


def test_links_and_footnotes() -> None:
    body = p(
        t("See ")
        + f'<w:hyperlink r:id="r1" w:anchor="x">{t("the office")}</w:hyperlink>'
        + t(", ")
        + FIELD
        + '<w:r><w:footnoteReference w:id="2"/></w:r>'
        + t(".")
    )
    notes = f'<w:footnotes {NS}><w:footnote w:type="separator" w:id="0">{p("-")}</w:footnote><w:footnote w:id="2">{p("<w:r><w:footnoteRef/></w:r>" + t(" A note."))}</w:footnote><w:footnote w:id="3">{p("Nobody refers to it.")}</w:footnote></w:footnotes>'
    targets = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Target="https://larkfield.example/a"/></Relationships>'
    data = docx(body + p("End."), {"word/footnotes.xml": notes, "word/_rels/document.xml.rels": targets})
    assert read_back(data, "a.docx") == ["p See the office, our site.", "p End.", "p A note."]
    extraction = read(data, "a.docx", Options())
    assert [(link.target, link.span.of(extraction.text)) for link in extraction.links] == [
        ("https://larkfield.example/a#x", "the office"),
        ("https://larkfield.example", "our site"),
    ]


def test_links_of_footnotes_lead_where_their_own_part_says() -> None:
    relation = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Target="https://larkfield.example/{}"/></Relationships>'
    linked = f'<w:hyperlink r:id="r1">{t("our site")}</w:hyperlink>'
    notes = f'<w:footnotes {NS}><w:footnote w:id="2">{p(linked)}</w:footnote></w:footnotes>'
    data = docx(
        p(linked + '<w:r><w:footnoteReference w:id="2"/></w:r>'),
        {
            "word/footnotes.xml": notes,
            "word/_rels/document.xml.rels": relation.format("body"),
            "word/_rels/footnotes.xml.rels": relation.format("note"),
        },
    )
    targets = [link.target for link in read(data, "a.docx", Options()).links]
    assert targets == ["https://larkfield.example/body", "https://larkfield.example/note"]


@pytest.mark.parametrize(
    ("title", "expected"), [("Notice of the Lake Shop", "Notice of the Lake Shop"), ("notice_v3.docx", None)]
)
def test_properties(title: str, expected: str | None) -> None:
    core = f'<c:coreProperties xmlns:c="urn:c" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{title}</dc:title><dc:language>de-AT</dc:language></c:coreProperties>'
    extraction = read(docx(p("Wir."), {"docProps/core.xml": core}), "a.docx", Options())
    assert (extraction.title, extraction.language) == (expected, "de")
    broken = read(docx(p("Wir."), {"docProps/core.xml": "<"}), "a.docx", Options())
    assert (broken.title, broken.language) == (None, None)


def test_headers_and_footers_stand_apart() -> None:
    part = '<w:{0} xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">{1}</w:{0}>'
    edges = {
        "word/header1.xml": ("hdr", "Form LS-2041"),
        "word/footer1.xml": ("ftr", "Lake Shop"),
        "word/footer2.xml": ("ftr", "Lake Shop"),
    }
    data = docx(p("We ask you."), {name: part.format(tag, p(words)) for name, (tag, words) in edges.items()})
    assert read_back(data, "a.docx") == ["p We ask you."]
    assert read(data, "a.docx", Options()).header == "Lake Shop\nForm LS-2041"
    assert parse(data, "a.docx").metadata.document_id == "ls-2041"


def test_strict_documents_read_the_same() -> None:
    strict = docx(p("Who", "berschrift2")).replace(b"", b"")
    source = zipfile.ZipFile(io.BytesIO(strict))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in source.namelist():
            text = source.read(name)
            archive.writestr(
                name,
                text.replace(
                    b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
                    b"http://purl.oclc.org/ooxml/wordprocessingml/main",
                ),
            )
    assert read_back(out.getvalue(), "a.docx") == ["h2 Who"]


BOMB = '<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (docx(p("x"), {"../evil.xml": "<x/>"}), "points outside"),
        (docx(p("x"), {"/etc/x": "<x/>"}), "points outside"),
        (docx(p("x"), {"word/media/a.bin": "0" * 3_000_000}), "may be a bomb"),
        (docx(p("&b;"), doctype=BOMB), "declares entities"),
        (docx(p("x"), doctype='<!DOCTYPE d SYSTEM "file:///etc/passwd">'), "declares entities"),
        (docx(p("x"), {"word/document.xml": "<w:document"}), "damaged"),
        (docx("<w:sdt>" * 300 + "</w:sdt>" * 300), "damaged"),
        (docx(p("")), "holds no text"),
        (docx(p("x"))[:-30], "damaged ZIP"),
        (docx(p("x")).replace(b"word/document.xml", b"word/documenx.xml"), "a ZIP archive"),
    ],
    ids=lambda value: str(value)[:20] if isinstance(value, str) else "",
)
def test_hostile_packages_are_refused(data: bytes, message: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        read(data, "a.docx", Options())
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)


def test_missing_parts_are_no_error() -> None:
    parts = {"word/styles.xml": f"<w:styles {NS}/>", "word/numbering.xml": f"<w:numbering {NS}/>"}
    assert read_back(docx(p("x", "None", num=(9, 0)), parts), "a.docx") == ["p x"]


@settings(max_examples=120, deadline=None)
@given(st.integers(0, 3000), st.binary(min_size=1, max_size=8), st.sampled_from([Options(), REJECTED]))
def test_damaged_documents_end_in_blocks_or_an_error(at: int, junk: bytes, options: Options) -> None:
    data = bytearray(docx(p("One", "Clause", num=(2, 1)) + p(ins("b") + gone("c"), mark=INS) + table((p("a"), p("b")))))
    at %= len(data)
    data[at : at + len(junk)] = junk
    with suppress(NoticeError):
        read_back(bytes(data), "a.docx", options)


PIECES = st.sampled_from([p("words"), p(ins("b"), mark=INS), p(gone("c"), mark=DEL), p("h", "Clause"), p("i", num=(2, 1)), p("j", num=(1, 0)), p(FIELD), p(BOX), table((p("a"), p("", mark=DEL))), "<w:p/>"])  # fmt: skip


@settings(max_examples=100, deadline=None)
@given(st.lists(PIECES, min_size=1, max_size=12).map("".join), st.sampled_from([Options(), REJECTED]))
def test_any_document_reads_soundly(body: str, options: Options) -> None:
    with suppress(UnreadableError):
        read_back(docx(body), "a.docx", options)
