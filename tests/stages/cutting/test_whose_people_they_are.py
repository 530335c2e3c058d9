"""Whose people somebody is by what stands beside him, greetings and rows that are no labels, and papers by their own heads."""

from __future__ import annotations

from typing import Any

import pytest
from drawn_page import file, page

from pipeline.extractors.cueing.grammar import view_of
from pipeline.extractors.speakers.kinds import kind_of
from pipeline.extractors.speakers.persons import acting
from pipeline.extractors.speakers.roster import NO_ROSTER, roster_of
from pipeline.extractors.speakers.sources import Source, Voices, source_at
from pipeline.extractors.speakers.speaker import frames_in
from pipeline.extractors.speakers.turns import Turns
from pipeline.patterns.openings.examined import witness_of_head
from pipeline.patterns.openings.headers import people
from pipeline.patterns.openings.notes_below import noted_by
from pipeline.patterns.openings.opening import opening_of
from pipeline.patterns.writers.announced import house_of_headline
from pipeline.patterns.writers.parties import speaker_kind
from pipeline.records.post import Post
from pipeline.records.source import Release
from pipeline.stages.cutting.whose import written_by
from pipeline.stages.cutting.writers import own_names
from pipeline.stages.segment import Params, segment

GUARD = Release("r", agency="U.S. Coast and Harbor Guard", component="Ferry Checks")
OWN = own_names(GUARD)
CLERK = Voices(Source("Clerk", "local"))
LOG = "The scale at the ferry was read again on Monday and was found to be right within an ounce, which was put in the log.\n" * 3


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Harbor Migrants Defense Project", "advocate"),
        ("Dell Workers' Center", "advocate"),
        ("Dell Law Enforcement Center", ""),
        ("the State's sheriffs' association", "local"),
        ("Deputy Sheriffs' Association", "advocate"),
        ("League of Cities", "local"),
    ],
)
def test_houses_are_told_by_their_cause(words: str, kind: str) -> None:
    assert kind_of(words, ("Guard",)) == kind


def test_the_director_of_a_house_that_nothing_tells_is_of_no_kind(parser: Any) -> None:
    def kind(text: str, voices: Voices = CLERK) -> str:
        view = view_of(parser.parse(text)[0])
        found = source_at(view, next(token.head for token in view.tokens if token.text in ("Ruth", "executive")), voices, ())
        return found.kind if found else "?"

    assert kind("So said Ruth Orrin, the Project's executive director.") == ""
    voices = Voices(Source("Pier Defense Project", "advocate"))
    assert kind("So said Ruth Orrin, the Project's executive director.", voices) == "advocate"


def test_whoever_talked_is_meant_behind_the_colon(parser: Any) -> None:
    text = "1/13 call with Governor's counsel: she holds that passes are optional."
    view = view_of(parser.parse(text)[0])
    at = next(token for token in range(len(view.tokens)) if view.lower[token] == "she")
    found = source_at(view, at, Voices(Source("Clerk", "local"), last=Source("Sheriff Roe", "local")), ())
    assert found is not None and found.kind == "state"
    view = view_of(parser.parse("Called Meeks. ")[0])
    assert (called := acting(view, CLERK, (), {})) and called.name == "Meeks"
    assert acting(view_of(parser.parse("Called it a day.")[0]), CLERK, (), {}) is None


def _owners(parser: Any, lines: tuple[str, ...], title: str = "", reader: str = "") -> list[str]:
    turns = Turns(title, NO_ROSTER)
    voices = Voices(Source("Clerk", "local"), reader=Source(reader, "") if reader else None)
    found = []
    for line in lines:
        owner = turns.next(view_of(parser.parse(line)[0]), voices, (), not line.startswith(" "))
        found.append(owner.name if owner else "")
    return found


def test_a_mail_that_greets_in_its_first_line_labels_nobody(parser: Any) -> None:
    line = "Ms. Varga: The board asked me to write."
    assert _owners(parser, (line,), reader="Varga, Lena M") == [""]
    assert _owners(parser, (line,), reader="Moss, Ida") == ["Ms. Varga"]


def test_places_head_the_rows_of_a_weekly_report(parser: Any) -> None:
    lines = ("- Dorn Co.: it is late and none was asked.", "- Dorn Co.: it is late and we were not asked.")
    assert [_owners(parser, (line,), title="WEEKLY SUMMARY") for line in lines] == [[""], ["Dorn Co."]]
    assert [_owners(parser, (line,), title="Call of May 3") for line in lines] == [["Dorn Co."], ["Dorn Co."]]


