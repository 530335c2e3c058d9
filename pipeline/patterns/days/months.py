"""The English names of months as parts of patterns. Scans' misspellings of them are read in `dates`, which normalises."""

from __future__ import annotations

STEMS = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"  # what a month begins with, and "Marshal" and "Mayor" too
MONTH = (  # whole or shortened, with the dot of what is shortened
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?"
    r"|Dec(?:ember)?)\b\.?"
)
