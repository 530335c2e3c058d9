"""Places, people and wording: when two claims speak of the same."""

from __future__ import annotations

import pytest
from invented_claims import TOPIC, claim

from pipeline.records.finding import Reason
from pipeline.scorers import coverage, extent, numbers, shifts
from pipeline.scorers.scope import ScopeScorer


@pytest.mark.parametrize(
    "one, other, relation",
    [
        ("", "", "general"),
        ("Franklin", "franklin.", "same"),
        ("State of Franklin", "Franklin", "same"),
        ("County of Alder", "Alder County", "same"),
        ("State of Franklin", "Franklin County", "apart"),
        ("Alder", "Alder County", "same"),
        ("Oklahoma", "Oklahoma County", "apart"),
        ("City of Alder", "Alder County", "apart"),
        ("Franklin", "", "wider"),
        ("", "Marlow County", "wider"),
        ("Marlow County, Franklin", "Franklin", "wider"),
        ("Marlow County; Alder County", "Alder County", "same"),
        ("Marlow County", "Alder County", "apart"),
        ("Franklin", "Franklinton", "apart"),
        ("Marlow", "Marlow County", "same"),  # a bare name is what others call a county
        ("Marlow County", "Marlow County, Franklin", "same"),
        ("Marlow County, Ohio", "Marlow County, Franklin", "apart"),
        ("Marlow Parish", "Marlow County", "same"),
        ("Marlow City", "Marlow County", "apart"),
        ("Iowa", "Iowa County", "apart"),  # but a State is none of its counties
        ("Washington County", "Washington", "apart"),
        ("Alder", "Marlow County", "apart"),
    ],
)
def test_places(one: str, other: str, relation: str) -> None:
    left, right = claim("+running", "It runs.", jurisdiction=one), claim("-running", "It does not.", jurisdiction=other)
    assert coverage.places(left, right) == relation
    assert coverage.places(right, left) == relation


@pytest.mark.parametrize(
    ("one", "other", "compared"),
    [
        ("Marrow; Dale; Franklin", "Dale", False),  # a part of what is counted in all three
        ("Marrow; Dale", "Dale; Franklin", False),
        ("Marrow; Dale", "Dale; Marrow", True),
        ("State of Dale", "Dale", True),
        ("", "", True),
    ],
)
def test_numbers_are_compared_of_the_very_same_places(one: str, other: str, compared: bool) -> None:
    day = {"period": "as of March 1, 2011"}
    left = claim("handled=61", "As of March 1, 2011, 61 were handled.", jurisdiction=one, **day)
    right = claim("handled=22", "22 as of March 1, 2011", "chief", jurisdiction=other, **day)
    assert (numbers.judge(left, right, TOPIC) is not None) is compared


def test_a_place_only_pointed_at_is_that_of_its_own_document() -> None:
    here = claim("+running", "It runs in our county.", jurisdiction="our county", document_id="d1")
    again = claim("-running", "It does not in our county.", jurisdiction="our county", document_id="d1")
    elsewhere = claim("-running", "It does not in our county.", jurisdiction="our county", document_id="d2")
    anywhere = claim("-running", "It does not.")
    assert coverage.places(here, again) == "same"
    assert coverage.places(here, elsewhere) == "apart" and coverage.places(here, anywhere) == "wider"


@pytest.mark.parametrize(
    "quote, reaches",
    [
        ("No county may leave.", True),
        ("Any law enforcement agency may leave.", True),
        ("It applies in every single jurisdiction.", True),
        ("The scheme is nationwide.", True),
        ("Counties may leave.", False),
        ("There is no way out of the lease.", False),
        ("All of this is new.", False),
        ("Marlow County may leave.", False),
    ],
)
def test_words_that_reach_every_place(quote: str, reaches: bool) -> None:
    assert extent.universal(claim("+running", quote)) is reaches


