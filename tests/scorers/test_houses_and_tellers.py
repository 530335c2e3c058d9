"""Whose word it is, beside whoever speaks: the office whose paper he signed, minutes that set it down, who was told so."""

from __future__ import annotations

from dataclasses import replace

import pytest
from invented_claims import TOPIC, claim

from pipeline.records.finding import HOUSE, MINUTED, OCCASION, TELLER, Reason
from pipeline.scorers import speakers
from pipeline.scorers.scope import ScopeScorer

BY = Reason("speaker", "the clerk", "agency", 0.0, "by 'said'")


def _of(house: str) -> tuple[Reason, ...]:
    return (Reason(HOUSE, house, "", 0.0, "the office whose paper it is"),) if house else ()


@pytest.mark.parametrize(
    ("one", "house", "other", "second", "relation"),
    [
        ("Mara Dell, Director", "STATE BUREAU OF WEIGHTS", "State Bureau of Weights", "", speakers.PARTY),
        ("Mara Dell, Director", "STATE BUREAU OF WEIGHTS", "Ole Ruff, Clerk", "Bureau of Weights", speakers.PARTY),
        ("Mara Dell, Director", "STATE BUREAU OF WEIGHTS", "State Bureau of Roads", "", speakers.PARTIES),
        ("Mara Dell, Director", "", "State Bureau of Weights", "", speakers.PARTIES),
        ("Mara Dell, Director", "STATE BUREAU OF WEIGHTS", "Governor", "", speakers.PARTIES),
    ],
)
def test_who_signs_for_an_office_is_of_one_party_with_it(one: str, house: str, other: str, second: str, relation: str) -> None:
    left = claim("+running", "It runs.", speaker=one, speaker_kind="state", reasons=_of(house))
    right = claim("-running", "It does not run.", speaker=other, speaker_kind="state", reasons=_of(second))
    assert speakers.relation(left, right) == speakers.relation(right, left) == relation


@pytest.mark.parametrize(
    ("kind", "one", "other", "relation"),
    [
        ("local", "OFFICE OF THE SHERIFF", "Alder County Office of the Sheriff", speakers.PARTIES),
        ("local", "BOARD OF SUPERVISORS", "Fenwick County Board of Supervisors", speakers.PARTIES),
        ("state", "DEPARTMENT OF CORRECTIONS", "Franklin Department of Corrections", speakers.PARTIES),
        ("state", "DEPARTMENT OF CORRECTIONS", "Department of Corrections", speakers.PARTY),
        ("state", "Maj. Wick", "Major Hugh Wick, Director", speakers.PARTY),
        ("state", "Major", "Maj. Wick", speakers.PARTIES),
        ("local", "ALDER COUNTY SHERIFF", "Alder County Office of the Sheriff", speakers.PARTY),
    ],
)
def test_an_office_that_every_county_has_is_none_by_that(kind: str, one: str, other: str, relation: str) -> None:
    left = claim("+running", "It runs.", speaker="Mara Dell, Director", speaker_kind=kind, reasons=_of(one))
    right = claim("-running", "It does not run.", speaker="Ole Ruff, Clerk", speaker_kind=kind, reasons=_of(other))
    assert speakers.relation(left, right) == speakers.relation(right, left) == relation
    bare = (
        claim("+running", "It runs.", speaker=one, speaker_kind=kind),
        claim("-running", "No.", speaker=other, speaker_kind=kind),
    )
    assert speakers.one_party(*bare) == (relation == speakers.PARTY)


def test_what_minutes_set_down_counts_for_more_than_what_is_told_elsewhere() -> None:
    own = claim("-joining-free", "No town may stay out.", "assistant")
    minuted = (BY, Reason(MINUTED, "the clerk", "", 0.0, "set down as said at the meeting"))
    scores = []
    for reasons in ((BY,), minuted):
        told = claim("+joining-free/reported", "The clerk said that towns may stay out.", "assistant", reasons=reasons)
        found = ScopeScorer().score(told, own, TOPIC)
        assert found is not None
        scores.append(found.score)
    assert scores[0] < scores[1]


def _told(stance: str, quote: str, teller: tuple[str, str], speaker: str = "Ferry Office", kind: str = "agency", **more: str):  # type: ignore[no-untyped-def]
    reasons = (Reason(TELLER, *teller, 0.0, "who tells what he was told"),)
    return claim(f"{stance}paper-needed/reported", quote, speaker=speaker, speaker_kind=kind, reasons=reasons, **more)


@pytest.mark.parametrize(
    ("teller", "source", "kind", "kinds"),
    [
        (("Colonel Wick", "state"), "Ferry Office", "agency", {"stance"}),
        (("Colonel Wick", "state"), "", "", {"stance"}),
        (("Mayor Fell", "local"), "Ferry Office", "agency", {"stance"}),  # two tell: what the office said is set against itself
        (("Mayor Fell", "local"), "", "", set()),
        (("Colonel Wick", "state"), "Sheriff of Marlow", "local", {"dispute"}),  # two told him
    ],
)
def test_two_accounts_of_what_one_was_told(teller: tuple[str, str], source: str, kind: str, kinds: set[str]) -> None:
    one = _told("+", "The office told us that a paper is needed.", ("Hugh Wick, Colonel", "state"))
    said = "The office told us" if source else "We were told"
    other = _told("-", f"{said} that no paper is needed.", teller, source, kind)
    found = ScopeScorer().score(one, other, TOPIC)
    assert ({found.kind} if found else set()) == kinds


def test_a_teller_is_surer_of_what_he_was_told_than_of_its_truth() -> None:
    one = _told("+", "The office told us that a paper is needed.", ("Hugh Wick, Colonel", "state"))
    scores = []
    for teller in (("Colonel Wick", "state"), ("Mayor Fell", "local")):
        found = ScopeScorer().score(one, _told("-", "The office told us that no paper is needed.", teller), TOPIC)
        assert found is not None
        scores.append(found.score)
    assert scores[0] > scores[1]


@pytest.mark.parametrize(("when", "kinds"), [("", {"stance"}), ("at the fair", {"stance"}), ("last week", set())])
def test_accounts_of_two_tellings_are_both_true(when: str, kinds: set[str]) -> None:
    one = _told("+", "At the fair we were told that a paper is needed.", ("Hugh Wick, Colonel", "state"), "", "")
    other = _told("-", "We were told that no paper is needed.", ("Colonel Wick", "state"))
    said, heard = (Reason(OCCASION, words, "", 0.0, "") for words in ("at the fair" if when else "", when))
    one, other = replace(one, reasons=(*one.reasons, said)), replace(other, reasons=(*other.reasons, heard))
    found = ScopeScorer().score(one, other, TOPIC)
    assert ({found.kind} if found and found.kind != "hearsay" else set()) == kinds


def test_what_nobody_named_told_at_two_times_is_no_account() -> None:
    one = _told("+", "We were told that a paper is needed.", ("Hugh Wick, Colonel", "state"), "", "")
    other = _told("-", "We were told that no paper is needed.", ("Colonel Wick", "state"), "", "")
    found = ScopeScorer().score(one, other, TOPIC)
    assert found is None or found.kind == "hearsay"
