"""The one place that a paper is all about, and the States that a text names.

A letter to one sheriff, a mail headed with one State, a fact sheet on one county seldom repeat the place in every sentence.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from pipeline.patterns.names.roles import STATES

HEAD_LINES = 8  # lines at the top of a paper in which the place it is about stands, if once alone
OFTEN = 2
FEWEST, MOST_OF = 3, 0.6  # papers of a release that name its State, and their share of those that name any
_WORD = r"[A-Z][a-z][\w-]*"
_SORT = r"(?:County|Parish|Borough)"
_COUNTY = re.compile(
    rf"\b(?:County\sof\s(?P<of>{_WORD}(?:\s{_WORD})?)|(?P<own>(?:(?:St\.|Saint|San|Santa|New|North|South|East|West|Fort|Port|Lake|Mount)\s)?"
    rf"{_WORD})\s(?P<sort>{_SORT}))\b"
)
_NAMES = "|".join(sorted((name.title().replace(" ", r"\s") for name in STATES if name != "washington"), key=len, reverse=True))
# No street, river, person or body that bears a State's name: "Delaware Street", "Virginia Poole", "New York Times".
_STATE = re.compile(
    rf"(?<![\w’'-])(?P<name>{_NAMES}|Washington(?=\sState\b))" + r"(?![ \t](?!County|State|Department)[A-Z][a-z]|[\w-])"
)
_OF_STATE = re.compile(
    rf"\b(?:State|Commonwealth)\sof\s(?P<of>{_WORD}(?:\s{_WORD})?)"
    r"|\b(?:(?:Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Eleven|Twelve|All|The|Most|Many|Some|Other)\s)?"
    rf"(?<!\band\s)(?<!,\s)(?P<own>{_WORD}(?:\s{_WORD})?)(?:['’]s)?\s(?:\w+\s)?counties\b"
    rf"|\bCounty,\s(?P<behind>{_WORD}(?:\s{_WORD})?)(?=\s*(?:$|[.,;)\d]))"
    rf"|\b(?P<has>{_WORD})\sState\s(?:Bureau|Police|Patrol|Department|Legislature|Attorney)\b",
    re.MULTILINE,
)
_INSIDE = re.compile(
    rf"\b(?:[Ii]n|[Aa]cross|[Tt]hroughout|[Ww]ithin|[Oo]utside)\s(?P<name>{_WORD}(?:\s{_WORD})?)(?![\w-]|\s(?:{_SORT}|[Jj]ail|City)\b)"
)
_NO_STATE = frozenset(
    {
        *("it", "what", "that", "the", "all", "many", "some", "most", "other", "these", "those", "which", "participating"),
        *("active", "several", "a", "an", "any", "each", "no", "our", "your", "both", "few", "where", "if", "when", "how", "who"),
        *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen"),
        *("fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty", "thirty", "forty", "fifty"),
        *("sixty", "seventy", "eighty", "ninety"),
    }
)
# A row of a table of places, or a place set beside another: "Marrow, Dale County 12 403", "In Dale 12 percent, and in Marrow 9".
_ROW = re.compile(
    rf"^[ \t]*(?P<name>{_WORD}(?:[ \t]{_WORD})?)(?:,[^\d\n]{{1,40}})?[ \t.:|]*[ \t.|]\$?\d[\d,.%$| \t]*$", re.MULTILINE
)
_ROWS = 3
_IN_TURN = re.compile(
    rf"\b[Ii]n\s(?P<name>{_WORD}(?:\s{_WORD})?)\b"
    rf"(?=[^.;]{{0,100}}[,;]\s(?:(?:and|but|while|whereas)\s)?in\s(?P<other>{_WORD}))"
)
# Words that stand capital before "County" without being its name.
_NO_NAME = frozenset(("The", "This", "Each", "Every", "Any", "No", "Our", "Your", "That", "State", "Local", "Which", "A", "One"))


def counties_in(text: str) -> Counter[str]:
    """How often a text names each county: "Dale County" (said of "County of Dale" too)."""
    found: Counter[str] = Counter()
    for match in _COUNTY.finditer(text):
        name = match["of"] or match["own"]
        if name not in _NO_NAME:
            found[f"{name} {match['sort'] or 'County'}"] += 1
    return found


def states_in(text: str) -> Counter[str]:
    """How often a text names each State, by its name or by what it has ("State of Marrow", "twelve Marrow counties")."""
    found = Counter(" ".join(match["name"].split()) for match in _STATE.finditer(text))
    told = Counter(match["of"] or match["own"] or match["behind"] or match["has"] for match in _OF_STATE.finditer(text))
    for name, times in told.items():
        if name.lower() not in STATES and name.split()[0].lower() not in _NO_STATE:
            found[name] += times
    return found


def place_of(title: str, text: str, state: str = "") -> str:
    """The one county or State that a paper is all about, told by its title, or by there being no other; '' where none is.

    `state`: that of the release, which the paper may call by its name alone.
    """
    own = re.compile(rf"(?<![\w-]){re.escape(state)}(?![\w-])(?!\sCounty)") if state else None
    of_title = counties_in(title), states_in(title)
    if own and own.search(title) and state not in of_title[1]:
        of_title[1][state] += 1
    counties, states = counties_in(text), states_in(text)
    if own and (times := len(own.findall(text)) - _beside(text, state)) > 0:
        states[state] = max(states[state], times)
    for here, everywhere in zip(of_title, (counties, states), strict=True):
        name = next(iter(here), "")
        if len(here) == 1 and everywhere[name] >= max((everywhere[one] for one in everywhere if one != name), default=0):
            return name
        if here:
            return ""
    head = "\n".join(text.strip().split("\n")[:HEAD_LINES])
    for names, top in ((counties, counties_in(head)), (states, states_in(head))):
        name = next(iter(names), "")
        if len(names) == 1 and (names[name] >= OFTEN or top[name]):
            return name
    return ""


def _beside(text: str, state: str) -> int:
    """How often a State is one of several that a text sets side by side: a row of a table, one of two places in a sentence."""
    rows = [match["name"] for match in _ROW.finditer(text)]
    turns = [{" ".join(match["name"].split()), match["other"]} for match in _IN_TURN.finditer(text)]
    return (rows.count(state) if len(rows) >= _ROWS and len(set(rows)) > 1 else 0) + sum(state in turn for turn in turns)


def names_inside(text: str) -> frozenset[str]:
    """Names that something is in, across or throughout: so a State is called that other papers show to be one."""
    return frozenset(" ".join(match["name"].split()) for match in _INSIDE.finditer(text))


def state_of(papers: Iterable[tuple[frozenset[str], frozenset[str]]]) -> str:
    """The State of a release: that most of its papers name which name any, one at least as a State. Of each paper the States that
    it names as such, and the names that something is inside of."""
    papers = tuple(papers)
    shown = Counter(name for states, _ in papers for name in states)
    inside = frozenset(name for _, names in papers for name in names) | {name for name in shown if name.lower() in STATES}
    rivals = {name for name, times in shown.items() if times >= FEWEST or name in inside}
    named = [(states | names) & rivals for states, names in papers]
    counts = Counter(name for one in named for name in one)
    best = max(sorted(counts.keys() & inside), key=lambda name: counts[name], default="")
    return best if counts[best] >= FEWEST and counts[best] >= MOST_OF * sum(map(bool, named)) else ""
