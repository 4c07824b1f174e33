"""A process apart for files that could take the library down with them.

PDFium follows a number tree that bites its tail until the stack is full, and draws forms that hold each other for
ever; no error comes back from either. A file that may hold such things is read in a child process: its end, or a
limit of time, becomes an error. It costs a few milliseconds where the process can be forked, and the start of an
interpreter where it cannot, so that plain files are read without it.
"""

import faulthandler
import os
import pickle
import re
import select
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence

from notice_parser.errors import NoticeError, UnreadableError
from notice_parser.model import Extraction

SECONDS = 20.0  # PDFium's own work on one page knows no other limit
START = 5.0  # seconds that an interpreter may take to start
CHUNK = 1 << 20
# What may nest: forms, number trees with inner nodes, and objects in compressed streams, where neither can be seen.
FORM, COMPRESSED = b"/Form", b"/ObjStm"
NUMBERED = (b"/PageLabels", b"/ParentTree")
INNER = b"/Kids"
DEEPEST = 50  # nodes above each other: a circle is deeper than any
OBJECT = re.compile(rb"\b(\d{1,9}) \d{1,5} obj\b")  # "12 0 obj"
BEGINS = b" obj"
HEAD = 16  # bytes before that: the longest two numbers
CHILDREN = re.compile(rb"/Kids\s*\[([\d\sR]*)\]")  # "/Kids [13 0 R 14 0 R]"
CHILD = re.compile(rb"(\d{1,9})\s+\d{1,5}\s+R")  # "13 0 R"


Work = Callable[[bytes], Extraction]
Answer = Extraction | tuple[str, str]  # what was read, or the words of an error


def guarded(data: bytes, work: Work) -> Extraction:
    """What `work`, a function of a module, makes of a file; where the file is doubtful, in a process apart."""
    if not is_doubtful(data):
        return work(data)
    may_fork = hasattr(os, "fork") and threading.active_count() == 1  # other threads would not live on in the child
    answer = (_forked if may_fork else _started)(data, work)
    if not answer:
        raise UnreadableError("the PDF is damaged", "save it again from its source")
    found: Answer = pickle.loads(answer)  # noqa: S301 - our own child wrote it
    if isinstance(found, tuple):
        raise UnreadableError(*found)
    return found


def is_doubtful(data: bytes) -> bool:
    """Whether a file may hold what PDFium never comes back from."""
    if FORM in data or COMPRESSED in data:
        return True
    return any(name in data for name in NUMBERED) and not _are_trees(data)


def _are_trees(data: bytes) -> bool:
    """Whether the nodes that name children make trees: every child lies further from a root, and has one parent."""
    lists = list(CHILDREN.finditer(data))
    parents: dict[int, int] = {}
    for found, owner in zip(lists, _owners(data, [found.start() for found in lists]), strict=True):
        for child in map(int, CHILD.findall(found[1])):
            if owner is None or child in parents:
                return False
            parents[child] = owner
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


def _owners(data: bytes, places: Sequence[int]) -> Iterator[int | None]:
    """The number of the object that each of some ascending places stands in; None before the first object."""
    owner: int | None = None
    since = 0
    for place in places:
        at = place
        while (at := data.rfind(BEGINS, since, at)) >= 0:
            found = OBJECT.search(data, max(0, at - HEAD), at + len(BEGINS) + 1)
            if found and found.end() == at + len(BEGINS):
                owner = int(found[1])
                break
        since = place
        yield owner


def _forked(data: bytes, work: Work) -> bytes:
    """The answer of a child that has all that this process has."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.close(reading)
        faulthandler.disable()
        try:
            with os.fdopen(writing, "wb") as out:
                out.write(_answer(data, work))
        finally:
            os._exit(0)  # what the parent has yet to run is not the child's
    os.close(writing)
    try:
        return _received(reading)
    finally:
        os.close(reading)
        os.kill(child, signal.SIGKILL)  # it has answered, or never will
        os.waitpid(child, 0)


def _received(reading: int) -> bytes:
    """All that the child writes."""
    end = time.monotonic() + SECONDS
    out: list[bytes] = []
    while select.select([reading], [], [], max(0.0, end - time.monotonic()))[0]:
        part = os.read(reading, CHUNK)
        if not part:
            return b"".join(out)
        out.append(part)
    raise _too_slow()


def _started(data: bytes, work: Work) -> bytes:
    """The answer of an interpreter of its own."""
    command = [sys.executable, "-c", "from notice_parser.extract.pdf.guard import answer; answer()"]
    paths = {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    asked = pickle.dumps((data, work))
    try:
        run = subprocess.run(command, input=asked, capture_output=True, timeout=SECONDS + START, env=paths, check=False)  # noqa: S603 - our own interpreter
    except subprocess.TimeoutExpired as error:
        raise _too_slow() from error
    return run.stdout


def answer() -> None:
    """In the interpreter that was started: read what is asked from standard input, write the answer to standard output."""
    data, work = pickle.load(sys.stdin.buffer)  # noqa: S301 - the parent wrote it
    sys.stdout.buffer.write(_answer(data, work))


def _answer(data: bytes, work: Work) -> bytes:
    try:
        found: Answer = work(data)
    except NoticeError as error:
        found = (error.what, error.remedy)
    return pickle.dumps(found)


def _too_slow() -> UnreadableError:
    return UnreadableError(f"the PDF took more than {SECONDS:.0f} seconds", "save it again from its source")
