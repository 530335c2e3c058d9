"""Statements too unsure to stand by themselves: published where a pair that is shown rests on them, listed nowhere."""

from __future__ import annotations

import csv
import sqlite3
from dataclasses import replace

import pytest
from test_held_in_copies import hidden_in_a_copy

from db.export import export
from db.sql import queries, searching, tallies, timeline_queries


def unsure(records):
    """(the ids of all claims of one document, made faint; those of them on which a pair rests; records of the pairs)"""
    unit, claims = next((unit, out) for (stage, unit), out in records.outputs.items() if stage == "claims" and len(out) > 2)
    pairs = [one for (stage, _), out in records.outputs.items() if stage == "compare" for one in out]
    ids = {one.id for one in claims}
    paired = ids & {side for one in pairs for side in (one.left_claim_id, one.right_claim_id)}
    assert paired and ids - paired
    records.outputs["claims", unit] = tuple(replace(one, faint=True) for one in claims)
    return ids, paired, pairs


def rows(database, query):
    with sqlite3.connect(database) as db:
        db.row_factory = sqlite3.Row
        return [dict(row) for row in db.execute(query.sql, query.params)]


def test_it_is_published_and_marked_only_where_a_pair_rests_on_it(records, publish):
    ids, paired, _ = unsure(records)
    database = publish(records).database
    with sqlite3.connect(database) as db:
        shown = dict(db.execute("SELECT id, faint FROM claims"))
    assert shown.keys() & ids == paired
    assert shown.keys() - ids and {key for key, faint in shown.items() if faint} == paired


@pytest.mark.parametrize("hidden", [False, True])
def test_a_pair_that_is_left_out_keeps_none(records, publish, hidden):
    ids, _, pairs = unsure(records)
    claims = {one.id: one for (stage, _), out in records.outputs.items() if stage == "claims" for one in out}
    pair = next(one for one in pairs if len({one.left_claim_id, one.right_claim_id} & ids) == 1)
    for key, out in records.outputs.items():
        if key[0] == "compare":
            records.outputs[key] = tuple(one for one in out if one.id == pair.id)
    (faint,), (other,) = (sorted(some) for some in (_sides(pair) & ids, _sides(pair) - ids))
    if hidden:
        hidden_in_a_copy(records, claims[other].quote)
    with sqlite3.connect(publish(records).database) as db:
        shown = [row[0] for row in db.execute("SELECT id FROM claims WHERE faint")]
    assert shown == ([] if hidden else [faint])


def _sides(pair):
    return {pair.left_claim_id, pair.right_claim_id}


def test_it_is_in_no_list_tally_timeline_search_or_export(records, publish, tmp_path):
    unsure(records)
    database = publish(records).database
    with sqlite3.connect(database) as db:
        listed = {row[0] for row in db.execute("SELECT id FROM claims WHERE NOT faint")}
        about = {row[0] for row in db.execute("SELECT coalesce(proposition, metric) FROM claims")}
        documents = {row[0] for row in db.execute("SELECT document_id FROM claims")}
        pages = {row[0] for row in db.execute("SELECT page_id FROM claims")}
        entities = {row[0] for row in db.execute("SELECT id FROM entities")}
        searched = {row[0] for row in db.execute("SELECT c.id FROM claims_searched s JOIN claims c ON c.rowid = s.at")}
    found = [row["id"] for one in about for row in rows(database, queries.topic_claims(one, "", 900, 0))]
    assert set(found) == listed and len(found) == len(listed)
    assert sum(rows(database, queries.topic_count(one, ""))[0]["n"] for one in about) == len(listed)
    assert {row["id"] for one in documents for row in rows(database, queries.document_claims(one))} == listed
    assert {row["id"] for one in entities for row in rows(database, queries.entity_claims(one, 900, 0))} <= listed
    assert {row["id"] for one in pages for row in rows(database, queries.page_claims(one))} == listed
    assert searched == listed
    assert sum(row["n"] for row in rows(database, tallies.topics())) == len(listed)
    assert rows(database, tallies.unknowns())[0]["claims"] == len(listed)
    dated = sum(row["n"] for row in rows(database, timeline_queries.counts()))
    dated += sum(rows(database, timeline_queries.values_count(one))[0]["n"] for one in about)
    assert dated == len(listed)
    export(database, tmp_path / "out")
    with (tmp_path / "out" / "claims.csv").open(encoding="utf-8-sig", newline="") as file:
        assert {row["id"] for row in csv.DictReader(file)} == listed


def test_the_page_shows_the_one_that_is_asked_for(records, publish):
    _, paired, _ = unsure(records)
    database = publish(records).database
    for key in paired:
        with sqlite3.connect(database) as db:
            (page,) = next(iter(db.execute("SELECT page_id FROM claims WHERE id = ?", (key,))))
        shown = rows(database, queries.page_claims(page, key))
        assert [row["id"] for row in shown if row["faint"]] == [key]
        assert not [row for row in rows(database, queries.page_claims(page)) if row["faint"]]


@pytest.mark.parametrize("scope", searching.SEARCHABLE)
def test_the_index_is_whole(records, publish, scope):
    unsure(records)
    with sqlite3.connect(publish(records).database) as db:
        db.execute(f"INSERT INTO {scope}_fts({scope}_fts, rank) VALUES ('integrity-check', 1)")
