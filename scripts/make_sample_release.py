"""Draws the sample release, `corpus/sample/` (release.toml and PDFs), and its truth, `tests/golden/sample_truth.json`.

    python scripts/make_sample_release.py [--release DIR] [--truth FILE]

Everything in it is invented; every page says so. The same code and the same pinned libraries give the same bytes.

The truth is no part of the release and must not be published: it names what must stay hidden. It holds

- `files`: name, sha256, base (`scan` or `digital`) and `pages`; each page has `page_no`, `document`, `bates` ('' where none
  is printed), `lines` (visible text in reading order, with the codes printed on boxes), `lines_without_codes`, `marks`
  (rubber stamps, not in `lines`), `rotation` (degrees clockwise that bring the stored page upright), `skew` (degrees
  counter-clockwise), `look` (a key of `scan.LOOKS`, or `digital`), `layer` (none, live, ocr, garbage, garbled) and
  `redactions` (box, fill, codes claimed, riders such as DP, raw as printed and clipped, failed, group: boxes of one group
  hide one passage). The look `blank` carries nothing but the SAMPLE mark, too pale to count as ink.
- `documents`: key, file, first_page, last_page, kind, title, date, author, recipients, audience, bates_first, bates_last.
- `statements`: key, file, page_no, document, quote (as printed, lines joined, the > of quoted mail left out) and `role`:
  `claim` (with proposition or metric, stance, status, value, bound, unit, speaker, speaker_kind, date, period, jurisdiction,
  population, audience, announced, hard), `open` (may be read either way) or `neutral` (looks like a claim and is none), the
  latter two with `why`.
- `contradictions`: left, right, kind (stance, number, data, shift, dispute). `not_contradictions`: left, right, why.
- `families`: kind (copy, version), documents. `look_alike_families`: documents that only look alike.
- `secrets`: kind, text, file, page_no, `printed` (an identifier that the page shows) or not (words under a failed redaction).
  None of these strings may occur in anything that is published.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from pathlib import Path

from sample.release import drawn

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent


def main() -> None:
    """Draws the release into the folders given, by default those of this checkout."""
    parser = argparse.ArgumentParser(description="Draw the sample release and its truth.")
    parser.add_argument("--release", type=Path, default=ROOT / "corpus" / "sample")
    parser.add_argument("--truth", type=Path, default=ROOT / "tests" / "golden" / "sample_truth.json")
    chosen = parser.parse_args()
    files, truth = drawn(HERE / "sample")
    chosen.release.mkdir(parents=True, exist_ok=True)
    chosen.truth.parent.mkdir(parents=True, exist_ok=True)
    for name, data in files.items():
        (chosen.release / name).write_bytes(data)
        print(f"{hashlib.sha256(data).hexdigest()[:16]}  {len(data):>8}  {name}")
    chosen.truth.write_text(json.dumps(truth, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
