"""Whose a paper is where no header says so: credit lines, office lines, marks of secrecy, and the voice it is written in.

A title says what a paper is about, never who wrote it. What outsiders print of themselves is looked for before anything that
speaks for the releasing agency, and where nothing speaks for anybody the writer stays unknown.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from pipeline.patterns.names.name_forms import personal
from pipeline.patterns.names.offices import AGENCY, NOBODYS, Names, is_named
from pipeline.patterns.openings.papers import Paper
from pipeline.patterns.openings.questions import answered_in_writing
from pipeline.patterns.writers.anothers import by_outsiders, shows_another
from pipeline.patterns.writers.chaired import chaired
from pipeline.patterns.writers.credits import PUBLISHED, printed
from pipeline.patterns.writers.origin import BRACKETED, MADE
from pipeline.patterns.writers.parties import FEDERAL_OFFICES, house_kind
from pipeline.patterns.writers.senders import ROLE
from pipeline.patterns.writers.voices import from_outside
from pipeline.patterns.writers.watchers import watches

_RESTRICTED = re.compile(
    r"(?im)^[^\n]{0,60}\b(?:for\sofficial\suse(?:\sonly)?|FOUO|law\senforcement\ssensitive|pre-?decisional|deliberative"
    r"|internal\suse(?:\sonly)?|(?:internal\s(?:note|paper|document|draft)\b)|not\sfor\s(?:public\s)?(?:distribution|release)"
    r"|for\suse\sby\s[^\n]{0,40}(?:staff|spokes\w+|officers|field))\b"
)
_PREPARED_FOR = re.compile(
    r"(?i:\bprepared\sfor\s(?:use\sby\s)?(?:the\s)?(?:(?:deputy|acting|principal)\s)*"
    r"(?:assistant\s(?:director|secretary)|(?:under)?secretary|director|front\soffice|executive\sassociate|chief\sof\sstaff|headquarters))"
)
_SERIES = re.compile(
    r"(?i:\b(?:daily|weekly|monthly|quarterly|annual|year-to-date|cumulative|fiscal\syear|FY\s?-?\d+|nationwide)\b"
    r"[^\n]{0,60}\b(?:statistics|report|metrics|data|figures|numbers|activity|summary|dashboard|sheet|status|update|interoperability)\b"
    r"|\b(?:statistics|metrics|statistical\s(?:report|summary|tables?)|deployment\s(?:status|plan|tracker|schedule)|activity\sreport)\b)"
)
_OURS = re.compile(
    r"(?i:\b(?:this|our)\s(?:agency|directorate|program\soffice|component|headquarters|bureau)\b|\bour\s(?:own\s)?(?:field\soffices?"
    r"|program|special\sagents|detention\s\w+|enforcement\sofficers|deportation\sofficers|interoperability)\b"
    r"|\b(?:questions|inquiries|media|press)\b[^.]{0,80}\b(?:directed|referred|go|sent|forwarded)\sto\s(?:the\s|our\s)?(?:office\sof\s)?"
    r"(?:public\saffairs|press\soffice|field\soffice|program\soffice)"
    r"|\bwe\s(?:(?:have|had|now|will|also)\s)*(?:deploy(?:ed)?|activated?|remov(?:e|ed)|lodged?|plan\sto\sactivate)\b)"
)
_FEWEST_PROMISES = 3  # sentences of what the agency does before talking points that name nobody are its own
_MEETING = re.compile(r"(?i:\bminutes\b|\bmeeting\b|\bagenda\b|\bproceedings\b|\bsteering\b)")
_ASK_AT = re.compile(
    r"(?i:\b(?:questions?|inquiries|comments|feedback)\b[^@\n]{0,80}?(?<![\w.+-])[\w.+-]{1,64}@(?P<domain>[\w-]+(?:\.[\w-]+)*\.(?:gov|mil)))"
)
_MINUTES = re.compile(
    r"(?i:\bminutes\b|\bproceedings\b|\b(?:regular|special|quarterly|monthly|annual|public)\s(?:meeting|session)\b)"
)
_FIRST = re.compile(r"(?i:\b(?:we|our|us)\b)")
_SENTENCE = re.compile(r"[^.?!\n]+(?:\n[^.?!\n]+)*[.?!]")


@dataclass(frozen=True, slots=True)
class Writer:
    """`name` as printed ('' where only the kind is known), `kind` one of SPEAKER_KINDS or '', and in `why` what told it."""

    name: str
    kind: str
    why: str


UNKNOWN = Writer("", "", "")


def writer_of(paper: Paper, own: Names) -> Writer:
    """Who wrote the paper, by what is printed on it, else by how it speaks of the agency `own`; UNKNOWN where neither tells."""
    named = list(printed(paper, own))
    found = _written(paper, own, named)
    post = found.kind == house_kind(own.agency)  # a bare post is that of one of the house, where the paper is the house's
    by = ((name, why) for name, _, why in named if (why == MADE and personal(name.split(",")[0])) or (why == BRACKETED and post))
    made, why = next(by, ("", ""))
    return found if found.name or not made else replace(found, name=made, why=found.why or why)


def _written(paper: Paper, own: Names, named: list[tuple[str, str, str]]) -> Writer:
    """Whom what is printed shows (`named`), or how the paper speaks."""
    told = [one for one in named if one[1]]
    if told:
        _, kind, why = told[0]
        name = next((name for name, of, _ in told if name and of == kind), "")
        return Writer(name, "" if kind == NOBODYS else kind, why)
    if chair := chaired(paper, own):
        return Writer(chair, "", "chairs the group whose minutes these are")
    heads = "\n".join((paper.title, *paper.below[:2]))
    if _MINUTES.search(heads) and (body := next((name for name, _, why in named if why == "an office heads it"), "")):
        return Writer(body, "", "a body heads its own minutes")
    if publisher := next((name for name, _, why in named if why == PUBLISHED), ""):
        return Writer(publisher, "", PUBLISHED)
    house = house_kind(own.agency)
    if watches(paper.title, paper.text, own):
        return UNKNOWN
    names = own.all if house == AGENCY else own.agency  # no program is a county's that tells of it
    if not own.agency or not is_named(f"{paper.title}\n{paper.text}", names) or by_outsiders(paper.text, own):
        return UNKNOWN
    if answered_in_writing(paper.text):  # in which others speak as well
        return UNKNOWN
    if shows_another((paper.title, *paper.above), paper.title, own):
        return UNKNOWN
    if _RESTRICTED.search("\n".join((paper.text[:1200], *paper.margins, *paper.foot))):
        return Writer("", house, "a mark of secrecy")
    if _PREPARED_FOR.search(paper.text[:1500]):
        return Writer("", house, "prepared for an officer of the agency")
    if _MEETING.search("\n".join((paper.title, *paper.below[:2]))) and _met_at(own).search(paper.text[:800]):
        return Writer("", house, "met at the agency's own office")
    if is_named(paper.title, own.program) and _ours_to_ask(paper, own):
        return Writer("", house, "an address of the agency takes further questions")
    if _OURS.search(paper.text) or _signed_by_one_of_us(paper, own):
        return Writer("", house, "speaks of the agency as its own")
    if paper.for_public and is_named("\n".join((*paper.above, paper.title)), own.all) and not from_outside(paper.text):
        return Writer("", house, "speaks to the public for the program")
    if paper.for_public and not from_outside(paper.text) and len(_promises(own).findall(paper.text)) >= _FEWEST_PROMISES:
        return Writer("", house, "says to the public what the agency does and will do")
    if _SERIES.search(paper.title) and is_named(f"{paper.title}\n{paper.text[:800]}", own.all) and not _FIRST.search(paper.text):
        return Writer("", house, "one of a series of the agency's figures")
    return UNKNOWN


def _ours_to_ask(paper: Paper, own: Names) -> bool:
    """Whether the last lines ask for questions at an address of the agency, or of the department it is of."""
    for line in paper.foot:
        for found in _ASK_AT.finditer(line):
            labels = set(found["domain"].upper().split("."))
            if labels & {one for one in own.agency if one.isupper()} or re.search(
                rf"\b(?:{FEDERAL_OFFICES})\b", found["domain"].upper()
            ):
                return True
    return False


@lru_cache(maxsize=256)
def _promises(own: Names) -> re.Pattern[str]:
    names = "|".join(re.escape(one) for one in own.agency)
    return re.compile(
        rf"(?<!\w)(?:{names})\s(?i:will|may|can|does|uses|works|plans|pays|takes|asks|issues|intends|offers|gives)\b"
    )


@lru_cache(maxsize=256)
def _met_at(own: Names) -> re.Pattern[str]:
    names = "|".join(re.escape(one) for one in own.agency)
    return re.compile(
        rf"(?<!\w)(?:{names})(?:['’]s?)?\s(?i:headquarters|HQ|conference|(?:regional|field|main)\soffice|building)\b"
    )


def _signed_by_one_of_us(paper: Paper, own: Names) -> bool:
    """Signed with a bare rank under a text whose "we" is answerable for the program."""
    if not any(ROLE.fullmatch(line.strip()) for line in paper.foot[-3:]):
        return False
    return any(_FIRST.search(one.group()) and is_named(one.group(), own.all) for one in _SENTENCE.finditer(paper.text))
