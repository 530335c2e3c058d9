"""The words that a topic file lists, as one pattern: names of programs, and words that go with them."""

from __future__ import annotations

import re

SHORT = 5  # letters up to which case counts


def any_of(listed: tuple[str, ...]) -> re.Pattern[str]:
    """Any of these words, each of whose forms bars part; the group that matched tells which. Case counts up to five letters.

    White space of any length stands for a space. Nothing matches where nothing is listed.
    """
    groups = [rf"(?P<w{order}>{'|'.join(_form(form) for form in word.split('|'))})" for order, word in enumerate(listed) if word]
    return re.compile(rf"(?<!\w)(?:{'|'.join(groups)})(?!\w)" if groups else r"(?!)")


def _form(form: str) -> str:
    spaced = r"\s+".join(re.escape(piece) for piece in form.split())
    return rf"(?i:{spaced})" if len(form) > SHORT else spaced
