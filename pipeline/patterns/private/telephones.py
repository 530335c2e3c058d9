"""Telephone numbers: any run of digits grouped as a number that one calls, unless its place shows it to be an office's.

How a number is grouped is its writer's whim ("555-0142-881", "(555) 01 42 881"), so digits are counted and no grouping is
asked for. Digits joined by more than spaces are withheld wherever they stand; rows of plain numbers and digits in one piece
only behind a word for a telephone or, on a page about somebody's case, beside a name. What shows a number to be public is a
small set of places: a word for an office's line, a toll-free code, a letterhead, the name of an office right before it, the
row of somebody in office, a word for a number of something else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.patterns.days.dates import dates_in
from pipeline.patterns.private.signs import DIGIT as _D
from pipeline.patterns.private.signs import IdentifierFound, digits_enough, rows_below
from pipeline.patterns.public.whose_number import HEAD, of_office, phone_label

BASIS = "a telephone number not given as an office's"
# What may stand between the groups of a number; a line may end there.
_JOINT = r"[ ]?[-–/][ ]?\n{0,2}|\.\n?|\)[ ]?[-–.]?[ ]?\n?|[ ]|\n"
_DIGITS = rf"(?=[^\W\d]{{0,11}}\d){_D}"  # a group has at least one true digit
_RUN = re.compile(
    rf"(?<![^\W_]|[$€£.@])(?<!\d[:–/-])\+?\(?{_DIGITS}{{1,11}}(?:(?:{_JOINT})\(?{_DIGITS}{{1,7}})*\)?"
    r"(?P<inner>,?\s?(?:x|ext\.?|extension)\s?\d{1,6})?(?![^\W_]|[%@]|[-–:/.,]\d)"
)
_GROUP = re.compile(rf"{_D}+")
# "ABC-08-555-3186", "318-6624/B": glued to a word, digits are mostly a file's.
_GLUED_LEFT, _GLUED_RIGHT = re.compile(r"[^\W\d_][-–_/]\+?\(?\Z"), re.compile(r"[-–/_][^\W\d_]")
_PARTED = re.compile(r"[ ]?[-–/][ ]?\(?\Z")  # between two numbers
_MOST_GROUPS = 6
_WIDEST = 5  # digits of a group, where joined ones make up no whole number
AREA, LOCAL, WHOLE, LONGEST = 3, 7, 10, 11  # digits of an area, of a number without it, with it, and with what is dialled first
# Groups of digits that are something else: ranges, ZIP codes, employers' and federal numbers of other kinds.
_OTHER_GROUPS = frozenset(((4, 4), (5, 5), (5, 4), (2, 7), (7, 2), (3, 2, 4), (3, 3, 3), (7, 4), (6, 2), (6, 3)))
_USUAL = frozenset(((3, 3, 4), (1, 3, 3, 4), (3, 4), (3, 7), (1, 3, 7)))
_DATE = "="  # stands in for each character of a date or hour: neither a joint nor what a number cannot follow
_HOUR = re.compile(r"(?<![\w:])\d{1,2}:\d\d(?![\w:])")
_YEAR = re.compile(r"(?:19|20)\d\d")
_ABROAD = re.compile(r"(?<!\w)\+(?!1\b)\d{1,3}[ .-]?\(?\d{1,4}\)?(?:[ .-]?\d{2,4}){2,4}(?!\w)")
_SAID = re.compile(r"(?i:\barea\scode)\s\d{3}[-,.\s]{1,3}\d{3}[-,.\s]{1,3}\d{4}(?!\d)")
# "if you must it is 555 0134 after six": when somebody is at home
_AFTER_HOURS = re.compile(
    r"(?<![\d-])\d{3}[ .-]\d{4}(?=,?\s(?i:after\s(?:four|five|six|seven|eight|nine|work|dark|supper|dinner|\d)"
    r"|evenings|nights|weekends|any\s?time))"
)
# "our phone there has always been 555 0134"
_LED = re.compile(
    r"(?i:\b(?:phone|phn|cell|tel|telephone|mobile|t[eé]lefono|number|no|call|ring|text|reach|c/b)\b(?:[.:#]|\s(?:there|here|has|have|always|been|is"
    r"|was|at|still|now|remains|me|on|number|no|him|her))*[.:]?[ ]{0,2})\Z"
)
_FAX = re.compile(r"(?i:\b(?:fax|facsimile)\b)[\s.:#]{0,4}(?:no\.?\s?)?$")
_SUM = re.compile(r"(?i:[ \t|]*(?:grand\s)?totals?\b(?![^\n]*(?:tel|phone|call)))")  # the last row of a table of counts
_PHONE_HEAD = re.compile(r"(?i:\b(?:tele)?phone\b|\btel\b|\bcell\b|\bmobile\b)")
_PRIVATE_HEAD = re.compile(r"\bSSN\b|\bA[- ]?(?:[Nn]umber|NUMBER|[Nn]o\b|#)|(?i:\bD\.?O\.?B\b|\bdate\sof\sbirth\b|\balien\s)")


@dataclass(frozen=True, slots=True)
class _Number:
    """Digits at `text[start:end]` that may be a telephone number. `joined`: by more than spaces or the end of a line."""

    start: int
    end: int
    joined: bool


def telephones_in(text: str, names: tuple[int, ...] | None = None) -> Iterator[IdentifierFound]:
    """Every private telephone number. On a page about somebody's case, which `names` tells, a looser shape will do: whole
    numbers that end no row of a table, and what stands in the lines of these places of private names."""
    for one in _numbers(text):
        label = phone_label(text, one.start, one.end)
        if label != "private" and _SUM.match(text[text.rfind("\n", 0, one.start) + 1 : one.start + 1]):
            continue
        case, called = names is not None, label in ("private", "phone")
        loose = (called and (_is_said(text, one) or (case and _is_met(text, one)))) or (
            names is not None and _of_case(text, one, names)
        )
        if (one.joined or loose) and (called or not _of_file(text, one)) and not of_office(text, one.start, one.end, label, case):
            yield IdentifierFound(one.start, one.end, "phone", BASIS)
    for match in _SAID.finditer(text):
        yield IdentifierFound(*match.span(), "phone", BASIS)
    for match in _AFTER_HOURS.finditer(text):
        if phone_label(text, *match.span()) not in ("office", "number"):
            yield IdentifierFound(*match.span(), "phone", BASIS)
    for match in _ABROAD.finditer(text):
        if phone_label(text, match.start(), match.end()) not in ("office", "number"):
            yield IdentifierFound(match.start(), match.end(), "phone", "a telephone number with a country code")
    yield from _in_rows(text)


def whole_lines(text: str, cases: tuple[tuple[int, int], ...] = ()) -> Iterator[tuple[str, bool]]:
    """Digits of every whole telephone number, and whether the text gives it as an office's; `cases` are its parts about one."""
    for one in _numbers(text):
        if _digits(text, one) >= WHOLE:
            label = phone_label(text, one.start, one.end)
            office = label != "number" and of_office(
                text, one.start, one.end, label, any(start <= one.start < end for start, end in cases)
            )
            yield digits_of(text[one.start : one.end]), office


