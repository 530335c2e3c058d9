"""Papers that begin below a document: their rows, and that a claim in one is cited as theirs."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from tiny_edition import PRESS, XSS

from db.building.parts import rows_of
from db.citations.cite import sources
from pipeline.records.document import Document, Message, Part, Segmentation

WHOLE = Document("d", "r", "f", 1, 2, "letter", "Letter", "2010", "year", "text", "Clerk", "local", (), (), "", "", "", "", 1.0)


def mail(position: int, date: str) -> Message:
    return Message(
        "m", "d", position, 0, "f-p2", 7, 9, "f-p2", 20, "header", "Roe", ("Poe",), (), "Fees", date, date and "day", ""
    )


@pytest.fixture
def db(folder: Path) -> sqlite3.Connection:
    made = sqlite3.connect(folder / "foia.db")
    made.row_factory = None
    return made


def test_a_claim_in_a_paper_below_is_cited_as_that_papers(db: sqlite3.Connection) -> None:
    told = {quote: key for key, quote in db.execute("SELECT id, quote FROM claims")}
    (inside,), (above,) = sources(db, told[PRESS[6]]), sources(db, told[PRESS[4]])
    assert inside.author.startswith("Clerk") and inside.date == "2010-09-01" and inside.document_kind == "letter"
    assert XSS in inside.title
    assert above.author.startswith("Press Office") and above.date == "2010-08-17" and above.document_kind == "press"


def test_only_claims_in_such_papers_have_a_row(db: sqlite3.Connection) -> None:
    held = {quote for (quote,) in db.execute("SELECT c.quote FROM claim_papers w JOIN claims c ON c.id = w.claim_id")}
    assert held == {PRESS[6]}


def test_the_rows_of_parts_say_whose_the_text_is() -> None:
    below, nobody = (
        Part("f-p1", 5, replaced(author="Mayor")),
        Part("f-p2", 0, replaced(author="", author_kind="", date=""), nobody=True),
    )
    clip = Part("f-p2", 1, replaced(kind="other", title="Towns choose", author="", author_kind="", date=""))
    goes_on = Part("f-p2", 3, WHOLE)
    rows = list(rows_of(Segmentation((WHOLE,), (), parts=(below, nobody, clip, goes_on))))
    assert [(row["page_no"], row["start"], row["goes_on"], row["kind"], row["author"]) for row in rows] == [
        (1, 5, 0, "letter", "Mayor"), (2, 0, 0, "", ""), (2, 1, 0, "other", ""), (2, 3, 1, "letter", "Clerk"),
    ]  # fmt: skip
    assert [row["title"] for row in rows] == ["Letter", "", "Towns choose", "Letter"]


@pytest.mark.parametrize(
    ("kind", "position", "date", "dated"),
    [
        ("letter", 1, "", ""),
        ("letter", 1, "2009-05-04", "2009-05-04"),
        ("email", 1, "", "2010"),
        ("email", 1, "2009-05-04", "2009-05-04"),
        ("email", 0, "2009-05-04", None),
    ],
)
def test_a_quoted_mail_without_a_day_is_about_of_the_mail_that_quotes_it(
    kind: str, position: int, date: str, dated: str | None
) -> None:
    found = [row["date"] for row in rows_of(Segmentation((replaced(kind=kind),), (), (mail(position, date),)))]
    assert found == ([] if dated is None else [dated])


def replaced(**fields: object) -> Document:
    return replace(WHOLE, **fields)  # type: ignore[arg-type]
