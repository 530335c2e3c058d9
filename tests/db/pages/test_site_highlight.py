"""Spans, marks and boxes keep to the page's own text, whatever that text holds."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.building.words import PlacedWord, pack
from db.pages import highlight
from db.pages.highlight import Piece
from db.sql.queries import CLOSE, OPEN


def test_pieces() -> None:
    assert highlight.pieces(f"is {OPEN}voluntary{CLOSE} now") == (Piece("is "), Piece("voluntary", found=True), Piece(" now"))


@pytest.mark.parametrize(
    ("marked", "plain"),
    [("", ""), (CLOSE, ""), (f"a{OPEN}b", "ab"), (f"{OPEN}{CLOSE}", ""), (f"a{CLOSE}b{OPEN}c{CLOSE}{CLOSE}", "abc")],
)
def test_stray_marks_are_dropped(marked: str, plain: str) -> None:
    assert "".join(piece.text for piece in highlight.pieces(marked)) == plain


def test_spans_of() -> None:
    assert highlight.spans_of("a bc d", f"a {OPEN}bc{CLOSE} {OPEN}d{CLOSE}") == ((2, 4), (5, 6))
    assert highlight.spans_of("other", f"a {OPEN}bc{CLOSE}") == ()


TEXTS = st.text(alphabet=st.sampled_from([*"ab \n<é█", OPEN]), max_size=30)


@given(TEXTS, st.data())
def test_marks_round_trip(text: str, data: st.DataObject) -> None:
    text = text.replace(OPEN, "")
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    marked = text[:start] + OPEN + text[start:end] + CLOSE + text[end:]
    assert highlight.spans_of(text, marked) == (((start, end),) if end > start else ())


SPANS = st.lists(st.tuples(st.integers(-3, 35), st.integers(-3, 35)), max_size=5)


@given(TEXTS, SPANS, SPANS, st.integers(0, 30), st.integers(0, 40))
def test_pieces_make_up_the_text(
    text: str, found: list[tuple[int, int]], claims: list[tuple[int, int]], first: int, last: int
) -> None:
    first = min(first, len(text))
    last = max(first, min(last, len(text)))
    made = highlight.laid_out(text, found, claims, first, last)
    assert "".join(piece.text for piece in made) == text[first:last]


def test_claims_are_numbered_where_they_end() -> None:
    made = highlight.laid_out("one two three", ((4, 7),), ((0, 7), (4, 13)))
    assert made == (
        Piece("one ", claim=True),
        Piece("two", found=True, claim=True, numbers=(1,)),
        Piece(" three", claim=True, numbers=(2,)),
    )


@given(st.text(alphabet="ab \n", max_size=60), st.integers(0, 60), st.integers(0, 60), st.integers(0, 20))
def test_around_holds_the_span(text: str, a: int, b: int, room: int) -> None:
    start, end = sorted((min(a, len(text)), min(b, len(text))))
    low, high = highlight.around(text, start, end, room)
    assert 0 <= low <= start <= end <= high <= len(text)


def test_boxes_of_the_words_touched() -> None:
    words = highlight.placed(pack([PlacedWord(0, 3, 0.1, 0.1, 0.2, 0.2), PlacedWord(4, 3, 0.3, 0.1, 0.4, 0.2)]))
    (box,) = highlight.boxed(words, ((5, 6),))
    assert box == pytest.approx((0.3, 0.1, 0.4, 0.2), abs=1e-4)
    assert highlight.boxed(words, ((3, 4),)) == ()


@pytest.mark.parametrize("blob", [None, b"", b"not zlib"])
def test_spoilt_words_are_none(blob: bytes | None) -> None:
    assert highlight.placed(blob) == ()


@pytest.mark.parametrize("stored", ["", "{}", "[1]", "[[1, 2]]", "null", '[["a", 0, 0, 0]]'])
def test_spoilt_boxes_are_none(stored: str) -> None:
    assert highlight.claim_boxes(stored) == ()


def test_window_shows_the_boxes_and_stays_on_the_page() -> None:
    boxes = highlight.claim_boxes(json.dumps([[0.1, 0.01, 0.9, 0.03], [0.1, 0.04, 0.5, 0.06]]))
    seen = highlight.window(boxes, 600, 800)
    assert seen is not None
    assert seen.y == 0
    assert seen.y + seen.height >= 0.06 * 800
    assert 0 < seen.x < 0.1 * 600 and 0.9 * 600 < seen.x + seen.width < 600
    assert highlight.window((), 600, 800) is None


@given(
    st.lists(
        st.tuples(*[st.floats(0, 1)] * 4).map(lambda b: (min(b[0], b[2]), min(b[1], b[3]), max(b[0], b[2]), max(b[1], b[3])))
    )
)
def test_window_holds_every_box(boxes: list[highlight.Edges]) -> None:
    seen = highlight.window(boxes, 600, 800)
    assert (seen is None) == (not boxes)
    for x0, y0, x1, y1 in boxes if seen else ():
        assert seen.x <= x0 * 600 + 0.01 and x1 * 600 <= seen.x + seen.width + 0.02 and seen.x + seen.width <= 600.01
        assert seen.y <= y0 * 800 + 0.01 and y1 * 800 <= seen.y + seen.height + 0.02


@given(st.text(alphabet="aB: \n-•1.", max_size=60))
def test_unbroken_keeps_every_offset(text: str) -> None:
    made = highlight.unbroken(text)
    assert len(made) == len(text)
    assert all(new == old or (old, new) == ("\n", " ") for old, new in zip(text, made, strict=True))


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("a county\nmay join", "a county may join"),
        ("one end.\n\nNext part", "one end.\n\nNext part"),
        ("a list:\n• one\n• two", "a list:\n• one\n• two"),
        ("From: Desk\nSubject: fees", "From: Desk\nSubject: fees"),
        ("a vol-\nuntary step", "a vol-\nuntary step"),
        ("then\n(2) the fee", "then\n(2) the fee"),
    ],
)
def test_unbroken(text: str, made: str) -> None:
    assert highlight.unbroken(text) == made
