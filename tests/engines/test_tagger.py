"""The second reader of private matter: context tells it, not the name; the same text gives the same words."""

from __future__ import annotations

import pytest

from pipeline.engines.tagger import OnnxTagger
from pipeline.records.tagging import LONGEST, PRIVATE

TAGGER = OnnxTagger()


def private(text: str, words: str) -> float:
    """The least of how private its words are read."""
    start, end = text.index(words), text.index(words) + len(words)
    told = [one for one in TAGGER.tag(text) if one.start < end and start < one.end]
    return min((one.private for one in told), default=0.0) if len(told) >= len(words.split()) else 0.0


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("INMATE NAME: HARROWGATE, ODILE   DOB: 03/04/1981\nBKG NO: 10-44817", "HARROWGATE, ODILE"),
        ("INMATE NAME: HARROWGATE, ODILE   DOB: 03/04/1981\nBKG NO: 10-44817", "10-44817"),
        ("Her husband Odile Harrowgate was taken from work and is diabetic. He lives at 41 Quill Lane.", "Odile Harrowgate"),
        ("Her husband Odile Harrowgate was taken from work and is diabetic. He lives at 41 Quill Lane.", "41 Quill Lane"),
        ("Her husband Odile Harrowgate was taken from work and is diabetic. He lives at 41 Quill Lane.", "diabetic"),
    ],
)
def test_what_is_told_of_a_private_person(text: str, words: str) -> None:
    assert private(text, words) >= 0.5


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Sheriff Odile Harrowgate told the board that the jail sends all prints.", "Odile Harrowgate"),
        ("From: Harrowgate, Odile\nTo: Deployment Team\nSubject: weekly call\n\nThe slides are attached.", "Harrowgate, Odile"),
        ("The office is at 41 Quill Lane, telephone (555) 031-7740.", "(555) 031-7740"),
        ("Contract No. 10-44817 ends in March.", "10-44817"),
        ("The county sent 4,112 submissions, of which 388 matched.", "388"),
    ],
)
def test_what_is_public(text: str, words: str) -> None:
    assert private(text, words) < 0.3


@pytest.mark.parametrize("text", ["", " \n\n\t", "\x00\ufffd", "é" * 4000, "word " * 3000, "12 " * 2000, "|;" * 500])
def test_odd_texts_are_read_too(text: str) -> None:
    for one in TAGGER.tag(text):
        assert 0 <= one.start < one.end <= len(text) and one.label in PRIVATE and 0 <= one.private <= 1.001


def test_the_same_text_gives_the_same_words() -> None:
    text = "Ada Roe, 34, of 12 Elm Street, asked for her medicine.\n" * 40
    assert TAGGER.tag(text) == OnnxTagger().tag(text) != ()


def test_what_it_says_of_itself() -> None:
    assert TAGGER.identity().startswith("tagger 2 ")
    assert set(TAGGER.bounds) == {*PRIVATE, "sure"} and all(0 < bound < 1 for bound in TAGGER.bounds.values())
    shares = [TAGGER.right(at / 20) for at in range(21)]
    assert shares == sorted(shares) and shares[0] == 0 and shares[-1] > 0.9


@pytest.mark.parametrize("text", ["", " \n", "\x00", "\ud83d broken", "\u200b\u200b", "|" * 400, "a" * 9000])
def test_odd_signs_are_read_or_left(text: str) -> None:
    assert all(0 <= one.start < one.end <= len(text) for one in TAGGER.tag(text))


def test_an_endless_page_is_read_so_far() -> None:
    lines = "INMATE NAME: HARROWGATE, ODILE   DOB: 03/04/1981\n"
    told = TAGGER.tag(lines * (2 * LONGEST // len(lines)))
    assert told and max(one.end for one in told) <= LONGEST
