"""What the paper and its release tell of the place of a claim: the State it lies in, or the place the paper is all about."""

from __future__ import annotations

import re
from dataclasses import replace

from pipeline.extractors.subjects.papers_place import Around
from pipeline.extractors.subjects.place_names import Known
from pipeline.records.finding import Reason

STATE = "state"  # feature of the reason that says that the place is a State
HOME = "paper's place"  # feature of the reason that names the place that the paper of a claim without one is all about
WITHIN = "lies in"  # feature of the reason that names the State in which the place lies
_NATION = re.compile(
    r"\b(?:nationally|(?:nation|country)\s?-?\s?wide|(?:across|throughout|in)\s+the\s+(?:whole\s+|entire\s+)?(?:country|nation|united\s+states)"
    r"|for\s+the\s+(?:country|nation)\s+as\s+a\s+whole|national\s+(?:figures?|share|average|rate|totals?|numbers?))\b",
    re.IGNORECASE,
)
_OF_RELEASE = "the paper, or the papers of its release, are of this State"
_COUNTY = re.compile(r"^[A-Z].*\s(?:County|Parish|Borough)$")


def with_papers(known: Known, around: Around) -> Known:
    """The places of the paper, with the one that it is all about and the State of its release, by their bare names."""
    home = around.home
    county = _COUNTY.search(home)
    names = frozenset({home.rpartition(" ")[0]} if county else ())
    states = frozenset({around.state, "" if county else home}) - {""}
    return replace(known, counties=known.counties | names, states=known.states | states)


def of_place(around: Around, place: str, known: Known, said: str, counted: bool, none: bool) -> list[Reason]:
    """What the paper and its release tell of the place, or of there being none; a place only pointed at is told by neither.

    `said`: what goes with a number, in words; `counted`: whether it is of a number, `none`: of a number that is nought.
    """
    home = around.home
    # A paper all about one State names counties of that State.
    state = home if home and not _COUNTY.search(home) else around.state
    if counted and not place and _NATION.search(said):
        return [Reason(HOME, "United States", "", 0.0, "said of the whole country")]
    if not place:
        inside = [Reason(WITHIN, home, state, 0.0, _OF_RELEASE)] if state and _COUNTY.search(home) else []
        return [Reason(HOME, home, "", 0.0, "the paper is all about this place"), *inside] if home else []
    if around.state and place.removeprefix("State of ") == around.state:
        return [Reason(STATE, place, "", 0.0, _OF_RELEASE)]
    if none and place in known.states:
        return [Reason(STATE, place, "", 0.0, "the paper speaks of its counties")]
    county = _COUNTY.search(place) or place in known.counties
    return [Reason(WITHIN, place, state, 0.0, _OF_RELEASE)] if state and county and ";" not in place and "," not in place else []
