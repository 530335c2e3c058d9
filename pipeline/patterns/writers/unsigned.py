"""Whose an unsigned paper is: of a sort that agencies make, in an agency's own production, it is that agency's own.

Only where nothing on it shows another's hand: an office of somebody else in its head, margin or foot, a name beside its day, an
address outside government, a by-line, a meeting's heading, or the voice of those who look at the agency from outside.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from pipeline.patterns.days.dates import dates_in
from pipeline.patterns.names.offices import RELEASED, ROOM, Names, is_named, is_office, kind_of, program_letters
from pipeline.patterns.openings.occasions import INWARD, without_occasion
from pipeline.patterns.openings.papers import Paper
from pipeline.patterns.openings.questions import answered_in_writing, answers_in, asked_of
from pipeline.patterns.writers.anothers import by_outsiders, is_asker, is_away, parts_of, shows_another, speaks_for_another
from pipeline.patterns.writers.credits import TO_WHOM, credited
from pipeline.patterns.writers.origin import makers, unlabelled
from pipeline.patterns.writers.parties import house_kind
from pipeline.patterns.writers.senders import bare_rank, is_withheld
from pipeline.patterns.writers.voices import from_inside, from_outside
from pipeline.patterns.writers.watchers import watches

_SORTS = re.compile(
    r"(?i:\bfact\s?sheets?\b|\bFAQs?\b|\bfrequently\sasked\b|\bquestions\s(?:and|&)\sanswers\b|\bQ\s?(?:&|and)\s?As?\b|\btalking\spoints\b"
    r"|\bif\sasked\b|\bquestions?\sfor\sthe\srecord\b|\bQFRs?\b|\b(?:daily|weekly|monthly|quarterly|annual|year[\s-]end|end[\s-]of[\s-]year|status"
    r"|activity|situation|after[\s-]action)\s(?:\w+\s)?(?:reports?|updates?|summar(?:y|ies)|figures|numbers|statistics|data|roll-?up|highlights)\b"
    r"|\bstatistics\b|\bmetrics\b|\bscorecard\b|\bdashboard\b|\bstandard\soperating\sprocedures?\b|\bSOP\b|\boperating\s(?:manual|instructions)\b"
    r"|\bslides?\b|\bbriefing\b|\bone-?pager\b|\bbackgrounder\b|\bdeployment\s(?:status|plan|schedule|tracker)\b|\bmyths?\b|\bbrochure\b"
    r"|\b(?:mon|tues|wednes|thurs|fri)day\s(?:notes?|report|update|sheet|memo|bulletin|round-?up)\b"
    r"|\bmuster\snotes\b|\bduty\slog\b|\b(?:daily|weekly|monthly)[\s/|–—-]+(?=w/e\b|week\b|\d)|\btalkers\b)"
)
_FOR_PUBLIC = re.compile(
    r"(?i:\bfact\s?sheets?\b|\bFAQs?\b|\bfrequently\sasked\b|\bquestions\sand\sanswers\b|\bmyths?\b|\bbrochure\b)"
)
_OF_ITSELF = frozenset({"talking-points", "slides"})  # kinds that an agency makes whatever their heading says
_MADE = frozenset({"report", "table", "other", "form", "chronology"}) | _OF_ITSELF
_WEEKLY = re.compile(
    r"(?i:\s(?:daily|(?:bi-?)?weekly|monthly|quarterly)(?:\W{1,3}(?:(?:no|number|issue|vol)\b\.?|\#)\s?\d+.*)?\W*$)"
)
_INTERNAL = re.compile(r"(?i:[(\[]\s?internal(?:\suse(?:\sonly)?)?\s?[)\]])")
_PREPARED_FOR = re.compile(
    r"\W*(?i:prepared|compiled|produced|drawn\sup|run|made)\s(?i:for)\s(?:(?i:the)\s)?(?P<who>[A-Z][^\n.;,(]{2,60}?)"
    r"(?=\s(?i:at|by|on|in|from|upon|ahead|before)\b|[.;,(]|$)"
)
# By which the federal government counts, and hardly a State or county.
_FEDERAL_YEAR = re.compile(
    r"(?i:\b(?:oct(?:ober)?\.?\s1,?\s(?:19|20)?\d\d|10/0?1/(?:19|20)?\d\d)\s?(?:[-–—]|to|through|thru)\s?(?:sep(?:t|tember)?\.?\s30|0?9/30/))"
)
_OF_ANOTHER_YEAR = re.compile(
    r"(?i:(?<!\bby\s)\b(?:jails?|prisons?|sheriff\w*|states?|count(?:y|ies)|cit(?:y|ies)|budget|police|parish|school|courts?)\b)"
)
_HEARD = re.compile(
    r"(?i:\b(?:minutes|agenda|proceedings|deposition|transcript|testimony|affidavit|declaration|plaintiffs?|defendants?|resolution|ordinance"
    r"|petition|complaint|newsletter|survey|study|white\spaper|open\sletter|know\syour\srights)\b)"
)
_STRANGER = re.compile(
    r"(?i:\bto\swhom\sit\smay\sconcern\b|^\W*dear\s(?:sir|madam|ma'am|officer|director|friends)\b|\bI\sam\s(?:an?\s)?(?:citizen|immigrant|taxpayer|voter)\b"
    r"|\bplease\shelp\b|\byour\s(?:web\s?site|agency|people|agents)\b)"
)
# So speak those whom a program is run upon, not those who run it: they ask to be let off, or tell what they were told of it.
_WE = r"(?:we|I|our\s(?:office|agency|department|\w+\soffice))"
_LET_OFF = (
    r"(?:opt(?:ing)?[\s-]out|declin(?:e|ing)|withdraw\w*|refus(?:e|ing)|leav(?:e|ing)\s(?:the\sprogram|it)"
    r"|not\s(?:to\s)?(?:take\spart|participate|join))"
)
_SUBJECT_TO_IT = re.compile(
    rf"(?i:\b{_WE}\s(?:also\s|still\s|now\s)?(?:(?:would|['’]d)\slike|want(?:ed)?|wish(?:ed)?|intend|prefer|(?:have\s)?(?:decided|chosen|voted|elected))\s(?:to\s)?"
    rf"(?:be\sable\sto\s)?{_LET_OFF}"
    rf"|\b(?:we|I)\s(?:were|was|have\sbeen|had\sbeen)\s(?:told|advised|informed|assured)\b[^.?!]{{0,60}}\b(?:we|I)\s\w+(?:\snot)?\s{_LET_OFF}"
    rf"|\b{_WE}\s(?:will|do|can|shall)\s?(?:not|no\slonger)\s(?:be\s)?(?:honor(?:ing)?|accept(?:ing)?)\s(?:any\s(?:of\s)?)?your\b"
    r"|\byour\s(?:detainers?|holds?)\b|\b(?:honor|under|comply\swith)\syour\s\w+"
    r"|\b(?:I|we)\s(?:run|operate|manage|command|supervise)\s(?:the|a|our|this)\s(?:\w+\s){0,2}(?:jail|lock-?up|county|city|town|sheriff)\b"
    r"|\b(?:as|(?:we|I)\s(?:are|am)|we['’]re|I['’]m)\san?\s(?:\w+\s){0,2}(?:county|city|town|sheriff|jail|police\s(?:department|chief|agency))\b)"
)
_TO_US = re.compile(
    r"(?i:\b(?:since|because\sof|about|of|with|under|by|ask(?:ing)?)\syour\s(?:\w+\s)?(?:program|agency|agents|raids|policy)\b)"
)
_SOURCE = re.compile(
    r"(?i:\b(?:source|prepared\sby|produced\sby|generated\sby))\s?:\s*"
    r"(?P<who>[A-Z][\w&./’' -]{1,60}?)(?=\s{2,}|\s[|•–—-]\s|$|\s\w+:|\s(?i:printed|as\sof|run)\b)"
)
_LETTERS = re.compile(r"[A-Z][A-Z&/-]{2,8}")
# "Written by Ann Roe for the Dell Chamber of Commerce", and no "Office for Ports".
_FOR_OTHERS = re.compile(r"(?<!\bOffice)(?<!\bCenter)(?<!\bBureau)\sfor\s(?:the\s)?[A-Z]")
_FIGURES = re.compile(r"(?m)^[^\w\n]{0,20}[A-Za-z][^\n.;]{2,50}?(?:\s{1,30}+\(?\d[\d,.]{0,20}+%?\)?){2,}[^\S\n]*$")
_HEAD, _FOOT = 8, 4  # lines


def has_figures(text: str) -> bool:
    """Whether some lines of a paper are rows of figures."""
    return len(_FIGURES.findall(text)) > 1


def whose(kind: str, paper: Paper, own: Names) -> str:
    """The kind of the releasing house where an unsigned paper of this document kind is its own by default; else ''."""
    if not own.agency or kind not in _MADE or _of_another_house(_answerer(paper), own):
        return ""
    head = (paper.title, *paper.above, *paper.below)[: _HEAD + 1]
    top = "\n".join(head)
    named = is_named(f"{paper.title}\n{paper.text}", own.all)
    marked = answered_in_writing(paper.text) or _SORTS.search(top) or INWARD.search(f"{top}\n{paper.text[:600]}")
    made = tuple(one for one in makers(paper.title, paper.below, paper.foot) if not one.asked)
    told = any(one.posted and kind_of(one.name, own) in ("", house_kind(own.agency)) for one in made)
    sort = kind in _OF_ITSELF or marked or (kind == "table" and named) or told or bool(office_of(paper, own, persons=False))
    federal = is_named(top, own.all) or not _OF_ANOTHER_YEAR.search(paper.title)  # some States count so too
    counted = federal and _FEDERAL_YEAR.search(top) is not None and has_figures(paper.text)
    inside = is_named(paper.title, own.program) and _INTERNAL.search(paper.title)
    sort = sort or inside or _comes_weekly(paper, own) or _for_us(head, own) or counted
    if not sort or _HEARD.search("\n".join(line for line in head if not line.endswith(("?", ".", ",", ";")))):
        return ""
    if not marked and kind not in _OF_ITSELF and _TO_US.search(paper.text):
        return ""
    for_others = any(_FOR_OTHERS.search(one.name) and not is_named(one.name, own.all) for one in made)
    return "" if for_others or by_another(paper, own) else house_kind(own.agency)


def _comes_weekly(paper: Paper, own: Names) -> bool:
    """Whether the title is that of a numbered weekly which an office puts out, or which speaks of the house from inside."""
    found = _WEEKLY.search(paper.title)
    head = paper.title[: found.start()] if found else ""
    return found is not None and (is_office(head) or head in program_letters(own) or from_inside(paper.text))


def _for_us(head: Iterable[str], own: Names) -> bool:
    """Whether the head says that the paper was prepared for somebody of the house: "Prepared for the Assistant Director"."""
    made = (found["who"].strip() for line in head if (found := _PREPARED_FOR.match(line)))
    return any(kind_of(who, own) == house_kind(own.agency) or (bare_rank(who) and " of " not in who) for who in made)


def by_another(paper: Paper, own: Names) -> bool:
    """Whether a paper shows another's hand: in how it speaks, for whom it is made, or in its head, margins and foot."""
    written = answered_in_writing(paper.text)
    said = answers_in(paper.text) if written else paper.text
    if by_outsiders(said, own) or speaks_for_another(said, own) or watches(paper.title, said, own):
        return True
    title = without_occasion(paper.title, paper.text)
    head = (title, *paper.above, *paper.below)[: _HEAD + 1]
    foot = tuple(line for line in paper.foot[-_FOOT:] if line != paper.title)
    lines = (*head, *paper.margins, *foot)
    # Who asked prints the answers too: "Serial No. 9, Subcommittee print".
    return shows_another((line for line in lines if not (written and is_asker(line))), title, own)


