"""Whose part in a paper or at a meeting shows that they act for others: present at a board, of a group, clergy, counsel, authors.

With the titles that `officials` reads they make the officials of a file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.patterns.names.name_forms import CAP, names_nobody, personal
from pipeline.patterns.names.office_words import OFFICE
from pipeline.patterns.names.towns import places_in
from pipeline.patterns.public.officials import ANY_NAME, NAME, in_office, key
from pipeline.patterns.public.seated import signed_and_seated

_WITH_INITIAL = re.compile(rf"(?<![\w’'.@/-]){CAP},[ ][A-Z]\b")
_ADDRESSEES = re.compile(r"(?im)^[ \t>]*(?:from|to|cc|bcc)[ \t]?:[ \t]*(?P<who>[^\n]*(?:\n[ \t]+[^\n:]+)*)")
# "Present: Roe, Dray (chair), Poe", in the minutes of a body.
_MINUTES = re.compile(r"(?i:\b(?:minutes|board|council|committee|commission|working\sgroup|task\sforce)\b)")
# Where somebody's case is heard those present are his kin and himself.
_HEARS_CASES = re.compile(
    r"(?i:\b(?:parole|disciplin\w+|grievance|bond|custody|removal|detention|family|immigration)\s(?:\w+\s)?(?:hearing|board"
    r"|committee|commission"
    r"|meeting|panel|conference)\b|\bsupport\sgroup\b|\bhousing\sunit\b|\bpod\s\d|\b(?:inmate|detainee|resident)s?\s(?:council|committee|meeting)\b"
    r"|\bin\sthe\smatter\sof\b|\brespondent\b|\bhearing\sofficer\b)"
)
_OF_HELD = re.compile(
    r"(?i:\b(?:inmates?|detainees?|residents|patients?|clients?|whose|(?:his|her)\s(?:wife|husband|mother|father|son|daughter))\b"
    r"|\bin\scourt\b)"
)
_ATTENDANCE = re.compile(
    r"(?im:(?:^|(?<=[.;]\s))[ \t]*(?:members?\s|also\s)?(?:present|attending|in\sattendance|absent|excused|roll\scall)"
    r"(?:\smembers?)?\s?:)"
    r"(?=\s(?P<rest>[^\n]*(?:\n(?![ \t]*\n|[ \t]*\d+[.)])[^\n]*){0,2}))"  # the next such list may begin in it
)
_ENDS = re.compile(
    r"(?<=[a-z)]{2})\.(?:\s|$)|;\s|\b(?:Also|Staff|Public|Guests?|Visitors?|Excused|Absent)\s?:|\b\d+\s(?:of|members)\b"
)
# "Members Ida Dray (chair), Ada Roe and Abel Poe": a title in the plural goes for every name of its list.
_LISTED_WORDS = rf"(?:(?:{CAP}|[A-Z]\.)[ \n]?){{1,4}}(?:\([a-z -]+\))?"
_PLURAL = re.compile(
    r"\b(?i:agents|officers|deputies|commissioners|supervisors|sheriffs|judges|attorneys|senators|representatives|directors"
    r"|trustees|(?:board|commission|committee|council)\smembers|(?<=[Pp]resent:\s)members|councilors|aldermen|selectmen)"
    r"(?P<colon>\s?:)?\s"
    rf"(?P<rest>{_LISTED_WORDS}(?:(?:,[ \n](?:and[ \n])?|[ ]?(?:and|&)[ \n]){_LISTED_WORDS})+)"
)
_LISTED_NAME = re.compile(rf"(?<![\w’'-])(?:(?:{CAP}|[A-Z]\.)[ ]){{0,3}}{CAP}(?![\w’'-])")
_GROUP = (
    r"(?:Coalition|Project|Association|Assn|Ministry|Ministries|Society|League|Alliance|Council|Network|Union|Chamber"
    r"|Foundation|Institute"
    r"|Committee|Commission|Federation|Conference|Diocese|Archdiocese|Partnership|Bureau|Department|Office|Agency|Authority"
    r"|Legal\sAid"
    r"|Law\s(?:Cent(?:er|re)|Clinic)|Cent(?:er|re)|Clinic|Gazette|Courier|Herald|Tribune|Times|Sentinel|Chronicle)\b"
)
# Of what an office keeps on people somebody is a case: "Ada Roe of the Kessel Field Office caseload", "... Office's list".
_NOT_KEPT = (
    r"(?![’'])(?![ \n](?:[a-z]+[ \n])?(?:case|caseload|docket|file|list|roster|log|register|queue|intake|custody|detention"
    r"|hold|cell|wing|population|transfer|arrest|booking)s?\b)"
)
# Somebody is moved from an office, held for it and complains to it: only "of" it, or behind a comma, does he belong to it.
_FOR_GROUP = (
    r"(?:[ \n]of|,[ \n](?:of|from|who[ \n](?:speaks|spoke)[ \n]for))[ \n](?:the[ \n])?"
    rf"(?:(?:[A-Z][\w’'&-]*|of|for|and)[ \n]){{0,4}}?{_GROUP}{_NOT_KEPT}"
)
# "Ada Roe of the Kessel Defense Table": what one is "of the" with two names or more is a body, but a house.
_OF_BODY = re.compile(
    rf"(?<![\w’'.@/-])(?P<name>{NAME})(?:[ \n]of|,[ \n](?:of|from))[ \n]the[ \n](?:[A-Z][\w&-]*[ \n]){{1,4}}"
    r"(?P<last>[A-Z][\w&-]*)(?=[.,;:)]|[ \n][a-z])" + _NOT_KEPT
)
_HOUSES = re.compile(
    r"(?:Suites?|Apartments?|Motel|Inn|Hotel|Hospital|Infirmary|Shelter|Home|House|Jail|Prison|School|Park|Laundry|Ward|Street"
    r"|Avenue|Road|Lane|Court"
    r"|States|Islands|Republic|Unit|Wing|Pod|Ranch|Farms?|Family|Group)"
)
# "Legislative Relations (Ada Roe, 555-0100)"
_BRACKETED = re.compile(rf"(?<![\w’'.-])(?P<body>[A-Z][a-z]+)[ \n]\((?P<name>{NAME})(?=[,)])")
_AFFILIATED = re.compile(rf"(?<![\w’'.@/-])(?P<name>{NAME}){_FOR_GROUP}")
# "Ada Roe of Congressman Poe's district office": whoever is from the office of one elected, not who is met there or asked about
_ELECTED = (
    r"(?:the[ ]office[ ]of[ ])?(?i:congress(?:man|woman|member)|senator|sen\.|representative|rep\.|governor|gov\.|mayor"
    r"|assembly(?:man|woman|member)|supervisor|commissioner|council(?:man|woman|member))"
    r"[ ](?:[A-Z][\w’'.-]*[ ]){0,2}?[A-Z][\w-]*[’']s?[ ](?:\w+[ ]){0,2}?(?:office|staff)\b"
)
_OF_MEMBER = re.compile(
    rf"(?<![\w’'.@/-])(?P<name>{NAME})(?:[ \n](?:of|from|with)[ \n]{_ELECTED}"
    r"(?![ ](?:present|there|listening|watching|in|on|at|member))"
    rf"|(?:,[ \n]|[ ]\(){_ELECTED}(?=[ ]?[).,;]|[ ]*\n|$))"
)
_MET = re.compile(
    r"(?i:\b(?:met|meet|meeting|saw|visited|interviewed|helped|assisted|discuss(?:ed)?|about|for|re:?)\s(?:with\s)?)\Z"
)
# Of a clinic or a paper somebody may be the patient or the reader: a clergyman or who speaks for it is not.
_SERVES = re.compile(r"(?:Cent(?:er|re)|Clinic|Gazette|Courier|Herald|Tribune|Times|Sentinel|Chronicle)\Z")
_CLERGY = re.compile(
    r"(?<![’']s[ ])(?<!\b[Hh]is[ ])(?<!\b[Hh]er[ ])(?<!\b[Mm]y[ ])(?<!\b[Oo]ur[ ])(?<![Tt]heir[ ])"
    r"\b(?:(?P<kin>Sister|Father|Brother|Mother|Sr\.)|Rev\.?|Reverend|Rabbi|Imam|Pastor|Fr\.?|Msgr\.?|Bishop|Deacon)[ ]"
    rf"(?P<name>{CAP}(?:[ ](?:[A-Z]\.|{CAP})){{0,2}})(?:{_FOR_GROUP}|,[ ](?:[A-Z][\w’'&-]*[ ]){{0,4}}?{_GROUP}{_NOT_KEPT}"
    rf"|,[ ]{{1,2}}(?:director|pastor|president)\b"
    r"|,?[ ]of[ \n](?:the[ ])?(?:(?:St\.|[A-Z][\w’'&-]*)[ ]){1,4}?(?:Church|Chapel|Parish|Temple|Synagogue|Mosque|Cathedral"
    r"|Tabernacle|Mission)\b(?![ ][A-Z])"
    r"|(?(kin)(?!)|(?:,[ ]{1,2}who\b|[ \n](?:said|spoke|speaks|read|told|testified|opposed|supported|wrote|thanked|added|agreed"
    r"|asked)\b)))"
)
# "The warden of the county jail, Ada Roe, testified"
_APPOSED = re.compile(
    r"(?<!\b[Tt]o[ ])(?<!\b[Tt]old[ ])(?<!\b[Aa]sked[ ])(?<!\b[Bb]y[ ])(?<!\b[Ff]or[ ])"
    r"\b(?:[Tt]he|[Ii]ts|[Tt]heir|[Oo]ur|[Yy]our|[Mm]y|[A-Z][\w’'-]*[’']s)[ ](?:[\w-]+[ ]){0,2}?"
    r"(?i:director|chief|sheriff|attorney|counsel|secretary|spokes\w+|administrator|superintendent|president|chair(?:man|woman"
    r"|person)?"
    r"|commissioner|clerk|warden|manager|coordinator|mayor|governor|commander|principal)"
    rf"(?:[ ](?:of|for|at)[ ](?:the[ ])?[\w’' ]{{2,40}}?)?,[ \n](?:M(?:r|s|rs)\.[ ])?(?P<name>{NAME}),[ \n](?:also[ \n])?"
    r"(?:said|testified|spoke|stated|told|wrote|read|reported|presented|explained|announced|signed|agreed|answered|replied"
    r"|noted|added"
    r"|will|may|warned|confirmed|declined)\b"
)
_OWN_CUSTODY = re.compile(
    r"[^.;\n]{0,80}?\b(?:his|her|he|she|my|I)\s(?:(?:own|first|bond|asylum|immigration)\s)?(?:cell(?:mates?)?|bunk|bond|hold"
    r"|detention|arrest|booking|deportation|hearing|A-number"
    r"|(?:was|had\sbeen|were|is)\s(?:\w+ly\s)?(?:arrested|held|detained|booked|jailed|stopped|deported|fingerprinted|beaten"
    r"|handcuffed|locked))\b"
    r"|[,\s]{0,2}(?:who\s)?(?:was|were|is|got|had\sbeen|has\sbeen)\s(?:\w+\s)?(?:arrested|held|detained|booked|jailed|stopped|deported"
    r"|removed|fingerprinted|beaten|handcuffed|locked|charged|injured|ill|sick|taken)\b"
)
_KIN_BEFORE = re.compile(
    r"(?i:\b(?:my|his|her|our|their)\s(?:\w+\s)?(?:father|mother|brother|sister|husband|wife|uncle|aunt|cousin|friend),?\s)\Z"
)
# What somebody held or sick fills in and sends.
FILLED_IN = re.compile(
    r"(?i:\b(?:inmate|detainee|prisoner|resident|patient)[’']?s?\s(?:request|grievance|message|complaint|medical|communication)\b"
    r"|\b(?:request|grievance|sick[ -]call|complaint)\s(?:form|slip)\b|\bgrievance\b)"
)
_BYLINE = re.compile(rf"(?m)^[ \t]*(?:By|BY)[ ](?P<name>{NAME})[ \t]*(?=$|\||,[ ](?:[A-Z][\w’'-]*+[ \t]?){{1,4}}$)")
# Whose such a paper is signs it for himself.
_ONES_OWN = re.compile(
    r"(?i:\b(?:complaints?|statements?|grievances?|declarations?|affidavits?|petitions?|letters?|appeals?|claims?|requests?"
    r"|testimony|forms?)\b)"
)
_NEWS_BY = re.compile(rf"\b(?:[12]\d{{3}}|[A-Z]{{4,}}),?[ ]by[ ](?P<name>{NAME})[ \t]*$", re.MULTILINE)
# "MEMBER ADA ROE: And the cost?", in what is taken down of a board
_SPEAKS = re.compile(
    r"(?m)^[ \t]*(?:(?:BOARD|COUNCIL|COMMITTEE)[ ])?(?:MEMBER|CHAIR|TRUSTEE|ALDERMAN|DELEGATE|VICE[ ]CHAIR)[ ]"
    r"(?P<name>[A-Z][A-Z’'-]{1,20}(?:[ ][A-Z][A-Z’'.-]{0,20}){0,2}):[ ]"
)
# "Ada Roe, intake clerk, Civilian Review Board"
_CLERKS = re.compile(
    rf"(?<![\w’'.@/-])(?P<name>{NAME}),[ ](?:[a-z]+[ ]){{1,2}}(?:clerk|officer|coordinator|specialist|supervisor|assistant"
    r"|analyst|manager|secretary|investigator|advocate|counsel)"
    rf",[ \n](?:the[ ])?(?:[A-Z][\w’'&-]*[ ]){{0,4}}?(?:Board|{_GROUP}){_NOT_KEPT}"
)
_HOSTS = re.compile(
    r"(?m)^[ \t]*(?:HOST|ANCHOR|MODERATOR|REPORTER|INTERVIEWER|NARRATOR|THE[ ]COURT)[ ]?\((?P<name>[^()\n]{3,40})\)"
)
# Counsel at a deposition, where questions and answers have letters of their own.
_EXAMINES = re.compile(r"(?m)^[ \t]*(?:\d{1,2}[ \t]+)?[QA][.:]?[ \t]+[A-Z]")
_COUNSEL = re.compile(
    r"(?m)^[ \t]*(?:\d{1,2}[ \t]+)?(?:MR|MS|MRS)\.?[ ](?P<name>[A-Z][A-Z’'-]{2,}(?:[ ][A-Z’'-]{2,})?):(?P<turn>[^\n]*)"
)
_PLEADS = re.compile(
    r"(?i:\bobjections?\b|\bI\sobject\b|\bnothing\sfurther\b|\bno\sfurther\squestions\b|\bstrike\b|\bexhibits?\b"
    r"|\bfoundation\b|\bstipulat\w+"
    r"|\bcounsel\b|\bthe\s(?:witness|deponent)\b|\binstruct\b)"
)
# "Ada Roe, Chair - Ida Dray - Abel Poe": the head of a board's paper, where one of the row has a rank.
_ROW_OF = re.compile(rf"(?m)^[ \t]*(?P<rest>{NAME}(?:,[ ][A-Z][a-z]+)?(?:[ ][-–·|•][ ]{NAME}(?:,[ ][A-Z][a-z]+)?){{2,}})[ \t]*$")
_MADE_FOR = re.compile(rf"\b[Pp]repared[ ]for[ ][^.\n]{{2,60}}[ ]by[ ](?P<name>{NAME})(?![\w’'@-])")
_TOLD_THEM = re.compile(r"(?i:\b(?:told|asked|informed|advised|let)\s(?:the\s|two\s)?)\Z")  # "told agents Ada Roe was home"
_SAYS = re.compile(r"\b(?!by\b|of\b|the\b)[a-z]{2,}\b")  # a line of prose
HEAD = 600  # characters in which a paper says that it is minutes


def parts_in(text: str) -> Iterator[str]:
    """Names, some of them surnames alone, of those whom a part at a meeting, a hearing or in a paper shows to act for others."""
    yield from members_in(text)
    for match in _PLURAL.finditer(text):
        if _TOLD_THEM.search(text[max(0, match.start() - 20) : match.start()]):
            continue
        if not (match["colon"] and re.search(r"[a-z]\s(?:the\s|two\s)?\Z", text[max(0, match.start() - 20) : match.start()])):
            yield from _of_one_form(list(_listed(match["rest"])))  # "told the officers: Ada Roe and Abel Poe"
    for match in _ROW_OF.finditer(text):
        if OFFICE.search(match["rest"]):
            yield from _listed(match["rest"])
    for match in _AFFILIATED.finditer(text):
        if not (_SERVES.search(match.group()) or _is_private(text, match.start("name"))):
            yield _plain(match["name"])
    for match in _OF_MEMBER.finditer(text):
        helped = " with " in match.group() and _MET.search(text[max(0, match.start() - 20) : match.start()])
        if not (helped or _is_private(text, match.start("name"))):
            yield _plain(match["name"])
    for match in _OF_BODY.finditer(text):
        if not (_HOUSES.fullmatch(match["last"]) or _SERVES.search(match["last"]) or _is_private(text, match.start("name"))):
            yield _plain(match["name"])
    for match in _BRACKETED.finditer(text):
        if OFFICE.fullmatch(match["body"]) and match["body"] != "Custody":
            yield _plain(match["name"])
    for match in (*_BYLINE.finditer(text), *_NEWS_BY.finditer(text)):
        at = text.rfind("\n", 0, match.start("name")) + 1
        if not (_ONES_OWN.search(text[max(0, at - 80) : match.start("name")]) or _SAYS.search(text[at : match.start("name")])):
            yield _plain(match["name"])
    for match in _MADE_FOR.finditer(text):
        if _plain(match["name"]) != match["name"] or in_office(text, *match.span("name")):
            yield _plain(match["name"])
    for match in _CLERKS.finditer(text):
        if not _is_private(text, match.start("name")):
            yield _plain(match["name"])
    for pattern in (_CLERGY, _APPOSED, _HOSTS, _SPEAKS):
        for match in pattern.finditer(text):
            kin = pattern is _CLERGY and _KIN_BEFORE.search(text[max(0, match.start() - 40) : match.start()])
            if not (kin or of_himself(text, match.end())):
                yield _plain(match["name"])
    if len(_EXAMINES.findall(text)) > 1:
        yield from (match["name"] for match in _COUNSEL.finditer(text) if _PLEADS.search(match["turn"]))


def members_in(text: str) -> Iterator[str]:
    """Names and surnames of those present and absent, in the minutes of a body that hears nobody's case."""
    if _MINUTES.search(text[:HEAD]) and not _HEARS_CASES.search(text[:HEAD]):
        for match in _ATTENDANCE.finditer(text):
            listed = _ENDS.split(match["rest"])[0]
            if not _OF_HELD.search(listed):
                yield from _listed(listed)


