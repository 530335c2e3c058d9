"""What a model reads off the words of a sentence that does not say it: what was never told, what "it" means another thing."""

from __future__ import annotations

from pipeline.extractors import grammar
from pipeline.extractors.candidates import Candidate
from pipeline.extractors.saying import TELLING
from pipeline.extractors.sight import Sight

_SAID = TELLING | {"say", "state", "maintain", "claim", "write", "suggest"}
_POINTING = frozenset({"it", "this", "that"})
_MEANT = frozenset({"program", "programme", "initiative", "participation"})  # with one of these the sentence says what it means


def never_told(one: Candidate) -> bool:
    """ "The county was never told that it could decline": nothing is said of whether it could."""
    return bool(one.frames) and one.frames[0].negated and one.frames[0].lemma in _SAID


def of_another(one: Candidate, sight: Sight, thing: str) -> bool:
    """ "A form came by fax. We told them it was voluntary.": the subject of the statement is the `thing` told of before.

    A proposition that speaks of that thing itself may be meant all the same.
    """
    if not thing or sight.follows or sight.named or not _MEANT.isdisjoint(sight.view.lower):
        return False
    view = sight.view
    subjects = grammar.kids_with(view, view.clause[one.anchor], grammar.SUBJECTS)
    pointing = any(view.lower[at] in _POINTING for at in subjects)
    return pointing and thing not in f"{one.proposition.statement} {one.proposition.opposite}".lower()
