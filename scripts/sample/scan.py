"""Makes clean page pixels look scanned, and writes image-only PDFs with, where wanted, an invisible text layer.

Only integer and plain floating-point arithmetic and Pillow's own resampling are used: the bytes depend on the pinned
libraries and the seed alone, not on the processor. Streams are CCITT G4, JPEG or uncompressed: no zlib.
"""

from __future__ import annotations

import io
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter
from reportlab.pdfbase.pdfmetrics import stringWidth

Grey = NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Look:
    """How a page was scanned. `dpi` of the drawing, `rows` vertical dpi where it differs (fax), `skew` degrees
    counter-clockwise, `specks` per million pixels, `edge` width in pixels of a dark copier edge, `bits` 1 or 8."""

    dpi: int = 200
    rows: int = 200
    skew: float = 0.0
    blur: float = 0.5
    noise: float = 30.0
    specks: int = 12
    edge: int = 0
    holes: bool = False
    bits: int = 1
    paper: float = 236.0
    cut: int = 150


LOOKS = {
    "bitonal": Look(),
    "grey": Look(dpi=160, rows=160, blur=0.4, noise=16.0, specks=2, bits=8, paper=234.0),
    "copier": Look(blur=0.7, noise=44.0, specks=60, edge=26, holes=True, cut=158),
    "skewed": Look(skew=2.1, specks=20),
    "fax": Look(dpi=204, rows=98, blur=0.5, noise=40.0, specks=60, cut=160),
    "withheld": Look(specks=6),
    "blank": Look(dpi=100, rows=100, noise=10.0, specks=1, bits=8, paper=240.0),
}


@dataclass(frozen=True, slots=True)
class LayerText:
    """A word of the invisible layer, in points of the page as stored, origin bottom left; `over` when it stands on its head."""

    text: str
    x: float
    y: float
    width: float
    size: float
    over: bool = False


@dataclass(frozen=True, slots=True)
class Scanned:
    """A page of the PDF to write: an encoded image, the page's size in points, and its invisible text."""

    data: bytes
    codec: str
    columns: int
    rows: int
    width: float
    height: float
    layer: tuple[LayerText, ...]


def skew_of(look: Look, seed: int) -> float:
    """The page's skew in degrees counter-clockwise: the look's own, or a sixth of a degree either way."""
    return look.skew or (np.random.default_rng(seed).random() - 0.5) / 3


def degrade(clean: Grey, look: Look, seed: int, turn: int) -> tuple[bytes, str, int, int]:
    """(encoded image, codec, columns, rows) of the page as scanned, then turned `turn` degrees clockwise."""
    random = np.random.default_rng(seed + 1)
    image = Image.fromarray(clean).rotate(skew_of(look, seed), resample=Image.Resampling.BICUBIC, fillcolor=255)
    image = image.filter(ImageFilter.GaussianBlur(look.blur))
    if look.rows != look.dpi:
        image = image.resize((image.width, round(image.height * look.rows / look.dpi)), Image.Resampling.BOX)
    image = _worn(np.asarray(image, dtype=np.float64), look, random)
    if turn:
        image = image.rotate(-turn, expand=True)
    out = io.BytesIO()
    if look.bits == 8:
        image.save(out, "JPEG", quality=38)
        return out.getvalue(), "DCTDecode", image.width, image.height
    # inverted, because G4 counts a 0 bit as white and Pillow's 0 is black
    bits = image.point([255] * look.cut + [0] * (256 - look.cut)).convert("1", dither=Image.Dither.NONE)
    bits.save(out, "TIFF", compression="group4", strip_size=1 << 30)
    return _strip(out.getvalue()), "CCITTFaxDecode", bits.width, bits.height


