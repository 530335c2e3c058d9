"""The place of what is told: the label that heads a line, and the place of which the sentence before tells."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from pipeline.extractors.rules import RuleExtractor
from pipeline.extractors.subjects.label_places import label_of, labelled
from pipeline.extractors.subjects.place_before import BEFORE
from pipeline.records.document import Document
from pipeline.records.language import Passage
from pipeline.topics import load_topic

TOPIC = load_topic(Path(__file__).resolve().parents[3] / "corpus" / "topics" / "secure-communities.toml")


def read(parser: Any, text: str) -> Any:
    document = Document("d", "r", "f", 1, 1, "memo", "Secure Communities", "", "", "", "", "", (), (), "", "", "", "", 1.0)
    passage = Passage("f-p1", 1, text, parser.parse(text), (), parser.ordinary)
    return RuleExtractor().extract(document, (passage,), TOPIC)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Tessel: 4,118 submissions", "Tessel"),
        ("3. Tessel: prints sent 4,118", "Tessel"),
        ("Pell Ferry - 4,118 submissions", "Pell Ferry"),
        ("Tessel has sent 4,118 sets", ""),
        ("tessel: 4,118 sets", ""),
        ("Tessel: the sheriff was told", ""),
    ],
)
def test_a_label_before_a_number(text: str, name: str) -> None:
    assert label_of(text) == name


@pytest.mark.parametrize(
    ("text", "shown", "names"),
    [
        ("Orvane: 412 matches\nTull: 96 matches\n", (), {"Orvane", "Tull"}),
        ("Marsh: 412 matches\nHill: 96 matches\n", ("Hill",), {"Marsh", "Hill"}),
        ("Marsh: 412 matches\nHill: 96 matches\n", (), set()),
        ("Males: 412 matches\nFemales: 96 matches\n", (), set()),
        ("Orvane: 412 matches\nTotal: 412 matches\n", (), set()),
        ("Orvane: 412 matches\nTull: 96 chairs\n", (), set()),
        ("Orvane: 412 matches\n", (), set()),
    ],
)
def test_lines_of_a_list_show_their_labels_to_be_places(parser: Any, text: str, shown: tuple[str, ...], names: set[str]) -> None:
    assert labelled((text,), frozenset(shown), parser.ordinary) == names


@pytest.mark.parametrize(
    ("text", "place", "period"),
    [
        ("Orvane: 4,118 submissions from activation to May 3, 2011.", "Orvane", "from activation to May 3, 2011"),
        ("Orvane: 4,118 submissions between go-live and May 3.", "Orvane", "between go-live and May 3"),
        ("Orvane: 4,118 submissions through May 3.", "Orvane", "through May 3"),
        ("Source: 4,118 submissions from the machine to May 3.", "", ""),
    ],
)
def test_a_number_is_of_its_label_and_of_its_span(parser: Any, text: str, place: str, period: str) -> None:
    (found,) = (one for one in read(parser, f"Secure Communities in Orvane County and in Tull County.\n\n{text}") if one.metric)
    assert (found.jurisdiction, found.period) == (place, period)


@pytest.mark.parametrize(
    ("before", "text", "place"),
    [
        ("Orvane County was switched on in May.", "The jail has held people past their release.", "Orvane County"),
        ("Orvane County, Marrow, was switched on.", "The sheriff kept four men after they had posted bail.", "Orvane County"),
        ("Orvane County was switched on in May.", "His jail holds people past their release.", "Orvane County"),
        ("Orvane and Tull counties were switched on.", "The jail has held people past their release.", ""),
        ("Orvane County and Tull County were switched on.", "The jail has held people past their release.", ""),
        ("Orvane County was switched on in May.", "Jails hold people past their release.", ""),
        ("Orvane County was switched on in May.", "In Tull County the jail kept people past their release.", "Tull County"),
        ("Orvane County was switched on in May.\n", "The jail has held people past their release.", ""),
        ("The machine was switched on.", "The jail has held people past their release.", ""),
        ("Orvane County was switched on in May.", "The jail at Fort Pell kept people past their release.", ""),
        ("Orvane County was switched on in May.", "The jail in the next county has kept people past their release.", ""),
        ("Orvane County was switched on in May.", "The jail here kept people past their release.", ""),
        ("Orvane County was switched on in May.", "The other jail kept people past their release.", ""),
        ("Orvane County was switched on in May.", "The jail on the hill kept people past their release.", "Orvane County"),
        ("A reporter from Orvane County rang.", "The sheriff kept four men past their release.", ""),
        ("I drove through Orvane County.", "The jail kept four men past their release.", ""),
        ("Unlike Orvane County, Pell was slow.", "The jail kept four men past their release.", ""),
        ("The machine in Orvane County was switched on.", "The jail kept four men past their release.", "Orvane County"),
    ],
)
def test_whose_jail_it_is_was_told_just_before(parser: Any, before: str, text: str, place: str) -> None:
    made = [one for one in read(parser, f"Secure Communities.\n\n{before}\n{text}") if one.proposition == "held-past-release"]
    assert {one.jurisdiction for one in made} == {place}
    told = any(row.feature == BEFORE for one in made for row in one.reasons)
    assert told is (bool(place) and place in before)


def test_what_a_jail_may_do_is_not_said_of_the_place_told_before(parser: Any) -> None:
    text = "Secure Communities.\n\nOrvane County was switched on in May. The jail may decline a detainer."
    assert {one.jurisdiction for one in read(parser, text) if one.proposition == "detainer-mandatory"} == {""}
