"""Citations for programs hold what the plain one holds, are well formed whatever a record says, and lead back."""

from __future__ import annotations

import json
import re
import sqlite3
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.citations.citation_formats import FORMATS, annotation, bibtex, csl_json, markdown
from db.citations.cite import Source, sources

SITE = "https://records.example/foia"
SOURCE = Source(
    kind="claim", id="0a1b", author="County Desk; Records Office", recipients="Press Office", title="Of 50% & {more}",
    date="2010-05", bates="MARLOW 1", file="a_b.pdf", page=3, release="Marlow", request="10-1", litigation="", agency="Desk",
    document_kind="email", date_precision="month", file_id="f1", quote="Taking part\nis *free*.",
    printed="Taking part\nis *free*.", start=4, end=25, prefix="so: ",
    suffix=" End", page_id="f1-p3", extractor="rules 1", about="free", stance="affirm", url=f"{SITE}/-/foia/claim/0a1b",
    page_url=f"{SITE}/-/foia/file/f1/p3", file_url=f"{SITE}/-/foia/file/f1",
)  # fmt: skip
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)


def balanced(text: str) -> bool:
    depth = 0
    for letter in re.sub(r"\\[{}]", "", text):
        depth += (letter == "{") - (letter == "}")
        if depth < 0:
            return False
    return depth == 0


def test_bibtex_names_offices_whole_and_escapes() -> None:
    text = bibtex([SOURCE])
    assert text.startswith("@misc{foia-0a1b,\n")
    assert "author = {{County Desk} and {Records Office}}," in text
    assert r"title = {{Of 50\% \& \{more\}}}," in text and r"a\_b.pdf, page 3" in text
    assert "year = {2010}," in text and "month = {05}," in text and "day =" not in text
    assert "litigation" not in text and f"url = {{{SOURCE.url}}}" in text


@given(TEXTS, TEXTS, TEXTS)
def test_bibtex_is_balanced_whatever_a_record_says(title: str, author: str, quote: str) -> None:
    text = bibtex([replace(SOURCE, title=title, author=author, quote=quote)])
    assert balanced(text)
    assert text.count("\n@misc{") == 0 and text.startswith("@misc{")


@given(TEXTS, TEXTS)
def test_json_forms_are_json_whatever_a_record_says(title: str, quote: str) -> None:
    source = replace(SOURCE, title=title, quote=quote, printed=quote)
    assert json.loads(csl_json([source]))[0].get("title", "") == " ".join(title.split())
    made = json.loads(annotation([source]))
    if quote:
        assert made["target"][0]["selector"][0]["exact"] == quote


@pytest.mark.parametrize(
    ("date", "precision", "issued"),
    [
        ("2010-05-12", "day", {"date-parts": [[2010, 5, 12]]}),
        ("2010-05", "month", {"date-parts": [[2010, 5]]}),
        ("2010", "approx", {"date-parts": [[2010]], "circa": True}),
        ("", "", None),
        ("last fall", "", None),
    ],
)
def test_csl_dates_keep_their_precision(date: str, precision: str, issued: object) -> None:
    (item,) = json.loads(csl_json([replace(SOURCE, date=date, date_precision=precision)]))
    assert item.get("issued") == issued


def test_csl_leaves_out_what_is_unknown() -> None:
    (item,) = json.loads(csl_json([replace(SOURCE, author="", recipients="", bates="", document_kind="memo")]))
    assert item["type"] == "document" and not {"author", "recipient", "archive_location", "references"} & set(item)


def test_an_annotation_tells_the_quote_by_words_place_and_page() -> None:
    made = json.loads(annotation([SOURCE], "2026-01-02T03:04:05Z"))
    assert made["@context"] == "http://www.w3.org/ns/anno.jsonld" and made["type"] == "Annotation"
    text, file = made["target"]
    assert text["source"] == SOURCE.page_url and file["source"] == SOURCE.file_url
    quote, place = text["selector"]
    assert quote == {"type": "TextQuoteSelector", "exact": SOURCE.quote, "prefix": "so: ", "suffix": " End"}
    assert place == {"type": "TextPositionSelector", "start": 4, "end": 25}
    assert file["selector"]["value"] == "page=3" and file["selector"]["refinedBy"] == quote
    assert "machine-found" in made["body"]["value"] and made["generated"] == "2026-01-02T03:04:05Z"
    several = json.loads(annotation([SOURCE, SOURCE]))
    assert several["type"] == "AnnotationPage" and len(several["items"]) == 2 and "@context" not in several["items"][0]


def test_what_has_no_quote_is_told_by_its_page() -> None:
    made = json.loads(annotation([replace(SOURCE, kind="page", quote="")]))
    assert made["target"]["selector"]["value"] == "page=3" and "generated" not in made
    assert "“" not in bibtex([replace(SOURCE, quote="", title="")])


def test_markdown_quotes_and_links() -> None:
    text = markdown([SOURCE])
    assert text.startswith("> Taking part\n> is \\*free\\*.\n>\n> [County Desk") and text.endswith(f"]({SOURCE.url})\n")
    assert SOURCE.url not in text.split("](")[0], "the link is not printed twice"


@given(TEXTS)
def test_markdown_lets_nothing_out_of_its_place(title: str) -> None:
    text = markdown([replace(SOURCE, quote="", title=title)])
    assert not re.search(r"(?<!\\)(?:\\\\)*<", text) and len(re.findall(r"(?<!\\)\]\(", text)) == 1


def test_selectors_of_a_build_hold_against_its_pages(db: sqlite3.Connection) -> None:
    keys = [row[0] for row in db.execute("SELECT id FROM claims")]
    assert len(keys) > 5
    for key in keys:
        (source,) = sources(db, key, SITE)
        (text,) = db.execute("SELECT text FROM pages WHERE id = ?", (source.page_id,)).fetchone()
        assert text[source.start : source.end] == source.printed
        assert source.prefix + source.printed + source.suffix in text
        assert len(source.prefix) == min(64, source.start) and source.url == f"{SITE}/-/foia/claim/{key}"


def test_every_form_writes_every_kind(db: sqlite3.Connection) -> None:
    for table in ("claims", "contradictions", "documents", "pages"):
        (key,) = db.execute(f"SELECT id FROM {table}").fetchone()
        found = sources(db, key, SITE)
        assert len(found) == (2 if table == "contradictions" else 1)
        for form in FORMATS.values():
            assert form.written(found, "{title} {url}", "").count(SITE) >= len(found)
