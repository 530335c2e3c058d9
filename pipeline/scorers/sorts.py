"""Two sorts of one thing: small towns and large towns, jails and prisons. What is said of the one is not said of the other.

General English; nothing here belongs to a subject.
"""

from __future__ import annotations

import re
from functools import lru_cache

from pipeline.records.finding import Claim

# Sorts of one thing: a statement of the one and a statement of the other do not meet.
_SORTS: tuple[dict[str, int], ...] = tuple(
    {word: sort for sort, words in enumerate(one.split("|")) for word in words.split()}
    for one in (
        "north northern|south southern|east eastern|west western|central", "small smaller|large larger big bigger|medium",
        "juvenile juveniles minors children youths|adult adults", "felony felonies felons|misdemeanor misdemeanors|infractions",
        "urban|rural|suburban", "prison prisons penitentiary|jail jails lockup lockups", "sheriff sheriffs|police",
        "summer|winter|spring|autumn fall", "day daytime|night nighttime", "volunteers|employees", "coastal coast|inland|border",
        "men male|women female", "citizens|noncitizens aliens", "tribal|municipal",
        "first|second|third|fourth", "monday|tuesday|wednesday|thursday|friday|saturday|sunday", "signed|unsigned",
        "some|other others",
    )
)  # fmt: skip
_LOCALITY = (
    r"(?:count(?:y|ies)|cit(?:y|ies)|towns?|sheriffs?|police|jails?|localit(?:y|ies)"
    r"|local\s+(?:governments?|agenc(?:y|ies)|jurisdictions?))"
)
_PAPER = r"(?:agreements?|memorand(?:um|a)|MOAs?|MOUs?|contracts?|signatures?)"
_STATE = re.compile(r"\b(?:States?|both\s+parties)\b", re.IGNORECASE)
_NO_SIGNING = re.compile(
    rf"\bno\s+(?:[\w-]+\s+){{0,2}}?{_PAPER}\s+(?:by|with|from|of)\s+(?:an?|the|any|each|its|your)?\s*(?:[\w-]+\s+)?{_LOCALITY}\b"
    rf"|\bno\s+(?:[\w-]+\s+)?{_LOCALITY}\s+(?:[\w-]+\s+){{0,3}}?sign(?:s|ed)?\b"
    rf"|\b{_LOCALITY}\s+(?:itself\s+|themselves\s+)?(?:signs?\s+(?:nothing|no)"
    r"|(?:does|do|need|has|have)\s+not?\s+(?:need\s+to\s+|have\s+to\s+|to\s+)?sign)\b"
    rf"|\b{_PAPER}\s+(?:by|with|from|of)\s+(?:an?|the|any|each|its|your)?\s*(?:[\w-]+\s+)?{_LOCALITY}\W+(?:none|not|is\s+not)\s+(?:required|needed"
    r"|necessary)\b"
    rf"|\bwith\s+(?:an?|the|any)\s+{_LOCALITY}\s+no\s+{_PAPER}\b",
    re.IGNORECASE,
)
_SIGNING = re.compile(
    rf"\b{_PAPER}\b[^.;]{{0,60}}?\b(?:States?|both\s+parties)\b|\b(?:States?|both\s+parties)\b[^.;]{{0,60}}?\b(?:{_PAPER}|sign(?:s|ed)?)\b",
    re.IGNORECASE,
)
_STATE_ENDS = re.compile(
    rf"\b{_PAPER}\b[^.;]{{0,60}}?\bby\s+which\s+(?:the|an?|any|either)\s+(?:States?|part(?:y|ies))\b[^.;,]{{0,40}}?\b(?:terminat|end|cancel|withdraw|rescind|leav|brings?\s(?:it|this)\sto)\w*\b[^.;,]{{0,40}}|\b(?:the|an?|no|any)\s+State\s+"
    rf"(?:may|can|could|cannot)\b[^.;]{{0,30}}?\b(?:terminat|end|cancel|withdraw\s+from)\w*\s+(?:the|its|this|that|an?)\s+(?:[\w-]+\s+)?{_PAPER}\b",
    re.IGNORECASE,
)
_NO_RIGHT = re.compile(
    rf"\b{_PAPER}\b[^.;]{{0,60}}?\b(?:g[ia]v(?:e|es|en)|grants?|granted|leaves?|left|allows?|allowed)\s+(?:the|an?|any|either)\s+(?:States?|part(?:y|ies))\b"
    r"[^.;,]{0,30}?\b(?:end|terminat|cancel|withdraw|leav|quit|suspend)\w*\s+(?:its|their|the|this|that)\s+(?:[\w-]+\s+)?"
    rf"(?:part|participation|role|membership|{_PAPER})\b",
    re.IGNORECASE,
)
_ENDING = re.compile(
    rf"\b(?:either|each|any|a|one|both|the)\s+part(?:y|ies)\b[^.;]{{0,90}}?\b(?:terminat|end|suspend|withdraw|cancel)\w*\b[^.;]{{0,40}}?\b{_PAPER}\b",
    re.IGNORECASE,
)
_CONSENTING = r"(?:concurrence|consent|approval|permission|assent|go-ahead|blessing|say-so|okay)"
_CONSENT = re.compile(rf"\b{_CONSENTING}\b", re.IGNORECASE)
_LOCAL_CONSENT = re.compile(
    rf"\b(?:your|his|her|its|their|(?:the|a|each|any|every|no)\s+(?:[\w-]+\s+)?(?:{_LOCALITY}|boards?|councils?|commissions?)['’]?s?)\s+(?:[\w-]+\s+){{0,2}}?{_CONSENTING}\b"
    rf"|\b{_CONSENTING}\s+(?:of|from|by)\s+(?:the|an?|each|any|its|your|local)\s+(?:[\w-]+\s+)?(?:{_LOCALITY}|boards?|councils?|commissions?)\b"
    rf"|\b(?:{_LOCALITY}|boards?|councils?|commissions?)['’]s?\s+signatures?\b",
    re.IGNORECASE,
)
# That somebody goes out or puts an end to it: of that a consent to begin says nothing.
_OUT = re.compile(
    r"\b(?:end|ends|ended|ending|terminat\w+|withdr[ae]w\w*|leav(?:e|es|ing)|left|out|off|opt\w*|quit|stop\w*|cancel\w*|suspend\w*|remain\w*|stay\w*)\b",
    re.IGNORECASE,
)
_ANY_PAPER = re.compile(rf"\b(?:{_PAPER}|papers?)\b", re.IGNORECASE)
# "Elmira cannot be left out": a place by its name, which no plural, pronoun or body of capitals is.
_ONE = re.compile(
    r"\A\W*(?!(?:They|We|You|It|There|Nobody|None|This|That|States?|Nothing|Joining|Participation)\b)(?-i:[A-Z][a-z]+(?<!s)(?:\s[A-Z][a-z]+)?)"
    r"\s(?:cannot|can['’]t|may\s+not|will\s+not|won['’]t|must)\b",
    re.IGNORECASE,
)
_LOCAL = re.compile(rf"\b{_LOCALITY}\b", re.IGNORECASE)
_BOARD = re.compile(
    r"\b(?:an?|any|no|each|every|the|your|their|its|local)\s+(?:county\s+)?(?:boards?|councils?|commissions?|supervisors)\b",
    re.IGNORECASE,
)
# What a State may or may not do itself; "once the State is on", "a State bureau cannot leave one county out" are of counties.
_STATE_MAY = re.compile(
    r"\b(?:States?|both\s+parties)\b[^.,;]{0,30}?\b(?:leav(?:e|es|ing)|withdraw\w*|end|ends|ending|terminat\w+|halt|opt\w*|bring|pull\w*|quit|stop)\b"
    r"(?!\s+(?:an?|any|one|single|out\s+(?:an?|any|one)|(?:it|them|us|you|(?:that|the|your|our|its)\s+\w+)\s+(?:off|out))\b)",
    re.IGNORECASE,
)
_WORD = re.compile(r"[a-z]+")
ALIKE = 0.5  # share of the words of the shorter statement that both have
_PLAIN = (
    "the|and|but|nor|for|not|that|this|these|those|with|without|into|from|are|was|were|been|being|has|have|had|"
    "does|did|will|would|may|might|can|cannot|could|must|shall|should|need|its|their|our|your|his|her|they|them|"
    "who|you|any|all|every|each|none|some|other|than|there|here|where|when|which|what|how|only|also|very|more|"
    "most|such|one"
)
_GRAMMAR = frozenset(_PLAIN.split("|"))


