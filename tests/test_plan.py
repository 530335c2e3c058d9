from __future__ import annotations

from dataclasses import dataclass, replace

import pytest

from pipeline import codec
from pipeline.plan import Unit, Work, differences, parts


@dataclass(frozen=True, slots=True)
class Params:
    dpi: int = 300
    level: float = 0.5


def work(params: Params = Params(), version: str = "1", tools: tuple[str, ...] = ("ocr 5.5",)) -> Work:
    return Work("read", version, params, tools, str, 1.0)


def unit(**inputs: str) -> Unit:
    return Unit("f-p1", "a.pdf", "f", 1, {"bytes": "aa", **inputs}, None)


BEFORE = parts(work(), unit())


@pytest.mark.parametrize(
    ("after", "cause"),
    [
        (parts(work(Params(dpi=200)), unit()), "parameter dpi changed: 300 -> 200"),
        (parts(work(version="2"), unit()), "the stage's code changed: version 1 -> 2"),
        (parts(work(tools=("ocr 5.6",)), unit()), "a tool changed: ocr 5.5 -> ocr 5.6"),
        (parts(work(), unit(bytes="bb")), "input bytes changed"),
        (parts(work(), unit(topic="t")), "input topic is new"),
    ],
)
def test_a_changed_part_changes_the_key_and_is_named(after: dict[str, object], cause: str) -> None:
    assert codec.digest(after) != codec.digest(BEFORE)
    assert differences(BEFORE, after) == [cause]


def test_what_cannot_change_the_answer_is_not_in_the_key() -> None:
    moved = Unit("f-p1", "renamed.pdf", "f", 7, {"bytes": "aa"}, ("another", "place"))
    slower = Work("read", "1", Params(), ("ocr 5.5",), repr, 99.0)
    assert codec.digest(parts(slower, moved)) == codec.digest(BEFORE)
    assert differences(BEFORE, parts(slower, moved)) == []


def test_an_input_that_went_away_is_named() -> None:
    assert differences(parts(work(), unit(topic="t")), BEFORE) == ["input topic is gone"]


@pytest.mark.parametrize(("n_pages", "seconds"), [(1, 900.0), (40, 900.0), (3000, 3000.0)])
def test_the_clock_of_a_unit_grows_with_its_pages_and_is_no_part_of_its_key(n_pages: int, seconds: float) -> None:
    whole = Unit("f", "a.pdf", "f", None, {"bytes": "aa"}, None, n_pages)
    stage = Work("find", "1", Params(), (), str, 900.0)
    assert stage.clock(whole) == seconds
    assert codec.digest(parts(stage, whole)) == codec.digest(parts(stage, replace(whole, n_pages=1)))
