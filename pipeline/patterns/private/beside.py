"""Names of persons known by nothing but what stands beside them: a private telephone, mailbox, home or number.

A caller in a log, a visitor in a register, the writer under a letter, a tenant somebody writes for. Whoever the words give an
office, and whoever `officials_in` finds among the correspondents or behind a title, stays readable.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from pipeline.patterns.names.name_forms import CAP, begins_sentence, names_nobody, of_an_official, personal
from pipeline.patterns.names.office_words import BUSINESS, OFFICE
from pipeline.patterns.names.towns import is_town
from pipeline.patterns.private.signs import IdentifierFound
from pipeline.patterns.public.officials import ANY_NAME, NAME, in_office, key

_NAME_LINE = re.compile(rf"(?m)^[ \t]*(?:/s/?[ ]*|(?:Mr|Mrs|Ms|Miss)\.?[ ])?(?P<name>{NAME})[ \t]*[,:]?[ \t]*$")
_HEADER = re.compile(r"(?im)^[ \t>]*(?:from|to|cc|bcc|sent|subject|date|sent by)[ \t]?:")
# A paragraph between businesses: a lawyer's line or mailbox in it tells of no private person.
_BETWEEN_FIRMS = re.compile(
    r"\b(?:L\.?L\.?[CP]|Inc|Corp(?:oration)?|Ltd|Compan(?:y|ies)|Esq|Attention|Attn|ATTN)\b|(?i:\bif\sto\s(?:the|a)\b"
    r"|\bnotices?\b)"
)
MAIL = re.compile(
    r"(?im)^[ \t>]*(?:from|to|sent|subject)[ \t]?:|\bwrote:|^\W*(?:(?:best|kind|warm)\s)?(?:regards|best|thanks"
    r"|cheers)\b[^\n.]{0,12}$"
)
_MINE = re.compile(
    r"(?i:\b(?:me|us)\b[^.]{0,30}\b(?:at|on|by)\b|\b(?:my|our)\s(?:\w+\s){0,2}(?:cell|number|phone|line|e-?mail"
    r"|mailbox|home)\b)"
)
_GOES_ON = re.compile(r"[a-z)\d]\.\s+(?:He|She|His|Her)\b")
_SENTENCE = re.compile(r"[a-z)\d][.!?]\s+[A-Z(]")
_SIGNED = re.compile(
    r"(?:\b(?i:sincerely|respectfully(?:\s\w+)?|regards|yours(?:\s\w+)?|truly|cordially|declarant"
    r"|affiant)[ \t]*,?[ \t]*\n[\s_]{0,40}?|/s/?[ ]{0,3}"
    r"|(?<=\n)[ \t]*(?!Dear\b)[A-Z][a-z]+(?:[ ][a-z’']+){1,4},[ \t]*\n[\s_]{0,40}?)"
    rf"(?P<name>{NAME})(?![\w’'@-])"
)
_TITLED = re.compile(
    rf"\b(?i:declaration|affidavit|statement|testimony|complaint|letter)\s(?i:of|from|by)\s(?P<name>{NAME})(?![\w’'@-])"
)
_ALIAS = re.compile(
    rf"\b(?i:(?:my|her|his)\sname\sis|this\sis|uses|goes\sby|alias(?:es)?|also\sknown\sas|a\.?k\.?a\.?"
    rf"|calls\shim)[\W_]{{1,4}}(?:(?:Mr|Mrs|Ms|Miss)\.?\s)?(?P<name>{NAME})(?![\w’'@-])"
)
# "aka "FLACO"", "everyone calls him Tibo": a name of one word, quoted or said to be what somebody is called.
_NICKNAME = re.compile(
    rf"(?:(?i:\b(?:a\.?k\.?a\.?|a/k/a|alias|monikers?|nicknames?(?:\sis)?|goes\sby|names?,?(?:\s(?:only|just|as))?|known(?:\s\w+){{0,4}}\sas|called))[\s:,]{{1,3}}[\"“‘'](?P<name>{CAP})"
    rf"[\"”’']|\b(?i:calls?\s(?:him|her)|knows?\s(?:him|her)\sas|(?:he|she)\sis\scalled|(?:he|she)\sgoes\sby|gave\s(?:only\s)?the\sname|a\.k\.a\.|a/k/a|aka),?\s(?P<bare>{CAP})(?![\w’'-]|\s{CAP}))"
)
_OWNER = re.compile(
    rf"(?<![\w’'.@/-])(?P<name>{NAME})[’']s?\s(?:own\s)?(?i:home|house|residence|cell|phone|number|e-?mail|address)\b"
)
_ASKED = re.compile(r"(?m)^[ \t]*Q[.:)]?\s[^\n]*\bnames?\b[^\n]*\n+[ \t]*(?P<answer>A[.:)]?\s[^\n]*)")
_ASKED_CHILDREN = re.compile(
    r"(?m)^[ \t]*Q[.:)]?\s[^\n]*\b(?:children|kids|sons?|daughters?)\b[^\n]*\n+[ \t]*(?P<answer>A[.:)]?\s[^\n]*)"
)
_NO_CHILD = frozenset(
    ("a", "i", "no", "yes", "none", "one", "two", "three", "four", "five", "six", "they", "he", "she", "we", "my", "both")
)
_OF_HOUSE = re.compile(
    r"\b(?:Offices?|Bureau|Division|Department|Dept\.?|Directorate|Center|Board|Unit)[ ](?:of|for)[ ](?:the[ ])?\Z"
)
_NAME_HEADS = re.compile(
    r"(?im)^(?=[^\n]*\b(?:family|last|surname)\b)(?=[^\n]*\b(?:first|given)\b)[^\n\d]{5,80}\n+"
    rf"[ \t]*(?P<name>(?-i:{CAP}(?:[ ](?:[A-Z]\.?(?![\w])|{CAP})){{1,4}}))[ \t]*$"
)
CONTACTS = ("email", "phone")
_BEFORE, _AFTER = 160, 100  # characters between a name and what makes it private, where no sentence or paragraph joins them
_ABOVE = 4  # lines of one block


def names_beside(text: str, private: tuple[IdentifierFound, ...], officials: frozenset[str]) -> tuple[IdentifierFound, ...]:
    """Names made private by what stands beside them (`private`: everything found on the same text), in text order."""
    outside = [one for one in private if not _in_header(text, one.start)]
    found = list(dict.fromkeys((*_near(text, outside), *_above(text, outside), *_told(text, outside)))) if outside else []
    homes = tuple(one for one in private if one.kind == "address")
    found = [one for one in found if not is_town(text, one.start, one.end, homes)]
    kept = {one for one in found if key(text[one.start : one.end]) not in officials}
    return tuple(sorted(kept, key=lambda one: (one.start, one.end)))


def persons_in(text: str, pattern: re.Pattern[str] = ANY_NAME) -> Iterator[re.Match[str]]:
    """Matches (group `name`) of what may be persons' names: of nobody in office, of no firm, in no header of a mail."""
    return (match for match in pattern.finditer(text) if _is_person(match))


