"""Of what kind a mail's sender is who prints no house: colleagues are known by voice and by other mails, strangers are not."""

from __future__ import annotations

import pytest

from pipeline.patterns.law.exemptions import named_by_codes
from pipeline.patterns.names.offices import Names, kind_of
from pipeline.patterns.writers.cast import Mail, kinds_of, met_in, names_in
from pipeline.patterns.writers.parties import speaker_kind
from pipeline.patterns.writers.signed import signed_on
from pipeline.records.document import Met

OWN = Names(("U.S. Coast and Harbor Guard", "Coast and Harbor Guard", "CHG"), ("Ferry Checks",))
CHIEF = "Tagging Branch Chief, Ferry Checks"


def kinds(*mails: Mail) -> tuple[str, ...]:
    return kinds_of(mails, met_in(mails, OWN), OWN)


@pytest.mark.parametrize(
    ("sender", "text"),
    [
        ("Port Liaison, Ashby", "That has not slowed us. We have activated 41 ports without a paper from the state."),
        ("Systems Engineer, Integration Team", "It is a table entry. The test report is on the team site."),
        ("Outreach Lead", "The front office has not told me what I may say, and I have four more boards in October."),
        (
            "Budget Analyst (Acting)",
            "Here is your page for the hearing book. Nobody pays them for the days, and nobody ever has.",
        ),
    ],
)
def test_a_bare_rank_that_speaks_from_inside_is_a_colleague(sender: str, text: str) -> None:
    assert kinds(Mail(sender, (CHIEF,), text)) == ("agency",)


@pytest.mark.parametrize(
    ("sender", "text"),
    [
        ("Administrator", "The front office at our jail has asked who pays."),
        ("Chief Deputy", "We have activated the machine. HQ at your agency said that we could."),
        ("Systems Engineer, Lumen Optics", "Our product is on the shared drive, and the invoice with it."),
        ("Staff Counsel", "I represent a man whom your officers hold. Headquarters has not answered."),
        ("Legislative Director", "My boss would like the numbers before the Hill empties."),
        ("Port Liaison, Ashby", "The boats are late again."),
        ("Harbor Planner", "I am writing to ask about the checks, which headquarters announced."),
    ],
)
def test_a_bare_rank_that_does_not_stays_unknown(sender: str, text: str) -> None:
    assert kinds(Mail(sender, (CHIEF,), text)) == ("",)


def test_a_mail_to_outsiders_tells_nothing_of_its_sender() -> None:
    assert kinds(Mail("Port Liaison, Ashby", ("Editor, Ashby Ledger",), "Our talking points are on the shared drive.")) == ("",)


def test_one_mail_tells_for_the_others_of_the_same_sender() -> None:
    plain = "The boats are late again. I do not think that it matters."
    signed = Mail("Rapp, Marc A", ("Poe, Alice",), "It is done.\n\nMarc Rapp\nBranch Chief\nU.S. Coast and Harbor Guard\n")
    assert kinds(Mail("Rapp, Marc", ("Poe, Alice",), plain), signed) == ("agency", "agency")
    assert kinds(Mail("Rapp, Marc", ("Poe, Alice",), plain), Mail("Rapp, Mona", signed.recipients, signed.text))[0] == ""
    by_address = Mail("Roe, Jane [mailto:jane.roe@chg.gov]", ("Poe, Alice",), plain)
    assert kinds(Mail("Jane Roe", ("Poe, Alice",), plain), by_address) == ("agency", "agency")
    elsewhere = Mail("Roe, Jane <roe@ashbyledger-news.com>", ("Poe, Alice",), plain)
    assert kinds(Mail("Jane Roe", ("Poe, Alice",), plain), by_address, elsewhere)[0] == "", "two mails tell different things"


