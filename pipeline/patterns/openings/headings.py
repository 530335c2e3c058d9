"""The first lines of a page: which of them are headings, where a heading ends, and how two of them are told to be one."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from pipeline.patterns.days.dates import dates_in
from pipeline.patterns.names.roles import HEAD

_REPLY = re.compile(r"^\s*(?:(?:RE|R£|FW|FWD|AW|WG)\s?(?:\[\d+\]\s?)?[:;]\s*)+", re.IGNORECASE)
# Whose paper it is, and nothing that was written on top of it.
_POST = rf"(?-i:(?:[A-Z][\w’'&-]+\s){{0,4}}{HEAD}(?:\s(?:of|for)\s[A-Z][\w’' -]{{2,40}}|,\s[A-Z][\w’' -]{{1,40}})?)"
_BANNER = re.compile(
    r"(?i:^\W*(?:for official use only|law enforcement sensitive|pre-?decisional|deliberative|privileged"
    r"|attorney.client|attorney work product"
    r"|draft|sample|unclassified|confidential|secret|limited official use|sensitive but unclassified|fouo|les"
    r"|c\s?o\s?n\s?f\s?i\s?d\s?e\s?n\s?t\s?i\s?a\s?l"
    r"|not for (?:public )?(?:release|distribution)|internal use only|page \d+(?: of \d+)?|\d{1,4}|skip to .{0,20}"
    r"|share this:?|print|e-?mail|tags?:.*"
    r"|ex(?:hibit)?[-. ]?[\d(][\w.()-]*.*|execution (?:copy|version)|sample\b.*\b(?:invented|testing|not "
    r"an?\b).*|.{0,60}declassified/released.*|logo\b.*"
    r"|(?:[^\n>]{1,40}\s[>»]\s){1,5}[^\n>»]{1,60}"  # where a web page stands in its site
    r"|attachment \w{1,3}|appendix \w{1,3}|.{0,6}https?://.*|www\..*)\W*$)"
    rf"|^[(\[](?!{_POST}[)\]]$)[^()\[\]]{{3,90}}[)\]]$"  # what whoever filed a paper wrote on top of it
    r"|^[\W\d_]*$|^(?:[\w.-]+ ){0,4}[\w.-]*\d{5,}\W*$|^\([a-z]\)\(\d\).*$"
)
_RUN_OVER = re.compile(r"[a-z]\w*\W*(?:\s[\w-]+\W*){0,2}")  # the last words of a banner that took a second line
_NUMBERED_LINES, _MISREAD = 8, 4  # numbers alone on lines that tell a transcript; letters of one of them misread
_SMALL_WORDS = """
    a an and as at by for from in into nor of on or the to with vs via de la del between among no
