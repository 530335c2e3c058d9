"""How far the words of a statement reach: to every place, to every case, or to one case that happened.

One case is enough against what knows no exception; it is not against a general remark. General English of offices.
"""

from __future__ import annotations

import re
from functools import lru_cache

from pipeline.records.finding import Claim

_GOVERNMENTS = (
    r"jurisdictions?|localit(?:y|ies)|states?|count(?:y|ies)|cit(?:y|ies)|towns?|parish(?:es)?|communit(?:y|ies)|places?"
    r"|jails?|sheriffs?|governments?|agenc(?:y|ies)|departments?|police|partners?|tribes?"
)
_EVERYWHERE = re.compile(
    rf"\b(?:no|any|every|each|all|none of the|not (?:a|one) (?:single )?)\s+(?:[\w-]+\s+){{0,3}}(?:{_GOVERNMENTS})\b"
    r"|\b(?:everywhere|anywhere|nowhere|nationwide|country-?wide|nobody|no one|everyone|everybody"
    r"|across the (?:country|nation)|in the (?:whole )?(?:country|nation))\b",
    re.IGNORECASE,
)
_NOT_OF_CASES = r"(?!(?:of|this|that|it|right|other|time|day|week|month|year)\b)"
_WITHOUT_EXCEPTION = re.compile(
    r"\b(?=\w)(?:"  # tried at the beginnings of words alone, which halves the time
    + "|".join(
        (
            r"\b(?:never|always|at no (?:time|point)|in no case|in every case|without (?:any )?exception|nothing|none)\b",
            r"\bnot (?:once|one|a single)\b|\bnot?\b[^.;,]{0,24}?\ba single\b",
            r"\bno\s+(?!(?:longer|later|more|doubt|matter)\b)(?:[\w-]+\s+){1,3}?"
            r"(?:(?:who|that|which|of|in|from)\s+(?:[\w-]+\s+){1,6}?)?"
            r"(?:has|have|had|is|are|was|were|will|would|can|may|shall|pays?|needs?)\b",
            r"\b(?:has|have|had|is|are|was|were|does|do|did)(?:\s+not|n['’]t)\s+(?:[\w-]+\s+){1,4}?any\s+(?!more\b|longer\b|way\b|case\b|event\b"
            r"|time\b|of\b)\w+",
            r"\b(?:has|have|had|receiv(?:es|ed)|recorded|knows? of|gives?|gave|pays?|paid|needs?|costs?)\s+no\s+"
            r"(?!(?:longer|doubt|position)\b)\w+",
            rf"(?<!at )(?<!after )(?<!above )\b(?:all|every|each)\s+(?:of\s+)?(?:the\s+)?{_NOT_OF_CASES}[\w-]+",
            r"\b(?:people|persons|those|anyone|individuals|aliens)\s+(?:who\s+(?:are|were|have\s+been)\s+)?\w+\s+(?:only|solely)\b"
            r"[^.;]{0,60}\b(?:not|never)\b",
        )
    )
    + ")",
    re.IGNORECASE,
)
_NONE = re.compile(r"\b(?:no|none|never|nobody|nothing|nowhere|at no time|not (?:once|one|a single|any))\b", re.IGNORECASE)
_SO_FAR = re.compile(
    r"\b(?:has|have)\b(?!\s+to\b)|\b(?:know|knows|aware|sure|certain)\s+of\b|\b(?:learned|heard)\b[^.;]{0,20}\bno\b",
    re.IGNORECASE,
)
# A part that had none of something is no whole without exception: "28 percent had no conviction".
_A_PART_HAD = re.compile(
    r"(?:\d[\d.,]*\s?%|\bper\s?cent|\d[\d,]*|\b(?:half|thirds?|quarters?|most|many|some|several|few))\s(?:of\s[^.;,]{1,80}?\s)?"
    r"(?:had|have|has|were|was|are|is)\s(?:been\s)?no\b",
    re.IGNORECASE,
)
_OVERALL = re.compile(
    r"\b(?:nationwide|country-?wide|across the (?:country|nation)|in the (?:whole )?(?:country|nation))\b", re.IGNORECASE
)
_RULE = re.compile(
    r"\b(?:(?-i:(?!May\b))may|can|cannot|must|shall|should|will|would|might|could|(?:is|are|not) (?:required|obliged|allowed))\b",
    re.IGNORECASE,
)
_HAPPENED = re.compile(
    r"\b(?=\w)(?:\b(?:was|were|has been|have been|had|did|didn['’]t|has|have)\b"
    r"|\b(?:activated|received|placed|held|removed|paid|billed|charged|gave|sent|refused|signed|switched|spent|took|got|cost"
    r"|logged|counted|turned|identified|detained|deported|released|reported|sat|stood|spent|slept|kept|lost|left|lay|told|met|saw|found|made|began|broke"
    r"|wrote|rang|ran|drove|brought|bought|sold|sought|caught|built|fell|rose|grew|went|came|stayed|waited|learned|learnt)\b)",
    re.IGNORECASE,
)

