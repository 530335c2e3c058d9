"""Topic files: what `corpus/topics/<id>.toml` says, checked to the last key, as records.

`[words]` gives names to lists of words; `@name` in any pattern then stands for `(one|of|them)`. A phrase of several
words is one alternative. Every mistake of a file is reported at once, with its line.
"""

from __future__ import annotations

import dataclasses
import difflib
import re
import tomllib
from pathlib import Path
from typing import Any

from pipeline.engines import judge
from pipeline.errors import ConfigError
from pipeline.extractors import cues
from pipeline.records.topic import Bearing, Metric, Proposition, Topic

BUILT_IN = ("topic", "named", "place")
WORDS = ("signs", "common_signs", "other_matters")  # words by which a paper is known that names no program
UNITS = ("count", "share")
STANCES = ("affirm", "deny")
_PATTERNS = {
    "proposition": ("affirm", "deny", "requires", "not_about"),
    "metric": ("cues", "counts", "of", "not_of", "not_about", "others"),
}
_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,63}\Z")


def load_topics(folder: Path) -> tuple[Topic, ...]:
    """Every topic in the folder, by id; () where the folder is absent. ConfigError lists every mistake of every file."""
    found, problems = [], []
    for path in sorted(folder.glob("*.toml")) if folder.is_dir() else ():
        try:
            found.append(load_topic(path))
        except ConfigError as error:
            problems += error.problems
    problems += _shared(found, folder)
    if problems:
        raise ConfigError(problems)
    return tuple(sorted(found, key=lambda topic: topic.id))


def _shared(topics: list[Topic], folder: Path) -> list[str]:
    """Ids that two topics give: a claim's id is made of the subject's, so that they have to differ."""
    owner: dict[str, str] = {}
    problems = []
    for topic in topics:
        entries: tuple[Proposition | Metric, ...] = (*topic.propositions, *topic.metrics)
        for entry in entries:
            if owner.setdefault(entry.id, topic.id) != topic.id:
                other = f"{owner[entry.id]}.toml"
                problems.append(f"{folder / topic.id}.toml: '{entry.id}' is also the id of an entry of {other}. Choose another.")
    return problems


def load_topic(path: Path) -> Topic:
    """The topic in one file. ConfigError lists every mistake: unknown keys, missing ones, bad patterns, loose ends."""
    try:
        source = path.read_text(encoding="utf-8-sig")
        table = tomllib.loads(source)
    except UnicodeDecodeError:
        raise ConfigError([f"{path}: not UTF-8 text. Save it again as UTF-8."]) from None
    except tomllib.TOMLDecodeError as error:
        raise ConfigError([f"{path}: {error}. Strings need quotes, lists need brackets."]) from None
    reader = _Reader(path, source)
    topic = reader.topic(table)
    if reader.problems:
        raise ConfigError(reader.problems)
    return dataclasses.replace(topic, model=judge.digest(model_of(path)))


def written(path: Path) -> dict[tuple[str, str], tuple[str, ...]]:
    """The patterns as a sound file has them, names of word lists not spelled out: by id of the entry and key."""
    table = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    return {
        (entry["id"], key): tuple(entry.get(key, ()))
        for name, keys in _PATTERNS.items()
        for entry in table.get(name, ())
        for key in keys
    }


def unused_words(path: Path) -> tuple[str, ...]:
    """The names under [words] of a sound file that no pattern asks for."""
    table = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    patterns = [text for texts in written(path).values() for text in texts]
    text = " ".join((*patterns, *(item for items in table.get("words", {}).values() for item in items)))
    asked = set(re.findall(r"@(\w+)", text))
    return tuple(name for name in table.get("words", {}) if name not in asked)


def model_of(path: Path) -> Path:
    """The folder of a topic file's trained model, there or not: `<id>.model` beside `<id>.toml`."""
    return path.with_suffix(".model")