def test_a_rank_is_known_with_its_house_and_without() -> None:
    plain = "They have nine matches. On the second I would rather not."
    mails = (
        Mail("Regional Coordinator (West)", ("Poe",), plain),
        Mail("Regional Coordinator (West), Ferry Checks", ("Poe",), plain),
    )
    assert kinds(*mails) == ("agency", "agency")
    assert kinds(Mail("Director", ("Poe",), plain), Mail("Director, Ferry Checks", ("Poe",), plain))[0] == ""


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Thanks. Please do not send the test report to anybody outside of the branch.", "agency"),
        ("Please tell the field office not to put that in writing to the county.", "agency"),
        ("Keep chasing. And take the map off the shared drive, it is two versions old.", "agency"),
        ("Thanks. We will call you next week.", ""),
        ("Please do not hesitate to call.", ""),
    ],
)
def test_whom_the_house_tells_what_is_for_the_house_is_of_it(text: str, kind: str) -> None:
    asked, told = Mail("Systems Engineer", (CHIEF,), "It took a day."), Mail(CHIEF, ("Systems Engineer",), text)
    assert kinds(asked, told) == (kind, "agency")
    with_others = Mail(CHIEF, ("Systems Engineer", "Sheriff, Marlow County"), text)
    assert kinds(asked, with_others)[0] == ""


def test_the_form_of_the_directory_is_the_houses_where_only_its_own_bear_it() -> None:
    ours = [
        Mail(f"{name}, Ann B", (), "Done.\n\nAnn\nCoast and Harbor Guard\n(555) 555-0100\n") for name in ("Roe", "Poe", "Doe")
    ]
    new, other = Mail("Loe, Ann C", (), "Fine."), Mail("Ann Coe", (), "Fine.")
    assert kinds(new, other, *ours)[:2] == ("agency", "")
    stranger = Mail("Moe, Ann", (), "Fine.\n\nAnn Moe\nMarlow County Sheriff's Office\n")
    assert kinds(new, stranger, *ours)[:2] == ("", "local")
    assert kinds(new, *ours[:2])[0] == ""


@pytest.mark.parametrize(
    ("sender", "recipients", "owner", "kind"),
    [
        ("Okafor, Ben", ("Poe, Al",), "Okafor, Ben", "agency"),
        ("Ben Okafor", ("Poe, Al",), "Okafor, Ben", "agency"),
        ("Okafor, Ben", ("Poe, Al",), "Poe, Al", ""),
        ("Okafor, Ben", ("Poe, Al",), "Doe, Sam", ""),
        ("Okafor, Ben", ("Poe, Al",), "Fees of the county", ""),
        ("Okafor, Ben", ("Poe, Al",), "", ""),
    ],
)
def test_whose_mailbox_was_printed_is_of_the_house(sender: str, recipients: tuple[str, ...], owner: str, kind: str) -> None:
    assert kinds(Mail(sender, recipients, "The jail had no training.", owner)) == (kind,)


@pytest.mark.parametrize("name", ["Budget Officer, ERO", "CRCL Liaison", "CJIS Division", "Law Enforcement Support Center"])
def test_federal_offices_are_known_by_their_letters(name: str) -> None:
    assert speaker_kind(name) == "agency"


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Project Manager", ""),
        ("Undersheriff Poe", "local"),
        ("Harbor Rights Project", "advocate"),
        ("Ero Laine", ""),
        ("DOJ Liaison, Marlow County Sheriff", "local"),
        ("Officer Dea Poe", ""),
        ("Ferrous Law Enforcement", ""),
    ],
)
def test_what_only_looks_like_such_letters(name: str, kind: str) -> None:
    assert speaker_kind(name) == kind


@pytest.mark.parametrize(
    ("value", "codes"),
    [
        ("(bK6). (bM7KC)", "(b)(6), (b)(7)(C)"),
        ("(bX6)", "(b)(6)"),
        ("(bl(6), (bl(7)(C)", "(b)(6), (b)(7)(C)"),
        ("(b)(6), (b)(7)(C)", ""),
        ("(bX6) Roe", ""),
        ("Bob 6", ""),
        ("b Roe", ""),
        ("", ""),
    ],
)
def test_a_name_that_is_but_misread_codes(value: str, codes: str) -> None:
    assert named_by_codes(value) == codes


