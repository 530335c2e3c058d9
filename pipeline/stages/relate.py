"""Which documents and pages of the whole corpus share their words: copies, versions, excerpts, and templates filled in twice.

Two releases of one record hide different words, so words missing on one side weigh little. Other words in the same place weigh
much: agreements and letters made from one template differ just there, and are not the same record.
"""

from __future__ import annotations

import difflib
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline import codec
from pipeline.patterns.dates import normal_date
from pipeline.patterns.exemptions import codes_in
from pipeline.patterns.headings import plain_subject
from pipeline.records.document import Document, Family, Kinship, Message, RedactionDifference
from pipeline.records.page import Page
from pipeline.records.spans import MASK
from pipeline.stages.differ import difference
from pipeline.stages.sketch import candidates, sample, shingles
from pipeline.stages.threads import threads

VERSION = "4"

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_BRACKET = re.compile(r"[({\[\]})]|\b[bB]\d")  # no code is printed without
_TEMPLATED = frozenset({"agreement", "form", "letter", "cover-letter", "table"})


@dataclass(frozen=True, slots=True)
class Params:
    """Shares are 0..1 of word five-shingles; lengths are words.

    `scale` keeps one shingle hash in so many for the search, `least` at the least; `crowd` is the number of texts from which a
    shingle counts as boilerplate; a pair is worth a closer look where `share` of the smaller sample is in both.

    `contained` is the least share of the shorter document's shingles found in the longer, `contained_same` the same where date
    and subject agree, `same_template` the least Jaccard share for templated kinds. A template is shared where `template` of the
    shorter text is in the longer, an excerpt of `excerpt_words` or more where `excerpt` of it is. Pages of `page_words` or
    more are compared by themselves, by Jaccard share.
    """

    shingle: int = 5
    fewest_words: int = 15
    scale: int = 8
    least: int = 24
    crowd: int = 40
    share: float = 0.12
    contained: float = 0.55
    contained_same: float = 0.25
    same_template: float = 0.93
    length_ratio: float = 0.45
    aligned_words: int = 1500
    template: float = 0.6
    excerpt: float = 0.75
    excerpt_words: int = 40
    page_words: int = 30
    page_copy: float = 0.9
    page_version: float = 0.5


@dataclass(frozen=True, slots=True)
class _Read:
    """A document reduced to what is compared."""

    document: Document
    pages: tuple[Page, ...]
    page_words: tuple[tuple[str, ...], ...]
    words: tuple[str, ...]
    shingles: frozenset[int]
    subject: str


class _Groups:
    """Which of `count` things belong together (union-find)."""

    def __init__(self, count: int) -> None:
        self._leader = list(range(count))

    def leads(self, index: int) -> int:
        """The one that stands for all that belong with this one."""
        while self._leader[index] != index:
            self._leader[index] = self._leader[self._leader[index]]
            index = self._leader[index]
        return index

    def join(self, left: int, right: int) -> None:
        """Both belong together from now on."""
        self._leader[self.leads(right)] = self.leads(left)

    def found(self) -> list[list[int]]:
        """Groups of two or more, each in order."""
        groups: dict[int, list[int]] = {}
        for index in range(len(self._leader)):
            groups.setdefault(self.leads(index), []).append(index)
        return [group for group in groups.values() if len(group) > 1]


def relate(records: tuple[tuple[Document, tuple[Page, ...], tuple[Message, ...]], ...], params: Params) -> Kinship:
    """Threads, families of documents and of pages, and what aligned pages of one record show differently.

    `records` are documents with their pages and messages; the order given does not matter.
    """
    records = tuple(sorted(records, key=lambda one: one[0].id))
    read = [_reduced(document, pages, params) for document, pages, _ in records]
    read = [one for one in read if one.document.kind != "withheld-page" and len(one.words) >= params.fewest_words]
    same, templates, excerpts = _Groups(len(read)), _Groups(len(read)), dict[int, set[int]]()
    for left, right in candidates([sample(one.shingles, params.scale, params.least) for one in read], params.crowd, params.share):
        if same.leads(left) == same.leads(right):
            continue
        kind = _kinship(read[left], read[right], params)
        if kind == "record":
            same.join(left, right)
        elif kind == "template":
            templates.join(left, right)
        elif kind == "excerpt":
            whole, part = (left, right) if len(read[left].words) > len(read[right].words) else (right, left)
            excerpts.setdefault(whole, {whole}).add(part)
    families: list[Family] = []
    differences: list[RedactionDifference] = []
    for group in same.found():
        members = [read[index] for index in group]
        families.append(_family("copy" if all(_same_words(members[0], one) for one in members[1:]) else "version", members))
        differences += _differences(members)
    apart = [group for group in templates.found() if len({same.leads(index) for index in group}) > 1]
    families += [_family("template", [read[index] for index in group]) for group in apart]
    families += [_family("excerpt", [read[index] for index in sorted(group)]) for group in excerpts.values()]
    families += _page_families(read, (same, templates), params)
    return Kinship(
        tuple(sorted({one.id: one for one in families}.values(), key=lambda family: family.id)),
        tuple(sorted(differences, key=lambda one: (one.left_page_id, one.right_page_id))),
        threads(records),
    )


