"""Modality and polarity: what the words of a verb group and its subject make of the statement.

`marks` come from the verb group in order: "M" may, "W" will, "N" a negation, and the effects of governing words
(permit, oblige, forbid, refuse, choose, same, try, undo, ask, advise).
"""

from notice_parser.span import Record
from notice_parser.vocabulary import Actor, Modality


class Force(Record):
    """How a statement binds. `refuses`: what is permitted or chosen is not to act ("the right not to share")."""

    modality: Modality
    refuses: bool = False
    hedged: bool = False


class _State:
    def __init__(self, *, negative: bool) -> None:
        self.modality = Modality.PRACTICE
        self.negative = negative
        self.refuses = False
        self.hedged = False
        self.free = False  # leave to act was given: a later negation belongs to the act


def force(marks: list[tuple[str, int]], actor: Actor, *, negative: bool = False) -> Force:
    """The modality that the marks come to. `negative`: the subject is negative ("no data is", "nobody may")."""
    state = _State(negative=negative)
    for position, (mark, _) in enumerate(marks):
        _EFFECTS[mark](state, position)
    return Force(_bound(state, actor), state.refuses, state.hedged)


def _bound(state: _State, actor: Actor) -> Modality:
    chosen = state.refuses and state.modality == Modality.PRACTICE and actor != Actor.DATA_SUBJECT
    if state.negative or chosen:  # "we choose not to share" is a promise
        return Modality.PROHIBITION
    if actor == Actor.DATA_SUBJECT:
        return {Modality.PERMISSION: Modality.RIGHT, Modality.OBLIGATION: Modality.DUTY}.get(
            state.modality, state.modality
        )
    return state.modality


def _may(state: _State, position: int) -> None:
    del position
    state.modality = Modality.PERMISSION


def _will(state: _State, position: int) -> None:
    del position
    state.modality = Modality.OBLIGATION


def _negation(state: _State, position: int) -> None:
    del position
    if state.free:
        state.refuses = True
    else:
        state.negative = True


def _permit(state: _State, position: int) -> None:
    del position
    if not state.negative:
        state.modality = Modality.PERMISSION
        state.free = True


def _oblige(state: _State, position: int) -> None:
    del position
    if state.negative:  # "we are not required to delete": nobody is bound
        state.negative, state.modality, state.refuses = False, Modality.PERMISSION, True
    elif state.modality != Modality.PERMISSION:  # "may need to share" is leave, not duty
        state.modality = Modality.OBLIGATION


def _forbid(state: _State, position: int) -> None:
    del position
    if state.free:  # "the right to ask us to stop selling"
        state.refuses = True
    elif state.negative:  # "will not prevent us from using"
        state.modality, state.negative = Modality.PERMISSION, False
    else:
        state.negative = True


def _refuse(state: _State, position: int) -> None:
    del position
    if state.modality == Modality.PERMISSION:  # "you may decline to provide", "we may refuse to act on a request"
        state.refuses = True
    else:
        state.negative = True


def _choose(state: _State, position: int) -> None:
    del position
    if not state.negative:
        state.free = True


def _same(state: _State, position: int) -> None:
    del state, position


def _asked(state: _State, position: int) -> None:
    del position
    state.free = True


def _try(state: _State, position: int) -> None:
    del position
    state.hedged = True


def _undo(state: _State, position: int) -> None:
    del position
    state.negative = not state.negative


_EFFECTS = {
    "M": _may,
    "W": _will,
    "N": _negation,
    "permit": _permit,
    "oblige": _oblige,
    "forbid": _forbid,
    "refuse": _refuse,
    "choose": _choose,
    "same": _same,
    "try": _try,
    "undo": _undo,
    "ask": _asked,
    "advise": _same,
}
