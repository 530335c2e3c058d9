"""Names of private persons: those on whom identifiers are given, and minors.

A name counts only where the words around it say whose it is; names of officials, offices and places stay readable.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from pipeline.patterns.identifiers import IdentifierFound, rows_below

_CAP = (
    r"(?:[A-Z][’'](?=[A-Z]{2})[A-Z]+|[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ’'`-]+(?:[-’'][A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ]+)*"
    r"|[A-ZÀ-ÖØ-Þ]{2,}(?:[-’'][A-ZÀ-ÖØ-Þ]{2,})*|O[’'][A-Z]\w+|Mc[A-Z]\w+)"
)
_MIDDLE = rf"(?:\s(?:[A-Z]\.?|{_CAP}|de|la|del|los|van|von|bin|al)){{0,3}}?"
_STRAIGHT = rf"{_CAP}{_MIDDLE}\s{_CAP}(?:,?\s(?:Jr|Sr|JR|SR|II|III)\.?)?"
_COMMA = rf"{_CAP}(?:[ ]{_CAP})?[ ]?,\s?{_CAP}(?:[ ](?:[A-Z]\b\.?(?!\s?[-#\d])|{_CAP}))?"
_NAME = rf"(?:{_COMMA}|{_STRAIGHT})"

# As many words as there are, for where nothing but the name's own shape says where it ends.
_PARTS = rf"(?:\s(?:[A-Z]\.|(?:de|la|del|los|van|von|bin|al)(?=\s)|{_CAP})){{1,4}}"
_WHOLE = rf"(?:{_CAP}{_PARTS}(?!,\s?[A-Z][a-z])|{_COMMA})"

_SUBJECT_LABEL = re.compile(
    r"(?:^|(?<=[\n.;|,(])|(?<=\s)(?=(?:[Nn]ame|NAME)\s?:))[ \t]*(?:[-•*]\s*)?"
    r"(?P<label>(?i:subject(?:['’]s)?(?:\sname)?|(?:full\s|last\s|first\s"
    r"|legal\s|alien\s|detainee\s|inmate\s)?name(?:\sof\s"
    r"[a-z ]{3,20})?|alien|detainee|respondent|applicant|inmate|arrestee|individual|victim|complainant|petitioner"
    r"|beneficiary|client|child"
    r"|mother|father|spouse|alias(?:es)?|a\.?k\.?a\.?|re|in\sre|matter\sof|nombre))\s?[:#-]\s{0,3}"
    rf"(?P<name>{_NAME}|{_CAP})(?![A-Za-z])"
)
# The name stands directly before the identifier: "Jane Roe (A012 345 678)", "ROE, Jane, DOB 3/4/85".
_DIRECTLY_BEFORE = re.compile(
    rf"(?P<name>{_NAME})[\s,;:(–-]{{1,4}}(?:(?:an?\s|the\s)?(?:alien|national|citizen|with|whose|born|holder)?\s?)?"
    r"(?i:(?:A[- ]?(?:#|no\.?|num(?:ber)?|file)|alien\s(?:no\.?|number|#)|SSN?|DOB|D\.O\.B\.?|date\sof\sbirth|FBI|FIN"
    r"|passport|SID)"
    r"[\s:#.]*(?:no\.?|number|#|is)?[\s:#.]*)?$"
)
# A form without marks: the label begins the line and the name ends it.
_ROW_LABEL = re.compile(
    r"(?:^|\n)[ \t]*(?:\d{1,2}[.)]\s)?(?P<label>(?i:(?:(?:full|last|first|legal|alien|detainee|inmate|subject|respondent"
    r"|applicant|client|child)(?:['’]s)?\s){1,2}name|name\sof\s(?:subject|alien|detainee|applicant|respondent)))[ \t]{1,40}"
    rf"(?P<name>{_NAME})[ \t]*(?=\n|$)"
)
_RELATION = (
    r"(?:husband|wife|spouse|mother|father|brother|sister|son|daughter|girlfriend|boyfriend|fianc[eé]e?|cousin|uncle|aunt|nephew"
    r"|niece|grand(?:mother|father|son|daughter)|mother[’']s\smaiden\sname|next\sof\skin|emergency\scontact)"
)
_ROLE = (
    r"(?:complainants?|petitioners?|respondents?|detainees?|aliens?|applicants?|inmates?|arrestees?|victims?|informants?"
    r"|witness(?:es)?|beneficiary|minors?|caller)"
)
# Whom an identifier nearby belongs to, told by a word for kin or for a part in a case right before the name.
_RELATED = re.compile(
    rf"\b(?i:{_RELATION}|{_ROLE})\s?[,:]?\s(?:(?:is|was|named|identified\sas|Mr\.|Ms\.|Mrs\.)\s)?"
    rf"(?P<name>{_WHOLE})(?![A-Za-z])"
)
_KIN_ONE = re.compile(rf"\b(?:[Hh]er|[Hh]is|[Mm]y|[Tt]heir|[’']s)\s(?i:{_RELATION}),?\s(?P<name>{_CAP})(?![\w’'-]|\s{_CAP})")
_SMALL_NUMBERS = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen"
_AGE_BEFORE = re.compile(
    rf"\b(?P<age>\d{{1,2}}|{_SMALL_NUMBERS})[- ](?:years?|months?|yr)[- ]old,?\s"
    r"(?:(?i:boy|girl|son|daughter|child|minor|student|juvenile|brother|sister|named)[\s,]{1,2}){0,2}"
    rf"(?:,\s)?(?P<name>{_CAP}(?:\s{_CAP}){{0,2}})"
)
_AGED = re.compile(
    rf"(?P<name>{_CAP}(?:\s(?:[A-Z]\.|{_CAP})){{0,3}})(?:,\s?|\s?\()(?i:aged?)\s(?P<age>\d{{1,2}}|{_SMALL_NUMBERS})\b"
)
_AGE_AFTER = re.compile(
    rf"(?P<name>{_CAP}(?:\s(?:[A-Z]\.|{_CAP})){{0,2}})(?:,\s?|\s?\()(?:(?i:aged?)\s)?(?P<age>\d{{1,2}})"
    r"(?P<tail>\s?(?:years?(?:\s|-)old|years?\sof\sage|y/?o\b)|\)|,\s(?=(?:a|an|of|who|was|is|his|her|whose|said|told"
    r"|from|lives?|lived)\b)|(?=\.\s))"
)
_YEARS_OLD = re.compile(
    rf"(?P<name>{_CAP}(?:\s(?:[A-Z]\.|{_CAP})){{0,3}}),\s(?:is\s)?(?:an?\s|(?:his|her|their)\s)?"
    rf"(?P<age>\d{{1,2}}|{_SMALL_NUMBERS})[- ](?:years?|months?)[- ]old\b"
)
_KIN_AGED = re.compile(
    rf"\b(?i:son|daughter|brother|sister|nephew|niece|child|grandson|granddaughter),?\s(?P<name>{_CAP}(?:\s{_CAP}){{0,2}}),\s"
    r"(?:aged?\s)?(?P<age>\d{1,2})(?=[,.;)]|\s(?:and|was|is)\b)"
)
_CHILD = re.compile(r"CHILD|\bSON\b|DAUGHTER|BOY|GIRL|NAMED|CALLED|JUVENILE|ALIEN|STUDENT")
_MINOR = re.compile(
    r"\b(?i:minor(?:['’]s)?(?:\s(?:child|son|daughter|boy|girl|alien|student|respondent))?|juvenile(?:\s(?:alien"
    r"|detainee|offender|subject))?"
    r"|unaccompanied\s(?:minor|child)|(?:his|her|their)\s(?:young|infant|baby|minor)\s(?:son|daughter|child))"
    rf",?\s(?:(?:is\s)?(?:named|called|identified\sas)\s)?(?P<name>{_CAP}(?:\s{_CAP}){{1,2}})"
)
_NO_NAME_WORDS = """
    department office bureau county city state states united program communities report request meeting update question
    questions agency division section committee center centre court act law police sheriff director secretary governor
    senator attorney general service services enforcement immigration customs homeland security field operations
    information freedom national federal public affairs press release memorandum memo letter draft response fw fwd re
    the and for with new north south east west january february march april may june july august september october
    november december monday tuesday wednesday thursday friday saturday sunday number date subject name alien detainee
    fee fees policy plan agreement school street avenue road form table figure page board association university project
    statistics schedule call conference deployment activation status weekly daily monthly annual talking points fact
    sheet unit branch fiscal year criminal removal order notice appeal hearing detention facility jail prison hospital
    house senate congress republic district of case file docket exhibit attachment appendix none unknown redacted
    withheld all various same see dob ssn fbi sid fin passport birth country citizenship nationality alabama alaska
    arizona arkansas california colorado connecticut delaware florida georgia hawaii idaho illinois indiana iowa kansas
    kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana nebraska nevada
    hampshire jersey mexico york carolina dakota ohio oklahoma oregon pennsylvania rhode island tennessee texas utah
    vermont virginia washington wisconsin wyoming columbia address home phone telephone cell email mail city zip cob registration
    no identification fingerprint first last middle maiden license licence position title signature age sex race height weight
