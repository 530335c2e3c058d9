"""Home addresses: where a private person lives, told by a word for living there, a label, or what stands beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.patterns.days.months import STEMS
from pipeline.patterns.names.name_forms import CAP, names_nobody, of_an_official, personal
from pipeline.patterns.names.office_words import ORGANISATION
from pipeline.patterns.names.streets import OF_STREET, STREET, SUFFIX, home_end
from pipeline.patterns.private.signs import IdentifierFound
from pipeline.patterns.public.office_streets import PARTY, names_house, of_office

_RESIDENCE = re.compile(
    r"(?i:\b(?:resid(?:es?|ed|ing|ence|ences|ent)|home(?:\saddress)?|lives?|lived|living|domiciled?|dwelling"
    r"|last\sknown\saddress"
    r"|mailing\saddress|house|staying|stayed|apartment|released\sto)\b)"
)
# "gave the clerk her address, 4 Elm Row": an address that is somebody's own, whatever offices are spoken of beside it.
_OWN = re.compile(
    r"\b(?i:(?:her|his|my|(?:mother|father|parent|client|witness|student|pupil|child|daughter|son|wife|husband|brother|sister"
    r"|detainee"
    r"|alien|subject|victim|complainant|caller|tenant|neighbor|family|applicant|respondent|petitioner|plaintiff|inmate"
    r"|arrestee)[’']s)"
    r"\s(?:\w+\s)?address)(?:,?\s(?:which\s)?(?:is|was|as|at))?[\s,:]*$"
)
_NO_HOME = re.compile(
    r"(?i:\b(?:funeral|nursing|care|group|rest|children[’']?s|foster|white|court|guest|retirement|veterans)\s)$"
    r"|[A-Z][a-z]+\s$(?<=[a-z]\s)"
)
_MONTH = re.compile(rf"\b(?:{STEMS})[a-z]*\b|[AP]M\b")
_ADDRESS = re.compile(r"(?i:\baddress\b(?:\sof\s[\w .’'-]{2,40})?\s?[:=]?\s*$)")
# After a label that says whose it is, an address needs no word for street: "Home address: 3310 Larkspur Mews".
_LABELLED_HOME = re.compile(
    r"(?i:\b(?:(?:home|residential|street|mailing|current|last|last\sknown|foreign)\s)?addr(?:ess|\b\.?)(?:\s(?:chg|change))?"
    r"|\b[Hh]ome(?=\s?[:=])"
    r"|(?-i:\bL/?K/?A\b|\b(?:ADR|ADDR?|RES)(?=[/:]))|\bdomicilio(?:\sen)?|\bdirecci[oó]n|\bresidence|\bresid(?:es|ed|ing)\sat"
    r"|\bliv(?:es|ed|ing)\sat)(?:\s?[:=.-]?\s{1,3}|/)(?P<value>(?:P\.?\s?O\.?\s?Box\s\d+|\d{1,6}[A-Z]?\s(?=[A-Z0-9])"
    r"|(?:Calle|Avenida|Av\.|Carrera|Callej[oó]n|Rue)\s)[^\n;]{2,90})"
)
_TOWN_LINE = re.compile(r"(?i:\bcity\s?[/,&]\s?state(?:\s?[/,&]?\s?zip(?:\scode)?)?)[ \t]*[:=]?[ \t]{1,}(?P<value>[^\n;]{3,60})")
_OF_PLACE = re.compile(r"(?:\b(?:of|at)|;)\s(?P<value>\d{1,5}[A-Z]?\s[A-Z][a-z]{2,}(?:\s[A-Z][a-z]+){0,2})(?![\w’'])")
# "Jane Roe, of 612 Alder, said": a name and where its bearer lives, as minutes of boards have them.
_NAMED_OF = re.compile(rf"{CAP}\s{CAP},\s(?:of|from)\s(?P<value>\d{{1,5}}[A-Z]?\s[A-Z][a-z]+(?:\s[A-Z][a-z]+){{0,2}})(?=[,.;)])")
# "c/o Roe, 5 Sedge Lane": with whom somebody stays.
_CARE_OF = re.compile(r"\b(?:c/o|C/O)[:\s]\s?(?P<value>[A-Z][^\n;]{2,60}?\b\d{1,5}[A-Z]?\s[A-Z][^\n;]{1,50})")
_CORNER = re.compile(
    r"\b(?i:liv(?:es?|ed|ing)|resid(?:es?|ing)|stay(?:s|ing))\s(?:(?:at|on|by|near)\s)?(?:the\s)?(?i:corner|cor\.?)\s(?:of\s)?"
    r"(?P<value>[A-Z\d][\w’'.]*(?:\s[A-Z][\w’'.]*)?\s(?:&|and)\s[A-Z\d][\w’'.]*(?:,\s\#?\w{1,4}\b)?)"
)
# "She lives on Tanner's Lane": the street alone, of one person.
_LIVES_ON = re.compile(
    rf"\b(?:[Ss]?[Hh]e|I|who|[A-Z][a-z]+)\s(?:now\s|still\s)?(?i:lives?|lived|resides?|resided|stays|stayed"
    rf"|rents)\s(?:\w+\s){{0,3}}?(?:on|at|in|off)\s"
    rf"(?P<value>(?:[A-Z][a-z]+(?:[’'][a-z]+)?\s){{1,3}}{SUFFIX})"
)
_NUMBER_LAST = re.compile(
    rf"\b(?i:liv(?:es?|ed|ing)|resid(?:es?|ed|ing)|home\sis|rents?)\b[^.;:?!]{{0,40}}?\s(?:on|at"
    rf"|in)\s(?P<value>(?:{OF_STREET}\s){{1,3}}{SUFFIX}(?:,|\sat)?\s(?:number|[Nn]o\.?|\#)\s?\d+)"
)
_RURAL = re.compile(r"\b(?:R\.?\s?R\.?|Rural\sRoute|Route|HC|Star\sRoute)\s?#?\d{1,4},?\s(?:Box|BOX)\s\d{1,5}(?:-?[A-Z])?\b")
# "has lived since 1994 at 1417 Tamarind Hollow": a dwelling needs no word for street behind a word for living there.
_LIVES_AT = re.compile(
    r"\b(?i:resid(?:es?|ed|ing)|liv(?:es?|ed|ing)|rent(?:s|ed|ing)?|stay(?:s|ed|ing)|dwell(?:s|ing)|domiciled"
    r"|(?:keeps|rents|has|shares)\s(?:an?|the)\s(?:room|flat|house|apartment|place)"
    r"|home\sis|housed)\b[^.;:?!]{0,40}?\s(?:at"
    r"|in)\.?\s(?P<value>(?!\d{1,2}\s[AP]\.?M)\d{1,6}[A-Z]?\s(?:[A-Z]\s)?[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){0,3}"
    r"(?:,?\s(?:[Aa]pt|[Aa]partment|[Uu]nit|[Ll]ot|#)\.?\s?#?\w{1,5})?(?:,\s[A-Z][a-z]+(?:\s[A-Z][a-z]+){0,2})?)"
)
# "the yellow house at the corner, 1212 Osprey"
_HOUSE = re.compile(
    r"\b(?:rent(?:s|ed)?|house|apartment|flat|room|home|trailer|cottage|basement)\b[^.;:?!\n]{0,40}?,\s"
    r"(?P<value>(?!(?:19|20)\d\d\s)\d{1,6}[A-Z]?\s[A-Z][a-z’'-]+(?:\s[A-Z][a-z’'-]+){0,2})"
    r"(?=[.,;)]|\s(?:where|since|with)\b)"
)
# A dwelling, whatever its street is called: "2207 Cormorant Bluff Apt 3", "Space 14, Harbor Pines Mobile Park".
_DWELLING = re.compile(
    r"(?<![\w$.,/-])\d{1,6}[A-Z]?\s(?:[NSEW]\.?\s)?(?:[A-Z][\w’'-]+\s){1,4}?,?(?:Apt|APT|apt|unit|Apartment|APARTMENT|Spc|SPC"
    r"|Trlr|TRLR|Lot|LOT)\.?\s?#?\s?"
    r"(?:[A-Z]|\d{1,4})[A-Z]?(?![\w])"
    r"|(?<![\w$.,/-])\d{1,5}\s[A-Za-z]\w+(?:\s\w+)?\s(?i:st|ave|rd|ln|dr|ct|blvd|pl|street|avenue|road|lane"
    r"|drive)\.?,?\s(?i:apt|unit)\.?\s?#?\w{1,4}\b"
    r"|(?<![\w’'-])(?:[A-Z][\w’'-]+\s){1,2}(?:Flats|Apartments|Apts|Arms|Cottages|Towers|Villas|Lofts|Trailers|Cabins|Motel|Inn"
    r"|Tenements|Houses),?\s"
    r"(?i:(?:no\.?|number|\#|apt\.?|unit|room|cabin)\s?)?\#?\d{1,4}[A-Z]?\b(?!\s(?:rooms?|units|people|families|men|women))"
    r"|\b(?i:apt|apartment|unit|room|space|lot)\.?\s#?\w{1,4}\s(?:at|of)\s\d{1,5}[A-Z]?\s[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){0,2}"
    r"|\b(?i:(?:calle|avenida|av\.|colonia|barrio|carretera)\s(?:\w+\s){0,2}\w+,?\s(?:n[uú]m(?:ero|\.)|no\."
    r"|\#)\s?\d{1,5}(?:,\s(?:departamento|depto\.?"
    r"|apartamento|int\.)\s?\w{1,4})?)"
    r"|\b(?:Space|Spc|Lot|Trailer|SPACE|SPC|LOT|TRAILER)\.?\s?#?\d{1,4}[A-Z]?,\s(?:[A-Z][\w’'-]+\s){1,4}?(?i:(?:mobile|trailer"
    r"|rv|home)\s(?:\w+\s)?"
    r"(?:park|estates?|court|village))\b"
)
# "ADDR MILL TRAILER CT SP 4": a form's field for it, whatever the home is called; a label for something else ends it.
_FORM_HOME = re.compile(
    r"(?m)^[ \t|]*(?:(?i:home|res(?:idence)?|mail(?:ing)?|street|last|cur(?:rent)?)[ .]{1,2})?"
    r"(?:ADDR(?:ESS)?|Addr(?:ess)?|RESIDENCE|Residence|RES|LIVES\s(?:AT|IN)|DOMICILE)\b[ \t.:/]{1,4}"
    r"(?P<value>(?=[^\n]*\d)[A-Z\d#][^\n]{3,60}?)(?=[ \t]{2,}|[ \t](?:[A-Z]{2,}|[A-Z][a-z]+)(?:[ ](?:NO|No|#))?[ ]?[:#]"
    r"|[ \t](?:PHONE|PH|TEL|CELL|DOB|SSN|SEX|RACE|CITY|ZIP|Phone|Tel|Telephone|TELEPHONE|E-?[Mm]ail|EMAIL|Fax|FAX)\b|[ \t]*$)"
)
# "is in Room 7 of the Old Ferry Inn": where somebody stays; a meeting has a room of a hotel too
_INN = r"(?:Motel|Motor\s(?:Lodge|Inn|Court|Hotel)|Inn|Lodge|Hotel|Hostel"
_ROOM_OF = re.compile(
    r"\b(?i:room|rm|cabin|unit|suite|bungalow|no\.|number)\.?\s#?\d{1,4}[A-Z]?,?\s(?:of|at|in)\s(?:the\s)?"
    rf"(?:[A-Z][\w’'.&-]*\s){{0,4}}{_INN}|Lodging(?:s|\sHouse)?|(?:Rooming|Boarding|Guest)\s[Hh]ouse|Shelter|Refuge)\b"
    rf"|\b(?:[Tt]he\s)(?:[A-Z][\w’'.&-]*\s){{1,3}}{_INN}),?\s\(?(?i:room|rm|cabin|unit|no\.|number|\#)\.?\s?#?\d{{1,4}}[A-Z]?\b"
)
_GATHERS = re.compile(
    r"(?i:\b(?:meet(?:s|ing|ings)?|hearings?|conferences?|sessions?|training|workshops?|seminars?|reception|ballroom|will\sbe\sheld|is\sheld"
    r"|forum|summit|luncheon|breakfast|registration|panels?|depositions?|offices?|arrest(?:s|ed)?\sat)\b)"
)
_OWN_COURT = re.compile(r"\b(?:Court|COURT|Center|Centre)\b(?=[ ,.;)]*$|,\s(?:[Aa]pt|[Uu]nit|\#))")  # a street's own last word
_PO_BOX = re.compile(
    r"\bP\.?\s?O\.?\s?(?:Box|BOX)\s\d{1,6}(?:,\s[A-Z][a-z]+(?:\s[A-Z][a-z]+)?(?:,?\s[A-Z]{2}\b)?(?:\s\d{5}(?!\d))?)?"
)
_PERSON_LINE = re.compile(r"(?:^|\n)[ \t]*(?:To:?\s*)?(?:Mr|Mrs|Ms|Miss|Mx|Dr|MR|MRS|MS)\.?\s[A-Z][\w.’' -]{2,40}\n\s*$")

_NAME_ABOVE = re.compile(rf"(?:^|\n)[ \t]*(?P<name>{CAP}(?:[ ](?:[A-Z]\.|{CAP})){{0,2}}[ ]{CAP})[ \t]*\n\s*$")
_BESIDE = re.compile(
    r"(?:[’']s?)?(?:\s\(|,\s?(?:of\s|from\s|at\s)?|\s(?:of|from|at)\s)(?P<value>(?!(?:19"
    r"|20)\d\d\s)\d{1,5}[A-Z]?(?:\s1/2)?\s(?:[NSEW]\.?\s)?"
    r"[A-Z][a-z’'-]+(?:\s[A-Z][a-z’'-]+){0,2}(?:,?\s(?i:apt|apartment|unit|space|spc|lot|room|upper|lower|rear"
    r"|\#)\.?(?:\s?\#?\w{1,4}\b)?)?)"
)
# "Mr. Roe of Tannery Road": the street alone, of a private name.
_OF_STREET = re.compile(
    r"(?:,\s|\s)(?:of|from)\s(?P<value>(?:[A-Z][a-z’'-]+\s){1,2}(?:Street|Avenue|Road|Lane|Drive|Boulevard|Terrace|Row|St|Ave"
    r"|Rd|Ln|Blvd))(?=[,.;)\n]|\s[a-z])"
)
_HELD_BACK = re.compile(r"█{2,}|\(b\)\s?\(6\)(?:[;,]?\s?\(b\)\s?\(7\)\(C\))?")


def homes_in(text: str, private_near: tuple[tuple[int, int], ...]) -> Iterator[IdentifierFound]:
    """Home addresses; a street within 300 characters of one of the spans `private_near` is taken for that person's home."""
    streets: list[IdentifierFound] = []
    for match in STREET.finditer(text):
        basis = _home_basis(text, match, private_near)
        if basis:
            streets.append(IdentifierFound(match.start(), home_end(match), "address", basis))
    yield from streets
    for one in _without_street(text, private_near):
        if not any(street.start <= one.start and one.end <= street.end for street in streets):
            yield one


