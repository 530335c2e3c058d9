"""A file that came again under its name with other bytes: kept both times, counted once, and a person has the last word."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from drawn_page import page
from fake_works import corpus_of, works

from pipeline import replaced, run
from pipeline.errors import ConfigError
from pipeline.progress import Silent
from pipeline.receive import receive
from pipeline.records.source import File, Replaced, Replacement
from pipeline.stages.replace import Params
from pipeline.stages.replace import replaced as judged
from pipeline.store import Store, counts_for
from pipeline.walk import Walk
from pipeline.workers import SerialExecutor

LETTER = "The county asked on the ninth of May whether it may leave the program before the month is over, and got no answer."
REPORT = "Forty-one jails in the state took part by the end of the third quarter, nine more than the bureau had planned for."
COVER = "Enclosed are the records you asked for under the Freedom of Information Act in your request of the first of March."


def _taken(folder: Path, corpus: Path, day: str) -> tuple[Replacement, ...]:
    received = receive(folder, corpus, "r")
    return replaced.note(corpus / "r", received.again, day)


def test_a_file_that_came_again_is_kept_beside_the_first_and_noted(tmp_path: Path) -> None:
    inbox, corpus = tmp_path / "inbox", tmp_path / "corpus"
    (inbox / "part 1").mkdir(parents=True)
    path = inbox / "part 1" / "02.txt"
    for day, words in enumerate(("first", "second", "third"), 1):
        path.write_text(words)
        _taken(inbox, corpus, f"2026-03-0{day}")
        assert _taken(inbox, corpus, "2026-04-01") == ()  # the same again adds nothing
    kept = {one.name: one.read_text() for one in (corpus / "r" / "part 1").iterdir()}
    assert kept == {"02.txt": "first", "02 (2).txt": "second", "02 (3).txt": "third"}
    assert replaced.read(corpus / "r") == (
        Replacement("part 1/02.txt", "part 1/02 (2).txt"),
        Replacement("part 1/02 (2).txt", "part 1/02 (3).txt"),
    )
    assert "on = 2026-03-02" in (corpus / "r" / "replaced.toml").read_text()


def test_a_run_killed_before_the_note_was_written_loses_nothing(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for words in ("first", "second"):
        (tmp_path / "in" / "02.txt").write_text(words)
        receive(tmp_path / "in", tmp_path / "c", "r")
    assert not (tmp_path / "c" / "r" / "replaced.toml").exists()
    assert _taken(tmp_path / "in", tmp_path / "c", "2026-03-09") == (Replacement("02.txt", "02 (2).txt"),)


def test_what_a_person_wrote_stays(tmp_path: Path) -> None:
    mine = '# ours\n[[replaced]]\nfile = "a.txt"\nby = "a (2).txt"\nreplaces = false\nnote = "two reports"\n'
    (tmp_path / "replaced.toml").write_text(mine)
    replaced.note(tmp_path, [("a.txt", "a (2).txt"), ('odd "name".txt', 'odd "name" (2).txt')], "2026-03-09")
    assert (tmp_path / "replaced.toml").read_text().startswith(mine)
    assert replaced.read(tmp_path) == (
        Replacement("a.txt", "a (2).txt", "no"), Replacement('odd "name".txt', 'odd "name" (2).txt'),
    )  # fmt: skip


def test_every_mistake_is_told_at_once(tmp_path: Path) -> None:
    (tmp_path / "replaced.toml").write_text(
        'x = 1\n[[replaced]]\nfile = 3\nby = "b"\nreplace = true\n[[replaced]]\nreplaces = "no"\n'
    )
    with pytest.raises(ConfigError) as told:
        replaced.read(tmp_path)
    assert len(told.value.problems) == 6 and "'replaces'" in str(told.value)


def _file(name: str, *also: str) -> File:
    return File(f"{name:x<16}"[:16], "r", name, "", 1, "text/plain", also)


@pytest.mark.parametrize(
    ("files", "wanted"),
    [
        ((_file("a"), _file("b")), {("a", "b")}),
        ((_file("a"),), set()),  # the newer one is gone from the folder
        ((_file("a", "r:copies/a"), _file("b")), set()),  # the same bytes also came under a name that nothing replaces
        ((_file("a", "other:a"), _file("b")), set()),  # or in another release
        ((_file("a!/1"), _file("a!/2"), _file("b!/1")), {("a!/1", "b!/1")}),  # members of an archive, one by one
    ],
)
def test_which_files_are_set_against_each_other(files: tuple[File, ...], wanted: set[tuple[str, str]]) -> None:
    found = replaced.pairs(files, {"r": (Replacement("a", "b"),)})
    assert {(old.name, new.name) for old, new, _ in found} == wanted


def _stands(old: tuple[str, ...], new: tuple[str, ...], decided: str = "") -> bool:
    sides = [
        tuple(page(text, at, file_id=name * 16) for at, text in enumerate(side, 1))
        for name, side in zip("ab", (old, new), strict=True)
    ]
    return judged(*sides, decided, Params()).stands


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ((LETTER, REPORT), (LETTER, REPORT.replace("Forty-one", "Forty-four"))),
        ((COVER, LETTER, REPORT), (LETTER, REPORT)),  # a page taken out
        ((LETTER,), (COVER, LETTER, REPORT, REPORT)),  # pages added
        ((LETTER + " " + REPORT,), (LETTER + " (b)(5)",)),  # part of a page hidden now
        (("",), ("",)),  # nothing was read: the name decides
    ],
)
def test_a_corrected_copy_replaces_the_first(old: tuple[str, ...], new: tuple[str, ...]) -> None:
    assert _stands(old, new)
    assert not _stands(old, new, "no")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ((LETTER,), (REPORT,)),
        ((COVER, LETTER, LETTER), (COVER, REPORT, REPORT)),  # the same cover letter before other records
        ((REPORT, LETTER, COVER), (REPORT[::-1], LETTER[::-1], COVER)),
    ],
)
def test_another_paper_of_the_same_name_counts_beside_it(old: tuple[str, ...], new: tuple[str, ...]) -> None:
    assert not _stands(old, new)
    assert _stands(old, new, "yes")


def test_a_chain_ends_at_what_counts_and_a_ring_takes_nothing_away() -> None:
    def one(old: str, new: str, stands: bool = True) -> Replaced:
        return Replaced(old, new, 1, 1, stands)

    assert counts_for([one("a", "b"), one("b", "c")]) == {"a": "c", "b": "c"}
    assert counts_for([one("a", "b"), one("b", "a")]) == {}
    assert counts_for([one("a", "b", stands=False)]) == {}


def _run(root: Path, said: tuple[Replacement, ...]) -> Walk:
    corpus = replace(
        corpus_of(root / "c", {"a.txt": "voluntary", "a (2).txt": "voluntary|other", "b.txt": "mandatory"}),
        replacements={"r": said},
    )
    state = Walk(Store(root / "s"), works(), SerialExecutor(), Silent(), {})
    run.walk(state, corpus)
    return state


def test_claims_of_a_replaced_file_are_not_counted_twice(tmp_path: Path) -> None:
    def claims_and_pairs(state: Walk) -> tuple[int, int, int]:
        named = {stage: [unit for s, unit in state.planned if s == stage] for stage in ("claims", "segment", "compare")}
        pairs = [pair for unit in named["compare"] for pair in state.record("compare", unit)]
        return sum(len(state.record("claims", unit)) for unit in named["claims"]), len(pairs), len(named["segment"])

    said = Replacement("a.txt", "a (2).txt")
    assert claims_and_pairs(_run(tmp_path, ())) == (3, 2, 3)
    state = _run(tmp_path, (said,))
    assert claims_and_pairs(state) == (2, 1, 3)  # it is read and cut as before, so that it can be looked at
    assert replaced.told(state) == (
        "a (2).txt replaces a.txt (1 of 1 pages with words are alike): the older one is kept, its claims do not count",
    )
    assert claims_and_pairs(_run(tmp_path, (replace(said, decided="no"),))) == (3, 2, 3)
