"""The pages on which the order of reading is measured: the same every time, and a wrong order counts as one."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "scripts"))

from measuring import orders


@pytest.mark.parametrize("kind", orders.KINDS)
def test_a_page_is_drawn_the_same_every_time_and_says_its_order(kind: str, tmp_path: Path) -> None:
    one, other = orders.drawn(kind, 3), orders.drawn(kind, 3)
    assert one.pieces == other.pieces and one.truths == other.truths
    drawn = sorted(word for piece in one.pieces for word in piece[4].split())
    assert [sorted(" ".join(truth).split()) for truth in one.truths] == [drawn, drawn]
    orders.written(one, tmp_path / "one.pdf")
    orders.written(other, tmp_path / "other.pdf")
    assert (tmp_path / "one.pdf").read_bytes() == (tmp_path / "other.pdf").read_bytes()


def test_columns_read_across_and_lost_words_count() -> None:
    truth = [["the left column", "the right one"]]
    assert orders.kept("the left column the right one", truth) == 1.0
    assert orders.kept("the left the right column one", truth) < 0.7
    assert orders.kept("", truth) == 0.0


def test_of_two_orders_either_is_right() -> None:
    assert (
        orders.kept("a b c d", [["a b", "c d"], ["c d", "a b"]])
        == orders.kept("c d a b", [["a b", "c d"], ["c d", "a b"]])
        == 1.0
    )


@pytest.mark.slow
def test_nearly_every_page_is_read_in_order() -> None:
    section = orders.measure(2, 1)
    assert all(figure.hits == figure.total for figure in section.figures if figure.name.endswith("text layer"))
    assert sum(figure.hits for figure in section.figures) >= 0.9 * sum(figure.total for figure in section.figures)
