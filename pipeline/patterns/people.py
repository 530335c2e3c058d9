"""Names of private persons: those on whom identifiers are given, and minors.

A name counts only where the words around it say whose it is; names of officials, offices and places stay readable.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.patterns.identifiers import IdentifierFound

_CAP = r"(?:[A-Z][a-z’'`-]+(?:[-’'][A-Z][a-z]+)*|[A-Z]{2,}(?:[-’'][A-Z]{2,})*|O[’'][A-Z]\w+|Mc[A-Z]\w+)"
_MIDDLE = rf"(?:\s(?:[A-Z]\.?|{_CAP}|de|la|del|los|van|von|bin|al)){{0,3}}?"
_STRAIGHT = rf"{_CAP}{_MIDDLE}\s{_CAP}(?:,?\s(?:Jr|Sr|JR|SR|II|III)\.?)?"
_COMMA = rf"{_CAP}(?:[ ]{_CAP})?,\s?{_CAP}(?:[ ](?:[A-Z]\b\.?(?!\s?[-#\d])|{_CAP}))?"
_NAME = rf"(?:{_COMMA}|{_STRAIGHT})"

_SUBJECT_LABEL = re.compile(
    r"(?:^|(?<=[\n.;|,(]))[ \t]*(?:[-•*]\s*)?(?P<label>(?i:subject(?:['’]s)?(?:\sname)?|(?:full\s|last\s|first\s"
    r"|legal\s|alien\s|detainee\s|inmate\s)?name(?:\sof\s"
    r"[a-z ]{3,20})?|alien|detainee|respondent|applicant|inmate|arrestee|individual|victim|complainant|petitioner"
    r"|beneficiary|client|child"
    r"|mother|father|spouse|alias(?:es)?|a\.?k\.?a\.?|re|in\sre|matter\sof))\s?[:#-]\s{0,3}"
    rf"(?P<name>{_NAME}|{_CAP})(?![A-Za-z])"
)
# The name stands directly before the identifier: "Jane Roe (A012 345 678)", "ROE, Jane, DOB 3/4/85".
_DIRECTLY_BEFORE = re.compile(
    rf"(?P<name>{_NAME})[\s,;:(–-]{{1,4}}(?:(?:an?\s|the\s)?(?:alien|national|citizen|with|whose|born|holder)?\s?)?"
    r"(?i:(?:A[- ]?(?:#|no\.?|num(?:ber)?|file)|alien\s(?:no\.?|number|#)|SSN?|DOB|D\.O\.B\.?|date\sof\sbirth|FBI|FIN"
    r"|passport|SID)"
    r"[\s:#.]*(?:no\.?|number|#|is)?[\s:#.]*)?$"
)
_SMALL_NUMBERS = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen"
_AGE_BEFORE = re.compile(
    rf"\b(?P<age>\d{{1,2}}|{_SMALL_NUMBERS})[- ](?:years?|months?|yr)[- ]old\s"
    r"(?:(?i:boy|girl|son|daughter|child|minor|student|juvenile|brother|sister|named)[\s,]{1,2}){0,2}"
    rf"(?P<name>{_CAP}(?:\s{_CAP}){{0,2}})"
)
_AGE_AFTER = re.compile(
    rf"(?P<name>{_CAP}(?:\s(?:[A-Z]\.|{_CAP})){{0,2}})(?:,\s?|\s?\()(?:(?i:aged?)\s)?(?P<age>\d{{1,2}})"
    r"(?P<tail>\s?(?:years?(?:\s|-)old|years?\sof\sage|y/?o\b)|\)|,\s(?=(?:a|an|of|who|was|is|his|her|whose|said|told"
    r"|from|lives?|lived)\b)|(?=\.\s))"
)
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
    vermont virginia washington wisconsin wyoming columbia
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
_REACH = 500  # characters between a labelled name and an identifier of the same form; about eight lines


def subjects_in(text: str, identifiers: tuple[IdentifierFound, ...]) -> tuple[IdentifierFound, ...]:
    """Names of the persons these identifiers (of the same text) belong to, in text order."""
    telling = [one for one in identifiers if one.kind in GIVEN_ON]
    found: list[IdentifierFound] = []
    if telling:
        found += _labelled(text, telling)
    for one in telling:
        start = max(0, one.start - 90)
        match = _DIRECTLY_BEFORE.search(text[start : one.start])
        if match and personal(match["name"]) and not _OFFICIAL_BEFORE.search(text[: start + match.start("name")][-40:]):
            begin = start + match.start("name")
            found.append(
                IdentifierFound(begin, start + match.end("name"), "person-name", f"stands directly before a private {one.kind}")
            )
    by_span = {(one.start, one.end): one for one in reversed(found)}
    return tuple(by_span[span] for span in sorted(by_span))


def minors_in(text: str) -> tuple[IdentifierFound, ...]:
    """Names of persons the text says are under eighteen."""
    found: list[IdentifierFound] = []
    for pattern in (_AGE_BEFORE, _AGE_AFTER, _MINOR):
        for match in pattern.finditer(text):
            age = match.groupdict().get("age")
            bare = match.groupdict().get("tail") is not None and " " not in match["name"] and "old" not in match["tail"]
            if (age and age.isdigit() and int(age) >= 18) or bare or not personal(match["name"], 1):
                continue
            found.append(IdentifierFound(match.start("name"), match.end("name"), "minor-name", "named as under eighteen"))
    return tuple(sorted(found, key=lambda one: one.start))


def personal(name: str, words_at_least: int = 2) -> bool:
    """Whether the words could be a person's name: enough of them, none that names an office, a place or a form."""
    words = [word.strip(".,’'").lower() for word in re.split(r"[\s,]+", name) if word.strip(".,")]
    return len(words) >= words_at_least and not any(word in _NO_NAME for word in words)


def spellings(name: str) -> tuple[str, ...]:
    """Patterns (regular expressions, case ignored) for the same name elsewhere: either order of its parts, then the surname."""
    if "," in name:
        last, _, first = (part.strip() for part in name.partition(","))
    else:
        first, _, last = name.rpartition(" ")
    last = last.strip(" .")
    given = first.split()
    forms = [r"\s+".join(map(re.escape, name.split()))]
    if given and last:
        head, tail = re.escape(given[0]), r"\s+".join(map(re.escape, last.split()))
        forms += [rf"{head}(?:\s+[A-Za-z.’'-]+)?\s+{tail}", rf"{tail},\s*{head}(?:[ ][A-Z]\b\.?(?!\s?[-#\d]))?"]
    if len(last) >= 4:
        forms.append(r"\s+".join(map(re.escape, last.split())))
    return tuple(forms)


def of_an_official(text: str, start: int) -> bool:
    """Whether the name that begins here follows an official's title: then it is another person of the same surname."""
    return bool(_OFFICIAL_BEFORE.search(text[max(0, start - 40) : start]))


def _labelled(text: str, telling: list[IdentifierFound]) -> Iterator[IdentifierFound]:
    for match in _SUBJECT_LABEL.finditer(text):
        one_word_ok = re.search(r"(?i)(?:last|first)\s*name", match["label"]) is not None
        name = match["name"]
        near = any(-_REACH < one.start - match.end() < _REACH and "\f" not in text[match.end() : one.start] for one in telling)
        if near and personal(name, 1 if one_word_ok else 2):
            yield IdentifierFound(
                match.start("name"), match.end("name"), "person-name", "the person on whom identifiers are given"
            )
