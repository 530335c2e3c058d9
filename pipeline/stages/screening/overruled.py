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
from pipeline.patterns.private.telephones import WHOLE, digits_of
from pipeline.patterns.public.lines_of_offices import KIN, OWN
from pipeline.patterns.public.whose_number import phone_label
from pipeline.records.page import Page
from pipeline.records.tagging import LONGEST, Tagged
from pipeline.stages.screening.repeats import NAMES

# Bounds by 516 marked pages of two hands before the reader had learnt from them: at them 14 of 1,716 private names, 5 of 522
# numbers and none of 113 telephones would have been let stand, and 1,348, 1,056 and 109 that are public.
NAMED, COUNTED, REACHED = 0.97, 0.9, 0.99
QUIET = 0.05  # of being private: at most that much for a word that has not the shape of a name
SILENT = 0.02  # the same where the word has that shape, and of a number
NO_WORD = 0.5  # of being public: what reaches less is taken for an ordinary word
# Where the place agrees, less will do. By the 580 pages kept back: of 66 names, 14 numbers and 31 telephones that SILENT and this
# let go besides, none was private; without what is asked of the place 6 names and 8 telephones would have been.
AGREED = 0.8
BESIDE = 40  # signs between a name and what is somebody's own beside it
_ALONE = re.compile(r"[ \t>|]*\Z")  # a line that is nothing but a name may be a signature
# "Statement by: Ada Roe", "from Ada Roe", "(2) Ada Roe", "#14 Ada Roe", "he left. Roe we kept": whose paper or row it is.
_LED = re.compile(r"(?i:\b(?:by|from|of|for|re|about|vs?|named?|to)[.:]?\s\Z|[#(]?\b\d{1,3}[.)]?\s\Z|[.]\s\Z)")
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
        [one for one in ones if _gives_way(page.text, one, words, ones)]
        for page, ones, words in zip(pages, found, read, strict=True)
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


def _gives_way(text: str, one: IdentifierFound, words: tuple[Tagged, ...], held: list[IdentifierFound]) -> bool:
    """Whether nothing but the want of a sign keeps it back, and the reader is sure enough of the contrary; `held` is all that the
    rules keep back on the page."""
    if one.basis not in (NAMELESS, OF_CASE, NO_OFFICE) or one.end > LONGEST:
        return False  # and of what the reader has not read it says nothing
    private, public = _weight(text, one, words)
    before = line_before(text, one.start, 60)
    if one.kind == PRESUMED:
        return private < QUIET and not _ALONE.match(before)
    if one.kind in NAMES and one.basis == NAMELESS:
        alone = _ALONE.match(before) and (public >= NO_WORD or not text[one.end :].partition("\n")[0].strip())
        placed = not (alone or _COURTESY.search(before)) and (public < NO_WORD or not _LED.search(before))
        placed = placed and (public < NO_WORD or not _near(text, one, held, BESIDE))
        return (private < SILENT and placed) or (public >= NAMED and private < QUIET)
    if one.kind == "person-number":
        return public >= COUNTED or private < SILENT <= public
    if one.kind != "phone" or _is_own(text, one, before):
        return False
    return public >= REACHED or (
        public >= AGREED and len(digits_of(text[one.start : one.end])) >= WHOLE and not _near(text, one, held)
    )


def _near(text: str, one: IdentifierFound, held: list[IdentifierFound], reach: int = 0) -> bool:
    """Whether anything else of somebody's, but a telephone that may be an office's too, is in the line or in the one above.

    With a `reach` anything but a name, at most so many signs away.
    """
    first = text.rfind("\n", 0, max(0, text.rfind("\n", 0, one.start))) + 1
    last = text.find("\n", one.end)
    first, last = (one.start - reach, one.end + reach) if reach else (first, last if last >= 0 else len(text))
    others = (each for each in held if each.basis != NO_OFFICE and (each.start, each.end) != (one.start, one.end))
    return any(each.start < last and first < each.end and not (reach and each.kind in NAMES) for each in others)


def _weight(text: str, one: IdentifierFound, words: tuple[Tagged, ...]) -> tuple[float, float]:
    """How likely the likeliest of its words is private, and the unlikeliest public."""
    inside = [word for word in words if word.start < one.end and word.end > one.start]
    count = len(re.findall(r"[^\s;|]+", text[one.start : one.end]))
    return max((word.private for word in inside), default=0.0), min(
        (word.public for word in inside) if len(inside) >= count else (0.0,), default=0.0
    )


def _is_own(text: str, one: IdentifierFound, before: str) -> bool:
    """Whether a word beside the telephone, or another one right before it, may make it somebody's own."""
    if not before.strip():  # the number goes on from the line above
        before = line_before(text, max(0, one.start - len(before) - 1), 60)
    beside = before + text[one.end : one.end + 20].partition("\n")[0]
    own = OWN.search(beside) or KIN.search(beside) or _OFF_DUTY.search(beside) or _OTHER.search(before)
    return own is not None or phone_label(text, one.start, one.end) == "private"
