"""Names of private persons: those on whom identifiers are given, their kin and the parties of their case.

A name counts only where the words around it say whose it is; names of officials, offices and places stay readable.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from pipeline.patterns.names.name_forms import CAP, cried, names_nobody, of_an_official, personal
from pipeline.patterns.names.office_words import OFFICE
from pipeline.patterns.private.aliases import BASIS, beside_codes, coded_names
from pipeline.patterns.private.signs import IdentifierFound, line_before, rows_below
from pipeline.patterns.public.officials import in_office, takes_down
from pipeline.patterns.public.parts_taken import is_clergy

_MIDDLE = rf"(?:\s(?:[A-Z]\.?|{CAP}|de|la|del|los|van|von|bin|al)){{0,3}}?"
_STRAIGHT = rf"{CAP}{_MIDDLE}\s{CAP}(?:,?\s(?:Jr|Sr|JR|SR|II|III)\.?)?"
_COMMA = rf"{CAP}(?:[ ]{CAP})?[ ]?,\s?{CAP}(?:[ ](?:[A-Z]\b\.?(?!\s?[-#\d])|{CAP}))?"
# "DE LA TORRE, XIOMARA": police reports and indexes print a name so, its first part of several words.
_INDEXED = r"(?:(?:DE|LA|LOS|DEL|VAN|VON|DA|DOS|BIN|AL|EL)\s){1,2}[A-Z’'-]{2,},\s?[A-Z’'-]{2,}(?:\s[A-Z]\b\.?|\s[A-Z]{2,})?"
_NAME = rf"(?:{_INDEXED}|{_COMMA}|{_STRAIGHT})"

# As many words as there are, for where nothing but the name's own shape says where it ends.
_PARTS = rf"(?:\s(?:[A-Z]\.|(?:de|la|del|los|van|von|bin|al)(?=\s)|{CAP})){{1,4}}"
_WHOLE = rf"(?:{CAP}{_PARTS}(?!,\s?[A-Z][a-z])|{_COMMA})"

_SUBJECT_LABEL = re.compile(
    r"(?:^|(?<=[\n.;|,(])|(?<=\s)(?=(?:[Nn]ame|NAME)\s?:))[ \t]*(?:[-•*]\s*)?"
    r"(?P<label>(?i:subject(?:['’]s)?(?:\sname)?|(?:full\s|last\s|first\s"
    r"|legal\s|alien\s|detainee\s|inmate\s)?name(?:\sof\s"
    r"[a-z ]{3,20})?|alien|detainee|respondent|applicant|inmate|arrestee|individual|victim|complainant|petitioner"
    r"|beneficiary|client|child"
    r"|mother|father|spouse|alias(?:es)?|a\.?k\.?a\.?|re|in\sre|matter\sof|nombre))\s?[:#-]\s{0,3}"
    rf"(?P<name>{_NAME}|{CAP})(?![A-Za-z])"
)
# "Last: Roe   First: Jane", side by side or one below the other
_PARTED = re.compile(
    rf"\b(?i:last|surname|family)\s?:[ \t]{{0,12}}(?P<last>{CAP}(?:[ ]{CAP})?)[ \t,;|]{{0,20}}\n?[ \t]{{0,12}}"
    rf"(?i:first|given)\s?:[ \t]{{0,12}}(?P<first>{CAP})"
)
# The name stands directly before the identifier: "Jane Roe (A012 345 678)", "ROE, Jane, DOB 3/4/85".
_DIRECTLY_BEFORE = re.compile(
    rf"(?P<name>{_NAME})(?<!\sFBI)(?<!\sSSN)(?<!\sDOB)(?<!\sSID)(?<!\sFIN)[\s,;:(–-]{{1,4}}(?:(?:an?\s|the\s)?(?:alien|national|citizen|with|whose|born|holder)?\s?)?"
    r"(?:(?:[A-Z]{1,4}/[MF]|[MF]/[A-Z]{1,4}|[WBHAIUO][MF])\b[\s,;]{1,4})?"
    r"(?i:(?:A[- ]?(?:#|n[or]\.?|num(?:ber)?|file)|alien\s(?:registration|(?:registration\s)?(?:no\.?|number|#))|SSN?|DOB"
    r"|D\.O\.B\.?|date\sof\sbirth|FBI|FIN"
    r"|passport|SID)"
    r"[\s:#.]*(?:no\.?|number|#|is)?[\s:#.]*)?$"
)
# A form without marks: the label begins the line and the name ends it.
_ROW_LABEL = re.compile(
    r"(?:^|\n)[ \t]*(?:\d{1,2}[.)]\s)?(?P<label>(?i:(?:(?:full|last|first|legal|alien|detainee|inmate|subject|respondent"
    r"|applicant|client|child)(?:['’]s)?\s){1,2}name|name\sof\s(?:subject|alien|detainee|applicant|respondent)))[ \t]{1,40}"
    rf"(?P<name>{_NAME})[ \t]*(?=\n|$)"
)
# A form with its values below their labels: "Family name", then the name on a line of its own.
_LABEL_ABOVE = re.compile(
    r"(?:^|\n)[ \t]*(?:\d{1,2}[.)]\s)?(?i:(?:full|last|first|legal|family|given|middle|alien|detainee|subject|applicant)\sname"
    rf"|surname|name)\s?(?:\([^\n()]{{2,40}}\))?:?[ \t]*\n[ \t]*(?P<name>{_NAME}|{CAP})[ \t]*(?=\n|$)"
)
# Who speaks of himself: "I, Jane Roe, being duly sworn", "my name is Jane Roe".
_SELF = re.compile(rf"(?:\bI,\s|\bI\sam\s|\b[Mm]y\sname\sis\s)(?:(?:Mr|Mrs|Ms)\.?\s)?(?P<name>{_WHOLE})(?![A-Za-z])")
# The narrative of a form that gives identifiers: "Jane Roe stated that she entered at Marlow".
_TELLS = re.compile(
    rf"(?P<name>{_WHOLE})\s(?:(?:has|had|was|were|is)\s)?(?:stated|claim(?:s|ed)|admitted|denied\sever|entered\sthe"
    rf"|was\sborn|resides?"
    r"|(?:first\s)?encountered|apprehended|arrested|convicted|booked|deported|removed|fingerprinted|interviewed)\b"
)
_RELATION = (
    r"(?:husband|wife|spouse|mother|father|brother|sister|son|daughter|girlfriend|boyfriend|fianc[eé]e?|cousin|uncle"
    r"|aunt|nephew"
    r"|niece|grand(?:mother|father|son|daughter)|(?:son|daughter|mother|father|brother|sister)-in-law|step(?:son"
    r"|daughter|father|mother)|ex-?(?:husband|wife)|(?-i:\bex(?=,\s))|mother[’']s\smaiden\sname|married\sto"
    r"|next\sof\skin|emergency\scontact|espos[oa]|marido|herman[oa]|madre|padre|hij[oa]|prim[oa]|t[ií][oa]|cuñad[oa]|suegr[oa])"
)
_ROLE = (
    r"(?:complainants?|petitioners?|respondents?|detainees?|aliens?|applicants?|inmates?|arrestees?|victims?|informants?"
    r"|witness(?:es)?|beneficiary|minors?|callers?|tenants?|neighbou?rs?|clients?|patients?(?=\s?[:,])|obligors?"
    r"|sponsors?|constituents?|roommates?|declarants?|affiants?)"
)
# Whom an identifier nearby belongs to, told by a word for kin or for a part in a case right before the name.
_RELATED = re.compile(
    rf"\b(?i:(?:my\s)?{_RELATION}|{_ROLE})(?:[’']s\s(?:\w+\s)?name)?\s?[,:]?\s(?:(?:is|was|named|identified\sas)\s)?(?:(?:Mr"
    rf"|Ms|Mrs|Miss)\.?\s)?"
    rf"(?P<name>{_WHOLE})(?![A-Za-z])"
)
_SMALL = r"(?:bab(?:y|ies)|infant|newborn|toddler|boy|girl|kids?|child(?:ren)?|twins?|teenager|youngest|eldest|oldest|grandkids?)"
_KIN_ONE = re.compile(
    rf"\b(?:[Hh]er|[Hh]is|[Mm]y|[Tt]heir|[Oo]ur|[Mm]i|[Ss]u|[’']s|c/o)\s(?i:{_RELATION}|{_SMALL}),?\s(?:(?:named"
    rf"|called)\s)?(?P<name>{CAP}(?:\s{CAP}){{0,2}})(?![\w’'-])"
)
# Who speaks for somebody names him, and who complains, is held or is harmed is private, whatever else the page says.
_FOR_ANOTHER = re.compile(
    rf"\b(?i:(?:my|our|this\soffice[’']s)\s(?:client|tenant|patient|parishioner|constituent|student|neighbou?r)s?"
    rf"|(?:the\s)?complainants?"
    rf"|(?:the\s)?informants?|(?:on|in)\sbehalf\sof(?:\smy\s(?:client|constituent))?)\s?[,:]?\s(?:(?:is|was|named)\s)?(?:(?:Mr"
    rf"|Ms|Mrs|Miss)\.?\s)?(?P<name>{_WHOLE})(?![A-Za-z])"
)
_SENDER = re.compile(r"(?i:[ \t>]*(?:from|sent\sby)[ \t]?:)")
GIVEN_ON = (
    "a-number",
    "ssn",
    "date-of-birth",
    "passport",
    "fbi-number",
    "fin",
    "state-id",
    "driver-licence",
    "address",
    "person-number",
    "receipt-number",
    "boxed-number",
    "spoken-number",
)
# "date of birth 6/21/1977, of one Jane Roe", "A012 345 678, issued to Jane Roe".
_DIRECTLY_AFTER = re.compile(
    r"[\s,;)]{1,3}(?:(?:is|was)\s)?(?:of|for|(?:belong(?:s|ing)|assigned|issued|relat(?:es|ing))\sto)\s(?:one\s|(?:Mr"
    r"|Mrs|Ms|Miss)\.?\s|(?:the|an?)\s"
    rf"(?:alien|detainee|respondent|subject)\s)?(?P<name>{_WHOLE})(?![A-Za-z])"
)
_NAME_HEAD = re.compile(r"(?i:\bnames?\b)")
_IDENTIFIER_HEAD = re.compile(
    r"\b(?:A[- ]?(?:#|[Nn]umber|NUMBER|[Nn]o|NO|[Ff]ile)|SSN|DOB|D\.O\.B|FBI)|(?i:\b(?:alien\s|date\sof\sbirth|passport))"
)
_IN_ROW = re.compile(rf"(?P<name>{_WHOLE})(?![A-Za-z])".replace(r"\s", " "))
_MAIDEN = re.compile(rf"\b[Mm]aiden\sname\s?(?:is\s|was\s|:\s?|of\s)?(?P<name>{CAP}(?:[- ]{CAP})?)(?![A-Za-z])")
# "Ms. T. Roe, 555-0100, A-number 012 345 678": whoever the sentence speaks of by a private person's title.
_TITLED = re.compile(rf"\b(?:Mr|Mrs|Ms|Miss)\.?\s(?P<name>(?:(?:[A-Z]\.\s?){{1,2}}|{CAP}\s){{0,3}}{CAP})(?![A-Za-z])")
_SENTENCE_END = re.compile(r"[a-z)\d][.!?]\s+[A-Z]|\n\n")
_WITHIN = 120  # characters between such a name and the identifier
_BESIDE = 250  # characters between a person named by kin or part and an identifier; about four lines
_REACH = 500  # characters between a labelled name and an identifier of the same form; about eight lines


def subjects_in(text: str, identifiers: tuple[IdentifierFound, ...]) -> tuple[IdentifierFound, ...]:
    """Names of the persons these identifiers (of the same text) belong to, in text order."""
    telling = [one for one in identifiers if one.kind in GIVEN_ON]
    found: list[IdentifierFound] = []
    if telling:
        found += _labelled(text, telling)
        found += _in_columns(text)
        found += _of_forms(text, telling)
        found += _titled(text, telling)
        found += coded_names(text)
    found += (*_parted(text), *beside_codes(text))
    found += _related(text, identifiers)
    found += _for_another(text)
    for one in telling:
        start = max(0, one.start - 90)
        match = _DIRECTLY_BEFORE.search(text[start : one.start])
        if (
            match
            and personal(match["name"])
            and not _titled_within(match["name"])
            and not of_an_official(text, start + match.start("name"))
        ):
            begin = start + match.start("name")
            found.append(
                IdentifierFound(begin, start + match.end("name"), "person-name", f"stands directly before a private {one.kind}")
            )
        after = _DIRECTLY_AFTER.match(text, one.end)
        if after and one.kind != "address" and (span := _own_words(after, 2)):
            found.append(IdentifierFound(*span, "person-name", f"stands directly after a private {one.kind}"))
    by_span = {(one.start, one.end): one for one in reversed(found) if not takes_down(text, one.end)}
    return tuple(by_span[span] for span in sorted(by_span))


def _parted(text: str) -> Iterator[IdentifierFound]:
    """Surname and given name that stand each behind its own label of a form."""
    for match in _PARTED.finditer(text):
        before = line_before(text, match.start(), 60)
        if personal(match["last"], 1) and personal(match["first"], 1) and not OFFICE.search(before):
            yield from (IdentifierFound(*match.span(part), "person-name", BASIS) for part in ("last", "first"))


def _titled_within(name: str) -> bool:
    """Whether an official's title stands among the words: "HOLD BY IEA ROE"."""
    return any(of_an_official(f"{word} ", len(word) + 1) for word in name.split()[:-1])


