import hashlib
import json
import sqlite3
from dataclasses import replace

import pytest
from tiny_edition import A_NUMBER, HIDDEN, PRESS, PRIVATE_NAME, SECRETS, SSN, XSS, make_artifacts, tiny_records, write

from db.building.load import build
from db.building.tables import Tables
from db.building.words import unpack
from db.verdicts import reviews
from pipeline.errors import CheckError, PrivacyError
from pipeline.records.finding import Contradiction, Reason
from pipeline.records.outcome import Failure
from pipeline.store import Reader


def rows(folder, sql, *values):
    with sqlite3.connect(folder / "foia.db") as db:
        return db.execute(sql, values).fetchall()


def column(folder, sql, *values):
    return [row[0] for row in rows(folder, sql, *values)]


def everything(folder):
    """Every byte that is published, and every text of the database, as one string."""
    paths = [path for path in folder.rglob("*") if path.is_file() and path.name != "private.db"]
    return "\n".join(path.read_bytes().decode("utf-8", "replace") for path in paths)


def test_counts_and_facts(folder):
    facts = dict(rows(folder, "SELECT key, value FROM edition"))
    assert (facts["files"], facts["pages"], facts["documents"], facts["claims"]) == ("5", "6", "5", "8")
    assert (facts["contradictions"], facts["shifts"], facts["failures"], facts["files_not_read"]) == ("3", "1", "3", "3")
    assert (facts["pages_ocr"], facts["pages_text_layer"], facts["pages_blank"]) == ("3", "2", "1")
    assert json.loads(facts["engines"]) == ["scripted 1", "text 1"]
    assert facts["built_at"] == "2011-02-03T04:05:06Z" and facts["code"] == "tiny" and "made-up" in facts["sample"]
    assert json.loads(facts["topics"])[0]["propositions"][0]["id"] == "participation-voluntary"


def test_an_edition_without_the_sample_release_carries_no_sample_mark(records, publish):
    for index, release in enumerate(records.releases):
        records.releases[index] = replace(release, id="other" if release.id == "sample" else release.id)
    records.files = [replace(f, release_id="other" if f.release_id == "sample" else f.release_id) for f in records.files]
    for key, out in records.outputs.items():
        if key[0] == "segment":
            moved = tuple(replace(d, release_id="other" if d.release_id == "sample" else d.release_id) for d in out.documents)
            records.outputs[key] = replace(out, documents=moved)
    assert "sample" not in dict(publish(records).facts)


def test_how_far_each_file_was_read(folder):
    found = dict(rows(folder, "SELECT name, status FROM files"))
    assert sorted(found.values()) == ["failed", "failed", "partly-read", "read", "read"]
    assert found["press.txt"] == "read" and found["locked.pdf"] == "failed"
    (problem,) = column(folder, "SELECT problem FROM files WHERE status = 'partly-read'")
    assert problem.startswith("Page 4: ") and XSS in problem
    assert column(folder, "SELECT problem FROM files WHERE status = 'read'") == ["", ""]


def test_a_page_that_is_missing_without_a_word_is_named(records, publish):
    records.failures = []
    publish(records)
    file = next(f for f in records.files if f.name.startswith("emails"))
    with sqlite3.connect(publish(records).database) as db:
        assert db.execute("SELECT status, problem FROM files WHERE id = ?", (file.id,)).fetchone() == (
            "partly-read", "Page 4: was not read.",
        )  # fmt: skip


def test_pages_know_their_document_bates_and_words(folder):
    sql = "SELECT p.page_no, p.bates, d.kind, p.text, w.words FROM pages p JOIN documents d ON d.id = p.document_id " \
          "JOIN page_words w ON w.page_id = p.id WHERE p.file LIKE 'emails%' ORDER BY 1"  # fmt: skip
    pages = rows(folder, sql)
    assert [(p[0], p[1], p[2]) for p in pages] == [
        (1, "MARLOW 10-0042.0000001", "email"), (2, "", "email"), (3, "MARLOW 10-0042.0000003", "memo"),
    ]  # fmt: skip
    for _, _, _, text, blob in pages:
        assert [text[w.start : w.start + w.length] for w in unpack(blob)] == text.split()


