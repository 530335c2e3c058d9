"""Who speaks in hearings, depositions, interviews and lists of questions, and what a short answer says."""

from __future__ import annotations

from typing import Any

import pytest

from pipeline.extractors.cueing.grammar import view_of
from pipeline.extractors.speakers import hearing, speaker
from pipeline.extractors.speakers.answers import answer_in, says_nothing
from pipeline.extractors.speakers.roster import roster_of
from pipeline.extractors.speakers.sources import Source
from pipeline.records.document import Document

AGENCIES = ("ICE", "Harbor Guard")


def heard(parser: Any, title: str, text: str, author: str = "", kind: str = "") -> list[Source]:
    """Who answers for what each sentence mostly says."""
    paper = Document("d", "r", "f", 1, 1, "other", title, "", "", "", author, kind, (), (), "", "", "", "", 1.0)
    listener = hearing.Listener(paper, AGENCIES, roster_of(title, (text,), AGENCIES))
    found = []
    for sentence in parser.parse(text):
        view = view_of(sentence)
        one = listener.hear(view, False)
        found.append(hearing.who(one, speaker.around(one.frames, speaker.heart(view, one.frames)), view)[0])
    return found


HEADINGS = ("LEVEL 1", "JAIL BOOKING", "SECURE COMMUNITIES", "U.S. CITIZENS", "FOIA EXEMPTIONS")
HEARING = "HEARING ON HARBORS\n\nSTATEMENT OF PAT HALE, ASSISTANT DIRECTOR, HARBOR GUARD\n\n"


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("The GENTLEWOMAN FROM FRANKLIN. The boats are old.", "The GENTLEWOMAN FROM FRANKLIN", "congress"),
        ("The CHAIRMAN. The boats are old.", "The CHAIRMAN", "congress"),
        ("Mr. HALE. The boats are old.", "PAT HALE, ASSISTANT DIRECTOR, HARBOR GUARD", "agency"),
        ("The WITNESS. The boats are old.", "PAT HALE, ASSISTANT DIRECTOR, HARBOR GUARD", "agency"),
        ("Ms. ROE of Marlow. The boats are old.", "Ms. ROE of Marlow", ""),
        ("THE WITNESS: The boats are old.", "PAT HALE, ASSISTANT DIRECTOR, HARBOR GUARD", "agency"),
        ("The SHERIFF. The boats are old.", "The SHERIFF", "local"),
        ("Chairman OAKES. The boats are old.", "Chairman OAKES", "congress"),
        ("The boats are old.", "PAT HALE, ASSISTANT DIRECTOR, HARBOR GUARD", "agency"),  # under the heading of his statement
        ("THE BOATS ARE OLD. The boats are old.", "PAT HALE, ASSISTANT DIRECTOR, HARBOR GUARD", "agency"),
        ("THE ASSISTANT DIRECTOR. The boats are old.", "THE ASSISTANT DIRECTOR", "agency"),
        ("THE COUNTY SHERIFF. The boats are old.", "THE COUNTY SHERIFF", "local"),
        ("THE RANKING MEMBER. The boats are old.", "THE RANKING MEMBER", "congress"),
        ("TESTIMONY OF THE MAYOR OF MARLOW\n\nThe boats are old.", "MAYOR OF MARLOW", "local"),
        ("The ICE. The boats are old.", "The ICE", "agency"),
        ("The Chairman. The boats are old.", "PAT HALE, ASSISTANT DIRECTOR, HARBOR GUARD", "agency"),
    ],
)
def test_hearings_print_who_has_the_floor(parser: Any, text: str, name: str, kind: str) -> None:
    last = heard(parser, "HEARING ON HARBORS", HEARING + text)[-1]
    assert (last.name, last.kind) == (name, kind)


def test_who_is_spoken_to_is_not_introduced() -> None:
    text = "THE CHAIR. Colonel, you came from the office of the Harbor Guard.\n\nTHE COLONEL. Good day."
    assert "COLONEL" not in roster_of("HEARING ON HARBORS", (text,), AGENCIES).named