def _is_person(match: re.Match[str]) -> bool:
    name, text = match["name"], match.string
    return (
        personal(name)
        and not of_an_official(name, len(name.split()[0]) + 1)
        and not _shouted(match)
        and not re.search(r",\s[A-Z]{2}$", name)  # a town and its state
        and (name.isupper() or not re.search(r"\b[A-Z]{3,}\b", name.partition(",")[2] or name))  # an acronym in it
        and not BUSINESS.search(name)
        and not _OF_HOUSE.search(text[max(0, match.start("name") - 24) : match.start("name")])
        and not OFFICE.search(name)
        and not of_an_official(text, match.start("name"))
        and not in_office(text, *match.span("name"))
        and not _in_header(text, match.start("name"))
    )


def _shouted(match: re.Match[str]) -> bool:
    """Whether the name is in capitals in a line without running words; "ROE, JANE" still counts."""
    start, end = match.span("name")
    text = match.string
    line = text[text.rfind("\n", 0, start) + 1 : (text.find("\n", end) + 1 or len(text) + 1) - 1]
    if not match["name"].isupper() or match.re in (_TITLED, _ALIAS):
        return False
    return len(re.findall(r"\b[a-z]{2,}\b", line)) < 3 and ("," not in match["name"] or bool(re.search(r"\d", line)))


def _in_header(text: str, at: int) -> bool:
    line = text[text.rfind("\n", 0, at) + 1 : at]
    return bool(_HEADER.match(line))