def _family(kind: str, members: list[_Read]) -> Family:
    ids = tuple(sorted(one.document.id for one in members))
    # What a copy or version is called must not hang on which of the two it is: a better scan turns one into the other.
    return Family(codec.short_id("family", *(() if kind in ("copy", "version") else (kind,)), *ids), kind, ids)


def _kinship(left: _Read, right: _Read, params: Params) -> str:
    """record, template, excerpt or ''."""
    if _same_record(left, right, params):
        return "record"
    common, smaller = len(left.shingles & right.shingles), min(len(left.shingles), len(right.shingles))
    contained = common / max(smaller, 1)
    short, long = sorted((len(left.words), len(right.words)))
    alike = short >= params.length_ratio * long
    if alike and contained >= params.template and short >= params.excerpt_words and not _both_mail(left, right):
        return "template"
    if not alike and contained >= params.excerpt and short >= params.excerpt_words:
        return "excerpt"
    return ""


def _both_mail(left: _Read, right: _Read) -> bool:
    """Two emails share words because one quotes the other: that is a thread, no template."""
    return left.document.kind == right.document.kind == "email"


def _page_families(read: list[_Read], related: tuple[_Groups, ...], params: Params) -> Iterator[Family]:
    """Pages that stand in more than one document, but for documents that are related as a whole."""
    pages = [
        (page, index, words)
        for index, one in enumerate(read)
        for page, words in zip(one.pages, one.page_words, strict=True)
        if len(words) >= params.page_words
    ]
    sketches = [sample(shingles(words, params.shingle), params.scale, params.least) for _, _, words in pages]
    groups = {kind: _Groups(len(pages)) for kind in ("copy", "version")}
    for left, right in candidates(sketches, params.crowd, params.share):
        if any(wholes.leads(pages[left][1]) == wholes.leads(pages[right][1]) for wholes in related):
            continue
        one, other = (shingles(pages[index][2], params.shingle) for index in (left, right))
        jaccard = len(one & other) / max(len(one | other), 1)
        if jaccard >= params.page_copy:
            groups["copy"].join(left, right)
        if jaccard >= params.page_version:
            groups["version"].join(left, right)
    copies = [[pages[index][0].id for index in group] for group in groups["copy"].found()]
    known = {frozenset(ids) for ids in copies}
    for kind, found in (("copy", copies), ("version", [[pages[i][0].id for i in g] for g in groups["version"].found()])):
        for ids in found:
            if kind == "copy" or frozenset(ids) not in known:
                yield Family(codec.short_id("pages", kind, *sorted(ids)), kind, (), tuple(sorted(ids)))


def _reduced(document: Document, pages: tuple[Page, ...], params: Params) -> _Read:
    each = tuple(_words(page) for page in pages)
    words = tuple(word for words in each for word in words)
    return _Read(document, pages, each, words, shingles(words, params.shingle), plain_subject(document.title))


def _words(page: Page) -> tuple[str, ...]:
    """Folded words of the page without exemption codes, masks, and the running numbers in its margins."""
    kept: list[str] = []
    for line in page.lines:
        text = " ".join(word.text for word in line.words)
        middle = sum(word.y0 + word.y1 for word in line.words) / (2 * len(line.words)) if line.words else 0.5
        if not 0.1 < middle < 0.9 and re.search(r"\d{4}|(?i:\bpage\b)", text) and len(line.words) < 9:
            continue
        for code in reversed(codes_in(text)) if _BRACKET.search(text) else ():
            text = text[: code.start] + " " + text[code.end :]
        kept += (word.casefold().replace("’", "'") for word in _WORD.findall(text.replace(MASK, " ")))
    return tuple(kept)


