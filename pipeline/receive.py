"""Receives a release: copies it into the corpus, bytes unchanged, and lists every file in it with what it is.

Runs in the parent process and reads bytes only to copy, hash and tell their kind; no document is parsed here but for the
member lists of archives and mails. Nothing received is altered, overwritten or followed out of its folder.
"""

from __future__ import annotations

import hashlib
import io
import os
import re
import stat
import tempfile
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO

from pipeline import sniff, unpack
from pipeline.errors import UsageError
from pipeline.records.outcome import Failure
from pipeline.records.source import File, Release

SETTINGS = ("release.toml", "boundaries.toml", "privacy.toml", "replaced.toml")  # about the release, not of it
LITTER = frozenset({"Thumbs.db", "desktop.ini", "__MACOSX"})
CHUNK = 1024 * 1024
MOST_MAIL = 256 * 1024**2  # bytes of a mail that is searched for attachments


@dataclass(frozen=True, slots=True)
class Received:
    """What `receive` did: names below the release folder that were copied or were there already.

    `again` holds (name as it came, name it stands under) of what came under the name of a file with other bytes, now or before.
    """

    release_id: str
    copied: tuple[str, ...]
    unchanged: tuple[str, ...]
    failures: tuple[Failure, ...]
    again: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """Where a file's bytes lie: at `path` in the corpus, or, for what came out of an archive, as the object `kept`."""

    path: Path | None
    kept: str = ""


@dataclass(frozen=True, slots=True)
class Survey:
    """Every file of a release by name, where its bytes lie by file id, and what was not taken and why."""

    files: tuple[File, ...]
    where: dict[str, Place]
    failures: tuple[Failure, ...]


def release_id_for(path: Path) -> str:
    """An id made of the folder's name, or of the file's without its ending: lower case, [a-z0-9-], never empty."""
    name = path.name or path.resolve().name
    if path.is_file():
        name = Path(name).stem
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")[:64].strip("-") or "release"


def receive(path: Path, corpus: Path, release_id: str) -> Received:
    """Copies a file or a folder's files into `corpus/<release_id>/`. UsageError where that cannot be meant.

    What is there with the same bytes stays; what is there with other bytes is never overwritten: the new file gets a
    number. Hidden files are left out.
    """
    if not re.fullmatch(r"[a-z0-9][a-z0-9-]*", release_id):
        raise UsageError(f"'{release_id}' cannot be a release id.", "Use lower-case letters, digits and hyphens.")
    if not path.exists():
        raise UsageError(f"There is nothing at {path}.", "Check the path.")
    folder = corpus / release_id
    here, there = path.resolve(), folder.resolve()
    if here == there or here.is_relative_to(there):
        return Received(release_id, (), (), ())
    if there.is_relative_to(here):
        raise UsageError(f"{path} holds the corpus itself.", "Name the folder of one release.")
    copied: list[str] = []
    unchanged: list[str] = []
    failures: list[Failure] = []
    again: list[tuple[str, str]] = []
    found = [(path, path.name)] if path.is_file() else list(_walk(path, here, failures))
    for source, name in found:
        try:
            kept, new = _copy(source, folder, name)
        except OSError as error:
            failures.append(_unreadable(_printable(name), error))
            continue
        (copied if new else unchanged).append(_printable(kept))
        if kept != name:
            again.append((_printable(name), _printable(kept)))
    return Received(release_id, tuple(copied), tuple(unchanged), tuple(failures), tuple(again))


def _walk(root: Path, real_root: Path, failures: list[Failure]) -> Iterator[tuple[Path, str]]:
    """(path, name below the root) of every regular file; links are followed only to what lies in the root, each once."""
    seen: set[Path] = {real_root}
    waiting: list[Path] = [root]
    links: list[Path] = []  # come last, so that a folder is known by its own name first
    while waiting or links:
        here = waiting.pop() if waiting else links.pop()
        name = str(here.relative_to(root))
        try:
            if here != root and here.is_symlink():
                target = here.resolve(strict=True)
                if not target.is_relative_to(real_root):
                    failures.append(_outside(_printable(name)))
                    continue
                if target.is_file():
                    yield here, name
                    continue
                if target in seen:
                    continue
                seen.add(target)
            entries = sorted(os.scandir(here), key=lambda entry: os.fsencode(entry.name), reverse=True)
        except (OSError, RuntimeError) as error:
            failures.append(_unreadable(_printable(name) if here != root else root.name, error))
            continue
        for entry in entries:
            path = Path(entry.path)
            if entry.name.startswith(".") or entry.name in LITTER:
                continue
            if entry.is_symlink():
                links.append(path)
            elif entry.is_dir(follow_symlinks=False):
                seen.add(path.resolve())
                waiting.append(path)
            elif stat.S_ISREG(entry.stat(follow_symlinks=False).st_mode):
                yield path, str(path.relative_to(root))
            else:
                label = _printable(str(path.relative_to(root)))
                failures.append(_failure(label, "not-supported", f"{label} is not a regular file.", "Leave it out."))


def _outside(name: str) -> Failure:
    return _failure(name, "unsafe-path", f"{name} is a link that leads outside its folder.", "Put the file itself there.")


def _unreadable(name: str, error: Exception) -> Failure:
    why = getattr(error, "strerror", None) or str(error)
    return _failure(name, "unreadable", f"{name} cannot be read: {why}.", "Check the permissions and the disk.", lasting=False)