def test_claims_show_their_quote_boxes_confidence_and_speaker(folder):
    sql = """SELECT c.quote, substr(p.text, c.start + 1, c."end" - c.start), c.boxes, c.ocr_confidence
      FROM claims c JOIN pages p ON p.id = c.page_id"""
    for quote, there, boxes, confidence in rows(folder, sql):
        assert quote == there and confidence == 0.9
        assert len(json.loads(boxes)) == 1 and all(0 <= edge <= 1 for edge in json.loads(boxes)[0])
    named = rows(folder, "SELECT e.name FROM claims c JOIN entities e ON e.id = c.speaker_id")
    assert named == [("Field Office Liaison",)]


def test_families_threads_redactions_and_differences(folder):
    assert len(column(folder, "SELECT id FROM documents WHERE family_id IS NOT NULL")) == 2
    assert column(folder, "SELECT codes FROM redactions") == ['["(b)(6)"]']
    assert column(folder, "SELECT words_only_left FROM redaction_differences") == [9]
    assert column(folder, "SELECT normal FROM citations") == ["8 U.S.C. § 1357(g)"]


def test_search_finds_stems_in_pages_claims_and_titles(folder):
    for table, word in (("pages", "declining"), ("claims", "offender"), ("documents", "removal")):
        assert column(folder, f"SELECT rowid FROM {table}_fts WHERE {table}_fts MATCH ?", word)


def test_the_sheet_has_both_sides(folder):
    sheet = rows(folder, "SELECT kind, left_quote, right_quote, left_page, verdict FROM contradiction_sheet ORDER BY score DESC")
    assert sheet[0][0] == "data" and {row[0] for row in sheet} == {"data", "number", "shift", "stance"}
    assert all(row[1] and row[2] and row[3] and row[4] == "machine-found" for row in sheet)


def test_nothing_withheld_is_in_any_published_byte(folder):
    published = everything(folder)
    for secret in SECRETS:
        assert secret not in published and secret.casefold() not in published.casefold()
    private = sqlite3.connect(folder / "private.db").execute("SELECT text FROM withheld").fetchall()
    assert {(A_NUMBER,), (SSN,), (HIDDEN,), (PRIVATE_NAME,)} <= set(private)


def test_the_same_identifier_elsewhere_is_masked_in_text_quote_and_words(folder):
    (text,) = column(folder, "SELECT text FROM pages WHERE file = 'press.txt' AND page_no = 1")
    assert "The case of ██████████ was named" in text
    assert column(folder, "SELECT quote FROM claims WHERE quote LIKE 'The case of%'") == [
        "The case of ██████████ was named by a caller."
    ]


def test_same_manifest_same_rows(tmp_path):
    run = make_artifacts(tmp_path)
    dumps = []
    for name in ("one", "two"):
        build(Reader(run), tmp_path / name, "now")
        with sqlite3.connect(tmp_path / name / "foia.db") as db:
            dumps.append(list(db.iterdump()))
    assert dumps[0] == dumps[1]


SECRET_SHAPES = (SSN, SSN.replace("-", " "), PRIVATE_NAME.upper(), HIDDEN, "A-099-123-456")


