"""Shares reckoned from a row, lists of figures without heads, and whose counties a number is of."""

from __future__ import annotations

from typing import Any

import pytest
from test_tabulated import HEAD, claims, told

SPAN = "through June 30, 2010"
TITLE = HEAD + f"State of Marrow, {SPAN}\n\n"
TWO = (
    "                     {}\nCounty          {}\n"
    "Dale               400              90\nFenwick          1,250             310\n"
)


@pytest.mark.parametrize(
    ("upper", "lower", "share"),
    [
        ("Persons         Without a", "removed         conviction", True),
        ("Total           Non-", "removed         criminal", True),
        ("Removed         Non-", "by air          criminal", False),  # not all who were removed
        ("Detainers       Without a", "lodged          conviction", False),
        ("Arrested        Without a", "in 2010         conviction", False),
        ("Removed,        Non-", "Level 1         criminal", False),
    ],
)
def test_a_column_named_as_all_is_what_the_next_is_a_share_of(parser: Any, upper: str, lower: str, share: bool) -> None:
    found = {row for row in told(parser, TITLE + TWO.format(upper, lower)) if row[0] == "noncriminal-share"}
    wanted = {("noncriminal-share", 0.225, "Dale County", SPAN), ("noncriminal-share", 0.248, "Fenwick County", SPAN)}
    assert found == (wanted if share else set())


def test_the_words_of_a_reckoned_share_are_both_cells(parser: Any) -> None:
    sheet = TITLE + TWO.format("Persons         Without a", "removed         conviction")
    dale = next(one for one in claims(parser, sheet) if one.metric == "noncriminal-share")
    assert dale.quote == "Dale 400 90"
    assert next(one.left for one in dale.reasons if one.feature == "derived") == "90 of 400"


def test_a_few_persons_give_no_share(parser: Any) -> None:
    sheet = TITLE + TWO.format("Persons         Without a", "removed         conviction").replace("400", " 12").replace(
        "90", " 6"
    )
    assert {row[2] for row in told(parser, sheet) if row[0] == "noncriminal-share"} == {"Fenwick County"}


LIST = (
    "{}\n\nCounties in the State              62\nCounties active                    47\nPersons removed                 2,406\n"
)


@pytest.mark.parametrize(
    ("title", "place", "period"),
    [
        ("STATUS AS OF JUNE 30, 2010, STATE OF MARROW", "Marrow", "AS OF JUNE 30, 2010"),
        ("State of Marrow, as of June 30, 2010", "Marrow", "as of June 30, 2010"),
    ],
)
def test_a_list_of_figures_below_a_title_is_of_its_place_and_time(parser: Any, title: str, place: str, period: str) -> None:
    found = told(parser, HEAD + LIST.format(title))
    assert found == {("jurisdictions-active", 47.0, place, period), ("removals-total", 2406.0, place, period)}


def test_a_list_of_what_is_planned_gives_nothing(parser: Any) -> None:
    assert not told(parser, HEAD + LIST.format("Projected status, State of Marrow, as of June 30, 2010"))


CHARGES = (
    "{}\n\nCharge at booking                Persons\nFelony                               480\n"
    "Misdemeanor                          720\nAll matched                        1,200\n"
)


def test_a_share_of_those_matched_by_charge(parser: Any) -> None:
    title = f"Dale County, persons matched by charge at booking, {SPAN}"
    assert ("felony-share", 0.4, "Dale County", SPAN) in told(parser, HEAD + CHARGES.format(title))
    booked = CHARGES.format(f"Dale County, persons booked by charge, {SPAN}").replace("All matched", "All booked ")
    assert not [row for row in told(parser, HEAD + booked) if row[0] == "felony-share"]


OFFENSES = (
    "{}\n\nMost serious conviction              Persons\nAssault                                   12\n"
    "Traffic offense only                     640\nNo conviction                            310\n"
    "All persons removed                    1,050\n"
)


def test_rows_of_one_county_by_what_they_were_convicted_of(parser: Any) -> None:
    title = f"Dale County: persons removed, by most serious conviction, {SPAN}"
    assert told(parser, HEAD + OFFENSES.format(title)) == {
        ("traffic-removals", 640.0, "Dale County", SPAN),
        ("noncriminal-removals", 310.0, "Dale County", SPAN),
        ("noncriminal-share", 0.295, "Dale County", SPAN),
        ("removals-total", 1050.0, "Dale County", SPAN),
    }
    arrested = OFFENSES.format(f"Dale County: persons arrested, by offense, {SPAN}").replace(
        "All persons removed ", "All persons arrested"
    )
    assert not told(parser, HEAD + arrested)


@pytest.mark.parametrize(
    ("said", "place"),
    [
        ("All but nine of Marrow's fifty-six counties were live", "Marrow"),
        ("All but nine of the fifty-six Marrow counties were live", "Marrow"),
        ("47 of Marrow’s 56 counties were live", "Marrow"),
        ("All but nine of the fifty-six counties were live", ""),
        ("Mr. Marrow wrote that 47 of the 56 counties were live", ""),
    ],
)
def test_whose_counties_are_counted(parser: Any, said: str, place: str) -> None:
    text = f"Secure Communities\n\n{said} in Secure Communities at the close of August.\n"
    found = {(one.value, one.jurisdiction, one.period) for one in claims(parser, text) if one.metric == "jurisdictions-active"}
    assert found == {(47.0, place, "at the close of August")}


@pytest.mark.parametrize("label", ["Total", "All removed"])
def test_the_sum_of_a_list_counts_what_the_title_does_and_no_communities(parser: Any, label: str) -> None:
    title = f"Removals from Dale County by offense, {SPAN}"
    sheet = f"{title}\n\nAssault                60\nTheft                  90\n{label:<12}          150\n"
    assert told(parser, HEAD + sheet) <= {("removals-total", 150.0, "Dale County", SPAN)}
    headed = sheet.replace("\n\n", "\n\n                   Number\n", 1)
    assert told(parser, HEAD + headed) <= {("removals-total", 150.0, "Dale County", SPAN)}


@pytest.mark.parametrize(
    ("said", "metric", "value", "period"),
    [
        ("Through April 30 some 85 of the persons removed had a clean record.", "noncriminal-removals", 85.0, "Through April 30"),
        (
            "Between May 1 and June 30, 2010, 850 persons were removed.",
            "removals-total",
            850.0,
            "Between May 1 and June 30, 2010",
        ),
        ("In June we removed 850 persons.", "removals-total", 850.0, "In June"),
        ("As of June 30, 46 percent of those removed were Level 1 or Level 2 offenders.", "level1-share", 0.0, ""),
        ("Of those removed fewer than half had been convicted of anything.", "noncriminal-share", 0.5, ""),
    ],
)
def test_numbers_and_their_time(parser: Any, said: str, metric: str, value: float, period: str) -> None:
    found = {(one.value, one.period) for one in claims(parser, f"Secure Communities\n\n{said}\n") if one.metric == metric}
    assert found == ({(value, period)} if value else set())


@pytest.mark.parametrize(
    ("said", "stance"),
    [
        ("People with nothing on their record but a traffic offense are deported under Secure Communities.", "affirm"),
        ("People booked for traffic offenses are not deported under Secure Communities.", "deny"),
        ("No one is deported for a traffic offense under Secure Communities.", "deny"),
    ],
)
def test_what_is_left_out_of_a_no_is_told(parser: Any, said: str, stance: str) -> None:
    found = {one.stance for one in claims(parser, f"{said}\n") if one.proposition == "minor-traffic-enforcement"}
    assert found <= {stance}