def of_himself(text: str, end: int) -> bool:
    """Whether what is said goes on with the speaker's own custody: "Rev. Ada Roe said her cell was cold"."""
    return _OWN_CUSTODY.match(text, end) is not None


def _of_one_form(names: list[str]) -> list[str]:
    """The names as long as they are surnames alone, or none is: "deputies Poe and Dray, Ada Roe and her son" lists two."""
    alone = [" " not in name for name in names]
    return names[: next((at for at, one in enumerate(alone) if one != alone[0]), len(names))]


def _plain(name: str) -> str:
    """The name without a degree's letters or an office behind it."""
    before, _, last = name.rpartition(", ")
    return before if before and (OFFICE.search(last) or (last.isupper() and not before.isupper())) else name


def _listed(rest: str) -> Iterator[str]:
    for match in _LISTED_NAME.finditer(rest):
        words = [word for word in match.group().split() if not (names_nobody(word) or OFFICE.fullmatch(word.strip(".")))]
        if words and len(words[-1]) > 2:
            yield " ".join(words)


def is_clergy(text: str, start: int) -> bool:
    """Whether the name that begins here is of the clergy and speaks, or speaks for a group: "Sister Ada Roe of the Clinic"."""
    return any(match.start("name") == start for match in _CLERGY.finditer(text, max(0, start - 12), start + 120))


