"""Illness, medicine and pregnancy are private where a sentence, row or label says whose they are."""

from __future__ import annotations

from timeit import timeit

import pytest

from pipeline.patterns.private.health import health_in, patients_in


def found(text: str) -> list[str]:
    return [text[one.start : one.end] for one in health_in(text, ())]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("She is nine weeks pregnant.", ["nine weeks pregnant"]),
        ("He takes metoprolol and insulin.", ["metoprolol", "insulin"]),
        ("My brother was diagnosed with a slipped disc in May.", ["slipped disc"]),
        ("The detainee has arthritis and pneumonia.", ["arthritis", "pneumonia"]),
        ("Mr. ███ tested HIV positive.", ["HIV positive"]),
        ("Pt on dialysis; wife called.", ["dialysis"]),
        ("Medications: Zorbex 20 mg  Allergies: none", ["Zorbex 20 mg", "none"]),
        ("Taken at Kessel 9/27. Has hepatitis C; on hold.", ["hepatitis C"]),
        ("Her companion broke her wrist in May.", ["broke her wrist"]),
        ("He has Parkinson's, and shook.", ["Parkinson's"]),
        ("My mother lost her sight that year.", ["lost her sight"]),
        ("She was given Tolvanex 20 mg at noon.", ["Tolvanex 20 mg"]),
        ("Pt seen. Dx pulmonary embolism. Pt sent on.", ["pulmonary embolism"]),
        ("She is treated by Dr. Ada Brandt for asthma.", ["asthma"]),
        ("Nurse gave him his heart pills.", ["heart pills"]),
        ("She is due in June.", ["due in June"]),
        ("He tried to hang himself and cannot use his left arm.", ["tried to hang himself", "cannot use his left arm"]),
        ("His wife is with child, seven months.", ["with child, seven months"]),
        (
            "He has liver cancer and takes insulin three times daily.",
            ["liver cancer", "insulin three times daily", "three times daily"],
        ),
        ("She is pregnant, 28 wks; her son has a hearing aid.", ["pregnant, 28 wks", "hearing aid"]),
        ("Client seen. Fractured wrist, set at noon.", ["Fractured wrist"]),
        ("Neighbor has asthma.", ["asthma"]),
        ("- he has TB, on isoniazid\n- the deck is due", ["TB", "isoniazid"]),
    ],
)
def test_what_ails_a_person_is_found(text: str, values: list[str]) -> None:
    assert found(text) == values


@pytest.mark.parametrize(
    "text",
    [
        "Inmates with asthma are seen at intake.",
        "The diagnosis of the problem is due in April.",
        "He was born in Tacoma and has a diploma.",
        "Staff are trained on HIV and tuberculosis. He wrote the plan.",
        "The court's report broke the back of the bill.",
        "She cannot see the page.",
        "He has Monday's list and Kessel's answer.",
        "She cannot speak of it, nor hear of the plan in June.",
        "She oversees the sonar and the statistics.",
        "The county's budget suffers from a lack of money.",
        "Grants for cancer research were listed.",
        "- diabetes care: contract\n- he called",
        "She is due in court, and the report in June; he was expecting a letter, and cannot use his phone.",
        "Clients came. Asthma is common in the valley.",
        "The board meets twice a week and the list is sent every morning.",
        "He walks with a deputy; the report is due every two hours.",
    ],
)
def test_what_tells_of_nobody_stays(text: str) -> None:
    assert found(text) == []


def test_a_private_name_in_the_sentence_ties_it_to_somebody() -> None:
    text = "Osei has lupus. Lupus is rare."
    assert [text[one.start : one.end] for one in health_in(text, ((0, 4),))] == ["lupus"]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Ms. Thessaly Vrba called again. She is on dialysis.", ["Thessaly Vrba", "dialysis"]),
        ("Mr. Tomasz Vrba and his diabetes were told of.", ["Tomasz Vrba", "diabetes"]),
        ("The deputy told Yusra Bannok that her panic attacks were not his.", ["Yusra Bannok", "panic attacks"]),
        ("The mother, Dagny Amundek, has cancer.", ["Dagny Amundek", "cancer"]),
        ("Relig none\nMedical asthma inhaler; bruise", ["asthma inhaler"]),
        ("Seen. Allergies penicillin; bruise", ["penicillin"]),
        ("Cal Hobarth, Field Office Director, is asthmatic.", []),
        ("Tilda Vrba wrote that their county pays for insulin.", []),
        ("Ms. Ruth Petrak testified that she opposes shackling during pregnancy.", []),
        ("Mr. Cal Hobarth, Field Office Director, said he had funds for dialysis at two sites.", []),
        ("Mr. Cal Hobarth wrote that he saw no broken arm of the law.", []),
    ],
)
def test_who_has_an_illness_is_a_patient_and_who_speaks_of_one_is_none(text: str, values: list[str]) -> None:
    assert [text[one.start : one.end] for one in patients_in(text)] == values


def test_a_page_of_blanks_is_read_in_a_moment() -> None:
    text = "Report" + " " * 40_000 + "end, and then  Dx: gout"
    assert timeit(lambda: found(text), number=1) < 2
    assert found(text) == ["gout"]