def test_an_empty_line_ends_the_item_of_a_list(parser: Any) -> None:
    lines = ("- Sheriff: it is late.", "- Warden: it is not.", "- Chief: it may be.", "It was read at noon.")
    assert _owners(parser, lines)[-1] == ""


def test_those_who_talk_in_turn_are_told_by_titles() -> None:
    said = (
        "DELL STATE SENATE\nCOMMITTEE ON PORTS\n\nSENATOR ORR: Who are you?\n"
        "MR. QUARLES: Philip Quarles, I am chief of staff of the Guard.\n"
        "SENATOR MOSS: Is it free?\nMR. QUARLES: It is.\nCAPTAIN BRILL: It is not.\n"
    )
    roster = roster_of("", (said,), ("Guard",))
    assert roster.taken_down and roster.body == "state"
    assert roster.named["QUARLES"].kind == "agency"


def test_a_release_is_the_house_of_its_headline() -> None:
    title = "PIER DEFENSE PROJECT: NEW FIGURES"
    assert house_of_headline(title, f"{title}\n\nDELL - Half paid, the Pier Defense Project said today.", OWN) == (
        "Pier Defense Project",
        "advocate",
    )
    assert house_of_headline(title, f"{title}\n\nDELL - Half paid, the Governor said today.", OWN) == ("", "")


@pytest.mark.parametrize("who", ["Sheriff Marl", "Harbor Officials", "Coast and Harbor Guard", "Senator Orr"])
def test_of_persons_and_of_the_house_itself_anybodys_release_may_tell(who: str) -> None:
    title = f"{who}: half paid"
    assert house_of_headline(title, f"{title}\n\nDELL - {who} said today that half was paid.", OWN) == ("", "")


@pytest.mark.parametrize(
    ("phrase", "kind"),
    [
        ("Dell Senate Committee on Ports", "state"),
        ("staff of the Marl Senate Subcommittee", "state"),
        ("two Senate committees", "congress"),
        ("Another Senate committee", "congress"),
        ("the powerful Senate committee", "congress"),
        ("Joint Senate Committee", "congress"),
    ],
)
def test_a_senates_committee_is_a_states_by_its_name(phrase: str, kind: str) -> None:
    assert kind_of(phrase, ("Guard",)) == kind


def test_the_chief_witness_of_plaintiffs_is_no_chief() -> None:
    assert kind_of("the plaintiffs' chief witness", ("Guard",)) != "local"
    assert kind_of("the plaintiff's own chief", ("Guard",)) == "local"
    assert kind_of("Plaintiff's police chief", ("Guard",)) == "local"


def test_a_numbered_opinion_is_dated_and_signed_at_its_head() -> None:
    head = "STATE OF DELL OFFICE OF THE ATTORNEY GENERAL\n\nOPINION NO. 11-04        May 20, 2011\n\n"
    by = "Requested by:  Governor Orr\nOpinion by:  Edwin Quarles, Attorney General\n\nTHE GOVERNOR has asked for it.\n\n"
    assert opening_of(f"{head}{by}{LOG}").dated.date == "2011-05-20"
    found = segment(file(), GUARD, (page(f"{head}{by}{LOG}", 1),), Params()).documents[0]
    assert (found.author_kind, found.date) == ("state", "2011-05-20")


def test_minutes_are_by_whoever_submits_them() -> None:
    head, foot = "CITY OF DELL\nCITY COUNCIL - REGULAR MEETING\nTuesday, November 9, 2010", "Respectfully submitted,\nOlive Orrin"
    found = segment(file(), GUARD, (page(f"{head}\n\n{LOG}\n{foot}\nCity Clerk\n", 1),), Params())
    assert found.documents[0].author == "Olive Orrin, City Clerk"