@pytest.mark.parametrize("secret", SECRET_SHAPES)
def test_secrets_in_every_free_text_are_masked(records, publish, tmp_path, secret):
    text = f"x {secret} y"
    records.releases[0] = replace(records.releases[0], source_url=text, note=text, received_on=text)
    if secret != HIDDEN:  # what the release says of itself is open, where it lies under a redaction too; identifiers never are
        records.releases[0] = replace(records.releases[0], title=text, agency=text, request_number=secret, litigation=text)
    records.files[1] = replace(records.files[1], name=f"{text}.txt", also=(f"sample:{text}.txt",), media_type=text)
    records.failures.append(Failure("read", text, records.files[1].id, 2, "x", text, text, True))
    records.runs[0]["summary"] = text
    records.topics[0] = replace(records.topics[0], description=text)
    for (stage, unit), out in list(records.outputs.items()):
        if stage == "segment":
            told = {"title": text, "author": text, "recipients": (text,), "cc": (text,), "bates_first": text, "date": text}
            documents = tuple(replace(d, **told) for d in out.documents)
            records.outputs[stage, unit] = replace(
                out, documents=documents, stamps=tuple(replace(s, raw=text) for s in out.stamps)
            )
        if stage == "find":
            records.outputs[stage, unit] = replace(
                out,
                redactions=tuple(replace(r, raw=text, codes=(text,)) for r in out.redactions),
                mentions=tuple(replace(m, text=text, normal=text) for m in out.mentions),
                citations=tuple(replace(c, text=text, normal=text) for c in out.citations),
            )
        if stage == "claims":
            told = dict.fromkeys(("speaker", "addressee", "jurisdiction", "period", "population", "date", "extractor"), text)
            reasons = (Reason("cue", text, text, 1.0, f"line\n{secret}\nline"),)
            records.outputs[stage, unit] = tuple(replace(c, reasons=reasons, **told) for c in out)
        if stage == "compare":
            reasons = (Reason(text, text, text, 1.0, text),)
            records.outputs[stage, unit] = tuple(replace(c, explanation=text, audience_pair=text, reasons=reasons) for c in out)
        if stage == "read":
            records.outputs[stage, unit] = replace(out, method_reason=text, language=text, engine=text)
    built = publish(records)
    published = everything(tmp_path / "db").casefold()
    assert secret.casefold() not in published and "█" in published
    assert secret not in repr(built)


def test_a_leaky_load_publishes_nothing_and_the_edition_before_stays(records, publish, tmp_path, monkeypatch):
    publish(records)
    before = (tmp_path / "db" / "foia.db").read_bytes()
    records.releases[0] = replace(records.releases[0], note=f"about {PRIVATE_NAME}")
    monkeypatch.setattr(Tables, "_cleaned", lambda self, value: value)
    with pytest.raises(PrivacyError) as caught:
        publish(records)
    assert caught.value.exit_code == 5
    assert PRIVATE_NAME not in str(caught.value)
    assert (tmp_path / "db" / "foia.db").read_bytes() == before
    assert not list((tmp_path / "db").glob("*.new*"))


def test_an_unpainted_image_is_refused(records, publish, monkeypatch):
    monkeypatch.setattr("db.building.contents.painted", lambda data, boxes: data)
    with pytest.raises(PrivacyError):
        publish(records)


def test_a_page_whose_image_cannot_be_painted_is_not_published(records, publish, tmp_path):
    for sha256 in list(records.images):
        records.images[sha256] = b"no image"
    for key, out in list(records.outputs.items()):
        if key[0] == "read" and out.image:
            records.outputs[key] = replace(out, image=hashlib.sha256(b"no image").hexdigest())
    with pytest.raises((CheckError, ValueError)):
        publish(records)
    assert not (tmp_path / "db" / "foia.db").exists()


def test_a_claim_without_its_document_is_told_as_such(records, publish):
    key = next(key for key in records.outputs if key[0] == "compare")
    records.outputs[key] = (replace(records.outputs[key][0], left_claim_id="gone"),)
    with pytest.raises(CheckError, match="does not fit together"):
        publish(records)


def test_images_of_the_edition_before_are_swept(records, publish, tmp_path):
    publish(records)
    before = {path.name for path in (tmp_path / "db" / "images").iterdir()}
    for key, out in list(records.outputs.items()):
        if key[0] == "read" and out.number == 3:
            records.outputs[key] = replace(out, image="")
    publish(records)
    after = {path.name for path in (tmp_path / "db" / "images").iterdir()}
    assert after < before and len(before - after) == 1


def test_an_empty_run_builds_an_empty_edition(records, publish):
    records.files, records.failures, records.outputs, records.runs, records.topics = [], [], {}, [], []
    assert dict(publish(records).facts)["pages"] == "0"


