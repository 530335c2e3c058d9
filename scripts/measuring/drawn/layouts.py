"""The kinds of pages that are drawn for development; `held_out.py` has the others."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from measuring.drawn.sheet import HEIGHT, WIDTH, Cover, Sheet
from measuring.drawn.words import office, paragraph, sentence

Layout = Callable[[Sheet, Cover], None]
LEADING = 1.32  # line spacing, in type sizes


def body(sheet: Sheet, how: Cover, x: float, y: float, width: float, floor: float, rate: float = 0.16) -> float:
    """Paragraphs with parts of lines, whole lines and blocks of lines covered; returns where they end."""
    pitch = LEADING * sheet.size
    while y + 4 * pitch < floor:
        lines = sheet.wrapped(paragraph(sheet.random, sheet.random.randint(2, 5)), width)
        lines = lines[: int((floor - y) / pitch)]
        block = sheet.random.random() < 0.8 * rate and len(lines) > 3
        first = sheet.random.randint(1, len(lines) - 2) if block else -1
        last = min(first + sheet.random.randint(1, 4), len(lines) - 1) if block else -2
        for order, line in enumerate(lines):
            base = y + order * pitch
            if first <= order <= last:
                continue
            _line(sheet, how, x, base, line, rate)
        if block:
            top = y + first * pitch - 0.82 * sheet.size
            sheet.cover(x - 1, top, x + width + 1, y + last * pitch + 0.28 * sheet.size, how)
        y += (len(lines) + 0.8) * pitch
    return y


def _line(sheet: Sheet, how: Cover, x: float, base: float, line: list[str], rate: float) -> None:
    """One line, a run of its words covered now and then."""
    hidden = range(0)
    if sheet.random.random() < rate:
        start = sheet.random.randrange(len(line))
        hidden = range(start, min(start + sheet.random.randint(2, 6), len(line)))
    before, covered = " ".join(line[: hidden.start]), " ".join(line[hidden.start : hidden.stop])
    at = x + (sheet.width(before + " ") if before else 0.0)
    if not hidden or sheet.width(covered) < 3 * sheet.size:
        sheet.text(x, base, " ".join(line))
        return
    end = at + sheet.width(covered)
    sheet.text(x, base, before)
    sheet.text(end + sheet.width(" "), base, " ".join(line[hidden.stop :]))
    sheet.cover(at - 1, base - 0.84 * sheet.size, end + 1, base + 0.28 * sheet.size, how)


def letter(sheet: Sheet, how: Cover) -> None:
    """A letterhead with a rule and a seal, an address that is covered, paragraphs, a covered signature."""
    sheet.text(180, 60, "DEPARTMENT OF SAMPLE SERVICES", size=14)
    sheet.rule(72, 74, 540, 74, 1.5)
    sheet.canvas.circle(110, HEIGHT - 52, 18, stroke=1, fill=0)
    sheet.canvas.circle(110, HEIGHT - 52, 12, stroke=1, fill=0)
    for order in range(3):
        sheet.cover(72, 100 + order * 15, 72 + sheet.random.randint(80, 190), 112 + order * 15, how)
    end = body(sheet, how, 72, 170, 468, 640)
    sheet.text(72, end + 12, "Sincerely,")
    sheet.cover(72, end + 24, 220, end + 50, how)
    sheet.text(72, end + 64, office(sheet.random))


def email(sheet: Sheet, how: Cover) -> None:
    """Header fields with covered values, a body and a quoted mail."""
    y = 84.0
    for _ in range(sheet.random.randint(1, 2)):
        for label in ("From:", "Sent:", "To:", "Cc:", "Subject:"):
            end = sheet.text(72, y, label) + 6
            if label == "Sent:":
                sheet.text(end, y, "Tuesday, March 9, 2010 4:12 PM")
            elif label == "Subject:":
                sheet.text(end, y, sentence(sheet.random, 0)[:48])
            else:
                for _ in range(sheet.random.randint(1, 2)):
                    wide = sheet.random.randint(60, 150)
                    sheet.cover(end, y - 0.84 * sheet.size, end + wide, y + 0.26 * sheet.size, how)
                    end = sheet.text(end + wide + 2, y, ";") + 5
            y += 1.4 * sheet.size
        sheet.rule(72, y - 4, 540, y - 4)
        y = body(sheet, how, 72, y + 14, 460, y + 210) + 10


def roster(sheet: Sheet, how: Cover) -> None:
    """A ruled table, shaded head, in whose cells some values are covered and some are empty."""
    columns, top, high = (72, 190, 330, 430, 540), 110.0, sheet.random.uniform(17, 24)
    sheet.text(72, 80, "Schedule of contacts (SAMPLE)", size=13)
    rows = sheet.random.randint(12, 22)
    sheet.frame(columns[0], top, columns[-1], top + high, shade=0.85)
    for row in range(rows):
        y = top + row * high
        for left, right in pairwise(columns):
            sheet.frame(left, y, right, y + high)
            if row == 0:
                sheet.text(left + 4, y + 0.68 * high, "Column", size=9)
            elif (chance := sheet.random.random()) < 0.18:
                sheet.cover(left + 4, y + 3, right - 4, y + high - 3, how)
            elif chance < 0.8:
                sheet.text(left + 4, y + 0.68 * high, office(sheet.random)[: int((right - left) / 6)], size=9)
    body(sheet, how, 72, top + (rows + 1.5) * high, 468, 700)


def columns(sheet: Sheet, how: Cover) -> None:
    """Two columns of prose with a heading in white on black."""
    sheet.canvas.setFillGray(0)
    sheet.canvas.rect(60, HEIGHT - 84, 492, 24, stroke=0, fill=1)
    sheet.text(72, 78, "PROGRAM NOTES FOR THE QUARTER (SAMPLE)", "Helvetica-Bold", 13, 1.0)
    body(sheet, how, 60, 110, 232, 700)
    body(sheet, how, 320, 110, 232, 700)


def memo(sheet: Sheet, how: Cover) -> None:
    """A memo with rules, a framed note, underlined headings and indented quotations."""
    sheet.text(72, 70, "MEMORANDUM", size=16)
    sheet.rule(72, 78, 540, 78, 2.5)
    for order, label in enumerate(("FOR:", "FROM:", "RE:")):
        end = sheet.text(72, 100 + order * 17, label) + 10
        if order < 2:
            sheet.cover(end, 90 + order * 17, end + 150, 103 + order * 17, how)
    end = body(sheet, how, 72, 160, 468, 400)
    sheet.frame(90, end, 520, end + 52)
    sheet.text(98, end + 18, sentence(sheet.random)[:70], size=9)
    sheet.text(98, end + 36, sentence(sheet.random)[:70], size=9)
    heading = sheet.text(72, end + 76, "Discussion")
    sheet.rule(72, end + 79, heading, end + 79)
    body(sheet, how, 100, end + 100, 400, 700)


def withheld(sheet: Sheet, how: Cover) -> None:
    """A page of which nearly all is covered."""
    sheet.text(72, 60, "Attachment (SAMPLE)")
    sheet.cover(60, 80, 552, 700, how, size=18)


LAYOUTS: tuple[Layout, ...] = (letter, email, roster, columns, memo, letter, email, withheld)
COVERS = (
    Cover("black", line=0),
    Cover("black", line=0, coded=0.0),
    Cover("black", line=0.5, align="left", font="Helvetica-Bold"),
    Cover("white", line=0.9),
    Cover("white", line=0.6, align="left", font="Times-Roman"),
    Cover("white", line=1.0, coded=0.5),
    Cover("grey", line=0.0, shade=0.75),
    Cover("hatched", line=0.8),
    Cover("black", line=0, margin=True),
)
EDGES = (WIDTH, HEIGHT)
