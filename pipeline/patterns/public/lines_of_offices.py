"""Telephones that their place shows to be an office's: what leads up to the number, the lines above it, the list it stands in.

A number is its owner's, and who owns it is said right before it: a rank with its bearer ("Capt. Roe", "my counsel, Ada Roe, at"),
a body ("the field office in Kessel"), a body with a name in brackets, or what one is asked to call it for. Whatever else stands
between, a verb with its object or another person, makes it somebody else's.
"""

from __future__ import annotations

import re

from pipeline.patterns.names.name_forms import of_an_official, personal
from pipeline.patterns.names.office_words import OFFICE
from pipeline.patterns.public.openly import RANK

_BODY = re.compile(
    r"(?i:offices?|bureau|departments?|dept|agency|division|district|council|commission|committee|board|court(?:house)?|county|sheriffs?"
    r"|police|jail|cent(?:er|re)|clinic|project|coalition|ministry|society|association|authority|patrol|unit|section|desk|program"
    r"|relations|affairs|operations|services?|consulate|registry|ICE|DHS|newsroom|station|radio|chamber)"
)
RANKS = re.compile(rf"(?i:{RANK})")
_RANKED = re.compile(rf"\b(?:(?i:{RANK})|Sgt|Lt|Capt|Cpl|Dep|Det|Insp|Supt)\b")
# Words that may stand between an owner and his number.
_JOIN_WORDS = """
    of the for in at on is are can may should be directly tel phone telephone ph no number numbers line lines main duty desk
    bookings records visits appointments questions information intake inquiries matters copies via by
"""
_JOINS = frozenset(_JOIN_WORDS.split())
# "can be reached at", "in Kessel County ring": of one who called or whom one is to call the number is that one's.
_REACHED, _TO_CALL = frozenset(("reached", "called", "contacted")), frozenset(("ring", "call", "dial", "contact", "reach"))
_LAWYERS = frozenset(("lawyer", "attorney", "counsel"))
_ADDRESSED = re.compile(r"(?i:dear|told|asked|hello|hi)")
_TOKEN = re.compile(r"\([bB]\)\s?\(\d\)(?:\s?\([A-Z]\))?[;,]?|[^\W\d_][\w’'.&-]*|[^\w\s]")
_COURTESY = re.compile(r"(?:Mr|Mrs|Ms|Miss|Mx|Señora?|Sra?)\.?")
_MARKS = frozenset(",:(|–-/[;")
_SENTENCE = re.compile(r"(?<=[a-z)\d][.;!?])\s+(?=[A-Z(])|(?<=[;])\s|\n\n")
_ABBREVIATED = re.compile(r"\b(?:[A-Z][a-z]{1,4}|[A-Z]|no|ext)\.\s*\Z")
_LINE, _RUNNING = 45, 4  # characters and words in lower case that make a line running text
REACH = 90  # characters before the number in which its owner must stand
# What one is asked to call for, right before the number or before one who answers it.
_ASKED = re.compile(
    r"(?i:\b(?:questions?|corrections?|inquir(?:y|ies)|press\scalls|rsvp|(?:more|further)\sinformation|minutes|agendas?"
    r"|newsroom))\s(?:may\sbe\s|please\s)?(?:directed\s|sent\s|referred\s|addressed\s|called\s(?:in\s)?)?(?:to|call|contact)\s"
    r"(?:(?:the\s)?(?:[A-Z][\w’'.-]*,?\s|\([bB]\)\s?\(\d\)(?:\s?\([A-Z]\))?[\s,;]*){0,6}(?:at\s)?)?\(?\Z"
    # "Please send press to Ada Roe, (555) 212-1010"
    r"|\b(?i:send|refer|direct)\s(?:all\s|any\s)?(?i:press|media|reporters)(?:\s(?:calls|inquiries|questions))?\sto\s"
    r"(?:[A-Z][\w’'.-]*,?\s){0,4}(?:at\s)?\(?\Z"
    # One word with a colon is a field of any form ("Comments:"), and its number is of whoever filled it in.
    r"|(?i:\b(?:for\s(?:more|further)\sinformation|(?:press|media)\s(?:calls|inquiries|questions)|newsroom|rsvp))(?:\s?:|\s[-–])\s\(?\Z"
)
# "My counsel, Ada Roe, will handle it, (555) 212-1010"
_THROUGH = re.compile(
    rf"\b(?:[Mm]y|[Oo]ur|[Tt]he)\s(?:[\w-]+\s)?(?i:{RANK}),\s(?:[A-Z][\w’'.-]*(?![\w’'-])\s?){{2,4}},\s[^.;\d()]{{0,50}},\s\(?\Z"
)
# "Office: 14 Mill Row, Kessel; telephone (555) 212-4470"
_OF_HOUSE = re.compile(
    r"(?:^|[.;|]\s)(?:(?:Main|Head|Field|Our|Regional)\s)?[Oo]ffice:\s"
    r"(?:(?:(?:Room|Rm|Suite|P\.?O\.?[ ]Box)[ ])?\d+[A-Z]?(?:[ ,.]{1,2}(?:[A-Z][\w’'-]*|\d\w*)){0,8}[;,.]?\s)?"
    r"(?i:(?:(?:tele)?phone|tel|ph)\.?\s?(?:no\.?|number)?[:\s]*)?\(?\Z"
)
# Whom the press may ask is named in the head of what is given out to it.
_CONTACT = re.compile(r"\b(?:Contacts?|CONTACTS?)\s?:\s(?:[A-Z][\w’'.-]*,?\s){0,4}\(?\Z")
_RELEASED = re.compile(
    r"(?m:^[ \t]*(?:[A-Z][\w’'.&-]*[ ]){0,5}?"
    r"(?i:for\simmediate\srelease\b|(?:press|news|media)\s(?:release|advisory|statement)\b)"
    r"[^a-z\n]{0,40}(?:[ |-][^\n]{0,40})?$)"
)
FEW = 300  # characters above a contact in which such a paper says what it is
# "told Lt. Roe. Her no. 555": a sentence of its own says whose it is
_HERS = re.compile(r"(?:^|[.;:,)]\s)(?:My|His|Her|Their)\s(?i:no|num(?:ber)?|cell|phone|ph|tel)\b[.:]?\s?(?:is\s)?\(?\Z")
_EXTENSION = re.compile(r"(?i:,?\s?(?:x|ext\.?|extension)\s?\d{2,6}\b)")
OWN = re.compile(r"(?i:\b(?:my|mine|his|her|hers|their|own|home|cell|mobile|works?|worked|employer)\b)")
KIN = re.compile(
    r"(?i:\b(?:mother|father|mom|dad|wife|husband|spouse|parents?|brother|sister(?=\s(?!(?-i:[A-Z])))|son|daughter|uncle|aunt|cousin|landlord|landlady|neighbou?r"
    r"|guardian|girlfriend|boyfriend|home|residence|inmate|detainee|subject|patient|caller|complainant|visitor|student|client|victim|emergency|next\sof\skin"
    r"|dob|use\sonly)\b)"
)
# A line that gives nothing but the number and what kind of line it is.
_LABELS = re.compile(r"(?i:[\s.:#|(]|(?:tele)?phones?|tel|ph|office|main|desk|direct|voice|fax|call|no|number|bb|at)*")
_TITLE_LINE = re.compile(
    r"[ \t]*(?:(?:[A-Z][\w’'.&()-]*|of|the|for|and|at|in|to|&|-|–|/|M)[,;:]?(?:[ \t]+|(?=[ \t]*$))){1,10}[ \t]*"
)
ABOVE = 2  # lines between a title and its number
CLOSE = re.compile(
    r"(?m)^[ \t]*(?:(?:[A-Z][a-z]+[ ])?(?:[Ss]incerely|[Rr]espectfully|[Rr]egards|[Yy]ours|[Tt]ruly|[Cc]ordially))\b[^\n]{0,20}$"
)
_REACH_ME = re.compile(
    r"(?i:\bI\s(?:can|may)\sbe\s(?:reached|contacted)|\b(?:reach|call|contact|telephone)\sme)\b[^.\n\d]{0,20}\Z"
)
_BY_STAFF = re.compile(
    r"(?i:\bthrough\smy\s(?:\w+\s)?(?:assistant|secretary|office|staff|counsel|scheduler|clerk|aide|deputy)\s)"
)
SHORT = 4  # letters from which a word in capitals may be a name
# Anybody lives or is held in these: over a number they make an office only beside a word that is no place.
_PLACES = re.compile(r"(?i:county|court|cent(?:er|re)|district|station|radio|unit|section|chamber|desk|program|services?)")
# Beside a name these are where somebody works; "Ada Roe, Kessel Jail" may be held there.
_WORKED_IN = re.compile(r"(?i:offices?|bureau|departments?|dept|agency|division|commission|council|committee)")
SIGNED = 5  # lines below the close of a letter in which its writer's office stands
_DIRECTORY = re.compile(
    r"(?i:\bdirectory\b|\bwho\sto\scall\b|\bpoints?\sof\scontact\b|\bcontacts?(?:\s(?:list|sheet|numbers))?[ \t]*(?:$|\n|\()"
    r"|\b(?:tele)?phone\s(?:list|numbers)\b|\bstaff\s(?:list|roster)\b|\b(?:duty|call)\slist\b)"
)
# What no letterhead has: words of a sentence, a day; a list or form has labels.
_SAID = re.compile(
    r"\b(?!(?:the|and|for|tel|fax|phone|telephone)\b)[a-z]{3,}\b|[?!]|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}|[a-z]:\s(?=[A-Z])"
)
_TO = re.compile(r"[ \t]*(?i:to|dear|attn|attention)\b")  # to whom it is written is not who writes
_PAPER = re.compile(
    r"(?i:\b(?:name|inmate|detainee|caller|patient|subject|log|sheet|roster|report|record|booking|form|call|message)\b)"
)
NAME_ALONE = re.compile(r"(?:(?:Mr|Mrs|Ms|Dr|MR|MRS|MS|DR)\.?\s)?[A-Z][\w’'-]+(?:\s[A-Z]\.?)?(?:\s[A-Z][\w’'-]+){1,2}")
LONGEST = 600  # characters before a number that are looked at
LETTERHEAD = 6  # lines of a letterhead, at most
HEAD = 14  # lines above a row in which the head of its list stands
_ROWS = 3  # rows with a number that make a list
_WHOLE = re.compile(
    r"(?<![\d-])(?:\(?\d{3}\)?[-.\s]{1,2})?\d{3}[-.]\d{4}(?![\d-])|(?<!\d)\(?\d{3}\)?[-.\s]{1,2}\d{3}[-.\s]\d{4}(?!\d)"
)
_FAX_HEAD, _OWN_LINES = re.compile(r"(?i:\bfax\b)"), re.compile(r"(?i:\b(?:cell|home|mobile|personal|after|pager|private)\b)")
_STAFF = re.compile(r"(?i:\bstaff\s(?:directory|list|roster|telephone|phone)|\bdirectory\b)")


