"""A clause on its way to its actions."""

from notice_parser.commitments.levels import Clause
from notice_parser.commitments.parties import Role
from notice_parser.commitments.reading import Reading
from notice_parser.span import Record
from notice_parser.vocabulary import Modality


class Deed(Record):
    """A clause on its way to its actions."""

    reading: Reading
    found: list[Clause]
    at: int
    clause: Clause  # the one at that place
    who: Role
    subject_acts: bool  # the data subject does
    bound: Modality
    refuses: bool
    lemma: str
    topics: list[str]  # of the object
    tail: list[str]  # of the words around
