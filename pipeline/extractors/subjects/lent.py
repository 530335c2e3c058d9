"""What a sentence that names nothing takes from those before it: the program or another one named last, and their matter."""

from __future__ import annotations

import math
from dataclasses import dataclass

from pipeline.extractors.subjects.evidence import Seen

OWN_REACH, RIVAL_REACH = 12.0, 4.0  # sentences in which what a name lends falls to a third
OWN_LEFT, RIVAL_LEFT = 0.7, 0.25  # share of it that goes over into another paragraph or item
FADED = 0.1  # what is left of another program's name when "the program" may be this one again
HEADING = 5  # times as far as any sentence: how far a heading reaches


@dataclass(frozen=True, slots=True)
class Named:
    """A name that was met: where, what is left of it after the paragraphs since, and how many times as far it reaches."""

    order: int
    left: float
    far: int

    def over(self, share: float) -> Named:
        """The same in the next paragraph."""
        return Named(self.order, self.left * share ** (1 / self.far), self.far)

    def reaching(self, order: int, reach: float) -> float:
        """How much (0..1) of it reaches the sentence at `order`."""
        return self.left * math.exp((self.order - order) / (reach * self.far))


UNNAMED = Named(0, 0.0, 1)


class Track:
    """What was named last, sentence by sentence: the program or another one, and the matter of the paragraph."""

    def __init__(self, ours: bool) -> None:
        self._ours = ours
        self._own = self._rival = self._matter = UNNAMED

    def enter(self, spot: Seen, row: bool) -> None:
        """Goes on to the next sentence. From one dated `row` to the next little is lent but by a heading."""
        if spot.apart or row:
            left = RIVAL_LEFT if row and self._own.far == 1 else OWN_LEFT if spot.apart else 1.0
            self._own, self._rival = self._own.over(left), self._rival.over(RIVAL_LEFT)
            self._matter = UNNAMED

    def lent(self, order: int, spot: Seen) -> dict[str, float]:
        """What the sentences before lend to one that names nothing."""
        if spot.named or spot.rival:
            return {}
        own, rival = self._own.reaching(order, OWN_REACH), self._rival.reaching(order, RIVAL_REACH)
        back = "refers back to another program" if rival > own else "refers back to the program"
        return {
            "follows a mention of the program": own,
            "follows a mention of another program": rival,
            back: max(own, rival) if spot.points else 0.0,
            "speaks of the program, and names no other": float(spot.definite and not spot.matter and rival < FADED),
            "follows a word of another matter": self._matter.reaching(order - 1, RIVAL_REACH) * (not (spot.signs or spot.common)),
        }

    def leave(self, order: int, spot: Seen) -> None:
        far = HEADING if spot.heads else 1
        if spot.named and not spot.address:
            self._own, self._rival, self._matter = Named(order, 1.0, far), UNNAMED, UNNAMED
        elif spot.rival:
            self._rival, self._own = Named(order, 1.0, far), self._own.over(RIVAL_LEFT)
        if spot.matter and not (spot.passing and self._ours):
            self._matter = Named(order, 1.0, 1)
