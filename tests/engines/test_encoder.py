"""The sentence encoder: near in meaning is near in vectors, whatever the words; one text gives one vector, in any company."""

from __future__ import annotations

import numpy as np
import pytest

from pipeline.engines.encoder import PIECES, OnnxEncoder

ENCODER = OnnxEncoder()


def cosine(one: str, other: str) -> float:
    vectors = ENCODER.encode((one, other))
    return float(vectors[0] @ vectors[1])


@pytest.mark.parametrize(
    ("one", "near", "far"),
    [
        ("The ferry leaves at noon.", "The boat departs at midday.", "The clerk signed the ledger."),
        ("Nobody paid for the new roof.", "The roof was paid for by the town.", "The clerk signed the ledger."),
        ("The harbor is closed to ships in winter.", "In winter no ship may enter the port.", "The roof of the school is new."),
    ],
)
def test_like_things_lie_near_and_a_denial_lies_by_what_it_denies(one: str, near: str, far: str) -> None:
    assert cosine(one, near) > 0.5 > cosine(one, far) + 0.2


def test_a_text_is_encoded_alike_in_any_company() -> None:
    alone = ENCODER.encode(("The ferry leaves at noon.",))
    beside = ENCODER.encode(("A very long sentence about other things entirely, of no account.", "The ferry leaves at noon."))
    assert np.array_equal(alone[0], beside[1])
    assert alone.shape == (1, 384) and float(np.linalg.norm(alone[0])) == pytest.approx(1.0, abs=1e-5)


@pytest.mark.parametrize("text", ["", " ", "\x00\ufffd", "é" * 4000, "word " * 5000])
def test_odd_texts_give_a_vector_too(text: str) -> None:
    assert np.isfinite(ENCODER.encode((text,))).all()


def test_nothing_to_encode() -> None:
    assert len(ENCODER.encode(())) == 0


def test_the_vocabulary_is_the_models_own() -> None:
    pieces = PIECES.read_text(encoding="utf-8").splitlines()
    assert len(pieces) == len(set(pieces)) == 30_522
    assert [pieces.index(name) for name in ("[PAD]", "[UNK]", "[CLS]", "[SEP]")] == [0, 100, 101, 102]
