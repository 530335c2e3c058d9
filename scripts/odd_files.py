"""Gives the reader odd and broken PDFs and counts how every file and page ended: read, claimed blank, or a named failure.

    scripts/odd_files.py FOLDER                       every PDF in the folder, its first two pages
    scripts/odd_files.py FOLDER --mutations 0 500     500 of them with bytes changed, by seed; any part of it by itself

Ends with 1 where one ended in no named way, or not at all.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "scripts")]

from measuring import odd  # noqa: E402


def main() -> int:
    """Prints the counts, and what ended otherwise."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path, help="folder with PDFs")
    parser.add_argument("--mutations", type=int, nargs=2, metavar=("FIRST", "END"), help="change bytes, for these seeds")
    parser.add_argument("--jobs", type=int, default=2, help="processes (default 2)")
    options = parser.parse_args()
    files = sorted(path for path in options.folder.glob("*") if path.suffix in {".pdf", ".fuzz"})
    if not files:
        parser.error(f"no PDF in {options.folder}")
    with tempfile.TemporaryDirectory() as folder:
        paths = odd.mutations(files, range(*options.mutations), Path(folder)) if options.mutations else files
        counts, wrong = odd.outcomes(paths, options.jobs)
    print(f"{len(paths)} files: " + ", ".join(f"{name} {count}" for name, count in sorted(counts.items())))
    print("\n".join(wrong) if wrong else "every file and page ended in a named way")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