@pytest.mark.parametrize(
    "one, other, relation",
    [
        ("", "", "same"),  # both count the metric's own population
        ("the people handled", "persons handled", "same"),
        ("people handled", "", "same"),
        ("people matched", "people handled", "different"),
        ("light cases", "light or unproven cases", "different"),
    ],
)
def test_populations_of_numbers(one: str, other: str, relation: str) -> None:
    left, right = claim("light-share=0.2", "a", population=one), claim("light-share=0.4", "b", population=other)
    assert coverage.populations(left, right, TOPIC) == relation


def test_a_copy_is_told_by_its_letters() -> None:
    left, right = claim("+running", "The scheme\nis run-\nning."), claim("+running", "the scheme is running")
    assert coverage.one_wording(left, right)
    assert not coverage.one_wording(left, claim("+running", "The scheme was running."))


@pytest.mark.parametrize(
    "first, second, page, together",
    [
        (("Until lately a paper was needed;", 0, 32), ("now none is.", 33, 45), "a-p1", True),
        (("A paper was needed.", 0, 19), ("Now none is.", 20, 32), "a-p1", False),
        (("A paper was needed", 0, 18), ("now none is", 60, 71), "a-p1", False),
        (("A paper was needed", 0, 18), ("now none is", 19, 30), "b-p1", False),
        (("A paper was needed, now none is.", 0, 32), ("now none is.", 20, 32), "a-p1", True),
    ],
)
def test_one_sentence(first: tuple[str, int, int], second: tuple[str, int, int], page: str, together: bool) -> None:
    left = claim("+paper-needed", first[0], page_id="a-p1", start=first[1], end=first[2])
    right = claim("-paper-needed", second[0], page_id=page, start=second[1], end=second[2])
    assert coverage.one_sentence(left, right) is together
    assert coverage.one_sentence(right, left) is together


@pytest.mark.parametrize(
    "first, second, page, same",
    [
        (("From May on no paper is needed.", 0, 31), ("From May on no paper is needed.", 0, 31), "a-p1", True),
        (("From May on no paper is needed.", 0, 31), ("no paper is\nneeded", 12, 30), "b-p1", True),
        (("From May on no paper is needed.", 0, 31), ("is needed. Until then one is.", 21, 50), "a-p1", True),
        (("Until May a paper was needed;", 0, 29), ("now none is.", 30, 42), "a-p1", False),
        (("A paper was needed.", 0, 19), ("No paper is needed.", 0, 19), "b-p1", False),
    ],
)
def test_the_same_words_are_no_sides(first: tuple[str, int, int], second: tuple[str, int, int], page: str, same: bool) -> None:
    left = claim("+paper-needed/former", first[0], page_id="a-p1", start=first[1], end=first[2])
    right = claim("-paper-needed", second[0], page_id=page, start=second[1], end=second[2], announced=True)
    assert coverage.same_words(left, right) is same and coverage.same_words(right, left) is same
    assert (shifts.judge(left, right, TOPIC) is None) is same


def _of(feature: str, left: str, right: str = "") -> dict[str, object]:
    return {"reasons": (Reason(feature, left, right, 0.0, ""),)}


@pytest.mark.parametrize(
    ("one", "around_one", "other", "around_other", "relation"),
    [
        ("", _of("paper's place", "Dale County"), "Dale", {}, "home"),
        ("", _of("paper's place", "Dale County"), "Fenwick County", {}, "wider"),
        ("", {}, "Dale", {}, "wider"),
        ("", _of("paper's place", "Dale County"), "", _of("paper's place", "Dale County"), "general"),
        ("", _of("paper's place", "United States"), "", _of("paper's place", "Dale County"), "wider"),
        ("", _of("paper's place", "United States"), "Dale County", {}, "wider"),
        ("", _of("paper's place", "United States"), "", {}, "general"),
        ("Marrow", _of("state", "Marrow"), "Dale County", _of("lies in", "Dale County", "Marrow"), "wider"),
        ("Marrow", _of("state", "Marrow"), "Dale County", {}, "apart"),
        ("Ohio", {}, "Dale County", _of("lies in", "Dale County", "Marrow"), "apart"),
        (
            "Fenwick County",
            _of("lies in", "Fenwick County", "Marrow"),
            "Dale County",
            _of("lies in", "Dale County", "Marrow"),
            "apart",
        ),
    ],
)
def test_what_the_paper_and_the_release_tell_of_place(
    one: str, around_one: dict[str, object], other: str, around_other: dict[str, object], relation: str
) -> None:
    left = claim("+running", "It runs.", jurisdiction=one, **around_one)
    right = claim("-running", "It does not.", jurisdiction=other, **around_other)
    assert coverage.places(left, right) == coverage.places(right, left) == relation
    if one == "Marrow" and relation == "wider":
        assert coverage.narrower(left, right) == coverage.narrower(right, left) == (left, right)


