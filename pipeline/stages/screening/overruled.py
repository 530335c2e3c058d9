"""What is withheld for want of any sign that it is public, where the trained reader takes it for public or for no one's.

The rules keep back, on a page about one person's case, every name, number and telephone that nothing shows to be public. Only a
hold that rests on that alone gives way; no label, no form and nothing told of a person is overruled. Nor is a name of which the
file withholds a word for any other reason.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.patterns.names.name_forms import folded
from pipeline.patterns.private.presumed import BASIS as NAMELESS
from pipeline.patterns.private.presumed_homes import BASIS as OF_CASE
from pipeline.patterns.private.signs import PRESUMED, IdentifierFound, line_before
from pipeline.patterns.private.telephones import BASIS as NO_OFFICE
from pipeline.patterns.public.lines_of_offices import KIN, OWN
from pipeline.patterns.public.whose_number import phone_label
from pipeline.records.page import Page
from pipeline.records.tagging import LONGEST, Tagged
from pipeline.stages.screening.repeats import NAMES

# Bounds by 516 marked pages of two hands before the reader had learnt from them: at them 14 of 1,716 private names, 5 of 522
# numbers and none of 113 telephones would have been let stand, and 1,348, 1,056 and 109 that are public.
NAMED, COUNTED, REACHED = 0.97, 0.9, 0.99
QUIET = 0.05  # of being private: at most that much for a word that has not the shape of a name
SILENT = 0.02  # the same where the word has that shape
NO_WORD = 0.5  # of being public: what reaches less is taken for an ordinary word
_ALONE = re.compile(r"[ \t>|]*\Z")  # a line that is nothing but a name may be a signature
_COURTESY = re.compile(r"\b(?:Mrs?|Ms|Miss|Mx|Dr|Sra?|Do[nñ]a?)\.?\s\Z", re.IGNORECASE)
_OFF_DUTY = re.compile(
    r"(?i:\b(?:after\s?hours|b\.?b\.?|blackberry|pager|nights?|evenings?|weekends?|personal|private|direct)\b)"
)
_OTHER = re.compile(r"\d{4}\W{1,6}\Z")  # another telephone right before it: of two, one is a person's own


def overruled(
    pages: tuple[Page, ...], found: list[list[IdentifierFound]], read: list[tuple[Tagged, ...]]
) -> list[list[IdentifierFound]]:
    """What stays withheld, page by page; `read` is what the reader takes the words of each page for."""
    asked = [
        [one for one in ones if _gives_way(page.text, one, words)] for page, ones, words in zip(pages, found, read, strict=True)
    ]
    borne = {
        word
        for page, ones, gone in zip(pages, found, asked, strict=True)
        for one in ones
        if one.kind in NAMES and one not in gone
        for word in _words(page, one)
    }
    return [
        [one for one in ones if one not in gone or (one.kind in NAMES and not borne.isdisjoint(_words(page, one)))]
        for page, ones, gone in zip(pages, found, asked, strict=True)
    ]


def _words(page: Page, one: IdentifierFound) -> Iterator[str]:
    return (folded(word) for word in re.split(r"[\s,]+", page.text[one.start : one.end]) if len(folded(word)) > 1)


def _gives_way(text: str, one: IdentifierFound, words: tuple[Tagged, ...]) -> bool:
    """Whether nothing but the want of a sign keeps it back, and the reader is sure enough of the contrary."""
    if one.basis not in (NAMELESS, OF_CASE, NO_OFFICE) or one.end > LONGEST:
        return False  # and of what the reader has not read it says nothing
    private, public = _weight(text, one, words)
    before = line_before(text, one.start, 60)
    if one.kind == PRESUMED:
        return private < QUIET and not _ALONE.match(before)
    if one.kind in NAMES and one.basis == NAMELESS:
        ordinary = private < SILENT and public < NO_WORD and not (_ALONE.match(before) or _COURTESY.search(before))
        return ordinary or (public >= NAMED and private < QUIET)
    if one.kind == "person-number":
        return public >= COUNTED
    return one.kind == "phone" and public >= REACHED and not _is_own(text, one, before)


def _weight(text: str, one: IdentifierFound, words: tuple[Tagged, ...]) -> tuple[float, float]:
    """How likely the likeliest of its words is private, and the unlikeliest public."""
    inside = [word for word in words if word.start < one.end and word.end > one.start]
    count = len(re.findall(r"[^\s;|]+", text[one.start : one.end]))
    return max((word.private for word in inside), default=0.0), min(
        (word.public for word in inside) if len(inside) >= count else (0.0,), default=0.0
    )


def _is_own(text: str, one: IdentifierFound, before: str) -> bool:
    """Whether a word beside the telephone, or another one right before it, may make it somebody's own."""
    beside = before + text[one.end : one.end + 20].partition("\n")[0]
    own = OWN.search(beside) or KIN.search(beside) or _OFF_DUTY.search(beside) or _OTHER.search(before)
    return own is not None or phone_label(text, one.start, one.end) == "private"
