"""Ways to reach a private person: telephone numbers, e-mail addresses, home addresses.

Numbers and mailboxes of offices stay readable: toll-free lines, press, fax and main lines, mail of government hosts and mailboxes
named for a role. Direct lines and mailboxes of single persons do not, whoever they work for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pipeline.patterns.private.homes import homes_in
from pipeline.patterns.private.signs import IdentifierFound
from pipeline.patterns.private.telephones import faxes_in, telephones_in

_MAIL = re.compile(
    r"(?<![\w.+-])(?P<local>[A-Za-z0-9](?:(?:[\w.+'’-]|(?<=[.-])\n)*[\w+])?)\s?(?:@|\(at\)|\[at\])\s?"
    r"(?P<host>[A-Za-z0-9](?:[A-Za-z0-9-]|(?<=-)\n(?=[a-z0-9]))*(?:(?:\s\.\s?|\.(?:\s(?=[a-z0-9]))?)[A-Za-z0-9][A-Za-z0-9-]*)*"
    r"(?:\s\.\s?|\.(?:\s(?=[a-z0-9]))?)[A-Za-z0-9]{2,12})(?![\w@])"
)
# "jroe at example dot com": at least one dot must be spelled out, or "met at noon . Then" would be a mailbox.
_SPELLED_MAIL = re.compile(
    r"(?<![\w.+-])(?P<local>[A-Za-z0-9][\w.+-]*)\s(?:[(\[]?(?:at|AT)[)\]]?\s(?P<host>[A-Za-z0-9-]+(?:\s[(\[]?(?:dot|DOT)[)\]]?\s[A-Za-z0-9-]{2,})+)|arroba\s(?P<en_host>[a-z0-9-]+(?:(?:\.|\spunto\s)[a-z0-9-]{2,})+))\b"
)
# "E-mail: jroe example.org": a scan may lose the sign; behind a label that names a mailbox it is one all the same.
_LABELLED_MAIL = re.compile(
    r"(?i:\be-?\s?mail(?:\s?address)?)\s?[:;.]\s?(?P<local>[A-Za-z0-9][\w.+'’-]*)[ \t]?[^\w\s.]{0,2}[ \t]?"
    r"(?P<host>[A-Za-z0-9][A-Za-z0-9-]*(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,6})\b(?!@)"
)
# "jroe at example.org" on a line of its own
_LONE_MAIL = re.compile(
    r"(?m)^[ \t]*(?P<local>[a-z0-9][\w.+-]*)\s(?:at|AT)\s(?P<host>[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,8})[ \t]*$"
)
_PUBLIC_HOST = re.compile(r"(?:^|\.)(?:g[o0]v|mi[l1]|us)(?:\.[a-z]{2})?$")
_ROLES_WORDS = """
    filing filings eservice docket docketing
    intake clerk clerks police sheriff county city dispatch desk frontdesk ombudsman hotline billing orders sales research comment
    comments consulate embassy enquiries scheduling
    press info foia media news contact contactus webmaster admin administrator office publicaffairs pao affairs
    communications comms help helpdesk support privacy records jobs careers hr noreply reply donotreply subscribe
    unsubscribe editor editors editorial letters tips service customerservice services mail mailbox inquiries inquiry
    questions feedback listserv list postmaster abuse legal library team newsroom newsdesk hello general reception
    events donate membership outreach policy opengovernment requests request
"""
_ROLES = frozenset(_ROLES_WORDS.split())


def contacts_in(text: str, private_near: tuple[tuple[int, int], ...] = ()) -> tuple[IdentifierFound, ...]:
    """Telephone numbers, e-mail and home addresses of private persons, in text order.

    `private_near` are spans of other identifiers: a street address within 300 characters of one is taken for that person's home.
    """
    homes = tuple(homes_in(text, private_near))
    found = [*telephones_in(text), *_mails(text), *homes, *faxes_in(text, homes)]
    return tuple(sorted(set(found), key=lambda one: (one.start, one.end)))


def _mails(text: str) -> Iterator[IdentifierFound]:
    for match in (
        *_MAIL.finditer(text),
        *_SPELLED_MAIL.finditer(text),
        *_LABELLED_MAIL.finditer(text),
        *_LONE_MAIL.finditer(text),
    ):
        host = re.sub(r"\s[(\[]?(?:dot|DOT)[)\]]?\s", ".", match["host"] or "")
        host = re.sub(r"\s", "", host).lower()
        if not (_PUBLIC_HOST.search(host) or is_role(match["local"])):
            yield IdentifierFound(
                match.start("local"), match.end(), "email", "a mailbox neither of a government host nor named for a role"
            )


def is_role(local: str) -> bool:
    """Whether a mailbox, as it is called before its host, is named for what it is for: "press", "foia.requests"."""
    return not _ROLES.isdisjoint(re.split(r"[._+-]", local.lower()))


# "halloway@kesselso.example", "ada@kesselcourier.example": of a place's office or paper
_OF_PLACE = re.compile(
    r"(?P<place>[a-z]{3,})(?:so|pd|sheriff|sheriffs|police|county|countysheriff|city|jail|court|courts|courier|tribune|herald|gazette"
    r"|ledger|journal|chronicle|sentinel|observer|dispatch|times|examiner|bulletin)"
)
_SOMEBODYS = re.compile(
    r"(?i:\b(?:my|his|her|their|our|me|son|daughter|child|boy|girl|wife|husband|mother|father|pupil|student|home|personal|private)\b)[^\n]*\Z"
)
_HOST = re.compile(r"@(?:[\w-]{1,40}\.){0,3}?(?P<label>[\w-]{4,60})\.[A-Za-z]{2,10}\b(?!\.?[\w-])")


def places_in_hosts(text: str) -> Iterator[str]:
    """The places whose offices or newspapers have the hosts of these mailboxes, by their hosts' names alone."""
    for match in _HOST.finditer(re.sub(r"[ \t]*([@.])[ \t]*", r"\1", text)):
        found = _OF_PLACE.fullmatch(match["label"].replace("-", "").casefold())
        if found:
            yield found["place"]


def is_of_place(text: str, start: int, end: int, places: Iterable[str]) -> bool:
    """Whether the mailbox `text[start:end]` is at the host of an office or newspaper of one of these places, and nobody calls it
    his own. Schools, firms and counties' companies have pupils and customers there."""
    known = not frozenset(places).isdisjoint(places_in_hosts(text[start:end]))
    return known and not _SOMEBODYS.search(text[max(0, start - 80) : start])
