"""Illness told in passing: of kin, of colleagues, of whoever answers; what is said of nobody stays."""

from __future__ import annotations

from timeit import timeit

import pytest

from pipeline.patterns.private.ailing import ailing_in


def held(text: str) -> set[str]:
    return {" ".join(text[one.start : one.end].split()) for one in ailing_in(text)}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Ring the house, my husband is laid up with a torn ligament so I will be there.", "a torn ligament"),
        ("I am recovering from a kidney stone\nand will be slow.", "a kidney stone"),
        ("Her mother was hospitalized with pneumonia at the weekend.", "pneumonia"),
        ("(sick kid at home (the flu), so mail is best)", "the flu"),
        ("2. STAFF. J.M. out through 6/1 (hip replacement). Two seats vacant.", "hip replacement"),
        ("Staffing: 1 ofc out (shoulder)", "shoulder"),
        ("He is on medical leave for back surgery till May.", "back surgery"),
        ("A. I take lisdexam and a heart pill. No.", "lisdexam and a heart pill"),
        ("Q. Any medicine? A. I'm on blood thinners.", "blood thinners"),
        ("My brother, who has asthma, cannot come.", "asthma"),
        ("his brother has asthma and cannot come", "asthma"),
        ("She had a slipped disc then.", "slipped disc"),
        ("And the one with hepatitis B, who drives him?", "hepatitis B"),
        ("It was the tall man who has epilepsy.", "epilepsy"),
        ("Her miscarriage is under seal.", "miscarriage"),
        ("do not mail his chronic asthma to all", "asthma"),
        ("The note has Vrba's HIV status on it.", "HIV"),
        ("6. Moll on leave from June 2 (maternity, due July 9). Fenn covers.", "maternity, due July 9"),
        ("Ms. Moll is on maternity leave until fall.", "maternity leave"),
    ],
)
def test_what_ails_somebody_is_found_in_passing(text: str, told: str) -> None:
    assert told in held(text)


@pytest.mark.parametrize(
    "text",
    [
        "The unit is laid up with repairs so the van is late.",
        "My son is out with friends, and I take the train.",
        "I take the point about cost and a later date.",
        "She is on the board and he is on leave.",
        "The policy covers knee replacement for employees.",
        "Two officers are out through Friday (training). One van is out (brakes).",
        "Detainees with asthma are seen by a nurse.",
        "His mother is a nurse at the county and her son is a clerk.",
        "He was recovering costs from the county. I am sick of this.",
        "the sick leave policy (rev. 2)",
        "the one with the insulin budget",
        "The man with the asthma program left.",
        "By a stroke of luck. His stroke of luck held, and her anxiety about the budget.",
        "ICE's HIV policy and the clinic's hepatitis cases and Kessel's asthma program",
        "The policy on maternity leave for officers. Agents on leave (training, due Friday).",
    ],
)
def test_what_is_said_of_nobody_stays(text: str) -> None:
    assert held(text) == set()


def test_hostile_text_is_read_in_a_moment() -> None:
    assert timeit(lambda: held("my wife is out (a " * 3000 + "I take a and b and " * 3000), number=1) < 3
