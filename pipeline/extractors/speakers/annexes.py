"""Headings of what stands behind a statement: "EXHIBIT B TO THE STATEMENT OF MR. ROE" ends a turn, and tells whose it is."""

from __future__ import annotations

import re

_ANNEX = r"(?:(?:ANNEX|EXHIBIT|ATTACHMENT|APPENDIX|ENCLOSURE|ADDENDUM)|(?:Annex|Exhibit|Attachment|Appendix|Enclosure|Addendum))"
_NUMBER = r"(?:\s(?:N[Oo]\.\s?)?[\"“]?(?:(?!TO\b|OF\b|IS\b|AT\b|IN\b)[A-Z]{1,2}|\d{1,3}|[IVX]{1,5})(?:-\d{1,2})?[\"”]?)?"
_BEGINS = re.compile(rf"\W{{0,3}}{_ANNEX}{_NUMBER}(?=\s*(?:[-–—:.,(]|$|\s(?:TO|to|OF|of)\s|\s[A-Z\d]))")
_TO = r"\s*[-–—:.,(]?\s*(?:TO|to|OF|of)\s(?:(?:THE|the)\s)?"
_PAPER = (
    r"(?:(?i:written|prepared|opening)\s)?(?i:statement|testimony|remarks|answers?|declaration|affidavit|presentation|comments)"
)
_CAPITALS = r"[A-Z][A-Z’'-]*\.?(?=\s|$|[-–—:,)])"
_NAMED = r"(?:[A-Z][\w’'-]*\.?|\[[^\]\n]{2,30}\]|█+)"
_OWNER = r"(?:[A-Z][\w-]*\.?|\[[^\]\n]{2,30}\]|█+)"
_OF = re.compile(
    rf"{_TO}{_PAPER}\s(?:OF|of|BY|by)\s(?:(?:THE|the)\s)?"
    rf"(?P<who>{_CAPITALS}(?:\s(?:{_CAPITALS}|\[[^\]\n]{{2,30}}\]|█+)){{1,7}}|{_NAMED}(?:\s(?:of\s)?{_NAMED}){{0,6}})"
)
_WHOSE = re.compile(rf"{_TO}(?P<who>{_OWNER}(?:\s{_OWNER}){{0,5}})['’][sS]?\s{_PAPER}\b")


def heading_in(text: str) -> str | None:
    """Whose statement the annex is part of whose heading begins the sentence, as printed; '' where it names nobody; None where
    there is no such heading. What only speaks of an annex ("Exhibit B shows that") is none."""
    begins = _BEGINS.match(text)
    if begins is None:
        return None
    rest = text[begins.end() :]
    if named := _OF.match(rest) or _WHOSE.match(rest):
        whole = begins.group().isupper() or re.match(r"\W*$|\s*[:(–—-]", rest[named.end() :])  # else it says what the annex shows
        return " ".join(named["who"].split()) if whole else None
    capitals = begins.group().isupper() and re.match(r"\s*[-–—:.]?\s*[A-Z\d]", rest)
    return "" if capitals or not rest.strip(" .:-–—()") else None
