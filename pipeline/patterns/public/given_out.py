"""Telephones given out: by the agency's people in its mail ("call me. 555-0100"), by a shop in a paper's advertisement."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.patterns.names.name_forms import CAP, personal
from pipeline.patterns.names.office_words import BUSINESS
from pipeline.patterns.names.seats import PREFIX
from pipeline.patterns.private.telephones import digits_of
from pipeline.patterns.public.parts_taken import FILLED_IN

_PHONE = r"\(?\d{3}\)?[-. ]{1,2}\d{3}[-. ]\d{4}(?!\d)"
_FROM = re.compile(r"(?im)^[ \t>|]*from[ \t]?:[ \t]*(?P<who>[^\n]*)$")
_TO = re.compile(r"[ \t>|]*(?i:sent|date|to|cc)[ \t]?:[ \t]*(?P<who>[^\n;]*)")
# As the address book prints its own: "Roe, Ada Q. (CTR)".
_OWN = re.compile(rf"{CAP},[ ]{CAP}(?:[ ][A-Z]\b\.?)?(?:[ ]\([^()@]{{2,30}}\))?[ \t]*(?:<[^<>@]*@[\w.-]+\.(?:gov|mil|us)>)?")
_CALL_ME = re.compile(
    rf"(?i:\b(?:call|ring|reach|phone)\sme\b)(?P<between>[^\d(]{{0,50}}?)(?P<number>{_PHONE})(?P<after>[^\n]{{0,24}})"
)
_PRIVATELY = re.compile(
    r"(?i:\b(?:home|house|cell|mobile|personal|after|night|weekend|wife|husband|ranch|private|evenings?|own|other)\b)"
)
# What such a person has no reason to write, and somebody's kin has.
_OF_KIN = re.compile(
    r"(?i:\bmy\s(?:\w+\s)?(?:son|daughter|husband|wife|spouse|brother|sister|mother|father|child|children|kids?|cousin|nephew|niece"
    r"|uncle|aunt|friend|client|family|boy|girl)\b|\bin\syour\s(?:jail|custody|prison)|\bat\swork\b|\bI\swas\s(?:held|arrested)\b)"
)
# Such a mark no stranger's name has: a bracket of the agency's, its mailbox.
_MARKED = re.compile(r"[(@]")
_ASKS_FOR = re.compile(
    r"(?i:\bdob\b|\bbooked|\barrest|\bbond\b|\bbail\b|\breward|\bsale\b|\bfund\b|\blost\b|\bmissing\b|\bneeds\b|\bhelp\b|\brent\b"
    r"|\bask\sfor\b)|\b(?i:contact|call|text|see)\s(?:Mr|Ms|Mrs|Miss|[A-Z][a-z])"
)
_STREET = re.compile(r"\d+[ ][A-Z]|\b(?i:route|rte|hwy|highway|street|st|ave|avenue|road|rd|blvd|lane|plaza|mall|corner)\b")
_PAIR = re.compile(rf"{CAP}[ ]{CAP}")
_CLIP = re.compile(r"(?m)^[ \t]*(?:By|BY)[ ][A-Z][^\n]{3,40}$|\b[Cc]ontinued\s(?:from|on)\s(?:page\s)?[A-Z]?\d")
# A shop's name in capitals, its wares with their price, where it is.
_ADVERTISED = re.compile(
    rf"(?m)^[ \t]*(?P<shop>[A-Z][A-Z’'&.-]+(?:[ ][A-Z&][A-Z’'&.-]*){{1,5}})[ \t]*\n"
    rf"(?P<wares>(?:[^\n]+\n){{1,3}})[^\n]{{0,60}}?(?P<number>{_PHONE})[ \t]*(?=\n|$)"
)

REACH, FIELDS = 600, 4  # characters of a message that are looked at; lines below its sender


def lines_given_out(text: str) -> Iterator[str]:
    """The digits of such telephones."""
    senders = [(match.end(), match["who"].strip()) for match in _FROM.finditer(text)] if not FILLED_IN.search(text) else []
    for match in _CALL_ME.finditer(text):
        begun, sender = next(((at, who) for at, who in reversed(senders) if at <= match.start()), (0, ""))
        private = _PRIVATELY.search(match["between"] + match["after"]) or _OF_KIN.search(text, max(begun, match.start() - REACH))
        if _OWN.fullmatch(sender) and (_MARKED.search(sender) or _among_its_own(text, begun)) and not private:
            yield digits_of(match["number"])
    if _CLIP.search(text):
        for match in _ADVERTISED.finditer(text):
            last = match.group().rpartition("\n")[2]
            house = any(map(BUSINESS.fullmatch, match["shop"].split())) or _STREET.search(last[: -len(match["number"])])
            if "$" in match["wares"] and house and not _ASKS_FOR.search(match.group()) and not _names_one(last):
                yield digits_of(match["number"])


def _among_its_own(text: str, start: int) -> bool:
    """Whether one of the fields below prints somebody as the address book does, too."""
    fields = (_TO.fullmatch(line) for line in text[start : start + REACH].split("\n")[1:FIELDS])
    return any(field and _OWN.fullmatch(field["who"].strip()) for field in fields)


def _names_one(line: str) -> bool:
    return any(personal(pair.group()) and not PREFIX.fullmatch(pair.group().split()[0]) for pair in _PAIR.finditer(line))
