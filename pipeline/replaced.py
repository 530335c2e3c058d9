"""Files that came again under their name with other bytes: what `replaced.toml` of a release says, and which files still count.

`foia ingest` adds a block for each; nothing received is altered or lost. A person says in it that the two are different
papers (`replaces = false`), or that the one replaces the other whatever their pages show (`replaces = true`).
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from pipeline import codec, units
from pipeline.config import nearest, read_toml
from pipeline.errors import ConfigError
from pipeline.plan import Unit
from pipeline.records.source import File, Replaced, Replacement
from pipeline.store import counts_for, write_whole
from pipeline.walk import Walk

FILE = "replaced.toml"
_KEYS = ["file", "by", "on", "replaces", "note"]
_EXAMPLE = 'Write [[replaced]] with file = "02.pdf", by = "02 (2).pdf".'
_HEAD = """\
# Files that came again under their name with other bytes. The newer one counts; the older one is kept and can be read, but its
# claims, boxes and stamps do not count. Write replaces = false into a block whose files are two different papers: both count.
"""


def read(folder: Path) -> tuple[Replacement, ...]:
    """What `replaced.toml` in a release's folder says, in its order; () without it. ConfigError lists every mistake."""
    path = folder / FILE
    if not path.is_file():
        return ()
    table = read_toml(path)
    problems = [f"{path}: unknown key '{key}'. {_EXAMPLE}" for key in table if key != "replaced"]
    rows = table.get("replaced", [])
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise ConfigError([*problems, f"{path}: replaced must be a list of tables. {_EXAMPLE}"])
    found: list[Replacement] = []
    for number, row in enumerate(rows, 1):
        where = f"{path}, replaced {number}"
        wrong = [f"{where}: unknown key '{key}'. {nearest(key, _KEYS)}" for key in row if key not in _KEYS]
        wrong += [f"{where}: {key} must be the name of a file, in quotes." for key in _KEYS[:2] if not _named(row.get(key))]
        if "replaces" in row and not isinstance(row["replaces"], bool):
            wrong.append(f"{where}: replaces must be true or false.")
        if not wrong:
            found.append(Replacement(row["file"], row["by"], {True: "yes", False: "no"}.get(row.get("replaces"), "")))
        problems += wrong
    if problems:
        raise ConfigError(problems)
    return tuple(found)


def _named(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def note(folder: Path, again: Iterable[tuple[str, str]], today: str) -> tuple[Replacement, ...]:
    """Adds a block for each (name as it came, name it was kept under) that has none; returns what was added.

    What is there stays as written. It is found out anew at every ingest, so that a run that was killed before it wrote the
    block loses nothing. `today` is an ISO date.
    """
    known, added = list(read(folder)), []
    for name, kept in again:
        if name != kept and not any(one.by == kept for one in known):
            one = Replacement(_newest(name, known), kept)
            known.append(one)
            added.append(one)
    if added:
        path = folder / FILE
        before = path.read_text(encoding="utf-8") if path.is_file() else _HEAD
        blocks = (f"\n[[replaced]]\nfile = {_quoted(one.file)}\nby = {_quoted(one.by)}\non = {today}\n" for one in added)
        write_whole(path, (before + "".join(blocks)).encode())
    return tuple(added)


def _quoted(name: str) -> str:
    return json.dumps(name, ensure_ascii=False)


def _newest(name: str, known: list[Replacement]) -> str:
    """What counts today of what came under this name."""
    for _ in known:
        name = next((one.by for one in known if one.file == name), name)
    return name


def pairs(files: Iterable[File], said: dict[str, tuple[Replacement, ...]]) -> tuple[tuple[File, File, str], ...]:
    """(file, the file that came for it, what a person decided) for every replacement `said` of a release whose files are there.

    Members of an archive are replaced by those of the same name in the archive that came for it. A file whose bytes also came
    under another name that nothing replaces is left out.
    """
    found = []
    by_name: dict[tuple[str, str], File] = {}
    for file in files:
        for release, name in _places(file):
            by_name[release, name] = file
    for release, rulings in sorted(said.items()):
        for one in rulings:
            mine = [key for key in by_name if key[0] == release and (key[1] == one.file or key[1].startswith(f"{one.file}!/"))]
            for key in sorted(mine):
                new = by_name.get((release, one.by + key[1][len(one.file) :]))
                if new is not None and new.id != by_name[key].id and _all_replaced(by_name[key], said):
                    found.append((by_name[key], new, one.decided))
    return tuple(found)


def _places(file: File) -> list[tuple[str, str]]:
    also = (place.partition(":") for place in file.also)
    return [(file.release_id, file.name), *((release, name) for release, _, name in also)]


def _all_replaced(file: File, said: dict[str, tuple[Replacement, ...]]) -> bool:
    return all(
        any(name == one.file or name.startswith(f"{one.file}!/") for one in said.get(release, ()))
        for release, name in _places(file)
    )


def replace_units(state: Walk, corpus: units.Corpus) -> list[Unit]:
    """One unit for every file that came again and was read both times."""
    made: dict[str, Unit] = {}
    for old, new, decided in pairs(corpus.files, corpus.replacements):
        before, after = units.masked_inputs(state, old), units.masked_inputs(state, new)
        if before and after:
            inputs = {"decided": decided, old.id: codec.digest(before[0]), new.id: codec.digest(after[0])}
            made[old.id] = Unit(old.id, old.name, old.id, None, inputs, (state.store.root, before[1:], after[1:], decided))
    return list(made.values())


def no_more(state: Walk, corpus: units.Corpus) -> dict[str, str]:
    """Ids of the files that no longer count, each with the id of the one that counts for it."""
    each = (state.record("replace", file.id) for file in corpus.files)
    return counts_for(one for one in each if one is not None)


def told(state: Walk) -> tuple[str, ...]:
    """What became of each file that came again, for a person."""
    names = {unit: planned.file for (stage, unit), planned in state.planned.items() if stage == "probe"}
    each = (state.record("replace", unit) for stage, unit in sorted(state.planned) if stage == "replace")
    return tuple(in_words(names[one.file_id], names[one.by], one) for one in each if one is not None)


def in_words(old: str, new: str, one: Replaced) -> str:
    """Whether the newer file counts for the older one, and by what."""
    shared = f"{one.alike} of {one.pages} pages with words are alike"
    if one.stands:
        return f"{new} replaces {old} ({shared}): the older one is kept, its claims do not count"
    return f"{new} came under the name of {old} but is another paper ({shared}): both count"
