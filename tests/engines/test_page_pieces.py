"""Pieces of a page: each has its place in the text, and what parts words is a piece without one."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.engines import networks
from pipeline.engines.encoder import PIECES
from pipeline.engines.page_pieces import (
    BLANK_LINE,
    CAPITALISED,
    CAPITALS,
    DIGITS,
    GAP,
    LINE,
    LOWER,
    WINDOW,
    framed,
    pieces_of,
    windows,
)

TOKENIZER = networks.tokenizer(PIECES, 1 << 30)


def told(text: str) -> list[tuple[str, int]]:
    pieces = pieces_of(text, TOKENIZER)
    return [(text[start:end], way) for start, end, way in zip(pieces.starts, pieces.ends, pieces.ways, strict=True)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the boat", [("the", LOWER), ("boat", LOWER), ("", LINE)]),
        ("The BOAT", [("The", CAPITALISED), ("BOAT", CAPITALS), ("", LINE)]),
        ("slip 12", [("slip", LOWER), ("12", DIGITS), ("", LINE)]),
        ("a\tboat", [("a", LOWER), ("", GAP), ("boat", LOWER), ("", LINE)]),
        ("a   boat", [("a", LOWER), ("", GAP), ("boat", LOWER), ("", LINE)]),
        ("so.  The", [("so", LOWER), (".", LOWER), ("The", CAPITALISED), ("", LINE)]),
        ("a\n\nboat", [("a", LOWER), ("", BLANK_LINE), ("boat", LOWER), ("", LINE)]),
        ("  a\nboat  ", [("a", LOWER), ("", LINE), ("boat", LOWER), ("", LINE)]),
        ("", []),
        (" \n\t\n ", []),
    ],
)
def test_what_the_network_is_shown(text: str, expected: list[tuple[str, int]]) -> None:
    assert told(text) == expected


def test_marks_over_letters_keep_their_place() -> None:
    text = "Señor Gómez left"
    assert [words for words, _ in told(text)][0:1] == ["Se"] or "Gómez" in [words for words, _ in told(text)]
    assert "".join(words for words, _ in told(text)) == text.replace(" ", "")


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="aB1 .,\n\t|é\u200b", max_size=200))
def test_places_follow_one_another(text: str) -> None:
    pieces = pieces_of(text, TOKENIZER)
    assert len(pieces.ids) == len(pieces.ways) == len(pieces.starts) == len(pieces.ends)
    assert all(start <= end <= len(text) for start, end in zip(pieces.starts, pieces.ends, strict=True))
    assert list(pieces.starts) == sorted(pieces.starts)


@pytest.mark.parametrize("count", [0, 1, WINDOW - 2, WINDOW - 1, 400, 1000, 5003])
def test_windows_look_at_every_piece_once_with_others_around_it(count: int) -> None:
    found = windows(count)
    assert [at for _, _, left, right in found for at in range(left, right)] == list(range(count))
    for first, last, left, right in found:
        assert 0 <= first <= left <= right <= last <= count and last - first <= WINDOW - 2
        assert (left - first >= 20 or first == 0) and (last - right >= 20 or last == count)


def test_a_window_stands_between_the_marks_of_the_network() -> None:
    pieces = pieces_of("a boat in the bay", TOKENIZER)
    ids, ways = framed(pieces, 1, 3)
    assert ids == [101, *pieces.ids[1:3], 102] and len(ways) == len(ids)
