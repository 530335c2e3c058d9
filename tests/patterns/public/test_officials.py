"""Who is in office by a part at a meeting, in a hearing or in a paper, and who only stands beside one."""

from __future__ import annotations

import pytest

from pipeline.patterns.public.officials import in_office, takes_down
from pipeline.patterns.public.parts_taken import officials_in, parts_in


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "KESSEL BOARD\nMinutes. Present: Amberley, Dubrow, Felling\n(chair), Oyelan. Also: forty more.",
            {"Amberley", "Dubrow", "Felling", "Oyelan"},
        ),
        (
            "Present: Members Ida Tolland (chair), Oda Verrin, Abel Framley; B. Ansley, clerk",
            {"Ida Tolland", "Oda Verrin", "Abel Framley"},
        ),
        ("(e) Sister Agna Rooneck of the Kessel Harvest Clinic read a letter.", {"Agna Rooneck"}),
        ("through Pastor Emrys Vanner of Second Bridge Church.", {"Emrys Vanner"}),
        ("Rev. Thaddea Orrin, Kessel Ministers Alliance, asked it.", {"Thaddea Orrin"}),
        ("Rev. Lundeck said his flock keeps indoors.", {"Lundeck"}),
        ("The head of the ward and director, Brunhild Reyfalk, testified in May.", {"Brunhild Reyfalk"}),
        ("By NINA VOSBURN, Staff Writer\nKESSEL - The board", {"NINA VOSBURN"}),
        ("HOST (Jolene Abernath): We are in Kessel.", {"Jolene Abernath"}),
        ("M s Oda Verrin of Congressman Framley's district office", {"Oda Verrin"}),
        ("Abel Ansley (Mayor Tolland's staff) rang", {"Abel Ansley"}),
        ("Taken by Oda Verrin, intake clerk, Civilian Review Board, today", {"Oda Verrin"}),
        ("MEMBER ODA VERRIN: And the cost?", {"ODA VERRIN"}),
        ("Oda Verrin, store clerk, Ossick Mill", set()),
        ("victim Oda Verrin, night clerk, Tolland Growers Association", set()),
        ("WITNESS ODA VERRIN: He fell.", set()),
        ("Ida Verrin, tenant of Mayor Tolland's brother", set()),
        ("inmate Ida Verrin of Senator Tolland's home office", set()),
        ("Q. You recall him?\nA. I do.\nMR. BELLWETHER: Objection.", {"BELLWETHER"}),
        ("Prepared for the Kessel Alliance by Maud Ferrick, LCSW\nCases", {"Maud Ferrick"}),
        ("Prepared for the county by Maud Ferrick, director\nCases", {"Maud Ferrick"}),
        ("Thessaly Vrba of the Kessel Field Office wrote of the caseload.", {"Thessaly Vrba"}),
        ("Astra Boylan of the Kessel Growers Association found it odd.", {"Astra Boylan"}),
    ],
)
def test_a_part_makes_an_official(text: str, names: set[str]) -> None:
    assert set(parts_in(text)) == names


def test_a_list_ends_where_its_form_does() -> None:
    assert set(parts_in("The deputies Pelling and Drayton, Thessaly Vrba and his brother")) == {"Pelling", "Drayton"}


