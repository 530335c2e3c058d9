"""Which documents and pages of the whole corpus share their words: copies, versions, excerpts, and templates filled in twice.

Two releases of one record hide different words, so words missing on one side weigh little. Other words in the same place weigh
much: agreements and letters made from one template differ just there, and are not the same record.
"""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline import codec
from pipeline.patterns.days.dates import normal_date
from pipeline.records.document import Family, Kinship, RedactionDifference
from pipeline.records.finding import Hiding, Withheld
from pipeline.records.page import Page
from pipeline.stages.boxes.differ import difference
from pipeline.stages.boxes.other_copy import hidden_in_copies
from pipeline.stages.comparing.shelf import Read, Record, Search, Shelf, common_hashes, reduced
from pipeline.stages.comparing.sketch import candidates, shingles
from pipeline.stages.cutting.threads import mail_of, threads

VERSION = "11"

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


def relate(records: Sequence[Record], params: Params) -> Kinship:
    """Threads, families of documents and of pages, and what aligned pages of one record show differently.

    `records` are documents with their pages and messages; the order given does not matter. Each is asked for once, and again
    only where it is like another, so that they may be read from disk one at a time.
    """
    read: list[Read] = []
    mails = []
    search = Search(params.shingle, params.scale, params.least, params.page_words)
    for at in range(len(records)):
        document, pages, messages = records[at]
        if document.kind == "email":
            mails.append(mail_of(document, pages, messages))
        if document.kind != "withheld-page":
            read.append(reduced(at, document, pages, search))
    read = sorted((one for one in read if one.words >= params.fewest_words), key=lambda one: one.document.id)
    shelf = Shelf(records)
    same, templates, excerpts = _Groups(len(read)), _Groups(len(read)), dict[int, set[int]]()
    for left, right in candidates([one.sample for one in read], params.crowd, params.share):
        if same.leads(left) == same.leads(right):
            continue
        kind = _kinship(read[left], read[right], shelf, params)
        if kind == "record":
            same.join(left, right)
        elif kind == "template":
            templates.join(left, right)
        elif kind == "excerpt":
            whole, part = (left, right) if read[left].words > read[right].words else (right, left)
            excerpts.setdefault(whole, {whole}).add(part)
    families: list[Family] = []
    differences: list[RedactionDifference] = []
    held: list[tuple[Withheld, Hiding]] = []
    for group in same.found():
        members = [read[index] for index in group]
        alike = all(_same_words(members[0], one, shelf) for one in members[1:])
        families.append(_family("copy" if alike else "version", members))
        aligned = tuple(_against_fullest(members, shelf))
        differences += (found for left, right, _ in aligned if (found := difference(left, right)))
        held += hidden_in_copies((left, right) if first else (right, left) for left, right, first in aligned)
    apart = [group for group in templates.found() if len({same.leads(index) for index in group}) > 1]
    families += [_family("template", [read[index] for index in group]) for group in apart]
    families += [_family("excerpt", [read[index] for index in sorted(group)]) for group in excerpts.values()]
    for family, alike_pages in _page_families(read, (same, templates), shelf, params):
        families.append(family)
        held += hidden_in_copies(_against_longest(alike_pages))
    return Kinship(
        tuple(sorted({one.id: one for one in families}.values(), key=lambda family: family.id)),
        tuple(sorted(differences, key=lambda one: (one.left_page_id, one.right_page_id))),
        threads(mails),
        withheld=tuple(dict.fromkeys(one for one, _ in held)),
        hidings=tuple(dict.fromkeys(one for _, one in held)),
    )


def _family(kind: str, members: list[Read]) -> Family:
    ids = tuple(sorted(one.document.id for one in members))
    # What a copy or version is called must not hang on which of the two it is: a better scan turns one into the other.
    return Family(codec.short_id("family", *(() if kind in ("copy", "version") else (kind,)), *ids), kind, ids)


def _kinship(left: Read, right: Read, shelf: Shelf, params: Params) -> str:
    """record, template, excerpt or ''."""
    if _same_record(left, right, shelf, params):
        return "record"
    common, smaller = common_hashes(left.shingles, right.shingles), min(len(left.shingles), len(right.shingles))
    contained = common / max(smaller, 1)
    short, long = sorted((left.words, right.words))
    alike = short >= params.length_ratio * long
    if alike and contained >= params.template and short >= params.excerpt_words and not _both_mail(left, right):
        return "template"
    if not alike and contained >= params.excerpt and short >= params.excerpt_words:
        return "excerpt"
    return ""


def _both_mail(left: Read, right: Read) -> bool:
    """Two emails share words because one quotes the other: that is a thread, no template."""
    return left.document.kind == right.document.kind == "email"


def _against_longest(pages: list[Page]) -> Iterator[tuple[Page, Page]]:
    first = max(pages, key=lambda page: (len(page.text), page.id))
    return ((first, page) for page in pages if page.id != first.id)


