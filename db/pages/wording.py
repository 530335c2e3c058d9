"""Rows in plain English: dates at their own precision, speakers, stances, numbers, exemption codes. No markup, no SQL."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

Row = Mapping[str, Any]

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip
BASES = {
    "header": "from its header",
    "letterhead": "from its letterhead",
    "text": "from its text",
    "file-name": "from the file's name",
}
SPEAKERS = {
    "agency": "federal agency",
    "congress": "Congress",
    "state": "state",
    "local": "county or city",
    "court": "court",
    "advocate": "advocate",
    "press": "press",
    "record": "the record itself",
}
AUDIENCES = {"internal": "internal", "public": "public", "congress": "to Congress", "state-local": "to state or local officials"}
STATUSES = {
    "asserted": "stated outright",
    "former": "stated of the past",
    "planned": "stated of the future",
    "hedged": "stated with a reservation",
    "questioned": "raised as a question",
    "reported": "reported from others",
}
STANCES = {"affirm": "Says yes to", "deny": "Says no to"}
BOUNDS = {"about": "about ", "more-than": "more than ", "less-than": "less than ", "at-least": "at least "}
METHODS = {"text_layer": "the file's own text", "ocr": "read from the scan (OCR)", "blank": "found blank"}
STATES = {"read": "read in full", "partly-read": "read in part", "failed": "not read"}
KINDS = {
    "stance": "Opposite claims",
    "number": "Numbers that do not agree",
    "data": "A claim against a number",
    "shift": "Announced change",
}
VERDICTS = {
    "machine-found": "Machine-found, not reviewed",
    "confirmed": "Confirmed by a person",
    "dismissed": "Dismissed by a person",
    "unsure": "Reviewed by a person, left open",
}
# 5 U.S.C. 552(b), in the words of the statute's subject matter.
EXEMPTIONS = {
    "(b)(1)": "classified for national defense or foreign policy",
    "(b)(2)": "internal personnel rules and practices",
    "(b)(3)": "withheld under another statute",
    "(b)(4)": "trade secrets and confidential business information",
    "(b)(5)": "privileged communications within or between agencies",
    "(b)(6)": "personal privacy",
    "(b)(7)": "law-enforcement records",
    "(b)(7)(A)": "law enforcement: could interfere with proceedings",
    "(b)(7)(B)": "law enforcement: fair trial",
    "(b)(7)(C)": "law enforcement: personal privacy",
    "(b)(7)(D)": "law enforcement: confidential source",
    "(b)(7)(E)": "law enforcement: techniques and procedures",
    "(b)(7)(F)": "law enforcement: safety of a person",
    "(b)(8)": "supervision of banks",
    "(b)(9)": "wells: geological information",
}


def date_words(date: str, precision: str = "") -> str:
    """'2010-09' as 'September 2010', approx as 'about 2010'; '' as 'date unknown'; what is no ISO date as it stands."""
    if not date:
        return "date unknown"
    found = re.fullmatch(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", date)
    if not found or (found[2] and not 1 <= int(found[2]) <= 12):
        return date
    parts = [str(int(found[3]))] if found[3] else []
    parts += [MONTHS[int(found[2]) - 1]] if found[2] else []
    words = " ".join([*parts, found[1]])
    return f"about {words}" if precision == "approx" else words


def date_note(row: Row) -> str:
    """How sure a date is and where it was read, such as 'day known, from its header'; '' when unknown."""
    if not row.get("date"):
        return ""
    known = {"day": "", "month": "only the month is known", "year": "only the year is known", "approx": "approximate"}
    basis = row.get("date_basis", "")
    if "document_date" in row and row["document_date"] != row["date"]:
        basis = "text"
    parts = [known.get(row.get("date_precision", ""), ""), BASES.get(basis, "")]
    return ", ".join(part for part in parts if part)


def apart(days: int | None) -> str:
    """'41 days apart'; where a date is unknown, that."""
    if days is None:
        return "time between them unknown"
    return "same day" if days == 0 else f"{abs(days):,} day{'s' if abs(days) != 1 else ''} apart"


def speaker(row: Row) -> str:
    """Who says it, as printed; when unknown, that."""
    return str(row.get("speaker") or "speaker not named")


def label(words: Mapping[str, str], key: object) -> str:
    """The words for a stored value; a value without words is shown as it is, hyphens as spaces."""
    return words.get(str(key), str(key or "").replace("-", " ").replace("_", " "))


def number(row: Row) -> str:
    """A claim's number: '79%', 'about 47,000'; '' without one."""
    value = row.get("value")
    if value is None:
        return ""
    text = f"{value * 100:.1f}".removesuffix(".0") + "%" if row.get("unit") == "share" else f"{value:,.2f}".removesuffix(".00")
    return BOUNDS.get(str(row.get("bound")), "") + text


def percent(value: float) -> str:
    """0.913 as '91%'."""
    return f"{value * 100:.0f}%"


def pin(row: Row) -> str:
    """Where a page is: its Bates number, or the file and page."""
    return str(row.get("bates") or f"{row.get('file')}, page {row.get('page_no')}")


def codes(stored: object) -> tuple[str, ...]:
    """The exemption codes of a redaction; () when none were read or the value is spoilt."""
    try:
        found = json.loads(str(stored))
    except ValueError:
        return ()
    return tuple(str(code) for code in found) if isinstance(found, list) else ()


def exemption(code: str) -> str:
    """What an exemption is about; a rider such as `(b)(5) AWP` is told by its code; '' when unknown."""
    found = re.match(r"\(b\)\(\d\)(?:\([A-F]\))?", code)
    return EXEMPTIONS.get(found.group(), "") if found else ""


def web_link(url: str) -> str:
    """The address when it is one a reader may follow (http or https), else ''."""
    return url if re.match(r"https?://[^\s]+$", url, re.IGNORECASE) else ""


def rows_of(stored: object) -> tuple[Row, ...]:
    """A JSON array of objects, such as a claim's reasons; () when it is none."""
    try:
        found = json.loads(str(stored))
    except ValueError:
        return ()
    return tuple(row for row in found if isinstance(row, dict)) if isinstance(found, list) else ()


def names_of(stored: object) -> tuple[str, ...]:
    """A JSON array of strings, such as an entity's other names; () when it is none."""
    return codes(stored)
