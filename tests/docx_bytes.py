"""Small DOCX files from the XML of their body."""

import io
import zipfile

NS = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
STYLES = """
<w:style w:type="paragraph" w:default="1" w:styleId="Standard"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="berschrift2"><w:name w:val="heading 2"/><w:basedOn w:val="Standard"/></w:style>
<w:style w:type="paragraph" w:styleId="Clause"><w:name w:val="Clause"/><w:basedOn w:val="berschrift2"/></w:style>
<w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="Part"><w:name w:val="Part"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Item"><w:name w:val="Item"/><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="2"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="ListParagraph"><w:name w:val="List Paragraph"/></w:style>
<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>
<w:style w:type="paragraph" w:styleId="Loud"><w:name w:val="Loud"/><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="CircleA"><w:name w:val="A"/><w:basedOn w:val="CircleB"/></w:style>
<w:style w:type="paragraph" w:styleId="CircleB"><w:name w:val="B"/><w:basedOn w:val="CircleA"/></w:style>
"""


def _level(depth: int, form: str, text: str, start: int = 1) -> str:
    return f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'


ANEW = "".join(f'<w:lvlOverride w:ilvl="{k}"><w:startOverride w:val="1"/></w:lvlOverride>' for k in range(3))
NUMBERING = f"""
<w:abstractNum w:abstractNumId="0">{_level(0, "bullet", "")}{_level(1, "bullet", "o")}</w:abstractNum>
<w:abstractNum w:abstractNumId="1">{_level(0, "decimal", "%1.")}{_level(1, "decimal", "%1.%2")}{_level(2, "lowerLetter", "(%3)")}
{_level(3, "lowerRoman", "(%4)")}{_level(4, "upperRoman", "%5)", 4)}</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num>
{"".join(f'<w:num w:numId="{k}"><w:abstractNumId w:val="1"/>{ANEW}</w:num>' for k in (5, 6))}
<w:num w:numId="4"><w:abstractNumId w:val="1"/></w:num>
"""


def p(words: str, style: str = "", num: tuple[int, int] | None = None, mark: str = "") -> str:
    """A paragraph of one run, or of the runs given as XML."""
    runs = words if words.startswith("<") else t(words)
    listed = f'<w:numPr><w:ilvl w:val="{num[1]}"/><w:numId w:val="{num[0]}"/></w:numPr>' if num else ""
    styled = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{styled}{listed}<w:rPr>{mark}</w:rPr></w:pPr>{runs}</w:p>"


def t(words: str, properties: str = "", tag: str = "t") -> str:
    """A run."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:{tag} xml:space="preserve">{words}</w:{tag}></w:r>'


def ins(words: str) -> str:
    """An inserted run."""
    return f'<w:ins w:id="1" w:author="a">{t(words)}</w:ins>'


def gone(words: str) -> str:
    """A deleted run."""
    return f'<w:del w:id="2" w:author="a">{t(words, tag="delText")}</w:del>'


def table(*rows: tuple[str, ...]) -> str:
    """A table of cells given as the XML of their paragraphs."""
    return (
        "<w:tbl>"
        + "".join(f"<w:tr>{''.join(f'<w:tc>{cell}</w:tc>' for cell in row)}</w:tr>" for row in rows)
        + "</w:tbl>"
    )


def docx(body: str, parts: dict[str, str] | None = None, *, doctype: str = "") -> bytes:
    """A document with the styles and lists of this file; `parts` adds or replaces parts."""
    members = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "word/document.xml": f"<w:document {NS}><w:body>{body}<w:sectPr/></w:body></w:document>",
        "word/styles.xml": f"<w:styles {NS}>{STYLES}</w:styles>",
        "word/numbering.xml": f"<w:numbering {NS}>{NUMBERING}</w:numbering>",
        "word/header1.xml": f"<w:hdr {NS}>{p('Running header')}</w:hdr>",
        **(parts or {}),
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in members.items():
            archive.writestr(name, f'<?xml version="1.0" encoding="UTF-8"?>{doctype}{text}' if text else "")
    return out.getvalue()
