"""A text read in other ways leads back to the text as it is."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pipeline.patterns.private.views import plain_joints, views_of


def test_marks_of_quoted_lines_go_and_spans_lead_back() -> None:
    text = "> her number is\n>> 098 765 432 there"
    (view,) = views_of(text)
    at = view.text.index("098")
    start, end = view.span(at, at + 11)
    assert text[start:end] == "098 765 432"


def test_letters_one_by_one_are_a_word_and_four_are_not() -> None:
    (view,) = views_of("Name: K E S T R E L here")
    assert "KESTREL here" in view.text
    assert list(views_of("A B C D of them")) == []
    assert list(views_of("plain text of 12 words")) == []


def test_a_code_beside_a_value_leads_from_its_label_to_it() -> None:
    (view,) = views_of("Phone (b)(6), (b)(7)(C) 201 3344")
    assert view.text == "Phone: 201 3344"
    assert view.span(7, 15) == (24, 32)
    assert list(views_of("withheld under (b)(6) and (b)(7)(C), as told")) == []


def test_odd_signs_between_digits_are_hyphens_and_nowhere_else() -> None:
    assert plain_joints("555·201·3344 · and 5*6 a·b") == "555-201-3344 · and 5-6 a·b"


@given(st.text(alphabet="> \nab1 2|)-·", max_size=80))
def test_every_view_is_made_of_the_texts_own_signs(text: str) -> None:
    assert len(plain_joints(text)) == len(text)
    for view in views_of(text):
        assert len(view.text) < len(text)
        for at in range(len(view.text)):
            start, end = view.span(at, at + 1)
            assert text[start:end] == view.text[at]
