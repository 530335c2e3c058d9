"""No statement of the site looks at every row of a table that grows with the release."""

import inspect
import itertools
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from db.contract import metadata, schema
from db.sql import (
    kin_queries,
    pair_queries,
    queries,
    related_queries,
    review_queries,
    searching,
    tallies,
    timeline_queries,
    viewing,
)
from db.sql.pair_queries import Filters
from db.sql.queries import Query
from db.sql.related_queries import Narrowed
from db.verdicts import leading, reviews

BIG = {
    "pages", "page_words", "claims", "contradictions", "contradiction_sheet", "reasons", "mentions", "redactions", "documents",
    "citations", "related_pairs", "related_reasons", "entities", "search_facets", "words", "redaction_differences", "messages",
    "lead_reasons", "threads", "families", "family_members", "stamps", "id_aliases",
}  # fmt: skip
ROOMS = (
    kin_queries, leading, pair_queries, queries, related_queries, review_queries, searching, tallies, timeline_queries, viewing,
)  # fmt: skip
CHOSEN = {"kind": "email", "year": "2010"}
LIVE = '{"x": "confirmed"}'
FILTERS = {
    "all": Filters(), "shifts": Filters(kind="shift"), "kind": Filters(kind="data"), "question": Filters(proposition="p"),
    "speakers": Filters(speaker_kind="agency"), "named": Filters(speaker="office of"), "audience": Filters(audience="a/b"),
    "same": Filters(same_speaker="1"), "claim": Filters(claim="c"), "days": Filters(days_from=3, days_to=900),
    "score": Filters(score_from=0.5), "everything": Filters("data", "p", "agency", "office", "a/b", "", "1", "c", 3, 900, 0.5),
}  # fmt: skip
NARROWED = {
    "all": Narrowed(), "review": Narrowed("review"), "kind": Narrowed("dispute"), "question": Narrowed(proposition="p"),
    "claim": Narrowed(claim="c"), "kind_of_a_question": Narrowed("dispute", "p"),
}  # fmt: skip
STATEMENTS = {
    "queries.page": queries.page("f", 1), "queries.file": queries.file("f"), "queries.file_pages": queries.file_pages("f"),
    "queries.file_failures": queries.file_failures("f"), "queries.page_words": queries.page_words("p"),
    "queries.page_marked": queries.page_marked("p", '"a"'), "queries.page_redactions": queries.page_redactions("p"),
    "queries.page_claims": queries.page_claims("p"), "viewing.page_mentions": viewing.page_mentions("p"),
    "viewing.document_before": viewing.document_before("f", 3), "viewing.document_after": viewing.document_after("f", 3),
    "queries.document": queries.document("d"), "queries.document_pages": queries.document_pages("d"),
    "queries.document_parts": queries.document_parts("d"),
    "queries.document_claims": queries.document_claims("d"), "tallies.document_redactions": tallies.document_redactions("d"),
    "queries.differences": queries.differences("d"),
    "queries.continuations": queries.continuations("d"),
    "queries.claim": queries.claim("c"), "queries.thread": queries.thread("t"),
    "queries.family": queries.family("m"), "queries.failures": queries.failures(100, 0), "queries.files": queries.files(),
    "pair_queries.of_claim": pair_queries.of_claim("c"), "pair_queries.rows": pair_queries.rows(["x"]),
    "pair_queries.ties": pair_queries.ties([1, 2]), "pair_queries.judged": pair_queries.judged(LIVE),
    "pair_queries.moved": pair_queries.moved(LIVE), "pair_queries.relatives": pair_queries.relatives(["d"]),
    "queries.contradiction": queries.contradiction("x"), "queries.reasons": queries.reasons("x"),
    "queries.topic_claims": queries.topic_claims("t", "", 30, 0), "queries.topic_count": queries.topic_count("t", "deny"),
    "queries.entity": queries.entity("e"), "queries.entity_mentions": queries.entity_mentions("e", 30, 0),
    "queries.entity_pages": queries.entity_pages("e"), "queries.entity_claims": queries.entity_claims("e", 30, 0),
    "queries.entity_claims_count": queries.entity_claims_count("e"), "queries.alias": queries.alias("a"),
    "queries.edition": queries.edition(), "searching.by_bates": searching.by_bates("b"),
    "searching.spelled": searching.spelled(["word"]), "searching.alike": searching.alike(["wor", "ord"]),
    "kin_queries.family": kin_queries.family("m"), "kin_queries.members": kin_queries.members("m"),
    "kin_queries.families_of": kin_queries.families_of("d"), "kin_queries.document_text": kin_queries.document_text("d", 9),
    "kin_queries.document_boxes": kin_queries.document_boxes("d"), "kin_queries.differences": kin_queries.differences("a", "b"),
    "kin_queries.thread": kin_queries.thread("t"), "kin_queries.messages": kin_queries.messages("t"),
    "timeline_queries.counts_of": timeline_queries.counts_of("p"), "timeline_queries.shifts_of": timeline_queries.shifts_of("p"),
    "timeline_queries.values_of": timeline_queries.values_of("m", 9),
    "timeline_queries.dots_of": timeline_queries.dots_of("m", 9),
    "timeline_queries.values_count": timeline_queries.values_count("m"),
    "review_queries.retired": review_queries.retired("claim", "c"), "review_queries.led_on": review_queries.led_on(["a"]),
    "review_queries.pages_of": review_queries.pages_of(["c"]),
    "leading.listed": leading.listed("", 20, 0), "leading.listed kind": leading.listed("number", 20, 0),
    "leading.count": leading.count("number"), "leading.reasons": leading.reasons("x"),
    "related_queries.claims": related_queries.claims(["c"]), "related_queries.reasons": related_queries.reasons(["x"]),
}  # fmt: skip
STATEMENTS |= {f"review_queries.finding {kind}": review_queries.finding(kind, "x") for kind in reviews.KINDS}
STATEMENTS |= {
    f"pair_queries.{name} {what}": query
    for what, filters in FILTERS.items()
    for name, query in (
        ("strongest", pair_queries.strongest(filters)),
        ("count", pair_queries.count(filters)),
        ("among", pair_queries.among(filters, [1, 2])),
    )
}
STATEMENTS |= {
    f"related_queries.{name} {what}": query
    for what, narrowed in NARROWED.items()
    for name, query in (("listed", related_queries.listed(narrowed, 20, 0)), ("count", related_queries.count(narrowed)))
    if what != "all"
}
STATEMENTS |= {
    f"searching.{name} {where} {typed}": query
    for where in searching.SEARCHABLE
    for typed in ('"a"', '"a"*', '("a" OR "b")')
    for name, query in (
        ("candidates", searching.candidates(where, typed, CHOSEN)),
        ("first", searching.first(where, typed, CHOSEN)),
        ("candidates_at", searching.candidates_at(where, [1, 2])),
        ("search_count", searching.search_count(where, typed, CHOSEN)),
        ("shown", searching.shown(where, [1, 2])),
        ("tally", searching.tally(where, typed, CHOSEN, "codes")),
        ("marked", searching.marked(where, typed, CHOSEN, [1, 2])),
    )
}
# Made once at the build; the one list that is read from its beginning to a limit has a test of its own.
ELSEWHERE = {
    "leading.options", "related_queries.options", "pair_queries.options", "pair_queries.speakers", "timeline_queries.counts",
    "queries.releases",
}  # fmt: skip


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


