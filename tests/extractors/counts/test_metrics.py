"""Numbers of sentences with several of them, in rows of tables and without a population: each to its metric, or to none."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from pipeline.extractors.rules import RuleExtractor
from pipeline.records.document import Document
from pipeline.records.finding import Claim
from pipeline.records.language import Passage
from pipeline.records.topic import Metric, Topic

METRICS = (
    Metric("left", "", "count", "all who left", ("left",), ("(men|people)",), (), ("all ships",)),
    Metric("old", "", "count", "the old who left", ("old",), ("(men|people)",), ("left",), ("arriv*",), others=("young",)),
    Metric(
        "old-share",
        "",
        "share",
        "the old among those who left",
        ("old",),
        ("(men|people|all)",),
        ("left",),
        ("arriv*",),
        others=("young & !(girl)",),
    ),
    Metric("ports", "", "count", "ports open", ("ports",), ("ports",), ("open",), not_about=("(new|next) # ports",), least=3),
)
TOPIC = Topic("harbor", "Harbor Watch", "", ("Harbor Watch",), (), METRICS)


def read(parser: Any, text: str) -> tuple[Claim, ...]:
    plain: dict[str, Any] = {
        "id": "d", "release_id": "r", "file_id": "f", "first_page": 1, "last_page": 1, "kind": "report", "title": "Harbor Watch",
        "date": "", "date_precision": "", "date_basis": "", "author": "", "author_kind": "", "recipients": (), "cc": (),
        "audience": "", "bates_first": "", "bates_last": "", "thread_id": "", "confidence": 1.0,
    }  # fmt: skip
    return RuleExtractor().extract(Document(**plain), (Passage("f-p1", 1, text, parser.parse(text)),), TOPIC)


NARROWED = (
    "97 had twice been young", "97 men were young", "97 had been young before the watch began", "97 were young in Texas",
    "97 were already young when they came",
)  # fmt: skip
ROWS = [
    ("Thirty fewer ports are open than we said.", set()),
    ("Ports are open in all but two of the 44 ports.", {("ports", 42)}),
    ("There are 900 no-show records of old people who left.", set()),
    ("There are 900 low-paid people who left.", {("left", 900)}),
    ("Several of the 44 ports are open.", set()),
    ("We are open in all but a handful of the 44 ports.", set()),
    ("Several of the 312 people who left were old.", {("left", 312)}),
    ("Figure 2. 44 open ports by month.", set()),
    ("Figures are in. 44 ports are open.", {("ports", 44)}),
    ("In all 312 people left, 97 of them old.", {("left", 312), ("old", 97)}),
    ("Of the 312 people who left, 97 were old.", {("left", 312), ("old", 97)}),
    ("A third of those who left were old.", {("old-share", 0.333333)}),
    ("Of the 3,812 people who left, 1,197, or 31 percent, were old.", {("left", 3812), ("old", 1197), ("old-share", 0.31)}),
    ("Old People Left Five Times", set()),  # a title
    ("My one old man who left came by bus.", set()),  # counts nothing
    (
        "Of all the people who left 31 percent were old. In May the share was 21 percent.",
        {("old-share", 0.31), ("old-share", 0.21)},
    ),
    ("Of all the people who left 31 percent were old. The share of nets was 21 percent.", {("old-share", 0.31)}),
    ("Of all the people who left 31 percent were old. The share price was 21 percent up.", {("old-share", 0.31)}),
    ("The piers were old. In May the share was 21 percent.", set()),
    ("Myth: 312 people left.", set()),
    ("Fact: 312 people left.", {("left", 312)}),
    ("62 of the 90 people who left were old.", {("old", 62), ("left", 90)}),
    ("Left | 312 | of those old | 97", {("left", 312), ("old", 97)}),
    ("Old as % of all who left | 28", {("old-share", 0.28)}),
    ("The count grew from 14 open ports to 44.", {("ports", 14), ("ports", 44)}),
    ("The watch has 44 ports open, up from 14.", {("ports", 44), ("ports", 14)}),
    ("Thirty of our forty ports are open.", {("ports", 30)}),
    ("Thirty of the watch's forty ports are open.", {("ports", 30)}),
    ("Most of those who left were old.", {("old-share", 0.5)}),
    ("The great majority of those who left were old.", {("old-share", 0.5)}),
    ("Most old people left.", set()),
    ("It is not true that most of those who left were old.", set()),
    ("It is false that 31 percent of those who left were old.", set()),
    ("I heard that most of those who left were old.", set()),
    ("It is true that most of those who left were old.", {("old-share", 0.5)}),
    ("We heard from the crew that 31 percent of those who left were old.", {("old-share", 0.31)}),
    ("The paper is wrong; 31 percent of those who left were old.", {("old-share", 0.31)}),
    ("At most 40 ports are open.", {("ports", 40)}),
    ("Under thirty ports are open.", {("ports", 30)}),
    ("No ports under eighteen are open to people.", set()),
    ("312 left. Old: 97.", {("left", 312), ("old", 97)}),
    ("Thirty ports are not open.", set()),
    ("Thirty ports are not yet open.", set()),
    ("Thirty ports have yet to be open.", set()),
    ("Thirty ports remain to be open to ships.", set()),
    ("Thirty ports had no open gate.", set()),
    ("Thirty ports are without an open gate.", set()),
    ("In thirty ports no gate is open.", set()),
    ("Thirty ports are open and have no gate.", {("ports", 30)}),
    ("Thirty ports are not only open but full.", {("ports", 30)}),
    ("312 people left. Just 97 of the 312 were old.", {("left", 312), ("old", 97)}),
    ("The watch has forty ports; thirty are open.", set()),
    ("Half of our forty ports are open.", set()),
    ("All but ten of our forty ports are open.", {("ports", 30)}),
    ("Of the forty ports then open, thirty had been built in haste.", {("ports", 40)}),
    ("312 people left; 97 were old.", {("left", 312), ("old", 97)}),
    ("Of the watch's forty ports, thirty are open.", {("ports", 30)}),
    ("312 people left. Of those 312, 97 were old and 12 had tickets.", {("left", 312), ("old", 97)}),
    ("312 people left. The inn has 60 guests, who arrived in May. Of those 60, 41 were old.", {("left", 312)}),
    ("312 people left. Of the 200 letters, 97 were about old people.", {("left", 312)}),
    ("The men left 12 letters.", set()),
    ("About 97 of the arrivals were old.", set()),
    ("A third of the arrivals were old.", set()),
    ("The next 12 ports open in May.", set()),
    ("Police in two ports open the gates.", set()),
    ("Three ports are open.", {("ports", 3)}),
    ("From all ships 12 left.", set()),
    ("Between 20 and 30 people left.", set()),
    ("Have 312 people left?", set()),
    ("None of the 312 people left.", set()),
]


@pytest.mark.parametrize(("text", "wanted"), ROWS)
def test_each_number_goes_to_its_metric(parser: Any, text: str, wanted: set[tuple[str, float]]) -> None:
    assert {(claim.metric, claim.value) for claim in read(parser, text)} == wanted


def test_a_number_says_where_its_population_is_not_said(parser: Any) -> None:
    (bare,) = read(parser, "About 28 percent were old.")
    (full,) = read(parser, "About 28 percent of all who left were old.")
    assert bare.population.endswith("(of whom is not said here)") and bare.population.startswith(full.population)
    assert "not said" not in full.population


def test_what_was_before_is_former(parser: Any) -> None:
    found = read(parser, "The watch has 44 ports open, up from 14.")
    assert {(claim.value, claim.status) for claim in found} == {(44, "asserted"), (14, "former")}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The watch has received no petitions.", {0.0}),
        ("There were no petitions in May.", {0.0}),
        ("No petition has come in.", {0.0}),
        ("As of today we have not received a single petition.", {0.0}),
        ("Not one petition has come in.", {0.0}),
        ("There has not been one petition from this town.", {0.0}),
        ("We never got one petition.", {0.0}),
        ("There has yet to be a single petition.", {0.0}),
        ("The watch has not received one but two petitions.", {2.0}),
        ("It is not one petition we are after.", set()),
        ("The watch never had a single petition.", {0.0}),
        ("The watch received a single petition.", {1.0}),
        ("The watch received one petition, not two.", {1.0}),
        ("The watch did not read a single petition.", set()),  # it may have got many
        ("The watch received 12 petitions.", {12.0}),
        ("Petitions of people under eighteen do not reach us.", {0.0}),
        ("Petitions of people under eighteen do not reach a decision.", set()),
        ("The petitions you mention have not reached the watch.", set()),
        ("The captain has no record of it.", set()),
        ("No petition may be filed by night.", set()),
        ("No petition is to be received by night.", set()),
        ("No petition was granted.", set()),  # how many came in is not said
        ("The watch will keep no copies of petitions.", set()),
        ("Has the watch received no petitions?", set()),
    ],
)
def test_none_is_a_number_where_the_metric_says_so(parser: Any, text: str, wanted: set[float]) -> None:
    metric = Metric(
        "petitions", "", "count", "petitions received", cues=("petition*", "under eighteen"), counts=("petition*",), none=True
    )
    document = Document("d", "r", "f", 1, 1, "memo", "The Watch", "", "", "", "", "", (), (), "", "", "", "", 1.0)
    topic = Topic("watch", "The Watch", "", ("Watch",), (), (metric,))
    found = RuleExtractor().extract(document, (Passage("f-p1", 1, text, parser.parse(text)),), topic)
    assert {claim.value for claim in found} == wanted
    silent = replace(topic, metrics=(replace(metric, none=False),))
    assert 0.0 not in {
        c.value for c in RuleExtractor().extract(document, (Passage("f-p1", 1, text, parser.parse(text)),), silent)
    }


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Nine in ten of those who left were young.", {("old-share", 0.1, "exact")}),
        ("More than 85 percent of the people who left were young.", {("old-share", 0.15, "less-than")}),
        ("All but 3 percent of the people who left were young.", {("old-share", 0.03, "exact")}),
        ("Of the 312 people who left, all but 97 were young.", {("left", 312, "exact"), ("old", 97, "exact")}),
        ("Of the 312 people who left, all but a few were young.", {("left", 312, "exact")}),
        ("Of the 312 people who left, 97 were young.", {("left", 312, "exact"), ("old", 215, "exact")}),
        ("312 people left. Of those 312, 97 were young.", {("left", 312, "exact"), ("old", 215, "exact")}),
        ("Of the 312 people who left, 97 people were young.", {("left", 312, "exact"), ("old", 215, "exact")}),
        ("In May, of the 312 people who left, 97 had been young.", {("left", 312, "exact"), ("old", 215, "exact")}),
        # Young at times, elsewhere or once, and of the men alone: who is old is not what is left.
        *((f"Of the 312 people who left, {part}.", {("left", 312, "exact")}) for part in NARROWED),
        # None of them tells how many are old.
        ("Nine in ten of those who left were not young.", set()),
        ("Nine in ten of those who left were young or poor.", set()),
        ("Nine in ten of those who left were young girls.", set()),
        ("Nine in ten of those who arrived by ship were young.", set()),
        ("Of the 312 people who left, about 97 were young.", {("left", 312, "exact")}),
        ("Of the 312 people who left, 97 were young and poor.", {("left", 312, "exact")}),
        ("Of the 312 people who arrived, 97 were young.", set()),
        ("312 people left. We wrote 99 letters. Of those 99, 12 were young.", {("left", 312, "exact")}),
        ("All but 12 of the ports were open.", set()),
    ],
)
def test_what_is_said_of_all_the_others_tells_the_rest(parser: Any, text: str, wanted: set[tuple[str, float, str]]) -> None:
    assert {(claim.metric, claim.value, claim.bound) for claim in read(parser, text)} == wanted


def test_a_part_takes_the_time_and_place_of_its_whole(parser: Any) -> None:
    text = (
        "Between May 1, 2010 and June 30, 2010 some 312 men who were met in the Dale County Jail left. Of those 312, 97 were old."
    )
    whole, part = read(parser, text)
    assert (part.metric, part.jurisdiction, part.period) == ("old", "Dale County", whole.period)
    assert [reason.right for reason in part.reasons if reason.feature == "whole"] == [f"Dale County; {whole.period}"]


def test_a_part_keeps_a_time_and_place_of_its_own(parser: Any) -> None:
    text = "In May 2010 312 men left Dale County. Of those 312, 97 in Fenwick County were old by June 2010."
    part = read(parser, text)[-1]
    assert (part.metric, part.jurisdiction, part.period) == ("old", "Fenwick County", "by June 2010")


def test_what_is_reckoned_says_from_what_and_quotes_both_numbers(parser: Any) -> None:
    text = "In May 2010 312 people left. Of those 312, 97 were young."
    rest = next(claim for claim in read(parser, text) if claim.metric == "old")
    told = {reason.feature: (reason.left, reason.right) for reason in rest.reasons}
    assert (rest.value, rest.quote) == (215, text)
    assert told["derived"] == ("312 less 97", "215") and told["part"][1] == "312"


def test_a_number_printed_as_it_is_says_of_what_it_is_a_part(parser: Any) -> None:
    part = next(
        claim
        for claim in read(parser, "Of the 312 people who left by June 30, 2010, all but 97 were young.")
        if claim.metric == "old"
    )
    assert ("part", "312") in {(reason.feature, reason.right) for reason in part.reasons}
    assert "derived" not in {reason.feature for reason in part.reasons}
    alone = next(claim for claim in read(parser, "In all 97 old people left.") if claim.metric == "old")
    assert "part" not in {reason.feature for reason in alone.reasons}
    taken = next(claim for claim in read(parser, "In all 312 people left, 97 of them old.") if claim.metric == "old")
    assert ("part", "312") in {(reason.feature, reason.right) for reason in taken.reasons}


def test_what_is_left_is_not_reckoned_where_another_part_is_counted(parser: Any) -> None:
    both = read(parser, "312 people left, of whom 97 had been young and 20 had not.")
    assert not {claim.value for claim in both if claim.metric == "old"} & {215.0}


PLACED = [
    ("In all 312 people, a figure from Dolan, left.", ""),
    ("In all 312 people left, a figure in Appendix.", ""),
    ("Within Headquarters 312 people left.", ""),
    ("In all 312 people of Smith's counties left.", ""),
    ("In all 312 people of Ohio's counties left.", "Ohio"),
    ("Those who left after a hearing in Bellwether and Tamarind were 212 people.", "Bellwether; Tamarind"),
    ("Of the 312 people who left from Wyandra by June 30, 2010, all but 97 were young.", "Wyandra"),
    ("In fiscal 2010 we saw 312 people left in Cindra, Ostrander and Pell.", "Cindra; Ostrander; Pell"),
    ("In all 312 people left in May.", ""),
    ("In all 312 people left in the State out of 540.", ""),
    ("The 312 people left are counted in LEDGER.", ""),
    ("In all 312 people left in Operation Ketch.", ""),
    ("The 312 people left are told of in Table 3.", ""),
    ("In all 312 people left in Spring 2010.", ""),
]


def test_a_whole_is_not_placed_by_what_is_said_of_its_part(parser: Any) -> None:
    found = {one.value: one.jurisdiction for one in read(parser, "Of the 312 people who left, 97 were old in Texas.")}
    assert found == {312: "", 97: "Texas"}
    found = {one.value: one.jurisdiction for one in read(parser, "In Texas, of the 312 people who left, 97 were old.")}
    assert found == {312: "Texas", 97: "Texas"}


@pytest.mark.parametrize(("text", "place"), PLACED)
def test_a_place_of_a_number_is_told_by_where_its_name_stands(parser: Any, text: str, place: str) -> None:
    found = read(parser, text)
    assert found and {claim.jurisdiction for claim in found} == {place}
