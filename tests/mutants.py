"""Broken copies of good files: the same ones every time, from a number.

Packed formats are broken inside as well, for a broken archive is refused before anything in it is read: the XML of a
DOCX stays well-formed with elements and values gone wrong, and the streams of a PDF are broken unpacked.
"""

import io
import random
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

from lxml import etree

CORPUS = Path(__file__).parent.parent / "corpus"
# One small file of each format and damage.
SEEDS = tuple(
    sorted(path for path in CORPUS.glob("*/v1.*") if path.suffix in {".md", ".html", ".docx", ".pdf", ".txt"})
)
Change = Callable[[bytearray, random.Random], None]


def flip(data: bytearray, chance: random.Random) -> None:
    """Some bytes become others."""
    for _ in range(chance.randint(1, 40)):
        data[chance.randrange(len(data))] = chance.randrange(256)


def cut(data: bytearray, chance: random.Random) -> None:
    """The end is missing."""
    del data[chance.randrange(1, len(data)) :]


def drop(data: bytearray, chance: random.Random) -> None:
    """A stretch is missing."""
    start = chance.randrange(len(data))
    del data[start : start + chance.randint(1, 2000)]
    data += b" " if not data else b""


def repeat(data: bytearray, chance: random.Random) -> None:
    """A stretch stands several times."""
    start = chance.randrange(len(data))
    data[start:start] = data[start : start + chance.randint(1, 400)] * chance.randint(1, 30)


def swap(data: bytearray, chance: random.Random) -> None:
    """Two stretches change places."""
    one, two = sorted(chance.randrange(len(data)) for _ in range(2))
    data[one : one + 50], data[two : two + 50] = data[two : two + 50], data[one : one + 50]


def insert(data: bytearray, chance: random.Random) -> None:
    """Tokens that mean something to a parser stand where none should."""
    at = chance.randrange(len(data))
    data[at:at] = chance.choice(TOKENS) * chance.choice((1, 1, 1, 200))


TOKENS = (
    b"<", b">", b"</div>", b"<table>", b"<li>", b"&#x110000;", b"&#0;", b"<!--", b"]]>", b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"\xed\xa0\x80",
    b"\n \n", b"\n\n", b"\r", b"\x0c", b"| ", b"> ", b"- ", b"1. ", b"**", b"[", b"](", b"\\", b"`", b"endobj", b"stream\n", b"<<", b">>",
    b"/Kids [1 0 R]", b"9999999999", b"-1", b"PK\x03\x04", "\u202e".encode(), "\ufffc".encode(), "ﬁ".encode(), "\ufffe".encode(),
)  # fmt: skip
CHANGES: tuple[Change, ...] = (flip, cut, drop, repeat, swap, insert)


STREAM = re.compile(rb"stream\r?\n(x[\x01\x5e\x9c\xda].*?)\r?\nendstream", re.DOTALL)  # what zlib packed
PARTS = re.compile(r"word/(?:document|styles|numbering|footnotes|comments)\.xml|word/_rels/document\.xml\.rels")
VALUES = ("", "-1", "0", "1", "9", "99999999999", "none", "Heading1", "ListParagraph", "%1.%2", "\ufffc", "x" * 500)
EPOCH = (2020, 1, 1, 0, 0, 0)


def broken(data: bytes, chance: random.Random, first: int) -> bytes:
    """One to three changes; `first` turns the table of changes, so that each comes up as often."""
    out = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 3))):
        CHANGES[(first + chance.randrange(len(CHANGES))) % len(CHANGES)](out, chance)
    return bytes(out)


def package(data: bytes, chance: random.Random, first: int) -> bytes:
    """A DOCX with one part broken: mostly well-formed with elements and values gone wrong, at times byte by byte."""
    old = zipfile.ZipFile(io.BytesIO(data))
    target = chance.choice([name for name in old.namelist() if PARTS.fullmatch(name)])
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = old.read(name)
            if name == target:
                part = elements(part, chance) if chance.random() < 0.8 else broken(part, chance, first)
            new.writestr(zipfile.ZipInfo(name, EPOCH), part)
    return out.getvalue()


def elements(part: bytes, chance: random.Random) -> bytes:
    """XML with elements dropped, doubled, moved into one another and renamed, and values that are none."""
    root = etree.fromstring(part)
    for _ in range(chance.randint(1, 12)):
        found = list(root.iterdescendants())
        if found:
            EDITS[chance.randrange(len(EDITS))](chance.choice(found), chance.choice(found), chance)
    return etree.tostring(root)


def dropped(one: etree._Element, other: etree._Element, chance: random.Random) -> None:
    """An element is missing."""
    del other, chance
    parent = one.getparent()
    if parent is not None:
        parent.remove(one)


def moved(one: etree._Element, other: etree._Element, chance: random.Random) -> None:
    """An element stands inside another."""
    if one not in other.iterancestors() and one is not other:
        other.insert(chance.randint(0, len(other)), one)


def nested(one: etree._Element, other: etree._Element, chance: random.Random) -> None:
    """An element stands inside itself, again and again."""
    del other
    inner = one
    for _ in range(chance.choice((1, 3, 40, 200))):
        inner = etree.SubElement(inner, one.tag, {str(key): str(value) for key, value in one.items()})


def renamed(one: etree._Element, other: etree._Element, chance: random.Random) -> None:
    """An element has the name of another."""
    del chance
    one.tag = other.tag


def revalued(one: etree._Element, other: etree._Element, chance: random.Random) -> None:
    """An attribute holds a value of another kind, or stands where none should."""
    for key in list(one.attrib) or list(other.attrib):
        one.set(key, chance.choice(VALUES))


EDITS: tuple[Callable[[etree._Element, etree._Element, random.Random], None], ...] = (
    dropped,
    moved,
    nested,
    renamed,
    revalued,
    revalued,
)


def streams(data: bytes, chance: random.Random, first: int) -> bytes:
    """A PDF with one of its packed streams broken; it is padded to its length where it got shorter."""
    found = [match for match in STREAM.finditer(data) if len(match.group(1)) < 60_000]
    match = chance.choice(found)
    try:
        inner = zlib.decompress(match.group(1))
    except zlib.error:
        return broken(data, chance, first)
    packed = zlib.compress(broken(inner or b" ", chance, first))
    return data[: match.start(1)] + packed.ljust(len(match.group(1)), b"\0") + data[match.end(1) :]


INSIDE: dict[str, Callable[[bytes, random.Random, int], bytes]] = {".docx": package, ".pdf": streams}
SHARE_INSIDE = 0.75  # of the mutants of a packed format


def mutants(numbers: range) -> Iterator[tuple[str, bytes]]:
    """For each number a name and the bytes of a broken file; every seed and change comes up in turn."""
    contents = [(path, path.read_bytes()) for path in SEEDS]
    for number in numbers:
        chance = random.Random(number)  # noqa: S311 - the same mutants every time
        path, good = contents[number % len(contents)]
        inside = chance.random() < SHARE_INSIDE
        breaks = INSIDE.get(path.suffix, broken) if inside else broken
        yield f"{path.parent.name}/{path.name}#{number}", breaks(good, chance, number // len(contents))
