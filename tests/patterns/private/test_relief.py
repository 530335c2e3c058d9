"""What relief a person asks for is private with its status; what a law or a policy says of it stays."""

from __future__ import annotations

from timeit import timeit

import pytest

from pipeline.patterns.private.relief import relief_in, tells_relief


def found(text: str, *names: str) -> list[str]:
    spans = tuple((text.index(name), text.index(name) + len(name)) for name in names)
    return [text[one.start : one.end] for one in relief_in(text, spans)]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Her U visa petition is pending since May.", ["U visa petition is pending"]),
        ("Tengo miedo porque no tengo papeles.", ["no tengo papeles"]),
        ("She has no papers and her visa expired in 2006.", ["has no papers", "visa expired"]),
        ("I'm undocumented, my boss knows.", ["'m undocumented"]),
        ("The desk has no papers on it.", []),
        ("Many are undocumented, and the rule is illegal.", []),
        ("The ferry's visa expired.", []),
        ("He asked for asylum in 2009 and lost.", ["asked for asylum"]),
        ("Neighbor has a pending asylum claim.", ["pending asylum claim"]),
        ("My sister has a T visa pending, and works.", ["T visa pending"]),
        ("Seen at noon. Applied for TPS in 2001.", ["Applied for TPS"]),
        ("He has a pending I-130 through his wife.", ["pending I-130"]),
        ("He wants a stay of removal; the bond is set.", ["stay of removal"]),
        ("She filed an I-918 last week, and VAWA self-petition approved.", ["filed an I-918", "VAWA self-petition approved"]),
    ],
)
def test_relief_of_somebody_goes_with_its_status(text: str, values: list[str]) -> None:
    assert found(text) == values


def test_a_private_name_in_the_row_ties_it_to_somebody() -> None:
    assert found("Vrba, asylum pending", "Vrba") == ["asylum pending"]


@pytest.mark.parametrize(
    "text",
    [
        "The U visa law protects victims of crimes.",
        "Any victim may have filed a U visa petition with his sheriff.",
        "She said asylum is a right.",
        "Officers certify U visa petitions under the policy, he said.",
        "Stay of the court's order; he wrote to the clerk.",
        "Form I-247 was filed.",
    ],
)
def test_what_is_said_of_such_visas_stays(text: str) -> None:
    assert found(text) == []


def test_a_cell_tells_relief_or_not() -> None:
    assert tells_relief("stay granted 3/30") and tells_relief("S visa asked") and not tells_relief("visa overstay, returned")


def test_long_text_costs_in_proportion() -> None:
    short, long = (timeit(lambda n=n: found("he asked for asylum pending " * n), number=1) for n in (100, 400))
    assert long < 40 * max(short, 0.005)