@pytest.mark.parametrize(
    "text",
    [
        "Present: Thessaly Vrba, her sister, and a child.",
        "Her sister Agna Rooneck of Mill Lane read a letter.",
        "his father Ignaz Toomeck said so",
        "Father Ignaz Toomeck     Mother Ada Toomeck",
        "Thessaly Vrba of the Kessel Clinic's third ward",
        "Thessaly Vrba of the Kessel Field Office caseload was called.",
        "Thessaly Vrba of the Kessel Field Office's list was called.",
        "A statement prepared for the county by Thessaly Vrba.",
        "my client Thessaly Vrba of the Kessel Tenants Association",
        "MR. VRBA: I live at the depot.\nPRESIDENT: Thank you.",
        "The director, who knew Thessaly Vrba, said nothing.",
        "Stopped by Thessaly Vrba, who was late.",
        "DETENTION HEARING\nPresent: Judge Haddow, Thessaly Vrba (by video), counsel",
        "PAROLE BOARD\nMinutes of the removal hearing\nPresent: Thessaly Vrba, Ada Toomeck",
        "He named gang members Thessaly Vrba and Ignaz Toomeck.",
        "family members Thessaly Vrba and Ignaz Toomeck",
        "told the officers: Thessaly Vrba and Ignaz Toomeck",
        "A complaint by Thessaly Vrba with the Civil Rights Commission.",
        "We moved Thessaly Vrba from the Kessel Field Office.",
        "They held Thessaly Vrba for the Kessel Police Department.",
        "Father Ignaz Toomeck told the deputy",
        "Sister Ada Toomeck asked and Mother Ana Toomeck, who said",
        "To the sheriff, Ignaz Toomeck is my son.",
        "He told the sheriff, Ignaz Toomeck, said nobody",
        "The statement was given\nby Thessaly Vrba, who shared his cell",
        "STATEMENT\nBy Thessaly Vrba\nI was held",
        "It was filed May 3, 2010 by Thessaly Vrba\n",
        "Q. Who came?\nA. My uncle.\nMR. TOOMECK: Yes, your honor.",
        "He told agents Thessaly Vrba and Ignaz Toomeck were home",
        "Thessaly Vrba, for the Kessel Department to hold",
        "Custody (Thessaly Vrba, 3 pm)",
        "Pastor Thessaly Vrba said he was held for nine days",
        "Maria Vrba, Kessel Ministers Alliance list",
    ],
)
def test_who_only_stands_beside_one_is_none(text: str) -> None:
    assert list(parts_in(text)) == []


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("Thessaly Vrba, County Executive", True),
        ("said his lawyer Thessaly Vrba", True),
        ("I, Thessaly Vrba, CSR No. 8841, certify", True),
        ("Reported by: Thessaly Vrba, RPR", True),
        ("County executive Thessaly Vrba wrote", True),
        ("Thessaly Vrba, RPR said her son is held.", False),
        ("Thessaly Vrba, CSR. She was late.", False),
        ("my lawyer is Thessaly Vrba's friend", False),
        ("The executive Thessaly Vrba was robbed.", False),
        ("Office: Thessaly Vrba called twice.", False),
        ("Attorney of record: Thessaly Vrba", True),
        ("The nurse, Mrs. Thessaly Vrba, keeps it", True),
        ("Consul of Veronia, Mr. Thessaly Vrba, called", True),
        ("ring the Public Defender's, Ms. Thessaly Vrba", True),
        ("She has a nurse, Mrs. Thessaly Vrba", False),
        ("My mother, Mrs. Thessaly Vrba", False),
        ("Thessaly Vrba, Esq., Vrba & Oke", True),
        ("The record of Thessaly Vrba", False),
        ("Thessaly Vrba, Esquire Inn, room 4", False),
        ("Thessaly Vrba, a cook at the mill", False),
        ("Thessaly Vrba, CSI student", False),
    ],
)
def test_an_office_is_held_by_what_stands_beside(text: str, held: bool) -> None:
    start = text.index("Thessaly")
    assert in_office(text, start, start + len("Thessaly Vrba")) is held


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Pastor Orla Dunn of Grace Church said so.", {"Orla Dunn"}),
        ("Brother Orla Dunn of Holy Cross Mission wrote to us.", {"Orla Dunn"}),
        ("Pastor Orla Dunn of Grace Church was deported.", set()),
        ("My father, Brother Orla Dunn, of Grace Church came.", set()),
        ("Brother Orla Dunn of Holy Cross Mission was booked.", set()),
        ("Sister Orla Dunn of the Kessel Mission Shelter called.", set()),
    ],
)
def test_clergy_act_for_a_church_and_are_not_held_or_kin(text: str, names: set[str]) -> None:
    assert set(parts_in(text)) == names


def test_who_fills_in_a_form_of_the_jail_is_no_correspondent() -> None:
    assert "orla dunn" in officials_in(("From: Dunn, Orla\nSubject: x\n",))
    assert "orla dunn" not in officials_in(("INMATE REQUEST\nFrom: Dunn, Orla\nI want my file.\n",))


@pytest.mark.parametrize(
    ("text", "takes"),
    [
        ("Reported by: Ada Roe, CSR\nCounty of Kessel", True),
        ("Ada Roe, RPR No. 4417, certified", True),
        ("Ada Roe, CSR. Her DOB 4/1/1980", False),
        ("Ada Roe, CSR (born 4/1/1980)", False),
        ("Reported by: Moll, CSR. Ada Roe, RPR said so", False),
        ("Ada Roe, CSR, called about a bill", False),
    ],
)
def test_a_reporter_takes_down_what_is_said_of_others(text: str, takes: bool) -> None:
    assert takes_down(text, text.index("Ada Roe") + len("Ada Roe")) is takes


@pytest.mark.parametrize(
    ("text", "name", "whether"),
    [
        ("State v. Oda Fenn, theft", "Oda Fenn", False),
        ("City of Ossick v. Fenn", "Fenn", False),
        ("Vrba v. Fenn, 44 F.3d 2", "Fenn", True),
        ("Defense: Att'y O. Fenn", "O. Fenn", True),
        ("Power of Attorney: Oda Fenn", "Oda Fenn", False),
        ("He told dispatcher Oda Fenn had hit him", "Oda Fenn", False),
        ("She advised the officer Oda Fenn was at home", "Oda Fenn", False),
        ("He told dispatcher Fenn that he was hit", "Fenn", True),
        ("He told Officer Oda Fenn was the cook", "Oda Fenn", True),
        ("He asked deputy Oda Fenn to come", "Oda Fenn", True),
        ("She gave a power of attorney to Oda Fenn (sister)", "Oda Fenn", False),
        ("Attorney: Oda Fenn", "Oda Fenn", True),
        ("The power rests with Attorney Oda Fenn", "Oda Fenn", True),
        ("she calls herself Tavi, officer wrote Tara", "Tavi", False),
        ("said Tavi, officer of the watch", "Tavi", True),
    ],
)
def test_the_accused_and_who_is_told_of_before_another_are_in_no_office(text: str, name: str, whether: bool) -> None:
    start = text.rindex(name)
    assert in_office(text, start, start + len(name)) is whether
