"""Text runs whose trailing blanks an editor removed: words and line lengths say where a blank was.

"Our Noti" and "ce covers" are one word; a line as long as the page is wide ended with a blank.
"""

import re
from collections.abc import Iterator, Sequence

from notice_parser.repair.runs.gaps import Item
from notice_parser.repair.words import Words

LAST_WORD = re.compile(r"[^\W\d_]+$")
FIRST_WORD = re.compile(r"[^\W\d_]+")
FIRST_TOKEN = re.compile(r"\S+")
FULL, INNER = 3.0, 1.0  # orders of magnitude that the place on the line is worth
RARE = -6.5  # decimal logarithm: rarer strings are parts of words more often than words
LOOK = 40  # characters: longer than any word
ENDS = frozenset(".,;:!?)]")
DASHED = frozenset(".:;,")  # after these a hyphen is a dash
CLOSES = frozenset(".,;:!?)]}%\u2019\u201d/")  # nothing but a word goes before these
OPENS = frozenset("([{\u201c/@")  # nothing but a word goes after these


def width(items: Sequence[Item]) -> int:
    """The length of a full line: runs as long as this ended one."""
    lengths = sorted(len(item.text) for item in items if item.text)
    return lengths[int(len(lengths) * 0.93)] if lengths else 0


def restored(items: Sequence[Item], words: Words, width: int) -> Iterator[Item]:
    """The items, each with the trailing blank that it seems to have had before the next."""
    line, tail = 0, ""
    for i, item in enumerate(items):
        line, tail = line + len(item.text), tail[-LOOK:] + item.text
        after = items[i + 1] if i + 1 < len(items) else None
        if after is None or after.marks or after.bullets:
            line, tail = 0, ""
            yield item
        elif item.text and (
            _had_blank(tail, _ahead(items, i + 1), line, words, width) or _begins_compound(items, i + 1, item.text)
        ):
            line, tail = (0 if line > width * 0.75 else line), ""
            yield item._replace(text=item.text + " ")
        else:
            yield item


def _begins_compound(items: Sequence[Item], i: int, before: str) -> bool:
    """Whether a run is the lone letter of a word such as "e-mail", behind a word."""
    run = items[i].text
    hyphen = i + 1 < len(items) and items[i + 1].text.startswith("-")
    return len(run) == 1 and run.isalpha() and hyphen and before[-1:].isalpha()


def _ahead(items: Sequence[Item], i: int) -> tuple[str, str]:
    """The next run, and the next run with what may belong to its first word."""
    run = items[i].text
    whole = run
    while whole.isalpha() and len(whole) < LOOK and i + 1 < len(items) and not items[i + 1].marks and items[i + 1].text:
        i += 1
        whole += items[i].text
    return run, whole


def _had_blank(left: str, ahead: tuple[str, str], line: int, words: Words, width: int) -> bool:
    right, whole = ahead
    last = LAST_WORD.search(left)
    if not right:  # a lost run follows: it starts a line more often than it starts inside a word
        return not left.endswith(("-", "/")) and (last is None or words.log(last.group()) > RARE)
    if right.startswith("-") and left[-1] in DASHED:
        return True
    if left.endswith("-") or right.startswith("-") or left[-1] in OPENS or right[0] in CLOSES:
        return right[0] == "/" and line > width * 0.9
    first = FIRST_WORD.match(right)
    full = _is_full(whole, line, width)
    if first is not None and last is not None:
        limit = FULL if full else -INNER
        return any(words.join(last.group(), word) < limit for word in {first.group(), _first_word(whole)})
    if left[-1].isalnum() and right[0].isalnum():
        return full or (last is not None and words.log(last.group()) > RARE)
    return full or (left[-1] in ENDS and len(left) > 1)


def _first_word(text: str) -> str:
    found = FIRST_WORD.match(text)
    return found.group() if found else ""


def _is_full(right: str, line: int, width: int) -> bool:
    """Whether the first word of the next run would not have fitted on the line."""
    token = FIRST_TOKEN.match(right)
    return line + 1 + (len(token.group()) if token else 0) > width
