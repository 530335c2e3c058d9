"""The units of the stages that look at documents, one by one or all together, and what each of them depends on."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pipeline import codec, company, lending
from pipeline.plan import Unit
from pipeline.records.document import Document, Message, Naming, Part, Segmentation
from pipeline.records.finding import Claim
from pipeline.records.post import Post
from pipeline.records.source import File
from pipeline.records.topic import ALONE, Proposition, Topic
from pipeline.stages.compare import buckets
from pipeline.units import Corpus, masked_inputs, masked_unit, wanted
from pipeline.walk import STALE, Walk


@dataclass(frozen=True, slots=True)
class Item:
    """A document with its messages and the papers below it, the digests of its pages and of what is masked on them."""

    document: Document
    file: File
    pages: tuple[str, ...]
    screen: str
    messages: tuple[Message, ...] = ()
    parts: tuple[Part, ...] = ()


def documents(state: Walk, corpus: Corpus) -> Iterable[Item]:
    """Every document that segmentation found, file by file."""
    lent = lending.lent(state, corpus)
    for file in corpus.files:
        segmentation: Segmentation | None = state.record("segment", file.id)
        if segmentation is None:
            continue
        for document in segmentation.documents:
            told = lent.get(document.id)
            own = tuple(one for one in segmentation.parts if one.document.id == document.id)
            document, parts = (told.document, told.parts) if told else (document, own)
            numbers = range(document.first_page, document.last_page + 1)
            pages = [state.output("read", f"{file.id}-p{number}") for number in numbers]
            messages = tuple(one for one in segmentation.messages if one.document_id == document.id)
            yield Item(document, file, tuple(page for page in pages if page), state.output("screen", file.id), messages, parts)


def _item_inputs(item: Item) -> dict[str, str]:
    inputs = {"document": codec.digest(item.document), "withheld": item.screen}
    return {**inputs, **{f"page {order}": page for order, page in enumerate(item.pages, 1)}}


def claims_units(state: Walk, corpus: Corpus, items: tuple[Item, ...], people: Mapping[str, tuple[Post, ...]]) -> list[Unit]:
    """Every document with each topic its release asks for; `people`, by file, are those its release shows in a post."""
    names = namings(state, corpus)
    papers = [item.document for item in items]
    beside = {topic.id: company.companies(corpus.releases, papers, names, topic) for topic in corpus.topics}
    units = []
    for item in items:
        for topic in wanted(corpus.release_of(item.file), corpus.topics):
            kept = beside[topic.id][item.document.id]
            kept = dataclasses.replace(kept, people=people.get(item.file.id, ()))
            inputs = {**_item_inputs(item), "messages": codec.digest(item.messages), "topic": codec.digest(topic)}
            inputs |= {"papers beside it": codec.digest(kept)} if kept != ALONE else {}
            inputs |= {"parts": codec.digest(item.parts)} if item.parts else {}
            of = (item.document, item.messages, item.parts)
            payload = (state.store.root, item.pages, item.screen, *of, topic, corpus.topic_files, kept)
            name = f"{item.document.id}/{topic.id}/rules"
            at = item.document.first_page
            units.append(Unit(name, item.file.name, item.file.id, at, inputs, payload, len(item.pages)))
    return units


def naming_unit(state: Walk, corpus: Corpus, file: File) -> Unit | None:
    """One file, cut into documents, to be asked which of them name which topic. Other words of a topic file change nothing."""
    found, segmented = masked_inputs(state, file), state.output("segment", file.id)
    if found is None or not segmented:
        return None
    inputs, pages, screen = found
    names = tuple((topic.id, topic.terms, topic.signs, topic.other_programs) for topic in corpus.topics)
    inputs = {**inputs, "documents": segmented, "names": codec.digest(names)}
    return Unit(file.id, file.name, file.id, None, inputs, (state.store.root, pages, screen, segmented, names))


def posts_unit(state: Walk, corpus: Corpus, file: File) -> Unit | None:
    """One file, cut into documents, to be searched for people and their posts."""
    unit, segmented = masked_unit(state, corpus, file), state.output("segment", file.id)
    if unit is None or not segmented:
        return None
    inputs = {**unit.inputs, "documents": segmented}
    return dataclasses.replace(unit, inputs=inputs, payload=(*unit.payload, segmented))


def namings(state: Walk, corpus: Corpus) -> dict[str, Naming]:
    """By document, the topics it names and those it is near to."""
    found: dict[str, Naming] = {}
    for file in corpus.files:
        named: tuple[Naming, ...] = state.record("naming", file.id) or ()
        found |= {one.document_id: one for one in named}
    return found


def relate_unit(state: Walk, corpus: Corpus, items: tuple[Item, ...]) -> Unit:
    """All documents at once: kinship is a relation between them. People's decisions say what of one copy may be published."""
    inputs = {item.document.id: codec.digest({**_item_inputs(item), "messages": codec.digest(item.messages)}) for item in items}
    names = {item.file.id: item.file.name for item in items}
    decisions = {key: found for key, found in sorted(corpus.decisions.items()) if found}
    payload = (state.store.root, tuple((item.document, item.pages, item.screen, item.messages) for item in items), names,
               decisions)  # fmt: skip
    inputs |= {"files": codec.digest(sorted(names.items()))} | ({"decisions": codec.digest(decisions)} if decisions else {})
    return Unit("corpus", "the whole corpus", "", None, inputs, payload)