_PRIVATE = re.compile(
    r"(?i:\b(?:my|his|her|their|our|[’']s)\s(?:client|tenant|patient|wife|husband|mother|father|sister|brother|son|daughter"
    r"|friend|neighbou?r|cousin)s?,?\s"
    r"|\b(?:complainant|victim|inmate|detainee|caller|alien|subject|patient|respondent|on\sbehalf\sof|re:|in\sre|against|about"
    r"|regarding"
    r"|held|hold|mov\w+|transfer\w*|releas\w+|remov\w+|book\w*|arrest\w*|deport\w*|detain\w*|interview\w*|members?"
    r"|(?:complaint|grievance|petition|claim|charge|statement|request|appeal|arrest|case|file|removal|transfer"
    r"|release)s?\s(?:by|of|from))[\s:,]{1,2})\Z"
)


def _is_private(text: str, start: int) -> bool:
    return _PRIVATE.search(text[max(0, start - 40) : start]) is not None


def officials_in(texts: tuple[str, ...]) -> frozenset[str]:
    """Folded surnames with given names of those a file shows in office: behind a title, or among the correspondents of its
    mail without a private mailbox; and the places that have a county, a town or a police of that name."""
    found: set[str] = set()
    for text in texts:
        found.update(key(place) for place in places_in(text))
        for match in _ADDRESSEES.finditer(text) if not FILLED_IN.search(text) else ():
            for one in re.split(r";", match["who"]):
                if "@" not in one or re.search(r"\.(?:gov|mil|us)\b", one):
                    found.update(key(name["name"]) for name in ANY_NAME.finditer(one))
                    found.update(key(name.group()) for name in _WITH_INITIAL.finditer(one))
        for match in ANY_NAME.finditer(text):
            if in_office(text, *match.span("name")):
                found.add(key(match["name"]))
        found.update(key(name) for name in (*parts_in(text), *signed_and_seated(text)) if personal(name, 1))
    return frozenset(found)
