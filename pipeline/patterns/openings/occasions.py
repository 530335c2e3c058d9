"""Papers kept in the house that tell what to say before somebody: "TALKING POINTS - DORN COUNTY BOARD. Keep in the house"."""

from __future__ import annotations

import re

INWARD = re.compile(
    r"(?i:\b(?:for\sofficial\suse|FOUO|LES|law\senforcement\ssensitive|pre-?decisional|deliberative|internal\suse|not\sfor\s(?:public\s)?(?:distribution"
    r"|release|circulation)|do\snot\s(?:release|hand\sout|circulate)"
    r"|not\sto\sbe\s(?:handed\sout|shared|distributed|released|shown|circulated|given\sout))\b|\binternal\W{1,3}not\b)"
)
# "TALKING POINTS - DORN COUNTY BOARD": what it is, and before whom it is said.
_OCCASION = re.compile(
    r"(?i:\W*(?P<sort>(?:(?:draft|revised|internal|updated)\s)?(?:talking\spoints|talkers|key\smessages|press\sguidance|remarks|q\s?(?:&|and)\s?as?"
    r"|questions\s(?:and|&)\sanswers|prep(?:aration)?\s(?:sheet|notes)|briefing\s(?:paper|notes?|sheet)))\s?(?P<tie>[-–—:|]{1,2}|for|at)\s)"
)
_EVENT = re.compile(
    r"(?i:\b(?:hearing|meeting|session|conference|town\shall|forum|visit|summit|call|interview|briefing|roundtable|workshop)\b)"
)
_HEARERS = re.compile(
    r"(?i:\b(?:boards?|council|commission(?:ers)?|committee|supervisors|legislature|assembly|delegation|senate|house)\b)"
)
# Bodies that keep papers of their own: "TALKING POINTS - DELL COALITION FOR PORTS".
_BODIES = re.compile(
    r"(?i:\b(?:associations?|coalition|alliance|society|union|league|network|clinic|fund|foundation|institute|project|cent(?:er|re)|legal\said"
    r"|rights|campaign|federation|defenders?|advocates|justice|sheriffs?['’]?|chiefs|police|jail|guild|church)(?!\w))"
)
_MARGIN = 600  # characters in which a paper is marked


def without_occasion(title: str, text: str) -> str:
    """The title without those before whom what it heads is said, where a mark keeps the paper in the house; else as it is.

    What stands behind a mere dash may be who wrote it: it is dropped only where it is an event, or a body that hears others.
    """
    found = _OCCASION.match(title) if INWARD.search(f"{title}\n{text[:_MARGIN]}") else None
    if found is None:
        return title
    rest = title[found.end() :]
    tied = found["tie"].isalpha() or _HEARERS.search(rest) is not None
    return found["sort"] if _EVENT.search(rest) or (tied and not _BODIES.search(rest)) else title
