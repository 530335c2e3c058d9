"""Exemption codes that stand where a name should are told as such, however a scan spells them; other text stays."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.citations.cite import cited, named


@pytest.mark.parametrize(
    ("printed", "shown"),
    [
        ("(b)(6), (b)(7)(C)", "name withheld, (b)(6), (b)(7)(C)"),
        ("{b)(6). (b}{7)(C)", "name withheld, (b)(6), (b)(7)(C)"),
        ("(b\\(7(C) / (0)(6)", "name withheld, (b)(7)(C), (b)(6)"),
        ("b)(6)\n(b)(6)", "name withheld, (b)(6)"),
        ("(b)(7)(b)(6)...", "name withheld, (b)(7), (b)(6)"),
        ("(b)(6)(b)(7)c", "name withheld, (b)(6), (b)(7)(C)"),
        ("b6, b7C", "name withheld, (b)(6), (b)(7)(C)"),
        ("Records Clerk; (b)(6)", "Records Clerk; name withheld, (b)(6)"),
        ("(b)(6) Records Clerk", "[withheld, (b)(6)] Records Clerk"),
        ("Valley Office (b)(6), (b)(7)(E)", "Valley Office [withheld, (b)(6), (b)(7)(E)]"),
        ("Office  of\nRecords", "Office of Records"),
    ],
)
def test_codes_in_the_place_of_a_name(printed: str, shown: str) -> None:
    assert named(printed) == shown


@pytest.mark.parametrize(
    "printed",
    [
        "",
        "Marlow County Sheriff",
        "287(g) Program",
        "Title 5 (b)(10)",
        "Chief (2010)",
        "Room B6",
        "Branch (H)(3)",
        "Unit (C)",
        "████",
    ],
)
def test_other_text_stays(printed: str) -> None:
    assert named(printed) == printed
    assert cited(printed) == printed


def test_a_citation_leaves_the_codes_out() -> None:
    assert cited("{b)(6). (b}{7)(C)") == "[name withheld]"
    assert cited("(b)(6) Records Clerk; (b)(6)") == "[withheld] Records Clerk; [name withheld]"


@given(st.text(alphabet="b(){}[]67cC5;. \\,a", max_size=60))
def test_whatever_a_scan_made_of_it_is_shown_once(printed: str) -> None:
    assert named(named(printed)).count("  ") == 0
    assert "withheld" not in cited(printed).replace("[name withheld]", "").replace("[withheld]", "")
