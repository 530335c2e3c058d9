"""The queue of leads as it is kept: what a lead says of its two sentences, whose they are, and which come first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline import codec
from pipeline.patterns.sense.polarity import Read, Turn
from pipeline.records.finding import Reason
from pipeline.records.lead import Lead, Passed

_AGENCY = frozenset({"agency", "record"})
_NOTES = {
    "negation": "one denies what the other tells",
    "opposite": "words of opposite meaning",
    "duty": "one leaves open what the other demands",
    "number": "two numbers for what is called the same",
}
_WORTH = {"own": 1.2, "unknown": 1.0, "other": 0.9}  # what one's own side says both ways is looked at sooner
_NEAR = "how near the two lie in meaning by a sentence encoder, which does not tell a yes from a no"
_PARTY_NOTES = {"own": "both documents are of one author or side", "unknown": "an author is not known", "other": "two authors"}


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence with the day, author and party of its document, the questions it is claimed on, and its words as compared."""

    passed: Passed
    date: str
    author: str
    side: str
    about: frozenset[str]
    words: Read


def lead_of(one: Told, two: Told, score: float, turn: Turn, cosine: float = 0.0) -> Lead:
    """The lead of two sentences. `cosine` (0..1) is how near they lie in meaning, where that is what brought them together."""
    first, second = (one, two) if (one.date or "9", one.passed.page_id) <= (two.date or "9", two.passed.page_id) else (two, one)
    cues = (turn.left, turn.right) if first is one else (turn.right, turn.left)
    party = _party(one, two)
    both = ", ".join(sorted(one.words.stems & two.words.stems))
    near = (Reason("meaning", "", "", cosine, _NEAR),) if cosine else ()
    alike = 0.0 if cosine else score
    note = _NOTES[turn.kind] + (f": {turn.on}" if turn.on else "")
    rows = (
        Reason(turn.kind, cues[0] or "says so", cues[1] or "says so", 0.0, note),
        *near,
        Reason("words in both", both, both, alike, "beginnings of words that both have; the more and rarer, the more alike"),
        Reason("author", first.author or "unknown", second.author or "unknown", 0.0, _PARTY_NOTES[party]),
        Reason("date", first.date or "unknown", second.date or "unknown", 0.0, "a position may have changed between the two"),
    )
    sides = sorted((_name(one), _name(two)))
    return Lead(codec.short_id("lead", turn.kind, *sides), turn.kind, first.passed, second.passed, score, party, rows)


def _name(one: Told) -> str:
    return f"{one.passed.page_id} {' '.join(one.passed.quote.split())}"


def _party(one: Told, two: Told) -> str:
    if one.author and one.author == two.author:
        return "own"
    if one.side in _AGENCY and two.side in _AGENCY:
        return "own"
    return "unknown" if not (one.side and two.side) else "other"


def between_others(one: Told, two: Told) -> bool:
    """Whether two parties disagree of whom neither is the agency."""
    return bool(one.side and two.side) and one.author != two.author and not {one.side, two.side} & _AGENCY


def kept(made: list[Lead], most: int, each: int) -> Iterator[Lead]:
    """Best first: `most` in all, `each` of one sentence."""
    times: Counter[tuple[str, int]] = Counter()
    taken = 0
    for one in sorted(made, key=lambda one: (-one.score * _WORTH[one.party], one.id)):
        sides = [(side.page_id, side.start) for side in (one.left, one.right)]
        if taken < most and all(times[side] < each for side in sides):
            times.update(sides)
            taken += 1
            yield one
