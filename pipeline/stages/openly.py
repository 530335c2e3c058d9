"""What the pages of one file show to be public, told to the other files of its release before any of them is screened.

"Corran Jail" in a weekly report says that Corran is a place in the mail about somebody held there too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from pipeline.patterns.openly import WORD, folded, lists_shown, officials_shown, places_shown, towns_shown
from pipeline.patterns.telephones import whole_lines
from pipeline.patterns.views import plain_joints
from pipeline.records.finding import Openly, Shown
from pipeline.records.page import Page

VERSION = "8"


def openly(pages: tuple[Page, ...]) -> Shown:
    """What these pages tell and what they would be told, each in order and once."""
    texts = [plain_joints(page.text) for page in pages]
    lines = [one for text in texts for one in whole_lines(text)]
    shown = Openly(
        _once(one for text in texts for one in (*places_shown(text), *towns_shown(text))),
        _once(one for text in texts for one in officials_shown(text)),
        _once(digits for digits, office in lines if office),
    )
    words = {folded(word) for text in texts for word in set(re.findall(WORD, text))}
    asked = _once((*words, *(digits for digits, _ in lines)))
    return Shown(shown, tuple(sorted({one for text in texts for one in lists_shown(text)})), asked)


def _once(found: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(found)))
