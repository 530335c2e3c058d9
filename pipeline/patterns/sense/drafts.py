"""Labels of words that nobody has said yet: a draft, an answer proposed to somebody else."""

from __future__ import annotations

import re

_LABEL = re.compile(
    r"\A\W*(?:(?:first|second|third|rough|working|clean|revised|proposed|suggested|possible)\s+)*"
    r"(?:draft|dft|(?:proposed|suggested)\s+(?:answer|response|reply|language|text|wording|statement|edit|point)s?)\b[^:\n]{0,30}:"
    r"|\[(?:draft|insert|tbd|option\s+\w+)\b",
    re.IGNORECASE,
)


def is_labelled(text: str) -> bool:
    """Whether such a label opens the text, or stands in it in brackets: "DRAFT ANSWER: ...", "[insert figure]"."""
    return _LABEL.search(text) is not None


def is_behind_label(text: str, start: int) -> bool:
    """Whether what begins here stands on a line behind such a label."""
    return is_labelled(text[text.rfind("\n", 0, start) + 1 : start])
