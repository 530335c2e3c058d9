"""Numbers in a sentence: counts and shares, in digits or words, with what limits them. No years, dates, money or sections.

`numbers_in` is what metrics are read from. A range ("20 to 30 percent") gives nothing, for it is no one value; a growth
("from 14 to 544", "544, up from 14") gives both, the earlier marked as `former`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from pipeline.extractors import grammar
from pipeline.extractors.amounts import amount, digits_of
from pipeline.extractors.fractions import EACH, PERCENT, share_at
from pipeline.extractors.grammar import View, word_at
from pipeline.extractors.limits import bound_of

_MONTHS = (
    "january february march april may june july august september october november december"
    " jan feb mar apr jun jul aug sep sept oct nov dec"
)
# Words that make the number after them a name ("section 9", "Level 1") and those that make the one before them a time or sum.
_NAMING = (
    "$ section sec sec. § §§ no no. page p. pp. title paragraph article part level chapter exhibit appendix item figure"
    " table version form room suite box age aged tier phase # fiscal fy line footnote note rule priority c.f.r u.s.c ext ext."
    " extension row column col step annex tab district ward route highway interstate myth claim question slide day week"
    " class field"
)
_MEASURING = (
    "u.s.c u.s.c. usc c.f.r c.f.r. cfr st nd rd th year years month months week weeks day days hour hours minute minutes second"
    " seconds dollars cents o'clock am pm a.m. p.m. pages page ° times points"
)
_OTHER_ENTITIES = frozenset({"DATE", "MONEY", "TIME", "LAW"})
_NOT_BEFORE = frozenset((_NAMING + " " + _MONTHS).split())
_NOT_AFTER = frozenset((_MEASURING + " " + _MONTHS).split()) - {"may", "march"}
_JOINING = frozenset({"-", "/", ":"})
_SET_BESIDE = frozenset({"against", "versus", "vs", "vs.", "than", "from"})  # "53 percent, against 28 for the nation"
_RANGING = frozenset({"to", "-", "–", "and", "through", "or"})
_GROWING = frozenset({
    "grow", "rise", "increase", "expand", "go", "climb", "jump", "fall", "drop", "decline", "decrease", "up", "down", "double",
    "soar", "spread", "move", "swell", "growth", "leap", "edge", "shrink",
})  # fmt: skip
_SCALED = frozenset({"millions", "thousands", "000s"})  # in the label of a row: "Prints (millions) | 8.4"
_OWNING = frozenset({"of", "the", "our", "its", "their", "his", "her", "all", "those", "these"})
_POSSESSIVE, _FEW = frozenset({"'s", "'"}), 5  # "41 of the state's 58"
_AGES = frozenset({"under", "over", "below", "above"})
_GROWN_UP = 21  # years: "anyone under eighteen" is an age
_BACK = 6  # words before "from" in which the verb of growing is looked for

_NEAR_NOT = 6  # words back in which the "not" of "not ... a single" stands


@dataclass(frozen=True, slots=True)
class Number:
    """A number in tokens [start, end): `value` in `unit` (count, or share 0..1), `bound` as in Claim, `raw` with its bound.

    `former`: it is named as what was before ("up from 12"). `whole`: the number this one is a part of ("62 of the 90"), else 0.
    `left_out`: the sentence tells of all the others ("all but 97 had been convicted").
    """

    start: int
    end: int
    value: float
    unit: str
    bound: str
    raw: str
    former: bool = False
    whole: float = 0.0
    left_out: bool = False


def numbers_in(view: View) -> tuple[Number, ...]:
    """Every count and share, left to right. `start` is the number's own first token; words of bound lie before it.

    "62 of the 90" is the counts 62, which knows its `whole`, and 90.
    """
    return tuple(_kept(view, tuple(_linked(view, tuple(_read(view))))))


def _read(view: View) -> Iterator[Number]:
    """All that reads as a number, with value -1 for what is one of something else (a year, a sum, a section)."""
    at = 0
    while at < len(view.tokens):
        read = share_at(view, at) or _count(view, at)
        if read is None:
            at += 1
            continue
        value, unit, end = read
        bound, first = bound_of(view, at, end)
        raw = " ".join(view.tokens[index].text for index in range(first, end))
        yield Number(at, end, value, unit, bound, raw)
        at = end


def _linked(view: View, found: tuple[Number, ...]) -> Iterator[Number]:
    """Numbers with what the one before lends them: "53 percent, against 28", "from 14 to 544", "62 of the 90"."""
    last: Number | None = None
    for order, number in enumerate(found):
        following = found[order + 1] if order + 1 < len(found) else None
        if last and last.unit == "share" and number.unit == "count" and _beside(view, last, number) and number.value <= 100:
            number = replace(number, value=round(number.value / 100, 6), unit="share")
        if following and number.unit == following.unit == "count" and 0 < number.value <= following.value:
            between = view.lower[number.end : following.start]
            if between[:1] == ("of",) and (set(between) <= _OWNING or (between[-1] in _POSSESSIVE and len(between) <= _FEW)):
                number = replace(number, whole=following.value)
        last = number
        yield number


def _beside(view: View, last: Number, number: Number) -> bool:
    return number.start - last.end <= 4 and view.lower[number.start - 1] in _SET_BESIDE


def _kept(view: View, found: tuple[Number, ...]) -> Iterator[Number]:
    """Without what is no value: ranges, what is denied ("not 26"), what is a number of something else."""
    for order, number in enumerate(found):
        before = found[order - 1] if order else None
        after = found[order + 1] if order + 1 < len(found) else None
        ranged = (before and _range(view, before, number)) or (after and _range(view, number, after))
        if number.value < 0 or ranged or _denied(view, number):
            continue
        yield replace(number, former=_grown_from(view, number.start), left_out=_left_out(view, number.start))


def _left_out(view: View, at: int) -> bool:
    """ "All but 97", "all except 31 of them", "everyone but 4"."""
    return word_at(view, at - 1) in ("but", "except", "save") and word_at(view, at - 2) in ("all", "everyone", "everybody")


def not_even_one(view: View, at: int) -> bool:
    """Whether the word at `at` is the "single" or "one" of "have not had a single call", "not one call": none, then."""
    if view.lower[at] == "one":
        return at > 0 and view.lower[at - 1] == "not"
    if view.lower[at] != "single" or at == 0 or view.lower[at - 1] not in ("a", "one"):
        return False
    return bool({"not", "n't", "n’t", "never", "without"} & set(view.lower[max(0, at - _NEAR_NOT) : at]))


def _denied(view: View, number: Number) -> bool:
    """ "Not 26", "nowhere near half", "not one of the 14", "not a single one", "grew by 22 percent"."""
    if number.value == 1 and any(not_even_one(view, at) for at in range(number.start, number.end)):
        return True
    first = bound_of(view, number.start, number.end)[1]
    before = view.lower[max(0, first - 4) : first]
    if before[-1:] == ("not",):
        return number.bound in ("exact", "about") and word_at(view, number.end) != "of"
    if before[-1:] == ("by",) and any(view.lemmas[at] in _GROWING for at in range(max(0, first - 4), first)):
        return True  # how far it grew is not how much it is
    if before[-1:] == ("nowhere",):
        return True
    leading = [word for word in before if word not in ("the", "these", "those", "our", "its", "all")]
    return leading[-2:] == ["one", "of"] or leading[-2:] == ["none", "of"]


def _range(view: View, low: Number, high: Number) -> bool:
    """Whether two numbers are the ends of a range. "Grew from 14 to 544" is none."""
    between = tuple(word for word in view.lower[low.end : high.start] if word not in PERCENT)
    if len(between) != 1 or between[0] not in _RANGING:
        return False
    first = bound_of(view, low.start, low.end)[1]
    if between[0] == "and":
        return word_at(view, first - 1) == "between"
    if between[0] == "-":
        return view.tokens[high.start - 1].start == view.tokens[low.end - 1].end
    return not _grown_from(view, low.start)


def _grown_from(view: View, at: int) -> bool:
    """Whether the number at `at` is what something grew or fell from."""
    first = at - 1
    while first >= 0 and view.lower[first] in ("about", "only", "just", "some", "roughly", "around", "a", "the", "mere"):
        first -= 1
    if word_at(view, first) != "from":
        return False
    return any(view.lemmas[index] in _GROWING for index in range(max(0, first - _BACK), first))


def _count(view: View, at: int) -> tuple[float, str, int] | None:
    read = amount(view, at)
    if read is None:
        return None
    value, end = read
    no_count = (
        (value != int(value) and _SCALED.isdisjoint(view.lower[:at]))
        or word_at(view, at - 1) == "["
        or word_at(view, at - 1) in _NOT_BEFORE | EACH
        or word_at(view, end) in _NOT_AFTER | PERCENT
        or _names_something(view, at, end)
        or _is_a_name(view, at, value)
        or _stands_for_a_noun(view, at, end)
        or _marks_an_item(view, at, end)
        or _is_age(view, at, end, value)
        or _other_sort(view, at, end, value)
    )
    return (-1.0 if no_count else value), "count", end


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


def _other_sort(view: View, at: int, end: int, value: float) -> bool:
    """A year, or what the model takes for a date, a time, a sum or a law. Large numbers with their comma are none of these."""
    following = view.tokens[end] if end < len(view.tokens) else None
    counts = following is not None and following.tag == "NNS" and (view.tokens[at].dep == "nummod" or value < 100)
    year = bool(re.fullmatch(r"(?:19|20)\d\d", view.tokens[at].text)) and end == at + 1
    if year:
        return not counts
    if following is not None and following.pos in ("VERB", "AUX"):
        return False  # "since January, 97 had ..."
    if at and view.lemmas[at - 1] == "be" and view.tokens[at].ent == "DATE" and value >= 100:
        return False  # "the number on May 3 was 467": the model takes it for the end of the date
    plain = value < 100 or "," not in view.tokens[at].text
    return plain and not counts and view.tokens[at].ent in _OTHER_ENTITIES
