"""What a bare answer tells nothing of, and points that only are wished or to be talked of."""

from __future__ import annotations

from typing import Any

import pytest

from pipeline.extractors.cueing.grammar import view_of
from pipeline.extractors.rules import RuleExtractor
from pipeline.extractors.speakers.asked_of_mind import of_mind
from pipeline.extractors.subjects.fragments import only_wished
from pipeline.records.document import Document
from pipeline.records.language import Passage
from pipeline.records.topic import Proposition, Topic

OF_MIND = (
    "Do you know whether a port may leave the Harbor Watch?",
    "Did anyone discuss with you whether a port may leave?",
    "Have you read the memo on leaving?",
    "Do you have an opinion about the binding force of the rule?",
    "Was there a meeting about leaving?",
    "Are the towns happy that the rule is binding?",
    "Are you aware of a port that left?",
    "Would you mind if I asked about the fee?",
    "Do you keep a list of ports that want to leave?",
)
OF_THE_THING = (
    "May a port leave the Harbor Watch?",
    "Is the rule binding on a town?",
    "Is it true that a port may leave?",
    "Does a captain have to sign the form?",
    "Is there any way for a port to leave?",
    "Did the port receive any notice before the watch began?",
    "Was the captain asked before the watch began?",
    "Can the captain turn the watch off?",
    "Have you seen fewer calls since the watch began?",
)
WISHED = (
    "Our demands: no fee for towns.",
    "Proposed: no fee for towns",
    "Option B: free choice of the towns",
    "Recommendation 4: a way out for every port",
    "Next steps: signed form from each port; training for captains",
    "Exit for towns: recommended.",
    "Waiver of the fee: under consideration",
    "End of the watch - pros and cons",
    "Fee for towns: to be decided",
)
TOLD = (
    "Fee for towns: none.",
    "Exit: not available.",
    "Status of the watch: voluntary for all towns",
    "Needed: a signed form from each port",
    "Goal: all ports by 2013",
    "Recommendation 4: towns may leave, as the rule says.",
    "Signature of the port: not needed",
)
LEAVING = Proposition("leaving", "A port may leave.", "No port may leave.", affirm=("(can|may) leave",), deny=("(cannot) leave",))
TOPIC = Topic("harbor", "Harbor Watch", "", ("Harbor Watch",), (LEAVING,), ())
PAPER: dict[str, Any] = {
    "id": "d", "release_id": "r", "file_id": "f", "first_page": 1, "last_page": 1, "kind": "transcript", "title": "Harbor Watch",
    "date": "", "date_precision": "", "date_basis": "", "author": "", "author_kind": "", "recipients": (), "cc": (),
    "audience": "", "bates_first": "", "bates_last": "", "thread_id": "", "confidence": 1.0,
}  # fmt: skip


@pytest.mark.parametrize("text", OF_MIND)
def test_a_bare_answer_says_what_is_known_or_felt(parser: Any, text: str) -> None:
    assert of_mind(view_of(parser.parse(text)[0]))


@pytest.mark.parametrize("text", OF_THE_THING)
def test_a_bare_answer_says_what_is_so(parser: Any, text: str) -> None:
    assert not of_mind(view_of(parser.parse(text)[0]))


@pytest.mark.parametrize("text", WISHED)
def test_a_point_that_is_wished_states_nothing(parser: Any, text: str) -> None:
    assert only_wished(view_of(parser.parse(text)[0]))


@pytest.mark.parametrize("text", TOLD)
def test_a_label_with_its_answer_states_it(parser: Any, text: str) -> None:
    assert not only_wished(view_of(parser.parse(text)[0]))


def test_a_no_is_given_to_what_was_asked(parser: Any) -> None:
    def stances(text: str) -> list[str]:
        made = RuleExtractor().extract(Document(**PAPER), (Passage("f-p1", 1, text, parser.parse(text)),), TOPIC)
        return [one.stance for one in made]

    assert stances("Q. So a port may leave the Harbor Watch?\nA. No.") == ["deny"]
    assert stances("Q. Do you know whether a port may leave the Harbor Watch?\nA. No.") == []
