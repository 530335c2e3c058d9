"""Which of several pairs that show one thing a reader is given: the one whose quotes can be read by themselves.

A form says "This is not optional." and, in the next line, what is not; a sheet has a row of bare numbers, and a sentence that
says what they count. Against one and the same claim the fuller line says it all.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from pipeline.records.finding import Claim

# (sort of finding, index of one claim, index of the other)
Pair = tuple[str, int, int]
CURT = 6  # words of letters below which a quote says little by itself


def poorer(pairs: Sequence[Pair], claims: Sequence[Claim], words: Callable[[str], int]) -> set[int]:
    """Positions of the pairs with a side that is curt, or a part of another quote, beside which, of the same sort, the other side
    stands against that fuller quote of the same document that says the same. `words` counts the words of letters in a quote.
    """

    def key(sort: str, mine: int, other: int) -> tuple[object, ...]:
        """What a reader takes from one side: against which claim, out of which document, which side or number."""
        number = claims[mine].value if claims[other].metric else None
        return sort, other, claims[mine].document_id, claims[mine].stance, number

    curt = [words(claim.quote) < CURT for claim in claims]
    sides = [(at, sort, mine, other) for at, (sort, a, b) in enumerate(pairs) for mine, other in ((a, b), (b, a))]
    full: dict[tuple[object, ...], list[int]] = {}
    for _, sort, mine, other in sides:
        if not curt[mine]:
            full.setdefault(key(sort, mine, other), []).append(mine)

    def outdone(mine: int, fuller: int) -> bool:
        return mine != fuller and (curt[mine] or _within(claims[mine], claims[fuller]))

    return {at for at, sort, mine, other in sides if any(outdone(mine, one) for one in full.get(key(sort, mine, other), ()))}


def _within(one: Claim, other: Claim) -> bool:
    """Whether the quote is a part of the other: "No, ma'am." of "No, ma'am. What we send is a request."."""
    return (
        one.page_id == other.page_id and other.start <= one.start and one.end <= other.end and len(one.quote) < len(other.quote)
    )
