"""Who signs under the text of a letter: below its close, whatever words close it, or at its foot where none do."""

from __future__ import annotations

import re

from pipeline.patterns.names.name_forms import personal
from pipeline.patterns.names.offices import Names, is_office, kind_of
from pipeline.patterns.names.person_names import name_of
from pipeline.patterns.openings.headings import top_lines
from pipeline.patterns.public.openly import RANK
from pipeline.patterns.writers.parties import speaker_kind

CLOSING = re.compile(
    r"(?m)^[ \t‘'“]*(?:Sincerely(?:\syours)?|Respectfully(?:\ssubmitted|\syours)?|Very truly yours|Yours truly|Best regards"
    r"|Regards|Cordially)\s?,?\s*$"
)
# Any close: some words before a comma, on a line of its own, and below it nothing but short lines, or whoever signs.
_ANY_CLOSING = re.compile(r"(?m)^[ \t‘'“]*[A-Z][a-z]+(?:[ ][A-Za-z]+){0,6},[ \t]*$")
_LINES_BELOW, _WIDTH_BELOW = 8, 70
_GREETED = re.compile(r"(?i)\s*(?:dear|sir|madam|gentlemen|colleagues|all|team|hi|hello|good\s(?:morning|afternoon|evening))\b")
# What stands under a signature: whom copies go to, what is enclosed, who cleared it.
_BELOW_SIGNATURE = re.compile(
    r"(?i:(?:b?cc|c\.c\.|encl?(?:osures?)?|attach(?:ed|ments?)|tabs?\s[A-Z]|faxed|e-?mailed|mailed)(?!\w)"
    r"|(?-i:[A-Z]{2,4}\s?[/:](?:\s?[a-z]{2,3}\b|\s?[A-Z]{2,4}\b|\s?\(b\)|\s?█))"
    r"|(?:clear(?:ance|ed)|distribution|copies|file|drafted|typed|dictated)(?:\sby)?\s?:)"
)
_SIGNATURE = 9  # words in the line of a signature
_SIGNERS = 2  # lines below a close in which whoever signs is named
_FOOT = 8  # lines at a letter's end in which it may be signed without a close
_POST = re.compile(
    rf"(?i:\b{RANK}|\b(?:treasurer|chaplain|head|lead|member|administrator|constable|trustee|assistant|advis[eo]r|aide)\b)|\b(?:Maj|Capt|Lt|Sgt|Col|Cpl|Det|Insp|Supt)\."
)
_BEFORE_POST = re.compile(r",\s|\s[-–—|]\s|\s\(")  # "Ann Roe - Warden"
_SENTENCE = 3  # words of a sentence behind which somebody signs in the same line
_BEHIND_HOUSE = re.compile(r"\s[.|•·]\s|\s{3,}")  # a letterhead's address
_FOR = re.compile(r"(?:for|p\.p\.)\s+(?=[A-Z])")
# "The following spoke against it.", "Those present were guests.", "Copies went to those named.": a list begins below.
_LISTS = re.compile(
    r"(?i:\b(?:below|guests?|attendees|attendance|attended\sby)\b|\b(?:the|are|is|were)\sfollowing\b(?!\s(?:day|week|month|year))"
    r"|^\W*(?:present|attending|copies|distribution|contacts?|questions)\b|\b(?:those|also)\s(?:present|attending)\b"
    r"|\bcopies\s(?:\w+\s){0,2}to\b|\bdistributed\sto\b|:$)"
)
# "For questions, call." asks for whoever is named below; "I am glad to call", "Please call me" asks for him who signs.
_ASKS_FOR = re.compile(
    r"(?i:(?:^\W*|[,;]\s|\b(?:please|may|can|should|must)\s)(?:call|contact|write\sto)\b|\b(?:for|with|have|has)\s(?:\w+\s)?questions\b"
    r"|\b(?:was|were)\spresent\b)"
)
_OF_ONESELF = re.compile(r"\b(?:I|[Mm]e|[Mm]y|[Ww]e|us|[Oo]ur|hesitate)\b")
_SPREAD = 4  # lines over which such a sentence may run
_STAMP = re.compile(r"\d{4,}")  # the number of a page, of a release
_CALLED = re.compile(r"(?i:(?:direct|tel|telephone|phone|fax|cell|mobile|main|ext)\b[\s.:]*(?:line|dial|no)?[\s.:]*(?:[(\d█]|$))")
_ENDS = re.compile(r"[.?!][\"”’)]*$")
_ENDED = re.compile(r"(?<=[a-z\d]{2}[.?!])\s")  # "The desk closed at six. A. Roe, watch supervisor"
_OTHERS = re.compile(r"(?i:^(?:to|from|attn|attention|dear|via|through|contact|call|present|re|subject|copy|by|page|draft)\b)")


def signer_of(text: str) -> str:
    """Name and title under a letter's close, or ''."""
    closing = CLOSING.search(text) or next((one for one in _ANY_CLOSING.finditer(text) if _closes(one, text)), None)
    if closing is None:
        return ""
    lines = list(top_lines(text[closing.end() : closing.end() + 400], 4))
    end = next((at for at, line in enumerate(lines) if _BELOW_SIGNATURE.match(line)), len(lines))
    lines = [line for line in _unsigned(lines[:end]) if not re.match(r"^[\W_]*$|^/s/", line) and len(line.split()) <= 10]
    if len(lines) > 1 and re.fullmatch(r"[A-Z\W\d]{1,6}", lines[0]):  # a signature that was read as letters
        lines = lines[1:]
    if len(lines) > 1 and (_STAMP.search(lines[1]) or _CALLED.match(lines[1])):
        lines = lines[:1]
    return ", ".join(lines[:2])


