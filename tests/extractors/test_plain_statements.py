"""The plainest things anybody can say about each proposition: read as they stand, or nothing else can be believed.

A model trained on difficult sentences alone once took "Participation is voluntary." for its opposite.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline import labels
from pipeline.app import extractor_for
from pipeline.engines.language import SpacyParser
from pipeline.topics import load_topic

TOPICS = Path(__file__).resolve().parents[2] / "corpus" / "topics"
CONTEXT = {
    "kind": "email", "title": "Question", "date": "2010-06-01", "author": "Unit Chief", "author_kind": "agency",
    "audience": "internal",
}  # fmt: skip
FLOOR = 0.9

PLAIN = (
    ("participation-voluntary", "affirm", "Taking part in the program is voluntary."),
    ("participation-voluntary", "affirm", "Secure Communities is a voluntary undertaking."),
    ("participation-voluntary", "affirm", "No county has to take part in Secure Communities."),
    ("participation-voluntary", "affirm", "It is up to each county whether to participate."),
    ("participation-voluntary", "deny", "Taking part in the program is mandatory."),
    ("participation-voluntary", "deny", "Secure Communities is not a voluntary program."),
    ("participation-voluntary", "deny", "Every county has to take part in Secure Communities."),
    ("participation-voluntary", "deny", "It is not up to the county whether to participate."),
    ("opt-out-available", "affirm", "A county can opt out."),
    ("opt-out-available", "affirm", "Jurisdictions may opt out of Secure Communities."),
    ("opt-out-available", "affirm", "A county may withdraw from the program."),
    ("opt-out-available", "deny", "A county cannot opt out."),
    ("opt-out-available", "deny", "Jurisdictions may not opt out of Secure Communities."),
    ("opt-out-available", "deny", "There is no way to opt out of the program."),
    ("agreement-required", "affirm", "A signed MOA is required before a county is activated."),
    ("agreement-required", "affirm", "Secure Communities requires an agreement with the state."),
    ("agreement-required", "deny", "No MOA is required before a county is activated."),
    ("agreement-required", "deny", "Secure Communities does not require an agreement with the state."),
    ("targets-serious-criminals", "affirm", "The program targets the most serious criminals."),
    ("targets-serious-criminals", "affirm", "Secure Communities focuses on dangerous criminal aliens."),
    ("targets-serious-criminals", "deny", "The program does not target the most serious criminals."),
    ("targets-serious-criminals", "deny", "Secure Communities is not limited to dangerous criminals."),
    ("noncriminals-removed", "affirm", "People who had no criminal record were deported under Secure Communities."),
    ("noncriminals-removed", "deny", "Nobody without a criminal record was deported under Secure Communities."),
    ("minor-traffic-enforcement", "affirm", "People stopped for traffic violations are deported under the program."),
    ("minor-traffic-enforcement", "deny", "People stopped for traffic violations are not deported under the program."),
    ("federal-law-mandates-sharing", "affirm", "Federal law requires that the fingerprints be shared."),
    ("federal-law-mandates-sharing", "deny", "Federal law does not require that the fingerprints be shared."),
    ("detainer-mandatory", "affirm", "Local jails must honor detainers."),
    ("detainer-mandatory", "deny", "Local jails need not honor detainers."),
    ("detainer-mandatory", "deny", "An ICE detainer is merely a request."),
    ("local-cost-free", "affirm", "The program costs local governments nothing."),
    ("local-cost-free", "deny", "The program costs local governments money."),
    ("racial-profiling", "affirm", "The program leads to racial profiling."),
    ("racial-profiling", "deny", "The program does not lead to racial profiling."),
    ("harms-community-trust", "affirm", "Secure Communities undermines trust in the police."),
    ("harms-community-trust", "deny", "Secure Communities does not undermine trust in the police."),
    ("program-in-force", "affirm", "Secure Communities is still in force."),
    ("program-in-force", "deny", "Secure Communities has been terminated."),
    ("program-authorized-by-statute", "affirm", "Secure Communities is authorized by federal statute."),
    ("program-authorized-by-statute", "deny", "No federal statute authorizes Secure Communities."),
    ("statements-accurate", "affirm", "ICE has told the truth about Secure Communities all along."),
    ("statements-accurate", "deny", "ICE misled the counties about Secure Communities."),
)  # fmt: skip
NOTHING = (
    "Attendance at the Secure Communities briefing is voluntary.",
    "Can a county opt out of Secure Communities?",
    "The Secure Communities slides list the Level 1 offenses.",
    "A copy of the Secure Communities agreement is attached.",
    "The Secure Communities call is moved to Thursday.",
    "Please send me the figures on Secure Communities.",
    "The figures have nothing to do with whether Secure Communities is voluntary.",
    "The notice says “keep in custody”, which reads like an order to the jail.",
    "Charge as typed in by the desk: no driver's license (2 counts).",
)


@pytest.fixture(scope="module")
def read() -> labels.Reader:
    topic = load_topic(TOPICS / "secure-communities.toml")
    return labels.reader(topic, SpacyParser(), extractor_for(topic, TOPICS))


def test_no_plain_statement_is_taken_for_its_opposite(read: labels.Reader) -> None:
    turned = []
    for proposition, stance, text in PLAIN:
        found = {(one.proposition, one.stance) for one in read("plain", text, CONTEXT) if one.status == "asserted"}
        if any(name == proposition and side != stance for name, side in found):
            turned.append(text)
    assert not turned


@pytest.mark.parametrize(("untrue", "stance"), [("true", "affirm"), ("accurate", "affirm"), ("not true", "deny")])
def test_what_was_true_is_not_taken_for_untrue(read: labels.Reader, untrue: str, stance: str) -> None:
    text = f"What ICE told the counties about Secure Communities was {untrue}."
    told = {one.stance for one in read("plain", text, CONTEXT) if one.proposition == "statements-accurate"}
    assert told <= {stance}


def test_plain_statements_are_found(read: labels.Reader) -> None:
    missed = []
    for proposition, stance, text in PLAIN:
        if not any((one.proposition, one.stance) == (proposition, stance) for one in read("plain", text, CONTEXT)):
            missed.append(text)
    assert len(missed) <= (1 - FLOOR) * len(PLAIN), missed


@pytest.mark.parametrize("text", NOTHING)
def test_what_states_nothing_is_left_alone(read: labels.Reader, text: str) -> None:
    assert [(one.proposition, one.stance) for one in read("plain", text, CONTEXT)] == []
