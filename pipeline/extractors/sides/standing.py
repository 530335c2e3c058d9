"""How a statement stands, as a record, and the notes that tell of what decided it."""

from __future__ import annotations

from dataclasses import dataclass

CONDITION = "a condition, not a statement"
THEN = "what a dated or earlier paper allowed"
RESERVE = "said with reserve"
TAKEN_BACK = "the sentence takes back what these words say"
READING = "as the trained model reads the sentence"
PLAIN_TO_SEE = (CONDITION, THEN)  # the words themselves say so: no model is asked


@dataclass(frozen=True, slots=True)
class Standing:
    """`status` as in Claim, or '' where nothing is stated; `why` are the words; `changed` means the contrary holds now.

    `surety` is how sure a trained model is of the status (0-1), 0 where it was not asked or is unsure.
    """

    status: str
    why: str
    note: str
    changed: bool = False
    surety: float = 0.0
