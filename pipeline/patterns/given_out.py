"""Telephones given out: by the agency's people in its mail ("call me. 555-0100"), by a shop in a paper's advertisement."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.patterns.name_forms import CAP
from pipeline.patterns.telephones import digits_of

_PHONE = r"\(?\d{3}\)?[-. ]{1,2}\d{3}[-. ]\d{4}(?!\d)"
_FROM = re.compile(r"(?im)^[ \t>|]*from[ \t]?:[ \t]*(?P<who>[^\n]*)$")
# As the address book prints its own: "Roe, Ada Q. (CTR)".
_OWN = re.compile(rf"{CAP},[ ]{CAP}(?:[ ][A-Z]\b\.?)?(?:[ ]\([^()@]{{2,30}}\))?[ \t]*(?:<[^<>@]*@[\w.-]+\.(?:gov|mil|us)>)?")
_CALL_ME = re.compile(
    rf"(?i:\b(?:call|ring|reach|phone)\sme\b)(?P<between>[^\d(]{{0,50}}?)(?P<number>{_PHONE})(?P<after>[^\n]{{0,24}})"
)
_PRIVATELY = re.compile(
    r"(?i:\b(?:home|house|cell|mobile|personal|after|night|weekend|wife|husband|ranch|private|evenings?|own|other)\b)"
)
_CLIP = re.compile(r"(?m)^[ \t]*(?:By|BY)[ ][A-Z][^\n]{3,40}$|\b[Cc]ontinued\s(?:from|on)\s(?:page\s)?[A-Z]?\d")
# A shop's name in capitals, its wares with their price, where it is.
_ADVERTISED = re.compile(
    rf"(?m)^[ \t]*(?P<shop>[A-Z][A-Z’'&.-]+(?:[ ][A-Z&][A-Z’'&.-]*){{1,5}})[ \t]*\n"
    rf"(?P<wares>(?:[^\n]+\n){{1,3}})[^\n]{{0,60}}?(?P<number>{_PHONE})[ \t]*(?=\n|$)"
)


def lines_given_out(text: str) -> Iterator[str]:
    """The digits of such telephones."""
    senders = [(match.end(), match["who"].strip()) for match in _FROM.finditer(text)]
    for match in _CALL_ME.finditer(text):
        sender = next((who for at, who in reversed(senders) if at <= match.start()), "")
        if _OWN.fullmatch(sender) and not _PRIVATELY.search(match["between"] + match["after"]):
            yield digits_of(match["number"])
    if _CLIP.search(text):
        for match in _ADVERTISED.finditer(text):
            if "$" in match["wares"] and not re.search(
                r"(?i:\bdob\b|\bbooked|\barrest|\bbond\b|\bbail\b|\breward)", match.group()
            ):
                yield digits_of(match["number"])
