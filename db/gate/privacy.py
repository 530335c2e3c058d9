"""The gate: what was withheld anywhere is masked everywhere before it is published, and kept in `private.db` alone.

What is followed beyond the place where it was found:

- identifiers (numbers of seven digits or more, names, addresses, mailboxes), in any spacing, case and punctuation;
- what one copy of a page shows and another hides, whole;
- runs of hidden text, whole, and two lines joined; in runs of four words or more also each distinctive piece: mixed
  tokens of four digits or more, bare numbers of six or more, mailboxes, and pairs of capitalised words.

What is not followed, because it would blank ordinary words all over the release: hidden clauses of fewer than eight words
without a name or number in them, acronyms, short runs that the release itself uses in lower case, and phrases that are
`known`: in the release's own description, in a topic, or printed openly in the release as an office or place. Likewise a
single surname that is such a word. What the trained reader alone holds (kinds that end in `-as-read`) is masked where it was read
and not looked for elsewhere, nor is what is told of somebody's health, age, relief, care or custody. Numbers with fewer than
seven digits are followed only as printed. Years, amounts and
statute sections inside hidden runs are not followed on their own. Everything withheld is listed in `private.db`, followed
or not; table `traces` there says what was followed. What the rules kept back for want of a sign that it is public, and the
trained reader let go (`pipeline/stages/screening/overruled.py`), was withheld by nobody and is not listed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

from db.gate.traces import MIN_DIGITS, WORD, Span, Trace, Traces, folded, number_forms
from pipeline.records import spans
from pipeline.records.finding import IN_COPY, Withheld

HIDDEN = "hidden-text"
PRESUMED, HEALTH, RELIEF, AGE, CARE, CUSTODY = "presumed-name", "health", "relief", "age", "care", "custody"
AS_READ = "-as-read"  # so end the kinds that a trained reader gives to what it is not very sure of
LONG_RUN = 4  # words from which the pieces of a hidden run are followed too
_ALONE = 4  # letters from which one word of a name is followed on its own
PLAIN_RUN = 8  # words from which even a clause without names or numbers is distinctive
_PAIR = re.compile(r"(?=\b([A-Z][\w'’]+)\s+(?:[A-Z]\.?\s+)?([A-Z][\w'’-]+))")
_AMOUNT = re.compile(  # grouped thousands, decimals, years, statute sections, dates in figures
    r"[$£€]?\d{1,3}(,\d{3})+(\.\d+)?%?|[$£€]?\d+\.\d+%?|(19|20)\d\d(\D.*)?|\d+(\(\w{1,4}\))+|\d{1,4}([/.-]\d{1,4}){2}"
)

_CALENDAR = re.compile(  # words that are capitalised and name nobody
    r"I|January|February|March|April|May|June|July|August|September|October|November|December|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
)


@dataclass(frozen=True, slots=True)
class Known:
    """What the release says openly: `phrases` as printed, `numbers` (Bates, docket, request), `words` seen in lower case.

    `others` are folded surnames and given names that somebody else bears too, `places` folded names mostly of places, and
    `only_places` those of them that are nobody's. `plain` are the `words` that the release itself uses, without those that the
    database is made of.
    """

    phrases: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    words: frozenset[str] = frozenset()
    others: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    plain: frozenset[str] = frozenset()
    only_places: frozenset[str] = frozenset()


class Gate:
    """Masks every trace of what was withheld in any text."""

    def __init__(self, withheld: Iterable[Withheld], known: Known) -> None:
        openly = _Openly(known)
        found = {(t.form, t.shape): t for held in _with_joined_lines(withheld) for t in traces_of(held, openly)}
        self.traces = Traces((found[key] for key in sorted(found)), frozenset(folded(n) for n in known.numbers if n))
        self.clean = lru_cache(maxsize=4096)(self._clean)  # file names, kinds and speakers come again and again

    def spans(self, text: str) -> tuple[Span, ...]:
        """Where traces stand in the text."""
        return self.traces.spans(text)

    def _clean(self, text: str) -> str:
        """The text with every trace masked, its length unchanged."""
        return spans.masked_text(text, self.traces.spans(text))


class _Openly:
    """Whether a phrase is one the release says openly."""

    def __init__(self, known: Known) -> None:
        self._runs: set[str] = set()
        self._words = known.words
        self._others = known.others
        self._places = known.places
        for phrase in known.phrases:
            words = [folded(word) for word in WORD.findall(phrase)]
            for first in range(len(words)):
                self._runs.update("".join(words[first:last]) for last in range(first + 1, len(words) + 1))

    def says(self, text: str) -> bool:
        """Known as a phrase, or made only of words that also stand in lower case in the release ("E-mail" of "email")."""
        words = [folded(word) for word in WORD.findall(text)]
        whole = "".join(words)
        return whole in self._runs or whole in self._words or (len(words) < LONG_RUN and all(w in self._words for w in words))

    def places(self, name: str) -> bool:
        """Whether the release shows the name to be a place's: then it is withheld at most where it was found."""
        return folded(name) in self._places

    def bears(self, name: str) -> bool:
        """Whether the name alone may mean somebody else, or is an ordinary word."""
        return folded(name) in self._others or self.says(name)


