"""When a statement holds: the times named in what is said, in their own words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from pipeline.extractors.cueing import grammar
from pipeline.extractors.cueing.grammar import View
from pipeline.extractors.subjects.scope import offsets
from pipeline.patterns.days.dates import dates_in
from pipeline.patterns.days.months import MONTH
from pipeline.patterns.sense.framing import framed_to

_SINCE = re.compile(
    r"\b(since|through|as of|until|up to|by|before|after|between|during|from|(?:at|to|till) the (?:end|close) of"
    r"|at month['’]s end,?|(?:at )?(?:the )?close of business(?: on)?"
    r"|COB(?: on)?|by the end of"
    r"|throughout|beginning|starting in|as early as|in"
    r"|(?:(?:in|during|for|over) )?the (?:[\w-]+ ){1,3}(?:that )?(?:ending|ended)(?: on)?)\s+"
    r"(?:the\s+)?(?:(?:end|close) of\s+)?$",
    re.I,
)
# "On December 3, 2010, 17 were live": of that day; "on" further on tells when something was done.
_ON = re.compile(r"\W*(?:\w+:\s+)?(on)\s+(?:[A-Z]\w+day,?\s+)?$", re.I)
# What begins before the words that lead to a date: "from the first activation in", "since it began in", "January through".
_ONSET = re.compile(r"\b(?:from|since)\s+(?:[\w'’-]+\s+){1,5}$", re.I)
_TO = re.compile(r"[\s,]*(?:through|to|until|till|and|up to|and ending(?: on)?|[-–—])(?: the (?:end|close) of)?\s*", re.I)
_FIRST_MONTH = re.compile(rf"\b(?:(?:in|during|for|from) (?:the (?:period|months) (?:of )?)?)?(?:{MONTH})(?: \d{{1,2}})?\s+$")
_FISCAL = r"(?:fiscal(?: year)?|FY)[ -]?(?:(?:19|20)\d\d|['’]?\d\d)(?:[-/]\d{2,4})?(?:,? Q[1-4])?"
_LENGTHS = r"(?:year|quarter|half|month|months|week|fiscal year|twelve months|six months|three months|decade)"
_WHICH = r"(?:last|this|past|next|previous|first|second|third|fourth|current|preceding|prior|final|same|that)"
_PRECISE = "to date|so far|thus far|to this point|until now|at the time of (?:this )?writing|at this writing|as we write"
_AS_OF = (
    r"today|now|yesterday|last \w+|this \w+|(?:the )?close of business(?: [a-z]+)?|COB(?: [a-z]+)?"
    "|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
)
_BEGINNINGS = (
    "inception|activation|launch|start|beginning|go-live|deployment|rollout|outset|began|day one|day 1|enrollment"
    "|(?:opened|joined)(?: (?:the|our) [a-z]+)?"
)
# "From activation to April 9": all that came up to that day.
_FROM_THE_START = (
    rf"(?:from|since|between) (?:(?:the|its|their|our) )?(?:[\w-]+ )?(?:{_BEGINNINGS})(?: there)?,?"
    r" (?:to|through|thru|until|till|and|up to) (?:the (?:end|close) of )?"
)
# "Between January 1 and March 31, 2011": both days are of that year.
_FROM_A_DAY = rf"(?:from|between) {MONTH}(?: \d{{1,2}})? (?:to|through|thru|until|till|and) (?:the (?:end|close) of )?"
_TO_A_DAY = re.compile(rf"\b({_FROM_THE_START}|{_FROM_A_DAY})$", re.I)
_YEAR = "(?:late |early |mid-|(?:the )?(?:end|close) of )?(?:calendar (?:year )?)?(?:19|20)\\d\\d"
_BARE = rf"(?:{MONTH})(?: \d{{1,2}})?(?!\d|,? \d)"  # without a year
_LOOSE = (
    re.compile(rf"\b(?:from|between) {_FISCAL} (?:to|through|until|and) {_FISCAL}\b", re.I),
    re.compile(rf"\b(?:from|between) {_YEAR} (?:to|through|until|till|and) {_YEAR}\b", re.I),
    re.compile(
        r"\b(?:(?:in|for|during|through|since|from|by(?: the end of)?) )?(?:the )?"
        r"(?:(?:first|second|third|fourth|last) (?:quarter|half) of |Q[1-4],? (?:of )?)?"
        rf"{_FISCAL}\b",
        re.I,
    ),
    re.compile(
        r"\b(?:[Ss]ince|[Tt]hrough|[Aa]s of|[Uu]ntil|[Uu]p to|[Tt]hru|[Bb]eginning in"
        r"|(?:[Aa]t|[Bb]y|[Tt]o|[Tt]ill)(?= the (?:end|close) of))"
        r" (?:last |late |early |mid-|the (?:end|close) of )?"
        rf"(?:{MONTH}|spring|summer|fall|winter|autumn)(?: \d{{1,2}})?(?!,? \d{{4}})\b"
    ),
    re.compile(rf"\b{_FROM_THE_START}(?:{MONTH})(?: \d{{1,2}})?(?!,? \d{{4}})\b", re.I),
    re.compile(rf"\bsince (?:[a-z'-]+ ){{0,4}}?(?:{_BEGINNINGS})\b", re.I),
    re.compile(rf"\b(?:{_PRECISE}|by (?:the )?(?:year's end|year-end|end of (?:the|last|this) year))\b", re.I),
    re.compile(rf"\bas of (?:{_AS_OF})\b", re.I),
    re.compile(
        r"\b(?:(?:in|during|for|over) )?the (?:[\w-]+ ){1,3}(?:ending|ended)(?: on)? "
        rf"(?:{MONTH})(?: \d{{1,2}})?(?!,? \d{{4}})\b",
        re.I,
    ),
    re.compile(
        r"\b(?:(?:in|over|during|for|within) )?(?:the |its |their |our )?"
        rf"(?:{_WHICH} (?:(?!an?\b|one\b)\w+ )?{_LENGTHS}\b(?: just ended)?"
        r"|\w+ (?:months|years) just ended)(?!['’]s (?!figure|total|count|number))",
        re.I,
    ),
    re.compile(r"\b(?:last|this|next) (?:fall|spring|summer|winter)\b", re.I),
    re.compile(rf"\b(?:since|by|until|after|in|through) {_YEAR}\b", re.I),
)
# "In March" may tell of anything: it is that of a number beside it, or of all that the sentence it opens tells.
_IN_A_MONTH, _OPENING = re.compile(rf"\b(?:[Ii]n|[Dd]uring)(?: the month of)? {_BARE}"), 2
# Of numbers alone; "when March closed" is its last day.
_OF_A_NUMBER = (
    re.compile(rf"\b(?:[Ff]rom|[Bb]etween) {_BARE} (?:to|through|thru|until|till|and) (?:the (?:end|close) of )?{_BARE}"),
    re.compile(rf"\b(?:[Ww]hen|[Aa]s) {MONTH} (?:closed|ended|ran out|was (?:over|out))\b"),
    _IN_A_MONTH,
)
LATELY = 60
_FROM_DAY = re.compile(
    r"(?i)\b(?:from|since|starting|beginning|commencing|effective|as\s+of)\s+(?:on\s+)?(?:(?P<now>today|now\s+on|this\s+date|immediately)\b"
    rf"|(?P<month>{MONTH})\.?\s+(?P<day>[0-3]?\d)(?:st|nd|rd|th)?\b(?:,?\s+(?P<year>(?:19|20)\d\d)\b)?)"
)
_BY = re.compile(r"(?i)by\b")
_ON_A_DAY = re.compile(r"\bon\s+(?:[A-Z]\w+day,?\s+)?$", re.I)
_LABELLED = re.compile(r"\)?\s*(?:[:=]|[-–—]|\.{2,}+)++\s*(?=\d)")
_STATES = frozenset({"be", "have", "stand", "run", "operate", "cover", "number", "include", "remain", "use", "reach", "span"})
_LONE_YEAR = re.compile(r"((?:19|20)\d\d)(?!\d)|\bFY[ -]?['’]?(\d\d)\b")
_SET_APART = frozenset({"now", "up", "down"})  # words by which two times are set against each other


def period(view: View, said: frozenset[int], near: tuple[int, ...], own: tuple[int, int] | None = None) -> str:
    """The time a statement speaks of, in its own words ("since 2008", "through March 31, 2011"), or ''.

    `own` are the tokens that go with a number: a time among them is its own. One that goes with another number is lent to it
    unless the sentence sets two times against each other ("31 last year, now 44").
    """
    starts = offsets(view)
    homes = {view.clause[at] for at in near}
    framed = framed_to(view.sentence.text) if own is None else 0
    times = [
        (at, words)
        for start, words in _times(view.sentence.text, own is not None)
        if start >= framed and (at := _token(starts, start)) in said
    ]
    if own is not None:
        times = [
            (at, words) for at, words in times if at <= _OPENING or view.clause[at] in homes or not _IN_A_MONTH.fullmatch(words)
        ]
        mine = [words for at, words in times if own[0] <= at < own[1]]
        day = next((words for words in mine if dates_in(words)), "") or _day_of(view, said, homes) or _label_of(view, own)
        if day:
            return day
        apart = len({words.casefold() for _, words in times}) > 1 or not _SET_APART.isdisjoint(view.lower)
        return mine[0] if mine else times[0][1] if times and not apart else ""
    return next((words for at, words in times if view.clause[at] in homes or min(abs(at - one) for one in near) <= 8), "")


def _day_of(view: View, said: frozenset[int], homes: set[int]) -> str:
    """ "It was live in 17 counties on December 3, 2010": the day of a state that a number is of."""
    starts = offsets(view)
    for found in dates_in(view.sentence.text):
        lead = _ON_A_DAY.search(view.sentence.text[: found.start])
        if lead is None or found.precision != "day":
            continue
        on = _token(starts, lead.start())
        if on in said and _verb_of(view, on) in homes and _is_state(view, _verb_of(view, on)):
            return view.sentence.text[lead.start() : found.end].strip()
    return ""


def _label_of(view: View, own: tuple[int, int]) -> str:
    """ "Counties active on March 31, 2010: 131": the day or month at the end of a label, right before the number it labels."""
    starts, text = offsets(view), view.sentence.text
    for found in dates_in(text):
        label = text[: found.start].strip(" -–—*•·(")
        behind = _LABELLED.match(text, found.end)
        if (
            behind
            and found.precision in ("day", "month")
            and len(label.split()) > 1
            and own[0] <= _token(starts, behind.end()) < own[1]
        ):
            lead = _ON_A_DAY.search(text[: found.start])
            above = grammar.head_of(view, _token(starts, lead.start())) if lead else -1
            done = lead is not None and view.tokens[above].pos == "VERB" and view.lower[above] != "live"
            return text[lead.start() if lead and done else found.start : found.end].strip()
    return ""


def done_on(view: View, period: str, near: tuple[int, ...]) -> bool:
    """Whether a number is of what was done on one day ("On May 3, 2011, agents removed 38"), and not of what was so that day."""
    return period[:3].lower() == "on " and not any(_is_state(view, view.clause[at]) for at in near)


def _verb_of(view: View, at: int) -> int:
    """The verb above a word; "64 counties live on March 1" has none of its own for the "on"."""
    while grammar.head_of(view, at) != at and (view.tokens[at].pos not in ("VERB", "AUX") or view.lower[at] == "live"):
        at = grammar.head_of(view, at)
    return at


def _is_state(view: View, verb: int) -> bool:
    passive = any(view.tokens[kid].dep == "auxpass" for kid in view.children[verb])
    return view.lemmas[verb] in _STATES and not passive


def lies_ahead(period: str, said: str) -> bool:
    """Whether a period is still to come when it is spoken of: "by the end of 2013", said in 2011. Unknown where `said` is ''."""
    if not said[:4].isdecimal() or not _BY.match(period):
        return False
    if found := dates_in(period):
        until = found[-1].iso
    elif year := _LONE_YEAR.search(period):
        until = year.group(1) or str(_nearest(int(year.group(2)), int(said[:4])))
    else:
        return False
    shared = min(len(until), len(said))
    return until[:shared] > said[:shared]


def has_come(text: str, said: str) -> str:
    """The words that say from when it holds, where that day has come when it is said: "From May 3", said on May 5; else ''.

    Of a day without a year one in the `LATELY` days before is meant.
    """
    begun = _FROM_DAY.search(text)
    if begun is None or len(said) < len("2010-05-03"):
        return ""
    if begun["now"]:
        return begun[0]
    year = begun["year"] or said[:4]
    found = dates_in(f"{begun['month']} {int(begun['day'])}, {year}")
    if not found or found[0].precision != "day":
        return ""
    gap = (date.fromisoformat(said[:10]) - date.fromisoformat(found[0].iso)).days
    return begun[0] if gap >= 0 and (begun["year"] or gap <= LATELY) else ""


def _nearest(year: int, to: int) -> int:
    """The year that ends in these two digits and lies nearest: 99 is 1999 in 2004, and 2099 in 2060."""
    return to + (year - to + 50) % 100 - 50


def _times(text: str, counted: bool) -> Iterator[tuple[int, str]]:
    """(start, words) of every time named: dates with the words before that make them a time, then looser ones.

    `counted`: what is so is a number, and "On June 3, 2010 we were in 41 counties" gives that of the day.
    """
    taken: list[tuple[int, int]] = []
    dates = dates_in(text)
    for order, found in enumerate(dates):
        lead = _TO_A_DAY.search(text[: found.start]) or _SINCE.search(text[: found.start])
        if counted and not lead and found.precision == "day":
            lead = _ON.match(text[: found.start])
        if not lead or any(start <= found.start < end for start, end in taken):
            continue
        later = dates[order + 1 : order + 2]
        joined = bool(later) and bool(_TO.fullmatch(text[found.end : later[0].start]))
        end = later[0].end if joined else found.end
        start = _begun(text, lead, joined)
        taken.append((start, end))
        yield found.start, text[start:end].strip()
    for pattern in (*_LOOSE, *_OF_A_NUMBER) if counted else _LOOSE:
        for match in pattern.finditer(text):
            if not any(start < match.end() and match.start() < end for start, end in taken):
                taken.append((match.start(), match.end()))
                yield match.start(), match.group().strip()


def _begun(text: str, lead: re.Match[str], joined: bool) -> int:
    """Where a time begins to whose date these words lead; `joined` to a second: "from the start in May 2009 to June 2010"."""
    word = lead.group(1).lower()
    before = None
    if word in ("in", "on"):
        before = _ONSET.search(text[: lead.start()])
        before = before if before and (joined or before.group().lower().startswith("since")) else None
    elif word in ("through", "until"):
        before = _FIRST_MONTH.search(text[: lead.start()])
    return before.start() if before else lead.start()


def _token(starts: list[int], offset: int) -> int:
    return max((at for at, start in enumerate(starts) if start <= offset), default=-1)
