"""Opens, counts and renders PDF pages. With `pdftext.py`, the door to pypdfium2."""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pypdfium2
import pypdfium2.raw as raw
from numpy.typing import NDArray

from pipeline.errors import Unreadable
from pipeline.seen import Raster

WRONG_PASSWORD = 4  # FPDF_ERR_PASSWORD
LEAST_DPI = 50
LEAST_SCAN_DPI = 150  # a scan from here on is read at its own resolution: enlarging adds nothing but time
ASKEW = 0.001  # of a picture's side: what leans further cannot be drawn pixel for pixel
SQUARE = 0.95  # narrow side of a dot against the wide one: a fine fax has 0.96
MOST_ANNOTATIONS = 5000  # per page; a forged count must not keep the reader busy
SCAN_AREA = 0.85  # share of the page that a picture, or its strips, must cover for the page to be a scan
MOST_STRIPS = 500  # pictures on a page that are looked at


def version() -> str:
    """Library and PDFium build."""
    return f"pypdfium2 {pypdfium2.PYPDFIUM_INFO} pdfium {pypdfium2.PDFIUM_INFO}"


@cache
def direct(name: str, gives: Any, *takes: Any) -> Callable[..., Any]:
    """PDFium's function of that name for many calls: handles and places to write to are handed over as bare numbers.

    `gives` and `takes` are ctypes, `c_void_p` for every pointer. To make a structure for each call costs as much as the call;
    whoever calls keeps what the numbers point to.
    """
    return ctypes.PYFUNCTYPE(gives, *takes)(address(getattr(raw, name)))


def address(handle: Any) -> int:
    """The bare number of a handle or a function."""
    return ctypes.cast(handle, ctypes.c_void_p).value or 0


def columns(table: NDArray[Any]) -> list[range]:
    """The addresses of a table's numbers, one range for each column: where PDFium is to write what it tells of each row."""
    first, number = table.ctypes.data, table.itemsize
    row = number * table.shape[1]
    return [range(at, at + row * len(table), row) for at in range(first, first + row, number)]


@contextmanager
def opened(path: Path, password: str) -> Iterator[Any]:
    """The document; Unreadable `encrypted`, `damaged` or `empty` in the library's own words."""
    try:
        document = pypdfium2.PdfDocument(path, password=password or None)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == WRONG_PASSWORD or "password" in str(error).lower():
            raise Unreadable(
                "encrypted",
                f"{path.name} opens only with a password.",
                "Add the password to `passwords` in release.toml, or `env:NAME` and set that environment variable.",
            ) from error
        if _pageless(path):
            raise Unreadable("empty", f"{path.name} has no pages.", "Ask for the file again.") from error
        raise damaged(path, error) from error
    except (FileNotFoundError, MemoryError):
        raise
    except Exception as error:
        raise damaged(path, error) from error
    try:
        yield document
    except (Unreadable, MemoryError):
        raise
    except Exception as error:
        raise damaged(path, error) from error
    finally:
        document.close()


def _pageless(path: Path) -> bool:
    """Whether it is a file without a page, which PDFium refuses in the words of whatever went wrong before."""
    with path.open("rb") as handle:
        data = handle.read(1 << 20)
    return bool(re.search(rb"/Count\s+0\b", data)) and not re.search(rb"/Type\s*/Page\b", data)


def damaged(path: Path, error: object) -> Unreadable:
    """What to say when a library gives up on a PDF."""
    words = " ".join(str(error).split()).rstrip(".") or type(error).__name__
    return Unreadable("damaged", f"{path.name} is damaged: {words[:300]}.", "Ask for the file again, or print it to a new PDF.")


def count(path: Path, password: str) -> int:
    """How many pages there are."""
    with opened(path, password) as document:
        return len(document)


def size(path: Path, page_no: int, password: str) -> tuple[float, float]:
    """(width, height) in points of the page as shown."""
    with opened(path, password) as document, page_of(document, path, page_no) as page:
        return page_size(page, path, page_no)