def traces_of(held: Withheld, openly: _Openly) -> tuple[Trace, ...]:
    """Everything that is followed because of one thing withheld."""
    if held.kind in (HEALTH, RELIEF, AGE, CARE, CUSTODY) or held.kind.endswith(AS_READ):
        return ()  # an illness, age or day is somebody's only where it is told of him; so is what was read in its place alone
    if held.kind not in (HIDDEN, IN_COPY):
        if _lone_word(held) and (openly.bears(held.text) or len(held.text) < _ALONE):
            return ()
        if held.kind.endswith("-name") and len(held.text.split()) == 1 and openly.says(held.text):
            return ()  # "E-mail", on a form
        if held.kind == "address" and not any(sign.isdigit() for sign in held.text):
            return ()  # a town alone is no home
        if held.kind in ("person-name", PRESUMED) and openly.places(held.text):
            return ()
        if held.kind == PRESUMED:  # nothing tells that it is a person's: looked for elsewhere only as it stands
            return () if _lone_word(held) or openly.says(held.text) else tuple(_identifier(held.text, held))
        names = (*surnames(held), *given_names(held))
        alone = (Trace(folded(word), "phrase", held.kind, word) for word in names if not openly.bears(word))
        return (*_identifier(held.text, held), *alone)
    words = WORD.findall(held.text)
    found: list[Trace] = []
    if held.kind == IN_COPY and openly.places(held.text):
        return ()
    if not _ordinary(held.text, words) and not openly.says(held.text):
        found += _identifier(held.text, held)
    if len(words) >= LONG_RUN and held.kind == HIDDEN:  # of what a copy shows openly the whole is followed, not names in it
        for piece in _pieces(held.text):
            if not openly.says(piece):
                found += _identifier(piece, held)
    return tuple(found)


def surnames(held: Withheld) -> tuple[str, ...]:
    """The surnames, of four letters or more, in the full name of a person: distinctive enough to be followed on their own."""
    words = [word for word in re.split(r"[\s,]+", held.text) if word]
    if not held.kind.endswith("-name") or not 2 <= len(words) <= 5 or re.search(r"[\d@]", held.text):
        return ()
    if "," in held.text:
        last = re.split(r"[\s-]+", held.text.partition(",")[0])
    else:  # of three words or more the last but one may be a surname too
        last = "-".join(words[-2:] if len(words) > 2 else words[-1:]).split("-")
    return tuple(word for word in (part.strip(".’'") for part in last) if len(word) >= 4 and word.isalpha() and word[0].isupper())


def given_names(held: Withheld) -> tuple[str, ...]:
    """The first given name, of four letters or more, in the full name of a person; a name of one word may be one itself."""
    if not held.kind.endswith("-name") or re.search(r"[\d@]", held.text):
        return ()
    words = (held.text.partition(",")[2] or held.text).split()
    first = words[0].strip(".’'") if 1 <= len(words) <= 5 else ""
    return (first,) if len(first) >= _ALONE and first.isalpha() and first[0].isupper() else ()


