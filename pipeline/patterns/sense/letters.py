"""A text by its letters and figures alone, for telling copies: case, spacing, line ends and punctuation do not count."""

from __future__ import annotations

import re
from functools import lru_cache

_RUN = re.compile(r"[^\W_]+")


@lru_cache(maxsize=1 << 16)
def letters(text: str) -> str:
    """The letters and figures of a text as one string, case folded: "Opt-\\nout (of it)" is "optoutofit"."""
    return "".join(_RUN.findall(text.casefold()))


def runs(text: str) -> list[str]:
    """The runs of letters and figures, case folded, in order."""
    return _RUN.findall(text.casefold())
