"""What words make a person's name, and the ways one name is written: either order, the surname or a given name alone."""

from __future__ import annotations

import re

CAP = (
    r"(?:[A-Z][’'](?=[A-Z]{2})[A-Z]++|[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ’'`-]+(?:[-’'][A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ]+)*"
    r"|[A-ZÀ-ÖØ-Þ]{2,}+(?:[-’'][A-ZÀ-ÖØ-Þ]{2,}+)*|O[’'][A-Z]\w++|Mc[A-Z]\w++)"
)
_NO_NAME_WORDS = """
    department office bureau county counties co city state states united program communities report request meeting update
    question questions agency division section committee center centre court act law police sheriff director secretary governor
    senator attorney general service services enforcement immigration customs homeland security field operations
    information freedom national federal public affairs press release memorandum memo letter draft response fw fwd re
    the and for with new north south east west january february march april may june july august september october
    november december monday tuesday wednesday thursday friday saturday sunday
    saturdays sundays weekdays holidays number date subject name alien detainee
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
    congressman congresswoman mayor president chief officer agent deputy judge justice commissioner supervisor analyst
    dear american mexican canadian cuban haitian jamaican honduran guatemalan salvadoran nicaraguan colombian peruvian brazilian
    ecuadorian venezuelan dominican chinese japanese korean indian pakistani iranian iraqi syrian russian ukrainian polish german
    french british irish italian spanish vietnamese filipino singaporean nigerian somali ethiopian egyptian turkish hispanic
    latino asian african european muslim christian catholic jewish undocumented
    bank investment company corporation foundation institute
    afghanistan albania algeria argentina armenia austria bahamas bangladesh barbados belarus belgium belize bolivia
    bosnia brazil bulgaria burma cambodia cameroon canada chile colombia congo cuba ecuador egypt eritrea ethiopia
    fiji gambia germany ghana guatemala guinea guyana haiti honduras hungary india indonesia iran iraq ireland israel
    italy ivory jamaica japan kazakhstan kenya korea kosovo laos lebanon lesotho liberia libya malaysia mali
    mauritania moldova mongolia montenegro morocco mozambique nepal netherlands nicaragua niger nigeria norway
    pakistan panama paraguay peru philippines poland portugal romania russia rwanda salvador senegal serbia sierra
    singapore slovakia slovenia somalia spain sudan suriname sweden switzerland syria taiwan tanzania thailand togo
    tobago trinidad tunisia uganda ukraine uruguay uzbekistan venezuela vietnam yemen zambia zimbabwe naturalized blk
    brn bro hzl gry med lgt drk hair eyes cmplxn complexion usc lpr none obligor beneficiary employer occupation
    portuguese mandarin cantonese creole arabic hindi urdu punjabi tagalog quechua swahili amharic farsi english
    bar oficina
    programa comunidades seguras calle avenida condado ciudad estado policia policía departamento migración inmigración consulado
    consulate consul asunto señor señora
    fecha testigo firma declaración declaracion nombre nombres apellido apellidos domicilio teléfono telefono edad nacimiento
    sir madam gentlemen ladies coordination liaison outreach woman sergeant mon tue wed thu fri
    ayes noes nays yeas
    social insurance born contact residence file files a-file telephone tel town charge charges level sworn statement affidavit
"""
_NO_NAME = frozenset(_NO_NAME_WORDS.split())
_OFFICIAL_BEFORE = re.compile(
    r"(?i:\b(?:sheriff|director|secretary|governor|senator|sen\.|representative|rep\.|congress(?:man|woman)"
    r"|attorney\sgeneral|judge|justice"
    r"|chief|officer|ofcr\.?|offr\.?|agent|commissioner|mayor|president|professor|officer-in-charge|counsel|spokes(?:man|woman|person)"
    r"|lieutenant|lt\.?|sergeant|sgt\.?|captain|capt\.?|corporal|cpl\.?|deputy|dep\.|detective|det\.|ofc\.?|operator|inspector|trooper|warden"
    r"|prosecutors?|agents|officers|deputies|sheriffs|commissioners|judges|attorneys|senators|directors|att[’']?y\.?|chaplain|council(?:man|woman|member|or)s?|alderm[ae]n|alderwoman|hon(?:orable)?\.?|cashier|notary|nurse"
    r"|ptl\.?|patrolman|sro|tpr\.?|dispatcher|caseworker|social\sworker|(?:prepared|approved|reviewed|typed|issued)\sby"
    r"|alguacil|comisari[oa]|juez|jueza|alcald(?:e|esa)|gobernador|licenciad[oa]|lic\.|fiscal|magistrad[oa]"
    r"|superintendent|supt\.|consul|ambassador|undersheriff|commander|investigator|gov\.|lt\.\sgov\.|col\.|colonel|maj\.|cmdr\.?"
    r"|(?-i:Supervisor|Supv\.?|Trustee|Councilor|Assembly(?:man|woman|member)|Delegate|Constable|Marshal|Registrar|Ombudsman|Treasurer|Coroner"
    r"|Dep(?=\s))"
    # "Clerk of the Board Ada Roe"
    r"|(?-i:(?:Clerk|Chief|Director|Chair(?:man|woman|person)?|Secretary|Superintendent|President"
    r"|Administrator|Registrar|Treasurer|Head)"
    r"[ ]of[ ](?:the[ ])?(?:[A-Z][a-z]+[ ]){0,2}?(?:Board|Council|Commission|Courts?|Police|Staff|State|County|City|Department"
    r"|Bureau|Division|Office|Operations|Committee|Corrections|Detention|Jail|Patrol|Services|Affairs|Supervisors|Commissioners))"
    r"|(?-i:(?:AG|DA|AUSA|SA|SSA|IEA|SIEA|DO|DDO|SDDO|AFOD|FOD|IJ|ALJ)(?:[’']?s)?)"
    r"|(?-i:v\.|[Vv]s\.|(?<=[A-Z]\s)V\.|VS\.))(?:[ \t]*|\s(?<=v\.\n|s\.\n))(?:=\s)?"
    r"|(?:prepared|approved|reviewed|typed|issued)\sby:[ \t])\Z"
)
# Whoever holds a power of attorney is no lawyer: somebody's sister, mostly.
_OF_POWER = re.compile(r"(?i:\bpowers?\sof\sattorney)(?:\s?[:–-]|\s(?:to|is|was|for))?\s?\Z")
# They are ranks, and parts of names besides: "JOAO DA SILVA", "DO HUNG VAN".
_RANK_OR_NAME = re.compile(r"\b(?:DA|DO|SA|PO)[ \t]+\Z")
_PAROLE = re.compile(r"(?<![\w.])PO[ ]\Z")  # an officer of police, probation or parole
# "State v. Roe": whom one sues may be in office, the accused is not.
_ACCUSED = re.compile(
    r"\b(?i:state|people|commonwealth|city|village|town(?:ship)?|county)"
    r"(?:\sof\s(?:[A-Z][\w’'-]++\s?){1,3})?\s?,?\s?(?:[Vv]s?\.|V[Ss]?\.)\s?\n?\Z"
)
# A title at the end of a line is that of the name on the next where the line is prose: "was told by Sheriff\nRoe".
_TITLE_WRAPPED = re.compile(r"\b(?!an?\s|as\s)[a-z]{2,},?[ ][A-Z][\w.]*[ ]?\n\Z")
# "told agents Ada Roe was home": whom one tells it, and of whom.
_TOLD_THEM = re.compile(r"(?i:\b(?:told|asked|informed|advised)\s(?:the\s|two\s)?(?:agents|officers|deputies)[ ])\Z")
# "told the nurse Ada Roe had left", "told PO Roe was home": between who is told and a verb of its own the name is that verb's
# subject, whatever office stands before it. One who is told is called by the surname alone, or has a title with a capital
# ("told Officer Roe").
_TOLD_ONE = re.compile(
    r"\b(?:[Tt]old|[Tt]ells?|[Tt]elling|[Aa]sked|[Ii]nform(?:s|ed|ing)|[Aa]dvis(?:es|ed|ing)|[Nn]otified"
    r"|(?:[Ss]tated|[Ss]aid|[Rr]eported)\sto)"
    r"\s(?:(?:the|an?|his|her|our|my|their)\s)?(?:(?P<small>(?!(?:that|about|if|whether|how|why|when|where|who|me|us|him|her|them|you|it|and|or"
    r"|of|to|by|with|from|for|in|at|on|as|what|the|an?)\b)[a-z]+\s){1,3}|[A-Z]{2,4}\s)\Z"
)
_SURELY = r"[ ](?:(?:[a-z]+ly|never|just|also|still)[ ])?(?:was|is|had|has|were|would|will|could|did|does)\b"
_DID = re.compile(rf"{CAP}(?:[ ](?:[A-Z]\.[ ])?{CAP}){{0,2}}{_SURELY}")
_WHO_DID = re.compile(
    rf"{CAP}[ ](?:[A-Z]\.[ ])?{CAP}[ ](?:(?:[a-z]+ly|never|just|also)[ ])?"
    r"(?:lives?|stays?|keeps?|[a-z]{2,}ed|got|went|came|took|left|hit|beat|drove|cut|broke|stole|said)\b"
)
# "Dr" is a title too, but no street's end: "55 Elm Dr Jane Roe".
_DOCTOR = re.compile(r"(?:^|(?P<word>[\w’'-]+\.?)[ \t]+|[^\w\s.][ \t]*|[\n.][ \t]*)D[Rr]\.?[ \t]+\Z")
_HOUSE = re.compile(r"(?:^|[^\w$§])\d{1,6}[A-Za-z]?(?:½|-\d+)?[ \t]+(?P<street>(?:[\w.’'-]+[ \t]+){1,4})D[Rr]\.?[ \t]+\Z")