class _Reader:
    """Reads the tables of one file and notes what is wrong with them."""

    def __init__(self, path: Path, source: str) -> None:
        self.problems: list[str] = []
        self._path = path
        self._lines = source.splitlines()
        self._words: dict[str, str] = {}

    def topic(self, table: dict[str, Any]) -> Topic:
        """The whole file. Fields that are wrong are left at their defaults; `problems` then says so."""
        plain_keys = ["id", "title", "description", "terms", "agencies", "other_programs", "related", *WORDS]
        known = [*plain_keys, "words", "proposition", "metric"]
        self._unknown(table, known, "the file", 1)
        self._read_words(table.get("words", {}))
        plain = {key: table[key] for key in plain_keys if key in table}
        values = self._values(Topic, plain, 1, skip=("propositions", "metrics", "model"), where="the file")
        values["propositions"] = tuple(self._entry(Proposition, "proposition", one) for one in self._tables(table, "proposition"))
        values["metrics"] = tuple(self._metric(one) for one in self._tables(table, "metric"))
        topic = Topic(**values)
        if topic.id != self._path.stem:
            self._say(self._line("id"), f"id is '{topic.id}' but the file is called '{self._path.name}'. Make them the same.")
        if not topic.terms:
            self._say(self._line("terms"), "terms is empty: without a name of the program no sentence can be tied to it.")
        self._loose_ends(topic)
        return topic

    def _read_words(self, table: Any) -> None:
        if not isinstance(table, dict):
            self._say(self._line("words"), 'words must be a table: [words], then name = ["one", "two"].')
            return
        for name, value in table.items():
            if not isinstance(value, list) or not value or not all(isinstance(item, str) and item.strip() for item in value):
                self._say(self._line(name), f"words.{name} must be a list of words or phrases.")
            elif name in BUILT_IN:
                self._say(self._line(name), f"@{name} is built in; choose another name.")
            else:
                self._words[name] = "(" + "|".join(value) + ")"

    def _tables(self, table: dict[str, Any], key: str) -> list[dict[str, Any]]:
        value = table.get(key, [])
        if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
            self._say(self._line(key), f"write [[{key}]] with double brackets, once for each.")
            return []
        return value

    def _entry(self, kind: type[Any], name: str, table: dict[str, Any]) -> Any:
        line = self._line_of_value("id", table.get("id"))
        label = f"{name} '{table.get('id', '?')}'"
        self._unknown(table, [field.name for field in dataclasses.fields(kind)], label, line)
        values = self._values(kind, table, line, skip=("bears_on",), where=label)
        for key in _PATTERNS[name]:
            if key in values:
                values[key] = tuple(self._pattern(text, label, line) for text in values[key])
        return kind(**values)

    def _metric(self, table: dict[str, Any]) -> Metric:
        bare = {key: value for key, value in table.items() if key != "bears_on"}
        metric: Metric = self._entry(Metric, "metric", bare)
        line = self._line_of_value("id", metric.id)
        if metric.unit not in UNITS:
            self._say(line, f"metric '{metric.id}': unit '{metric.unit}' must be one of {', '.join(UNITS)}.")
        bearings = tuple(self._bearing(one, metric.id, line) for one in self._tables(table, "bears_on"))
        return dataclasses.replace(metric, bears_on=bearings)

    def _bearing(self, table: dict[str, Any], metric: str, line: int) -> Bearing:
        label = f"bears_on of metric '{metric}'"
        self._unknown(table, [field.name for field in dataclasses.fields(Bearing)], label, line)
        values = self._values(Bearing, {"above": None, "below": None, **table}, line, skip=(), where=label)
        bearing = Bearing(**values)
        if bearing.stance not in STANCES:
            self._say(line, f"{label}: stance '{bearing.stance}' must be affirm or deny.")
        if (bearing.above is None) == (bearing.below is None):
            self._say(line, f"{label}: give exactly one of above and below.")
        return bearing

    def _values(self, kind: type[Any], table: dict[str, Any], line: int, skip: tuple[str, ...], where: str) -> dict[str, Any]:
        values: dict[str, Any] = {}
        for field in dataclasses.fields(kind):
            if field.name in skip:
                continue
            if field.name in table:
                values[field.name] = self._cast(str(field.type), table[field.name], f"{where}: {field.name}", line)
            elif field.default is dataclasses.MISSING:
                self._say(line, f"{where}: the key {field.name} is missing.")
                values[field.name] = () if "tuple" in str(field.type) else ""
        return values

    def _cast(self, kind: str, value: Any, where: str, line: int) -> Any:
        if "tuple" in kind:
            if isinstance(value, list) and all(isinstance(item, str) for item in value):
                return tuple(value)
            self._say(line, f'{where} must be a list of strings, as in ["one", "two"].')
            return ()
        if kind == "bool":
            if not isinstance(value, bool):
                self._say(line, f"{where} must be true or false.")
            return bool(value)
        if "float" in kind:
            if (value is None and "None" in kind) or (isinstance(value, (int, float)) and not isinstance(value, bool)):
                return None if value is None else float(value)
            self._say(line, f"{where} must be a number.")
            return 0.0
        if not isinstance(value, str):
            self._say(line, f"{where} must be a string in quotes.")
            return ""
        return value.strip()

    def _pattern(self, text: str, label: str, line: int) -> str:
        line = self._line_of_text(text, line)

        def spelled(match: re.Match[str]) -> str:
            name = match.group(1)
            if name in BUILT_IN or name in self._words:
                return self._words.get(name, match.group())
            known = [*BUILT_IN, *self._words]
            self._say(line, f"{label}: @{name} is not known. {_nearest(name, known)}")
            return "@topic"

        expanded = re.sub(r"@(\w+)", spelled, text)
        expanded = re.sub(
            r"@(\w+)", lambda m: m.group() if m.group(1) in BUILT_IN else self._words.get(m.group(1), "@topic"), expanded
        )
        try:
            cues.compile_cue(expanded)
        except cues.BadPattern as error:
            self._say(line, f"{label}: {error}.")
            return "unreadable"
        return expanded

    def _loose_ends(self, topic: Topic) -> None:
        for name, entries in (("proposition", topic.propositions), ("metric", topic.metrics)):
            ids = [entry.id for entry in entries]
            for one in sorted(set(ids)):
                if one and not _ID.match(one):
                    self._say(self._line_of_value("id", one), f"{name} id '{one}': use lower-case letters, digits and hyphens.")
                if ids.count(one) > 1:
                    self._say(self._line_of_value("id", one), f"{name} id '{one}' is given twice.")
        propositions = [entry.id for entry in topic.propositions]
        for metric in topic.metrics:
            for bearing in metric.bears_on:
                if bearing.proposition not in propositions:
                    message = f"metric '{metric.id}' bears on '{bearing.proposition}', which is no proposition here."
                    self._say(
                        self._line_of_value("proposition", bearing.proposition),
                        f"{message} {_nearest(bearing.proposition, propositions)}",
                    )
            self._shares(metric, {one.id: one.unit for one in topic.metrics})
        paired: set[tuple[str, str]] = set()
        for entry in topic.propositions:
            for other in entry.goes_with:
                if other == entry.id or other not in propositions:
                    message = f"proposition '{entry.id}' goes with '{other}', which is no other proposition here."
                    self._say(self._line("goes_with"), f"{message} {_nearest(other, propositions)}")
                elif (other, entry.id) in paired:
                    message = f"proposition '{entry.id}' goes with '{other}', which says so already: write it under one of them."
                    self._say(self._line("goes_with"), message)
                paired.add((entry.id, other))
            for other in entry.yields_to:
                if other == entry.id or other not in propositions:
                    message = f"proposition '{entry.id}' yields to '{other}', which is no other proposition here."
                    self._say(self._line("yields_to"), f"{message} {_nearest(other, propositions)}")
            if not entry.affirm and not entry.deny:
                self._say(self._line_of_value("id", entry.id), f"proposition '{entry.id}' has no pattern under affirm or deny.")

    def _shares(self, metric: Metric, units: dict[str, str]) -> None:
        """What `apart` and `share` name must be other metrics, and shares."""
        named = (
            *(("apart", one, "share") for one in metric.apart),
            *([("share", metric.share, "count")] if metric.share else []),
        )
        for key, other, unit in named:
            if units.get(other) != "share" or other == metric.id or metric.unit != unit:
                message = (
                    f"metric '{metric.id}': {key} names '{other}', but must name another metric that is a share, of a {unit}."
                )
                self._say(self._line(key), f"{message} {_nearest(other, [one for one in units if units[one] == 'share'])}")

    def _unknown(self, table: dict[str, Any], known: list[str], where: str, line: int) -> None:
        for key in table:
            if key not in known:
                self._say(self._line(key, line), f"{where}: unknown key '{key}'. {_nearest(key, known)}")

    def _line(self, key: str, after: int = 1) -> int:
        for number, line in enumerate(self._lines[after - 1 :], after):
            if re.match(rf"\s*(\[+)?\"?{re.escape(key)}\"?\s*(=|\])", line):
                return number
        return after

    def _line_of_value(self, key: str, value: object) -> int:
        for number, line in enumerate(self._lines, 1):
            if re.match(rf"\s*{key}\s*=", line) and isinstance(value, str) and (f'"{value}"' in line or f"'{value}'" in line):
                return number
        return 1

    def _line_of_text(self, text: str, default: int) -> int:
        return next((number for number, line in enumerate(self._lines, 1) if text in line and number >= default), default)

    def _say(self, line: int, message: str) -> None:
        self.problems.append(f"{self._path} line {line}: {message}")


def _nearest(word: str, known: list[str]) -> str:
    close = difflib.get_close_matches(word, known, n=1, cutoff=0.6)
    return f"Did you mean '{close[0]}'?" if close else f"Known: {', '.join(known)}."
