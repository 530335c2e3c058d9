"""The posts that a page prints beside names: "Roe, Jane (FOD)", "Jane Roe, Director, Fee Office", "Harbor Guard spokesman Roe".

What stands beside a name must be a post, and its own words must tell whose: a rank alone is many people's. Words that show a
private person ("Jane Roe, a roofer") are kept too, as they speak against anybody of that name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise, zip_longest

from pipeline.patterns.names.name_forms import personal
from pipeline.patterns.names.offices import AGENCY, NOBODYS, Names, is_named, is_office, is_own, kind_of
from pipeline.patterns.names.person_names import COURTESY, FULL, LOUD_FULL, REVERSED, WORD, Name, name_of
from pipeline.patterns.public.contact_lists import in_lists
from pipeline.patterns.public.openly import RANK
from pipeline.patterns.writers.letterhead_people import in_letterhead
from pipeline.patterns.writers.met_at import met_at

# Ranks of the federal officers who arrest and hold, as they sign and as mail lists them.
_CODES = r"A?FOD|DFOD|SDDO|SIEA|SSA|SAC|ASAC|RAC|AFODs?|IEA"
_RANKED = re.compile(
    rf"(?i:\b(?:{RANK}|staff\swriter|correspondent|columnist|member|director|head|lead|counsel))|\b(?:{_CODES})\b"
)
_CODED = re.compile(rf"\b(?:{_CODES})\b")
_PERSON = rf"(?:{REVERSED}|{FULL}|{LOUD_FULL})"
_SOMEBODY = rf"(?:{_PERSON}|{COURTESY}\s{WORD})"
_ANYBODY = re.compile(rf"(?<![\w’'-])(?=(?P<name>{_PERSON})(?![\w’'-]))")  # "Supervisor Jane Roe" is "Jane Roe" too
_GOES_ON = re.compile(r"[A-Z][\w.’'-]*[ ]\Z|[ ][A-Z][a-z]")
_INITIAL = re.compile(r"[A-Z]\.")
_GIVEN_BEFORE = re.compile(rf"(?:\b[A-Z]\.|\b(?!(?i:{RANK})\s$)[A-Z][a-z]{{2,}})\s?$")
_BRACKETED = re.compile(rf"(?<![\w’'-])(?P<name>{_SOMEBODY})\s?[(\[](?P<post>[A-Z][^()\[\]\n█]{{1,60}})[)\]]")
_BEHIND = re.compile(
    rf"(?<![\w’'-])(?P<name>{FULL}|{LOUD_FULL}|{COURTESY}\s{WORD}),\s(?=(?P<post>(?:U\.\s?S\.|[^.;:()█]){{3,120}}))"
)
_NOUNS = (
    r"(?:the|an?|acting|deputy|assistant|associate|senior|executive|regional|district|field|area|office|press|public|affairs|media"
    r"|news|county|city|state|federal|immigration|agency|program|legal|jail|police|unit|branch|chief)"
)
_BEFORE = re.compile(
    rf"(?<![\w’'-])(?P<post>(?:(?:[A-Z][\w’'&-]*(?:\.[A-Z]\.?)*|(?i:{_NOUNS})(?:[’']s)?)[ \n]){{0,5}}?(?i:{RANK}))"
    rf"(?P<joint>,?[ \n])(?P<name>{FULL}|{WORD})(?![\w’'-]|[ ](?i:{RANK}))"
)
_FOR_HOUSE = re.compile(
    rf"(?<![\w’'-])(?P<post>(?i:{RANK})[ \n](?:for|of|at|with)[ \n](?:the[ \n])?(?:U\.[ ]?S\.[ \n])?[\w’' \n&-]{{2,60}}),[ \n]"
    rf"(?P<name>{FULL})(?![\w’'-])"
)
_WITH = re.compile(
    rf"(?<![\w’'-])(?P<name>{FULL}|{COURTESY}\s{WORD}),?\s(?:of|from|with|for)\s(?:the\s)?(?P<house>[A-Z][\w.&-]*(?:\s(?:(?:of|and|for)\s)?[A-Z][\w.&-]*){{0,5}})"
)
_ADDRESS = re.compile(r"(?<![\w.+-])(?P<local>[A-Za-z]+[._][A-Za-z]+(?:[._][A-Za-z]+)?)@(?P<domain>[A-Za-z][\w-]*(?:\.[\w-]+)+)")
_FOR = re.compile(
    r"(?m)(?:^\W*(?:[Ff]or|FOR|On behalf of)|(?:^\W*|[.;]\s)[Ff]rom)\s(?:the\s)?"
    r"(?P<house>(?:U\.\s?S\.\s)?[A-Z][^\n:.;]{1,70}):(?P<rest>[^\n]*)$"
)
_ALONE = re.compile(
    rf"(?m)^[ \t]*(?:(?:By|BY|/s/|Name|From|FROM):?[ \t]*){{0,2}}(?:{COURTESY}\s)?(?P<name>{FULL}|{LOUD_FULL})"
    r"(?:,\s(?:Jr|Sr|Esq)\.?)?[ \t]*$"
)
_PRIVATE = re.compile(r"(?:a|an|his|her|whose|\d{1,2})\b(?!\s[A-Z])")
_SHORT = re.compile(r"(?<![\w’'-])[A-Z][A-Z!1|0-]{1,6}(?![\w’'])")
_FORMER = re.compile(r"(?i:\b(?:former|ex|late|retired|then|nominee|candidate)\b)")
_SERVING, _SERVES = re.compile(r"(?i:\b(?:coordinator|liaison)\b)"), re.compile(r"\s(?:for|to|in|with)\s")
_GENERIC = re.compile(r"(?i:\b(?:the|an?|of|bureau|department|office|division|directorate)\b)")
_LABELLED = re.compile(r"\s*[A-Z][^:\n]{1,60}:(?:\s|$)")  # a line with a field of its own, such as a side of a suit
_FULL = 45  # letters of a line that is full
_STEP = 3  # lines that a post may take below a name that stands alone
_WORDS = 9  # of a post between two commas
_BLOCK = 400  # characters that the lines below a name, or a side's signatures, may take
_REACH = 80  # characters before a rank in which the name of its house may begin


@dataclass(frozen=True, slots=True)
class PostFound:
    """A name with the kind that the post beside it tells; `short`: letters of a house that other papers must explain."""

    name: Name
    kind: str
    printed: str
    short: str = ""


def posts_on(text: str, own: Names) -> Iterator[PostFound]:
    """Every name on the page beside which a post or a private description stands."""
    houses = {name.casefold() for name in own.all}
    yield from (one for one in _found_on(text, own) if f"{one.name.given} {one.name.surname}" not in houses)


def _found_on(text: str, own: Names) -> Iterator[PostFound]:
    flowing = _flowing(text)
    for found in _BRACKETED.finditer(flowing):
        yield from _made(found["name"], found["post"], found.group(), own)
    for found in _BEHIND.finditer(flowing):
        yield from _behind(found, own)
    for found in _BEFORE.finditer(flowing):
        yield from _before(found, flowing, own)
    for found in _FOR_HOUSE.finditer(flowing):
        yield from _made(found["name"], found["post"], found.group(), own)
    for found in _WITH.finditer(flowing):
        house = found["house"]
        kind = kind_of(house, own)
        if kind and (kind == AGENCY or is_office(house)) and not re.search(r"(?i:\bcounty|city|town|parish)$", house):
            yield from _named(found["name"], kind, found.group())
    for found in _ADDRESS.finditer(text):
        if kind := _of_domain(found["domain"], own):
            parts = [part.title() for part in re.split(r"[._]", found["local"])]
            yield from _named(" ".join((parts[0], parts[-1])), kind, found.group())
    yield from _signed(text, own)
    for name, kind, printed in (*in_letterhead(text, own), *met_at(flowing, own), *in_lists(text, own)):
        yield from _named(name, kind, printed)
    yield from _sides(text, own)


def posted(text: str, own: Names) -> Iterator[tuple[str, str]]:
    """(given name and surname in order of the alphabet, kind) of everybody whose party a page prints beside a full name."""
    for one in posts_on(text, own):
        if len(one.name.given) > 1 and one.kind not in ("", NOBODYS):
            yield joined(one.name), one.kind


def joined(name: Name) -> str:
    """A full name as mails are joined by it."""
    return " ".join(sorted((name.given, name.surname)))


def names_on(text: str) -> Iterator[Name]:
    """Every full name on the page, with or without a post, as far as words in capitals tell."""
    used = set(re.findall(r"\b[a-z]{2,}\b", text))
    text = _flowing(text)
    for found in _ANYBODY.finditer(text):
        printed = found["name"]
        if _INITIAL.match(printed) and _GIVEN_BEFORE.search(text[: found.start()][-20:]):
            continue  # "Jane A. Roe": one of her own
        if "," in printed and (_GOES_ON.search(text[: found.start()][-30:]) or _GOES_ON.match(text, found.end("name"))):
            continue  # "Jane Roe, Harbor Legal Aid": the surname of one, the house behind it
        name = name_of(printed) if personal(printed) else None
        if name and name.given and name.given not in used and not re.fullmatch(rf"(?i:{RANK})", name.given):
            yield name


def _behind(found: re.Match[str], own: Names) -> Iterator[PostFound]:
    """The post between the commas behind a name, and the house behind the next; a private description."""
    parts = [" ".join(part.split()) for part in found["post"].split("\n")[0].split(",")]
    first = parts[0]
    if len(first.split()) > _WORDS or re.match(r"(?i:and|or|but|who|which|said|to|is|was|has)\b", first):
        return
    ranked = _RANKED.search(first)
    if ranked and _is_anothers(first, ranked):
        return
    if ranked or is_office(first):
        taken = [first]
        for part in parts[1:3]:
            if not part[:1].isupper() or _RANKED.search(part) or personal(part):
                break
            taken.append(part)
        below = [line.strip() for line in found["post"].split("\n")[1:2] if len(parts) == 1 and is_office(line.strip())]
        for whole in dict.fromkeys((first, ", ".join(taken), ", ".join(taken + below))):
            if made := tuple(_made(found["name"], whole, f"{found['name']}, {whole}", own)):
                yield from made
                return
    elif _is_row(found, first, own) or (is_own(first, own) and _is_listed(found, first)):
        yield from _named(found["name"], AGENCY, f"{found['name']}, {first}")
    elif _PRIVATE.match(first) and not kind_of(first, own):
        yield from _named(found["name"], NOBODYS, f"{found['name']}, {first}")


def _is_row(found: re.Match[str], first: str, own: Names) -> bool:
    """Whether a line holds a name and an office of the agency, and no more: "Jane Roe, CHG Fees"."""
    line = found.string[found.start() : found.end("post")].split("\n", 1)[0].strip()
    alone = found.string[: found.start()].rpartition("\n")[2].strip() == "" and line == f"{found['name']}, {first}"
    return alone and is_named(first, own.agency) and all(word[0].isupper() for word in first.split() if word.isalpha())


def _is_listed(found: re.Match[str], first: str) -> bool:
    """Whether a name and a house are one of a list between stops: "Visitors: Jane Roe, CHG; ..."."""
    before = found.string[: found.start()].rpartition("\n")[2].rstrip(" ")
    behind = found.string[found.start("post") + len(first) :][:1]
    before = re.sub(rf"\s?{COURTESY}$", "", before)
    return (not before or before.endswith((":", ";"))) and (not behind or behind in ".;\n")


def _flowing(text: str) -> str:
    """The text with its sentences on one line each, as long as before: a line that is full, or that the next goes on with in a
    small letter, is joined to it; not what begins anew with a label ("For the County: ...")."""
    lines = text.split("\n")
    joints = (
        " "
        if below[:1].islower()
        or (
            len(line) >= _FULL
            and below.strip()
            and not (_LABELLED.match(below) or re.search(r"(?:(?<! [A-Z])\.|[:;!?])\s*$", line))
        )
        else "\n"
        for line, below in pairwise(lines)
    )
    return "".join(part for pair in zip_longest(lines, joints, fillvalue="") for part in pair)


def _is_anothers(post: str, ranked: re.Match[str]) -> bool:
    """Whether the rank is that of the next one named: "Jane Roe, Sheriff Poe and ..."."""
    behind = re.match(rf"\s(?:{FULL}|{WORD})", post[ranked.end() :])
    return behind is not None and personal(behind.group().strip(), 1) and not is_office(post)


def _before(found: re.Match[str], text: str, own: Names) -> Iterator[PostFound]:
    post, name = re.sub(r"^(?:(?:Dear|To|From|By|And|The|But)\s)+", "", " ".join(found["post"].split())), found["name"]
    alone = " " not in name
    if alone and ("," in found["joint"] or not personal(name, 1) or not post[:1].isupper()):
        return
    if "\n" in found["joint"] and not re.search(
        r"[a-z]{3,}[ ]" + re.escape(found["post"].split("\n")[-1]) + r"$", text[max(0, found.start() - 40) : found.end("post")]
    ):
        return  # the rank that ends one line of a list, the name that begins the next
    house = _house_before(" ".join(text[max(0, found.start() - _REACH) : found.end("post")].split()), own)
    yield from _made(name, house or post, f"{house or post} {name}", own)


def _house_before(words: str, own: Names) -> str:
    """The agency's own name with the rank that ends these words, where that is the agency's: "the Harbor Guard spokesman"."""
    for name in own.agency:
        house = rf"(?i:{re.escape(name)})" if len(name) > _WORDS else re.escape(name)
        if found := re.search(rf"(?<!\w){house}(?:[’']s)?(?:\s(?:[A-Z][\w-]*|(?i:{_NOUNS})))*?\s(?i:{RANK})$", words):
            return found.group()
    return ""


def _signed(text: str, own: Names) -> Iterator[PostFound]:
    """Names that stand alone in a line, with the post on the lines below."""
    for found in _ALONE.finditer(text):
        below = []
        for line in text[found.end() : found.end() + _BLOCK].split("\n")[1 : _STEP + 1]:
            line = line.strip()
            if not line or not line[:1].isupper() or len(line.split()) > _WORDS or line.endswith(".") or ":" in line:
                break
            if _ALONE.match(line) and not (_RANKED.search(line) or is_office(line)):
                break
            below.append(line)
        ranked = _RANKED.search(below[0]) if below else None
        if below and (is_office(below[0]) or (ranked and not _is_anothers(below[0], ranked))):
            yield from _made(found["name"], ", ".join(below), f"{found['name']}, {', '.join(below)}", own)


def _sides(text: str, own: Names) -> Iterator[PostFound]:
    """The names of one side: "For ICE: J. Roe, A. Poe", or below such a line in an agreement's signatures."""
    for found in _FOR.finditer(text):
        kind = kind_of(found["house"], own)
        if not kind or kind == NOBODYS:
            continue
        names = [part.strip(" .") for part in re.split(r"[;,]|\.\s(?=[A-Z][a-z]+\s)", found["rest"])]
        below = text[found.end() : found.end() + _BLOCK].split("\n\nFor ")[0].split("\nFor ")[0].split("\n")[:5]
        rows = names if found["rest"].strip() else [line.split(",")[0].strip() for line in below]
        for name in rows:
            if re.fullmatch(rf"(?:{COURTESY}\s)?(?:{FULL}|{LOUD_FULL})", name):
                yield from _named(name, kind, f"For {found['house']}: {name}")


