"""Receiving a release: copying it unchanged, and listing what is in it."""

from __future__ import annotations

import hashlib
import io
import os
import zipfile
from email.message import EmailMessage
from pathlib import Path

import pytest
from drawn_pages import pdf, prose
from hypothesis import given
from hypothesis import strategies as st

from pipeline import unpack
from pipeline.errors import UsageError
from pipeline.receive import Received, Survey, receive, release_id_for, survey
from pipeline.records.source import Release

RELEASE = Release("marlow")


def _survey(folder: Path) -> tuple[Survey, dict[str, bytes]]:
    kept: dict[str, bytes] = {}

    def keep(data: bytes) -> str:
        sha256 = hashlib.sha256(data).hexdigest()
        kept[sha256] = data
        return sha256

    return survey(RELEASE, folder, keep), kept


def _take(path: Path, corpus: Path) -> Received:
    return receive(path, corpus, "marlow")


def _zip(members: dict[str, bytes], flag: int = 0) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    data = out.getvalue()
    if flag:  # set the bit in the local and the central header
        local, central = data.find(b"PK\x03\x04"), data.find(b"PK\x01\x02")
        edited = bytearray(data)
        edited[local + 6] |= flag
        edited[central + 8] |= flag
        data = bytes(edited)
    return data


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A release as it arrives."""
    root = tmp_path / "Marlow County (2010)"
    (root / "part 1").mkdir(parents=True)
    (root / "release.toml").write_text('id = "marlow"\n')
    (root / "letter.txt").write_text("The county asks.")
    (root / "part 1" / "reply é.txt").write_text("The office answers.")
    (root / ".DS_Store").write_bytes(b"x")
    return root


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Marlow County (2010)", "marlow-county-2010"),
        ("ÉTÉ", "ete"),
        ("...", "release"),
        ("日本", "release"),
        ("a" * 200, "a" * 64),
        ("-x-", "x"),
        ("../../etc", "etc"),
    ],
)
def test_a_release_id_is_made_of_the_name(name: str, slug: str) -> None:
    assert release_id_for(Path("somewhere") / name) == slug


def test_a_file_gives_its_name_without_the_ending(tmp_path: Path) -> None:
    (tmp_path / "Response 12.final.pdf").write_bytes(b"x")
    assert release_id_for(tmp_path / "Response 12.final.pdf") == "response-12-final"


@given(st.text(min_size=1).filter(lambda name: "/" not in name and "\x00" not in name))
def test_a_release_id_is_always_safe(name: str) -> None:
    slug = release_id_for(Path("nowhere-at-all") / name)
    assert slug and set(slug) <= set("abcdefghijklmnopqrstuvwxyz0123456789-") and not slug.startswith("-")


def test_a_folder_is_copied_byte_for_byte(folder: Path, tmp_path: Path) -> None:
    got = _take(folder, tmp_path / "corpus")
    assert set(got.copied) == {"release.toml", "letter.txt", "part 1/reply é.txt"} and not got.failures
    assert (tmp_path / "corpus/marlow/letter.txt").read_bytes() == (folder / "letter.txt").read_bytes()
    assert not list((tmp_path / "corpus").rglob(".part-*"))


def test_receiving_again_changes_nothing(folder: Path, tmp_path: Path) -> None:
    _take(folder, tmp_path / "corpus")
    again = _take(folder, tmp_path / "corpus")
    assert again.copied == () and len(again.unchanged) == 3


def test_what_is_there_is_never_overwritten(folder: Path, tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    _take(folder, corpus)
    (corpus / "marlow/release.toml").write_text('id = "marlow"\ntitle = "ours"\n')
    (folder / "letter.txt").write_text("Another letter.")
    assert _take(folder, corpus).copied == ("letter (2).txt",)
    assert _take(folder, corpus).copied == ()
    assert (corpus / "marlow/letter.txt").read_text() == "The county asks."
    assert "ours" in (corpus / "marlow/release.toml").read_text()


def test_one_file_and_a_release_in_place(folder: Path, tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    assert _take(folder / "letter.txt", corpus).copied == ("letter.txt",)
    assert receive(corpus / "marlow", corpus, "marlow") == Received("marlow", (), (), ())
    with pytest.raises(UsageError):
        receive(corpus, corpus, "other")
    with pytest.raises(UsageError):
        receive(tmp_path / "absent", corpus, "marlow")
    with pytest.raises(UsageError):
        receive(folder, corpus, "../marlow")


def test_links_lead_nowhere_else(folder: Path, tmp_path: Path) -> None:
    secret = tmp_path / "outside"
    secret.mkdir()
    (secret / "key.txt").write_text("not part of the release")
    (folder / "out-file.txt").symlink_to(secret / "key.txt")
    (folder / "out-folder").symlink_to(secret)
    (folder / "loop").symlink_to(folder)
    (folder / "again").symlink_to(folder / "part 1")
    (folder / "same.txt").symlink_to(folder / "letter.txt")
    (folder / "gone").symlink_to(folder / "nothing")
    got = _take(folder, tmp_path / "corpus")
    assert {(f.file, f.kind) for f in got.failures} == {
        ("out-file.txt", "unsafe-path"),
        ("out-folder", "unsafe-path"),
        ("gone", "unreadable"),
    }
    assert set(got.copied) == {"release.toml", "letter.txt", "part 1/reply é.txt", "same.txt"}
    assert not any("not part" in path.read_text() for path in (tmp_path / "corpus").rglob("*.txt"))


def test_a_pipe_does_not_hang_it(folder: Path, tmp_path: Path) -> None:
    os.mkfifo(folder / "pipe")
    got = _take(folder, tmp_path / "corpus")
    assert [(f.file, f.kind) for f in got.failures] == [("pipe", "not-supported")]


def test_names_that_are_no_text_are_kept_on_disk_and_printable_in_records(folder: Path, tmp_path: Path) -> None:
    with open(os.fsencode(folder) + b"/caf\xe9\n.txt", "wb") as out:  # noqa: PTH123 - bytes name
        out.write(b"Menu.")
    got = _take(folder, tmp_path / "corpus")
    assert len(got.copied) == 4 and not got.failures
    seen, _ = _survey(tmp_path / "corpus/marlow")
    names = [file.name for file in seen.files]
    assert all(name.isprintable() and name.encode() for name in names) and len(names) == 3


def test_a_survey_names_files_by_content(folder: Path) -> None:
    pdf(folder / "no-ending", prose)
    (folder / "late.pdf").write_bytes(b"junk before" + (folder / "no-ending").read_bytes())
    (folder / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + b"\x00" * 30)
    (folder / "wide.txt").write_text("The clerk wrote.", encoding="utf-16")
    (folder / "old.txt").write_bytes("The clerk’s reply – final.".encode("cp1252"))
    seen, _ = _survey(folder)
    assert {file.name: file.media_type for file in seen.files} == {
        "letter.txt": "text/plain",
        "part 1/reply é.txt": "text/plain",
        "no-ending": "application/pdf",
        "late.pdf": "application/pdf",
        "picture.txt": "image/png",
        "wide.txt": "text/plain",
        "old.txt": "text/plain",
    }
    assert [file.name for file in seen.files] == sorted(file.name for file in seen.files)
    for file in seen.files:
        place = seen.where[file.id]
        assert place.path is not None and hashlib.sha256(place.path.read_bytes()).hexdigest() == file.sha256
        assert file.id == file.sha256[:16] and file.bytes == place.path.stat().st_size


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (_zip({"[Content_Types].xml": b"x", "word/document.xml": b"x"}), "Word document"),
        (_zip({"[Content_Types].xml": b"x", "xl/workbook.xml": b"x"}), "Excel"),
        (_zip({"mimetype": b"x", "content.xml": b"x"}), "OpenDocument"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "__substg1.0_0037001F".encode("utf-16-le"), "Outlook"),
        (b"{\\rtf1 hello}", "rich-text"),
        (b"<!DOCTYPE html><html><body>x</body></html>", "web page"),
        (b"Rar!\x1a\x07\x00xxxx", "RAR"),
        (b"\x00\x00\x00\x18ftypheic", "HEIC"),
        (b"\x00\x01\x02\x03\x04\x05\x06\x07", "does not know"),
    ],
    ids=["docx", "xlsx", "odt", "msg", "rtf", "html", "rar", "heic", "unknown"],
)
def test_what_is_not_read_says_what_it_is_and_what_to_do(data: bytes, says: str, tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(data)
    (tmp_path / "fine.txt").write_text("Still taken.")
    seen, _ = _survey(tmp_path)
    assert [file.name for file in seen.files] == ["fine.txt"]
    (failure,) = seen.failures
    assert (
        failure.kind == "not-supported"
        and says in failure.message
        and failure.remedy
        and failure.stage == "intake"
        and failure.lasting
    )


def test_a_pdf_without_its_header_is_a_pdf_and_a_false_one_is_not_text(tmp_path: Path) -> None:
    whole = pdf(tmp_path / "whole.pdf", prose).read_bytes()
    (tmp_path / "headless.pdf").write_bytes(whole[whole.index(b"1 0 obj") :])
    (tmp_path / "noise.pdf").write_bytes(bytes(range(256)) * 4)
    (tmp_path / "words.pdf").write_text("These are only words.")
    (tmp_path / "about.txt").write_text("In a PDF, 1 0 obj begins an object and endobj ends it.")
    seen, _ = _survey(tmp_path)
    kinds = {file.name: file.media_type for file in seen.files}
    assert kinds == {"whole.pdf": "application/pdf", "headless.pdf": "application/pdf", "about.txt": "text/plain"}
    assert [f.file for f in seen.failures] == ["noise.pdf", "words.pdf"]
    assert all("named as a PDF" in failure.message and failure.remedy for failure in seen.failures)


def test_an_empty_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "nothing.pdf").write_bytes(b"")
    seen, _ = _survey(tmp_path)
    assert [(f.file, f.kind) for f in seen.failures] == [("nothing.pdf", "empty")]


def test_an_archive_is_opened_and_its_members_kept(tmp_path: Path) -> None:
    inner = _zip({"deep.txt": b"Deep words."})
    (tmp_path / "all.zip").write_bytes(
        _zip({"a/letter.txt": b"Words.", "inner.zip": inner, "__MACOSX/x": b"x", "a/.hidden": b"x"})
    )
    seen, kept = _survey(tmp_path)
    assert [file.name for file in seen.files] == ["all.zip!/a/letter.txt", "all.zip!/inner.zip!/deep.txt"]
    assert [kept[seen.where[file.id].kept] for file in seen.files] == [b"Words.", b"Deep words."]
    assert seen.failures == ()


def test_an_archive_that_stores_a_pdf_uncompressed_is_an_archive(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "all.zip", "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("letter.pdf", b"%PDF-1.4\n1 0 obj endobj")
        archive.writestr("note.txt", b"Words.")
    seen, _ = _survey(tmp_path)
    assert [file.name for file in seen.files] == ["all.zip!/letter.pdf", "all.zip!/note.txt"]


def test_archives_too_deep_are_not_opened(tmp_path: Path) -> None:
    data = _zip({"end.txt": b"Words."})
    for level in range(5):
        data = _zip({f"level{level}.zip": data, f"note{level}.txt": f"Note {level}.".encode()})
    (tmp_path / "top.zip").write_bytes(data)
    seen, _ = _survey(tmp_path)
    assert [f.kind for f in seen.failures] == ["too-large"]
    assert len(seen.files) == unpack.DEPTH


@pytest.mark.parametrize("name", ["../up.txt", "/abs.txt", "C:\\x.txt", "a/../../b.txt", "..\\up.txt"])
def test_a_member_that_leads_outside_is_refused_and_the_rest_taken(name: str, tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(_zip({name: b"Bad words.", "good.txt": b"Good words."}))
    seen, kept = _survey(tmp_path)
    assert [f.kind for f in seen.failures] == ["unsafe-path"]
    assert [file.name for file in seen.files] == ["a.zip!/good.txt"] and b"Bad words." not in kept.values()


def test_a_locked_a_damaged_and_an_empty_archive(tmp_path: Path) -> None:
    (tmp_path / "locked.zip").write_bytes(_zip({"x.txt": b"Words."}, flag=1))
    whole = _zip({"x.txt": b"Words. " * 50})
    (tmp_path / "cut.zip").write_bytes(whole[: len(whole) // 2])
    (tmp_path / "empty.zip").write_bytes(_zip({}))
    broken = bytearray(_zip({"x.txt": bytes(range(256)) * 8, "y.txt": b"Fine."}))
    broken[60] ^= 0xFF
    (tmp_path / "bits.zip").write_bytes(bytes(broken))
    seen, _ = _survey(tmp_path)
    assert {(f.file.split("!")[0], f.kind) for f in seen.failures} == {
        ("locked.zip", "encrypted"),
        ("cut.zip", "damaged"),
        ("empty.zip", "empty"),
        ("bits.zip", "damaged"),
    }
    assert [file.name for file in seen.files] == ["bits.zip!/y.txt"]


def test_a_bomb_is_not_unpacked(tmp_path: Path) -> None:
    (tmp_path / "bomb.zip").write_bytes(_zip({"zeros.txt": b"0" * (unpack.BOMB_BYTES + 1), "note.txt": b"Words."}))
    seen, _ = _survey(tmp_path)
    assert [f.kind for f in seen.failures] == ["too-large"]
    assert [file.name for file in seen.files] == ["bomb.zip!/note.txt"]


def test_attachments_of_a_mail_are_files_of_their_own(tmp_path: Path) -> None:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "clerk@example.org", "sheriff@example.org", "The vote"
    message.set_content("See the attached.")
    message.add_attachment(b"Words.", maintype="application", subtype="octet-stream", filename="../../vote.txt")
    message.add_attachment(_zip({"in.txt": b"More words."}), maintype="application", subtype="zip", filename="all.zip")
    message.add_attachment("Third.", filename="vote.txt")
    forwarded = EmailMessage()
    forwarded["From"], forwarded["To"], forwarded["Subject"] = "a@example.org", "b@example.org", "Fwd"
    forwarded.set_content("Forwarded words.")
    message.add_attachment(forwarded)
    (tmp_path / "m.eml").write_bytes(bytes(message))
    seen, kept = _survey(tmp_path)
    names = [file.name for file in seen.files]
    assert names[0] == "m.eml" and {"m.eml!/vote.txt", "m.eml!/vote (2).txt", "m.eml!/all.zip!/in.txt"} <= set(names)
    assert sum(file.media_type == "message/rfc822" for file in seen.files) == 2
    assert b"More words." in kept.values() and seen.failures == ()


def test_the_same_bytes_are_one_file_with_all_its_places(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt"):
        (tmp_path / name).write_text("Same words.")
    (tmp_path / "z.zip").write_bytes(_zip({"0.txt": b"Same words."}))
    seen, _ = _survey(tmp_path)
    (file,) = seen.files
    assert file.name == "a.txt" and file.also == ("marlow:b.txt", "marlow:z.zip!/0.txt")
    assert seen.where[file.id].path == tmp_path / "a.txt"


def test_prose_that_begins_like_a_mail_is_text(tmp_path: Path) -> None:
    (tmp_path / "memo.txt").write_text("From: the clerk\nTo: the sheriff\nSubject: the vote\n\nWords.")
    (tmp_path / "saved").write_text("Received: by mail\nFrom: a@example.org\nTo: b@example.org\nMessage-ID: <1@x>\n\nWords.")
    seen, _ = _survey(tmp_path)
    assert {file.name: file.media_type for file in seen.files} == {"memo.txt": "text/plain", "saved": "message/rfc822"}


@pytest.mark.parametrize("name", ["release.toml", "boundaries.toml", "privacy.toml"])
def test_what_people_decided_about_a_release_is_no_record_of_it(folder: Path, name: str) -> None:
    # privacy.toml names whom it withholds and why: it was once published as a page.
    (folder / name).write_text('why = "the informant"\n')
    seen, kept = _survey(folder)
    assert name not in {file.name for file in seen.files}
    assert b"informant" not in b"".join(kept.values())
