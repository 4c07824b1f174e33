"""DOCX: the paragraphs of a word-processor document with the labels and headings that its styles give them."""

from typing import Any

from notice_parser.model import Extraction, Options
from notice_parser.vocabulary import BlockKind

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
RESERVED = ("separator", "continuationSeparator", "continuationNotice")  # footnotes that hold lines, not words


def read_docx(data: bytes, options: Options) -> Extraction:
    """The text of a document in one view of its tracked changes, with its blocks, links and footnotes."""
    from notice_parser.extract.docx.names import W
    from notice_parser.extract.docx.numbers import Counter
    from notice_parser.extract.docx.package import Package
    from notice_parser.extract.docx.styles import Styles
    from notice_parser.extract.docx.views import View, revisions
    from notice_parser.extract.docx.walk import Walk
    from notice_parser.extract.headings import promote_bold
    from notice_parser.extract.properties import stated_language, stated_title
    from notice_parser.extract.writing import STRUCK_OUT

    package = Package(data)
    name, view = package.document(), View(options.revisions)
    root = package.part(name)
    notes = {kind: package.part(f"word/{kind}s.xml") for kind in ("footnote", "endnote")}
    styles = Styles(package.part("word/styles.xml"))
    walk = Walk(styles, Counter(package.part("word/numbering.xml")), view, package.targets(name))
    walk.part(root)
    for kind, note in _notes(walk.notes, notes, W):
        walk.part(note, package.targets(f"word/{kind}s.xml"))
    writer = walk.writer
    title, language = package.properties()
    kinds = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)  # numbered bold lines are headings too
    return Extraction(
        text=writer.text,
        media_type=MEDIA_TYPE,
        blocks=tuple(promote_bold(writer.blocks, writer.bold, writer.text, kinds)),
        links=tuple(writer.links),
        warnings=(STRUCK_OUT,) if walk.struck else (),
        title=stated_title(title),
        language=stated_language(language or styles.language),
        header=package.edges(),
        revisions=revisions(
            [root, *(n for n in notes.values() if n is not None)], package.part("word/comments.xml"), view
        ),
    )


def _notes(wanted: list[tuple[str, str]], roots: dict[str, Any], prefix: str) -> list[tuple[str, Any]]:
    """The footnotes and endnotes that the text refers to, each with its kind, in the order of its references."""
    known = {
        (kind, str(note.get(f"{prefix}id"))): note
        for kind, root in roots.items()
        if root is not None
        for note in root
        if note.get(f"{prefix}type") not in RESERVED
    }
    return [(key[0], known[key]) for key in dict.fromkeys(wanted) if key in known]
