"""Whether what the trained reader takes for private could be somebody's at all: grammar, days and public houses are nobody's.

The reader weighs words, not what they can mean. A name has a capital, a number figures, a home either; a birth is a day, a year
or an age; what befell somebody in custody is more than its day; and where somebody works is told by a name, not by what is there.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from pipeline.patterns.days.months import STEMS
from pipeline.patterns.private.ages import SPELLED

# The closed classes of English: articles, pronouns, prepositions, conjunctions, what stands beside a verb, and "have".
_SMALL = """
    a an the this that these those i me my mine you your he him his she her hers it its we us our they them their who whom whose
    which what one ones some any no not and or but nor so if as because since until while when where than then of in on at by to
    from for with without about over under into onto upon out off up down between after before during through per via near is am
    are was were be been being has have had having do does did done can could may might must shall should will would there here
    also too very just only ever never again still now today that's he's she's i'm first second third last next own other another
    each every both all take takes took taken thing things part case name number
"""
_CLOSED = frozenset(_SMALL.split())
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_NO_GIVEN_NAME = frozenset({"number", "part", "page", "thing", "first", "second", "third", "last", "next", "other"})
_LABEL = re.compile(r"(?i:mrs?|ms|miss|dr|no|nos|case|tel|juv|dob|pob|ssn|name|age|aged|born|bkg|hosp|dep|ex|id|fbi)\.?")
_MONTH = re.compile(rf"(?i:\b(?:{STEMS})[a-z]*\b)")
_CLOCK = re.compile(r"(?i:\b(?:hrs?|hours|[ap]\.?m|noon|midnight|days?|nights?|mon|tues?|wednes|thurs?|fri|satur|sun)(?:day)?\b)")
_SHORT_DAY = re.compile(rf"\d{{1,2}}[/-]\d{{1,2}}|(?:{STEMS})[a-z]*\.?\s\d{{1,2}}", re.IGNORECASE)
_SPELLED = re.compile(rf"(?i:\b{SPELLED}\b)")
_OF_BIRTH = re.compile(r"(?i:\b(?:b\.|dob|d\.o\.b|born|birth\w*|nacid[oa]|aged?|turn(?:s|ed)))[^\n]{0,20}\Z")
# "5/3/2010 - 5/9/2010": from one day to another nobody is born
_RANGE_BEHIND, _RANGE_BEFORE = (
    re.compile(r"\s?(?:[-–—]|(?i:to|thru|through|and)\b)\s?(?:\d{1,2}[/.-]\d{1,2}\b|(?:19|20)\d\d-\d\d)"),
    re.compile(r"\d[/.-]\d{1,4}\s?(?:[-–—]|(?i:to|thru|through)\b)\s?\Z"),
)
_ORI = re.compile(r"(?i:\bori\b[\s.:#]{0,3}(?:no\.?\s?)?)\Z")  # an agency's number in the FBI's files
_ROAD = re.compile(r"(?i:(?:state\s)?(?:route|rte?|highway|hwy|interstate)\.?\s\d{1,3})")
_DOCKET = re.compile(r"(?i:(?:\d{1,2}:)?\d{2,4}-?cv-?\d{2,6}(?:-[A-Z]{2,4})?)")
# Figures in words, as one gives a number that no search is to find: "five five five, oh one".
_DIGIT = re.compile(r"(?i:\b(?:zero|oh|one|two|three|four|five|six|seven|eight|nine)\b)")
_BEHIND = re.compile(
    r"[\s,]{0,2}(?:is|was|being)\s(?:his|her|their|my)\s(?:\w+\s)?birth|[\s,]{0,2}(?:she|he)\s(?:turns|turned|will\sbe)\b"
)
# Who goes to a school, a church or a doctor's is told of, though the house is public.
_GOES = re.compile(
    r"(?i:\b(?:goes|went|go|going|attends?|attended|attending|pupil|student|enrolled|enrols|picks?|picked|drops?|dropped|walks?|walked"
    r"|teaches|class|grader?|treated|seen|patient|baptized|worships)\b[^.;\n]{0,30}\Z)"
)
_ATTENDED = re.compile(r"(?i:schools?|hospital|clinic|university|college|parish|church)")
_PUBLIC_HOUSE = re.compile(
    r"(?i:schools?|hospital|clinic|court(?:house)?|university|college|charities|parish|church|jail|prison|department|office|police"
    r"|county|sheriff|commission|association|union|consulate|embassy)"
)
# From which on words without a figure, or without a capital, are enough.
SURE_STATUS, NAMED_STATUS, SURE_LOWER, SURE_OTHER, SURE_CONTACT = 0.9, 0.65, 0.87, 0.95, 0.95
FILLED = 0.7  # where somebody fills in a form without a capital: "from:  tavi lund"
_LABEL_BEFORE = re.compile(r"\w\s?[:=]\s{0,12}\Z")
SPOKEN = 2  # digits in words from which on they are a number
AT_LENGTH = 3  # words that tell more of somebody's work than a common place does
_DAYS = re.compile(
    r"\d{1,2}[/-]\d{1,2}(?:[/-](?:20)?\d\d)?(?!\d)|20\d\d-\d\d-\d\d|\b20[01]\d(?:[01]\d[0-3]\d)?\b|\b\d{1,2}\s\d{1,2}\s20\d\d\b"
    r"|\b[0-2]?\d:?[0-5]\d\b|\b[0-3]?\d(?:st|nd|rd|th)?\b"
)


@dataclass(frozen=True, slots=True)
class Said:
    """Words read as private: as they stand, what stands before and behind them, those of no closed class, and whether they hold a
    figure or, among those, a capital."""

    value: str
    before: str
    behind: str
    told: tuple[str, ...]
    figures: bool
    named: bool
    probability: float


def could_be(label: str, text: str, start: int, end: int, probability: float, parish: Callable[[str], bool]) -> bool:
    """Whether the words `text[start:end]`, read as private under this label, tell anything of anybody.

    `parish` says whether words are those of places that the release names.
    """
    value = text[start:end]
    told = tuple(
        word for word in _WORD.findall(value) if word.casefold().replace("’", "'") not in _CLOSED and not _LABEL.fullmatch(word)
    )
    told = told or (_small_names(text, start, end) if label == "name" else ())
    figures = re.search(r"\d", value) is not None or (label in _DIALLED and len(_DIGIT.findall(value)) >= SPOKEN)
    if not told and not figures:
        return False
    beside = text[max(0, start - 60) : start], text[end : end + 40]
    said = Said(value, *beside, told, figures, any(word[0].isupper() for word in told), probability)
    check = _CHECKS.get(label)
    return (check is None or check(said)) and not (label in _PLACED and parish(" ".join(told)) and not figures)


def _small_names(text: str, start: int, end: int) -> tuple[str, ...]:
    """Names that are small words besides, "Will", "May", "An Do": by a capital where no sentence or line begins, or by two."""
    words = list(_WORD.finditer(text, start, end))
    capital = [one for one in words if one.group()[0].isupper() and not one.group()[1:].isupper()]
    inside = re.search(r"[\w,;’'-][^\S\n]\Z", text[max(0, start - 2) : start]) is not None
    given = [one.group() for one in capital if one.group().casefold() not in _NO_GIVEN_NAME and not _LABEL.fullmatch(one.group())]
    return tuple(given) if given and (inside or len(capital) == len(words) > 1) else ()


def _name(said: Said) -> bool:
    owner = said.value.endswith(("’s", "'s"))  # "roe's mom", as one writes in haste
    before = said.before.rpartition("\n")[2]
    in_haste = len(_WORD.findall(before)) > 1 and (before + said.value).islower()  # nobody has a capital there
    filled = len(said.told) > 1 and said.probability >= FILLED and _LABEL_BEFORE.search(before) is not None
    return bool(said.told) and (said.named or owner or in_haste or filled or said.probability >= SURE_LOWER)


def _number(said: Said) -> bool:
    return said.figures and not (_DOCKET.fullmatch(said.value) or _ORI.search(said.before))  # what somebody sues for is public


def _contact(said: Said) -> bool:
    return said.figures or "@" in said.value or (bool(said.told) and said.probability >= SURE_CONTACT)


def _home(said: Said) -> bool:
    return (said.figures or said.named or said.probability >= SURE_LOWER) and not _ROAD.fullmatch(said.value)


def _birth(said: Said) -> bool:
    if re.match(r"\d", said.value) and (_RANGE_BEHIND.match(said.behind) or _RANGE_BEFORE.search(said.before)):
        return False
    if _SHORT_DAY.fullmatch(said.value):
        return _OF_BIRTH.search(said.before) is not None or _BEHIND.match(said.behind) is not None
    return said.figures or _MONTH.search(said.value) is not None or _SPELLED.search(said.value) is not None


def _status(said: Said) -> bool:
    sure = said.probability >= (NAMED_STATUS if said.named and len(said.told) > 1 else SURE_STATUS)
    return said.figures or (sure and len(said.value.split()) > 1)


def _custody(said: Said) -> bool:
    more = re.search(r"\d", _DAYS.sub("", said.value)) is not None  # a number, or a day of birth
    return more or any(not (_MONTH.fullmatch(word) or _CLOCK.fullmatch(word)) for word in said.told)


def _other(said: Said) -> bool:
    last = said.value.split()[-1].strip(".,;")
    at_length = len(said.told) >= AT_LENGTH and said.probability >= SURE_OTHER
    public = _PUBLIC_HOUSE.fullmatch(last) is not None and not (_ATTENDED.fullmatch(last) and _GOES.search(said.before))
    return (said.figures or said.named or at_length) and not public


_DIALLED = ("contact", "number")


def _health(said: Said) -> bool:
    """A day alone is no illness: "since Tuesday"."""
    return any(not (_MONTH.fullmatch(word) or _CLOCK.fullmatch(word)) for word in said.told) or said.figures


_PLACED = ("home", "other", "custody", "status")
_CHECKS: dict[str, Callable[[Said], bool]] = {
    "name": _name,
    "number": _number,
    "contact": _contact,
    "home": _home,
    "birth": _birth,
    "health": _health,
    "status": _status,
    "custody": _custody,
    "other": _other,
}
