"""A title right before a name makes it an official's; a street's end, another line and who reports a thing do not."""

from __future__ import annotations

import pytest

from pipeline.patterns.names.name_forms import of_an_official
from pipeline.patterns.names.towns import has_body, places_in
from pipeline.patterns.public.office_streets import houses_of_offices, stands_behind_office
from pipeline.patterns.public.shown_public import in_place, is_public

NAME = "Jane Roe"


@pytest.mark.parametrize(
    "before",
    [
        "55 Elm Dr.\n",
        "55 Elm Dr ",
        "1200 N. Mission Bay Dr. ",
        "55 ELM DR ",
        "lives on Elm Dr. ",
        "Reported by: ",
        "entered by ",
        "Occupation: Cashier\n",
        "She is a nurse\n",
        "works as Cashier\n",
    ],
)
def test_who_lives_on_a_street_or_reports_is_nobody_in_office(before: str) -> None:
    assert not of_an_official(before + NAME, len(before))


@pytest.mark.parametrize(
    "before",
    [
        "Attending: Dr. ",
        "On May 4 the physician Dr. ",
        "He was seen. Dr. ",
        "Dr ",
        "was told so by Sheriff\n",
        "Prepared by: ",
        "United States v.\n",
        "Officer = ",
        "SHP Tpr ",
        "the DO's ",
        "dispatcher ",
        "hold set by PO ",
    ],
)
def test_who_bears_a_title_is(before: str) -> None:
    assert of_an_official(before + NAME, len(before))


def test_a_box_of_the_post_office_is_no_officer() -> None:
    assert not of_an_official("Roe, PO Box 12", 8)


@pytest.mark.parametrize(
    ("text", "whether"),
    [
        ("Please ask for Tessaly at the front desk.", True),
        ("told Ms. Tessaly in the front office", True),
        ("She left Tessaly at the front desk.", False),
        ("ask for Tessaly at the mill", False),
    ],
)
def test_whom_one_asks_for_at_the_desk_works_there(text: str, whether: bool) -> None:
    at = text.index("Tessaly")
    assert is_public(text, at, at + 7) is whether


@pytest.mark.parametrize(
    ("text", "whether"),
    [
        ("It was so held in State v. Tessaly, 41 Dell App. 9.", True),
        ("It was so held in People v. Tessaly (1998).", True),
        ("State v. Tessaly, No. 11-417, is set for May.", False),
        ("City of Dell v. Tessaly, docket 417", False),
    ],
)
def test_a_case_in_print_is_public_and_a_docket_is_not(text: str, whether: bool) -> None:
    at = text.index("Tessaly")
    assert is_public(text, at, at + 7) is whether


@pytest.mark.parametrize(
    ("before", "whether"),
    [
        ("Facility: Tolland County Jail, ", True),
        ("Agency address: ", True),
        ("Verrin County Counsel, ", True),
        ("Tolland Sheriff's Office Annex - ", True),
        ("He lives behind the county jail, ", False),
        ("released from the jail to ", False),
        ("Her clinic, ", False),
        ("Ida Verrin, ", False),
        ("The jail is full. Ida Verrin, ", False),
    ],
)
def test_an_office_that_ends_right_before_a_street_is_there(before: str, whether: bool) -> None:
    assert stands_behind_office(before + "12 Weir Street", len(before)) is whether
    assert houses_of_offices((before + "12 Weir Street, Suite 4",)) == (frozenset({("12", "weir")}) if whether else frozenset())


@pytest.mark.parametrize("text", ["They told Jane Roe police would come.", "She told Jane Roe officials were there."])
def test_who_is_told_of_a_body_is_no_place(text: str) -> None:
    assert list(places_in(text)) == []
    assert not has_body("Roe", (text,))


@pytest.mark.parametrize(
    "text", ["It was told to the Cedar Bend police.", "All left. Cedar Bend residents ask.", "He told Cedar Bend Police of it."]
)
def test_what_has_a_body_is_one(text: str) -> None:
    assert list(places_in(text)) == ["Cedar Bend"]


def test_a_word_is_a_place_by_the_office_behind_the_article() -> None:
    assert has_body("Tillery", ("It was asked of the Tillery jail.",))
    assert not has_body("Tillery", ("They told Tillery police would come.",))


@pytest.mark.parametrize(
    ("before", "after", "public"),
    [
        ("Tom Hale, Staff Reporter, ", ", March 4, 2010", True),
        ("By Tom Hale\nReporter, ", "", True),
        ("Technical Writer, ", ", DOB 3/4/80", False),
        ("Occupation: Producer, ", "", False),
        ("Writer, ", ", cell 555-318-6624", False),
        ("Staff Writer, ", ", DOB 3/4/80", False),
    ],
)
def test_whom_a_reporter_writes_for_is_public_and_who_is_a_writer_is_not(before: str, after: str, public: bool) -> None:
    assert is_public(f"{before}{NAME}{after}", len(before), len(before) + len(NAME)) is public


@pytest.mark.parametrize(
    ("text", "whether"),
    [
        ("the Humane Society of Vrba", True),
        ("the League of Vrba", False),
        ("the society of Vrba", False),
        ("Society of Vrba", False),
    ],
)
def test_a_society_has_a_place_where_it_is_known_for_one(text: str, whether: bool) -> None:
    assert in_place(text, text.index("Vrba")) is whether


def test_whom_a_bracket_behind_a_firm_names_is_no_seller() -> None:
    for text, whether in (
        ("the vendor (Vrba Systems)", True),
        ("the dealer (Vrba, his boss)", False),
        ("the firm (Vrba)", False),
    ):
        at = text.index("Vrba")
        assert is_public(text, at, at + 4) is whether