# What Datasette asks for its own tables where a reader follows one of our facets: in the order of ids, up to a page.
@pytest.mark.parametrize("column", ["proposition", "stance", "speaker_kind", "document_id", "page_id"])
def test_a_table_of_claims_narrowed_by_a_facet_is_not_read_through(as_published: sqlite3.Connection, column: str) -> None:
    for sql in (
        f"SELECT count(*) FROM claims WHERE {column} = :v",
        f"SELECT * FROM claims WHERE {column} = :v ORDER BY id LIMIT 51",
    ):
        assert scanned(as_published, Query(sql, {"v": "x"})) == set()


@pytest.mark.parametrize("column", ["stance", "speaker_kind"])
def test_a_facet_of_few_values_is_read_in_the_order_of_ids(as_published: sqlite3.Connection, column: str) -> None:
    """Sorting a third of all claims to show fifty of them would take longer than all the rest of the page."""
    plan = as_published.execute(f"EXPLAIN QUERY PLAN SELECT * FROM claims WHERE {column} = 'x' ORDER BY id LIMIT 51").fetchall()
    assert not any("TEMP B-TREE" in row[-1] for row in plan)


@pytest.mark.parametrize("name", STATEMENTS)
def test_no_large_table_is_read_through(as_published: sqlite3.Connection, name: str) -> None:
    assert scanned(as_published, STATEMENTS[name]) == set()


def test_every_statement_of_the_site_is_looked_at() -> None:
    made = {
        f"{room.__name__.rpartition('.')[2]}.{name}"
        for room in ROOMS
        for name, function in vars(room).items()
        if inspect.isfunction(function) and function.__module__ == room.__name__ and function.__annotations__["return"] == "Query"
    }
    stored = {f"{count.__module__.rpartition('.')[2]}.{count.__name__}" for count in tallies.STORED}
    assert made == {name.split()[0] for name in STATEMENTS} | stored
    assert stored >= ELSEWHERE


def test_the_whole_list_of_related_pairs_is_read_in_the_order_of_an_index_up_to_its_limit(
    as_published: sqlite3.Connection,
) -> None:
    query = related_queries.listed(Narrowed(), 20, 0)
    plan = " / ".join(row[3] for row in as_published.execute("EXPLAIN QUERY PLAN " + query.sql, query.params))
    assert plan == "SCAN x USING INDEX related_pairs_list_score" and query.sql.endswith("LIMIT :limit OFFSET :offset")


def test_a_statement_that_reads_a_table_through_is_told(as_published: sqlite3.Connection) -> None:
    assert scanned(as_published, Query("SELECT count(*) FROM claims c WHERE c.quote LIKE '%a%'")) == {"claims"}
    assert scanned(as_published, Query("SELECT * FROM pages")) == {"pages"}


def test_counts_of_everything_are_stored(as_published: sqlite3.Connection) -> None:
    stored = {name for (name,) in as_published.execute("SELECT name FROM stored_counts")}
    assert {count().stored for count in tallies.STORED} == stored and "" not in stored


def test_every_table_that_is_not_hidden_is_counted_and_so_listed() -> None:
    assert set(tallies.COUNTED) == {table.name for table in schema.TABLES} - set(metadata.HIDDEN)
