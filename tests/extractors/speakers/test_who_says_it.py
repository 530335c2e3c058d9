"""Who a sentence is said by, with or without a word of saying, on sentences of our own; as many whose author alone speaks."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from pipeline.extractors.cueing.grammar import view_of
from pipeline.extractors.speakers import hearing, sources, speaker
from pipeline.extractors.speakers.kinds import is_person_or_body, kind_of
from pipeline.extractors.speakers.sources import Source
from pipeline.records.document import Document

AGENCIES = ("ICE", "DHS")


def document(author: str, kind: str, audience: str = "", title: str = "") -> Document:
    return Document("d", "r", "f", 1, 1, "letter", title, "", "", "", author, kind, (), (), audience, "", "", "", 1.0)


def heard(parser: Any, paper: Document, text: str) -> list[Source]:
    """Who answers for what each sentence mostly says."""
    listener = hearing.Listener(paper, AGENCIES)
    found = []
    for sentence in parser.parse(text):
        view = view_of(sentence)
        one = listener.hear(view, False)
        frames = speaker.around(one.frames, speaker.heart(view, one.frames))
        found.append(hearing.who(one, frames, view)[0])
    return found


@pytest.mark.parametrize(
    ("kind", "text", "name", "of"),
    [
        ("agency", "The clerk of Marlow County said that nobody was asked.", "clerk", "local"),
        ("agency", "According to the state police, every print is sent on.", "state police", "state"),
        ("agency", "Per the undersheriff, the jail holds everyone.", "undersheriff", "local"),
        ("agency", "In the county attorney's opinion, the form binds nobody.", "county attorney", "local"),
        ("agency", "The governor repeated the sheriffs' claim that the beds cost too much.", "sheriffs", "local"),
        ("agency", "The coordinator told us that the sheriff believes the program is optional.", "sheriff", "local"),
        ("agency", "The county was told by the governor's office that it had no say.", "governor", "state"),
        ("agency", "Critics contend that the beds are paid for by the county.", "Critics", "advocate"),
        ("agency", "The senator is convinced that the figures are wrong.", "senator", "congress"),
        ("local", "ICE assured the board that a letter was enough.", "ICE", "agency"),
        ("local", "Headquarters maintains that the letter counts for nothing.", "Headquarters", "agency"),
        ("local", "The director wrote that every county may choose.", "director", "agency"),
        ("local", "Our director wrote that every county may choose.", "director", "local"),
        ("state", "Counsel advises that the form is a request.", "Counsel", "state"),
        ("press", "No county can leave, the spokesman said.", "spokesman", "agency"),
        ("press", '"We pay for every bed," the jail administrator said.', "jail administrator", "local"),
        ("press", "A district judge ruled that the hold was unlawful.", "judge", "court"),
    ],
)
def test_whoever_is_named_answers(parser: Any, kind: str, text: str, name: str, of: str) -> None:
    (source,) = heard(parser, document("Author", kind), text)
    assert name in source.name and source.kind == of


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("agency", "No county can leave once it has been connected."),
        ("agency", "The sheriff who runs the jail in Marlow may decline the form."),
        ("agency", "Nobody in this office said that the county could leave."),
        ("agency", "It cannot be said that the county has a choice."),
        ("agency", "Whatever the brochure said, the prints are sent on."),
        ("agency", "Section 12 says that the prints must be sent on."),
        ("agency", "We believe that the county has a choice."),
        ("agency", "In our view, the form binds nobody."),
        ("agency", "As the sheriff knows, the prints are sent on."),
        ("local", "It costs the county a bed per night and per prisoner."),
        ("local", "In the spring the county was connected without a vote."),
        ("local", "I write because the beds cost the county too much."),
        ("state", "By the end of June every county had been connected."),
    ],
)
def test_else_the_author_does(parser: Any, kind: str, text: str) -> None:
    (source,) = heard(parser, document("Author", kind), text)
    assert (source.name, source.kind) == ("Author", kind)


@pytest.mark.parametrize(
    "text",
    [
        "The board was told that a letter was enough.",
        "He said that a letter was enough.",
        "Some say that a letter is enough.",
    ],
)
def test_what_somebody_left_out_has_said_is_nobodys(parser: Any, text: str) -> None:
    (source,) = heard(parser, document("Author", "local"), text)
    assert source == Source("", "")


def test_a_turn_of_a_transcript_is_its_speakers(parser: Any) -> None:
    paper = document("Radio", "press", title="Debate of the undersheriff and a law clinic director")
    text = "UNDERSHERIFF: Nobody is held here. We send them home.\nDIRECTOR: Eleven people were held in March."
    found = heard(parser, paper, text)
    assert {source.kind for source in found[:2]} == {"local"}
    assert found[-1].kind == "advocate"


@pytest.mark.parametrize(
    "text", ["County: Marlow County was connected.", "Note: the jail was connected.", "Dear Sheriff: it is done."]
)
def test_a_field_is_no_turn(parser: Any, text: str) -> None:
    assert {source.name for source in heard(parser, document("Author", "agency"), text)} == {"Author"}


def test_your_office_is_the_side_written_to(parser: Any) -> None:
    (source,) = heard(
        parser, document("Sheriff", "local", audience="state"), "Your bureau told my staff that a letter was enough."
    )
    assert source.kind == "state"


def test_a_role_named_before_in_full_keeps_its_kind(parser: Any) -> None:
    text = "The union representative said that nobody was asked. The representative said that the beds are full."
    assert [source.kind for source in heard(parser, document("Clerk", "local"), text)] == ["advocate", "advocate"]


@pytest.mark.parametrize(
    ("phrase", "author", "owned", "kind"),
    [
        ("counsel", "local", False, "local"),
        ("counsel", "", False, ""),
        ("the director", "local", False, "agency"),
        ("our director", "local", True, "local"),
        ("Department of Justice", "", False, "agency"),
        ("the justice", "", False, ""),
        ("state senator", "", False, "state"),
        ("senator", "", False, "congress"),
        ("public defender", "agency", False, "local"),
        ("immigration lawyer", "agency", False, "advocate"),
        ("county sherlff", "", False, "local"),
        ("a resident of the county", "local", False, "local"),
        ("a resident", "local", False, ""),
        ("lamp", "agency", False, ""),
    ],
)
def test_kinds(phrase: str, author: str, owned: bool, kind: str) -> None:
    assert kind_of(phrase, AGENCIES, author, owned) == kind


def test_things_and_places_are_no_speakers() -> None:
    assert is_person_or_body("Chief of Police") and is_person_or_body("Delegation's counsel")
    assert not any(is_person_or_body(phrase) for phrase in ("County records", "Bottom line for the sheriff", "Policy", ""))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The agency pitched the program as a hunt for robbers.", "The agency"),
        ("The sheriff credits the program with an empty jail.", "The sheriff"),
        ("Your office protests its good faith.", "Your office"),
        ("It was billed as a hunt for robbers.", ""),
        ("She credits the program with an empty jail.", ""),
        ("The weather spoiled the meeting.", ""),
    ],
)
def test_whose_words_are_told_of_without_a_verb_of_saying(parser: Any, text: str, name: str) -> None:
    reader = Source("Field Office Director", "agency")
    voices = sources.Voices(Source("Ledger", "press"), reader=reader)
    told = speaker.told_of(view_of(parser.parse(text)[0]), voices, AGENCIES)
    assert (told.name if told else "") == name


@pytest.mark.parametrize(
    ("phrase", "kind"),
    [
        ("The DEPUTY DIRECTOR", "agency"),
        ("deputy program manager", ""),
        ("assistant police chief", "local"),
        ("chief deputy", "local"),
        ("the deputy", "local"),
        ("assistant coordinator", "agency"),
    ],
)
def test_a_word_under_a_rank_is_no_rank(phrase: str, kind: str) -> None:
    assert kind_of(phrase, AGENCIES) == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ('"Nobody has been held because of it," Marsh said.', "agency"),
        ("Marsh told the board that nobody was held.", "agency"),
        ('"We pay for every bed," Poe said.', ""),
    ],
)
def test_the_authors_last_name_is_the_author(parser: Any, text: str, kind: str) -> None:
    paper = replace(document("ICE Spokeswoman Dana Marsh", "agency"), kind="other")
    assert heard(parser, paper, text)[-1].kind == kind


def test_a_headed_statement_is_of_its_authors_side(parser: Any) -> None:
    paper = replace(document("DANA MARSH, U.S. Harbor Guard", "agency"), kind="other")
    text = "STATEMENT OF DANA MARSH\n\nNobody has been held because of it."
    assert heard(parser, paper, text)[-1].kind == "agency"
    other = replace(paper, author="Marlow Clinic", author_kind="advocate")
    assert heard(parser, other, text)[-1].kind != "advocate"


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Until May our letters said that a county could leave.", "Author", "local"),
        ("My memo says that every bed is paid for.", "Author", "local"),
        ("The sheriff said that one in three who call asks whether her husband will be held.", "The sheriff", "local"),
        # Nobody is named, whoever was told.
        ("My own people were told in writing that they could end it.", "", ""),
        ("The towns were told in writing that they could leave.", "", ""),
        ("Two of five told us that the form is an order.", "", ""),
        # Others' words stay theirs.
        ("The agency told us in writing that the towns could leave.", "agency", "agency"),
        ("One of the sheriffs said that the form is an order.", "One of the sheriffs", "local"),
        ("Their letter says that the form is an order.", "Their letter", ""),
        ("Our neighbors said that a county could leave.", "Our neighbors", ""),
    ],
)
def test_ones_own_letters_and_shares_of_people_are_no_speakers(parser: Any, text: str, name: str, kind: str) -> None:
    (source,) = heard(parser, document("Author", "local"), text)
    assert (source.name.removeprefix("The ") == name.removeprefix("The ")) and source.kind == kind


@pytest.mark.parametrize(
    ("before", "text", "name"),
    [
        ("The sheriff called. Her jail books forty a week.", "She said that nine in ten are stopped for traffic.", "sheriff"),
        ("A spokeswoman for the agency said that it was late.", "She said that it costs nothing.", "spokeswoman"),
        ("The clerk called. The machine says hold.", "He said that it costs nothing.", "clerk"),
        ("Sheriff Poe said that it was late. The county said that it agreed.", "He said that it costs nothing.", "Poe"),
        ("The sheriff called. The letter says that it is late.", "It says that the form is an order.", "letter"),
    ],
)
def test_he_and_she_are_persons(parser: Any, before: str, text: str, name: str) -> None:
    assert name in heard(parser, document("Author", "agency"), f"{before} {text}")[-1].name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The jailer said the point is to find whoever did harm.", "jailer"),
        ("The aim is to find whoever did harm.", "Marlow"),
        ("The auditor found that nobody was asked.", "auditor"),
        ("TWO WOMEN HELD AFTER CALLING POLICE.", "Marlow"),
        ("Washington told the counties that it was voluntary.", ""),
        ("Washington has always held that jails may refuse.", ""),
        ("The clerk of Washington County said that jails may refuse.", "clerk"),
        ("The six that were signed are ended; a form was wanted until now and is wanted no longer.", "Marlow"),
        ("There is nothing that a county need answer, for nothing is asked of it.", "Marlow"),
        ("The board was asked whether it agreed.", ""),
    ],
)
def test_aims_the_held_and_capitals_say_nothing(parser: Any, text: str, name: str) -> None:
    found = heard(parser, document("Marlow", "local"), text)[0].name
    assert found.lower().removeprefix("the ").startswith(name.lower()) and bool(found) == bool(name)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("ICE wrote a memo to the board that says jails may refuse.", "a memo"),
        ("ICE wrote to the sheriff who says jails may refuse.", "the sheriff"),
        ("ICE spoke to a board that said jails may refuse.", "a board"),
    ],
)
def test_a_letter_to_somebody_is_not_his_word(parser: Any, text: str, name: str) -> None:
    frames = speaker.frames_in(view_of(parser.parse(text)[0]), sources.Voices(Source("Marlow", "local")), AGENCIES)
    assert [frame.source.name for frame in frames if frame.source and frame.lemma == "say"] == [name]


@pytest.mark.parametrize(("last", "name"), [("THE WITNESS", None), ("Ms. Roe", None), ("the county", "the county")])
def test_it_is_nobody_who_talks(parser: Any, last: str, name: str | None) -> None:
    voices = sources.Voices(Source("", ""), last=Source(last, ""))
    found = sources.source_at(view_of(parser.parse("It says that nobody is held.")[0]), 0, voices, AGENCIES)
    assert (found.name if found else None) == name
