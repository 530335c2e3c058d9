"""What one copy of a page shows and another hides: out of every published byte, and with it what rests on it."""

from __future__ import annotations

import sqlite3
from dataclasses import replace

import pytest
from tiny_edition import PRESS, page_of

from db.gate.check import check
from pipeline.records import spans
from pipeline.records.document import Lent, Part
from pipeline.records.finding import Citation, Findings, Withheld


def hidden_in_a_copy(records, text):
    """The records with this text of a page withheld because a copy hides it, and the page's id."""
    page = next(out for (stage, _), out in records.outputs.items() if stage == "read" and text in out.text)
    start = page.text.index(text)
    span = (start, start + len(text))
    held = Withheld(page.id, "hidden-in-copy", *span, text, spans.boxes(page, *span), "another copy of this page hides it")
    records.outputs["relate", "corpus"] = replace(records.outputs["relate", "corpus"], withheld=(held,))
    return page.id


def column(folder, sql, *values, name="foia.db"):
    db = sqlite3.connect(folder / name)
    found = [row[0] for row in db.execute(sql, values)]
    db.close()
    return found


def test_the_words_are_in_no_published_byte_and_kept_in_private(records, publish, tmp_path):
    quote = PRESS[3]
    page_id = hidden_in_a_copy(records, quote)
    publish(records)
    folder = tmp_path / "db"
    files = [path for path in folder.rglob("*") if path.is_file() and path.name != "private.db"]
    assert not any(quote.encode() in path.read_bytes() for path in files)
    assert quote not in column(folder, "SELECT text FROM pages WHERE id = ?", page_id)[0]
    assert column(folder, "SELECT text FROM withheld WHERE kind = 'hidden-in-copy'", name="private.db") == [quote]
    assert not [problem for problem in check(folder) if problem.leak]


def test_a_claim_that_rests_on_them_and_its_pairs_are_left_out_and_others_stay(records, publish, folder, tmp_path):
    before = column(folder, "SELECT quote FROM claims")
    pairs = column(folder, "SELECT id FROM contradictions")
    resting = column(
        folder,
        "SELECT x.id FROM contradictions x JOIN claims c ON c.id IN (x.left_claim_id, x.right_claim_id) WHERE c.quote = ?",
        PRESS[3],
    )
    hidden_in_a_copy(records, PRESS[3])
    publish(records)
    assert sorted(column(tmp_path / "db", "SELECT quote FROM claims")) == sorted(quote for quote in before if quote != PRESS[3])
    assert resting and set(column(tmp_path / "db", "SELECT id FROM contradictions")) == set(pairs) - set(resting)


def test_where_no_copy_hides_anything_all_claims_are_published(records, publish, folder, tmp_path):
    publish(records)
    assert column(tmp_path / "db", "SELECT id FROM claims ORDER BY id") == column(folder, "SELECT id FROM claims ORDER BY id")


SHORT = "plan to leave the task force"


def with_subject(records, subject, lines):
    """The records with a first file of which the mail has this subject, printed on its page as these lines."""
    mail = records.files[0]
    page = page_of(records, mail, 1, lines)
    records.outputs["screen", mail.id] = ()
    found = records.outputs["segment", mail.id]
    documents = (replace(found.documents[0], title=subject), *found.documents[1:])
    messages = (replace(found.messages[0], subject=subject, start=0, header_end=len(page.text), end=len(page.text)),)
    quoted = replace(messages[0], id="message-2", position=1, start=1)
    below = Part(page.id, len(page.text), replace(documents[0], author="Clerk"))
    records.outputs["segment", mail.id] = replace(found, documents=documents, messages=(*messages, quoted), parts=(below,))
    at = page.text.find("8 U.S.C. 1357(g)")
    cited = (Citation(page.id, at, at + 16, "8 U.S.C. 1357(g)", "8 U.S.C. § 1357(g)", "usc"),) if at >= 0 else ()
    records.outputs["find", mail.id] = Findings((), (), cited)
    for key in [key for key in records.outputs if key[0] == "claims" and key[1].startswith(documents[0].id)]:
        del records.outputs[key]
    for key in [key for key in records.outputs if key[0] in ("compare", "leads")]:
        del records.outputs[key]
    kin = records.outputs["relate", "corpus"]
    threads = tuple(replace(one, subject=subject) for one in kin.threads)
    records.outputs["relate", "corpus"] = replace(kin, threads=threads, differences=())
    return page


