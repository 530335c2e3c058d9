"""When a paper was made, as its fields and last lines say: "Drafted: May 4, 2011, I. Roe", "Report date: May 4, 2011"."""

from __future__ import annotations

import re
from itertools import pairwise

from pipeline.patterns.days.dates import DateFound, dates_in
from pipeline.patterns.names.offices import LONGEST, is_office
from pipeline.patterns.openings.headings import headlike
from pipeline.patterns.writers.origin import COLUMNS, CREDITED, LABEL, LAST, LONGEST_LINE, NEXT, TOP, WHO_COLUMN, initialed
from pipeline.patterns.writers.parties import speaker_kind

# Right before the day on which a paper was made: a field of its own, never the middle of a sentence.
_MADE = re.compile(
    r"(?:^\s*(?:[(\[]|(?=[A-Z]))|(?<=\w)\s?(?:\s{2}|[|•·;]\s)\s*|\s\((?=[^()]*$))(?i:(?:this\s)?(?:(?:report|paper|memo(?:randum)?|summary|chronology|table"
    r"|draft|version)\s(?:was\s)?)?(?:written(?:\sup)?|drafted|prepared|compiled|typed|assembled)|(?:report|paper|memo)\sdate"
    r"|date\sof\s(?:this\s)?(?:report|paper|memo)|date\s(?:prepared|written|submitted|of\spreparation))(?i:\son)?\s?[:–-]?\s*$"
)
_ENDS = re.compile(
    r"\W*$|\s{3,}|\s[|•·]\s|;\s(?=[A-Z])|\s\d{1,2}:\d\d|,?\sby\s(?:(?:the|of|for|and)\s|\([bB]\)\s?\(\d\)[,\s]*|[A-Z][\w.&’'/-]*(?![\w.&’'/-]),?(?:\s|$)){1,10}$"
)
# A day behind these is no paper's: whoever made it is born on it, or has to answer by it.
_OTHER_DAYS = re.compile(
    r"(?i:\b(?:due|dates|born|d\.?o\.?b\.?|hearing|trial|meeting|visit|expires|until|before|after|since|effective|suspense|returns?|by)(?:\son)?)[\s:]*$"
)
_BEFORE_DAY = re.compile(r"(?:[,;|:(–-]|\s{3}|\b[A-Z][\w.’'/-]*|[)\d.])\s*(?:(?:on|dated?)\s)?$")


def day_made(title: str, below: tuple[str, ...], foot: tuple[str, ...]) -> DateFound | None:
    """The one day on which a paper's head or last lines say that it was written, or that stands behind who made it."""
    made: dict[str, DateFound] = {}
    beside: dict[str, DateFound] = {}
    for above, line in pairwise(("", title, *below[:TOP], "", *foot[-LAST:])):
        if len(line) > LONGEST_LINE:
            continue
        days = [one for one in dates_in(line) if one.precision in ("day", "month")]
        made |= {one.iso: one for one in days if _MADE.search(line[: one.start]) and _ends(line[one.end :])}
        row = COLUMNS.fullmatch(above) and WHO_COLUMN.search(above)
        maker = row or LABEL.match(line) or CREDITED.match(line) or initialed(line)
        if maker and len(days) == 1 and (_stands_beside(days[0], line, above) or _stands_first(days[0], line)):
            beside[days[0].iso] = days[0]
    found = made or beside
    return next(iter(found.values())) if len(found) == 1 else None


def _ends(rest: str) -> bool:
    """Whether a field ends where `rest` of its line begins."""
    return _ENDS.match(rest) is not None or NEXT.match(rest) is not None


def _stands_beside(day: DateFound, line: str, above: str) -> bool:
    """Whether the day ends the field of whoever made the paper, and is no other of his: "answer due March 2, 2011"."""
    told = line[: day.start]
    wrapped = line.lstrip()[:1].islower() and not headlike(above)
    apart = _BEFORE_DAY.search(told) and not _OTHER_DAYS.search(told) and not re.search(r"[a-z]{3}[.?!]\s", told)
    ends = not re.search(r"\w", line[day.end :]) and len(line.split()) <= LONGEST
    return bool(apart) and ends and not wrapped


def _stands_first(day: DateFound, line: str) -> bool:
    """Whether the day begins the field of whoever wrote the paper, and a name follows: "Drafted: May 4, 2011, I. Roe"."""
    label = LABEL.match(line)
    before = line[label.start("rest") : day.start] if label else line
    named = re.match(r"[\s,;/|–-]+(?:[A-Z(█\[]|by\s)", line[day.end :]) is not None
    return (
        label is not None
        and ":" in label["sep"]
        and not before.strip(" ,(–-")
        and named
        and not _OTHER_DAYS.search(label["label"])
    )


def day_below_body(text: str) -> DateFound | None:
    """The one day that stands alone right below a body's name, wherever on a page: a scan may read a transcript's head last."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    found: dict[str, DateFound] = {}
    for above, line in pairwise(lines):
        days = dates_in(line)
        alone = (
            len(days) == 1 and days[0].precision == "day" and not re.search(r"\w", line[: days[0].start] + line[days[0].end :])
        )
        if alone and headlike(above) and (is_office(above) or speaker_kind(above) == "congress"):
            found[days[0].iso] = days[0]
    return next(iter(found.values())) if len(found) == 1 else None
