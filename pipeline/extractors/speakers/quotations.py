"""Quotation marks followed from sentence to sentence: who owns a quotation that runs on."""

from __future__ import annotations

import re

from pipeline.extractors.cueing.grammar import View
from pipeline.extractors.speakers.frames import Frame
from pipeline.extractors.speakers.sources import Source, Voices

_OPENING = ("“", '"', "``")
_ANY_MARK = re.compile(r"[\"“”]")
_MARKS = frozenset({"“", "``", '"', "''", "”"})


class Quotation:
    """Follows quotation marks from sentence to sentence within one document."""

    def __init__(self) -> None:
        self._open = False
        self._owner: Source | None = None

    @property
    def open(self) -> bool:
        """Whether a quotation is open after the last sentence."""
        return self._open

    def give(self, owner: Source) -> None:
        """Names the owner of the quotation that is open: one who is told of only where it ends."""
        self._owner = owner

    def part(self, view: View) -> None:
        """A paragraph begins: a quotation goes on in it only if it opens with another mark; what stayed open was no quotation."""
        if self._open and not _plain(view.sentence.text).lstrip(" *•-").startswith(_OPENING):
            self._open, self._owner = False, None

    def next(self, view: View, voices: Voices, frames: tuple[Frame, ...]) -> tuple[Source | None, bool]:
        """(speaker of a quotation this sentence continues, whether the sentence is a quotation at all)."""
        text = _plain(view.sentence.text)
        starts = text.lstrip().startswith(_OPENING)
        inside = self._open or (starts and _closes_late(text))
        opened = self._open
        self._open = left_open(text, self._open)
        told = bool(frames) and frames[0].source is not None
        if told and (not inside or outside(view, frames, opened)):
            self._owner = frames[0].source
            return None, False
        if told and not opened and not self._open and self._owner is None:
            return None, False  # a line of its own in quotation marks, such as a draft: its author speaks
        if not inside:
            self._owner = None if not starts else self._owner
            return None, False
        return (self._owner or (voices.last if opened else None)), True


def outside(view: View, frames: tuple[Frame, ...], opened: bool) -> tuple[Frame, ...]:
    """The reports whose cue stands outside of quotation marks. `opened`: a quotation is open where the sentence begins."""
    within = opened
    free: set[int] = set()
    for at, word in enumerate(view.lower):
        if word in _MARKS:
            within = word in ("“", "``") or (word in ('"', "''") and not within)
        elif not within:
            free.add(at)
    return tuple(frame for frame in frames if frame.cue in free)


def ends_in(text: str) -> bool:
    """Whether a quotation that is open where this sentence begins is closed in it."""
    return not left_open(_plain(text), True)


def left_open(text: str, opened: bool) -> bool:
    """Whether a quotation is open behind these words. A straight mark opens or closes by where it stands, whatever its mate."""
    for found in _ANY_MARK.finditer(text):
        before, after = text[: found.start()][-1:], text[found.end() :][:1]
        if found.group() in "“”":
            opened = found.group() == "“"
        elif (not before or before in " ([-—\n") and after.strip():
            opened = True
        elif before.strip() and (not after or not after.isalnum()):
            opened = False
        else:
            opened = not opened
    return opened


def _plain(text: str) -> str:
    """Two apostrophes are a quotation mark typed or scanned so."""
    return text.replace("''", '"').replace("``", '"')


def _closes_late(text: str) -> bool:
    """Whether a quotation that opens the sentence runs to its end, rather than naming a term or a title."""
    bare = text.strip()
    closing = max(bare.rfind("”"), bare.rfind('"', 1))
    return closing < 0 or closing >= len(bare) - 3 or closing > len(bare) * 0.7
