"""Days of care in a chart, parties that a report lists by letters, clients given by initials."""

from __future__ import annotations

from timeit import timeit

import pytest

from pipeline.patterns.private.seen_on import parties_in, seen_on


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Patient: (name) MRN 1 Adm 4/2/11 Attending: O. Weir, MD", ["4/2/11"]),
        ("5. Last CXR 8/3O/ll neg.  PPD 14 mm", ["8/3O/ll"]),
        ("Medications: none. Discharged: 4/6/2011", ["4/6/2011"]),
        ("Date of admission: 4/2/11\nDx: flu", ["4/2/11"]),
        ("Adm 4/2/11 of the county board", []),
        ("The program was admitted 4/2/11", []),
        ("Patient count 4/2/11", []),
        ("Surgery wing opened 4/2/11", []),
    ],
)
def test_days_beside_words_of_a_chart_are_a_patients(text: str, days: list[str]) -> None:
    assert [text[one.start : one.end] for one in seen_on(text)] == days


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("(V) ORSK, TILDA W/F\n(W) Desk clerk, Abel P.\n(S) VANE, OTTO", ["ORSK, TILDA", "Abel P.", "VANE, OTTO"]),
        ("(V) Tilda Orsk\n(W) Officer Vane", ["Tilda Orsk"]),
        ("(V) Tilda Orsk was here", []),
        ("(S) Roman numerals\nand text", []),
        ("Client #4 (initials T.O.) came", ["T.O."]),
        ("minor child (initials: T. O. V.)", ["T. O. V."]),
        ("approved (initials T.O.) by the chief", []),
    ],
)
def test_parties_of_a_report_and_initials_of_a_client_are_told(text: str, names: list[str]) -> None:
    assert [text[one.start : one.end] for one in parties_in(text)] == names


def test_long_lists_are_read_in_a_moment() -> None:
    assert timeit(lambda: list(parties_in("(V) " + "Ada " * 4000 + "\n(W) x\n" * 3000)), number=1) < 2
    assert timeit(lambda: list(seen_on("adm 4/2/11 " * 4000)), number=1) < 2
