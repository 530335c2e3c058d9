"""When a document was made, and on what that rests: its header, its letterhead, its text or the name of its file."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import PurePosixPath

from pipeline.patterns.dates import dates_in, normal_date

_MADE = re.compile(
    r"(?i:\b(?:dated(?:\sas\sof)?|effective(?:\s(?:as\sof|on|date(?:\sof)?))?|(?:is\s)?(?:made"
    r"|entered)(?:\sand\s(?:made|entered))?(?:\sinto)?"
    r"(?:\s(?:as\sof|on|this))?|executed\s(?:as\sof|on|this)|as\sof|signed\son)\b[\s:(“\"]{0,3}(?:the\s|this\s)?)"
)
_ISSUED = re.compile(
    r"(?i:\b(?:issued|posted|published|prepared|revised|updated|adopted|released|cleared|approved)\b[^.\n\d]{0,45}?[\s:,(–-]{1,3})"
)
_SIGNED = re.compile(r"(?i:\b(?:date|dated|signed)\s?[:_]+\s*)")
_COMPACT = re.compile(r"(?<!\d)(20[0-3]\d|19\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d)")


@dataclass(frozen=True, slots=True)
class Dated:
    """`date` is ISO at its own `precision`, `basis` header, letterhead, text or file-name; all '' where unknown."""

    date: str
    precision: str
    basis: str


UNDATED = Dated("", "", "")


def date_of_header(value: str) -> Dated:
    """The date in a header field; the first of two, for a clock or a time zone may look like another."""
    iso, precision = normal_date(value)
    if not iso:
        found = [one for one in dates_in(value[:120]) if one.precision in ("day", "month")]
        if len({one.iso for one in found}) == 1:
            iso, precision = found[0].iso, found[0].precision
    return Dated(iso, precision, "header") if iso else UNDATED


def date_of_letterhead(lines: tuple[str, ...]) -> Dated:
    """The date that stands on a line of its own among the first lines; unknown where two such lines disagree."""
    found: dict[str, str] = {}
    for line in lines:
        for one in dates_in(line):
            rest = (line[: one.start] + line[one.end :]).strip(" ,.|:-")
            rest = re.sub(
                r"(?i:(?:mon|tues?|wednes|thurs?|fri|satur|sun)day|date|dated?|released?|posted|updated|published|for"
                r"|immediate|release|on|at|by"
                r"|[ap]\.?m\.?|e[sd]t|\d{1,2}:\d\d(?::\d\d)?)",
                "",
                rest,
            )
            if one.precision in ("day", "month") and len(re.sub(r"\W", "", rest)) <= 12:
                found.setdefault(one.iso, one.precision)
    if len(found) != 1:
        return UNDATED
    ((iso, precision),) = found.items()
    return Dated(iso, precision, "letterhead")


def date_of_text(kind: str, first: str, whole: str) -> Dated:
    """The date a text gives itself ("dated as of", "made this 3rd day of"); for an agreement also the last day it was signed."""
    for match in _MADE.finditer(first[:4000]):
        for one in dates_in(first[match.end() : match.end() + 60])[:1]:
            if one.start <= 3 and one.precision == "day" and (kind == "agreement" or "dated" in match.group().lower()):
                return Dated(one.iso, one.precision, "text")
    if kind in ("report", "table", "talking-points", "other", "form", "press", "article"):
        for match in _ISSUED.finditer(first[:800]):
            near = first[match.end() : match.end() + 70].split("\n\n")[0]
            for one in dates_in(near)[:1]:
                if re.fullmatch(r"[^.;]{0,45}", near[: one.start]) and one.precision in ("day", "month"):
                    return Dated(one.iso, one.precision, "text")
    if kind == "agreement":
        # Signed by one party after the other, it stands from the last signature on.
        signed = {
            one.iso
            for match in _SIGNED.finditer(whole)
            for one in dates_in(whole[match.end() : match.end() + 40])[:1]
            if one.start <= 2
        }
        if signed and all(len(iso) == 10 for iso in signed):
            return Dated(max(signed), "day", "text")
    return UNDATED


def date_of_file_name(name: str) -> Dated:
    """The one date in a file's own name (folders are ignored)."""
    stem = PurePosixPath(name.replace("!", "")).stem
    compact = {"-".join(match) for match in _COMPACT.findall(stem)}
    plain = re.sub(r"[_]+", " ", _COMPACT.sub(r"\1-\2-\3", stem))
    iso, precision = normal_date(plain)
    if iso and precision == "day" and len(compact) <= 1:
        return Dated(iso, precision, "file-name")
    return Dated(iso, precision, "file-name") if iso and precision == "month" else UNDATED
