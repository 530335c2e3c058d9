"""What takes the place of what held "until now", and numbers that a sheet of myths calls untrue; sentences of our own."""

from __future__ import annotations

from typing import Any

import pytest

from pipeline.extractors.rules import RuleExtractor
from pipeline.extractors.sides import withdrawn
from pipeline.extractors.sides.changes import takes_over
from pipeline.records.document import Document
from pipeline.records.finding import Claim
from pipeline.records.language import Passage
from pipeline.records.topic import Metric, Proposition, Topic
from pipeline.scorers import shifts

TOPIC = Topic(
    "harbors", "Safe Harbors", "", ("Safe Harbors",),
    (Proposition("joining-voluntary", "Ports choose.", "Ports must join.", affirm=("join ~ voluntary",), deny=("join ~ duty",)),),
    (Metric("ports", "ports that joined", "count", "ports", ("join ~ port",), counts=("port|ports",)),),
)  # fmt: skip


def claims(parser: Any, text: str) -> tuple[Claim, ...]:
    paper = Document(
        "d", "r", "f", 1, 1, "memo", "Safe Harbors", "", "", "", "Unit Chief", "agency", (), (), "internal", "", "", "", 1.0
    )
    return RuleExtractor(None).extract(paper, (Passage("f-p1", 1, text, parser.parse(text)),), TOPIC)


@pytest.mark.parametrize(
    ("text", "over"),
    [
        ("From July 1 each port is told to join.", True),
        ("As of today they must join.", True),
        ("It is now a duty.", True),
        ("Under this notice every port joins.", True),
        ("Instead, each port joins in turn.", True),
        ("That ends with this letter.", True),
        ("The harbor master was told.", False),
        ("Forms are in the annex.", False),
        ("This is the form.", False),
        ("Ports that joined stay on the list.", False),
        ("They are as follows.", False),
    ],
)
def test_how_a_new_rule_begins(text: str, over: bool) -> None:
    assert takes_over(text) is over


def test_the_new_rule_is_quoted_with_what_it_takes_the_place_of(parser: Any) -> None:
    old, new = "Until now joining Safe Harbors was voluntary.", "From July 1 each port is told to do so by its district."
    found = {claim.status: claim.quote for claim in claims(parser, f"{old} {new}")}
    assert found == {"former": old, "asserted": f"{old} {new}"}


def test_a_sentence_on_something_else_is_not_quoted(parser: Any) -> None:
    old = "Until now joining Safe Harbors was voluntary."
    found = {claim.quote for claim in claims(parser, f"{old} The form is in the annex.")}
    assert found == {old}


def test_a_number_that_a_sheet_calls_a_myth_is_nobodys(parser: Any) -> None:
    said = "41 ports joined Safe Harbors."
    assert [claim.value for claim in claims(parser, said)] == [41.0]
    assert not claims(parser, f"MYTH: {said}\nFACT: Nobody has counted them.")
    assert [claim.value for claim in claims(parser, f"MYTH: Nobody joined.\nFACT: {said}")] == [41.0]


@pytest.mark.parametrize(
    ("text", "after", "ends"),
    [
        ("Our letters said that ports may stay out.", "From today that is withdrawn.", True),
        (
            "So far our letters have said that ports may stay out.",
            "From Monday on that guidance is rescinded.",
            True,
        ),
        ("The form we have been using says that ports must join.", "Beginning May 1 the new form says that they may.", True),
        ("The guidance of June told pilots that a paper was needed.", "Effective today that guidance is rescinded.", True),
        ("The form we have been using says that ports must join.", "Beginning May 1 the new boat runs.", False),  # another thing
        ("The form says that ports must join.", "From today the forms are kept in the annex.", False),
        ("Ports may stay out.", "From today the ferry runs at nine.", False),
        ("Ports may stay out.", "That is withdrawn.", False),  # nothing tells it as what was
        ("Our letters said that ports may stay out.", "The ferry is withdrawn.", False),
        ("Our letters said that ports may stay out.", "That was in May.", False),
    ],
)
def test_what_the_next_sentence_gives_up(text: str, after: str, ends: bool) -> None:
    assert bool(withdrawn.given_up(text, after)) is ends


OLD = "Our letters said that joining Safe Harbors was voluntary."


@pytest.mark.parametrize("new", ["From today that is withdrawn.", "That guidance is hereby rescinded."])
def test_a_change_in_two_sentences_is_a_shift_of_its_own(parser: Any, new: str) -> None:
    found = claims(parser, f"{OLD} {new}")
    assert {(one.status, one.stance, one.quote) for one in found} == {
        ("former", "affirm", OLD),
        ("asserted", "deny", f"{OLD} {new}"),
    }
    pair = shifts.judge(*sorted(found, key=lambda one: one.status, reverse=True), TOPIC)
    assert pair is not None and pair.kind == "shift"


@pytest.mark.parametrize("after", ["The ferry is withdrawn.", "It was read to the pilots."])
def test_what_nothing_gives_up_stays_as_it_is(parser: Any, after: str) -> None:
    assert {one.status for one in claims(parser, f"{OLD} {after}")} <= {"asserted", "reported"}
    assert {one.status for one in claims(parser, f"{OLD}\n\nFrom today that is withdrawn.")} <= {"asserted", "reported"}  # apart
