"""A phrase for who speaks as one would print it, and phrases that name nobody: a share, a crowd, the capital."""

from __future__ import annotations

import re

from pipeline.extractors.cueing import grammar
from pipeline.extractors.cueing.grammar import View
from pipeline.extractors.speakers.kinds import kind_of, plain_kind
from pipeline.patterns.days.months import MONTH

THEIR = frozenset({"his", "her", "their", "its", "thier"})
_SHARES = frozenset({"about", "half", "some", "most", "many", "several", "few", "all", "none", "nearly", "almost"})
_NAME_PARTS = frozenset({
    "compound", "amod", "det", "poss", "nummod", "nmod", "case", "quantmod", "punct", "conj", "cc", "advmod",
})  # fmt: skip
# "WASHINGTON - ICE announced": the place a press release is sent from is no part of who speaks.
_DATELINE = re.compile(r"^[A-Z][A-Z .,']{2,40}\s*[—–-]{1,2}\s+(?=[A-Z])")
_GREETS = re.compile(r"^[A-Z][a-z]+\s[-–—]{1,2}\s(?=[A-Z])")  # "Roy - Sheriff Poe says", in a mail
_HEADED = re.compile(r"^[A-Z][\w’' -]{1,30}:\s+(?=\w)")  # "Dorn: the board's lawyer says", under the heading of a place
_CLOCK = re.compile(r"^\[?\d{1,2}:\d\d(?::\d\d)?\]?\s+(?=[A-Z])")  # "[16:40] Roe, Ann: say it", in a chat
_ITEM = re.compile(r"^[AQ]\.\s(?=[A-Z]{2,}\b|[Tt]he\s)")  # "A. The Guard says": no initial of its
_BEFORE_MONTHS = frozenset({"in", "since", "last", "this", "by", "until", "from"})
_ARTICLES = ("The ", "the ", "A ", "a ", "An ", "an ")


def printed(view: View, tokens: tuple[int, ...]) -> str:
    """The words of a phrase without the dateline, and the marks, around them."""
    return _GREETS.sub(
        "", _CLOCK.sub("", _HEADED.sub("", _ITEM.sub("", _DATELINE.sub("", grammar.words(view, tokens))).strip(" ,;\"“”'‘")))
    )


def name_tokens(view: View, index: int) -> tuple[int, ...]:
    """The phrase as one would print it: with titles and "of X", without relative clauses and asides."""
    kept = {index}
    for kid in view.children[index]:
        token = view.tokens[kid]
        if token.dep in _NAME_PARTS and not (token.dep == "punct" and view.lower[kid] not in ("-", "'", "’", ".", "&")):
            kept.update(grammar.subtree(view, kid) if token.dep != "conj" else name_tokens(view, kid))
        elif token.dep == "prep" and view.lower[kid] in ("of", "for", "at", "from", "with") and kid == index + 1:
            kept.add(kid)
            for thing in grammar.kids_with(view, kid, {"pobj"}):
                kept.update(name_tokens(view, thing))
    ordered = sorted(kept)
    last = max((at for at in ordered if view.tokens[at].dep not in ("cc", "punct")), default=index)
    return tuple(at for at in ordered if at <= last)


def without_time(view: View, tokens: tuple[int, ...]) -> tuple[int, ...]:
    """The words of a name without the hour of a log, or the month, before it: "0415 kessel says", "since March Kessel said"."""
    if len(tokens) < len(("March", "Kessel")):
        return tokens
    first = tokens[0]
    hour = view.lower[tokens[1]].isalpha() and re.fullmatch(r"\d{3,4}|\d{1,2}:\d\d", view.lower[first])
    month = first and view.lower[first - 1] in _BEFORE_MONTHS and re.fullmatch(MONTH, view.tokens[first].text)
    return tokens[1:] if hour or month else tokens


def is_capital(view: View, index: int) -> bool:
    """Whether the city from which a government governs is all that is named: somebody there, and nobody says who."""
    return view.lower[index] == "washington" and not grammar.kids_with(view, index, {"compound", "amod", "poss", "appos"})


def is_share(view: View, index: int) -> bool:
    """Whether the phrase is a share of people, of whom none is meant: "one in three women", "two of five"."""
    if view.tokens[index].pos != "NUM" and view.lower[index] != "one":
        return False
    for kid in grammar.kids_with(view, index, {"prep"}):
        among = grammar.subtree(view, kid)
        if view.lower[kid] in ("in", "of", "out") and any(view.tokens[at].pos == "NUM" for at in among):
            return True
    return False


def is_crowd(view: View, tokens: tuple[int, ...]) -> bool:
    """Whether the words name some people and none of them, by their number alone, or whoever is somebody's "own"."""
    if len(tokens) < 2:
        return False
    first, lower = view.tokens[tokens[0]], [view.lower[at] for at in tokens]
    if "own" in lower[1:2] and lower[0] in THEIR:
        return True
    if first.text[:1].isdigit() or not (first.pos == "NUM" or lower[0] in _SHARES):
        return False
    head = next((at for at in tokens if view.tokens[at].tag == "NNS"), -1)
    if head < 0:
        return "them" in lower or "us" in lower
    core = " ".join(lower[: tokens.index(head) + 1])  # "three women at the shelter" by "women"
    return not (plain_kind(core, ()) or kind_of(view.lower[head], (), "local", True))


def plain(name: str) -> str:
    """A name without its article and without the letter of a list item that the parser took for part of it ("B. ICE")."""
    first, _, rest = name.partition(" ")
    if rest and len(first) == 2 and first[0].isalnum() and first[1] in ".)":
        name = rest
    return next((name[len(article) :] for article in _ARTICLES if name.startswith(article)), name)
