"""Papers of those who watch or serve under the agency: they tell what it does to others, and never say "we" for it."""

from __future__ import annotations

import re
from functools import lru_cache

from pipeline.patterns.names.offices import AGENCY, Names
from pipeline.patterns.writers.parties import house_kind

# Who is served by the paper sits elsewhere: "Talking points for the Supervisors"; one for a meeting is the agency's.
_FOR_THEM = re.compile(
    r"(?i:\bfor\s(?:the|our)\s(?:[\w’'.-]+\s){0,3}?(?:supervisors|commissioners|council(?:members)?|board|mayor|governor|legislature|assembly)\b)"
    r"(?!\s(?i:meeting|hearing|briefing|visit|call|session))"
)
_HOUSE_BOARD = re.compile(r"(?i:\bboard\sof\simmigration\b|\badvisory\sboard\b|\breview\sboard\b)")
_FIRST = re.compile(r"(?i:\b(?:we|our|us)\b)")
_MYTH = re.compile(r"(?i:\bmyths?\b)")  # which are told to be answered
_HARM = (
    r"(?:tears?|tore|rips?|breaks?)\s[^.?!\n]{0,40}\bapart|(?:separates?|destroys?|terrori[sz]es|harms|hurts|endangers|betrays|divides)\s"
    r"|(?:erodes|undermines|destroys|shatters)\s(?:\w+\s){0,2}(?:trust|confidence)|(?:sweeps|rounds)\sup\b|ensnares|dragnets?"
)
_TURNED = (
    r"(?:has|have)\s(?:changed|shifted|reversed)\s(?:its|their)\s(?:story|position|answers?|mind|tune|account)"
    r"|(?:contradicts|contradicted)\sitself|(?:broke|breaks|has\sbroken)\sits\s(?:word|promises?)"
)
# Those who serve under it: deputies who hold people for the agency, a sheriff who was told something of the program.
_THEIR_MEN = r"(?:deput(?:y|ies)|jail\s(?:staff|officers)|jailers|(?:the\s)?(?:under)?sheriff|the\sjail|troopers)"


def watches(title: str, text: str, own: Names) -> bool:
    """Whether an unsigned paper speaks of an agency `own` as its watchers and helpers do, and nowhere as "we"."""
    if house_kind(own.agency) != AGENCY:
        return False
    if (served := _FOR_THEM.search(title)) and not _HOUSE_BOARD.search(served.group()):
        return True
    if _FIRST.search(text) or _MYTH.search(f"{title}\n{text}"):
        return False
    return _told(own).search(text) is not None


@lru_cache(maxsize=64)
def _told(own: Names) -> re.Pattern[str]:
    names = "|".join(re.escape(one) for one in own.agency)
    of_it = "|".join((names, *(re.escape(one) for one in own.program), r"(?i:the\s(?:program|agency))"))
    return re.compile(
        rf"(?m:^|(?<=[.!?]\s))(?:{of_it})\s(?i:{_HARM}|{_TURNED})"
        rf"|(?m:^|(?<=[.!?]\s))(?i:{_THEIR_MEN})\s(?:\w+ed|held|took|kept|gave|sent|ran|brought)\s[^.?!\n]{{0,60}}\b(?:for|to)\s(?:the\s)?(?:{names})(?!\w)"
        rf"|(?m:^|(?<=[.!?]\s))(?i:{_THEIR_MEN})\s(?i:was|were|has\sbeen|have\sbeen)\s(?i:told|asked|advised|informed|promised)\s(?i:that|by|he|she|they)\b"
    )
