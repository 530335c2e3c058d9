"""Exemption codes as printed on redactions: `(b)(6), (b)(7)(C)`, clipped, spaced, joined and misread.

FOIA exemptions are 5 U.S.C. 552(b)(1)-(9), (7) with letters A-F; Privacy Act exemptions are 5 U.S.C. 552a (d)(5), (j)(1)-(2),
(k)(1)-(7). A citation of those statutes in running text is not a code.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.patterns.law.worn_codes import whole_codes

_OPEN, _CLOSE = r"[({\[]", r"[)}\]]"
_LETTER_B = rf"{_OPEN}[ ]?(?P<b>[bB])[ ]?{_CLOSE}"
# What agencies add to say why: deliberative process, attorney work product, attorney-client, "high" and "low" of exemption 2.
_WHY = r"(?:(?i:high|low)|AWP|DPP|ACP|AWC|AC|WP|DP|PC|LES)"
_RIDER = rf"(?:[ ]?[-/,:]?[ ]?[(\[]?(?P<rider>{_WHY}(?:(?:[ ]?[,;/&-])?[ ]?{_WHY}){{0,6}})(?![A-Za-z])[)\]]?)?"
_CLIP = r"(?P<clip>[ ]?(?:\.{2,}|…)|[ ]?[({\[](?!\w)[.…]*)?"
# Only (7) has letters; in "(b)(7)(b)(6)" the second (b) opens the next code.
_SUB = rf"(?:(?<=7)(?:[ ]?{_CLOSE})?[ ]?{_OPEN}[ ]?(?P<sub>[A-Fa-f])[ ]?{_CLOSE}(?![ ]?{_OPEN}[ ]?\d)|[ ]?{_CLOSE})"

# (b)(6)   b(6)   b6   b7C        the letter may be missing in a list: "(b)(6), (7)(C)"
_FULL = re.compile(
    rf"(?:{_LETTER_B}[ ]?|(?<![A-Za-z0-9.])(?P<bare>[bB]))"
    rf"(?:{_OPEN}[ ]?(?P<n>[1-9])(?:{_SUB}|(?P<cut>[ ]?[.…]+|$))"
    rf"|(?P<m>[1-9])(?:(?P<glued>(?<=7)[A-F](?![A-Za-z]))"
    rf"|(?<=7)[ ]?{_CLOSE}?[ ]?{_OPEN}[ ]?(?P<letter>[A-Fa-f])[ ]?{_CLOSE}(?![ ]?{_OPEN}[ ]?\d)|(?P<closed>{_CLOSE}))?)"
    rf"{_RIDER}{_CLIP}"
)
_NEXT = re.compile(
    rf"[ ]?[,;/&][ ]?(?:{_OPEN}(?P<n>[1-9]){_SUB}(?![ ]?{_OPEN}[ ]?\d)|(?P<m>7){_OPEN}(?P<sub7>[A-Fa-f]){_CLOSE}){_RIDER}{_CLIP}"
)
_PRIVACY = re.compile(rf"{_OPEN}[ ]?(?P<l>[djkJK])[ ]?{_CLOSE}[ ]?{_OPEN}[ ]?(?P<n>[1-7])[ ]?{_CLOSE}{_CLIP}")
_STUB = re.compile(rf"(?<![\w)\]]){_OPEN}[ ]?[bB](?:[ ]?{_CLOSE}[ ]?{_OPEN}?[ ]?(?=[.…]|$)|(?=[.…]))[.…]*")
# What scans of print on black make of "(b)(7)(C)": brackets of any kind, b as 6, 0 or h, a bracket lost.
_ANY = r"[(){}\[\]\\|<>]"
_JOIN = r"(?:[ ]?[(){}\[\]\\|<>XHKMNYT1lI]){1,3}[ ]?"  # ")(" is often one letter: "(bX6)", "(7HC)"
_MISREAD = re.compile(
    rf"(?:{_ANY}[ ]?(?:b[ ]?{_ANY}{{1,2}}[ ]?|[h60G][ ]?{_ANY}?[({{\[\\|<])|{_ANY}[ ]?b{_JOIN}"
    rf"|(?<![A-Za-z0-9])b{_ANY}[ ]?{_ANY}?)(?P<n>[1-9SsGb])"
    rf"(?:(?<=7){_JOIN}(?P<sub>[A-Fa-f])[ ]?{_ANY}|[ ]?{_ANY}|(?=\.\.|$)){_RIDER}"
)
# There is no exemption (i), and none without a letter: the j lost its tail, or ran into its bracket.
_MISREAD_J = re.compile(r"(?<!b[)\]}])(?:[(\[{][ ]?[iI1l;:]?[ ]?|(?<![A-Za-z0-9])[gG])[)\]}yX][ ]?[(\[{]?[ ]?2[ ]?[)\]}]")
_MISREAD_K = re.compile(r"[(\[{][ ]?[kK][ ]?[)\]}yXxNHY][ ]?[)\]}({\[]?[ ]?(?P<n>[1-7])[ ]?[)\]}]")
# "b5", "b6. b7c": a box that shows nothing else; capitals would be initials.
_BARE_ON_BOX = re.compile(r"b[ ]?(?P<n>[1-7sS§G])(?P<sub>(?<=7)[A-Fa-f])?(?:[ ]?[.,;/]+[ ]?|[ ]+|$)")
# A digit that nobody can read, where what is added says which it was: only (5) has privileges, only (2) is high or low.
_BY_RIDER = re.compile(
    rf"{_OPEN}[ ]?[bB][ ]?{_CLOSE}[ ]?{_OPEN}[ ]?[?bSsGBZz§&é][ ]?{_CLOSE}[ ]?[-,/:]?[ ]?"
    r"(?:(?P<two>(?i:high|low))|AWP|DPP|ACP|AWC|AC)(?![A-Za-z])"
)
_DIGIT_FOR = {"S": "5", "s": "5", "§": "5", "G": "6", "b": "6", "B": "8"}
_PRIVACY_ACT = {"d": "5", "j": "12", "k": "1234567"}
# What stands before a citation of law, with or without the section sign.
_CITED = re.compile(
    r"(?:(?:[Ss]ubs?|[Pp]ara|[Ss]ubpara|[Ss])(?:ection|graph|ec\.|ecs\.|ections|graphs)|§+|[Cc]lause|[Tt]itle|[Rr]ule|\bpart)"
    r"\s*(?:\d[\w.-]*)?\s*(?:\(\w{1,4}\)\s?)*$|\b(?:U\.?\s?S\.?\s?C\.?|C\.?\s?F\.?\s?R\.?)[\s§\d.a-zA-Z-]{0,14}$"
    r"|\d[\w.-]{0,6}\Z"  # a number at the end of the line before is no statute's
)


@dataclass(frozen=True, slots=True)
class CodeFound:
    """Codes at `text[start:end]`. `codes` are normalised; `riders` are codes with what is added to them: `(b)(5) AWP`.

    `clipped` means that the print was cut off by its box: there may be more codes than are listed, or none that can be read.
    """

    start: int
    end: int
    raw: str
    codes: tuple[str, ...]
    clipped: bool
    riders: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Run:
    """One code, or codes joined by commas."""

    start: int
    end: int
    codes: tuple[str, ...]
    riders: tuple[str, ...]
    clipped: bool


def codes_in(text: str) -> tuple[CodeFound, ...]:
    """Every run of exemption codes in running text, in order; citations of statutes and rules left out."""
    return tuple(_found(text, _runs(text)))


def codes_on_box(raw: str) -> tuple[str, ...]:
    """Normal codes in what was read on a redaction box, in order, each once; there a misread letter or digit is forgiven."""
    raw = raw[:2000]  # what is printed on a box is short; anything longer is noise
    bare = _bare_on_box(raw.strip())
    if bare:
        return bare
    found = codes_in(raw)
    codes = {code.start: code.codes for code in found}
    strict = [range(code.start, code.end) for code in found]
    for match in _MISREAD_J.finditer(raw):
        codes.setdefault(match.start(), ("(j)(2)",))
    for match in _MISREAD_K.finditer(raw):
        codes.setdefault(match.start(), (f"(k)({match['n']})",))
    for match in _MISREAD.finditer(raw):
        if not any(match.start() in one for one in strict):
            codes[match.start()] = (_foia(_DIGIT_FOR.get(match["n"], match["n"]), match["sub"] or ""),)
    for match in _BY_RIDER.finditer(raw):
        codes[match.start()] = ("(b)(2)" if match["two"] else "(b)(5)",)
    read = tuple(dict.fromkeys(code for start in sorted(codes) for code in codes[start]))
    worn = whole_codes(raw)
    lettered = "(b)(7)" in read and any(code.startswith("(b)(7)(") for code in worn)
    return worn if len(worn) > len(read) or (lettered and len(worn) == len(read)) else read


# Behind a name's last word: a bracket of the digits and signs that codes are misread as, and a few letters that are no name.
_SCRAPS = re.compile(r"(?<=[a-z.])[\s,;]*\([bB]?[\d&@,.;]{1,4}\)?(?:[\s(),.;:©@&\d]|\b[a-z]{1,4}\b|\b[A-Z]{1,3}\b)*$")

# Before a name's first word: what a box with a misread code leaves has broken brackets or odd signs, and no letters to speak of.
_CLOSERS = re.compile(r"^[)}\]|\\\s]+(?=\S)")
_WORD = re.compile(r"[^\W\d_a-z][^\W\d_]{2,}")
_SHORT = re.compile(r"[(\[{<]?(?:[A-Z][a-z]?\.?(?:[A-Z]\.)*|[A-Z]{2})[)\]}>]?")  # an initial, "Lt." or "SC" before it is its own
_ODD = re.compile(r"(?<!\w)@|@(?!\w)|[©|\\~^]")
_LETTERED = re.compile(r"[^\W\d_]{3}|\w@\w|█")


def named_by_codes(value: str) -> str:
    """The codes, as printed by rule, that a header's value consists of however a scan misread them ("(bK6). (bM7KC)"); else ''.

    A value in which they were read right is left as it is printed, so '' too.
    """
    found = list(_MISREAD.finditer(value[:200])) if value[:1] in "([{\\|b" else []
    rest = value
    for match in reversed(found):
        rest = rest[: match.start()] + rest[match.end() :]
    if not found or re.search(r"[^\W_]", rest) or not re.search(r"[^\W_]", _without(value, codes_in(value))):
        return ""
    codes = (_foia(_DIGIT_FOR.get(match["n"], match["n"]), match["sub"] or "") for match in found)
    return ", ".join(dict.fromkeys(codes))


def uncoded(name: str) -> str:
    """A name without the scraps of a misread code behind or before it: "Pat Hale, Acting Director (6) awe", "[o6), Director"."""
    name = _SCRAPS.sub("", _CLOSERS.sub("", name))
    words = name.split()
    at = next((at for at, word in enumerate(words) if _WORD.match(word)), 0)
    while at and _SHORT.fullmatch(words[at - 1]):
        at -= 1
    lead = " ".join(words[:at])
    broken = _ODD.search(lead) or not (_balanced(lead) or _balanced(name))
    scraps = lead and broken and not (_LETTERED.search(lead) or codes_in(lead))
    return " ".join(words[at:]) if scraps else name


def legible(value: str) -> str:
    """Who a header names, as far as a scan could read him: his withholding codes by rule, or his name without their scraps."""
    return named_by_codes(value) or uncoded(value[:300])


def _balanced(text: str) -> bool:
    """Whether each bracket is closed by its own kind."""
    held: list[str] = []
    for sign in text:
        if sign in "([{<":
            held.append(")]}>"["([{<".index(sign)])
        elif sign in ")]}>" and (not held or held.pop() != sign):
            return False
    return not held


def _without(text: str, found: tuple[CodeFound, ...]) -> str:
    for one in reversed(found):
        text = text[: one.start] + text[one.end :]
    return text


def _bare_on_box(raw: str) -> tuple[str, ...]:
    """Codes without brackets, where they are all there is."""
    codes: list[str] = []
    at = 0
    while at < len(raw):
        match = _BARE_ON_BOX.match(raw, at)
        if not match:
            return ()
        codes.append(_foia(_DIGIT_FOR.get(match["n"], match["n"]), match["sub"] or ""))
        at = match.end()
    return tuple(dict.fromkeys(codes))


def riders_on_box(raw: str) -> tuple[str, ...]:
    """What is added to the codes on a box, each with its code, as `(b)(5) AWP`."""
    raw = raw[:2000]
    found = list(dict.fromkeys(rider for code in codes_in(raw) for rider in code.riders))
    for match in _MISREAD.finditer(raw):
        if match["rider"]:
            found += _riders(_foia(_DIGIT_FOR.get(match["n"], match["n"]), match["sub"] or ""), match["rider"])
    return tuple(dict.fromkeys(found))


def _foia(number: str, letter: str) -> str:
    return f"(b)({number})" + (f"({letter.upper()})" if number == "7" and letter else "")


def _runs(text: str) -> Iterator[_Run]:
    """Single codes and their comma-joined followers, in order of start."""
    at = 0
    ahead = {pattern: pattern.search(text) for pattern in (_FULL, _PRIVACY, _STUB)}
    while True:
        for pattern, known in ahead.items():
            if known and known.start() < at:  # search again only where the last hit is used up: linear in the text
                ahead[pattern] = pattern.search(text, at)
        hits = [hit for hit in ahead.values() if hit]
        if not hits:
            return
        hit = min(hits, key=lambda one: (one.start(), -one.end()))
        if hit.re is _STUB:
            yield _Run(hit.start(), hit.end(), (), (), True)
        elif hit.re is _PRIVACY:
            code = f"({hit['l'].lower()})({hit['n']})"
            if hit["n"] in _PRIVACY_ACT[hit["l"].lower()]:
                yield _Run(hit.start(), hit.end(), (code,), (), bool(hit["clip"]))
        elif hit["b"] or hit["n"] or hit["glued"] or hit["letter"] or _alone(text, hit):
            yield from _listed(text, hit)
        at = max(hit.end(), at + 1)


def _alone(text: str, hit: re.Match[str]) -> bool:
    """Whether a bare "b6" stands as a code does: by itself between spaces or line ends, with an exemption's number."""
    return hit["m"] in "1234567" and text[hit.end() : hit.end() + 1] in (" ", "\n", ",", ";", "")