def _own_words(match: re.Match[str], least: int) -> tuple[int, int] | None:
    """The span of the match's name up to the first word that is part of no name; None if fewer words than `least` are left."""
    words = list(re.finditer(r"[^\s,]+", match["name"]))
    kept = list(takewhile(lambda word: not names_nobody(word.group()), words))
    begin = match.start("name")
    if words and of_an_official(f"{words[0].group()} ", len(words[0].group()) + 1):
        return None
    return (begin, begin + kept[-1].end()) if len(kept) >= least else None


def _related(text: str, identifiers: tuple[IdentifierFound, ...]) -> Iterator[IdentifierFound]:
    """Kin and parties of a case named within a few lines of anything that singles out or reaches a private person."""
    if not identifiers:
        return
    for pattern, least in ((_RELATED, 2), (_KIN_ONE, 1)):
        for match in pattern.finditer(text):
            reach = _BESIDE if not match.group().lower().startswith("my ") else len(text)
            near = any(one.start < match.end() + reach and one.end > match.start() - reach for one in identifiers)
            span = _own_words(match, least) if near else None
            if span and not cried(text[span[0] : span[1]]) and not is_clergy(text, span[0]):
                yield IdentifierFound(*span, "person-name", "a private person, beside a private identifier")


def _for_another(text: str) -> Iterator[IdentifierFound]:
    for match in _FOR_ANOTHER.finditer(text):
        if _SENDER.match(text[text.rfind("\n", 0, match.start()) + 1 : match.start()]):
            continue  # "From: ... On Behalf Of Kessel Outreach": a mailbox
        span = _own_words(match, 2)
        if span and not of_an_official(text, span[0]) and personal(text[span[0] : span[1]]):
            yield IdentifierFound(*span, "person-name", "somebody speaks for this person, who complains or gave word")


