"""What the stages say of fixed pages, by digest: output that changes without a new stage version would be reused wrongly.

After a wanted change raise the stage's VERSION (or the tool's) and run `python tests/test_golden.py` to write the new digests.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from drawn_page import page  # noqa: E402

from pipeline import codec  # noqa: E402
from pipeline.engines.language import SpacyParser  # noqa: E402
from pipeline.extractors.rules import RuleExtractor  # noqa: E402
from pipeline.records import spans  # noqa: E402
from pipeline.records.source import File, Release  # noqa: E402
from pipeline.scorers.scope import ScopeScorer  # noqa: E402
from pipeline.stages import claims, compare, find, leads, relate, screen, segment  # noqa: E402
from pipeline.topics import load_topic  # noqa: E402

RECORDED = ROOT / "tests" / "golden" / "stages.json"
TEXTS = (
    "MEMORANDUM FOR: Assistant Director\nFROM: Legal Adviser\nDATE: October 2, 2010\n"
    "SUBJECT: Secure Communities in Marlow County\n\n"
    "Participation in Secure Communities is mandatory. No county may opt out of Secure Communities.\n\n"
    "The subject, A 098 765 432, born March 3, 1981, was removed under 8 U.S.C. 1231(a).",
    "From: Press Officer\nSent: Monday, October 18, 2010 9:12 AM\nTo: County Administrator\nSubject: Question\n\n"
    "Participation in Secure Communities is voluntary. A county may opt out of Secure Communities by writing to us.\n"
    "As of today Secure Communities is active in 960 jurisdictions.",
)


def outputs() -> dict[str, dict[str, str]]:
    """Per stage the version that made it and the digest of what it made."""
    parser, extractor, scorer = SpacyParser(), RuleExtractor(), ScopeScorer()
    topic = load_topic(ROOT / "corpus" / "topics" / "secure-communities.toml")
    file, release = File("f" * 16, "r", "a.pdf", "f" * 64, 1, "application/pdf"), Release("r")
    raw = tuple(page(text, number, foot=f"SAMPLE FOIA 26-0001.000010{number}") for number, text in enumerate(TEXTS, 1))
    withheld = screen.screen(raw, screen.Params(), parser)
    shown = tuple(
        spans.masked(one, tuple((w.start, w.end) for w in withheld if w.page_id == one.id and w.start >= 0)) for one in raw
    )
    segmented = segment.segment(file, release, shown, segment.Params())
    items = [(document, shown[document.first_page - 1 : document.last_page]) for document in segmented.documents]
    related = tuple((d, pages, tuple(m for m in segmented.messages if m.document_id == d.id)) for d, pages in items)
    found = [claim for d, pages, below in related for claim in claims.claims(d, pages, topic, parser, extractor, below)]
    pairs = [compare.compare(b, topic, scorer, compare.Params()) for _, b in sorted(compare.buckets(tuple(found), topic).items())]
    shown_by = f"screen {screen.VERSION}"  # a stage's output also changes with that of the stages before it
    split_by = f"{shown_by}, segment {segment.VERSION}"
    read_by = (
        f"{split_by}, claims {claims.VERSION}, {extractor.identity()}, topic {codec.digest(topic)[:12]}, {parser.identity()}"
    )
    made: dict[str, tuple[str, Any]] = {
        "screen": (shown_by, withheld),
        "segment": (split_by, segmented),
        "find": (f"{shown_by}, find {find.VERSION}, {parser.identity()}", find.find(file, shown, parser, find.Params())),
        "relate": (f"{split_by}, relate {relate.VERSION}", relate.relate(related, relate.Params())),
        "claims": (read_by, found),
        "compare": (f"{read_by}, compare {compare.VERSION}, {scorer.identity()}", pairs),
        "leads": (f"{read_by}, leads {leads.VERSION}", leads.leads(tuple(items), (), leads.Params(alike=0.1), parser)),
    }
    return {
        stage: {"version": version, "digest": codec.digest(value), "size": str(len(codec.encode(value)))}
        for stage, (version, value) in made.items()
    }


def test_output_changes_only_with_the_version() -> None:
    recorded = json.loads(RECORDED.read_text())
    now = outputs()
    assert set(now) == set(recorded)
    changed = [s for s in now if now[s]["version"] == recorded[s]["version"] and now[s]["digest"] != recorded[s]["digest"]]
    assert changed == [], "output changed and the version did not: raise it, then run `python tests/test_golden.py`"
    stale = [stage for stage in now if now[stage]["version"] != recorded[stage]["version"]]
    assert stale == [], "a version was raised: run `python tests/test_golden.py` to record the new output"


def test_the_fixed_pages_give_something_to_compare() -> None:
    sizes = {stage: int(row["size"]) for stage, row in json.loads(RECORDED.read_text()).items()}
    assert min(sizes[stage] for stage in ("screen", "segment", "find", "claims", "compare")) > 300, sizes


if __name__ == "__main__":
    RECORDED.write_text(json.dumps(outputs(), indent=1, sort_keys=True) + "\n")
    print(f"wrote {RECORDED.name}")
