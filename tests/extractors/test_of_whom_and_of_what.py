"""What a sentence is about by the topic's own words: the paper alone or the sharing under it, all who were removed or others."""

from __future__ import annotations

from pathlib import Path

import pytest
from one_parser import loaded_parser

from pipeline import labels
from pipeline.app import extractor_for
from pipeline.topics import load_topic

TOPICS = Path(__file__).resolve().parents[2] / "corpus" / "topics"

CONTEXT = {"kind": "agreement", "title": "Memorandum of Agreement", "date": "2010-06-01", "author": "", "author_kind": ""}


@pytest.fixture(scope="module")
def read() -> labels.Reader:
    topic = load_topic(TOPICS / "secure-communities.toml")
    return labels.reader(topic, loaded_parser(), extractor_for(topic, TOPICS))


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Either party may terminate this Memorandum, and the sharing that is done under it, by ninety days' letter.", "affirm"),
        ("A county can stop the checks at its jail by writing to us.", "affirm"),
        ("Either side may withdraw from this Memorandum by letter, whereupon the exchange of data shall end.", "affirm"),
        ("The State cannot stop the sharing by a letter.", "deny"),
        ("Ending the memorandum does not end the checks.", "deny"),
        ("Your letter of termination is without effect on the exchange of data.", "deny"),
        ("Either party may cancel this Memorandum by ninety days' letter.", ""),
        ("ICE may at any time stop the sharing if an audit so advises.", ""),
        ("Ending the lease does not end the rent.", ""),
        ("Termination shall not affect records that were exchanged before.", ""),
        ("The board can end the sharing of its gym.", ""),
        ("The State may end the contract and the sharing of office space.", ""),
    ],
)
def test_who_may_end_the_sharing_may_leave(read: labels.Reader, text: str, stance: str) -> None:
    found = {claim.stance for claim in read("x", text, CONTEXT) if claim.proposition == "opt-out-available"}
    assert found == ({stance} if stance else set())


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Of all matches in the State, a fifth had no conviction on record.", False),
        ("Of the 640 people held beyond bail in the nine counties, 250 had never been convicted of anything.", False),
        ("Of the 640 detainers lodged, 250 were on people with no conviction.", False),
        ("Of the 640 people removed from the nine counties, 250 had never been convicted of anything.", True),
        ("Of those matched, a fifth went home on a plane without a conviction.", True),
        ("Most of the people deported had no criminal record.", True),
    ],
)
def test_a_share_of_others_is_none_of_those_removed(read: labels.Reader, text: str, said: bool) -> None:
    about = {claim.proposition or claim.metric for claim in read("x", text, {**CONTEXT, "kind": "report", "title": "Report"})}
    assert any(one.startswith("noncriminal") for one in about) is said


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("The captain has no complaint.", False),
        ("We have no complaint about the program.", False),
        ("The office has had no complaint about the program.", True),
        ("The office has no complaints on file.", True),
        ("No complaint has been received about the program.", True),
    ],
)
def test_who_has_no_complaint_makes_none(read: labels.Reader, text: str, counted: bool) -> None:
    found = read("x", text, {**CONTEXT, "kind": "report", "title": "Report"})
    assert any(claim.metric == "complaint-count" for claim in found) is counted


@pytest.mark.parametrize(
    ("text", "narrowed"),
    [
        ("Of everybody flagged by a match, 7 percent were deported with no criminal record.", True),
        ("Of those removed after a match, 7 percent had no conviction.", False),
        ("Of the people removed following a match, 7 percent had no conviction.", False),
    ],
)
def test_all_who_were_matched_are_more_than_those_removed_after_it(read: labels.Reader, text: str, narrowed: bool) -> None:
    found = read("x", text, {**CONTEXT, "kind": "report", "title": "Report"})
    (share,) = (claim for claim in found if claim.metric == "noncriminal-share")
    assert ("here only" in share.population) is narrowed
