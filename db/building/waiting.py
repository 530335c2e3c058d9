"""What waits for a person: passages that one copy of a page hides and another shows, and the claims and pairs that rest on them.

The rows go into `private.db` alone; what is published of them are three counts.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from pipeline.records.document import Document, Kinship
from pipeline.records.finding import IN_COPY, OWN_COUNSEL, Claim, Contradiction, Withheld, codes_of, hidings_of
from pipeline.records.page import Page
from pipeline.records.source import File

SAME_RECORD = ("copy", "version")
_LED, _TOLD = 4, 6  # words of a line before and behind "DRAFT" that says of its page what it is
_OPENS = ("Draft", "draft")
_DRAFT = re.compile(r"(?<![a-z])drafts?(?![a-z])", re.IGNORECASE)

Row = tuple[Any, ...]
Run = Callable[..., list[tuple[Any, ...]]]


class Waiting:
    """Told of files page by page, then of the pairs; says what to keep in `private.db` and what to count in the edition."""

    def __init__(self, kinship: Kinship | None) -> None:
        kinship = kinship or Kinship((), ())
        self._hidings = kinship.hidings
        kin = [family for family in kinship.families if family.kind in SAME_RECORD]
        self._family = {key: one.id for one in reversed(kin) for key in (one.page_ids or one.document_ids)}
        self._places: dict[str, tuple[str, int, str]] = {}  # of pages: file, number, and their paper
        self._drafts: set[str] = set()  # papers that call themselves one
        self._families: dict[str, str] = {}
        self._passages: dict[tuple[str, int, int], Withheld] = {}
        self._claims: dict[str, tuple[Claim, list[tuple[str, int, int]]]] = {}
        self._pairs: dict[str, Contradiction] = {}

    def page(self, page: Page, file: File, document: Document | None, held: Iterable[Withheld], claims: Iterable[Claim]) -> None:
        """One page of a file, in order; `claims` are all that were found on it."""
        paper = document.id if document else page.id
        named = _DRAFT.search(file.name) or _DRAFT.search(document.title if document else "")
        self._places[page.id] = (file.name, page.number, paper)
        if named or any(map(says_draft, page.text.split("\n"))):
            self._drafts.add(paper)
        ours = [one for one in held if one.kind == IN_COPY]
        for one in ours:
            self._passages[page.id, one.start, one.end] = one
            of_document = self._family.get(document.id, "") if document else ""
            self._families[page.id] = self._family.get(page.id, "") or of_document
        for claim in claims:
            on = [(page.id, one.start, one.end) for one in ours if one.start < claim.end and claim.start < one.end]
            if on:
                self._claims[claim.id] = (claim, on)

    def pairs(self, resting: Mapping[str, Contradiction]) -> None:
        """The pairs of which a side rests on what waits; a claim too faint to stand by itself waits only with one of them."""
        self._pairs = dict(resting)
        paired = {side for one in resting.values() for side in (one.left_claim_id, one.right_claim_id)}
        self._claims = {key: one for key, one in self._claims.items() if not one[0].faint or key in paired}

    def counts(self) -> tuple[tuple[str, str], ...]:
        """Key and value of the rows of table `edition`."""
        listed = sum(one.standing in ("listed", "") for one in self._pairs.values())
        found = (("passages", len(self._passages)), ("claims", len(self._claims)), ("pairs", listed))
        return tuple((f"waiting_{name}", str(count)) for name, count in found)

    def passage_rows(self) -> Iterable[Row]:
        """Rows of `waiting`, a family's together."""
        rows = []
        for at, one in self._passages.items():
            claims = {key for key, (_, places) in self._claims.items() if at in places}
            pairs = [pair for pair in self._pairs.values() if {pair.left_claim_id, pair.right_claim_id} & claims]
            listed = sum(pair.standing in ("listed", "") for pair in pairs)
            codes, over = codes_of(one, self._hidings), hidings_of(one, self._hidings)
            hiders = sorted({self._places[page_id] for each in over for page_id in each.by if page_id in self._places})
            file, number, paper = self._places[one.page_id]
            sent = bool(hiders) and paper not in self._drafts and all(hider[2] in self._drafts for hider in hiders)
            hidden_in = json.dumps([hider[:2] for hider in hiders], ensure_ascii=False)
            whole = [each.number for each in over if (each.start, each.end) == (one.start, one.end)]
            release = whole[0] if whole and codes == OWN_COUNSEL else ""
            rows.append(
                (self._families[one.page_id], json.dumps(codes), release, file, number, one.page_id, one.start, one.end, one.text,
                 hidden_in, int(sent), len(claims), listed)
            )  # fmt: skip
        return sorted(rows)

    def claim_rows(self) -> Iterable[Row]:
        """Rows of `waiting_claims`: what would be claimed, once for each passage that holds some of it."""
        for key, (claim, places) in sorted(self._claims.items()):
            for page_id, start, _ in places:
                asks = claim.proposition or claim.metric
                yield key, page_id, start, asks, claim.stance, claim.value, claim.quote, claim.speaker, claim.date

    def pair_rows(self, run: Run) -> Iterable[Row]:
        """Rows of `waiting_pairs`, the likeliest first; `run` asks the tables for the side that is published."""
        for key, one in sorted(self._pairs.items(), key=lambda item: (-item[1].score, item[0])):
            quotes = (self._quote(side, run) for side in (one.left_claim_id, one.right_claim_id))
            asks = one.proposition
            yield key, one.kind, one.standing, one.score, asks, one.left_claim_id, one.right_claim_id, *quotes

    def _quote(self, claim_id: str, run: Run) -> str:
        if claim_id in self._claims:
            return self._claims[claim_id][0].quote
        found = run("SELECT quote FROM claims WHERE id = ?", claim_id)
        return str(found[0][0]) if found else ""


def says_draft(line: str) -> bool:
    """Whether a line says of its page what it is: "DRAFT", "Draft 3 - not for release", "PRE-DECISIONAL DRAFT"."""
    words = list(re.finditer(r"\w+", line))
    drafts = (order for order, word in enumerate(words) if word.group() == "DRAFT" or (not order and word.group() in _OPENS))
    at = next(drafts, _LED + 1)
    if at > _LED or len(words) - at - 1 > _TOLD:
        return False
    before, behind = line[words[0].start() : words[at].start()], line[words[at].end() :]
    return "." not in behind and re.search(r"[^\w\s/-]", before) is None
