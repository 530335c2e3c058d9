"""Whether two claims speak of the same places and the same people.

One state is not the nation and two denominators are never compared; a rule said to hold everywhere does reach a named place.
"""

from __future__ import annotations

import re
from functools import lru_cache

from pipeline.records.finding import Claim
from pipeline.records.topic import Topic

SAME, GENERAL, WIDER, APART = "same", "general", "wider", "apart"
UNSTATED, DIFFERENT = "unstated", "different"

# Words that say "some person" without saying which: a population is told by what is left.
_ANYBODY = frozenset(
    (
        *("a", "an", "the", "of", "all", "those", "these", "who", "whom", "that", "with", "they", "everyone"),
        *("people", "persons", "person", "individuals", "individual"),
        *("is", "are", "was", "were", "been", "being", "has", "have", "had"),
    )
)


_POINTED = re.compile(r"(?:this|our|my|that) |here$")


@lru_cache(maxsize=65536)
def _places(jurisdiction: str) -> frozenset[str]:
    folded = re.sub(r"\s+", " ", jurisdiction.casefold())
    return frozenset(_turned(part) for part in (piece.strip(" .,") for piece in folded.split(";")) if part)


def _turned(name: str) -> str:
    """ "State of Franklin" is Franklin, "County of Alder" is Alder County."""
    return re.sub(r"^(county|city|parish|town|borough) of (.+)", r"\2 \1", re.sub(r"^(?:state|commonwealth) of ", "", name))


@lru_cache(maxsize=65536)
def _named(jurisdiction: str, document_id: str) -> frozenset[str]:
    """The places of a claim; one only pointed at ("our county") is that of its own document and nobody else's."""
    return frozenset(f"{part} ({document_id})" if _POINTED.match(part) else part for part in _places(jurisdiction))


def places(left: Claim, right: Claim) -> str:
    """same, general (neither names a place), wider (one names none, or a place that holds the other) or apart."""
    if not left.jurisdiction and not right.jurisdiction:
        return GENERAL
    one, other = _named(left.jurisdiction, left.document_id), _named(right.jurisdiction, right.document_id)
    if not one and not other:
        return GENERAL
    if not one or not other:
        return WIDER
    if one & other:
        return SAME
    if any(a.endswith(f", {b}") or b.endswith(f", {a}") for a in one for b in other):
        return WIDER
    return APART


def one_extent(left: Claim, right: Claim) -> bool:
    """Whether both name the very same places: the number of three states is not that of one of them."""
    return _named(left.jurisdiction, left.document_id) == _named(right.jurisdiction, right.document_id)


def alike(one: str, other: str) -> bool:
    """Whether two lists of places ("Dale County; Fenwick County") name the same."""
    return bool(one) and _places(one) == _places(other)


def narrower(left: Claim, right: Claim) -> tuple[Claim, Claim]:
    """(the claim about the wider place, the claim about the narrower one), for claims whose places are `wider`."""
    one, other = _places(left.jurisdiction), _places(right.jurisdiction)
    if not one or (other and any(b.endswith(f", {a}") for a in one for b in other)):
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


def _stated(claim: Claim, topic: Topic) -> str:
    if claim.population or not claim.metric:
        return claim.population
    return next((metric.population for metric in topic.metrics if metric.id == claim.metric), "")


@lru_cache(maxsize=65536)
def folded(quote: str) -> str:
    """The words alone, for telling copies: case, spacing, hyphens at line ends and punctuation do not count."""
    return "".join(letter for letter in quote.casefold() if letter.isalnum())


def one_wording(left: Claim, right: Claim) -> bool:
    """Whether both are the same words: a copy of a record, or boilerplate."""
    return left.quote == right.quote or folded(left.quote) == folded(right.quote)


def same_words(left: Claim, right: Claim) -> bool:
    """Whether one of the two quotes holds the other, or they share a part of the page: the same words are no two sides."""
    shared = left.page_id == right.page_id and left.start < right.end and right.start < left.end
    one, other = folded(left.quote), folded(right.quote)
    return shared or one in other or other in one


def one_sentence(left: Claim, right: Claim) -> bool:
    """Whether both stand in one sentence: their spans touch, or only a gap within an unfinished sentence parts them."""
    if left.page_id != right.page_id:
        return False
    first, last = (left, right) if (left.start, left.end) <= (right.start, right.end) else (right, left)
    if first.end > last.start:
        return True
    return last.start - first.end <= 3 and not first.quote.rstrip(" \"'”’)").endswith((".", "?", "!"))
