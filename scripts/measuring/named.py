"""Names found in news of government offices, against labels made by others (`../shared/data/entities/re3d`).

A name is found where a found one of its kind overlaps it: the labels take whole phrases ("the Kurdish YPG"), the product names.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from measuring.figures import Figure, Section
from pipeline.engines.language import SpacyParser
from pipeline.patterns.names.names import names_in

KINDS = {"Person": "person", "Organisation": "office", "Location": "place"}
Span = tuple[int, int, str]


def measure(shared: Path) -> Section:
    """Precision and recall by kind, by overlap."""
    folder = shared / "entities" / "re3d"
    title = "Names in government news"
    if not folder.is_dir():
        return Section(title, "", (), f"{folder} is not there")
    parser, count, part = SpacyParser(), Counter[str](), "names in re3d"
    for path in sorted(folder.glob("*/*.conll")):
        text, labels = _labelled(path.read_text(encoding="utf-8"))
        found = [(one.start, one.end, one.kind) for one in names_in(text, parser.entities(text))]
        for kind in KINDS.values():
            true, mine = [one for one in labels if one[2] == kind], [one for one in found if one[2] == kind]
            hit = sum(any(_meet(one, other) for other in mine) for one in true)
            count.update({f"{kind} true": len(true), f"{kind} found": len(mine), f"{kind} hit": hit})
            count[f"{kind} right"] += sum(any(_meet(one, other) for other in true) for one in mine)
            count[f"{kind} sound"] += sum(any(_meet(one, other) for other in labels) for one in mine)
    figures: list[Figure] = []
    for kind in KINDS.values():
        figures.append(Figure(part, f"{kind} precision", count[f"{kind} right"], count[f"{kind} found"]))
        figures.append(Figure(part, f"{kind} recall", count[f"{kind} hit"], count[f"{kind} true"]))
        figures.append(Figure(part, f"{kind} found, a name of any kind", count[f"{kind} sound"], count[f"{kind} found"]))
    return Section(title, "  Labels made by others on press text of the State Department and CENTCOM.", tuple(figures))


def _meet(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _labelled(conll: str) -> tuple[str, list[Span]]:
    """The text with a space between tokens and an empty line between sentences, and the labelled spans."""
    text = ""
    labels: list[Span] = []
    for line in conll.split("\n"):
        token, _, label = line.partition("\t")
        if not token:
            text += "\n\n" if text and not text.endswith("\n\n") else ""
            continue
        text += "" if not text or text.endswith("\n\n") else " "
        start, kind = len(text), KINDS.get(label[2:], "")
        text += token
        if label.startswith("I-") and labels and kind and labels[-1][2] == kind:
            labels[-1] = (labels[-1][0], len(text), kind)
        elif kind:
            labels.append((start, len(text), kind))
    return text, labels
