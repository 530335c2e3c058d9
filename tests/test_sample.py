"""The sample release is whole: what its truth promises is in the PDFs, and drawing it again gives the same bytes."""

from __future__ import annotations

import hashlib
import json
import platform
import re
import subprocess
import sys
import tomllib
from collections import Counter
from collections.abc import Callable, Iterator
from difflib import SequenceMatcher
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pypdfium2
import pytest

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "corpus" / "sample"
MARK = "SAMPLE - invented for testing - not an agency record"
PROPOSITIONS = {
    "participation-voluntary", "opt-out-available", "agreement-required", "targets-serious-criminals", "noncriminals-removed",
    "minor-traffic-enforcement", "federal-law-mandates-sharing", "detainer-mandatory", "local-cost-free", "racial-profiling",
    "harms-community-trust", "program-in-force",
}  # fmt: skip
METRICS = {"jurisdictions-active", "removals-total", "noncriminal-share", "level1-share", "complaint-count"}
RELEASE_KEYS = {
    "id", "title", "agency", "component", "requester", "request_number", "litigation", "received_on", "source_url",
    "languages", "topics", "passwords", "note",
}  # fmt: skip
KINDS = {"email", "memo", "letter", "agreement", "talking-points", "report", "press", "cover-letter", "form", "withheld-page"}

Truth = dict[str, Any]


@pytest.fixture(scope="module")
def truth() -> Truth:
    return json.loads((ROOT / "tests" / "golden" / "sample_truth.json").read_text(encoding="utf-8"))


def pages(truth: Truth) -> Iterator[tuple[str, dict[str, Any]]]:
    """(file name, page) for every page."""
    return ((file["name"], page) for file in truth["files"] for page in file["pages"])


def page_of(truth: Truth, name: str, number: int) -> dict[str, Any]:
    return next(page for file, page in pages(truth) if file == name and page["page_no"] == number)


def text_of(name: str, number: int) -> str:
    """The page's own text layer, visible or not, white space folded."""
    document = pypdfium2.PdfDocument(FOLDER / name)
    try:
        return " ".join(document[number - 1].get_textpage().get_text_bounded().split())
    finally:
        document.close()


def boxes(truth: Truth) -> list[dict[str, Any]]:
    return [box for _, page in pages(truth) for box in page["redactions"]]


def test_the_folder_holds_the_release_and_nothing_else(truth: Truth) -> None:
    expected = {"release.toml": None} | {file["name"]: file["sha256"] for file in truth["files"]}
    assert {path.name for path in FOLDER.iterdir() if not path.name.startswith(".")} == set(expected)
    for name, sha256 in expected.items():
        assert sha256 in (None, hashlib.sha256((FOLDER / name).read_bytes()).hexdigest()), name
    assert sum(path.stat().st_size for path in FOLDER.iterdir()) < 6_000_000


def test_release_toml_has_only_known_keys() -> None:
    release = tomllib.loads((FOLDER / "release.toml").read_text(encoding="utf-8"))
    assert set(release) <= RELEASE_KEYS
    assert release["id"] == "sample" and release["topics"] == ["secure-communities"]


def test_size_and_page_counts(truth: Truth) -> None:
    assert 6 <= len(truth["files"]) <= 8
    assert len(list(pages(truth))) >= 35
    for file in truth["files"]:
        document = pypdfium2.PdfDocument(FOLDER / file["name"])
        assert len(document) == len(file["pages"]), file["name"]
        document.close()


def test_every_page_says_sample(truth: Truth) -> None:
    for name, page in pages(truth):
        assert MARK in page["lines"], (name, page["page_no"])
        assert not any("[[" in line or "{{" in line or "<<" in line or "**" in line for line in page["lines"])


