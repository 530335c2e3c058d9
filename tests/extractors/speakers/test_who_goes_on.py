"""Who "he" and "it" are, who goes on speaking, and what is no speaker at all: crowds, hours of a log, matters to see to, a place
before a release's first sentence, a quotation mark that nothing closes."""

from __future__ import annotations

from typing import Any

import pytest

from pipeline.extractors.cueing.grammar import view_of
from pipeline.extractors.speakers import hearing, speaker
from pipeline.extractors.speakers.roster import roster_of
from pipeline.extractors.subjects import told_when
from pipeline.extractors.subjects.places import places_of
from pipeline.records.document import Document
from pipeline.records.language import Passage
from pipeline.records.topic import Topic

AGENCIES = ("ICE", "DHS")
TOPIC = Topic("t", "T", "", (), (), (), AGENCIES)
Said = tuple[str, str, bool]


def paper(author: str = "", kind: str = "", title: str = "") -> Document:
    return Document("d", "r", "f", 1, 1, "other", title, "2011-01-31", "day", "text", author, kind, (), (), "", "", "", "", 1.0)


def said(parser: Any, text: str, of: Document) -> list[Said]:
    """(speaker, kind, whether it is only handed on), sentence by sentence."""
    listener = hearing.Listener(of, AGENCIES, roster_of(of.title, (text,), AGENCIES))
    found = []
    for place in places_of((Passage("f-p1", 1, text, parser.parse(text), ()),), TOPIC):
        heard = listener.hear(place.sight.view, place.apart)
        frames = speaker.around(heard.frames, speaker.heart(place.sight.view, heard.frames))
        who, relayed, _ = hearing.who(heard, frames, place.sight.view)
        found.append((who.name, who.kind, relayed))
    return found


MINUTES = paper("THE BOARD", "local", "MINUTES OF THE REGULAR MEETING")
PRESS = paper("Kit Orrel", "press")


@pytest.mark.parametrize(
    ("of", "text", "last"),
    [
        (PRESS, "Sheriff Ann Orr leaned on the gate. \"We hold nobody,\" she said.", ("Sheriff Ann Orr", "local")),
        (PRESS, "Sheriff Ann Orr had left. ICE spokesman Dan Fell said no. A woman who gave her name as Pia stood there. "
         "They took him, she said.", ("woman", "")),
        (PRESS, "ICE spokesman Dan Fell denied it. Nobody was asked, she said.", ("", "")),
        (MINUTES, "Sheriff Orr said he had no part in it. He would hold nobody.", ("Sheriff Orr", "local")),
        (MINUTES, "Sheriff Orr said he had no part in it. The cost of a bed he put at $60 a night.", ("Sheriff Orr", "local")),
        (MINUTES, "Sheriff Orr said he had no part in it. Motion (Fell): to send the bill. Carried.", ("THE BOARD", "local")),
        (MINUTES, "Sheriff Orr said it was free. Commissioner Fell thanked him. A town may leave.", ("THE BOARD", "local")),
        (MINUTES, "Sheriff Orr said it was free. Staff will write to the State. A town may leave.", ("THE BOARD", "local")),
        (MINUTES, "Sheriff Orr said it was free. Marlow County pays for beds. A town may leave.", ("Sheriff Orr", "local")),
        (MINUTES, "Sheriff Orr said he had no part in it.\n\nThe bridge was closed for a week.", ("THE BOARD", "local")),
        (paper("Ann Orr", "local"), "Sheriff Fell said he had no part in it. The county paid for it.", ("Ann Orr", "local")),
        (paper("Ann Orr", "local", "Work session notes"), "Captain Fell said he had no part in it. None was paid.",
         ("Captain Fell", "local")),
        (paper("Ann Orr", "local"), "Two ICE officers came at ten. They said that we must hold him.",
         ("Two ICE officers", "agency")),
        (PRESS, '"We were told that it was free," Sheriff Orr said.', ("Sheriff Orr", "local")),
        (PRESS, "Sheriff Orr said that the county had been told that it was free.", ("", "")),
        (paper("Ann Orr", "local"), "0530 He was let go.\n0611 Citizens: two of them came back.", ("Ann Orr", "local")),
        (paper(), "The statement of the Wardens' League was put in the record. It says that nobody was paid.",
         ("Wardens' League", "advocate")),
        (paper("Ida Fell", "local"), "5/4/10 Call with D. Orr (ICE). He said that we may leave.",
         ("D. Orr (ICE)", "agency")),
        (paper("DHS", "agency"), "1. What took place (complainant's own words)\nMy son was ill. They took him.",
         ("complainant", "")),
        (paper("DHS", "agency"), "1. What took place (complainant's own words)\nMy son was ill.\n2. Action\nNone was taken.",
         ("DHS", "agency")),
        (MINUTES, "Sheriff Orr said he had no part in it. Trustee Ida Fell thanked him. Nobody is held.", ("THE BOARD", "local")),
        (MINUTES, "Sheriff Orr said he had no part in it. Counsel will draft a bill. Nobody is held.", ("THE BOARD", "local")),
        (MINUTES, "Sheriff Orr said he had no part in it. The sheriff paid the cooks. Nobody is held.", ("Sheriff Orr", "local")),
        (MINUTES, "Sheriff Orr said he had no part in it. The cooks were paid. Nobody is held.", ("Sheriff Orr", "local")),
        (PRESS, "The petition of the Wardens' League was filed. The memo was issued by ICE. It says that nobody was paid.",
         ("ICE", "agency")),
        (PRESS, "The petition of the Wardens' League was filed. ICE sent a letter. It says that nobody was paid.",
         ("ICE", "agency")),
        (PRESS, "The petition of the Wardens' League was filed. It has nine pages. It says that nobody was paid.",
         ("Wardens' League", "advocate")),
        (PRESS, "The petition of the Wardens' League was filed. Another report came up. It says that nobody was paid.",
         ("Kit Orrel", "press")),
        (paper("DHS", "agency"), "Caller's own account\nMy son was ill.\nStaff remarks below.\nNone was taken.",
         ("DHS", "agency")),
        (paper("DHS", "agency"), "Caller's own account\nMy son was ill. The staff laughed. None was taken.", ("caller", "")),
    ],
)  # fmt: skip
def test_who_it_is_that_goes_on(parser: Any, of: Document, text: str, last: tuple[str, str]) -> None:
    assert said(parser, text, of)[-1][:2] == last