def heads(folder):
    found = []
    for sql in ("title FROM documents", "subject FROM messages", "title FROM parts", "subject FROM threads"):
        found += column(folder, f"SELECT {sql}")
    return found


def test_a_short_subject_that_a_copy_hides_is_no_title_either(records, publish, tmp_path):
    with_subject(records, SHORT, ("From: Field Office Liaison", f"Subject: {SHORT}", "", "The clerk answers tomorrow."))
    hidden_in_a_copy(records, SHORT)
    publish(records)
    folder = tmp_path / "db"
    files = [path for path in folder.rglob("*") if path.is_file() and path.name != "private.db"]
    assert not any(SHORT.encode() in path.read_bytes() for path in files)
    assert "" in heads(folder)


def test_a_subject_of_which_a_part_is_hidden_goes_whole(records, publish, tmp_path):
    with_subject(records, SHORT, ("From: Field Office Liaison", f"Subject: {SHORT}", "", "The clerk answers tomorrow."))
    hidden_in_a_copy(records, "leave the task")
    publish(records)
    assert not [one for one in heads(tmp_path / "db") if "leave the" in one]


def test_a_subject_that_the_file_also_prints_openly_stays(records, publish, tmp_path):
    lines = ("From: Field Office Liaison", f"Subject: {SHORT}", "", "The clerk answers tomorrow.", f"On the {SHORT} see below.")
    with_subject(records, SHORT, lines)
    hidden_in_a_copy(records, SHORT)
    publish(records)
    assert heads(tmp_path / "db").count(SHORT) >= 4


def test_other_words_that_a_copy_hides_leave_the_subject(records, publish, tmp_path):
    with_subject(records, SHORT, ("From: Field Office Liaison", f"Subject: {SHORT}", "", "The clerk answers tomorrow."))
    hidden_in_a_copy(records, "clerk answers")
    publish(records)
    assert heads(tmp_path / "db").count(SHORT) >= 4


@pytest.mark.parametrize(("hidden", "left"), [("1357", 0), ("clerk answers", 1)])
def test_a_citation_in_what_a_copy_hides_is_not_listed(records, publish, tmp_path, hidden, left):
    with_subject(records, SHORT, ("From: Field Office Liaison", f"Subject: {SHORT}", "", "The clerk answers 8 U.S.C. 1357(g)."))
    hidden_in_a_copy(records, hidden)
    publish(records)
    assert len(column(tmp_path / "db", "SELECT id FROM citations")) == left


def lent_to_the_next_file(records):
    """The records with the second file's first paper lent the subject of the first file's mail."""
    mail, then = records.files[:2]
    paper = records.outputs["segment", then.id].documents[0]
    told = replace(paper, title=SHORT, date_basis="continued")
    records.outputs["lend", told.release_id] = (Lent(told, (), (mail.id,)),)


@pytest.mark.parametrize(("hidden", "stays"), [(SHORT, 0), ("leave the task", 0), ("clerk answers", 1)])
def test_a_subject_that_a_copy_hides_is_lent_to_no_paper_of_the_next_file(records, publish, tmp_path, hidden, stays):
    with_subject(records, SHORT, ("From: Field Office Liaison", f"Subject: {SHORT}", "", "The clerk answers tomorrow."))
    lent_to_the_next_file(records)
    hidden_in_a_copy(records, hidden)
    publish(records)
    bases = "SELECT title FROM documents WHERE date_basis = 'continued'"
    assert column(tmp_path / "db", bases) == [SHORT if stays else ""]
