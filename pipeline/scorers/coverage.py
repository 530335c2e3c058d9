"""Whether two claims speak of the same places and the same people.

One state is not the nation and two denominators are never compared; a rule said to hold everywhere does reach a named place.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from pipeline.patterns.names.roles import STATES
from pipeline.patterns.sense.letters import letters
from pipeline.records.finding import Claim
from pipeline.records.topic import Topic

SAME, HOME, GENERAL, WIDER, APART = "same", "home", "general", "wider", "apart"
UNSTATED, DIFFERENT = "unstated", "different"

# Words that say "some person" without saying which: a population is told by what is left.
_ANYBODY = frozenset(
    (
        *("a", "an", "the", "of", "all", "those", "these", "who", "whom", "that", "with", "they", "everyone"),
        *("people", "persons", "person", "individuals", "individual"),
        *("is", "are", "was", "were", "been", "being", "has", "have", "had"),
    )
)


_HERE_ONLY = "(here only:"  # of a population
PAPERS, WITHIN = "paper's place", "lies in"  # features of the reasons of a claim that tell of places
_POINTED = re.compile(r"(?:this|our|my|that) |here$")


class Spot(NamedTuple):
    """A place by its bare name, folded, what it is called ("county", "state" or '') and the State it is said to lie in."""

    name: str
    sort: str
    state: str


_SORT = re.compile(
    r"(?:(?P<before>county|city|parish|town|borough|state|commonwealth) of )?(?P<name>.+?)(?: (?P<behind>county|parish|borough))?"
)


def _spot(name: str) -> Spot:
    """ "State of Franklin" is Franklin, a State; "County of Alder" and "Alder County, Franklin" are Alder, a county."""
    whole, _, state = name.partition(", ")
    found = _SORT.fullmatch(whole)
    if found is None or _POINTED.match(name):
        return Spot(name, "", "")
    sort = found["before"] or found["behind"] or ("state" if found["name"] in STATES else "")
    return Spot(found["name"], {"parish": "county", "borough": "county", "commonwealth": "state"}.get(sort, sort), state)


def _one(a: Spot, b: Spot) -> bool:
    """Whether two names may mean one place: bare "Alder" is what others call Alder County, but no county is a State."""
    return (
        a.name == b.name and (a.sort == b.sort or not (a.sort and b.sort)) and (a.state == b.state or not (a.state and b.state))
    )


@lru_cache(maxsize=65536)
def _places(jurisdiction: str) -> frozenset[Spot]:
    folded = re.sub(r"\s+", " ", jurisdiction.casefold())
    return frozenset(_spot(part) for part in (piece.strip(" .,") for piece in folded.split(";")) if part)


@lru_cache(maxsize=65536)
def _named(jurisdiction: str, document_id: str) -> frozenset[Spot]:
    """The places of a claim; one only pointed at ("our county") is that of its own document and nobody else's."""
    found = _places(jurisdiction)
    return frozenset(one._replace(name=f"{one.name} ({document_id})") if _POINTED.match(one.name) else one for one in found)


def places(left: Claim, right: Claim) -> str:
    """same, home (one names none in a paper all about the other's place), general (neither names one), wider or apart.

    wider: one names none, or a place that holds the other.
    """
    if not left.jurisdiction and not right.jurisdiction:
        return WIDER if _of_nation(left, right) else GENERAL
    one, other = _named(left.jurisdiction, left.document_id), _named(right.jurisdiction, right.document_id)
    if not one and not other:
        return GENERAL
    if not one or not other:
        silent, told = (left, other) if not one else (right, one)
        home = any(_one(a, b) for a in told_of(silent, PAPERS) for b in told) or any(_names(silent, one) for one in told)
        return HOME if home else WIDER
    found = _between(one, other)
    return WIDER if found == APART and (_inside(left, other) or _inside(right, one)) else found


def _names(claim: Claim, place: Spot) -> bool:
    """Whether a claim of no place names this one in its quote all the same: "we turned Alder on", of Alder County.

    A number is that of the place named before it in its own part of the sentence: "Alder had sent 412; Dale was next".
    """
    said = claim.quote
    if claim.metric:
        printed = next((one.left for one in claim.reasons if one.feature == "number"), "")
        said = re.split(r"[;:.]\s", said[: max(said.find(printed), 0)])[-1] if printed else ""
    return place.name in said.casefold() and re.search(rf"(?<![.?!]\s)\b{re.escape(place.name.title())}\b", said) is not None