OUTREACH = "Outreach Analyst, Program Office"


@pytest.mark.parametrize(
    ("mails", "expected"),
    [
        ((Mail("Deployment Planner", (CHIEF,), "Up."), Mail("Deployment Planner", (CHIEF,), "Done.")), ("agency", "agency")),
        (
            (Mail("Watch Commander, nights", (OUTREACH,), "It is quiet."), Mail("Watch Commander, nights", (OUTREACH,), "Five."),
             Mail(OUTREACH, (CHIEF,), "See below."), Mail(OUTREACH, (CHIEF,), "And this.")),
            ("agency",) * 4,
        ),
        ((Mail("Deployment Planner", (CHIEF,), "Up."), Mail(CHIEF, ("Deployment Planner",), "Thanks.")), ("", "agency")),
        ((Mail("Budget Officer", ("Stores Officer",), "Paid."), Mail("Budget Officer", ("Stores Officer",), "Twice.")), ("", "")),
        (
            (Mail("Program Manager", (CHIEF,), "Our county asks."), Mail("Program Manager", (CHIEF,), "Once more.")),
            ("", ""),
        ),
        ((Mail("Records Manager", (CHIEF,), "One."), Mail("Records Manager", (CHIEF,), "Two.")), ("", "")),
        (
            (Mail("Planner", (CHIEF, "clerk@co.alder.ex.us"), "One."), Mail("Planner", (CHIEF, "Sheriff, Alder County"), "Two.")),
            ("", ""),
        ),
        ((Mail("Jo Brandt", (CHIEF,), "One."), Mail("Jo Brandt", (CHIEF,), "Two.")), ("", "")),
    ],
)  # fmt: skip
def test_a_rank_that_keeps_to_the_house_is_of_it(mails: tuple[Mail, ...], expected: tuple[str, ...]) -> None:
    assert kinds(*mails) == expected


ANALYST, LEGAL = "Analyst, Tides Unit", "Associate Legal Advisor, Wharf Law Division"


@pytest.mark.parametrize(
    ("known", "mail", "kind"),
    [
        (Met("tides unit", "agency"), Mail(ANALYST, ("Lead",), "The sheet has it."), "agency"),
        (Met("tides unit", "state"), Mail(ANALYST, ("Lead",), "The sheet has it."), "state"),
        (Met("tides unit", "agency"), Mail("Analyst", ("Lead",), "The sheet has it."), ""),
        (Met("tides unit", "agency"), Mail("Analyst, Shoals Unit", ("Lead",), "The sheet has it."), ""),
        (Met("tides unit", "agency"), Mail(LEGAL, ("Chief, Tides Unit",), "No paper is needed.", memo=True), "agency"),
        (Met("tides unit", "agency"), Mail(LEGAL, ("Chief, Tides Unit",), "No paper is needed."), ""),
        (Met("tides unit", "agency"), Mail(LEGAL, ("Chief, Tides Unit", "Sheriff"), "No paper is needed.", memo=True), ""),
        (Met("tides unit", "agency"), Mail("County Clerk", ("Chief, Tides Unit",), "We ask.", memo=True), "local"),
        (Met("tides unit", "agency"), Mail("Sales Manager", ("Chief, Tides Unit",), "Our company asks.", memo=True), ""),
    ],
)
def test_an_office_known_elsewhere_tells_of_those_who_name_it(known: Met, mail: Mail, kind: str) -> None:
    assert kinds_of((mail,), (known,), OWN) == (kind,)


def test_two_kinds_told_of_one_office_tell_nothing() -> None:
    known = (Met("tides unit", "agency"), Met("tides unit", "local"))
    assert kinds_of((Mail(ANALYST, ("Lead",), "The sheet has it."),), known, OWN) == ("",)