"""
_NO_NAME = frozenset(_NO_NAME_WORDS.split())
_OFFICIAL_BEFORE = re.compile(
    r"(?i:\b(?:sheriff|director|secretary|governor|senator|sen\.|representative|rep\.|congress(?:man|woman)"
    r"|attorney\sgeneral|judge|justice"
    r"|chief|officer|agent|commissioner|mayor|president|professor|officer-in-charge|counsel|spokes(?:man|woman|person)"
    r"|v\.|vs\.)\s*)$"
)
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
)
# "date of birth 6/21/1977, of one Jane Roe", "A012 345 678, issued to Jane Roe".
_DIRECTLY_AFTER = re.compile(
    r"[\s,;)]{1,3}(?:(?:is|was)\s)?(?:of|for|(?:belong(?:s|ing)|assigned|issued|relat(?:es|ing))\sto)\s(?:one\s|(?:the|an?)\s"
    rf"(?:alien|detainee|respondent|subject)\s)?(?P<name>{_WHOLE})(?![A-Za-z])"
)
_NAME_HEAD = re.compile(r"(?i:\bnames?\b)")
_IDENTIFIER_HEAD = re.compile(
    r"\b(?:A[- ]?(?:#|[Nn]umber|NUMBER|[Nn]o|NO|[Ff]ile)|SSN|DOB|D\.O\.B|FBI)|(?i:\b(?:alien\s|date\sof\sbirth|passport))"
)
_IN_ROW = re.compile(rf"(?P<name>{_WHOLE})(?![A-Za-z])".replace(r"\s", " "))
_BESIDE = 250  # characters between a person named by kin or part and an identifier; about four lines
_REACH = 500  # characters between a labelled name and an identifier of the same form; about eight lines


def subjects_in(text: str, identifiers: tuple[IdentifierFound, ...]) -> tuple[IdentifierFound, ...]:
    """Names of the persons these identifiers (of the same text) belong to, in text order."""
    telling = [one for one in identifiers if one.kind in GIVEN_ON]
    found: list[IdentifierFound] = []
    if telling:
        found += _labelled(text, telling)
        found += _in_columns(text)
    found += _related(text, identifiers)
    for one in telling:
        start = max(0, one.start - 90)
        match = _DIRECTLY_BEFORE.search(text[start : one.start])
        if match and personal(match["name"]) and not _OFFICIAL_BEFORE.search(text[: start + match.start("name")][-40:]):
            begin = start + match.start("name")
            found.append(
                IdentifierFound(begin, start + match.end("name"), "person-name", f"stands directly before a private {one.kind}")
            )
        after = _DIRECTLY_AFTER.match(text, one.end)
        if after and one.kind != "address" and (span := _own_words(after, 2)):
            found.append(IdentifierFound(*span, "person-name", f"stands directly after a private {one.kind}"))
    by_span = {(one.start, one.end): one for one in reversed(found)}
    return tuple(by_span[span] for span in sorted(by_span))


def minors_in(text: str) -> tuple[IdentifierFound, ...]:
    """Names of persons the text says are under eighteen."""
    found: list[IdentifierFound] = []
    for pattern in (_AGE_BEFORE, _AGE_AFTER, _AGED, _YEARS_OLD, _KIN_AGED, _MINOR):
        for match in pattern.finditer(text):
            age = match.groupdict().get("age")
            bare = match.groupdict().get("tail") is not None and " " not in match["name"] and "old" not in match["tail"]
            if pattern is _MINOR and match.group().isupper() and not _CHILD.search(match.group()):
                continue  # "MINOR DIFFERENCES REMAIN", in a cable set in capitals
            if (age and age.isdigit() and int(age) >= 18) or bare or not personal(match["name"], 1):
                continue
            found.append(IdentifierFound(match.start("name"), match.end("name"), "minor-name", "named as under eighteen"))
    return tuple(sorted(set(found), key=lambda one: (one.start, one.end)))


def personal(name: str, words_at_least: int = 2) -> bool:
    """Whether the words could be a person's name: enough of them, none that names an office, a place or a form."""
    words = [word.strip(".,’'").lower() for word in re.split(r"[\s,]+", name) if word.strip(".,")]
    return len(words) >= words_at_least and not any(word in _NO_NAME for word in words)


