"""What papers print of their writers: credits, office lines above and below the title, in a margin or at the foot."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import pairwise

from pipeline.patterns.anothers import is_asker
from pipeline.patterns.examined import examinations, is_asked
from pipeline.patterns.filings import filer
from pipeline.patterns.headings import headlike
from pipeline.patterns.occasions import without_occasion
from pipeline.patterns.offices import (
    AGENCY,
    DATE_TAIL,
    LONGEST,
    NO_OFFICE,
    NOBODYS,
    Names,
    is_named,
    is_office,
    kind_of,
    name_in,
    office_in,
)
from pipeline.patterns.on_top import HEADS, MEASURE, behind_slip, jail_above, sent_from, stated_by, station_of
from pipeline.patterns.origin import makers, unlabelled, without_whom
from pipeline.patterns.parties import house_kind
from pipeline.patterns.questions import answered_in_writing, asked_of
from pipeline.patterns.roles import HEAD
from pipeline.patterns.signers import named_at_foot
from pipeline.patterns.voices import ranks_outside
from pipeline.records.line_numbers import line_numbers

_NAMED_FIRST = frozenset({"local", "state", "court", "congress"})  # kinds of those whose office may stand before a title's colon
_PROSE = 7  # words of a line from which on it is running text
_REACH = 6  # lines below a title in which an office line may stand
_DEED = (
    r"prepared|written|compiled|produced|issued|published|released|submitted|presented|drafted|authored|recorded|taken"
    r"|transcribed"
)
_SORT = (
    r"report|study|survey|brief(?:ing)?|white\spaper|publication|audit|investigation|paper|fact\s?sheet|project|product|guide|responses?"
    r"|answers|bulletin|newsletter"
)
_CREDIT = re.compile(
    rf"(?im)(?:^|[.;|(]\s|\b(?:was|is|were)\s)[\W_]*(?:(?:{_DEED})\s(?:jointly\s|for\s[^\n.;:]{{3,60}}?\s)?by\s?:?"
    rf"|(?:(?:an?|this|the)\s(?:[\w-]+\s)?)?(?:{_SORT})(?:\s(?:to|for)(?:\s\w+){{1,4}})?\s(?:by|from|of)\b\s?:?"
    r"|(?:author|authors|prepared\sby|recorder|reporter|contact|media\scontact|press\scontact|contacts|office|source\sof\sthis\spaper"
    r"|respectfully\ssubmitted)\s?:|by\b|©\s?(?:\d{4})?|copyright\s(?:©\s?)?(?:\d{4})?)[ \t]*(?:\n[ \t]*)?"
    r"(?P<who>(?:the\s)?(?:U\.\s?S\.\s)?(?:[^\n.;:|]|(?<=\s[A-Z])\.){3,110})"
)
# Whoever publishes a report under his name is somebody, though nothing tells what: "A report by Marlow Boat Action".
_BEFORE = re.compile(r"(?i:\W*(?:before|to|at)\b)")
_PUBLISHED = re.compile(
    rf"(?:(?i:an?|this)\s)?(?:[\w-]+\s)?(?:(?i:{_SORT})\s(?i:by)|(?i:report\sof\sthe))\s(?P<who>(?:(?i:the)\s)?[A-Z][\w.&’'-]+(?:,?\s(?:[A-Z][\w.&’'-]+|and|of|for|de)){{1,8}})"
)
PUBLISHED = "published under its name"
_BY = re.compile(r"(?i:by)\s(?P<who>(?:the\s)?[A-Z][^\n.;:|]{3,90})")
_MINUTES_OF = re.compile(
    r"(?i:\b(?:minutes|proceedings|resolution|ordinance|proclamation)\sof\s(?:(?:the|a|an|regular|special|monthly|joint|annual)\s)*"
    r"(?:meeting\sof\s(?:the\s)?)?)"
    r"(?P<who>[A-Z][^\n]{3,90}?)(?:,?\s(?i:on|about|regarding|concerning|opposing|supporting|urging|calling|declaring)\s.*)?$"
)
_REPORT_OF = re.compile(
    r"(?i:(?:an?\s|the\s)?(?:[\w-]+\s){0,2}(?:report|responses?|answers)\sof\s)(?P<who>(?:(?i:the)\s)?[A-Z][^\n]{3,90})$"
)
_TAKEN_DOWN = re.compile(r"(?i:\bdeposition of\b|\btranscript\b|^(?:public |joint )?hearing\b|\bhearing before\b|^before the$)")
_OF_WHOM = re.compile(
    r"(?i:\b(?:declaration|affidavit|testimony|statement|comments?|remarks|speech)(?:\sfor\sthe\srecord)?\s(?:of|by|from)\s(?:the\s)?)"
    r"(?P<who>[A-Z][^\n]{2,110}?)(?i:\s(?:on|about|regarding|concerning|before)\s.*)?$"
)
# "Director's remarks at the conference"
_HIS_WORDS = re.compile(r"(?P<who>[A-Z][^\n]{3,60}?)(?:['’]s|(?<=s)['’])\s(?i:remarks|testimony|statement|speech|address)\b")
_STATED = re.compile(
    r"(?:(?i:(?:prepared|opening|written)\s)?(?:STATEMENT|TESTIMONY|Statement|Testimony)\s(?i:of)\s(?i:the\s)?)(?P<who>[A-Z][^\n]{3,110})$"
)
_DEPONENT = re.compile(r"(?i:\bdeposition\sof\s(?:the\s)?)(?P<who>[A-Z\d][^\n]{3,90})$", re.MULTILINE)
# "A. I am the Branch Chief for Harbor Watch."
_SWORN = re.compile(
    r"(?im:^[\s\d]*(?:A[.:]?|Answer[.:]|THE\s(?:WITNESS|DEPONENT)[.:])\s+)(?:[Il1L|]\s?(?:am(?:\scurrently)?|have\sbeen|serve\sas|work\sas)|I['’](?:m|ve\sbeen))"
    r"\s(?:the\s|an?\s)?(?P<rank>(?:(?:[A-Z][\w’'-]*|chief|director|sheriff|captain|commander|administrator|superintendent|manager|head|clerk)"
    r"\s?){1,6}?)(?:,?\s(?:for|of|at|in|with)\s(?:the\s)?(?P<house>(?:(?:[A-Z][\w.&’'-]*|and|of|for|the)\s?){1,9}?))?"
    r"(?=\s?[.,;]|\s(?:since|for\s(?:\w+\s){1,4}years)\b)"
)
# "Q. What is your position? A. Branch Chief, out of the Alder Field Office", below the lines' numbers.
_NUMBERS = re.compile(r"(?m)^[ \t]*\d{1,2}(?=[ \t]|$)")
_ASKED_POST = re.compile(
    r"(?im)^\s*Q[.:]?\s[^?\n]{0,80}?\b(?:you|your|state|give)\b[^?\n]{0,60}?\b(?:post|position|title|rank|occupation|job|employ\w*|work|living)\b"
    r"[^?.]{0,60}[?.]\s*^\s*A[.:]?\s+(?P<who>[^?.]{3,160})"
)
# "Q. You were the field office director in 2010? A. I was."
_CONFIRMED = re.compile(
    r"(?im)^\s*Q[.:]?\s[^?\n]{0,60}?\byou\s(?:then\s|still\s|also\s)?(?:are|were|run|ran|head(?:ed)?|command(?:ed)?|managed?|supervised?"
    r"|served?\sas|work(?:ed)?\s(?:for|at)|(?:are|were)\s(?:employed\sby|with))\s(?=the\s|an?\s|its\s)(?P<who>[^?.]{3,120})\?\s*"
    r"^\s*A[.:]?\s+(?:Yes|I\s(?:am|was|do|did|have|still)|Correct|That(?:['’]s|\sis|\swas)\s(?:right|correct)|Right)\b"
)
_DEALS_WITH = re.compile(r"(?i:\b(?:to|with)\s(?:the\s)?[^,.;]*)")  # "liaison to the sheriffs" is no sheriff's
# "I, Jane Roe, hereby declare": whoever swears speaks, whatever court is named above.
_DECLARES = re.compile(
    r"\bI,\s(?:the\s)?(?P<who>[A-Z][^.;,]{2,90}?(?:,\s[^.;,]{2,60}?)?),\s(?:(?:do|being|having|hereby|and|solemnly)\b[^.;]{0,60}?\s)?"
    r"(?:declare|affirm|depose|swear|certify|attest|state)\b"
)
_DEPOSES = re.compile(  # "ANN ROE, being first duly sworn, deposes and says:"
    r"(?m)^[ \t]*(?P<who>(?:[A-Z][A-Za-z.’'-]*[ ]){1,3}[A-Z][\w’'-]+),\s(?:being|having\sbeen)\s(?:first\s)?"
    r"(?:duly\s)?sworn,?\s[^.;:]{0,40}?"
    r"\b(?:deposes?|states?|says?|swears?|testifies)\b"
)
# "I am a staff attorney with the Alder Clinic", "I am employed by the Bureau of Weights as Branch Chief"
_HOLDS = re.compile(
    r"\bI\s(?:(?:am|was|have\sbeen|serve\sas)\s(?:currently\s|now\s)?(?:employed\s(?:by|with|as)\s)?(?=(?:the|an?)\s|[A-Z])"
    r"|(?P<does>(?:now\s|currently\s)?(?:command|run|head|lead|direct|manage|supervise|oversee|administer|work\s(?:for|at))\s)"
    r"(?=(?:the|our|an?)\s|[A-Z])|(?P<within>work\sin\s)(?=the\s))"
    r"(?P<what>[^.;]{4,140})[.;]"
)
_TIED = re.compile(r"\b(?:of|by|from|with|for|at|in|to|who|whose)\b|['’]s\b|,")  # how who one is goes on
_EMPLOYS = frozenset({"with", "for", "at"})
_HELD = re.compile(
    r"(?i:\b(?:prisoners?|inmates?|detainees?|patients?|clients?|visitors?|victims?|plaintiffs?|residents?|students?|guests?|tenants?|arrest\w*"
    r"|held|jailed|booked|citizens?|immigrants?|customers?|parents?|mother|father|wife|husband|sister|brother|son|daughter|friend|neighbou?r)\b)"
)
_INTERVIEWED = re.compile(
    r"(?i:^(?:transcript\sof\s)?(?:an\s|the\s)?(?:\w+\s){0,2}interview\s(?:with|of)\s(?:the\s)?)(?P<who>[\w][^\n]{3,90})$"
)
# Who sits beside the one examined: "AGENCY COUNSEL: I would ask that he not ..."
_HOUSE_COUNSEL = re.compile(r"(?im)\bagency['’]?s?\scounsel\b|\bcounsel\sfor\sthe\sagency\b")
_ASIDE = re.compile(r"\s*\((?:excerpt|excerpts|extract|partial|rough|redacted)[^)]*\)", re.IGNORECASE)
_PARTY = re.compile(r"(?i:\b(?:plaintiffs?|defendants?|petitioners?|respondents?)\b)|^(?i:v|vs|versus)\.?(?=\s|$)")
_ASKED = 8  # lines below a title in which written answers say whose they are
_CAPTION = 12  # lines below the title of a paper with a caption in which it says what it is
_RANK_HEAD = re.compile(rf"(?i:\b{HEAD}\b)")
_TAKEN_ON = re.compile(r"(?i:[\s,]+(?:taken|held|recorded)(?:\son)?\W*$)")
_EARLY = 2500  # characters in which whoever is examined says who he is


_EDGE = re.compile(r"\s[|•·*–—-]\s")  # "Fair Harbors - Dell Dockers' Alliance, July 2011   3", at the edge of a page
# A year, or a page's number, ends it.
_RUNNING = re.compile(r"(?:\b(?:19|20)\d\d\W*(?:(?i:page)\s)?\d{0,3}|\s(?:(?i:page)\s)?\d{1,3})\W*$")
_POINTS_ON = re.compile(r"(?i:\b(?:by|from|of|to|see|source|for)\W*$|^\W*(?:see|source|cf)\b)")  # "See the statement by - ..."
_BAR = re.compile(r"\s[|•·*]\s")
_PART = re.compile(r"(?<!U\.S)(?<!\b[A-Z])\.\s|\s[|•·]\s")  # "Answers for ports | March 2010 | Office of Public Affairs"


@dataclass(frozen=True, slots=True)
class Paper:
    """What of a paper can tell who wrote it. `above` are the lines over its title, `below` those under it, `margins` the lines
    printed again on its pages, `foot` the last lines of its text; `text` is all of it. `for_public`: talking points,
    questions and answers or a press release, which an agency keeps of its own more than of others'."""

    title: str
    above: tuple[str, ...]
    below: tuple[str, ...]
    margins: tuple[str, ...]
    foot: tuple[str, ...]
    text: str
    for_public: bool = False


