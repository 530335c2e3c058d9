"""The cue language: what a pattern finds, what it passes over, and what it refuses to be."""

from __future__ import annotations

from typing import Any

import pytest

from pipeline.extractors.cueing import cues, matching
from pipeline.extractors.cueing.grammar import view_of
from pipeline.extractors.cueing.sight import Sight, forms_of, named_in

FOUND = [
    ("opt out", "They may opt out of it."),
    ("opt out", "They may opt-out of it."),
    ("opt out", "They opted out."),
    ("can opt out", "They cannot simply opt out."),
    ("participat* ~ voluntary", "Participating is not voluntary."),
    ("participat* ~ voluntary", "It is voluntary to participate."),
    ("sign .. agreement", "They signed the new written agreement."),
    ("target ... criminals", "It targets only the very most dangerous and violent criminals."),
    ("(a|b) cost", "It has b cost."),
    ("(opt out|walk away) from", "They walk away from it."),
    ("be voluntary?", "It is late."),
    ("@topic (be) mandatory", "The program is mandatory."),
    ("@named ~ mandatory", "Safe Harbors is mandatory."),
    ("@topic", "It is mandatory."),
    ("@place ... refuse", "Marlow County may refuse."),
    ("mandatory & county", "In this county it is mandatory."),
    ("mandatory & !county", "In this city it is mandatory."),
    ("=required", "An agreement is required."),
    ("(net|sweep)/VERB .. people", "It sweeps up many people."),
    ("(find out|learn)/VERB .. rate", "They found out the rate."),
    ("(be told|hear)/VERB .. rate", "They were told the rate."),
    ("(a legal order|law)/NOUN", "It is a legal order."),
    ("mandatory/ADJ", "It is mandatory."),
    ("requirement > notify", "There is a requirement to notify the bureau."),
    ("participat*", "Thier particpation ended."),
    ("mandatory", "It is rnandatory."),
    ("under .. @topic .. must", "They praised the program, under which each harbor must pay."),
    ("@topic (be) mandatory", "They run a program that is mandatory."),
    ("@topic (be) mandatory", "They joined Safe Harbors, which is mandatory."),
    ("@topic (be) mandatory", "They told us that it is mandatory."),
]

NOT_FOUND = [
    ("opt out", "They opted for an option and went out."),
    ("can opt out", "They can see that others opted out."),
    ("sign .. agreement", "They signed, on the very last day, the agreement."),
    ("sign .. agreement", "They signed; the agreement is old."),
    ("participat* ~ voluntary", "Those who participated said that the statement which he later gave was voluntary."),
    ("mandatory & !county", "In this county it is mandatory."),
    ("=required", "The bureau requires it."),
    ("(net|sweep)/VERB", "The net was empty."),
    ("(look up|learn)/VERB", "The look up there was fine."),
    ("(a firm order|law)/NOUN", "A firm ordered it."),
    ("@named", "The program is mandatory."),
    ("@place", "The dog may refuse."),
    ("mandatory", "It is a mandate."),
    ("by .. @topic .. must", "No day is named by which each harbor must pay."),
    ("by .. @topic .. must", "No rule was found by which each harbor must pay."),
    ("@topic (be) mandatory", "They wore a badge that was mandatory."),
    ("@topic (be) mandatory", "They sent the form, which is mandatory."),
    ("@topic .. must", "Ships that must pay went on."),
    ("target* ... criminals", "It targets: criminals, and others."),
]

WRONG = [
    "",
    "...",
    ".. voluntary",
    "voluntary ...",
    "(opt out",
    "a ~ b ~ c",
    "@nowhere",
    "! voluntary",
    "a | b)",
    "a ~",
    "(a|) b",
]


def sight(parser: Any, text: str, pattern: str) -> Sight:
    (sentence, *_) = parser.parse(text)
    view = view_of(sentence)
    return Sight(view, forms_of(view, cues.literals(cues.compile_cue(pattern))), named_in(view, ("Safe Harbors",)), {})


@pytest.mark.parametrize(("pattern", "text"), FOUND)
def test_finds(parser: Any, pattern: str, text: str) -> None:
    seen = sight(parser, text, pattern)
    found = matching.find(cues.compile_cue(pattern), seen)
    assert found
    assert all(0 <= at < len(seen.forms) for match in found for at in match.tokens)


@pytest.mark.parametrize(("pattern", "text"), NOT_FOUND)
def test_does_not_find(parser: Any, pattern: str, text: str) -> None:
    assert matching.find(cues.compile_cue(pattern), sight(parser, text, pattern)) == ()


@pytest.mark.parametrize("pattern", WRONG)
def test_refuses(pattern: str) -> None:
    with pytest.raises(cues.BadPattern):
        cues.compile_cue(pattern)


@pytest.mark.parametrize(
    ("pattern", "needs"),
    [
        ("participat* ~ voluntary", [{"participat*"}, {"voluntary"}]),
        ("(can|may) opt out", [{"can", "may"}, {"opt"}, {"out"}]),
        ("@topic ... voluntary & !card", [{"voluntary"}]),
        ("sign? .. agreement", [{"agreement"}]),
        ("(the board|# members) vote", [{"the", "members"}, {"vote"}]),
        ("(@named|the program) run", [{"run"}]),
        ("(in no way|not ... ever) bind", [{"in", "not"}, {"bind"}]),
    ],
)
def test_a_cue_knows_the_words_without_which_it_cannot_hold(pattern: str, needs: list[set[str]]) -> None:
    assert [set(need) for need in cues.compile_cue(pattern).needs] == needs
