"""Pages in which a hand marked what is private: `corpus/labels/private/*.jsonl`, as its README describes them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from pipeline.records.tagging import OPEN, PRIVATE, PUBLIC

UNKNOWN = "unknown"  # careful readers may differ: neither counted nor learned
CODES = dict(zip("nhcbimrko", PRIVATE, strict=True)) | {"+": PUBLIC, "?": UNKNOWN}


@dataclass(frozen=True, slots=True)
class Marked:
    """One page. `spans` are (start, end, label) in text order and never overlap; what lies between them is open.

    `kept_back`: left out of training, for bounds and figures.
    """

    id: str
    hand: str
    kept_back: bool
    text: str
    spans: tuple[tuple[int, int, str], ...]

    @property
    def portions(self) -> tuple[tuple[str, str], ...]:
        """The whole text as (words, label), in order."""
        made, done = [], 0
        for start, end, label in self.spans:
            made += [(self.text[done:start], OPEN), (self.text[start:end], label)]
            done = end
        return tuple(one for one in (*made, (self.text[done:], OPEN)) if one[0])


def pages_of(folder: Path) -> list[Marked]:
    """The pages of all hands, in order; [] where the folder is absent."""
    found = []
    for path in sorted(folder.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            spans = tuple((start, end, CODES[code]) for start, end, code in row["spans"])
            found.append(Marked(row["id"], row["hand"], row["split"] == "calibration", row["text"], spans))
    return found
