"""Real scans whose text is known, by us and by the plain engine told the resolution: characters wrong, and words as a bag."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from measuring.distance import edits
from measuring.figures import Figure, Section
from measuring.rendered import plain

TITLE = "Reading real scans"
NOTE = (
    "  Tesseract's own test scans; characters wrong per true character, and F1 of the words whatever their order. Few: a check."
)
LEAST_DPI = 70


def measure(folder: Path) -> Section:
    """The figures on the pictures in the folder that have a text beside them; skipped where there are none."""
    found = list(_with_text(folder)) if folder.is_dir() else []
    if not found:
        return Section(TITLE, "", (), f"no scans with their text in ../shared/data/{folder.name}")
    counts: dict[str, Counter[str]] = {"ours": Counter(), "plain engine": Counter()}
    details: list[str] = []
    for picture, text in found:
        wanted = plain(text.read_text(encoding="utf-8"))
        for name, read in (("ours", _ours(picture)), ("plain engine", _plain_engine(picture))):
            row = compared(plain(read), wanted)
            counts[name].update(row)
            f1 = 2 * row["common"] / max(row["read"] + row["true"], 1)
            details.append(f"  {picture.name:<28} {name:<13} {row['errors'] / max(row['letters'], 1):7.2%} {f1:7.3f}")
    return Section(TITLE, NOTE, tuple(figure for name in counts for figure in _figures(name, counts[name])), "", tuple(details))


def compared(read: str, wanted: str) -> Counter[str]:
    """Errors and true letters; words in common, read and true, as bags."""
    bag, other = Counter(read.split()), Counter(wanted.split())
    return Counter(
        errors=edits(read, wanted), letters=len(wanted), common=(bag & other).total(), read=bag.total(), true=other.total()
    )


def _figures(name: str, counts: Counter[str]) -> tuple[Figure, Figure]:
    return (
        Figure("real scans", f"{name}: character errors", counts["errors"], counts["letters"], True),
        Figure("real scans", f"{name}: words in any order, F1", 2 * counts["common"], counts["read"] + counts["true"]),
    )


def _with_text(folder: Path) -> Iterable[tuple[Path, Path]]:
    """Pictures by name, each with the text whose name begins alike: "sheet-turned.png" and "sheet.gold.txt"."""
    texts = {path.name.partition(".")[0]: path for path in sorted(folder.glob("*.txt"))}
    for picture in sorted((*folder.glob("*.tif"), *folder.glob("*.png"))):
        text = texts.get(picture.name.partition(".")[0].partition("-")[0])
        if text:
            yield picture, text


def _ours(picture: Path) -> str:
    from pipeline import tasks
    from pipeline.records.source import File

    file = File("f", "r", picture.name, "", picture.stat().st_size, "image/tiff" if picture.suffix == ".tif" else "image/png")
    text: str = tasks.works({})["read"].do((picture, file, 1, "", ("eng",)))[0].text
    return text


def _plain_engine(picture: Path) -> str:
    from pipeline.engines.picture import Picture
    from pipeline.engines.tesseract import Embedded

    raster = Picture().render(picture, 1, "", 300, 40_000_000)
    lines = Embedded().recognise(raster.pixels, max(round(raster.dpi), LEAST_DPI), ("eng",))
    return " ".join(word.text for line in lines for word in line.words)
