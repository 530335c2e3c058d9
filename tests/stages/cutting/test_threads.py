"""Threads of emails: what belongs together, and what only looks so."""

from __future__ import annotations

import pytest
from drawn_page import RELEASE, file, page

from pipeline.records.document import Thread
from pipeline.stages.cutting.threads import mail_of, person_key, threads
from pipeline.stages.segment import Params, segment

ASK = "From: Poe, Al\nSent: Monday, March 1, 2010 9:00 AM\nTo: Roe, Jane\nSubject: {subject}\n\n{body}"
ANSWER = "From: Roe, Jane\nSent: Tuesday, March 2, 2010 8:00 AM\nTo: Poe, Al\nSubject: {subject}\n\n{body}"
BODY = "Could the toll keeper say before Friday whether the fee falls due at the gate or at the port of the county?"


def threaded(*texts: str) -> tuple[Thread, ...]:
    records = []
    for index, text in enumerate(texts):
        name = f"{index:016d}"
        pages = (page(text, file_id=name),)
        found = segment(file(file_id=name), RELEASE, pages, Params())
        records += [(document, pages, found.messages) for document in found.documents]
    mails = [mail_of(*one) for one in records if one[0].kind == "email"]
    assert threads(reversed(mails)) == threads(mails)
    return threads(mails)


def sizes(*texts: str) -> list[int]:
    return sorted(len(one.document_ids) for one in threaded(*texts))


def test_an_answer_joins_what_it_answers() -> None:
    assert sizes(
        ASK.format(subject="Fees at the gate", body=BODY), ANSWER.format(subject="RE: Fees at the gate", body="Yes.")
    ) == [2]


def test_a_quoted_message_joins_documents_whose_subjects_differ() -> None:
    quoted = "Done.\n\n-----Original Message-----\n" + ASK.format(subject="Fees at the gate", body=BODY)
    assert sizes(ASK.format(subject="Fees at the gate", body=BODY), ANSWER.format(subject="Port dues", body=quoted)) == [2]


@pytest.mark.parametrize(
    "one, two",
    [
        (ASK.format(subject="Fees", body="a"), ANSWER.format(subject="Fees", body="b")),  # neither is a reply
        (ASK.format(subject="Fees", body="a"), ANSWER.format(subject="RE: Roads", body="b")),
        (
            ASK.format(subject="Fees", body="a"),
            ANSWER.format(subject="RE: Fees", body="b").replace("March 2, 2010", "June 2, 2011"),
        ),
        (
            ASK.format(subject="Fees", body="a"),
            ANSWER.format(subject="RE: Fees", body="b").replace("Roe, Jane", "Loe, Kim").replace("Poe, Al", "Noe, Bo"),
        ),
        (ASK.format(subject="", body="Thanks."), ANSWER.format(subject="RE:", body="Thanks.")),
    ],
)
def test_what_only_looks_like_an_answer_stays_apart(one: str, two: str) -> None:
    assert sizes(one, two) == [1, 1]


def test_codes_in_place_of_names_neither_join_nor_part() -> None:
    coded = (
        ASK.format(subject="Fees at the gate", body="a").replace("Poe, Al", "(b)(6), (b)(7)(C)").replace("Roe, Jane", "(b)(6)")
    )
    assert sizes(coded, ANSWER.format(subject="RE: Fees at the gate", body="b")) == [2]
    other = coded.replace("Fees at the gate", "Roads")
    assert sizes(coded, other) == [1, 1]


def test_a_thread_keeps_its_id_when_a_later_answer_turns_up() -> None:
    ask, answer = ASK.format(subject="Fees at the gate", body=BODY), ANSWER.format(subject="RE: Fees at the gate", body="Yes.")
    (alone,), (both,) = threaded(ask), threaded(ask, answer)
    assert alone.id == both.id and both.subject == "Fees at the gate"
    assert len(both.message_ids) == 2


@pytest.mark.parametrize(
    "name, key",
    [
        ("Roe, Jane (XYZ)", "jane roe"),
        ("Jane Roe <jane.roe@example.org>", "jane roe"),
        ("'Jane Roe'", "jane roe"),
        ("(b)(6), (b)(7)(C)", ""),
        ("████ ██", ""),
        ("", ""),
    ],
)
def test_people_are_known_by_their_names(name: str, key: str) -> None:
    assert person_key(name) == key