FEATURES: dict[str, Callable[[dict[str, Any]], bool]] = {
    "turned by a quarter": lambda p: p["rotation"] in (90, 270),
    "upside down": lambda p: p["rotation"] == 180,
    "skewed by two degrees": lambda p: abs(p["skew"]) >= 1.8,
    "fax": lambda p: p["look"] == "fax",
    "blank": lambda p: p["look"] == "blank" and not p["bates"] and p["lines"] == [MARK],
    "grey scan": lambda p: p["look"] == "grey",
    "copier edge": lambda p: p["look"] == "copier",
    "born digital": lambda p: p["layer"] == "live",
    "symbols for a text layer": lambda p: p["layer"] == "garbage",
    "shifted letters for a text layer": lambda p: p["layer"] == "garbled",
    "OCR layer over a scan": lambda p: p["layer"] == "ocr",
    "withheld in full": lambda p: any(r["box"][3] - r["box"][1] > 0.6 for r in p["redactions"]),
    "white outlined box": lambda p: any(r["fill"] == "white" for r in p["redactions"]),
    "box over several lines": lambda p: len(p["redactions"]) > len({r["group"] for r in p["redactions"]}),
    "clipped code": lambda p: any(r["raw"].endswith("...") for r in p["redactions"]),
    "code with a rider": lambda p: any(re.search(r"\(b\)\(5\) [A-Z]+", r["raw"]) for r in p["redactions"]),
    "failed redaction in a born-digital page": lambda p: p["layer"] == "live" and any(r["failed"] for r in p["redactions"]),
    "failed redaction under a scan": lambda p: p["layer"] == "ocr" and any(r["failed"] for r in p["redactions"]),
    "no Bates stamp": lambda p: not p["bates"],
    "mail header with nothing but codes": lambda p: "From: (b)(6), (b)(7)(C)" in p["lines"],
    "named staff beside coded staff": lambda p: any(re.match(r"To: .*\(b\).*Press Officer", line) for line in p["lines"]),
    "header that lost its letters": lambda p: any(line.startswith("T (b)") for line in p["lines"]),
    "handheld sign-off": lambda p: "Sent from my BlackBerry Wireless Handheld" in p["lines"],
    "quoted mail": lambda p: any(line.startswith("> ") for line in p["lines"]),
    "rubber stamp": lambda p: bool(p["marks"]),
}


@pytest.mark.parametrize("feature", FEATURES)
def test_feature_is_present(truth: Truth, feature: str) -> None:
    assert any(FEATURES[feature](page) for _, page in pages(truth))


def test_a_header_block_is_cut_by_date_and_stamp(truth: Truth) -> None:
    listed = [page for _, page in pages(truth)]
    cut = [
        (page, after)
        for page, after in pairwise(listed)
        if len(page["lines"]) > 3 and page["lines"][-3].startswith("Sent:") and after["lines"][1].startswith("To:")
    ]
    assert cut
    assert all(re.fullmatch(r"\d+/\d+/\d{4}", page["lines"][-2]) and page["lines"][-1] == page["bates"] for page, _ in cut)


def test_kinds_of_record(truth: Truth) -> None:
    assert {document["kind"] for document in truth["documents"]} >= KINDS
    for document in truth["documents"]:
        assert re.fullmatch(r"\d{4}-\d{2}-\d{2}|", document["date"]), document["key"]
        page = page_of(truth, document["file"], document["first_page"])
        assert page["document"] == document["key"] and page["bates"] == document["bates_first"]


def test_bates_numbers_are_unique_and_rise(truth: Truth) -> None:
    stamps = [page["bates"] for _, page in pages(truth) if page["bates"]]
    assert all(re.fullmatch(r"SAMPLE FOIA 26-0001\.\d{7}", stamp) for stamp in stamps)
    assert stamps == sorted(set(stamps))
    numbers = [int(stamp[-7:]) for stamp in stamps]
    assert numbers[-1] - numbers[0] + 1 > len(numbers), "real productions have gaps"


def test_the_printed_index_agrees_with_the_release(truth: Truth) -> None:
    index = next(d for d in truth["documents"] if d["key"] == "index")
    rows = [line.split()[0] for line in page_of(truth, index["file"], index["first_page"])["lines"] if line[:4] == "0000"]
    expected = []
    for document in truth["documents"]:
        if document["bates_first"]:
            first, last = document["bates_first"][-7:], document["bates_last"][-4:]
            expected.append(first if first.endswith(last) else f"{first}-{last}")
    assert rows == expected
    cover = " ".join(page_of(truth, index["file"], 1)["lines"])
    assert f"found {sum(bool(page['bates']) for _, page in pages(truth))} pages" in cover


def test_boxes_lie_on_the_page(truth: Truth) -> None:
    found = boxes(truth)
    assert len(found) > 60
    for box in found:
        x0, y0, x1, y1 = box["box"]
        assert 0 <= x0 < x1 <= 1 and 0 <= y0 < y1 <= 1
        assert box["raw"] == "" or box["codes"], "a code is printed only where one was claimed"
        cut = box["raw"].removesuffix("...")
        assert " ".join([", ".join(box["codes"]), *box["riders"]]).startswith(cut)


