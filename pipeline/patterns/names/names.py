"""Names of persons, offices and places, cleaned of titles, header words, codes and scanning noise, in a form that joins them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.records.language import Entity

_KIND_OF = {"PERSON": "person", "ORG": "office", "GPE": "place", "LOC": "place", "NORP": "", "FAC": "place"}

_OFFICE_HEAD = (
    r"(?:Department|Office|Bureau|Agency|Division|Directorate|Administration|Committee|Subcommittee|Commission"
    r"|Task\sForce|Council|Service"
    r"|Board|Court|Embassy|Sheriff[’']s\s(?:Office|Department)|Police\sDepartment|State\sPolice|Coalition|Network"
    r"|Association|Center)"
)
_OFFICE = re.compile(
    rf"(?:U\.?S\.?\s)?(?:[A-Z][\w’'&-]+\s){{0,5}}{_OFFICE_HEAD}(?:\s(?:of|for"
    rf"|on)(?:\sthe)?(?:\s(?:and\s)?[A-Z][\w’'&-]+){{1,6}})?"
)
_PLACE = re.compile(
    r"\b(?:[A-Z][a-z.’'-]+\s){1,3}(?:County|Parish|Township|Borough)\b|\b(?:County|City|State)\sof\s[A-Z][a-z]+(?:\s[A-Z][a-z]+)?"
)
_PROGRAM = re.compile(
    r"\b(?:[A-Z][\w’'-]+\s(?:(?:and|of|for)\s)?){1,5}(?:Program|Initiative|Pilot|Project)\b|\bOperation\s[A-Z]\w+(?:\s[A-Z]\w+)?"
)
_TITLED = re.compile(
    r"\b(?P<title>Mr|Mrs|Ms|Dr|Sen|Senator|Rep|Representative|Congress(?:man|woman)|Gov|Governor|Secretary|Director"
    r"|Sheriff|Judge|Mayor"
    r"|Attorney\sGeneral|Commissioner|Chief|Ambassador|Under\sSecretary|Assistant\sSecretary)\.?\s"
    r"(?P<name>[A-Z][a-z’'-]+(?:\s(?:[A-Z]\.|[A-Z][a-z’'-]+)){0,2})"
)
_LISTED = re.compile(
    r"(?:^|[\n;])[ ]?(?:(?:From|To|Cc|CC"
    r"|Bcc)\s?:\s?)?(?P<name>[A-Z][A-Za-z’'-]+,[ ][A-Z][a-z]+(?:[ ][A-Z]\b\.?)?)(?=[ ]?(?:;|\n|$|[(<\[]))"
)
_DEFINED = re.compile(
    r"(?P<long>[A-Z][\w’'.&-]*(?:[ \n](?:of|and|the|for|on|in|to"
    r"|[A-Z][\w’'.&-]*)){1,9})\s\(\s?[\"“”']?(?P<short>[A-Z][A-Z&.]{1,7})[\"“”']?\s?\)"
)
_HONORIFIC = re.compile(
    r"^(?:(?:the|an?|hon(?:orable)?|mr|mrs|ms|miss|dr|sen|senator|rep|representative|gov|governor|secretary|director"
    r"|sheriff|judge|mayor|chief"
    r"|attorney\sgeneral|congress(?:man|woman)|commissioner|ambassador|deputy|acting|assistant|under)\b\.?\s*)+",
    re.IGNORECASE,
)
_NOISE_WORDS = """
    from sent to cc bcc subject date re fw fwd attachments importance high low page pages bates fax tel phone email
    e-mail memorandum unclassified confidential secret draft privileged foia exemption summary ref tags info action
    message text attachment dear sincerely regards thanks q a yes no n/a na tbd pm am est edt et pst section title act
    article exhibit appendix table figure monday tuesday wednesday thursday friday saturday sunday january february
    march april may june july august september october november december original blackberry iphone outlook fouo les
"""
_NOISE = frozenset(_NOISE_WORDS.split())
_EDGE = " \t\n.,;:!?'\"“”‘’()[]{}<>|*•-–—_/\\"


_GENERIC_WORDS = """
    state bureau board office division department agency county city commission committee court council service services chair
    clerk suite tab section district region area branch unit headquarters program staff press victim party parties purpose
    short level government administration directorate network center association coalition task force police sheriff
