"""Turns of a transcript whose speaker's name is withheld: "Mr. [name withheld]. No.", "(b)(6): No.", "██████: No.".

The mark still tells that somebody else speaks than before, and the paper often tells of what office he is: who is introduced, or
listed as taking part, and has no turns under a name of his own.
"""

from __future__ import annotations

import re

from pipeline.extractors.speakers.kinds import kind_of
from pipeline.extractors.speakers.sources import Source

_CODE = r"(?:\(b\)\s?\(\d\)(?:\s?\([A-F]\))?(?:[,;]?\s?(?=\(b\)))?){1,5}"
_WITHHELD = (
    r"(?i:(?:name|speaker|witness|guest|official|identity|redact\w*|withheld|deleted|removed|blank|unidentified|unknown"
    r"|inaudible)\b)"
)
_MASK = (
    rf"(?:\[(?:[^\]\n]{{0,20}}{_WITHHELD}[^\]\n]{{0,25}}|[█_.\s]{{0,40}}+|\s*{_CODE}\s*|b\d[^\]\n]{{0,12}})\]"
    rf"|\({_WITHHELD}[^)\n]{{0,25}}\)|{_CODE}|(?<!█)█++(?:[\s.]{{1,2}}█++){{0,4}}|(?<!_)_{{3,}}+|(?<!X)X{{4,}}+"
    r"|REDACTED|NAME\s(?:WITHHELD|REDACTED))"
)
_TITLE = r"(?:(?:(?:Mr|Ms|Mrs|Dr|MR|MS|MRS|DR)\.?|Director|Chief|Officer|Agent|Sheriff|Captain|Deputy\sDirector)\s)?"
_BESIDE = r"(?:,?[ ]?[\(\[](?P<house>[A-Z][^()\[\]\n]{1,60})[\)\]]|,[ ](?P<post>[A-Z][^:.\n]{1,60}))?"
LABEL = re.compile(rf"\W{{0,3}}?(?:\d{{1,3}}\s+)?(?P<who>{_TITLE}{_MASK}{_BESIDE})\s?[:.](?=\s|$)")
_LINES = re.compile(rf"(?m)^[ \t]*(?:\d{{1,3}}[ \t]+)?{_TITLE}{_MASK}{_BESIDE}[ ]?[:.](?=\s)")
MANY = 2  # such turns from which on they are those of a talk
# How whoever asks, or the head of the paper, tells whom he has before him; up to the end of the sentence.
_NOW = r"(?:\s(?:today|now|tonight|this\smorning|on\sthe\s(?:line|phone)|by\sphone|here|in\sthe\sstudio))*,?"
_INTRODUCED = re.compile(
    rf"(?:\b(?i:(?:with|joining|here\swith)\s(?:me|us){_NOW}\s(?:is|are)"
    rf"|(?:we(?:['’]re|\sare)|i(?:['’]m|\sam))\s(?:joined|speaking|talking|here){_NOW}\s(?:by|with|to)"
    rf"|(?:our|my|the|today['’]s)\s(?:(?:next|first|last|second|third|only|other)\s)?(?:guest|witness|panelist|caller|visitor){_NOW}"
    r"\s(?:is|comes|will\sbe)|(?:committee|subcommittee|board|panel|chair)\s(?:now\s)?(?:calls|welcomes|will\shear|recognizes)"
    r"|please\swelcome|(?:hear|hearing)\s(?:now\s)?from|turn\s(?:now\s)?to)\b"
    r"|(?:^|\n|[.;]\s)[ \t]*(?i:guests?|witness(?:es)?|panelists?|speakers?|participants?|interviewee|respondent|briefer"
    r"|appearing|for\sthe\sagency)\s?[:–—-])(?P<what>[^.?!\n]{2,160}(?:\n(?![A-Z\d(\[█_][^\n]{0,40}[:.]\s)[^.?!\n]{2,160})?)"
)
_LEADS = re.compile(r"^(?:(?:is|from|of|the|a|an|now|to|by|with|us|me)\s|[,:\s-])+")
_AND = re.compile(r";|,?\sand\s(?=(?:the|a|an|from)\s)")
_DOT = "\u2024"  # stands for the stops of "U.S.", which end no sentence


def turns_in(text: str) -> int:
    """How many turns begin with such a mark."""
    return sum(1 for _ in _LINES.finditer(text))


def introduced(text: str, labels: frozenset[str], agencies: tuple[str, ...]) -> Source:
    """Of what office whoever's name is withheld is: the only one of a known kind introduced who has no label of his own.

    `labels` are the last words, in capitals, of the labels under which others speak. Without a name and kind where none is, or
    several are of several houses.
    """
    found: dict[str, Source] = {}
    for one in _INTRODUCED.finditer(re.sub(r"\bU\.\s?S\.", f"U{_DOT}S{_DOT}", text)):
        for what in _AND.split(one["what"].replace(_DOT, ".")):
            words = " ".join(re.sub(rf"{_TITLE}{_MASK}", " ", what).split()).strip(" ,:-–—")
            if any(re.search(rf"\b{re.escape(label)}\b", words.upper()) for label in labels):
                continue  # he speaks under his own name
            office = _LEADS.sub("", words).strip(" ,")
            if kind := kind_of(office, agencies):
                found.setdefault(kind, Source(office, kind))
    return next(iter(found.values())) if len(found) == 1 else Source("", "")


def labelled(printed: re.Match[str], guest: Source, agencies: tuple[str, ...]) -> Source:
    """Whose turn begins with this mark: of the office printed beside it, else the one who is introduced."""
    beside = printed["house"] or printed["post"] or ""
    kind = kind_of(beside, agencies) if beside else ""
    return Source(beside, kind) if kind else guest
