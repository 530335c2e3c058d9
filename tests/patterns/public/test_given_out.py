"""Telephones that are given out in the agency's mail and in advertisements; private numbers in the same places are not."""

from __future__ import annotations

from timeit import timeit

import pytest

from pipeline.patterns.public.given_out import lines_given_out


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("From: Fenn, Oda\nTo: Moll, Bo\n\nIf a reporter asks, call me, do not freelance. 555-555-0176.\n", ["5555550176"]),
        ("From: Fenn, Oda (CTR) <o.fenn@agency.gov>\n\nRing me at (555) 555-0177", ["5555550177"]),
        (
            "By ODA FENN, staff\nThe van came.\n\nOSSICK TIRE\nWinter tires. Two for $99.\nRoute 9, Ossick 555-664-0100\n",
            ["5556640100"],
        ),
        ("By ODA FENN, staff\n\nFENN MOTORS\nFour from $99.\nNext to the mill 555-664-0100\n", ["5556640100"]),
        ("From: Fenn, Oda\nTo: Sheriff\nCall me. 555-555-0176", []),
        ("From: Fenn, Oda (CTR)\nMy son is in your jail. Call me, I wait. 555-555-0176", []),
        ("From: Fenn, Oda\nTo: Moll, Bo\nI am at work until six. Call me. 555-555-0176", []),
        ("INMATE REQUEST\nFrom: Fenn, Oda\nTo: Moll, Bo\nCall me. 555-555-0176", []),
        ("By ODA FENN, staff\n\nMOLL YARD SALE\nBed $30, couch $40\nRoute 9, Ossick 555-664-0100\n", []),
        ("By ODA FENN, staff\n\nMOLL HOME\nBed $30, couch $40\nAsk for Bo Moll 555-664-0100\n", []),
        ("By ODA FENN, staff\n\nMOLL HOME\nBed $30, couch $40\nRoute 9, Bo Moll 555-664-0100\n", []),
        ("By ODA FENN, staff\n\nMOLL BEDS\nBed $30, couch $40\nCome by 555-664-0100\n", []),
        ("From: Fenn, Oda\n\nCall me at home 555-555-0176", []),
        ("From: Fenn, Oda\n\nCall me. 555-555-0176 (cell)", []),
        ("From: Oda Fenn\nTo: Moll, Bo\n\nPlease call me. 555-555-0176", []),
        ("From: Fenn, Oda <oda77@post.example>\n\nCall me. 555-555-0176", []),
        ("Caller: Fenn, Oda\nCall me. 555-555-0176", []),
        ("By ODA FENN, staff\n\nFENN ODA\nDOB 4/4/80, bond $900\nRoute 9, Ossick 555-664-0100\n", []),
        ("OSSICK TIRE\nTwo for $99.\nRoute 9, Ossick 555-664-0100\n", []),
    ],
)
def test_what_is_given_out_is_an_offices_or_a_shops(text: str, lines: list[str]) -> None:
    assert list(lines_given_out(text)) == lines


def test_hostile_text_is_read_in_a_moment() -> None:
    assert timeit(lambda: list(lines_given_out("By ODA FENN\n" + "From: Fenn, Oda\ncall me AB CD\n" * 4000)), number=1) < 2
