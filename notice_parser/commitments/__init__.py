"""Sentences to commitments: who may, will, must or must not do what with which data."""

from notice_parser.model import Commitment, Loss, Segments


def commitments(text: str, segments: Segments, losses: tuple[Loss, ...]) -> tuple[Commitment, ...]:
    """The commitments that the sentences of `text` state, in text order."""
    del text, segments, losses
    return ()
