"""Names on a page about one person's case: who is not shown to be in office, a place or a firm is presumed to be private.

No list tells a person's name. What tells is that a capitalised word is in no dictionary, or that the parser takes it for a
person where it is in one; and what shows it to be public is the company it keeps: a title, an office, a firm, a place.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from pipeline.patterns.names.name_forms import folded, names_nobody
from pipeline.patterns.names.name_runs import COURTESY, WORD, Part, of_body, quiet, runs_in
from pipeline.patterns.names.office_words import OFFICE
from pipeline.patterns.names.seats import is_of_places
from pipeline.patterns.private.signs import PRESUMED, IdentifierFound
from pipeline.patterns.public.shown_public import is_place, is_public, names_place

BASIS = "a name that nothing shows to be public, on a page about one person's case"
_KIN = (
    r"husband|wife|spouse|mother|father|brother|sister|sons?|daughters?|child(?:ren)?|kids?|boy|girl|baby|cousin|uncle|aunt|nephew|niece"
    r"|fianc[eé]e?"
    r"|girlfriend|boyfriend|companion|partner|neighbou?r|friend|roommate|landlord|boss|named?|called|name\sis|says|sponsor|parent|guardian|family|in-law|subject|detainee|inmate|respondent"
)
# Right before a name: a word for kin, for being called something, or a courtesy title.
_AS_PERSON = re.compile(rf"(?i:\b(?:{_KIN})\b(?:[ ,:“\"‘]{{1,3}}|[ ,:]?\n)|\b{COURTESY}[\s.]{{1,3}})$")
_COURTEOUS = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Mx|Sra?|Srta|Rev)\.?\s$")  # then even a word of a dictionary is a name
_ABOUT = re.compile(r"(?:^|\n)[ \t]*R[eE]:\s{1,3}$")  # a memorandum's or a letter's, about somebody
_KIN_RIGHT = re.compile(
    r"(?i:\b(?:his|her|my|their|[’']s)\s(?:husband|wife|spouse|mother|father|brother|sister|son|daughter|girlfriend|boyfriend|fianc[eé]e?|cousin"
    r"|uncle|aunt|nephew|niece|neighbor|roommate)),?\s$"
    r"|(?i:\bthe\s(?:husband|wife|mother|father|brother|sister|son|daughter|boy|girl|uncle|aunt|neighbou?r)),\s$"
)
_DOES = re.compile(r"\s(?:is|was|has|had|said|says|came|lives|works|and\s(?:his|her|their))\b|,\s|\.\s|\s\(")
# "ROE, JANE": in capitals only a name stands so.
_INDEXED = re.compile(r"(?<=[A-Z]),\s?[A-Z][A-Z’'-]*\b")
# The same in the row of a list, which has a number.
_ROW = re.compile(
    r"(?m)(?<![\w’'-])(?P<name>[A-Z][A-Z’'-]{2,}(?:[ ][A-Z’'-]{2,})?,[ ]?[A-Z][A-Z’'-]+(?:[ ][A-Z]\b)?)(?=[^\n]*\d)"
)
_MID = re.compile(r"(?<![\w’'-])(?:[a-z][a-z’'-]*|\d+)[,;]?\s[“\"‘]?$")
_CHARGED = re.compile(
    r"\b(?:arrest\w*|charge[ds]?|cited|convicted|booked|stopped)\b[^.;\n]{0,30}\b(?:for|of|with)\s$"
)  # an offence
SHORT = 3  # letters from which a word alone is taken for a name
LETTERS = 6  # letters of an acronym beside words that are not in capitals, at most: "IAFIS Interoperability"
_NOTES = re.compile(
    r"(?:^|\n[ \t]*|[.;:][ ]|\d[ ])(?:Called|Emailed|Phoned|Faxed|Visited|Contacted|Mailed|Notified)\Z"
)  # the first word of an entry or note
LOUD = 8  # words of a line in capitals from which on it is a sentence, not a name


@dataclass(frozen=True, slots=True)
class Company:
    """What the whole file shows: folded words of `officials`' names and of `places` and firms, `held` words of private names,
    `known` full names and `surnames` of those whom other files show in office: of a longer name a surname frees nothing."""

    officials: frozenset[str]
    places: frozenset[str]
    held: frozenset[str]
    known: frozenset[str] = frozenset()
    surnames: frozenset[str] = frozenset()

    @property
    def greeted(self) -> frozenset[str]:
        """First names of those whom other files show in office."""
        return frozenset(name.partition(" ")[0] for name in self.known)


def with_known(company: Company, places: Iterable[str], officials: Iterable[str]) -> Company:
    """The same with what other files show to be places and people in office, but for what is private in this one."""
    names = frozenset(officials)
    surnames = frozenset(name.rpartition(" ")[2] for name in names)
    return replace(
        company,
        places=company.places | (frozenset(places) - company.held),
        known=names,
        surnames=surnames - company.held,
    )


def company_of(texts: tuple[str, ...], officials: frozenset[str], private: frozenset[str]) -> Company:
    """`officials` are full names as `key` folds them, `private` the names found so far."""
    people: set[str] = {word for name in officials for word in name.split()}
    places: set[str] = set()
    for text in texts:
        for part in runs_in(text):
            words = [folded(word) for word, _, _ in part.words]
            if part.body or names_place(text, part.start, part.end):
                places.update(word for word in words if len(word) > 2)
            elif is_public(text, part.start, part.end):
                people.update(word for word in words if len(word) > 2)
    held = frozenset(
        folded(word) for name in private if " " in name for word in re.split(r"[\s,]+", name) if len(folded(word)) >= SHORT
    )
    return Company(frozenset(people) - held, frozenset(places) - held, held)


def presumed_names(
    text: str,
    company: Company,
    persons: tuple[tuple[int, int], ...],
    others: tuple[tuple[int, int], ...],
    ordinary: Callable[[str], bool],
) -> Iterator[IdentifierFound]:
    """Every presumed name. `persons` are what the parser takes for persons, `others` for places, dates, peoples and laws;
    `ordinary` says whether a word stands in a dictionary."""
    yield from _in_rows(text, ordinary, company)
    parts = [
        one
        for part in runs_in(text)
        if not part.body and not is_public(text, part.start, part.end)
        for one in quiet(part, ordinary)
    ]
    whole = [one for one in parts if len(one.words) > 1 and _is_name(one, text, company, persons, others, ordinary)]
    told = frozenset(folded(word) for one in whole for word, _, _ in one.words if len(folded(word)) >= SHORT)
    company = replace(company, held=company.held | told)
    for one in parts:
        if one in whole or (len(one.words) == 1 and _is_name(one, text, company, persons, others, ordinary)):
            sure = _is_sure(one, text, company, persons, ordinary)
            yield IdentifierFound(one.start, one.end, "person-name" if sure else PRESUMED, BASIS)


def _is_sure(
    part: Part, text: str, company: Company, persons: tuple[tuple[int, int], ...], ordinary: Callable[[str], bool]
) -> bool:
    """Whether it has the shape of a person's name, not only nothing that shows it to be anything else: held elsewhere, told to
    be a person, taken for one by the parser, or of two words that both stand in no dictionary."""
    bare = [folded(word) for word, _, _ in part.words]
    return bool(
        any(word in company.held for word in bare)
        or _AS_PERSON.search(text[max(0, part.start - 30) : part.start])
        or _covered(part, persons)
        or (len(bare) > 1 and not any(ordinary(word) for word in bare if len(word) > 1))
    )


def _in_rows(text: str, ordinary: Callable[[str], bool], company: Company) -> Iterator[IdentifierFound]:
    """Names as indexes have them, the given name too where it is a word besides; a list of places is none."""
    for match in _ROW.finditer(text):
        found = list(re.finditer(r"[A-Z][A-Z’'-]+", match["name"]))
        if " " in match["name"].partition(",")[0] and names_nobody(found[0].group()):  # "NAME ROE, JANE"
            del found[0]
        words = [one.group() for one in found]
        if company.places.issuperset(map(folded, words)):
            continue
        office = any(names_nobody(word) or of_body(word) for word in words) or all(map(OFFICE.fullmatch, words))
        if not office and not all(map(ordinary, words)):
            yield IdentifierFound(match.start("name") + found[0].start(), match.end("name"), "person-name", BASIS)


def _is_name(
    part: Part,
    text: str,
    company: Company,
    persons: tuple[tuple[int, int], ...],
    others: tuple[tuple[int, int], ...],
    ordinary: Callable[[str], bool],
) -> bool:
    full = [word for word, _, _ in part.words if len(folded(word)) > 1 and word[0].isupper()]
    bare = [folded(word) for word in full]
    before = text[max(0, part.start - 30) : part.start]
    if not full or ((loud := all(word.isupper() for word in full)) and _is_loud(text, part.start)):
        return False
    if len(bare) > 1 and f"{bare[0]} {bare[-1]}" in company.known and not company.held.issuperset(bare):
        return False
    if len(bare) == 1 and bare[0] in company.surnames - company.held:
        return False
    if any(word in company.held for word in bare) and not all(word in company.officials for word in bare):
        return True
    core = [folded(word) for word in full if not (word.isupper() and len(word) <= SHORT)] if not loud else bare  # "Kessel SO"
    if all(word in company.officials or word in company.places for word in core or bare) or re.search(r"\d", "".join(full)):
        return False
    if len(full) == 1 and _greets(part, text, company):
        return False
    if is_of_places(" ".join(full), company.places) or _of_place(part, text, company, ordinary):
        return False
    if len(full) == 1 and not loud and _short_form(bare[0], company) and not names_nobody(bare[0]):
        return True
    if len(bare) == 1 and bare[0] not in company.held and _before_official(part, text, company):
        return False
    told = bool(_AS_PERSON.search(before))
    if is_place(text, part.start, part.end, _covered(part, persons)):
        return False
    plain = all(ordinary(word) for word in full)
    if plain and _CHARGED.search(text[max(0, part.start - 60) : part.start]):
        return False
    if plain and not loud and _COURTEOUS.search(before):
        return True
    if plain and len(full) == 1 and not loud and _KIN_RIGHT.search(before) and _DOES.match(text, part.end):
        return True  # "his girlfriend June is due"
    if plain or all(ordinary(word) or (word.isupper() and len(word) <= (SHORT if loud else LETTERS)) for word in full):
        whole = all(any(start <= at < end for start, end in persons) for _, at, _ in part.words)
        return not loud and whole and (len(full) > 1 or told or bool(_MID.search(before)))
    if len(part.words) == 1:
        pair = _INDEXED.match(text, part.end) or re.search(r"[A-Z]{2},\s?$", before)
        return told or not (
            (loud and not pair) or (len(bare[0]) < SHORT and not _comes_again(part, text)) or _covered(part, others)
        )
    return told or not ordinary(full[-1]) or not _covered(part, others) or bool(_ABOUT.search(before))


def _greets(part: Part, text: str, company: Company) -> bool:
    """Whether the word greets somebody in office by what he is called for short: "Theo, see below", to a Theodore."""
    word = folded(part.words[0][0])
    stem = re.sub(r"(?:y|ie)$", "", word)
    short = len(stem) >= SHORT and stem != word and any(name.startswith(stem) for name in company.officials | company.greeted)
    line = text[text.rfind("\n", 0, part.start) + 1 : part.start]
    return short and not line.strip(" \t>") and re.match(r"[,:]|[ ]?[-–]", text[part.end :]) is not None


def _of_place(part: Part, text: str, company: Company, ordinary: Callable[[str], bool]) -> bool:
    """Whether a place has what the words behind it say ("Kessel’s Executive"), or a verb that opens a note stands before it
    ("Called Kessel"): its other words are of a dictionary."""
    first, *rest = part.words
    bare = [folded(word) for word, _, _ in rest]
    if not rest or not text[first[2] : first[2] + 2]:
        return False
    owns = folded(first[0]) in company.places and text[first[2] : first[2] + 2] in ("’s", "'s")
    told = _NOTES.search(text[max(0, part.start - 14) : first[2]]) is not None and ordinary(first[0])
    return (owns and all(map(ordinary, bare))) or (told and company.places.issuperset(bare))


def _before_official(part: Part, text: str, company: Company) -> bool:
    """Whether the surname of somebody in office stands right behind the word, in the next line it may be."""
    after = re.match(rf"\s({WORD})", text[part.end : part.end + 40])
    return after is not None and folded(after[1]) in company.surnames | company.officials


def _comes_again(part: Part, text: str) -> bool:
    """Whether a word of two letters, no abbreviation, stands on the page twice or more."""
    word = re.escape(text[part.start : part.end])
    return len(re.findall(rf"(?<![\w.]){word}(?![\w.])", text)) > 1


def _short_form(word: str, company: Company) -> bool:
    """Whether a private name begins with the word, as Bartholomew does with Bart."""
    return len(word) > SHORT and any(name.startswith(word) and len(name) > len(word) + 1 for name in company.held)


def _covered(part: Part, spans: tuple[tuple[int, int], ...]) -> bool:
    return any(start < part.end and part.start < end for start, end in spans)


def _is_loud(text: str, at: int) -> bool:
    end = text.find("\n", at)
    line = text[text.rfind("\n", 0, at) + 1 : end if end >= 0 else len(text)]
    return len(line.split()) > LOUD and not re.search(r"\d|[a-z]{2}", line)
