"""What heads of papers say of deeds, days, offices and listeners; for each form, look-alikes that say nothing of the kind."""

from __future__ import annotations

import pytest

from pipeline.patterns.days.dating import date_of_text
from pipeline.patterns.names.offices import Names
from pipeline.patterns.openings.headers import people
from pipeline.patterns.openings.heads import heading_of
from pipeline.patterns.openings.opening import opening_of
from pipeline.patterns.openings.papers import Paper
from pipeline.patterns.writers.authorship import writer_of
from pipeline.patterns.writers.parties import audience_of, letterhead_kind, speaker_kind


@pytest.mark.parametrize(
    "value",
    [
        "Deputy Assistant Director, Harbor Watch",
        "Regional Coordinator, Harbor Watch Program",
        "Outreach Lead, Western Region",
        "All Branch Chiefs, Harbor Watch",
        "Shift Supervisor (Acting), Duty Desk",
        "Field Analysts, Tide Tables",
    ],
)
def test_a_title_with_its_office_is_one(value: str) -> None:
    assert people(value) == (value,)


@pytest.mark.parametrize(
    ("value", "names"),
    [
        ("Jane Roe, Sam Doe", ("Jane Roe", "Sam Doe")),
        ("Chief Roe, Captain Doe", ("Chief Roe", "Captain Doe")),
        ("Roe, Jane, Doe, Sam", ("Roe, Jane", "Doe, Sam")),
        ("Outreach Lead, Press Lead", ("Outreach Lead", "Press Lead")),
        ("Western Region, Eastern Region", ("Western Region", "Eastern Region")),
        ("Outreach Lead; Regional Coordinator, West", ("Outreach Lead", "Regional Coordinator, West")),
    ],
)
def test_two_are_two(value: str, names: tuple[str, ...]) -> None:
    assert people(value) == names


@pytest.mark.parametrize(
    "name",
    [
        "U.S. Customs Patrol News Release",
        "Bureau of Weights\nNews Advisory",
        "Department of Roads, News Conference",
        "U.S. Department of Roads\nNews from Headquarters",
    ],
)
def test_an_agency_that_gives_out_news_is_no_newspaper(name: str) -> None:
    assert speaker_kind(name) == "agency"


@pytest.mark.parametrize("name", ["Valley News", "News desk, The Ashby Courier", "Marlow News Service", "Harbor Tribune"])
def test_a_newspaper_is_one(name: str) -> None:
    assert speaker_kind(name) == "press"


@pytest.mark.parametrize(
    ("head", "title"),
    [
        (
            "Memorandum of Agreement\nbetween\nThe Bureau of Weights\nand\nthe Office of Scales of the State of Marlow\n",
            "Memorandum of Agreement between The Bureau of Weights and the Office of Scales of the State of Marlow",
        ),
        ("Memorandum of Understanding\nby and between\nBureau of Weights\nand\nAshby County\n", "and Ashby County"),
        ("MEMORANDUM OF AGREEMENT\nbetween\nBureau of Weights\nand\nMarlow County\n", "and Marlow County"),
        ("Bureau of Weights\nMarlow County\nAgreement on Shared Scales\n", "Agreement on Shared Scales"),
        ("Bureau of Weights\nOffice of Scales\nMarlow\nContract with the Marlow Sheriff\n", "Contract with the Marlow Sheriff"),
    ],
)
def test_the_heading_of_a_deed_is_read_with_its_parties(head: str, title: str) -> None:
    heading = heading_of(head + "\nThis text sets out who does what, and who pays for it in the end.\n")
    assert heading is not None and heading.kind == "agreement" and heading.title.endswith(title)


@pytest.mark.parametrize(
    "head",
    [
        "Harbor Watch and Tide Watch\nHarbor Watch Tide Watch\nAgreement with sheriff None Required\n",
        "Signing by County\nCounty Scales Weights\nAgreement for scales None 14\n",
        "What Is Asked\nOf The County\nAgreement by letter of the board, and no more\n",
        "Costs by Year\nItem 2009 2010\nContract for Beds 12,400 13,900\n",
    ],
)
def test_a_row_or_bullet_that_speaks_of_an_agreement_is_no_deed(head: str) -> None:
    heading = heading_of(head + "\nWords that go on for a while, and then for a while more.\n")
    assert heading is None or heading.kind != "agreement"