def test_boxes_are_drawn_where_the_truth_says(truth: Truth) -> None:
    """On a straight scan the left end of every black box is dark."""
    checked = 0
    for name, page in pages(truth):
        if page["look"] not in ("bitonal", "grey") or page["rotation"]:
            continue
        document = pypdfium2.PdfDocument(FOLDER / name)
        image = document[page["page_no"] - 1].render(scale=1.5, grayscale=True).to_numpy().squeeze()
        document.close()
        high, wide = image.shape
        for box in page["redactions"]:
            x0, y0, _, y1 = box["box"]
            inside = image[round(y0 * high) + 3 : round(y1 * high) - 2, round(x0 * wide) + 4 : round(x0 * wide) + 9]
            if box["fill"] == "black":
                assert np.median(inside) < 70, (name, page["page_no"], box)
                checked += 1
    assert checked > 30


def test_visible_words_of_digital_pages_are_in_their_layer(truth: Truth) -> None:
    for name, page in pages(truth):
        if page["layer"] == "live":
            layer = text_of(name, page["page_no"])
            for line in page["lines_without_codes"]:
                first = next((word for word in line.split() if len(word) > 3), "")
                assert first in layer, (name, page["page_no"], line)


def test_words_under_failed_redactions_are_in_the_file_and_not_on_the_page(truth: Truth) -> None:
    hidden = [secret for secret in truth["secrets"] if not secret["printed"]]
    assert {page_of(truth, s["file"], s["page_no"])["layer"] for s in hidden} == {"live", "ocr"}
    for secret in hidden:
        words = text_of(secret["file"], secret["page_no"]).split()  # an upside-down layer comes out last word first
        assert not Counter(secret["text"].split()) - Counter(words)


def test_secrets_are_shown_nowhere_else(truth: Truth) -> None:
    for secret in truth["secrets"]:
        places = {
            (name, page["page_no"]) for name, page in pages(truth) if secret["text"].lower() in " ".join(page["lines"]).lower()
        }
        assert places == ({(secret["file"], secret["page_no"])} if secret["printed"] else set()), secret["kind"]


def test_identifiers_belong_to_nobody(truth: Truth) -> None:
    printed = [secret for secret in truth["secrets"] if secret["printed"]]
    kinds = {"name", "a-number", "ssn", "date-of-birth", "address", "phone", "email"}
    by_page: dict[tuple[str, int], set[str]] = {}
    for secret in printed:
        by_page.setdefault((secret["file"], secret["page_no"]), set()).add(secret["kind"])
    assert len(by_page) == 2 and all(found == kinds for found in by_page.values())
    assert {page_of(truth, *place)["layer"] for place in by_page} == {"live", "none"}
    reserved = {"ssn": r"(000|666|9\d\d)-\d\d-\d{4}", "phone": r".*555\D+01\d\d", "email": r".*@example\.org"}
    for secret in printed:
        assert re.fullmatch(reserved.get(secret["kind"], ".+"), secret["text"]), secret
    others = re.findall(r"\(?\d{3}\)?[ -]\d{3}-\d{4}", " ".join(" ".join(page["lines"]) for _, page in pages(truth)))
    assert all("555-01" in number for number in others)


def test_redacted_words_of_one_copy_are_not_in_its_file(truth: Truth) -> None:
    """What one copy of the thread hides and the other shows is burned away, not covered up."""
    shown = next(s for s in truth["statements"] if s["key"] == "mail-stop-voluntary")
    page = page_of(truth, "02_emails.pdf", 1)
    assert shown["quote"] not in " ".join(page["lines"])
    assert shown["quote"] in " ".join(page_of(truth, shown["file"], shown["page_no"])["lines"])
    assert text_of("02_emails.pdf", 1) == "" and text_of(shown["file"], shown["page_no"]) == ""


def test_statements_stand_on_their_pages(truth: Truth) -> None:
    keys = [statement["key"] for statement in truth["statements"]]
    assert len(keys) == len(set(keys))
    for statement in truth["statements"]:
        lines = page_of(truth, statement["file"], statement["page_no"])["lines"]
        text = " ".join(line.removeprefix("> ") for line in lines)
        assert statement["quote"] in text, statement["key"]
    claims = [s for s in truth["statements"] if s["role"] == "claim"]
    assert all(bool(s["proposition"]) != bool(s["metric"]) for s in claims)
    assert all((s["stance"] in ("affirm", "deny")) == bool(s["proposition"]) for s in claims)
    assert {s["proposition"] for s in claims} - {""} == PROPOSITIONS
    assert {s["metric"] for s in claims} - {""} == METRICS


def test_every_speaker_is_a_role(truth: Truth) -> None:
    roles = {s["speaker"] for s in truth["statements"] if s["role"] == "claim"} | {d["author"] for d in truth["documents"]}
    words = {
        "officer", "office", "director", "chief", "coordinator", "affairs", "adviser", "branch", "analyst", "liaison", "clerk",
        "communities", "staff", "bureau", "representative", "sheriff", "attorney", "commissioner", "lieutenant", "supervisor",
    }  # fmt: skip
    assert all(not role or words & set(re.findall("[a-z]+", role.lower())) for role in roles)