def test_a_testimony_headed_by_its_day_names_nobody() -> None:
    assert roster_of(
        "HEARING ON HARBORS", ("HEARING BEFORE THE BOARD\nTestimony of May 9, 2010\n\nMS. ROE: Good day.",), AGENCIES
    )


def test_who_is_introduced_is_known_by_his_office() -> None:
    text = (
        "THE CHAIR. Before us is the Assistant Director for Boats of the Harbor Guard.\n\nTHE ASSISTANT DIRECTOR. Good day.\n\n"
        "THE SPEAKER. Good day."
    )
    named = roster_of("HEARING ON HARBORS", (text,), AGENCIES).named
    assert named["ASSISTANT DIRECTOR"] == Source("THE ASSISTANT DIRECTOR", "agency") and "SPEAKER" not in named


@pytest.mark.parametrize(
    ("introduced", "label", "kind"),
    [
        ("the legal director of the Oar Makers' Table", "The LEGAL DIRECTOR", ""),  # nobody knows that body: not the agency's
        ("the legal director of the Harbor Coalition", "The LEGAL DIRECTOR", "advocate"),
        ("the assistant director of the Harbor Guard", "The ASSISTANT DIRECTOR", "agency"),
        ("a clerk", "The ASSISTANT DIRECTOR", "agency"),  # not introduced: by his title alone, as before
    ],
)
def test_two_directors_are_told_apart(parser: Any, introduced: str, label: str, kind: str) -> None:
    text = (
        f"The CHAIRMAN. We have the deputy director of the Harbor Guard and {introduced}.\n\n"
        f"The DEPUTY DIRECTOR. Good day.\n\n{label}. The boats are old."
    )
    last = heard(parser, "HEARING ON HARBORS", text)[-1]
    assert (last.name, last.kind) == (label, kind)


@pytest.mark.parametrize(
    ("said", "kind"), [("I am the Branch Chief of the Harbor Guard.", "agency"), ("I am tired.", ""), ("I keep a notebook.", "")]
)
def test_a_witness_says_what_he_is(said: str, kind: str) -> None:
    text = f"DEPOSITION OF THE DESIGNEE\n\nQ. Your position?\nA. {said}\n"
    witness = roster_of("DEPOSITION OF THE DESIGNEE", (text,), AGENCIES).witness
    assert witness is not None and witness.kind == kind


@pytest.mark.parametrize(
    ("title", "text", "name", "kind"),
    [
        ("DEPOSITION OF THE HARBOR GUARD DIRECTOR", "Q. Is it old?\n\nA. The boat is old.", "HARBOR GUARD DIRECTOR", "agency"),
        ("DEPOSITION OF JO ROE, COUNTY SHERIFF", "Q. Is it old?\nA. The boat is old.", "JO ROE, COUNTY SHERIFF", "local"),
        ("VIDEOTAPED DEPOSITION OF JO ROE, SHERIFF", "Q. Is it old?\nA. The boat is old.", "JO ROE, SHERIFF", "local"),
        ("TRANSCRIPT OF THE HEARING", "Q. Is it old?\nA. The boat is old.", "", ""),
        ("QUESTIONS AND ANSWERS", "Q. Is it old?\nA. The boat is old.", "Press Office", "agency"),
        ("Getting the facts straight", "Q: Is it old?\nA: The boat is old.", "Press Office", "agency"),
        ("Interview with the mayor of Marlow", "INTERVIEWER: Is it old?\nMAYOR: The boat is old.", "MAYOR", "local"),
        ("MINUTES", "CHAIR: The boat is old.", "CHAIR", "agency"),
    ],
)
def test_whoever_is_asked_answers(parser: Any, title: str, text: str, name: str, kind: str) -> None:
    last = heard(parser, title, f"{title}\n\n{text}", "Press Office", "agency")[-1]
    assert (last.name, last.kind) == (name, kind)


