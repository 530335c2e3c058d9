"""Whose an enclosure is, who a mail is from whose sender is withheld, and papers of one page that are dated in their headings."""

from __future__ import annotations

from dataclasses import replace

import pytest
from drawn_page import file, page

from pipeline.records.document import Document, Segmentation
from pipeline.records.source import Release
from pipeline.stages.cutting.writers import enclosed
from pipeline.stages.segment import Params, segment

GUARD = Release("r", agency="U.S. Coast and Harbor Guard", component="Ferry Checks")
LOG = (
    "The scale at the ferry was read again on Monday and was found to be right within an ounce, which the inspector wrote\n"
    "in the log before he left the dock. The crew was told of it at the noon muster and the sheet was put up on the wall.\n"
)
LETTER = Document(
    "d", "r", "f", 1, 1, "letter", "Letter to the Harbor Master", "2010-08-09", "day", "letterhead",
    "Deputy Director, Ferry Office", "agency", ("Harbor Master",), (), "state-local", "", "", "", 1.0,
)  # fmt: skip
SHEET = replace(
    LETTER, id="e", first_page=2, last_page=2, kind="other", title="What ports ask us", date="", date_precision="", date_basis="",
    author="", author_kind="", recipients=(),
)  # fmt: skip
WITH = f"Dear Harbor Master:\n\n{LOG}\nSincerely,\n\nDeputy Director\nFerry Office\n\nEnclosure\n"
WITHOUT = WITH.replace("\nEnclosure\n", "\ncc: file\n")

MEMBER = replace(LETTER, author="Representative for the Third District", author_kind="congress")
FACTS = replace(SHEET, kind="talking-points", title="Ferry checks: the facts")
SENT = "Dear Harbor Master:\n\n" + LOG + "{}.\n\nSincerely,\n\nThe signer\n"


def read(*texts: str) -> Segmentation:
    return segment(file(), GUARD, tuple(page(text, number) for number, text in enumerate(texts, 1)), Params())


@pytest.mark.parametrize(
    ("letter", "sheet", "letter_text", "text", "author"),
    [
        (LETTER, SHEET, WITH, "What ports ask us", LETTER.author),
        (LETTER, SHEET, WITHOUT, "Encl. 2\nMYTH / FACT", LETTER.author),
        (LETTER, SHEET, WITHOUT, "MYTH / FACT\nAttachment to letter of August 9", LETTER.author),
        (LETTER, SHEET, WITHOUT, "TAB B\nChecks by port", LETTER.author),
        (LETTER, SHEET, WITHOUT, "What ports ask us", ""),
        (LETTER, SHEET, WITHOUT, "Enclosed yards are checked too, and the fence is the port's to keep in good order.", ""),
        (LETTER, replace(SHEET, date="2009-02"), WITH, "What ports ask us", ""),
        (LETTER, replace(SHEET, author="State Auditor", author_kind="state"), WITH, "Enclosure", "State Auditor"),
        (LETTER, replace(SHEET, author_kind="advocate"), WITH, "Enclosure", ""),
        (replace(LETTER, kind="email"), SHEET, WITH, "Enclosure", ""),
        (replace(LETTER, kind="report"), SHEET, WITH, "Enclosure", ""),
        # Another's paper, sent on, is not its sender's; nor is what stands behind the line of one who is no agency.
        (MEMBER, SHEET, WITH, "What ports ask us", ""),
        (MEMBER, FACTS, SENT.format("I enclose a fact sheet that your agency handed out"), "", ""),
        (MEMBER, FACTS, SENT.format("A constituent has a question about the attached leaflet"), "", ""),
        (LETTER, FACTS, SENT.format("I enclose the leaflet that you handed out"), "", ""),
        (LETTER, FACTS, SENT.format("I enclose a fact sheet by the Ferry Riders"), "", ""),
        (LETTER, FACTS, SENT.format("Enclosed for your records is the fact sheet that you asked for"), "", LETTER.author),
        (LETTER, FACTS, SENT.format("You will find a fact sheet from this office enclosed"), "", LETTER.author),
        (MEMBER, FACTS, WITHOUT, "Enclosure 1", MEMBER.author),
    ],
)
def test_an_enclosure_speaks_for_whoever_signs_the_letter(
    letter: Document, sheet: Document, letter_text: str, text: str, author: str
) -> None:
    found = enclosed((letter, sheet), (page(letter_text, 1), page(text, 2)))[1]
    assert found.author == author
    assert found.id == sheet.id and (found.date_basis in ("", "enclosure") or found.date == sheet.date)


def test_only_the_paper_right_behind_the_line_for_enclosures_is_one_for_it() -> None:
    made = enclosed((LETTER, SHEET, SHEET), (page(WITH, 1), page("What ports ask us", 2)))
    assert [one.author for one in made] == [LETTER.author, LETTER.author, ""]


HEAD = "From: {sender}\nSent: Tuesday, March 9, 2010 4:12 PM\nTo: Outreach Lead\nSubject: Linden\n\n{body}\n\n{foot}\n"


