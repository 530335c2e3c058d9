"""Whose a paper filed in a suit is: of the party its heading names ("DEFENDANT'S ANSWERS TO ..."), who stands in the caption."""

from __future__ import annotations

import re

from pipeline.patterns.names.offices import NOBODYS, Names, kind_of
from pipeline.patterns.openings.headings import headlike

_HEAD = 2500  # characters of a paper that hold its caption and its heading
_FILED = re.compile(
    r"(?im:^[^\n]{0,60}?\b(?P<party>defendant|plaintiff|petitioner|respondent)(?:s['’]?|['’]s)\s(?:[\w-]+\s){0,4}?"
    r"(?:answers?|responses?|objections|motion|memorandum|brief|reply|opposition|statement|disclosures|admissions|notice)\b[^\n]*$)"
)
_FIRST = re.compile(r"(?im:^[^\n]*\b(?:plaintiffs?|petitioners?)\s*[,.)])")
_SECOND = re.compile(r"(?im:^[^\n]*\b(?:defendants?|respondents?)\s*[,.)])")
_COURT = re.compile(r"(?i:\b(?:court|district of|division)\b|^\W*v\.?s?\.?\W*$)")
_DOCKET = re.compile(r"(?i:[,)\s]*\b(?:(?:civil\s)?(?:case|action)\s)?no\..*$)")


def filer(text: str, own: Names) -> tuple[str, str]:
    """(name, kind) of the party whose paper it is; ('', '') where its heading names none or the caption does not tell who."""
    head = text[:_HEAD]
    filed, first, second = _FILED.search(head), _FIRST.search(head), None
    if filed is None or first is None or not headlike(filed.group().strip()):
        return "", ""
    second = _SECOND.search(head, first.end())
    ours = filed["party"].lower() in ("plaintiff", "petitioner")
    if not ours and second is None:
        return "", ""
    part = head[: first.start()] if ours else head[first.end() : second.start() if second else len(head)]
    return _party(part.replace(filed.group(), "\n"), own)


def _party(caption: str, own: Names) -> tuple[str, str]:
    """Who stands in one half of a caption; its columns may be read into one another."""
    lines = [_DOCKET.sub("", line).strip(" ,)") for line in caption.split("\n") if not _COURT.search(line)]
    words = set(re.findall(r"\w+", " ".join(lines).casefold()))
    for name in own.agency:
        told = [one.casefold() for one in re.findall(r"\w{3,}", name)]
        if len(told) > 1 and set(told) <= words:
            return own.agency[0], kind_of(own.agency[0], own)
    named = next(((line, kind) for line in lines if (kind := kind_of(line, own)) and kind not in (NOBODYS, "court")), ("", ""))
    return named[0].split(",")[0], named[1]
