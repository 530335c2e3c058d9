"""Embeddings: of every whole sentence of a file a vector that tells what it is about, for the leads to find what lies near it.

Only sentences of prose that may be shown as they stand are taken: none with withheld words, and no question, which says neither
yes nor no.
"""

from __future__ import annotations

import base64
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from pipeline.patterns.sense.sentences import sentences
from pipeline.ports import Encoder
from pipeline.records.meaning import Meaning
from pipeline.records.page import Page
from pipeline.records.spans import MASK

VERSION = "1"
SCALE = 400.0  # of 384 dimensions of a vector of length 1 hardly one reaches 127 / 400


def embed(pages: tuple[Page, ...], encoder: Encoder) -> tuple[Meaning, ...]:
    """One for each sentence of the pages that is taken, in their order; one wording is encoded once."""
    known: dict[str, str] = {}
    found = []
    for page in pages:
        for start, end in whole(page.text):
            quote = " ".join(page.text[start:end].split())
            if quote not in known:
                known[quote] = packed(encoder.encode((quote,))[0])
            found.append(Meaning(page.id, start, end, known[quote]))
    return tuple(found)


def whole(text: str) -> Iterator[tuple[int, int]]:
    """Where the sentences stand that are taken."""
    for start, end in sentences(text):
        if MASK not in text[start:end] and "?" not in text[start:end]:
            yield start, end


def packed(vector: NDArray[np.float32]) -> str:
    """The vector as base64 of signed bytes."""
    return base64.b64encode(np.clip(np.rint(vector * SCALE), -127, 127).astype(np.int8).tobytes()).decode("ascii")


def unpacked(vectors: list[str]) -> NDArray[np.float32]:
    """(number of vectors, dimensions), each row of length 1; of no vectors (0, 0)."""
    if not vectors:
        return np.empty((0, 0), dtype=np.float32)
    raw = np.frombuffer(b"".join(map(base64.b64decode, vectors)), dtype=np.int8).reshape(len(vectors), -1).astype(np.float32)
    return np.asarray(raw / np.maximum(np.linalg.norm(raw, axis=1, keepdims=True), 1e-9), dtype=np.float32)