def test_a_remark_in_a_paper_about_the_place_reaches_it() -> None:
    said = claim("+joining-free", "Towns choose for themselves.", "press", when="2010-09-01")
    home = claim(
        "+joining-free", "Towns choose for themselves.", "press", when="2010-09-01", **_of("paper's place", "Dale County")
    )
    there = claim("-joining-free", "Dale County has no choice.", "chief", "2010-09-20", "internal", jurisdiction="Dale County")
    general, own = ScopeScorer().score(said, there, TOPIC), ScopeScorer().score(home, there, TOPIC)
    assert general and own and general.score < own.score
    elsewhere = claim("-joining-free", "Fenwick has no choice.", "chief", "2010-09-20", "internal", jurisdiction="Fenwick County")
    other = ScopeScorer().score(home, elsewhere, TOPIC)
    assert other and other.score == general.score


def test_numbers_of_a_place_meet_those_of_papers_about_it() -> None:
    there = claim("handled=52", "52 were handled in Dale County.", "press", when="2010-09-01", jurisdiction="Dale County")
    plain = claim("handled=204", "204 were handled.", "table", when="2010-09-02")
    home = claim("handled=204", "204 were handled.", "table", when="2010-09-02", **_of("paper's place", "Dale County"))
    assert ScopeScorer().score(there, plain, TOPIC) is None
    assert ScopeScorer().score(there, home, TOPIC) is not None


FROM_NOW = "Effective today no paper is needed any longer."


@pytest.mark.parametrize(
    "when, said, whole, shift",
    [
        ("2011-08-05", True, True, True),
        ("2011-08", True, True, True),
        ("", True, True, False),  # an announcement without a day says of no two times anything
        ("2011-08-05", False, True, False),  # "no paper is needed any longer" by itself announces nothing
        ("2011-08-05", True, False, False),  # a cut of the sentence
    ],
)
def test_an_announcement_is_dated_by_its_own_paper(when: str, said: bool, whole: bool, shift: bool) -> None:
    begin = 0 if whole else 16
    old = claim("+paper-needed/former", FROM_NOW, when=when, page_id="a-p1", document_id="a", announced=said)
    cut = {"page_id": "a-p1", "document_id": "a", "announced": said, "start": begin, "end": len(FROM_NOW)}
    new = claim("-paper-needed", FROM_NOW[begin:], when=when, **cut)
    for pair in ((old, new), (new, old)):
        found = shifts.judge(*pair, TOPIC)
        assert (found is not None and found.kind == "shift") is shift


@pytest.mark.parametrize(
    ("told", "shift"),
    [("Beginning May 3 no paper is needed, as one was until now.", True), ("No paper is needed, as one was until now.", False)],
)
def test_an_announcement_in_an_undated_paper_is_dated_by_the_day_it_names(told: str, shift: bool) -> None:
    here = {"page_id": "a-p1", "document_id": "a", "announced": True, "start": 0, "end": len(told), "when": ""}
    found = ScopeScorer().score(claim("+paper-needed/former", told, **here), claim("-paper-needed/planned", told, **here), TOPIC)
    assert (found is not None and found.kind == "shift") is shift