def render(path: Path, page_no: int, password: str, dpi: int, max_pixels: int) -> Raster:
    """The page with its annotations and filled forms, grey. See `ports.Source.render`.

    What is marked for redaction is shown as redacted: a mark that nobody applied leaves the words below in plain sight.
    """
    with opened(path, password) as document:
        document.init_forms()
        with page_of(document, path, page_no) as page:
            width, height = page_size(page, path, page_no)
            scan = _scan(page, width, height, dpi)
            wanted = scan or (float(dpi), float(dpi))
            area = width * height / 72**2
            if area * wanted[0] * wanted[1] > max_pixels:
                scan, wanted = None, ((max_pixels / area) ** 0.5 * 0.999,) * 2
            if min(wanted) < LEAST_DPI or max(width * wanted[0], height * wanted[1]) / 72 > 32_000:
                raise Unreadable(
                    "too-large",
                    f"{path.name} page {page_no} is {width / 72:,.0f} x {height / 72:,.0f} inches.",
                    "Print the page to letter size, or raise the limit on pixels.",
                )
            # A scan is drawn pixel for pixel: a single one more or less, and two levels turn into blurred greys.
            whole = round if scan else math.ceil
            pixels = _drawn(document, page, whole(width * wanted[0] / 72), whole(height * wanted[1] / 72))
            _blacken(pixels, _marked(page, width, height), width, height)
    return Raster(pixels, round(max(wanted), 2), round(width, 2), round(height, 2))


def _drawn(document: Any, page: Any, wide: int, high: int) -> NDArray[np.uint8]:
    """The page in grey, on so many pixels: what `PdfPage.render` does, which cannot be told how many."""
    flags = raw.FPDF_GRAYSCALE | raw.FPDF_ANNOT
    bitmap = pypdfium2.PdfBitmap.new_native(wide, high, format=raw.FPDFBitmap_Gray)
    try:
        bitmap.fill_rect((255, 255, 255, 255), 0, 0, wide, high)
        raw.FPDF_RenderPageBitmap(bitmap, page, 0, 0, wide, high, 0, flags)
        if document.formenv:
            raw.FPDF_FFLDraw(document.formenv, bitmap, page, 0, 0, wide, high, 0, flags)
        pixels = np.array(bitmap.to_numpy(), dtype=np.uint8, copy=True)
    finally:
        bitmap.close()
    return np.ascontiguousarray(pixels[:, :, 0] if pixels.ndim == 3 else pixels)


def _blacken(pixels: Any, places: Iterator[tuple[float, ...]], width: float, height: float) -> None:
    """Paints the places (points of the page as shown) black, in place; what lies off the page is left out."""
    tall, wide = pixels.shape
    for x0, y0, x1, y1 in places:
        left, right = (min(max(round(x / width * wide), 0), wide) for x in (x0, x1))
        top, bottom = (min(max(round(y / height * tall), 0), tall) for y in (y0, y1))
        pixels[top:bottom, left:right] = 0


def _marked(page: Any, width: float, height: float) -> Iterator[tuple[float, ...]]:
    """Where the page is marked for redaction: x0, y0, x1, y1 of each mark, in points of the page as shown, y down."""
    for index in range(min(raw.FPDFPage_GetAnnotCount(page), MOST_ANNOTATIONS)):
        mark = raw.FPDFPage_GetAnnot(page, index)
        if not mark:
            continue
        try:
            if raw.FPDFAnnot_GetSubtype(mark) == raw.FPDF_ANNOT_REDACT:
                yield from (_span(page, corners, width, height) for corners in _corners(mark))
        finally:
            raw.FPDFPage_CloseAnnot(mark)


