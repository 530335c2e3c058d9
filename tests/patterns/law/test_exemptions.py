"""Exemption codes: every shape the field prints, and the citations that only look like them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.patterns.law.exemptions import codes_in, codes_on_box, riders_on_box

B5, B6, B7C, B7E = "(b)(5)", "(b)(6)", "(b)(7)(C)", "(b)(7)(E)"


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("(b)(6)", [B6]),
        ("(b)(6), (b)(7)(C)", [B6, B7C]),
        ("(b)(6),(b)(7)(c)", [B6, B7C]),
        ("(b)(6)(b)(7)(C)", [B6, B7C]),
        ("( b ) ( 7 ) ( C )", [B7C]),
        ("{b}(6)", [B6]),
        ("[b](5)", [B5]),
        ("(b) (4), (b) (5)", ["(b)(4)", B5]),
        ("(b)(6), (7)(C)", [B6, B7C]),
        ("(b)(6), 7(C)", [B6, B7C]),
        ("(b)(5) AWP", [B5]),
        ("(b)(5) ACP, DPP", [B5]),
        ("(b)(2)high", ["(b)(2)"]),
        ("(b)(6)...", [B6]),
        ("(b)(7)(", ["(b)(7)"]),
        ("b6 b7C", [B6, B7C]),
        ("b(5)", [B5]),
        ("(j)(2) (k)(2)", ["(j)(2)", "(k)(2)"]),
        ("From: (b)(6), (b)(7)(C) Sent: Monday", [B6, B7C]),
        ("The chief (b)(6) called (b)(7)(E).", [B6, B7E]),
        ("Marlow, Ohio 44001\n(b)(6)\n555 fax", [B6]),
    ],
)
def test_codes_are_read_in_any_shape(text: str, codes: list[str]) -> None:
    assert [code for one in codes_in(text) for code in one.codes] == codes


@pytest.mark.parametrize("text", ["(b)(6)...", "(b)(...", "(b...", "(b)(", "(b)(7)(", "(b)(6…"])
def test_clipped_codes_say_so(text: str) -> None:
    assert [one.clipped for one in codes_in(text)] == [True]


@pytest.mark.parametrize(
    "text",
    [
        "8 U.S.C. 1357(g)",
        "5 U.S.C. 552(b)(6)",
        "5 U.S.C. § 552 (b)(6), (b)(7)(C)",
        "8 C.F.R. 103.2(b)(6)",
        "section 552(b)(7)(C)",
        "subsection (b)(6)",
        "paragraph (b)(1) of this section",
        "Sec. 12(b)(6)",
        "Rule 12(b)(6)",
        "287(g)",
        "(a)(1)",
        "(b) The county",
        "(b) (the county)",
        "item b2b",
        "block b6f",
        "plan b 6 of them",
        "(k)(9)",
        "(6)",
        "(7)(C)",
        "",
        "552a(j)(2)",
        "B612",
    ],
)
def test_look_alikes_are_no_codes(text: str) -> None:
    assert [code for one in codes_in(text) for code in one.codes] == []


@pytest.mark.parametrize(
    ("raw", "codes"),
    [
        ("(b)(6), (b)(7)(C)", (B6, B7C)),
        ("(h)(6)", (B6,)),
        ("(6)(6)", (B6,)),
        ("(b)(S)", (B5,)),
        ("(b)(6) (b)(6)", (B6,)),
        ("", ()),
        ("Marlow", ()),
        ("(b", ()),
    ],
)
def test_on_a_box_misreadings_are_forgiven(raw: str, codes: tuple[str, ...]) -> None:
    assert codes_on_box(raw) == codes


@given(st.text(alphabet="(){}[]bB67C ,.…k2AWP\n5a", max_size=50))
def test_spans_are_true(text: str) -> None:
    at = 0
    for one in codes_in(text):
        assert at <= one.start < one.end
        assert text[one.start : one.end] == one.raw
        at = one.end


@pytest.mark.parametrize(
    ("text", "riders"),
    [
        ("(b)(5) AWP", ("(b)(5) AWP",)),
        ("(b)(5) ACP, AWP", ("(b)(5) ACP", "(b)(5) AWP")),
        ("(b)(5)-DPP", ("(b)(5) DPP",)),
        ("(b)(5) (AWP)", ("(b)(5) AWP",)),
        ("(b)(2)high", ("(b)(2) high",)),
        ("(b)(2) Low, (b)(6)", ("(b)(2) low",)),
        ("(b)(5)", ()),
        ("(b)(5) Actual costs", ()),
        ("(b)(6) Highway 9", ()),
    ],
)
def test_riders_are_data(text: str, riders: tuple[str, ...]) -> None:
    assert [rider for one in codes_in(text) for rider in one.riders] == list(riders)
    assert riders_on_box(text) == riders


@pytest.mark.parametrize(
    ("raw", "codes"),
    [
        ("(bX6), (bX7XC)", (B6, B7C)),
        ("(b)(6), (b)(7 KC)", (B6, B7C)),
        ("(b)(7HC)", (B7C,)),
        ("(b)(6), (6)(7)(C)", (B6, B7C)),
        ("{b)(6)", (B6,)),
        ("(i)(2)", ("(j)(2)",)),
        ("Tuesday", ()),
        ("Room 6 (7)", ()),
        ("b) (5)", ("(b)(5)",)),
        ("//Z(6)(6) (b)(7(C)", ("(b)(6)", "(b)(7)(C)")),
    ],
)
def test_what_ocr_makes_of_codes_on_boxes(raw: str, codes: tuple[str, ...]) -> None:
    assert codes_on_box(raw) == codes


@pytest.mark.parametrize(
    ("raw", "codes"),
    [
        ("()(2)", ("(j)(2)",)),
        ("G)(2)", ("(j)(2)",)),
        ("(kX2)", ("(k)(2)",)),
        ("(b)(7)(E), (kX 2)", ("(b)(7)(E)", "(k)(2)")),
        ("bS", ("(b)(5)",)),
        ("b6. b7c", ("(b)(6)", "(b)(7)(C)")),
        ("(b)(7)(E), (2)", ("(b)(7)(E)",)),
        ("BG", ()),
        ("bus", ()),
        ("(2)", ()),
        ("b52", ()),
    ],
)
def test_short_codes_that_scans_misread_on_a_box(raw: str, codes: tuple[str, ...]) -> None:
    assert codes_on_box(raw) == codes


@pytest.mark.parametrize(
    ("raw", "codes"),
    [
        ("(b)(b) - AC/AWP", ("(b)(5)",)),
        ("(b)(?) High", ("(b)(2)",)),
        ("(b)(S) DPP", ("(b)(5)",)),
        ("(b)(6) DPP", ("(b)(6)",)),  # plainly read
        ("(b)(?)", ()),
        ("(b)(?) DHS", ()),
        ("(d)(5)", ("(d)(5)",)),
        ("(D)(5)", ("(b)(5)",)),  # never printed in capitals
        ("(D)(12)", ()),
    ],
)
def test_what_is_added_to_a_code_tells_its_digit_where_nobody_can_read_it(raw: str, codes: tuple[str, ...]) -> None:
    assert codes_on_box(raw) == codes
