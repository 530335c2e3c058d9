"""A bare name is the place of a number where the paper itself shows it to be a county's or that of a row of its table."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from drawn_page import page

from pipeline.extractors.rules import RuleExtractor
from pipeline.extractors.subjects.told_of_place import HOME, STATE, WITHIN
from pipeline.patterns.layout.tables import tables_of
from pipeline.records.document import Document
from pipeline.records.language import Passage
from pipeline.records.topic import Company
from pipeline.topics import load_topic

TOPIC = load_topic(Path(__file__).resolve().parents[3] / "corpus" / "topics" / "secure-communities.toml")
TABLE = (
    "Secure Communities Statistics\n\n"
    "Jail            Removed    No conviction\n"
    "Orvane              412              187\n"
    "Tull                 96               28\n"
    "Pell Ferry          133               51\n\n"
    "Notes\n\nThe figures are those of the office and were read again.\n\n"
)
COUNTY = "Secure Communities at the Orvane County jail.\n\n"


def places(parser: Any, head: str, sentence: str) -> set[str]:
    """The places of the numbers of the sentence, which stands below `head`."""
    one = page(head + sentence, 1)
    document = Document("d", "r", "f", 1, 1, "memo", "Secure Communities", "", "", "", "", "", (), (), "", "", "", "", 1.0)
    (tables,) = tables_of((one,))
    passages = (Passage(one.id, 1, one.text, parser.parse(one.text), tables),)
    made = RuleExtractor().extract(document, passages, TOPIC)
    return {claim.jurisdiction for claim in made if claim.metric and claim.start >= one.text.index(sentence)}


@pytest.mark.parametrize(
    ("head", "sentence", "place"),
    [
        (TABLE, "187 of the 412 removed out of Orvane had no conviction on record.", "Orvane"),
        (TABLE, "Tull shows 96 removed through Secure Communities.", "Tull"),
        (TABLE, "Of the 133 persons booked at Pell Ferry who were removed, 51 had no criminal conviction.", "Pell Ferry"),
        (COUNTY, "Of the 412 persons booked at Orvane who have since been removed, 31 had no criminal conviction.", "Orvane"),
        (COUNTY, "We have removed 412 persons from Orvane through Secure Communities.", "Orvane"),
        # What the paper does not show to be a place, or what goes on as another name, is none; nor is who tells or is written to.
        (COUNTY, "Of the 412 persons booked with Tessel who have since been removed, 31 had no criminal conviction.", ""),
        (COUNTY, "Officer Orvane said that 412 persons have been removed through Secure Communities.", ""),
        (COUNTY, "Orvane counted 412 persons who have been removed through Secure Communities.", ""),
        (COUNTY, "Of the 412 persons told of by Orvane Savings Bank who have been removed, 31 had no criminal conviction.", ""),
        (TABLE, "187 of the 412 removed in all had no conviction on record.", ""),
        (TABLE, "Orvane said that nationwide 9,412 persons have been removed through Secure Communities.", ""),
    ],
)
def test_a_bare_name_places_a_number_where_the_paper_shows_it_to_be_a_place(
    parser: Any, head: str, sentence: str, place: str
) -> None:
    assert places(parser, head, sentence) == {place}


SHEET = TABLE.replace("Jail  ", "County")
MARROW = "Secure Communities in twelve Marrow counties.\n\n"
HELD = "noncriminals-removed"


@pytest.mark.parametrize(
    ("head", "sentence", "place"),
    [
        (COUNTY, "People without a criminal conviction were removed through the Orvane jail.", "Orvane County"),
        (SHEET, "People without a criminal conviction were removed through the Tull jail.", "Tull County"),
        (TABLE, "People without a criminal conviction were removed through the Tull jail.", ""),
        (COUNTY, "People without a criminal conviction were removed from Orvane.", "Orvane"),
        (COUNTY, "People without a criminal conviction held in Orvane were removed.", "Orvane"),
        (COUNTY, "People without a criminal conviction were removed from Orvane Savings Bank.", ""),
        (COUNTY, "Orvane said that people without a criminal conviction were removed.", ""),
        (MARROW, "People without a criminal conviction were removed from Marrow.", "Marrow"),
        (COUNTY, "People without a criminal conviction were removed through the Tessel jail.", ""),
        (COUNTY, "People without a criminal conviction were removed through the local jail.", ""),
        (COUNTY, "The Orvane jail said that people without a criminal conviction were removed.", ""),
    ],
)
def test_a_jail_places_what_is_said_of_it_where_its_county_is_known(parser: Any, head: str, sentence: str, place: str) -> None:
    one = page(head + sentence, 1)
    document = Document("d", "r", "f", 1, 1, "memo", "Secure Communities", "", "", "", "", "", (), (), "", "", "", "", 1.0)
    (tables,) = tables_of((one,))
    made = RuleExtractor().extract(document, (Passage(one.id, 1, one.text, parser.parse(one.text), tables),), TOPIC)
    assert {claim.jurisdiction for claim in made if claim.proposition == HELD} == {place}


def around(parser: Any, title: str, sentence: str, state: str = "") -> set[tuple[str, str, str]]:
    """What the claims of a sentence say of place besides their own: feature and words."""
    one = page(f"{sentence}\n", 1)
    document = Document("d", "r", "f", 1, 1, "memo", title, "", "", "", "", "", (), (), "", "", "", "", 1.0)
    passages = (Passage(one.id, 1, one.text, parser.parse(one.text)),)
    made = RuleExtractor().extract(document, passages, TOPIC, company=Company(state=state))
    return {(row.feature, row.left, row.right) for one in made for row in one.reasons if row.feature in (HOME, WITHIN, STATE)}


COUNTIES = "Counties cannot opt out of Secure Communities."
DALE = "Dale County cannot opt out of Secure Communities."


SHARE = "{} percent of those removed through Secure Communities had no criminal record"


@pytest.mark.parametrize(
    ("sentence", "of_all"),
    [
        (f"Nationally, {SHARE.format(28)}.", True),
        (f"Some {SHARE.format(28)}, nation-wide.", True),
        (f"Some {SHARE.format(28)}.", False),
        (f"In Fenwick County {SHARE.format(28)}, above the national average.", False),
    ],
)
def test_the_whole_country_s_number_is_not_of_the_paper_s_place(parser: Any, sentence: str, of_all: bool) -> None:
    found = around(parser, "Secure Communities in Dale County", sentence)
    assert ((HOME, "United States", "") in found) is of_all


@pytest.mark.parametrize(
    ("title", "sentence", "state", "told"),
    [
        ("Dale County and Secure Communities", COUNTIES, "", {(HOME, "Dale County", "")}),
        ("Secure Communities in Ohio", COUNTIES, "", {(HOME, "Ohio", "")}),
        ("Secure Communities", COUNTIES, "", set()),
        ("Secure Communities", "In Marrow counties cannot opt out of Secure Communities.", "Marrow", {(STATE, "Marrow", "")}),
        ("Secure Communities in Ohio", DALE, "", {(WITHIN, "Dale County", "Ohio")}),
        ("Secure Communities", DALE, "Marrow", {(WITHIN, "Dale County", "Marrow")}),
        ("Secure Communities", "In Ohio counties cannot opt out of Secure Communities.", "Ohio", {(STATE, "Ohio", "")}),
    ],
)
def test_what_paper_and_release_tell_of_place(
    parser: Any, title: str, sentence: str, state: str, told: set[tuple[str, str, str]]
) -> None:
    assert around(parser, title, sentence, state) == told
