"""How a statement stands, as a record, and the notes that tell of what decided it."""

from __future__ import annotations

from dataclasses import dataclass

CONDITION = "a condition, not a statement"
THEN = "what a dated or earlier paper allowed"
READING = "as the trained model reads the sentence"
PLAIN_TO_SEE = (CONDITION, THEN)  # the words themselves say so: no model is asked


@dataclass(frozen=True, slots=True)
class Standing:
    """`status` as in Claim, or '' where nothing is stated; `why` are the words; `changed` means the contrary holds now."""

    status: str
    why: str
    note: str
    changed: bool = False