def _page_families(
    read: list[Read], related: tuple[_Groups, ...], shelf: Shelf, params: Params
) -> Iterator[tuple[Family, list[Page]]]:
    """Pages that stand in more than one document, but for documents that are related as a whole."""
    pages = [(sheet, index) for index, one in enumerate(read) for sheet in one.sheets]
    groups = {kind: _Groups(len(pages)) for kind in ("copy", "version")}
    for left, right in candidates([sheet.sample for sheet, _ in pages], params.crowd, params.share):
        if any(wholes.leads(pages[left][1]) == wholes.leads(pages[right][1]) for wholes in related):
            continue
        one, other = (shingles(shelf.each(read[index])[sheet.at], params.shingle) for sheet, index in (pages[left], pages[right]))
        jaccard = len(one & other) / max(len(one | other), 1)
        if jaccard >= params.page_copy:
            groups["copy"].join(left, right)
        if jaccard >= params.page_version:
            groups["version"].join(left, right)
    known: set[frozenset[str]] = set()
    for kind in ("copy", "version"):
        for group in groups[kind].found():
            ids = [pages[index][0].page_id for index in group]
            if frozenset(ids) not in known:
                family = Family(codec.short_id("pages", kind, *sorted(ids)), kind, (), tuple(sorted(ids)))
                yield family, [shelf.pages(read[pages[index][1]])[pages[index][0].at] for index in group]
            known.add(frozenset(ids))


def _same_record(left: Read, right: Read, shelf: Shelf, params: Params) -> bool:
    if left.printed == right.printed:
        return True
    common = common_hashes(left.shingles, right.shingles)
    smaller, larger = sorted((len(left.shingles), len(right.shingles)))
    contained, jaccard = common / max(smaller, 1), common / max(smaller + larger - common, 1)
    if min(left.words, right.words) < params.length_ratio * max(left.words, right.words):
        return False  # a message quoted whole in its answer is another record than the answer
    dates = {one.document.date for one in (left, right) if one.document.date_precision == "day"}
    if len(dates) == 2 and not (jaccard >= 0.95 and left.subject == right.subject):
        return False
    same_head = len(dates) == 1 and left.document.date == right.document.date and left.subject == right.subject != ""
    if contained < (params.contained_same if same_head else params.contained):
        return False
    templated = left.document.kind in _TEMPLATED or right.document.kind in _TEMPLATED
    if templated and _other_names(left, right, shelf, params) and not (jaccard >= params.same_template and same_head):
        return False
    return templated or same_head or contained >= params.contained


def _same_words(left: Read, right: Read, shelf: Shelf) -> bool:
    """Whether both show the same words, but for one in a hundred that a scan misread in the other."""
    if left.printed == right.printed:
        return True
    return sum(_unshared(shelf.words(left), shelf.words(right))) <= 0.01 * max(left.words, right.words)


def _other_names(left: Read, right: Read, shelf: Shelf, params: Params) -> bool:
    """Whether the two say different names or dates in the same places: the sign of one template filled in twice."""
    one, other = (shelf.words(side)[: params.aligned_words] for side in (left, right))
    matcher = difflib.SequenceMatcher(None, one, other, autojunk=False)
    swapped: Counter[tuple[str, str]] = Counter()
    for tag, i0, i1, j0, j1 in matcher.get_opcodes():
        if tag == "replace" and i1 - i0 <= 6 and j1 - j0 <= 6:
            ours, theirs = " ".join(one[i0:i1]), " ".join(other[j0:j1])
            if difflib.SequenceMatcher(None, ours, theirs).ratio() < 0.6:  # closer than that may be one word misread
                swapped[(ours, theirs)] += 1
    heads = (normal_date(left.document.date), normal_date(right.document.date))
    return (
        sum(swapped.values()) >= 3
        or any(count > 1 for count in swapped.values())
        or ("" not in heads[0] + heads[1] and heads[0] != heads[1])
    )


def _against_fullest(members: list[Read], shelf: Shelf) -> Iterator[tuple[Page, Page, bool]]:
    """Every member against the one that shows most, page by page, by id; the flag says whether the left one is that one."""
    fullest = max(members, key=lambda one: (one.words, one.document.id))
    for other in members:
        if other is not fullest:
            left, right = sorted((fullest, other), key=lambda one: one.document.id)
            yield from ((one, two, left is fullest) for one, two in _aligned(left, right, shelf))


def _aligned(left: Read, right: Read, shelf: Shelf) -> Iterator[tuple[Page, Page]]:
    """Pages that show the same part of the record, in order: each takes the likest page still ahead."""
    bags = [Counter(words) for words in shelf.each(right)]
    others = shelf.pages(right)
    at = 0
    for page, words in zip(shelf.pages(left), shelf.each(left), strict=True):
        mine = Counter(words)
        best, score = -1, 0.3
        for index in range(at, min(len(bags), at + 12)):
            size = min(mine.total(), bags[index].total())
            share = (mine & bags[index]).total() / size if size else 0.0
            if share > score + (0.05 if best >= 0 else 0.0):
                best, score = index, share
        if best >= 0:
            yield page, others[best]
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
