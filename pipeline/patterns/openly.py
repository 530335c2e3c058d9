"""What a page shows to be public whatever another page says: places by a body of their own, people by an office."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.patterns.beside import OFFICE, key, names_office
from pipeline.patterns.name_forms import CAP, names_nobody, of_an_official, opens, personal

WORD = r"[A-ZÀ-Þ][\w’'-]*[\w’]"
_NAMED = rf"(?P<name>{WORD}(?:[ ]{WORD}){{0,2}}?)"
# "Marlow Falls County", "Harlow Co. Jail", "Harlow SO" at the head of a row: a place has these, and a person has none of them.
_HAS = re.compile(
    rf"(?<![\w’'.-]){_NAMED}[ ](?:County|COUNTY|Parish|PARISH|Township|TOWNSHIP|Borough|BOROUGH|Police|POLICE|Jail|JAIL|PD"
    r"|Municipal|Co\.?[ ](?:Jail|Sheriff|Detention)|Field[ ]Office|FIELD[ ]OFFICE|Sub-?[Oo]ffice|Detention|DETENTION|Correctional"
    r"|Sheriff[’']s|(?:City|Town)[ ](?:Council|Police|Hall|Attorney|Manager|Commission)|(?<=\n)SO\b)(?![\w’'-])"
)
_OF = re.compile(rf"\b(?:[Cc]ounty|COUNTY|[Cc]ity|CITY|[Tt]own|TOWN|[Vv]illage|[Bb]orough|[Pp]arish)[ \n](?:of|OF)[ \n]{_NAMED}")
_MOST_BODY = 3  # words
# "Marlow, Kessel and Upper Dray": if one of a list is a place, so are the others.
_LISTED = re.compile(rf"(?<![\w’'.-]){WORD}(?:(?:,[ \n](?:and[ \n])?|[ ]and[ ]|[ ]&[ ]|/){WORD})+(?![\w’'-]|[ ][A-Z])")
RANK = (
    r"(?:officer|agent|director|chief|deputy|(?:under)?sheriff|attorney|counsel|secretary|spokes\w+|supervisor|analyst|manager|coordinator"
    r"|principal|specialist|commissioner|judge|justice|senator|congress(?:man|woman)|representative|mayor|governor|administrator"
    r"|superintendent|liaison|clerk|lieutenant|captain|sergeant|detective|inspector|major|colonel|president|chair(?:man|woman|person)?"
    r"|commander|warden|prosecutor|(?:public[ ])?defender|advocate|investigator|reporter|editor|FOD|AFOD|SDDO)\b"
)
_STEP = r"(?:(?:the|an?|our|of|for|[A-Z][\w’'.&-]*)[ ]){0,5}?"
_BEHIND = re.compile(rf"(?:,[ ]|[ ][(|–-][ ]?|,\n){_STEP}(?i:{RANK})(?![’'])")
_BELOW = re.compile(
    rf"[ \t]*\n[ \t]*{_STEP}(?i:{RANK})(?:,[^\n]{{0,60}}|[ ](?:of|for)[ ][^\n]{{0,60}}|[ ][A-Z][^\n]{{0,40}})?[ \t]*(?=\n|$)"
)
_GOVERNMENT = re.compile(r"[\"’”]?[ ]?(?:<|\[(?:mailto:)?)[^>\]@\s]+@[\w.-]+\.(?:gov|mil|us)\b")
_PERSON = re.compile(
    rf"(?<![\w’'.@/-])(?P<name>{CAP},[ ]{CAP}(?![\w’'@-])|(?:{CAP}|[A-Z]\.)(?:[ ](?:[A-Z]\.|{CAP})){{0,1}}[ ]{CAP})(?![\w’'@-])"
)
_SURNAME = re.compile(rf"(?<![\w’'.@/-])(?P<name>(?:[A-Z]\.[ ]?)?{CAP})(?![\w’'@-]|[ ]{CAP})")
_AGAINST = re.compile(r"\b[Vv]s?\.\s{1,3}\Z")


def places_shown(text: str) -> Iterator[str]:
    """Folded words of names that the text shows to be places."""
    for match in (*_HAS.finditer(text), *_OF.finditer(text)):
        words = match["name"].split()
        if match.re is _HAS:
            while words and (opens(words[0]) or _no_place(words[0])):
                words.pop(0)
        if words and not any(_no_place(word) for word in words):
            yield from (folded(word) for word in words)


def lists_shown(text: str) -> Iterator[tuple[str, ...]]:
    """Folded words, single names all of them, that stand in one list."""
    for match in _LISTED.finditer(text):
        words = re.findall(WORD, match.group())
        if not any(_no_place(word) for word in words):
            yield tuple(folded(word) for word in words)


def officials_shown(text: str) -> Iterator[str]:
    """Names, as `key` folds them, and surnames of those whom the text gives an office."""
    for match in _PERSON.finditer(text):
        name, (start, end) = match["name"], match.span("name")
        if personal(name) and not any(names_office(word) for word in name.split()) and _holds_office(text, start, end):
            yield key(name)
    for match in _SURNAME.finditer(text):
        surname = match["name"].split()[-1]
        if _titled(text, match.start()) and personal(match["name"], 1) and not names_office(surname):
            yield folded(surname)


def _holds_office(text: str, start: int, end: int) -> bool:
    line = text[text.rfind("\n", 0, start) + 1 : start]
    alone = not re.search(r"[a-z]{2}", line)
    return bool(
        _titled(text, start) or _BEHIND.match(text, end) or (alone and _BELOW.match(text, end)) or _GOVERNMENT.match(text, end)
    )


def _titled(text: str, start: int) -> bool:
    return of_an_official(text, start) and not _AGAINST.search(text[max(0, start - 6) : start])


def _no_place(word: str) -> bool:
    return names_nobody(word) or OFFICE.fullmatch(word) is not None or (word.isupper() and len(word) < 3)


def folded(word: str) -> str:
    """As `presumed` folds the words of names."""
    return re.sub(r"[’']s$", "", word.strip(".,’'`")).casefold()
