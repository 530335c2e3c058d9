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

from pipeline.patterns.beside import OFFICE
from pipeline.patterns.dates import dates_in
from pipeline.patterns.homes import ORGANISATION
from pipeline.patterns.name_forms import CAP, of_an_official
from pipeline.patterns.signs import DIGIT as _D
from pipeline.patterns.signs import IdentifierFound, digits_enough, rows_below

BASIS = "a telephone number not given as an office's"
# What may stand between the groups of a number; a line may end there.
_JOINT = r"[ ]?[-–/][ ]?\n{0,2}|\.\n?|\)[ ]?[-–.]?[ ]?|[ ]|\n"
_DIGITS = rf"(?=[^\W\d]*\d){_D}"  # a group has at least one true digit
_RUN = re.compile(
    rf"(?<![\w$€£.:@/_–-])\+?\(?{_DIGITS}{{1,11}}(?:(?:{_JOINT})\(?{_DIGITS}{{1,7}})*\)?(?![\w%@:]|[-–/]\w|[.,]\d)"
    r"(?P<inner>,?\s(?:x|ext\.?|extension)\s?\d{1,6})?"
)
_GROUP = re.compile(rf"{_D}+")
_MOST_GROUPS = 6
_WIDEST = 5  # digits of a group, where joined ones make up no whole number
AREA, LOCAL, WHOLE, LONGEST = 3, 7, 10, 11  # digits of an area, of a number without it, with it, and with what is dialled first
# Groups of digits that are something else: ranges, ZIP codes, employers' and federal numbers of other kinds.
_OTHER_GROUPS = frozenset(((4, 4), (5, 5), (5, 4), (2, 7), (7, 2), (3, 2, 4), (3, 3, 3), (7, 4), (6, 2), (6, 3)))
_USUAL = frozenset(((3, 3, 4), (1, 3, 3, 4), (3, 4), (3, 7), (1, 3, 7)))
_YEAR = re.compile(r"(?:19|20)\d\d")
_ABROAD = re.compile(r"(?<!\w)\+(?!1\b)\d{1,3}[ .-]?\(?\d{1,4}\)?(?:[ .-]?\d{2,4}){2,4}(?!\w)")
_SAID = re.compile(r"(?i:\barea\scode)\s\d{3}[-,.\s]{1,3}\d{3}[-,.\s]{1,3}\d{4}(?!\d)")
# "our phone there has always been 555 0134"
_LED = re.compile(
    r"(?i:\b(?:phone|cell|tel|telephone|mobile|t[eé]lefono|number|no|call|ring|text|reach|c/b)\b(?:[.:#]|\s(?:there|here|has|have|always|been|is"
    r"|was|at|still|now|remains|me|on|number|no|him|her))*[.:]?[ ]{0,2})\Z"
)
_FAX = re.compile(r"(?i:\b(?:fax|facsimile)\b)[\s.:#]{0,4}(?:no\.?\s?)?$")
# The name of an office or a title with a capital, and nothing but words for its line between it and the number.
_NAMED_LEFT = re.compile(
    rf"(?<![\w’'-])(?P<name>{CAP}(?:\s(?:[A-Z]\.|{CAP})){{0,2}}),?\s(?:(?:tel|phone|ph|at|on)\b[.:]?\s?)?\(?$"
)
_DESK = re.compile(r"(?i:desk|line|intake|dispatch|booking|records|reception|hotline)\b")
_OFFICE_LEFT = re.compile(
    r"[A-Z][\w’'-]*[\])]?[,.:;]?\s[(–-]?\s?(?:(?i:tel(?:ephone)?|phone|ph|at|on|number|no|is|our|its|line|call)\b[.:]?\s?){0,4}$"
)
FAR = 2  # other words than these between a word for an office's line and its number
_OTHER_WORDS = re.compile(r"(?<![\w’'@.])(?!(?:telephone|phone|number|line|is|was|the|at|no|has|been|there)\b)[A-Za-z]\S*")
_SENTENCE_END = re.compile(r"(?<=[a-z]{3}[.;!?])\s(?=[A-Z])(?!Nos?\b)")
_HEAD = 120  # characters that a letterhead may take between an address and a fax number
_PHONE_HEAD = re.compile(r"(?i:\b(?:tele)?phone\b|\btel\b|\bcell\b|\bmobile\b)")
_PRIVATE_HEAD = re.compile(r"\bSSN\b|\bA[- ]?(?:[Nn]umber|NUMBER|[Nn]o\b|#)|(?i:\bD\.?O\.?B\b|\bdate\sof\sbirth\b|\balien\s)")
_KIN = re.compile(
    r"(?i:\b(?:mother|father|mom|dad|wife|husband|spouse|parents?|brother|sister|son|daughter|uncle|aunt|cousin|grand[a-z]+"
    r"|neighbou?r|friend|guardian|girlfriend|boyfriend|home|residence)\b)"
)
_NO_HEAD = re.compile(
    r"[?!:;]|\b(?:I|We|My|He|She|They)\b|(?i:\b(?:reports?|complaint|statement|log|form|sheet|record|incident|call(?:ed|er)?)\b)"
)
_JOINS = frozenset(("of", "the", "and", "for", "in", "at", "on", "de", "la", "del", "y"))
# What the first line of an office's or a firm's letterhead has; a person's own has a name alone.
_FIRM = re.compile(
    r"\b(?:L\.?L\.?[CP]|P\.?C|Inc)\b|(?i:\b(?:department|office|agency|bureau|division|district|school|university|college|police|sheriff"
    r"|county\sof|city\sof|court|clinic|hospital|services|society|coalition|network|center|council|association|project|company)\b)"
)
_TOLL_FREE = frozenset({"800", "888", "877", "866", "855", "844", "833"})
_LABEL_LAST = re.compile(
    r"(?i:(?P<private>\b(?:home|cell(?:ular|phone)?|mobile|personal|residence|pager|direct)\b|\b[CHMchm]\s?[:.)]?(?=\s*$))"
    r"|(?P<office>\b(?:press|media|office|fax|facsimile|main|hot\s?line|help\s?(?:line|desk)|contact\sline|contact\sfor\s(?:the\s)?(?-i:[A-Z]\w+)"
    r"|public\saffairs|switchboard"
    r"|front\sdesk|toll.free|newsroom|call\scent(?:er|re)|tip\s?line|information\sline|reception|customer\sservice|TTY"
    r"|TDD|fx)\b|(?:desk|duty)\s(?:line|number|phone|officer|agent|attorney|supervisor)"
    r"|\b0\s?:|\b[FOWfow]\s?[:.)]?(?=\s*$))"
    r"|(?P<phone>\b(?:tele)?phone\b|\btel\b|\bph\b|\bcall(?:ed|ing)?\b|\breach(?:ed)?\b|\bcontact\b|\btext\b"
    r"|\btel[eé]fono\b|\bcelular\b|\b[PT]\s?[:.)]?(?=\s*$)"
    r"|\bcall.?backs?\b|(?-i:\bC/?B\b)|\bat\b|(?:\b(?:my|his|her|their|own|evening|daytime|night|other)|[’']s)\s(?:number\b|no\.)(?:\sis\b)?"
    r"|^\s*number\b(?:\sis)?\s*$)"
    r"|(?P<number>\b(?:no|case|docket|request|bates|invoice|contract|grant|file|control|tracking|order|account"
    r"|foia)\b[.:]?|#|§))"
)
_AFTER = re.compile(
    r"(?:\s?[(\[]\s?|\s?[–—-]\s|\s)(?i:(?P<private>home|cell|mobile|personal|direct)|(?P<office>office|fax|main|press"
    r"|media|toll.free|[fo](?=[.)\],;]|\s*(?:\n|$))))"
    r"(?!\w*\s?[:#]?\s?\(?\d)"
)


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
        loose = (label in ("private", "phone") and _is_said(text, one)) or (names is not None and _of_case(text, one, names))
        if (one.joined or loose) and not _of_office(text, one, label, names is not None):
            yield IdentifierFound(one.start, one.end, "phone", BASIS)
    for match in _SAID.finditer(text):
        yield IdentifierFound(*match.span(), "phone", BASIS)
    for match in _ABROAD.finditer(text):
        if phone_label(text, match.start(), match.end()) not in ("office", "number"):
            yield IdentifierFound(match.start(), match.end(), "phone", "a telephone number with a country code")
    yield from _in_rows(text)


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
            if any(len(some) < _HEAD for some in between):
                yield IdentifierFound(one.start, one.end, "phone", "a fax below somebody's home address")


