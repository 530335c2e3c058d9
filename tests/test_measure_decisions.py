"""The labelled mix of pages: drawn alike every time, and judged strictly."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "scripts"))

from measuring import decisions
from measuring.decisions import Verdict, Wanted, fault

SEEN = Wanted("text layer good", ("text_layer",), "The clerk signed the notice.", "Rejected")


@pytest.mark.parametrize("kind", range(len(decisions.KINDS)), ids=lambda kind: decisions.KINDS[kind].__name__)
def test_a_page_is_drawn_the_same_every_time(kind: int, tmp_path: Path) -> None:
    one, again = (decisions.draw(tmp_path / name, kind, 3) for name in ("a.pdf", "b.pdf"))
    other = decisions.draw(tmp_path / "c.pdf", kind, 4)
    assert one == again and (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()
    assert other.seen != one.seen or not one.seen


@pytest.mark.parametrize(
    ("method", "text", "right"),
    [
        ("text_layer", "The clerk\nsigned the notice.", True),
        ("ocr", "The clerk signed the notice.", False),
        ("text_layer", "", False),
        ("text_layer", "The clerk signed the notice. Rejected", False),
        ("text_layer", "Some other words altogether, and many of them.", False),
    ],
)
def test_a_page_is_right_by_method_text_and_silence(method: str, text: str, right: bool) -> None:
    assert (fault(SEEN, method, "why", text) == "") is right


def test_words_on_a_blank_page_are_wrong() -> None:
    assert fault(Wanted("blank", ("blank",), ""), "blank", "", "") == ""
    assert fault(Wanted("blank", ("blank",), ""), "blank", "", "ghost") != ""


def test_shares_are_counted_by_kind() -> None:
    made = decisions.section([Verdict("a", ""), Verdict("a", "wrong"), Verdict("b", "")])
    assert [(one.hits, one.total) for one in made.figures] == [(2, 3), (1, 2), (1, 1)] and len(made.details) == 1


@pytest.mark.slow
def test_nearly_every_page_of_the_mix_is_read_as_it_should_be() -> None:
    made = decisions.measure(3, 2)
    assert made.figures[0].value is not None and made.figures[0].value >= 0.98, made.details
