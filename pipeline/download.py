"""Fetches one file over http(s) into a release, and notes where it came from and when in an append-only custody log."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import tempfile
import urllib.error
import urllib.parse
import urllib.request
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from pipeline.errors import UsageError

CUSTODY = ".custody.jsonl"  # hidden, so that it is never taken for a file of the release
SECONDS = 60.0
LIMIT = 4 << 30


def download(url: str, folder: Path) -> dict[str, Any]:
    """Downloads `url` into `folder`, never over another file. Returns url, final_url, file, bytes, sha256, time (UTC).

    Where a file of that name with other bytes is there, `came_as` is the name and `file` one with a number.

    UsageError when the address is not http(s), does not answer, or sends more than 4 GiB.
    """
    if urllib.parse.urlsplit(url).scheme not in ("http", "https"):
        raise UsageError(f"{url}: only http and https addresses can be fetched.", "Download the file yourself and ingest it.")
    folder.mkdir(parents=True, exist_ok=True)
    request = urllib.request.Request(url, headers={"User-Agent": "foia-pipeline"})
    try:
        with (
            urllib.request.urlopen(request, timeout=SECONDS) as answer,
            tempfile.NamedTemporaryFile(dir=folder, prefix=".part-") as part,
        ):
            digest, size = _copy(answer, part, url)
            part.flush()
            asked = _name(answer.geturl())
            name = _free_name(folder, asked, digest)
            if not (folder / name).exists():
                shutil.copyfile(part.name, folder / name)
            final = answer.geturl()
    except (urllib.error.URLError, TimeoutError, OSError) as error:
        raise UsageError(
            f"{url}: could not be fetched ({error}).", "Check the address and the connection, or download it yourself."
        ) from None
    time = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    row = {"url": url, "final_url": final, "file": name, "bytes": size, "sha256": digest, "time": time}
    row |= {"came_as": asked} if name != asked else {}
    with (folder / CUSTODY).open("a", encoding="utf-8") as log:
        log.write(json.dumps(row, ensure_ascii=False, sort_keys=True) + "\n")
    return row


def _copy(answer: Any, part: Any, url: str) -> tuple[str, int]:
    digest, size = hashlib.sha256(), 0
    while block := answer.read(1 << 20):
        size += len(block)
        if size > LIMIT:
            raise UsageError(f"{url}: more than 4 GiB.", "Download it yourself and split it.")
        digest.update(block)
        part.write(block)
    return digest.hexdigest(), size


def _name(url: str) -> str:
    last = urllib.parse.unquote(urllib.parse.urlsplit(url).path.rstrip("/").rpartition("/")[2])
    return re.sub(r"[^\w .()-]", "_", last).lstrip(".") or "download"


def _free_name(folder: Path, name: str, digest: str) -> str:
    """This name, or one with a number, unless the file there holds the same bytes."""
    stem, dot, ending = name.rpartition(".")
    if not dot:
        stem, ending = name, ""
    candidate, number = name, 1
    while (folder / candidate).exists():
        if hashlib.sha256((folder / candidate).read_bytes()).hexdigest() == digest:
            return candidate
        number += 1
        candidate = f"{stem} ({number}){dot}{ending}"
    return candidate
