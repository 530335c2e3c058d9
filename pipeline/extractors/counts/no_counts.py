"""Amounts that count nothing: sections, dates, sums, ages, items of a list, numbers of houses and cases, rates."""

from __future__ import annotations

import re

from pipeline.extractors.counts.amounts import amount, digits_of
from pipeline.extractors.counts.fractions import EACH, PERCENT
from pipeline.extractors.counts.limits import bound_of
from pipeline.extractors.cueing import grammar
from pipeline.extractors.cueing.grammar import View, word_at

_MONTHS = (
    "january february march april may june july august september october november december"
    " jan feb mar apr jun jul aug sep sept oct nov dec"
)
# Words that make the number after them a name ("section 9", "Level 1") and those that make the one before them a time or sum.
_NAMING = (
    "$ section sec sec. § §§ no no. page p. pp. title paragraph article part level chapter exhibit appendix item figure"
    " table version form room suite box age aged tier phase # fiscal fy line footnote note rule priority c.f.r u.s.c ext ext."
    " extension row column col step annex tab district ward route highway interstate myth claim question slide day week"
    " class field apt apt. unit bldg bldg."
)
_MEASURING = (
    "u.s.c u.s.c. usc c.f.r c.f.r. cfr st nd rd th year years month months week weeks day days hour hours minute minutes second"
    " seconds dollars cents o'clock am pm a.m. p.m. pages page ° times points"
)
_OTHER_ENTITIES = frozenset({"DATE", "MONEY", "TIME", "LAW"})
_NOT_BEFORE = frozenset((_NAMING + " " + _MONTHS).split())
_NOT_AFTER = frozenset((_MEASURING + " " + _MONTHS).split()) - {"may", "march"}
_JOINING = frozenset({"-", "/", ":"})
_SCALED = frozenset({"millions", "thousands", "000s"})  # in the label of a row: "Prints (millions) | 8.4"
_POSTCODE, _STATE = re.compile(r"[\dOolI]{5}(?:-\d{4})?$"), re.compile(r"[A-Z]{2}$")
_YEAR, _DAY = re.compile(r"(?:19|20)\d\d$"), re.compile(r"\d{1,2}(?:st|nd|rd|th)?$")
_MONTH_WORDS = frozenset(_MONTHS.split())
_ZEROED = re.compile(r"0\d+$")
_AGES = frozenset({"under", "over", "below", "above"})
_PER, _TIMES, _FEW = EACH | {"a", "an", "per"}, frozenset({"day", "week", "month", "hour", "minute", "year", "night", "shift"}), 4
_TALLIES, _NEAR = frozenset({"count", "number", "tally", "total"}), 9
_LINE = re.compile(r"[2-9]11|999|112")  # numbers that one dials for help, or for an office
_DIALLED = frozenset(
    {"call", "dial", "ring", "phone", "telephone", "text", "caller", "dispatch", "dispatcher", "operator", "report"}
)
_GOING_ON, _SPANS = (
    frozenset({",", ";", ":", "and"}),
    _MONTH_WORDS | {"first", "second", "third", "fourth", "last", "fiscal", "fy"},
)
_STOPS = frozenset({",", ";", ":"})
_GROWN_UP = 21  # years: "anyone under eighteen" is an age


def counts_nothing(view: View, at: int, end: int, value: float) -> bool:
    """Whether the amount in tokens [at, end) is a number of something else than persons, places or papers."""
    return (
        (value != int(value) and _SCALED.isdisjoint(view.lower[:at]))
        or word_at(view, at - 1) == "["
        or _ZEROED.match(view.tokens[at].text) is not None  # "at 0231": an hour, a number of a paper
        or (word_at(view, at - 1) == "." and word_at(view, at - 2) in ("no", "nos") and view.tokens[at - 2].text[0] == "N")
        or word_at(view, at - 1) in _NOT_BEFORE | EACH
        or word_at(view, end) in _NOT_AFTER | PERCENT
        or _names_something(view, at, end)
        or _stands_for_a_noun(view, at, end)
        or _marks_an_item(view, at, end)
        or _is_age(view, at, end, value)
        or _is_address(view, at, end)
        or _is_postcode(view, at)
        or _is_year(view, at)
        or _is_rate(view, end)
        or _is_dialled(view, at, end)
        or ((_is_a_name(view, at, value) or _other_sort(view, at, end, value)) and not _parts(view, end))
    )


_THEM = frozenset({"the", "those", "these", "them", "our", "its", "all", "whom"})


def _parts(view: View, end: int) -> bool:
    """ "19 of the state's 53" is no day of a month, whatever stands before it."""
    near = range(end + 1, min(end + 6, len(view.tokens)))
    return word_at(view, end) == "of" and any(amount(view, at) for at in near)


def _is_address(view: View, at: int, end: int) -> bool:
    """ "417 Quince Court", "2 Mill Road": nothing but a name stands behind the number, and a name is not counted."""
    last = end
    while last < len(view.tokens) and view.tokens[last].text.istitle() and view.tokens[last].tag == "NNP":
        last += 1
    goes_on = last < len(view.tokens) and (
        view.tokens[last].pos in ("NOUN", "NUM", "PROPN", "ADJ") or word_at(view, last) in ("'s", "’s")
    )
    return last - end > 1 and view.tokens[at].text.isdigit() and not goes_on


def _is_postcode(view: View, at: int) -> bool:
    """ "Alder Falls, OH 44102": five digits behind two capitals, as a letterhead ends."""
    return bool(at and _POSTCODE.match(view.tokens[at].text) and _STATE.match(view.tokens[at - 1].text))


