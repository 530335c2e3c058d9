"""Papers made of questions and their answers, whatever they call themselves."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from pipeline.patterns.days.dates import DateFound, dates_in
from pipeline.patterns.names.offices import DATE_TAIL, LONGEST
from pipeline.patterns.openings.headings import headlike
from pipeline.patterns.writers.parties import speaker_kind

_ASKS = re.compile(r"[*\d.)\s]{0,5}[A-Z][^.?!:]{5,110}\?(?P<more>\s\S.*)?$")
_ON_OATH = re.compile(r"(?:\d{1,2}\s+)?(?:Q|QUESTION)\s?[.:)]|\d{1,2}\s+Q\s+[A-Z]")
_LONGEST = 18  # words of a question that heads its answer


_SERVED = (  # what one party of a suit puts to the other
    r"(?:INTERROGATORY|Interrogatory|REQUEST(?:\sFOR\s(?:ADMISSION|PRODUCTION))?|Request(?:\sfor\s(?:Admission|Production))?)\s(?:NO\.?|No\.?|\#)"
    r"\s?\d+"
)
_PUT = re.compile(
    r"(?m)^[ \t]*(?:(?:Question|QUESTION)\s?(?:#\s?:?\s?)?\d{0,3}\s?:"
    r"|(?:Question|QUESTION)\s\d{1,3}\s?(?:\([^)\n]{2,60}\)\s?)?[.:]"
    rf"|{_SERVED}\s?[:.]|\d{{1,3}}[.)]\s[A-Z])"
)
_REPLIED = re.compile(r"(?m)^[ \t]*(?:Response|RESPONSE|Answer|ANSWER)\s?\d{0,3}\s?[:.]")
_ASKED = re.compile(
    rf"(?ms)^[ \t]*(?:(?:Question|QUESTION)\b|{_SERVED}|\d{{1,3}}[.)]\s[A-Z]).*?(?=^[ \t]*(?:Response|RESPONSE|Answer|ANSWER)\b)"
)
_SPOKEN = re.compile(
    r"(?m)^[ \t]*(?:\d{1,3}\s+)?(?:[QA][.:]\s|BY\sM[RS]|(?:MR|MS|MRS|DR|THE\s\w+)\.?\s?[A-Z]*:)|(?i:\bduly\ssworn\b)"
)
_NUMBERED = re.compile(r"(?m)^[ \t]*\d{1,3}[.)]\s[A-Z][^?\n]{5,200}\?[ \t]*$")  # a question, with its answer below and no label
_FEWEST = 3
_PUT_TO = re.compile(
    r"(?i:\b(?:submitted|posed|put|addressed|directed)\s(?:by\s(?-i:[^\n;:]{3,80}?)\s)?to\s)(?P<who>(?i:the\s)?[A-Z][^\n;]{3,90}?)(?=\s(?i:by|from|following|after|on)\s|\s[-–—]\s|$)"
)
_WITNESS = re.compile(r"\W*(?i:witness|respondent|responding\s\w+|answering\s\w+)\s?:\s*(?P<who>[A-Z][^\n;|]{3,90})")
# "Answers furnished by the Bureau of Weights, March 8, 2011": who answers, and the day on which he did.
_ANSWERED_BY = re.compile(
    r"(?i:^\W*(?:the\s)?(?:written\s)?(?:answers|responses|replies)\s(?:\w+\s){0,2}?(?:furnished|supplied|provided|given|prepared|submitted|returned|made)"
    r"(?:\sfor\sthe\srecord)?\sby\s)(?P<who>(?i:the\s)?[A-Z][^\n;|]{2,90})"
)
# "Hearing of May 4 - Answers of the Bureau of Weights", "Responses of Director Roe to questions": a part of a line in the head.
_ANSWERS_OF = re.compile(
    r"(?:^\W*|\s[-–—|•·]\s|[;:]\s)(?i:(?:the\s)?(?:written\s)?(?:answers|responses|replies)\s(?:for\sthe\srecord\s)?(?:of|by|from)\s)"
    r"(?P<who>(?i:the\s)?[A-Z][^\n;|]{1,90}?)(?=\s(?i:to|after|following|for\sthe\srecord)\b|\son\s[a-z]|\s[-–—|•·]\s|;|$)"
)
# "Returned to the Subcommittee June 8, 2011": who asked gets no questions, but what was answered.
_RETURNED = re.compile(
    r"(?i:^\W*(?:(?:written\s)?(?:answers|responses|replies)\s)?(?:returned|submitted|furnished|transmitted|supplied|provided|delivered|sent)"
    r"\sto\sthe\s(?:\w+\s)?(?:sub)?committee\b"
    r"|^\W*(?:(?:written\s)?(?:answers|responses|replies)\s)(?:were\s)?(?:received|cleared)\s(?:by|from|for)\b"
    r"|^\W*(?:date\sof\s(?:the\s)?(?:responses?|answers?|repl(?:y|ies))|(?:response|answer|reply)\sdate|(?:answers?|responses?|answered|cleared)\sdated)\s?:?)"
)
_RECORD = re.compile(
    r"(?i:\bquestions?\s(?:submitted\s)?for\s(?:the\s)?record\b|\bQFRs?\b|^[ \t]*question\s?#"
    r"|\b(?:answers?|responses?|objections)\sto\s[^\n]{0,60}\b(?:interrogatories|requests\sfor\sadmission)"
    r"|^[ \t]*interrogatory\sno)",
    re.MULTILINE,
)


def answered_in_writing(text: str) -> bool:
    """Whether a paper holds questions that were put, and answered, in writing: those a committee sends after its hearing."""
    if not _RECORD.search(text) or _SPOKEN.search(text):
        return False
    return bool(_PUT.search(text) and _REPLIED.search(text)) or len(_NUMBERED.findall(text)) >= _FEWEST


def answers_in(text: str) -> str:
    """What such a paper answers, without the questions, in which others speak."""
    return (_ASKED if _REPLIED.search(text) else _NUMBERED).sub("", text)


def asked_of(lines: Iterable[str]) -> str:
    """Whom the head of such a paper names as the one the questions were put to, and who answers them; or ''."""
    lines = list(lines)
    joined = (" ".join(pair) for pair in pairwise(lines))  # a line that breaks off before whom they were put to
    return next(
        (
            who
            for line in (*lines, *joined)
            for who in (_named(_ANSWERED_BY, line), _answerer(line), _named(_PUT_TO, line), _named(_WITNESS, line))
            if who
        ),
        "",
    )


def _named(pattern: re.Pattern[str], line: str) -> str:
    found = pattern.search(line)
    return DATE_TAIL.sub("", " ".join(found["who"].split())).strip(" ,.") if found else ""


def _answerer(line: str) -> str:
    """Whose answers a line of the head says that these are: a name, and neither a day, what they are for, nor who asked."""
    who = _named(_ANSWERS_OF, line)
    plain = re.sub(r"^(?i:the\s)", "", who)
    named = (
        headlike(plain)
        and len(plain.split()) <= LONGEST
        and not re.match(r"(?i:record|hearing|day|witness(?:es)?|(?:sub)?committee|members?|chair(?:man|woman)?)\b", plain)
    )
    return who if named and speaker_kind(plain) != "congress" else ""


def answered_on(lines: Iterable[str]) -> DateFound | None:
    """The day on which the head of such a paper says that it was answered."""
    marked = ((line, _ANSWERED_BY.search(line) or _RETURNED.search(line)) for line in lines)
    days = (dates_in(line) for line, found in marked if found)
    return next((found[0] for found in days if len(found) == 1 and found[0].precision in ("day", "month")), None)


def questions_answered(text: str) -> int:
    """How many lines put a question that is answered behind it or below; 0 where people are examined, question by question."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    if any(_ON_OATH.match(line) for line in lines):
        return 0
    count = 0
    for line, below in zip(lines, (*lines[1:], ""), strict=False):
        found = _ASKS.match(line)
        asked = found is not None and len(line[: line.find("?")].split()) <= _LONGEST
        count += asked and bool((found and found["more"]) or (below and not below.endswith("?")))
    return count
