"""What comparing is handed of a topic is all that it leans on: it finds the same as with the whole topic file."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline import labels
from pipeline.document_units import as_compared
from pipeline.records.topic import Topic
from pipeline.scorers.scope import ScopeScorer
from pipeline.topics import load_topics

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "scripts"))

from measuring.pairs import claim_of  # noqa: E402

TOPIC: Topic = next(one for one in load_topics(ROOT / "corpus" / "topics") if one.id == "secure-communities")


@pytest.mark.parametrize("part", range(4))
def test_the_labelled_pairs_come_out_alike(part: int) -> None:
    scorer = ScopeScorer()
    rows = [row for row in labels.rows_of(ROOT / "corpus/labels/secure-communities/pairs.jsonl") if row["split"] == "development"]
    for row in rows[part::8]:
        sides = (claim_of(f"{row['id']}-{side}", row[side], TOPIC) for side in ("left", "right"))
        left, right = (replace(side, extractor="model", confidence=0.6) for side in sides)
        bucket = left.proposition or right.proposition or left.metric
        assert scorer.score(left, right, as_compared(TOPIC, bucket)) == scorer.score(left, right, TOPIC)


def test_names_of_other_programs_and_words_of_the_question_are_handed_on() -> None:
    handed = as_compared(TOPIC, "opt-out-available")
    assert handed.other_programs == TOPIC.other_programs and handed.terms == TOPIC.terms and handed.agencies == TOPIC.agencies
    (asked,) = handed.propositions
    assert asked.affirm and asked.deny and not asked.examples_affirm and not asked.not_about
