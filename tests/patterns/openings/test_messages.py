"""Messages in a printed email, quoted ones included."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.patterns.openings.messages import clock_in, messages_in

ORIGINAL = "-----Original Message-----"
TOP = "From: Roe, Jane\nSent: Monday, March 3, 2010 9:00 AM\nTo: Doe, Sam; Poe, Al\nSubject: RE: Fees\n\nSam,\nYes.\n\n"


@pytest.mark.parametrize(
    ("quoted", "sender", "date", "time"),
    [
        (f"{ORIGINAL}\nFrom: (b)(6)\nTo: Roe\nSent: Mon Mar 01 08:10:00 2010\nSubject: Fees", "(b)(6)", "2010-03-01", "08:10"),
        ("On Mar 2, 2010, at 4:10 PM, Poe, Al (X)\n<ap@ex.gov> wrote:", "Poe, Al (X) <ap@ex.gov>", "2010-03-02", "16:10"),
        ("On 3/1/2010 12:10 AM, Al Poe wrote:\n> deep", "Al Poe", "2010-03-01", "00:10"),
        ("On Mon, Mar 1, 2010 at 3:00 PM, (b)(6), (b)(7)(C) wrote:\n> a", "(b)(6), (b)(7)(C)", "2010-03-01", "15:00"),
        ("Begin forwarded message:\n> From: A Poe\n> Date: March 1, 2010 3:00 PM EST\n> To: J", "A Poe", "2010-03-01", "15:00"),
        ("Al Poe wrote on 03/01/2010 02:05 PM:\n\nhello", "Al Poe", "2010-03-01", "14:05"),
    ],
)  # fmt: skip
def test_a_quoted_message_has_its_own_sender_and_date(quoted: str, sender: str, date: str, time: str) -> None:
    top, found = messages_in(TOP + quoted)
    assert (found.sender, found.dated.date, found.time, found.depth) == (sender, date, time, 1)
    assert (TOP + quoted)[top.header_end : top.end].strip() == "Sam,\nYes."


def test_depth_follows_the_quotation_marks() -> None:
    text = (
        TOP
        + "On 3/2/2010 4:10 PM, A B wrote:\n> x\n> On 3/1/2010 4:10 PM, C D wrote:\n>> y\n>> On 2/1/2010 4:10 PM, E F wrote:\n"
    )
    assert [one.depth for one in messages_in(text)] == [0, 1, 2, 3]


@pytest.mark.parametrize(
    "prose",
    [
        "On the other hand she wrote:\nno date here",
        "He said that on June 3 the board wrote:\n",
        "On June 3, 2010 the county signed and the state wrote to the bureau.",
        "",
        "From here on we walk.\nTo the gate.",
    ],
)
def test_prose_is_no_message(prose: str) -> None:
    assert len(messages_in(TOP + prose)) == 1
    assert messages_in(prose) == ()


@pytest.mark.parametrize(
    ("value", "time"),
    [
        ("9:00 AM", "09:00"),
        ("12:30 a.m.", "00:30"),
        ("12:30 PM", "12:30"),
        ("16:10:05 +0000", "16:10"),
        ("25:10", ""),
        ("13:10 PM", ""),
        ("noon", ""),
    ],
)
def test_the_clock(value: str, time: str) -> None:
    assert clock_in(value) == time


@given(st.text("From: Sent\n>To12/:On wrote,", max_size=200))
def test_messages_lie_in_order_within_the_text(text: str) -> None:
    found = messages_in(text)
    assert all(0 <= one.start <= one.header_end <= one.end <= len(text) for one in found)
    assert all(one.end <= other.start or one.header_end <= other.start for one, other in pairwise(found))
