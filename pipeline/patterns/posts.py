"""Whose people are, by the posts that a page prints beside their names: "Roe, Ann (Guard, Policy)", "Ann Roe, Harbor Master".

A name told so holds for the mails and transcripts in which it stands alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.patterns.offices import AGENCY, NOBODYS, Names, is_named, kind_of
from pipeline.patterns.roles import HEAD

_NAME = r"[A-Z][a-z’'-]+(?:\s[A-Z]\.)?\s(?:[A-Z][a-z]?[’'-]?)?[A-Z][a-z’'-]+(?:-[A-Z][a-z]+)?"
_LISTED = re.compile(r"(?P<name>[A-Z][\w’'-]+,\s[A-Z][\w’'-]+)(?:\s[A-Z]\b\.?)?\s\((?P<post>[A-Z][^()\n█]{1,60})\)")
_SIGNED = re.compile(rf"(?m)^[ \t]*(?P<name>{_NAME}),\s(?P<post>[A-Z][^.;:\n█]{{3,90}})$")
_BELOW = re.compile(
    rf"(?m)^[ \t]*(?P<name>{_NAME})[ \t]*\n[ \t]*(?P<post>(?:[A-Z][\w’'-]*,?\s){{0,4}}{HEAD}\b[^.;:\n█]{{0,60}})$"
)
_STATED = re.compile(
    r"(?im:^[ \t]*(?:(?:prepared|opening|written)\s)?(?:statement|testimony)\sof\s(?:the\shon\.?\s)?)"
    r"(?P<name>[A-Z][\w’'.-]+(?:\s[A-Z][\w’'.-]+){1,2}),\s(?P<post>[A-Z][^;:\n█]{3,110})"
)
_SPOKE = r"(?:spokes(?:man|woman|person)|press\s(?:secretary|officer)|public\saffairs\sofficer)"
_SPOKEN = re.compile(
    rf"\b{_SPOKE}\s(?:for|of|at|with)\s(?P<post>[^.;,\n]{{3,60}}),\s(?P<name>{_NAME})\b"
    rf"|\b(?P<named>{_NAME}),\s(?:an?\s|the\s)?(?P<of>[^.;,\n]{{0,50}}?{_SPOKE}[^.;,\n]{{0,50}})"
)
_THE_AGENCY = re.compile(r"(?i:\bthe\s(?:federal\s)?agency\b)")


def posted(text: str, own: Names) -> Iterator[tuple[str, str]]:
    """(name folded for joining, kind) of everybody whose post a page prints beside the name, where that tells a kind."""
    for pattern in (_LISTED, _SIGNED, _BELOW, _STATED):
        for found in pattern.finditer(text):
            if (kind := _kind(found["post"], own)) and not is_named(found["name"], own.all):
                yield joined(found["name"]), kind
    for found in _SPOKEN.finditer(text):
        post = found["post"] or found["of"] or ""
        kind = AGENCY if _THE_AGENCY.search(post) else kind_of(post, own) if is_named(post, own.agency) else ""
        if kind and kind != NOBODYS:
            yield joined(found["name"] or found["named"]), kind


def joined(name: str) -> str:
    """A person's names in order of the alphabet, without initials, as they are joined across papers."""
    return " ".join(sorted(word.casefold() for word in re.findall(r"[A-Za-z][\w’'-]+", name)))


def _kind(post: str, own: Names) -> str:
    kind = kind_of(post, own)
    short = ("".join(word[0] for word in name.split() if word[0].isupper()) for name in own.program)
    program = any(len(one) > 1 and re.search(rf"(?<!\w){re.escape(one)}(?!\w)", post) for one in short)
    if not kind and program and re.search(rf"\b{HEAD}\b", post):
        kind = AGENCY  # "SC Regional Coordinator": of the program, by its letters
    return "" if kind == NOBODYS else kind
