"""What a trained reader takes words of a page for."""

from __future__ import annotations

from dataclasses import dataclass

# In the order of the network's outputs. OPEN is what is neither private nor marked as public.
OPEN, PUBLIC = "open", "public"
PRIVATE = ("name", "home", "contact", "birth", "number", "health", "status", "custody", "other")
LABELS = (OPEN, PUBLIC, *PRIVATE)
# Signs of a page that are read; a page in small print has some 10,000. 60,000 signs that are pieces of their own cost 14 s of a
# processor, and a file of such pages would outlast its time; what is behind them the rules read alone.
LONGEST = 30_000


@dataclass(frozen=True, slots=True)
class Tagged:
    """A word of a page: `start`, `end` in its text, the likeliest of PRIVATE, and how likely the word is `private` at all
    and is `public` (0..1, as the network gives them)."""

    start: int
    end: int
    label: str
    private: float
    public: float
