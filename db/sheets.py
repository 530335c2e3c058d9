"""Rows as files for a spreadsheet: CSV with a byte order mark, XLSX. No cell can run as a formula or open a link."""

from __future__ import annotations

import csv
import datetime
import io
from collections.abc import Iterable, Sequence
from typing import Any

import xlsxwriter

from db.export import defused

CELL = 32_767  # characters of a cell in XLSX
WIDEST = 60  # characters of a column as it opens
Rows = Iterable[Sequence[Any]]
# Written into every file, so that the same rows are the same bytes.
_MADE = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)


def csv_bytes(head: Sequence[str], rows: Rows) -> bytes:
    """The table as UTF-8 CSV."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(head)
    writer.writerows([defused(cell) for cell in row] for row in rows)
    return out.getvalue().encode("utf-8-sig", "replace")


def xlsx_bytes(head: Sequence[str], rows: Rows) -> bytes:
    """The table as one sheet, its head in bold and kept in sight. Text stays text, whatever it begins with."""
    out = io.BytesIO()
    safe = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(out, safe) as book:
        book.set_properties({"created": _MADE})
        sheet, bold, wrap = book.add_worksheet("Results"), book.add_format({"bold": True}), book.add_format({"text_wrap": True})
        sheet.freeze_panes(1, 0)
        widths = [len(name) for name in head]
        for at, name in enumerate(head):
            sheet.write_string(0, at, name, bold)
        for line, row in enumerate(rows, 1):
            for at, cell in enumerate(row):
                widths[at] = max(widths[at], min(WIDEST, len(str(cell or ""))))
                if isinstance(cell, (int, float)):
                    sheet.write_number(line, at, cell)
                elif cell not in (None, ""):
                    sheet.write_string(line, at, _printable(str(cell))[:CELL], wrap)
        for at, width in enumerate(widths):
            sheet.set_column(at, at, width + 1)
    return out.getvalue()


def _printable(text: str) -> str:
    """The text without what XML cannot hold."""
    return "".join(
        c if c in "\t\n" or " " <= c <= "\ud7ff" or "\ue000" <= c <= "\ufffd" or c > "\uffff" else "\ufffd" for c in text
    )