def _same_record(left: _Read, right: _Read, params: Params) -> bool:
    if left.words == right.words:
        return True
    common = len(left.shingles & right.shingles)
    smaller, larger = sorted((len(left.shingles), len(right.shingles)))
    contained, jaccard = common / max(smaller, 1), common / max(smaller + larger - common, 1)
    if min(len(left.words), len(right.words)) < params.length_ratio * max(len(left.words), len(right.words)):
        return False  # a message quoted whole in its answer is another record than the answer
    dates = {one.document.date for one in (left, right) if one.document.date_precision == "day"}
    if len(dates) == 2 and not (jaccard >= 0.95 and left.subject == right.subject):
        return False
    same_head = len(dates) == 1 and left.document.date == right.document.date and left.subject == right.subject != ""
    if contained < (params.contained_same if same_head else params.contained):
        return False
    templated = left.document.kind in _TEMPLATED or right.document.kind in _TEMPLATED
    if templated and _other_names(left, right, params) and not (jaccard >= params.same_template and same_head):
        return False
    return templated or same_head or contained >= params.contained


def _same_words(left: _Read, right: _Read) -> bool:
    """Whether both show the same words, but for one in a hundred that a scan misread in the other."""
    if left.words == right.words:
        return True
    return sum(_unshared(left.words, right.words)) <= 0.01 * max(len(left.words), len(right.words))


def _other_names(left: _Read, right: _Read, params: Params) -> bool:
    """Whether the two say different names or dates in the same places: the sign of one template filled in twice."""
    limit = params.aligned_words
    matcher = difflib.SequenceMatcher(None, left.words[:limit], right.words[:limit], autojunk=False)
    swapped: Counter[tuple[str, str]] = Counter()
    for tag, i0, i1, j0, j1 in matcher.get_opcodes():
        if tag == "replace" and i1 - i0 <= 6 and j1 - j0 <= 6:
            ours, theirs = " ".join(left.words[i0:i1]), " ".join(right.words[j0:j1])
            if difflib.SequenceMatcher(None, ours, theirs).ratio() < 0.6:  # closer than that may be one word misread
                swapped[(ours, theirs)] += 1
    heads = (normal_date(left.document.date), normal_date(right.document.date))
    return (
        sum(swapped.values()) >= 3
        or any(count > 1 for count in swapped.values())
        or ("" not in heads[0] + heads[1] and heads[0] != heads[1])
    )


def _differences(members: list[_Read]) -> Iterator[RedactionDifference]:
    """Every member against the one that shows most, page by page."""
    fullest = max(members, key=lambda one: (len(one.words), one.document.id))
    for other in members:
        if other is fullest:
            continue
        left, right = sorted((fullest, other), key=lambda one: one.document.id)
        for one, two in _aligned(left, right):
            found = difference(one, two)
            if found:
                yield found


def _aligned(left: _Read, right: _Read) -> Iterator[tuple[Page, Page]]:
    """Pages that show the same part of the record, in order: each takes the likest page still ahead."""
    bags = [Counter(words) for words in right.page_words]
    at = 0
    for page, words in zip(left.pages, left.page_words, strict=True):
        mine = Counter(words)
        best, score = -1, 0.3
        for index in range(at, min(len(bags), at + 12)):
            size = min(mine.total(), bags[index].total())
            share = (mine & bags[index]).total() / size if size else 0.0
            if share > score + (0.05 if best >= 0 else 0.0):
                best, score = index, share
        if best >= 0:
            yield page, right.pages[best]
            at = best + 1


def _unshared(left: tuple[str, ...], right: tuple[str, ...]) -> tuple[int, int]:
    """How many words only one side shows; words that differ by a misread letter are shared."""
    ours, theirs = Counter(left), Counter(right)
    only_left, only_right = list((ours - theirs).elements()), list((theirs - ours).elements())
    if len(only_left) * len(only_right) <= 10_000:
        for word in list(only_left):
            near = difflib.get_close_matches(word, only_right, n=1, cutoff=0.75) if len(word) > 3 else []
            if near:
                only_left.remove(word)
                only_right.remove(near[0])
    return len(only_left), len(only_right)
