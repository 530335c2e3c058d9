"""One pass over the whole corpus, stage by stage, and the manifest of what it came to."""

from __future__ import annotations

import json
from functools import partial
from typing import Any

from pipeline import codec, document_units, lending, meeting, posted, replaced, stamping, told_openly, units
from pipeline.store import MANIFEST, Store
from pipeline.units import Corpus
from pipeline.walk import Walk


def walk(state: Walk, corpus: Corpus) -> None:
    """Takes the corpus through every stage, as far as it goes."""
    state.stage("probe", [units.probe_unit(corpus, file) for file in corpus.files])
    state.stage("read", [unit for file in corpus.files for unit in units.read_units(state, corpus, file)])
    units.per_file(state, corpus, "openly", units.openly_unit)
    units.per_file(state, corpus, "screen", partial(units.screen_unit, told_openly.told_openly(state, corpus)))
    state.stage("replace", replaced.replace_units(state, corpus))
    no_more = replaced.no_more(state, corpus)
    units.per_file(state, corpus, "number", units.masked_unit)
    stamped = stamping.stamped(state, corpus, no_more)
    people = meeting.met(state, corpus, no_more)
    units.per_file(state, corpus, "segment", partial(units.segment_unit, stamped, people))
    state.stage("lend", lending.lend_units(state, corpus, no_more))
    units.per_file(state, corpus, "naming", document_units.naming_unit)
    units.per_file(state, corpus, "posts", document_units.posts_unit)
    units.per_file(state, corpus, "find", units.masked_unit)
    units.per_file(state, corpus, "embed", units.embed_unit)
    documents = tuple(document_units.documents(state, corpus))
    counting = tuple(item for item in documents if item.file.id not in no_more)
    state.stage("claims", document_units.claims_units(state, corpus, counting, posted.people(state, corpus, no_more)))
    if documents:
        state.stage("relate", [document_units.relate_unit(state, corpus, documents)])
    names = document_units.unite_unit(state, corpus)
    if names is not None:
        state.stage("unite", [names])
    state.stage("compare", document_units.compare_units(state, corpus))
    queue = document_units.leads_unit(state, counting)
    if queue is not None:
        state.stage("leads", [queue])


def manifest(state: Walk, corpus: Corpus, code: str) -> dict[str, Any]:
    """The finished picture. Pages of a file that could not be screened are left out: what was not screened is not published."""
    screened = {planned.unit for planned in state.planned.values() if planned.stage == "screen" and planned.output}
    rows = [
        {"stage": planned.stage, "unit": planned.unit, "key": planned.key, "output": planned.output}
        for _, planned in sorted(state.planned.items())
        if planned.output and (planned.stage != "read" or planned.unit.rpartition("-p")[0] in screened)
    ]
    failures = {codec.encode(f): f for f in (*corpus.failures, *(p.failure for p in state.planned.values() if p.failure))}
    return {
        "format": 1,
        "code": code,
        "releases": codec.plain(corpus.releases),
        "files": codec.plain(corpus.files),
        "topics": codec.plain(corpus.topics),
        "tools": sorted({tool for work in state.works.values() for tool in work.tools}),
        "failures": codec.plain([failures[key] for key in sorted(failures)]),
        "units": rows,
    }


def previous_keys(store: Store) -> dict[tuple[str, str], str]:
    """The key under which each unit of the last finished run was done; empty before the first run."""
    try:
        rows = json.loads((store.root / MANIFEST).read_bytes())["units"]
    except FileNotFoundError:
        return {}
    return {(row["stage"], row["unit"]): row["key"] for row in rows}
