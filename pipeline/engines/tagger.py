"""A second reader of private matter: a small encoder that was trained on pages in which a hand marked it, word by word.

`tagger.onnx` (int8 weights) and `tagger.json` (version, labels, bounds, what it was trained on) lie beside this file, since the
network knows nothing of any topic; `scripts/train_tagger.py` writes them. Its vocabulary is the sentence encoder's.
"""

from __future__ import annotations

import hashlib
import json
import re
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from pipeline.engines import networks
from pipeline.engines.encoder import PIECES
from pipeline.engines.page_pieces import Pieces, framed, pieces_of, windows
from pipeline.records.tagging import LABELS, LONGEST, PRIVATE, PUBLIC, Tagged

VERSION = "2"
NETWORK = Path(__file__).with_name("tagger.onnx")
ABOUT = Path(__file__).with_name("tagger.json")
NEGLIGIBLE = 0.02  # words less likely private, and no likelier public, are not told of
SURELY = 0.5
WHOLE = 1 << 30  # pieces of one line: nothing is cut off
_WORD = re.compile(r"[^\s;|]+")  # cells of a dumped table are words of their own
_PUBLIC, _FIRST = LABELS.index(PUBLIC), LABELS.index(PRIVATE[0])


class OnnxTagger:
    """Runs on one thread. Loaded at the first call."""

    def __init__(self, network: Path = NETWORK, about: Path = ABOUT) -> None:
        self._network, self._written = network, about

    def identity(self) -> str:
        """`tagger <version> <digest of the weights>`."""
        return f"tagger {VERSION} {hashlib.sha256(self._network.read_bytes()).hexdigest()[:16]}"

    @property
    def bounds(self) -> dict[str, float]:
        """From which probability on use is made of each label."""
        bounds: dict[str, float] = self._about["bounds"]
        return bounds

    def right(self, probability: float) -> float:
        """By the curve that training fitted on the pages it kept back."""
        points = self._about["calibration"]
        return round(float(np.interp(probability, [point[0] for point in points], [point[1] for point in points])), 2)

    def tag(self, text: str) -> tuple[Tagged, ...]:
        """The words of the page that may be private, or are likely public, in text order; of the first `LONGEST` signs."""
        text = text[:LONGEST].encode("utf-8", "replace").decode("utf-8")  # a lone half of a sign, as broken fonts give, is none
        pieces = pieces_of(text, self._tokenizer)
        if not pieces.ids:
            return ()
        return tuple(_words(text, pieces, self._read(pieces)))

    def _read(self, pieces: Pieces) -> NDArray[np.float32]:
        """(pieces, labels). Window by window: int8 scales would make them depend on their neighbours."""
        made = []
        for first, last, left, right in windows(len(pieces.ids)):
            ids, ways = framed(pieces, first, last)
            given = {"ids": np.asarray([ids], dtype=np.int64), "ways": np.asarray([ways], dtype=np.int64)}
            made.append(self._session.run(None, given)[0][0][1 + left - first : 1 + right - first])
        return np.concatenate(made)

    @cached_property
    def _about(self) -> dict[str, Any]:
        read: dict[str, Any] = json.loads(self._written.read_text(encoding="utf-8"))
        return read

    @cached_property
    def _tokenizer(self) -> Any:
        return networks.tokenizer(PIECES, WHOLE)

    @cached_property
    def _session(self) -> Any:
        return networks.session(self._network)


def _words(text: str, pieces: Pieces, read: NDArray[np.float32]) -> Any:
    """Each word takes the mean of its pieces; signs beside its letters and digits count only where it has none."""
    spans = [(one.start(), one.end()) for one in _WORD.finditer(text)]
    at, count = 0, len(pieces.ids)
    for start, end in spans:
        while at < count and pieces.ends[at] <= start:
            at += 1
        first = at
        while at < count and pieces.starts[at] < end:
            at += 1
        inside = [order for order in range(first, at) if pieces.ends[order] > pieces.starts[order]]
        told = [order for order in inside if text[pieces.starts[order]].isalnum()] or inside
        if not told:
            continue
        shares = read[told].mean(axis=0)
        private, public = float(shares[_FIRST:].sum()), float(shares[_PUBLIC])
        if private >= NEGLIGIBLE or public >= SURELY:
            label = PRIVATE[int(shares[_FIRST:].argmax())]
            yield Tagged(pieces.starts[told[0]], pieces.ends[told[-1]], label, round(private, 3), round(public, 3))
