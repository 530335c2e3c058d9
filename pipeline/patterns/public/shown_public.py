"""What shows that a capitalised word on a page about somebody's case is public: a title, a place's word, a citation, a table of
counts, the word's own form."""

from __future__ import annotations

import re

from pipeline.patterns.days.months import STEMS
from pipeline.patterns.names.name_forms import accused, of_an_official, without_title
from pipeline.patterns.names.streets import STATES
from pipeline.patterns.private.contacts import contacts_in
from pipeline.patterns.private.identifiers import identifiers_in
from pipeline.patterns.public.officials import in_office

# Right before a place; in Spanish an office is named by where it is ("policía de Stanwick").
_IN_PLACE = re.compile(
    r"\b(?:(?:(?<!brought\s)(?<!booked\s)(?<!turned\s)(?<!checked\s)(?<!called\s)(?<!came\s)(?<!took\s)(?<!walked\s)[Ii]n"
    r"|[Nn]ear|[Oo]utside|[Dd]owntown|[Tt]hroughout|en)|(?:[Cc]ity|[Tt]own|[Cc]ounty|[Ss]tate|[Vv]illage|[Pp]rovince"
    r"|Legal\sAid|(?:Aid|Bar|Humane|Historical)\sSociety|Diocese|Archdiocese|University|(?:Municipal|Urban)\sLeague|Chamber"
    r"|Bar\sAssociation)\sof"
    r"|(?i:polic[ií]a|condado|ciudad|municipio|estado|provincia|oficina|departamento|secretar[ií]a|centro|c[aá]rcel|juzgado"
    r"|tribunal"
    r"|corte|consulado|alcald[ií]a|ministerio)(?:\s\w+)?\sdel?(?:\sla)?)\s$"
)
# Whom one meets at work, though no title of rank says so.
_AT_WORK = re.compile(r"(?i:\b(?:nurse|ptl|patrolman|prof|lic|att[’']?y|rn|interp(?:reter)?|clerk)\b[.:]?[ \t]*)\Z")
# "ask for Ada at the front desk": whom one asks for there, and who is told something there
_ASKED_FOR = re.compile(r"(?i:\b(?:ask(?:ed)?\sfor|see|contact|call|check\sin\swith|speak\s(?:to|with)|mrs?\.?|ms\.?|miss)\s)\Z")
_AT_DESK = re.compile(r",?\s(?:at|in|from)\s(?:the|our)\s(?:front\s(?:desk|office|counter)|reception|switchboard|help\s?desk)\b")
# "the vendor (Kessel Systems, Invoice 7)": who sells something is no case
_SELLS = re.compile(r"\b(?:vendor|supplier|manufacturer)[ \n]\(\Z")
# "counsel: Ada Roe, Roe & Poe": a firm of lawyers
_PARTNERS = re.compile(
    r"(?i:\b(?:counsel|attorneys?|lawyers?|law\sfirm)\b)[:,]?[ ](?:(?:[A-Z][\w’'.-]*|of|the),?[ ]){0,5}[A-Z][\w’'-]+[ ]&[ ]\Z"
)
_FIRM_ENDS = re.compile(r",|[ ](?:LLP|LLC|P\.?C\.?)\b|[ \t]*(?:\n|$)")
# "Staff Reporter, Kessel Ledger": whom somebody writes for. In "Technical Writer, Maria Lopez" a form gives an occupation.
_OF_REPORTER = re.compile(
    r"(?:\b(?:Staff|Senior|News|Managing|City)\s|(?:^|\n)[ \t]*)(?:Reporter|Editor|Correspondent|Writer|Producer),\s\Z"
)
# "Man, Bellwether": a caller who gave no name, and where he lives.
_FROM = re.compile(
    r"(?i:\b(?:man|woman|male|female|resident|lady|gentleman|sergeant|sgt|deputy|lieutenant|lt|officer|teacher|nurse)),\s$"
)
_THE = re.compile(
    r"\b[Aa]n?\s[a-z]+\s$|\b(?:[Tt]he|[Aa]n?|[Tt]his|[Oo]ur|[Yy]our|[Tt]heir|[Ee]very|[Ee]ach|[Ll]os|[Ll]as|[Ee]l|[Ll]a)\s$"
)
_HOUSEHOLD = re.compile(r"\s(?:family|famil[iy]\b|household|home|residence)\b|s\b(?!\w)")
_AT, _STOPS = re.compile(r"\b(?:at|to)\s$"), re.compile(r"[,.;:)]\s")
_TOWN_AFTER = re.compile(rf",\s{STATES}|,?\s(?:[A-Z]{{2}}\b(?![\w-])|\d{{5}}\b)|,\s(?:\d{{1,2}}\sde\s|(?:{STEMS})[a-z]*\s\d)")
# The row of a table of counts, or what a county did so many times.
_COUNTS_AFTER = re.compile(
    r"\s\d{1,3}(?:,\d{3})*%?(?:\s\d{1,3}(?:,\d{3})*%?)+\s*(?:\n|$)|\s(?:had|sent|submitted|reported|booked|matched)\s\d"
)
_WITH_THE = re.compile(r"\b(?:with|by|to|from|for|at|of)\sthe\s$")  # "stays with the Hendersons"
# A decided case is known by the party's name: "Matter of Guerra, 24 I&N Dec. 37".
_CITED = re.compile(r"\s?,?\s\d{1,4}\s(?:I\s?&\s?N|U\.\s?S\.|S\.\s?Ct|F\.\s?(?:\d|Supp|App|\s?2d|\s?3d)|L\.\s?Ed)")
# "State v. Guerra, 37 Ohio App. 24", "People v. Guerra (2004)"; the number of a docket is that of a case still open
_REPORTED = re.compile(r",\s\d{1,4}\s[A-Z]|,?\s\((?:[\w. ]{2,30}\s)?(?:19|20)\d\d\)")
# The last word of a town's name, which is hardly ever a surname.
_TOWN = re.compile(r"(?i:falls|springs|creek|heights|bend|junction|rapids|crossing|landing|island|prairie|bluffs?|city)")
_STREET = re.compile(r"(?:Ave|Rd|Blvd|Ln|Dr|Ct|Pl|Hwy|Rte|Apt|Bldg|Ste|Rm|Fl)")
_CONTRACTED = re.compile(r"[’'](?:ve|ll|re|d|m|t)$")
_ACRONYMS = re.compile(r"[A-Z]{2,5}s")
# How offices clip their own words; no dictionary has them, and no name looks so.
_CLIPPED = re.compile(
    r"(?i:encls?|attn|admin|approps|interop|coord|mgmt|govt|ofc|ofcr|offr|supv|dept|subj|dets?|recs?|copay|ptl|sgt|cpl|lt|capt"
    r"|supt|atty|lic|addr|emerg|poss|juv|misd|disp|viol|prob|gov|col|rep|sen|hon|defs?|resp|sched|assoc|incl)"
)


