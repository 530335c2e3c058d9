"""How a mail speaks: as one of the house does to another, or as those do who write to it from outside."""

from __future__ import annotations

import re

_INSIDE = re.compile(
    r"(?i:^\W*(?:colleagues|team)\b|\bour\s(?:guidance|slides?|position|field\soffices?|outreach|talking\spoints|line|website|web\ssite"
    r"|fact\ssheet|message|deployment|program|own\s\w+)\b|\bfront\soffice\b|\bHQ\b|\bheadquarters\b|\bthe\sHill\b"
    r"|\bpublic\saffairs\b|\b(?:team|shared)\s(?:site|drive|folder|calendar)\b|\b(?:not|outside)\s(?:of\s)?my\s(?:department|lane)\b"
    r"|\b(?:hearing|briefing)\s(?:book|binder)\b|\bline\sto\stake\b"
    r"|\bwe\s?(?:(?:have|had|['’]ve|will|also|already|just|now)\s)*(?:deployed|activated|activate|removed|lodged|switched\son)\b)"
)
# What is said only among people of one house: whom it must not leave, and where they keep their papers.
_AMONG_US = re.compile(
    r"(?i:\boutside\s(?:of\s)?(?:the|this|our)\s(?:branch|office|agency|unit|division|team|program|building|bureau)\b"
    r"|\b(?:do\snot|don['’]t|not\sto|never)\s(?:[\w'’]+\s){0,2}(?:put|send|share|circulate|forward|give|hand|say|tell|release)\b[^.?!]{0,60}"
    r"\b(?:in\swriting|to\s(?:the\s)?(?:county|counties|sheriffs?|states?|press|reporters?|media|board|anybody|anyone)|opt\sout)\b"
    r"|\b(?:team|shared)\s(?:site|drive|folder)\b|\b(?:hearing|briefing)\s(?:book|binder)\b|\bhold\b[^.?!]{0,30}\bclose\b|\bclose\shold\b"
    r"|\b(?:what|how)\s(?:do|should|can|shall)\swe\s(?:say|tell|answer|respond|reply)\b|\b(?:our|the)\sline\s(?:for\stoday|on\sthis|is|to\s(?:take|use))\b"
    r"|\bif\s(?:(?:he|she|they|anyone|anybody|you\sare|you['’]re)\s)?(?:pressed|pushed|asked|asks?|push(?:es)?|press(?:es)?)[,:]?\s(?:\w+\s)?(?:say|tell|answer)\b"
    r"|\bkeep\sthis\s(?:internal|close|between\sus|in\s(?:the\s)?house)\b|\bfront\soffice\b|\binternal\suse\sonly\b)"
)
# Said by strangers, but by one of the house too who names his rank: to another office, or of his home.
_MAYBE_OUTSIDE = re.compile(
    r"(?i:\byour\s(?:own\s)?(?:staff|officers?|agents?|field\soffices?|people)\b|\bmy\s(?:husband|wife|son|daughter|brother|father|mother)\b)"
)
_OUTSIDE = re.compile(
    r"(?i:\byour\s(?:own\s)?(?:agency|program|department|bureau|directorate|website)\b"
    r"|\bour\s(?:own\s)?(?:count(?:y|ies)|jails?|city|town|parish|deputies|sheriff|state|governor|legislature|board|booking\s\w+|clients?"
    r"|members?|readers|viewers|newsroom|newspaper|editors?|company|firm|product|software|contract|proposal|customers?|quote|invoice"
    r"|constituents?|students|congregation|community|police|officers\son\sthe\sstreet)\b"
    r"|\bmy\s(?:client|boss|county|sheriff|members|editor|deadline|story|constituents?)\b"
    r"|\bon\sbehalf\sof\b|\bI\sam\s(?:an?|the)\s(?:resident|attorney|lawyer|reporter|constituent|student|citizen)\b"
    r"|\bI\s(?:am\swriting|represent|write\sto\s(?:ask|request|complain))\b|\bwe\s(?:hereby\s)?request\b|\bpublic\srecords\srequest\b)"
)
# Those whose rank alone puts them elsewhere, though no house is named.
_OUTSIDE_RANK = re.compile(
    r"(?i:\b(?:jails?|undersheriff|chief\sdeputy|county|city|town|warden|clerk|commissioners?|council\w*|alderman|captain|sergeant|reporter"
    r"|editor|producer|correspondent|professor|pastor|constituent|resident|complainant|legislative\s(?:assistant|aide|director|correspondent)"
    r"|caseworker|lieutenant|dispatcher|booking|records\s(?:manager|clerk)|account\s(?:manager|executive)|sales|customer|legal\sdirector"
    r"|staff\sattorney|organi[sz]er|president|pastor|student|vendor|incorporated|inc|llc|corp|ltd|company|firm|solutions|systems,?\sinc|biometrics|attorney\sgeneral|governor"
    r"|senator|representative|state\s(?:bureau|police|patrol)|identification\sbureau)\b)"
)


def from_inside(text: str, ranked: bool = False) -> bool:
    """Whether a mail speaks of the house as one of its own does, and nowhere as a stranger to it (see `from_outside`)."""
    return _INSIDE.search(text) is not None and not from_outside(text, ranked)


def among_us(text: str) -> bool:
    """Whether a mail says what is said to people of one's own house only."""
    return _AMONG_US.search(text) is not None


def from_outside(text: str, ranked: bool = False) -> bool:
    """Whether a mail speaks as those do who write to a house they do not belong to. `ranked`: its sender names his rank."""
    return _OUTSIDE.search(text) is not None or (not ranked and _MAYBE_OUTSIDE.search(text) is not None)


def ranks_outside(name: str) -> bool:
    """Whether a rank without a house is that of people elsewhere: a jail administrator, a reporter, a vendor."""
    return _OUTSIDE_RANK.search(name) is not None