"""
_SMALL = frozenset(_SMALL_WORDS.split())
_JOINTS = frozenset({"between", "by and between", "among", "and"})  # lines of their own between the parties in a heading
NUMBERED = re.compile(r"^(?:\(?\d{1,2}[.)]|[IVX]{1,5}[.)]|[A-Z][.)]\s|(?:Article|ARTICLE|Section|SECTION|Part|PART|Chapter)\b)")
_INNER = re.compile(
    r"(?i:(?:chapter|section|part|article|appendix|annex|exhibit|attachment|schedule|table|figure|tab|slide|step|phase)\s+(?:[\dIVXA-Z]{1,4}\b|\d)"
    r"|table of contents|contents\b|executive "
    r"summary|introduction\b|background\b|conclusions?\b|recommendations?\b|methodology\b"
    r"|scope\b|findings\b|discussion\b|summary\b|purpose\b|references\b|glossary|acronyms|signatures?\b|in witness whereof"
    r"|message attributes|agenda\b|questions\?|points of contact|next steps\W*$|continued\b)"
    r"|(?:[IVXl1|]{1,5}|[A-Z]|\d{1,2}(?:\.\d{1,2})*)[.)]\s"  # scans make l and 1 of the I in III
)
DATELINE = re.compile(
    r"^\s*(?:[A-Z][A-Z.’' ]{2,30}(?:,\s[A-Z][A-Za-z. ]{1,20})?\s?)?\((?:AP|CNN|Reuters|REUTERS|UPI|AFP)\)"
    r"|^\s*[A-Z][A-Z.’' ]{3,30}(?:,\s[A-Z][A-Za-z.]{1,12})?\s?(?:--|—|–)\s"
)
_MAST = (  # a newspaper's name and its day, but for what houses put out for their own
    r"^\s*(?!(?i:(?:\S+\s){0,3}(?:shift|staff|training|legal|safety|press|news|intelligence|information|roll\scall|duty|jail|policy|office)\sbulletin\b))(?:The\s|THE\s)?(?:[A-Z][\w’'.-]+\s){0,4}(?:[A-Z][\w’'.]+-)?(?i:courier|times|post|tribune|herald|sentinel|gazette|chronicle|journal|ledger"
    r"|observer|register|star|bulletin|dispatch|examiner|inquirer|globe|daily\snews)(?:[,.|–-]|\s[|–—-](?=\s(?:[A-Z][a-z]|\d)))\s.{0,60}\d{4}"
)


_LOUD = re.compile(r"\s[-–—]{1,2}\s[A-Z]{4,}\s[A-Z]{4,}\b")  # "MARLOW -- DEPLOYMENT CHRONOLOGY (as kept by the office)"


def datelined(line: str) -> bool:
    """Whether a line begins a report from somewhere: "PORT KESSEL -- Captains said ...", and no "PRESS GUIDANCE -- FOR USE"."""
    return DATELINE.match(line) is not None and not headlike(line) and not _LOUD.search(line)


MAST = re.compile(_MAST)
# A label that says that what follows was cut out of something: "The Marlow Courier, page B1 (clip)", "- excerpt, pp. 3-4".
CLIPPED = re.compile(
    r"(?i:(?:[-–—,]\s(?:pp?\.|page)\s?[A-Z]?\d[\w-]*\s)?\((?:news\s)?(?:clip(?:ping)?|excerpts?|extract|(?:in\s)?part)\)"
    r"|[-–—]\s(?:excerpts?|extract)\b)"
)
BYLINE = re.compile(
    r"^\s*(?:By|BY)\s(?:the\s)?[A-Z][\w.’-]+(?:\s[A-Z][\w.’-]+){1,4}(?:,.{0,40})?$|^\s*(?i:posted|published"
    r"|updated)\b.{0,60}\d{4}"
    rf"|{_MAST}"
    r"|.{0,60}\b[Bb][Yy]\s(?:a\s|our\s)?(?i:staff|special)\s(?i:writer|reporter|correspondent)"
)


def plain_subject(subject: str) -> str:
    """The subject folded for joining: no reply marks, no outer marks, one space, lower case."""
    folded = _REPLY.sub("", re.sub(r"\s+", " ", subject)).casefold()
    return re.sub(r"\s+", " ", re.sub(r"[^\w%$&/' -]+", " ", folded)).strip(" -_/")


def same_subject(one: str, other: str) -> bool:
    """Whether two subjects are one but for reply marks and a few misread letters."""
    left, right = (re.sub(r"\W", "", plain_subject(text)) for text in (one, other))
    if not left or not right:
        return False
    return left == right or (min(len(left), len(right)) > 9 and SequenceMatcher(None, left, right).ratio() >= 0.82)


def inner_heading(line: str) -> bool:
    """Whether a heading is that of a part - a chapter, appendix, table - and not of a whole."""
    return bool(_INNER.match(line))


def is_reply(subject: str) -> bool:
    """Whether the subject is marked as a reply or as passed on."""
    return bool(_REPLY.match(subject))


def top_lines(text: str, most: int = 15) -> tuple[str, ...]:
    """The first lines that say something: banners, stamps, page numbers and navigation left out."""
    kept: list[str] = []
    banner = False
    lines = [line.strip() for line in text[:6000].split("\n")]
    numbered = sum(line.isdecimal() for line in lines) >= _NUMBERED_LINES  # of a transcript, whose numbers a scan may misread
    for line in lines:
        if numbered and len(line) <= _MISREAD:
            continue
        if not line:
            continue
        banner = _BANNER.match(line) is not None or (banner and _RUN_OVER.fullmatch(line) is not None)
        if not banner:
            kept.append(line)
    return tuple(kept[:most])


def headlike(line: str) -> bool:
    """Whether a line could be a heading: short, not ended like a sentence, its weighty words capitalised."""
    words = re.findall(r"[A-Za-z][\w’'.-]*", line)
    if not words or len(words) > 18 or len(line) > 130 or re.search(r"[,;]$|[a-z]\.$", line.strip()):
        return False
    weighty = [word for word in words if word.lower() not in _SMALL]
    if not weighty:
        return line.isupper()
    capitals = sum(word[0].isupper() for word in weighty)
    return bool(capitals >= 0.7 * max(len(weighty), 1))


def could_stand(line: str) -> bool:
    """Whether a line in sentence case could be a heading: a few words, a capital first, not ended like a sentence."""
    return (
        bool(re.match(r"[A-Z]", line))
        and 2 <= len(line.split()) <= 14
        and not re.search(r"[.,;:?!-]$|^(?:Dear|Hi|All|Thank)\b", line)
    )


def joined(lines: tuple[str, ...], index: int) -> str:
    """The heading that line begins, with the lines that go on with it (at most six, in the same letter case)."""
    parts = [lines[index]]
    for line in lines[index + 1 : index + 7]:
        joins = line.strip().lower() in _JOINTS
        goes_on = joins or (
            parts[-1].split()[-1].lower().strip(":") in _SMALL or line.split()[0].lower() in _SMALL or parts[-1].endswith(",")
        )
        if (
            not (joins or headlike(line))
            or NUMBERED.match(line)
            or BYLINE.match(line)
            or line.endswith(":")
            or (line.isupper() != parts[-1].isupper() and not {line.strip().lower(), parts[-1].strip().lower()} & _JOINTS)
            or dates_in(line)
        ):
            break
        if not (goes_on or line.isupper()):
            break
        parts.append(line)
    return re.sub(r"\s+", " ", re.sub(r"(?<=\w)-\s(?=[A-Z])", "-", " ".join(parts))).strip()


def first_of(lines: tuple[str, ...], index: int) -> int:
    """Where a heading that ends in line `index` began: lines in capitals that break off before it belong to it."""
    while index and lines[index - 1].isupper() and lines[index].isupper():
        before = lines[index - 1]
        small = before.split()[-1].lower() in _SMALL or lines[index].split()[0].lower() in _SMALL
        if not (before.endswith((",", "-")) or small):
            break
        index -= 1
    return index


def headline_among(lines: tuple[str, ...]) -> str:
    """The first line set like a heading of four words or more, else the first that could be one; no date, contact or byline."""
    other = ""
    for index, line in enumerate(lines[:12]):
        if not _could_head(line):
            continue
        if headlike(line):
            return joined(lines, index)
        other = other or line
    return other


def _could_head(line: str) -> bool:
    words = line.split()
    if len(words) < 4 or len(words) > 28 or re.search(r"(?i:contact|@|\bphone\b|^by\b|^tags|photo|https?:)", line):
        return False
    if DATELINE.match(line) or BYLINE.match(line) or (line.endswith(".") and len(words) > 14):
        return False
    found = dates_in(line)
    return not found or len(line) - sum(one.end - one.start for one in found) >= 20


def headline(text: str, like_heading: bool = False) -> str:
    """The headline of a page of plain text, or ''. `like_heading`: only a line that is set like one."""
    found = headline_among(top_lines(text, 25))
    return "" if like_heading and not headlike(found) else found
