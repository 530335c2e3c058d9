"""Papers that begin below another one on the same page: a reply under the letter it answers, a clip pasted under a resolution.

Only what heads a paper by itself counts - a letterhead with its day, a date above a salutation, a memorandum's fields, a
newspaper's name and day, a label that says whence a piece was cut - and only below running text. The headings of sections do not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from pipeline.patterns.days.dates import dates_in
from pipeline.patterns.days.dating import UNDATED, Dated, date_of_letterhead
from pipeline.patterns.days.head_dates import date_of_heading
from pipeline.patterns.days.printed_days import end_of_period
from pipeline.patterns.names.offices import is_office
from pipeline.patterns.openings.headers import header_blocks, is_field
from pipeline.patterns.openings.headings import CLIPPED, MAST, NUMBERED, could_stand, headlike, inner_heading
from pipeline.patterns.openings.heads import heads_deed
from pipeline.patterns.openings.notes_below import NOTE, note_ends
from pipeline.patterns.openings.numbered_papers import sets_in
from pipeline.patterns.openings.opening import DEAR, Opening, letter_above, opening_of
from pipeline.patterns.openings.slips import slip_heads
from pipeline.patterns.writers.signers import CLOSING

_FEWEST = 25  # words of running text above from which on another paper stands there
_PROSE = 7  # words of a line from which on it is running text
_SHORT = 12  # words of a line of a letter's head
_HEAD = 14  # lines of a letter's head
_ABOVE_FIELDS = 3  # lines above the fields of a memorandum that may head it
_DAY_BELOW = 4  # lines below the name of an office in which its letterhead is dated
_PRESS = re.compile(r"(?i:\W*(?:for immediate release|(?:news|press|media) (?:release|advisory))\W*)")
_MEMO = re.compile(r"(?i:(?:[A-Z]\w+\s){0,3}m\s?e\s?m\s?o(?:\s?r\s?a\s?n\s?d\s?u\s?m)?\W*)")
_BETWEEN = re.compile(r"(?i:(?:by and )?(?:between|among)\b)")
_STOPS = re.compile(r"[.?!][\"”’)\]]*$")
# What a paper calls itself that comes again and again, or is kept by the day.
_SORT = re.compile(
    r"(?i:\b(?:report|weekly|daily|monthly|log|minutes|notes|bulletin|statistics|status|update|summary|fact\s?sheet|roster|advisory|digest|notice|alert|announcement)\b)"
)
_ASIDE = re.compile(r"\([^)]*\)")  # "HARBOR LOG (cont. sheet)"
_TITLE = 9  # words of a line that may be the title of such a paper
_AGAIN = 4  # lines at the top of a page that may stand again where the next of a series begins
_HEAD_LETTERS = 10  # letters of such a line
_NOTE = 1500  # characters in which a note ends
_DAY_OF_TITLE = 3  # lines below a title in which its day stands
_KEPT_BY_DAY = frozenset({"chronology", "table", "form"})  # kinds whose entries are headed by offices and days


@dataclass(frozen=True, slots=True)
class Lower:
    """A paper that begins at `text[start]` of a page, below another; `opening` is what its head shows."""

    start: int
    opening: Opening


@dataclass(frozen=True, slots=True)
class _Row:
    """A line that says something: where it begins, what it says, and whether a blank line stands above it."""

    start: int
    text: str
    apart: bool


@lru_cache(maxsize=4096)
def lower_papers(text: str) -> tuple[Lower, ...]:
    """The papers that begin below the first one of a page, from top to bottom. Mails are told by their own headers."""
    rows = list(_rows(text))
    heads = sorted(
        {at for at in _heads(text, rows) if _runs_above(rows[:at]) or _slip(rows[:at]) or letter_above(text[: rows[at].start])}
    )
    apart = (at for above, at in pairwise((-1, *heads)) if above < 0 or _runs(rows[above:at]))  # a head is begun once
    starts = [rows[at].start for at in apart]
    made = []
    for start, end in pairwise((*starts, len(text))):
        opening = opening_of(text[start:end])
        if opening.kind != "email":
            made.append(Lower(start, _noted(text[start:end]) or opening))
    return tuple(made)


def mails_below(text: str) -> tuple[int, ...]:
    """Where mails begin on a page below running text, from top to bottom."""
    rows = list(_rows(text))
    return tuple(
        block.start
        for block in header_blocks(text)
        if block.kind == "email" and _runs_above([row for row in rows if row.start < block.start])
    )


def _heads(text: str, rows: list[_Row]) -> Iterator[int]:
    """The rows with which a paper sets in."""
    for greeting in DEAR.finditer(text):
        yield from _letter(rows, next((at for at, row in enumerate(rows) if row.start >= greeting.start()), 0))
    for block in header_blocks(text):
        if block.kind == "memo" and block.value("from") and block.value("to"):
            yield _memo(rows, next((at for at, row in enumerate(rows) if row.start >= block.start), 0))
    for at, row in enumerate(rows):
        below = [one.text for one in rows[at + 1 : at + 1 + _DAY_BELOW]]
        if at and row.apart and slip_heads([one.text for one in rows[at : at + _HEAD]]):
            yield at
            continue
        if not row.apart or NUMBERED.match(row.text) or inner_heading(row.text) or row.text.endswith("."):
            continue
        clip = MAST.match(row.text) and bool(below) and (headlike(below[0]) or could_stand(below[0]))
        release = _PRESS.match(row.text) and date_of_letterhead((_PRESS.sub("", row.text), *below)).date
        deed = bool(below) and _BETWEEN.match(below[0]) is not None and heads_deed(row.text)
        label = CLIPPED.search(row.text)
        pasted = label and headlike(row.text[: label.start()])
        headed = _letterhead(rows, at) or _titled(rows, at) or _next_of_series(rows, at) or _numbered(rows, at)
        noted = at and _noted(text[row.start :]) is not None and opening_of(text).kind == "memo"
        if clip or release or deed or pasted or noted or (headed and opening_of(text).kind not in _KEPT_BY_DAY):
            yield at


def _noted(text: str) -> Opening | None:
    """What a note with initials that begins this text opens as; None where it begins with none."""
    lines, who, day = note_ends([line.strip() for line in text[:_NOTE].split("\n") if line.strip()])
    dated = Dated(day, "day", "text") if day else UNDATED
    return Opening("other", NOTE, dated, who, (), (), "", 0.6, False) if lines else None


def _letter(rows: list[_Row], greeting: int) -> Iterator[int]:
    """The first row of the head of the letter whose salutation is row `greeting`, if it has a day above it."""
    top = greeting
    while top and greeting - top < _HEAD and _of_a_head(rows[top - 1].text):
        top -= 1
    day = next((at for at in range(top, greeting) if date_of_letterhead((rows[at].text,)).date), None)
    if day is None:
        return
    blocks = [at for at in range(top, day + 1) if rows[at].apart or at == top]
    office = next((at for at in range(blocks[-1], day) if _house(rows[at].text)), None)
    if office is not None:
        yield office
    elif blocks[-1] == day and len(blocks) > 1 and _house(rows[blocks[-2]].text) and not (len(blocks) == 2 and _signs(rows, top)):
        yield blocks[-2]
    else:
        yield day


def _memo(rows: list[_Row], first: int) -> int:
    """The row with which the head of a memorandum begins whose fields begin in row `first`.

    Above them stand its name, or a heading of its own sort with its day: "OPERATIONS ORDER 10-22   September 8, 2010".
    """
    for at in range(first - 1, max(first - 5, -1), -1):
        if _MEMO.fullmatch(rows[at].text):
            return at - 1 if at and _house(rows[at - 1].text) and not rows[at].apart else at
    top, day = first, False
    while top and first - top < _ABOVE_FIELDS and _heads_fields(rows[top - 1].text, day):
        if day and rows[top].apart and is_office(rows[top].text):
            break  # whoever signs the paper above stands over it
        top -= 1
        day = day or bool(date_of_letterhead((rows[top].text,)).date or date_of_heading(rows[top].text).date)
    return top if day or (top < first and all(row.text.isupper() for row in rows[top:first])) else first


def _heads_fields(line: str, day: bool) -> bool:
    """Whether a line may stand between the end of one paper and the fields of the next; `day`: a day stands below it."""
    if date_of_letterhead((line,)).date or date_of_heading(line).date:
        return not day
    return headlike(line) and len(line.split()) <= _SHORT and not (is_field(line) or _STOPS.search(line))


def _letterhead(rows: list[_Row], at: int) -> bool:
    """Whether an office, a day below it on a line of its own, and running text below that stand here."""
    if not _house(rows[at].text) or _signs(rows, at) or (at and rows[at - 1].text.endswith((":", ","))):
        return False
    for below in range(at + 1, min(at + 1 + _DAY_BELOW, len(rows))):
        line = rows[below].text
        if date_of_letterhead((line,)).date and not is_field(line) and "__" not in line:
            return any(len(one.text.split()) >= _PROSE + 1 for one in rows[below + 1 : below + 7])
        if not _of_a_head(line):
            return False
    return False


def _titled(rows: list[_Row], at: int) -> bool:
    """Whether a title, its day right below it and running text stand here: the next weekly, a log under a memorandum.

    The title is in capitals or names the end of its week. It names such a sort of paper, or stands at the top of the page too,
    but for its number.
    """
    title = _ASIDE.sub("", rows[at].text).strip()
    loud = (title.isupper() and headlike(title)) or (title[:1].isupper() and end_of_period((title,)).date)
    if not loud or len(title.split()) > _TITLE or is_field(title) or _signs(rows, at):
        return False
    for below in range(at, min(at + 1 + _DAY_OF_TITLE, len(rows))):
        line = rows[below].text
        if below > at and not _of_a_head(line) and not is_field(line):
            return False
        dated = date_of_letterhead((line,)).date or date_of_heading(line).date or end_of_period((line,)).date
        if "__" not in line and dated:
            again = {_unnumbered(row.text) for row in rows[:_AGAIN]} & {_unnumbered(row.text) for row in rows[at:below]}
            sort = any(_SORT.search(row.text) for row in rows[at : below + 1])
            return (sort or bool(again)) and any(len(row.text.split()) > _PROSE for row in rows[below + 1 : below + 7])
    return False


def _next_of_series(rows: list[_Row], at: int) -> bool:
    """Whether the page's first line stands here again but for its day and number, with another day and running text below:
    "HARBOR LOG   Week ending May 14, 2010" under that of May 7."""
    head = _undated(rows[at].text)
    if at < _AGAIN or len(head) < _HEAD_LETTERS or head not in {_undated(row.text) for row in rows[:2]}:
        return False
    days, before = (_days(rows[at : at + _AGAIN]), _days(rows[:_AGAIN]))
    return bool(days - before) and any(len(row.text.split()) > _PROSE for row in rows[at + 1 : at + 7])


def _numbered(rows: list[_Row], at: int) -> bool:
    """Whether another house than the page's own heads a numbered paper here: a jail's order under a board's minutes."""
    if _signs(rows, at) or _unnumbered(rows[at].text) in {_unnumbered(row.text) for row in rows[:_AGAIN]}:
        return False
    return at >= _AGAIN and sets_in([row.text for row in rows[at : at + _HEAD]])


