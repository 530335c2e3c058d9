"""What is only asked: questions without a question mark, discovery requests, the part of a sentence that somebody asks."""

from __future__ import annotations

import pytest
from one_parser import loaded_parser

from pipeline.extractors.cueing.grammar import View, view_of
from pipeline.extractors.sides import myths
from pipeline.extractors.sides.questions import by_form, in_discovery, only_put, put_aside


def view(text: str) -> View:
    return view_of(loaded_parser().parse(text)[0])


@pytest.mark.parametrize(
    "text",
    [
        "Last point: can we stay out.",
        "SUMMARY Can a harbor be dropped from the feed",
        "May the harbor refuse.",
        "Does a pilot have to report the boat.",
        "Is the form required of every dock",
        "Who pays for the new radios",
        "How do the pilots learn of it",
        "How harbors can leave the scheme",
        "What the office says, and what we answer",
        "Subject: is Harbor Watch mandatory",
    ],
)
def test_a_question_is_told_by_its_form(text: str) -> None:
    assert by_form(view(text))


@pytest.mark.parametrize(
    "text",
    [
        "A harbor may refuse.",
        "Is a request, nothing more.",
        "Do not hold any boat longer than two days.",
        "May 4, 2010 was the first day.",
        "What matters is that no harbor may leave.",
        "What harbors pay is small.",
        "Which means that no harbor may leave.",
        "Had the pilots known, they would have left.",
        "Note: no harbor may leave.",
        "Nor can a harbor leave.",
        "Will County may leave the scheme.",
        "What it costs the docks: nothing",
        "Subject: Harbor Watch is mandatory",
    ],
)
def test_a_statement_is_none(text: str) -> None:
    assert not by_form(view(text))


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("The mayor asked who pays for the radios and said he needs two.", "The mayor asked and said he needs two ."),
        ("The pilots asked to be left out.", "The pilots asked ."),
        ("We joined after the master asked in writing to be left out.", "We joined after the master asked in writing ."),
        ("We cannot speak for anybody else.", "We can not speak ."),
        ("I do not know whether any boat was held.", "I do not know ."),
        ("The office declined to say whether a harbor could leave.", "The office declined ."),
        ("That has no bearing on whether a harbor may leave.", "That has no bearing on ."),
    ],
)  # fmt: skip
def test_what_is_only_asked_is_put_aside(text: str, rest: str) -> None:
    seen = view(text)
    put = put_aside(seen)
    assert " ".join(token.text for at, token in enumerate(seen.tokens) if at not in put) == rest


@pytest.mark.parametrize(
    "text",
    [
        "You ask whether docks may refuse; they may.",
        "He asked if he has to keep the boat; told him he does not.",
        "I was asked if a harbor could leave, and I said no.",
        "A harbor may ask to be left out.",
        "None of the harbors was asked to join.",
        "We no longer ask a harbor to sign.",
        "Ask the pilots what the radios cost.",
        "A harbor that asks to be left out is left out.",
        "We know that no harbor may leave.",
        "No matter whether a harbor wants it, it is on.",
        "That bears on whether a harbor may leave.",
    ],
)
def test_what_says_more_is_left(text: str) -> None:
    assert not put_aside(view(text))


PAGE = (
    "The pilots were told.\n\nINTERROGATORY NO. 4: Identify each boat held. Say by whom.\n\nANSWER: None was held.\n\n"
    "REQUEST FOR ADMISSION 5. Admit that no harbor may leave.\nRESPONSE: Denied. A harbor may leave.\n"
)


@pytest.mark.parametrize(
    ("words", "put"),
    [
        ("The pilots", False),
        ("INTERROGATORY", True),
        ("Say by", True),
        ("ANSWER", False),
        ("None was", False),
        ("Admit that", True),
        ("Denied", False),
        ("A harbor", False),
    ],
)
def test_a_discovery_request_states_nothing_and_its_answer_does(words: str, put: bool) -> None:
    assert in_discovery(PAGE, PAGE.index(words)) is put


@pytest.mark.parametrize("heads", ["They say We say", "What critics say | Our answer", "Claim Response", "MYTH FACT"])
def test_columns_of_theirs_and_ours_are_read_by_neither(heads: str) -> None:
    text = f"Leaflet\n\n{heads}\nis free of charge. The docks pay.\n"
    start = text.index("is free")
    assert myths.role_of(text, start, start + 10) == myths.BESIDE


def test_a_line_of_one_side_heads_no_columns() -> None:
    text = "They say it often.\nis free of charge. The docks pay.\n"
    assert myths.role_of(text, text.index("is free"), len(text)) == ""


def test_heads_taken_for_the_beginning_of_a_sentence_are_seen() -> None:
    text = "Leaflet\n\nThey say We say\ndoes not cost the docks anything.\n"
    assert myths.role_of(text, text.index("They"), len(text)) == myths.BESIDE


def test_what_is_to_be_called_true_or_false_is_not_said() -> None:
    text = (
        "Quiz\n\nTrue or false? A dock must hold every boat.\nAnswer: False. It need not.\n\nThe true or false of it is ours.\n"
    )
    told = [only_put(text, text.index(words)) for words in ("A dock", "It need", "The true")]
    assert told == [True, False, False]