def _numbers(text: str) -> Iterator[_Number]:
    """Runs of groups of digits, dates left out, cut to what has as many digits as a telephone number."""
    for day in dates_in(text):
        if day.precision == "day":
            text = text[: day.start] + ":" * (day.end - day.start) + text[day.end :]
    for run in _RUN.finditer(text):
        groups = [one.span() for one in _GROUP.finditer(text, run.start(), run.start("inner") if run["inner"] else run.end())][
            : 4 * _MOST_GROUPS
        ]
        at = 0
        while at < len(groups):
            last = _last(text, groups, at)
            before = text[groups[at - 1][1] : groups[at][0]] if at else ""
            if last < 0 or before.strip(" \n("):
                at += 1
                continue
            start, end = groups[at][0], groups[last][1] if last + 1 < len(groups) else run.end()
            start -= start > 0 and text[start - 1] == "(" and ")" in text[start:end]
            joints = [text[a:b] for (_, a), (b, _) in zip(groups[at:last], groups[at + 1 : last + 1], strict=True)]
            if digits_enough(text[start:end]):
                yield _Number(start, end, any(joint.strip() for joint in joints))
            at = last + 1


def _last(text: str, groups: list[tuple[int, int]], first: int) -> int:
    """The group that ends a telephone number which begins with group `first`, or -1. A usual grouping wins, then the fuller."""
    best, rank = -1, (0, 0)
    for last in range(first, min(first + _MOST_GROUPS, len(groups))):
        shape = tuple(end - start for start, end in groups[first : last + 1])
        joints = [text[a:b] for (_, a), (b, _) in zip(groups[first:last], groups[first + 1 : last + 1], strict=True)]
        after = text[groups[last][1] : groups[last + 1][0]] if last + 1 < len(groups) else " "
        if not _is_number(text[groups[first][0] : groups[last][1]], shape, joints) or after.strip(" \n("):
            continue
        ours = (_rank(shape, "\n" in "".join(joints)), sum(shape))
        if ours > rank:
            best, rank = last, ours
    return best


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
    return _digits(text, one) >= WHOLE or _LED.search(text[: one.start][-60:]) is not None


