"""Sentences that name nothing of their own."""

from __future__ import annotations

import pytest
from one_parser import loaded_parser

from pipeline.extractors.cueing.grammar import view_of
from pipeline.extractors.sides.leaning import leans, leans_all, part_with


@pytest.mark.parametrize(
    ("text", "word", "leaning"),
    [
        ("Cannot reverse.", "reverse", True),
        ("He had no power to.", "had", True),
        ("We told the mayor.", "told", True),
        ("The clerk's ledger shows us.", "shows", True),
        ("They have the paper; she does not deny them.", "deny", True),
        ("They have the paper; she does not deny them.", "have", False),
        ("He has no plan to do any such thing.", "has", False),
        ("It is so.", "is", True),
        ("They stay in the file.", "stay", False),
        ("We told the mayor that he may leave.", "told", False),
        ("The mayor was told.", "told", False),
        ("No harbor may leave.", "leave", False),
        ("It leads to profiling.", "leads", False),
        ("03/04/2011 14:20 LINE-2> Cannot reverse.", "reverse", True),
    ],
)
def test_leans(text: str, word: str, leaning: bool) -> None:
    view = view_of(loaded_parser().parse(text)[0])
    assert leans(view, part_with(view, view.lower.index(word))) is leaning


def test_a_sentence_leans_where_all_its_parts_do() -> None:
    lone, half = (view_of(loaded_parser().parse(text)[0]) for text in ("He left; she did so.", "He left; the boats stayed."))
    assert leans_all(lone) and not leans_all(half)
