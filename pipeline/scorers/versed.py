"""Whether an unsure reading at least speaks in the words of its question.

The model may take a remark for a statement on a question of which it holds no word: "it is one of the best things we have done".
Where it is sure it is mostly right all the same; where it is not, such readings are wrong more often than right.
"""

from __future__ import annotations

from functools import lru_cache

from pipeline.records.finding import Claim, Reason
from pipeline.records.topic import Proposition, Topic
from pipeline.scorers.sorts import content

UNSURE = 0.65  # confidence below which a reading by the model alone is asked for words of its question
LONG = 7  # words of meaning from which on a statement is asked for two words of its question; a shorter one is for one
# Set by hand: on four invented releases four of nine wrong readings of this sort held fewer words, and none of seven right ones.
WEIGHT = -0.35
_NONE = Reason("about", "", "", 0.0, "both readings are sure, or hold words of the question")


def row(left: Claim, right: Claim, topic: Topic) -> Reason:
    """What it weighs that a side was read by the model alone, unsurely, from words that are hardly those of the question."""
    unversed = [_unversed(claim, topic) for claim in (left, right)]
    if not any(unversed):
        return _NONE
    words = ["few words of the question" if one else "" for one in unversed]
    return Reason("about", words[0], words[1], WEIGHT, "read by the model alone, unsurely, and hardly in words of the question")


def _unversed(claim: Claim, topic: Topic) -> bool:
    if claim.extractor != "model" or claim.confidence >= UNSURE or not claim.proposition:
        return False
    asked = next((one for one in topic.propositions if one.id == claim.proposition), None)
    if asked is None:
        return False
    words = content(claim.quote)
    return len(words & _words(asked, topic.terms + topic.agencies)) < (2 if len(words) >= LONG else 1)


@lru_cache(maxsize=256)
def _words(asked: Proposition, names: tuple[str, ...]) -> frozenset[str]:
    """The words of a question: of its statement, its opposite and its cues, without names of the program and the agencies."""
    texts = (asked.statement, asked.opposite, *asked.affirm, *asked.deny, *asked.requires)
    return frozenset[str]().union(*map(content, texts)) - frozenset[str]().union(*map(content, names))