def test_pairs_name_statements_that_exist(truth: Truth) -> None:
    statements = {s["key"]: s for s in truth["statements"]}
    for pair in truth["contradictions"]:
        left, right = statements[pair["left"]], statements[pair["right"]]
        assert left["role"] == right["role"] == "claim", pair
        if pair["kind"] in ("stance", "dispute", "shift"):
            assert left["proposition"] == right["proposition"] and {left["stance"], right["stance"]} == {"affirm", "deny"}, pair
        if pair["kind"] == "number":
            assert left["metric"] == right["metric"] and left["period"] == right["period"] and left["value"] != right["value"]
    assert {pair["kind"] for pair in truth["contradictions"]} == {"stance", "dispute", "number", "data", "shift"}
    wrong = {frozenset((p["left"], p["right"])) for p in truth["contradictions"]}
    for pair in truth["not_contradictions"]:
        assert {pair["left"], pair["right"]} <= set(statements) and frozenset((pair["left"], pair["right"])) not in wrong
    assert len(truth["not_contradictions"]) >= 20


def test_families(truth: Truth) -> None:
    documents = {d["key"]: d for d in truth["documents"]}
    for family in truth["families"]:
        texts = [
            " ".join(line for _, page in pages(truth) if page["document"] == key for line in page["lines_without_codes"])
            for key in family["documents"]
        ]
        assert len({documents[key]["file"] for key in family["documents"]}) == 2
        assert SequenceMatcher(None, *(text.split() for text in texts), autojunk=False).ratio() > 0.7
    assert {family["kind"] for family in truth["families"]} == {"copy", "version"}


def test_the_numbers_in_the_table_add_up(truth: Truth) -> None:
    page = next(page for _, page in pages(truth) if page["rotation"] in (90, 270))
    rows = [
        [int(n.replace(",", "")) for n in re.findall(r"(?<![\d.])\d[\d,]*(?= |$)", line)]
        for line in page["lines"]
        if line.endswith("%")
    ]
    assert len(rows) == 7
    for row in rows:
        assert sum(row[:4]) == row[4], row
    assert [sum(column) for column in zip(*rows[:-1], strict=True)] == rows[-1]


@pytest.mark.slow
def test_drawing_it_again_gives_the_same_bytes(tmp_path: Path) -> None:
    script = ROOT / "scripts" / "make_sample_release.py"
    command = [sys.executable, str(script), "--release", str(tmp_path / "sample"), "--truth", str(tmp_path / "truth.json")]
    subprocess.run(command, check=True, capture_output=True, cwd=tmp_path)
    made = {path.name: path.read_bytes() for path in (tmp_path / "sample").iterdir()}
    assert set(made) == {path.name for path in FOLDER.iterdir() if not path.name.startswith(".")}
    if (sys.platform, platform.machine()) != ("linux", "x86_64"):
        pytest.skip("the committed bytes were drawn on 64-bit Linux; other builds of the font renderer may round otherwise")
    assert [name for name, data in sorted(made.items()) if data != (FOLDER / name).read_bytes()] == []
    assert (tmp_path / "truth.json").read_bytes() == (ROOT / "tests" / "golden" / "sample_truth.json").read_bytes()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "number", "least"),
    [("02_emails.pdf", 3, 0.98), ("02_emails.pdf", 8, 0.9), ("04_congress.pdf", 3, 0.98), ("07_statistics.pdf", 1, 0.98)],
)
def test_scans_can_be_read(truth: Truth, name: str, number: int, least: float) -> None:
    """Clean scans read nearly as printed, the fax still mostly: likeness 0..1 of what OCR reads to what is printed."""
    from pipeline.engines.tesseract import Embedded
    from pipeline.records.spans import joined

    page = page_of(truth, name, number)
    document = pypdfium2.PdfDocument(FOLDER / name)
    image = document[number - 1].render(scale=300 / 72, grayscale=True).to_numpy().squeeze().copy()
    document.close()
    for box in page["redactions"]:
        x0, y0, x1, y1 = box["box"]
        high, wide = image.shape
        image[max(0, int(y0 * high) - 3) : int(y1 * high) + 4, max(0, int(x0 * wide) - 3) : int(x1 * wide) + 4] = 255
    read = " ".join(joined(Embedded().recognise(image, 300, ("eng",))).split())
    printed = " ".join(" ".join(page["lines_without_codes"]).split())
    assert SequenceMatcher(None, read, printed, autojunk=False).ratio() > least