@lru_cache(maxsize=65536)
def _sorts(quote: str) -> dict[int, int]:
    """The sort that the words of a quote are of, for each of `_SORTS` of which they name one and no more."""
    words = set(_WORD.findall(quote.casefold()))
    named = [{sorts[word] for word in words & sorts.keys()} for sorts in _SORTS]
    return {at: one.pop() for at, one in enumerate(named) if len(one) == 1}


def of_two(left: Claim, right: Claim) -> tuple[str, str] | None:
    """The words by which two statements speak of two things, by whichever of the rules below; else None."""
    return apart(left, right) or of_two_parties(left, right)


def of_two_parties(left: Claim, right: Claim) -> tuple[str, str] | None:
    """The words by which the one is of a State and its paper, the other of a county and its consent; else None."""
    return signers(left, right) or parties(left, right) or consents(left, right) or begun_and_ended(left, right)


def apart(left: Claim, right: Claim) -> tuple[str, str] | None:
    """The words of either side by which two statements in nearly the same words speak of two sorts of one thing; else None.

    "Small towns may", "large towns may not". Of two statements worded differently such words say nothing.
    """
    mine, yours = _sorts(left.quote), _sorts(right.quote)
    at = min((at for at in mine.keys() & yours.keys() if mine[at] != yours[at]), default=-1) if mine and yours else -1
    if at < 0:
        return None
    one, other = content(left.quote), content(right.quote)
    if len(one & other) < ALIKE * min(len(one), len(other)) or not one & other:
        return None
    return _word(left.quote, at), _word(right.quote, at)


