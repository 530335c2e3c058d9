"""When a paper was last revised, as its margin says: "Rev. 3/2011" at the top of its first page or the foot of its last."""

from __future__ import annotations

import re

from pipeline.patterns.days.dates import dates_in
from pipeline.patterns.days.dating import OF_A_FORM, UNDATED, Dated

_TOP_LINES = 7  # lines at the top of a page that may be its margin; at the foot twice as many
_MARGIN_WORDS = 10
# "Rev. 3/2011", "Last updated: June 4, 2012", wherever a form, a web page or a sheet prints it in its margin.
_REVISED = re.compile(
    r"(?i:^\W*(?:this\s(?:page|sheet|paper|faq)\swas\s)?(?:last\s)?(?:rev(?:ised|ision(?:\sdate)?)?|updated?|reviewed|modified)"
    r"(?:\s?[/&]\s?(?:updated|reviewed|modified))?\.?(?:\son)?[\s:]{1,3})"
)
_EDGE_WORDS = 18  # in a running head or foot
_PAGE_BEHIND = re.compile(r"[\s).|•·–—-]*(?:(?i:page|p\.)\s?)?\d{0,3}(?:\s?(?i:of|/)\s?\d{1,3})?\W*")
_OTHER_DAY = re.compile(
    r"(?i:\b(?:foia|received|released|printed|exhibit|produced|expires?|hearing|source|see|cf|photo\w*|docket|act|(?:as\s)?amended|effective|courtesy)\b)"
)  # of another's stamp
# What an imprint says behind its day, parted by a bar that a scan may read as a letter.
_IMPRINT = re.compile(r"\s?[|•·I/–—-]\s.*(?:www\.|https?:|\.gov\b|(?i:\b(?:form|publication|pub|leaflet|edition|inquiries)\b))")
# "Draft 3, ", "Internal draft (v. 2) as of ", "Version 4 - " right before a day; behind it no sentence goes on.
_DRAFT = re.compile(
    r"(?i:\W*+(?:.{0,90}\s[-–—|(]\s?)?(?:[\w.-]{1,20}\W{1,3}){0,3}?(?:drafts?|version|ver\.?)\b\W{0,3}(?:(?:no\.?|v\.?|\#)?\s?\d[\d.]{0,4})?\W{0,3}(?:(?:of|as\sof|dated|on|from)\b)?\W{0,3})$"
)
_BEHIND_DRAFT = re.compile(r"\W*(?:$|[A-Z\d]|[^\w\s]|(?i:at|page|not\sfor|for|do\snot|internal|pre-?decisional|deliberative)\b)")
_MONTH_YEAR = re.compile(r"(?<![\d/-])(0?[1-9]|1[0-2])[/-](\d{2})(?![\d/-])")


def date_of_margin(first: str, last: str) -> Dated:
    """The day on which the margin of a paper says that it was last revised: at the top of its first page or the foot of its last.

    The later of two is the revision that stands; "Rev. 3/11" is a month of this century.
    """
    found: set[tuple[str, str]] = set()
    tops = [line.strip() for line in first[:1500].split("\n") if line.strip()][:_TOP_LINES]
    feet = [line.strip() for page in (first, last) for line in page[-900:].split("\n") if line.strip()][-2 * _TOP_LINES :]
    for line in (*tops, *feet):
        said = _REVISED.match(re.sub(r"^\W*\(", "", line))
        if said is None or OF_A_FORM.search(line) or len(line.split()) > _MARGIN_WORDS:
            continue
        rest = re.sub(r"^\W*\(", "", line)[said.end() :]
        if one := next(iter(dates_in(rest)), None):
            behind = rest[one.end :]
            if (
                one.start <= 1
                and one.precision in ("day", "month")
                and (_PAGE_BEHIND.fullmatch(behind) or re.fullmatch(r"\W*[Pp]age\W.*", behind))
            ):
                found.add((one.iso, one.precision))
        elif short := _MONTH_YEAR.match(rest):
            found.add((f"20{short[2]}-{int(short[1]):02d}", "month"))
    return Dated(*max(found), "text") if found else UNDATED


def day_of_draft(edges: tuple[str, ...]) -> Dated:
    """The last day that the first or last lines of a paper's pages give to its draft: "Draft 3, December 17, 2010"."""
    found = set()
    for line in edges:
        days = [one for one in dates_in(line) if one.precision in ("day", "month")]
        said = len(days) == 1 and len(line.split()) <= _EDGE_WORDS and _DRAFT.match(line[: days[0].start])
        if said and not OF_A_FORM.search(line) and _BEHIND_DRAFT.match(line[days[0].end :]):
            found.add((days[0].iso, days[0].precision))
    return Dated(*max(found), "text") if found else UNDATED


def month_at_edge(margins: tuple[str, ...]) -> Dated:
    """The month that ends the running foot of a report: "Fair Harbors - Dell Dockers' Alliance, July 2011   3"."""
    found = set()
    for line in margins:
        days = [one for one in dates_in(line) if one.precision in ("day", "month")]
        if len(days) == 1 and len(line.split()) <= _EDGE_WORDS and _PAGE_BEHIND.fullmatch(line[days[0].end :]):
            before = line[: days[0].start].rstrip()
            parted = re.search(r"[,|•·–—(-]$", before)
            if parted and len(re.findall(r"[A-Za-z]{2,}", before)) > 1 and not _OTHER_DAY.search(before):
                found.add((days[0].iso, days[0].precision))
    return Dated(*next(iter(found)), "text") if len(found) == 1 else UNDATED


def month_of_imprint(foot: tuple[str, ...]) -> Dated:
    """The month with which the last lines of a leaflet begin their imprint: "April 2010 | www.harbor.gov | Form HW-3"."""
    found = set()
    for line in foot:
        days = dates_in(line)[:1]
        if days and days[0].precision in ("day", "month") and not re.search(r"\w", line[: days[0].start]):
            behind = line[days[0].end :]
            if _IMPRINT.match(behind) and not _OTHER_DAY.search(line) and len(line.split()) <= _EDGE_WORDS:
                found.add((days[0].iso, days[0].precision))
    return Dated(*next(iter(found)), "text") if len(found) == 1 else UNDATED
