"""What immigration relief a person has or asks for: who seeks a visa as a victim, asylum or a stay tells so in confidence.

Told where the sentence or the row is about somebody; what a law or a policy says of such visas stays. The whole phrase goes with
its status: of "U visa petition pending" half would tell as much. Who says of himself that he has no papers tells it too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.patterns.private.health import SOMEBODY, sentence_at
from pipeline.patterns.private.signs import IdentifierFound

KIND = "relief"
BASIS = "tells what immigration relief a private person has or asks for"
_STATUS = (
    r"(?:pending|approved|denied|granted|filed|asked|sought|screening|screened|lodged|submitted|appealed?|signed|certified"
    r"|in\sprocess|under\sreview"
    r"|received|expired|re-?opened|withdrawn|refused|interview(?:ed)?|application|applicant|applied|petition(?:er)?"
    r"|claim(?:ant|ed)?|case|seeker|hearing|grantee"
    r"|requested|waiting|holder|status|certification|self-petition|supplement|ok|to\sfile|will\sfile)"
)
_KIND = (
    r"(?-i:[STUV])[- ]?(?:[1-6][ ])?(?:visas?|non-?immigrant)|(?-i:[UT]-[1-6])|(?-i:VAWA|TPS|SIJS?|DACA|NACARA|CAT)(?!\w)"
    r"|asylum(?:\scase)?|asylee|refugee"
    r"|withholding\sof\sremoval|cancellation\sof\sremoval|adjustment\sof\sstatus|deferred\saction|humanitarian\sparole"
    r"|stay(?=\s(?:of\s(?:removal|deportation)\b|granted|denied|asked|pending|requested|filed))(?:\sof\s(?:removal|deportation))?"
    r"|self-petition|(?-i:I-(?:914|918|929|130|140|360|589|246|601A?|485|687|751|765|821D?|881))(?:\ssupp\w*(?:\s[AB])?)?"
)
# The kind of relief, with words of its status before or behind it in the same clause.
_PHRASE = re.compile(
    rf"(?i:(?<![\w-])(?:{_STATUS}\s(?:for\s|an?\s){{0,2}})?(?:{_KIND})(?P<behind>(?:,?\s(?!and\b|but\b|who\b|when\b|because\b"
    rf"|with\b)"
    rf"(?:{_STATUS}|[\w/-]+)){{0,5}}?(?:,?\s(?:is\s|was\s|now\s)?{_STATUS}){{1,3}}(?:\s(?:before|by|at|in"
    rf"|on)\s(?:the\s)?[\w/-]+(?:\s\d{{4}})?|\s\d{{1,2}}[-/]\d{{1,2}}(?:[-/]\d{{2,4}})?)?)?(?![\w-]))"
)
# What alone says that somebody asks for it or has it.
_OWN = re.compile(
    rf"(?i:\b{_STATUS}\b|\b(?:has|have|had|got|seeks?|seeking|wants?|for|on|gave\s(?:him|her)|(?:is"
    rf"|was)(?=\s(?:an?\s)?(?:asylee|refugee)))\s(?:an?\s|the\s)?(?=(?:{_KIND})))"
)
# Who has none says so of himself or of one person: "no tengo papeles", "she has no papers"
_ONE = r"(?:(?<=\bI\s)|(?<=\bhe\s)|(?<=\bshe\s)|(?<=\bwho\s))"
_NONE = re.compile(
    r"(?i:\bno\s(?:tengo|tiene|ten[ií]a|tenemos)\s(?:papeles|documentos)\b|\b(?:estoy|est[aá]|soy|es)\s(?:sin\s(?:papeles|documentos)|indocumentad[oa])\b"
    rf"|{_ONE}(?:have|has|had)\s(?:no|never\shad|got\sno)\s(?:papers|status|documents)\b"
    rf"|(?:{_ONE}(?:am|is|was)\s|(?<=\bI)[’']m\s|(?<=\bhe)[’']s\s|(?<=\bshe)[’']s\s)(?:undocumented|(?:here\s)?illegal(?:ly)?|without\s(?:papers|status))\b(?!\s[a-z]+ing\b)"
    r"|(?:(?<=\bmy\s)|(?<=\bhis\s)|(?<=\bher\s))visa\s(?:ran\sout|(?:has\s|had\s)?expired)\b)"
)
# In a law, a policy or a count of cases it is nobody's.
_OF_NOBODY = re.compile(
    r"(?i:\b(?:any|all|every|those|persons|people|victims|applicants|immigrants|aliens|women|individuals|policy|program|agency"
    r"|eligible"
    r"|regulations?|statute|law\senforcement\sagencies|certifications\s(?:were|are)|cases)\b)"
)
# "An alien who has no status may ...": what holds of whoever it is.
_ANYBODY = re.compile(
    r"(?i:\b(?:an?|any|anyone|anybody|someone|somebody|every(?:one)?|each|no|those|one)\s(?:[a-z]+\s){0,2}?who\s)\Z"
)
_RULED = re.compile(r"(?i:\b(?:may|must|shall|can|cannot|should|will|would|if|whether)\b)")
REACH = 60  # characters before the phrase in which a verb may say that somebody has it


def relief_in(text: str, names: tuple[tuple[int, int], ...]) -> Iterator[IdentifierFound]:
    """Phrases for relief in sentences that speak of a person; `names` are spans of private names."""
    for match in _PHRASE.finditer(text):
        start, end = sentence_at(text, match.start())
        if not (match["behind"] or _OWN.search(text, max(start, match.start() - REACH), match.end())):
            continue
        named = any(start <= at < end for at, _ in names)
        if (
            named
            or _is_note(text, start, match)
            or (SOMEBODY.search(text, start, end) and not _OF_NOBODY.search(text, start, end))
        ):
            yield IdentifierFound(*match.span(), KIND, BASIS)
    yield from (IdentifierFound(*match.span(), KIND, BASIS) for match in _NONE.finditer(text) if not _of_anybody(text, match))


def _of_anybody(text: str, match: re.Match[str]) -> bool:
    """Whether a sentence without a name or "he" rules of whoever has no papers."""
    start, end = sentence_at(text, match.start())
    general = _ANYBODY.search(text, start, match.start()) is not None and _RULED.search(text, start, end) is not None
    return general and not re.search(r"(?i:\b(?:he|she|his|her|him|my|me|I)\b)", text[start:end])


def _is_note(text: str, start: int, match: re.Match[str]) -> bool:
    """Whether the sentence begins with what is asked for: "Applied for TPS in 2001", a note on whom the page is about."""
    return (
        not text[start : match.start()].strip(" -•*\t")
        and re.match(
            r"(?i:applied|asked|filed|granted|denied|has"
            r"|seeks)\b",
            match.group(),
        )
        is not None
    )


def tells_relief(cell: str) -> bool:
    """Whether a cell in somebody's row names such relief."""
    return _PHRASE.search(cell) is not None
