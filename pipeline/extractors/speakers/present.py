"""Whom notes name as present, and by which letters and surnames they call them further down."""

from __future__ import annotations

import re

from pipeline.extractors.speakers.kinds import kind_of
from pipeline.patterns.writers.parties import speaker_kind

_PRESENT = re.compile(
    r"(?im:^\W*(?:on(?:\sthe\s(?:call|line))?|present|attend(?:ees|ing|ed)?|participants|in\sattendance|callers)\b\s?[:–-])(?P<who>(?:[^\n]*\n){1,5})"
)
_INITIALS = re.compile(r"(?m)^[ \t]*[-–—•*▪◦]?[ \t]*([A-Z]{2,3}):(?=\s)")
# One of those present, up to the next: "Roe (Port Police)", "Capt. A. Poe (Dorn)".
_ONE_PRESENT = re.compile(
    r"(?:^|[,;]\s|\band\s)(?:[A-Z][a-z]+\.?\s|[A-Z]\.\s){0,3}(?P<name>[A-Z][a-z][\w’'-]+)(?:\s\((?P<house>[^()]{2,40})\))?(?=[,;.]|\sand\s|$)"
)
_PRESENT_IN_LINE = re.compile(r"[.;]\s(?:On|Present|Participants|Attending|On\sthe\s(?:call|line)):(?P<who>(?:[^\n]*\n){1,5})")
_OF_PLACES = re.compile(r"\b(?:for|of|from)\s[^;.\n]*")
_SURNAME = re.compile(r"\b(?!RCs?\b)([A-Z][a-z][\w’'-]+)(?=[,;.]|\s(?:and|joined|by)\b|\s*\(|\s*$)")
_HEAD = 1500  # characters at the top of a document in which it says who was there


def offices_present(top: str) -> frozenset[str]:
    """The letters in brackets behind those whom notes name as present, or on the line."""
    lists = (found["who"] for found in _PRESENT.finditer(top))
    return frozenset(found[1] for who in lists for found in re.finditer(r"\(([A-Z][A-Z/-]{1,9})\)", who))


def present_in(text: str, agencies: tuple[str, ...]) -> dict[str, str]:
    """The surnames of those whom the head of notes names as present, with the kind of the house in brackets behind each."""
    found = _PRESENT.search(text[: 2 * _HEAD])
    if found is None:
        return {}
    letters = {"".join(word[0] for word in name.split()) for name in agencies if " " in name and name[0].isupper()}
    listed = " ".join(found["who"].split("\n\n")[0].split())
    made = {}
    for one in _ONE_PRESENT.finditer(listed):
        house = one["house"] or ""
        made[one["name"]] = "agency" if house in letters else speaker_kind(house) or kind_of(house, agencies) if house else ""
    return made


def initials_of(text: str) -> dict[str, str]:
    """The initials with which notes begin what somebody said, with the one surname of those present that they can stand for."""
    found = _PRESENT.search(text[: 2 * _HEAD]) or _PRESENT_IN_LINE.search(text[: 2 * _HEAD])
    if found is None:
        return {}
    rows = found["who"].split("\n")
    end = next((at for at, row in enumerate(rows) if at and not (row.strip() and row.strip()[0].isalpha())), len(rows))
    names = dict.fromkeys(_SURNAME.findall(_OF_PLACES.sub("", "\n".join(rows[:end]))))
    made = {}
    for label in dict.fromkeys(_INITIALS.findall(text)):
        mine = [name for name in names if name[0] == label[-1]]
        if mine:
            made[label] = mine[0] if len(mine) == 1 else ""
    return made
