"""Topic files: what `corpus/topics/<id>.toml` says, checked to the last key, as records.

`[words]` gives names to lists of words; `@name` in any pattern then stands for `(one|of|them)`. A phrase of several
words is one alternative. Every mistake of a file is reported at once, with its line.
"""

from __future__ import annotations

import dataclasses
import re
import tomllib
from pathlib import Path
from typing import Any

from pipeline.engines import judge
from pipeline.errors import ConfigError
from pipeline.extractors.cueing import cues
from pipeline.records.topic import Bearing, Metric, Proposition, Topic
from pipeline.topic_lines import Lines, nearest
from pipeline.topic_links import check_links

BUILT_IN = ("topic", "named", "place")
WORDS = ("signs", "common_signs", "other_matters")  # words by which a paper is known that names no program
UNITS = ("count", "share")
STANCES = ("affirm", "deny")
_PATTERNS = {
    "proposition": ("affirm", "deny", "requires", "not_about"),
    "metric": ("cues", "counts", "of", "not_of", "not_about", "others"),
}


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
    lines = Lines(path, source)
    topic = _Reader(path, lines).topic(table)
    if lines.problems:
        raise ConfigError(lines.problems)
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

    def __init__(self, path: Path, lines: Lines) -> None:
        self._path = path
        self._lines = lines
        self._words: dict[str, str] = {}

    def topic(self, table: dict[str, Any]) -> Topic:
        """The whole file. Fields that are wrong are left at their defaults; the mistakes noted then say so."""
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
            wrong = f"id is '{topic.id}' but the file is called '{self._path.name}'. Make them the same."
            self._lines.say(self._lines.of_key("id"), wrong)
        if not topic.terms:
            wrong = "terms is empty: without a name of the program no sentence can be tied to it."
            self._lines.say(self._lines.of_key("terms"), wrong)
        check_links(topic, self._lines)
        return topic

    def _read_words(self, table: Any) -> None:
        if not isinstance(table, dict):
            self._lines.say(self._lines.of_key("words"), 'words must be a table: [words], then name = ["one", "two"].')
            return
        for name, value in table.items():
            if not isinstance(value, list) or not value or not all(isinstance(item, str) and item.strip() for item in value):
                self._lines.say(self._lines.of_key(name), f"words.{name} must be a list of words or phrases.")
            elif name in BUILT_IN:
                self._lines.say(self._lines.of_key(name), f"@{name} is built in; choose another name.")
            else:
                self._words[name] = "(" + "|".join(value) + ")"

    def _tables(self, table: dict[str, Any], key: str) -> list[dict[str, Any]]:
        value = table.get(key, [])
        if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
            self._lines.say(self._lines.of_key(key), f"write [[{key}]] with double brackets, once for each.")
            return []
        return value

    def _entry(self, kind: type[Any], name: str, table: dict[str, Any]) -> Any:
        line = self._lines.of_value("id", table.get("id"))
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
        line = self._lines.of_value("id", metric.id)
        if metric.unit not in UNITS:
            self._lines.say(line, f"metric '{metric.id}': unit '{metric.unit}' must be one of {', '.join(UNITS)}.")
        bearings = tuple(self._bearing(one, metric.id, line) for one in self._tables(table, "bears_on"))
        return dataclasses.replace(metric, bears_on=bearings)

    def _bearing(self, table: dict[str, Any], metric: str, line: int) -> Bearing:
        label = f"bears_on of metric '{metric}'"
        self._unknown(table, [field.name for field in dataclasses.fields(Bearing)], label, line)
        values = self._values(Bearing, {"above": None, "below": None, **table}, line, skip=(), where=label)
        bearing = Bearing(**values)
        if bearing.stance not in STANCES:
            self._lines.say(line, f"{label}: stance '{bearing.stance}' must be affirm or deny.")
        if (bearing.above is None) == (bearing.below is None):
            self._lines.say(line, f"{label}: give exactly one of above and below.")
        return bearing

    def _values(self, kind: type[Any], table: dict[str, Any], line: int, skip: tuple[str, ...], where: str) -> dict[str, Any]:
        values: dict[str, Any] = {}
        for field in dataclasses.fields(kind):
            if field.name in skip:
                continue
            if field.name in table:
                values[field.name] = self._cast(str(field.type), table[field.name], f"{where}: {field.name}", line)
            elif field.default is dataclasses.MISSING:
                self._lines.say(line, f"{where}: the key {field.name} is missing.")
                values[field.name] = () if "tuple" in str(field.type) else ""
        return values

    def _cast(self, kind: str, value: Any, where: str, line: int) -> Any:
        if "tuple" in kind:
            if isinstance(value, list) and all(isinstance(item, str) for item in value):
                return tuple(value)
            self._lines.say(line, f'{where} must be a list of strings, as in ["one", "two"].')
            return ()
        if kind == "bool":
            if not isinstance(value, bool):
                self._lines.say(line, f"{where} must be true or false.")
            return bool(value)
        if "float" in kind:
            if (value is None and "None" in kind) or (isinstance(value, (int, float)) and not isinstance(value, bool)):
                return None if value is None else float(value)
            self._lines.say(line, f"{where} must be a number.")
            return 0.0
        if not isinstance(value, str):
            self._lines.say(line, f"{where} must be a string in quotes.")
            return ""
        return value.strip()

    def _pattern(self, text: str, label: str, line: int) -> str:
        line = self._lines.of_text(text, line)

        def spelled(match: re.Match[str]) -> str:
            name = match.group(1)
            if name in BUILT_IN or name in self._words:
                return self._words.get(name, match.group())
            known = [*BUILT_IN, *self._words]
            self._lines.say(line, f"{label}: @{name} is not known. {nearest(name, known)}")
            return "@topic"

        expanded = re.sub(r"@(\w+)", spelled, text)
        expanded = re.sub(
            r"@(\w+)", lambda m: m.group() if m.group(1) in BUILT_IN else self._words.get(m.group(1), "@topic"), expanded
        )
        try:
            cues.compile_cue(expanded)
        except cues.BadPattern as error:
            self._lines.say(line, f"{label}: {error}.")
            return "unreadable"
        return expanded

    def _unknown(self, table: dict[str, Any], known: list[str], where: str, line: int) -> None:
        for key in table:
            if key not in known:
                self._lines.say(self._lines.of_key(key, line), f"{where}: unknown key '{key}'. {nearest(key, known)}")
