"""Whether the papers a document came with name a topic."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline import company
from pipeline.records.document import Document, Message
from pipeline.records.source import Release
from pipeline.records.topic import Topic

TOPIC = Topic("harbors", "Safe Harbors", "", ("Safe Harbors",), (), ())
PLAIN = Document("d", "r", "f", 1, 1, "email", "Next week", "", "", "", "", "", (), (), "", "", "", "", 1.0)
MAIL = Message("m", "a", 0, 0, "f-p1", 0, 9, "f-p1", 99, "header", "Lead", (), (), "RE: Safe Harbors", "", "", "")


def heads(*documents: Document) -> list[tuple[Document, tuple[Message, ...]]]:
    return [(one, (MAIL,) if one.id == "mail" else ()) for one in documents]


A = replace(PLAIN, id="a")
B = replace(PLAIN, id="b", file_id="g", title="Safe Harbors in May")


@pytest.mark.parametrize(
    ("release", "documents", "told"),
    [
        (Release("r"), (A, replace(B, file_id="f")), {"a", "b"}),  # one file
        (Release("r"), (A, B), {"b"}),
        (Release("r", title="Papers on Safe Harbors"), (A, B), {"a", "b"}),
        (Release("other", title="Papers on Safe Harbors"), (A, B), {"b"}),
        (Release("r"), (replace(A, thread_id="t"), replace(B, thread_id="t")), {"a", "b"}),
        (Release("r"), (A, replace(B, id="mail", title="")), {"mail"}),  # the subject of a mail below
        (Release("r"), (A, replace(B, title="", recipients=("Unit Chief, Safe Harbors",))), {"b"}),
        (Release("r"), (A, replace(B, title="Safe harbours of the north")), set()),
        (Release("r"), (A, *(replace(B, id=f"b{n}", file_id=f"g{n}") for n in range(3))), {"a", "b0", "b1", "b2"}),
        (Release("r"), tuple(replace(A, id=f"a{n}", file_id=f"f{n}") for n in range(9)), set()),
    ],
)
def test_company(release: Release, documents: tuple[Document, ...], told: set[str]) -> None:
    assert company.among((release,), heads(*documents), TOPIC) == told


def test_a_few_among_many_do_not_make_a_release() -> None:
    many = tuple(replace(A, id=f"a{n}", file_id=f"f{n}") for n in range(60))
    named = tuple(replace(B, id=f"b{n}", file_id=f"g{n}") for n in range(3))
    assert company.among((Release("r"),), heads(*many, *named), TOPIC) == {"b0", "b1", "b2"}