def folded(word: str) -> str:
    """A word of a name for comparing: in lower case, without the signs around it and the ending that makes it somebody's."""
    return re.sub(r"[’']s$", "", word.strip(".,’'`")).casefold()


def names_nobody(word: str) -> bool:
    """Whether the word names an office, a place or a field of a form rather than a person."""
    return _bare(word) in _NO_NAME


def _bare(word: str) -> str:
    """The word in lower case without the signs around it and the ending that makes it somebody's ("Obligor's")."""
    return re.sub(r"[’']s$", "", word.strip(".,:;’'").lower())


def personal(name: str, words_at_least: int = 2) -> bool:
    """Whether the words could be a person's name: enough of them, none that names an office, a place or a form."""
    words = [_bare(word) for word in re.split(r"[\s,]+", name) if word.strip(".,")]
    if re.search(r"\b[A-Z]-[a-z]|[a-z],\s[A-Z]{2}$", name) or (len(words) == 2 and words[0] in _FIRST_WORDS):
        return False  # "Her A-number"; a town and its state
    return len(words) >= words_at_least and not any(word in _NO_NAME for word in words)


def opens(word: str) -> bool:
    """Whether the word only opens a sentence ("If"), and is no given name or surname besides."""
    return word.lower() in _FIRST_WORDS - {"will", "may", "do", "so", "an", "any", "or"}


