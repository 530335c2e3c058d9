"""Ways to reach a private person: telephone numbers, e-mail addresses, home addresses.

Numbers and mailboxes of offices stay readable: toll-free lines, press, fax and main lines, mail of government hosts and mailboxes
named for a role. Direct lines and mailboxes of single persons do not, whoever they work for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.patterns.identifiers import IdentifierFound, digits_enough, rows_below
from pipeline.patterns.name_forms import CAP, of_an_official, personal

_D = "[0-9OolI|]"
_PHONE = re.compile(
    rf"(?<![A-Za-z0-9$.@/_-])(?:\+?1[-.\s])?(?:\((?P<a>{_D}{{3}})\)\s?[-.]?\s?|(?P<b>{_D}{{3}})\s?[-./–]\s?|(?P<c>{_D}{{3}})\s)"
    rf"{_D}{{3}}\s?(?P<sep>[-.–/]|\s)\s?{_D}{{4}}(?![A-Za-z0-9]|[-/]\d|\.\d)(?:,?\s?(?:x|ext\.?|extension)\s?\d{{1,6}})?"
)
_RUN_OF_TEN = re.compile(r"(?<![\w$.@/-])(?:1[- ]?)?\d{10}(?![\w/-]|\.\d)")
_LOCAL = re.compile(rf"(?<![\w$.@/-]){_D}{{3}}[-.–]{_D}{{4}}(?![\w/-]|\.\d)")
_ABROAD = re.compile(r"(?<!\w)\+(?!1\b)\d{1,3}[ .-]?\(?\d{1,4}\)?(?:[ .-]?\d{2,4}){2,4}(?!\w)")
# Ten digits grouped in no usual way, or seven in a row behind a country code: they count only behind a word for telephone.
_LOOSE = re.compile(
    r"(?<![\w$.@/-])(?![^\n]{0,8}\)\s\()(?:\+?1[-. ])?\(?\d(?:[ ]?[-./–)]?[ ]?\(?\d){8}[ ]?[-./–]?[ ]?\d(?![\w/-]|\.\d)"
)
_SEVEN_ABROAD = re.compile(r"(?<![\w$.@/-])\+?1[-. ]?\(?\d{3}\)?[-.\s]?\d{7}(?![\w/-]|\.\d)")
_PHONE_HEAD = re.compile(r"(?i:\b(?:tele)?phone\b|\btel\b|\bcell\b|\bmobile\b)")
_PRIVATE_HEAD = re.compile(r"\bSSN\b|\bA[- ]?(?:[Nn]umber|NUMBER|[Nn]o\b|#)|(?i:\bD\.?O\.?B\b|\bdate\sof\sbirth\b|\balien\s)")
_TOLL_FREE = frozenset({"800", "888", "877", "866", "855", "844", "833"})
_LABEL_LAST = re.compile(
    r"(?i:(?P<private>\b(?:home|cell(?:ular|phone)?|mobile|personal|residence|pager|direct)\b|\b[CHMchm]\s?[:.)]?(?=\s*$))"
    r"|(?P<office>\b(?:press|media|office|fax|facsimile|main|hot\s?line|help\s?(?:line|desk)|contact\sline"
    r"|public\saffairs|switchboard"
    r"|front\sdesk|toll.free|newsroom|call\scent(?:er|re)|tip\s?line|information\sline|reception|customer\sservice|TTY"
    r"|TDD|fx)\b|(?:desk|duty)\s(?:line|number|phone)|\b0\s?:|\b[FOWfow]\s?[:.)]?(?=\s*$))"
    r"|(?P<phone>\b(?:tele)?phone\b|\btel\b|\bph\b|\bcall(?:ed|ing)?\b|\breach(?:ed)?\b|\bcontact\b|\btext\b"
    r"|\btel[eé]fono\b|\bcelular\b|\b[PT]\s?[:.)]?(?=\s*$)"
    r"|\bcall.?backs?\b|\bat\b|\b(?:my|his|her|their|own|evening|daytime|night|other)\snumber\b(?:\sis\b)?"
    r"|^\s*number\b(?:\sis)?\s*$)"
    r"|(?P<number>\b(?:no|case|docket|request|bates|invoice|contract|grant|file|control|tracking|order|account"
    r"|foia)\b[.:]?|#|§))"
)
_AFTER = re.compile(
    r"(?:\s?[(\[]\s?|\s?[–—-]\s|\s)(?i:(?P<private>home|cell|mobile|personal|direct)|(?P<office>office|fax|main|press"
    r"|media|toll.free|[fo]\b))"
    r"(?!\w*\s?[:#]?\s?\(?\d)"
)

_MAIL = re.compile(
    r"(?<![\w.+-])(?P<local>[A-Za-z0-9](?:(?:[\w.+'’-]|(?<=[.-])\n)*[\w+])?)\s?(?:@|\(at\)|\[at\])\s?"
    r"(?P<host>[A-Za-z0-9](?:[A-Za-z0-9-]|(?<=-)\n(?=[a-z0-9]))*(?:(?:\s\.\s?|\.(?:\s(?=[a-z0-9]))?)[A-Za-z0-9][A-Za-z0-9-]*)*"
    r"(?:\s\.\s?|\.(?:\s(?=[a-z0-9]))?)[A-Za-z0-9]{2,12})(?![\w@])"
)
# "jroe at example dot com": at least one dot must be spelled out, or "met at noon . Then" would be a mailbox.
_SPELLED_MAIL = re.compile(
    r"(?<![\w.+-])(?P<local>[A-Za-z0-9][\w.+-]*)\s(?:at|AT)\s(?P<host>[A-Za-z0-9-]+(?:\s(?:dot|DOT)\s[A-Za-z0-9-]{2,})+)\b"
)
# "E-mail: jroe example.org": a scan may lose the sign; behind a label that names a mailbox it is one all the same.
_LABELLED_MAIL = re.compile(
    r"(?i:\be-?\s?mail(?:\s?address)?)\s?[:;.]\s?(?P<local>[A-Za-z0-9][\w.+'’-]*)[ \t]?[^\w\s.]{0,2}[ \t]?"
    r"(?P<host>[A-Za-z0-9][A-Za-z0-9-]*(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,6})\b(?!@)"
)
_PUBLIC_HOST = re.compile(r"(?:^|\.)(?:g[o0]v|mi[l1]|us)(?:\.[a-z]{2})?$")
_ROLES_WORDS = """
    intake clerk clerks police sheriff county city dispatch desk frontdesk ombudsman hotline billing orders sales research comment
    comments consulate embassy enquiries scheduling
    press info foia media news contact contactus webmaster admin administrator office publicaffairs pao affairs
    communications comms help helpdesk support privacy records jobs careers hr noreply reply donotreply subscribe
    unsubscribe editor editors editorial letters tips service customerservice services mail mailbox inquiries inquiry
    questions feedback listserv list postmaster abuse legal library team newsroom newsdesk hello general reception
    events donate membership outreach policy opengovernment requests request
