"""Kinds of pages, covers and faces that are kept for measuring.

Seeds 900 to 907 were looked at once, and what they showed was mended in general; measure on others.
"""

from __future__ import annotations

from measuring.drawn.layouts import Layout, body
from measuring.drawn.sheet import HEIGHT, Cover, Sheet
from measuring.drawn.words import office, paragraph, sentence


def form(sheet: Sheet, how: Cover) -> None:
    """A form: labelled fields in frames, check boxes, a block of instructions; values covered here and there."""
    sheet.text(200, 62, "REQUEST FOR ASSISTANCE (SAMPLE)", size=13)
    y = 84.0
    for number in range(9):
        for left, right in ((60, 306), (306, 552)):
            sheet.frame(left, y, right, y + 34)
            sheet.text(left + 3, y + 9, f"{number + 1}. Item {chr(65 + number)}", size=7)
            if sheet.random.random() < 0.35:
                sheet.cover(left + 8, y + 14, left + sheet.random.randint(90, 230), y + 28, how)
            elif sheet.random.random() < 0.6:
                sheet.text(left + 10, y + 25, office(sheet.random), size=9)
        y += 34
    for order in range(6):
        sheet.frame(70, y + 16 + order * 16, 79, y + 25 + order * 16)
        sheet.text(86, y + 24 + order * 16, sentence(sheet.random, 0)[:60], size=9)
    body(sheet, how, 60, y + 130, 492, 720)


def log(sheet: Sheet, how: Cover) -> None:
    """A call log without rules, every other row shaded, names covered."""
    sheet.text(60, 70, "Daily log of calls (SAMPLE)", size=12)
    y = 96.0
    for row in range(24):
        if row % 2:
            sheet.frame(56, y - 12, 556, y + 6, line=0, shade=0.9)
        sheet.text(60, y, f"{8 + row // 3:02d}:{(row * 17) % 60:02d}", size=9)
        if sheet.random.random() < 0.4:
            sheet.cover(110, y - 9.5, 110 + sheet.random.randint(70, 130), y + 3.5, how)
        else:
            sheet.text(110, y, office(sheet.random), size=9)
        sheet.text(260, y, sentence(sheet.random)[:52], size=9)
        y += 20
    body(sheet, how, 60, y + 20, 490, 725)


def chart(sheet: Sheet, how: Cover) -> None:
    """An organisation chart: framed boxes with names, joined by lines; some boxes covered inside; text below."""
    sheet.text(60, 60, "Lines of reporting (SAMPLE)", size=12)
    sheet.frame(220, 80, 390, 116, 1.2)
    sheet.text(240, 102, office(sheet.random), size=10)
    sheet.rule(305, 116, 305, 140)
    sheet.rule(110, 140, 500, 140)
    for left in (50, 180, 310, 440):
        sheet.rule(left + 60, 140, left + 60, 156)
        sheet.frame(left, 156, left + 116, 206, 1.2)
        sheet.text(left + 6, 172, office(sheet.random)[:16], size=9)
        if sheet.random.random() < 0.6:
            sheet.cover(left + 6, 180, left + 106, 194, how)
    body(sheet, how, 60, 240, 490, 725)


def press(sheet: Sheet, how: Cover) -> None:
    """A release with a black band, a drawn photograph, a narrow column and a pull quote in a tinted frame."""
    canvas = sheet.canvas
    canvas.setFillGray(0)
    canvas.rect(0, HEIGHT - 46, 612, 46, stroke=0, fill=1)
    sheet.text(40, 32, "NEWS FROM TARROW COUNTY (SAMPLE)", "Times-Bold", 17, 1.0)
    for row in range(36):
        for column in range(48):
            shade = 0.15 + 0.7 * abs(((row * 7 + column * 3) % 23) / 23 - row / 60)
            canvas.setFillGray(min(max(shade + sheet.random.uniform(-0.1, 0.1), 0), 1))
            canvas.rect(370 + column * 4, HEIGHT - 70 - row * 4, 4.2, 4.2, stroke=0, fill=1)
    sheet.frame(370, 230, 560, 300, line=0, shade=0.88)
    for order, line in enumerate(sheet.wrapped(paragraph(sheet.random, 1), 170)[:4]):
        sheet.text(380, 246 + order * 15, " ".join(line), size=9)
    body(sheet, how, 40, 80, 310, 500)
    body(sheet, how, 40, 510, 520, 730)


def fax(sheet: Sheet, how: Cover) -> None:
    """A fax cover: thick frame, large letters, ruled lines to write on, some filled in and covered."""
    sheet.frame(40, 40, 572, 740, 3)
    sheet.text(200, 96, "FACSIMILE", "Helvetica-Bold", 34)
    for order, label in enumerate(("To", "From", "Phone", "Pages", "Re")):
        y = 150 + order * 30
        end = sheet.text(60, y, label, size=12) + 8
        sheet.rule(130, y + 2, 550, y + 2)
        if order < 3:
            sheet.cover(max(end, 136), y - 13, 136 + sheet.random.randint(90, 240), y - 0.5, how)
    for column in range(4):
        sheet.frame(60 + column * 120, 300, 68 + column * 120, 308)
        sheet.text(72 + column * 120, 308, ("Urgent", "For review", "Please reply", "Recycle")[column], size=9)
    body(sheet, how, 60, 350, 490, 700)


def minutes(sheet: Sheet, how: Cover) -> None:
    """Minutes with a list, a bar chart and a box of totals."""
    sheet.text(60, 70, "Minutes of the working group (SAMPLE)", size=13)
    y = 96.0
    for order in range(6):
        sheet.text(66, y, f"{order + 1}.")
        for line in sheet.wrapped(sentence(sheet.random), 430)[:2]:
            sheet.text(86, y, " ".join(line))
            y += 1.35 * sheet.size
        if sheet.random.random() < 0.5:
            sheet.cover(86, y - 0.8 * sheet.size, 86 + sheet.random.randint(120, 400), y + 0.32 * sheet.size, how)
            y += 1.5 * sheet.size
    for order in range(7):
        sheet.canvas.setFillGray(0.2 if order % 2 else 0.6)
        sheet.canvas.rect(100 + order * 44, HEIGHT - y - 90, 26, sheet.random.randint(20, 80), stroke=0, fill=1)
    sheet.rule(90, y + 90, 420, y + 90, 1.2)
    body(sheet, how, 60, y + 120, 480, 725)


def refused(sheet: Sheet, how: Cover) -> None:
    """A page withheld in full: one box from edge to edge."""
    sheet.cover(36, 36, 576, 738, how, size=22)


LAYOUTS: tuple[Layout, ...] = (form, log, chart, press, fax, minutes, log, refused)
COVERS = (
    Cover("black", line=0, font="Times-Bold"),
    Cover("black", line=0, coded=0.3),
    Cover("white", line=1.5, font="Helvetica-Bold"),
    Cover("white", line=0.7, font="Courier", align="left"),
    Cover("white", line=0.8, coded=0.3),
    Cover("grey", line=0.5, shade=0.85, font="Times-Roman"),
    Cover("grey", line=0.0, shade=0.45, font="Helvetica-Bold"),
    Cover("crossed", line=0.7),
    Cover("hatched", line=0.6, shade=1.0, coded=0.5),
    Cover("white", line=1.0, margin=True),
)
