"""Exemption codes that a scan wore down, read back by what a code can be.

Only for what OCR read on a redaction box, and only where the whole of it is codes: "(0X(6):(0)(7)(C)", "()(S) OPP", "b6é b7C".
A code is an opening bracket, a letter, brackets, a digit, and for (7) brackets and a letter A-F; signs that OCR confuses with
each of these stand for it there and nowhere else. Only (7) has letters, so a digit before one is a 7 however it was read.
"""

from __future__ import annotations

import re

MOST = 60  # letters on a box that may be read so: more than three codes with what is added to them
_SIGN = r"[(){}\[\]\\|<>¢]"
_ONE = r"[ .]?(?:[(){}\[\]\\|<>.]{0,2}[XxHKMNYTU][ ]?[(){}\[\]\\|<>]{0,2})[ ]?"  # ")(" read as a letter: "(bX6)", "(7HC)"
_TWO = r"[(){}\[\]\\|<>¢1lI][.]?[(){}\[\]\\|<>¢1lI]"
_LETTERED = rf"(?:{_ONE}|[ ]?{_TWO}|[ ]?{_SIGN})[ ]?(?P<sub>[A-Ga-f€48¢])(?![A-Za-z0-9])[ ]?{_SIGN}?"
_SUB = rf"(?:{_LETTERED}|(?P<glued>[A-F])(?:[ ]?{_SIGN}|$))"
_RIDER = r"(?:[ ]?[-,/]?[ ]?(?P<rider>(?i:high|low)|[ADPW0O][CGWP][PC]?)(?![A-Za-z0-9]))*"
# The letter: b and what it is read as, within brackets; b alone may have lost them. None is left of it in "()(6)".
_FOIA = re.compile(
    rf"(?:{_SIGN}{{1,4}}[ ]?(?:(?:b[de]?|[hG06OoD©®é]|[tlhf1][oO]){_TWO}"
    rf"|[bhG06OoD©®é]{_ONE}|b[ ]?{_SIGN}[ ]?{_SIGN}[ ]?|b[de][ ]?{_SIGN})"
    rf"|{_SIGN}b(?:[yv][ ]?[({{\[]?)?(?=\d[)}}\]yY])"
    rf"|{_SIGN}?b(?:{_ONE}|{_TWO}|[({{\[](?=[\dSsG][ ]?[)}}\]])|[ ]?{_SIGN}(?=7[ ]?[MHXK({{\[]))|[({{\[][)}}\]][({{\[])"
    rf"(?:(?P<any>[17ITZ?l/]){_SUB}|(?P<n>[1-9SsGBé§&])(?!\d))"
    rf"(?:{_SIGN}(?![DhGO06©®é][XHKMNYTU])|[Yy](?=[/({{\[]))*{_RIDER}"  # ")/" read as a letter
)
_BARE = re.compile(
    rf"(?:b[ ]?(?P<n>[1-9sS§Gé])|(?:b[ ]?|6)7(?P<sub>[A-Fa-f¢<])){_RIDER}(?:(?=[b6]7[A-Fa-f])|(?![A-Za-z0-9()¢<]))"
)
# "(6), (b)(7)(C)", "6, b7C": before whole codes alone, for behind (7) a (2) may be j's
_LOST_B = re.compile(r"[({\[][ ]?(?P<n>[1-9])[ ]?[)}\]]|(?P<bare>[1-9])(?=[,;][ ]?b7[A-Fa-f¢<])")
_PRIVACY = re.compile(rf"(?:{_SIGN}{{1,2}}[ ]?c?[kK]|k)(?:{_ONE}|{_TWO})(?P<k>[1-7]){_SIGN}*")
_BY_WHOM = re.compile(r"[ ]per[ ][A-Z]{2,6}[.]?$")  # "(b)(7)(C) per DHS": whose wish it was
_BETWEEN = re.compile(r"(?:[^A-Za-z0-9(){}\[\]]|(?<=[)}\]])[7jJ](?=[ (]))+")
_DIGIT = {"S": "5", "s": "5", "§": "5", "G": "6", "b": "6", "é": "6", "&": "6", "B": "8"}
_LETTER = {"G": "C", "¢": "C", "<": "C", "€": "E", "4": "A", "8": "B"}


def whole_codes(raw: str) -> tuple[str, ...]:
    """Normal codes, each once, where the text is nothing but worn codes and what stands between them; else ()."""
    text = _BY_WHOM.sub("", raw.strip()[: MOST + 1])
    codes: list[str] = []
    at, whole = 0, False
    while at < len(text):
        if gap := _BETWEEN.match(text, at):
            at = gap.end()
            continue
        hit = next(
            (hit for one in (_FOIA, _PRIVACY, _BARE, *(() if codes else (_LOST_B,))) if (hit := one.match(text, at))), None
        )
        if hit is None:
            return ()
        whole = whole or hit.re is not _LOST_B
        codes.append(_normal(hit))
        at = hit.end()
    return tuple(dict.fromkeys(codes)) if whole and len(text) <= MOST else ()


def _normal(hit: re.Match[str]) -> str:
    parts = hit.groupdict()
    if parts.get("k"):
        return f"(k)({parts['k']})"
    if letter := parts.get("sub") or parts.get("glued"):
        return f"(b)(7)({_LETTER.get(letter, letter).upper()})"
    number = parts.get("n") or parts["bare"]
    return f"(b)({_DIGIT.get(number, number)})"