def printed(paper: Paper, own: Names) -> Iterable[tuple[str, str, str]]:
    """(name, kind, why) of everybody the paper names as its writer, the surest first."""
    if answered_in_writing(paper.text):  # "Committee: ...": who asked
        who = re.sub(r"^(?i:the)\s", "", asked_of((paper.title, *paper.below[:_ASKED])))
        yield who, kind_of(who, own), "the questions were put to him"
        asked = (paper.above, paper.below, paper.foot)
        upper, lower, last = (tuple(line for line in lines if not is_asker(line)) for lines in asked)
        title = "" if is_asker(paper.title) else paper.title
        paper = replace(paper, title=title, above=upper, below=lower, foot=last)
    if (filed := filer(paper.text, own))[1]:
        yield *filed, "files it, by its heading and its caption"
        return
    if station := station_of(paper.title, paper.text):
        yield station, "press", "a station's letters head it"
    paper = replace(paper, title=stated_by(without_occasion(paper.title, paper.text), paper.below))
    tops = (paper.title, *paper.below[: _CAPTION if any(map(_PARTY.search, (paper.title, *paper.below[:_REACH]))) else 4])
    heard = any(_TAKEN_DOWN.search(line) for line in tops if len(line.split()) <= LONGEST)
    if heard and not answered_in_writing(paper.text):
        yield from _heard(paper, own)
        return  # a court's or a committee's head stands above what others say
    if (sworn := _sworn(paper, own)) is not None:
        yield sworn
        return
    if is_asked((paper.text,)) and (any(one.who for one in examinations(paper.text)) or line_numbers(paper.text)):
        yield from _heard(paper, own)  # pages of a transcript without its title page
        return
    heads = (line for line in paper.above if headlike(line) or is_office(line))  # no title of its own, such as "Care of a county"
    above = "\n".join(line for line in heads if not NO_OFFICE.search(line))
    speaks = _OF_WHOM.search(paper.title)
    if speaks:
        who = DATE_TAIL.sub("", speaks["who"]).strip(" ,")
        below = _kind_below(paper.below, own) if len(who.split()) > 1 else ""  # no "Statement of Facts"
        yield who, kind_of(who, own) or below, "named in the title as who speaks"
    if not speaks or kind_of(above, own) not in ("court", "congress"):  # before whom it is said stands there
        names = (office_in(line, own) for line in paper.above)
        yield next((name for name in names if name), ""), kind_of(above, own), "stands above the title"
    yield from ((name, kind_of(name, own), "named as whom it is from") for name in sent_from((paper.title, *paper.below[:2])))
    for pattern in (_MINUTES_OF, _OF_WHOM, _HIS_WORDS):
        if (found := pattern.search(paper.title)) and (name := DATE_TAIL.sub("", found["who"]).strip(" ,")):
            yield name, kind_of(name, own), "named in the title as its writer"
    for line in (paper.title, *paper.below[:2]):
        if found := _PUBLISHED.fullmatch(DATE_TAIL.sub("", line).strip(" ,.-–—")):
            if not MEASURE.fullmatch(found["who"]) and not is_named(found["who"], own.program):
                yield found["who"], kind_of(found["who"], own), PUBLISHED
        elif (found := _REPORT_OF.match(line)) and (name := name_in(found["who"], own)):
            yield name, kind_of(name, own), "named as whose report it is"
    if jail := jail_above(paper.title, paper.below):
        yield jail, "local", "a jail heads its own memorandum"
    if office := behind_slip(paper.title):
        yield office, kind_of(office, own), "an office heads it"
    elif is_office(paper.title, by_head=True) and not is_named(paper.title, own.program):
        yield paper.title, kind_of(paper.title, own), "an office heads it"
    head = re.split(r"\s[-–—|]\s|:\s", paper.title)[0]
    if any(head.casefold().startswith(name.casefold()) for name in own.program) and is_office(head):
        yield head, kind_of(head, own), "an office of the program heads it"
    house, _, about = paper.title.partition(": ")
    if about and len(house.split()) > 1 and is_office(house) and not house.isupper() and kind_of(house, own) in _NAMED_FIRST:
        yield house, kind_of(house, own), "its office stands before what it says"
    house = re.split(r"\s[-–—|]\s", paper.title)[0]
    if house != paper.title and is_office(house) and kind_of(house, own) == AGENCY:
        yield house, AGENCY, "its office stands before the title"
    for name in credited("\n".join((*paper.below[: 2 * _REACH], "", *paper.foot)), own):
        yield name, kind_of(name, own), "named as its writer"
    for made in makers(paper.title, paper.below, paper.foot):
        kind = kind_of(made.name, own)
        ours = kind == house_kind(own.agency) or answered_in_writing(paper.text)
        if not (made.asked and ours):  # whom to ask of the house need not have written it
            yield made.name, kind, made.why
    if signs := named_at_foot(list(paper.foot)):
        yield signs, kind_of(signs, own), "signs below its last sentence"
    for before, line in pairwise(("", *paper.below[:_REACH])):
        signed = _BY.fullmatch(line) if len(before.split()) < _PROSE else None
        if signed and (name := name_in(signed["who"], own)):
            yield name, kind_of(name, own), "named in a line of its own"
    split = (_PART.split(line) if len(line.split()) <= LONGEST else _BAR.split(line) for line in paper.below[:2])
    parts = (part for found in split for part in found[1:])  # behind a stop in running text a sentence begins
    foot = (line for before, line in pairwise(("", *paper.foot)) if line in paper.foot[-3:] and not _runs_on(before, line))
    running = (line for line in (*paper.margins, *paper.foot[-1:]) if len(line.split()) <= LONGEST and _RUNNING.search(line))
    split = (_EDGE.split(line) for line in running)
    edges = (
        part for found in split for part in found[1:] if headlike(DATE_TAIL.sub("", part)) and not _POINTS_ON.search(found[0])
    )
    for line in (*paper.below[:_REACH], *paper.margins, *foot, *parts, *edges):
        name = office_in(unlabelled(line), own)
        if name:
            yield name, kind_of(name, own), "an office line"
    for line in (paper.title, *paper.below[:2], *paper.above):
        if (named := HEADS.fullmatch(line.strip())) and not NO_OFFICE.search(line):
            yield named["who"], kind_of(named["who"], own), "a name with a rank heads it"


