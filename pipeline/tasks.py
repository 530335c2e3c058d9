"""What a worker does for each stage: fetch the inputs, mask what must not be seen, call the pure stage, return its record.

This is where an implementation is chosen for each port; tools are built once per worker process.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from pipeline import config, reading
from pipeline.engines import encoder, ink, judge, language, tagger
from pipeline.errors import ConfigError
from pipeline.extractors.rules import RuleExtractor
from pipeline.fetched import Ending, Records, brinks, file_ends, record, shown
from pipeline.plan import Work
from pipeline.records.document import (
    Document,
    Kinship,
    Lent,
    Message,
    Met,
    Naming,
    Numbered,
    Numbering,
    Part,
    Segmentation,
    Series,
)
from pipeline.records.finding import Claim, Contradiction, Findings, NameRuling, Openly, Shown, Unity, Withheld
from pipeline.records.lead import Lead
from pipeline.records.meaning import Meaning
from pipeline.records.post import Posted
from pipeline.records.source import Decision, File, Release, Replaced, Ruling
from pipeline.records.topic import Company, Topic
from pipeline.scorers.scope import ScopeScorer
from pipeline.stages import (  # fmt: skip
    claims,
    compare,
    embed,
    find,
    intake,
    leads,
    lend,
    naming,
    number,
    openly,
    posts,
    read,
    relate,
    replace,
    screen,
    segment,
    unite,
)
from pipeline.stages.boxes import other_copy
from pipeline.stages.cutting import continued
from pipeline.store import Store
from pipeline.topics import model_of
from pipeline.workers import tool


@dataclass(frozen=True, slots=True)
class NoParams:
    """For a stage with nothing to set."""


def _openly(payload: tuple[Path, tuple[str, ...]]) -> Shown:
    root, pages = payload
    store = Store(root)
    return openly.openly(tuple(record(store, "read", sha256) for sha256 in pages))


def _screen(params: screen.Params, payload: tuple[Path, tuple[str, ...], tuple[Decision, ...], Openly]) -> tuple[Withheld, ...]:
    root, pages, decided, known = payload
    store = Store(root)
    read_pages = tuple(record(store, "read", sha256) for sha256 in pages)
    parser = tool("parser", language.SpacyParser)
    return screen.screen(read_pages, params, parser, decided, known, tool("tagger", tagger.OnnxTagger))


def _number(payload: tuple[Path, tuple[str, ...], str, File, Release]) -> Numbering:
    root, pages, withheld, _, release = payload
    return number.number(shown(root, pages, withheld), release)


def _replace(
    params: replace.Params, payload: tuple[Path, tuple[tuple[str, ...], str], tuple[tuple[str, ...], str], str]
) -> Replaced:
    root, old, new, decided = payload
    return replace.replaced(shown(root, *old), shown(root, *new), decided, params)


_Segmenting = tuple[
    Path, tuple[str, ...], str, File, Release, tuple[Ruling, ...], tuple[Series, ...], tuple[Numbered, ...], tuple[Met, ...]
]


def _segment(params: segment.Params, payload: _Segmenting) -> Segmentation:
    root, pages, withheld, file, release, rulings, series, beside, people = payload
    return segment.segment(file, release, shown(root, pages, withheld), params, rulings, series, beside, people)


def _naming(payload: tuple[Path, tuple[str, ...], str, str, naming.Names]) -> tuple[Naming, ...]:
    root, pages, withheld, segmented, names = payload
    cut: Segmentation = record(Store(root), "segment", segmented)
    return naming.naming(cut.documents, cut.messages, shown(root, pages, withheld), names)


def _posts(payload: tuple[Path, tuple[str, ...], str, File, Release, str]) -> Posted:
    root, pages, withheld, _, release, segmented = payload
    cut: Segmentation = record(Store(root), "segment", segmented)
    return posts.posts(cut.documents, cut.messages, shown(root, pages, withheld), release)


def _find(params: find.Params, payload: tuple[Path, tuple[str, ...], str, File, Release]) -> Findings:
    root, pages, withheld, file, _ = payload
    return find.find(file, shown(root, pages, withheld), tool("parser", language.SpacyParser), params)


def _embed(payload: tuple[Path, tuple[str, ...], str]) -> tuple[Meaning, ...]:
    return embed.embed(shown(*payload), tool("encoder", encoder.OnnxEncoder))


def _lend(payload: tuple[Path, tuple[Ending, ...]]) -> tuple[Lent, ...]:
    return lend.lend(brinks(*payload))


_Claiming = tuple[Path, tuple[str, ...], str, Document, tuple[Message, ...], tuple[Part, ...], Topic, Path, Company]


def _claims(payload: _Claiming) -> tuple[Claim, ...]:
    root, pages, withheld, document, messages, parts, topic, folder, company = payload
    parser = tool("parser", language.SpacyParser)
    extractor = tool(f"extractor {topic.id} {topic.model}", lambda: extractor_for(topic, folder))
    return claims.claims(document, shown(root, pages, withheld), topic, parser, extractor, messages, company, parts)


def extractor_for(topic: Topic, folder: Path) -> RuleExtractor:
    """The rules, with the topic's trained model where `folder` (that of the topic files) holds one."""
    return RuleExtractor(judge.OnnxJudge(model_of(folder / f"{topic.id}.toml")) if topic.model else None)