def _digits(text: str, one: _Number) -> int:
    return sum(map(str.isalnum, text[one.start : one.end]))


def _of_case(text: str, one: _Number, names: tuple[int, ...]) -> bool:
    """Whether plain digits on a page about a case are somebody's: in the line of a name, or no last cells of a row of counts."""
    first, end = text.rfind("\n", 0, one.start), text.find("\n", one.end)
    if any(first < at < (end if end >= 0 else len(text)) for at in names):
        return True
    counts = re.fullmatch(r"[\d ]+", text[one.start : one.end]) and re.match(r"[ \d.,%$-]*(?:\n|$)", text[one.end :])
    return _digits(text, one) >= WHOLE and not counts


def _of_office(text: str, one: _Number, label: str, case: bool) -> bool:
    """Whether the place of the number shows it to be an office's, or a number of something else. On a page about a `case` a
    letterhead may be the address of the person written to."""
    if label == "private":
        return False
    value = text[one.start : one.end]
    return (
        label in ("office", "number")
        or re.sub(r"\D", "", value).removeprefix("1")[:3] in _TOLL_FREE
        or value.endswith("000")
        or (of_letterhead(text, one.start, one.end) and (label == "phone" or not case))
        or _follows_office(text, one.start)
    )


def _follows_office(text: str, start: int) -> bool:
    """Whether the name of an office stands right before the number, or the row it is in tells of somebody in office."""
    line = text[text.rfind("\n", 0, start) + 1 : start]
    near = _OFFICE_LEFT.search(line[-60:])
    if near and any(some.match(near.group()) for some in (ORGANISATION, OFFICE, _DESK)):
        return True
    named = _NAMED_LEFT.search(line[-60:])
    if named and of_an_official(text, start - len(line[-60:]) + named.start("name")):
        return True
    words = re.findall(r"[^\W\d_]+", line)
    row = all(word[0].isupper() or word in _JOINS for word in words) and not re.search(r"[:\d]", line)
    return row and any(at and OFFICE.fullmatch(word) for at, word in enumerate(words))