def _days(rows: list[_Row]) -> set[str]:
    """The days in the first of these rows and in those below that are no sentence, or a field of days: what a rule will end on
    dates no paper."""
    dated = [
        row
        for at, row in enumerate(rows)
        if not at or date_of_letterhead((row.text,)).date or date_of_heading(row.text).date or end_of_period((row.text,)).date
    ]
    return {one.iso for row in dated for one in dates_in(row.text) if one.precision == "day"}


def _undated(line: str) -> str:
    for found in reversed(dates_in(line)):
        line = line[: found.start] + line[found.end :]
    return _unnumbered(line)


def _unnumbered(line: str) -> str:
    return re.sub(r"[\W\d]+", " ", line).casefold().strip()


def _house(line: str) -> bool:
    return is_office(line, by_head=True) and headlike(line)


def _of_a_head(line: str) -> bool:
    """Whether a line may stand in the head of a letter: short, no sentence, no field of a mail, no close."""
    return (
        len(line.split()) <= _SHORT
        and not (_STOPS.search(line) and len(line.split()) > 4)
        and not (is_field(line) and ":" in line and not re.match(r"(?i:re|subject|via)\b", line))
        and not CLOSING.match(line)
        and not line.startswith(">")
    )


def _signs(rows: list[_Row], at: int) -> bool:
    """Whether row `at` stands right below the close of a letter: it says who signed."""
    return at > 0 and CLOSING.match(rows[at - 1].text) is not None


def _runs(rows: list[_Row]) -> bool:
    return any(len(row.text.split()) >= _PROSE and not is_field(row.text) for row in rows)


def _runs_above(rows: list[_Row]) -> bool:
    return sum(len(row.text.split()) for row in rows if len(row.text.split()) >= _PROSE) >= _FEWEST


def _slip(rows: list[_Row]) -> bool:
    """Whether these rows are a short note with fields of its own: "To: ... From: ... Please read and return"."""
    fields = [at for at, row in enumerate(rows) if is_field(row.text)]
    return len(fields) > 1 and any(len(row.text.split()) >= _PROSE for row in rows[fields[-1] + 1 :])


def _rows(text: str) -> Iterator[_Row]:
    end = 0
    for line in re.finditer(r"[^\n]*\S[^\n]*", text):
        yield _Row(line.start(), line.group().strip(), "\n\n" in text[end : line.start()] or not end)
        end = line.end()
