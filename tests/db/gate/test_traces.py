import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.gate.traces import Trace, Traces, folded, number_forms


def numbers(text: str, known: tuple[str, ...] = ()) -> Traces:
    return Traces((Trace(form, "number", "a-number", text) for form in number_forms(text)), frozenset(map(folded, known)))


def phrase(text: str) -> Traces:
    return Traces([Trace(folded(text), "phrase", "person-name", text)])


@pytest.mark.parametrize(
    "text",
    [
        "A099123456", "A 099 123 456", "A-099-123-456", "A# 099-123-456", "099123456", "see 099.123.456 there", "(099123456)",
        "a099123456,", "A O99 123 456", "A 099 l23 4S6", "A\n099 123\n456", "No: 099 123 456.",
    ],
)  # fmt: skip
def test_a_number_is_found_however_it_is_written(text):
    assert numbers("A 099 123 456").spans(text)


@pytest.mark.parametrize(
    "text",
    [
        "ICE 10-2674.099123456", "1099123456", "0991234567", "A0991234567", "099-123-45", "12-099123456-1", "099123456/7",
        "BATES099123456",
        "099 123 and 456", "A 099 123 457", "", "099,123 people; 456 more",
    ],
)  # fmt: skip
def test_other_and_longer_numbers_stay(text):
    assert numbers("A 099 123 456").spans(text) == ()


def test_a_bates_number_of_the_same_digits_stays_where_it_is_known():
    traces = numbers("0013078", known=("ICE-0013078",))
    assert traces.spans("stamp ICE-0013078 here") == ()
    assert traces.spans("call 001-3078 now") == ((5, 13),)


def test_an_ssn_with_spaces_is_the_one_with_dashes():
    assert numbers("521-45-6788").spans("SSN 521 45 6788 on file") == ((4, 15),)


@pytest.mark.parametrize(
    "text",
    ["Orrin Quillfeather", "ORRIN  QUILLFEATHER", "orrin\nquillfeather", "Orrin Quill-\nfeather",
     "orrin_quillfeather.pdf", "(Orrin-Quillfeather)",
     "Órrin Quillfeather"],
)  # fmt: skip
def test_a_name_is_found_in_any_case_and_layout(text):
    assert phrase("Orrin Quillfeather").spans(text)


@pytest.mark.parametrize(
    "text", ["Orrin Quillfeathers", "Torrin Quillfeather", "Orrin and Quillfeather", "Quillfeather", "Orrin"]
)
def test_parts_of_words_and_of_names_stay(text):
    assert phrase("Orrin Quillfeather").spans(text) == ()


@pytest.mark.parametrize("text", ["Costa", "COSTA", "costa", "C o s t a", "Cos-\nta", "Co sta", "c-o-s-t-a"])
def test_a_short_word_is_found_whole_or_as_print_breaks_it(text):
    assert phrase("Costa").spans(f"It was {text} again.")


@pytest.mark.parametrize("text", ["cost a county", "no cost, and", "cos ta"])
def test_ordinary_words_that_happen_to_spell_a_short_name_stay(text):
    assert phrase("Costa").spans(f"It will not {text} one cent.") == ()


@pytest.mark.parametrize(
    ("held", "kind", "text"),
    [
        ("7ABCD12", "plate", "plate 7ABCD 12"), ("4WXYZ98", "person-number", "4WXYZ 98"), ("ABCD12", "plate", "abcd 12"),
        ("ONeil", "person-name", "o'neil"), ("DeLuna", "person-name", "Ana de Luna"), ("Costa", "hidden-text", "cost a"),
    ],
)  # fmt: skip
def test_numbers_with_letters_and_names_of_two_capitals_are_found_over_a_gap(held, kind, text):
    assert Traces([Trace(folded(held), "phrase", kind, held)]).spans(text)


def test_a_long_word_and_names_of_two_words_are_found_over_any_gap():
    assert phrase("Quillfeather").spans("it was quill feather who")
    assert phrase("Ana Costa").spans("ana cos ta")


def test_spans_cover_the_words_and_nothing_else():
    text = "for Orrin Quillfeather, by hand"
    assert [text[s:e] for s, e in phrase("orrin quillfeather").spans(text)] == ["Orrin Quillfeather"]


@given(st.text(max_size=200))
def test_any_text_is_taken(text):
    traces = Traces(
        [Trace("abcd", "phrase", "x", "abcd"), Trace("1234567", "number", "x", "1234567"), Trace("1/2/80", "literal", "x", "")]
    )
    for start, end in traces.spans(text):
        assert 0 <= start < end <= len(text)


@given(st.text("ab 1-.\n", max_size=40), st.text("ab 1-.\n", max_size=40))
def test_a_name_set_apart_is_always_found(before, after):
    assert phrase("Orrin Quillfeather").spans(f"{before} Orrin Quillfeather {after}")
