"""How old a person is, on a page about one person's case: told by a word for years, for age, for who is so old."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.patterns.private.signs import IdentifierFound

KIND = "age"
BASIS = "tells how old a private person is"
_TENS = r"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
_ONES = "one|two|three|four|five|six|seven|eight|nine"
SPELLED = rf"(?:{_TENS}(?:[- ](?:{_ONES}))?|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|{_ONES})"
_AGE = rf"(?:(?<![\d.,$/-])\d{{1,2}}(?![\d/%]|[-.,]\d)|(?i:\b{SPELLED}\b))"
_YEARS = r"[ -]?(?i:years?|yrs?|months?|mos?|weeks?|wks?)\.?"
_PART = "girl|boy|child|juvenile|teenager|youth"
_PART += "|client|patient|subject|victim|caller|complainant|male|female|man|woman|inmate|detainee|witness"
_SOMEBODY = (
    r"(?i:i|he|she|who|man|woman|boy|girl|child|son|daughter|kid|brother|sister|mother|father|wife|husband|minor|victim"
    r"|subject|client"
    r"|patient)"
)
_AGES = (
    re.compile(rf"(?P<value>{_AGE}(?:{_YEARS}[ -]?(?i:old|of\sage)\b|[ ]?(?:y/o|Y/O|yo|YO|y\.o\.)(?!\w)))"),
    # "Age: 31", "aged nine", "Age/Sex: 29 F"; "aged 18 to 34" is a group's
    re.compile(
        rf"(?i:(?<!\w)aged?(?:[ ]?/[ ]?(?:sex|gender|race))?(?:[ ](?:is|of|was))?)[ ]{{0,2}}[:=.]?[ ]{{0,4}}(?P<value>{_AGE})"
        r"(?![ ]?(?:to|through|or|and|-|–)[ ]?(?:\d|over|older|under|above|up|older|younger|[a-z]+teen))"
    ),
    re.compile(
        rf"\b{_SOMEBODY}(?:,?[ ][A-Z][\w’'-]+)?,?[ ](?:is|am|was|of|turns|turned)[ ]"
        rf"(?:only[ ]|just[ ]|about[ ]|now[ ])?(?P<value>{_AGE})"
        r"(?=[.,;:)\n]|[ ](?:and|but|when|now|then|last|yesterday|on(?=[ ][A-Z]))\b)"
    ),
    re.compile(rf"(?i:\b(?:{_PART})), (?:(?:about|around|maybe|perhaps|nearly|almost|some) )?(?P<value>\d\d)(?=,)"),
)
_BEHIND_NAME = re.compile(
    r"(?:,[ ]|[ ]?\([ ]?|[ ]-[ ]|[ ](?=\d\d?[ ]?[MF]\b))"
    r"(?P<value>\d{1,2}(?:[ ]?[MF]\b|[ ]?(?:yrs?|years|y/o)\b)?)(?=[,;)]|\.(?!\d)|[ ]*\n|$)"
    # "Ada, seventeen, was taken", "Ada is four and small"
    rf"|(?:,[ ]|[ ]?\([ ]?)(?P<spelled>(?i:{SPELLED}))(?=[,;)])"
    rf"|[ ](?:is|was|turned|turns)[ ](?:only[ ]|just[ ]|about[ ]|now[ ])?(?P<turned>\d{{1,2}}|(?i:{SPELLED}))(?=[.,;:)\n]"
    rf"|[ ](?:and|but|when|now|then)\b)"
)


def ages_in(text: str, names: tuple[int, ...]) -> Iterator[IdentifierFound]:
    """Ages of persons; `names` are where private names end, for "Jane Roe, 34, of that street"."""
    found = [match.span("value") for some in _AGES for match in some.finditer(text)]
    found += [match.span(match.lastgroup or 0) for end in names if (match := _BEHIND_NAME.match(text, end))]
    yield from (IdentifierFound(*span, KIND, BASIS) for span in dict.fromkeys(found))
