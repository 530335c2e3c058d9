"""Whether one sentence denies what the other tells: of the same verb, with the words that belong to it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from pipeline.patterns.events import Event

Weight = Callable[[str], float]
_SAID = 10.0  # what the words in common come to where they say plainly what both speak of
_WIDE = 1.3  # "no site was ever reviewed" is met by every site; "the site was not reviewed" perhaps by another day
_POINTING = frozenset({"i", "it", "that", "this", "there", "he", "she", "they"})


@dataclass(frozen=True, slots=True)
class Met:
    """`share` (0..1 and a little above for what is denied of all) of the denial's words, weighed by rarity, that the other has.

    `what` is the stem of what is denied, `words` those of its words that both have.
    """

    share: float
    what: str
    words: frozenset[str]


def met(denying: tuple[Event, ...], telling: tuple[Event, ...], weight: Weight) -> Met | None:
    """The denial of the one sentence that comes nearest to what the other tells; None where there is none."""
    undone = {event.what for event in telling if event.denied}
    found = [
        one
        for denial in denying
        if denial.denied and denial.told and denial.who and denial.what != "be"
        for event in telling
        if event.told and event.what == denial.what and event.what not in undone and (one := _met(denial, event, weight))
    ]
    return max(found, key=lambda one: (one.share, one.what), default=None)


def _met(denial: Event, event: Event, weight: Weight) -> Met | None:
    both = denial.words & event.words
    if len(both) < (2 if denial.light else 1):
        return None
    if not denial.wide and (denial.who in _POINTING or (denial.names and event.names and not denial.names & event.names)):
        return None
    verb = 0.0 if denial.light else weight(denial.what)
    common, whole = verb + sum(map(weight, both)), verb + sum(map(weight, denial.words))
    return Met(round(common / whole * min(1.0, common / _SAID) * (_WIDE if denial.wide else 1.0), 3), denial.what, both)
