"""What a page shows to be public whatever another page says: places by a body of their own, people by an office."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.patterns.names.name_forms import CAP, folded, names_nobody, of_an_official, opens, personal
from pipeline.patterns.names.office_words import OFFICE, names_office
from pipeline.patterns.names.seats import met_again
from pipeline.patterns.names.streets import STREET
from pipeline.patterns.public.officials import key
from pipeline.patterns.public.parts_taken import parts_in

WORD = r"[A-ZÀ-Þ][\w’'-]*[\w’]"
_NAMED = rf"(?P<name>{WORD}(?:[ ]{WORD}){{0,2}}?)"
# "Marlow Falls County", "Harlow Co. Jail", "Harlow SO" at the head of a row: a place has these, and a person has none of them.
# Police, jails and detentions may be a matter of somebody's ("Roe Police Report"): a body must follow, or one word stands alone.
_LOUD_BODY = r"(?:CENTER|FACILITY|COMPLEX|INSTITUTION|DEPARTMENT|DEPT|CHIEF)"
_HAS = re.compile(
    rf"(?<![\w’'.-]){_NAMED}[ ](?:(?:(?:County|COUNTY|Parish|PARISH|Township|TOWNSHIP|Borough|BOROUGH)"
    r"(?![ ]?[:#=])"
    r"|Co\.?[ ](?:Jail|Sheriff|Detention)|Field[ ]Office|FIELD[ ]OFFICE|Sub-?[Oo]ffice|Sheriff[’']s[ ](?:Office|Dep\w*)"
    r"|(?:City|Town)[ ](?:Council|Police|Hall|Attorney|Manager|Commission)"
    r"|Municipal[ ](?:Court|Jail|Airport|Police)|(?:Detention|Correctional)[ ](?:Cent(?:er|re)|Facility|Complex|Institution)"
    rf"|Police[ ](?:Dep\w*|Chief|Bureau|Station)|(?:DETENTION|CORRECTIONAL|POLICE)[ ]{_LOUD_BODY}|(?<=\n)SO\b)"
    r"|(?P<weak>(?:Police|POLICE|Jail|JAIL|PD|Sheriff[’']s)(?![ ][A-Z]|[ ]\d)))"
    r"(?![\w’'-])"
)
# In a form the next field's label may stand behind a name: "Name: Ada Roe County: Alder".
_WHOLE = re.compile(
    rf"(?<![\w’'.-])(?<!:[ ])(?<!:){_NAMED}[ ](?:(?:Field|FIELD)[ ](?:Office|OFFICE)|Sub-?[Oo]ffice"
    r"|(?:Township|TOWNSHIP|Parish|PARISH"
    r"|County(?![ ][A-Z]))(?!\s*(?:[:|#=\t]|$)|[ ]{2}|[ ]?\n))(?![\w’'-])"
)
_LABELLED = re.compile(
    r"(?i:(?:[:#|=\t]|\b(?:names?|inmate|detainee|subject|last|first|alien|booked|arrested|held|patient|caller"
    r"|(?:arrest|case|hold|release|transfer|detention|removal|booking|interview|saw|met|with)(?:\sof|\son)?)\b)[ ]*)\Z"
)
_OF = re.compile(
    r"\b(?:[Cc]ounty|COUNTY|[Cc]ity|CITY|[Tt]own|TOWN|[Vv]illage|[Bb]orough|[Pp]arish|[Ss]tate|STATE|[Cc]ommonwealth|COMMONWEALTH"
    rf"|Governor|Mayor|[Pp]eople)[ \n](?:of|OF)[ \n]{_NAMED}(?![ ][A-Z][a-z]|[\w’'-])"
)
# "the Kessel State Police", "five Kessel counties", "STATE=KESSEL": the State itself. "Then Kessel State Police came" names none.
_STATE = re.compile(
    rf"(?<![\w’'.-])(?:[Tt]he|THE|of|OF)[ \n](?P<name>{WORD})[ ](?:State|STATE)[ ](?:[A-Z]\w+)"
    rf"|(?<![\w’'.-])(?<=[a-z\d][ ])(?P<few>{WORD})[ ]counties\b|\bSTATE\s?[=:]\s?(?P<set>{WORD})"
)
# "the Kessel captain", "Kessel's undersheriff", "the Kessel board": what a county has. An attorney or a hearing is anybody's.
_KEEPS = re.compile(
    rf"(?<![\w’'.-])(?:(?:[Tt]he|[Aa]|of)[ \n](?P<name>{WORD})|(?P<own>{WORD})[’']s)[ ](?:sheriff|undersheriff"
    r"|commissioners|county[ ]board|police[ ]chief|(?(own)(?!)|(?:jail|deputies|supervisors|field[ ]office|sub-?office)))\b"
    r"(?![ ](?:case|hearing|file|report|visit|stay|record|time|sentence|bond|term|cell|number|day|log|stint|booking|hold"
    r"|friend|uncle|cousin|kin)s?\b)"
)
_JAIL = re.compile(r"(?:jail|deputies|supervisors)\Z")  # they may be spoken of by whom they hold
_COUNTIES = re.compile(r"[ ](?:Counties|COUNTIES|Parishes|Townships)\b")
_BEFORE_COUNTIES = re.compile(
    rf"(?<![\w’'.-])(?P<list>{WORD}(?:[ ]{WORD})?(?:,[ \n](?:and[ \n])?{WORD}(?:[ ]{WORD})?){{0,7}},?[ \n](?:and|&)[ \n]"
    rf"{WORD}(?:[ ]{WORD})?)\Z"
)
# "Counties in use, in order: Marlow (the first one), Kessel, and Upper Dray"
_ITEM = rf"{WORD}(?:[ ]{WORD})?(?:\s\([^()]{{1,80}}\))?"
_COUNTIES_ARE = re.compile(
    r"\b(?:Counties|Jurisdictions|Cities|Towns|Parishes|COUNTIES)\b(?P<which>[^.:;\n]{0,40}):\s"
    rf"(?P<list>{_ITEM}(?:,\s(?:and\s)?{_ITEM}){{2,}})"
)
# "Alder County Sheriff's Office / 12 Mill Road, Kessel": what ends the address below an office's name.
_POSTED = re.compile(
    rf"(?m)^(?P<office>[^\n:;,]{{4,60}})\n[ \t]*{STREET.pattern},[ ](?P<name>{WORD}(?:[ ]{WORD}){{0,2}})"
    r"(?:,?[ ][A-Z]{2}(?:[ ]\d{5})?)?[ \t]*$"
)
_HOUSE = re.compile(
    r"(?:\b(?:Office|Department|Bureau|Division|Agency|Commission|Council|Board|Courthouse|Police[ ]Station)"
    r"|\b(?:Department|Bureau|Office|Division)[ ]of(?:[ ][A-Z]\w+| and| the){1,5})[ \t]*\Z"
)
LONGEST = 160  # characters of such a list
# The first cells of rows of counts or dates: a table of counties, where two of them are known.
_FIRST_CELLS = re.compile(
    rf"(?m)(?:^[ \t]*{WORD}(?:[ ]{WORD})?[ \t|*†]+(?:\d[\d/,.%:-]*|to\sbe\sset|TBD|n/a)(?:[ \t|][^\n]*)?(?:\n|$)){{3,}}"
)
# "Marlow, Kessel and Upper Dray": if one of a list is a place, so are the others.
_LISTED = re.compile(rf"(?<![\w’'.-]){WORD}(?:(?:,[ \n](?:and[ \n])?|[ ]and[ ]|[ ]&[ ]|/){WORD})+(?![\w’'-]|[ ][A-Z])")
_CUSTODY = re.compile(
    r"(?i:\b(?:booked|arrested|held|detained|charged|deported|removed|released|cited|jailed|who|fought|fights?|shared?|cell"
    r"|cellmates?"
    r"|brothers?|inmates?|cried|slept|lived|drove|was\staken|were\staken|born|married|his|her)\b)"
)  # of persons
_OF_PERSONS = re.compile(
    r"(?i:\b(?:names?|dob|birth|born|inmates?|detainees?|aliens?|subjects?|booking|bkg|patients?|clients?|callers?)\b)"
)
# A head of places; without one the rows may be of persons, whatever is counted of them.
_OF_PLACES = re.compile(
    r"(?i:\b(?:count(?:y|ies)|jurisdictions?|sites?|cit(?:y|ies)|states?|locations?|agenc(?:y|ies)|lea|facilit(?:y|ies)"
    r"|parish(?:es)?"
    r"|jails?|fields?\soffices?)\b)"
)
HEAD = 200  # characters above a table in which its head stands
RANK = (
    r"(?:officer|agent|director|chief|deputy|(?:under)?sheriff|attorney|lawyer|counsel|secretary|spokes\w+|supervisor|analyst|manager"
    r"|coordinator"
    r"|principal|specialist|commissioner|judge|justice|senator|congress(?:man|woman)|representative|mayor|governor|administrator"
    r"|superintendent|liaison|clerk|lieutenant|captain|sergeant|detective|inspector|major|colonel|president|chair(?:man|woman"
    r"|person)?"
    r"|commander|warden|prosecutor|(?:public[ ])?defender|advocate|investigator|reporter|editor|FOD|AFOD|SDDO)\b"
)
_STEP = r"(?:(?:(?:the|an?|our)[ \n]|(?:of|for|[A-Z][\w’'.&-]*)[ ])){0,5}?"  # "Roe, a\nspokeswoman"
# Behind the rank its bearer's phrase ends or says of what: "Roe, Officer Poe" and "Roe, the officer wrote" tell of another.
_BEHIND = re.compile(
    rf"(?:,[ ]|[ ][(|–-][ ]?|,\n){_STEP}(?i:{RANK})(?=[ ]?(?:[,.;)\]|–\n]|-[ ]|$)|[ ](?:of|for|at|in|with)[ ]|[ ](?P<next>{CAP}))"
)
_BELOW = re.compile(
    rf"[ \t]*\n[ \t]*{_STEP}(?i:{RANK})(?:,[^\n]{{0,60}}|[ ](?:of|for)[ ][^\n]{{0,60}}"
    rf"|[ ](?P<next>{CAP})[^\n]{{0,40}})?[ \t]*(?=\n|$)"
)
_WRAPPED = re.compile(rf"\n[ \t]*{CAP}(?=[,.;]|[ ](?:and|then|who|[a-z]+(?:ed|s))\b)")  # the name of a rank on the line before
_GOVERNMENT = re.compile(r"[\"’”]?[ ]?(?:<|\[(?:mailto:)?)[^>\]@\s]+@[\w.-]+\.(?:gov|mil|us)\b")
_PERSON = re.compile(
    rf"(?<![\w’'.@/-])(?P<name>{CAP},[ ]{CAP}(?![\w’'@-])|(?:{CAP}|[A-Z]\.)(?:[ ](?:[A-Z]\.|{CAP})){{0,1}}[ ]{CAP})(?![\w’'@-])"
)
_SURNAME = re.compile(rf"(?<![\w’'.@/-])(?P<name>(?:[A-Z]\.[ ]?)?{CAP})(?![\w’'@-]|[ ]{CAP})")
_AGAINST = re.compile(r"\b[Vv]s?\.\s{1,3}\Z")


def places_shown(text: str) -> Iterator[str]:
    """Folded words of names that the text shows to be places."""
    for words in places_named(text):
        yield from words


def towns_shown(text: str) -> Iterator[str]:
    """Whole names of two words or three, folded, that have a field office, a township or a county, or are the city of something.

    Behind the label of a field they are none: there the name is somebody's, and the county the next field's."""
    for match in (*_WHOLE.finditer(text), *_OF.finditer(text)):
        words = match["name"].split()
        if match.re is _WHOLE and _LABELLED.search(text[max(0, match.start() - 40) : match.start("name")]):
            continue
        while words and (opens(words[0]) or _no_place(words[0]) or words[0].isupper() != words[-1].isupper()):
            words.pop(0)
        if len(words) > 1 and not any(_no_place(word) for word in words):
            yield " ".join(folded(word) for word in words)


def places_named(text: str) -> Iterator[tuple[str, ...]]:
    """The same, the words of one name together."""
    for match in _COUNTIES.finditer(text):
        listed = _BEFORE_COUNTIES.search(text[max(0, match.start() - LONGEST) : match.start()])
        for name in re.split(r",|\band\b|&", listed["list"]) if listed else ():
            words = [word for word in name.split() if not opens(word)]
            if words and len(words) < 3 and not any(_no_place(word) for word in words):
                yield tuple(folded(word) for word in words)
    for match in _COUNTIES_ARE.finditer(text):
        if not (_CUSTODY.search(match["which"]) or _OF_PERSONS.search(match["which"])):
            for name in re.split(r",\s(?:and\s)?", re.sub(r"\s\([^()]*\)", "", match["list"])):
                if not any(_no_place(word) or opens(word) for word in name.split()):
                    yield tuple(folded(word) for word in name.split())
    for match in _POSTED.finditer(text):
        words = match["name"].split()
        if _HOUSE.search(match["office"]) and not any(_no_place(word) or opens(word) for word in words):
            yield tuple(folded(word) for word in words)
    again = met_again(text)
    for match in (*_STATE.finditer(text), *_KEEPS.finditer(text)):
        word = next(one for one in match.groups() if one)
        if match.re is _KEEPS and _JAIL.search(match.group()) and word not in again:
            continue
        if not (_no_place(word) or opens(word) or _titled(text, match.start(match.lastgroup or 0))):
            yield (folded(word),)
    for match in (*_HAS.finditer(text), *_OF.finditer(text)):
        words = match["name"].split()
        if match.re is _HAS:
            while words and (opens(words[0]) or _no_place(words[0]) or words[0].isupper() != words[-1].isupper()):
                words.pop(0)  # "FAX Marlow County"
            about_one = match["weak"] or _LABELLED.search(text[max(0, match.start() - 40) : match.start("name")])
            if about_one and len(words) > 1:
                continue  # "Ann Roe Police" may be about her, and "the arrest of Ann Roe County"
        if words and not any(_no_place(word) for word in words):
            yield tuple(folded(word) for word in words)


def lists_shown(text: str) -> Iterator[tuple[str, ...]]:
    """Folded words, single names all of them, that stand in one list."""
    for match in _LISTED.finditer(text):
        words = re.findall(WORD, match.group())
        sentence = re.split(r"[.;]\s|\n\n", text[match.end() : match.end() + 80])[0]
        if not any(_no_place(word) for word in words) and not _CUSTODY.search(sentence) and not _titled(text, match.start()):
            yield tuple(folded(word) for word in words)
    for match in _FIRST_CELLS.finditer(text):
        head = text[max(0, match.start() - HEAD) : match.start()]
        label = _last_line(head)
        if _OF_PERSONS.search(head) or _CUSTODY.search(label) or _HAS.search(label) or not _OF_PLACES.search(label):
            continue  # below "Kessel County Jail" stand those whom it holds
        names = [re.match(rf"[ \t]*(?P<name>{WORD}(?:[ ]{WORD})?)", line) for line in match.group().split("\n")]
        words = [word for name in names if name for word in name["name"].split() if not _no_place(word)]
        if len(words) > 2:
            yield tuple(folded(word) for word in words)


def _last_line(text: str) -> str:
    """The line that ends here, if it has words and is no sentence: the head of what follows."""
    line = text.rstrip().rpartition("\n")[2].rstrip()
    return "" if line.endswith((".", ";", "?", "!")) else line


def officials_shown(text: str) -> Iterator[str]:
    """Names, as `key` folds them, and surnames of those whom the text gives an office."""
    for match in _PERSON.finditer(text):
        name, (start, end) = match["name"], match.span("name")
        if personal(name) and not any(names_office(word) for word in name.split()) and _holds_office(text, start, end):
            yield key(name)
    for match in _SURNAME.finditer(text):
        surname = match["name"].split()[-1]
        if _titled(text, match.start()) and personal(match["name"], 1) and not names_office(surname):
            yield folded(surname)


def parts_shown(text: str) -> Iterator[str]:
    """The same of those whom a part at a meeting or in a paper shows to act for others."""
    for name in parts_in(text):
        if personal(name, 1) and not any(names_office(word) for word in name.split()):
            yield key(name) if " " in name else folded(name)


def _holds_office(text: str, start: int, end: int) -> bool:
    line = text[text.rfind("\n", 0, start) + 1 : start]
    alone = not re.search(r"[a-z]{2}", line)
    if _titled(text, start) or _GOVERNMENT.match(text, end):
        return True
    behind, below = _BEHIND.match(text, end), _BELOW.match(text, end) if alone else None
    if behind and _WRAPPED.match(text, behind.end()):
        return False
    return any(rank and not (rank["next"] and _is_bearer(rank["next"]) and not _goes_on(rank)) for rank in (behind, below))


def _goes_on(rank: re.Match[str]) -> bool:
    """Whether the title goes on behind the word: "Deputy Executive Director"."""
    rest = rank.string[rank.end("next") : rank.end("next") + 40].partition("\n")[0]
    return re.match(rf"(?:[ ][A-Z][\w’'&-]*){{0,2}}[ ](?i:{RANK})(?=[,.;)]|[ ]?$|[ ](?:of|for)\b)", rest) is not None


def _is_bearer(word: str) -> bool:
    """Whether the word behind a rank is a name, and so another's whose rank it is: "Officer Poe", not "Director Operations"."""
    return not (names_nobody(word) or OFFICE.fullmatch(word))


def _titled(text: str, start: int) -> bool:
    return of_an_official(text, start) and not _AGAINST.search(text[max(0, start - 6) : start])


def _no_place(word: str) -> bool:
    return names_nobody(word) or OFFICE.fullmatch(word) is not None or (word.isupper() and len(word) < 3)
