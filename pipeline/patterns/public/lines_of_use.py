"""Telephones named for what one calls them for, or to whose attention one does: "Query line (555) 212-1010", "Attn: Ada Roe".

Nobody has a line for queries, or is called to somebody's attention, at home.
"""

from __future__ import annotations

import re

from pipeline.patterns.names.name_forms import CAP
from pipeline.patterns.names.office_words import ORGANISATION
from pipeline.patterns.public.lines_of_offices import KIN, OWN

_NAMED = rf"(?:(?:Mr|Mrs|Ms|Dr)\.?\s)?{CAP}(?:\s(?:[A-Z]\.|{CAP})){{0,2}},"
_USE = re.compile(
    r"(?<![\w’'-])(?P<use>[A-Za-z][\w-]{2,})\s(?:line|desk)(?:\s(?:for|of)\s(?:the\s)?[a-z]+){0,2}(?:\s(?:is|stays|remains|at|on)){0,2}"
    rf"(?:\s?[:,]?\s?|\s?:\s{_NAMED}\s)\(?\Z"
)
# "Questions about the tape: call (555) 212-1010"
_ABOUT = re.compile(
    r"(?i:\b(?:questions|queries|inquiries|enquiries)\s(?:about|on|regarding|concerning)\s[a-z ]{3,40}(?:[:,]|\sto)\s"
    r"(?:please\s)?(?:(?:call|ring|phone|dial|contact)\s)?)\(?\Z"
)
# What one calls an office for, or who there answers. Whose line it is, where it ends ("Lund line", "motel desk") or of what sort
# ("cellular line", "burner line") tells of none.
_FOR = re.compile(
    r"(?i:quer(?:y|ies)|questions?|inquir(?:y|ies)|enquir(?:y|ies)|info|information|facts?|tips?|hot|help|advice|aid|legal|law|referrals?"
    r"|intake|complaints?|grievances?|comments?|feedback|suggestions?|reports?|reporting|fraud|ethics|oversight|compliance|audits?"
    r"|press|media|news|public|publicity|communications?|affairs|community|outreach|liaison|constituents?|listeners?|viewers?|readers?"
    r"|callers?|subscribers?|members?|customers?|consumers?|citizens?|veterans?|taxpayers?|service|services|support|technical|tech|status"
    r"|records?|files?|archives?|documents?|claims?|billing|accounts?|budget|finance|grants?|contracts?|contracting|procurement|payroll"
    r"|personnel|recruit(?:ing|ment)|training|policy|planning|programs?|licens(?:e|es|ing)|permits?|registration|reservations?|orders?"
    r"|bookings?|bonds?|visitation|property|custody|transport(?:ation)?|warrants?|detainers?|removals?|fingerprints?|prints?"
    r"|identification|interpreters?|translation|language|clerks?|docket|calendar|hearings?|filings?|juror|jury|witness\sservices"
    r"|duty|watch|shift|command|dispatch|operations?|operator|switchboard|reception|conference|bridge|dial-in|crisis|emergency"
    r"|non-emergency|rescue|relief|assignment|city|metro|editorial|copy|sports|photo|national|weather|traffic|tow|parking|transit)"
)
_OF_PARTY = re.compile(
    r"(?i:\b(?:sponsor|respondent|alien|applicant|beneficiary|petitioner|obligor|relative|witness|tenant|prisoner|friend|family)\b)"
)
_BEHIND = re.compile(r"\)?[,;]?\s\(?(?:Attn|ATTN|Attention)\b")
_BEFORE = re.compile(
    rf"(?:Attn|ATTN|Attention)\b[.:]?\s(?:(?:Mr|Mrs|Ms|Dr)\.?\s)?{CAP}(?:\s(?:[A-Z]\.|{CAP})){{0,2}},\s(?:(?:tel|phone|at)\b\.?\s)?\(?\Z"
)
REACH = 70


def of_use(text: str, start: int, end: int) -> bool:
    """Whether the number `text[start:end]` has such a name, and nothing before it in the line speaks of somebody's own."""
    line = text[max(text.rfind("\n", 0, start) + 1, start - 3 * REACH) : start]
    near = line[-REACH:]
    if OWN.search(near) or KIN.search(near) or _OF_PARTY.search(near):
        return False
    use = _USE.search(near)
    if use and _FOR.fullmatch(use["use"]):
        return True
    if _ABOUT.search(near):
        return True
    led = _BEFORE.search(near)
    return _BEHIND.match(text, end) is not None or (
        led is not None and ORGANISATION.search(line[: len(line) - len(led.group())]) is not None
    )
