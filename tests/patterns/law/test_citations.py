"""References to law: standard forms, lost section signs, and numbers that refer to nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.patterns.law.citations import KINDS, citations_in


@pytest.mark.parametrize(
    ("text", "kind", "normal"),
    [
        ("8 U.S.C. § 1357(g)", "usc", "8 U.S.C. § 1357(g)"),
        ("8 USC 1373", "usc", "8 U.S.C. § 1373"),
        ("8 U.S.C. 5 1373(a)", "usc", "8 U.S.C. § 1373(a)"),
        ("8 V.S.c. S 1373", "usc", "8 U.S.C. § 1373"),
        ("5 U.S.C. §§ 552(b)(6)", "usc", "5 U.S.C. § 552(b)(6)"),
        ("5 U.S.C. 552a", "usc", "5 U.S.C. § 552a"),
        ("42 U.S.C. § 2000e-5", "usc", "42 U.S.C. § 2000e-5"),
        ("section 534 of title 28, United States Code", "usc", "28 U.S.C. § 534"),
        ("Title 8, United States Code, Section 1373", "usc", "8 U.S.C. § 1373"),
        ("8 C.F.R. § 287.7(d)", "cfr", "8 C.F.R. § 287.7(d)"),
        ("28 CFR Part 23", "cfr", "28 C.F.R. pt. 23"),
        ("INA § 287(g)", "ina", "INA § 287(g)"),
        ("section 287(g) of the INA", "ina", "INA § 287(g)"),
        ("Section 236(c) of the Immigration and Nationality Act", "ina", "INA § 236(c)"),
        ("Pub. L. No. 104-208", "pub-l", "Pub. L. No. 104-208"),
        ("Public Law 110–329", "pub-l", "Pub. L. No. 110-329"),
        ("110 Stat. 3009", "stat", "110 Stat. 3009"),
        ("73 Fed. Reg. 12,345", "fed-reg", "73 Fed. Reg. 12345"),
        ("E.O. 12065", "order", "Executive Order 12065"),
        ("Executive Order 13,526", "order", "Executive Order 13526"),
        ("No. 10-cv-03488", "docket", "10-cv-3488"),
        ("1:1O-CV-03488-SAS", "docket", "10-cv-3488"),
        ("10 Civ. 3488", "docket", "10-cv-3488"),
        ("521 U.S. 898", "reporter", "521 U.S. 898"),
        ("123 F.3d 456", "reporter", "123 F.3d 456"),
        ("8 u.s.c. 1103", "usc", "8 U.S.C. § 1103"),
        ("8 U.s.C. §l357(g)", "usc", "8 U.S.C. § 1357(g)"),
        ("18 U.S.C. § 1O01", "usc", "18 U.S.C. § 1001"),
        ("8 CPR 287.7", "cfr", "8 C.F.R. § 287.7"),
        ("lNA 236(c)", "ina", "INA § 236(c)"),
        ("75 Fed Reg 12345", "fed-reg", "75 Fed. Reg. 12345"),
        ("See Marlow County v. Example, 12", "case", "Marlow County v. Example"),
    ],
)
def test_reads_a_reference(text: str, kind: str, normal: str) -> None:
    assert [(one.kind, one.normal) for one in citations_in(text)] == [(kind, normal)]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "He paid 8 us cents 1324 times.",
        "the 8 CPR courses of 287 people",
        "a finale of 236 songs",
        "8 CPR 287 students",
        "8 counties and 1373 people",
        "The US could not 1373",
        "99 U.S.C. 12",
        "title 8 of the report",
        "section 4 of the plan",
        "Section 287 of the list",
        "(b)(6), (b)(7)(C)",
        "ICE FOIA 10-2674.0013078",
        "MARL-000123",
        "the 287(g) program",
        "$110 in stat 3009",
        "10-2674",
        "call 202-555-0142",
        "FR 12",
        "the P.L. office",
        "county v. 2",
        "CFR",
        "March 3, 2010",
        "v. Example",
    ],
)
def test_refers_to_nothing(text: str) -> None:
    assert citations_in(text) == ()


def test_each_in_a_sentence_once_and_in_place() -> None:
    text = "Under 8 U.S.C. § 1373 and INA § 287(g), see Roe v. Marlow County, 12 F.3d 34 (9th Cir. 1999), nothing follows."
    found = citations_in(text)
    assert [one.normal for one in found] == ["8 U.S.C. § 1373", "INA § 287(g)", "Roe v. Marlow County", "12 F.3d 34"]
    assert all(text[one.start : one.end] == one.text and one.kind in KINDS for one in found)


@given(st.text(alphabet="8 U.S.C§1373()gvA. bINEO-\n,", max_size=60))
def test_spans_are_true(text: str) -> None:
    for one in citations_in(text):
        assert text[one.start : one.end] == one.text
