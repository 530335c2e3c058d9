"""Headings, letterheads, parties and dates of documents, one by one."""

from __future__ import annotations

import pytest

from pipeline.patterns.days.dating import date_of_file_name, date_of_header, date_of_letterhead, date_of_text
from pipeline.patterns.names.names import acronyms_in, normal_name
from pipeline.patterns.openings.headings import headlike, plain_subject, top_lines
from pipeline.patterns.openings.heads import heading_of
from pipeline.patterns.openings.opening import opening_of
from pipeline.patterns.openings.page_count import page_of
from pipeline.patterns.writers.parties import audience_of, head_of_agreement, names_of, parties_of, speaker_kind
from pipeline.patterns.writers.signers import signer_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("body\nPage 2 of 5", (2, 5)),
        ("Page I of 3\nbody", (1, 3)),
        ("PAGE 2/4", (2, 4)),
        ("body\n3 of 12", (3, 12)),
        ("Page 6 of 5", None),
        ("Page 1 of 2\nbody\nPage 1 of 3", None),
        ("page 3", None),
        ("12 of 30 counties paid", None),
        ("", None),
    ],
)
def test_own_page_counts(text: str, expected: tuple[int, int] | None) -> None:
    assert page_of(text) == expected


@pytest.mark.parametrize(
    ("subject", "folded"),
    [("RE: FW: Fees", "fees"), ("Re[2]: Fees ", "fees"), ("Fees - the county", "fees - the county"), ("", ""), ("RE:", "")],
)
def test_subjects_fold(subject: str, folded: str) -> None:
    assert plain_subject(subject) == folded


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("NEWS RELEASE\n\nCounty Joins the Plan Today\n\nText.", "press"),
        ("Questions and Answers\nWhat is the fee?", "talking-points"),
        ("MUTUAL NON-DISCLOSURE AGREEMENT\n\nThis agreement", "agreement"),
        ("Annual Report of the Board\n\nText.", "report"),
        ("Roads 12 14 15\nGates 3 4 5\nPorts 1 2 3\nCarts 9 9 9\nAll 25 29 32", "table"),
        ("ELMFORD (AP) - The county said", "article"),
        ("pages 3-9 are withheld pursuant to (b)(5)", "withheld-page"),
    ],
)
def test_headings_tell_kinds(text: str, kind: str) -> None:
    heading = heading_of(text)
    assert heading is not None and heading.kind == kind


@pytest.mark.parametrize(
    "text",
    [
        "",
        "the agreement was signed by the county",
        "This Agreement shall be binding on the parties hereto and on whoever follows them",
        "IN WITNESS WHEREOF THE UNDERSIGNED HAVE SIGNED THIS AGREEMENT",
        "the report said so,\nand the board agreed",
    ],
)
def test_sentences_are_no_headings(text: str) -> None:
    heading = heading_of(text)
    assert heading is None or heading.weight < 0.7


def test_headlike_lines() -> None:
    assert headlike("Fees of the County")
    assert headlike("BETWEEN")
    assert not headlike("the fee was paid on time")
    assert not headlike("The county paid.")
    assert top_lines("DRAFT\nPage 1 of 2\n12\nFees") == ("Fees",)


def test_dates_name_their_basis() -> None:
    assert date_of_header("Monday, March 1, 2010 9:00 AM").date == "2010-03-01"
    assert date_of_header("July 7, 2010 or July 27, 2010").date == ""
    assert date_of_letterhead(("Office", "March 5, 2010")).basis == "letterhead"
    assert date_of_letterhead(("It was on March 5, 2010 that the county wrote",)).date == ""
    assert date_of_text("agreement", "entered into this 3rd day of March, 2010, by", "").date == "2010-03-03"
    assert date_of_text("agreement", "", "Date: March 3, 2010\nDate: April 9, 2010").date == "2010-04-09"
    assert date_of_text("report", "The figures. Issued February 24, 2011.", "").date == "2011-02-24"
    assert date_of_text("email", "the plan dated somewhere", "").date == ""
    assert date_of_file_name("a/20100727_reply.pdf").date == "2010-07-27"
    assert date_of_file_name("10-2674.0013078.pdf").date == ""
    assert date_of_file_name("2010-07-27 and 2010-07-28.pdf").date == ""


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Sheriff of Marlow County", "local"),
        ("Governor Pat Example", "state"),
        ("Senator Pat Example", "congress"),
        ("staff@mail.house.gov", "congress"),
        ("House Committee on Tolls", "congress"),
        ("Clerk of the Court", "court"),
        ("Field Office, U.S. Department of Tests", "agency"),
        ("Carters' Rights Coalition", "advocate"),
        ("Elmford Tribune", "press"),
        ("Jane Roe", ""),
        ("(b)(6)", ""),
        ("", ""),
    ],
)
def test_kinds_of_speakers(name: str, kind: str) -> None:
    assert speaker_kind(name) == kind


def test_the_releasing_agency_is_known_by_name() -> None:
    assert speaker_kind("Jane Roe, BFT", ("BFT",)) == "agency"
    assert speaker_kind("Jane Roe, BFTX", ("BFT",)) == ""