def homes_beside(text: str, names: tuple[tuple[int, int], ...]) -> Iterator[IdentifierFound]:
    """A number and a capitalised word right behind a private name, or behind what the agency itself held back."""
    ends = [end for _, end in names] + [one.end() for one in _HELD_BACK.finditer(text)]
    for end in ends:
        match = _BESIDE.match(text, end)
        if match and not _MONTH.search(match["value"]) and not names_nobody(match["value"].split()[1]):
            yield IdentifierFound(*match.span("value"), "address", "stands right behind a private name")
        street = _OF_STREET.match(text, end)
        if street and not ORGANISATION.search(street["value"]):
            yield IdentifierFound(*street.span("value"), "address", "stands right behind a private name")


def _without_street(text: str, private_near: tuple[tuple[int, int], ...]) -> Iterator[IdentifierFound]:
    """Homes told by their label, and town lines and boxes at a post office beside other private identifiers."""
    for match in _LABELLED_HOME.finditer(text):
        block = text[max(text.rfind("\n\n", 0, match.start()), match.start() - 160, 0) : match.start()]
        value = re.split(r"(?<![A-Z])\.\s|\s\(|\s{3,}", match["value"])[0].rstrip(" .,")
        party = PARTY.search(text, max(0, match.start() - 240), match.start())
        if not party and not ORGANISATION.search(block) and not ORGANISATION.search(value):
            yield IdentifierFound(
                match.start("value"), match.start("value") + len(value), "address", "follows a label for a home"
            )
    for match in (
        *_LIVES_AT.finditer(text),
        *_CARE_OF.finditer(text),
        *_CORNER.finditer(text),
        *_NUMBER_LAST.finditer(text),
        *_NAMED_OF.finditer(text),
    ):
        if not ORGANISATION.search(_OWN_COURT.sub("", match["value"])):
            yield IdentifierFound(*match.span("value"), "address", "follows a word for living there")
    for match in _LIVES_ON.finditer(text):
        if not ORGANISATION.search(_OWN_COURT.sub("", match["value"])):
            yield IdentifierFound(*match.span("value"), "address", "follows a word for living there")
    for match in _HOUSE.finditer(text):
        if not ORGANISATION.search(match["value"]) and not any(names_nobody(word) for word in match["value"].split()[1:]):
            yield IdentifierFound(*match.span("value"), "address", "follows a word for a dwelling")
    for match in _DWELLING.finditer(text):
        yield IdentifierFound(*match.span(), "address", "names a dwelling")
    for match in _ROOM_OF.finditer(text):
        about = text[max(0, match.start() - 160) : match.end() + 60]
        if not _GATHERS.search(re.split(r"(?<=[a-z)])[.;]\s|\n\n", about[: match.start() - max(0, match.start() - 160)])[-1]):
            yield IdentifierFound(*match.span(), "address", "names a dwelling")
    for match in _FORM_HOME.finditer(text):
        near = any(start - 400 <= match.start() <= end + 400 for start, end in private_near)
        if near and not ORGANISATION.search(match["value"]) and not names_house(match["value"]):
            yield IdentifierFound(*match.span("value"), "address", "follows a label for a home")
    for match in _RURAL.finditer(text):
        yield IdentifierFound(*match.span(), "address", "a box on a rural route")
    for pattern, group in ((_TOWN_LINE, "value"), (_PO_BOX, 0), (_OF_PLACE, "value")):
        for match in pattern.finditer(text):
            near = any(start - 300 <= match.start() <= end + 300 for start, end in private_near)
            if near and not ORGANISATION.search(match[group]) and not _MONTH.search(match[group]):
                yield IdentifierFound(*match.span(group), "address", "stands beside another private identifier")


def _home_basis(text: str, match: re.Match[str], private_near: tuple[tuple[int, int], ...]) -> str:
    before = text[max(0, match.start() - 90) : match.start()]
    sentence = re.split(r"(?<=[a-z)]\.)\s|\n\n", before)[-1]
    cues = [
        cue
        for cue in _RESIDENCE.finditer(sentence)
        if not (cue.group()[0].isupper() and _NO_HOME.search(sentence[: cue.start()]))
    ]
    if cues and not ORGANISATION.search(sentence[cues[-1].end() :]):
        return f"follows {cues[-1].group()!r}"
    if match["room"]:
        return ""
    if own := _OWN.search(before):
        return f"follows {own.group().split(',')[0].strip()!r}"
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
    if any(start - 300 <= match.start() <= end + 300 for start, end in private_near) and not names_house(before):
        return "stands beside another private identifier"
    if _ADDRESS.search(before) and not PARTY.search(text, max(0, match.start() - 240), match.start()):
        return "follows the label 'address'"
    return "" if of_office(text, match, bool(private_near)) else "a street that no office is named beside"
