"""DOCX by writing its parts directly: fixed dates, stored and not compressed, so that the bytes never differ."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any
from xml.sax.saxutils import escape

from notice_parser.report.redline.package import archive
from producers.master import Block, Piece

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
PREFIX = "application/vnd.openxmlformats-officedocument.wordprocessingml"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

PARTS = (
    ("document", "main"),
    ("styles", "styles"),
    ("numbering", "numbering"),
    ("header1", "header"),
    ("footer1", "footer"),
)
TYPES = (
    f'{HEAD}<Types xmlns="{PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    + "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{PREFIX}.{"document.main" if kind == "main" else kind}+xml"/>'
        for name, kind in PARTS
    )
    + "</Types>"
)
ROOT = (
    f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>'
)
HEADINGS = "".join(
    f'<w:style w:type="paragraph" w:styleId="Heading{level}"><w:name w:val="heading {level}"/><w:basedOn w:val="Normal"/>'
    f'<w:next w:val="Normal"/><w:pPr><w:keepNext/><w:spacing w:before="240" w:after="80"/><w:outlineLvl w:val="{level - 1}"/>'
    f'</w:pPr><w:rPr><w:b/><w:sz w:val="{size}"/></w:rPr></w:style>'
    for level, size in ((1, 36), (2, 28), (3, 24))
)
STYLES = (
    f'{HEAD}<w:styles {W}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Liberation Serif" w:hAnsi="Liberation Serif"/>'
    '<w:sz w:val="22"/><w:lang w:val="en-US"/></w:rPr></w:rPrDefault></w:docDefaults>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
    '<w:pPr><w:spacing w:after="140"/></w:pPr></w:style>'
    f'{HEADINGS}<w:style w:type="paragraph" w:styleId="ListParagraph"><w:name w:val="List Paragraph"/>'
    '<w:basedOn w:val="Normal"/><w:pPr><w:spacing w:after="40"/></w:pPr></w:style></w:styles>'
)
NUMBERING = (
    f'{HEAD}<w:numbering {W}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
    '<w:numFmt w:val="bullet"/><w:lvlText w:val="•"/><w:pPr><w:ind w:left="720" w:hanging="360"/></w:pPr></w:lvl>'
    '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
)
SECTION = (
    '<w:sectPr><w:headerReference w:type="default" r:id="rId3"/><w:footerReference w:type="default" r:id="rId4"/>'
    '<w:pgSz w:w="12240" w:h="15840"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="720" '
    'w:footer="720" w:gutter="0"/></w:sectPr>'
)
PAGE = '<w:r><w:t xml:space="preserve">Page </w:t></w:r><w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'


def docx(found: list[Block], site: dict[str, Any]) -> bytes:
    """A Word document of the blocks, with a running header and page numbers."""
    links = sorted({piece.href for block in found for piece in block.pieces if piece.href and piece.href[0] != "#"})
    parts = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": ROOT,
        "word/_rels/document.xml.rels": _relationships(links),
        "word/document.xml": f"{HEAD}<w:document {W} {R}><w:body>{''.join(_body(found, links))}{SECTION}</w:body></w:document>",
        "word/styles.xml": STYLES,
        "word/numbering.xml": NUMBERING,
        "word/header1.xml": f"{HEAD}<w:hdr {W}><w:p>{_run(Piece(site['running_header']))}</w:p></w:hdr>",
        "word/footer1.xml": f"{HEAD}<w:ftr {W}><w:p>{PAGE}</w:p></w:ftr>",
    }
    return archive(parts)


def _relationships(links: list[str]) -> str:
    rows = [
        ("styles", "styles.xml"),
        ("numbering", "numbering.xml"),
        ("header", "header1.xml"),
        ("footer", "footer1.xml"),
    ]
    inner = [f'<Relationship Id="rId{n}" Type="{OFFICE}/{k}" Target="{t}"/>' for n, (k, t) in enumerate(rows, 1)]
    outer = (
        f'<Relationship Id="link{n}" Type="{OFFICE}/hyperlink" Target="{escape(link)}" TargetMode="External"/>'
        for n, link in enumerate(links)
    )
    return f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{"".join([*inner, *outer])}</Relationships>'


def _body(found: list[Block], links: list[str]) -> Iterator[str]:
    for row, group in groupby(found, key=lambda block: block.row):
        if not row:
            yield from (_paragraph(block, links) for block in group)
            continue
        cells = "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="3000" w:type="dxa"/></w:tcPr>{_paragraph(c, links)}</w:tc>' for c in group
        )
        first, last = row == _rows(found)[0], row == _rows(found)[-1]
        yield (TABLE if first else "") + f"<w:tr>{cells}</w:tr>" + ("</w:tbl>" if last else "")


BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4"/>' for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
GRID = '<w:gridCol w:w="3000"/>' * 3
TABLE = (
    f'<w:tbl><w:tblPr><w:tblW w:w="9000" w:type="dxa"/><w:tblBorders>{BORDERS}</w:tblBorders></w:tblPr>'
    f"<w:tblGrid>{GRID}</w:tblGrid>"
)


def _rows(found: list[Block]) -> list[int]:
    return [block.row for block in found if block.row]


def _paragraph(block: Block, links: list[str]) -> str:
    style = {"heading": f"Heading{block.level}", "list-item": "ListParagraph"}.get(block.kind, "")
    marks = f'<w:pStyle w:val="{style}"/>' if style else ""
    if block.kind == "list-item":
        marks += '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    return f"<w:p><w:pPr>{marks}</w:pPr>{''.join(_link(piece, links) for piece in block.pieces)}</w:p>"


def _link(piece: Piece, links: list[str]) -> str:
    if not piece.href:
        return _run(piece)
    where = f'w:anchor="{piece.href[1:]}"' if piece.href[0] == "#" else f'r:id="link{links.index(piece.href)}"'
    return f"<w:hyperlink {where}>{_run(piece)}</w:hyperlink>"


def _run(piece: Piece) -> str:
    """One run, cut in two where it is long, as spelling checks cut them."""
    look = "<w:rPr><w:b/></w:rPr>" if piece.bold else ""
    half = len(piece.text) // 2 if len(piece.text) > 60 else 0
    cuts = [piece.text[:half], piece.text[half:]] if half else [piece.text]
    return "".join(f'<w:r>{look}<w:t xml:space="preserve">{escape(cut)}</w:t></w:r>' for cut in cuts)