def test_audiences() -> None:
    assert audience_of("press", (), "", "") == "public"
    assert audience_of("letter", ("Senator Example",), "", "") == "congress"
    assert audience_of("letter", ("Sheriff Roe, Marlow County",), "", "") == "state-local"
    assert audience_of("letter", ("Jane Roe",), "", "") == ""
    assert audience_of("email", ("Jane Roe",), "", "") == "internal"


def test_parties_of_an_agreement() -> None:
    assert parties_of("AGREEMENT BETWEEN THE BUREAU AND THE COUNTY OF MARLOW", "", ()) == ("BUREAU", ("COUNTY OF MARLOW",))
    named = "Agreement between U.S. Immigration and Customs Enforcement and Alder Bureau of Ports"
    assert parties_of(named, "", ()) == ("U.S. Immigration and Customs Enforcement", ("Alder Bureau of Ports",))
    assert parties_of("AGREEMENT BETWEEN THE COAST AND HARBOR GUARD AND STATE OF ALDER", "", ())[1] == ("STATE OF ALDER",)
    assert parties_of("AGREEMENT ON TOLLS", "x", ("y",)) == ("x", ("y",))
    assert parties_of("Agreement between the parties and others", "x", ()) == ("x", ())


def test_signers() -> None:
    assert signer_of("Text.\n\nSincerely,\n\n/s/\nJane Roe\nDirector\n") == "Jane Roe, Director"
    assert signer_of("Text without a close.") == ""


def test_cable_parts() -> None:
    head = (
        "PAGE 01 TOWN 06523 {section}020510Z\nR 311528Z JUL 79\nFM AMEMBASSY TOWN\nTO SECSTATE "
        "WASHDC\nTAGS: AA\nSUBJECT: ROADS\n1. TEXT"
    )
    assert not opening_of(head.format(section="")).quoted
    assert opening_of(head.format(section="02 OF 02 ")).quoted
    assert opening_of("Message Attributes\nSubject: ROADS\nFrom: TOWN\nTo: STATE").weight == 0


@pytest.mark.parametrize(
    ("name", "normal"),
    [
        ("Governor Pat Example", "pat example"),
        ("EXAMPLE, Pat", "pat example"),
        ("U.S. Bureau of Tolls (BFT)", "us bureau of tolls"),
        ("the Marlow County Sheriff’s Office", "marlow county sheriff's office"),
        ("Marlow\nCounty", "marlow county"),
    ],
)
def test_normal_names(name: str, normal: str) -> None:
    assert normal_name(name) == normal


def test_acronyms_are_taken_only_as_the_text_defines_them() -> None:
    assert acronyms_in(("The Bureau of Fees and Tolls (BFT) wrote.",)) == (("bft", "bureau of fees and tolls"),)
    assert acronyms_in(("It was late (BFT) then.",)) == ()
    assert acronyms_in(("Bureau of Fees and Tolls (BFT) and Board of Fair Trade (BFT)",)) == ()


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("U.S. Coast and Harbor Guard", ("U.S. Coast and Harbor Guard", "Coast and Harbor Guard", "CHG")),
        ("The United States Harbor Board", ("The United States Harbor Board", "Harbor Board")),
        ("Department of Ferry Safety", ("Department of Ferry Safety", "DFS")),
        ("FAKE", ("FAKE",)),
        ("", ()),
    ],
)
def test_an_agency_is_known_by_its_letters_too(label: str, expected: tuple[str, ...]) -> None:
    assert names_of(label) == expected


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Regional Coordinator, CHG", "agency"),
        ("Chief, Harbor Statistics Unit", "agency"),
        ("Deputy Principal Legal Advisor", "agency"),
        ("Chief Deputy, Marlow County Sheriff", "local"),
        ("Chief of Police", "local"),
        ("CHGX Ferries", ""),
        ("Chief, Pell Street", ""),
    ],
)
def test_federal_titles_and_short_names_tell_the_agency(name: str, kind: str) -> None:
    assert speaker_kind(name, names_of("U.S. Coast and Harbor Guard")) == kind


@pytest.mark.parametrize(
    ("head", "parties"),
    [
        (("MEMORANDUM OF AGREEMENT", "between", "U.S. COAST GUARD", "and", "ALDER PORT BUREAU", "I. PURPOSE. This"),
         ("U.S. COAST GUARD", ("ALDER PORT BUREAU",))),
        (("AGREEMENT", "between U.S. Department of Ports, Immigration and Customs Enforcement,",
          "and the Alder State Bureau (SBI)",
          "1. Purpose"), ("U.S. Department of Ports, Immigration and Customs Enforcement", ("Alder State Bureau",))),
        (("AGREEMENT", "Whereas talks between the Bureau and the County were held"), ("", ())),
        (("AGREEMENT ON TOLLS", "The toll is raised."), ("", ())),
        ((), ("", ())),
    ],
)  # fmt: skip
def test_the_head_of_an_agreement_names_its_parties(head: tuple[str, ...], parties: tuple[str, tuple[str, ...]]) -> None:
    assert parties_of(head_of_agreement(head), "", ()) == parties
