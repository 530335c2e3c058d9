"""Who said what in news text: frames of speech against the attributions marked in PolNeAR's development part.

A found attribution is right when its cue shares a word with the marked cue, its source shares a word with the marked source
(or both have none), and its content and the marked content overlap by at least half of the two together (Dice, in words).
Each marked attribution is met once. These texts mark no attribution inside another (none of the 1,359 in every second file of
the development part), mark a quotation of several sentences whole, and mark what is praised, asked for or planned as well as
what is said to be so: so of reports within reports the outermost counts, quotations are joined within their paragraph, and
stands are added to reports. Only the development part is read; the reserved part is not looked at.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

from measuring.figures import Section, found_and_right
from pipeline.extractors.cueing.grammar import View, view_of
from pipeline.extractors.sides.stands import stands_in
from pipeline.extractors.speakers.frames import Frame
from pipeline.extractors.speakers.hearing import Listener
from pipeline.ports import Parser
from pipeline.records.document import Document

PART = "attributions, PolNeAR development"
NOTE = "  Right: cue and source share a word each, contents overlap by half (Dice over words). News text, outermost reports."
_WORD = re.compile(r"\w+")
_SPANS = re.compile(r"(\d+) (\d+)")


@dataclass(frozen=True, slots=True)
class Attribution:
    """Offsets of the words (their first characters) of each part; `source` may be empty."""

    source: frozenset[int]
    cue: frozenset[int]
    content: frozenset[int]


def measure(folder: Path, parser: Parser) -> Section:
    """Figures over all texts in `folder` (with `text` and `attributions` beneath)."""
    title = "Who said what in news text"
    files = sorted((folder / "attributions").glob("*.ann")) if folder.is_dir() else []
    if not files:
        return Section(title, "", (), skipped=f"{folder} is not here")
    counts: Counter[str] = Counter()
    for path in files:
        text = (folder / "text" / f"{path.stem.rpartition('_')[0]}.txt").read_text(encoding="utf-8")
        wanted = marked(path.read_text(encoding="utf-8"), text)
        found = list(found_in(text, parser))
        right = len(matched(found, wanted))
        counts.update({"right": right, "found": len(found), "wanted": len(wanted)})
    return Section(title, NOTE, found_and_right(PART, "attributions", counts["right"], counts["found"], counts["wanted"]))


def marked(annotation: str, text: str) -> list[Attribution]:
    """The attributions of one annotation file in brat's format; spans may be in pieces."""
    spans: dict[str, frozenset[int]] = {}
    found = []
    for line in annotation.splitlines():
        fields = line.split("\t")
        if line[:1] == "T" and len(fields) > 1:
            pieces = [(int(a), int(b)) for a, b in _SPANS.findall(fields[1])]
            spans[fields[0]] = frozenset(word.start() for a, b in pieces for word in _WORD.finditer(text, a, b))
        elif line[:1] == "E" and len(fields) > 1:
            parts: dict[str, set[int]] = {"Source": set(), "Cue": set(), "Content": set()}
            for part in fields[1].split():
                role, _, name = part.partition(":")
                if role.rstrip("0123456789") in parts:
                    parts[role.rstrip("0123456789")] |= spans.get(name, frozenset())
            if parts["Content"]:
                found.append(Attribution(*(frozenset(parts[role]) for role in ("Source", "Cue", "Content"))))
    return found


def found_in(text: str, parser: Parser) -> Iterator[Attribution]:
    """What the frames of speech and the stands taken say about one text, outermost ones only, as these texts are marked."""
    document = Document("d", "r", "f", 1, 1, "press", "", "", "", "", "", "press", (), (), "public", "", "", "", 1.0)
    listener = Listener(document, ())
    sentences = [sentence for sentence in parser.parse(text) if sentence.tokens]
    views = [view_of(sentence) for sentence in sentences]
    starts = [at for at, one in enumerate(sentences) if at == 0 or "\n" in text[sentences[at - 1].end : one.start]]
    for first, end in pairwise([*starts, len(sentences)]):
        yield from _paragraph(listener, views[first:end])


def _paragraph(listener: Listener, views: list[View]) -> list[Attribution]:
    """A sentence that is all quotation is part of what the report beside it tells, the one after it where the quotation is
    still open, else the one before; a report inside of it stands within that."""
    kept: list[Attribution] = []
    fresh, waiting, still_open = 0, frozenset[int](), False
    for at, view in enumerate(views):
        heard = listener.hear(view, at == 0, tuple(views[at + 1 : at + 4]))
        was_open, still_open = still_open, _left_open(view.sentence.text, still_open)
        if heard.quoted:
            waiting |= _starts(view, range(len(view.tokens)))
            if not still_open and fresh < len(kept):
                _widen(kept, fresh, waiting)
                waiting = frozenset()
            continue
        frames = (*heard.frames, *stands_in(view, heard.voices, (), heard.frames))
        found = [_attribution(view, frame) for frame in frames if not _within(frame, frames)]
        fresh = len(kept) if found else fresh
        kept += found
        if waiting and was_open and found:
            _widen(kept, fresh, waiting)
        waiting = frozenset()
    return kept


def _left_open(text: str, before: bool) -> bool:
    """Whether a quotation is open after this sentence."""
    text = text.replace("''", '"')
    if text.count('"') % 2:
        return not before
    opening, closing = text.count("“"), text.count("”")
    return before if opening == closing else opening > closing


def _widen(kept: list[Attribution], first: int, said: frozenset[int]) -> None:
    """Adds what was quoted to the widest of the reports from `first` on."""
    widest = max(range(first, len(kept)), key=lambda at: len(kept[at].content))
    kept[widest] = replace(kept[widest], content=kept[widest].content | said)


def _within(frame: Frame, frames: tuple[Frame, ...]) -> bool:
    return any(frame.cue in other.content and other.cue not in frame.content for other in frames)


def _attribution(view: View, frame: Frame) -> Attribution:
    source = frame.by or (frame.source.tokens if frame.source else ())
    return Attribution(_starts(view, source), _starts(view, (frame.cue,)), _starts(view, frame.content))


def _starts(view: View, tokens: Iterable[int]) -> frozenset[int]:
    return frozenset(view.tokens[at].start for at in tokens if view.tokens[at].text[:1].isalnum())


def matched(found: list[Attribution], wanted: list[Attribution]) -> list[tuple[Attribution, Attribution]]:
    """Pairs of what was found and what was marked, each used once, the best content first."""
    pairs = [(dice(one.content, other.content), -i, -j) for i, one in enumerate(found) for j, other in enumerate(wanted)
             if one.cue & other.cue and (one.source & other.source or not one.source | other.source)]  # fmt: skip
    used: set[tuple[str, int]] = set()
    kept = []
    for share, i, j in sorted(pairs, reverse=True):
        if share >= 0.5 and not {("found", -i), ("wanted", -j)} & used:
            used |= {("found", -i), ("wanted", -j)}
            kept.append((found[-i], wanted[-j]))
    return kept


def dice(one: frozenset[int], other: frozenset[int]) -> float:
    """Twice what is shared, of both together."""
    return 2 * len(one & other) / (len(one) + len(other)) if one or other else 0.0