"""
_GENERIC = frozenset(_GENERIC_WORDS.split())


@dataclass(frozen=True, slots=True)
class NameFound:
    """A name at `text[start:end]`; `kind` is person, office or place; `normal` the folded form under which mentions join."""

    start: int
    end: int
    kind: str
    normal: str


def names_in(text: str, entities: tuple[Entity, ...], acronyms: tuple[tuple[str, str], ...] = ()) -> tuple[NameFound, ...]:
    """Names told by the parser's entities and by rules, in text order, without overlap; rules win over entities."""
    full = dict(acronyms)
    taken = bytearray(len(text))
    found: list[NameFound] = []
    for start, end, kind in (*_defined(text, acronyms), *_ruled(text), *_told(entities)):
        start, end = _trimmed(text, start, end)
        if end <= start or any(taken[start:end]) or not _plausible(text[start:end], kind):
            continue
        taken[start:end] = b"\x01" * (end - start)
        normal = normal_name(text[start:end])
        normal = full.get(normal, normal)
        if normal:
            found.append(NameFound(start, end, kind, normal))
    return tuple(sorted(found, key=lambda one: one.start))


def normal_name(name: str) -> str:
    """Folded for joining: one line, no title, possessive, acronym in brackets or outer marks; "LAST, First" turned round."""
    plain = re.sub(r"-\n(?=[a-z])", "", name)
    plain = re.sub(r"\s*\(\s?[\"“]?[A-Z][A-Z&.]{1,7}[\"”]?\s?\)", "", re.sub(r"\s+", " ", plain))
    plain = re.sub(r"[’']s?$", "", plain.strip(_EDGE)).replace("’", "'")
    plain = _HONORIFIC.sub("", plain) or plain
    turned = re.fullmatch(r"([A-Za-z'-]+(?: [A-Za-z'-]+)?), ([A-Za-z'-]+(?: [A-Z]\.?)?)", plain)
    if turned:
        plain = f"{turned[2]} {turned[1]}"
    plain = re.sub(r"\bU\.? ?S\.?(?=\s|$)", "US", plain)
    return re.sub(r"\b([A-Za-z])\.(?=\s|[A-Za-z]\.|$)", r"\1", plain).strip(_EDGE).casefold()


def follows_title(text: str, start: int) -> bool:
    """Whether a personal title ("Mr.", "Sheriff") stands right before the name that begins here."""
    return any(match.start("name") == start for match in _TITLED.finditer(text, max(0, start - 40), start + 60))