def signers(left: Claim, right: Claim) -> tuple[str, str] | None:
    """The words by which one side frees counties or sheriffs alone from signing, where the other binds a state; else None.

    "No county signs anything" and "each state signs an agreement" go together.
    """
    for free, bound in ((left, right), (right, left)):
        if free.stance != "deny" or not (who := _signing(free.quote, _NO_SIGNING)):
            continue
        whom = _signing(bound.quote, _SIGNING)
        if not _STATE.search(who) and _STATE.search(whom):
            return (who, whom) if free is left else (whom, who)
    return None


def consents(left: Claim, right: Claim) -> tuple[str, str] | None:
    """The words by which one side waits for the consent of a county or its sheriff, where the other speaks of a paper; else None.

    "Not before your written consent", to one sheriff, and "the agreement with the State was never needed" go together.
    """
    for one, other in ((left, right), (right, left)):
        consent = _signing(one.quote, _LOCAL_CONSENT)
        if not consent or not _LOCAL.search(f"{one.quote} {one.jurisdiction}") or _STATE.search(one.quote):
            continue
        paper = _signing(other.quote, _ANY_PAPER)
        if paper and not _CONSENT.search(other.quote) and not _LOCAL.search(other.quote):
            return (consent, paper) if one is left else (paper, consent)
    return None


def begun_and_ended(left: Claim, right: Claim) -> tuple[str, str] | None:
    """The words by which one side says whose consent it takes, where the other says who may end the paper; else None."""
    for begun, ended in ((left, right), (right, left)):
        consent = _signing(begun.quote, _CONSENT)
        if not consent or _OUT.search(begun.quote):
            continue
        ends = not _CONSENT.search(ended.quote) and _signing(ended.quote, _ENDING)
        if ends:
            return (consent, ends) if begun is left else (ends, consent)
    return None


def parties(left: Claim, right: Claim) -> tuple[str, str] | None:
    """The words by which one side says whether the parties to a paper may end it, where the other speaks of counties; else None.

    A county is no party to what its State has signed.
    """
    for paper, place in ((left, right), (right, left)):
        ends, whose = (
            _signing(paper.quote, _ENDING) or _signing(paper.quote, _STATE_ENDS) or _signing(paper.quote, _NO_RIGHT),
            _signing(place.quote, _LOCAL) or _signing(place.quote, _BOARD) or _signing(place.quote, _ONE),
        )
        if ends and whose and not _STATE_MAY.search(place.quote) and not _LOCAL.search(paper.quote):
            return (ends, whose) if paper is left else (whose, ends)
    return None


@lru_cache(maxsize=65536)
def _signing(quote: str, pattern: re.Pattern[str]) -> str:
    found = pattern.search(quote)
    return " ".join(found[0].split()) if found else ""


@lru_cache(maxsize=65536)
def content(quote: str) -> frozenset[str]:
    """The words of a quote, folded to their first five letters, without those of grammar and of choice and duty."""
    return frozenset(word[:5] for word in _WORD.findall(quote.casefold()) if len(word) > 2 and word not in _GRAMMAR)


def _word(quote: str, at: int) -> str:
    found: str = next(word for word in _WORD.findall(quote.casefold()) if word in _SORTS[at])
    return found
