from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pipeline.records import spans
from pipeline.records.page import HiddenText, Line, Page, Word

text = st.text(st.characters(blacklist_categories=("Z", "C")), min_size=1, max_size=8)
words = st.builds(Word, text, *[st.floats(0, 1).map(lambda v: round(v, 5))] * 4, st.floats(0, 1))
blocks = st.lists(st.tuples(st.lists(words, min_size=1, max_size=5).map(tuple), st.integers(0, 1)), max_size=6)


def lines_of(rows: list[tuple[tuple[Word, ...], int]]) -> tuple[Line, ...]:
    block, lines = 0, []
    for inside, step in rows:
        block += step
        lines.append(Line(inside, block))
    return tuple(lines)


def page_of(lines: tuple[Line, ...]) -> Page:
    return Page("f-p1", "f", 1, spans.joined(lines), lines, "ocr", "", 1.0, 0, "eng", 612.0, 792.0, "test")


@given(blocks)
def test_every_word_stands_where_positions_says(rows: list[tuple[tuple[Word, ...], int]]) -> None:
    lines = lines_of(rows)
    whole = spans.joined(lines)
    seen = list(spans.positions(lines))
    assert [whole[start:end] for start, end, _, _ in seen] == [word.text for line in lines for word in line.words]
    assert "".join(whole.split()) == "".join(word.text for *_, word in seen if not word.text.isspace())


@given(blocks, st.integers(0, 60), st.integers(0, 60))
def test_masking_keeps_every_other_offset_true(rows: list[tuple[tuple[Word, ...], int]], a: int, b: int) -> None:
    page = page_of(lines_of(rows))
    start, end = sorted((min(a, len(page.text)), min(b, len(page.text))))
    shown = spans.masked(page, ((start, end),))
    assert len(shown.text) == len(page.text)
    assert shown.text[:start] == page.text[:start] and shown.text[end:] == page.text[end:]
    assert set(shown.text[start:end]) <= {spans.MASK} | {c for c in page.text[start:end] if c.isspace()}
    assert spans.joined(shown.lines) == shown.text, "words and text say the same after masking"


def test_boxes_give_one_per_line_of_print() -> None:
    first = Line((Word("opt", 0.1, 0.1, 0.2, 0.12), Word("out", 0.21, 0.1, 0.3, 0.12)))
    second = Line((Word("now", 0.1, 0.13, 0.2, 0.15),))
    page = page_of((first, second))
    assert page.text == "opt out\nnow"
    assert [b.x1 for b in spans.boxes(page, 0, 11)] == [0.3, 0.2]
    assert [b.x0 for b in spans.boxes(page, 4, 7)] == [0.21]
    assert spans.boxes(page, 3, 4) == (), "the space between words has no ink"
    assert spans.boxes(page, 5, 5) == ()


def test_confidence_of_a_quote_is_that_of_its_worst_word() -> None:
    page = page_of(
        (Line((Word("may", 0, 0, 0.1, 0.1, 0.9), Word("0pt", 0.1, 0, 0.2, 0.1, 0.4), Word("out", 0.2, 0, 0.3, 0.1, 0.8))),)
    )
    assert spans.confidence(page, 0, 7) == 0.4
    assert spans.confidence(page, 8, 11) == 0.8


def test_hidden_text_does_not_survive_masking() -> None:
    page = page_of((Line((Word("seen", 0, 0, 0.1, 0.1),)),))
    page = Page(
        **{name: getattr(page, name) for name in page.__slots__ if name != "hidden"},
        hidden=(HiddenText("secret", spans.box(0, 0, 1, 1), ""),),
    )
    assert spans.masked(page, ()).hidden == ()


def test_boxes_are_clipped_ordered_and_rounded() -> None:
    assert spans.box(1.2, 0.5, -0.1, 0.123456789) == spans.box(-0.1, 0.123456789, 1.2, 0.5)
    made = spans.box(1.2, 0.5, -0.1, 0.123456789)
    assert (made.x0, made.y0, made.x1, made.y1) == (0.0, 0.12346, 1.0, 0.5)