# "Ann Roe, Alder Law Project": who acts for somebody.
_COUNSEL = re.compile(r",\s(?:[A-Z][\w’'-]+\s){0,3}(?:Law|Legal|Coalition|Rights|ACLU)\b")
# "Agents Ada Roe and Abel Poe": a title in the plural goes for every name of the list.
_LISTED = re.compile(
    r"\b(?i:agents|officers|deputies|commissioners|supervisors|sheriffs|judges|attorneys|senators|representatives|directors"
    r"|trustees|members):?\s"
    r"(?:(?:[A-Z][\w’'.-]*(?![\w’'-])\s?){1,3}(?:,\s(?:and\s)?|(?:and|&)\s))+$"
)
# An office behind the name of its town, in lower case: "the Kessel jail". What it keeps on somebody is called by his name
# too ("the Roe court file"), and without the article it may do something to the person named ("told Roe police would come").
_OFFICE_AFTER = re.compile(
    r"\s(?:sub-?office|field\soffice|office|jail|court(?:house)?|police|district|county|detention|border|schools?|sheriff)\b"
    r"(?!\s(?:case|date|file|hearing|incident|interview|matter|record|report|stop)s?\b)"
)
# Of these one speaks with an article, or names one: "WEEKLY - Kessel field office - May". "told Roe jail staff" does not.
_OFFICE_NAMED = re.compile(r"\s(?:sub-?office|field\soffice|jail|courthouse)\b(?!\s[a-z])")
_OFFICE_BEFORE = re.compile(r"\b[Tt]he\s$")
# States that are given names as well.
_STATE_OR_GIVEN = re.compile(r",\s(?:Virginia|Georgia|Montana|Tennessee|Washington)\b")


