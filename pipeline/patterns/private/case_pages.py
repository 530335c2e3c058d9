"""Pages about one person's case: there every name, number, home and date that nothing shows to be public is private.

What a rap sheet, a form or a letter about somebody says is worded in more ways than anybody can list, so nothing on such a
page waits for a word that tells it private: `presumed` and `presumed_values` turn the burden round.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from pipeline.patterns.private.signs import IdentifierFound

_OWN = """
    a-number ssn date-of-birth passport fbi-number fin state-id driver-licence person-number receipt-number boxed-number
    spoken-number roster-number account-number
"""
OWN = frozenset(_OWN.split())

# What tells that a page is about somebody: kin, a part in a case, what befell one person, a form's labels, who is spoken of.
_KIN = (
    r"husband|wife|spouse|mother|father|mom|dad|parents|brother|sister|sons?|daughters?|kids|boy|girl|baby|cousin|uncle|aunt|nephew|niece"
    r"|fianc[eé]e?|girlfriend|boyfriend|companion|roommate|landlord|neighbou?rs?|friend|grand(?:son|daughter|mother|father)|step(?:son|daughter|mother|father)|god(?:mother|father)"
    r"|espos[oa]|herman[oa]|hij[oa]s?|sobrin[oa]|cuñad[oa]|(?:mother|father|brother|sister)-in-law"
)
_PART = r"subject|alien|detainee|inmate|respondent|complainant|caller|victim|patient|constituent|student|arrestee"
_PART += r"|applicant|juvenile|visitor"
_BEFELL = (
    r"arrested|stopped|detained|booked|fingerprinted|picked\sup|held|pulled\sover|encountered|apprehended|taken|turned\sover|deported"
    r"|removed|released|interviewed|born|handcuffed|jailed|charged|driving|questioned|locked\sup"
)
_CUES = (
    re.compile(rf"(?i:\b(?:my|his|her|[’']s|mi|su)\s(?:\w+\s)?(?:{_KIN})\b|\bnext\sof\skin|\bemergency\scontact)"),
    re.compile(rf"(?i:\b(?:the|this)\s(?:{_PART})\b|\b(?:{_PART})(?=\s?[:#/]|[’']s\b|\s(?:was|is|has|stated|said|claim|admit)))"),
    re.compile(
        rf"(?i:\b(?:s?he|i|who|subject|alien|{_KIN})\s(?:was|were|is|has\sbeen|had\sbeen|got|being)\s(?:\w+ly\s)?(?:{_BEFELL})\b|\b(?:detenid|arrestad)[oa]\b)"
    ),
    re.compile(r"(?:\b(?:[Hh]e|[Ss]he|[Hh]is|[Hh]er|[Hh]im|[Mm]y|[Mm]e|[Mm]i)\b.*?){4}", re.DOTALL),
)
_RELATED = re.compile(rf"(?i:\b(?:{_KIN})\b)")
_LABELS = re.compile(
    r"\bD\.?O\.?B\b|\bA\s?#|\bSID\b|(?i:\b(?:date\sof\sbirth|birth\s?date|born|next\sof\skin|booking|inmate|visitors?|alien\s(?:no|number|name)|race|sex|hair"
    r"|marital|detainee|patient|callers?|passport|nationality|alias|relation(?:ship)?|arrestee|pro\sse)\b)"
)
# The head of a list of people in custody or of who came to see them: what it says of each.
_HEADED = re.compile(
    r"(?im)^(?=[^\n]*\b(?:name|inmate|detainee|subject|arrestee|prisoner|visitor)\b)"
    r"(?:(?=[^\n]*\b(?:sex|r/s|race)\b)(?=[^\n]*\b(?:age|dob|charges?|jacket|bond|booked)\b)"
    r"|(?=[^\n]*\b(?:to\ssee|detainee\svisited|inmate\svisited|visiting)\b)(?=[^\n]*\b(?:time|date|in|relation(?:ship)?|rel)\b)"
    r"|(?=[^\n]*\b(?:bunk|cell|jacket)\b)(?=[^\n]*\b(?:charges?|bond|hold|age)\b))[^\n.]{12,120}$"
)
# "Beto trabajo 3305550166", "Lupita (+1 555 0119)": how a telephone keeps those its owner knows.
_FAMILIAR = re.compile(
    r"[ \t]*(?!(?:Tel|Phone|Fax|Cell|Office|Call|Direct|Main|Mobile|Home|Contact|Telephone|Voice|Ext|Number|Email)\b)"
    r"[A-ZÀ-Þ][a-zß-ÿ]{2,}(?:[ ][a-z]{2,}|[ ][A-Z])?[ ,:]{0,2}[(+]{0,2}"
)
_REACHES = ({"address"}, {"phone", "email"}, {"minor-name"}, {"person-name"}, {"plate"})
_LINE, _RUNNING = 45, 4  # characters of a line that was broken for want of room, words in lower case that make it running text
CAPITALS, LONG = 0.7, 8  # share of the letters of a page set in capitals; words of a line that can only be a sentence's
_ENOUGH_IN_PART = 2  # of them in a paragraph that gives something private
_ENOUGH = 4  # of these cues and of sorts of things found: 562 pages of cables, agreements and scans hold none with four
# Two rows or more with a name and nine digits or a date: a list of persons whatever its head says.
_ROWS = re.compile(
    r"(?m)^[^\n]*(?<![\w-])\d{3}[ -]?\d{3}[ -]?\d{3}(?![\w-])[^\n]*[A-Z]{3}[^\n]*$"
    r"|^[^\n]*\b[A-Z][A-Z’'-]{2,}, ?[A-Z]+\b[^\n,]{0,20}?\b\d{1,2}[-/]\d{1,2}[-/]\d{2,4}\b[^\n]*$"
)


def case_parts(text: str, found: tuple[IdentifierFound, ...]) -> tuple[tuple[int, int], ...]:
    """Where the page is about a person's case: all of it, or paragraphs of a page about other things that give something private
    and tell of somebody."""
    if is_case(text, found):
        return ((0, len(text)),)
    parts = []
    for block in re.finditer(r"(?:[^\n]+\n?)+", text):
        start, end = block.span()
        ones = tuple(replace(one, start=one.start - start, end=one.end - start) for one in found if start <= one.start < end)
        if ones and is_case(block.group(), ones, _ENOUGH_IN_PART):
            parts.append((start, end))
    return tuple(parts)


def is_case(text: str, found: tuple[IdentifierFound, ...], enough: int = _ENOUGH) -> bool:
    """Whether the text is about a person's case: it gives somebody's own number, or what it tells and what was found add up."""
    kinds = {one.kind for one in found}
    if kinds & OWN or len(_ROWS.findall(text)) >= 2 or _contacts(text, found) >= 2 or _HEADED.search(text):
        return True
    if in_capitals(text):
        return False  # a cable tells of ministers and their wives as a complaint does of a caller and hers
    words = ({word.casefold() for word in some.findall(text)} for some in (_LABELS, _RELATED))
    cues = sum(cue.search(text) is not None for cue in _CUES) + sum(min(len(some), 3) for some in words)
    return cues > 0 and cues + sum(bool(kinds & some) for some in _REACHES) >= enough


def _contacts(text: str, found: tuple[IdentifierFound, ...]) -> int:
    """How many lines begin with one name alone and go on with a private number or mailbox: somebody's messages or telephone."""
    reached = (one.start for one in found if one.kind in ("phone", "email"))
    return sum(_FAMILIAR.fullmatch(text[text.rfind("\n", 0, start) + 1 : start]) is not None for start in reached)


def in_capitals(text: str) -> bool:
    """Whether the page is set in capitals, sentences and all."""
    letters = sum(map(str.isalpha, text))
    return sum(map(str.isupper, text)) > CAPITALS * letters and any(len(line.split()) > LONG for line in text.split("\n"))


def unwrapped(text: str, least: int = _LINE) -> str:
    """The text with spaces for the line ends inside sentences, its length unchanged: a name may go on in the next line.

    `least` is the characters from which a line is one of running text."""
    lines = text.split("\n")
    joints = [" " if _goes_on(line, after, least) else "\n" for line, after in pairwise(lines)]
    return "".join(part for line, joint in zip(lines, [*joints, ""], strict=True) for part in (line, joint))


def _goes_on(line: str, after: str, least: int) -> bool:
    """Whether the line is one of running text, not a row of a table, and the next begins with a name or a plate's digits."""
    prose = len(line) >= least and len(re.findall(r"\b[a-z]{2,}\b", line)) >= _RUNNING
    return prose and bool(after[:1].isupper() or (after[:3].isdigit() and re.search(r"\b[A-Z]{2,3}$", line)))
