"""Which documents of the whole corpus are the same record: copies with the same words, versions with nearly the same.

Two releases of one record hide different words, so words missing on one side weigh little. Other words in the same place weigh
much: agreements and letters made from one template differ just there, and are not the same record.
"""

from __future__ import annotations

import difflib
import re
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from pipeline import codec
from pipeline.patterns.dates import normal_date
from pipeline.patterns.exemptions import codes_in
from pipeline.patterns.headings import plain_subject
from pipeline.records.document import Document, Family, Kinship, Message, RedactionDifference
from pipeline.records.page import Page
from pipeline.records.spans import MASK
from pipeline.stages.threads import threads

VERSION = "2"

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_TEMPLATED = frozenset({"agreement", "form", "letter", "cover-letter", "table"})


@dataclass(frozen=True, slots=True)
class Params:
    """Shares are 0..1 of word five-shingles; lengths are words.

    `sample` keeps one shingle hash in so many for the index; `crowd` is the number of documents from which a shingle counts as
    boilerplate and proposes no pair. `contained` is the least share of the shorter document's shingles found in the longer,
    `contained_same` the same where date and subject agree, `same_template` the least Jaccard share for templated kinds.
    """

    shingle: int = 5
    fewest_words: int = 15
    sample: int = 4
    crowd: int = 60
    contained: float = 0.55
    contained_same: float = 0.25
    same_template: float = 0.93
    length_ratio: float = 0.45
    aligned_words: int = 1500


@dataclass(frozen=True, slots=True)
class _Read:
    """A document reduced to what is compared."""

    document: Document
    pages: tuple[Page, ...]
    words: tuple[str, ...]
    shingles: frozenset[int]
    subject: str


def relate(records: tuple[tuple[Document, tuple[Page, ...], tuple[Message, ...]], ...], params: Params) -> Kinship:
    """Threads, families of two or more documents, and what their aligned pages show differently.

    `records` are documents with their pages and messages; the order given does not matter.
    """
    records = tuple(sorted(records, key=lambda one: one[0].id))
    read = [_reduced(document, pages, params) for document, pages, _ in records]
    read = [one for one in read if one.document.kind != "withheld-page" and len(one.words) >= params.fewest_words]
    leader = list(range(len(read)))
    for left, right in _candidates(read, params):
        if _leads(leader, left) != _leads(leader, right) and _same_record(read[left], read[right], params):
            leader[_leads(leader, right)] = _leads(leader, left)
    groups: dict[int, list[_Read]] = {}
    for index, one in enumerate(read):
        groups.setdefault(_leads(leader, index), []).append(one)
    families: list[Family] = []
    differences: list[RedactionDifference] = []
    for members in groups.values():
        if len(members) > 1:
            ids = tuple(sorted(one.document.id for one in members))
            kind = "copy" if all(_same_words(members[0], one) for one in members[1:]) else "version"
            families.append(Family(codec.short_id("family", *ids), kind, ids))
            differences += _differences(members)
    return Kinship(
        tuple(sorted(families, key=lambda family: family.id)),
        tuple(sorted(differences, key=lambda one: (one.left_page_id, one.right_page_id))),
        threads(records),
    )


def _leads(leader: list[int], index: int) -> int:
    while leader[index] != index:
        leader[index] = leader[leader[index]]
        index = leader[index]
    return index


def _reduced(document: Document, pages: tuple[Page, ...], params: Params) -> _Read:
    words = tuple(word for page in pages for word in _words(page))
    size = params.shingle
    shingles = frozenset(zlib.crc32(" ".join(words[at : at + size]).encode()) for at in range(max(0, len(words) - size + 1)))
    return _Read(document, pages, words, shingles, plain_subject(document.title))


def _words(page: Page) -> tuple[str, ...]:
    """Folded words of the page without exemption codes, masks, and the running numbers in its margins."""
    kept: list[str] = []
    for line in page.lines:
        text = " ".join(word.text for word in line.words)
        middle = sum(word.y0 + word.y1 for word in line.words) / (2 * len(line.words)) if line.words else 0.5
        if not 0.1 < middle < 0.9 and re.search(r"\d{4}|(?i:\bpage\b)", text) and len(line.words) < 9:
            continue
        for code in reversed(codes_in(text)):
            text = text[: code.start] + " " + text[code.end :]
        kept += (word.casefold().replace("’", "'") for word in _WORD.findall(text.replace(MASK, " ")))
    return tuple(kept)


def _candidates(read: list[_Read], params: Params) -> Iterator[tuple[int, int]]:
    """Pairs that share enough uncommon shingles to be worth a closer look, through an index instead of all against all."""
    holders: dict[int, list[int]] = {}
    for index, one in enumerate(read):
        few = len(one.shingles) < 64 * params.sample
        for shingle in one.shingles:
            if few or shingle % params.sample == 0:
                holders.setdefault(shingle, []).append(index)
    shared: Counter[tuple[int, int]] = Counter()
    for indexes in holders.values():
        if 1 < len(indexes) <= params.crowd:
            shared.update((left, right) for at, left in enumerate(indexes) for right in indexes[at + 1 :])
        elif len(indexes) > params.crowd:  # so that many copies of one record still meet, each with the next
            shared.update(pairwise(indexes))
    yield from sorted(pair for pair, count in shared.items() if count >= 3)


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
        for one, two in _aligned(left.pages, right.pages):
            only_left, only_right = _unshared(_words(one), _words(two))
            count_left, count_right = (len(page.redactions) for page in (one, two))
            if only_left or only_right or count_left != count_right:
                yield RedactionDifference(one.id, two.id, only_left, only_right, count_left, count_right)


def _aligned(left: tuple[Page, ...], right: tuple[Page, ...]) -> Iterator[tuple[Page, Page]]:
    """Pages that show the same part of the record, in order: each takes the likest page still ahead."""
    bags = [Counter(_words(page)) for page in right]
    at = 0
    for page in left:
        mine = Counter(_words(page))
        best, score = -1, 0.3
        for index in range(at, min(len(right), at + 12)):
            size = min(mine.total(), bags[index].total())
            share = (mine & bags[index]).total() / size if size else 0.0
            if share > score + (0.05 if best >= 0 else 0.0):
                best, score = index, share
        if best >= 0:
            yield page, right[best]
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
