"""The doors to everything that can be swapped: what goes in, what comes out, and a name for the key.

Every implementation states `identity()`: name, version and model digest, in one line without machine paths. The planner
puts it into the key of each stage that is handed the tool, so a swapped engine cannot forget to invalidate.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from pipeline.records.document import Document, Part
from pipeline.records.finding import Claim, Contradiction
from pipeline.records.judgement import Bounds, Judgement
from pipeline.records.language import Entity, Sentence
from pipeline.records.outcome import Failure
from pipeline.records.page import Box, Line
from pipeline.records.source import Probe
from pipeline.records.tagging import Tagged
from pipeline.records.topic import ALONE, Company, Topic
from pipeline.seen import Candidate, Cleaned, Grey, Layer, Raster, Spot


class Source(Protocol):
    """One kind of file opened for reading page by page. Raises Unreadable."""

    def identity(self) -> str: ...

    def probe(self, path: Path, file_id: str, passwords: tuple[str, ...]) -> Probe: ...

    def layer(self, path: Path, page_no: int, password: str) -> Layer | None:
        """The text the page carries, hidden words included, or None where it carries none."""

    def render(self, path: Path, page_no: int, password: str, dpi: int, max_pixels: int) -> Raster:
        """The page as a person sees it. Lowers the resolution to keep within `max_pixels`, or raises Unreadable."""


class OcrEngine(Protocol):
    """Reads words off an image. Raises MissingTool when a language has no data."""

    def identity(self) -> str: ...

    def recognise(self, pixels: Grey, dpi: int, languages: tuple[str, ...], single_block: bool = False) -> tuple[Line, ...]:
        """Lines in reading order; boxes are fractions of the image given, confidence 0..1. Empty for an empty image."""


class Look(Protocol):
    """Measures and turns page images. Boxes are fractions of the image given; images are never changed in place."""

    def identity(self) -> str: ...

    def ink(self, pixels: Grey, dpi: float) -> tuple[int, float]:
        """(marks larger than specks, share of the page that is ink of any size)."""

    def skew(self, pixels: Grey, dpi: float) -> float:
        """Degrees by which the lines run downhill, -5..5; 0.0 where the page does not tell."""

    def sideways(self, pixels: Grey, dpi: float) -> bool:
        """Whether the lines of text seem to run up or down the page."""

    def turned(self, pixels: Grey, clockwise: int) -> Grey:
        """The image turned by 0, 90, 180 or 270 degrees."""

    def straightened(self, pixels: Grey, angle: float) -> Grey:
        """The image turned back by `angle` as `skew` gives it; same size, white where nothing was."""

    def cleaned(self, pixels: Grey, dpi: float) -> Cleaned:
        """The image with even light, full contrast and without grain, each only where the page shows the need."""

    def fitted(self, pixels: Grey, dpi: float) -> tuple[Grey, float]:
        """(the image as OCR reads it best: type made larger or smaller, edges of two levels softened; its dots per inch)."""

    def spots(self, pixels: Grey, boxes: tuple[Box, ...], soft: bool = False) -> tuple[Spot, ...]:
        """What the page shows in each box."""

    def outside(self, pixels: Grey, dpi: float, boxes: tuple[Box, ...]) -> tuple[int, int]:
        """(letter-like marks inside the boxes, letter-like marks outside all of them)."""

    def dashed(self, pixels: Grey, dpi: float, boxes: tuple[Box, ...]) -> tuple[tuple[Box, int], ...]:
        """(place, number of its dashes) of every rule made of dashes that none of the boxes covers, from top to bottom."""

    def endings(self, pixels: Grey, boxes: tuple[Box, ...]) -> tuple[str, ...]:
        """The last mark in the box of each word: "letter" (as tall as the others, and no lower), "point" (small, on their line),
        "colon" (a point, and one like it above), "tail" (small, and hanging below it), or "" where the image does not tell."""

    def pieces(self, pixels: Grey, boxes: tuple[Box, ...]) -> tuple[tuple[tuple[float, float], ...], ...]:
        """(left, right), as fractions of the image's width, of what stands in each box from left to right: letters that no gap
        parts are one piece."""

    def missed(self, pixels: Grey, dpi: float, boxes: tuple[Box, ...]) -> tuple[Box, ...]:
        """Rows of letter-like marks that none of the boxes covers, from top to bottom: print that was not read."""

    def bars(self, pixels: Grey, dpi: float) -> tuple[Candidate, ...]:
        """Filled, tinted and outlined rectangles, in reading order. A tilted page is looked at straight; the boxes are upright
        rectangles around the places where they lie on the image given."""

    def blotted(self, pixels: Grey, boxes: tuple[Box, ...], paper: bool) -> Grey:
        """The image with these boxes made paper-white, or (`paper` False) with all that is dark in them made black."""

    def crop(self, pixels: Grey, box: Box, dpi: float, islands: bool = False, again: bool = False, lined: bool = False) -> Grey:
        """What lies in the box as dark on light, scaled so that a line of it can be read, with a white rim.

        With `islands` only what does not reach the box's edge is left. `again` shows it larger and on whiter paper, for a second
        look where the first made nothing of it; `lined` without rules under its words.
        """

    def on_box(self, pixels: Grey, box: Box, islands: bool, turn: int) -> Grey:
        """The same of what is printed on a box, without the box's sides. `turn` 0 is the first look, 1 larger and on whiter
        paper, 2 smaller.
        """

    def webp(self, pixels: Grey, dpi: float, image_dpi: int) -> bytes:
        """Lossless WebP in four greys at `image_dpi` or less: same pixels, same bytes."""


class Parser(Protocol):
    """Splits a page's text into parsed sentences; spans are offsets into the text given."""

    def identity(self) -> str: ...

    def parse(self, text: str) -> tuple[Sentence, ...]: ...

    def ordinary(self, word: str) -> bool:
        """Whether the word stands in a dictionary, whatever its case: names do only where they are words too."""

    def entities(self, text: str) -> tuple[Entity, ...]:
        """The entities of the page in text order: those of the tokens of `parse`, without its other labels and their cost."""

    def words(self, text: str) -> Iterator[tuple[str, ...]]:
        """The words of each running text of the page as `parse` cuts them, without its cost; sentences are not told apart."""