def _in_rows(text: str) -> Iterator[IdentifierFound]:
    """Numbers in the rows below a head that has columns for a telephone and for a private identifier."""
    for head, below in rows_below(text):
        if _PHONE_HEAD.search(head) and _PRIVATE_HEAD.search(head) and not re.search(r"\d{3}", head):
            for start, line in below:
                for one in _numbers(line):
                    if one.end > 0.4 * len(line) and _digits(line, one) >= WHOLE:
                        yield IdentifierFound(start + one.start, start + one.end, "phone", "stands below a column head")


def of_letterhead(text: str, start: int, end: int) -> bool:
    """Whether `text[start:end]` is all that its line says, in a block whose first line is an office's or a firm's.

    That line is a name, not a sentence, and nothing between the two speaks of kin or a home.
    """
    first, _, rest = text[:start].rpartition("\n\n")[2].partition("\n")
    line = rest.rpartition("\n")[2] + text[end:].partition("\n")[0]
    return (
        bool(_FIRM.search(first))
        and len(first) < _HEAD
        and _is_head(first)
        and not _KIN.search(rest)
        and not re.search(r"(?i:cell|home|mobile)|\w{7}|\d", line)
    )


def _is_head(line: str) -> bool:
    """Whether the line is a name of which every word is capitalised but those that join, no sentence, label or form."""
    words = re.findall(r"[^\W\d_][\w’'-]*", line)
    return not _NO_HEAD.search(line) and all(word[0].isupper() or word in _JOINS for word in words)


def phone_label(text: str, start: int, end: int) -> str:
    """What the number is said to be: private, office, phone, number (of something else) or ''; the nearest word counts."""
    after = _AFTER.match(text, end, end + 24)
    if after:
        return "private" if after["private"] else "office"
    line = max(text.rfind("\n\n", 0, start), start - 60, 0)
    before = text[line:start]
    last_line = before.rpartition("\n")[2]
    alone = re.match(r"\s*[A-Z]", last_line) or re.search(r"\d", last_line) or _LABEL_LAST.search(last_line)
    before = last_line if alone else re.split(r"\d{4}", before)[-1]
    before = _SENTENCE_END.split(before)[-1]
    last = ""
    for word in _LABEL_LAST.finditer(before):
        kind = word.lastgroup or ""
        if kind == "number" and re.search(r"[a-z]\w*\s", before[word.end() :]):
            continue
        near_digits = re.search(r"\d{4}", before[word.end() :])
        if kind in ("office", "number") and (near_digits or len(_OTHER_WORDS.findall(before[word.end() :])) > FAR):
            continue  # that word named the number before this one, or is spoken of besides
        if not (last in ("office", "private") and kind == "phone") and not (kind == "number" and last):
            last = kind
    return last
