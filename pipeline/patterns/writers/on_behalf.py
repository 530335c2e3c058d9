"""For whom somebody writes, where his own name and head do not tell: counsel on behalf of a client, an officer in a newspaper."""

from __future__ import annotations

import re
from itertools import pairwise

from pipeline.patterns.names.offices import NOBODYS, Names, kind_of
from pipeline.patterns.names.person_names import FULL, LOUD_FULL
from pipeline.patterns.names.roles import HEAD
from pipeline.patterns.openings.headings import MAST, headlike
from pipeline.patterns.writers.parties import speaker_kind

_BEHALF = re.compile(
    r"\b(?:[Oo]n\s+behalf\s+of|I\s+represent|[Ww]e\s+represent|[Cc]ounsel\s+(?:to|for)|[Aa]ttorneys?\s+for)\s+(?:my\s+clients?,?\s+|our\s+clients?,?\s+)?(?:the\s+)?"
    r"(?P<who>[A-Z][\w’'&-]*(?:\s+(?:(?:of|the|and|for)\s+){0,2}[A-Z][\w’'&-]*){0,7})"
)
_EARLY, _LATE = 700, 300  # characters at a letter's beginning and end in which it says so
_EDITOR = re.compile(r"(?im)^\W*(?:dear\s|to\sthe\s)?editor\s?[:,]")
_LETTERS = re.compile(r"(?m)^[ \t]*(?:Sir|Madam|Editor|To\sthe\s(?i:editor)|Dear\s(?i:editor))\s?(?:[:,–—-]|$)")  # to a newspaper
_NAME = re.compile(rf"(?:{FULL}|{LOUD_FULL})")
_RANKED = re.compile(rf"(?i:\b(?:{HEAD}|undersheriff|warden|commander|member)\b)")
_FOOT = 4  # lines


def client_of(text: str, own: Names) -> str:
    """The office or body for which a letter says that it is written; '' where it names none of a known kind."""
    flat = " ".join(text.split())
    for part in (flat[:_EARLY], flat[-_LATE:]):
        for found in _BEHALF.finditer(part):
            who = re.sub(r"\s\w$", "", found["who"].strip(" ,"))  # "of Dale County I write"
            if kind_of(who, own) not in ("", NOBODYS):
                return who
    return ""


_MEMBERS = re.compile(
    r"(?i:\b(?:fraternal\sorder|brotherhood|benevolent\sassociation|union\slocal|union|guild|lodge\s\d+|local\s\d+|chapter\s\d+|federation|coalition)\b)"
)
_SHORT_HEAD = 9  # words of the line that names it


def several_letters(text: str) -> bool:
    """Whether a newspaper's page holds several letters to it, each with a signer of his own."""
    return len(_LETTERS.findall(text)) > 1


def guest(author: str, lines: tuple[str, ...], foot: tuple[str, ...], text: str) -> tuple[str, str]:
    """(name with rank, kind) of whoever writes in a newspaper though he is none of it: below a byline, under a letter to the
    editor, or told at the foot; ('', '') where the writer is the paper's own. A letter to the editor is nobody's of the press.
    """
    last = author.split(",")[0].split()[-1] if author else ""
    for above, line in pairwise(lines):
        if last and author in above and (kind := _kind(line)):
            return f"{author}, {line}", kind
    told = (
        re.search(rf"\b{re.escape(last)}\s(?:is|serves\sas)\s(?P<what>(?:the|an?)\s[^.\n]{{4,120}})", text[-500:])
        if last
        else None
    )
    if told and (kind := _kind(told["what"], sure=True)):
        return author, kind
    if not author and _EDITOR.search(text):
        names = [at for at, line in enumerate(foot) if _NAME.fullmatch(line) and at + 1 < len(foot)]
        signed = next(((foot[at], foot[at + 1]) for at in names[-1:] if _kind(foot[at + 1])), None)
        return (", ".join(signed), _kind(signed[1])) if signed else ("", NOBODYS)
    return "", ""


def members_above(lines: tuple[str, ...]) -> str:
    """The kind of the body of members in whose own newsletter a piece stands: "HARBOR PILOTS' UNION, LODGE 9" above its name."""
    for line in lines[:2]:
        if _MEMBERS.search(line) and not MAST.match(line) and headlike(line) and len(line.split()) <= _SHORT_HEAD:
            kind = speaker_kind(line)
            return kind if kind not in ("", "press", "agency") else "advocate"
    return ""


def _kind(line: str, sure: bool = False) -> str:
    """The kind of the office that a rank names; '' for the press and for what is no rank."""
    kind = speaker_kind(line) if _RANKED.search(line) and (sure or (headlike(line) and len(line.split()) <= 10)) else ""
    return "" if kind == "press" else kind