def test_notes_are_his_whom_the_paper_above_names() -> None:
    assert noted_by("ORRIN'S NOTES ON CALL BACK", ("Undersheriff Orrin",)) == "Undersheriff Orrin"
    assert noted_by("ORRIN'S NOTES", ("Sheriff Moss",)) == noted_by("ORRIN'S FERRY", ("Sheriff Orrin",)) == ""
    assert people("Undersheriff Orrin     FAX: 555-200-0177") == ("Undersheriff Orrin",)


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("a@cityofdell.org", "local"),
        ("a@dellpd.org", "local"),
        ("a@ci.dell.ca.us", "local"),
        ("a@ag.ohio.gov", "state"),
        ("a@med.va.gov", "agency"),
        ("a@policeunion.org", "advocate"),
    ],
)
def test_hosts_of_cities_and_states(address: str, kind: str) -> None:
    assert speaker_kind(address) == kind


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("I spoke with Moss at the Guard on Friday.", "Moss", "agency"),
        ("I spoke with Moss on Friday.", "Moss", ""),
    ],
)
def test_his_line_is_that_of_the_one_met(parser: Any, text: str, name: str, kind: str) -> None:
    met = acting(view_of(parser.parse(text)[0]), CLERK, ("Guard",), {})
    assert met is not None and (met.name, met.kind) == (name, kind)
    view = view_of(parser.parse("His line is that passes are due.")[0])
    frames = frames_in(view, Voices(Source("Clerk", "local"), persons=(met,)), ("Guard",))
    assert [(one.source.name, one.source.kind) for one in frames if one.source] == [(name, kind)]


def test_your_predecessor_is_of_your_house(parser: Any) -> None:
    view = view_of(parser.parse("Your predecessor said so.")[0])
    found = source_at(view, 1, Voices(Source("Clerk", "state"), reader=Source("Ida Moss, Guard", "agency")), ())
    assert found is not None and found.kind == "agency"


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("DELL SENATE COMMITTEE ON PORTS", "state"),
        ("U.S. Senate Committee on Ports", "congress"),
        ("Senate Committee on Ports", "congress"),
        ("Dell Civil Rights League", "advocate"),
        ("Dell League of Cities", ""),
    ],
)
def test_senates_of_states_and_leagues(words: str, kind: str) -> None:
    assert speaker_kind(words) == kind


def test_whoever_is_heard_is_not_the_committee_that_hears_him() -> None:
    head = "STATEMENT OF ELENA ORRIN\nDIRECTOR, DELL PIER LEAGUE\nBEFORE THE HOUSE COMMITTEE ON PORTS\nMAY 3, 2011\n\n"
    found = segment(file(), GUARD, (page(f"{head}Chairman Moss and members of the Committee:\n\n{LOG}", 1),), Params()).documents[
        0
    ]
    assert found.author.startswith("ELENA ORRIN") and found.author_kind == "advocate"


def test_a_running_head_with_the_sort_of_examination_names_the_witness() -> None:
    said = " 1   RAYMOND QUARLES - DIRECT\n 2  Q.  Is it late?\n 3  A.  It is.\n 4  Q.  Who said so?\n 5  A.  I did.\n"
    assert witness_of_head((said,)) == "RAYMOND QUARLES"
    assert witness_of_head((" 1   RAYMOND QUARLES\n 2  Q.  Is it late?\n",)) == ""


def test_a_line_of_those_copied_is_no_author() -> None:
    head = "WEEKLY ACTIVITY REPORT\nRegion 5, week ending November 19, 2010. By █████. Copies:\nPort Office, Dell Sub-Office"
    assert "Port Office" not in segment(file(), GUARD, (page(f"{head}\n\n{LOG}", 1),), Params()).documents[0].author


def test_a_governor_signs_with_the_name_in_his_letterhead() -> None:
    head = "State of Dell\nJudith Moss, Governor\nExecutive Office, Orrin\n\nJuly 7, 2011\n\nIda Roe, Director\nPier Office"
    found = segment(file(), GUARD, (page(f"{head}\n\nDirector Roe,\n\n{LOG}\nJudith Moss\n", 1),), Params()).documents[0]
    assert found.author == "Judith Moss, Governor"


def _said(parser: Any, text: str, title: str = "") -> list[tuple[str, str]]:
    turns, found = Turns(title, NO_ROSTER), []
    for sentence in parser.parse(text):
        owner = turns.next(view_of(sentence), CLERK, ("Guard",), False)
        found.append((owner.name, owner.kind) if owner else ("", ""))
    return found


def test_rows_of_a_log_of_calls_are_of_those_who_called(parser: Any) -> None:
    log = (
        "Mon 4/4  9:15   Sheriff Moss (Dorn Co.). The jail is full.\n"
        "Mon 4/4  2:40   J. Quarles, the Guard. Passes are due.\n"
        "Wed 4/6  4:30   Returned the call. It is late.\n"
    )
    owners = _said(parser, log)
    assert list(dict.fromkeys(owners)) == [
        ("Sheriff Moss (Dorn Co.)", "local"),
        ("J. Quarles, the Guard", "agency"),
        ("", ""),
    ]