def _unsigned(lines: list[str]) -> list[str]:
    """The lines without the marks of a signature: "for Ann Roe" is signed by another in her name, "/s/ Ann Roe" where nothing
    but the mark names her."""
    found = [_FOR.sub("", line) if _FOR.match(line) and is_full_name(_FOR.sub("", line)) else line for line in lines]
    if any(is_full_name(line) for line in found):
        return found
    return [line.removeprefix("/s/").strip() if is_full_name(line.removeprefix("/s/").strip()) else line for line in found]


def is_full_name(line: str) -> bool:
    """Whether a line is a full name, perhaps with a rank before it and a post behind it: "Sheriff Ann Roe, President"."""
    who = _BEFORE_POST.split(line.strip(), maxsplit=1)[0]
    name = name_of(who)
    return (
        len(line.split()) <= _SIGNATURE
        and name is not None
        and len(name.given) > 0
        and personal(_unranked(who))
        and not (is_office(who) or _OTHERS.match(line) or re.search(r"[.?!:;]$(?<!Jr\.)(?<!Sr\.)|\d", line))
    )


def signed_at_foot(lines: list[str]) -> str:
    """Who signs in the last lines of a letter without a close, or ''. `lines` are its last page's, without stamps.

    The name and post of somebody below the end of a sentence, else the rank and house in the very last line.
    """
    if named := named_at_foot(lines):
        return named
    last, before = (lines[-1], lines[-2]) if len(lines) > 1 else ("", "")
    signs = (
        0 < len(last.split()) <= _SIGNATURE
        and last[:1].isupper()
        and not re.search(r"[.:;?!\d@]|\b(?i:page|draft|enclosures?)\b|^(?:We|I|Our|You|This|It|They|He|She)\b", last)
    )
    told = signs and before.endswith((".", "?", "!")) and not _leads_to_others(lines[:-1])
    return last if told and (is_office(last) or speaker_kind(last)) else ""


def named_at_foot(lines: list[str]) -> str:
    """The name and post of somebody in the last lines, below or behind the end of a sentence; ''."""
    end = next((at for at, line in enumerate(lines) if at and _BELOW_SIGNATURE.match(line)), len(lines))
    for at in range(max(1, end - _FOOT), end):
        below = lines[at + 1 : end]
        if not (_ENDS.search(lines[at - 1]) and is_full_name(lines[at])) or any(len(one.split()) > _SIGNATURE for one in below):
            continue
        if any(map(_is_another, below)) or _leads_to_others(lines[:at]):
            continue  # several stand there: whom copies went to, who was heard, whom to ask
        if _POST.search(lines[at]):
            return lines[at]
        if below and _is_post(below[0]):
            return f"{lines[at]}, {below[0]}"
    before, _, last = (_ENDED.sub("\n", lines[-1]) if lines else "").rpartition("\n")
    return last if len(before.split()) >= _SENTENCE and is_full_name(last) and _POST.search(last) else ""


def with_house(author: str, letterhead: str, kind: str, own: Names) -> str:
    """Who signs with a bare rank, with the house of the letterhead above that is of his `kind`: "Ann Roe, Chair, DORN BOARD"."""
    parts = (_BEHIND_HOUSE.split(line.strip())[0] for line in letterhead.split("\n"))
    house = next((part for part in parts if is_office(part, by_head=True) and kind_of(part, own) == kind), "")
    named = not house or house.casefold() in author.casefold() or "," not in author
    return author if named else f"{author}, {house}"


def _closes(found: re.Match[str], text: str) -> bool:
    """Whether nothing but short lines stand below such a line, or somebody's full name does, and it greets nobody."""
    below = [line.strip() for line in text[found.end() :].split("\n") if line.strip()]
    short = 0 < len(below) <= _LINES_BELOW and all(len(line) <= _WIDTH_BELOW for line in below)
    return (short or any(map(is_full_name, below[:_SIGNERS]))) and _GREETED.match(found.group()) is None


def _leads_to_others(above: list[str]) -> bool:
    """Whether the last sentence of these lines leads to people named below it: a list, or whom to ask.

    A letter's last sentence often offers more ("I remain at hand for a call"): who speaks so of himself signs below.
    """
    if re.search(r"(?i:\bquestions\s?\?)", above[-1]):
        return True
    said = re.split(r"(?<=[.?!])\s+(?=[A-Z“\"])", " ".join(above[-_SPREAD:]))[-1]
    return _LISTS.search(said) is not None or (_ASKS_FOR.search(said) is not None and not _OF_ONESELF.search(said))


def _is_another(line: str) -> bool:
    """Whether a line names somebody, and is no post: "Judge Abel Poe", not "Special Assistant, Fees"."""
    who = _BEFORE_POST.split(line.strip(), maxsplit=1)[0]
    return is_full_name(line) and _POST.search(who.split()[-1]) is None


def _unranked(who: str) -> str:
    """A name without the ranks before it: "Major Ann Roe"."""
    words = who.split()
    while len(words) > 2 and (_POST.fullmatch(words[0]) or re.fullmatch(r"[A-Z][a-z]{1,4}\.", words[0])):
        words = words[1:]
    return " ".join(words)


def _is_post(line: str) -> bool:
    """Whether a line tells what somebody is: a rank, an office."""
    return len(line.split()) <= _SIGNATURE and (_POST.search(line) is not None or is_office(line) or speaker_kind(line) != "")