def leads_from_office(text: str, start: int, end: int, case: bool) -> bool:
    """Whether what stands around the telephone number `text[start:end]` shows it to be an office's.

    On a page about a `case` only the words right before it do: what stands above may be where somebody lives or is held.
    """
    line = text[max(text.rfind("\n", 0, start) + 1, start - LONGEST) : start].replace("\t", " ")
    before = _sentence(_wrapped(text, start, line))[-REACH:]
    if _HERS.search(line):
        return False
    if _ASKED.search(before) or _has_owner(before) or _THROUGH.search(before) or _OF_HOUSE.search(line):
        return True
    number = text[start:end]
    inner = _EXTENSION.search(number) or _EXTENSION.match(text, end)  # of a switchboard
    if inner and _signed_below(text, end):
        return True
    if case:
        return False
    if _CONTACT.search(line) and _RELEASED.search(text, max(0, start - FEW), start):
        return True
    if inner and _RANKED.search(before) and not (OWN.search(before) or KIN.search(before)):
        return True
    return (
        _is_signed(text, start, before)
        or in_letterhead(text, start)
        or _below_title(text, start, line)
        or _in_directory(text, start, line)
    )


def _wrapped(text: str, start: int, line: str) -> str:
    """The line up to the number, with the line of running text before it that it goes on from."""
    begun = text[max(0, start - len(line) - LONGEST) : start - len(line)]
    above = begun.rstrip("\n").rpartition("\n")[2] if begun.endswith("\n") else ""
    runs = len(above) >= _LINE and len(re.findall(r"\b[a-z]{2,}\b", above)) >= _RUNNING and not begun.endswith("\n\n")
    return f"{above} {line}" if runs else line