def _corners(mark: Any) -> Iterator[tuple[tuple[float, float], ...]]:
    """The corners of each line that the mark covers, else of its rectangle, in the page's own space."""
    quad, lines = raw.FS_QUADPOINTSF(), raw.FPDFAnnot_CountAttachmentPoints(mark)
    for index in range(min(lines, MOST_ANNOTATIONS)):
        if raw.FPDFAnnot_GetAttachmentPoints(mark, index, quad):
            yield (quad.x1, quad.y1), (quad.x2, quad.y2), (quad.x3, quad.y3), (quad.x4, quad.y4)
    rectangle = raw.FS_RECTF()
    if not lines and raw.FPDFAnnot_GetRect(mark, rectangle):
        yield (rectangle.left, rectangle.bottom), (rectangle.right, rectangle.top)


def _span(page: Any, corners: tuple[tuple[float, float], ...], width: float, height: float) -> tuple[float, ...]:
    spots = [shown(page, x, y, width, height) for x, y in corners]
    xs, ys = [x for x, _ in spots], [y for _, y in spots]
    return min(xs), min(ys), max(xs), max(ys)


@contextmanager
def page_of(document: Any, path: Path, page_no: int) -> Iterator[Any]:
    if not 1 <= page_no <= len(document):
        raise Unreadable("damaged", f"{path.name} has no page {page_no}.", "Ask for the file again.")
    page = document[page_no - 1]
    try:
        yield page
    finally:
        page.close()


def page_size(page: Any, path: Path, page_no: int) -> tuple[float, float]:
    width, height = page.get_size()
    if not (1 <= width < 1e7 and 1 <= height < 1e7):
        raise Unreadable("damaged", f"{path.name} page {page_no} has no size.", "Ask for the file again.")
    return float(width), float(height)


def _scan(page: Any, width: float, height: float, dpi: int) -> tuple[float, float] | None:
    """The dots per inch, across and down the page as shown, of the one picture that fills it, or of the strips or tiles that do;
    None where it has none, or one that is too coarse, finer than `dpi`, or with dots that are far from square.
    """
    alike: dict[int, NDArray[np.float64]] = {}  # by dots across: area, and how many dots and points across and down
    for index, item in enumerate(page.get_objects(filter=(raw.FPDF_PAGEOBJ_IMAGE,), max_depth=3)):
        if index >= MOST_STRIPS:
            return None
        left, bottom, right, top = item.get_bounds()
        if right <= left or top <= bottom:
            continue
        place, (wide, high) = item.get_matrix(), item.get_px_size()
        straight, turned = max(abs(place.a), abs(place.d)), max(abs(place.b), abs(place.c))
        wide, high = (high, wide) if turned > straight else (wide, high)
        points = right - left, top - bottom
        if min(straight, turned) > ASKEW * max(straight, turned):  # its dots lie on no grid of the page's
            wide, high, points = max(wide, high), max(wide, high), (max(points),) * 2
        found = np.array(((right - left) * (top - bottom), wide, high, *points))
        dots = round(wide * 72 / points[0])
        alike[dots] = alike.get(dots, np.zeros(5)) + found
    whole = [(72 * sums[1] / sums[3], 72 * sums[2] / sums[4]) for sums in alike.values() if sums[0] >= SCAN_AREA * width * height]
    if not whole or not SQUARE * max(max(whole)) <= min(max(whole)):
        return None
    across, down = (float(one) for one in (max(whole)[::-1] if page.get_rotation() in (90, 270) else max(whole)))
    return (across, down) if LEAST_SCAN_DPI - 1 <= max(across, down) <= dpi + 1 else None


def shown(page: Any, x: float, y: float, width: float, height: float) -> tuple[float, float]:
    """A point of the page's own space, in points of the page as shown, y down (PDFium answers in whole units)."""
    fine = 32
    across, down = ctypes.c_int(), ctypes.c_int()
    raw.FPDF_PageToDevice(page, 0, 0, round(width * fine), round(height * fine), 0, x, y, across, down)
    return across.value / fine, down.value / fine
