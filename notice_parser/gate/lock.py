"""The lock: the approved state of each notice, one commitment a line, and the notice read back from it."""

from collections.abc import Iterator, Sequence

from notice_parser.codec import SCHEMA_VERSION, decode, encode
from notice_parser.errors import ConfigError, FormatError, UnreadableError
from notice_parser.gate.wording import lines_of
from notice_parser.model import Commitment, Notice
from notice_parser.sign_off import Lock, LockedCommitment, LockedNotice

DEPTH = 2  # the notices, and the commitments of each, one a line


def lock(notices: Sequence[LockedNotice]) -> Lock:
    """The lock of these notices."""
    return Lock(SCHEMA_VERSION, tuple(sorted(notices, key=lambda notice: notice.path)))


def lock_bytes(locked: Lock) -> bytes:
    """The lock as the file holds it."""
    return encode(locked, DEPTH)


def read_lock(data: bytes, name: str) -> Lock:
    """The lock in `data`. Raises ConfigError where it is none."""
    try:
        return decode(data, Lock)
    except FormatError as error:
        raise ConfigError(f"{name} is no lock: {error.problems[0]}", "write it anew with: notice lock") from error
    except UnreadableError as error:
        raise ConfigError(f"{name} is no lock: {error.what}", "write it anew with: notice lock") from error


def locked(notice: Notice, path: str, key: str) -> LockedNotice:
    """A notice as the lock holds it."""
    return LockedNotice(
        path=path,
        key=key,
        metadata=notice.metadata,
        source=notice.source,
        produced_by=notice.produced_by,
        commitments=tuple(sorted(_commitments(notice), key=lambda row: row.anchor)),
        text=tuple(lines_of(notice)),
    )


def _commitments(notice: Notice) -> Iterator[LockedCommitment]:
    return (_line(held, notice) for held in notice.commitments if held.asserted)


def _line(held: Commitment, notice: Notice) -> LockedCommitment:
    words = ((str(condition.kind), condition.span.of(notice.text)) for condition in held.conditions)
    return LockedCommitment(
        anchor=notice.sentences[held.sentence].section,
        actor=held.actor,
        modality=held.modality,
        action=held.action,
        data=held.data,
        recipients=held.recipients,
        purposes=held.purposes,
        conditions=tuple(f"{kind}: {said}" if said else kind for kind, said in words),
        times=tuple(time.value for time in held.times),
        text=held.text,
    )