def _near(text: str, private: list[IdentifierFound]) -> Iterator[IdentifierFound]:
    """Names in the same line or sentence; in a paper that is no mail also a little farther in the same paragraph."""
    mail = bool(MAIL.search(text))
    names = [name.span("name") for name in persons_in(text)]  # in order, and apart
    starts, ends = [start for start, _ in names], [end for _, end in names]
    for one in private:
        if (mail and one.kind == "email") or _BETWEEN_FIRMS.search(_paragraph(text, one.start)):
            continue
        for start, end in names[bisect_left(ends, one.start - _BEFORE) : bisect_right(starts, one.end + _AFTER)]:
            between = text[end : one.start] if end <= one.start else text[one.end : start] if one.end <= start else ""
            if "\n\n" in between or (end <= one.start and _MINE.search(between)):
                continue
            if (
                (mail or one.kind in CONTACTS)
                and not _opens(text, one, between)
                and between.strip(" ,:;\n–-")
                and OFFICE.search(_lines(text, min(start, one.start), max(end, one.end)))
            ):
                continue
            told = one.kind not in (*CONTACTS, "address") and _GOES_ON.search(between)  # "He is 20, born ..."
            if "\n" in between and (mail or one.kind == "address") and _SENTENCE.search(between + " A") and not told:
                continue
            begin = begins_sentence(text, start, end)
            yield IdentifierFound(begin, end, "person-name", f"stands beside a private {one.kind}")


def _opens(text: str, one: IdentifierFound, between: str) -> bool:
    """Whether the number opens a bracket right behind the name, and no mailbox of a firm goes with it."""
    return one.kind == "phone" and between == " (" and "@" not in text[one.end : one.end + 60].partition(")")[0]


def _lines(text: str, start: int, end: int) -> str:
    """The lines from the one before `start` to the one after `end`."""
    first = text.rfind("\n", 0, max(text.rfind("\n", 0, start), 0)) + 1
    after = text.find("\n", text.find("\n", end) + 1) if "\n" in text[end:] else -1
    return text[first : after if after >= 0 else len(text)]


def _above(text: str, private: list[IdentifierFound]) -> Iterator[IdentifierFound]:
    """A line that is nothing but a name, up to four lines above in the same block or right below."""
    private = [one for one in private if not _BETWEEN_FIRMS.search(_paragraph(text, one.start))]
    for name in persons_in(text, _NAME_LINE):
        for one in private:
            if one.start >= name.end():
                between = text[name.end() : one.start]
                line = text[one.end : text.find("\n", text.find("\n", one.end) + 1)]
                near = between.count("\n") <= _ABOVE and "\n\n" not in between and not OFFICE.search(between + line)
            else:
                near = one.end <= name.start() and text[one.end : name.start()].count("\n") == 1 and not MAIL.search(text)
            if near:
                yield IdentifierFound(*name.span("name"), "person-name", f"a name on a line of its own by a private {one.kind}")


def _paragraph(text: str, at: int) -> str:
    end = text.find("\n\n", at)
    return text[max(text.rfind("\n\n", 0, at), 0) : end if end >= 0 else len(text)]


def _told(text: str, private: list[IdentifierFound]) -> Iterator[IdentifierFound]:
    """Who signs a paper that gives particulars as the writer's own, who is asked for a name, the parts of a name below labels."""
    own = any(re.search(r"(?i:\b(?:my|me|i|we|our)\b)", text[max(0, one.start - 60) : one.start]) for one in private)
    for pattern, basis in (
        (_ALIAS, "another name of the person on whom particulars are given"),
        (_OWNER, "whose home, telephone or mailbox it is"),
    ):
        for match in persons_in(text, pattern):
            yield IdentifierFound(*match.span("name"), "person-name", basis)
    for match in _NICKNAME.finditer(text):
        group = "name" if match["name"] else "bare"
        if not names_nobody(match[group]) and not (group == "bare" and match[group].isupper() and len(match[group]) < 5):
            yield IdentifierFound(*match.span(group), "person-name", "another name of the person on whom particulars are given")
    for pattern in (_SIGNED, _TITLED) if own else ():
        for match in persons_in(text, pattern):
            yield IdentifierFound(*match.span("name"), "person-name", "signs a paper that gives private particulars")
    for match in _ASKED.finditer(text):
        for name in ANY_NAME.finditer(match["answer"]):
            start = match.start("answer")
            yield IdentifierFound(start + name.start(), start + name.end(), "person-name", "answers the question for a name")
    for match in _ASKED_CHILDREN.finditer(text):
        for name in re.finditer(rf"(?<![\w’'-]){CAP}(?![\w’'-])", match["answer"]):
            if name.group().lower() not in _NO_CHILD and not names_nobody(name.group()):
                start = match.start("answer") + name.start()
                yield IdentifierFound(start, start + len(name.group()), "minor-name", "answers the question for children")
    for match in _NAME_HEADS.finditer(text):
        words = match["name"].split()
        if not any(names_nobody(word) for word in words):
            yield IdentifierFound(*match.span("name"), "person-name", "stands below the labels for the parts of a name")
