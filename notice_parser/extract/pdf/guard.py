"""A process apart for files that could take the library down with them.

PDFium follows a number tree that bites its tail until the stack is full, and draws forms that hold each other for
ever; no error comes back from either. A file that may hold such things is read in a child process: its end, or a
limit of time, becomes an error. It costs a few milliseconds, so that plain files are read without it.
"""

import faulthandler
import os
import pickle
import re
import select
import signal
import threading
import time
from bisect import bisect_right
from collections.abc import Callable

from notice_parser.errors import NoticeError, UnreadableError
from notice_parser.model import Extraction

SECONDS = 20.0  # PDFium's own work on one page knows no other limit
CHUNK = 1 << 20
# What may nest: forms, number trees with inner nodes, and objects in compressed streams, where neither can be seen.
FORM, COMPRESSED = b"/Form", b"/ObjStm"
NUMBERED = (b"/PageLabels", b"/ParentTree")
INNER = b"/Kids"
DEEPEST = 50  # nodes above each other: a circle is deeper than any
OBJECT = re.compile(rb"\b(\d{1,9}) \d{1,5} obj\b")  # "12 0 obj"
CHILDREN = re.compile(rb"/Kids\s*\[([\d\sR]*)\]")  # "/Kids [13 0 R 14 0 R]"
CHILD = re.compile(rb"(\d{1,9})\s+\d{1,5}\s+R")  # "13 0 R"


def guarded(data: bytes, work: Callable[[], Extraction]) -> Extraction:
    """What `work` makes of a file; where the file is doubtful, in a process apart."""
    may_fork = hasattr(os, "fork") and threading.active_count() == 1  # other threads would not live on in the child
    return _apart(work) if may_fork and is_doubtful(data) else work()


def is_doubtful(data: bytes) -> bool:
    """Whether a file may hold what PDFium never comes back from."""
    if FORM in data or COMPRESSED in data:
        return True
    return any(name in data for name in NUMBERED) and not _are_trees(data)


def _are_trees(data: bytes) -> bool:
    """Whether the nodes that name children make trees: every child lies further from a root, and has one parent."""
    starts = [(found.start(), int(found[1])) for found in OBJECT.finditer(data)]
    lists = list(CHILDREN.finditer(data))
    parents: dict[int, int] = {}
    for found in lists:
        at = bisect_right(starts, (found.start(),)) - 1
        for child in map(int, CHILD.findall(found[1])):
            if at < 0 or child in parents:
                return False
            parents[child] = starts[at][1]
    sound: set[int] = set()
    for node in parents:
        path: list[int] = []
        here: int | None = node
        while here is not None and here not in sound:
            if len(path) > DEEPEST:
                return False
            path.append(here)
            here = parents.get(here)
        sound.update(path)
    return len(lists) == data.count(INNER)


def _apart(work: Callable[[], Extraction]) -> Extraction:
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.close(reading)
        _answer(work, writing)
    os.close(writing)
    try:
        answer = _received(reading)
    finally:
        os.close(reading)
        os.kill(child, signal.SIGKILL)  # it has answered, or never will
        os.waitpid(child, 0)
    if not answer:
        raise UnreadableError("the PDF is damaged", "save it again from its source")
    found: Extraction | tuple[str, str] = pickle.loads(answer)  # noqa: S301 - our own child wrote it
    if isinstance(found, tuple):
        raise UnreadableError(*found)
    return found


def _answer(work: Callable[[], Extraction], writing: int) -> None:
    """In the child: write the result or the error, and end without running what the parent has yet to run."""
    faulthandler.disable()
    try:
        try:
            found: Extraction | tuple[str, str] = work()
        except NoticeError as error:
            found = (error.what, error.remedy)
        with os.fdopen(writing, "wb") as out:
            pickle.dump(found, out)
    finally:
        os._exit(0)


def _received(reading: int) -> bytes:
    """All that the child writes."""
    end = time.monotonic() + SECONDS
    out: list[bytes] = []
    while select.select([reading], [], [], max(0.0, end - time.monotonic()))[0]:
        part = os.read(reading, CHUNK)
        if not part:
            return b"".join(out)
        out.append(part)
    raise UnreadableError(f"the PDF took more than {SECONDS:.0f} seconds", "save it again from its source")