def spellings(name: str) -> tuple[str, ...]:
    """Patterns (regular expressions, case ignored) for the same name elsewhere: either order of its parts, then the surname.

    Of two surnames each may stand for both.
    """
    if "," in name:
        last, _, first = (part.strip() for part in name.partition(","))
    else:
        first, _, last = name.rpartition(" ")
    last = last.strip(" .")
    given = first.split()
    forms = [r"\s+".join(map(re.escape, name.split()))]
    if given and last:
        head, parts = re.escape(given[0]), [re.escape(part) for part in re.split(r"[\s-]+", last) if len(part) > 1]
        tails = dict.fromkeys([r"[\s-]+".join(parts), *parts])
        for tail in tails:
            forms += [rf"{head}(?:\s+[A-Za-z.’'-]+)?\s+{tail}", rf"{tail},\s*{head}(?:[ ][A-Z]\b\.?(?!\s?[-#\d]))?"]
            forms.append(rf"(?:(?<=\bm[rs]\s)|(?<=\bm[rs]\.\s)|(?<=\bmrs\s)|(?<=\bmrs\.\s)){tail}")
        if len(parts) > 1:
            forms += [part for part in parts if len(part) >= 5]
    if len(last) >= 4:
        forms.append(r"[\s-]+".join(map(re.escape, re.split(r"[\s-]+", last))))
    return tuple(dict.fromkeys(forms))


