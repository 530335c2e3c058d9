"""Whether one sentence denies what the other tells: of the same verb, with the words that belong to it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from pipeline.patterns.sense.events import Event
from pipeline.patterns.sense.polarity import stem

Weight = Callable[[str], float]
_SAID = 10.0  # what the words in common come to where they say plainly what both speak of
_TOLD_APART = 2  # words in common by which a thing is the same: "a list of inmates"
_WIDE = 1.3  # "no site was ever reviewed" is met by every site; "the site was not reviewed" perhaps by another day
# That a thing is there, and that it goes from one to another, each in many verbs: their stems.
_BEING = frozenset(map(stem, "have keep hold maintain exist make draw write possess retain own".split()))  # noqa: SIM905
_PASSING = frozenset(
    map(stem, "give send share provide furnish supply forward transmit hand get receive issue fax mail".split())  # noqa: SIM905
)
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
    found += [
        one
        for denial in denying
        if denial.denied and denial.told and denial.wide
        for event in telling
        if event.told and not event.denied and _of_one_sort(denial, event) and (one := _missing(denial, event, weight))
    ]
    return max(found, key=lambda one: (one.share, one.what), default=None)


def _elsewhere(denial: Event, event: Event) -> bool:
    """Whether the two name nothing in common, or each a name that the other lacks: "Alder County" and "Marlow County"."""
    if not denial.names or not event.names:
        return False
    return not denial.names & event.names or bool(denial.names - event.words and event.names - denial.words)


def _of_one_sort(denial: Event, event: Event) -> bool:
    """Whether the one says that there is no such thing, whatever the other tells of it, or that none passed on, and one did."""
    if denial.what == event.what:
        return False
    return denial.there or denial.what in _BEING or (denial.what in _PASSING and event.what in _PASSING)


def _missing(denial: Event, event: Event, weight: Weight) -> Met | None:
    """A thing that is said not to be there, or not to have come, where the other sentence tells of it in other words.

    Both verbs take it, and what tells it from others of its name is in both.
    """
    things, both = denial.things & event.things, denial.words & event.words
    if not things or len(both) < _TOLD_APART or _elsewhere(denial, event):
        return None
    common, whole = sum(map(weight, both)), sum(map(weight, denial.words))
    return Met(round(common / whole * min(1.0, common / _SAID) * _WIDE, 3), min(things), both)


def _met(denial: Event, event: Event, weight: Weight) -> Met | None:
    both = denial.words & event.words
    if len(both) < (2 if denial.light else 1):
        return None
    if (denial.who in _POINTING and not denial.wide) or _elsewhere(denial, event):
        return None
    verb = 0.0 if denial.light else weight(denial.what)
    common, whole = verb + sum(map(weight, both)), verb + sum(map(weight, denial.words))
    return Met(round(common / whole * min(1.0, common / _SAID) * (_WIDE if denial.wide else 1.0), 3), denial.what, both)
