"""What a trained reader finds beside the rules: in its place, under gates, and followed only where it is sure."""

from __future__ import annotations

import pytest
from drawn_page import page
from hypothesis import given, settings
from hypothesis import strategies as st
from one_parser import loaded_parser

from pipeline.patterns.private.signs import PRESUMED
from pipeline.records.page import Page
from pipeline.records.source import Decision
from pipeline.records.tagging import PRIVATE, Tagged
from pipeline.stages.screen import Params, screen
from pipeline.stages.screening.tagged import Reading, readings

BOUNDS = dict.fromkeys(PRIVATE, 0.5) | {"sure": 0.95}


class Reader:
    """Takes the words it is given for what it is told; of "took |Orrin" only what stands behind the bar, and only there."""

    def __init__(self, *taken: tuple[str, str, float]) -> None:
        self._taken = taken
        self.bounds = BOUNDS

    def identity(self) -> str:
        return "reader"

    def right(self, probability: float) -> float:
        return probability

    def tag(self, text: str) -> tuple[Tagged, ...]:
        made = []
        for words, label, private in self._taken:
            at, (before, _, rest) = -1, words.rpartition("|")
            while (at := text.find(before + rest, at + 1)) >= 0:
                done = at + len(before)
                for word in rest.split():
                    done = text.index(word, done)
                    made.append(Tagged(done, done + len(word), label, private, 1 - private))
        return tuple(sorted(made, key=lambda one: one.start))


def held(reader: Reader, *pages: Page, decisions: tuple[Decision, ...] = ()) -> list[tuple[str, str]]:
    return [(one.text, one.kind) for one in screen(pages, Params(), loaded_parser(), decisions, tagger=reader)]


def test_words_are_withheld_where_they_stand_alone() -> None:
    one = page("The ferry took on Orrin Vale at noon.\n\nVale Street was wet. Orrin is a town.")
    assert held(Reader(("Orrin Vale", "name", 0.8)), one) == [("Orrin Vale", "name-as-read")]


def test_a_name_of_which_the_reader_is_sure_is_looked_for_elsewhere() -> None:
    one, two = page("The ferry took on Orrin Tessaly at noon."), page("The list has Orrin Tessaly on it.", number=2)
    assert held(Reader(("took on |Orrin Tessaly", "name", 0.97)), one, two) == [("Orrin Tessaly", "person-name")] * 2


def test_a_name_that_stands_in_no_dictionary_is_looked_for_as_it_stands() -> None:
    one, two = page("The ferry took on Orrin Tessaly at noon."), page("The list has Orrin Tessaly on it.", number=2)
    assert held(Reader(("took on |Orrin Tessaly", "name", 0.6)), one, two) == [("Orrin Tessaly", PRESUMED)] * 2
    one, two = page("The ferry took on Rose Ferry at noon."), page("The list has Rose Ferry on it.", number=2)
    assert held(Reader(("took on |Rose Ferry", "name", 0.6)), one, two) == [("Rose Ferry", "name-as-read")]


def test_a_name_read_in_two_places_is_looked_for_too() -> None:
    one = page("Orrin Tessaly came by. Then Orrin Tessaly left. ORRIN TESSALY, it said.")
    assert [text for text, _ in held(Reader(("Orrin Tessaly", "name", 0.7)), one)].count("ORRIN TESSALY") == 1


@pytest.mark.parametrize(
    ("text", "words", "label"),
    [
        ("Sheriff Orrin Tessaly spoke.", "Orrin Tessaly", "name"),
        ("Orrin Tessaly, Director, spoke.", "Orrin Tessaly", "name"),
        ("The county of Tessaly has a jail.", "Tessaly", "name"),
        ("She was taken to Tessaly County.", "Tessaly County", "home"),
        ("Country of birth: (b)(6) Sex: M", "b)(6", "birth"),
        ("Written by Marshal Tessaly, who is new.", "Marshal Tessaly", "name"),
        ("Name (b)(6), (b)(7)(C) was told", "(b)(6), (b)(7)(C)", "name"),
        ("Roster 5/3/2004 - 5/9/2004 of all", "5/3/2004", "birth"),
        ("Roster 5/3/2004 to 5/9/2004 of all", "5/9/2004", "birth"),
        ("ORI: WM0440000 was asked", "WM0440000", "number"),
        ("Call the Tessaly Police, 555-0100 x 41 today", "555-0100 x", "contact"),
        ("Citizen Review Board. File CRB 11-3312 was closed", "CRB 11-3312", "number"),
        ("Attorneys: Vosk & Weir, of the town", "Weir", "home"),
        ("Tessaly County Jail, 12 Weir Road", "12 Weir Road", "home"),
        ("Verrin County Counsel, 12 Weir Road\nCome to 12 Weir, 2nd floor", "12 Weir, 2nd floor", "home"),
    ],
)
def test_what_is_shown_to_be_public_stays(text: str, words: str, label: str) -> None:
    assert held(Reader((words, label, 0.99)), page(text)) == []