def _relate(
    params: relate.Params,
    payload: tuple[
        Path,
        tuple[tuple[Document, tuple[str, ...], str, tuple[Message, ...]], ...],
        dict[str, str],
        dict[str, tuple[Decision, ...]],
    ],
) -> Kinship:
    root, items, names, decisions = payload
    files = file_ends(Records(root, items), tuple(item[0].file_id for item in items), names)
    found = relate.relate(Records(root, items), params)
    release_of = {item[0].file_id: item[0].release_id for item in items}
    decided = {held.page_id: decisions.get(release_of.get(held.page_id.rpartition("-p")[0], ""), ()) for held in found.withheld}
    withheld = other_copy.still_held(found.withheld, found.hidings, decided)
    return dataclasses.replace(found, continuations=continued.continued(files), withheld=withheld)


def _unite(params: unite.Params, payload: tuple[Path, tuple[str, ...], tuple[NameRuling, ...]]) -> Unity:
    root, found, rulings = payload
    store = Store(root)
    each = (record(store, "find", sha256) for sha256 in found)
    return unite.unite((mention for findings in each for mention in findings.mentions), rulings, params)


def _compare(params: compare.Params, payload: tuple[tuple[Claim, ...], Topic]) -> tuple[Contradiction, ...]:
    members, topic = payload
    return compare.compare(members, topic, tool("scope", ScopeScorer), params)


def _leads(
    params: leads.Params,
    payload: tuple[Path, tuple[tuple[Document, tuple[str, ...], str], ...], tuple[str, ...], tuple[str, ...]],
) -> tuple[Lead, ...]:
    root, items, claimed, meant = payload
    store = Store(root)
    records = (one[:2] for one in Records(root, tuple((*item, ()) for item in items)))
    parser = tool("parser", language.SpacyParser)
    found = tuple(claim for sha256 in claimed for claim in record(store, "claims", sha256))
    meanings = (one for sha256 in meant for one in record(store, "embed", sha256))
    return leads.leads(records, found, params, parser, meanings)


def check_languages(settings: dict[str, dict[str, Any]], languages: set[str]) -> None:
    """Raises MissingTool for a language that the OCR engine of these settings has no data for."""
    reading.check_languages(settings.get("read", {}).get("engine", "tesserocr"), languages)


def works(settings: dict[str, dict[str, Any]]) -> dict[str, Work]:
    """Every stage with its parameters and tools. ConfigError lists every wrong setting; MissingTool for an absent engine."""
    settings = {stage: dict(table) for stage, table in settings.items()}
    kinds: dict[str, Any] = {
        "probe": NoParams, "read": read.Params, "openly": NoParams, "screen": screen.Params,
        "replace": replace.Params,
        "number": NoParams, "segment": segment.Params,
        "lend": NoParams, "naming": NoParams, "posts": NoParams, "find": find.Params, "embed": NoParams, "claims": NoParams,
        "relate": relate.Params,
        "unite": unite.Params,
        "compare": compare.Params, "leads": leads.Params,
    }  # fmt: skip
    engine = settings.get("read", {}).pop("engine", "tesserocr")
    problems = [f"[{name}] is no stage. {config.nearest(name, list(kinds))}" for name in settings if name not in kinds]
    if engine not in reading.OCR_ENGINES:
        problems.append(f"[read] engine = {engine!r} is unknown. {config.nearest(str(engine), list(reading.OCR_ENGINES))}")
    params = {}
    for stage, kind in kinds.items():
        try:
            params[stage] = config.params_for(stage, kind, settings)
        except ConfigError as error:
            problems += error.problems
    if problems:
        raise ConfigError(problems)
    readers = tuple(sorted(make().identity() for make in reading.SOURCES.values()))
    parser = language.SpacyParser().identity()
    ocr = reading.OCR_ENGINES[engine]().identity()
    table: tuple[tuple[str, str, tuple[str, ...], Callable[..., Any], float], ...] = (
        ("probe", intake.VERSION, readers, reading.probe, 60),
        ("read", read.VERSION, (ocr, ink.Ink().identity(), *readers), partial(reading.page, engine, params["read"]), 180),
        ("openly", openly.VERSION, (), _openly, 300),
        ("screen", screen.VERSION, (parser, tagger.OnnxTagger().identity()), partial(_screen, params["screen"]), 300),
        ("replace", replace.VERSION, (), partial(_replace, params["replace"]), 300),
        ("number", number.VERSION, (), _number, 300),
        ("segment", segment.VERSION, (), partial(_segment, params["segment"]), 300),
        ("lend", lend.VERSION, (), _lend, 3600),
        ("naming", naming.VERSION, (), _naming, 300),
        ("posts", posts.VERSION, (), _posts, 300),
        ("find", find.VERSION, (parser,), partial(_find, params["find"]), 900),
        ("embed", embed.VERSION, (encoder.OnnxEncoder().identity(),), _embed, 900),
        ("claims", claims.VERSION, (parser, RuleExtractor().identity()), _claims, 900),
        ("relate", relate.VERSION, (), partial(_relate, params["relate"]), 3600),
        ("unite", unite.VERSION, (), partial(_unite, params["unite"]), 3600),
        ("compare", compare.VERSION, (ScopeScorer().identity(),), partial(_compare, params["compare"]), 3600),
        ("leads", leads.VERSION, (parser,), partial(_leads, params["leads"]), 3600),
    )
    return {stage: Work(stage, version, params[stage], tools, do, seconds) for stage, version, tools, do, seconds in table}
