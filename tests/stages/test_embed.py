"""Embeddings of a file's sentences: what is taken, what never, and that packing loses next to nothing."""

from __future__ import annotations

import numpy as np
import pytest
from drawn_page import page
from numpy.typing import NDArray

from pipeline.records.spans import MASK
from pipeline.stages.embed import embed, packed, unpacked

TOLD = "The depot keeps the paper tickets of the drivers for two years."


class Counting:
    """An encoder that notes what it was asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def identity(self) -> str:
        return "counting"

    def encode(self, texts: tuple[str, ...]) -> NDArray[np.float32]:
        self.asked += texts
        return np.eye(len(texts), 8, dtype=np.float32)


def test_each_sentence_of_prose_with_its_span_and_one_wording_once() -> None:
    encoder = Counting()
    pages = (page(f"HEADING\n\n{TOLD}", 1), page(TOLD.replace(" for", "\nfor"), 2))
    found = embed(pages, encoder)
    assert [one.page_id for one in found] == [pages[0].id, pages[1].id]
    assert [" ".join(p.text[one.start : one.end].split()) for p, one in zip(pages, found, strict=True)] == [TOLD, TOLD]
    assert encoder.asked == [TOLD]


@pytest.mark.parametrize(
    "text",
    [
        f"The depot keeps the paper tickets of {MASK * 6} for two years.",
        "Does the depot keep the paper tickets of the drivers for two years?",
        "Tickets, drivers, depot",
        "",
    ],
)
def test_what_is_withheld_asked_or_no_prose_is_not_encoded(text: str) -> None:
    encoder = Counting()
    assert embed((page(text, 1),), encoder) == () and encoder.asked == []


def test_packing_keeps_directions() -> None:
    dice = np.random.default_rng(5)
    vectors = dice.normal(size=(50, 384)).astype(np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    back = unpacked([packed(vector) for vector in vectors])
    assert np.abs(back @ back.T - vectors @ vectors.T).max() < 0.02
    assert np.allclose(np.linalg.norm(back, axis=1), 1.0, atol=1e-5)
    assert unpacked([]).shape == (0, 0)
