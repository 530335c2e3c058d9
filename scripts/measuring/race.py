"""The same scanned pages from end to end on two cores, by this pipeline and by what people use: wall clock and CPU seconds.

The ratio of CPU seconds holds on a machine that does other work as well; that of the wall clock does not.
"""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

CORES = 2
DPI = 300


def gathered(pages: list[tuple[Path, int]], target: Path) -> Path:
    """One PDF of these pages (path, 1-based number)."""
    import pypdfium2

    with pypdfium2.PdfDocument.new() as made:
        for path, number in pages:
            with pypdfium2.PdfDocument(path) as document:
                made.import_pages(document, pages=[number - 1])
        made.save(target)
    return target


def race(pages: list[tuple[Path, int]]) -> list[str]:
    """One line for each runner, ours first, with its ratio to ours."""
    with tempfile.TemporaryDirectory() as folder:
        path = gathered(pages, Path(folder) / "scans.pdf")
        runners: dict[str, Callable[[], None]] = {
            "this pipeline, 2 processes": partial(in_parts, path, len(pages), CORES, ours),
            "ocrmypdf --jobs 2": partial(ocrmypdf, path, Path(folder) / "out.pdf"),
            "pytesseract tuned, 2 processes": partial(in_parts, path, len(pages), CORES, tuned),
            "pytesseract untuned, serial": partial(untuned, path, len(pages)),
        }
        lines, first, least = [f"scans from end to end, {len(pages)} pages, {CORES} cores:"], 0.0, 0.0
        for name, run in runners.items():
            tool = "ocrmypdf" if name.startswith("ocrmypdf") else "tesseract"
            if first and not shutil.which(tool):
                lines.append(f"  {name}: no {tool} on this machine to compare with")
                continue
            began, used = time.perf_counter(), cpu_used()
            run()
            spent, used = time.perf_counter() - began, cpu_used() - used
            first, least = first or spent, least or used
            speed = f"{len(pages) / spent:.2f} pages/s, ours is {spent / first:.2f} times as fast"
            lines.append(f"  {name}: {speed}; {used / len(pages):.2f} CPU seconds a page, {used / least:.2f} times ours")
    return lines


def cpu_used() -> float:
    """CPU seconds of this process and of those it has waited for."""
    own, children = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime


def in_parts(path: Path, n_pages: int, processes: int, read: Callable[[Path, int], None]) -> None:
    """Every page through `read`, in that many processes with one thread each."""
    with ProcessPoolExecutor(processes, initializer=_one_thread) as pool:
        list(pool.map(partial(read, path), range(1, n_pages + 1)))


def _one_thread() -> None:
    os.environ["OMP_THREAD_LIMIT"] = "1"


def ours(path: Path, number: int) -> None:
    """The page as a worker of the pipeline reads it, which loads nothing else: cleaned, recognised, with boxes and its image."""
    from pipeline import reading
    from pipeline.records.source import File
    from pipeline.stages.read import Params

    file = File("f", "r", path.name, "", path.stat().st_size, "application/pdf")
    reading.page("tesserocr", Params(), (path, file, number, "", ("eng",)))


def tuned(path: Path, number: int) -> None:
    """The text, then the boxes, of a page rendered at 300 dpi."""
    import pypdfium2
    import pytesseract

    with pypdfium2.PdfDocument(path) as document:
        image = document[number - 1].render(scale=DPI / 72).to_pil()
    pytesseract.image_to_string(image)
    pytesseract.image_to_data(image)


def untuned(path: Path, n_pages: int) -> None:
    """The same one page after another in a process of its own, with as many threads as Tesseract likes."""
    free = {name: value for name, value in os.environ.items() if name != "OMP_THREAD_LIMIT"}
    code = "import sys; from pathlib import Path; from measuring.race import tuned\n"
    code += "for number in range(1, int(sys.argv[2]) + 1): tuned(Path(sys.argv[1]), number)"
    free["PYTHONPATH"] = str(Path(__file__).resolve().parents[1])
    subprocess.run([sys.executable, "-c", code, str(path), str(n_pages)], check=True, env=free)


def ocrmypdf(path: Path, target: Path) -> None:
    """As its documentation shows, told to read every page."""
    command = ["ocrmypdf", "--quiet", "--force-ocr", "--jobs", str(CORES), "--output-type", "pdf", str(path), str(target)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
