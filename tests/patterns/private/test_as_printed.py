"""The hours of a log and the printed M of a slip are blanked before anything is searched, and nothing else is."""

from __future__ import annotations

from timeit import timeit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.patterns.private.as_printed import hours, without_print

LOG = "WATCH LOG\n1540 TC from the ferry\n1622 OWNER of the barge rang\n1905 berth 1107734\n0015 relieved\n0300 nothing\n"
STREETS = "Route of the shift\n1105 Ossick Lane\n1310 Tarn Road\n1420 Weir Street\n1540 Quay Road\n"


def test_the_hours_of_a_log_are_blanked_and_nothing_moves() -> None:
    assert [LOG[start:end] for start, end in hours(LOG)] == ["1540", "1622", "1905", "0015", "0300"]
    blank = without_print(LOG)
    assert len(blank) == len(LOG) and "1622" not in blank and "1107734" in blank and "OWNER of the barge" in blank


@pytest.mark.parametrize(
    "text",
    [
        STREETS,
        LOG.replace("1622", "1399"),  # four and no hour among them leave a log of four; see below
        "1540 boxes\n1622 bags\n1905 crates\n2015 sacks\n",  # no log
        "shift log\n1905 a\n1622 b\n1905 c\n1540 d\n",  # in no order
        "log\n1540 12 14\n1622 10 11\n1905 9 8\n2000 7 7\n",  # a table of counts
    ],
)
def test_streets_counts_and_years_are_no_hours(text: str) -> None:
    assert "1399" in without_print(text) if "1399" in text else without_print(text) == text


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("M rs Ottilie Vane of the quay", " Mrs Ottilie Vane of the quay"),
        ("To: the desk\nM iss Weir called", "To: the desk\n Miss Weir called"),
        ("M r. Tarn", " Mr. Tarn"),
        ("M r and s are letters", "M r and s are letters"),
        ("Bram rs Weir", "Bram rs Weir"),
    ],
)
def test_the_printed_m_of_a_slip_stands_beside_what_is_written(text: str, read: str) -> None:
    assert without_print(text) == read


@given(st.text(alphabet="M rsi1234A\n\t:", max_size=120))
def test_no_text_changes_its_length(text: str) -> None:
    assert len(without_print(text)) == len(text)


def test_long_pages_are_read_in_a_moment() -> None:
    assert timeit(lambda: without_print("log\n" + "1540 x\n" * 4000 + " " * 40000), number=1) < 1
