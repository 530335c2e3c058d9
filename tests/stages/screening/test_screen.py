"""Nothing that singles out a private person is left in what later stages see; what a researcher needs stays."""

from __future__ import annotations

from drawn_page import page
from hypothesis import given, settings
from hypothesis import strategies as st
from one_parser import loaded_parser

from pipeline.records import spans
from pipeline.records.finding import Withheld
from pipeline.records.page import Box, HiddenText, Page
from pipeline.stages.screen import Params, screen

FORM = (
    "Subject: MARTIN-POE, Ana\nA-number: A 012 345 678\nDOB: 03/04/1985\n"
    "She lives at 12 Elm Street, Apt 4, Marlow, IL 60000.\n\nMs. Martin-Poe called (312) 555-0142 from home."
)


def found(*pages: Page) -> tuple[Withheld, ...]:
    return screen(pages, Params(), loaded_parser())


def shown(*pages: Page) -> str:
    hidden = found(*pages)
    return "\n".join(
        spans.masked(one, tuple((w.start, w.end) for w in hidden if w.page_id == one.id and w.start >= 0)).text for one in pages
    )


def test_every_identifier_of_a_form_is_withheld_with_its_box() -> None:
    (one,) = pages = (page(FORM),)
    withheld = found(*pages)
    assert {w.kind for w in withheld} == {"person-name", "a-number", "date-of-birth", "address", "phone"}
    for w in withheld:
        assert one.text[w.start : w.end] == w.text
        assert w.boxes == spans.boxes(one, w.start, w.end) != ()
        assert w.basis


def test_labels_stay_and_values_go() -> None:
    text = shown(page(FORM))
    assert "A-number:" in text and "DOB:" in text and "lives at" in text
    for value in ("MARTIN", "Martin", "012", "1985", "Elm", "0142"):
        assert value not in text


def test_a_value_is_withheld_wherever_the_file_repeats_it() -> None:
    text = shown(page(FORM), page("The matter of Ana Martin-Poe is closed; 012 345 678 was her file.\nMARTIN-POE left.", 2))
    assert "Martin" not in text and "MARTIN" not in text and "345" not in text


def test_an_official_of_the_same_surname_stays() -> None:
    text = shown(page("Jane Doerr (A012 345 678) was held."), page("Sheriff Doerr agreed with the board.", 2))
    assert "Sheriff Doerr" in text and "Jane" not in text


def test_of_two_surnames_each_stands_for_both_and_a_given_name_for_the_person() -> None:
    text = shown(
        page("Name: DOE QUIROGA, Marta\nA-number: A 012 345 678"),
        page("Ms. DOE wept. DOE, Marta left. Marta Quiroga and Marta spoke to Marta Bell and Doe County.", 2),
    )
    assert "Quiroga" not in text and "Ms. ███ wept. ████ █████ left." in text
    assert "Marta Bell" in text and "Doe County" in text and text.count("Marta") == 1


def test_hidden_text_is_withheld_by_its_box() -> None:
    hidden = HiddenText("never shown", Box(0.1, 0.2, 0.3, 0.4), "under a dark box")
    (one,) = found(page("Shown.", hidden=(hidden,)))
    assert (one.kind, one.start, one.end, one.text, one.boxes) == ("hidden-text", -1, -1, "never shown", (hidden.box,))


def test_what_researchers_need_stays() -> None:
    text = (
        "MARL FOIA 10-2674.0013078\nUnder 8 U.S.C. 1373(a) and No. 10-cv-03488, 1,304 of 45,123 people (2.9%) were removed\n"
        "between October 27, 2008 and January 31, 2011. Press Office: (202) 555-0100. Write to foia@agency.gov.\n"
        "Office of Tests, 500 12th Street SW, Washington, DC 20536. Governor Pat Example said so. It cost $123,456,789."
    )
    assert found(page(text)) == ()


def test_empty_pages_and_no_pages() -> None:
    assert found() == ()
    assert found(page("")) == ()


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "A012 345 678",
                "123-45-6789",
                "DOB: 3/4/85",
                "Name: Jane Roe",
                "(312) 555-0142",
                "jane@example.com",
                "and",
                "12 Elm St",
                "lives at",
                "\n",
                "\n\n",
                "0142",
                "Roe",
            ]
        ),
        max_size=14,
    )
)
def test_spans_never_overlap_and_masking_is_complete(parts: list[str]) -> None:
    one = page(" ".join(parts))
    withheld = [w for w in found(one) if w.start >= 0]
    at = 0
    for w in withheld:
        assert at <= w.start < w.end <= len(one.text)
        at = w.end
    masked = spans.masked(one, tuple((w.start, w.end) for w in withheld))
    again = {w.kind for w in found(masked)}
    assert not again & {"a-number", "ssn", "email"}


def test_a_name_that_is_the_prefix_of_a_stamp_is_not_withheld_in_it() -> None:
    text = shown(page(FORM), page("MARTIN-POE-FOIA-000143 is the stamp; MARTIN-POE-A file and MARTIN-POE left.", 2))
    assert "MARTIN-POE-FOIA-000143" in text
    assert text.count("MARTIN-POE") == 1
