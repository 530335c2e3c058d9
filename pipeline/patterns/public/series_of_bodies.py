"""Numbers whose letters are the initials of a body or a paper that the page names: "Citizen Review Board ... CRB-11-33".

Offices that hear complaints, and papers, number what they keep by their own initials. Police, jails, courts and hospitals do
so too, but what they number is somebody's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_SERIES = re.compile(r"(?<![\w-])(?P<letters>[A-Z]{2,5})[- ](?:(?:19|20)\d\d|\d\d)-\d{2,5}(?![\w-])")
_RUN = re.compile(r"(?<![\w’'-])[A-Z][\w’'-]*(?:[ ](?:/[ ]|&[ ])?(?:[A-Z][\w’'-]*|of|for|the|and|on|in)){1,7}")
# What such a body or paper is called by.
_KEEPS = re.compile(
    r"(?i:boards?|affairs|ombuds\w+|inspector|counsel|council|services|coalition|cent(?:er|re)|network|project|worksheet|form|report|log|register"
    r"|inquiry|committee|commission|association|memorandum|agreement|standards|review|grievances?|complaints?|oversight|auditor)"
)
_OF_PERSONS = re.compile(
    r"(?i:police|sheriff\w*|jail|detention|corrections?|correctional|courts?|hospital|prison|booking|arrest|inmate|detainee|alien|patient"
    r"|medical|health|clients?|victims?|probation|custody\srecord)"
)
_SMALL = re.compile(r"(?i:of|for|the|and|on|in)")


def series_of_bodies(text: str) -> Iterator[tuple[int, int]]:
    """Where such numbers stand."""
    found = list(_SERIES.finditer(text))
    initials = _initials(text) if found else frozenset()
    yield from (match.span() for match in found if match["letters"] in initials)


def _initials(text: str) -> frozenset[str]:
    """By which letters the bodies and papers that the text names may number: with small words and without, of the words up to
    the one it is called by or from it on, and the beginning of one long word ("OMB" of an Ombudsman)."""
    made: set[str] = set()
    for run in _RUN.finditer(text):
        words = re.findall(r"[A-Za-z][\w’'-]*", run.group())
        if any(map(_OF_PERSONS.fullmatch, words)):
            continue
        for at, word in enumerate(words):
            if _KEEPS.fullmatch(word):
                for first in range(at + 1):
                    part = words[first : at + 1]
                    own = [one for one in part if not _SMALL.fullmatch(one)]
                    made.update(("".join(one[0] for one in part).upper(), "".join(one[0] for one in own).upper()))
                    made.add(f"{own[0][0]}{own[-1][0]}".upper() if own else "")
                rest = words[at:]
                made.add("".join(one[0] for one in rest).upper())
                made.add("".join(one[0] for one in rest if not _SMALL.fullmatch(one)).upper())
    for match in re.finditer(r"(?i:\bombuds\w+)", text):
        made.add(match.group()[:3].upper())
    return frozenset(made)