def _of_nation(left: Claim, right: Claim) -> bool:
    """Whether one number is said to be the whole country's, and the other stands in a paper all about another place."""
    homes = told_of(left, PAPERS), told_of(right, PAPERS)
    return _COUNTRY in homes and all(homes) and homes[0] != homes[1]


_COUNTRY = _places("United States")


def told_of(claim: Claim, feature: str) -> frozenset[Spot]:
    """The place that the paper of the claim is all about (`PAPERS`), or the State that its own lies in (`WITHIN`)."""
    if not claim.reasons:
        return frozenset()
    found = next((one for one in claim.reasons if one.feature == feature), None)
    return frozenset() if found is None else _places(found.left if feature == PAPERS else found.right)


def of_states(claim: Claim) -> bool:
    """Whether all places that a claim names are States."""
    named = _places(claim.jurisdiction)
    return bool(named) and all(one.sort == "state" for one in named)


def _inside(claim: Claim, others: frozenset[Spot]) -> bool:
    """Whether the place of the claim lies in one of the others, as its release tells."""
    return any(_one(a, b) for a in told_of(claim, WITHIN) for b in others if b.sort != "county")


@lru_cache(maxsize=65536)
def _between(one: frozenset[Spot], other: frozenset[Spot]) -> str:
    if any(_one(a, b) for a in one for b in other):
        return SAME
    return WIDER if any(_in(a, b) or _in(b, a) for a in one for b in other) else APART


def _in(place: Spot, state: Spot) -> bool:
    """Whether the one is said to lie in the other: Alder County, Franklin."""
    return place.state == state.name and state.sort in ("", "state")


def one_extent(left: Claim, right: Claim) -> bool:
    """Whether both name the very same places: the number of three states is not that of one of them."""
    return _alike(_named(left.jurisdiction, left.document_id), _named(right.jurisdiction, right.document_id))


def alike(one: str, other: str) -> bool:
    """Whether two lists of places ("Dale County; Fenwick County") name the same."""
    return bool(one) and _alike(_places(one), _places(other))


def _alike(some: frozenset[Spot], others: frozenset[Spot]) -> bool:
    met = all(any(_one(a, b) for b in others) for a in some)
    return met and all(any(_one(a, b) for a in some) for b in others)


def narrower(left: Claim, right: Claim) -> tuple[Claim, Claim]:
    """(the claim about the wider place, the claim about the narrower one), for claims whose places are `wider`."""
    one, other = _places(left.jurisdiction), _places(right.jurisdiction)
    if not one or (other and (any(_in(b, a) for a in one for b in other) or _inside(right, one))):
        return left, right
    return right, left


@lru_cache(maxsize=65536)
def _people(population: str) -> frozenset[str]:
    return frozenset(word for word in re.findall(r"\w+", population.casefold()) if word not in _ANYBODY)


def populations(left: Claim, right: Claim, topic: Topic) -> str:
    """same, unstated (one side does not say) or different. A number that does not say counts its metric's own population."""
    one, other = _people(_stated(left, topic)), _people(_stated(right, topic))
    if not one or not other:
        return UNSTATED
    return SAME if one == other else DIFFERENT


def of_a_group(claim: Claim) -> bool:
    """Whether a number counts a part alone of the people whom its metric is about: "of persons with a conviction"."""
    return _HERE_ONLY in claim.population


def _stated(claim: Claim, topic: Topic) -> str:
    if claim.population or not claim.metric:
        return claim.population
    return next((metric.population for metric in topic.metrics if metric.id == claim.metric), "")


def one_wording(left: Claim, right: Claim) -> bool:
    """Whether both are the same words: a copy of a record, or boilerplate."""
    return left.quote == right.quote or letters(left.quote) == letters(right.quote)


def same_words(left: Claim, right: Claim) -> bool:
    """Whether one of the two quotes holds the other, or they share a part of the page: the same words are no two sides."""
    shared = left.page_id == right.page_id and left.start < right.end and right.start < left.end
    one, other = letters(left.quote), letters(right.quote)
    return shared or one in other or other in one


def one_sentence(left: Claim, right: Claim) -> bool:
    """Whether both stand in one sentence: their spans touch, or only a gap within an unfinished sentence parts them."""
    if left.page_id != right.page_id:
        return False
    first, last = (left, right) if (left.start, left.end) <= (right.start, right.end) else (right, left)
    if first.end > last.start:
        return True
    return last.start - first.end <= 3 and not first.quote.rstrip(" \"'”’)").endswith((".", "?", "!"))