@pytest.mark.parametrize(
    ("kind", "text", "date", "precision"),
    [
        ("agreement", "Memorandum of Agreement\nExecuted November 12, 2009\n\nI. Purpose", "2009-11-12", "day"),
        ("agreement", "Contract\nSigned at Ashby, March 3, 2010\n", "2010-03-03", "day"),
        ("report", "Bureau of Weights\nFact Sheet - Changes announced June 17, 2011\n\nToday", "2011-06-17", "day"),
        ("report", "New Rules for Scales\nUnveiled on May 2, 2012\n", "2012-05-02", "day"),
        ("talking-points", "Talking Points\nPrepared for the visit to Marlow, October 12, 2010\n", "2010-10-12", "approx"),
        ("talking-points", "Q and A for the county hearing of April 6, 2011\n", "2011-04-06", "approx"),
        ("other", "Harbor Watch\nFor the Director's meeting with sheriffs, May 4, 2010\n", "2010-05-04", "approx"),
    ],
)
def test_heads_that_date_their_paper(kind: str, text: str, date: str, precision: str) -> None:
    found = date_of_text(kind, text, text)
    assert (found.date, found.precision, found.basis) == (date, precision, "text")


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("agreement", "Memorandum of Agreement\nThe pact signed by the clerk on November 12, 2009 is no part of it.\n"),
        ("report", "Scales\nThe program was announced March 3, 2008\n"),
        ("report", "The county had announced June 17, 2011 as the day, and then let it pass.\n"),
        ("talking-points", "Talking Points\nPrepared for those who ask about the act of March 3, 1999\n"),
        ("talking-points", "Talking Points\nQuestions and answers for matters open since May 1, 2010\n"),
        ("other", "For the meeting between March 3, 2010 and March 9, 2010\n"),
        ("other", "Notes\nFor use by staff after June 1, 2012\n"),
    ],
)
def test_heads_that_name_another_day(kind: str, text: str) -> None:
    assert date_of_text(kind, text, text).date == ""


@pytest.mark.parametrize(
    "text",
    [
        "Hearing before the Subcommittee on Scales\nHouse of Representatives\nDecember 8, 2010\n\nTHE CHAIR. Come to order.",
        "Statement of the Assistant Director\nbefore the\nCommittee on Weights\nUnited States Senate\n",
        "WRITTEN TESTIMONY OF THE ACTING DIRECTOR\nBEFORE THE U.S. HOUSE COMMITTEE ON ROADS\n",
        "Joint Hearing\nbefore the\nCommittee on Weights\nof the House of Representatives\n",
    ],
)
def test_what_a_committee_of_congress_heard(text: str) -> None:
    assert audience_of("other", (), "", text) == "congress" == audience_of("report", (), "", text)


@pytest.mark.parametrize(
    "text",
    [
        "Public hearing before the Marlow County Board of Supervisors\nMay 2, 2011\n",
        "Testimony before the Committee on Weights\nSenate of the State of Marlow, State House\n",
        "Notes on the hearing before the Subcommittee on Scales\nHouse of Representatives\n",
        "Hearing before the City Council\nThe United States Senate sent nobody\n",
        "Report on Scales\nThe House of Representatives asked for it before the recess.\n",
    ],
)
def test_what_others_heard_or_noted(text: str) -> None:
    assert audience_of("other", (), "", text) != "congress"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            "U.S. Bureau of Weights\nMarch 30, 2010\n\nBoard of Commissioners\nMarlow County\n\nDear Commissioners:\n\nThanks.\n",
            "agency",
        ),
        ("Marlow County Sheriff\nMarch 1, 2010\n\nU.S. Bureau of Weights\n\nDear Director:\n\nNo.\n", "local"),
        ("Ashby Legal Clinic\nMay 2, 2010\n\nThe Sheriff of Marlow County\n\nDear Sheriff:\n\nWe ask.\n", "advocate"),
        ("March 30, 2010\n\nSheriff Poe\nMarlow County\n\nDear Sheriff Poe:\n\nThank you.\n\nSincerely,\n\nJane Roe\n", ""),
        ("The Honorable Ann Poe\nMayor of Marlow\n\nDear Mayor Poe:\n\nThank you.\n\nSincerely,\n\nJane Roe\n", ""),
    ],
)
def test_a_letterhead_ends_where_the_address_begins(text: str, kind: str) -> None:
    assert letterhead_kind(opening_of(text).letterhead) == kind


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Internal Use Only - BWM Office of Public Affairs", "BWM Office of Public Affairs"),
        ("FOR OFFICIAL USE ONLY / Office of Scales", "Office of Scales"),
        ("DRAFT: Office of the Director", "Office of the Director"),
        ("Office of Confidential Records", "Office of Confidential Records"),
    ],
)
def test_a_mark_of_secrecy_is_no_part_of_an_office(line: str, name: str) -> None:
    own = Names(("Bureau of Weights and Measures", "BWM"))
    paper = Paper("Talking Points", (), (line,), (), (), f"Talking Points\n{line}\n\nThe scales are new.")
    assert writer_of(paper, own).name == name


@pytest.mark.parametrize(
    ("title", "above", "kind"),
    [
        ("DECLARATION OF THE UNIT CHIEF, FIELD OPERATIONS", "IN THE DISTRICT COURT FOR MARLOW", "agency"),
        ("Affidavit of the Sheriff of Marlow County", "Superior Court of the State of Marlow", "local"),
        ("Statement of the Executive Director, Ashby Rights Coalition", "Committee on Weights, United States Senate", "advocate"),
        ("Declaration of Jane Roe", "IN THE DISTRICT COURT FOR MARLOW", ""),
        ("Remarks of Jane Roe", "U.S. Bureau of Weights, Office of Scales", "agency"),
        ("Order on Scales", "IN THE DISTRICT COURT FOR MARLOW", "court"),
        ("Letter of the Judge on Scales", "U.S. Bureau of Weights, Office of Scales", "agency"),
    ],
)
def test_who_declares_before_a_court_is_not_the_court(title: str, above: str, kind: str) -> None:
    paper = Paper(title, (above,), (), (), (), f"{above}\n{title}\n\nThe scales are true.")
    assert writer_of(paper, Names(())).kind == kind
