"""Two documents word by word: nothing is lost or made up, and what stands where the other has a box is only counted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.building.words import PlacedWord
from db.pages.differences import (
    HIDDEN_BOTH,
    HIDDEN_LEFT,
    HIDDEN_RIGHT,
    LEFT,
    MOST_WORDS,
    RIGHT,
    SAME,
    Hidden,
    Run,
    Token,
    compared,
    hidden,
    shortened,
    tokens,
    totals,
)

WORDS = st.lists(st.sampled_from(["the", "county", "may", "opt", "out", "of", "it", "The", "COUNTY,", "out."]), max_size=40)
BOXES = st.lists(st.builds(Hidden, st.integers(0, 1), st.just(0.2), st.floats(0.2, 0.9)), max_size=3)


def laid(words: str | list[str], per_line: int = 5, lines: int = 10) -> tuple[Token, ...]:
    """Words on lines a twentieth of a page apart, ten lines to a page."""
    made = []
    for at, word in enumerate(words.split() if isinstance(words, str) else words):
        line = at // per_line
        top = 0.05 + 0.08 * (line % lines)
        made.append(Token(word, word.casefold().strip(".,") or word, line // lines, top, top + 0.02))
    return tuple(made)


def kinds(runs: tuple[Run, ...]) -> list[tuple[str, str]]:
    return [(run.kind, run.text) for run in runs]


def test_words_only_in_one() -> None:
    runs = compared(laid("the county may not opt out"), laid("The county may opt out, then"))
    assert kinds(runs) == [(SAME, "the county may"), (LEFT, "not"), (SAME, "opt out"), (RIGHT, "then")]
    assert totals(runs) | {LEFT: 1, RIGHT: 1, SAME: 5} == totals(runs)


def test_capitals_and_marks_are_no_change() -> None:
    assert kinds(compared(laid("Opt out. “Now”"), laid("opt OUT, “Now”"))) == [(SAME, "Opt out. “Now”")]


@given(WORDS, WORDS)
def test_nothing_is_lost_or_made_up(one: list[str], other: list[str]) -> None:
    runs = compared(laid(one), laid(other))
    assert " ".join(run.text for run in runs if run.kind in (SAME, LEFT)) == " ".join(one)
    counts = totals(runs)
    assert counts[SAME] + counts[LEFT] == len(one) and counts[SAME] + counts[RIGHT] == len(other)


@given(WORDS, WORDS, BOXES, BOXES)
def test_with_boxes_every_word_is_still_counted_and_hidden_ones_have_no_text(
    one: list[str], other: list[str], mine: list[Hidden], theirs: list[Hidden]
) -> None:
    runs = compared(laid(one), laid(other), mine, theirs)
    assert all(not run.text for run in runs if run.kind in (HIDDEN_LEFT, HIDDEN_RIGHT, HIDDEN_BOTH))
    counts = totals(runs)
    assert sum(counts.values()) + counts[SAME] == len(one) + len(other)


BEFORE, SECRET, AFTER = "one two three four five", "a name nobody may read", "six seven eight nine ten"


@pytest.mark.parametrize("where", [0.13, 0.09, 0.15])
def test_words_where_the_other_has_a_box_are_only_counted(where: float) -> None:
    full, cut = laid(f"{BEFORE} {SECRET} {AFTER}"), laid(BEFORE) + tuple(
        Token(t.text, t.key, 0, 0.21, 0.23) for t in laid(AFTER)
    )  # fmt: skip
    box = [Hidden(0, where, where + 0.02)]
    assert (HIDDEN_RIGHT, "") in kinds(compared(full, cut, (), box)) and "name" not in str(compared(full, cut, (), box))
    assert (HIDDEN_LEFT, "") in kinds(compared(cut, full, box, ())) and "name" not in str(compared(cut, full, box, ()))


@pytest.mark.parametrize("box", [Hidden(0, 0.5, 0.6), Hidden(1, 0.1, 0.2)])
def test_a_box_elsewhere_hides_nothing(box: Hidden) -> None:
    full, cut = laid(f"{BEFORE} {SECRET} {AFTER}"), laid(f"{BEFORE} {AFTER}")
    assert (LEFT, SECRET) in kinds(compared(full, cut, (), [box]))


def test_a_printed_code_or_a_block_stands_for_a_box() -> None:
    full = laid(f"{BEFORE} {SECRET} {AFTER}")
    for stands in ("(b)(6)", "████"):
        runs = compared(full, laid(f"{BEFORE} {stands} {AFTER}"))
        assert "name" not in str(runs) and totals(runs)[HIDDEN_RIGHT] == 5


def test_boxes_at_the_ends_and_across_pages() -> None:
    assert totals(compared(laid(SECRET), (), (), [Hidden(3, 0.1, 0.2)]))[HIDDEN_RIGHT] == 5
    assert totals(compared(laid(SECRET), (), (), []))[LEFT] == 5
    last, first = Token("end", "end", 0, 0.9, 0.92), Token("start", "start", 2, 0.1, 0.12)
    other = (Token("end", "end", 0, 0.5, 0.52), *laid(SECRET), Token("start", "start", 0, 0.7, 0.72))
    assert totals(compared(other, (last, first), (), [Hidden(1, 0.4, 0.5)]))[HIDDEN_RIGHT] == 5


def test_long_stretches_of_the_same_are_counted() -> None:
    same = " ".join(f"w{n}" for n in range(200))
    runs = shortened(compared(laid(f"{same} left {same}"), laid(f"{same} {same}")))
    assert sum(run.n for run in runs if run.kind == SAME) == 400
    assert [run.n for run in runs if run.kind == SAME and not run.text] == [186, 186]
    short = compared(laid("a b c"), laid("a b d"))
    assert shortened(short) == short


def test_tokens_are_the_printed_words_up_to_a_limit() -> None:
    text = "Opt  out"
    words = [PlacedWord(0, 3, 0.1, 0.2, 0.2, 0.22), PlacedWord(5, 3, 0.3, 0.2, 0.4, 0.22), PlacedWord(90, 2, 0, 0, 0, 0)]
    assert [(t.text, t.key, t.page) for t in tokens([("", ()), (text, words)])] == [("Opt", "opt", 1), ("out", "out", 1)]
    assert len(tokens([(text, words[:1] * 50)] * MOST_WORDS)) == MOST_WORDS + 1
    assert hidden([{"page_id": "b", "y0": 0.1, "y1": 0.2}, {"page_id": "z", "y0": 0, "y1": 1}], ["a", "b"]) == (
        Hidden(1, 0.1, 0.2),
    )