def _sentence(line: str) -> str:
    """The end of the line from its last sentence or last number on; a point behind a short word ends none."""
    parts = _SENTENCE.split(line)
    kept = parts.pop() if parts else ""
    while parts and _ABBREVIATED.search(parts[-1]):
        kept = f"{parts.pop()} {kept}"
    return re.split(r"\d{4}", kept)[-1]


def _has_owner(before: str) -> bool:
    """Whether the words lead back to a rank or a body with at most one name between."""
    names = run = 0  # runs of capitalised words behind the owner, words of the one at hand
    inside = bracketed = whose = asks = told = False
    tokens = _TOKEN.findall(before)
    for at in range(len(tokens) - 1, -1, -1):
        token, previous = tokens[at], [one for one in tokens[max(0, at - 2) : at] if one.lower() not in ("the", "our")][-1:]
        word = token.strip(".,’'").removesuffix("’s").removesuffix("'s")
        if token == "&" and inside:
            return True  # a firm's: "Finch & Poe, (555) 212-8812"
        if token in _MARKS:
            bracketed |= token == "("
            inside = False
        elif _COURTESY.fullmatch(token):
            return False
        elif RANKS.fullmatch(word) or (len(word) > 1 and of_an_official(f"{token} ", len(token) + 1)):
            # "Reported to Deputy: Ada Roe", "My officer is Roe": what is told to or by somebody who gives a number
            field = tokens[at + 1 : at + 2] == [":"] and any(map(str.islower, previous))
            mine = told and word.lower() not in _LAWYERS and any(one.lower() in ("my", "his", "her", "their") for one in previous)
            return names <= 1 and not (whose or asks or field or mine) and not any(map(_ADDRESSED.fullmatch, previous))
        elif _BODY.fullmatch(word):
            return names == 0 or (names == 1 and bracketed)
        elif token.isupper() and token.isalpha() and len(token) < SHORT:
            continue  # "OK", "HQ"
        elif token.startswith("(") or token[:1].isupper():
            names, run = names + (not inside), run + 1 if inside else 1
            inside = True
        elif (word in _REACHED and previous == ["be"]) or (word.lower() in _TO_CALL and not names):
            asks |= word.lower() in _TO_CALL  # "Deputy, ring ...": he is to call it
            inside = False
        elif word.lower() in _JOINS or (word == "record" and tokens[at - 1 : at] == ["the"]):  # but "attorney of record" is whose
            if inside and word in ("for", "by"):
                return False  # "the attorney for Ada Roe", "may be contacted by Ada Roe"
            if names and inside and word in ("of", "in"):
                names -= 1  # "office in Kessel": where, nobody's name
                whose |= run > 1  # but a rank may be "of Ada Roe"
            told |= word.lower() == "is" and names > 0
            inside = False
        else:
            return False
    return False


