"""What speaks for and against a bound in what tops a page: its header, its heading, its title, and what these say."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.patterns.days.dates import dates_in
from pipeline.patterns.names.offices import is_office
from pipeline.patterns.openings.headers import is_field
from pipeline.patterns.openings.headings import headlike, inner_heading, plain_subject
from pipeline.patterns.openings.heads import announces
from pipeline.patterns.openings.slips import slip_heads
from pipeline.stages.cutting.sheets import NOT_FULL, Sheet, folded
from pipeline.stages.cutting.title_block import Title, as_large

PASSED_ON = re.compile(r"(?i:\W*(?:\w{1,3}\W*)?(?:begin\s)?(?:original|forwarded)\s(?:message|mail|e-?mail)\b\W*(?:from\b.*)?$)")
HEADED = frozenset({"email", "memo", "cable"})
LETTERS = frozenset({"letter", "cover-letter"})
_PARTED = re.compile(r"\s[-–—|·•]\s|\.\s")
_TAIL = 12  # words of a page that may be but the end of the one before: who signed
_SLIP = 14  # first lines of a page that may be a slip's
NAMED = 0.6  # weight of an opening whose heading names a kind


def of_the_top(sheets: tuple[Sheet, ...], at: int, begun: int) -> Iterator[tuple[float, str]]:
    """What the page's own heading says."""
    sheet, opening, first = sheets[at], sheets[at].opening, sheets[begun].opening
    kind, weight = opening.kind, opening.weight
    titled = fresh_title(sheets, at, begun) if kind == "email" and weight < 0.9 else None
    if kind == "email" and opening.quoted and first.kind != "email" and _passed_on(sheet):
        yield 3.0, "a message passed on tops the page, and the document before is no mail"
        return
    if kind in HEADED and not (titled and titled.date):
        yield (
            (5.5 if weight >= 0.9 else -1.5),
            f"the header of {'an' if kind == 'email' else 'a'} {kind} {'tops' if weight >= 0.9 else 'stands lower on'} the page",
        )
        if kind == "email" and not opening.author and _header_cut(sheets[at - 1]):
            yield -5.0, "its header began on the page before"
        if kind == "memo" and first.kind == "memo" and plain_subject(opening.title) == plain_subject(first.title) != "":
            yield -4.0, "the running head of the same memo"
        return
    if kind in LETTERS:
        yield 4.0 if weight >= 0.85 else 2.2, "a salutation with a letter's head"
        if first.kind == "email":
            yield -2.5, "the pages before are an email, which may hold a greeting"
        return
    if slip_heads(list(sheet.lines[:_SLIP])) and not _same_head(sheet, sheets[begun]):
        yield 3.2, "a ticket, a log, a clip or a note to the file heads it"
        return
    inner = inner_heading(sheet.lines[0]) if sheet.lines else False
    if inner:
        yield -1.6, f"'{sheet.lines[0][:40]}' heads a part of something"
    elif kind not in ("other", "table", *HEADED) and weight:
        yield (3.6 if weight >= 0.85 else 2.0 if weight >= 0.6 else 0.9), f"a heading that names a {kind}"
        if first.kind == kind and kind not in ("slides",) and weight < 0.9:
            yield -0.8, f"the document before is a {kind} too"
    elif kind == "table":
        yield (1.0 if opening.title else 0.2), "a sheet of figures"
    elif kind == "other" and weight >= NAMED and announces(opening.title):
        yield 2.0, "a heading that names a kind of paper"
    elif sheet.lines and headlike(sheet.lines[0]) and not sheet.lines[0].endswith(":"):
        yield 0.7 if sheet.lines[0].isupper() else 0.4, "a heading"
    elif not opening.dated.date and not sheet.title:
        yield -0.9, "nothing heads the page"
    if sheet.lines and is_office(sheet.lines[0], by_head=True) and sheet.lines[0] not in sheets[at - 1].lines[:3] and not inner:
        yield 1.2, "the name of an office stands on top"
    if not inner:
        yield from _of_the_title(sheets, at, begun)


def _same_head(sheet: Sheet, first: Sheet) -> bool:
    """Whether the page's first line, but for its numbers, heads the document so far: the next sheet of a log."""
    return bool(first.lines) and folded(sheet.lines[0]).split()[:3] == folded(first.lines[0]).split()[:3]


