"""Persons whom prose tells to be held, ill or calling, and those it does not."""

from __future__ import annotations

import pytest

from pipeline.patterns.private.told_of import told_persons


def found(text: str) -> list[str]:
    return [text[one.start : one.end] for one in told_persons(text)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("In May our jail held Tobias Nkemba, a roofer, for nine days.", "Tobias Nkemba"),
        ("Thessaly Vrba was arrested on the bridge.", "Thessaly Vrba"),
        ("Thessaly Vrba, a cook at the depot, was picked up at dawn.", "Thessaly Vrba"),
        ("One of them was Hilar Benavent, a mason, who was kept a week.", "Hilar Benavent"),
        ("A young woman, Ines Cavalh, who called the police", "Ines Cavalh"),
        ("Two calls. A woman, Henrika Solbak, rang to say", "Henrika Solbak"),
        ("a man by the name of Evand Tramley", "Evand Tramley"),
        ("Case 44 in the annex,\nfirst printed in error, is Dagny Marint; strike it.", "Dagny Marint"),
        ("in 112 of the files they had. One man, Jeanot\nCasimirov, was kept over Christmas", "Jeanot\nCasimirov"),
        ("Case 12 concerns Liesbet Oyela.", "Liesbet Oyela"),
        ("Row 12 is Dagny Marint with 2 children.", "Dagny Marint"),
        ("Complaints from Ignat Boleyn went unheard.", "Ignat Boleyn"),
        ("Calls from Dagny Falls, a cook, rose.", "Dagny Falls"),
        ("Port Lindquist was booked at nine.", "Port Lindquist"),
        ("The jail held Dagny Falls for a week.", "Dagny Falls"),
        ("0910 Call from Ignat Boleyn, a landlord", "Ignat Boleyn"),
        ("The man in question is Orlan Vesterg, on the depot road.", "Orlan Vesterg"),
        ("Ada Mirabek and her cousin were held at the jail", "Ada Mirabek"),
        ("The complaint of Zita Moravek says so.", "Zita Moravek"),
        ("Inmate WEXLEY, DORIAN was asked", "WEXLEY, DORIAN"),
        ("They told his wife, Sunnifa Vesterg, to wait.", "Sunnifa Vesterg"),
        ("She said her brother Tavish was held nine days.", "Tavish"),
        ("The kids, Nilo and Ronja, saw it.", "Ronja"),
        ("Brother-in-law Gaspar drove.", "Gaspar"),
        ("A mother of three, Mrs. Vandersloot, wept.", "Vandersloot"),
        ("Delphina Paivas, resident, spoke.", "Delphina Paivas"),
        ("A woman who gave her name as Orlena was afraid.", "Orlena"),
        ("There was a boy they called Rook in the cell.", "Rook"),
        ("Benno Krallik, 44, of the mill, was stopped for a light.", "Benno Krallik"),
        ("Ask for Tavik Vancek from the list.", "Tavik Vancek"),
        ("And Tavik Vancek of Ossick, the one with two sons", "Tavik Vancek"),
        ("Q. Do you know a Ms. Tavika Vancek?", "Tavika Vancek"),
        ("TAVIKA VANCEK, individually and as next friend of a child, Plaintiff", "TAVIKA VANCEK"),
        ("They know her as Tavika V. She rang.", "Tavika V."),
        ("That Vancek woman rang twice.", "Vancek"),
        ("We booked Vancek on May 4 under a number.", "Vancek"),
        ("Then Vancek was arrested by us.", "Vancek"),
        ("Arrested Vancek at home.", "Vancek"),
        ("its regret to Ms. Marisel Vancek. Her detention lasted two hours.", "Marisel Vancek"),
    ],
)
def test_who_is_told_of_is_found(text: str, name: str) -> None:
    assert name in found(text) and {*found(text)} <= {name, "Nilo"}


def test_the_number_given_with_a_name_goes_with_it() -> None:
    assert found("I would mention Orsel Vancek, our number QX-09-11873, who left.") == ["Orsel Vancek", "QX-09-11873"]


@pytest.mark.parametrize(
    "text",
    [
        "The court held Sheriff Roe Vrba to his word.",
        "The conference held Tuesday Night was long.",
        "Sheriff Tavik Vancek, our number one man, spoke.",
        "Take Port Vancek from the map, the one with two bridges.",
        "The plan is known as Plan B. It is new.",
        "The Honduran man and the County woman left.",
        "We released Vancek County figures on May 4.",
        "They deported Hondurans in May.",
        "Nobody was arrested by us.",
        "Agent Vancek arrested the man.",
        "One of them was Captain Thessaly Vrba of the patrol.",
        "A woman, Deputy Thessaly Vrba, took the call.",
        "Case 44 is Harlow County.",
        "Call from Thessaly Vrba, Field Office Director",
        "Vrba v. Marlow was decided; Thessaly Vrba said so.",
        "Ms. Thessaly Vrba, Director of the desk, gave her leave.",
        "The board was held responsible by Thessaly Vrba.",
        "Complaints from Corran Creek went to the board.",
        "Calls from Port Vandrell rose in June.",
        "Row 12 is Ossick Falls with 40 prints.",
        "The county held Speaking Sessions in May.",
        "Port Vandrell was booked solid.",
        "The man is Sheriff Thessaly Vrba.",
        "The boys, Monday and Tuesday, had class.",
        "A parent, Mrs. Secretary, thanked the Board Chair, resident of no town.",
        "Her sister County agreed, and their brother Deputy Vrba.",
        "The man called Monday about his brother Officer.",
        "The complaint of Harlow County was heard.",
        "Detainee Handbook Section and the Inmate Telephone System",
        "Secure Communities was stopped in June.",
    ],
)
def test_officials_and_things_are_not(text: str) -> None:
    assert found(text) == []
