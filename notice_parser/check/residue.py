"""What a revision leaves over once everything that says the same is taken away: inserted and deleted terms."""

from collections import Counter
from collections.abc import Iterable, Sequence

from notice_parser.check.reading import Reading
from notice_parser.check.terms import Term, same
from notice_parser.span import Record

SILENT = frozenset({"light", "pointer", "modal", "neg"})  # compared elsewhere or not at all
FIRM = frozenset(
    {"period", "age", "money", "number", "date", "consent", "optout", "only", "except", "hedge", "basis", "place"}
)
SAME = {("if", "when"): ("if", "if"), ("hedge", "feasible"): ("hedge", "any"), ("hedge", "usually"): ("hedge", "any")}
# Spellings of one place, by their stems
REGIONS = {
    "usa": "us", "u s": "us", "unit state": "us", "the unit state": "us", "unit state of america": "us", "european union": "eu", "eu resident": "eu",
    "european economic area": "eea", "unit kingdom": "uk", "great britain": "uk", "britain": "uk",
}  # fmt: skip
NEAR = 2  # letters that a corrected spelling may differ by


class Chunk(Record):
    """Terms that stood where others stand now; one side is empty for an insertion or deletion."""

    deleted: tuple[int, ...]
    inserted: tuple[int, ...]


def residue(before: Reading, after: Reading, renamed: frozenset[tuple[str, str]] = frozenset()) -> list[Chunk]:
    """The chunks that differ once moved, respelled and renamed words are taken away."""
    from rapidfuzz.distance import LCSseq

    old, new = _heard(before), _heard(after)
    codes = LCSseq.opcodes([_key(before.terms[i]) for i in old], [_key(after.terms[j]) for j in new])
    chunks: list[Chunk] = []
    grown = False
    for code in codes:
        if code.tag == "equal":
            grown = False
            continue
        gone, come = tuple(old[code.src_start : code.src_end]), tuple(new[code.dest_start : code.dest_end])
        if grown:
            gone, come = chunks[-1].deleted + gone, chunks.pop().inserted + come
        chunks.append(Chunk(gone, come))
        grown = True
    chunks = [chunk for chunk in chunks if not _respelled(before, after, chunk, renamed)]
    return _without_moves(before, after, chunks)


def _key(term: Term) -> tuple[str, str]:
    if term.kind in {"data", "party", "purpose", "source"}:
        return term.kind, f"{term.value} {_stems(term)}"
    if term.kind == "place" or term.key == ("people", "region"):
        said = _stems(term)
        return "place", REGIONS.get(said, said)
    return SAME.get(term.key, term.key)


def _stems(term: Term) -> str:
    from notice_parser.check.words import words

    return " ".join(same().get(word.stem, word.stem) for word in words(term.text))


def _heard(reading: Reading) -> list[int]:
    return [number for number, term in enumerate(reading.terms) if term.kind not in SILENT]


def _respelled(before: Reading, after: Reading, chunk: Chunk, renamed: frozenset[tuple[str, str]]) -> bool:
    """Whether both sides are one word in two spellings, or a name that changed throughout the notice."""
    gone, come = _letters(before, chunk.deleted), _letters(after, chunk.inserted)
    if not gone or not come:
        return False
    if gone == come or (gone, come) in renamed:
        return True
    kinds = {before.terms[i].kind for i in chunk.deleted} | {after.terms[j].kind for j in chunk.inserted}
    if kinds & FIRM or min(len(gone), len(come)) < 4 or gone[0] != come[0] or len(chunk.deleted) != len(chunk.inserted):
        return False
    return _distance(gone, come) <= (NEAR if min(len(gone), len(come)) >= 8 else 1)


def rejoined(before: Reading, after: Reading) -> bool:
    """Whether both sides are the same letters in the same order: only blanks and punctuation differ."""
    one = "".join(word.text.casefold() for word in before.words)
    return one == "".join(word.text.casefold() for word in after.words)


def respelled(before: Reading, after: Reading) -> bool:
    """Whether both sides are the same words in the same order, up to spelling."""
    from rapidfuzz.distance import LCSseq

    old, new = before.words, after.words
    for code in LCSseq.opcodes([word.stem for word in old], [word.stem for word in new]):
        one = "".join(word.text.casefold() for word in old[code.src_start : code.src_end])
        two = "".join(word.text.casefold() for word in new[code.dest_start : code.dest_end])
        if code.tag != "equal" and (not one or not two or _distance(one, two) > NEAR):
            return False
    return True


def _distance(one: str, two: str) -> int:
    from rapidfuzz.distance import OSA

    return int(OSA.distance(one, two))


def _letters(reading: Reading, indices: Iterable[int]) -> str:
    spans = [reading.terms[i] for i in indices]
    return "".join(reading.words[k].text.casefold() for term in spans for k in range(term.first, term.last))


def _without_moves(before: Reading, after: Reading, chunks: Sequence[Chunk]) -> list[Chunk]:
    """The chunks without terms that were only moved inside the sentence."""
    gone = Counter(_key(before.terms[i]) for chunk in chunks for i in chunk.deleted)
    come = Counter(_key(after.terms[j]) for chunk in chunks for j in chunk.inserted)
    both = gone & come
    left, right = both.copy(), both.copy()
    kept = []
    for chunk in chunks:
        deleted = tuple(i for i in chunk.deleted if not _taken(left, _key(before.terms[i])))
        inserted = tuple(j for j in chunk.inserted if not _taken(right, _key(after.terms[j])))
        if deleted or inserted:
            kept.append(Chunk(deleted, inserted))
    return kept


def _taken(counts: Counter[tuple[str, str]], key: tuple[str, str]) -> bool:
    if counts[key] > 0:
        counts[key] -= 1
        return True
    return False
