"""What stands beside a name: the role of a person, the state of a county or city, the sort of office or place."""

from __future__ import annotations

import re

HEAD = (
    r"(?:Director|Sheriff|Secretary|Commissioner|Chief|Manager|Officer|Counsel|Adviser|Advisor|Analyst|Administrator|Attorney"
    r"|Agent|Coordinator|Specialist|Superintendent|Governor|Mayor|Senator|Representative|Judge|Ambassador|Supervisor|President"
    r"|Chairman|Chairwoman|Chair|Spokesman|Spokeswoman|Spokesperson|Liaison|Lieutenant|Captain|Major|Colonel|Deputy|Assistant)"
)
_RANK = (
    r"(?:(?:Acting|Deputy|Assistant|Associate|Senior|Executive|Special|Supervisory|Principal|Under|Unit|Branch|Section|Field"
    r"|General|Program|Legal|Press|Public|Affairs|County|State|Attorney)\s)"
)
_BEFORE = re.compile(rf"(?P<role>{_RANK}{{0,4}}{HEAD}(?:\sGeneral)?)\s(?:Mr|Ms|Mrs|Dr)?\.?\s?$")
_AFTER = re.compile(
    rf"\A,?\s?(?:\([^)\n]{{2,20}}\))?,\s(?P<role>(?:the\s)?{_RANK}{{0,4}}{HEAD}(?:\sGeneral)?"
    r"(?:\s(?:of|for)\s(?:the\s)?[A-Z][\w&]+(?:\s(?:(?:and|of)\s)?[A-Z][\w&]+){0,4})?)"
)
_STATES = """
    alabama alaska arizona arkansas california colorado connecticut delaware florida georgia hawaii idaho illinois indiana iowa
    kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana nebraska nevada
    new-hampshire new-jersey new-mexico new-york north-carolina north-dakota ohio oklahoma oregon pennsylvania rhode-island
    south-carolina south-dakota tennessee texas utah vermont virginia washington west-virginia wisconsin wyoming
    puerto-rico guam
"""
STATES = frozenset(name.replace("-", " ") for name in _STATES.split())
_POSTAL_CODES = """
    AL alabama AK alaska AZ arizona AR arkansas CA california CO colorado CT connecticut DE delaware FL florida GA georgia
    HI hawaii
    ID idaho IL illinois IN indiana IA iowa KS kansas KY kentucky LA louisiana ME maine MD maryland MA massachusetts MI michigan
    MN minnesota MS mississippi MO missouri MT montana NE nebraska NV nevada NH new-hampshire NJ new-jersey NM new-mexico
    NY new-york NC north-carolina ND north-dakota OH ohio OK oklahoma OR oregon PA pennsylvania RI rhode-island SC south-carolina
    SD south-dakota TN tennessee TX texas UT utah VT vermont VA virginia WA washington WV west-virginia WI wisconsin WY wyoming
"""
_POSTAL = dict(zip(_POSTAL_CODES.split()[::2], (name.replace("-", " ") for name in _POSTAL_CODES.split()[1::2]), strict=True))
_NEXT = re.compile(r"\A,\s(?P<state>[A-Z]{2}\b|[A-Z][a-z]+(?:\s[A-Z][a-z]+)?)")
_SORTS: tuple[tuple[str, str, re.Pattern[str]], ...] = (
    ("office", "court", re.compile(r"\bcourt\b|\bjudiciary\b")),
    (
        "office",
        "legislature",
        re.compile(r"\b(?:sub)?committee\b|\bcongress\b|\bsenate\b|\bhouse of\b|\blegislature\b"),
    ),
    ("office", "local-agency", re.compile(r"\bsheriff|\bpolice\b|\bcounty\b|\bcity of\b")),
    (
        "office",
        "agency",
        re.compile(r"\bdepartment\b|\bagency\b|\bbureau\b|\badministration\b|\benforcement\b|\bcommission\b|\bservices?\b"),
    ),
    ("place", "county", re.compile(r"\b(?:county|parish|borough)\b")),
    ("place", "city", re.compile(r"\b(?:city|town|village|township) of\b")),
)


def role_beside(text: str, start: int, end: int) -> str:
    """The role printed right before or right after the person named at `text[start:end]`, on one line, or ''."""
    after = _AFTER.match(text[end : end + 120])
    if after:
        return re.sub(r"^the\s", "", " ".join(after["role"].split()))
    before = _BEFORE.search(text[max(0, start - 80) : start])
    return " ".join(before["role"].split()) if before else ""


def parent_beside(text: str, start: int, end: int) -> str:
    """The state printed after the county or city named at `text[start:end]` ("Marlow County, Ohio"), in lower case, or ''."""
    match = _NEXT.match(text[end : end + 40])
    if match is None:
        return ""
    name = _POSTAL.get(match["state"], match["state"].casefold())
    return name if name in STATES else ""


def sort_of(kind: str, name: str) -> str:
    """What an office or place is, from its normal name: court, legislature, agency, state, county ...; else `kind`."""
    if kind == "place" and (name in STATES or re.fullmatch(r"(?:state|commonwealth) of .+", name)):
        return "state"
    return next((sort for of, sort, pattern in _SORTS if of == kind and pattern.search(name)), kind)