def test_verdicts_survive_a_build_and_orphans_are_listed(records, publish, tmp_path):
    publish(records)
    key = column(tmp_path / "db", "SELECT id FROM contradictions WHERE kind = 'stance'")[0]
    with sqlite3.connect(tmp_path / "db" / "reviews.db") as book:
        book.executemany("INSERT INTO verdicts (kind, subject_id, verdict, reviewer, reviewed_at) "
                         "VALUES ('contradiction', ?, ?, 'A. Reader', ?)",
                         [(key, "dismissed", "2011-01-01"), (key, "confirmed", "2011-02-01"), ("gone", "unsure", "2011-01-01")],
        )  # fmt: skip
    before = (tmp_path / "db" / "reviews.db").read_bytes()
    built = publish(records)
    assert rows(tmp_path / "db", "SELECT verdict, reviewed_on FROM contradictions WHERE id = ?", key) == [
        ("confirmed", "2011-02-01")
    ]
    assert column(tmp_path / "db", "SELECT verdict FROM contradiction_sheet WHERE id = ?", key) == ["confirmed"]
    assert [orphan.subject_id for orphan in built.orphans] == ["gone"]
    assert (tmp_path / "db" / "reviews.db").read_bytes() == before


def test_retired_ids_lead_to_what_replaced_them_and_take_their_verdict_along(records, publish, tmp_path):
    publish(records)
    key = column(tmp_path / "db", "SELECT id FROM contradictions WHERE kind = 'stance'")[0]
    with sqlite3.connect(tmp_path / "db" / "reviews.db") as book:
        book.execute(
            "INSERT INTO verdicts (kind, subject_id, verdict, reviewer, reviewed_at) "
            "VALUES ('contradiction', ?, 'confirmed', 'A. Reader', '2011-01-01')",
            (key,),
        )
    for times in ("a", "b"):
        for (stage, unit), out in list(records.outputs.items()):
            if stage == "claims":
                records.outputs[stage, unit] = tuple(replace(c, id=c.id + times) for c in out)
            if stage == "compare":
                records.outputs[stage, unit] = tuple(_renamed(c, times) for c in out)
        built = publish(records)
    aliases = dict(rows(tmp_path / "db", "SELECT old_id, new_id FROM id_aliases"))
    assert aliases[key] == f"{key}ab" and aliases[f"{key}a"] == f"{key}ab"
    assert rows(tmp_path / "db", "SELECT verdict FROM contradictions WHERE id = ?", f"{key}ab") == [("confirmed",)]
    assert not built.orphans


def _renamed(one: Contradiction, times: str) -> Contradiction:
    return replace(one, id=one.id + times, left_claim_id=one.left_claim_id + times, right_claim_id=one.right_claim_id + times)


def test_a_claim_found_twice_is_one_and_the_surer_reading_stays(records, publish):
    key = next(key for key in records.outputs if key[0] == "claims")
    records.outputs[key[0], key[1].replace("/rules", "/second")] = tuple(
        replace(c, confidence=0.95) for c in records.outputs[key]
    )
    built = publish(records)
    assert dict(built.facts)["claims"] == "8"
    with sqlite3.connect(built.database) as db:
        assert db.execute("SELECT count(*) FROM claims WHERE confidence = 0.95").fetchone() == (len(records.outputs[key]),)


def test_a_database_of_another_make_is_replaced(tmp_path):
    (tmp_path / "db").mkdir()
    (tmp_path / "db" / "foia.db").write_bytes(b"not a database at all")
    built = build(Reader(write(tiny_records(), tmp_path / "run")), tmp_path / "db", "now")
    assert dict(built.facts)["pages"] == "6"


def test_reviews_are_made_once_and_empty(tmp_path):
    path = reviews.make_if_absent(tmp_path)
    assert reviews.history(path) == () and reviews.make_if_absent(tmp_path) == path


def test_press_quotes_are_the_ones_printed(folder):
    assert column(folder, "SELECT quote FROM claims WHERE proposition = 'participation-voluntary' AND stance = 'affirm'") == [
        PRESS[3]
    ]
