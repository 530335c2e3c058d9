"""What OCR reads on a box, at as many looks as it takes, and what that is: codes, a heading, or scraps."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.patterns.law.exemptions import codes_in, codes_on_box
from pipeline.ports import Look, OcrEngine
from pipeline.records.page import Box
from pipeline.records.spans import box
from pipeline.seen import Raster
from pipeline.stages.reading.legible import has_code, looks_like_word, only_codes

LABEL = re.compile(r"redact|privileg|withh[eo]ld|respons|exempt|deliberat|attorney|sealed|classified|outside\s+the\s+scope", re.I)
CODE_LIKE = re.compile(r"[(\[{].{0,3}[)\]}>][(\[{<]?\S{0,2}[)\]}]?")  # a code that OCR could not make out
CODE_SIGNS = re.compile(r"[(){}\[\]]|^\W*[bk]\w{1,5}\b")  # what a code leaves where OCR does not make it out
RIM = 0.003  # share of the page: a code may stand this close to the side of a box, whatever the box's size
ORDINARY_WORDS = 2  # words of plain prose on a dark box that make it a heading, not a redaction
CLEAR = 0.5  # confidence of every word from which on one look at a box is enough
SELDOM = frozenset(("(b)(1)", "(b)(2)", "(b)(3)", "(b)(4)", "(b)(8)", "(b)(9)", "(b)(7)", "(d)(5)"))  # one digit or letter off
PATIENCE = 3  # boxes of a page whose scraps are looked at again in vain
SCRAP = 12  # letters read on a box, and no code among them, that may be all that OCR made of one


@dataclass(frozen=True, slots=True)
class Glance:
    """What one look at a box reads, and how sure OCR is of the least sure word."""

    raw: str
    confidence: float

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes that it holds."""
        return codes_on_box(self.raw)

    @property
    def sure(self) -> bool:
        """Whether nothing speaks against its codes: they are not the seldom ones that others are misread as."""
        return bool(self.codes) and self.confidence >= CLEAR and not SELDOM & set(self.codes)


class Reader:
    """Reads boxes one by one, as long as the page has not used up what it may."""

    def __init__(
        self,
        raster: Raster,
        look: Look,
        engine: OcrEngine,
        languages: tuple[str, ...],
        most: int,
        patience: int = PATIENCE,
    ) -> None:
        self._raster, self._look, self._engine, self._languages, self._left = raster, look, engine, languages, most
        self._patience = patience

    def read(self, place: Box, before: str, islands: bool = False) -> str:
        """What OCR reads in the box; what was read `before` where that says as much."""
        if self._left <= 0:
            return before
        raw = self.at(inner(place), islands)
        better = len(codes_on_box(raw)) >= len(codes_on_box(before)) and (has_code(raw) or not is_code(before))
        return raw if raw and better else before

    def at(self, place: Box, islands: bool = False) -> str:
        """What is read there at the first look, where that is beyond doubt; else the codes that two looks of three agree on, or
        what the surest of them says.
        """
        first = self._seen(place, islands, 0)
        if first.sure or is_heading(first.raw) or not self._worth_another(first):
            return first.raw
        second = self._seen(place, islands, 1)
        if second.sure and (not first.codes or first.codes == second.codes):
            return second.raw
        if first.codes and first.codes == second.codes:
            return first.raw
        if not any(one.codes or CODE_SIGNS.search(one.raw) for one in (first, second)):
            self._patience -= 1
            return first.raw
        if not any(one.codes or CODE_LIKE.search(one.raw) for one in (first, second)):
            return first.raw
        looks = (first, second, self._seen(place, islands, 2))
        told = [one for one in looks if one.codes]
        agreed = next((one for one in told if sum(one.codes == other.codes for other in told) > 1), None)
        if agreed is None and told:
            agreed = max(told, key=lambda one: one.confidence)
        return agreed.raw if agreed else first.raw

    def _worth_another(self, first: Glance) -> bool:
        """Whether there may be a code that the first look did not make out, or made out wrong."""
        if self._left <= 0 or (not first.codes and self._patience <= 0):
            return bool(self._left > 0 and CODE_SIGNS.search(first.raw))
        return bool(first.codes or CODE_SIGNS.search(first.raw)) or (len(first.raw) <= SCRAP and not prose(first.raw))

    def _seen(self, place: Box, islands: bool, turn: int) -> Glance:
        self._left -= 1
        spot = self._look.on_box(self._raster.pixels, place, islands, turn)
        lines = self._engine.recognise(spot, round(self._raster.dpi), self._languages, single_block=True)
        words = [word for line in lines for word in line.words]
        return Glance(" ".join(word.text for word in words), min((word.confidence for word in words), default=0.0))


def is_code(raw: str) -> bool:
    """Whether the text is exemption codes, or what the box left of one, and hardly anything else."""
    if only_codes(raw):
        return True
    if CODE_LIKE.fullmatch(raw.strip()):
        return True
    found = codes_in(raw)
    return any(one.clipped for one in found) and sum(one.end - one.start for one in found) >= len(raw.strip()) - 2


def is_heading(raw: str, least: int = ORDINARY_WORDS) -> bool:
    """Whether what is printed on a dark box is a heading or a cell of a table rather than the reason for a redaction.

    `least` is how many ordinary words make it one: OCR of a box finds a word in its grain now and then, a text layer does not.
    """
    return not has_code(raw) and prose(raw) >= least


def prose(raw: str) -> int:
    """How many ordinary words stand there; none where they say why something is withheld."""
    if LABEL.search(raw):
        return 0
    parts = (part for part in raw.split() if len(part) >= 3 and part.isascii())
    return sum(bool(looks_like_word(part)) and part.strip(".,:").isalpha() for part in parts)


def inner(place: Box) -> Box:
    """The box without its rim, where the paper shows."""
    rim = min(0.08 * (place.y1 - place.y0), 0.05 * (place.x1 - place.x0), RIM)
    return box(place.x0 + rim, place.y0 + rim, place.x1 - rim, place.y1 - rim)