def in_place(text: str, start: int) -> bool:
    """Whether the word before `start` says that a place or the name of an office follows."""
    return _IN_PLACE.search(text[max(0, start - 32) : start]) is not None


def names_place(text: str, start: int, end: int) -> bool:
    """Whether a word for a place or office stands before the name, or behind it in lower case: then it is one everywhere."""
    return in_place(text, start) or _of_office(text, start, end)


def _of_office(text: str, start: int, end: int) -> bool:
    if _OFFICE_NAMED.match(text, end):
        return True
    return (_OFFICE_AFTER.match(text, end) and _OFFICE_BEFORE.search(text[max(0, start - 5) : start])) is not None


def is_public(text: str, start: int, end: int) -> bool:
    """Whether a title stands before the name, behind it or below it, or a citation of the case known by it follows."""
    if (
        (_OF_REPORTER.search(text[max(0, start - 40) : start]) and not _tells_of_one(text, start, end))
        or (_AT_WORK.search(text[max(0, start - 20) : start]) and not without_title(text, start))
        or (_AT_DESK.match(text, end) and _ASKED_FOR.search(text[max(0, start - 20) : start]))
        or _SELLS.search(text[max(0, start - 20) : start])
        or (" " not in text[start:end] and _FIRM_ENDS.match(text, end) and _PARTNERS.search(text[max(0, start - 100) : start]))
        or _CITED.match(text, end)
        or (_REPORTED.match(text, end) and accused(text, start))
        or _COUNSEL.match(text, end)
        or _LISTED.search(text[max(0, start - 90) : start])
    ):
        return True
    return of_an_official(text, start) or in_office(text, start, end)


def _tells_of_one(text: str, start: int, end: int) -> bool:
    """Whether something private stands in the line of the name."""
    line = text[text.rfind("\n", 0, start) + 1 : end] + text[end:].partition("\n")[0]
    return bool(identifiers_in(line) or contacts_in(line))


def is_place(text: str, start: int, end: int, person: bool = False) -> bool:
    """Whether what stands around the words makes them a place or a thing: "in Kessel", "the Courier", "Kessel, OH".

    `person`: the parser takes them for a person; then an office behind them does not count.
    """
    before = text[max(0, start - 32) : start]
    words = text[start:end].split()
    return bool(
        (len(words) == 2 and _TOWN.fullmatch(words[-1]))
        or _COUNTS_AFTER.match(text, end)
        or (not person and len(words) < 3 and _of_office(text, start, end))
        or (_TOWN_AFTER.match(text, end) and not (len(words) == 1 and _STATE_OR_GIVEN.match(text, end)))
        or _IN_PLACE.search(before)
        or _FROM.search(before)
        or (_AT.search(before) and _STOPS.match(text, end))
        or (_THE.search(before) and not (_HOUSEHOLD.match(text, end) or _is_household(words, before)))
    )


def _is_household(words: list[str], before: str) -> bool:
    return len(words) == 1 and words[0].endswith("s") and _WITH_THE.search(before) is not None


def no_name(word: str) -> bool:
    """Whether the word's own form says that it is none: contracted ("You’ve"), clipped, part of an address."""
    plain = word.strip(".,")
    return bool(_CONTRACTED.search(word) or _ACRONYMS.fullmatch(plain) or _CLIPPED.fullmatch(plain) or _STREET.fullmatch(plain))
