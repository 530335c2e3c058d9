"""What papers print of their writers: credits, office lines above and below the title, in a margin or at the foot."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

from pipeline.patterns.names.offices import (
    AGENCY,
    DATE_TAIL,
    LONGEST,
    NO_OFFICE,
    Names,
    is_named,
    is_office,
    is_own,
    kind_of,
    name_in,
    office_in,
)
from pipeline.patterns.openings.examined import examinations, is_asked
from pipeline.patterns.openings.headings import headlike
from pipeline.patterns.openings.occasions import without_occasion
from pipeline.patterns.openings.on_top import HEADS, MEASURE, behind_slip, jail_above, sent_from, stated_by, station_of
from pipeline.patterns.openings.papers import REACH, Paper
from pipeline.patterns.openings.questions import answered_in_writing, asked_of
from pipeline.patterns.writers.anothers import is_asker
from pipeline.patterns.writers.filings import filer
from pipeline.patterns.writers.origin import makers, unlabelled, without_whom
from pipeline.patterns.writers.parties import house_kind
from pipeline.patterns.writers.signers import is_full_name, named_at_foot, signer_of
from pipeline.patterns.writers.sworn import OF_WHOM, heard, is_taken_down, kind_below, sworn
from pipeline.records.line_numbers import line_numbers

_NAMED_FIRST = frozenset({"local", "state", "court", "congress"})  # kinds of those whose office may stand before a title's colon
_HEARS = frozenset({"congress", "court"})
_PROSE = 7  # words of a line from which on it is running text
_UNOPENED = re.compile(r"[^(\[]*[)\]]")  # the end of what a line above begins: "... Poe (Port\nPolice)"
_ASKED = 8  # lines below a title in which written answers say whose they are
_DEED = (
    r"prepared|written|compiled|produced|issued|published|released|submitted|presented|drafted|authored|recorded|taken"
    r"|transcribed|put\sout|circulated|distributed|(?<!\b[Ww]as\s)(?<!\b[Ii]s\s)(?<!\bwere\s)(?-i:Developed|DEVELOPED|Created)"
)
_WHEN = r"(?:(?:on\s)?(?:[A-Z][a-z]{2,8}\.?\s(?:\d{1,2},?\s)?(?:19|20)\d\d|\d{1,2}/\d{1,2}/(?:19|20)?\d\d),?\s)?"  # "May 9, 2011"
_SORT = (
    r"report|study|survey|brief(?:ing)?|white\spaper|publication|audit|investigation|paper|fact\s?sheet|project|product|guide|responses?"
    r"|answers|bulletin|newsletter"
)
_CREDIT = re.compile(
    rf"(?im)(?:^|[.;|(]\s|\b(?:was|is|were)\s)[\W_]*(?:(?:{_DEED})\s{_WHEN}(?:jointly\s|for\s[^\n.;:]{{3,60}}?\s)?by\s?:?"
    rf"|(?:(?:an?|this|the)\s(?:[\w-]+\s)?)?(?:{_SORT})(?:\s(?:to|for)(?:\s\w+){{1,4}})?\s(?:by|from|of)\b\s?:?"
    r"|(?:author|authors|prepared\sby|recorder|reporter|contact|media\scontact|press\scontact|contacts|office|source\sof\sthis\spaper"
    r"|respectfully\ssubmitted)\s?:|by\b|©\s?(?:\d{4})?|copyright\s(?:©\s?)?(?:\d{4})?)[ \t]*(?:\n[ \t]*)?"
    r"(?P<who>(?:the\s)?(?:U\.\s?S\.\s)?(?:[^\n.;:|]|(?<=\s[A-Z])\.){3,110})"
)
# Whoever publishes a report under his name is somebody, though nothing tells what: "A report by Marlow Boat Action".
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
# "Director's remarks at the conference"
_HIS_WORDS = re.compile(
    r"(?P<who>[A-Z][^\n]{3,60}?)(?:['’][sS]|(?<=[sS])['’])\s(?i:remarks|testimony|statement|speech|address|notes|account|log|recollections?)\b"
)
# A field of a form that tells of another than who fills it in: "Against: Guard, Dell Sub-Office".
_FIELD = re.compile(
    r"(?i:\W*(?:on(?:\sthe\s(?:call|line))?|present|others?|also(?:\spresent)?|attend\w*|in\sattendance|participants|members(?:\s\w+)?|guests?|callers?|part(?:y|ies)"
    r"|to/from|interviewee|against|respondent|involving|concerning|regarding|accused|defendant|complainant|alleged|location|place|facility|jail|where|occurred"
    r"|referred(?:\sby|\sto)?|forwarded\sto|routed\sto|copy\sto|arresting\s\w+|holding\s\w+|detained\s(?:by|at)|custody(?:\sof)?|employer|subject)\s?:)"
)
TO_WHOM = re.compile(r"(?i:\b(?:cop(?:y|ies)|cc|to|attn|distribution|distr|through|thru|info)\s?:\s*)$")  # and below it who
_EDGE = re.compile(r"\s[|•·*–—-]\s")  # "Fair Harbors - Dell Dockers' Alliance, July 2011   3", at the edge of a page
# A year, or a page's number, ends it.
_RUNNING = re.compile(r"(?:\b(?:19|20)\d\d\W*(?:(?i:page)\s)?\d{0,3}|\s(?:(?i:page)\s)?\d{1,3})\W*$")
_POINTS_ON = re.compile(r"(?i:\b(?:by|from|of|to|see|source|for)\W*$|^\W*(?:see|source|cf)\b)")  # "See the statement by - ..."
_BAR = re.compile(r"\s[|•·*]\s")
_TEAM = re.compile(r"\s[-–—|]\s(?i:(?:\w+\s){0,3}(?:team|desk|branch|unit|office|staff|division))$")  # behind a program's name
_PART = re.compile(  # no stop behind the short form of a rank: "Capt. Roe"
    r"(?<!U\.S)(?<!\b[A-Z])(?<!\b(?:Dr|Mr|Ms|Lt|St))(?<!\b(?:Maj|Sgt|Col|Cpl|Det|Dep|Hon|Rev|Gov|Sen|Rep|Mrs))(?<!\b(?:Capt|Supt|Insp|Comm))\.\s"
    r"|\s[|•·]\s"
)  # "Answers for ports | March 2010 | Office of Public Affairs"


def printed(paper: Paper, own: Names) -> Iterable[tuple[str, str, str]]:
    """(name, kind, why) of everybody the paper names as its writer, the surest first.

    Where its title names who speaks, the committee or the court before which he does is none.
    """
    speaks = OF_WHOM.search(without_occasion(paper.title, paper.text))
    who = DATE_TAIL.sub("", speaks["who"]).strip(" ,") if speaks else ""
    for one in _named(paper, own):
        if len(who.split()) < len(("Ann", "Roe")) or one[0] == who or one[1] not in _HEARS:
            yield one


def _named(paper: Paper, own: Names) -> Iterable[tuple[str, str, str]]:
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
    if is_taken_down(paper) and not answered_in_writing(paper.text):
        yield from heard(paper, own)
        return  # a court's or a committee's head stands above what others say
    if (swears := sworn(paper, own)) is not None:
        yield swears
        return
    if is_asked((paper.text,)) and (any(one.who for one in examinations(paper.text)) or line_numbers(paper.text)):
        yield from heard(paper, own)  # pages of a transcript without its title page
        return
    heads = (line for line in paper.above if headlike(line) or is_office(line))  # no title of its own, such as "Care of a county"
    above = "\n".join(line for line in heads if not NO_OFFICE.search(line))
    speaks = OF_WHOM.search(paper.title)
    if speaks:
        who = DATE_TAIL.sub("", speaks["who"]).strip(" ,")
        below = kind_below(paper.below, own) if len(who.split()) > 1 else ""  # no "Statement of Facts"
        yield who, kind_of(who, own) or below, "named in the title as who speaks"
    if not speaks or kind_of(above, own) not in ("court", "congress"):  # before whom it is said stands there
        names = (office_in(line, own) for line in paper.above)
        yield next((name for name in names if name), ""), kind_of(above, own), "stands above the title"
    yield from ((name, kind_of(name, own), "named as whom it is from") for name in sent_from((paper.title, *paper.below[:2])))
    for pattern in (_MINUTES_OF, OF_WHOM, _HIS_WORDS):
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
    elif head.casefold() in (name.casefold() for name in own.program) and _TEAM.search(paper.title):
        yield paper.title, AGENCY, "a team of the program heads it"
    house, _, about = paper.title.partition(": ")
    if about and len(house.split()) > 1 and is_office(house) and not house.isupper() and kind_of(house, own) in _NAMED_FIRST:
        yield house, kind_of(house, own), "its office stands before what it says"
    house = re.split(r"\s[-–—|/]\s", paper.title)[0]
    if house != paper.title and (is_office(house) or is_own(house, own)) and kind_of(house, own) == AGENCY:
        yield house, AGENCY, "its office stands before the title"
    for name in credited("\n".join((*paper.below[: 2 * REACH], "", *paper.foot)), own):
        yield name, kind_of(name, own), "named as its writer"
    for made in makers(paper.title, paper.below, paper.foot):
        kind = kind_of(made.name, own)
        ours = kind == house_kind(own.agency) or answered_in_writing(paper.text)
        if not (made.asked and ours):  # whom to ask of the house need not have written it
            yield made.name, kind, made.why
    if is_full_name(signs := signer_of("\n".join(paper.foot)).split(",")[0]):
        whole = signer_of("\n".join(paper.foot))
        yield whole, kind_of(whole, own), "signs below its close"
    if signs := named_at_foot(list(paper.foot)):
        yield signs, kind_of(signs, own), "signs below its last sentence"
    for before, line in pairwise(("", *paper.below[:REACH])):
        signed = _BY.fullmatch(line) if len(before.split()) < _PROSE else None
        if signed and (name := name_in(signed["who"], own)):
            yield name, kind_of(name, own), "named in a line of its own"
    split = (_PART.split(line) if len(line.split()) <= LONGEST else _BAR.split(line) for line in paper.below[:2])
    parts = (
        part for found in split if not _FIELD.match(found[0]) for part in found[1:]
    )  # behind a stop in running text a sentence begins
    foot = (line for before, line in pairwise(("", *paper.foot)) if line in paper.foot[-3:] and not _runs_on(before, line))
    running = (line for line in (*paper.margins, *paper.foot[-1:]) if len(line.split()) <= LONGEST and _RUNNING.search(line))
    split = (_EDGE.split(line) for line in running)
    edges = (
        part for found in split for part in found[1:] if headlike(DATE_TAIL.sub("", part)) and not _POINTS_ON.search(found[0])
    )
    under = (line for before, line in pairwise(("", *paper.below[:REACH])) if not TO_WHOM.search(before))
    for line in (*under, *paper.margins, *foot, *parts, *edges):
        name = "" if _FIELD.match(line) or _UNOPENED.match(line) else office_in(unlabelled(line), own)
        if name:
            yield name, kind_of(name, own), "an office line"
    for line in (paper.title, *paper.below[:2], *paper.above):
        if (named := HEADS.fullmatch(line.strip())) and not NO_OFFICE.search(line):
            yield named["who"], kind_of(named["who"], own), "a name with a rank heads it"


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
