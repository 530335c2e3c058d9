"""Tells what a file is by its first bytes, never by its name alone, and what to do with what is not read here."""

from __future__ import annotations

import re

PDF, TEXT, MAIL, ZIP = "application/pdf", "text/plain", "message/rfc822", "application/zip"
READ = frozenset(
    {PDF, TEXT, MAIL, "image/png", "image/jpeg", "image/tiff", "image/gif", "image/bmp", "image/webp"}
)  # what has pages; an archive is opened instead
HEAD = 64 * 1024  # bytes that are looked at
PDF_WITHIN = 1024  # bytes of junk that readers allow before a PDF's header

_MAGIC: tuple[tuple[bytes, int, str], ...] = (
    (b"\x89PNG\r\n\x1a\n", 0, "image/png"),
    (b"\xff\xd8\xff", 0, "image/jpeg"),
    (b"II*\x00", 0, "image/tiff"),
    (b"MM\x00*", 0, "image/tiff"),
    (b"II+\x00", 0, "image/tiff"),
    (b"MM\x00+", 0, "image/tiff"),
    (b"GIF87a", 0, "image/gif"),
    (b"GIF89a", 0, "image/gif"),
    (b"WEBP", 8, "image/webp"),
)

_OTHERS: tuple[tuple[bytes, int, str, str], ...] = (
    (b"{\\rtf", 0, "a rich-text file", "Save it as PDF."),
    (b"%!PS", 0, "a PostScript file", "Convert it to PDF."),
    (b"7z\xbc\xaf\x27\x1c", 0, "a 7-Zip archive", "Unpack it and ingest the folder."),
    (b"Rar!\x1a\x07", 0, "a RAR archive", "Unpack it and ingest the folder."),
    (b"\x1f\x8b", 0, "a gzip archive", "Unpack it and ingest the folder."),
    (b"BZh", 0, "a bzip2 archive", "Unpack it and ingest the folder."),
    (b"\xfd7zXZ", 0, "an xz archive", "Unpack it and ingest the folder."),
    (b"ustar", 257, "a tar archive", "Unpack it and ingest the folder."),
    (b"ftyphei", 4, "a HEIC photograph", "Convert it to JPEG or PDF."),
    (b"ftypmif1", 4, "a HEIC photograph", "Convert it to JPEG or PDF."),
    (b"ftyp", 4, "a video or sound recording", "Transcribe it and add the transcript."),
    (b"RIFF", 0, "a sound or video recording", "Transcribe it and add the transcript."),
    (b"ID3", 0, "a sound recording", "Transcribe it and add the transcript."),
    (b"OggS", 0, "a sound recording", "Transcribe it and add the transcript."),
    (b"\x1aE\xdf\xa3", 0, "a video", "Transcribe it and add the transcript."),
    (b"\x00\x00\x00\x0cjP  ", 0, "a JPEG 2000 picture", "Convert it to PNG or PDF."),
    (b"AT&TFORM", 0, "a DjVu file", "Convert it to PDF."),
    (b"SQLite format 3\x00", 0, "a database", "Export what matters as PDF."),
    (b"!BDN", 0, "an Outlook mailbox", "Save its messages as .eml files."),
    (b"MZ", 0, "a program", "Leave it out."),
    (b"\x7fELF", 0, "a program", "Leave it out."),
)

_OFFICE_ZIP = (
    ("word/", "a Word document", "Convert it to PDF."),
    ("xl/", "an Excel workbook", "Print the sheets to PDF."),
    ("ppt/", "a PowerPoint file", "Convert it to PDF."),
    ("META-INF/container.xml", "an e-book", "Convert it to PDF."),
    ("content.xml", "an OpenDocument file", "Convert it to PDF."),
)

_NEVER_TEXT = (
    ".pdf",
    ".png",
    ".jpg",
    ".jpeg",
    ".tif",
    ".tiff",
    ".gif",
    ".bmp",
    ".webp",
    ".zip",
    ".docx",
    ".xlsx",
    ".pptx",
    ".doc",
    ".xls",
)
_OBJECT = re.compile(rb"(?:^|[\r\n])\s*\d{1,7} \d{1,5} obj\b")
_NO_OFFICE = ("an archive", "")

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HEADER = re.compile(
    rb"(?:From|To|Cc|Date|Subject|Received|Return-Path|Delivered-To|Message-ID|MIME-Version|X-[\w-]+|DKIM-Signature):", re.I
)