def lines_of_offices(texts: tuple[str, ...]) -> tuple[str, ...]:
    """Digits of the telephones that the texts give as offices' and nowhere as anybody's, as on pages about somebody's case."""
    told = [one for text in texts for one in whole_lines(text, ((0, len(text)),))]
    others = {digits for digits, office in told if not office}
    return tuple(sorted({digits for digits, office in told if office} - others))


def digits_of(value: str) -> str:
    """The digits of a telephone number without the country's."""
    return re.sub(r"\D", "", value).removeprefix("1")


def grouped_in(text: str) -> Iterator[tuple[int, int]]:
    """Where digits stand that are grouped as a telephone number usually is, whoever's it is."""
    for one in _numbers(text):
        if one.joined and tuple(map(len, _GROUP.findall(text, one.start, one.end))) in _USUAL:
            yield one.start, one.end


def faxes_in(text: str, homes: tuple[IdentifierFound, ...]) -> Iterator[IdentifierFound]:
    """Fax numbers in the same few lines as somebody's home: a private person's letterhead."""
    for one in _numbers(text) if homes else ():
        if _FAX.search(text[max(0, one.start - 20) : one.start]):
            between = (text[min(home.end, one.end) : max(home.start, one.start)] for home in homes if home.start < one.start)
            if any(len(some) < HEAD for some in between):
                yield IdentifierFound(one.start, one.end, "phone", "a fax below somebody's home address")


def _numbers(text: str) -> Iterator[_Number]:
    """Runs of groups of digits, dates and hours left out, cut to what has as many digits as a telephone number."""
    signs = list(text)
    for day in dates_in(text):
        if day.precision == "day":
            signs[day.start : day.end] = _DATE * (day.end - day.start)
    for hour in _HOUR.finditer(text):
        signs[hour.start() : hour.end()] = _DATE * len(hour.group())
    text = "".join(signs)
    for run in _RUN.finditer(text):
        groups = [one.span() for one in _GROUP.finditer(text, run.start(), run.start("inner") if run["inner"] else run.end())][
            : 4 * _MOST_GROUPS
        ]
        at = parted = 0
        while at < len(groups):
            last = _last(text, groups, at)
            before = text[groups[at - 1][1] : groups[at][0]] if at else ""
            if last < 0 or (before.strip(" \n(") and at != parted):
                at += 1
                continue
            start, end = groups[at][0], groups[last][1] if last + 1 < len(groups) else run.end()
            start -= start > 0 and text[start - 1] == "(" and ")" in text[start:end]
            joints = [text[a:b] for (_, a), (b, _) in zip(groups[at:last], groups[at + 1 : last + 1], strict=True)]
            if digits_enough(text[start:end]):
                yield _Number(start, end, any(joint.strip() for joint in joints))
            at = parted = last + 1


