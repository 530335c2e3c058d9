"""Words that say what an office, a firm or an institution is, or what somebody is there."""

from __future__ import annotations

import re

# What a person is called who does this for an office; right behind a name or on the line below it.
OFFICE = re.compile(
    r"(?i:\b(?:officer|agent|director|chief|deputy|sheriff|attorney|lawyer|executive|counsel|secretary|spokes\w+|supervis\w+"
    r"|analyst|manager"
    r"|coordinator|undersheriff|commander|investigator|advocate|prosecutor|defender|consul|ambassador|principal|teacher"
    r"|specialist|commissioner|judge|justice|senator|congress\w+|representative|mayor|governor|professor"
    r"|editor|reporter"
    r"|staff|administrator|superintendent|liaison|clerk|lieutenant|captain|sergeant|detective|inspector|major|colonel|president"
    r"|chair(?:man|woman|person)?|esq|rn|m\.?d|ph\.?d|affairs|division|branch|bureau|office|department|agency|section|unit"
    r"|association|institute|university|producer|writer|correspondent|journal|news|media|magazine|radio|television"
    r"|bloomberg|founder|foundation|ceo"
    r"|vp|vice|assistant|assoc\w*|research|medicine|science\w*|national|american|international|worldwide|relations"
    r"|policy|llp|p\.?c|inc|llc|cc|custody|ice|dhs|fbi|doj|uscis|cbp|iea|sddo|afod|fod|ero|pmo|lvn|notary|counsel(?:l)?or)\b)"
)
BUSINESS = re.compile(
    r"(?i:\b(?:cent(?:er|re)|ctr|hosp|coalition|network|project|alliance|council|church|hall|legal|aid|rights|times|post|news"
    r"|tribune|herald"
    r"|group|society|parish|library|capital|partners|bank|hotel|home|road|lane|plaza|building|floor|suite|company"
    r"|motors?|market|diner|grill|bakery|elementary|middle|high|academy|preschool|kindergarten|mobile|dental|roofing|pd|toyota"
    r"|honda|nissan|chevrolet"
    r"|chevy|hyundai|volkswagen|ford\s(?:ranger|taurus|escort|explorer|focus|fusion|f)"
    r"|assn|annex|store|restaurant|union|fund|campus|clinic|supply|storage|poultry|savings|trucking|packing|packers|foods"
    r"|dairy|towing|tow|laundry|nursery|landscaping|construction"
    r"|rentals|apartments|plumbing|wash|linen|pharmacy|interfaith|cannery|lumber|hauling|staffing|drywall|farms|orchards"
    r"|voters|league|courier|gazette|sentinel|bulletin|chronicle|recovery|park|county|city|valley|lake|river|bay|harbor|dear"
    r"|sincerely|regards"
    r"|thank|hours"
    r"|log|register|sheet|notes?|sign|privacy|waiver|visitor|caller|call|inmate|patient|hold|charge|booking|bond"
    r"|emergency|insurance"
    r"|god|bless|your|my|peace|love|family|on|pm|am|mention|copyright|transfer|reader|proof|evening|morning|new|old"
    r"|north|south|east|west|saint|great|fort|san|santa|los|las|el|el\spaso)\b)"
)
ORGANISATION = re.compile(
    r"(?i:\b(?:department|office|agency|bureau|division|court(?:house)?|university|college|school|inc|llc|llp|corp"
    r"|company|headquarters|police"
    r"|sheriff|jail|prison|detention|center|centre|ctr|hosp|building|federal|county\sof|city\sof|state\sof|county|church"
    r"|hospital|suite|room|floor"
    r"|commission|committee|association|foundation|institute|union|bank|hotel|embassy|consulate|clinic|p\.?c\.|law)\b)"
)
FIRM = re.compile(
    r"\b(?:LLC|LLP|L\.?P|Inc|Corp|Co|Ltd|P\.?C|N\.?A)\b|&|(?i:\b(?:stores?|group|bancorp|capital|partners|society|league"
    r"|library|hall|parish|museum"
    r"|district|services?|board|council|project|coalition|network|plaza|station|director|chief|sheriff|commissioner|mayor"
    r"|clerk|attorney"
    r"|superintendent|secretary|governor|senator|chairman|administrator|manager|meeting|hearing|conference|(?:funeral|nursing"
    r"|care|group)\shome)\b)"
)


def names_office(word: str) -> bool:
    """Whether the word says what an office or firm is, or what somebody is there."""
    return (OFFICE.fullmatch(word) or BUSINESS.fullmatch(word)) is not None