@pytest.mark.parametrize(
    ("text", "name", "relayed"),
    [
        ("Chief Orr said that three women had told his men that they would stay away.", "Chief Orr", True),
        ("Chief Orr said that the sheriff had told his men that they would stay away.", "sheriff", False),
        ("Commissioner Fell noted that Dale County was told by its own State that it is bound.", "Commissioner Fell", True),
        ("Most of them told me that they would leave.", "Ida Fell", True),
        ("Two sheriffs told me that they would leave.", "Two sheriffs", False),
        ("Citizens: bring me all of the files.", "Ida Fell", False),
        ("0417 orr says the cook is his brother.", "orr", False),
    ],
)
def test_a_crowd_or_a_matter_is_no_speaker(parser: Any, text: str, name: str, relayed: bool) -> None:
    who, _, handed_on = said(parser, text, paper("Ida Fell", "local"))[-1]
    assert (who.removeprefix("the "), handed_on) == (name, relayed)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("DELL -- Governor Ann Orr said that the State will leave.", "Governor Ann Orr"),
        ("PORT DELL, Franklin (May 4) -- Governor Ann Orr said that the State will leave.", "Governor Ann Orr"),
        ("ICE -- the State has been told so.", ""),
    ],
)
def test_the_place_before_a_release_does_not_speak(parser: Any, text: str, name: str) -> None:
    assert said(parser, text, paper())[-1][0] == name


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ('The League says: “nine in ten paid nothing." We know better. Half of them paid.', ["League", "Ida Fell", "Ida Fell"]),
        ('The League says: "nine in ten paid nothing. Half of them left." We know better.', ["League", "League", "Ida Fell"]),
        ('The League says that "████ 0417 is a row of a table.\n\nNine boats were kept.', ["League", "Ida Fell"]),
        ('The League says: "Nine in ten paid.\n\n"Half of them left."', ["League", "League"]),
    ],
)
def test_a_quotation_ends_with_its_paragraph(parser: Any, text: str, names: list[str]) -> None:
    assert [name for name, _, _ in said(parser, text, paper("Ida Fell", "agency"))] == names


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Since March 4, 2010 the clerk has said that boats are kept.", "2011-01-31"),
        ("On March 4, 2010 the clerk said that boats are kept.", "2010-03-04"),
        ("The clerk said on March 4 that boats are kept.", "2010-03-04"),
        ("The clerk said in March 2009 that boats are kept.", "2009-03"),
        ("The clerk said in March that boats are kept.", "2010-03"),
        ("Boats are kept, the clerk told the board last year.", "2010"),
        ("Boats are kept, the clerk told the board in January of last year.", "2010-01"),
        ("Boats are kept, the clerk told the board two months ago.", "2010-11"),
        ("Boats are kept, the clerk said yesterday.", "2011-01-30"),
        ("Boats are kept, the clerk said in a letter dated May 2, 2010.", "2010-05-02"),
        ("Boats are kept, the clerk said today, and he remains on course to reach all of the piers by 2013.", "2011-01-31"),
        ("Boats are kept, the clerk said today, and he is on track to reach all of the piers in 2013.", "2011-01-31"),
        ("Boats are kept, the clerk said, and the piers will be reached before May 2, 2012.", "2011-01-31"),
        ("The clerk, elected in 2006, said that boats are kept.", "2011-01-31"),
        ("The clerk, who came in March, said that boats are kept.", "2011-01-31"),
        ("The clerk will say on March 4, 2011 that boats are kept.", "2011-01-31"),
        ("The clerk says that boats were kept in March.", "2011-01-31"),
        ("The clerk plans to tell the board in July that boats are kept.", "2011-01-31"),
        ("The clerk is expected to announce in August that boats are kept.", "2011-01-31"),
        ("The clerk may announce in September that boats are kept.", "2011-01-31"),
    ],
)
def test_a_day_from_which_on_is_no_day_of_a_speech(parser: Any, text: str, day: str) -> None:
    listener = hearing.Listener(paper("Ida Fell", "local"), AGENCIES)
    view = view_of(parser.parse(text)[0])
    frames = listener.hear(view, False).frames
    assert told_when.said_on(view, frames[0] if frames else None, paper())[0] == day


def test_the_month_before_a_name_is_none_of_it(parser: Any) -> None:
    assert said(parser, "Since March ICE has said that boats are kept.", paper())[-1][0] == "ICE"


def test_a_statement_outside_of_all_reports_is_of_the_time_of_its_own_speakers(parser: Any) -> None:
    view = view_of(parser.parse("An official of ICE, Pat Dell, told the board in May that boats are kept.")[0])
    heard = hearing.Listener(paper("Ida Fell", "local"), AGENCIES).hear(view, False).frames
    name = next(one.source.name for one in heard if one.source)
    of = paper("Ida Fell", "local")
    assert told_when.said_on(view, told_when.report_of((), heard, name, of), of)[0] == "2010-05"
    assert told_when.report_of((), heard, "", of) is None and told_when.report_of((), heard, "Ida Fell", of) is None
