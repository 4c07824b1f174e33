"""Laws of the stage: places, order, caches, threads, hash seeds, and cost on hostile sentences."""

import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from notice_parser.commitments.frames import frames
from notice_parser.commitments.names import controller_names
from notice_parser.extract import read
from notice_parser.model import Commitment, Options
from notice_parser.parsing import parse
from notice_parser.repair import repair
from notice_parser.segment import segment
from notice_parser.span import Span

CUES = """we you they our your data no not never nor neither share sell sold use collect collected , ( ) : ; - is are be by includes Acme with to if that
which rights right may will must do does have and or from under no circumstances ask us our partners without “Do Not Sell” only unless necessary"""
WORDS = st.lists(st.sampled_from(CUES.split()), min_size=1, max_size=40).map(" ".join)
SENTENCES = st.sampled_from(
    (
        "We never sell your diary entries.",
        "We share your address with couriers if you order a book.",
        "You may ask us to delete your account.",
        "Our printers must not use your photographs for anything else.",
        "We keep invoices for ten years, and then we destroy them.",
        "No recording is made without your consent.",
        "This notice may change.",
    )
)


@settings(max_examples=80, deadline=None)
@given(WORDS | st.text(min_size=1, max_size=60))
def test_any_words_give_places_inside_their_sentence(words: str) -> None:
    whole = Span(0, len(words))
    for frame in frames(words):
        assert all(whole.holds(span) for span in (frame.span, frame.verb, *frame.words))
        assert frame.verb.start < frame.verb.end


@settings(max_examples=60, deadline=None)
@given(WORDS)
def test_what_was_read_before_is_read_the_same_anew(words: str) -> None:
    assert frames(words) == frames(words) == frames.__wrapped__(words)


def notice(sentences: list[str]) -> str:
    return "# Notice\n\n## Data\n\n" + "\n\n".join(sentences) + "\n"


def told(found: tuple[Commitment, ...]) -> list[tuple[str, ...]]:
    return [(c.id, c.text, c.actor, c.modality, c.action, *c.data, *c.recipients, *c.purposes) for c in found]


@settings(max_examples=25, deadline=None)
@given(st.lists(SENTENCES, min_size=1, max_size=5), st.lists(SENTENCES, min_size=1, max_size=5))
def test_what_follows_changes_no_commitment_before_it(first: list[str], more: list[str]) -> None:
    short = parse(notice(first).encode(), "x.md").commitments
    long = parse(notice(first + more).encode(), "x.md").commitments
    assert told(long)[: len(short)] == told(short)


@settings(max_examples=25, deadline=None)
@given(st.lists(SENTENCES, min_size=1, max_size=6))
def test_commitments_stand_in_their_sentences_in_text_order(sentences: list[str]) -> None:
    found = parse(notice(sentences).encode(), "x.md")
    assert [c.sentence for c in found.commitments] == sorted(c.sentence for c in found.commitments)
    for c in found.commitments:
        assert found.sentences[c.sentence].span.holds(c.span)
        assert c.text == c.span.of(found.text)


def test_threads_answer_as_one_does() -> None:
    texts = [f"We will not share report {k} unless you agree, and you may object." for k in range(200)]
    alone = [frames.__wrapped__(text) for text in texts]
    frames.cache_clear()
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(frames, texts)) == alone


def test_no_hash_seed_changes_the_answer() -> None:
    code = (
        "from notice_parser import parse; from notice_parser.codec import encode;"
        "print(encode(parse(b'# N\\n\\n## D\\n\\nWe may sell, share and use your name, photos and location "
        "with banks, courts and advertisers to bill you, unless you object.\\n', 'x.md')))"
    )
    answers = {
        subprocess.run(
            [sys.executable, "-c", code], env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("0", "42")
    }
    assert len(answers) == 1


HOSTILE = (
    "we collect ",
    "if you share, ",
    "data ",
    "data, ",
    "(",
    "we may or ",
    "to delete your data, click here, ",
    "share, ",
    "not ",
    "“Do Not Sell ",
    "you have the right to ",
    "including partners, ",
    "is sold by us and ",
)


@pytest.mark.parametrize("cue", HOSTILE)
def test_many_characters_of_one_cue_cost_no_more_than_their_length(cue: str) -> None:
    def seconds(length: int) -> float:
        start = time.process_time()
        frames.__wrapped__((cue * length)[:length] + " are sold")
        return time.process_time() - start

    seconds(1000)
    assert seconds(60_000) < 10 * max(seconds(15_000), 0.05)  # quadratic cost would be sixteen times


@pytest.mark.parametrize("cue", ["Aa ", "Aa, ", "Aa (", "A.", "(we ", "Aa (we) "])
def test_names_cost_no_more_than_the_length_of_the_notice(cue: str) -> None:
    segments = segment(repair(read(b"# Notice\n", "x.md", Options())))
    start = time.process_time()
    controller_names((cue * 100_000)[:100_000], segments)
    assert time.process_time() - start < 2