def _passed_on(sheet: Sheet) -> bool:
    """Whether the mark of a forwarded or original message is the first thing on a page."""
    return bool(sheet.lines) and PASSED_ON.match(sheet.lines[0]) is not None


def fresh_title(sheets: tuple[Sheet, ...], at: int, begun: int) -> Title | None:
    """The title on top of a page, unless it heads a part or is that of the document so far, printed again."""
    title, whole = sheets[at].title, sheets[begun].title
    if title is None or inner_heading(title.lines[0]) or (whole and folded(title.lines[0]) == folded(whole.lines[0])):
        return None
    return title


def _of_the_title(sheets: tuple[Sheet, ...], at: int, begun: int) -> Iterator[tuple[float, str]]:
    """What the title block says, and how it is set."""
    sheet, before, opening = sheets[at], sheets[at - 1], sheets[at].opening
    title = fresh_title(sheets, at, begun)
    day, house = opening.dated.date or (title.date if title else ""), title is not None and title.house
    named = {one.iso for one in dates_in(title.lines[0])} or {title.date} - {""} if title and opening.weight < NAMED else set()
    if named and opening.kind in ("other", "table") and named <= _days(sheets[begun]):
        yield -1.0, "its title names the day of the document before"
    elif day:
        yield (1.0 if opening.dated.date else 1.2), "a date of its own on top"
    if title and _dated_in_a_part(title.lines[0]) - _days(sheets[begun]):
        yield 1.0, "its first line is a head in parts, one of them a day"
    if house and not is_office(sheet.lines[0], by_head=True):
        yield 0.8, "a body is named in its title"
    if title and not (day or house or headlike(sheet.lines[0])):
        yield -0.5, "its title is worded like no heading, and says neither when nor by whom"
    # Each of a deck has a title and little else, and ends early.
    slide = (sheet.landscape and before.landscape) or (sheet.fabric == before.fabric == "slides" and not (day or house))
    tail = not day and not before.short and sum(len(line.split()) for line in sheet.lines) <= _TAIL
    if _cover(sheet) and not (slide or tail):
        yield 1.9, "a page with a title and little else"
    if sheet.large:
        yield 0.7, "a heading in large type"
    if title and not slide:
        yield from _by_size(title, sheets, at, begun)
    if title and not before.short and before.foot < NOT_FULL and not slide:
        yield 0.5, "the page before is not full"


def _dated_in_a_part(head: str) -> set[str]:
    """The day that is a part of its own behind another in a head: "Desk notes - May 4, 2010 - evening"."""
    parts = [part.strip() for part in _PARTED.split(head)]
    return {one.iso for part in parts[1:] for one in dates_in(part) if one.text.strip() == part.strip(" .,()")}


def _days(sheet: Sheet) -> set[str]:
    """The days and months that the first lines of a page name."""
    return {one.iso for line in sheet.lines[:6] for one in dates_in(line)}


def _by_size(title: Title, sheets: tuple[Sheet, ...], at: int, begun: int) -> Iterator[tuple[float, str]]:
    """How large the title is set beside that of the document so far: parts are headed in smaller type than the whole."""
    whole = sheets[begun].title
    if whole is None or not sheets[begun].large or not title.size:
        return
    parts = [one.title for one in sheets[begun + 1 : at] if one.title and one.large]
    if as_large(title.size, whole.size) and not any(as_large(one.size, whole.size) for one in parts):
        yield 0.3, "its title is set as large as that of the document before"
    elif title.size < whole.size and not sheets[at].large:
        yield -0.5, "its title is smaller than that of the document before"


def _header_cut(before: Sheet) -> bool:
    """Whether the page before ends within a header: its last lines are fields."""
    return any(is_field(line) for line in before.lines[-3:])


def _cover(sheet: Sheet) -> bool:
    """Whether the page could be a cover: a few short lines, none a sentence, no list."""
    words = sum(len(line.split()) for line in sheet.lines)
    if not 4 <= words <= 45 or len(sheet.lines) < 2:
        return False
    return not any(re.search(r"[.;:]$|^[•*-]\s|_{3,}", line) or len(line) > 90 for line in sheet.lines)
