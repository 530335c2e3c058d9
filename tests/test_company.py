"""Whether the papers a document came with name a topic."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline import company
from pipeline.records.document import Document, Naming
from pipeline.records.source import Release
from pipeline.records.topic import ALONE, Company, Topic

TOPIC = Topic("harbors", "Safe Harbors", "", ("Safe Harbors",), (), (), model="5f0c")
PLAIN = Document("d", "r", "f", 1, 1, "email", "Next week", "", "", "", "", "", (), (), "", "", "", "", 1.0)
A, B = replace(PLAIN, id="a"), replace(PLAIN, id="b", file_id="g")
NAMES = {"b": Naming("b", ("harbors",), ("harbors",)), "other": Naming("other", ("docks",), ("docks",), ("harbors",))}


@pytest.mark.parametrize(
    ("release", "documents", "kept"),
    [
        (Release("r"), (A, B), ALONE),  # one paper of another file makes no release
        (Release("r"), (A, replace(B, file_id="f")), Company(file=True)),
        (Release("r"), (A, replace(B, file_id="f", id="other")), ALONE),  # names another topic
        (Release("r", title="Papers on Safe Harbors"), (A, B), Company(asked=True)),
        (Release("x", title="Papers on Safe Harbors"), (A, B), ALONE),
        (Release("r", topics=("harbors",)), (A, B), Company(asked=True)),  # the only topic
        (Release("r", topics=("harbors", "docks")), (A, B), ALONE),
        (Release("r", topics=("harbors",)), (A,), Company(asked=True)),
        (Release("r", topics=("harbors",)), (A, replace(B, id="other")), ALONE),  # its papers are of another program
        (Release("r", title="Safe Harbors", topics=("harbors",)), (A, replace(B, id="other")), Company(asked=True)),
        (Release("r"), (replace(A, thread_id="t"), replace(B, thread_id="t")), Company(thread=True)),
    ],
)
def test_what_the_papers_beside_it_tell(release: Release, documents: tuple[Document, ...], kept: Company) -> None:
    assert company.companies((release,), documents, NAMES, TOPIC)["a"] == kept


def test_the_state_that_most_papers_of_a_release_name() -> None:
    papers = tuple(replace(PLAIN, id=name, file_id=name) for name in ("a", "b", "c", "d"))
    names = {name: Naming(name, (), states=("Marrow",), inside=("Marrow",)) for name in ("a", "b", "c")}
    found = company.companies((Release("r"),), papers, names, TOPIC)
    assert {one.state for one in found.values()} == {"Marrow"}
    assert company.companies((Release("r"),), papers[:2], names, TOPIC)["a"] == ALONE
    elsewhere = replace(PLAIN, id="z", release_id="other")
    assert company.companies((Release("r"), Release("other")), (*papers, elsewhere), names, TOPIC)["z"] == ALONE


@pytest.mark.parametrize(
    ("named", "kin", "others", "papers", "leads"),
    [
        (3, 3, 0, 3, True),
        (3, 4, 2, 10, True),  # most of its papers name no program at all
        (3, 3, 0, 16, False),  # nor have many words of the program
        (2, 2, 0, 2, False),  # two papers are no release
        (3, 9, 4, 10, False),  # more are of another program alone
        (3, 9, 3, 10, True),
        (0, 10, 0, 10, False),
        (1, 9, 2, 11, True),  # named once, and most papers have its words
        (1, 6, 2, 10, False),
        (1, 2, 0, 10, False),
    ],
)
def test_what_a_release_is_about(named: int, kin: int, others: int, papers: int, leads: bool) -> None:
    rest = [replace(A, id=f"n{order}", file_id=f"n{order}") for order in range(papers)]
    names = {
        one.id: Naming(
            one.id,
            ("harbors",) if order < named else (),
            ("harbors",) if order < kin else (),
            ("harbors",) if order >= papers - others else (),
        )
        for order, one in enumerate(rest)
    }
    assert company.companies((Release("r"),), (A, *rest), names, TOPIC)["a"].leads == leads
    alone = Release("r", topics=("harbors",))
    assert company.companies((alone,), (A, *rest), names, replace(TOPIC, model=""))["a"] == ALONE


def test_what_a_paper_says_itself_is_not_its_company() -> None:
    assert company.companies((Release("r"),), (B,), NAMES, TOPIC)["b"] == ALONE


SILENT = replace(PLAIN, id="c")


@pytest.mark.parametrize(
    ("release", "documents", "told"),
    [
        (Release("r"), (B, SILENT, A), "r: 2 of its 3 papers"),
        (Release("r", title=" "), (B, SILENT), "r: 1 of its 2 papers"),
        (Release("r", topics=("harbors",)), (B, SILENT), "r: 1 of its 2 papers"),
        (Release("r", title="Third production"), (B, SILENT), ""),
        (Release("r"), (B,), ""),  # each paper names it
        (Release("r"), (A, SILENT), ""),  # nothing tells that it is about such a thing at all
        (Release("r", topics=("docks",)), (B, SILENT), ""),
        (Release("r"), (), ""),
    ],
)
def test_a_release_without_title_is_told_of_papers_that_name_nothing(
    release: Release, documents: tuple[Document, ...], told: str
) -> None:
    lines = company.untitled((release,), documents, NAMES, (TOPIC,))
    assert len(lines) == bool(told) and all(line.startswith(told) and "Safe Harbors" in line for line in lines)
