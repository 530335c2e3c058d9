"""Whether two claims come from one mouth, from one side, or from parties that disagree."""

from __future__ import annotations

import re
from functools import lru_cache

from pipeline.records.document import PRESUMED
from pipeline.records.finding import HOUSE, Claim

AGENCY = "agency"
_CAMPS = {"agency": AGENCY, "record": AGENCY}  # an agency's records are the agency speaking
_CODE = re.compile(r"\(b\)\s*\(|█")
_LEAD = re.compile(r"^(?:the|mr|mrs|ms|dr|hon)\b\.?\s+")
_INDEFINITE = re.compile(r"^(?:an?|one|some|several|many|most|other|certain)\b")
_SPOKEN_FOR = re.compile(
    r"(?:an?|the|its)\s+(?:[\w.-]+\s+){0,3}?(?:spokes\w+|press\s+(?:officer|secretary|office))\b", re.IGNORECASE
)
_NOBODY = frozenset(
    (
        *("i", "we", "you", "he", "she", "it", "they", "who", "one", "someone", "somebody", "everyone", "people"),
        *("official", "officials", "spokesman", "spokeswoman", "spokesperson", "spokespersons", "staff", "aide", "aides"),
        *("critics", "advocates", "activists", "experts", "source", "sources", "author", "unknown", "redacted"),
    )
)
_GOVERNMENTS = ("state", "local", "congress", "court")
_THEIRS = re.compile(
    r"(?:our|my)\s+(?:\w+\s+)?(?:chief(?:\s+of\s+police)?|sheriffs?|police|deput(?:y|ies)|mayor|council|commissioners?|supervisors?)\W*\Z",
    re.IGNORECASE,
)
# Ranks and connecting words: they tell nobody from anybody.
_RANKS = frozenset(
    (
        *("the", "of", "to", "for", "and", "in", "on", "at", "a", "an", "s"),
        *("chief", "deputy", "assistant", "associate", "acting", "senior", "general", "special", "principal", "staff"),
        *("director", "officer", "counsel", "attorney", "analyst", "adviser", "advisor", "aide", "secretary", "clerk", "liaison"),
        *("coordinator", "manager", "administrator", "supervisor", "chair", "chairman", "member", "representative", "senator"),
        *("spokesman", "spokeswoman", "spokesperson", "press", "public", "affairs", "office", "department", "division", "branch"),
        *("county", "city", "state", "town", "parish", "bureau", "agency", "board", "unit", "judge", "court", "president"),
        *("major", "maj", "captain", "capt", "cpt", "lieutenant", "lt", "colonel", "col", "sergeant", "sgt", "commander", "cmdr"),
    )
)
# What counties or States have one each of: "Office of the Sheriff" is of none of them by name.
_EACH = (
    "sheriff|sheriffs|police|jail|jails|detention|corrections|correction|correctional|probation|parole|council|commission"
    "|commissioners|supervisors|trustees|freeholders|selectmen|aldermen|legislature|governor|mayor|executive|prosecutor|defender"
    "|courts|senate|assembly|house|patrol|highway|safety|justice|law|enforcement|services|human|health|center|facility"
    "|identification|investigation"
)
_EACH_HAS_ONE = frozenset(_EACH.split("|"))
# "The sheriff": which one is meant is told by the paper it stands in; "Sheriff" is a title, as good as a name.
_DESCRIBED = re.compile(r"[Tt]he\s+[^A-Z]*\Z")


@lru_cache(maxsize=8192)
def _name(speaker: str) -> str:
    """The speaker folded for comparison; '' where it names nobody in particular (a redaction code, "an official", "they")."""
    speaker = speaker.replace("’", "'")
    if _CODE.search(speaker):
        return ""
    folded = re.sub(r"[^\w\s,&()'-]", " ", speaker.casefold())
    folded = _LEAD.sub("", re.sub(r"\s+", " ", folded).strip(" ,-"))
    return "" if folded in _NOBODY or _INDEFINITE.match(folded) else folded


def unsigned(claim: Claim) -> bool:
    """Whether no name at all is printed, or only a code in its place; "a caller" is somebody."""
    return not claim.speaker or bool(_CODE.search(claim.speaker))


def for_a_body(claim: Claim) -> bool:
    """Whether it is somebody without a name whose trade is to speak for the agency: his words are its own."""
    return camp(claim) == AGENCY and _SPOKEN_FOR.match(claim.speaker) is not None


def by_default(claim: Claim) -> bool:
    """Whether nothing but the sort of its paper tells whose word it is."""
    return any(one.feature == "speaker" and one.note == PRESUMED for one in claim.reasons)


def name(claim: Claim) -> str:
    """Who speaks, folded; '' for nobody in particular."""
    return _name(claim.speaker)


SAME, SIDE, PARTY, UNKNOWN, PARTIES = "same", "side", "party", "unknown", "parties"