"""
_ROLES = frozenset(_ROLES_WORDS.split())

_NAME = r"(?:[A-Z][\w’'.-]*|\d{1,3}(?:st|nd|rd|th|ST|ND|RD|TH))"
_SUFFIX = (
    r"(?:Street|Avenue|Road|Lane|Drive|Court|Boulevard|Way|Place|Terrace|Circle|Highway|Parkway|Trail|Square|Loop"
    r"|Alley|Path|Row|Pike|Close|Mews|Rise|Ridge|Run|Crossing|Bend|Grove|Gardens?|Green|Walk|Creek|Canyon|Glen|Heights|Landing"
    r"|Manor|Meadows?|Hollow|Reach|Lea|Stile|Yard|Steps|Acres?|Bank|End|Pass|Vista|Crescent|Cove|Knoll|Hill|View|Point"
    r"|St|Ave?|Rd|Ln|Dr|Ct|Blvd|Pl|Ter|Cir|Hwy|Pkwy|Trl|Sq|STREET|AVENUE|ROAD|LANE|DRIVE|COURT|BOULEVARD|WAY|PLACE"
    r"|TERRACE|CIRCLE"
    r"|ST|AVE?|RD|LN|DR|CT|BLVD|PL)\b\.?"
)
_STATES = (
    r"(?:Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii|Idaho"
    r"|Illinois|Indiana|Iowa"
    r"|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada"
    r"|New (?:Hampshire|Jersey|Mexico|York)|North (?:Carolina|Dakota)|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island"
    r"|South (?:Carolina|Dakota)|Tennessee|Texas|Utah|Vermont|Virginia|Washington|West Virginia|Wisconsin|Wyoming)\b"
)
_STREET = re.compile(
    rf"(?<![\w$.,/-])(?P<street>\d{{1,6}}(?:[A-Z]|½|-\d+)?\s(?:[NSEW]{{1,2}}\.?\s|(?:North|South|East"
    rf"|West)\s)?(?:{_NAME}\s){{1,4}}?{_SUFFIX}"
    r"(?:\s(?:[NSEW]{1,2}|North|South|East|West)\b\.?)?)"
    r"(?P<flat>,?\s(?:Apt|No\.|Apartment|Unit|APT|UNIT|Lot|Trailer|Trlr|#)\.?\s?#?\s?[A-Za-z0-9-]{1,6})?"
    r"(?P<room>,?\s(?:Suite|Ste|SUITE|STE|Room|Rm|ROOM|Floor|Fl)\.?\s?[A-Za-z0-9-]{1,6})?"
    r"(?:,?\s(?:in\s)?(?P<city>[A-Z][A-Za-z.’'-]+(?:[ ][A-Z][A-Za-z.’'-]+){0,3})"
    rf"(?:,?\s(?P<state>[A-Z]{{2}}\b|{_STATES})\.?,?)?(?:\s+\d{{5}}(?:-\d{{4}})?)?(?!\w))?"
)
_RESIDENCE = re.compile(
    r"(?i:\b(?:resid(?:es?|ed|ing|ence|ences|ent)|home(?:\saddress)?|lives?|lived|living|domiciled?|dwelling"
    r"|last\sknown\saddress"
    r"|mailing\saddress|house|staying|stayed|apartment|released\sto)\b)"
)
_NO_HOME = re.compile(
    r"(?i:\b(?:funeral|nursing|care|group|rest|children[’']?s|foster|white|court|guest|retirement|veterans)\s)$"
    r"|[A-Z][a-z]+\s$(?<=[a-z]\s)"
)
_MONTH = re.compile(r"\b(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sep|Oct|Nov|Dec)[a-z]*\b|[AP]M\b")
_ADDRESS = re.compile(r"(?i:\baddress\b(?:\sof\s[\w .’'-]{2,40})?\s?[:=]?\s*$)")
_ORGANISATION = re.compile(
    r"(?i:\b(?:department|office|agency|bureau|division|court(?:house)?|university|college|school|inc|llc|llp|corp"
    r"|company|headquarters|police"
    r"|sheriff|jail|prison|detention|center|centre|building|federal|county\sof|city\sof|state\sof|county|church"
    r"|hospital|suite|room|floor"
    r"|commission|committee|association|foundation|institute|union|bank|hotel|embassy|consulate|clinic|p\.?c\.|law)\b)"
)
# After a label that says whose it is, an address needs no word for street: "Home address: 3310 Larkspur Mews".
_LABELLED_HOME = re.compile(
    r"(?i:\b(?:(?:home|residential|street|mailing|current|last\sknown|foreign)\s)?address|\b[Hh]ome(?=\s?[:=])"
    r"|\bdomicilio|\bdirecci[oó]n|\bresidence|\bresid(?:es|ed|ing)\sat"
    r"|\bliv(?:es|ed|ing)\sat)\s?[:=.-]?\s{1,3}(?P<value>(?:P\.?\s?O\.?\s?Box\s\d+|\d{1,6}[A-Z]?\s(?=[A-Z0-9])"
    r"|(?:Calle|Avenida|Av\.|Carrera|Callej[oó]n|Rue)\s)[^\n;]{2,90})"
)
_TOWN_LINE = re.compile(r"(?i:\bcity\s?[/,&]\s?state(?:\s?[/,&]?\s?zip(?:\scode)?)?)[ \t]*[:=]?[ \t]{1,}(?P<value>[^\n;]{3,60})")
_OF_PLACE = re.compile(r"(?:\b(?:of|at)|;)\s(?P<value>\d{1,5}[A-Z]?\s[A-Z][a-z]{2,}(?:\s[A-Z][a-z]+){0,2})(?![\w’'])")
_RURAL = re.compile(r"\b(?:R\.?\s?R\.?|Rural\sRoute|Route|HC|Star\sRoute)\s?#?\d{1,4},?\s(?:Box|BOX)\s\d{1,5}[A-Z]?\b")
# "has lived since 1994 at 1417 Tamarind Hollow": a dwelling needs no word for street behind a word for living there.
_LIVES_AT = re.compile(
    r"\b(?i:resid(?:es?|ed|ing)|liv(?:es?|ed|ing)|rent(?:s|ed|ing)?|stay(?:s|ed|ing)|dwell(?:s|ing)|domiciled"
    r"|(?:keeps|rents|has|shares)\s(?:an?|the)\s(?:room|flat|house|apartment|place)"
    r"|home\sis|housed)\b[^.;:?!]{0,40}?\s(?:at"
    r"|in)\.?\s(?P<value>(?!\d{1,2}\s[AP]\.?M)\d{1,6}[A-Z]?\s(?:[A-Z]\s)?[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){0,3}"
    r"(?:,?\s(?:[Aa]pt|[Aa]partment|[Uu]nit|[Ll]ot|#)\.?\s?#?\w{1,5})?(?:,\s[A-Z][a-z]+(?:\s[A-Z][a-z]+){0,2})?)"
)
_PO_BOX = re.compile(
    r"\bP\.?\s?O\.?\s?(?:Box|BOX)\s\d{1,6}(?:,\s[A-Z][a-z]+(?:\s[A-Z][a-z]+)?(?:,?\s[A-Z]{2}\b)?(?:\s\d{5}(?!\d))?)?"
)
# What stands above the address of a party to a contract: it is where notices go, nobody's home.
_PARTY = re.compile(
    r"(?:\b(?:[Tt]itle|TITLE|By|BY|Its|Attn|ATTN|[Aa]ttention|ATTENTION|[Ff]acsimile|[Ff]ax)\s?[.:]|(?i:\bnotices?\b"
    r"|with\sa\scopy))"
)
_PERSON_LINE = re.compile(r"(?:^|\n)[ \t]*(?:To:?\s*)?(?:Mr|Mrs|Ms|Miss|Mx|Dr|MR|MRS|MS)\.?\s[A-Z][\w.’' -]{2,40}\n\s*$")

_NAME_ABOVE = re.compile(rf"(?:^|\n)[ \t]*(?P<name>{CAP}(?:[ ](?:[A-Z]\.|{CAP})){{0,2}}[ ]{CAP})[ \t]*\n\s*$")


def contacts_in(text: str, private_near: tuple[tuple[int, int], ...] = ()) -> tuple[IdentifierFound, ...]:
    """Telephone numbers, e-mail and home addresses of private persons, in text order.

    `private_near` are spans of other identifiers: a street address within 300 characters of one is taken for that person's home.
    """
    found = [*_phones(text), *_mails(text), *_homes(text, private_near), *_phones_in_rows(text)]
    return tuple(sorted(set(found), key=lambda one: (one.start, one.end)))


def _phones(text: str) -> Iterator[IdentifierFound]:
    for match in _PHONE.finditer(text):
        area = (match["a"] or match["b"] or match["c"]).translate(str.maketrans("OolI|", "00111"))
        label = _phone_label(text, match.start(), match.end())
        spaced = match["c"] is not None and match["sep"].isspace()
        if label != "private" and match.group().endswith("000"):
            continue  # the main line of an office
        if area in _TOLL_FREE or label in ("office", "number") or not digits_enough(match.group(), 0.7):
            continue
        if label or not spaced:  # three numbers in a row may as well be three columns of a table
            yield IdentifierFound(match.start(), match.end(), "phone", "a telephone number not given as an office's")
    whole = {match.end() for match in _PHONE.finditer(text)}
    for pattern in (_RUN_OF_TEN, _LOCAL, _LOOSE, _SEVEN_ABROAD):
        for match in pattern.finditer(text):
            if (
                match.end() not in whole
                and _phone_label(text, match.start(), match.end()) in ("private", "phone")
                and digits_enough(match.group(), 0.7)
            ):
                yield IdentifierFound(match.start(), match.end(), "phone", "digits after a word for telephone")
    for match in _ABROAD.finditer(text):
        if _phone_label(text, match.start(), match.end()) not in ("office", "number"):
            yield IdentifierFound(match.start(), match.end(), "phone", "a telephone number with a country code")


def _phones_in_rows(text: str) -> Iterator[IdentifierFound]:
    """Numbers in the rows below a head that has columns for a telephone and for a private identifier."""
    for head, below in rows_below(text):
        if _PHONE_HEAD.search(head) and _PRIVATE_HEAD.search(head) and not re.search(r"\d{3}", head):
            for start, line in below:
                for match in (*_PHONE.finditer(line), *_RUN_OF_TEN.finditer(line)):
                    if digits_enough(match.group(), 0.7) and match.end() > 0.4 * len(line):
                        yield IdentifierFound(start + match.start(), start + match.end(), "phone", "stands below a column head")


def _phone_label(text: str, start: int, end: int) -> str:
    """What the number is said to be: private, office, phone, number (of something else) or ''; the nearest word counts."""
    after = _AFTER.match(text, end, end + 24)
    if after:
        return "private" if after["private"] else "office"
    line = max(text.rfind("\n\n", 0, start), start - 60, 0)
    before = text[line:start]
    before = before.rpartition("\n")[2] if before.rpartition("\n")[2].strip() else before
    last = ""
    for word in _LABEL_LAST.finditer(before):
        kind = word.lastgroup or ""
        if kind == "number" and re.search(r"[a-z]\w*\s", before[word.end() :]):
            continue
        near_digits = re.search(r"\d{4}", before[word.end() :])
        if kind in ("office", "number") and near_digits:
            continue  # that word named the number before this one
        if not (last in ("office", "private") and kind == "phone") and not (kind == "number" and last):
            last = kind
    return last


def _mails(text: str) -> Iterator[IdentifierFound]:
    for match in (*_MAIL.finditer(text), *_SPELLED_MAIL.finditer(text), *_LABELLED_MAIL.finditer(text)):
        host = re.sub(r"\s(?:dot|DOT)\s", ".", match["host"])
        host = re.sub(r"\s", "", host).lower()
        words = set(re.split(r"[._+-]", match["local"].lower()))
        if not (_PUBLIC_HOST.search(host) or words & _ROLES):
            yield IdentifierFound(
                match.start("local"), match.end(), "email", "a mailbox neither of a government host nor named for a role"
            )


def _homes(text: str, private_near: tuple[tuple[int, int], ...]) -> Iterator[IdentifierFound]:
    streets: list[IdentifierFound] = []
    for match in _STREET.finditer(text):
        basis = _home_basis(text, match, private_near)
        if basis:
            streets.append(IdentifierFound(match.start(), _home_end(match), "address", basis))
    yield from streets
    for one in _without_street(text, private_near):
        if not any(street.start <= one.start and one.end <= street.end for street in streets):
            yield one


def _without_street(text: str, private_near: tuple[tuple[int, int], ...]) -> Iterator[IdentifierFound]:
    """Homes told by their label, and town lines and boxes at a post office beside other private identifiers."""
    for match in _LABELLED_HOME.finditer(text):
        block = text[max(text.rfind("\n\n", 0, match.start()), match.start() - 160, 0) : match.start()]
        value = re.split(r"(?<![A-Z])\.\s|\s\(|\s{3,}", match["value"])[0].rstrip(" .,")
        party = _PARTY.search(text, max(0, match.start() - 240), match.start())
        if not party and not _ORGANISATION.search(block) and not _ORGANISATION.search(value):
            yield IdentifierFound(
                match.start("value"), match.start("value") + len(value), "address", "follows a label for a home"
            )
    for match in _LIVES_AT.finditer(text):
        if not _ORGANISATION.search(match["value"]):
            yield IdentifierFound(*match.span("value"), "address", "follows a word for living there")
    for match in _RURAL.finditer(text):
        yield IdentifierFound(*match.span(), "address", "a box on a rural route")
    for pattern, group in ((_TOWN_LINE, "value"), (_PO_BOX, 0), (_OF_PLACE, "value")):
        for match in pattern.finditer(text):
            near = any(start - 300 <= match.start() <= end + 300 for start, end in private_near)
            if near and not _ORGANISATION.search(match[group]) and not _MONTH.search(match[group]):
                yield IdentifierFound(*match.span(group), "address", "stands beside another private identifier")


def _home_end(match: re.Match[str]) -> int:
    """Where the address ends: a word on the next line is its town only if a state or ZIP code follows."""
    city = match["city"]
    if (
        city
        and "\n" in match.string[match.end("street") : match.start("city")]
        and not match["state"]
        and not match.group()[-5:].isdigit()
    ):
        return max(match.end("street"), match.end("flat"), match.end("room"))
    return match.end()


def _home_basis(text: str, match: re.Match[str], private_near: tuple[tuple[int, int], ...]) -> str:
    before = text[max(0, match.start() - 90) : match.start()]
    sentence = re.split(r"(?<=[a-z)]\.)\s|\n\n", before)[-1]
    cues = [
        cue
        for cue in _RESIDENCE.finditer(sentence)
        if not (cue.group()[0].isupper() and _NO_HOME.search(sentence[: cue.start()]))
    ]
    if cues and not _ORGANISATION.search(sentence[cues[-1].end() :]):
        return f"follows {cues[-1].group()!r}"
    if match["room"]:
        return ""
    if _PERSON_LINE.search(before):
        return "follows a person's name and title on a line of its own"
    above = _NAME_ABOVE.search(before)
    if (
        above
        and personal(above["name"])
        and match["state"]
        and not re.search(r"\b[A-Z]{2,}$", above["name"])
        and not of_an_official(before, above.start("name"))
    ):
        return "follows a line that is nothing but a person's name"
    block = text[max(text.rfind("\n\n", 0, match.start()), match.start() - 160, 0) : match.start()]
    if _ORGANISATION.search(block):
        return ""
    if match["flat"]:
        return "names a dwelling"
    if any(start - 300 <= match.start() <= end + 300 for start, end in private_near):
        return "stands beside another private identifier"
    party = _PARTY.search(text, max(0, match.start() - 240), match.start())
    return "follows the label 'address'" if _ADDRESS.search(before) and not party else ""