def _is_year(view: View, at: int) -> bool:
    """ "From August 2, 2010 ferries will be counted": a year behind the day of a month, whatever stands behind it."""
    day = at - 1 - (word_at(view, at - 1) == ",")
    month = day - 1 if day > 0 and _DAY.match(view.tokens[day].text) else -1
    return _YEAR.match(view.tokens[at].text) is not None and month >= 0 and view.lower[month].rstrip(".") in _MONTH_WORDS


def _is_rate(view: View, end: int) -> bool:
    """ "40,000 prints a day", "12 calls per week": how fast, not how many."""
    at = end
    while at < len(view.tokens) and at - end < _FEW and view.tokens[at].pos in ("NOUN", "ADJ", "PROPN"):
        at += 1
    return word_at(view, at) in _PER and word_at(view, at + 1) in _TIMES


def _is_dialled(view: View, at: int, end: int) -> bool:
    """ "Nobody called 911", "calls to 911 fell"; not "it called 911 people"."""
    counted = (
        end < len(view.tokens) and view.tokens[at].dep == "nummod" and view.tokens[end].pos in ("NOUN", "PROPN", "ADJ", "VERB")
    )
    if counted or not _LINE.fullmatch(view.tokens[at].text):
        return False
    near = view.lemmas[max(0, at - _FEW) : at]
    return not _DIALLED.isdisjoint(near) and not _STOPS.intersection(near)


def _names_something(view: View, at: int, end: int) -> bool:
    """Whether the number is glued to others by a sign: a date, a time, a case number; or repeats in brackets: "thirty (30)"."""
    tokens = view.tokens
    if at > 1 and word_at(view, at - 1) == "(" and word_at(view, end) == ")" and amount(view, at - 2):
        return True
    glued_before = at > 0 and tokens[at - 1].text in _JOINING and tokens[at - 1].end == tokens[at].start
    glued_after = end < len(tokens) and tokens[end].text in _JOINING and tokens[end - 1].end == tokens[end].start
    before = glued_before and at > 1 and tokens[at - 2].end == tokens[at - 1].start
    after = glued_after and end + 1 < len(tokens) and digits_of(tokens[end + 1].text) is not None
    return before or (after and tokens[end + 1].start == tokens[end].end)


def _is_a_name(view: View, at: int, value: float) -> bool:
    """ "Document 22 is ...": a small number behind the singular noun that it names, in a sentence with a verb."""
    before = view.tokens[at - 1] if at else None
    named = (
        before is not None and before.tag in ("NN", "NNP") and before.text[0].isupper() and grammar.head_of(view, at) == at - 1
    )
    return named and value < 1000 and any(token.pos in ("VERB", "AUX") for token in view.tokens)


def _is_age(view: View, at: int, end: int, value: float) -> bool:
    """ "Anyone under eighteen", "under-18 records", "over 21"; not "under 18 counties", "over twenty of them"."""
    lead = at - 1 - (word_at(view, at - 1) == "-")
    following = view.tokens[end] if end < len(view.tokens) else None
    if word_at(view, lead) not in _AGES or value > _GROWN_UP:
        return False
    return following is None or not (following.tag in ("NNS", "NNPS") or word_at(view, end) == "of") or lead < at - 1


def _stands_for_a_noun(view: View, at: int, end: int) -> bool:
    """The "one" of "an immigration one", "one that we share", "my one complaint"; nor is "at least one county" worth having."""
    if end != at + 1 or view.lower[at] != "one":
        return False
    owned = at > 0 and view.tokens[at - 1].tag == "PRP$"
    return owned or view.tokens[at].dep != "nummod" or bound_of(view, at, end)[0] != "exact"


def _marks_an_item(view: View, at: int, end: int) -> bool:
    """ "5. Number of ...", "7) ..." at the start of a sentence."""
    misread = word_at(view, 1) == "," and len(view.tokens) > 2 and view.tokens[2].text[0].isupper()  # a comma for a stop
    marked = word_at(view, 1) in (".", ")") or misread
    return at == 0 and end == 1 and view.tokens[0].text.isdigit() and marked and len(view.tokens) > 2


def _said_to_be_a_count(view: View, at: int) -> bool:
    """ "The count of complaints stands at fourteen": whatever sort of number the model takes it for."""
    near = range(max(0, at - _NEAR), at)
    return any(view.lemmas[one] in _TALLIES and view.tokens[one].dep in grammar.SUBJECTS for one in near)


def _other_sort(view: View, at: int, end: int, value: float) -> bool:
    """A year, or what the model takes for a date, a time, a sum or a law. Large numbers with their comma are none of these."""
    following = view.tokens[end] if end < len(view.tokens) else None
    counts = following is not None and following.tag == "NNS" and (view.tokens[at].dep == "nummod" or value < 100)
    year = bool(re.fullmatch(r"(?:19|20)\d\d", view.tokens[at].text)) and end == at + 1
    if year:
        return not counts
    if _said_to_be_a_count(view, at):
        return False
    if following is not None and following.pos in ("VERB", "AUX"):
        return False  # "since January, 97 had ..."
    if word_at(view, end) == "of" and word_at(view, end + 1) in _THEM and word_at(view, at - 1).rstrip(".") not in _MONTH_WORDS:
        return False  # "through April 30, 85 of the people"
    if at and view.lemmas[at - 1] == "be" and view.tokens[at].ent == "DATE" and value >= 100:
        return False  # "the number on May 3 was 467": the model takes it for the end of the date
    behind = word_at(view, end + 1 + (word_at(view, end + 1) == "the")).rstrip(".")
    if word_at(view, at - 1) in _GOING_ON and word_at(view, end) == "in" and (_YEAR.match(behind) or behind in _SPANS):
        return False  # "40 in May, 52 in June", "and 9 in the second"
    plain = value < 100 or "," not in view.tokens[at].text
    return plain and not counts and view.tokens[at].ent in _OTHER_ENTITIES