@pytest.mark.parametrize(
    ("text", "words", "label", "held_back"),
    [
        ("Home (b)(6) Tessaly lot 4 was told", "b)(6) Tessaly lot 4", "home", "Tessaly lot 4"),
        ("Name (b)(6) Ida Tessaly was told", "(b)(6) Ida Tessaly", "name", "Ida Tessaly"),
        ("Name Ida Tessaly (b)(6) was told", "Ida Tessaly (b)(6)", "name", "Ida Tessaly"),
        ("At 10 Marshal Tessaly, son of the caller, came", "Marshal Tessaly", "name", "Marshal Tessaly"),
        ("They met Tessalik (9) there", "Tessalik (9)", "name", "Tessalik (9)"),
        ("The child, 5/3/2004, was told", "5/3/2004", "birth", "5/3/2004"),
        ("She has 555-0100 x 41 today", "555-0100 x 41", "contact", "555-0100 x 41"),
        ("File CRB 11-3312 was closed", "CRB 11-3312", "number", "CRB 11-3312"),
        ("License WM0440000 was asked", "WM0440000", "number", "WM0440000"),
        ("A cook of 12 Weir Road", "12 Weir Road", "home", "12 Weir Road"),
        ("At 10 Marshal Tessaly was booked", "Marshal Tessaly", "name", "Marshal Tessaly"),
    ],
)
def test_a_code_hides_nothing_beside_it_and_a_title_nobody_who_was_held(
    text: str, words: str, label: str, held_back: str
) -> None:
    assert [text for text, _ in held(Reader((words, label, 0.9)), page(text))] == [held_back]


@pytest.mark.parametrize(
    ("others", "name", "stays"),
    [
        ("Sincerely,\n\nIngo Tessaly\nField Office Director", "I. Tessaly", True),
        ("Sincerely,\n\nIngo Tessaly\nField Office Director", "J. Tessaly", False),
        ("Ingo Tessaly spoke.", "I. Tessaly", False),
        ("Ingo Tessaly\nField Office Director\n\nIda Tessaly\nDeputy Director", "I. Tessaly", False),
    ],
)
def test_one_in_office_stays_where_an_initial_is_all_of_the_given_name(others: str, name: str, stays: bool) -> None:
    one = page(f"{others}\n\nThe ferry took on {name} at noon.")
    assert (name not in [text for text, _ in held(Reader((name, "name", 0.8)), one)]) is stays


def test_a_name_in_a_mail_without_capitals_is_looked_for_without_them() -> None:
    one = page("orrin tessaly-vosk comes at noon. tessaly was late, Tessaly said.")
    texts = [text for text, _ in held(Reader(("orrin tessaly-vosk", "name", 0.97)), one)]
    assert texts == ["orrin tessaly-vosk", "tessaly", "Tessaly"]
    one = page("rose tessaly-ferry comes at noon. a rose on the ferry.")
    assert [text for text, _ in held(Reader(("rose tessaly-ferry", "name", 0.97)), one)] == ["rose tessaly-ferry"]


def test_a_name_in_haste_is_withheld_wherever_the_page_writes_it_so() -> None:
    one = page("call on mrs tessaly at noon. they asked tessaly for papers, tessalyan or not.")
    assert [text for text, _ in held(Reader(("mrs |tessaly", "name", 0.7)), one)] == ["tessaly", "tessaly"]
    one = page("call on mrs rose at noon. they asked for a rose.")
    assert [text for text, _ in held(Reader(("mrs |rose", "name", 0.7)), one)] == ["rose"]


def test_a_withheld_name_is_withheld_where_it_is_spelled_out() -> None:
    one = page("The ferry took Orrin Tessaly, T-E-S-S-A-L-Y, and V-O-S-K; then A-B-C.")
    texts = [text for text, _ in held(Reader(("took |Orrin Tessaly", "name", 0.97)), one)]
    assert texts == ["Orrin Tessaly", "T-E-S-S-A-L-Y"]