def cried(name: str) -> bool:
    """Whether these are words of a sentence set in capitals ("NEIGHBORS DO NOT KNOW")."""
    return name.isupper() and any(word.lower() in _FIRST_WORDS for word in name.split())


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
        tails = dict.fromkeys([r"[\s-]+".join(parts), *parts]) if parts else {}  # of "Ada R" the letter alone is nobody
        for tail in tails:
            forms += [rf"{head}(?:\s+[A-Za-z.’'-]+)?\s+{tail}", rf"{tail},\s*{head}(?:[ ][A-Z]\b\.?(?!\s?[-#\d]))?"]
            forms.append(rf"{head[0]}\.\s?{tail}")
            forms.append(rf"(?:(?<=\bm[rs]\s)|(?<=\bm[rs]\.\s)|(?<=\bmrs\s)|(?<=\bmrs\.\s)){tail}")
        if len(parts) > 1:
            forms += [part for part in parts if len(part) >= 5]
    if not given and "-" in last:  # "ROE-DOE" in a form's box: each surname may stand for both
        forms += [re.escape(part) for part in last.split("-") if len(part) >= 5]
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


_GIVEN_BEFORE = re.compile(r"(?:^|[^\w])(?P<given>[A-Z][a-z’'-]{2,}(?: [A-Z]\.?)? )$")