class Tagger(Protocol):
    """Reads the words of a page as private or public by where they stand. Pure: same text, same words."""

    @property
    def bounds(self) -> Mapping[str, float]:
        """Of each label of `records.tagging` the probability from which on a word is taken for private, and "sure"."""

    def identity(self) -> str: ...

    def right(self, probability: float) -> float:
        """How often words of this probability were private, on pages it was not trained on."""

    def tag(self, text: str) -> tuple[Tagged, ...]:
        """The words that may be private or are likely public, in text order."""


class Judge(Protocol):
    """A model trained on one topic's labelled statements. Pure: one text, one judgement, whatever stands beside it."""

    @property
    def bounds(self) -> Bounds: ...

    @property
    def propositions(self) -> frozenset[str]:
        """Ids of those on which its silence tells against what rules find: not one added since, or learned from few rows."""

    def identity(self) -> str: ...

    def judge(self, texts: tuple[str, ...]) -> tuple[Judgement, ...]:
        """One judgement for each text (a sentence, or two that belong together), in order."""

    def joint(self, probability: float) -> float:
        """How likely a reading is right that a rule found too, where the model by itself gives this probability."""


class Encoder(Protocol):
    """Tells what sentences are about. Two that say like things get vectors that lie near each other, whatever their words."""

    def identity(self) -> str: ...

    def encode(self, texts: tuple[str, ...]) -> NDArray[np.float32]:
        """(number of texts, dimensions), each row of length 1."""


class ClaimExtractor(Protocol):
    """Finds the claims of one topic in one document. Pure: same document, same claims, in text order."""

    def identity(self) -> str: ...

    def concerns(self, document: Document, texts: Iterable[tuple[str, ...]], topic: Topic, company: Company = ALONE) -> bool:
        """False only where `extract` finds nothing whatever the parse: told by the words of the document's running texts."""

    def extract(
        self,
        document: Document,
        passages: tuple[Any, ...],
        topic: Topic,
        parts: tuple[Part, ...] = (),
        company: Company = ALONE,
    ) -> tuple[Claim, ...]:
        """`parts`, in text order, are those another hand wrote; what stands before the first is the document's author's.

        `company`: the papers it came with, and whether they name the topic.
        """
        ...


class ContradictionScorer(Protocol):
    """Judges one pair of claims about the same thing; symmetric in its arguments. None where there is nothing to report."""

    def identity(self) -> str: ...

    def ready(self, claim: Claim) -> Claim:
        """The claim as `weigh` takes it; asked for once for all its pairs."""

    def weigh(self, left: Claim, right: Claim, topic: Topic) -> tuple[str, float, object] | None:
        """(kind, score, grounds) of what `score` would find, for two claims made ready. Most pairs are only weighed."""

    def told(self, left: Claim, right: Claim, topic: Topic, grounds: object = None) -> Contradiction | None:
        """What `score` finds between two claims made ready, with its reasons; sooner where `weigh`'s grounds are given."""

    def score(self, left: Claim, right: Claim, topic: Topic) -> Contradiction | None: ...


@dataclass(frozen=True, slots=True)
class Task:
    """One unit handed to a worker: `spec` is a picklable callable of `payload`, run in a process that may be killed.

    `seconds` is the wall clock it gets.
    """

    unit: str
    spec: Callable[[Any], Any]
    payload: Any
    seconds: float


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of a task: `value` when it ended well, else `failure` with the cause and whether it lasts."""

    unit: str
    value: Any
    failure: Failure | None


class Executor(Protocol):
    """Runs tasks and hands each answer to `on_done` in the parent, in any order."""

    def identity(self) -> str: ...

    def run(self, tasks: Iterable[Task], on_done: Callable[[Task, Answer], None]) -> None: ...
