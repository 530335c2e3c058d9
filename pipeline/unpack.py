"""Opens archives and mails that arrived as one file and hands out what is inside, within limits. Writes nothing to disk."""

from __future__ import annotations

import email
import email.policy
import stat
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO

from pipeline import sniff

MOST_MEMBER = 512 * 1024**2
MOST_ARCHIVE = 2 * 1024**3
MOST_MEMBERS = 20_000
BOMB_RATIO, BOMB_BYTES = 200, 10 * 1024**2  # a member beyond both is a bomb: text packs 10:1, blank scans up to 100:1
DEPTH = 3  # archives within archives
CHUNK = 1024 * 1024
REMEDY_PARTS = "Unpack it, leave out what is not needed, and ingest the folder."


@dataclass(frozen=True, slots=True)
class Member:
    """What lay inside: `data` is its bytes, or None with the `kind`, `message` and `remedy` of why it was not taken."""

    name: str
    data: bytes | None
    kind: str = ""
    message: str = ""
    remedy: str = ""


def zip_names(source: Path | IO[bytes]) -> list[str]:
    """The names in a zip, or an empty list where it does not open."""
    try:
        with zipfile.ZipFile(source) as archive:
            return archive.namelist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return []


def zip_members(source: Path | IO[bytes], name: str) -> Iterator[Member]:
    """The files in a zip by name. One damaged or forbidden member loses no other."""
    try:
        archive = zipfile.ZipFile(source)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        yield Member(name, None, "damaged", f"{name} does not open as a zip archive: {error}.", "Ask for the file again.")
        return
    with archive:
        entries = sorted((e for e in archive.infolist() if not e.is_dir()), key=lambda e: (e.filename, e.header_offset))
        if not entries:
            yield Member(name, None, "empty", f"{name} is an archive with nothing in it.", "Ask for the file again.")
        if len(entries) > MOST_MEMBERS:
            yield Member(name, None, "too-large", f"{name} holds {len(entries):,} files.", REMEDY_PARTS)
            return
        left = MOST_ARCHIVE
        seen: dict[str, int] = {}
        for entry in entries:
            if _is_litter(entry.filename):
                continue
            full = f"{name}!/{_numbered(entry.filename, seen)}"
            member = _zip_member(archive, entry, full, left)
            left -= len(member.data or b"")
            yield member


def _numbered(name: str, seen: dict[str, int]) -> str:
    """The name, with a number where the archive holds it more than once."""
    seen[name] = seen.get(name, 0) + 1
    if seen[name] == 1:
        return name
    pure = PurePosixPath(name)
    return str(pure.with_name(f"{pure.stem} ({seen[name]}){pure.suffix}"))


def _is_litter(name: str) -> bool:
    """What operating systems leave behind."""
    parts = PurePosixPath(name.replace("\\", "/")).parts
    return (
        not parts
        or parts[0] == "__MACOSX"
        or (parts[-1].startswith(".") and parts[-1] not in (".", ".."))
        or parts[-1] == "Thumbs.db"
    )


def leads_outside(name: str) -> bool:
    """Whether a member's name is absolute or climbs out of its folder."""
    plain = name.replace("\\", "/")
    return plain.startswith("/") or ".." in plain.split("/") or (len(plain) > 1 and plain[1] == ":" and plain[0].isalpha())


def _zip_member(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, name: str, left: int) -> Member:
    if leads_outside(entry.filename) or stat.S_ISLNK(entry.external_attr >> 16):
        return Member(name, None, "unsafe-path", f"{name} leads outside its archive.", "Ask who packed it for the file itself.")
    if entry.flag_bits & 1:
        return Member(
            name, None, "encrypted", f"{name} is locked with a password.", "Unpack it with its password and ingest the folder."
        )
    most = min(MOST_MEMBER, left)
    if entry.file_size > BOMB_BYTES and entry.file_size > BOMB_RATIO * max(entry.compress_size, 1):
        return Member(
            name,
            None,
            "too-large",
            f"{name} unpacks to {entry.file_size // max(entry.compress_size, 1):,} times its size.",
            REMEDY_PARTS,
        )
    try:
        parts: list[bytes] = []
        got = 0
        with archive.open(entry) as data:
            while chunk := data.read(CHUNK):
                got += len(chunk)
                if got > most:  # what the archive says of its sizes need not be true
                    return Member(name, None, "too-large", f"{name} unpacks to more than {most // 1024**2:,} MB.", REMEDY_PARTS)
                parts.append(chunk)
        return Member(name, b"".join(parts))
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError) as error:
        return Member(name, None, "damaged", f"{name} does not unpack: {error}.", "Ask for the file again.")


def mail_members(data: bytes, name: str) -> Iterator[Member]:
    """The attachments of a mail, messages it carries included; pictures shown within its text are not attachments."""
    try:
        message = email.message_from_bytes(data, policy=email.policy.default)
        parts = list(message.iter_attachments())
    except Exception:  # malformed mails raise many things here; reading the body reports what is wrong with them
        return
    seen: dict[str, int] = {}
    for number, part in enumerate(parts, start=1):
        try:
            label = part.get_filename() or ("message.eml" if part.get_content_type() == sniff.MAIL else f"part {number}")
            label = label.replace("\\", "/").rsplit("/", 1)[-1].replace("\x00", "") or f"part {number}"
            full = f"{name}!/{_numbered(label, seen)}"
            content = part.get_content()
            if isinstance(content, str):
                yield Member(full, content.encode("utf-8", "replace"))
            elif isinstance(content, bytes):
                yield Member(full, content)
            else:
                yield Member(full, content.as_bytes())
        except Exception as error:
            yield Member(
                f"{name}!/part {number}",
                None,
                "damaged",
                f"An attachment of {name} does not unpack: {error}.",
                "Ask for it again.",
            )
