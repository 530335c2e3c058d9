"""Dates of birth: behind a label or the word born, spelled out, in a described person's row, below a column's head."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.patterns.days.dates import dates_in
from pipeline.patterns.days.months import STEMS
from pipeline.patterns.private.signs import DIGIT as _D
from pipeline.patterns.private.signs import IdentifierFound, digits_enough, rows_below

_BIRTH = re.compile(
    r"(?i:\bD\.?(?:P\.?)?\s?[O0]\.?\s?B(?![A-Za-z])\.?|\bB-?dates?(?![A-Za-z])"
    r"|\bdates?\s+(?:and\s+place\s+)?of\s+birth\b(?:\sof\s(?:the\s)?[a-z]+(?:\s[a-z]+){0,2})?|\bbirth\s?date\s?/\s?place\b|\bD/O/B\b|\bbirth\s?-?dates?\b|\bY\.?O\.?B\b\.?"
    r"|(?<=[\w)][,;(]\s)b\.(?=\s?\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4})|(?<=[\w)]\s\()b\.(?=\s?\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4})"
    r"|(?<=[\w)][,;(]\s)b\.(?=\s[’']\d\d)|(?<!of\s)\bbirth(?=\s(?:as|is|was|given)\b)(?:\s(?:as|is|was|given)\b)+"
    r"|\bbirthday\b|\bfecha\s+de\s+nac(?:imiento|\.)|\bnac(?:id[oa]|i[oó])\b(?:\s+el\b)?)(?:\s?\(?[mdyMDY][mdyMDY /.-]{4,12}\)?)?"
    r"[\s:;#.,=|()/_…-]{0,40}(?:is\s|was\s)?(?:the\s)?"
)
_BORN = re.compile(
    r"\b[Bb]orn\b(?:\?\s{1,3}(?:A[.:)]?\s)?)?(?:\s+(?:on|in)\b)?(?:\s*\b[Tt]he\b)?[\s:,]{0,3}(?:[A-Z][\w.]+(?:,\s?[A-Z]\w+)?,?\s(?:on|in)\s)?"
)
_MONTHS = rf"(?i:{STEMS}|ene|abr|ago|dic)[a-z]{{0,7}}"
# Forms that `dates_in` does not take for dates: they count only where the text says that a birth follows.
_WRITTEN_BIRTH = (
    rf"\d{{1,2}}(?:st|nd|rd|th)?[-.\s]?(?:de\s|of\s)?{_MONTHS}\.?,?[-.\s]?(?:(?:del?|in)\s)?[’']?\d{{2,4}}(?!\d)"
    rf"|(?:(?:[a-z]+-)?[a-z]{{3,12}}\s(?:day\s)?of|(?:[a-z]+-)?[a-z]{{2,10}}(?:st|nd|rd|th)|first|second|third)\s(?:of\s)?{_MONTHS}"
    r"(?:,?\s(?:19|20)\d\d|,?\s(?:in\s)?[’']\d\d|,?\s(?:in\s(?:the\syear\s)?)?(?i:nineteen|two\sthousand|twenty)"
    r"[a-z]{0,3}(?:[-\s](?:hundred|and|oh|o|ten|eleven|[a-z]+teen|twelve|[a-z]+ty|one|two|three|four|five|six|seven"
    r"|eight|nine)\b)*)?"
)
_WRITTEN_BIRTH += (
    rf"|{_MONTHS}\s(?:the\s)?(?:[a-z]+-)?[a-z]{{3,10}}(?:st|nd|rd|th),?\s(?i:nineteen|two\sthousand|twenty)[a-z]{{0,3}}"
    r"(?:[-\s](?:hundred|and|oh|o|ten|eleven|[a-z]+teen|twelve|[a-z]+ty|one|two|three|four|five|six|seven|eight|nine)\b)*"
)
# "W/F 02-11-59", "(juv, 04-04-97)": police reports give race, sex and birth in a row.
_DESCRIBED = re.compile(
    r"(?:\b[A-Z]/[MF]\b|\b(?i:juv(?:enile)?)\.?),?\s{1,4}(?P<value>\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}|(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])(?:(?:19|20)?\d\d))(?!\d)"
)
_BARE_BIRTH = re.compile(
    rf"{_D}{{1,2}}\s?[-/. ]\s?{_D}{{1,2}}\s?[-/. ]\s?{_D}{{2,4}}(?![A-Za-z0-9])|(?:19|20)\d{{6}}(?!\d)"
    rf"|\d{{4}}(?:19|20)\d\d(?!\d)|(?:19|20)\d\d(?!\d)"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?\sof\s\d{{1,2}},?\s(?:19|20)?\d\d(?!\d)|[’']\d\d\s{_MONTHS}|[xX*]{{2}}[-/][xX*]{{2}}[-/]\d{{2,4}}|{_WRITTEN_BIRTH}"
)
_OTHER_BIRTH = re.compile(
    rf"\)?,?\s(?:(?:instead\sof|rather\sthan|not|or|and|/)\s\(?(?P<value>{_BARE_BIRTH.pattern})|(?P<row>(?<!\n)(?:19|20)\d{{6}}(?!\d)))"
)
WRITTEN_BIRTH = re.compile(_WRITTEN_BIRTH)
# The same and every other print of a day, month or year: for where the sentence says that somebody was born.
ANY_BIRTH = re.compile(
    rf"{_WRITTEN_BIRTH}|\d{{1,2}}[-./\s](?:{_MONTHS}|[IVX]{{1,4}}\b)[-.,/\s]{{1,2}}[’']?\d{{2,4}}(?!\d)"
    rf"|{_MONTHS}\.?\s?(?:(?:the\s)?\d{{1,2}}(?:st|nd|rd|th)?,?\s)?[’']?\d{{2,4}}(?!\d)|(?<![\w/-])\d{{1,4}}[-./]\d{{1,2}}[-./]\d{{1,4}}(?!\w)"
    r"|(?<![\w,.$-])(?:19|20)\d\d(?![\w-])"
)
LATEST = 2030  # a year in two figures beyond it is of the century before
APART = 10  # years after its bearer's birth from which on a day of another column is no birth
_BIRTH_HEAD = re.compile(r"(?i:\bD\.?O\.?B\b\.?|\bdate\sof\sbirth\b|\bbirth\s?date\b)")
# Heads of columns that hold days, births among them.
_DAY_HEAD = re.compile(
    rf"{_BIRTH_HEAD.pattern}|(?i:(?:\b[a-z]+\s)?\bdate\b(?:\s(?:of\s)?[a-z]+)?"
    r"|\b(?:arrested|booked|convicted|deported|entered|released|removed|encountered)(?:\son)?\b)"
)


_LOGGED = re.compile(r"[ \t]+(?:\d{1,2}:\d\d|\d{4}[ ]?(?:hrs?|hours)\b)")  # the hour behind the day of an entry


def births_in(text: str) -> Iterator[IdentifierFound]:
    """Every date of birth in the text."""
    yield from _births(text)
    below_head = -1  # where the rows under the last head end: cost stays in proportion to the text
    for head, below in rows_below(text):
        if below and below_head < below[0][0] and _BIRTH_HEAD.search(head) and len(head.split()) > 1 and not dates_in(head):
            below_head = below[-1][0]
            for start, line in below:
                for found in _births_in_cells(line, head):
                    yield IdentifierFound(start + found[0], start + found[1], "date-of-birth", "stands below a column head")


def _births(text: str) -> Iterator[IdentifierFound]:
    for match in _BIRTH.finditer(text):
        basis = f"follows the label {match.group().strip(' :')!r}"
        value = _date_at(text, match.end(), ("day", "month", "year", "approx"))
        if value and "\n" in match.group() and _LOGGED.match(text, value[1]):
            continue  # the next entry of a log
        bare = None if value else _BARE_BIRTH.match(text, match.end())
        if value or (bare and (digits_enough(bare.group(), 0.4) or WRITTEN_BIRTH.match(bare.group()))):
            start, end = value or (match.end(), bare.end() if bare else 0)
            yield IdentifierFound(start, end, "date-of-birth", basis)
            while (other := _OTHER_BIRTH.match(text, end)) and digits_enough(other["value"] or other["row"], 0.4):
                yield IdentifierFound(*other.span("value" if other["value"] else "row"), "date-of-birth", basis)
                end = other.end()
    for match in _DESCRIBED.finditer(text):
        yield IdentifierFound(*match.span("value"), "date-of-birth", "follows race and sex, or a word for a minor")
    for match in _BORN.finditer(text):
        written = WRITTEN_BIRTH.match(text, match.end())
        value = _date_at(text, match.end(), ("day", "month")) or (written.span() if written else None)
        if value:
            yield IdentifierFound(*value, "date-of-birth", "follows 'born'")


def _date_at(text: str, at: int, precisions: tuple[str, ...]) -> tuple[int, int] | None:
    """The span of a date that begins at (or a weekday's length after) this place."""
    for found in dates_in(text[at : at + 60]):
        if (
            found.precision in precisions
            and found.start <= 12
            and not re.search(r"[.!?;\n]\s*\S|\d", text[at : at + found.start])
        ):
            return at + found.start, at + found.end
    return None


def _births_in_cells(line: str, head: str) -> Iterator[tuple[int, int]]:
    """Every day of the row but those below the head of another column, much later than the birth: in doubt all are births."""
    days = [found for found in dates_in(line) if found.precision == "day"]
    years = [int(found.iso[:4]) - (100 if int(found.iso[:4]) > LATEST else 0) for found in days]
    columns = [_BIRTH_HEAD.search(one.group()) is not None for one in _DAY_HEAD.finditer(head)]
    birth = years[columns.index(True)] if len(columns) == len(days) and columns.count(True) == 1 else LATEST
    for found, year in zip(days, years, strict=True):
        if birth != min(years, default=birth) or year <= birth + APART:
            yield found.start, found.end
    for match in re.finditer(rf"(?<![\w-])\d{{1,2}}[- ]{_MONTHS}[- ]\d{{2,4}}(?![\w-])", line):
        yield match.span()
