"""What the next sentence calls false, and what stands behind a question; sentences of our own, as many that look alike."""

from __future__ import annotations

from typing import Any

import pytest

from pipeline.extractors.rules import RuleExtractor
from pipeline.extractors.sides.refuted import calls_false
from pipeline.records.document import Document
from pipeline.records.finding import Claim
from pipeline.records.judgement import Bounds, Judgement, Leaning
from pipeline.records.language import Passage
from pipeline.records.topic import Proposition, Topic

PROPOSITION = Proposition(
    "joining-voluntary", "Ports choose.", "Ports must join.", affirm=("join ~ voluntary",), deny=("join ~ duty",)
)
TOPIC = Topic("harbors", "Safe Harbors", "", ("Safe Harbors",), (PROPOSITION,), ())


class Told:
    """A judge that has been told what to think of which words."""

    bounds = Bounds(alone=0.6, joined=0.1, status=0.7)
    propositions = frozenset({"joining-voluntary"})

    def __init__(self, told: dict[str, tuple[float, float]]) -> None:
        self._told = told

    def identity(self) -> str:
        return "told"

    def joint(self, probability: float) -> float:
        return probability

    def judge(self, texts: tuple[str, ...]) -> tuple[Judgement, ...]:
        return tuple(self._one(self._told.get(text, (0.0, 0.0))) for text in texts)

    def _one(self, given: tuple[float, float]) -> Judgement:
        return Judgement((Leaning("joining-voluntary", *given),) if sum(given) else (), "asserted", 0.9)


def claims(parser: Any, text: str, told: dict[str, tuple[float, float]] | None = None) -> tuple[Claim, ...]:
    paper = Document(
        "d", "r", "f", 1, 1, "memo", "Safe Harbors", "", "", "", "Unit Chief", "agency", (), (), "internal", "", "", "", 1.0
    )
    passage = Passage("f-p1", 1, text, parser.parse(text))
    return RuleExtractor(Told(told) if told is not None else None).extract(paper, (passage,), TOPIC)


@pytest.mark.parametrize(
    ("text", "false"),
    [
        ("That is not so.", True),
        ("It's simply not true, and we said as much.", True),
        ("Not so, madam; they call us.", True),
        ("FALSE, as of last October.", True),
        ("This isn't the case.", True),
        ("That is not so far from the jail.", True),  # read wrongly, and rare
        ("That is not what the form is for.", False),
        ("Wrong number, wanted pizza.", False),
        ("It is not true to scale but will do.", True),  # likewise
        ("No reply yet.", False),
        ("True enough.", False),
        ("That was wrong of him to say.", False),
    ],
)
def test_the_words_that_call_it_false(text: str, false: bool) -> None:
    assert calls_false(text) is false


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Joining Safe Harbors is a duty. Not true.", {("affirm", "asserted", "Unit Chief")}),
        (
            "The sheriff says that joining Safe Harbors is a duty. That is not so.",
            {("deny", "reported", "The sheriff"), ("affirm", "asserted", "Unit Chief")},
        ),
        ("Joining Safe Harbors is a duty. That is so.", {("deny", "asserted", "Unit Chief")}),
        ("Joining Safe Harbors is a duty. Wrong number, he said.", {("deny", "asserted", "Unit Chief")}),
        ("Is joining Safe Harbors a duty? Not true.", set()),
    ],
)
def test_who_calls_it_false_says_the_contrary(parser: Any, text: str, expected: set[tuple[str, str, str]]) -> None:
    found = claims(parser, text)
    assert {(one.stance, one.status, one.speaker) for one in found} == expected


def test_the_denial_is_part_of_the_quote_it_makes(parser: Any) -> None:
    (claim,) = claims(parser, "Joining Safe Harbors is a duty. Not true. It never was.")
    assert claim.quote == "Joining Safe Harbors is a duty. Not true."


QUESTION = "Must a port join Safe Harbors?"


@pytest.mark.parametrize(
    ("answer", "expected"),
    [("Before the first ship docks, yes.", {"deny"}), ("Plainly so.", {"deny"}), ("Who wants to know?", set())],
)
def test_what_stands_behind_a_question_answers_it(parser: Any, answer: str, expected: set[str]) -> None:
    found = claims(parser, f"{QUESTION} {answer}", {f"{QUESTION} {answer}": (0.0, 0.9)})
    assert {one.stance for one in found} == expected
    assert all(one.quote.startswith(QUESTION) for one in found)


def test_what_answers_nothing_is_read_by_itself(parser: Any) -> None:
    answer = "The ferry leaves at nine."
    assert claims(parser, f"{QUESTION} {answer}", {answer: (0.0, 0.0)}) == ()


def test_the_label_of_a_turn_answers_nothing(parser: Any) -> None:
    text = f"{QUESTION}\n\nThe DOCK MASTER. Plainly so."
    found = claims(parser, text, {f"{QUESTION} The DOCK MASTER.": (0.0, 0.9), f"{QUESTION} Plainly so.": (0.0, 0.9)})
    assert [one.quote for one in found] == [f"{QUESTION}\n\nThe DOCK MASTER. Plainly so."]


@pytest.mark.parametrize(
    ("before", "answer", "expected"),
    [
        ("The mayor asked whether a port could decline.", "The harbor master said it could not.", {"deny"}),
        ("The pilots want to know if they must join.", "Told them yes.", {"deny"}),
        ("The mayor asked for the minutes.", "The harbor master said it could not.", set()),
        ("The mayor asked whether a port could decline.", "Did anybody answer?", set()),
    ],
)
def test_a_short_answer_to_what_was_asked_is_read_with_it(parser: Any, before: str, answer: str, expected: set[str]) -> None:
    text = f"{before} {answer}"
    assert {one.stance for one in claims(parser, text, {text: (0.0, 0.9)})} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mayor wonders whether Safe Harbors binds a port.", set()),
        ("We ask if Safe Harbors binds a port.", set()),
        ("You ask whether Safe Harbors binds a port; it does.", {"deny"}),
        ("They say Safe Harbors binds every port.", {"deny"}),
    ],
)
def test_a_mere_question_states_nothing(parser: Any, text: str, expected: set[str]) -> None:
    assert {one.stance for one in claims(parser, text, {text: (0.0, 0.9)})} == expected
