"""Pages as they are set: styles, words, boxes. Points, origin bottom left, as PDF counts."""

from __future__ import annotations

from dataclasses import dataclass, field

from sample.markup import Atom, Cover

MARK = "SAMPLE - invented for testing - not an agency record"
STAMP = "SAMPLE FOIA 26-0001.{:07d}"
CODE_FONT, CODE_SIZE = "Helvetica", 7.5


@dataclass(frozen=True, slots=True)
class Style:
    """Fonts and measures of one kind of document; `leading` and `gap` (after a paragraph) in points."""

    plain: str
    bold: str
    size: float
    leading: float
    gap: float
    left: float = 72.0
    right: float = 72.0


STYLES = {
    "letter": Style("Times-Roman", "Times-Bold", 12.0, 15.6, 10.0),
    "memo": Style("Times-Roman", "Times-Bold", 12.0, 16.4, 10.0),
    "agreement": Style("Times-Roman", "Times-Bold", 12.0, 15.6, 9.0),
    "mail": Style("Helvetica", "Helvetica-Bold", 11.0, 14.2, 10.0, left=60.0, right=64.0),
    "handheld": Style("Courier", "Courier-Bold", 10.0, 12.8, 8.0, left=66.0, right=100.0),
    "outreach": Style("Helvetica", "Helvetica-Bold", 11.0, 15.0, 9.0),
    "web": Style("Helvetica", "Helvetica-Bold", 9.5, 12.4, 6.0),
    "typed": Style("Courier", "Courier-Bold", 11.0, 15.0, 13.0, left=76.0, right=60.0),
    "figures": Style("Helvetica", "Helvetica-Bold", 10.0, 15.0, 8.0, left=56.0, right=56.0),
    "form": Style("Helvetica", "Helvetica-Bold", 11.0, 17.0, 7.0, left=64.0, right=64.0),
}


@dataclass(frozen=True, slots=True)
class Placed:
    """A word on the page: baseline at `y`, from `x` over `width`. `line` numbers the printed line it stands in."""

    atom: Atom
    x: float
    y: float
    width: float
    font: str
    size: float
    line: int
    grey: float = 0.0


@dataclass(frozen=True, slots=True)
class Ink:
    """A drawn rectangle (redaction or shading), or with `cover` None and no height a rule; `raw` is printed on it."""

    x0: float
    y0: float
    x1: float
    y1: float
    cover: Cover | None
    raw: str
    line: int
    shade: float = 0.0


@dataclass(slots=True)
class Sheet:
    """One page as it will be drawn, and what must be known about it afterwards."""

    number: int
    bates: str
    width: float
    height: float
    options: dict[str, str]
    document: str
    words: list[Placed] = field(default_factory=list)
    inks: list[Ink] = field(default_factory=list)
    scribbles: list[tuple[float, float]] = field(default_factory=list)
    marks: list[tuple[float, float, str]] = field(default_factory=list)
    lines: int = 0