def _copy(source: Path, folder: Path, name: str) -> tuple[str, bool]:
    """(name it has now, whether it was copied)."""
    target = folder / name
    number = 1
    while target.exists() or target.is_symlink():
        if _same(source, target) or (name in SETTINGS):
            return str(target.relative_to(folder)), False
        number += 1
        target = (folder / name).with_name(f"{Path(name).stem} ({number}){Path(name).suffix}")
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=".part-")
    try:
        with os.fdopen(handle, "wb") as out, source.open("rb") as data:
            while chunk := data.read(CHUNK):
                out.write(chunk)
            out.flush()
            os.fsync(out.fileno())
        Path(temporary).chmod(0o644)
        Path(temporary).replace(target)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
    return str(target.relative_to(folder)), True


def _same(one: Path, other: Path) -> bool:
    if not other.is_file() or one.stat().st_size != other.stat().st_size:
        return False
    with one.open("rb") as left, other.open("rb") as right:
        while chunk := left.read(CHUNK):
            if chunk != right.read(CHUNK):
                return False
    return True


def survey(release: Release, folder: Path, keep: Callable[[bytes], str]) -> Survey:
    """Lists the files of a release folder, archives and mails opened. `keep` stores a member's bytes and returns its sha256."""
    failures: list[Failure] = []
    desk = _Desk(release.id, keep, [], failures)
    for path, name in _walk(folder, folder.resolve(), failures):
        if name in SETTINGS:
            continue
        try:
            desk.take(path, _printable(name))
        except OSError as error:
            failures.append(_unreadable(_printable(name), error))
    files, where = _merged(release.id, desk.found)
    return Survey(files, where, tuple(sorted(failures, key=lambda f: (f.file, f.kind, f.message))))


def _merged(release_id: str, found: Iterable[tuple[File, Place]]) -> tuple[tuple[File, ...], dict[str, Place]]:
    """One file per content, under the first of its names; the other places it was received in go to `also`."""
    by_id: dict[str, list[tuple[File, Place]]] = {}
    for file, place in sorted(found, key=lambda item: ("!/" in item[0].name, item[0].name)):
        by_id.setdefault(file.id, []).append((file, place))
    files = [replace(same[0][0], also=tuple(sorted({f"{release_id}:{f.name}" for f, _ in same[1:]}))) for same in by_id.values()]
    return tuple(sorted(files, key=lambda file: file.name)), {key: same[0][1] for key, same in by_id.items()}


@dataclass(frozen=True, slots=True)
class _Desk:
    """Where files are entered, or turned away with a reason. `found` and `failures` fill as it works."""

    release_id: str
    keep: Callable[[bytes], str]
    found: list[tuple[File, Place]]
    failures: list[Failure]

    def take(self, path: Path, name: str) -> None:
        """One file on disk: itself, and what is in it."""
        with path.open("rb") as data:
            head = data.read(sniff.HEAD)
            data.seek(0)
            sha256 = hashlib.file_digest(data, "sha256").hexdigest()
        size = path.stat().st_size
        kind = sniff.media_type(head, name)
        if kind == sniff.ZIP:
            self._open(path, name, sha256, 1)
        else:
            self._enter(name, sha256, size, kind, head, Place(path))
        if kind == sniff.MAIL and size <= MOST_MAIL:
            self._take_members(unpack.mail_members(path.read_bytes(), name), 1)

    def _take_members(self, members: Iterable[unpack.Member], depth: int) -> None:
        for member in members:
            name, data = _printable(member.name), member.data
            if data is None:
                self.failures.append(_failure(name, member.kind, _printable(member.message), member.remedy))
                continue
            head = data[: sniff.HEAD]
            kind = sniff.media_type(head, name)
            if kind == sniff.ZIP:
                self._open(io.BytesIO(data), name, hashlib.sha256(data).hexdigest(), depth + 1)
                continue
            sha256 = self.keep(data) if kind in sniff.READ else hashlib.sha256(data).hexdigest()
            self._enter(name, sha256, len(data), kind, head, Place(None, sha256))
            if kind == sniff.MAIL and depth < unpack.DEPTH:
                self._take_members(unpack.mail_members(data, name), depth + 1)

    def _enter(self, name: str, sha256: str, size: int, kind: str, head: bytes, place: Place) -> None:
        if kind in sniff.READ:
            self.found.append((File(sha256[:16], self.release_id, name, sha256, size, kind), place))
        elif size == 0:
            self.failures.append(_failure(name, "empty", f"{name} is an empty file.", "Ask for the file again.", sha256[:16]))
        else:
            what, remedy = sniff.described(head, name)
            self.failures.append(_failure(name, "not-supported", f"{name} is {what}.", remedy, sha256[:16]))

    def _open(self, source: Path | IO[bytes], name: str, sha256: str, depth: int) -> None:
        """An archive: its members, or a word about the office document it really is."""
        names = unpack.zip_names(source)
        if sniff.office(names):
            what, remedy = sniff.office_kind(names)
            self.failures.append(_failure(name, "not-supported", f"{name} is {what}.", remedy, sha256[:16]))
        elif depth > unpack.DEPTH:
            message = f"{name} lies more than {unpack.DEPTH} archives deep."
            self.failures.append(_failure(name, "too-large", message, unpack.REMEDY_PARTS, sha256[:16]))
        else:
            self._take_members(unpack.zip_members(source, name), depth)


def _printable(name: str) -> str:
    """The name as it can be written in a record: bytes that are no UTF-8 and control characters are replaced."""
    text = os.fsencode(name).decode("utf-8", "replace") if any("\ud800" <= c <= "\udfff" for c in name) else name
    return "".join(c if c.isprintable() else "\ufffd" for c in text)


def _failure(file: str, kind: str, message: str, remedy: str, file_id: str = "", lasting: bool = True) -> Failure:
    return Failure("intake", file, file_id, None, kind, message, remedy, lasting)