def _kind_below(lines: tuple[str, ...], own: Names) -> str:
    """The kind that the lines below a name give him ("Director / U.S. Coast and Harbor Guard"), up to whom he speaks to."""
    for line in lines[:_REACH]:
        if _BEFORE.match(line) or len(line.split()) > LONGEST:
            return ""
        if kind := kind_of(DATE_TAIL.sub("", line), own):
            return kind
    return ""


def _runs_on(before: str, line: str) -> bool:
    """Whether a line is the end of a sentence begun above it: "... call the\nAlder Field Office, duty desk."."""
    return len(before.split()) >= _PROSE and line.endswith(".") and re.search(r"[.?!:;]$", before) is None


def credited(text: str, own: Names) -> Iterable[str]:
    """The bodies that credit lines name: "Prepared by the Bureau", "Source of this paper: ..."."""
    for found in _CREDIT.finditer(text):
        line = found.group().lstrip(" .;|(_-\n\t")
        begins = not line[:1].islower() or line.startswith(("is ", "was ", "were "))
        name = name_in(without_whom(found["who"]), own) if begins else ""
        if name and not MEASURE.fullmatch(name):
            yield name


def _sworn(paper: Paper, own: Names) -> tuple[str, str, str] | None:
    """Who swears to a declaration, or answers in an interview, with the kind his rank gives, if any."""
    early = " ".join(paper.text[:_EARLY].split())
    if found := _DECLARES.search(early) or _DEPOSES.search(paper.text[:_EARLY]):
        who = found["who"].strip()
        held = next((one for one in _HOLDS.finditer(early) if _is_post(one)), None)
        titled = _OF_WHOM.search(paper.title)  # "DECLARATION OF SHERIFF ANN ROE"
        kind = (
            kind_of(who, own) or (kind_of(titled["who"], own) if titled else "") or (kind_of(held["what"], own) if held else "")
        )
        return who, kind or NOBODYS, "declares it on oath"
    if (found := _INTERVIEWED.match(_ASIDE.sub("", paper.title))) is not None:
        who = found["who"].strip()
        ours = _HOUSE_COUNSEL.search(paper.text) is not None and not ranks_outside(who)
        return who, kind_of(who, own) or (AGENCY if ours else NOBODYS), "is interviewed"
    return None