def test_the_chair_of_a_county_board_is_the_countys(parser: Any) -> None:
    found = heard(parser, "MINUTES", "The CHAIRMAN. The boat is old.", "Marlow County Board", "local")
    assert found[-1].kind == "local"


def test_two_witnesses_are_not_taken_for_one() -> None:
    text = HEARING + "STATEMENT OF JO ROE, COUNTY SHERIFF\n\nThe boats are old."
    roster = roster_of("", (text,), AGENCIES)
    assert roster.witness is None and set(roster.named) == {"HALE", "ROE"} and roster.taken_down
    assert not roster_of("", ("The statement of accounts is enclosed.",), AGENCIES).named


@pytest.mark.parametrize(
    ("text", "yes"),
    [
        ("No.", False),
        ("A: No, it is a rule.", False),
        ("Yes, in writing.", True),
        ("A. It does not.", False),
        ("It will not.", False),
        ("They cannot.", False),
        ("It doesn't.", False),
        ("They must.", True),
        ("A county may.", True),
        ("No county can.", False),
        ("Neither is.", False),
        ("It is not.", False),
        ("Not at all.", False),
        ("It does not matter who signs.", None),
        ("They must sign.", None),
        ("The county does what it likes.", None),
        ("North of the bay it is.", None),
        ("Nobody asked.", None),
        ("A county may leave.", None),
        ("It is late.", None),
    ],
)
def test_what_a_short_answer_says(parser: Any, text: str, yes: bool | None) -> None:
    found = answer_in(view_of(parser.parse(text)[0]))
    assert (found[0] if found else None) is yes


@pytest.mark.parametrize(
    ("text", "nothing"),
    [("Short answer.", True), ("The WITNESS.", True), ("Thank you.", False), ("It rains.", False), ("Chief -", True)],
)
def test_a_label_says_nothing(parser: Any, text: str, nothing: bool) -> None:
    assert says_nothing(view_of(parser.parse(text)[0])) is nothing


@pytest.mark.parametrize(
    ("top", "label", "kind"),
    [
        ("MARLOW GENERAL ASSEMBLY\nJOINT COMMITTEE ON BOATS\nHearing on harbors", "THE CHAIR", "state"),
        ("COUNTY OF MARLOW\nBOARD OF SUPERVISORS\nHearing on harbors", "THE VICE CHAIR", "local"),
        ("Hearing on harbors\nRoom 4", "THE CHAIR", ""),
        ("MARLOW GENERAL ASSEMBLY\nHearing on harbors", "REPRESENTATIVE FOR THE 3RD", "state"),
        ("MARLOW GENERAL ASSEMBLY\nHearing on harbors", "THE ASSISTANT DIRECTOR", "agency"),
        ("MARLOW GENERAL ASSEMBLY\nHearing on harbors", "THE COUNTY SHERIFF", "local"),
    ],
)
def test_who_presides_speaks_for_the_body_that_hears(parser: Any, top: str, label: str, kind: str) -> None:
    text = f"{top}\n\n{label}: The boats are old."
    assert heard(parser, "Hearing on harbors", text)[-1].kind == kind


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("THE CHAIR: Next.\nTHE CHIEF PUBLIC SURVEYOR: The boats are old.", "THE CHIEF PUBLIC SURVEYOR"),
        ("THE CHAIR: Next.\nTHE CHIEF PUBLIC ████████: The boats are old.", "THE CHIEF PUBLIC ████████"),
        ("THE CHAIR: Next.\nTHE HARBOR LAW. The boats are old.", "THE CHAIR"),  # no colon, and no office: a heading
        ("THE CHAIR: Next.\nPORT WEIGHER-GAUGER: The boats are old.", "PORT WEIGHER-GAUGER"),
        ("THE CHAIR: Next.\nMEMBER-AT-LARGE, 2ND WARD: The boats are old.", "MEMBER-AT-LARGE, 2ND WARD"),
        ("THE CHAIR: Next.\n22 SPEAKER: The boats are old.", "SPEAKER"),
        ("THE CHAIR: Next.\n██ ███████: The boats are old.", ""),
        ("THE CHAIR: Next.\nALSO PRESENT: the boats of old.", "THE CHAIR"),
        ("THE CHAIR: Next.\nPELL: Yes, I do.\nPELL: The boats are old.", "PELL"),
        # Headings, labels of forms, crowds and recitals are nobody's turn.
        *((f"THE CHAIR: Next.\n{label}: The boats are old.", "") for label in HEADINGS),
        ("THE CHAIR: Next.\nDOCK BOOKING: The booking ends.\nDOCK BOOKING: The boats are old.", ""),
        ("THE CHAIR: Next.\nWHEREAS, THE COUNTY: The boats are old.", "THE CHAIR"),
    ],
)
def test_a_label_with_a_colon_needs_no_known_office_in_a_transcript(parser: Any, text: str, name: str) -> None:
    last = heard(parser, "Hearing on harbors", f"Hearing on harbors\n\n{text}", "Harbor Guard", "agency")[-1]
    assert last.name == name and last.kind == ""


