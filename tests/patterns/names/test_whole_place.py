"""The one place a paper is all about, the States a text names, and the State of a release."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.patterns.names.whole_place import counties_in, place_of, state_of, states_in

BODY = "The line was tried in May. Nobody paid for it.\n" * 12


@pytest.mark.parametrize(
    ("title", "text", "place"),
    [
        ("Fact sheet on Dale County", BODY, "Dale County"),
        ("RE: Dale County go-live", f"{BODY}Dale County is next, Fenwick County after it.", "Dale County"),
        ("RE: Dale County", f"{BODY}Fenwick County was late. So Fenwick County comes later.", ""),  # more of another
        ("Dale County and Fenwick County", BODY, ""),
        ("Money", f"Sheriff R. Roe\nDale County, Ohio\n\n{BODY}", "Dale County"),  # whom it is written to
        ("Money", f"{BODY}Dale County paid. The clerk of Dale County said so.", "Dale County"),
        ("Money", f"{BODY}Dale County paid.\n{BODY}", ""),  # named in passing
        ("Money", f"{BODY}Dale County paid. Fenwick County did not.", ""),
        ("Money", f"{BODY}Dale County, Ohio, paid. Fenwick County did not. All Ohio counties were told.", "Ohio"),
        ("Ohio briefing", BODY, "Ohio"),
        ("Marrow - where we are", BODY, "Marrow"),  # the State of the release, by its name alone
        ("Where we are", f"{BODY}Marrow is slow. The bureau of Marrow wrote.", "Marrow"),
        ("Where we are", f"{BODY}Marrow is slow. Ohio is slower. Ohio wrote, and so did Marrow.", ""),
        ("Where we are", BODY, ""),
        ("Counts", f"{BODY}In Dale 12 percent were let go, and in Marrow 9 percent.\nMarrow 40 9\nDale 9 12\nKessel 3 3", ""),
        ("Counts", f"{BODY}Marrow 40 9\nDale 9 12\nKessel 3 3\nMarrow is slow. The bureau of Marrow wrote.", "Marrow"),
        ("Counts", f"{BODY}Marrow, Dale County 40 9 1.2%\nMarrow, other counties . 9 12 4%\nKessel, all 3 3 2%\n", ""),
        ("Counts", f"{BODY}In Marrow it runs, as the bureau of Marrow said.", "Marrow"),
    ],
)
def test_the_place_a_paper_is_all_about(title: str, text: str, place: str) -> None:
    assert place_of(title, text, "Marrow") == place


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("In Ohio and New Mexico it runs.", {"Ohio", "New Mexico"}),
        ("The State of Marrow asked.", {"Marrow"}),
        ("Twelve Marrow counties are on, and Marrow's counties pay.", {"Marrow"}),
        ("Mail it to 4 Delaware Street, to Virginia Poole.", set()),
        ("Fenwick and Dale counties pay, as do Marrow, Dale and Tull counties.", set()),
        ("How many counties pay? Nineteen counties do.", set()),
        ("Participating counties and the active counties were told. Two counties asked.", set()),
        ("Washington, DC 20536", set()),
        ("Dale County, Marrow 40404", {"Marrow"}),
        ("The Marrow State Police", {"Marrow"}),
        ("Dale County, Roe said so.", set()),
        ("The Washington State Patrol", {"Washington"}),
    ],
)
def test_states_that_a_text_names(text: str, named: set[str]) -> None:
    assert set(states_in(text)) == named


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("County of Dale and Dale County", {"Dale County": 2}),
        ("San Amaro County, St. Clair County", {"San Amaro County": 1, "St. Clair County": 1}),
        ("Any County, The County Jail, State County", {}),
        ("Dale Parish", {"Dale Parish": 1}),
    ],
)
def test_counties_that_a_text_names(text: str, named: dict[str, int]) -> None:
    assert counties_in(text) == Counter(named)


def _papers(*names: tuple[str, str]) -> list[tuple[frozenset[str], frozenset[str]]]:
    return [(frozenset(states.split()), frozenset(inside.split())) for states, inside in names]


def test_a_release_is_of_the_state_that_most_of_its_papers_name() -> None:
    assert state_of(_papers(("Marrow", ""), ("", "Marrow"), ("", "Marrow"), ("", ""), ("Ohio", "Marrow"))) == "Marrow"
    assert state_of(_papers(("Ohio", ""), ("Ohio", ""), ("Ohio", ""))) == "Ohio"
    assert state_of(_papers(("Marrow", ""), ("", "Marrow"))) == ""  # too few papers
    assert state_of(_papers(("", "Marrow"), ("", "Marrow"), ("", "Marrow"))) == ""  # none shows it to be a State
    assert state_of(_papers(("Ohio", ""), ("Ohio", ""), ("Ohio", ""), ("Utah", ""), ("Utah", ""), ("Iowa", ""))) == ""
    assert state_of(_papers(("Grand", ""), ("Grand", ""), ("Grand", ""))) == ""  # nothing is in it
    two = [("Marrow", ""), ("Marrow", "Marrow"), ("Marrow", ""), ("Kessel", ""), ("Kessel", ""), ("Kessel", "")]
    assert state_of(_papers(*two)) == ""  # one of two States, though nothing is told to be in the other
    assert state_of(()) == ""


@given(st.text(), st.text(), st.sampled_from(["", "Marrow"]))
def test_any_text_has_a_place_or_none(title: str, text: str, state: str) -> None:
    assert isinstance(place_of(title, text, state), str)
