"""What people write down: `release.toml` per release and the optional `settings.toml` of a corpus.

Every mistake in a file is reported at once, with its line and the nearest key that exists.
"""

from __future__ import annotations

import dataclasses
import difflib
import re
import tomllib
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from pipeline.errors import ConfigError, UsageError
from pipeline.records.source import Release

RELEASE_FILE = "release.toml"
SETTINGS_FILE = "settings.toml"
LISTS = ("languages", "topics", "passwords")
ID_PATTERN = re.compile(r"[a-z0-9][a-z0-9-]{0,63}\Z")
DATE_PATTERN = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?\Z")


@dataclass(frozen=True, slots=True)
class Places:
    """Where everything lies: releases, artifacts, databases, topic files."""

    corpus: Path
    artifacts: Path
    db: Path
    topics: Path


def checkout() -> Path:
    """The folder that holds `pipeline/`; defaults are below it, whatever directory a command is started in."""
    return Path(__file__).resolve().parent.parent


def read_toml(path: Path) -> dict[str, Any]:
    """The file's tables. ConfigError with file and line when it is not TOML."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except tomllib.TOMLDecodeError as error:
        raise ConfigError([f'{path}: {error}. Strings need quotes, as in title = "March production".']) from None
    except UnicodeDecodeError:
        raise ConfigError([f"{path}: not UTF-8 text. Save it again as UTF-8."]) from None


def line_of(path: Path, key: str) -> int:
    """The line (from 1) on which the key is set, or 1."""
    for number, line in enumerate(path.read_text(encoding="utf-8-sig").splitlines(), 1):
        if re.match(rf"\s*\"?{re.escape(key)}\"?\s*=", line):
            return number
    return 1


def nearest(word: str, known: list[str]) -> str:
    """A clause naming the known word most like this one, or listing all."""
    close = difflib.get_close_matches(word, known, n=1, cutoff=0.6)
    return f"Did you mean '{close[0]}'?" if close else f"Known keys: {', '.join(known)}."


def load_release(folder: Path, release_id: str) -> Release:
    """The release in a folder; without `release.toml` everything but the id is empty. ConfigError lists every mistake."""
    path = folder / RELEASE_FILE
    if not path.is_file():
        return Release(id=release_id)
    table = read_toml(path)
    known = [field.name for field in dataclasses.fields(Release)]
    problems = []
    values: dict[str, Any] = {}
    for key, value in table.items():
        where = f"{path} line {line_of(path, key)}"
        if key not in known:
            problems.append(f"{where}: unknown key '{key}'. {nearest(key, known)}")
        elif key in LISTS:
            if isinstance(value, list) and all(isinstance(item, str) for item in value):
                values[key] = tuple(value)
            else:
                problems.append(f'{where}: {key} must be a list of strings, as in {key} = ["..."].')
        elif isinstance(value, date):
            values[key] = value.isoformat()
        elif isinstance(value, str):
            values[key] = value
        else:
            problems.append(f'{where}: {key} must be a string in quotes, as in {key} = "...".')
    problems += _unfit(path, release_id, table, values)
    if problems:
        raise ConfigError(problems)
    if not values.get("languages", ("eng",)):
        values.pop("languages")
    return Release(**values)


def _unfit(path: Path, release_id: str, table: dict[str, Any], values: dict[str, Any]) -> list[str]:
    problems = []
    if "id" not in table:
        problems.append(f'{path} line 1: the key id is missing. Add id = "{release_id}".')
    elif isinstance(values.get("id"), str) and values["id"] != release_id:
        problems.append(
            f"{path} line {line_of(path, 'id')}: id is '{values['id']}' but its folder is '{release_id}'. Make them the same."
        )
    received = values.get("received_on", "")
    if received and not DATE_PATTERN.match(received):
        where = f"{path} line {line_of(path, 'received_on')}"
        problems.append(f"{where}: received_on '{received}' is not a date such as 2026-03-09, 2026-03 or 2026.")
    return problems


def draft_release(folder: Path, release_id: str) -> tuple[str, ...]:
    """Writes a `release.toml` with what is known, where there is none, and returns the keys left blank."""
    path = folder / RELEASE_FILE
    if path.exists():
        return ()
    blanks = ("title", "agency", "request_number", "litigation", "received_on", "source_url")
    lines = [
        "# Drafted when the files were copied. Every key but id may stay empty; what you fill in is shown on the site.",
        f'id = "{release_id}"',
        *(f'{key} = ""' for key in blanks),
        'languages = ["eng"]',
        "topics = []      # empty: every topic file is applied",
        "passwords = []   # tried on encrypted files",
        'note = ""',
    ]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return blanks


def load_settings(corpus: Path, overrides: list[str]) -> dict[str, dict[str, Any]]:
    """Stage parameters that differ from the defaults, by stage: from `<corpus>/settings.toml`, then `--set STAGE.KEY=VALUE`."""
    path = corpus / SETTINGS_FILE
    settings: dict[str, dict[str, Any]] = {}
    if path.is_file():
        for stage, table in read_toml(path).items():
            if not isinstance(table, dict):
                raise ConfigError([f"{path} line {line_of(path, stage)}: put '{stage}' below a stage, as in [read]."])
            settings[stage] = dict(table)
    for text in overrides:
        match = re.fullmatch(r"([a-z]+)\.([a-z_]+)=(.+)", text)
        if not match:
            raise UsageError(f"--set {text}: not of the form STAGE.KEY=VALUE.", "For example --set read.dpi=200.")
        stage, key, value = match.groups()
        settings.setdefault(stage, {})[key] = _literal(value)
    return settings


def _literal(text: str) -> Any:
    try:
        return tomllib.loads(f"value = {text}")["value"]
    except tomllib.TOMLDecodeError:
        return text


def params_for(stage: str, kind: type, settings: dict[str, dict[str, Any]]) -> Any:
    """The stage's parameters (a dataclass with defaults) with these settings applied. ConfigError lists every mistake."""
    fields = {field.name: field for field in dataclasses.fields(kind)}
    given = settings.get(stage, {})
    problems = [f"[{stage}] unknown key '{key}'. {nearest(key, list(fields))}" for key in given if key not in fields]
    values = {}
    for key, value in given.items():
        if key not in fields:
            continue
        default = fields[key].default
        if isinstance(default, float) and isinstance(value, int) and not isinstance(value, bool):
            value = float(value)
        if type(value) is not type(default):
            problems.append(f"[{stage}] {key} = {value!r} must be a {type(default).__name__}, as is the default {default!r}.")
        elif isinstance(value, (int, float)) and value < 0:
            problems.append(f"[{stage}] {key} = {value!r} must not be negative.")
        elif isinstance(value, int) and not isinstance(value, bool) and value == 0 and default:
            problems.append(f"[{stage}] {key} must be 1 or more.")
        values[key] = value
    if problems:
        raise ConfigError(problems)
    return kind(**values)