def _is_signed(text: str, start: int, before: str) -> bool:
    """Whether the writer of a letter gives the number as his, and signs with an office."""
    before = _BY_STAFF.sub("", before)
    close = CLOSE.search(text, start) if _REACH_ME.search(before) and not OWN.search(before) else None
    below = text[close.end() :].split("\n\n\n")[0].split("\n") if close else []
    return any(names_owner(line) for line in [line for line in below if line.strip()][:SIGNED])


def _signed_below(text: str, end: int) -> bool:
    """Whether the line ends with the number, and the next gives its writer's name and, behind a comma, his title or office."""
    below = _EXTENSION.sub("", text[end : end + LONGEST], count=1).split("\n")
    if len(below) < 2 or below[0].strip(" .)"):
        return False
    name, _, title = next((one for one in below[1:] if one.strip()), "").partition(",")
    post = re.split(r",|\s(?:of|for|at|in|on)\s", title.strip(), maxsplit=1)[0].split()[-1:]  # "Office cleaner" holds none
    return personal(name) and NAME_ALONE.fullmatch(name.strip()) is not None and any(map(OFFICE.fullmatch, post))


def in_letterhead(text: str, start: int) -> bool:
    """Whether the number stands among the first lines of its page, all of them a body's name, its officers or its address."""
    lines = [one for one in text[: start + 1].split("\n") if one.strip()] if start < LONGEST else []
    if not 1 < len(lines) <= LETTERHEAD or not any(
        _BODY.fullmatch(word.strip(".,")) for one in lines[:2] for word in one.split()
    ):
        return False
    return not any(_SAID.search(one) or _PAPER.search(one) or _TO.match(one) or _is_person(one) for one in lines)


