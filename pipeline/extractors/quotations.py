"""Quotation marks followed from sentence to sentence: who owns a quotation that runs on."""

from __future__ import annotations

from pipeline.extractors.frames import Frame
from pipeline.extractors.sources import Source, Voices

_OPENING = ("“", '"', "``")


class Quotation:
    """Follows quotation marks from sentence to sentence within one document."""

    def __init__(self) -> None:
        self._open = False
        self._owner: Source | None = None

    def next(self, text: str, voices: Voices, frames: tuple[Frame, ...]) -> tuple[Source | None, bool]:
        """(speaker of a quotation this sentence continues, whether the sentence is a quotation at all)."""
        starts = text.lstrip().startswith(_OPENING)
        inside = self._open or (starts and _closes_late(text))
        opened = self._open
        straight = text.count('"') % 2 == 1
        if straight or text.count("“") != text.count("”"):
            self._open = not self._open if straight else text.count("“") > text.count("”")
        if frames and frames[0].source is not None:
            self._owner = frames[0].source
            return None, False
        if not inside:
            self._owner = None if not starts else self._owner
            return None, False
        return (self._owner or (voices.last if opened else None)), True


def _closes_late(text: str) -> bool:
    """Whether a quotation that opens the sentence runs to its end, rather than naming a term or a title."""
    bare = text.strip()
    closing = max(bare.rfind("”"), bare.rfind('"', 1))
    return closing < 0 or closing >= len(bare) - 3 or closing > len(bare) * 0.7
