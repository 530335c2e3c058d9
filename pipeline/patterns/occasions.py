"""Papers kept in the house that tell what to say before somebody: "TALKING POINTS - DORN COUNTY BOARD. Not to be handed out"."""

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
    r"|questions\s(?:and|&)\sanswers|prep(?:aration)?\s(?:sheet|notes)|briefing\s(?:paper|notes?|sheet)))\s?(?:[-–—:|]{1,2}|for|at)\s)"
)
_MARGIN = 600  # characters in which a paper is marked


def without_occasion(title: str, text: str) -> str:
    """The title without those before whom what it heads is said, where a mark keeps the paper in the house; else as it is."""
    found = _OCCASION.match(title) if INWARD.search(f"{title}\n{text[:_MARGIN]}") else None
    return found["sort"] if found else title
