"""Puts the release together: sets each content file, draws or scans it, and collects the truth about it."""

from __future__ import annotations

import hashlib
import tomllib
import zlib
from pathlib import Path
from typing import Any

from sample import draw, scan, truth
from sample.layout import Setter
from sample.sheet import Placed, Sheet

INHERITING = ("-copy", "-2")


def drawn(folder: Path) -> tuple[dict[str, bytes], dict[str, Any]]:
    """(name to bytes of every file of the release, the truth) for the content in this folder."""
    library = {path.name: path.read_text(encoding="utf-8") for path in sorted((folder / "text").glob("*.txt"))}
    known = tomllib.loads((folder / "statements.toml").read_text(encoding="utf-8"))
    files: dict[str, bytes] = {"release.toml": (folder / "release.toml").read_bytes()}
    told: dict[str, Any] = {"files": [], "documents": [], "statements": []}
    secrets: list[dict[str, Any]] = []
    for name in library:
        setter = Setter(name, library)
        pdf = setter.file["name"]
        data = _digital(setter) if setter.file["base"] == "digital" else _scanned(setter)
        files[pdf] = data
        pages = [_page(setter, sheet) for sheet in setter.sheets]
        told["files"].append(
            {"name": pdf, "sha256": hashlib.sha256(data).hexdigest(), "base": setter.file["base"], "pages": pages}
        )
        documents = [_document(setter, entry) for entry in setter.documents]
        told["documents"] += documents
        by_key = {entry["key"]: entry for entry in documents}
        for key, found in truth.quotes(setter).items():
            told["statements"].append(_statement(key, {"file": pdf, **found}, by_key[found["document"]], known))
        secrets += [{**secret, "file": pdf} for secret in truth.secrets(setter)]
    told["contradictions"] = [
        {"left": left, "right": right, "kind": group["kind"]}
        for group in known["contradictions"]
        for left, right in group["pairs"]
    ]
    told["not_contradictions"] = [
        {"left": left, "right": right, "why": group["why"]}
        for group in known["not_contradictions"]
        for left, right in group["pairs"]
    ]
    return files, {**told, "families": known["families"], "look_alike_families": known["look_alike_families"], "secrets": secrets}


def _digital(setter: Setter) -> bytes:
    return draw.digital(setter.sheets, setter.file.get("title", ""))


def _scanned(setter: Setter) -> bytes:
    pages = []
    for sheet in setter.sheets:
        look, seed, turn = scan.LOOKS[sheet.options["degrade"]], _seed(setter, sheet), _turn(sheet)
        data, codec, columns, rows = scan.degrade(draw.pixels(sheet, look.dpi), look, seed, turn)
        sideways = turn in (90, 270)
        size = (sheet.height, sheet.width) if sideways else (sheet.width, sheet.height)
        pages.append(scan.Scanned(data, codec, columns, rows, *size, _layer(sheet, turn)))
    return scan.write(pages)


def _seed(setter: Setter, sheet: Sheet) -> int:
    return zlib.crc32(f"{setter.file['name']}-{sheet.number}".encode())


def _turn(sheet: Sheet) -> int:
    return int(sheet.options.get("turn", "0"))


def _layer(sheet: Sheet, turn: int) -> tuple[scan.LayerText, ...]:
    """The invisible text of a scanned page: what an OCR program had read before boxes were drawn on the image, or rubbish."""
    kind = sheet.options.get("layer", "")
    if not kind:
        return ()
    words = sorted(sheet.words, key=lambda w: (w.line, w.x))
    kept = [w for w in words if w.atom.cover is None or w.atom.cover.failed]
    return tuple(_layer_word(sheet, word, kind, turn) for word in kept)


def _layer_word(sheet: Sheet, word: Placed, kind: str, turn: int) -> scan.LayerText:
    text = word.atom.text
    if kind == "garbage":
        text = "".join(chr(0xA1 + (ord(c) * 7) % 94) for c in text)
    elif kind == "garbled":
        text = "".join(chr((ord(c) - 97 + 3) % 26 + 97) if c.islower() else c for c in text)
    if turn == 180:
        return scan.LayerText(text, sheet.width - word.x, sheet.height - word.y, word.width, word.size, over=True)
    return scan.LayerText(text, word.x, word.y, word.width, word.size)


def _page(setter: Setter, sheet: Sheet) -> dict[str, Any]:
    digital = setter.file["base"] == "digital"
    look = "digital" if digital else sheet.options["degrade"]
    skew = 0.0 if digital else round(scan.skew_of(scan.LOOKS[look], _seed(setter, sheet)), 3)
    return {
        "page_no": sheet.number,
        "document": sheet.document,
        "bates": sheet.bates,
        "lines": truth.printed(sheet),
        "lines_without_codes": truth.printed(sheet, codes=False),
        "marks": [text for _, _, text in sheet.marks],
        "rotation": (360 - _turn(sheet)) % 360,
        "skew": skew,
        "look": look,
        "layer": "live" if digital else sheet.options.get("layer", "none"),
        "redactions": truth.redactions(sheet, skew),
    }


def _document(setter: Setter, entry: dict[str, str]) -> dict[str, Any]:
    first, last = int(entry["first_page"]), int(entry["last_page"])
    stamps = [sheet.bates for sheet in setter.sheets[first - 1 : last]]
    return {
        "key": entry["key"],
        "file": setter.file["name"],
        "first_page": first,
        "last_page": last,
        **{name: entry[name] for name in ("kind", "title", "date", "author", "recipients", "audience")},
        "bates_first": stamps[0],
        "bates_last": stamps[-1],
    }


def _statement(key: str, found: dict[str, Any], document: dict[str, Any], known: dict[str, Any]) -> dict[str, Any]:
    entry = {"key": key, **found}
    for suffix in INHERITING:
        if key not in known["claims"]:
            key = key.removesuffix(suffix)
    for role in ("open", "neutral"):
        if key in known[role]:
            return {**entry, "role": role, "why": known[role][key]}
    claim = known["claims"][key]
    speaker = claim.get("by", document["author"])
    return {
        **entry,
        "role": "claim",
        "proposition": claim.get("on", ""),
        "metric": claim.get("metric", ""),
        "stance": claim.get("stance", ""),
        "status": claim.get("status", "asserted"),
        "value": claim.get("value"),
        "bound": claim.get("bound", "exact" if "metric" in claim else ""),
        "unit": ("share" if claim["metric"].endswith("share") else "count") if "metric" in claim else "",
        "speaker": speaker,
        "speaker_kind": known["speakers"][speaker] if speaker else "",
        "date": claim.get("date", document["date"]),
        "period": claim.get("period", ""),
        "jurisdiction": claim.get("jurisdiction", ""),
        "population": claim.get("population", ""),
        "audience": document["audience"],
        "announced": claim.get("announced", False),
        "hard": claim.get("hard", False),
    }