def _is_person(line: str) -> bool:
    """Whether the line begins with a name and gives no office of his: of whoever the number on it or below it may be."""
    first = re.split(r",|\s[-–|·•(]|\s{2}|\s\(?\d", line.strip())[0].strip()
    place = re.match(r",?\s[A-Z]{2}\b(?![.])", line.strip()[len(first) :])  # "Kessel Falls, OH"
    named = NAME_ALONE.fullmatch(first) is not None and (not first.isupper() or personal(first))
    return named and not place and not has_office(line, _WORKED_IN)


def has_office(line: str, bodies: re.Pattern[str]) -> bool:
    """Whether a word of the line is a rank or one of these bodies, and no place alone."""
    words = [word.strip(".,:;()").removesuffix("’s").removesuffix("'s") for word in line.split()]
    return any(RANKS.fullmatch(word) or (bodies.fullmatch(word) and not _PLACES.fullmatch(word)) for word in words)


def _below_title(text: str, start: int, line: str) -> bool:
    """Whether the number's line says nothing else, and one right above it is somebody's title or a body's name."""
    if not _LABELS.fullmatch(line) or KIN.search(text[start:].partition("\n")[0]):
        return False
    above = [one for one in text[max(0, start - 300) : start - len(line)].split("\n")[-2 * ABOVE - 1 :] if one.strip()][-ABOVE:]
    if any(_is_person(one) for one in above):
        return False
    return any(names_owner(one) for one in above[-1:]) or (
        len(above) > 1 and names_owner(above[0]) and _LABELS.match(above[1]) is not None and bool(_WHOLE.search(above[1]))
    )


def names_owner(line: str) -> bool:
    """Whether the line is a title or the name of a body, and no sentence."""
    return has_office(line, _BODY) and _TITLE_LINE.fullmatch(line) is not None and not KIN.search(line)


def _in_directory(text: str, start: int, line: str) -> bool:
    """Whether the number is the first of a row in a list of whom to call, or stands below "Fax", and the row names an office or a
    rank, as half of the rows of a staff's directory do."""
    above = text[max(0, start - 2 * LONGEST) : start].split("\n")[-HEAD:]
    heads = [at for at, one in enumerate(above[:-1]) if _DIRECTORY.search(f"{one}\n")]
    if not heads or re.search(r"[a-z]\.\s|:\s", line):
        return False
    head = "\n".join(above[heads[0] : heads[0] + 2])
    if _WHOLE.search(line) and (not _FAX_HEAD.search(head) or _OWN_LINES.search(head)):
        return False
    first = max(0, start - sum(len(one) + 1 for one in above[heads[0] :]))
    rows = [one for one in text[first : start + 400].split("\n") if _WHOLE.search(one) and not re.search(r"[a-z][.?!]\s", one)]
    named = has_office(line, _BODY) or (_STAFF.search(head) and 2 * sum(has_office(one, _BODY) for one in rows) >= len(rows))
    return len(rows) >= _ROWS and bool(named) and not KIN.search(line) and not KIN.search(head)
