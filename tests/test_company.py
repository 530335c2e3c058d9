"""Whether the papers a document came with name a topic."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline import company
from pipeline.records.document import Document
from pipeline.records.source import Release
from pipeline.records.topic import ALONE, Company, Topic

TOPIC = Topic("harbors", "Safe Harbors", "", ("Safe Harbors",), (), ())
PLAIN = Document("d", "r", "f", 1, 1, "email", "Next week", "", "", "", "", "", (), (), "", "", "", "", 1.0)
A, B = replace(PLAIN, id="a"), replace(PLAIN, id="b", file_id="g")
NAMES = {"b": frozenset({"harbors"}), "other": frozenset({"docks"})}


@pytest.mark.parametrize(
    ("release", "documents", "kept"),
    [
        (Release("r"), (A, B), ALONE),  # one paper of another file makes no release
        (Release("r"), (A, replace(B, file_id="f")), Company(file=True)),
        (Release("r"), (A, replace(B, file_id="f", id="other")), ALONE),  # names another topic
        (Release("r", title="Papers on Safe Harbors"), (A, B), Company(asked=True)),
        (Release("x", title="Papers on Safe Harbors"), (A, B), ALONE),
        (Release("r"), (replace(A, thread_id="t"), replace(B, thread_id="t")), Company(thread=True)),
    ],
)
def test_what_the_papers_beside_it_tell(release: Release, documents: tuple[Document, ...], kept: Company) -> None:
    assert company.companies((release,), documents, NAMES, TOPIC)["a"] == kept


@pytest.mark.parametrize(
    ("naming", "others", "share"),
    [(3, 3, 0.5), (3, 6, 0.5), (3, 7, 0.25), (3, 12, 0.25), (3, 30, 0.1), (3, 31, 0.0), (2, 2, 0.0)],
)
def test_the_share_of_a_release_is_told_in_steps(naming: int, others: int, share: float) -> None:
    rest = tuple(replace(A, id=f"n{order}", file_id=f"n{order}") for order in range(others))
    names = {one.id: frozenset({"harbors"}) for one in rest[:naming]}
    assert company.companies((Release("r"),), (A, *rest), names, TOPIC)["a"].share == share


def test_what_a_paper_says_itself_is_not_its_company() -> None:
    assert company.companies((Release("r"),), (B,), NAMES, TOPIC)["b"] == ALONE
