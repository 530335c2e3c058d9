"""A PDF that carries private matter wherever a PDF can, taken in, built and searched byte for byte."""

from __future__ import annotations

import io
import json
import sqlite3
import subprocess
import sys
from pathlib import Path

import pypdfium2
import pytest
from reportlab.pdfgen.canvas import Canvas

# Every place has a secret of its own, so that a leak says where it came from.
SECRETS = {
    "page": "098 765 401",
    "title": "098 765 402",
    "subject": "098 765 403",
    "keywords": "098 765 404",
    "bookmark": "098 765 405",
    "note": "098 765 406",
    "field": "098 765 407",
    "invisible": "098 765 408",
    "white": "098 765 409",
    "covered": "098 765 410",
    "off page": "098 765 411",
    "file name": "098765412",
    "attachment": "098 765 413",
    "revision": "098 765 414",
}


def _hostile(path: Path) -> None:
    canvas = Canvas(str(path), pagesize=(612, 792), pageCompression=0)
    canvas.setTitle(f"Alien number A {SECRETS['title']}")
    canvas.setSubject(f"A {SECRETS['subject']}")
    canvas.setKeywords([f"A {SECRETS['keywords']}"])
    canvas.setFont("Helvetica", 11)
    for order in range(12):
        canvas.drawString(72, 700 - 20 * order, f"The county clerk returned schedule {order} to the field office (SAMPLE).")
    canvas.drawString(72, 440, f"The subject, A {SECRETS['page']}, was seen.")
    canvas.drawString(72, 420, f"The other, A {SECRETS['covered']}, was not.")
    canvas.rect(70, 416, 300, 15, fill=1)
    canvas.setFillGray(1)
    canvas.drawString(72, 400, f"A {SECRETS['white']}")
    canvas.setFillGray(0)
    canvas.drawString(72, -40, f"A {SECRETS['off page']}")
    unseen = canvas.beginText(72, 380)
    unseen.setTextRenderMode(3)
    unseen.textOut(f"A {SECRETS['invisible']}")
    canvas.drawText(unseen)
    canvas.bookmarkPage("one")
    canvas.addOutlineEntry(f"A {SECRETS['bookmark']}", "one")
    canvas.textAnnotation(f"A {SECRETS['note']}", (500, 700, 520, 720))
    canvas.acroForm.textfield(value=f"A {SECRETS['field']}", x=72, y=300, width=200, height=20)
    canvas.save()
    document = pypdfium2.PdfDocument(str(path))
    document.new_attachment("notes.txt").set_data(f"A {SECRETS['attachment']}".encode())
    out = io.BytesIO()
    document.save(out, version=17)
    document.close()
    # A later revision keeps the bytes of the one before it: here, an object that nothing points to any more.
    path.write_bytes(out.getvalue() + f"\n99 0 obj\n(A {SECRETS['revision']})\nendobj\n%%EOF\n".encode())


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("hostile")
    folder = root / "received"
    folder.mkdir()
    _hostile(folder / f"A-file {SECRETS['file name']}.pdf")
    places = ["--corpus", str(root / "corpus"), "--artifacts", str(root / "art"), "--db", str(root / "db")]
    for command in (
        ["ingest", str(folder), "--release", "hostile", "--jobs", "1"],
        ["build"],
        ["export", "--to", str(root / "out")],
    ):
        done = subprocess.run([sys.executable, "-m", "pipeline", *command, *places], check=False, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr[-800:]
    return root


def _forms(secret: str) -> tuple[bytes, ...]:
    digits = secret.replace(" ", "")
    return secret.encode(), digits.encode(), f"{digits[:3]}-{digits[3:6]}-{digits[6:]}".encode(), digits.encode("utf-16-le")


@pytest.mark.slow
@pytest.mark.parametrize("place", SECRETS)
def test_no_byte_of_what_is_published_tells(published: Path, place: str) -> None:
    files = [path for path in (published / "db").rglob("*") if path.is_file() and path.name != "private.db"]
    files += [path for path in (published / "out").rglob("*") if path.is_file()]
    assert len(files) > 5
    told = [path.name for path in files for form in _forms(SECRETS[place]) if form in path.read_bytes()]
    assert told == []


@pytest.mark.slow
def test_what_was_hidden_on_the_page_is_listed_for_the_person_who_may_look(published: Path) -> None:
    db = sqlite3.connect(published / "db" / "private.db")
    listed = " ".join(text for (text,) in db.execute("SELECT text FROM withheld"))
    db.close()
    for place in ("page", "covered", "invisible", "white", "file name"):
        assert SECRETS[place].replace(" ", "") in listed.replace(" ", ""), place


@pytest.mark.slow
def test_the_page_is_published_with_the_rest_of_its_words(published: Path) -> None:
    db = sqlite3.connect(published / "db" / "foia.db")
    (text,) = db.execute("SELECT text FROM pages").fetchone()
    (boxes,) = db.execute("SELECT json_group_array(kind) FROM redactions").fetchone()
    db.close()
    assert "The county clerk returned schedule 7" in text and "was seen" in text
    assert "black" in json.loads(boxes)
