"""On a page about one person's case the burden turns; on every other page it does not."""

from __future__ import annotations

import pytest
from drawn_page import page

from pipeline.records import spans
from pipeline.stages.screen import Params, screen

CASE = "STATEMENT\nThe driver gave his date of birth as 4/11/90 on the road.\n\n"


def shown(text: str) -> str:
    one = page(text)
    held = screen((one,), Params())
    return spans.masked(one, tuple((w.start, w.end) for w in held if w.start >= 0)).text


@pytest.mark.parametrize(
    ("text", "secret"),
    [
        ("The deputy wrote down what Casimir Oyelowo said of it at length.", "Casimir Oyelowo"),
        ("A neighbor called Inez Falkenrath came by.", "Falkenrath"),
        ("It was told by somebody of that street whose name is known: Thessaly\nVrba had seen the van.", "Vrba"),
        ("TESFAYE, DAWIT H in cell 4", "TESFAYE"),
        ("He produced a card numbered 0092-7714-8 there.", "0092-7714-8"),
        ("The account is H0044182207 as said.", "H0044182207"),
        ("a tan Chevrolet, registration EWX 3318, stood there", "EWX 3318"),
        ("Notify: his mother, 614 555 0138 at night", "614 555 0138"),
        ("He was born in Puebla in the spring of 1971 as said.", "1971"),
        ("of age 19:\n58 Thistledown Wynd\nnear the mill", "58 Thistledown Wynd"),
        ("NIC/N881204476 was told", "N881204476"),
        ("RAN NC/ZVB-4410 twice", "ZVB-4410"),
        ("asks for mail at Box 12, Gristmill Trailer Ct then", "Gristmill"),
        ("sent to 3 Ferry Steps, Larkmoor OH 44998 at once", "3 Ferry Steps"),
        ("and the barber, “Chuy” Menjivar, too", "Menjivar"),
    ],
)
def test_what_nothing_shows_to_be_public_goes(text: str, secret: str) -> None:
    assert secret not in shown(CASE + text)


@pytest.mark.parametrize(
    ("text", "stays"),
    [
        ("Sheriff Alden Burke and Lt. Agnes Purvis signed.", "Alden Burke"),
        ("Hester Quill, Principal, was told.", "Hester Quill"),
        ("Attending: Dr. Ada Brandt of the ward", "Brandt"),
        ("The stop was on State Route 44 near Cedar Bend County.", "Cedar Bend"),
        ("The Forensic Auditor sent a Notice of Inspection.", "Forensic Auditor"),
        ("Interpreter needed: Portuguese, Mandarin.", "Portuguese, Mandarin"),
        ("GRANVILLE NURSERIES, INC. was told", "GRANVILLE NURSERIES"),
        ("Docket 10-CV-00771 of June 5, 2010", "10-CV-00771"),
        ("Request No. 201008841 of the clinic", "201008841"),
        ("in all 1,204,118 prints were sent for $4,118,220", "1,204,118"),
        ("The office is at (206) 555-0100 (office).", "555-0100"),
        ("NO PRINTS WERE SENT BY THE COUNTY, HAVING BEEN LOST IN ALL", "HAVING BEEN LOST"),
        ("ICE20100004418", "ICE20100004418"),
        ("Mission 10-44182 left", "10-44182"),
    ],
)
def test_what_is_public_stays(text: str, stays: str) -> None:
    assert stays in shown(CASE + text)


@pytest.mark.parametrize(
    "text",
    [
        "The deputy wrote down what Casimir Oyelowo said of it at length.",
        "He produced a card numbered 0092-7714-8 there.",
        "The program was born in the spring of 2008 as said.",
        "Notify the board, 614 555 0138 matches at night",
        "to:\n58 Thistledown Wynd\nnear the mill",
    ],
)
def test_other_pages_are_read_as_before(text: str) -> None:
    assert (
        shown("STATEMENT\nThe program was told of on the road.\n\n" + text)
        == page("STATEMENT\nThe program was told of on the road.\n\n" + text).text
    )


def test_a_contract_that_speaks_of_a_protective_order_is_no_case() -> None:
    text = "Either side may ask for a protective order. Write to Jack Hale of the buyer.\n\nHis line is 212-555-5040."
    assert "Jack Hale" in shown(text)


def test_who_signs_a_mail_with_his_number_is_no_case() -> None:
    signature = "Regards,\nAda Roe\n131 Steuart Street, Ste 500\n415-555-9400"
    assert "Ben Hale" in shown(f"From: Ada Roe\nSubject: the meeting\n\nWe met Ben Hale there.\n\n{signature}")
