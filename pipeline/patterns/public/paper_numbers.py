"""Numbers of papers on a page about one person's case: of reports, complaints taken in, letters mailed, tickets."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.patterns.private.plates import CAR
from pipeline.patterns.private.presumed_homes import in_line_of
from pipeline.patterns.private.signs import line_before
from pipeline.patterns.public.series_of_bodies import series_of_bodies

# "ABC-2011-0423", "ABCD-2010-12": letters, a year and which one of it, as offices number their papers and jails the jailed.
_OF_A_YEAR = re.compile(r"(?<![\w-])[A-Z]{2,6}-(?:19|20)\d\d-\d{1,5}(?:-[A-Z\d]{1,4})?(?![\w-])")
# A report or a message has letters of its office in its number: "report AFO-11-0071"; "report 10-0071" may be on one
# person.
_PAPER = re.compile(
    r"(?i:(?<!arrest\s)(?<!inmate\s)(?<!incident\s)(?<!booking\s)\b(?:reports?|rpt|messages?|msg|travel\sauth\w*\.?|t\.?a|tasking|cable|memo(?:randum)?|directive|series|bulletin)\b[\s.:#]{0,3}(?:no\b|num(?:ber)?\b)?[\s.:#]{0,3})$"
)
# The police write a report on what befell one person, whatever letters its number has: theirs by the words before it, or by
# the first lines of a page that says "our report".
_POLICE = (
    r"(?:\b[A-Z]{0,4}PD|\bP\.D\.|(?i:\bpolice(?:\sdep(?:artment|t\.?))?|\bsheriff(?:[’']?s)?(?:\soffice)?|\btroopers?"
    r"|\b(?:highway|state)\spatrol))"
)
_REPORT = r"(?i:reports?|rpt)\b[\s.:#]{0,3}(?i:no\b|num(?:ber)?\b)?[\s.:#]{0,3}\Z"
_BY_POLICE, _OUR_REPORT = re.compile(rf"{_POLICE}(?:[’']s?)?\s{_REPORT}"), re.compile(rf"\b[Oo]ur\s{_REPORT}")
_POLICE_HEAD = re.compile(rf"\s*+(?:[^\s:][^\n:]{{0,60}}\n\s*+)?[^\n:]{{0,60}}?{_POLICE}")
# The number under which an office took a complaint in, by its letters; a jail takes in persons.
_TAKEN_IN = re.compile(
    r"(?:^|[.;|]\s)(?:Intake|Complaint|Inquiry|Referral|Log)\s?(?i:(?:no\b\.?|number|num\b\.?|\#)(?:\s?is)?[\s.:#]{0,3})$"
)
_OF_PAPERS = re.compile(
    r"(?i:complain|ombuds|inquir|allegation|oversight|civil\srights|\bletters?\b|\bcop(?:y|ies)\b|\bstates?\sthat\b|\bemail)"
)
_PAPERS_NEAR = 400
_TASKER = re.compile(r"(?i:\btasker\b[\s.:#]{0,3})$")
_OF_JAIL = re.compile(
    r"(?i:\b(?:booking|booked\sin|inmates?|jail\s(?:intake|number)|pods?|bunk|cell|arrest(?:ee)?\s(?:no|number)|prisoner|detention\scenter)\b)"
)
_JAIL_NEAR = 160
# What the mails write on a certified letter: twenty digits, in fives of four.
_ARTICLE = re.compile(r"(?<![\w-])[79]\d{3}(?:[ \n]\d{4}){4}(?![\w-]|[ ]\d)")
_MAILED = re.compile(r"(?i:\b(?:certified|registered|return\sreceipt|receipt|articles?|mail|mailed|usps|tracking|via)\b)")
# "number 4471 of Ada Roe"; "number 4471 Roe"
_OF_NAMED = re.compile(r"[ ](?:(?:of|for|on|about|to|by|given\sto)[ ])?(?:(?:Mr|Mrs|Ms|Miss)\.?[ ])?(?=[A-Z])")
_OF_ONE = re.compile(
    r"[ ](?:of|for|on|about|to|given)[ ](?:him|her|them|his|the[ ](?:inmate|detainee|subject|alien))\b"
    r"|[.,;:]?\s(?:(?i:the)\s)?(?i:s?he|his|him|hers?|inmate|detainee|alien)\b"
)
_OF_OFFICE = re.compile(r"(?<![\dA-Z-])(?=[\dA-Z-]*[A-Z]{2})[\dA-Z]+(?:-[\dA-Z]+)+")
# "TICKET INC-0031174", of a service desk; a driver's has no letters before a dash, or a car is spoken of.
_TICKET = re.compile(
    r"(?i:\bticket\b[\s.:#]{0,3}(?:(?:with|at)\s(?:\w+\s){1,4}(?:is|was)\s)?(?:no\b|num(?:ber)?\b)?[\s.:#]{0,3})$"
)
_DRIVEN = re.compile(r"(?i:\b(?:speed(?:ing)?|traffic|parking|moving|citations?|drivers?|cited)\b)")
_DESK_NUMBER = re.compile(r"[A-Z]{2,5}-\d{4,}")
# A word or sign right before a short number that may say whose it is, and no word of a sentence.
LABEL = re.compile(
    r"(?:(?P<word>[^\W\d_]{2,})[.’]?[ ]{0,2}(?P<sign>[:#=]|(?i:no\.?|num\.?|number|ending(?:\sin)?))?|(?P<alone>\#))[ ]{0,2}$"
)
_PERSONS = re.compile(
    r"(?i:bkg|booking|inmate|client|alien|detainee|subject|patient|student|badge|employee|member|card|passport|id|pin|person)"
)


def papers_numbered(text: str, names: tuple[int, ...]) -> Iterator[tuple[int, int]]:
    """Where the numbers of papers stand that nothing shows to be a person's; `names` are where private names begin."""
    for match in _OF_A_YEAR.finditer(text):
        if _of_paper(text, match) and not (_is_ones_own(text, *match.span(), names) or of_named(text, match.end(), names)):
            yield match.span()
    for match in _OF_OFFICE.finditer(text):
        if _of_paper(text, match) and not of_named(text, match.end(), names):
            yield match.span()
    for start, end in series_of_bodies(text):
        own = _is_ones_own(text, start, end, names) or of_named(text, end, names) or _OF_ONE.match(text, end)
        if not own and not of_police(text, start):
            yield start, end
    yield from (match.span() for match in _ARTICLE.finditer(text) if _is_mailed(text, match))
    for match in _DESK_NUMBER.finditer(text):
        about = text[max(0, match.start() - 160) : match.end()]
        if _TICKET.search(line_before(text, match.start(), 60)) and not (CAR.search(about) or _DRIVEN.search(about)):
            yield match.span()