def _worn(page: NDArray[np.float64], look: Look, random: np.random.Generator) -> Image.Image:
    """Paper shade, sensor noise, specks, a copier's dark edge and punch holes."""
    height, width = int(page.shape[0]), int(page.shape[1])
    down = np.linspace(0.0, 9.0, height)[:, None]
    page = page * ((look.paper - down) / 255.0)
    # the sum of two uniform draws is close enough to a bell, and exact on every machine
    page = page + (random.random(page.shape) + random.random(page.shape) - 1.0) * look.noise
    for _ in range(look.specks * height * width // 1_000_000):
        y, x, size = int(random.integers(height - 4)), int(random.integers(width - 4)), int(random.integers(1, 4))
        page[y : y + size, x : x + size] = 20.0 if random.random() < 0.7 else 250.0
    if look.edge:
        ragged = look.edge + random.integers(-4, 5, size=height)
        page[np.arange(width)[None, :] < ragged[:, None]] = 12.0
    if look.holes:
        rows, cols = np.arange(height)[:, None], np.arange(width)[None, :]
        for middle in (0.18, 0.5, 0.82):
            page[(rows - middle * height) ** 2 + (cols - 62) ** 2 < 19**2] = 15.0
    return Image.fromarray(page.clip(0, 255).astype(np.uint8))


def _strip(tiff: bytes) -> bytes:
    """The single G4 strip inside a TIFF that Pillow wrote."""
    with Image.open(io.BytesIO(tiff)) as image:
        offsets, counts = image.tag_v2[273], image.tag_v2[279]  # type: ignore[attr-defined]
        if len(offsets) != 1:
            raise ValueError("the scan was written in more than one strip")
        return tiff[offsets[0] : offsets[0] + counts[0]]


def layer_stream(words: tuple[LayerText, ...]) -> bytes:
    """The invisible text (rendering mode 3), each word stretched to the width of its ink."""
    parts = ["BT 3 Tr"]
    for word in words:
        natural = stringWidth(word.text, "Helvetica", word.size) or 1.0
        text = word.text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
        scale = 100 * word.width / natural
        way = "-1 0 0 -1" if word.over else "1 0 0 1"
        parts.append(f"/F1 {word.size:.1f} Tf {scale:.1f} Tz {way} {word.x:.2f} {word.y:.2f} Tm ({text}) Tj")
    return ("\n".join([*parts, "ET"])).encode("cp1252", "replace")


def write(pages: list[Scanned]) -> bytes:
    """The PDF: one image per page, no dates, no metadata."""
    bodies: list[bytes] = [b"", b"", b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"]
    kids = []
    for page in pages:
        at = len(bodies) + 1
        kids.append(f"{at} 0 R")
        content = f"q {page.width:g} 0 0 {page.height:g} 0 0 cm /Im0 Do Q".encode()
        if page.layer:
            content += b"\n" + layer_stream(page.layer)
        font = " /Font << /F1 3 0 R >>" if page.layer else ""
        bodies.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {page.width:g} {page.height:g}] /Contents {at + 1} 0 R "
            f"/Resources << /XObject << /Im0 {at + 2} 0 R >>{font} >> >>".encode()
        )
        bodies.append(_stream("", content))
        bits, extra = 8, ""
        if page.codec == "CCITTFaxDecode":
            bits, extra = 1, f" /DecodeParms << /K -1 /Columns {page.columns} /Rows {page.rows} /BlackIs1 false >>"
        bodies.append(
            _stream(
                f"/Type /XObject /Subtype /Image /Width {page.columns} /Height {page.rows} /ColorSpace /DeviceGray "
                f"/BitsPerComponent {bits} /Filter /{page.codec}{extra}",
                page.data,
            )
        )
    bodies[0] = b"<< /Type /Catalog /Pages 2 0 R >>"
    bodies[1] = f"<< /Type /Pages /Count {len(kids)} /Kids [{' '.join(kids)}] >>".encode()
    return _file(bodies)


def _stream(keys: str, data: bytes) -> bytes:
    return f"<< {keys} /Length {len(data)} >>\nstream\n".encode() + data + b"\nendstream"


def _file(bodies: list[bytes]) -> bytes:
    out = bytearray(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")
    offsets = []
    for number, body in enumerate(bodies, 1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(bodies) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{offset:010d} 00000 n \n".encode() for offset in offsets)
    out += f"trailer\n<< /Size {len(bodies) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(out)
