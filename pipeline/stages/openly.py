"""What the pages of one file show to be public, told to the other files of its release before any of them is screened.

"Corran Jail" in a weekly report says that Corran is a place in the mail about somebody held there too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from pipeline.patterns.names.name_forms import folded
from pipeline.patterns.names.seats import seats_shown
from pipeline.patterns.private.case_pages import case_parts
from pipeline.patterns.private.contacts import places_in_hosts
from pipeline.patterns.private.identifiers import identifiers_in
from pipeline.patterns.private.telephones import whole_lines
from pipeline.patterns.private.views import plain_joints
from pipeline.patterns.public.given_out import lines_given_out
from pipeline.patterns.public.openly import WORD, lists_shown, officials_shown, parts_shown, places_shown, towns_shown
from pipeline.patterns.public.public_parts import (
    correspondents_shown,
    counsel_shown,
    leaders_shown,
    members_shown,
    speakers_shown,
)
from pipeline.records.finding import Openly, Shown
from pipeline.records.page import Page

VERSION = "35"


def openly(pages: tuple[Page, ...]) -> Shown:
    """What these pages tell and what they would be told, each in order and once."""
    texts = [plain_joints(page.text) for page in pages]
    cases = [case_parts(text, identifiers_in(text)) for text in texts]
    apart = [_without(text, parts) for text, parts in zip(texts, cases, strict=True)]
    lines = [one for text, parts in zip(texts, cases, strict=True) for one in whole_lines(text, parts)]
    shown = Openly(
        _once(one for text in texts for one in (*places_shown(text), *towns_shown(text), *seats_shown(text))),
        _once(
            (
                *(one for text in texts for one in (*officials_shown(text), *speakers_shown(text), *members_shown(text))),
                *(one for text in apart for one in (*parts_shown(text), *leaders_shown(text), *counsel_shown(text))),
                *correspondents_shown(tuple(texts)),
            )
        ),
        _once((*(digits for digits, office in lines if office), *(one for text in texts for one in lines_given_out(text)))),
    )
    words = {folded(word) for text in texts for word in set(re.findall(WORD, text))}
    hosts = (place for text in texts for place in places_in_hosts(text))
    asked = _once((*words, *hosts, *(digits for digits, _ in lines)))
    return Shown(shown, tuple(sorted({one for text in apart for one in lists_shown(text)})), asked)


def _without(text: str, parts: tuple[tuple[int, int], ...]) -> str:
    """The text with blanks where it is about a person's case: a list there is of persons, and who speaks there may be one."""
    for start, end in parts:
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def _once(found: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(found)))