def before_surname(text: str, start: int) -> int:
    """Where the given name before the surname that begins here begins; the same place where none stands there."""
    match = _GIVEN_BEFORE.search(text[max(0, start - 30) : start])
    if not match:
        return start
    begin = start - len(match["given"])
    first = match["given"].split()[0]
    if names_nobody(first) or _HONORIFIC.fullmatch(first) or first.lower() in _FIRST_WORDS or of_an_official(text, begin):
        return start
    return start if _OFFICIAL_BEFORE.search(match["given"]) else begin


_HONORIFIC = re.compile(r"(?:Mr|Mrs|Ms|Miss|Mx|Dr|Messrs)\.?")
_FIRST_WORD_LIST = """
    when while where after before then since because although though if that this these those what who whom how why in on at by
    to from of for with and but or nor so yet as is was are were has had have did does do will would can could may might shall
    should must not no yes also only both either neither each every all any some our his her its their your my dear both per
    said says told asked according however therefore thus here there once until unless about against between under over through
    during without within upon tell ask let see note please thank thanks regarding subject re from sent witness
"""
_FIRST_WORDS = frozenset(_FIRST_WORD_LIST.split())


def accused(text: str, start: int) -> bool:
    """Whether the name that begins here is that of whom a State or city prosecutes; federal cases are cited."""
    before = text[max(0, start - 60) : start]
    return before.rstrip()[-2:].casefold() in ("v.", "s.") and _ACCUSED.search(before) is not None


def without_title(text: str, start: int) -> bool:
    """Whether the title before the name that begins here is not its bearer's: a power of attorney, or who is told of him."""
    if _OF_POWER.search(text, max(0, start - 30), start):
        return True
    told = _TOLD_ONE.search(text, max(0, start - 60), start)
    return told is not None and bool(_DID.match(text, start) or (told["small"] and _WHO_DID.match(text, start)))


def of_an_official(text: str, start: int) -> bool:
    """Whether the name that begins here follows an official's title: then it is another person of the same surname."""
    before = text[max(0, start - 60) : start]
    if _RANK_OR_NAME.search(before) and re.match(r"[A-ZÀ-Þ’'-]{2,}(?![a-z])", text[start : start + 30]):
        return False
    if _TITLE_WRAPPED.search(before):
        before = before.rstrip() + " "
    if _TOLD_THEM.search(before) or accused(text, start) or without_title(text, start):
        return False
    if _PAROLE.search(before):
        return not text.startswith("Box", start)  # a post office's box
    return bool(_OFFICIAL_BEFORE.search(before)) or _is_doctor(before)


_ON_CALL = re.compile(r"(?i:attending|physician|referring|treating|by|from|with|resident|surgeon|examiner|psychiatrist)")


def _is_doctor(before: str) -> bool:
    """Whether a physician's title ends the text: no house number with a street, and no capitalised word, stands before it."""
    match, house = _DOCTOR.search(before), _HOUSE.search(before)
    if not match:
        return False
    word = match["word"] or ""
    sentence = re.split(r"[.;:]\s|\n", before[: match.start()])[-1]
    if not re.search(r"\d", sentence) and _ON_CALL.fullmatch(word):
        return True  # "Attending Dr. Roe", with no house number before it
    if house and not any(one in ("the", "a") or opens(one) for one in house["street"].split()):
        return False
    return not word[:1].isupper() or word.lower() in _FIRST_WORDS


def begins_sentence(text: str, start: int, end: int) -> int:
    """Where the name `text[start:end]` begins without a first word that only opens the sentence ("Call Jane Roe")."""
    words = text[start:end].split(" ")
    if len(words) > 2 and "," not in words[0] and (words[0].lower() in _FIRST_WORDS or names_nobody(words[0])):
        return start + len(words[0]) + 1
    return start
