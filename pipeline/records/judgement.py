"""What a trained model thinks of one sentence: probabilities, not yet claims."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Leaning:
    """How one sentence stands to one proposition: probabilities 0..1 that it affirms it and that it denies it.

    Either stands for itself: a sentence may tell of both, and then both are high.
    """

    proposition: str
    affirm: float
    deny: float


@dataclass(frozen=True, slots=True)
class Judgement:
    """The leanings that are not negligible, and what status (as in Claim) a statement in this sentence would have."""

    leanings: tuple[Leaning, ...]
    status: str
    surety: float


@dataclass(frozen=True, slots=True)
class Bounds:
    """From which probability on a reading is taken, as measured when the model was trained.

    `alone`: taken on the model's word alone; `joined`: taken where a rule found the same, of what `Judge.joint` gives;
    `status`: the model's status goes before the rule's from this surety on.
    """

    alone: float
    joined: float
    status: float
