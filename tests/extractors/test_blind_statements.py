"""Precision and recall over statements that were labelled before the rules saw them; a floor under what was reached since."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pipeline.extractors.rules import RuleExtractor
from pipeline.records.document import Document
from pipeline.records.language import Passage
from pipeline.topics import load_topic

HERE = Path(__file__).resolve().parent
TOPIC = HERE.parents[1] / "corpus" / "topics" / "secure-communities.toml"
PRECISION, RECALL = 0.9, 0.9


def test_precision_and_recall_hold(parser: Any) -> None:
    topic = load_topic(TOPIC)
    plain = Document("d", "r", "f", 1, 1, "other", "", "", "", "", "", "", (), (), "", "", "", "", 1.0)
    right = wrong = missed = 0
    for line in (HERE / "blind.tsv").read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        _, labels, text = line.split("\t")
        wanted = set() if labels == "-" else set(labels.split(","))
        claims = RuleExtractor().extract(plain, (Passage("f-p1", 1, text, parser.parse(text)),), topic)
        found = {
            f"{c.proposition}:{c.stance}" if c.proposition else f"{c.metric}={c.value:.10g}"
            for c in claims
            if c.status != "former"
        }
        right, wrong, missed = right + len(found & wanted), wrong + len(found - wanted), missed + len(wanted - found)
    assert right / (right + wrong) >= PRECISION, (right, wrong)
    assert right / (right + missed) >= RECALL, (right, missed)
