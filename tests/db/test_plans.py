"""No statement of the site looks at every row of a table that grows with the release."""

import itertools
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from db import kin_queries, pair_queries, queries, related_queries, searching, tallies, viewing
from db.pair_queries import Filters
from db.queries import Query
from db.related_queries import Narrowed

BIG = {
    "pages", "page_words", "claims", "contradictions", "contradiction_sheet", "reasons", "mentions", "redactions", "documents",
    "citations", "related_pairs", "related_reasons", "entities", "search_facets", "words", "redaction_differences",
}  # fmt: skip
CHOSEN = {"kind": "email", "year": "2010"}
STATEMENTS = {
    "page": queries.page("f", 1), "file": queries.file("f"), "file_pages": queries.file_pages("f"),
    "file_failures": queries.file_failures("f"), "page_words": queries.page_words("p"),
    "page_marked": queries.page_marked("p", '"a"'), "page_redactions": queries.page_redactions("p"),
    "page_claims": queries.page_claims("p"), "page_mentions": viewing.page_mentions("p"),
    "document_before": viewing.document_before("f", 3), "document_after": viewing.document_after("f", 3),
    "document": queries.document("d"), "document_pages": queries.document_pages("d"),
    "document_claims": queries.document_claims("d"), "document_redactions": tallies.document_redactions("d"),
    "differences": queries.differences("d"), "claim": queries.claim("c"), "of_claim": pair_queries.of_claim("c"),
    "contradiction": queries.contradiction("x"), "reasons": queries.reasons("x"), "pair_rows": pair_queries.rows(["x"]),
    "relatives": pair_queries.relatives(["d"]), "topic_claims": queries.topic_claims("t", "", 30, 0),
    "topic_count": queries.topic_count("t", "deny"), "entity": queries.entity("e"),
    "entity_mentions": queries.entity_mentions("e", 30, 0), "entity_pages": queries.entity_pages("e"),
    "entity_claims": queries.entity_claims("e", 30, 0), "alias": queries.alias("a"), "edition": queries.edition(),
    "by_bates": searching.by_bates("b"), "spelled": searching.spelled(["word"]), "alike": searching.alike(["wor", "ord"]),
    "pairs_of_a_proposition": pair_queries.listed(Filters(proposition="t"), 20, 0),
    "pairs_of_a_claim": pair_queries.count(Filters(claim="c")), "family": kin_queries.members("m"),
    "thread": kin_queries.messages("t"), "related_of_a_claim": related_queries.listed(Narrowed(claim="c"), 20, 0),
    "related_of_a_kind": related_queries.listed(Narrowed(relation="dispute"), 20, 0),
    "related_to_review": related_queries.listed(Narrowed(relation="review"), 20, 0),
    "related_claims": related_queries.claims(["c"]), "related_reasons": related_queries.reasons(["x"]),
}  # fmt: skip
STATEMENTS |= {
    f"{name}_{where}": query
    for where in searching.SEARCHABLE
    for name, query in (
        ("candidates", searching.candidates(where, '"a"', CHOSEN)),
        ("count", searching.search_count(where, '"a"', CHOSEN)),
        ("shown", searching.shown(where, [1, 2])),
        ("marked", searching.marked(where, '"a"', CHOSEN, [1, 2])),
    )
}


@pytest.fixture(scope="module")
def as_published(_once: Path) -> Iterator[sqlite3.Connection]:
    """An edition without statistics, as it is published, so that plans do not depend on how small this one is."""
    database = sqlite3.connect(f"file:{_once / 'foia.db'}?mode=ro", uri=True)
    yield database
    database.close()


def scanned(database: sqlite3.Connection, query: Query) -> set[str]:
    """The large tables of which the statement looks at every row."""
    names = {name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    found = set()
    for *_, detail in database.execute("EXPLAIN QUERY PLAN " + query.sql, query.params):
        words = detail.split()
        if words[0] != "SCAN" or "VIRTUAL" in words:
            continue
        # A plan names a table by its alias: the name before it in the statement is the table's.
        alias = words[1]
        text = query.sql.replace("\n", " ").replace("(", " ").split()
        table = next(
            (before for before, after in itertools.pairwise(text) if after.strip(",)") == alias and before in names),
            alias,
        )
        found |= {table} & BIG
    return found


@pytest.mark.parametrize("name", STATEMENTS)
def test_no_large_table_is_read_through(as_published: sqlite3.Connection, name: str) -> None:
    assert scanned(as_published, STATEMENTS[name]) == set()


@pytest.mark.parametrize("kind", ["", "shift"])
def test_the_list_that_nobody_has_judged_takes_its_order_from_an_index(as_published: sqlite3.Connection, kind: str) -> None:
    def plan(filters: Filters) -> str:
        query = pair_queries.listed(filters, 20, 0)
        return " / ".join(row[3] for row in as_published.execute("EXPLAIN QUERY PLAN " + query.sql, query.params))

    quick = plan(Filters(kind=kind, sort="strength"))
    assert "score" in quick and "B-TREE FOR ORDER BY" not in quick
    assert "B-TREE FOR ORDER BY" in plan(Filters(kind=kind, live='{"x": "confirmed"}'))


def test_a_statement_that_reads_a_table_through_is_told(as_published: sqlite3.Connection) -> None:
    assert scanned(as_published, Query("SELECT count(*) FROM claims c WHERE c.quote LIKE '%a%'")) == {"claims"}
    assert scanned(as_published, Query("SELECT * FROM pages")) == {"pages"}


def test_counts_of_everything_are_stored(as_published: sqlite3.Connection) -> None:
    stored = {name for (name,) in as_published.execute("SELECT name FROM stored_counts")}
    assert {count().stored for count in tallies.STORED} == stored and "" not in stored