def relation(left: Claim, right: Claim) -> str:
    """How the two voices stand to each other.

    same: one named speaker (two unnamed officials are not known to be one). side: both speak for the agency. party: two
    offices of one government, which name the same office or place ("Governor", "Counsel to the Governor") or speak of the
    same place. unknown: the side of one or both is not known. parties: two known parties, each for itself; advocates and
    papers are each a party of their own.
    """
    one, other = (left.speaker, left.speaker_kind, left.jurisdiction), (right.speaker, right.speaker_kind, right.jurisdiction)
    found = _relation(*one, *other, _near(left, right))
    return PARTY if found == PARTIES and _one_house(left, right) else found


def _one_house(left: Claim, right: Claim) -> bool:
    """Whether both speak for one office of a government: "Mara Dell, Director" of the Bureau of Weights, and the Bureau."""
    if camp(left) != camp(right) or camp(left) not in _GOVERNMENTS:
        return False
    if not any(_house(one) != one.speaker for one in (left, right)):
        return False
    return _one_office(_house(left), _house(right), camp(left), _near(left, right))


def _one_office(one: str, other: str, government: str, near: bool) -> bool:
    """Whether two descriptions may be of one office: the words of the one are among those of the other.

    Words that many offices bear tell of none: "Office of the Sheriff" is that of Marlow County where both stand in one paper or
    speak of one place (`near`), and "the Governor" is the Governor, since a release hardly holds the papers of two.
    """
    offices = _office(one), _office(other)
    least = min(offices, key=len)
    if not least or not (offices[0] <= offices[1] or offices[1] <= offices[0]):
        return False
    return near or bool(least - _EACH_HAS_ONE) or (government != "local" and offices[0] == offices[1])


def _near(left: Claim, right: Claim) -> bool:
    return left.document_id == right.document_id or bool(left.jurisdiction and left.jurisdiction == right.jurisdiction)


def _house(claim: Claim) -> str:
    """The office for which a claim's speaker wrote, where his paper bears it, else his own name and post."""
    return next((one.left for one in claim.reasons if one.feature == HOUSE), claim.speaker)


@lru_cache(maxsize=65536)
def _relation(one: str, kind: str, place: str, other: str, other_kind: str, other_place: str, near: bool) -> str:
    """`near`: both stand in one paper or speak of one place, so that "the sheriff" is one sheriff."""
    kind, other_kind = _kind(one, kind), _kind(other, other_kind)
    camps = _CAMPS.get(kind, kind), _CAMPS.get(other_kind, other_kind)
    meant = near or camps[0] != "local" or not (_DESCRIBED.match(one) or _DESCRIBED.match(other))
    if camps[0] == camps[1] and _name(one) and _name(one) == _name(other):
        return SAME if meant else PARTY
    if camps == (AGENCY, AGENCY):
        return SIDE
    if "" in camps:
        return UNKNOWN
    if camps[0] == camps[1] and camps[0] in _GOVERNMENTS:
        if _one_office(one, other, camps[0], near):
            return PARTY
        if place and place.casefold() == other_place.casefold():
            return PARTY
    return PARTIES


def _kind(speaker: str, kind: str) -> str:
    """ "Our chief", "my sheriff" are those of whoever is quoted: of a county or city, whatever paper quotes it."""
    return "local" if kind == AGENCY and _THEIRS.match(speaker) else kind


@lru_cache(maxsize=8192)
def _office(speaker: str) -> frozenset[str]:
    """What of a speaker's description tells one office from another: its words without ranks that every office has."""
    return frozenset(word.removesuffix("'s") for word in re.findall(r"[\w']+", _name(speaker))) - _RANKS


def same(left: Claim, right: Claim) -> bool:
    """Whether the same named speaker made both."""
    return relation(left, right) == SAME


def camp(claim: Claim) -> str:
    """The side a claim comes from: the agency and its records are one side; '' where unknown."""
    return _CAMPS.get(claim.speaker_kind, claim.speaker_kind)


def one_side(left: Claim, right: Claim) -> bool:
    """Whether both speak for the agency, or the same named speaker made both."""
    return relation(left, right) in (SAME, SIDE)


def one_party(left: Claim, right: Claim) -> bool:
    """Whether both speak for one party: what one says binds the other."""
    return relation(left, right) in (SAME, SIDE, PARTY)


def unknown(left: Claim, right: Claim) -> bool:
    """Whether the side of one or both is not known, so that nobody can say whether two parties speak."""
    return relation(left, right) == UNKNOWN


def parties(left: Claim, right: Claim) -> bool:
    """Whether two known parties speak, each for itself: they dispute the matter."""
    return relation(left, right) == PARTIES


def shown(claim: Claim) -> str:
    """The speaker as a reader should see it."""
    return _shown(claim.speaker, claim.speaker_kind)


@lru_cache(maxsize=8192)
def _shown(speaker: str, kind: str) -> str:
    return f"{speaker or 'unknown'} ({kind})" if kind else speaker or "unknown"
