"""Counts and shares in running text."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.extractors.counts.fields import fields_of
from pipeline.extractors.counts.numbers import numbers_in
from pipeline.extractors.cueing.grammar import view_of
from pipeline.records.language import Sentence, Token

ROWS = [
    # how far apart two are, what is aimed at, how fast it goes, what comes on top
    ("We took on 33 fewer ferries than planned.", []),
    ("Fewer than 33 ferries came.", [(33, "count", "less-than")]),
    ("33 ferries or fewer came.", [(33, "count", "exact")]),
    ("It carried 40 percent fewer boats.", []),
    ("Calls were up 620 from the quarter before.", []),
    ("We signed up 40 towns.", [(40, "count", "exact")]),
    ("Calls fell 2,300.", []),
    ("Calls fell to 2,300.", [(2300, "count", "exact")]),
    ("The list holds 1,900 boats, down 40 from March.", [(1900, "count", "exact")]),
    ("It exceeded the plan by some 40 boats.", []),
    ("They were carried by some 40 boats.", [(40, "count", "about")]),
    ("A drop of 300 boats was seen.", []),
    ("A fleet of 300 boats was seen.", [(300, "count", "exact")]),
    ("Our goal is 400 towns by the fall.", []),
    ("The count is 400 towns.", [(400, "count", "exact")]),
    ("The quota for the office is 1,200 boats.", []),
    ("The share of late boats was measured at a rate of 26 percent.", [(0.26, "share", "exact")]),
    ("The match rate was 26 percent.", [(0.26, "share", "exact")]),
    ("The rate was 26 boats.", []),
    ("Our goal is 26 percent.", []),
    ("The ferry made 750 of a planned 1,000 trips.", [(750, "count", "exact")]),
    ("We carried 90 people by boat per week.", []),
    ("It carries 310 people across the bay a month.", []),
    ("312 people left in a month.", [(312, "count", "exact")]),
    ("Another 12 towns joined.", []),
    ("Of 412 boats 371 left and another 41 stayed.", [(412, "count", "exact"), (371, "count", "exact"), (41, "count", "exact")]),
    ("At least 300 more came than in May.", []),
    ("More than 300 came.", [(300, "count", "more-than")]),
    ("It is 40 short of the goal.", []),
    ("The short 40 boats left.", [(40, "count", "exact")]),
    ("Some 40-odd towns joined.", [(40, "count", "more-than")]),
    ("It is an odd 40 towns.", [(40, "count", "exact")]),
    ("A 12 percent increase in calls was seen.", []),
    ("It made 410 of the 600 trips of its yearly goal.", [(410, "count", "exact")]),
    ("A 600-trip target was set.", []),
    ("It made 600 trips of the kind we had planned.", [(600, "count", "exact")]),
    ("Boats left 0231 and came 0845.", []),
    ("Boats left, 231 in all.", [(231, "count", "exact")]),
    ("Twice 300 boats left.", []),
    ("A third again as many left.", []),
    ("Ferry and Removal Office, 2210 Foundry Street, Alder Falls, OH 44102", []),
    ("In DC 44,102 boats left.", [(44102, "count", "exact")]),
    ("The office in Alder Falls counted 44102 boats.", [(44102, "count", "exact")]),
    # words for numbers
    ("Just shy of 300 boats left.", [(300, "count", "less-than")]),
    ("North of 300 boats left.", [(300, "count", "more-than")]),
    ("The boats lay to the north, 300 in all.", [(300, "count", "exact")]),
    ("Twenty-some towns joined.", [(20, "count", "more-than")]),
    ("Some twenty towns joined.", [(20, "count", "about")]),
    ("A dozen and a half towns joined.", [(18, "count", "exact")]),
    ("A dozen towns and a half of another joined.", [(12, "count", "exact"), (0.5, "share", "exact")]),
    ("One and a half million people left.", [(1500000, "count", "exact")]),
    ("A quarter of a million people left.", [(250000, "count", "exact")]),
    ("Three quarters of them left.", [(0.75, "share", "exact")]),
    ("Not a third of them left.", []),
    ("Better than a third of them left.", [(0.333333, "share", "more-than")]),
    ("Nineteen in twenty of them left.", [(0.95, "share", "exact")]),
    ("Every one of the 22 towns joined.", [(22, "count", "exact")]),
    ("One of the 22 towns joined.", []),
    # captions and tables of contents
    ("Figure 3: Boats in 58 towns by month", []),
    ("Chart 6: Boats sent to date, 9,400.", [(9400, "count", "exact")]),
    ("38 Ferries Running in Three Towns", []),
    ("38 Ferries Lost Last Year, Agency Says", [(38, "count", "exact")]),
    ("38 Ferries Are Running in Texas.", [(38, "count", "exact")]),
    ("Ferries Running 38", [(38, "count", "exact")]),
    ("Ferries: 38 Boats", [(38, "count", "exact")]),
    ("38 ferries running in Texas", [(38, "count", "exact")]),
    ("Table 2 shows 58 towns.", [(58, "count", "exact")]),
    ("4.2 Boats in 58 towns ........ 17", []),
    ("Appendix C Boats in 58 towns ........ 117", []),
    ("Boats in towns ........ 58", [(58, "count", "exact")]),
    ("The count of calls stands at fourteen.", [(14, "count", "exact")]),
    ("The ferry leaves at fourteen hours.", []),
    ("As of Friday 19 of the state's 53 towns were open.", [(19, "count", "exact"), (53, "count", "exact")]),
    ("Friday 19 was the day.", []),
    ("She lives at 417 Quince Court.", []),
    ("It is in a letter sent to 88 Alder Mill Road.", []),
    ("In all 417 Quince County residents left.", [(417, "count", "exact")]),
    ("There are 31 ORI numbers.", [(31, "count", "exact")]),
    ("It reads up to 40,000 prints a day.", []),
    ("We get twelve angry calls per week.", []),
    ("It read 40,000 prints that day.", [(40000, "count", "exact")]),
    ("Complaint No. 14 came in.", []),
    ("There has not been one call from there.", []),
    ("It is not one call that we mind.", []),
    ("It reached 79% of them.", [(0.79, "share", "exact")]),
    ("It reached about 20 percent of them.", [(0.2, "share", "about")]),
    ("It reached twenty-six percent of them.", [(0.26, "share", "exact")]),
    ("Roughly two-thirds of them left.", [(0.666667, "share", "about")]),
    ("One in four people left.", [(0.25, "share", "exact")]),
    ("Three out of five counties left.", [(0.6, "share", "exact")]),
    ("More than half of the detainees left.", [(0.5, "share", "more-than")]),
    ("There were 1,508 jurisdictions.", [(1508, "count", "exact")]),
    ("There were 1,5O8 jurisdictions.", [(1508, "count", "exact")]),
    ("There were more than half a dozen cities.", [(6, "count", "more-than")]),
    ("There were nearly 47,000 people.", [(47000, "count", "about")]),
    ("At least 300 people came.", [(300, "count", "at-least")]),
    ("Fewer than twelve counties joined.", [(12, "count", "less-than")]),
    ("It checked 1.5 million prints.", [(1500000, "count", "exact")]),
    ("There were 2000 jurisdictions.", [(2000, "count", "exact")]),
    ("The number of them on May 3 was 467.", [(467, "count", "exact")]),  # the model takes it for the end of the date
    ("The last of them on record was 2010.", []),
    ("The day of it was May 3.", []),
    ("In 2010 it ended.", []),
    ("It ended on May 14, 2010.", []),
    ("From August 2, 2010 ferries will be counted by landing.", []),
    ("Effective May 3rd 2011 sailings rise.", []),
    ("It cost $47,000 in all.", []),
    ("See section 9 of the plan.", []),
    ("See page 14.", []),
    ("Level 1 offenders came first.", []),
    ("It lasted 45 minutes.", []),
    ("From 20 to 30 percent of them left.", []),
    ("Nobody under eighteen was asked.", []),
    ("It holds under-18 records.", []),
    ("Under 18 counties joined.", [(18, "count", "less-than")]),
    ("Under twelve of them joined.", [(12, "count", "less-than")]),
    ("Most of them left.", [(0.5, "share", "more-than")]),
    ("The vast majority of people left.", [(0.5, "share", "more-than")]),
    ("It took most of the day, at most.", [(0.5, "share", "more-than")]),
    ("They won by a majority.", []),
    ("Between 20 and 30 people left.", []),
    ("It rose by 5 percentage points.", []),
    ("The share was 120 percent.", []),
    ("Under 8 U.S.C. 1373 it may.", []),
    ("", []),
    ("One hundred fifty-one thousand left, 113,250 of them late.", [(151000, "count", "exact"), (113250, "count", "exact")]),
    ("It passed the one-point-nine million mark.", [(1900000, "count", "more-than")]),
    ("A hundred and twenty files and about two dozen letters.", [(120, "count", "exact"), (24, "count", "about")]),
    ("Of every four, one left.", [(0.25, "share", "exact")]),
    ("One detained person in four, give or take, left.", [(0.25, "share", "about")]),
    ("Left: 23 of every 100 held", [(0.23, "share", "exact")]),
    ("Only eight in a hundred left.", [(0.08, "share", "exact")]),
    ("Twenty-seven in every hundred left.", [(0.27, "share", "exact")]),
    ("It was 53 percent, against 28 elsewhere.", [(0.53, "share", "exact"), (0.28, "share", "exact")]),
    ("It was 28.5 percent, not 26 as before.", [(0.285, "share", "exact")]),
    ("It grew from 14 to 544 towns.", [(14, "count", "exact"), (544, "count", "exact")]),
    ("There are 340 now, up from 210 then.", [(340, "count", "exact"), (210, "count", "exact")]),
    ("~60K of them left.", [(60000, "count", "about")]),
    ("6.1M prints", [(6100000, "count", "exact")]),
    ("Letters to date: l2.", [(12, "count", "exact")]),
    ("Level 2 as % of total | 28", [(0.28, "share", "exact")]),
    ("Share of total .26", [(0.26, "share", "exact")]),
    ("The 2,500th town came on line.", [(2500, "count", "exact")]),
    ("Between a fifth and a third left.", []),
    ("Nowhere near half of them left.", []),
    ("All but two of the towns left.", [(2.0, "count", "exact")]),
    ("Not one of the 14 towns left.", []),
    ("The count fell by 22 percent.", []),
    ("It is an old one that we share.", []),
    ("Document 22 is withheld.", []),
    ("Nobody called 911 and two men left.", [(2, "count", "exact")]),
    ("Calls to 911 fell in May.", []),
    ("The clerk called 911 people in May.", [(911, "count", "exact")]),
    ("In all 911 left.", [(911, "count", "exact")]),
    ("It was sent on 11/12 as case 2010-08-17.", []),
]


@pytest.mark.parametrize(("text", "wanted"), ROWS)
def test_numbers(parser: Any, text: str, wanted: list[tuple[float, str, str]]) -> None:
    found = [(n.value, n.unit, n.bound) for sentence in parser.parse(text) for n in numbers_in(view_of(sentence))]
    assert found == wanted


GROWN = [
    ("It grew from 14 to 544 towns.", [True, False]),
    ("It came from 14 towns.", [False]),
    ("It has 9, down from 12.", [False, True]),
]


@pytest.mark.parametrize(("text", "former"), GROWN)
def test_what_something_grew_from_was_before(parser: Any, text: str, former: list[bool]) -> None:
    (sentence,) = parser.parse(text)
    assert [number.former for number in numbers_in(view_of(sentence))] == former


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("88 of the same 540 had none.", 540),
        ("88 of these 540 had none.", 540),
        ("88 of the 540 had none.", 540),
        ("88 of June 540 had none.", 0),
    ],
)
def test_what_a_number_is_a_part_of(parser: Any, text: str, whole: int) -> None:
    (sentence,) = parser.parse(text)
    assert numbers_in(view_of(sentence))[0].whole == whole


FIELDS = [
    ("Live in 116 towns across 16 states", ["live in 116 towns", "across 16 states"], ["towns", "states"]),
    ("Prints sent | 455 | Left | 133", ["prints sent | 455", "| left | 133"], ["", ""]),
    ("97 of them had none, and 40 more went home.", ["97 of them had none ,", "40 more went home ."], ["", ""]),
    ("They lost 31,207 (28.4%) of the cases.", ["they lost 31,207", "( 28.4 % ) of the cases ."], ["", ""]),
    ("Eight percent of Marlow County's prints came late.", ["eight percent of marlow county 's prints came late ."], ["prints"]),
]


@pytest.mark.parametrize(("text", "wanted", "nouns"), FIELDS)
def test_each_number_has_its_own_words(parser: Any, text: str, wanted: list[str], nouns: list[str]) -> None:
    (sentence,) = parser.parse(text)
    view = view_of(sentence)
    found = fields_of(view, numbers_in(view))
    words = [" ".join(token.text for token in view.tokens[one.start : one.end]).lower() for one in found]
    assert words == wanted
    assert [view.lower[one.noun] if one.noun >= 0 else "" for one in found] == nouns


HEAP = (
    "one", "12", "of", "in", "ten", "every", "half", "%", ",", "and", "from", "to", "|", ":", "3.5", "million", "single", "a",
    "no", "dozen", "l2", "-", "hundred", "share", "(", ")", "not",
)  # fmt: skip


@given(st.lists(st.sampled_from(HEAP), max_size=12))
def test_any_heap_of_number_words_is_read_without_failing(words: list[str]) -> None:
    tokens = tuple(Token(w, w, "NUM", "CD", "dep", 0, 4 * at, 4 * at + len(w)) for at, w in enumerate(words))
    view = view_of(Sentence(" ".join(words), 0, 4 * len(words), tokens))
    numbers = numbers_in(view)
    assert all(0 <= n.start < n.end <= len(words) and n.value >= 0 and (n.unit == "count" or n.value <= 1) for n in numbers)
    assert all(one.start <= one.number.start < one.end for one in fields_of(view, numbers))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("All but two of the towns left.", [True]),
        ("Everybody except 12 clerks had come.", [True]),
        ("All except 3 percent had come.", [True]),
        ("Some 40, but 3 of them late, had come.", [False, False]),
        ("But 12 clerks had come.", [False]),
        ("All of the 12 clerks had come.", [False]),
    ],
)
def test_what_stands_behind_all_but_is_left_out(parser: Any, text: str, told: list[bool]) -> None:
    assert [n.left_out for sentence in parser.parse(text) for n in numbers_in(view_of(sentence))] == told


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("In all 312 people left by June 30, 2010, of\nwhom 97 were old.", ("97", "312")),
        ("In all 312 people left Dale County, 97 of whom were old.", ("97", "312")),
        ("We counted 312 people who left, among them 97 old men.", ("97", "312")),
        ("We counted 312 people who left, including 97 old men.", ("97", "312")),
        ("312 people left; of these, 97 were old.", ("97", "312")),
        ("312 people left from 104 ports, of whom 97 were old.", ("97", "312")),
        ("500 people came and 312 left, of whom 97 were old.", ("97", "312")),
        ("Of the 312 people who left from the six ports, 97 were old.", ("97", "312")),
        ("312 people left; the list of which 97 were old is gone.", None),
        ("In 12 ports there were 30 men, of whom 97 were old.", None),
        ("312 people left and 97 were old.", None),
        ("312 people left, up from 97 old men.", None),
        ("About 312 people left, of whom 97 were old.", None),
        ("97 old men were among those who left in 312 ports.", None),
    ],
)
def test_a_part_is_taken_from_the_number_before_that_holds_it(parser: Any, text: str, part: tuple[str, str] | None) -> None:
    found = {(n.raw, f"{n.whole:.0f}") for sentence in parser.parse(text) for n in numbers_in(view_of(sentence)) if n.whole}
    assert found == ({part} if part else set())