def acronyms_in(texts: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """(acronym, full name), both normal, as the texts themselves define them; one defined in two ways is left out."""
    meanings: dict[str, set[str]] = {}
    for text in texts:
        for match in _DEFINED.finditer(text):
            short = match["short"].replace(".", "")
            words = match["long"].split()
            for size in range(1, len(words) + 1):  # the shortest tail whose capitals spell the acronym
                tail = words[-size:]
                capitals = "".join(word[0] for word in tail if word[0].isupper())
                initials = "".join(part[0] for word in tail for part in re.split(r"[.-]", word) if part and part[0].isupper())
                if short in (capitals, initials) or (len(short) > 2 and capitals.endswith(short) and len(capitals) == len(short)):
                    meanings.setdefault(short.casefold(), set()).add(normal_name(_with_country(words, size)))
                    break
    return tuple(sorted((short, full.pop()) for short, full in meanings.items() if len(full) == 1))


def _with_country(words: list[str], size: int) -> str:
    """The defining words, with "U.S." kept where it stands before them: it is part of the name though not of the acronym."""
    if len(words) > size and re.fullmatch(r"U\.?S\.?", words[-size - 1]):
        size += 1
    return " ".join(words[-size:])


def _defined(text: str, acronyms: tuple[tuple[str, str], ...]) -> Iterator[tuple[int, int, str]]:
    """Where offices stand that the file itself gives an acronym for: the full name, then the acronym."""
    for short, full in acronyms:
        words = r"\s".join(re.escape(word) if word != "us" else r"U\.?\s?S\.?" for word in full.split())
        for match in re.finditer(rf"(?i:(?<!\w){words}(?!\w))", text):
            yield match.start(), match.end(), "office"
        for match in re.finditer(rf"(?<![\w.]){re.escape(short.upper())}(?!\w)", text):
            yield match.start(), match.end(), "office"


def _ruled(text: str) -> Iterator[tuple[int, int, str]]:
    for pattern in (_TITLED, _LISTED):
        for match in pattern.finditer(text):
            yield match.start("name"), match.end("name"), "person"
    for match in _OFFICE.finditer(text):
        yield match.start(), match.end(), "office"
    for match in _PLACE.finditer(text):
        yield match.start(), match.end(), "place"
    for match in _PROGRAM.finditer(text):
        yield match.start(), match.end(), "program"


def _told(entities: tuple[Entity, ...]) -> Iterator[tuple[int, int, str]]:
    for one in entities:
        kind = _KIND_OF.get(one.label)
        if kind and _shaped(one.words, kind):
            yield one.start, one.end, kind


def _shaped(words: tuple[str, ...], kind: str) -> bool:
    """Whether what the parser takes for a name also looks like one: the small model guesses at forms, tables and bad scans.

    A person has two words or more, each a capital with letters after it or an initial; an office more than one capitalised word
    or an acronym of three letters or more; a place a capital first and more than two letters.
    """
    plain = [word.strip(_EDGE) for word in words if word.strip(_EDGE)]
    lower = {"of", "and", "the", "for", "de", "la", "van", "von", "del", "bin", "al", "on", "&", "'s", "’s", "to", "in"}
    strong = [word for word in plain if word.casefold() not in lower]
    if not strong or not all(word[0].isupper() for word in strong):
        return False
    if kind == "person":
        whole = all(re.fullmatch(r"[A-Z][a-z’'-]+(?:[A-Z][a-z]+)?|[A-Z]\.?|[A-Z][A-Z’'-]{2,}|[JS]r\.?", word) for word in strong)
        return whole and (len(strong) == 1 or any(len(word) > 2 for word in strong[1:]))
    if kind == "office":
        return len(strong) > 1 or bool(re.fullmatch(r"[A-Z][A-Z&.-]{2,6}", strong[0]))
    return sum(map(len, strong)) > 2 or strong[0] in ("US", "UK", "DC", "UN", "EU")


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without marks, articles, titles, header words and anything after a line's end that starts a header."""
    cut = re.search(r"\n\n|\n[ ]*(?:From|Sent|To|Cc|Subject|Date)\b|[█(]", text[start:end])
    if cut and cut.start() > 0:
        end = start + cut.start()
    while start < end and text[start] in _EDGE:
        start += 1
    lead = _HONORIFIC.match(text[start:end])
    if lead and lead.end() < end - start:
        start += lead.end()
    while end > start and text[end - 1] in _EDGE:
        end -= 1
    possessive = re.search(r"[’']s?$", text[start:end])
    return start, start + possessive.start() if possessive else end


def _plausible(name: str, kind: str) -> bool:
    """Whether the words can be a name at all: letters, few odd signs, not a header word, not a code or reference."""
    words = [word.strip(_EDGE).casefold() for word in name.split()]
    letters = sum(sign.isalpha() for sign in name)
    if (
        all(word in _GENERIC for word in words)
        or re.match(r"(?:[IVX]+|[A-Z]|\d+)\.?\s", name)
        or (kind == "person" and words[-1] in _GENERIC)
    ):
        return False
    if "█" in name or letters < 2 or letters < 0.75 * len(name.replace(" ", "").replace("\n", "")) or len(name) > 90:
        return False
    if not any(sign.isupper() for sign in name) or all(word in _NOISE or not word for word in words) or words[0] in _NOISE:
        return False
    if re.search(r"[@§<>={}|~^#\[\]\\]|\d{3}", name) or (kind == "person" and re.search(r"\d", name)):
        return False
    return not (kind == "person" and (len(words) > 5 or max(len(word) for word in words) < 3))
