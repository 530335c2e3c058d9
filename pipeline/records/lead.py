"""Two sentences alike in words and opposed in one: something to look into, beyond what a topic asks. Never a contradiction."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.records.finding import Reason

KINDS = ("negation", "opposite", "duty", "number")
PARTIES = ("own", "unknown", "other")


@dataclass(frozen=True, slots=True)
class Passed:
    """A sentence as it stands: `quote` is `text[start:end]` of the published page, unchanged."""

    page_id: str
    document_id: str
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class Lead:
    """Two sentences that share words few others have and differ in a word that turns the sense.

    `kind` is negation, opposite (two words of opposite meaning), duty (may against must) or number. `score` (0..1) is the
    share of the words, weighed by rarity, that both have; it is no chance of anything. `party` is own (both documents are by
    one author or by the agency), unknown, or other. `left` is the earlier, or the lower by page id where dates do not tell.
    """

    id: str
    kind: str
    left: Passed
    right: Passed
    score: float
    party: str
    reasons: tuple[Reason, ...]
