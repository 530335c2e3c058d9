"""Codes that a scan wore down are read back only where a box shows nothing else."""

from __future__ import annotations

import time

import pytest

from pipeline.patterns.law.exemptions import codes_on_box
from pipeline.patterns.law.worn_codes import whole_codes

BOTH = ("(b)(6)", "(b)(7)(C)")


@pytest.mark.parametrize(
    ("raw", "codes"),
    [
        ("()(7)(E)", ("(b)(7)(E)",)),
        ("()(S) OPP", ("(b)(5)",)),
        ("(0X6):(0)(7)(C)", BOTH),
        ("(OX 6), {OHIKC)", BOTH),
        ("(©)(4)", ("(b)(4)",)),
        ("b){7){A", ("(b)(7)(A)",)),
        ("b6é b7C", BOTH),
        ("(b}(6)7 (b)(7).(C)", BOTH),
        ("(bx3)", ("(b)(3)",)),
        ("(kX5)", ("(k)(5)",)),
        ("| (b)(6), (OX 7KC)", BOTH),
        ("(bKS)", ("(b)(5)",)),
        ("(b}(/{E)", ("(b)(7)(E)",)),
        ("(b)¢3)", ("(b)(3)",)),
        ("(to)(7)(A}", ("(b)(7)(A)",)),
        ("b6, b7¢", BOTH),
        ("(b)(7}¢", ("(b)(7)(C)",)),
        ("(D)(3)", ("(b)(3)",)),
        ("(b6)/(bY7HC)", BOTH),
        ("(by6y/(bK7MC)", BOTH),
        ("(bK6Y(bK7KC)", BOTH),
        ("(bX 7C) per DHS", ("(b)(7)(C)",)),
        ("b6, b7<", BOTH),
        ("6, b7c", BOTH),
        ("(b6)(DU7HC)", BOTH),
        ("(bv 2)high", ("(b)(2)",)),
    ],
)
def test_worn_codes_on_a_box_are_read_back(raw: str, codes: tuple[str, ...]) -> None:
    assert whole_codes(raw) == codes == codes_on_box(raw)


@pytest.mark.parametrize(
    "raw",
    ["(a)", "(1)", "(6)", "(6) 7", "10 (6)", "(b)", "(0)", "0 (5)", "(2) (3)", "( )(2)", "Lab 6", "b. 5", "(a)(1)", "(e)(1)",
     "()", "(202) 555-0117", "(b) 12", "(8) (b)", "Box 7", "(o) 11", "(6) (5)", "(D) 5", "(c)(2) applies",
     "(10)(6)", "(to)", "to (7)(A)", "by 6", "by (6)", "(by 6 pm)", "(b5) per day", "6, b",
     "6, 7", "(b12)", "y6", "7¢", "(b)/2", "5/¢3", "(0X6) and the rest"],
)  # fmt: skip
def test_what_is_not_wholly_codes_is_left(raw: str) -> None:
    assert whole_codes(raw) == ()


@pytest.mark.parametrize("sign", ["(", "b(", "(b", ")(", "(bX", "b ", "7(", ". "])
def test_hostile_boxes_cost_no_time(sign: str) -> None:
    start = time.perf_counter()
    whole_codes(sign * 20_000)
    assert time.perf_counter() - start < 0.5


@pytest.mark.parametrize(
    ("raw", "codes"),
    [
        ("(DM 7A)", ("(b)(7)(A)",)),
        ("(b)7 MA)", ("(b)(7)(A)",)),
        ("[(6)(7)(4)", ("(b)(7)(A)",)),
        ("= (6), (b)(7(C)", BOTH),
        ("[cK)(2)", ("(k)(2)",)),
        ("b(S)", ("(b)(5)",)),
        ("b6 67C", BOTH),
        ("(6), (7)", ()),
        ("(b)(7)(E), (2)", ("(b)(7)(E)",)),
        ("(6)s(by(7)", ()),
        ("(6) 4 (bd", ()),
        ("(0) 5", ()),
    ],
)
def test_letters_and_brackets_that_ran_together(raw: str, codes: tuple[str, ...]) -> None:
    assert codes_on_box(raw) == codes