def _in_columns(text: str) -> Iterator[IdentifierFound]:
    """Names in the rows below a head that has columns for a name and for an identifier."""
    for head, below in rows_below(text):
        if _NAME_HEAD.search(head) and _IDENTIFIER_HEAD.search(head) and not re.search(r"\d{3}", head):
            for start, line in below:
                for match in _IN_ROW.finditer(line):
                    span = _own_words(match, 2) if re.search(r"\d", line) else None
                    if span and not (_signs(line, span) or in_office(text, start + span[0], start + span[1])):
                        yield IdentifierFound(start + span[0], start + span[1], "person-name", "stands below a column head")
                        break


def _signs(line: str, span: tuple[int, int]) -> bool:
    """Whether the row gives the name an officer's letters right behind it: "M. Roe, IEA"."""
    return re.match(r",?\s(?:IEA|SIEA|DO|SDDO|AFOD|FOD|SA|SSA)\b", line[span[1] :]) is not None


def _titled(text: str, telling: list[IdentifierFound]) -> Iterator[IdentifierFound]:
    """Names behind Mr. or Ms. that an identifier follows in the same sentence; maiden names."""
    for match in _TITLED.finditer(text):
        ahead = next((one for one in telling if match.end() <= one.start <= match.end() + _WITHIN), None)
        if ahead and ahead.kind != "address" and not _SENTENCE_END.search(text[match.end() : ahead.start]):
            span = _own_words(match, 1)
            if span:
                yield IdentifierFound(*span, "person-name", f"a private {ahead.kind} follows in the sentence")
    for match in _MAIDEN.finditer(text):
        yield IdentifierFound(*match.span("name"), "person-name", "a maiden name")


