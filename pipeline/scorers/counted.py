"""What a number counts: persons, or the cards, prints and matches that one person may have several of.

General English; nothing here belongs to a subject.
"""

from __future__ import annotations

import re
from functools import lru_cache

from pipeline.records.finding import Claim
from pipeline.records.topic import Metric

_PERSONS = (
    r"(?:persons?|people|individuals|men|women|children|youths|adults|juveniles|minors|males|females|inmates|arrestees|detainees|prisoners"
    r"|aliens|non-?citizens|citizens|nationals|residents|immigrants|migrants|refugees|deportees|removees|returnees|subjects|suspects"
    r"|defendants|convicts|criminals|felons|offenders|violators|fugitives|absconders|workers|members|others)\b"
)
_OF_PERSONS = re.compile(rf"(?i)\W*(?:all\s+)?(?:[A-Z][\w.]*\s+){{0,2}}?(?:citizens\b|{_PERSONS})")
_LABELLED = re.compile(rf"(?i)\b{_PERSONS}")
# Plurals that are no persons; of one that may be ("drivers", "trustees", "activists") the words do not tell.
_PLURAL = re.compile(
    r"(?i)\b(?:(?:encount|detain|transf|lett|pap|numb|ord|off)ers|fees"
    r"|(?![a-z-]*(?:ers|ors|ists|ians|ants|ees)\b)[a-z-]{3,}[^s\W]s)\b"
)
_BETWEEN = r"\s+(?:(?:of|the|those|these|different|other|new|unique|separate|individual|single|such)\s+|[\w-]+ed\s+){0,2}"


# "The other forty-five were connected": what is left of a number told before is no total.
_OF_THE_REST = re.compile(r"(?i)\b(?:other|another|remaining|further|additional|extra|rest,)\s+\W*\Z")


def of_the_rest(claim: Claim) -> bool:
    """Whether a count is said to be what is left besides others."""
    printed = next((one.left for one in claim.reasons if one.feature == "number"), "")
    if claim.unit != "count" or not printed:
        return False
    at = re.search(r"\W*".join(map(re.escape, re.findall(r"\w+", printed))), claim.quote)
    return at is not None and _OF_THE_REST.search(claim.quote[: at.start()]) is not None


def told_apart(left: Claim, right: Claim, metric: Metric) -> bool:
    """Whether the one counts persons and the other does not, of what the metric does not itself count in persons."""
    if left.unit != "count" or _OF_PERSONS.match(metric.population):
        return False
    return {_persons(left), _persons(right)} == {True, False}


def _persons(claim: Claim) -> bool | None:
    """Whether the number is said to be of persons; None where the words do not tell."""
    labels = " ".join(one.left for one in claim.reasons if one.feature in ("row", "column"))
    return _told(claim.quote, labels, claim.value or 0.0)


@lru_cache(maxsize=8192)
def _told(quote: str, labels: str, value: float) -> bool | None:
    if labels:
        return True if _LABELLED.search(labels) else False if _PLURAL.search(labels) else None
    shown = rf"(?<![\d,.])(?:{value:,.0f}|{value:.0f})(?![\d,.]*\d)"
    found = re.search(rf"(?i){shown}{_BETWEEN}(?P<noun>[a-z][\w-]*)", quote)
    if found is None:
        return None
    return True if re.match(rf"(?i){_PERSONS}", found["noun"]) else False if _PLURAL.match(found["noun"]) else None