def _made(name: str, post: str, printed: str, own: Names) -> Iterator[PostFound]:
    """The name with the kind of the post; with its letters where only these could tell; nothing where neither does."""
    post = " ".join(post.split())
    if _FORMER.search(post):
        return
    kind = AGENCY if _CODED.search(post) else kind_of(post, own)
    if _SERVING.search(post):  # "coordinator for Dorn County" and "coordinator, Dorn County" need not be the county's
        head = _SERVES.split(post)[0]
        kind = kind if kind == AGENCY == kind_of(head, own) else kind_of(head.split(",")[0], own)
    if kind == AGENCY and _GENERIC.search(post) and not kind_of(bare := _GENERIC.sub("", post), own):
        kind = AGENCY if re.search(r"[A-Za-z]", _RANKED.sub("", bare)) else ""  # "Bureau, chair": of any
    if kind and (_RANKED.search(post) or is_office(post) or kind_of(post.split(",")[0], own) == kind):
        yield from _named(name, kind, printed)
    elif not kind and (short := next(iter(_SHORT.findall(post)), "")):
        letters = {"".join(word[0] for word in one.split() if word[0].isupper()) for one in own.program}
        ours = len(short) > 1 and short in letters and _RANKED.search(post)  # "SC Regional Coordinator"
        yield from _named(name, AGENCY if ours else "", printed, "" if ours else short)


def _named(printed: str, kind: str, whole: str, short: str = "") -> Iterator[PostFound]:
    name = name_of(printed)
    if name and personal(printed, 1 if re.match(COURTESY, printed) or " " not in printed else 2) and "█" not in whole:
        yield PostFound(name, kind, " ".join(whole.split()), short)


def _of_domain(domain: str, own: Names) -> str:
    kind = kind_of(f"@{domain}", own)
    return kind if kind in (AGENCY, "state", "local", "congress", "court") else ""
