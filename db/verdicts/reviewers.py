"""Who may review: names with hashed passwords in `reviewers.toml` beside the database, and the key that signs their cookies.

    [ann]
    name = "Ann Roe"
    password = "scrypt:..."     # made by `foia reviewer ann`

Neither file is published or served.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import os
import re
import secrets
import tomllib
from dataclasses import dataclass
from pathlib import Path

from pipeline.errors import ConfigError

FILE = "reviewers.toml"
KEY_FILE = "cookie-key.txt"
ID = re.compile(r"[a-z0-9][a-z0-9._-]{0,39}\Z")
# 2^14 blocks of 1 KB, 16 MB and about 50 ms a try: what OWASP's cheat sheet asks of scrypt for sign-ins (r=8, p=5).
_COST = {"n": 2**14, "r": 8, "p": 5}
MIN_PASSWORD = 10  # characters


@dataclass(frozen=True, slots=True)
class Reviewer:
    """A person who may review: id, name as shown to other reviewers, hashed password."""

    id: str
    name: str
    password: str


def read(folder: Path) -> dict[str, Reviewer]:
    """Reviewers by id; {} where there is no such file. ConfigError lists every mistake."""
    path = folder / FILE
    if not path.is_file():
        return {}
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError([f"{path}: {error}. `foia reviewer NAME` writes a section that fits."]) from None
    problems, found = [], {}
    for key, table in tables.items():
        given = table if isinstance(table, dict) else {}
        name, password = given.get("name", key), given.get("password", "")
        if not ID.match(key) or not isinstance(name, str) or not str(password).startswith("scrypt:"):
            problems.append(f"{path}: [{key}] needs lower-case letters and a password made by `foia reviewer {key}`.")
        else:
            found[key] = Reviewer(key, name, password)
    if problems:
        raise ConfigError(problems)
    return found


def hashed(password: str, salt: bytes | None = None) -> str:
    """The password as it may be written down."""
    salt = salt or secrets.token_bytes(16)
    made = hashlib.scrypt(password.encode(), salt=salt, maxmem=2**26, dklen=32, **_COST)
    return "scrypt:" + ":".join(base64.b64encode(part).decode() for part in (salt, made))


def matches(password: str, stored: str) -> bool:
    """Whether this is the password; a stored value that is none never matches. Takes the same time either way."""
    try:
        salt = base64.b64decode(stored.split(":")[1], validate=True)
    except (IndexError, ValueError):
        salt = b""
    return hmac.compare_digest(hashed(password, salt or bytes(16)), stored) and bool(salt)


def nobody() -> Reviewer:
    """Stands in for a name that does not exist, so that trying one takes as long as trying another."""
    return Reviewer("", "", hashed(secrets.token_hex(8)))


def enrol(folder: Path, key: str, name: str, password: str) -> Path:
    """Adds a section for this person to `reviewers.toml`, readable by its owner alone, and returns the file."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / FILE
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600), "a", encoding="utf-8") as out:
        out.write(
            f"[{json.dumps(key)}]\nname = {json.dumps(name, ensure_ascii=False)}\npassword = {json.dumps(hashed(password))}\n\n"
        )
    return path


def cookie_key(folder: Path) -> str:
    """The secret that signs cookies, made once: without it every restart of the server would sign everybody out."""
    path = folder / KEY_FILE
    try:
        return path.read_text(encoding="ascii").strip()
    except FileNotFoundError:
        pass
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="ascii") as out:
        out.write(made := secrets.token_hex(32))
    return made
