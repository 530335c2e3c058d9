"""Whom their seat shows to act for others: who signs above a title, a guest with his house, a speaker with his in brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.patterns.names.name_forms import CAP, personal
from pipeline.patterns.names.office_words import OFFICE, ORGANISATION, names_office
from pipeline.patterns.public.officials import NAME

# "/s/ Ada Q. Roe      /s/ Abel Poe", above "Deputy Director      Commissioner"
_SIGNED = re.compile(rf"/s/[ ]{{1,4}}(?P<name>{CAP}(?:[ ](?:[A-Z]\.|{CAP})){{1,3}})(?![\w’'-])")
# Who signs for himself has no office, whatever his counsel beside him has.
_FOR_HIMSELF = re.compile(
    r"(?i:\b(?:petitioner|respondent|declarant|affiant|plaintiff|defendant|applicant|obligor|parent|guardian|mother|father|witness"
    r"|detainee|inmate|alien|self|my|signature|interpreter|complainant|claimant|patient|client|pro\sse|for)\b)"
)
_NAME_PART = re.compile(rf"{CAP}|[A-Z]\.")
# A status or a State is no house: "Ada Roe, LPR", "Ada Roe, TX".
_NO_HOUSE = re.compile(
    r"EWI|LPR|USC|UAC|UAM|DACA|TPS|VAWA|SIJ|PRUCOL|A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|P[AR]|RI|S[CD]"
    r"|T[NX]|UT|V[AT]|W[AIVY]"
)
# "Guest: Ada Roe, ICE."; "Guests: Ada Roe, Kessel Coalition"
_GUEST = re.compile(
    rf"\b(?:Guests?|GUESTS?|Panel(?:ists?)?|In\sthe\sstudio)\s?:\s(?P<name>{NAME}),[ ](?:of[ ]|for[ ])?(?:the[ ])?"
    r"(?P<house>[A-Z]{2,6}\b|(?:[A-Z][\w’'&-]*[ ]?){1,5})"
)
# "MS. ROE (Center for Newcomers): We wrote"
_SEATED = re.compile(
    r"(?m)^[ \t>]*(?:(?:MR|MS|MRS|DR|REV|HON)\.?[ ])(?P<name>[A-Z][A-Z’'-]{2,20}(?:[ ][A-Z][A-Z’'-]{2,20})?)[ ]"
    r"\((?P<house>[A-Z][^()\n]{2,60})\)\s?:"
)
# A line that is a title and nothing else: "Deputy Director, Office of Weights"; what is told, sent or sworn to below is none.
_SMALL = frozenset({"of", "for", "the", "and", "in", "at", "to", "&", "-", "–"})
_NO_TITLE = re.compile(
    r"(?i:\s*(?:cc|to|sworn|subscribed|received|before|signed|filed|witness\w*|notari[sz]ed|approved|dated?|re)\b)"
)
# What may stand behind a guest's house: the end, the next guest, or his title there.
_ENDS = re.compile(r"[ ]?(?:$|[.;)\n]|(?:,|,?[ ]and)[ ][A-Z]|[ ](?P<title>[a-z]+))")
_OTHERS = re.compile(
    r"(?i:\b(?:mother|father|wife|husband|sister|brother|detainees?|inmate|caller|victim|resident|patient|client|interpreter)\b)"
)


def signed_and_seated(text: str) -> Iterator[str]:
    """Their names, some of them surnames alone."""
    for line in re.finditer(r"[^\n]*/s/[^\n]*", text):
        names = [match["name"] for match in _SIGNED.finditer(line.group())]
        below = next((one for one in text[line.end() : line.end() + 200].split("\n") if one.strip()), "")
        words = [word.strip(".,") for word in below.split()]
        titled = ":" not in below and all(word[:1].isupper() or word in _SMALL for word in below.split()) and not _names(below)
        if not titled or _NO_TITLE.match(below):
            continue
        if len(names) <= sum(OFFICE.fullmatch(word) is not None for word in words) and not _FOR_HIMSELF.search(below):
            yield from names
    for match in (*_GUEST.finditer(text), *_SEATED.finditer(text)):
        house, ends = match["house"].strip(), _ENDS.match(text, match.start() + len(match.group().rstrip()))
        if match.re is _GUEST and (ends is None or (ends["title"] and not OFFICE.fullmatch(ends["title"]))):
            continue
        named = house.isupper() and not _NO_HOUSE.fullmatch(house)
        if (named or ORGANISATION.search(house) or OFFICE.search(house)) and not _OTHERS.search(house):
            yield match["name"]


def _names(below: str) -> bool:
    """Whether a title is followed by the name of its bearer, who is another than whoever signed: "Deportation Officer A. Poe"."""
    words = below.split()
    for many in (2, 3):
        title, name = words[:-many], words[-many:]
        if title and not title[-1].endswith(",") and OFFICE.search(title[-1]) and all(map(_NAME_PART.fullmatch, name)):
            return personal(" ".join(name), 1) and not any(map(names_office, name))
    return False
