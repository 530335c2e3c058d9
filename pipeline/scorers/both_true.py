"""Whether two opposite statements could both be true at once: the last question before a pair is called a contradiction.

What each says of how far it goes is read once (`marks.py`); eight tests set two such readings beside each other: how many, with
what force, when, held to what, of whom, leaving out what, with what stress, and what is needed at all. "Most had convictions" and
"some had none" are both true of one crowd; so are a rule and the case it leaves out, what a place may do and what it did.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from pipeline.records.finding import Claim, Reason
from pipeline.scorers import coverage, extent, periods
from pipeline.scorers.held_to import Held, granted_apart
from pipeline.scorers.marks import BOUND, FIRST, FREE, LATER, MOST, SOME, WISHED, Marks, marks
from pipeline.scorers.sorts import content


@dataclass(frozen=True, slots=True)
class Room:
    """How both can be true: the words on each side that leave room for it ('' for a side without), and why in a clause."""

    left: str
    right: str
    why: str

    def turned(self) -> Room:
        """The same with the sides changed."""
        return Room(self.right, self.left, self.why)

    def row(self) -> Reason:
        """As a reason; it weighs nothing, since it settles what the pair is."""
        return Reason("both could be true", self.left, self.right, 0.0, self.why)


@dataclass(frozen=True, slots=True)
class _Side:
    claim: Claim
    marks: Marks


def room(left: Claim, right: Claim) -> Room | None:
    """How both of two opposite statements could be true, or None where no words leave room for that."""
    mine, yours = marks(left.quote), marks(right.quote)
    if mine.none and yours.none:
        return None
    one, other = _Side(left, mine), _Side(right, yours)
    for asked in _ASKED:
        if not mine.none and (found := asked(one, other)):
            return found
        if not yours.none and (turned := asked(other, one)):
            return turned.turned()
    return None


def meant(said: Claim, number: Claim) -> Room | None:
    """How a statement can be true beside a number: it tells what is meant, hoped for or ordered, and the number what is."""
    mine = marks(said.quote)
    if mine.directed:
        return Room(mine.directed, "", "one says what a law or an order asks for, the other what was done")
    return _wish(mine, marks(number.quote))


def _wish(mine: Marks, yours: Marks) -> Room | None:
    wished = mine.forces.get(WISHED, "")
    if not wished or WISHED in yours.forces:
        return None
    return Room(wished, yours.act, "one says what is meant or hoped for, the other what is")


def _how_many(one: _Side, other: _Side) -> Room | None:
    """Some of a crowd beside most or some of it; what mostly holds beside one case or one place."""
    mine, yours = one.marks, other.marks
    some, most = mine.amounts.get(SOME, ""), mine.amounts.get(MOST, "")
    much = yours.amounts.get(SOME, "") or yours.amounts.get(MOST, "")
    if some and much and not most:
        return Room(some, much, "one speaks of some, the other not of all: both can be true")
    if not most or MOST in yours.amounts:
        return None
    if yours.case:
        return Room(most, yours.case, "a rule that has exceptions, and a case of its own")
    narrower = (
        coverage.places(one.claim, other.claim) == coverage.WIDER and coverage.narrower(one.claim, other.claim)[1] is other.claim
    )
    if narrower and not extent.universal(other.claim):
        return Room(most, other.claim.jurisdiction, "a rule that has exceptions, and one place")
    return None


def _force(one: _Side, other: _Side) -> Room | None:
    """What is wished for, must be or may be, beside what was done: a wish unmet, a slip, a freedom nobody tried to use."""
    mine, yours = one.marks, other.marks
    bound, free = mine.forces.get(BOUND, ""), mine.forces.get(FREE, "")
    if found := _wish(mine, yours):
        return found
    if bound and yours.slip:
        return Room(bound, yours.slip, "one says what must be, the other tells of a slip as a slip")
    held = yours.tried or FREE in yours.forces or BOUND in yours.forces
    if free and yours.act and not held and not extent.universal(one.claim):
        return Room(free, yours.act, "one says what may be done, the other what was done: nobody was held to it")
    return None


def _when(one: _Side, other: _Side) -> Room | None:
    """What was so at first beside what was so afterwards; what had not happened by a day beside what is told later."""
    mine, yours = one.marks, other.marks
    first, later = mine.times.get(FIRST, ""), yours.times.get(LATER, "")
    if first and later and LATER not in mine.times and FIRST not in yours.times:
        return Room(first, later, "one speaks of the beginning, the other of the time after it")
    if mine.not_yet and periods.surely_before(periods.said_on(one.claim), periods.said_on(other.claim)):
        return Room(mine.not_yet, "", "one says what was not so by its own day, the other was said later")
    return None


def _held_to(one: _Side, other: _Side) -> Room | None:
    """Each held to a condition, and the one to the contrary of the other's: "unless a judge has signed", "once a judge has"."""
    for mine in one.marks.held:
        for yours in other.marks.held:
            if _contrary(mine, yours):
                return Room(mine.words, yours.words, "each is held to a condition, and the one is the contrary of the other")
    return None


def _contrary(mine: Held, yours: Held) -> bool:
    """Whether one asks for what the other rules out; a quality and a condition must share more to be told of one thing."""
    shared, least = len(mine.about & yours.about), min(len(mine.about), len(yours.about))
    return mine.absent != yours.absent and shared > (mine.kind != yours.kind) and 2 * shared >= least


def _of_whom(one: _Side, other: _Side) -> Room | None:
    """Two crowds, each named at the head of its sentence."""
    mine, yours = one.marks, other.marks
    if mine.crowd and yours.crowd and not mine.crowd & yours.crowd:
        return Room(mine.whom, yours.whom, "each says of whom it speaks, and they are not the same")
    return None


def _left_out(one: _Side, other: _Side) -> Room | None:
    """A rule beside the very case that it leaves out."""
    mine, yours = one.marks, other.marks
    met = mine.but & content(granted_apart(other.claim.quote))
    if met and 2 * len(met) >= len(mine.but):
        return Room(mine.left_out, yours.case, "one leaves out the very case the other speaks of")
    return None


def _stress(one: _Side, other: _Side) -> Room | None:
    """What comes first beside what comes too; the thing itself beside what goes with it."""
    mine, yours = one.marks, other.marks
    if mine.first_of_all and yours.others_too and not mine.none_else:
        return Room(mine.first_of_all, yours.others_too, "one says what comes first, the other that more comes too")
    if mine.itself and not content(mine.itself) & content(other.claim.quote):
        return Room(mine.itself, "", f"one speaks of {mine.itself.casefold()} alone, the other does not")
    return None


def _no_need(one: _Side, other: _Side) -> Room | None:
    """What nobody need buy beside money that is not for it."""
    mine, yours = one.marks, other.marks
    if mine.no_need and yours.other_money:
        return Room(mine.no_need, yours.other_money, "one says that none is needed, the other that money is not for it")
    return None


_ASKED: tuple[Callable[[_Side, _Side], Room | None], ...] = (
    _how_many,
    _left_out,
    _when,
    _held_to,
    _force,
    _stress,
    _of_whom,
    _no_need,
)