def _listed(text: str, hit: re.Match[str]) -> Iterator[_Run]:
    codes = [_foia(hit["n"] or hit["m"], hit["sub"] or hit["glued"] or hit["letter"] or "")]
    riders = list(_riders(codes[0], hit["rider"]))
    end, clipped = hit.end(), bool(hit["clip"] or hit["cut"])
    number = hit["n"] or hit["m"]
    # Lists rise: "(b)(6), (7)(C)". In "(b)(7)(E), (2)" the last one lost its own letter, which may be j or k.
    while (follower := _NEXT.match(text, end)) and (follower["n"] or follower["m"]) >= number:
        number = follower["n"] or follower["m"]
        codes.append(_foia(follower["n"] or follower["m"], follower["sub"] or follower["sub7"] or ""))
        riders += _riders(codes[-1], follower["rider"])
        end, clipped = follower.end(), clipped or bool(follower["clip"])
    yield _Run(hit.start(), end, tuple(codes), tuple(riders), clipped)


def _riders(code: str, printed: str | None) -> Iterator[str]:
    for rider in re.findall(r"[A-Za-z]+", printed or ""):
        yield f"{code} {rider.lower() if rider.lower() in ('high', 'low') else rider.upper()}"


def _found(text: str, runs: Iterator[_Run]) -> Iterator[CodeFound]:
    """Runs with only commas and spaces between them become one; those that belong to a citation are dropped."""
    held: CodeFound | None = None
    cited_until = -1
    for run in runs:
        touching = run.start - cited_until <= 2 and not text[cited_until : run.start].strip(" ,")
        between = text[held.end : run.start] if held else ""
        follows = held is not None and len(between) <= 4 and not between.strip(" ,.;/&\n")
        if not follows and ((cited_until >= 0 and touching) or _CITED.search(text[max(0, run.start - 40) : run.start])):
            cited_until = run.end
            continue
        if held and follows:
            codes, riders = held.codes + run.codes, held.riders + run.riders
            held = CodeFound(held.start, run.end, text[held.start : run.end], codes, held.clipped or run.clipped, riders)
            continue
        if held:
            yield _once(held)
        held = CodeFound(run.start, run.end, text[run.start : run.end], run.codes, run.clipped, run.riders)
    if held:
        yield _once(held)


def _once(found: CodeFound) -> CodeFound:
    codes, riders = tuple(dict.fromkeys(found.codes)), tuple(dict.fromkeys(found.riders))
    return CodeFound(found.start, found.end, found.raw, codes, found.clipped, riders)
