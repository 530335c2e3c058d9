"""Transcripts in which a speaker's name is withheld, and annexes to what somebody said; papers of our own."""

from __future__ import annotations

from typing import Any

import pytest

from pipeline.extractors.cueing.grammar import view_of
from pipeline.extractors.speakers import annexes, hearing, masked, speaker
from pipeline.extractors.speakers.roster import roster_of
from pipeline.extractors.speakers.sources import Source
from pipeline.records.document import Document

AGENCIES = ("ICE", "Harbor Guard")
MASKS = ("(b)(6), (b)(7)(C):", "Mr. [name withheld].", "██████ ████:", "[REDACTED]:", "Ms. (b)(6).")


def heard(parser: Any, text: str, author: str = "", kind: str = "") -> list[tuple[str, Source]]:
    paper = Document("d", "r", "f", 1, 1, "other", "Harbor talk", "", "", "", author, kind, (), (), "", "", "", "", 1.0)
    listener = hearing.Listener(paper, AGENCIES, roster_of("Harbor talk", (text,), AGENCIES))
    found = []
    for sentence in parser.parse(text):
        view = view_of(sentence)
        one = listener.hear(view, False)
        source = hearing.who(one, speaker.around(one.frames, speaker.heart(view, one.frames)), view)[0]
        found.append((sentence.text.strip(), source))
    return found


def of(found: list[tuple[str, Source]], words: str) -> Source:
    return next(source for text, source in found if words in text)


RADIO = """RADIO DORN, TRANSCRIPT OF MAY 3
HOST: Good morning. {intro}
{mask} Glad to be here.
HOST: So the boats were never asked for. You simply took them?
{mask} We ask every captain first. The fee is ours.
HOST: And the logs are kept for ever.
{mask} The logs are destroyed each year.
"""


@pytest.mark.parametrize("mask", MASKS)
def test_a_masked_name_keeps_the_speakers_apart_and_the_guests_office_answers(parser: Any, mask: str) -> None:
    found = heard(parser, RADIO.format(mask=mask, intro="With me is a spokesman for the Harbor Guard."))
    assert of(found, "every captain first").kind == "agency"
    assert "Harbor Guard" in of(found, "The fee is ours").name
    assert of(found, "destroyed each year").kind == "agency"
    assert of(found, "never asked for").kind == "press"
    assert of(found, "kept for ever").kind == "press"


@pytest.mark.parametrize(
    ("intro", "kind"),
    [
        ("Our guest today is the sheriff of Dorn County.", "local"),
        ("We are joined now by a lawyer of the Pier Workers Coalition.", "advocate"),
        ("I am talking to the Harbor Guard's press officer.", "agency"),
        ("It is a fine day.", ""),  # nobody is introduced
        ("With me is a man from the pier.", ""),
        ("With me is the sheriff of Dorn County and the Harbor Guard's captain. Joining us is the Harbor Guard.", ""),  # which?
    ],
)
def test_whose_office_speaks_is_told_by_the_introduction(parser: Any, intro: str, kind: str) -> None:
    found = heard(parser, RADIO.format(mask="(b)(6):", intro=intro), "Radio Dorn", "press")
    assert of(found, "every captain first").kind == kind


def test_the_list_of_those_who_take_part_tells_it_too(parser: Any) -> None:
    text = "Host: Ann Roe. Guest: ███ ██████, Harbor Guard.\n" + RADIO.format(mask="██████ ██:", intro="Let us begin.")
    assert of(heard(parser, text), "every captain first").kind == "agency"


def test_an_office_beside_the_mark_is_that_speakers(parser: Any) -> None:
    found = heard(parser, RADIO.format(mask="[name withheld] (Dorn County Sheriff):", intro="With me is the Harbor Guard."))
    assert of(found, "every captain first").kind == "local"


@pytest.mark.parametrize("title", ["Assemblyman", "Councilwoman", "Delegate", "Supervisor", "Vice Chair"])
def test_a_members_question_is_not_the_guests(parser: Any, title: str) -> None:
    text = f"""HEARING ON HARBORS
{title} PORTER. Our next witness is from the Harbor Guard, its deputy director.
Mr. [name withheld]. The fee is ours.
{title} PORTER. I am told that the logs are kept. The town pays for it all.
Mr. [name withheld]. It does not.
"""
    found = heard(parser, text, "Harbor Committee", "state")
    assert of(found, "The fee is ours").kind == "agency"
    assert "PORTER" in of(found, "The town pays").name


def test_of_two_masked_speakers_the_one_who_is_asked_answers(parser: Any) -> None:
    text = """TRANSCRIPT OF A CALL
Guest: a spokesman for the Harbor Guard.
(b)(6): Do you ask the captains?
(b)(6): We ask every captain first.
(b)(6): It is said that the logs are kept.
(b)(6): They are not.
"""
    found = heard(parser, text, "Radio Dorn", "press")
    assert of(found, "every captain first").kind == "agency"
    assert of(found, "the logs are kept").kind == ""


@pytest.mark.parametrize(
    "text",
    ["[applause].", "NOTE: the boats are old.", "[see map]: the boats are old.", "(b) the boats are old.", "7. The boats."],
)
def test_what_only_looks_like_a_masked_label_is_none(text: str) -> None:
    assert masked.LABEL.match(text) is None


HEARING = """HEARING ON HARBORS
STATEMENT OF PAT HALE, ASSISTANT DIRECTOR, HARBOR GUARD
Mr. HALE. The boats are old.
Senator WYNN. They are new.
{head}
The fee is paid by the town.
"""


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        ("ANNEX A TO THE STATEMENT OF MR. HALE", "agency"),
        ("EXHIBIT 2 TO THE WRITTEN TESTIMONY OF PAT HALE", "agency"),
        ("ATTACHMENT TO MR. HALE'S REMARKS", "agency"),
        ("Annex B to the Statement of Mr. Hale", "agency"),
        ("EXHIBIT 4", ""),  # nobody's that is known
        ("Mr. HALE. As Annex A to the statement of Senator Wynn shows, the boats are old.", "agency"),
    ],
)
def test_an_annex_to_a_statement_is_his_whose_statement_it_is(parser: Any, head: str, kind: str) -> None:
    found = heard(parser, HEARING.format(head=head), "Senate Committee on Harbors", "congress")
    assert of(found, "paid by the town").kind == kind
    assert of(found, "They are new").kind == "congress"


@pytest.mark.parametrize(
    "text",
    [
        "Exhibit B shows that the boats are old.",
        "Exhibit B to the agreement says so.",
        "Exhibit 3 to the declaration of Ann Roe shows that the boats are old.",
        "Attachments are below.",
        "Annex A is late.",
        "ATTACHMENT: two pages",
    ],
)
def test_what_only_speaks_of_an_annex_heads_none(text: str) -> None:
    assert annexes.heading_in(text) is None
