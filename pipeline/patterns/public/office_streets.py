"""Whether an office, and nobody's home, is at a street: named before it, above it, in its sentence, or where notices go."""

from __future__ import annotations

import re

from pipeline.patterns.names.name_forms import personal
from pipeline.patterns.names.office_words import FIRM, ORGANISATION
from pipeline.patterns.names.streets import STREET

# What stands above the address of a party to a contract: it is where notices go, nobody's home.
PARTY = re.compile(
    r"(?:\b(?:[Tt]itle|TITLE|By|BY|Its|Attn|ATTN|[Aa]ttention|ATTENTION|[Ff]acsimile|[Ff]ax)\s?[.:]|(?i:\bnotices?\b"
    r"|with\sa\scopy))"
)
HOUSE = re.compile(r"(\d{1,6})\s(?:[NSEW]\.?\s)?([A-Z][\w’'-]+)")  # a house and the first word of its street
HEAD_LINES = 6  # of a letterhead, at most
_RUNNING = re.compile(r"\b(?!(?:the|and|for)\b)[a-z]{3,}\b|[?!:]|\d[-/]\d")  # what no letterhead has: words of a sentence, a date
FEDERAL = re.compile(r"\b(?:DC|D\.C\.)\s20[2-5]\d\d\b")  # ZIP codes that the government alone has
_AT = re.compile(r"(?:[\s,(]+(?:is|was|located|at|on|of|in))+\s*$")
# Who lives somewhere: words for one person in the sentence of a street.
_SOMEBODY = re.compile(
    r"(?i:\b(?:he|she|his|her|him|my|me|i|we|our|mr|mrs|ms|miss|who|whose|family|wife|husband|mother|father|son|daughter"
    r"|brother|sister|man"
    r"|woman|boy|girl|child|children|kids?|neighbou?rs?|caller|complainant|subject|alien|detainee|inmate|tenant|client|spouse"
    r"|lady)\b)|█|\(b\)\(6\)"
)


# A public office that ends what stands before a street, or its field: "Ossick County Jail, ", "Agency address: "
_OFFICE_ENDS = re.compile(
    r"(?i:\b(?:department|dept|office|agency|bureau|division|court(?:house)?|cent(?:er|re)|ctr|facility|police|sheriff(?:[’']?s)?|jail|prison|detention"
    r"|corrections|probation|counsel|commission|consulate|headquarters)\b)(?:[ ][\w.&-]+){0,2}[\s,:(–-]{1,3}\Z"
)
_HOUSED = re.compile(
    r"(?i:\b(?:liv(?:es?|ed|ing)|resid\w+|stay\w*|home|behind|above|near|opposite|across|next|moved|released|apt|apartment|called|from)\b)"
)


def stands_behind_office(text: str, start: int) -> bool:
    """Whether the name of a public office ends right before what begins at `start`, in a clause that tells of nobody."""
    line = text[max(0, start - 120, text.rfind("\n", 0, start) + 1) : start]
    clause = re.split(r"[.;]\s", line)[-1]
    return _OFFICE_ENDS.search(clause) is not None and not (_SOMEBODY.search(clause) or _HOUSED.search(clause))


def houses_of_offices(texts: tuple[str, ...]) -> frozenset[tuple[str, str]]:
    """House numbers, each with the first word of its street, at which the texts show public offices to be."""
    return frozenset(
        (found[1], found[2].casefold())
        for text in texts
        for match in STREET.finditer(text)
        if stands_behind_office(text, match.start()) and (found := HOUSE.match(match.group()))
    )


def names_house(text: str) -> bool:
    """Whether some word of the text names an office, a firm or who stands at its head."""
    return ORGANISATION.search(text) is not None or FIRM.search(text) is not None


def _in_head(above: str) -> bool:
    """Whether all that stands above on the page are the few lines of a letterhead, the last of them an office's name."""
    lines = [line for line in above.split("\n") if line.strip()]
    if not 0 < len(lines) <= HEAD_LINES or any(_RUNNING.search(line) for line in lines):
        return False
    return any(map(names_house, lines[-1:])) and not personal(lines[-1])


def of_office(text: str, match: re.Match[str], personal_page: bool) -> bool:
    """Whether an office is at the street: named right before it, above it where it begins a line, in its sentence where that
    tells of nobody, or one that notices go to. A street in a block of its own is a letterhead's, but on a page that gives
    somebody's numbers."""
    block = text[max(text.rfind("\n\n", 0, match.start()), match.start() - 160, 0) : match.start()].lstrip("\n")
    rest = text[match.end("street") : match.end() + 160].partition("\n\n")[0]
    if PARTY.search(text, max(0, match.start() - 240), match.start()) or PARTY.search(rest) or FEDERAL.search(rest):
        return True
    above, _, line = block.rpartition("\n")
    if not re.search(r"[A-Za-z]", line):
        name = above.rpartition("\n")[2].strip(" ,")
        if not block.strip() and _in_head(text[: match.start()]):
            return True
        if not name and match["state"] and not personal_page:
            return True
        return names_house(above) or (bool(name) and "\n" not in above and not personal(re.sub(r"^.*:", "", name)))
    sentence = re.split(r"(?<=[a-z)]\.)\s", block)[-1]
    beside = " ".join(_AT.sub("", sentence).rstrip(" ,;:(–-").split(" ")[-2:])
    return names_house(beside) or (names_house(sentence) and not _SOMEBODY.search(sentence))
