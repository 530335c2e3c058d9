from db.building.aliases import Edition, aliases, read
from db.building.entities import Entities
from pipeline.records.finding import NameFact, NameJoin, Unity


def edition(claims=(), documents=(), pairs=(), old=()):
    return Edition(list(claims), list(documents), list(pairs), list(old))


def test_a_claim_with_the_same_words_on_the_same_page_leads_on():
    old = edition(claims=[("a", "f-p1", "It  is\nso.", "p")])
    assert aliases(old, edition(claims=[("b", "f-p1", "It is so.", "p")])) == [("a", "claim", "b")]


def test_other_words_page_or_proposition_lead_nowhere():
    old = edition(claims=[("a", "f-p1", "It is so.", "p")])
    for row in (("b", "f-p2", "It is so.", "p"), ("b", "f-p1", "It is not so.", "p"), ("b", "f-p1", "It is so.", "q")):
        assert aliases(old, edition(claims=[row])) == []


def test_a_living_id_is_never_an_alias():
    same = edition(claims=[("a", "f-p1", "It is so.", "p")], old=[("a", "claim", "b")])
    assert aliases(same, edition(claims=[("a", "f-p1", "It is so.", "p"), ("b", "f-p1", "It is so.", "p")])) == []


def test_documents_by_place_and_pairs_by_their_claims():
    old = edition([("a", "f-p1", "x", "p"), ("b", "f-p2", "y", "p")], [("d", "f", 1)], [("c", "stance", "a", "b")])
    new = edition([("a2", "f-p1", "x", "p"), ("b", "f-p2", "y", "p")], [("e", "f", 1)], [("z", "stance", "b", "a2")])
    assert aliases(old, new) == [("a", "claim", "a2"), ("c", "contradiction", "z"), ("d", "document", "e")]


def test_chains_are_followed_and_dead_ends_dropped():
    old = edition(documents=[("b", "f", 1)], old=[("a", "document", "b"), ("x", "document", "gone"), ("y", "weird", "b")])
    assert aliases(old, edition(documents=[("c", "f", 1)])) == [("a", "document", "c"), ("b", "document", "c")]


def test_what_is_no_edition_is_none(tmp_path):
    assert read(tmp_path / "absent.db") is None
    (tmp_path / "odd.db").write_bytes(b"odd")
    assert read(tmp_path / "odd.db") is None


def test_entities_join_on_kind_and_normal_form():
    made = Entities()
    ids = [made.add("office", "alder desk", text) for text in ("Alder Desk", "ALDER DESK", "Alder  Desk")]
    other = made.add("place", "alder desk", "Alder Desk")
    assert len(set(ids)) == 1 and other not in ids
    row = next(row for row in made.rows() if row["id"] == ids[0])
    assert (row["name"], row["aliases"], row["n_mentions"]) == ("Alder Desk", ["ALDER DESK"], 3)
    assert made.by_name()["alder desk"] == ids[0]
    assert "" not in made.by_name()


def test_a_retired_thread_leads_to_where_its_emails_stand():
    old = Edition([], [], [], [], [("t1", "f", 1), ("t1", "f", 4), ("t2", "g", 1), ("t3", "h", 1)])
    new = Edition([], [], [], [], [("t9", "f", 1), ("t9", "f", 4), ("t2", "g", 1)])
    assert aliases(old, new) == [("t1", "thread", "t9")]


def test_joined_and_dropped_names():
    joins = (NameJoin("person", "jane rnarsh", "jane marsh", "misread"),)
    facts = (NameFact("person", "jane marsh", "person", "", ("Sheriff",)),)
    made = Entities(Unity(joins, (("person", "page two"),), facts))
    one, other = made.add("person", "jane marsh", "Jane Marsh"), made.add("person", "jane rnarsh", "Jane Rnarsh")
    assert one == other and made.add("person", "page two", "Page Two") == ""
    (row,) = made.rows()
    assert (row["n_mentions"], row["roles"], row["sort"], row["parent"]) == (2, ["Sheriff"], "person", "")


def test_a_claim_of_a_replaced_file_leads_to_the_same_words_in_the_file_that_came_for_it():
    old = edition([("a", "f-p1", "It is so.", "p"), ("b", "f-p2", "Not so.", "p"), ("c", "e-p1", "It is so.", "p")])
    new = edition([("n", "g-p4", "It is  so.", "p"), ("m", "h-p1", "Not so.", "p")])
    assert aliases(old, new, {"f": "g"}) == [("a", "claim", "n")]
    assert aliases(old, new) == []
