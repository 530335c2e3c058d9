"""References to law: statutes, rules, the INA, public laws, registers, orders, cases, dockets.

A section sign lost in scanning ("8 USC 1373") or turned into another character ("8 U.S.C. 5 1373", "8 V.S.c. S 1373") is put
back in the normal form; the text stays as printed.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

KINDS = ("usc", "cfr", "ina", "pub-l", "stat", "fed-reg", "order", "case", "reporter", "docket")


@dataclass(frozen=True, slots=True)
class CitationFound:
    """A reference at `text[start:end]`; `normal` is its standard form, `kind` one of KINDS."""

    start: int
    end: int
    text: str
    normal: str
    kind: str


def citations_in(text: str) -> tuple[CitationFound, ...]:
    """Every reference in text order, without overlap; the fuller form wins."""
    taken = bytearray(len(text))
    found: list[CitationFound] = []
    for kind, pattern, normal in _FORMS:
        for match in pattern.finditer(text):
            form = normal(match)
            if form and not any(taken[match.start() : match.end()]):
                taken[match.start() : match.end()] = b"\x01" * (match.end() - match.start())
                found.append(CitationFound(match.start(), match.end(), match.group(), form, kind))
    return tuple(sorted(found, key=lambda one: one.start))


def _tight(raw: str) -> str:
    return re.sub(r"\s+", "", raw)


def _section(match: re.Match[str]) -> str:
    """Section and parts; O, I and l that a scan put among the section's digits are digits."""
    misread = r"(?<=\d)[OIl](?=[\dOIl])|^[Il](?=\d)|(?<=\d\d)[OIl]$"
    number = re.sub(misread, lambda sign: "0" if sign[0] == "O" else "1", match["s"])
    return _tight(number) + _tight(match["p"] or "")


def _usc(match: re.Match[str]) -> str:
    title = int(match["t"])
    if not 1 <= title <= 54:  # the Code has 54 titles
        return ""
    return f"{title} U.S.C. § {_section(match)}"


def _cfr(match: re.Match[str]) -> str:
    if not 1 <= int(match["t"]) <= 50:  # so has the Code of Federal Regulations, 50
        return ""
    mark = "pt." if match["part"] else "§"
    return f"{int(match['t'])} C.F.R. {mark} {_tight(match['s'])}{_tight(match['p'] or '')}"


def _ina(match: re.Match[str]) -> str:
    return f"INA § {_section(match)}"


def _public_law(match: re.Match[str]) -> str:
    return f"Pub. L. No. {match['a']}-{match['b']}"


def _register(match: re.Match[str]) -> str:
    return f"{match['v']} Fed. Reg. {match['p'].replace(',', '')}"


def _statutes(match: re.Match[str]) -> str:
    return f"{match['v']} Stat. {match['p'].replace(',', '')}"


def _order(match: re.Match[str]) -> str:
    return f"Executive Order {match['n'].replace(',', '')}"


def _docket(match: re.Match[str]) -> str:
    year, number = (part.translate(str.maketrans("OoIl", "0011")) for part in (match["y"], match["n"]))
    if not (year.isdigit() and number.isdigit()):
        return ""
    return f"{year}-{match['k'].lower().replace('civ', 'cv').replace('crim', 'cr')}-{int(number)}"


def _reporter(match: re.Match[str]) -> str:
    name = re.sub(r"(?<=\b[A-Z]\.)\s(?=[A-Z]\.|\dd|\dth)", "", re.sub(r"\s+", " ", match["r"]))
    return f"{match['v']} {name} {match['p']}"


def _case(match: re.Match[str]) -> str:
    left, right = (re.sub(r"\s+", " ", match[side]).strip(" ,.") for side in ("a", "b"))
    left = re.sub(r"^(?:See|In|Cf|Accord|Compare|But|And|The|Under|also|also,|e\.g\.)[\s.,]+", "", left)
    return f"{left} v. {right}" if left and right else ""


_SIGN = r"(?:§{1,2}|[Ss]ec(?:tion|tions|s)?\.?|[$Ss](?=\s)|5(?=\s\d{3}))?"
_PARTS = r"(?P<p>(?:\s?\([0-9A-Za-z]{1,4}\))*)"
_NUMBER = r"(?P<s>(?:\d{1,5}|\d[\dOIl]{2,4}|[Il]\d{3})[a-z]{0,2}(?:-\d{1,3}[a-z]?)?)(?![\w])"
_PARTY = (  # lazy, so that the party ends before prose goes on
    r"[A-Z][\w.’'&-]*(?:,?\s(?:(?:[A-Z][\w.’'&-]*)|of|the|for|and|de|la|&"
    r"|ex|rel\.|et|a[lI]\.?)){0,7}?"
)
_PARTY_END = r"(?=,|;|\.?\s*$|\.\s|\)|\s\(|\s(?:is|was|held|has|and|in|that|which|the|No\.)\b|\n\n|\s\d)"
_REPORTER = (
    r"U\.\s?S\.|S\.\s?Ct\.|L\.\s?Ed\.(?:\s?2d)?|F\.\s?(?:2d|3d|4th)|F\.\s?Supp\.(?:\s?[23]d)?|F\.\s?App[’']x|F\.R\.D\.|B\.R\."
    r"|Cal\.\s?(?:2d|3d|4th|5th)|N\.\s?Y\.\s?S?\.?(?:\s?2d)?|N\.E\.(?:\s?2d)?|N\.W\.(?:\s?2d)?|S\.E\.(?:\s?2d)?"
    r"|S\.W\.(?:\s?[23]d)?|P\.(?:\s?[23]d)|A\.(?:\s?[23]d)"
)