def made_for_public(paper: Paper) -> bool:
    """Whether a paper's heading says that it is for the public, and no mark keeps it in the house."""
    head = "\n".join((paper.title, *paper.above, *paper.below)[:_HEAD])
    return _FOR_PUBLIC.search(head) is not None and INWARD.search(f"{head}\n{paper.text[:600]}") is None


def office_of(paper: Paper, own: Names, persons: bool = True) -> str:
    """Who made a paper, though nothing tells of which house he is; the office without a house that its head names, or the
    source of its figures: "Source: IIDS"."""
    if who := _answerer(paper):
        return who
    for made in makers(paper.title, paper.below, paper.foot):
        if made.name and not made.asked and (persons or made.posted) and kind_of(made.name, own) in ("", house_kind(own.agency)):
            return made.name
    for name in credited("\n".join((*paper.below[:_HEAD], "", *paper.foot)), own):
        if kind_of(name, own) in ("", house_kind(own.agency)):
            return name
    lines = (*paper.above, *paper.below)[:_HEAD]
    head = [line for before, line in pairwise(("", *lines)) if not TO_WHOM.search(before)]
    for line in (one for one in head if not (RELEASED.search(one) or ROOM.search(one))):
        if (
            (found := _SOURCE.search(line))
            and (who := found["who"].strip(" .,-"))
            and (_LETTERS.fullmatch(who) or is_office(who))
        ):
            return who
        for part in parts_of(unlabelled(line)):
            if is_office(part, by_head=True) and kind_of(part, own) in ("", house_kind(own.agency)) and not dates_in(part):
                return part
    return ""


def _answerer(paper: Paper) -> str:
    """Who answers, by the head of answers in writing; '' where nobody is named there, or nothing is answered."""
    who = asked_of((paper.title, *paper.below[:_HEAD])) if answered_in_writing(paper.text) else ""
    return re.sub(r"^(?i:the)\s", "", who)


def _of_another_house(who: str, own: Names) -> bool:
    """Whether whoever answers may be another's: more than a post stands behind the name, and it is not of this house."""
    post = who.partition(",")[2].strip()
    return post != "" and kind_of(who, own) != house_kind(own.agency) and not bare_rank(post)


def is_among_us(sender: str, people: Iterable[str], text: str, own: Names) -> bool:
    """Whether a mail whose sender is withheld is one of the house's own staff to another: nobody else is named in its head, and
    it does not speak as strangers do."""
    if not own.agency or not is_withheld(sender) or not sender.strip() or is_away(sender, own):
        return False
    if any(is_away(one, own) or kind_of(one, own) not in (house_kind(own.agency), "") for one in people):
        return False
    strange = from_outside(text, bare_rank(sender)) or _STRANGER.search(text) or _SUBJECT_TO_IT.search(text)
    return not (strange or speaks_for_another(text, own))
