"""Minimal PDF files, written by hand: pages of positioned text in the standard fonts."""

from typing import NamedTuple

FONTS = {"F1": "Helvetica", "F2": "Helvetica-Bold", "F3": "Times-Italic"}


class Put(NamedTuple):
    """Text at a place, in points from the lower left corner."""

    x: float
    y: float
    text: str
    size: float = 11
    font: str = "F1"


class Rule(NamedTuple):
    """A drawn line from one place to another."""

    x0: float
    y0: float
    x1: float
    y1: float


class Dot(NamedTuple):
    """A drawn bullet: a small square, filled."""

    x: float
    y: float


Item = Put | Rule | Dot


def pdf(*pages: list[Item], extra: str = "", trailer: str = "", cat: str = "") -> bytes:
    """A PDF of US letter pages; `extra` goes into every page's dictionary, `trailer` into the
    trailer, `cat` into the catalog."""
    count = len(pages)
    kids = " ".join(f"{10 + 2 * k} 0 R" for k in range(count))
    fonts = "".join(
        f"/{name} <</Type /Font /Subtype /Type1 /BaseFont /{base} /Encoding /WinAnsiEncoding>> "
        for name, base in FONTS.items()
    )
    objects = {
        1: f"<</Type /Catalog /Pages 2 0 R {cat}>>".encode(),
        2: f"<</Type /Pages /Kids [{kids}] /Count {count}>>".encode(),
        3: f"<</Font <<{fonts}>> >>".encode(),
    }
    for k, puts in enumerate(pages):
        body = "\n".join(_operators(put) for put in puts).encode("cp1252")
        objects[10 + 2 * k] = (
            f"<</Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources 3 0 R /Contents {11 + 2 * k} 0 R {extra}>>"
        ).encode()
        objects[11 + 2 * k] = b"<</Length %d>>\nstream\n%s\nendstream" % (len(body), body)
    return _file(objects, trailer)


def lines(x: float, y: float, text: str, *, size: float = 11, font: str = "F1", pitch: float = 14) -> list[Item]:
    """One `Put` for each line of `text`, going down from `y`."""
    return [Put(x, y - pitch * k, line, size, font) for k, line in enumerate(text.split("\n"))]


def page_of(source: str) -> list[Item]:
    """A page from its notation: `x y font size | text`, `rule x0 y0 x1 y1`, `dot x y`, one item a line."""
    return [_item(line) for line in source.split("\n") if line.strip()]


def _item(line: str) -> Item:
    place, _, text = line.partition(" | ")
    words = place.split()
    if words[0] == "rule":
        return Rule(*map(float, words[1:]))
    if words[0] == "dot":
        return Dot(*map(float, words[1:]))
    return Put(float(words[0]), float(words[1]), text, float(words[3]), words[2])


def _operators(put: Item) -> str:
    if isinstance(put, Rule):
        return f"{put.x0} {put.y0} m {put.x1} {put.y1} l S"
    if isinstance(put, Dot):
        return f"{put.x} {put.y} 4 4 re f"
    text = put.text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return f"BT /{put.font} {put.size} Tf 1 0 0 1 {put.x} {put.y} Tm ({text}) Tj ET"


def _file(objects: dict[int, bytes], trailer: str) -> bytes:
    out = b"%PDF-1.7\n"
    places = {}
    for number in sorted(objects):
        places[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, objects[number])
    size = max(objects) + 1
    table = b"".join(
        b"%010d 00000 n \n" % places[number] if number in places else b"0000000000 65535 f \n" for number in range(size)
    )
    at = len(out)
    return out + b"xref\n0 %d\n%strailer\n<</Size %d /Root 1 0 R %s>>\nstartxref\n%d\n%%%%EOF\n" % (
        size,
        table,
        size,
        trailer.encode(),
        at,
    )
