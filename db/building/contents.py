"""What goes into an edition: each file with its pages as they may be shown, and what was found in them, row by row."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from db.building import edition, produced, rows
from db.building.entities import Entities, folded
from db.building.images import ImageFolder, painted
from db.building.kin import Kin
from db.building.lent import lenders, with_lent
from db.building.once import once
from db.building.originals import Originals
from db.building.tables import Tables
from db.building.waiting import Waiting
from db.building.words import PlacedWord, pack
from db.gate.hidden_heads import HiddenHeads
from db.gate.privacy import HIDDEN, Gate
from db.gate.private_book import PrivateBook
from db.verdicts import leading
from pipeline.records import spans
from pipeline.records.document import Document, Stamp
from pipeline.records.finding import IN_COPY, Citation, Claim, Contradiction, Findings, Mention, Redaction, Withheld
from pipeline.records.outcome import Failure
from pipeline.records.page import Box, Page
from pipeline.records.source import File
from pipeline.store import Reader

# Where a finding stands that is shown beside the contradictions, never among them.
ASIDE = ("review", "related")
Found = Redaction | Mention | Citation


class Contents:
    """One build under way: where rows, private rows and images go."""

    def __init__(self, reader: Reader, gate: Gate, tables: Tables, book: PrivateBook, images: ImageFolder, originals: Originals,
                 say: Callable[[str], None]) -> None:  # fmt: skip
        self.reader, self.gate, self.tables, self.book, self.images, self.say = reader, gate, tables, book, images, say
        self.originals = originals
        self.closed: set[str] = set()  # files in which something is withheld
        self.entities = Entities(reader.unit("unite", "corpus"))
        self.speakers: list[tuple[str, str]] = []
        self.replaced = reader.replaced()
        self.left_out: set[str] = set()  # claims that rest on what another copy of their page hides
        self.faint: dict[str, rows.Row] = {}  # rows of claims that are shown only where a pair that is shown rests on them
        self.announcing: set[str] = set()  # claims that announce a change, or tell what was so
        self.starts: dict[str, tuple[str, int]] = {}  # of claims by id: their page, and where their sentence begins there
        pairs = (one for _, found in reader.units("compare") for one in found)
        self.lent = {one.document.id: one for _, found in reader.units("lend") for one in found}
        self.waiting = Waiting(reader.unit("relate", "corpus"))
        self.paired = {side for one in pairs for side in (one.left_claim_id, one.right_claim_id)}

    def abandon(self) -> None:
        """Removes what was written aside."""
        self.tables.abandon()
        self.book.abandon()
        self.images.abandon()
        self.originals.abandon()

    def everything(self, withheld: tuple[Withheld, ...], built_at: str, measures: tuple[tuple[str, str], ...]) -> None:
        """Every row, page image and private row of the edition, file by file."""
        for release in self.reader.releases():
            self.tables.add("releases", rows.release(release))
        kin = Kin(self.reader.unit("relate", "corpus"), self.tables.add)
        held: dict[str, list[Withheld]] = {}
        for one in withheld:
            held.setdefault(one.page_id, []).append(one)
        failures = self.reader.failures()
        claim_units = self._claim_units()
        for file in self.reader.files():
            self.say(self.gate.clean(file.name))
            self._file(file, failures, kin, held, claim_units)
        kin.corpus()
        self._contradictions()
        self._entities()
        self.book.waiting(self.waiting.passage_rows(), self.waiting.claim_rows(), self.waiting.pair_rows(self.tables.run))
        leading.fill(self.reader.unit("leads", "corpus") or (), self.tables.add, self._text)
        for position, failure in enumerate(failures):
            self.tables.add("failures", rows.failure(failure, position))
        for run in self.reader.runs():
            self.tables.add("runs", rows.run(run))
        for key, value in (*edition.facts(self.reader, self.tables.run, built_at), *self.waiting.counts(), *measures):
            self.tables.add("edition", {"key": key, "value": value})

    def _claim_units(self) -> dict[str, list[str]]:
        """Units of the stage `claims` by document id."""
        found: dict[str, list[str]] = {}
        for row in self.reader.manifest["units"]:
            if row["stage"] == "claims":
                found.setdefault(row["unit"].split("/", 1)[0], []).append(row["unit"])
        return found

    def _file(self, file: File, failures: tuple[Failure, ...], kin: Kin, held: dict[str, list[Withheld]],
              claim_units: dict[str, list[str]]) -> None:  # fmt: skip
        probe = self.reader.unit("probe", file.id)
        heads = self._heads(file.id, held)
        segmentation = with_lent(self.reader.unit("segment", file.id), self.lent)
        for other in (heads, *(self._heads(key, held) for key in lenders(segmentation, self.lent))):
            segmentation = other.without(segmentation) if segmentation else None
            heads.cleared |= other.cleared
        documents: tuple[Document, ...] = segmentation.documents if segmentation else ()
        stamps: tuple[Stamp, ...] = segmentation.stamps if segmentation else ()
        bates = {stamp.page_id: stamp.bates for stamp in stamps if stamp.chief}
        found = _by_page(self.reader.unit("find", file.id) or Findings((), (), ()))
        claims = self._claims(documents, claim_units)
        for document in documents:
            self.tables.add("documents", rows.document(document, file.name, kin.family_of(document), kin.thread_of(document)))
        kin.file(segmentation, heads.cleared)
        papers = {n: d for d in documents for n in range(d.first_page, d.last_page + 1)}
        numbers = []
        for raw in self.reader.pages(file.id):
            page = self._page(raw, file, papers.get(raw.number), bates.get(raw.id, ""), held.get(raw.id, []))
            kept = self._kept(claims.get(page.id, []), held.get(page.id, []))
            self._findings(page, found.get(page.id, []), kept, heads)
            self.waiting.page(raw, file, papers.get(raw.number), held.get(raw.id, ()), claims.get(raw.id, ()))
            numbers.append(page.number)
        for one in stamps:
            self.tables.add("stamps", produced.stamp(one.page_id, one.bates, one.raw, one.chief, one.repaired))
        status, problem = edition.reading(probe.n_pages if probe else 0, numbers, [f for f in failures if f.file_id == file.id])
        closed = file.id in self.closed or self.gate.clean(file.name) != file.name
        offered = self.originals.offer(file, status == "read", closed, self.gate)
        self.tables.add(
            "files", rows.file(file, probe.n_pages if probe else 0, status, problem, *offered, self.replaced.get(file.id, ""))
        )

    def _heads(self, file_id: str, held: dict[str, list[Withheld]]) -> HiddenHeads:
        """What another copy hides of the heads of a file."""
        ours = (some for page_id, some in held.items() if page_id.startswith(f"{file_id}-"))
        copied = [one for some in ours for one in some if one.kind == IN_COPY]
        return HiddenHeads(self.reader.pages(file_id) if copied else (), copied)

    def _claims(self, documents: tuple[Document, ...], claim_units: dict[str, list[str]]) -> dict[str, list[Claim]]:
        """Claims of these documents by page; of one found by two extractors the surer reading stays."""
        best: dict[str, Claim] = {}
        for unit in (unit for document in documents for unit in claim_units.get(document.id, ())):
            for claim in self.reader.unit("claims", unit) or ():
                kept = best.get(claim.id, claim)
                best[claim.id] = max(kept, claim, key=lambda one: (one.confidence, one.extractor))
        by_page: dict[str, list[Claim]] = {}
        for claim in best.values():
            by_page.setdefault(claim.page_id, []).append(claim)
        return by_page

    def _kept(self, claims: list[Claim], held: list[Withheld]) -> list[Claim]:
        """Without claims whose words another copy hides: what they state would say what the words are. Nor those too unsure to
        stand by themselves, where no pair rests on them."""
        hidden = [(one.start, one.end) for one in held if one.kind == IN_COPY]
        kept = [claim for claim in claims if not any(start < claim.end and claim.start < end for start, end in hidden)]
        self.left_out |= {claim.id for claim in claims} - {claim.id for claim in kept}
        return [claim for claim in kept if not claim.faint or claim.id in self.paired]

    def _page(self, raw: Page, file: File, paper: Document | None, bates: str, held: list[Withheld]) -> Page:
        """Publishes one page and returns it as published."""
        own = [(one.start, one.end) for one in held if one.start >= 0]
        elsewhere = [span for span in self.gate.spans(raw.text) if not _within(span, own)]
        if held or elsewhere:
            self.closed.add(raw.file_id)
        page = spans.masked(raw, tuple(own + elsewhere)) if own or elsewhere else replace(raw, hidden=())
        again = tuple(
            Withheld(raw.id, "trace", start, end, raw.text[start:end], spans.boxes(raw, start, end), "withheld elsewhere")
            for start, end in elsewhere
        )
        self.book.withheld((*held, *again))
        # Hidden text shows no ink of its own, so only what was masked in the visible text is painted over.
        boxes = tuple(box for start, end in own + elsewhere for box in spans.boxes(raw, start, end))
        boxes += tuple(box for one in held if one.kind != HIDDEN for box in one.boxes)
        self.tables.add("pages", rows.page(page, file.name, paper.id if paper else None, bates, self._image(raw, boxes)))
        placed = (PlacedWord(s, e - s, w.x0, w.y0, w.x1, w.y1) for s, e, _, w in spans.positions(page.lines))
        self.tables.add("page_words", {"page_id": page.id, "words": pack(placed)})
        return page

    def _image(self, raw: Page, boxes: tuple[Box, ...]) -> str:
        if not raw.image:
            return ""
        data = self.reader.store.get(raw.image)
        if not boxes:
            return self.images.add(data)
        name = self.images.add(painted(data, boxes))
        self.book.painted(name, ((box.x0, box.y0, box.x1, box.y1) for box in boxes))
        return name

    def _findings(self, page: Page, found: list[Found], claims: list[Claim], heads: HiddenHeads) -> None:
        for one in found:
            if isinstance(one, Redaction):
                self.tables.add("redactions", rows.redaction(one))
                continue
            text = page.text[one.start : one.end]
            if isinstance(one, Citation):
                if spans.MASK not in text:  # its normal form would say what the masked words are
                    self.tables.add("citations", rows.citation(one, text))
            elif spans.MASK not in text and not self.gate.spans(one.normal):
                # A name that is masked even in part is no entity any more; its normal form would give it away.
                entity = self.entities.add(one.kind, one.normal, text)
                if not entity:
                    continue
                self.tables.add("mentions", rows.mention(replace(one, text=text), entity))
        for raw in claims:
            self.starts[raw.id] = (raw.page_id, raw.start)
            if raw.announced or raw.status == "former":
                self.announcing.add(raw.id)
            claim = replace(raw, speaker="" if heads.hides(raw.speaker) else raw.speaker)
            claim = replace(claim, addressee="" if heads.hides(raw.addressee) else raw.addressee)
            if claim.faint:
                self.faint[claim.id] = rows.claim(claim, page)
            else:
                self.tables.add("claims", rows.claim(claim, page))
            if claim.speaker:
                self.speakers.append((claim.speaker, claim.id))

    def _entities(self) -> None:
        for row in self.entities.rows():
            self.tables.add("entities", row)
        by_name = self.entities.by_name()
        for speaker, claim_id in self.speakers:
            if entity := by_name.get(folded(speaker)):
                self.tables.run("UPDATE claims SET speaker_id = ? WHERE id = ?", entity, claim_id)

    def _contradictions(self) -> None:
        best: dict[str, Contradiction] = {}
        for _, found in self.reader.units("compare"):
            for one in found:
                best[one.id] = max(best.get(one.id, one), one, key=lambda pair: pair.score)
        best = once(best, self.starts, self.announcing)
        resting = {key: one for key, one in best.items() if {one.left_claim_id, one.right_claim_id} & self.left_out}
        self.waiting.pairs(resting)
        sides = {side for key in best.keys() - resting.keys() for side in (best[key].left_claim_id, best[key].right_claim_id)}
        for key in sorted(sides & self.faint.keys()):
            self.tables.add("claims", self.faint[key])
        for key in sorted(best.keys() - resting.keys()):
            aside = best[key].standing in ASIDE
            row = rows.related_pair(best[key]) if aside else rows.contradiction(best[key])
            self.tables.add("related_pairs" if aside else "contradictions", row)
            table, name = ("related_reasons", "pair_id") if aside else ("reasons", "contradiction_id")
            for position, reason in enumerate(best[key].reasons):
                self.tables.add(table, {name: key, "position": position} | rows.reason(reason))

    def _text(self, page_id: str) -> str | None:
        """The text of a page as published; None for a page that is not."""
        found = self.tables.run("SELECT text FROM pages WHERE id = ?", page_id)
        return str(found[0][0]) if found else None


def _by_page(findings: Findings) -> dict[str, list[Found]]:
    found: dict[str, list[Found]] = {}
    every: tuple[Found, ...] = (*findings.redactions, *findings.mentions, *findings.citations)
    for one in every:
        found.setdefault(one.page_id, []).append(one)
    return found


def _within(span: tuple[int, int], others: list[tuple[int, int]]) -> bool:
    return any(start <= span[0] and span[1] <= end for start, end in others)
