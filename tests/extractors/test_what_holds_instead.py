"""What takes the place of what held "until now", and numbers that a sheet of myths calls untrue; sentences of our own."""

from __future__ import annotations

from typing import Any

import pytest

from pipeline.extractors.changes import takes_over
from pipeline.extractors.rules import RuleExtractor
from pipeline.records.document import Document
from pipeline.records.finding import Claim
from pipeline.records.language import Passage
from pipeline.records.topic import Metric, Proposition, Topic

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