def test_several_people_who_talk_in_turn_make_a_transcript() -> None:
    talk = "CHAIR: Go on.\nHARBOR DIRECTOR: It is old.\nSHERIFF: It is not.\nCHAIR: Next.\n"
    form = "SHERIFF: Roe\nDIRECTOR: Poe\nDATE: May 4\nPLACE: Linden\n"
    assert roster_of("Board", (talk,), AGENCIES).taken_down and not roster_of("Board", (form,), AGENCIES).taken_down


def test_the_director_who_is_introduced_is_not_the_deputy_director(parser: Any) -> None:
    text = "We have the director of the Harbor Coalition.\n\nTHE DIRECTOR. Good day.\n\nTHE DEPUTY DIRECTOR. The boats are old."
    assert heard(parser, "HEARING ON HARBORS", f"HEARING ON HARBORS\n\n{text}")[-1].name == "THE DEPUTY DIRECTOR"


AIR = (
    "HOST With me is Ruben Alder, who runs the Harbor Guard's office in town. Thanks for coming.\n"
    "ALDER Glad to be here.\nHOST Sheriff Poe says the boats are old.\nALDER I have seen them.\n"
    "HOST Who pays?\nALDER The boats pay for themselves.\n"
)
NOTES = "Notes of call, 9/22/2010\nOn: (b)(6) (FC), J. Poe (CBP), 2 others\n\n"


def test_names_in_capitals_take_turns_without_a_colon(parser: Any) -> None:
    told = {one.name: one.kind for one in heard(parser, "Harbor Hour, rush transcript", AIR)}
    assert told["Ruben Alder"] == "agency"
    assert told["Sheriff Poe"] == "local"
    assert told["HOST"] == "press"
    assert not any(name.startswith(("ALDER", "HOST ")) for name in told)


def test_where_an_office_is_tells_not_whose_it_is(parser: Any) -> None:
    here = AIR.replace("the Harbor Guard's office in town", "the immigration service's office in Dell town")
    assert {one.kind for one in heard(parser, "rush transcript", here) if one.name == "Ruben Alder"} == {"agency"}


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("CBP: the boats are tagged in a day.", "CBP", "agency"),
        ("1. CBP: the boats are tagged in a day.", "CBP", "agency"),
        ("NOTE: the boats are tagged in a day.", "", ""),
        ("TSA: the boats are tagged in a day.", "", ""),
    ],
)
def test_notes_call_offices_by_the_letters_of_those_present(parser: Any, text: str, name: str, kind: str) -> None:
    last = heard(parser, "Notes of call", NOTES + text)[-1]
    assert (last.name, last.kind) == (name, kind)
