"""Who answers for what stands in a transcript, a list, or a clause set against a report; what a question about telling leaves."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from pipeline.extractors.cueing.grammar import view_of
from pipeline.extractors.rules import RuleExtractor
from pipeline.extractors.speakers import speaker
from pipeline.extractors.speakers.answers import of_telling
from pipeline.extractors.speakers.frames import Frame
from pipeline.extractors.speakers.kinds import kind_of
from pipeline.extractors.speakers.sources import Source, Voices
from pipeline.records.document import Document
from pipeline.records.finding import OCCASION, TELLER, Claim
from pipeline.records.language import Sentence, Token
from pipeline.records.page import Page
from pipeline.stages.claims import claims
from pipeline.topics import load_topic

TOPIC = load_topic(Path(__file__).resolve().parents[3] / "corpus" / "topics" / "secure-communities.toml")
VOICES = Voices(Source("Clinic", "advocate"), reader=Source("the Bureau", "agency"))


def read(parser: Any, text: str, kind: str = "other") -> tuple[Claim, ...]:
    made = Document(
        "d", "r", "f", 1, 1, kind, text.split("\n")[0], "2011-01-01", "day", "text", "Clerk", "local", (), (), "", "", "", "", 1.0
    )
    page = Page("f-p1", "f", 1, text, (), "text_layer", "", 1.0, 0, "eng", 612.0, 792.0, "")
    return claims(made, (page,), TOPIC, parser, RuleExtractor())


def frames(parser: Any, sentence: str) -> list[tuple[str, str]]:
    view = view_of(parser.parse(sentence)[0])
    found = speaker.frames_in(view, VOICES, ("ICE",))
    return [(view.lemmas[one.cue], one.source.name if one.source else "") for one in found]


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("Last week the Bureau told us that Secure Communities is mandatory.", "last week"),
        ("On our first call the Bureau told us that Secure Communities is mandatory.", "on our first call"),
        ("The Bureau told us that Secure Communities is mandatory in June.", ""),
    ],
)
def test_when_or_where_the_teller_was_told(parser: Any, text: str, when: str) -> None:
    found = [one for claim in read(parser, text) for one in claim.reasons]
    assert any(one.feature == TELLER for one in found)
    assert [one.left for one in found if one.feature == OCCASION] == ([when] if when else [])


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Secure Communities is live in 11 counties, and, to be plain, not one of them had been told.", "asserted"),
        ("Secure Communities is live in 11 counties, we were told.", "reported"),
    ],
)
def test_what_is_joined_to_a_telling_is_not_what_is_told(parser: Any, text: str, status: str) -> None:
    assert {one.status for one in read(parser, text) if one.metric} == {status}


@pytest.mark.parametrize(
    ("head", "read_as"),
    [
        ("We have ended the custom kept until now, under which", {("deny", "former"), ("affirm", "asserted")}),
        ("This replaces the custom kept until now, under which", {("deny", "former"), ("affirm", "asserted")}),
        ("This does not change the custom kept until now, under which", set()),
        ("Nothing replaces the custom kept until now, under which", set()),
        ("The bill would end the custom kept until now, under which", set()),
    ],
)
def test_what_was_replaced_held_till_then_and_what_was_not_is_left(parser: Any, head: str, read_as: set[tuple[str, str]]) -> None:
    found = read(parser, f"{head} no signed agreement was needed for Secure Communities.")
    assert {(one.stance, one.status) for one in found} == read_as


@pytest.mark.parametrize(
    ("label", "status"), [("DRAFT ANSWER", "hedged"), ("ANSWER", "asserted"), ("OVERDRAFT ANSWER", "asserted")]
)
def test_what_is_drafted_for_somebody_to_say_is_not_said(parser: Any, label: str, status: str) -> None:
    assert {one.status for one in read(parser, f"{label}: Secure Communities is voluntary for every county.")} == {status}


def test_page_and_line_before_the_labels_of_a_deposition(parser: Any) -> None:
    text = (
        "DEPOSITION OF THE JAIL COMMANDER\n14:3 Q. Is Secure Communities voluntary for your county?\n"
        "14:5 MR. DEFENDANT'S COUNSEL: Objection. You can answer.\n14:7 A. Secure Communities is voluntary for every county.\n"
    )
    assert {one.speaker for one in read(parser, text)} == {"JAIL COMMANDER"}


@pytest.mark.parametrize(
    ("question", "you", "anybody"),
    [
        ("Did you ever tell the sheriff that he had a choice?", True, True),
        ("62:12 Q. Did anybody tell you that you could opt out?", False, True),
        ("Did the letter say that a county had to join?", False, True),
        ("What does the letter say about leaving?", False, False),
        ("Can a county opt out?", False, False),
    ],
)
def test_whether_a_thing_was_told_is_not_whether_it_is_so(parser: Any, question: str, you: bool, anybody: bool) -> None:
    view = view_of(parser.parse(question)[-1])
    assert (of_telling(view), of_telling(view, True)) == (you, anybody)


@pytest.mark.parametrize(("asked", "found"), [("Did anybody tell you that", 0), ("Is it so that", 1)])
def test_no_to_whether_a_thing_was_told_says_nothing_of_the_thing(parser: Any, asked: str, found: int) -> None:
    text = f"Notes on Secure Communities\n\n{asked} a county can opt out of Secure Communities? No."
    assert len(read(parser, text)) == found


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("ICE asks the jail to hold the person and the jail can do it or not do it; it does not have to.", []),
        ("The court held that the detainer is a request.", [("hold", "The court")]),
        ("Where a board would rather not, they should tell the field office so, and it will be left off the schedule.", []),
        ("Officers should tell the board that taking part is required.", [("tell", "Officers")]),
        ("My staff was told by yours, on a call, that the program was voluntary.", [("tell", "the Bureau")]),
        ("My staff was told by the clerk that the program was voluntary.", [("tell", "the clerk")]),
    ],
)
def test_whose_words_a_sentence_holds(parser: Any, sentence: str, expected: list[tuple[str, str]]) -> None:
    assert frames(parser, sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "inner"),
    [
        ("The Sheriff said that he guessed it might cost the county a lot.", "Sheriff"),
        ("The clerk said that she believed the program was voluntary.", "clerk"),
        ("He believed that the program was voluntary.", "Chair"),
        ("The clerk said that he told the board that the program was voluntary.", "Chair"),
    ],
)
def test_whose_mind_he_tells_of(parser: Any, sentence: str, inner: str) -> None:
    view = view_of(parser.parse(sentence)[0])
    before = Voices(Source("Clinic", "advocate"), last=Source("Chair", "local"))
    found = speaker.frames_in(view, before, ("ICE",))
    assert found[-1].source is not None and found[-1].source.name.removeprefix("The ") == inner


@pytest.mark.parametrize(
    ("phrase", "kind"),
    [
        ("former state liaison", "agency"),
        ("State Outreach Lead", "agency"),
        ("state police liaison", "state"),
        ("the state's liaison office", "state"),
        ("county liaison", "local"),
    ],
)
def test_a_liaison_to_the_states_is_not_of_a_state(phrase: str, kind: str) -> None:
    assert kind_of(phrase, ("ICE",)) == kind


@pytest.mark.parametrize(
    ("sentence", "head"),
    [
        ("ICE has told sheriffs that they may stay out of it, but no county in the state has ever been let out of it.", "let"),
        ("ICE said that taking part is a choice.", ""),
        ("The county joined, but no county has left.", ""),
        ("ICE said that a county may leave but that it must give notice.", ""),
    ],
)
def test_the_authors_own_word_against_a_report(parser: Any, sentence: str, head: str) -> None:
    view = view_of(parser.parse(sentence)[0])
    at = speaker.against(view, speaker.frames_in(view, VOICES, ("ICE",)))
    assert ("" if at is None else view.lemmas[at]) == head


def test_a_label_on_a_slide_speaks_for_nobody(parser: Any) -> None:
    slide = "Secure Communities\n\nSheriff: no new work, no new forms\n\nSecure Communities is voluntary.\n"
    assert {one.speaker for one in read(parser, slide, "slides")} == {"Clerk"}
    notes = "Secure Communities\n\nSheriff: Secure Communities is voluntary.\n"
    assert {one.speaker for one in read(parser, notes)} == {"Sheriff"}


def test_what_stands_at_the_end_of_a_sentence_joins_nothing_at_its_start() -> None:
    """A parse that puts the second clause first: nothing stands before it, least of all the "but" at the end."""
    parsed = (
        ("no", "DET", "det", 1), ("county", "NOUN", "nsubj", 2), ("left", "VERB", "conj", 4), ("ICE", "PROPN", "nsubj", 4),
        ("said", "VERB", "ROOT", 4), ("taking", "VERB", "csubj", 6), ("is", "AUX", "ccomp", 4), ("voluntary", "ADJ", "acomp", 6),
        ("but", "CCONJ", "cc", 4),
    )  # fmt: skip
    lemmas = {"said": "say", "is": "be", "taking": "take", "left": "leave"}
    tokens = tuple(
        Token(word, lemmas.get(word, word), pos, "", dep, head, at * 10, at * 10 + len(word))
        for at, (word, pos, dep, head) in enumerate(parsed)
    )
    view = view_of(Sentence(" ".join(token.text for token in tokens), 0, 99, tokens))
    said = Frame(4, "say", Source("ICE", "agency"), frozenset({5, 6, 7}), "say", False)
    assert speaker.against(view, (said,)) is None