@pytest.mark.parametrize(
    ("sender", "text", "kind"),
    [
        ("Port Liaison, Ashby", "Our guidance is out. I am at my mother's until Friday.", "agency"),
        ("Port Liaison, Ashby", "Headquarters asks what your officers do with small matters.", "agency"),
        ("Port Liaison, Ashby", "Headquarters knows what your agency told us.", ""),
        ("pat@example.com", "Headquarters has my son on a list.", ""),
    ],
)
def test_one_who_names_his_rank_may_speak_of_his_home_and_of_other_offices(sender: str, text: str, kind: str) -> None:
    assert kinds(Mail(sender, (CHIEF,), text)) == (kind,)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Budget Analyst, Program Office", "agency"),
        ("Deputy Director, Program Management Office", "agency"),
        ("Program Office, Marlow County", "local"),
        ("Program Analyst", ""),
        ("Jail Commander, Ashby", "local"),
        ("Jail Administrator", "local"),
        ("Commander, Ashby", ""),
    ],
)
def test_the_programs_office_and_those_who_run_a_jail(name: str, kind: str) -> None:
    assert kind_of(name, OWN) == kind


LETTER = "Coast and Harbor Guard\nOffice of Tides\n\nMay 3, 2010\n\nDear Sheriff:\n\nThe ferry is checked.\n\nSincerely,\n\n"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (f"{LETTER}Deputy Chief, Tides Unit\n", {("tides unit", "agency"), ("deputy chief tides unit", "agency")}),
        (f"{LETTER}Director\n", set()),
        (LETTER.replace("Coast and Harbor Guard", "Wharf House").replace("Office of Tides", "Quay") + "Chief, Tides Unit", set()),
        ("Monthly sheet\nPrepared by: Coast and Harbor Guard, Tides Unit. As of May 2010\n", {("tides unit", "agency")}),
        ("Monthly sheet\nPrepared by: Tides Unit\n", set()),
        ("", set()),
    ],
)
def test_what_signatures_and_credits_tell_of_offices(text: str, told: set[tuple[str, str]]) -> None:
    assert told <= {(one.name, one.kind) for one in signed_on(text, OWN)} and bool(signed_on(text, OWN)) == bool(told)


INSIDE = "That has not slowed us. We have activated 41 ports without a paper from the state."
PLAIN_WORDS = "The scale is read on Mondays."


@pytest.mark.parametrize(
    "sender", ["(b)(6), (b)(7)(C) (Budget Analyst, Ashby)", "(b)(6) (Port Liaison, Program Office)", "███ ██████ (Port Liaison)"]
)
def test_a_withheld_name_with_a_post_behind_it_is_known_by_the_post(sender: str) -> None:
    assert kinds(Mail(sender, (CHIEF,), INSIDE)) == ("agency",)


def test_a_post_behind_codes_is_the_same_in_each_mail() -> None:
    analyst = "(b)(6), (b)(7)(C) (Budget Analyst, Ashby)"
    assert kinds(Mail(analyst, (CHIEF,), INSIDE), Mail(analyst, ("Jail Captain",), PLAIN_WORDS)) == ("agency", "agency")


@pytest.mark.parametrize(
    ("sender", "text"),
    [
        ("(b)(6), (b)(7)(C)", PLAIN_WORDS),
        ("(b)(6), (b)(7)(C) (Budget Analyst, Ashby)", PLAIN_WORDS),
        (
            "(b)(6) (Jail Captain)",
            "Your office told us in May that our county need not sign. My board asks whether that still holds.",
        ),
        ("(b)(6) (see the sheet)", INSIDE),
        ("Vale, Ada (Sheriff's Office)", INSIDE),
    ],
)
def test_a_post_that_tells_no_house_is_not_the_agencys(sender: str, text: str) -> None:
    assert kinds(Mail(sender, (), text))[0] != "agency"


def test_the_blocks_of_a_long_name_are_read_once() -> None:
    """Every block more used to double the time: a mailbox of 30 letters held a file for a minute, one of 40 for a day."""
    assert names_in("█" * 20_000, OWN) == () == names_in("█ " * 10_000, OWN)
    assert names_in("█" * 40 + " (Budget Analyst, Linden)", OWN) == names_in("(b)(6) (Budget Analyst, Linden)", OWN)