def _identifier(text: str, held: Withheld) -> Iterable[Trace]:
    digits = sum(c.isdigit() for c in text)
    letters = sum(c.isalpha() for c in text)
    if digits >= MIN_DIGITS and letters <= digits:
        for form in number_forms(text):
            yield Trace(form, "number", held.kind, text)
    elif digits and not letters:
        chunk = re.search(r"\w(?:\S*\w)?", text.casefold())
        if chunk and digits >= 4 and not chunk.group().isdigit():
            yield Trace(chunk.group(), "literal", held.kind, text)
    elif folded(text):
        for form in dict.fromkeys((folded(text), *_name_forms(text, held.kind), *_street_lines(text))):
            yield Trace(form, "phrase", held.kind, text)


def _name_forms(text: str, kind: str) -> Iterable[str]:
    """A name last name first, and of a person's name the first and last alone; of two surnames each stands for both."""
    words = WORD.findall(text)
    named = kind.endswith("-name") and 2 < len(words) <= 5
    if "@" in text or any(c.isdigit() for c in text) or not (named or len(words) == 2):
        return
    yield folded(words[-1] + "".join(words[:-1]))
    if not named:
        return
    last, first = (WORD.findall(part) for part in text.partition(",")[::2])
    if not first:
        yield from (folded(form) for form in (words[0] + words[-1], words[-1] + words[0]))
        return
    surname = "".join(last)
    for tail in dict.fromkeys((surname, *last)):
        yield from (folded(form) for form in (first[0] + tail, tail + first[0], "".join(first) + tail))
    if len(last) > 1:
        yield folded(surname)


def _street_lines(text: str) -> Iterable[str]:
    """The lines of an address that have a number and two words or more: it may be printed without its town."""
    for line in re.split(r"[\n,;]", text):
        words = WORD.findall(line)
        if words and words[0].isdigit() and sum(word.isalpha() for word in words) >= 2 and "@" not in text and line != text:
            yield folded(line)


def _ordinary(text: str, words: list[str]) -> bool:
    """Hidden runs too plain to be followed: short clauses in lower case, a lone acronym or short word, a year, an amount."""
    if _amount(text):
        return True
    if any(c.isdigit() for c in text) or "@" in text:
        return False
    if len(words) == 1:
        word = words[0]
        return word.islower() or len(word) < 4 or (word.isupper() and len(word) <= 6)
    telling = words if len(words) == 2 else words[1:]  # a sentence's first word is capitalised anyway
    return len(words) < PLAIN_RUN and not any(word[:1].isupper() and not _CALENDAR.fullmatch(word) for word in telling)


def _amount(text: str) -> bool:
    """A year, amount, date in figures or statute section, or a bare number of fewer than six digits."""
    shown = text.strip(" .,;:\"'")
    bare = shown.strip("()[]")
    return bool(_AMOUNT.fullmatch(shown) or _AMOUNT.fullmatch(bare)) or (bare.isdigit() and len(bare) < 6)


def _pieces(text: str) -> Iterable[str]:
    for token in text.split():
        if not _amount(token) and ("@" in token or sum(c.isdigit() for c in token) >= 4):
            yield token.strip(".,;:!?()[]\"'“”‘’")
    for pair in _PAIR.finditer(text):
        yield f"{pair.group(1)} {pair.group(2)}"


def _lone_word(held: Withheld) -> bool:
    """A surname or what was taken for one: alone it may be anybody's, or no name at all."""
    return len(words := WORD.findall(held.text)) == 1 and words[0].isalpha() and "@" not in held.text


def _with_joined_lines(withheld: Iterable[Withheld]) -> Iterable[Withheld]:
    """All of it, and hidden lines that follow each other on a page as one: a name or sentence may break between them."""
    before: Withheld | None = None
    for held in withheld:
        yield held
        if before and held.kind == before.kind == HIDDEN and held.page_id == before.page_id:
            yield replace(held, text=f"{before.text} {held.text}")
        before = held


def needs_words(held: Withheld) -> bool:
    """Whether following this depends on what words the release uses openly."""
    return held.kind in (HIDDEN, IN_COPY) or _lone_word(held) or bool(surnames(held) or given_names(held))


def candidate_words(withheld: Iterable[Withheld]) -> frozenset[str]:
    """Folded words whose plainness is to be looked up in the release before the gate is built."""
    words = (word for held in withheld if needs_words(held) for word in WORD.findall(held.text))
    return frozenset(folded(word) for word in words if word[:1].isupper())
