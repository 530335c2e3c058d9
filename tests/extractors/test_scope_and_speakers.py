"""Where, when, of whom and by whom: what stands beside a statement, on sentences of our own."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from pipeline.extractors.rules import RuleExtractor
from pipeline.extractors.speakers.kinds import kind_of
from pipeline.extractors.subjects import times
from pipeline.records.document import Document
from pipeline.records.finding import Claim
from pipeline.records.language import Passage
from pipeline.topics import load_topic

TOPIC = load_topic(Path(__file__).resolve().parents[2] / "corpus" / "topics" / "secure-communities.toml")


def read(parser: Any, text: str, author: str = "") -> tuple[Claim, ...]:
    document = Document("d", "r", "f", 1, 1, "letter", "Secure Communities", "", "", "", author, "", (), (), "", "", "", "", 1.0)
    return RuleExtractor().extract(document, (Passage("f-p1", 1, text, parser.parse(text)),), TOPIC)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("In Tarrow, no county can opt out of Secure Communities.", "Tarrow"),
        ("In Port Elling, sheriffs may opt out of Secure Communities.", "Port Elling"),
        ("In the State of Tremont counties cannot opt out of Secure Communities.", "State of Tremont"),
        ("In January, no sheriff could opt out of Secure Communities.", ""),
        ("In Congress, few doubt that counties cannot opt out of Secure Communities.", ""),
        ("In Secure Communities, counties cannot opt out.", ""),
    ],
)
def test_places_the_tagger_does_not_know(parser: Any, text: str, place: str) -> None:
    found = read(parser, text)
    assert found and {claim.jurisdiction for claim in found} == {place}


def test_a_number_belongs_to_the_place_before_it(parser: Any) -> None:
    text = "In Ardley 41 percent of those removed had no criminal record, and in Brome 19 percent."
    assert [(c.value, c.jurisdiction) for c in read(parser, text) if c.metric] == [(0.41, "Ardley"), (0.19, "Brome")]


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("From May 3, 2009 through June 1, 2010, 12,000 people were deported.", "From May 3, 2009 through June 1, 2010"),
        ("Between May 2009 and June 2010, 12,000 people were deported.", "Between May 2009 and June 2010"),
        ("As of March 31, 2011, 12,000 people had been deported.", "As of March 31, 2011"),
        ("In fiscal year 2010, 12,000 people were deported.", "In fiscal year 2010"),
        ("We deported 12,000 people in fiscal 2010.", "in fiscal 2010"),
        ("So far 12,000 people have been deported.", "So far"),
    ],
)
def test_periods_with_both_ends(parser: Any, text: str, period: str) -> None:
    assert [claim.period for claim in read(parser, text) if claim.metric == "removals-total"] == [period]


def test_a_narrowed_share_is_of_another_population(parser: Any) -> None:
    plain = read(parser, "About 12 percent of those removed had no criminal record.")
    narrow = read(parser, "Of those matched, 12 percent of people removed had no criminal record.")
    whole, part = ({c.population for c in found if c.metric} for found in (plain, narrow))
    assert whole and part and whole.isdisjoint(part)


@pytest.mark.parametrize("who", ["Somebody", "Anybody here", "Everyone", "They", "Many"])
def test_nobody_in_particular_is_no_speaker(parser: Any, who: str) -> None:
    found = read(parser, f"{who} said that Secure Communities is voluntary.")
    assert [(claim.speaker, claim.status) for claim in found] == [("", "reported")]


@pytest.mark.parametrize("whom", ["them", "us", "everyone", "her"])
def test_a_bare_pronoun_is_no_addressee(parser: Any, whom: str) -> None:
    assert [c.addressee for c in read(parser, f"The field office told {whom} that Secure Communities is voluntary.")] == [""]


def test_an_earlier_paper_is_a_former_speaker_and_a_brochure_now_is_not(parser: Any) -> None:
    (old,) = read(parser, "Earlier leaflets described Secure Communities as optional.")
    (new,) = read(parser, "The leaflet describes Secure Communities as optional.")
    assert (old.status, new.status) == ("former", "asserted")


@pytest.mark.parametrize(
    ("text", "announced"),
    [
        ("Effective May 1, 2012, counties can no longer opt out of Secure Communities.", True),
        ("We are changing our position: Secure Communities is mandatory.", True),
        ("From now on no MOA is required for Secure Communities.", True),
        ("Starting June 6 our desk no longer lets a county opt out of Secure Communities; till today a letter did.", True),
        ("As of April 1 the bureau no longer requires an MOA before Secure Communities is activated.", True),
        ("From Monday participation in Secure Communities is no longer voluntary.", True),
        ("Beginning next week counties can no longer opt out of Secure Communities.", True),
        ("From April 1, 2009 participation in Secure Communities was no longer voluntary.", False),
        ("From April 1 to May 3 counties can no longer opt out of Secure Communities.", False),
        ("As of April 1 participation in Secure Communities is voluntary.", False),
        ("Counties can no longer opt out of Secure Communities.", False),
        ("No MOA is required for Secure Communities.", False),
        ("Taking part in Secure Communities is an effective and voluntary step.", False),
    ],
)
def test_announced(parser: Any, text: str, announced: bool) -> None:
    found = read(parser, text)
    assert found and {claim.announced for claim in found} == {announced}


@pytest.mark.parametrize(
    ("phrase", "kind"),
    [("press officer", "agency"), ("Office of Public Affairs", "agency"), ("agency spokesperson", "agency"),
     ("newspaper reporter", "press"), ("the local press", "press"), ("public defender", "local")],
)  # fmt: skip
def test_a_press_officer_is_no_paper(phrase: str, kind: str) -> None:
    assert kind_of(phrase, ("DHS",)) == kind or (phrase == "the local press" and kind_of(phrase, ("DHS",)) == "local")


def test_a_verb_or_an_offence_narrows_nothing(parser: Any) -> None:
    for text in (
        "Twenty-one percent of those removed through Secure Communities had been convicted of a Level 1 offense.",
        "About 21 percent of people removed through Secure Communities were convicted of a Level 1 crime.",
    ):
        shares = [claim for claim in read(parser, text) if claim.metric == "level1-share"]
        assert [claim.population.count("here only") for claim in shares] == [0], text


def test_a_dateline_is_no_part_of_the_speaker(parser: Any) -> None:
    found = read(parser, "FRANKLIN CITY - ICE said that Secure Communities is voluntary.")
    assert {claim.speaker for claim in found} == {"ICE"}


TIMES = [
    ("Through March 31, 12,000 people had been deported.", "Through March 31"),
    ("As of last Friday, 12,000 people had been deported.", "As of last Friday"),
    ("Since inception 12,000 people have been deported.", "Since inception"),
    ("12,000 people have been deported since the program was launched.", ""),
    ("In the last quarter 12,000 people were deported.", "In the last quarter"),
    ("Last year's figure was 12,000 people deported.", "Last year"),
    ("With this week's briefing in hand: 12,000 people were deported.", ""),
    ("In FY 2010-11 some 12,000 people were deported.", "In FY 2010-11"),
    ("Removals to date | 12,000", "to date"),
    ("12,000 people were deported in a quarter of an hour.", ""),
]


@pytest.mark.parametrize(("text", "period"), TIMES)
def test_times_in_looser_words(parser: Any, text: str, period: str) -> None:
    assert {claim.period for claim in read(parser, text) if claim.metric == "removals-total"} == {period}


def test_each_number_has_its_own_time(parser: Any) -> None:
    text = "The program was active in 14 counties in May 2009 and in 97 counties in June 2010."
    assert [(c.value, c.period) for c in read(parser, text) if c.metric] == [(14, "in May 2009"), (97, "in June 2010")]


POINTED = [
    ("From our county 305 people have been deported.", "our county"),
    ("In this state 305 people have been deported.", "this state"),
    ("Of those deported from here, 30 percent had no criminal record.", "here"),
    ("Our county attorney says 305 people have been deported.", ""),
    ("Level L1 made up 30 percent of those deported.", ""),
    ("In Marlow County it is another story: 46 percent of those deported had no criminal record.", "Marlow County"),
    ("In Brellick 46 percent of those removed had no conviction.", "Brellick"),
    ("In Phase 2, 46 percent of those removed had no conviction.", ""),
]


@pytest.mark.parametrize(("text", "place"), POINTED)
def test_places_that_are_only_pointed_at(parser: Any, text: str, place: str) -> None:
    assert {claim.jurisdiction for claim in read(parser, text) if claim.metric} == {place}


@pytest.mark.parametrize(
    ("period", "said", "ahead"),
    [
        ("by the end of FY99", "2004-05", False),
        ("by the end of FY99", "1998-05", True),
        ("by FY 13", "2011-03-02", True),
        ("by FY\u201904", "2011", False),
        ("by the end of 2013", "2011", True),
        ("by the end of 2013", "", False),
        ("since FY13", "2011", False),
    ],
)
def test_a_time_still_to_come_is_that_of_the_nearest_century(period: str, said: str, ahead: bool) -> None:
    assert times.lies_ahead(period, said) is ahead
