"""Broken copies of good files: the same ones every time, from a number."""

import random
from collections.abc import Callable, Iterator
from pathlib import Path

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


def mutants(numbers: range) -> Iterator[tuple[str, bytes]]:
    """For each number a name and the bytes of a broken file; every seed and change comes up in turn."""
    contents = [(path, path.read_bytes()) for path in SEEDS]
    for number in numbers:
        chance = random.Random(number)  # noqa: S311 - the same mutants every time
        path, good = contents[number % len(contents)]
        data = bytearray(good)
        for _ in range(chance.choice((1, 1, 2, 3))):
            CHANGES[(number // len(contents) + chance.randrange(len(CHANGES))) % len(CHANGES)](data, chance)
        yield f"{path.parent.name}/{path.name}#{number}", bytes(data)