@pytest.mark.parametrize(
    ("told", "spelled"),
    [
        ("spelled O-R-R-I-N T-E-S-S-A-L-Y to him", ["O-R-R-I-N", "T-E-S-S-A-L-Y"]),
        ("spelled T E S S A L Y, O R R I N to him", ["T E S S A L Y", "O R R I N"]),
        ("spelled O R R I N T E S S A L Y to him", ["O R R I N T E S S A L Y"]),
        ("spelled O. R. R. I. N. to him", ["O. R. R. I. N"]),
        ("spelled V-O-S-K T-A-R-N to him", []),
        ("spelled V O S K, T A R N to him", []),
        ("in rows A B C D E F", []),
    ],
)
def test_two_words_spelled_out_in_a_row_are_two(told: str, spelled: list[str]) -> None:
    one = page(f"The ferry took Orrin Tessaly, {told}.")
    assert [text for text, _ in held(Reader(("took |Orrin Tessaly", "name", 0.97)), one)] == ["Orrin Tessaly", *spelled]


def test_what_a_person_decided_to_publish_stays() -> None:
    decided = Decision("Orrin Tessaly", True, "his own book", "ann", "2012-03-04")
    one = page("The ferry took on Orrin Tessaly at noon.")
    assert held(Reader(("Orrin Tessaly", "name", 0.99)), one, decisions=(decided,)) == []


def test_halves_of_signs_and_endless_pages_are_read_too() -> None:
    one = page("They met Orrin Tessaly " + "\ud83d there. " + "- | " * 20_000)
    assert ("Orrin Tessaly", PRESUMED) in held(Reader(("Orrin Tessaly", "name", 0.9)), one)


def test_who_stands_in_a_list_with_somebody_private_is_private_in_the_whole_file() -> None:
    one = page("Name: Orrin Tessaly\nDOB 3/4/85")
    two = page("They let go Orrin Tessaly, Ilse Vandermolen and a boy.", number=2)
    three = page("A copy went to Ilse Vandermolen.", number=3)
    assert [text for text, _ in held(Reader(), one, two, three)].count("Ilse Vandermolen") == 2
    four = page("They let go Orrin Tessaly, Sheriff Ilse Vandermolen and a boy.", number=2)
    assert "Ilse Vandermolen" not in [text for text, _ in held(Reader(), one, four, three)]


def test_what_rules_found_keeps_its_kind() -> None:
    one = page("SSN: 123-45-6789 B-441 and more")
    found = held(Reader(("123-45-6789 B-441", "number", 0.99)), one)
    assert ("123-45-6789", "ssn") in found and ("B-441", "number-as-read") in found


@pytest.mark.parametrize("name", ["Orrin T", "Orrin T.", "O. T.", "Tessaly, O", "Orrin -", "- -", "Orrin T-V", "(a) .b"])
def test_initials_and_odd_signs_are_looked_for_as_they_stand(name: str) -> None:
    one = page(f"They met {name} there.\n\nA T is a letter, and so is O.")
    assert all(text in name for text, _ in held(Reader((name, "name", 0.99)), one))


@settings(max_examples=40, deadline=None)
@given(st.lists(st.text(alphabet="aBT.,-' 1\n", min_size=1, max_size=12), max_size=6))
def test_whatever_is_read_nothing_fails(words: list[str]) -> None:
    one = page("They met " + " and ".join(words) + " there.")
    reader = Reader(*((" ".join(word.split()), "name", 0.99) for word in words if word.strip() and word.split()[0] in one.text))
    for text, _ in held(reader, one):
        assert text


def test_a_word_beside_one_that_is_likely_needs_less() -> None:
    words = (Tagged(0, 5, "name", 0.9, 0.0), Tagged(6, 13, "name", 0.4, 0.1), Tagged(14, 18, "health", 0.4, 0.0))
    assert list(readings("Orrin Tessaly rash", words, BOUNDS)) == [Reading(0, 13, "name", 0.9)]


@pytest.mark.parametrize("between", ["\n\n", "\t", " and ", "      "])
def test_what_stands_apart_is_read_apart(between: str) -> None:
    text = f"Orrin{between}Tessaly"
    words = (Tagged(0, 5, "name", 0.9, 0.0), Tagged(len(text) - 7, len(text), "name", 0.4, 0.1))
    assert list(readings(text, words, BOUNDS)) == [Reading(0, 5, "name", 0.9)]


@pytest.mark.parametrize(
    ("text", "words", "probability", "found"),
    [
        ("The child, J.T.P., rode along.", "J.T.P.", 0.9, ["J.T.P."]),
        ("He hit K. with a plank.", "K.", 0.9, ["K."]),
        ("Thanks, E. M. of the ferry. E. M. is a ward.", "Thanks, |E. M.", 0.99, ["E. M."]),
        ("The child, J.T.P., rode along.", "J.T.P.", 0.6, []),
        ("See part K. of the plan.", "K.", 0.6, []),
    ],
)
def test_initials_are_withheld_where_the_reader_is_surer(text: str, words: str, probability: float, found: list[str]) -> None:
    assert [one for one, _ in held(Reader((words, "name", probability)), page(text))] == found