_FORMS: tuple[tuple[str, re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
    (
        "usc",
        re.compile(
            rf"(?<![\w.])(?P<t>\d{{1,2}})\s?(?:[UV]\.?\s?[Ss]\.?\s?[Cc]\.?|u\.\s?s\.\s?c\.)(?:\s?A\.)?,?\s*{_SIGN}\s*{_NUMBER}{_PARTS}"
        ),
        _usc,
    ),
    (
        "usc",
        re.compile(
            rf"\b[Ss]ec(?:tion"
            rf"|s?\.)\s{_NUMBER}{_PARTS},?\sof\s[Tt]itle\s(?P<t>\d{{1,2}})(?:,?\s(?:of\sthe\s)?United\sStates\sCode)?"
        ),
        _usc,
    ),
    (
        "usc",
        re.compile(
            rf"\b[Tt]itle\s(?P<t>\d{{1,2}}),?\s(?:of\sthe\s)?(?:United\sStates\sCode"
            rf"|U\.?S\.?C\.?),?\s*{_SIGN}\s*{_NUMBER}{_PARTS}"
        ),
        _usc,
    ),
    (
        "cfr",
        re.compile(
            rf"(?<![\w.])(?P<t>\d{{1,2}})\s?C\.?\s?(?:F|P(?=R\s\d+\.\d))\.?\s?R\.?,?\s*(?:(?P<part>[Pp]arts?|[Pp]t\.)"
            rf"|{_SIGN})\s*(?P<s>\d{{1,4}}(?:\.\d{{1,4}}[a-z]?)?){_PARTS}"
        ),
        _cfr,
    ),
    ("ina", re.compile(rf"\b(?:[Il1]NA|I\.N\.A\.),?\s*(?:§{{1,2}}|[Ss]ec(?:tion|s?\.)|[$S](?=\s))?\s*{_NUMBER}{_PARTS}"), _ina),
    (
        "ina",
        re.compile(
            rf"(?:\b[Ss]ec(?:tion|s?\.)|§)\s?{_NUMBER}{_PARTS}\s(?:of|under)\sthe\s"
            r"(?:INA\b|I\.N\.A\.|Immigration\s(?:and|&)\sNationality\sAct)(?:\s?\(INA\))?"
        ),
        _ina,
    ),
    (
        "pub-l",
        re.compile(r"\b(?:Pub(?:\.|lic)\s?L(?:\.|aw)|P\.\s?L\.)\s*(?:No\.?\s*)?(?P<a>\d{2,3})\s?[-–—]\s?(?P<b>\d{1,4})\b"),
        _public_law,
    ),
    ("stat", re.compile(r"(?<![\w.])(?P<v>\d{2,3})\sStat\.\s(?P<p>\d{1,5}(?:,\d{3})?)\b"), _statutes),
    ("fed-reg", re.compile(r"(?<![\w.])(?P<v>\d{2,3})\s(?:Fed\.?\s?Reg\.?|FR)\s(?P<p>\d{1,3},\d{3}|\d{3,6})\b"), _register),
    ("order", re.compile(r"\b(?:Executive\sOrder|Exec\.\sOrder|E\.\s?O\.)\s*(?:No\.?\s*)?(?P<n>\d{2},\d{3}|\d{4,5})\b"), _order),
    (
        "docket",
        re.compile(
            r"(?<![\w-])(?:\d:)?(?P<y>[0-9OIl]{2}|20\d\d)\s?[-– ]\s?(?P<k>cv|CV|Cv|civ|Civ|CIV|cr|CR|Crim|mc|MC|md"
            r"|MDL)\.?\s?[-– ]\s?(?P<n>[0-9OIl]{2,6})(?![0-9])"
        ),
        _docket,
    ),
    ("reporter", re.compile(rf"(?<![\w.])(?P<v>\d{{1,4}})\s(?P<r>{_REPORTER})\s(?P<p>\d{{1,5}})\b"), _reporter),
    ("case", re.compile(rf"\b(?P<a>{_PARTY})\s(?:vs?\.|versus)\s(?P<b>{_PARTY}){_PARTY_END}"), _case),
)