def _last(text: str, groups: list[tuple[int, int]], first: int) -> int:
    """The group that ends a telephone number which begins with group `first`, or -1. A usual grouping wins, then the fuller."""
    best, rank = -1, (0, 0)
    for last in range(first, min(first + _MOST_GROUPS, len(groups))):
        shape = tuple(end - start for start, end in groups[first : last + 1])
        joints = [text[a:b] for (_, a), (b, _) in zip(groups[first:last], groups[first + 1 : last + 1], strict=True)]
        after = text[groups[last][1] : groups[last + 1][0]] if last + 1 < len(groups) else " "
        if not _is_number(text[groups[first][0] : groups[last][1]], shape, joints):
            continue
        if after.strip(" \n(") and not _is_parted(after, shape, tuple(end - start for start, end in groups[last + 1 : last + 4])):
            continue
        ours = (_rank(shape, "\n" in "".join(joints)), sum(shape))
        if ours > rank:
            best, rank = last, ours
    return best


def _is_parted(joint: str, shape: tuple[int, ...], after: tuple[int, ...]) -> bool:
    """Whether a number ends at this joint and another begins ("318-6624/318-6625"), or another's last digits ("318-6624/25")."""
    another = after in _USUAL or after[:2] in _USUAL
    return shape in _USUAL and _PARTED.match(joint) is not None and (another or ("/" in joint and len(after) == 1))


def _rank(shape: tuple[int, ...], broken: bool) -> int:
    """How well the groups make a number: as one usually writes it, whole, a usual local one, broken by the end of a line."""
    if broken:
        return 2 if sum(shape) >= WHOLE else 1
    if sum(shape) >= WHOLE:
        return 5 if shape in _USUAL else 4
    return 3 if shape in _USUAL else 1


def _is_number(value: str, shape: tuple[int, ...], joints: list[str]) -> bool:
    digits = sum(shape)
    joined = any(joint.strip() for joint in joints)
    if any(joint.startswith("/") for joint in joints) and shape not in _USUAL:
        return False  # "10/02 0915", an hour of a day
    if any(joint.startswith(")") and size != AREA for joint, size in zip(joints, shape, strict=False)):
        return False
    if "." in "".join(joints) and shape not in _USUAL:
        return False
    if joined and (shape in _OTHER_GROUPS or (max(shape) > _WIDEST and shape not in _USUAL)):
        return False
    if _YEAR.match(value) and digits < WHOLE:
        return False
    if digits == LOCAL:
        return shape in ((3, 4), (7,))
    if digits == LONGEST:
        return value.lstrip("(")[0] in "01OolI"
    return digits == WHOLE or (LOCAL < digits < WHOLE and len(shape) > 1)


def _is_said(text: str, one: _Number) -> bool:
    """Whether digits enough for an area's code are given, or a word for a telephone leads up to them."""
    return _digits(text, one) >= WHOLE or _LED.search(text[max(0, one.start - 60) : one.start]) is not None


def _is_met(text: str, one: _Number) -> bool:
    """Whether "at" leads up to a local number as it is usually grouped ("she is at 318 6624")."""
    usual = re.fullmatch(rf"{_D}{{3}} {_D}{{4}}", text[one.start : one.end])
    return usual is not None and re.search(r"\bat\s\Z", text[max(0, one.start - 4) : one.start]) is not None


def _of_file(text: str, one: _Number) -> bool:
    """Whether a dash or slash glues the digits to a word, and they are not grouped as a whole telephone number usually is."""
    glued = _GLUED_LEFT.search(text[max(0, one.start - 3) : one.start]) or _GLUED_RIGHT.match(text, one.end)
    usual = _digits(text, one) >= WHOLE and tuple(map(len, _GROUP.findall(text, one.start, one.end))) in _USUAL
    return glued is not None and not usual


def _digits(text: str, one: _Number) -> int:
    return sum(map(str.isalnum, text[one.start : one.end]))


def _of_case(text: str, one: _Number, names: tuple[int, ...]) -> bool:
    """Whether plain digits on a page about a case are somebody's: in the line of a name, or no last cells of a row of counts."""
    first, end = text.rfind("\n", 0, one.start), text.find("\n", one.end)
    if any(first < at < (end if end >= 0 else len(text)) for at in names):
        return True
    counts = re.fullmatch(r"[\d ]+", text[one.start : one.end]) and re.match(r"[ \d.,%$-]*(?:\n|$)", text[one.end :])
    return _digits(text, one) >= WHOLE and not counts


def _in_rows(text: str) -> Iterator[IdentifierFound]:
    """Numbers in the rows below a head that has columns for a telephone and for a private identifier."""
    for head, below in rows_below(text):
        if _PHONE_HEAD.search(head) and _PRIVATE_HEAD.search(head) and not re.search(r"\d{3}", head):
            for start, line in below:
                for one in _numbers(line):
                    if one.end > 0.4 * len(line) and _digits(line, one) >= WHOLE:
                        yield IdentifierFound(start + one.start, start + one.end, "phone", "stands below a column head")