def _is_post(held: re.Match[str]) -> bool:
    """Whether what somebody says he is or does is a post: no prisoner of a jail, no sister of a deputy's."""
    if held["does"] or held["within"] or "employed" in held.group()[: held.start("what") - held.start()]:
        return True
    tie = _TIED.search(held["what"])
    is_whom = held["what"][: tie.start()] if tie else held["what"]
    return not _HELD.search(is_whom) and ((tie is not None and tie.group() in _EMPLOYS) or _RANK_HEAD.search(is_whom) is not None)


def _heard(paper: Paper, own: Names) -> Iterable[tuple[str, str, str]]:
    """Who alone makes a statement in a hearing, or whose answers a deposition takes down, with the kind their words give them."""
    short = [line.strip() for line in paper.text.split("\n") if len(line.split()) <= LONGEST]
    made = {DATE_TAIL.sub("", found["who"]).strip(" ,.:-–—") for line in short if (found := _STATED.match(line))}
    if len(made) == 1:
        below = _kind_below(paper.below, own) if _STATED.match(paper.title) else ""
        yield (who := made.pop()), kind_of(who, own) or below, "makes the statement"
    caption = any(map(_PARTY.search, (paper.title, *paper.below[:_REACH])))
    bare = not any(map(_TAKEN_DOWN.search, (paper.title, *paper.below[:_REACH])))  # pages of a transcript without its title page
    sworn = {one.who.casefold(): one.who for one in examinations(paper.text) if one.who} if caption or bare else {}
    if len(sworn) == 1:  # what stands beside "Deposition of" in a caption may be the parties
        who = _with_rank(" ".join(next(iter(sworn.values())).split()), paper.text)
        yield who, kind_of(sworn_house(paper.text), own) or kind_of(who, own) or NOBODYS, "says so on oath"
        return
    heads = "\n".join((paper.title, *paper.below[: _CAPTION if caption else 4]))
    if deponent := _DEPONENT.search(heads) or _DEPONENT.search("\n".join(paper.foot)):
        who = _TAKEN_ON.sub("", DATE_TAIL.sub("", _ASIDE.sub("", deponent["who"]))).strip(" ,.:-–—")
        who = _with_rank(who, paper.text)
        yield who, kind_of(sworn_house(paper.text), own) or kind_of(who, own), "says so on oath"


