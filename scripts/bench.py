"""Speed as ratios against a peer, both in this run on this machine: absolute seconds mean nothing elsewhere.

    make bench                 on the sample release
    scripts/bench.py FILE...   on other PDFs

Reading a scan is set against `pytesseract.image_to_data` at its defaults (skipped with a line when no system Tesseract is
installed); reading a text layer against pdfplumber's `extract_words`, whole and its words alone; figures are CPU seconds, the
median over pages. Then where those seconds go: how far the whole is from the recogniser alone, and text from picture.
The same scans are then read from end to end on two cores by `ocrmypdf --jobs 2` and by loops around pytesseract, tuned and not:
pages a second. Finding claims has no peer: words per CPU second.
"""

from __future__ import annotations

import argparse
import statistics
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "scripts")]

from measuring import race, spent  # noqa: E402

from pipeline import tasks, topics  # noqa: E402
from pipeline.engines.pdf import Pdf  # noqa: E402
from pipeline.records.document import Document  # noqa: E402
from pipeline.records.page import Page  # noqa: E402
from pipeline.records.source import File  # noqa: E402
from pipeline.stages import claims  # noqa: E402

ROUNDS = 3
MOST_RACED = 8  # scanned pages read from end to end by ours and by its peers


def cpu(work: Callable[[], Any]) -> tuple[float, Any]:
    """The median CPU seconds (this process and its children) of ROUNDS calls, and the last result."""
    spent, result = [], None
    for _ in range(ROUNDS):
        began = race.cpu_used()
        result = work()
        spent.append(race.cpu_used() - began)
    return statistics.median(spent), result


def pages_of(paths: list[Path]) -> list[tuple[Path, int]]:
    """Every page of these PDFs."""
    found = []
    for path in paths:
        probe = tasks.works({})["probe"].do((path, file_of(path), ()))
        found += [(path, number) for number in range(1, probe.n_pages + 1)]
    return found


def read(path: Path, number: int) -> Page:
    """The page as the pipeline reads it."""
    return tasks.works({})["read"].do((path, file_of(path), number, "", ("eng",)))[0]


def file_of(path: Path) -> File:
    """The file as intake would have it."""
    return File("f", "r", path.name, "", path.stat().st_size, "application/pdf")


def plain_ocr(path: Path, number: int) -> Any:
    """The peer for a scan: render at 300 dpi and hand it to pytesseract as its documentation shows."""
    import pypdfium2
    import pytesseract

    with pypdfium2.PdfDocument(path) as document:
        image = document[number - 1].render(scale=300 / 72).to_pil()
    return pytesseract.image_to_data(image)


def plain_words(path: Path, number: int) -> Any:
    """The peer for a text layer."""
    import pdfplumber

    with pdfplumber.open(path) as document:
        return document.pages[number - 1].extract_words()


def words_alone(path: Path, number: int) -> Any:
    """The words of a text layer, with boxes, in reading order: what the peer gives, without the picture and the checks."""
    return Pdf().layer(path, number, "")


def compare(
    name: str, found: list[tuple[Path, int]], mine: Callable[[Path, int], Any], peer: Callable[[Path, int], Any], peer_name: str
) -> None:
    """Prints the median of ours, of the peer and of the page-by-page ratio."""
    rows = [(cpu(lambda p=path, n=number: mine(p, n))[0], cpu(lambda p=path, n=number: peer(p, n))[0]) for path, number in found]
    if not rows:
        print(f"{name}: no such page in these files")
        return
    ratios = [ours / theirs for ours, theirs in rows if theirs > 0]
    ours, theirs = (statistics.median(column) for column in zip(*rows, strict=True))
    ratio = statistics.median(ratios)
    print(f"{name}: ours {ours:.2f} s, {peer_name} {theirs:.2f} s, ratio {ratio:.2f} (median of {len(rows)} pages)")


def claims_rate(read_pages: list[Page]) -> None:
    """Prints words per CPU second for finding claims, parsing included."""
    from pipeline.engines.language import SpacyParser

    topic, parser = topics.load_topic(ROOT / "corpus" / "topics" / "secure-communities.toml"), SpacyParser()
    made = Document("d", "r", "f", 1, 1, "memo", topic.terms[0], "", "", "", "", "", (), (), "", "", "", "", 1.0)
    parser.parse("Warm up.")

    def found() -> None:
        extractor = tasks.extractor_for(topic, ROOT / "corpus" / "topics")  # anew: it remembers what it has judged
        for page in read_pages:
            claims.claims(made, (page,), topic, parser, extractor)

    seconds, _ = cpu(found)
    words = sum(len(page.text.split()) for page in read_pages)
    print(f"finding claims: {words / seconds:,.0f} words per CPU second ({words:,} words)")


def main() -> None:
    """Runs every comparison on the files given, or on the sample."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE", help="PDFs to read instead of the sample release's")
    paths = parser.parse_args().files or sorted((ROOT / "corpus" / "sample").glob("*.pdf"))
    if absent := [str(path) for path in paths if not path.is_file()]:
        parser.error(f"no such file: {', '.join(absent)}")
    found = pages_of(paths)
    read_pages = {(path, number): read(path, number) for path, number in found}
    scans = [key for key, page in read_pages.items() if page.method == "ocr"][:8]
    layers = [key for key, page in read_pages.items() if page.method == "text_layer"][:8]
    from pipeline.engines.tesseract import System

    if System.available():
        compare("reading a scan", scans, read, plain_ocr, "pytesseract")
    else:
        print("reading a scan: no system Tesseract to compare with; install tesseract-ocr")
    compare("reading a text layer", layers, read, plain_words, "pdfplumber")
    compare("the words of a text layer with their boxes", layers, words_alone, plain_words, "pdfplumber")
    for title, pages in (("a scan", scans), ("a page with a text layer", layers)):
        print(*spent.lines(title, pages), sep="\n")
    print(*race.race(scans[:MOST_RACED]), sep="\n")
    claims_rate(list(read_pages.values()))


if __name__ == "__main__":
    main()