def told_of(text: str) -> Iterator[IdentifierFound]:
    """Persons of whom the narrative of a form tells: for forms whose own fields could not be read."""
    for match in _TELLS.finditer(text):
        span = _own_words(match, 2)
        if span and not of_an_official(text, span[0]):
            yield IdentifierFound(*span, "person-name", "told of in a form that asks for private identifiers")


def _of_forms(text: str, telling: list[IdentifierFound]) -> Iterator[IdentifierFound]:
    """Names below their labels, of whoever speaks of himself, and of those a form with several identifiers tells about."""
    patterns = [(_LABEL_ABOVE, 1), (_SELF, 2)]
    kinds = {one.kind for one in telling}
    if len(kinds - {"address"}) >= 2 or "boxed-number" in kinds:
        patterns.append((_TELLS, 2))
    for pattern, least in patterns:
        for match in pattern.finditer(text):
            near = any(-2 * _REACH < one.start - match.end() < 2 * _REACH for one in telling)
            if near and not of_an_official(text, match.start("name")) and (span := _own_words(match, least)):
                yield IdentifierFound(*span, "person-name", BASIS)


def _tells_whose(one: IdentifierFound) -> bool:
    """Whether it shows a letter's subject to be a person: anything but a street that may be the office's or the reader's."""
    return one.kind != "address" or (one.basis.startswith(("follows", "names")) and "person's name" not in one.basis)


def _labelled(text: str, telling: list[IdentifierFound]) -> Iterator[IdentifierFound]:
    for match in (*_SUBJECT_LABEL.finditer(text), *_ROW_LABEL.finditer(text)):
        one_word_ok = re.search(r"(?i)(?:last|first)\s*name", match["label"]) is not None
        name = match["name"]
        own = [one for one in telling if _tells_whose(one)] if match["label"].casefold() == "re" else telling
        near = any(-_REACH < one.start - match.end() < _REACH and "\f" not in text[match.end() : one.start] for one in own)
        if near and personal(name, 1 if one_word_ok else 2):
            yield IdentifierFound(match.start("name"), match.end("name"), "person-name", BASIS)