def test_lines_of_a_chat_are_of_whoever_stands_before_them(parser: Any) -> None:
    chat = "[16:31] Moss, Ida: Dell wants out again\n[16:32] Quarles, Ada: it can't be\n[16:33] Moss, Ida: it is late\n"
    assert [name for name, _ in _said(parser, chat)] == ["Moss, Ida", "Quarles, Ada", "Moss, Ida"]


def test_each_recital_of_a_resolution_stands_for_itself(parser: Any) -> None:
    text = (
        "WHEREAS, the County was not asked before passes were brought in for the whole of its ferries; and\n"
        "WHEREAS, the Sheriff has reported that half of those who paid lived in the town; and\n"
        "NOW, THEREFORE, BE IT RESOLVED that the Board asks for its money.\n"
    )
    assert len(parser.parse(text)) == 3


def test_a_full_line_of_prose_goes_on_though_all_lines_begin_with_capitals(parser: Any) -> None:
    text = (
        "PIER OFFICE\nMay 3, 2010\nTO: All Clerks\nFROM: Ida Moss\nSUBJECT: Passes\n"
        "Clerks have told the ferrymen two things. In the north an agent wrote that the pass is due. In Dorn\n"
        "County an agent said that it may be left. Tell them this.\n"
    )
    assert "In Dorn County an agent said that it may be left." in [" ".join(one.text.split()) for one in parser.parse(text)]
    listed = "PIER OFFICE\nMay 3, 2010\nTO: All Clerks\nFROM: Ida Moss\nSUBJECT: Passes\nDell Hall\n"
    assert "Dell Hall" in [one.text for one in parser.parse(listed)]


def test_a_plaintiffs_chief_is_the_towns() -> None:
    assert kind_of("Plaintiff's chief", ("Guard",)) == "local"
    assert kind_of("Plaintiff's lawyer", ("Guard",)) == "advocate"


MET = "\n1. Tags\nThe chair asked for one set. Tags were given at six piers.\n\n2. Piers\nNo pier will be opened before July.\n"
DAY = "Minutes, Thursday, May 19, 2011\n"


@pytest.mark.parametrize(
    ("head", "author", "kind"),
    [
        (f"Tagging Steering Group\n{DAY}Present: Hale (chair), Orr, Poe (FBI\nCJIS)\n",
         "Tagging Steering Group (Hale, chair)", ""),
        (f"Tagging Steering Group\n{DAY}Present: Orr, Pat Hale (chair)\n", "Tagging Steering Group (Pat Hale, chair)", ""),
        ("Minutes - Tagging Working Group\nMay 19, 2011\nPresent: Orr, Pat Hale (chair)\n",
         "Tagging Working Group (Pat Hale, chair)", ""),
        # A body of a known house stands for itself; nobody, or several, in the chair; no group; no minutes.
        (f"Dorn County Board\n{DAY}Present: Hale (chair), Orr\n", "Dorn County Board", "local"),
        (f"Dorn County Sheriff's Office\nTagging Steering Group\n{DAY}Present: Hale (chair), Orr\n",
         "Dorn County Sheriff's Office", "local"),
        (f"Friends of the Pier Coalition\n{DAY}Present: Hale (chair), Orr\n", "Friends of the Pier Coalition", "advocate"),
        (f"Tagging Steering Group\n{DAY}Present: Hale, Orr\n", "", ""),
        (f"Tagging Steering Group\n{DAY}Present: Hale (chair), Orr (chair)\n", "", ""),
        (f"Pier Rules\n{DAY}Present: Hale (chair), Orr\n", "", ""),
    ],
)  # fmt: skip
def test_a_group_s_minutes_are_by_whoever_chairs_it(head: str, author: str, kind: str) -> None:
    made = segment(file("a.pdf", "application/pdf"), GUARD, (page(head + MET, 1, ""),), Params()).documents[0]
    assert (made.author, made.author_kind) == (author, kind)


@pytest.mark.parametrize("kind", ["agency", "state", ""])
def test_a_chair_s_post_elsewhere_tells_whose_the_minutes_are(kind: str) -> None:
    head = f"Tagging Steering Group\n{DAY}Present: Hale (chair), Orr\n"
    made = segment(file("a.pdf", "application/pdf"), GUARD, (page(head + MET, 1, ""),), Params()).documents[0]
    posts = (Post("pat", "hale", kind, "Pat Hale, Deputy Director", "g-p1"),)
    assert written_by(made, posts, set()).author_kind == kind
    other = Post("ida", "hale", "local", "Ida Hale, Clerk", "h-p1")
    assert written_by(made, (*posts, other), set()).author_kind == ""