def _of_paper(text: str, match: re.Match[str]) -> bool:
    """Whether the number stands behind the word for a paper, and nothing behind it says that it is of somebody."""
    before = line_before(text, match.start(), 40)
    if _OF_ONE.match(text, match.end()):
        return False
    if of_police(text, match.start()):
        return False
    jailed = _OF_JAIL.search(text, max(0, match.start() - _JAIL_NEAR), match.end() + _JAIL_NEAR)
    return bool(_PAPER.search(before) or _TASKER.search(before) or (_takes_in(text, match, before) and not jailed))


def of_police(text: str, start: int) -> bool:
    """Whether the number is that of a report that the police wrote."""
    before = text[max(0, start - 60) : start]
    return bool(_BY_POLICE.search(before) or (_OUR_REPORT.search(before) and _POLICE_HEAD.match(text)))


def _takes_in(text: str, match: re.Match[str], before: str) -> bool:
    """Whether a paper was taken in under the number: "Intake" may also be a person's where nothing tells of a paper."""
    taken = _TAKEN_IN.search(before)
    papers = taken and (
        "ntake" not in taken.group() or _OF_PAPERS.search(text, max(0, match.start() - _PAPERS_NEAR), match.end() + _PAPERS_NEAR)
    )
    return bool(papers)


def _is_ones_own(text: str, start: int, end: int, names: tuple[int, ...]) -> bool:
    """Whether the number of a paper by its shape stands in the row of a person, or behind a word for a person's number."""
    label = LABEL.search(line_before(text, start, 30))
    row = text[text.rfind("\n", 0, start) + 1 : start]
    worded = len(re.findall(r"\b[a-z]{2,}\b", row)) > 2
    return (in_line_of(text, start, end, names) and not worded) or bool(
        label and label["word"] and _PERSONS.fullmatch(label["word"])
    )


def _is_mailed(text: str, match: re.Match[str]) -> bool:
    """Whether the line, or the one above it, tells of mail: cards have as many digits."""
    begun = text.rfind("\n", 0, max(0, text.rfind("\n", 0, match.start()))) + 1
    return _MAILED.search(text[max(begun, match.start() - _JAIL_NEAR) : match.end() + 60].partition("\n\n")[0]) is not None


def of_named(text: str, end: int, names: tuple[int, ...]) -> bool:
    """Whether a private name stands right behind the number, or it is said to be of one."""
    joined = _OF_NAMED.match(text, end)
    return joined is not None and any(end < at <= joined.end() for at in names)
