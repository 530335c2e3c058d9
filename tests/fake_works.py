"""Stages that do almost nothing, quickly and in the shapes of the real ones: for testing plan, store and resume."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from pipeline import codec
from pipeline.errors import Unreadable
from pipeline.plan import Work
from pipeline.records import spans
from pipeline.records.document import Document, Kinship, Lent, Naming, Numbering, Segmentation
from pipeline.records.finding import Claim, Contradiction, Findings, Openly, Shown, Unity, Withheld
from pipeline.records.lead import Lead
from pipeline.records.meaning import Meaning
from pipeline.records.page import Line, Page, Word
from pipeline.records.post import Posted
from pipeline.records.source import File, Probe, Release, Replaced
from pipeline.records.topic import Proposition, Topic
from pipeline.store import Store
from pipeline.units import Corpus
from pipeline.walk import Walk

TOPIC = Topic("t", "Topic", "", ("program",), (Proposition("voluntary", "It is voluntary.", "It is not.", ("v",), ("m",)),), ())


@dataclass(frozen=True, slots=True)
class Params:
    setting: int = 1


def probe(params: Params, payload: Any) -> Probe:
    path, file, _ = payload
    if path.read_bytes() == b"locked":
        raise Unreadable("encrypted", "It is locked.", "Add the password.")
    return Probe(file.id, len(path.read_text().split("|")))


def read(params: Params, payload: Any) -> tuple[Page, bytes]:
    path, file, number, _, _ = payload
    text = path.read_text().split("|")[number - 1]
    if text == "hang":
        raise RuntimeError("a passing fault")
    lines = (Line(tuple(Word(word, 0.1, 0.1, 0.2, 0.2) for word in text.split())),)
    name = f"{file.id}-p{number}"
    page = Page(name, file.id, number, spans.joined(lines), lines, "ocr", "", 1.0, 0, "eng", 612.0, 792.0, "fake")
    return page, f"image {text} {params.setting}".encode()


def openly(params: Params, payload: Any) -> Shown:
    return Shown(Openly(), (), ())


def screen(params: Params, payload: Any) -> tuple[Withheld, ...]:
    return ()


def replace_(params: Params, payload: Any) -> Replaced:
    root, (old, _), (new, _), decided = payload
    sides = [codec.decode(Page, Store(root).get(pages[0])) for pages in (old, new)]
    return Replaced(sides[0].file_id, sides[1].file_id, 1, 1, decided != "no")


def number(params: Params, payload: Any) -> Numbering:
    return Numbering(1, ())


def segment(params: Params, payload: Any) -> Segmentation:
    _, pages, _, file, release, *_ = payload
    name = codec.short_id(file.id, 1)
    made = Document(name, release.id, file.id, 1, len(pages), "memo", "", "", "", "", "", "", (), (), "", "", "", "", 1.0)
    return Segmentation((made,), ())


def naming(params: Params, payload: Any) -> tuple[Naming, ...]:
    return ()


def posts(params: Params, payload: Any) -> Posted:
    return Posted(())


def find(params: Params, payload: Any) -> Findings:
    return Findings((), (), ())


def embed(params: Params, payload: Any) -> tuple[Meaning, ...]:
    return ()


def claims(params: Params, payload: Any) -> tuple[Claim, ...]:
    root, pages, _, document, _, _, topic, *_ = payload
    found = []
    for sha256 in pages:
        page = codec.decode(Page, Store(root).get(sha256))
        stance = {"voluntary": "affirm", "mandatory": "deny"}.get(page.text)
        if stance:
            found.append(
                Claim(
                    codec.short_id(page.id, stance), page.id, document.id, document.file_id, document.release_id, topic.id,
                    "voluntary", "", stance, "asserted", None, "", "", page.text, 0, len(page.text),
                    *("",) * 9, False,
                    1.0, "fake", (),
                )
            )  # fmt: skip
    return tuple(found)


def lend(params: Params, payload: Any) -> tuple[Lent, ...]:
    return ()


def relate(params: Params, payload: Any) -> Kinship:
    return Kinship((), ())


def unite(params: Params, payload: Any) -> Unity:
    return Unity((), ())


def compare(params: Params, payload: Any) -> tuple[Contradiction, ...]:
    members, topic = payload
    sides = [[claim.id for claim in members if claim.stance == stance] for stance in ("affirm", "deny")]
    return tuple(
        Contradiction(codec.short_id(a, b), "stance", a, b, topic.id, "voluntary", 0.5, None, False, "", "They differ.", ())
        for a in sides[0]
        for b in sides[1]
    )


def leads(params: Params, payload: Any) -> tuple[Lead, ...]:
    return ()


STAGES: dict[str, Callable[..., Any]] = {
    "probe": probe, "read": read, "openly": openly, "screen": screen, "replace": replace_, "number": number, "segment": segment,
    "lend": lend,
    "naming": naming, "posts": posts, "find": find, "embed": embed, "claims": claims,
    "relate": relate, "unite": unite, "compare": compare, "leads": leads,
}  # fmt: skip


def works(**settings: int) -> dict[str, Work]:
    """Every stage as a Work; `works(read=2)` changes a parameter of one stage."""
    return {
        name: Work(name, "1", Params(settings.get(name, 1)), ("fake 1",), partial(do, Params(settings.get(name, 1))), 30.0)
        for name, do in STAGES.items()
    }


def corpus_of(folder: Path, contents: dict[str, str]) -> Corpus:
    """A corpus of text files whose pages are separated by `|`."""
    import hashlib

    files, places = [], {}
    for name, text in sorted(contents.items()):
        folder.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)
        sha256 = hashlib.sha256(text.encode()).hexdigest()
        files.append(File(sha256[:16], "r", name, sha256, len(text), "text/plain"))
        places[sha256[:16]] = folder / name
    return Corpus((Release("r"),), tuple(files), places, (), (TOPIC,), Path())


def retitled(corpus: Corpus) -> Corpus:
    """The same corpus with a release whose title and note were edited."""
    return replace(corpus, releases=(replace(corpus.releases[0], title="New title", note="New note"),))


def states(walk: Walk, stage: str) -> dict[str, str]:
    """State of every unit of one stage."""
    return {unit: planned.state for (name, unit), planned in walk.planned.items() if name == stage}