@pytest.mark.parametrize(
    ("sender", "foot", "author"),
    [
        ("(b)(6), (b)(7)(C)", "(b)(6), (b)(7)(C)\nRegional Coordinator, Southern Tier\nDesk (b)(6)",
         "Regional Coordinator, Southern Tier"),
        ("█████████", "█████\nPress Secretary\nOffice of Public Affairs", "Press Secretary, Office of Public Affairs"),
        ("(b)(6)", "Thanks,\n\nJail Commander\nPort Linden Police Department", "Jail Commander, Port Linden Police Department"),
        ("(b)(6)", "Thanks,\n\n(b)(6)", "(b)(6)"),
        ("(b)(6)", "Call the boat if it rains.", "(b)(6)"),
        ("Roe, Jane", "Regional Coordinator, Southern Tier", "Roe, Jane"),
    ],
)  # fmt: skip
def test_a_withheld_sender_gives_way_to_the_rank_he_signs_with(sender: str, foot: str, author: str) -> None:
    (document,) = read(HEAD.format(sender=sender, body="Linden asks again for the sheet.", foot=foot)).documents
    assert document.author == author


def test_a_quoted_mail_with_a_withheld_sender_is_told_by_its_own_signature() -> None:
    below = HEAD.format(sender="(b)(6)", body="Which is it?", foot="(b)(6)\nAssistant Branch Chief\n(202) 555-(b)(6)")
    top = HEAD.format(sender="(b)(6)", body="See below.", foot="(b)(6)\nPress Officer\n\n-----Original Message-----")
    found = read(top + below)
    assert [one.signed for one in found.messages] == ["Press Officer", "Assistant Branch Chief"]
    assert [one.sender for one in found.messages] == ["(b)(6)", "(b)(6)"]


ORDER = "{head}\nTo: All crews\nFrom: Harbor Director\nSubject: Scales\n\n1. {log}\n"


@pytest.mark.parametrize(
    ("first", "second", "days"),
    [
        ("PORT ORDER 09-14   November 2, 2009", "PORT ORDER 10-22   September 8, 2010", ["2009-11-02", "2010-09-08"]),
        ("Notice to Crews No. 3 (May 4, 2010)", "Notice to Crews No. 4 (May 9, 2010)", ["2010-05-04", "2010-05-09"]),
        ("BULLETIN 7\nJune 1, 2010", "BULLETIN 8\nJune 9, 2010", ["2010-06-01", "2010-06-09"]),
        ("PORT ORDER 09-14", "PORT ORDER 10-22", ["", ""]),
        ("It takes the place of Order 8 of May 4, 2010", "It will end with the season on June 30, 2010", ["", ""]),
    ],
)
def test_two_orders_on_a_page_are_each_of_the_day_in_their_heading(first: str, second: str, days: list[str]) -> None:
    found = read(
        "".join(f"U.S. Coast and Harbor Guard\nPort Linden\n\n{ORDER.format(head=one, log=LOG)}" for one in (first, second))
    )
    assert [one.date for one in (*found.documents, *(part.document for part in found.parts))] == days


def test_two_fields_below_a_heading_and_its_day_head_a_memorandum() -> None:
    notice = f"POLICY MESSAGE 10-31\nJune 2, 2010\nFrom: Executive Associate Director\nTo: All crews\n1. {LOG}"
    found = read(f"MARLOW PORT COMMITTEE\nMINUTES\nMay 4, 2010\n\n{LOG}\n{notice}")
    (part,) = found.parts
    assert (part.document.author, part.document.author_kind) == ("Executive Associate Director", "agency")
    assert (part.document.date, found.documents[0].date) == ("2010-06-02", "2010-05-04")


def test_an_agreement_pasted_below_a_mail_goes_on_over_the_page_and_is_its_parties() -> None:
    mail = HEAD.format(sender="Chief of Staff, State of Alder", body=LOG, foot="Have a good day.")
    deed = "\nMEMORANDUM OF AGREEMENT\nbetween\nU.S. COAST AND HARBOR GUARD\nand\nSTATE OF ALDER\n\nI. PURPOSE. They agree.\n"
    found = read(f"{mail}{deed}", "Agreement, page 2 of 2\n\nII. FEES. Each port pays its own.\n")
    (part,) = found.parts
    assert part.document.kind == "agreement" and part.document.author == "U.S. COAST AND HARBOR GUARD"
    assert part.document.recipients == ("STATE OF ALDER",) and not part.nobody


@pytest.mark.parametrize(
    ("head", "author", "kind"),
    [
        ("WHAT THE PORTS\nWERE TOLD\nA report to the Council\n\nLinden\nby the Alder Legal Clinic\n\nMay 2010\n\n",
         "the Alder Legal Clinic", "advocate"),
        ("Promises Kept:\nChecks in Alder\n\nA study by the Alder Boat Owners' Association\nLinden\nMay 2010\n\n",
         "the Alder Boat Owners' Association", "advocate"),
        ("NOTES ON THE PORT\nIN TWO PARTS\n\nby Jo Roe\n\nMay 2010\n\n", "", ""),
        ("WHAT THE PORTS WERE TOLD\n\nOn Monday the sheet was read and was put up\nby the Alder Legal Clinic\n\n", "", ""),
        ("A study of the county's role\nby the dock\n\n", "", ""),
    ],
)  # fmt: skip
def test_a_line_of_its_own_below_a_title_of_two_lines_names_the_writer(head: str, author: str, kind: str) -> None:
    (document,) = read(f"{head}{LOG}{LOG}").documents
    assert (document.author, document.author_kind) == (author, kind)


@pytest.mark.parametrize("end", [" - MARCH 8, 2011", ", taken March 8, 2011", "\nMarch 8, 2011"])
def test_a_deponent_s_name_ends_before_the_day(end: str) -> None:
    (document,) = read(f"IN RE SCALES\nDEPOSITION OF THE ASSISTANT DIRECTOR{end}\n\nQ. Is it old?\nA. It is.\n{LOG}").documents
    assert (document.author, document.author_kind, document.date) == ("ASSISTANT DIRECTOR", "agency", "2011-03-08")