def unite_unit(state: Walk, corpus: Corpus) -> Unit | None:
    """All names at once, with what people said about them; None while no file's names are found."""
    found = {file.id: state.output("find", file.id) for file in corpus.files if state.output("find", file.id)}
    if not found:
        return None
    inputs = {**found, "names": codec.digest(corpus.names)}
    return Unit("corpus", "the whole corpus", "", None, inputs, (state.store.root, tuple(found.values()), corpus.names))


def compare_units(state: Walk, corpus: Corpus) -> list[Unit]:
    """One unit per proposition and metric that has claims; none while claims are still to come."""
    claims: list[Claim] = []
    for (stage, name), planned in sorted(state.planned.items()):
        if stage == "claims" and planned.state == STALE:
            for topic in corpus.topics:
                state.wait_for("compare", topic.id, "the whole corpus", "it waits for claims")
            return []
        if stage == "claims":
            claims += state.record("claims", name) or ()
    claims = as_one(claims, corpus.topics)
    units = []
    for topic in corpus.topics:
        mine = tuple(claim for claim in claims if claim.topic == topic.id)
        for bucket, members in sorted(buckets(mine, topic).items()):
            about = as_compared(topic, bucket)
            inputs = {"claims": codec.digest(members), "topic": codec.digest(about)}
            units.append(Unit(f"{topic.id}/{bucket}/scope", "the whole corpus", "", None, inputs, (members, about)))
    return units


def as_one(claims: list[Claim], topics: tuple[Topic, ...]) -> list[Claim]:
    """The claims, those on a proposition that is another's (`same_as`) put under that one where it has claims of its own.

    What both topics read in one place stays once, so that a pair is not shown twice. Ids stay as they are.
    """
    other: dict[tuple[str, str], tuple[str, str]] = {}
    for topic in topics:
        for one in topic.propositions:
            there, _, name = one.same_as.partition("/")
            other[topic.id, one.id] = (there, name)
    places: dict[tuple[str, str], set[tuple[str, str, int]]] = {}
    for claim in claims:
        places.setdefault((claim.topic, claim.proposition), set()).add((claim.page_id, claim.stance, claim.start))
    joined = []
    for claim in claims:
        target = other.get((claim.topic, claim.proposition), ("", ""))
        if target not in places:
            joined.append(claim)
        elif (claim.page_id, claim.stance, claim.start) not in places[target]:
            joined.append(dataclasses.replace(claim, topic=target[0], proposition=target[1]))
    return joined


def leads_unit(state: Walk, items: tuple[Item, ...]) -> Unit | None:
    """All documents at once, with the claims found in them; None while there are none or claims are still to come."""
    units = [planned for (stage, _), planned in sorted(state.planned.items()) if stage == "claims"]
    near = [planned for (stage, _), planned in sorted(state.planned.items()) if stage == "embed"]
    if not items or any(planned.state == STALE for planned in (*units, *near)):
        return None
    files = {item.file.id for item in items}
    meant = {f"meaning {planned.unit}": planned.output for planned in near if planned.output and planned.unit in files}
    claimed = {planned.unit: planned.output for planned in units if planned.output}
    inputs = {item.document.id: codec.digest(_item_inputs(item)) for item in items} | claimed | meant
    pages = tuple((item.document, item.pages, item.screen) for item in items)
    return Unit(
        "corpus", "the whole corpus", "", None, inputs, (state.store.root, pages, tuple(claimed.values()), tuple(meant.values()))
    )


def as_compared(topic: Topic, bucket: str) -> Topic:
    """The topic as far as comparing within this bucket may depend on it: its own cues, no examples, nobody else's wording."""
    mine = bucket.split("+")
    propositions = tuple(
        Proposition(p.id, p.statement, p.opposite, p.affirm, p.deny, p.requires, goes_with=p.goes_with, things=p.things)
        for p in topic.propositions
        if p.id in mine
    )
    told = {m.share for m in topic.metrics if m.id in mine}
    metrics = tuple(
        dataclasses.replace(m, cues=(), not_about=(), examples=(), examples_neither=())
        for m in topic.metrics
        if m.id in mine or m.id in told or any(bearing.proposition == bucket for bearing in m.bears_on)
    )
    return Topic(topic.id, topic.title, "", topic.terms, propositions, metrics, topic.agencies, topic.other_programs)