def witnesses_in(text: str) -> tuple[str, ...]:
    """Who is examined on a page, or whose deposition it heads, as printed."""
    headed = _DEPONENT.search(text[:_EARLY])
    who = (DATE_TAIL.sub("", _ASIDE.sub("", headed["who"])).strip(" ,.:-–—"),) if headed else ()
    return (*who, *(one.who for one in examinations(text) if one.who))


def _with_rank(who: str, text: str) -> str:
    """A witness with the rank that his paper gives him: "Ann Roe, Sheriff" in a running head, "Sheriff Ann Roe" above."""
    name = re.escape(who.split(",")[0]).replace("\\ ", r"\s+")
    if "," not in who and (behind := re.search(rf"(?i:\b{name}),\s(?P<rank>(?:[A-Z][\w’'-]*\s?(?:of\s)?){{1,6}})", text)):
        rank = DATE_TAIL.sub("", behind["rank"]).strip(" ,")
        return f"{who}, {rank}" if _RANK_HEAD.search(rank) else who
    last = re.escape(who.split(",")[0].split()[-1])
    before = re.search(rf"(?i:\b(?P<rank>{HEAD})\s+{name}\b)", text)
    before = before or re.search(rf"(?i:\b(?P<rank>{HEAD})\s+{last}\b)(?=,\s)", text)  # as counsel calls him
    before = None if _RANK_HEAD.search(who) else before
    return f"{before['rank']} {who}" if before and "," not in who else who


def sworn_house(text: str) -> str:
    """The rank and house that a witness gives for himself early in a text ("A. I am the Branch Chief for ..."), or ''."""
    rank = _SWORN.search(text[:_EARLY])
    if rank:
        return ", ".join(part for part in (rank["rank"], rank["house"]) if part)
    plain = _NUMBERS.sub("", text[:_EARLY])
    confirmed = (one for one in _CONFIRMED.finditer(plain) if not _HELD.search(one["who"]))
    asked = _ASKED_POST.search(plain) or next(confirmed, None)
    return " ".join(_DEALS_WITH.sub("", asked["who"]).split()) if asked else ""
