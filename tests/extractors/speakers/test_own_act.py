"""What the writer of notes or a log told somebody, without a word for himself, and what he was told; sentences of our own."""

from __future__ import annotations

from typing import Any

import pytest

from pipeline.extractors.cueing.grammar import view_of
from pipeline.extractors.sides import handed_on
from pipeline.extractors.sides.standing import READING, Standing
from pipeline.extractors.speakers import hearing, speaker
from pipeline.records.document import Document

AGENCIES = ("ICE", "Harbor Guard")
READ = Standing("reported", "", READING)  # as the model takes what one tells another


def answered(parser: Any, text: str, author: str = "", kind: str = "") -> tuple[str, str, str]:
    """(who answers, his kind, the status) of the last sentence of notes that nobody, or the author, signed."""
    paper = Document("d", "r", "f", 1, 1, "memo", "Harbor log", "", "", "", author, kind, (), (), "internal", "", "", "", 1.0)
    listener = hearing.Listener(paper, AGENCIES)
    views = [view_of(sentence) for sentence in parser.parse(text)]
    heard = [listener.hear(view, False) for view in views][-1]
    at = speaker.heart(views[-1], heard.frames)
    held = speaker.around(heard.frames, at)
    who, relayed, _ = hearing.who(heard, held, views[-1])
    status = handed_on.status_of(READ, heard, held, who, relayed, at[-1], views[-1], "memo", AGENCIES)
    return who.name, who.kind, status


@pytest.mark.parametrize(
    "text",
    [
        "Told the harbor master plainly: boats that are moored may stay.",
        "Advised the pier that it may turn the boats away.",
        "Explained to the clerk of the port: the town pays nothing for the buoys.",
        "4/7 Assured the captain that what we send him is a request.",
        "0930 Reminded the night watch that every boat has to be held.",
        "Made clear to him: your pier is in the plan and stays in it.",
        "1015 Watchman at Dorn. Told him that the boats need not be held.",
        "Let the captain know that he is not obliged to keep any boat for us.",
        "Rang the pier and told the watchman that no fee is due.",
        "Met with the mayor and explained to her that the logs are not kept.",
        "Then wrote the mayor: no paper is needed.",
    ],
)
def test_what_the_writer_told_somebody_is_his_own_statement(parser: Any, text: str) -> None:
    assert answered(parser, text)[2] == "asserted"
    assert answered(parser, text, "Pier desk", "agency") == ("Pier desk", "agency", "asserted")


@pytest.mark.parametrize(
    "text",
    [
        "Was told that the town may leave.",
        "Told that the towns may leave at any time.",
        "Told me that nobody had asked him.",
        "Were informed that no fee is due.",
        "Told by the Harbor Guard that the towns may leave.",
        "The sheriff told me that nobody had asked him.",
        "Heard from the jail that it is not paid.",
        "0930 Mayor Ashe says that her town was never asked.",
        "Watchman told us that no fee is due.",
        "Asked about it, the mayor told the board that the town pays.",
    ],
)
def test_what_the_writer_was_told_is_anothers(parser: Any, text: str) -> None:
    assert answered(parser, text)[2] == "reported"
    assert answered(parser, text, "Pier desk", "agency")[0] != "Pier desk"


def test_what_another_is_said_to_say_within_it_stays_anothers(parser: Any) -> None:
    assert answered(parser, "Told the captain that the mayor says that her town pays.", "Pier desk", "agency")[0] == "the mayor"
