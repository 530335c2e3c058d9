"""Who is in office by a part at a meeting, in a hearing or in a paper, and who only stands beside one."""

from __future__ import annotations

import pytest

from pipeline.patterns.officials import parts_in


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "KESSEL BOARD\nMinutes. Present: Amberley, Dubrow, Felling\n(chair), Oyelan. Also: forty more.",
            {"Amberley", "Dubrow", "Felling", "Oyelan"},
        ),
        (
            "Present: Members Udo Prent (chair), Lavinia Stopeck, Cormac Eadie; B. Oyelow, clerk",
            {"Udo Prent", "Lavinia Stopeck", "Cormac Eadie"},
        ),
        ("(e) Sister Agna Rooneck of the Kessel Migrant Clinic read a letter.", {"Agna Rooneck"}),
        ("Rev. Lundeck said people at his church stay away.", {"Lundeck"}),
        ("The director of the clinic, Ottilie Reyfalk, testified in May.", {"Ottilie Reyfalk"}),
        ("By NINA VOSBURN, Staff Writer\nKESSEL - The board", {"NINA VOSBURN"}),
        ("HOST (Jolene Abernath): We are in Kessel.", {"Jolene Abernath"}),
        ("Q. You recall him?\nA. I do.\nMR. BELLWETHER: Objection.", {"BELLWETHER"}),
        ("Prepared for the Kessel Alliance by Maud Ferrick, LCSW\nCases", {"Maud Ferrick"}),
        ("Astra Boylan of the Kessel Growers Association called it a mess.", {"Astra Boylan"}),
    ],
)
def test_a_part_makes_an_official(text: str, names: set[str]) -> None:
    assert set(parts_in(text)) == names


@pytest.mark.parametrize(
    "text",
    [
        "Present: Thessaly Vrba, her sister, and a child.",
        "Her sister Agna Rooneck of Mill Lane read a letter.",
        "his father Ignaz Toomeck said so",
        "Father Ignaz Toomeck     Mother Ada Toomeck",
        "Thessaly Vrba of the Kessel Clinic's third ward",
        "my client Thessaly Vrba of the Kessel Tenants Association",
        "MR. VRBA: I live at the depot.\nPRESIDENT: Thank you.",
        "The director, who knew Thessaly Vrba, said nothing.",
        "Stopped by Thessaly Vrba, who was late.",
    ],
)
def test_who_only_stands_beside_one_is_none(text: str) -> None:
    assert list(parts_in(text)) == []