def given_name(name: str) -> str:
    """The first given name, or '' where it is too short or too common a word to be followed on its own."""
    first = name.partition(",")[2] if "," in name else name.rpartition(" ")[0]
    word = first.split()[0] if first.split() else ""
    return word if len(word) >= 4 and word.isalpha() and word.lower() not in _NO_NAME else ""


def short_surname(name: str) -> str:
    """A surname of two or three letters, or '': too short to be followed but in its own case."""
    words = [part for part in re.split(r"[\s,]+", name) if part]
    last = name.partition(",")[0].strip() if "," in name else words[-1] if len(words) > 1 else ""
    return last if 2 <= len(last) <= 3 and last.isalpha() and last.lower() not in _NO_NAME else ""


def of_an_official(text: str, start: int) -> bool:
    """Whether the name that begins here follows an official's title: then it is another person of the same surname."""
    return bool(_OFFICIAL_BEFORE.search(text[max(0, start - 40) : start]))


def _own_words(match: re.Match[str], least: int) -> tuple[int, int] | None:
    """The span of the match's name up to the first word that is part of no name; None if fewer words than `least` are left."""
    words = list(re.finditer(r"[^\s,]+", match["name"]))
    kept = list(takewhile(lambda word: word.group().strip(".’'").lower() not in _NO_NAME, words))
    begin = match.start("name")
    return (begin, begin + kept[-1].end()) if len(kept) >= least else None


def _related(text: str, identifiers: tuple[IdentifierFound, ...]) -> Iterator[IdentifierFound]:
    """Kin and parties of a case named within a few lines of anything that singles out or reaches a private person."""
    if not identifiers:
        return
    for pattern, least in ((_RELATED, 2), (_KIN_ONE, 1)):
        for match in pattern.finditer(text):
            near = any(one.start < match.end() + _BESIDE and one.end > match.start() - _BESIDE for one in identifiers)
            if near and (span := _own_words(match, least)):
                yield IdentifierFound(*span, "person-name", "a private person, beside a private identifier")


def _in_columns(text: str) -> Iterator[IdentifierFound]:
    """Names in the rows below a head that has columns for a name and for an identifier."""
    for head, below in rows_below(text):
        if _NAME_HEAD.search(head) and _IDENTIFIER_HEAD.search(head) and not re.search(r"\d{3}", head):
            for start, line in below:
                for match in _IN_ROW.finditer(line):
                    span = _own_words(match, 2) if re.search(r"\d", line) else None
                    if span:
                        yield IdentifierFound(start + span[0], start + span[1], "person-name", "stands below a column head")
                        break


def _labelled(text: str, telling: list[IdentifierFound]) -> Iterator[IdentifierFound]:
    for match in (*_SUBJECT_LABEL.finditer(text), *_ROW_LABEL.finditer(text)):
        one_word_ok = re.search(r"(?i)(?:last|first)\s*name", match["label"]) is not None
        name = match["name"]
        near = any(-_REACH < one.start - match.end() < _REACH and "\f" not in text[match.end() : one.start] for one in telling)
        if near and personal(name, 1 if one_word_ok else 2):
            yield IdentifierFound(
                match.start("name"), match.end("name"), "person-name", "the person on whom identifiers are given"
            )