# A number of people, papers or places of ten or more, no year and no sum: so many are no exception.
_COUNTED = re.compile(
    r"(?<![$\d.,])(?!(?:19|20)\d\d\b)(?:[1-9]\d|[1-9]\d{0,2}(?:,\d{3})+|[1-9]\d{2,5})(?![\d.,]*%)\s+(?:of\s+(?:the\s+)?[\d,]+\s+)?(?:[\w-]+\s+){0,3}?"
    r"(?:persons?|people|men|women|aliens?|individuals?|drivers?|residents?|inmates?|detainees?|victims?|citizens?|detainers?|holds?|arrests?"
    r"|removals?|bookings?|cases?|complaints?|sites?|jails?|count(?:y|ies)|towns?|jurisdictions?|states?)\b"
    r"|\b(?:dozens|scores|hundreds|thousands)\s+of\b|\b(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)\b",
    re.IGNORECASE,
)

_SHARE = re.compile(r"\d\s?(?:%|percent\b|per\s+cent\b)|\bper\s?cent\s+of\b", re.IGNORECASE)


def everywhere(claim: Claim) -> bool:
    """Whether the words reach every place: "no county", "any jurisdiction", "nationwide"."""
    return _everywhere(claim.quote)


@lru_cache(maxsize=65536)
def _everywhere(quote: str) -> bool:
    return bool(_EVERYWHERE.search(quote))


def universal(claim: Claim) -> bool:
    """Whether the words know no exception: "no county", "nationwide", "never", "every jail", "costs nothing"."""
    return _universal(claim.quote)


@lru_cache(maxsize=65536)
def _universal(quote: str) -> bool:
    quote = _A_PART_HAD.sub(" ", quote)
    quote = _OVERALL.sub(" ", quote) if re.search(r"\d\d|percent", quote) else quote  # "2,640 nationwide" is a sum, no rule
    return _everywhere(quote) or bool(_WITHOUT_EXCEPTION.search(quote))


def none_at_all(claim: Claim) -> bool:
    """Whether the words say that there is, or was, no case of it: "never", "no county has"; a rule says no such thing."""
    return _no_case(claim.quote)


@lru_cache(maxsize=65536)
def _no_case(quote: str) -> bool:
    return _universal(quote) and _NONE.search(quote) is not None and not _RULE.search(quote)


def known_of(claim: Claim) -> bool:
    """Whether no case is said to have been met so far: "we know of none", "no one has ever been": a later case is none such."""
    return none_at_all(claim) and _SO_FAR.search(claim.quote) is not None


def instance(claim: Claim) -> bool:
    """Whether something is told that happened, no rule: "was switched on unasked", "14 were placed in proceedings"."""
    return claim.status in ("asserted", "former") and _instance(claim.quote)


@lru_cache(maxsize=65536)
def _instance(quote: str) -> bool:
    return bool(_HAPPENED.search(quote)) and not _RULE.search(quote)


def of_many(claim: Claim) -> bool:
    """Whether a number or a share is told of people or places, many of them: "131 of the detainers", "32 percent had none"."""
    return (
        claim.status in ("asserted", "former")
        and not _RULE.search(claim.quote)
        and bool(_SHARE.search(claim.quote) or _counted(claim.quote))
    )


def counted(claim: Claim) -> bool:
    """Whether many cases are told that happened, ten or more: "41 counties were switched on", "dozens of drivers were held"."""
    return instance(claim) and _counted(claim.quote)


@lru_cache(maxsize=65536)
def _counted(quote: str) -> bool:
    return bool(_COUNTED.search(quote))
