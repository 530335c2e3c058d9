"""What one file of a release tells of the senders of another's mails."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent))

from drawn_page import file, page

from pipeline.meeting import met
from pipeline.records.document import Met, Numbering
from pipeline.records.source import File, Release
from pipeline.stages.number import number
from pipeline.stages.segment import Params, segment
from pipeline.units import Corpus

GUARD = Release("r", agency="U.S. Coast and Harbor Guard", component="Ferry Checks")
HEAD = "From: {}\nSent: Monday, March 1, 2010 9:00 AM\nTo: Poe, Alice\nSubject: Boats\n\n{}\n"
PLAIN = HEAD.format("Rapp, Marc A", "The boats are late again.")
SIGNED = HEAD.format("Rapp, Marc", "It is done.\n\nMarc Rapp\nBranch Chief\nU.S. Coast and Harbor Guard")
STRANGER = HEAD.format("Moe, Ann", "It is done.\n\nAnn Moe\nMarlow County Sheriff's Office")


def test_a_file_notes_whom_its_mails_name_and_of_whom_it_asks() -> None:
    found = number((page(SIGNED, 1), page(STRANGER, 2), page(HEAD.format("Loe, Ben", "No."), 3)), GUARD)
    assert Met("marc rapp", "agency") in found.met
    assert Met("ann moe", "local") in found.met
    assert "ben loe" in found.asked
    assert "marc rapp" not in found.asked


@pytest.mark.parametrize(
    ("people", "kind"),
    [
        ((Met("marc rapp", "agency"),), "agency"),
        ((Met("marc rapp", "local"),), "local"),
        ((Met("marc rapp", "agency"), Met("marc rapp", "local")), ""),
        ((Met("mona rapp", "agency"),), ""),
        ((), ""),
    ],
)
def test_what_other_files_tell_of_a_sender_holds_here(people: tuple[Met, ...], kind: str) -> None:
    made = segment(file(), GUARD, (page(PLAIN, 1),), Params(), people=people)
    assert made.documents[0].author_kind == kind
    assert made.messages[0].sender_kind == kind


def test_what_the_mail_itself_tells_stands() -> None:
    made = segment(file(), GUARD, (page(STRANGER, 1),), Params(), people=(Met("ann moe", "agency"),))
    assert made.documents[0].author_kind == "local"


class Seen:
    """Stands in for a walk that has numbered these files."""

    def __init__(self, found: dict[str, Numbering]) -> None:
        self._found = found

    def record(self, stage: str, name: str) -> Numbering | None:
        return self._found.get(name)


def test_files_ask_one_another_within_their_release_only() -> None:
    released = zip("abcd", "rrrs", strict=True)
    files = tuple(File(name, release, f"{name}.pdf", "0" * 64, 1, "application/pdf") for name, release in released)
    found = {
        "a": Numbering(1, (), (Met("marc rapp", "agency"),), ("ben loe",)),
        "b": Numbering(1, (), (), ("marc rapp", "ben loe")),
        "c": Numbering(1, (), (Met("marc rapp", "local"), Met("ben loe", "state")), ()),
        "d": Numbering(1, (), (), ("marc rapp",)),
    }
    corpus = Corpus((GUARD, Release("s")), files, {}, (), (), Path())
    told = met(Seen(found), corpus)  # type: ignore[arg-type]
    assert told["a"] == (Met("ben loe", "state"),)
    assert told["b"] == (Met("ben loe", "state"), Met("marc rapp", "agency"), Met("marc rapp", "local"))
    assert told["c"] == told["d"] == ()
    assert met(Seen(found), corpus, frozenset("c"))["b"] == (Met("marc rapp", "agency"),)  # type: ignore[arg-type]
    assert met(Seen({}), corpus)["a"] == ()  # type: ignore[arg-type]