def media_type(head: bytes, name: str) -> str:
    """The media type these first bytes show, or '' for what is not read here.

    `name` only helps to tell mail from text, and text from a file whose name promises something else.
    """
    if head[:4] in (b"PK\x03\x04", b"PK\x05\x06"):
        return ZIP  # first, for an archive that does not compress shows its first member's header
    if b"%PDF-" in head[: PDF_WITHIN + 5]:
        return PDF
    if _OBJECT.search(head) and (b"endobj" in head or b"/Type" in head):
        return PDF  # its header is lost; the objects are there, and readers repair such files
    for magic, at, kind in _MAGIC:
        if head[at : at + len(magic)] == magic:
            return kind
    if head[:2] == b"BM" and len(head) > 26 and int.from_bytes(head[14:18], "little") in (12, 40, 52, 56, 64, 108, 124):
        return "image/bmp"
    if any(head[at : at + len(magic)] == magic for magic, at, _, _ in _OTHERS) or head.startswith(_OLE):
        return ""
    if not _is_text(head) or _is_html(head) or name.lower().endswith(_NEVER_TEXT):
        return ""
    return MAIL if _is_mail(head, name) else TEXT


def described(head: bytes, name: str) -> tuple[str, str]:
    """(what it seems to be, what to do) for a file that is not read. `name` only helps where nothing else does."""
    if head.startswith(_OLE):
        return _ole(head)
    for magic, at, what, remedy in _OTHERS:
        if head[at : at + len(magic)] == magic:
            return what, remedy
    if _is_text(head) and _is_html(head):
        return "a web page", "Print it to PDF."
    if name.lower().endswith(".pdf"):
        return "named as a PDF, but no PDF begins in it", "Ask for the file again; if it is text, name it .txt."
    if name.lower().endswith(_NEVER_TEXT):
        return (
            f"named .{name.lower().rsplit('.', 1)[1]}, but holds something else",
            "Ask for the file again; if it is text, name it .txt.",
        )
    return "a kind of file this program does not know", "Convert it to PDF, or leave it out."


def office(names: list[str]) -> bool:
    """Whether a zip with these members is an office document or e-book, not an archive of records."""
    marked = "[Content_Types].xml" in names or "mimetype" in names
    return marked and office_kind(names) != _NO_OFFICE


def office_kind(names: list[str]) -> tuple[str, str]:
    """(what it is, what to do) for a zip that is really a document."""
    for part, what, remedy in _OFFICE_ZIP:
        if any(name == part or (part.endswith("/") and name.startswith(part)) for name in names):
            return what, remedy
    return _NO_OFFICE


def _ole(head: bytes) -> tuple[str, str]:
    if "__substg1.0".encode("utf-16-le") in head or "__nameid".encode("utf-16-le") in head:
        return "an Outlook message", "Save it as .eml or print it to PDF."
    if "WordDocument".encode("utf-16-le") in head:
        return "a Word document", "Convert it to PDF."
    if "Workbook".encode("utf-16-le") in head:
        return "an Excel workbook", "Print the sheets to PDF."
    return "an older office document or Outlook message", "Convert it to PDF; a message can be saved as .eml."


def _is_text(head: bytes) -> bool:
    """UTF-8 or UTF-16 with its mark, or a single-byte encoding with hardly any control codes."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    if b"\x00" in head or not head:
        return False
    controls = sum(byte < 32 and byte not in (9, 10, 12, 13, 26, 27) for byte in head)
    if controls > len(head) // 500 + 1:
        return False
    try:
        head[:-4].decode("utf-8")
        return True
    except UnicodeDecodeError:
        return sum(byte >= 128 for byte in head) < 0.3 * len(head)


def _is_html(head: bytes) -> bool:
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")[:200].lower()
    return start.startswith((b"<!doctype html", b"<html", b"<head", b"<body"))


def _is_mail(head: bytes, name: str) -> bool:
    """Header lines at the top; three suffice, or two where the name ends in .eml. A printed "From:" in prose does not."""
    found: set[bytes] = set()
    for line in head.lstrip(b"\xef\xbb\xbf").splitlines()[:60]:
        match = _HEADER.match(line)
        if match:
            found.add(match[0].lower())
        elif not line[:1].isspace() and not re.match(rb"[\w-]+:", line):
            break
        if not line.strip():
            break
    if name.lower().endswith(".eml"):
        return len(found) >= 1
    machine = {b"message-id:", b"mime-version:", b"received:", b"return-path:", b"delivered-to:", b"dkim-signature:"}
    return len(found) >= 3 and bool(found & machine)
