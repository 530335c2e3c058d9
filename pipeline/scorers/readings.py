"""How likely a claim is read rightly: what it is about, which side it takes and what status it has.

`confidence` of a claim speaks of subject and side alone, as measured on statements that resemble one another. The curves below
also take in the status, and that rules and model found the same; they were fitted by `python scripts/measure.py --fit` on 1,573
claims found in development statements whose sources the model was not trained on (many of them written to mislead it) and in the
words of the development pairs (which all state something): 1,266 were right. All these are plainly about the program; where a
claim may be about something else, the chance that it is not is multiplied in.
"""

from __future__ import annotations

import math
import re
from functools import lru_cache

from pipeline.records.finding import Claim

CERTAIN = 1.0  # the confidence of what a person labelled; nothing that is read reaches it
SUBJECT = "subject"  # the reason that tells the chance that a sentence is about the program; without it that is plain
LEAST, MOST = 0.05, 0.99
# Log odds of a reading at even confidence, by who found it (numbers are the rules' alone), and per unit of its log odds.
INTERCEPT = {"model": 0.19, "rules+model": 0.24, "rules": 1.49}
SLOPE = 0.68
BROKEN_OFF = 0.6  # what is left of it where the words stop in the middle
_LAST = re.compile(
    r"\b(?=\w)(?:a|an|the|and|or|but|nor|of|to|for|in|on|by|with|from|at|as|that|which|who|whom|whose|this|these|those|is|are|was|were|be"
    r"|been|will|would|may|can|must|shall|should|not|no|any|its|their|our|if|when|while|because|than)[\s,;:–—-]*\Z",
    re.IGNORECASE,
)


def chance(claim: Claim) -> float:
    """The chance (0..1) that subject, side and status are as a careful reader would have them; 1 for what is certain."""
    if not math.isfinite(claim.confidence):
        return 0.0
    subject = next((one.weight for one in claim.reasons if one.feature == SUBJECT), 1.0)
    return _chance(claim.confidence, claim.extractor, claim.quote[-24:], subject)


@lru_cache(maxsize=65536)
def _chance(confidence: float, extractor: str, ending: str, subject: float) -> float:
    if confidence >= CERTAIN:
        return 1.0
    given = min(max(confidence / max(subject, LEAST), LEAST), MOST)
    total = INTERCEPT.get(extractor, INTERCEPT["rules"]) + SLOPE * math.log(given / (1 - given))
    found = 1 / (1 + math.exp(-total))
    return round(found * subject * (BROKEN_OFF if _LAST.search(ending) else 1.0), 3)
