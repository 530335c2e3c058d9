"""Whose a telephone number is: what it is said to be beside it, the letterhead it stands in, the office or title before it."""

from __future__ import annotations

import re

from pipeline.patterns.names.name_forms import CAP, of_an_official, personal
from pipeline.patterns.names.office_words import OFFICE, ORGANISATION, names_office
from pipeline.patterns.public.lines_of_letters import of_letter
from pipeline.patterns.public.lines_of_offices import NAME_ALONE as _NAME_ALONE
from pipeline.patterns.public.lines_of_offices import leads_from_office
from pipeline.patterns.public.lines_of_rows import of_another, of_row
from pipeline.patterns.public.lines_of_use import of_use

# The name of an office or a title with a capital, and nothing but words for its line between it and the number.
_NAMED_LEFT = re.compile(
    rf"(?<![\w’'-])(?P<name>{CAP}(?:\s(?:[A-Z]\.|{CAP})){{0,2}}),?\s(?:(?:tel|phone|ph|at|on)\b[.:]?\s?)?\(?$"
)
_DESK = re.compile(r"(?i:desk|line|intake|dispatch|booking|records|reception|hotline)\b")
_OFFICE_LEFT = re.compile(
    r"(?:[A-Z][\w’'-]*\s(?:of|for)\s(?:the\s)?)?[A-Z][\w’'-]*[\])]?(?:[,.:;]?\s|[:–-])[(–-]?\s?(?:(?i:tel(?:ephone)?|phone|ph|at|on|number|no|is|our|its|line|call)\b[.:]?\s?){0,4}$"
)
FAR = 2  # other words than these between a word for an office's line and its number
_OTHER_WORDS = re.compile(r"(?<![\w’'@.])(?!(?:telephone|phone|number|line|is|was|the|at|no|has|been|there)\b)[A-Za-z]\S*")
_SENTENCE_END = re.compile(r"(?<=[a-z]{3}[.;!?])\s(?=[A-Z])(?!Nos?\b)")
LONGEST = 600  # characters before a number that are looked at
HEAD = 120  # characters that a letterhead may take between an address and a fax number
_KIN = re.compile(
    r"(?i:\b(?:mother|father|mom|dad|wife|husband|spouse|parents?|brother|sister|son|daughter|uncle|aunt|cousin|grand[a-z]+"
    r"|neighbou?r|friend|guardian|girlfriend|boyfriend|home|residence)\b)"
)
_NO_HEAD = re.compile(
    r"[?!:;]|\b(?:I|We|My|He|She|They)\b|(?i:\b(?:reports?|complaint|statement|log|form|sheet|record|incident|call(?:ed|er)?)\b)"
)
_JOINS = frozenset(("of", "the", "and", "for", "in", "at", "on", "de", "la", "del", "y"))
# What the first line of an office's or a firm's letterhead has; a person's own has a name alone.
_FIRM = re.compile(
    r"\b(?:L\.?L\.?[CP]|P\.?C|Inc)\b|(?i:\b(?:department|office|agency|bureau|division|district|school|university|college|police|sheriff"
    r"|county\sof|city\sof|court|clinic|hospital|services|society|coalition|network|center|council|association|project|company)\b)"
)
_TOLL_FREE = frozenset({"800", "888", "877", "866", "855", "844", "833"})
_LABEL_LAST = re.compile(
    r"(?i:(?P<private>\b(?:home|cell(?:ular|phone)?|mobile|personal|residence|pager|direct)\b"
    r"|(?<!\)\()(?<!\)[ ]\()(?<!\d\))\b[CHMchm]\s?[:.)]?(?=\s*$)"  # but no end of an exemption's code, "(b)(7)(C)"
    # a form's own field, whatever counsel or office the field before it names
    r"|(?-i:\b(?:Evening|Night(?:time)?|Day(?:time)?|EVENING|NIGHT(?:TIME)?|DAY(?:TIME)?)\s(?:[Tt]ele|TELE)?(?:[Pp]hone|PHONE|[Tt]el|TEL|[Pp]h|PH)\b"
    r"(?=[.:#\s]*\(?$)))"
    r"|(?P<office>\b(?:press|media|office|fax|facsimile|main|hot\s?line|help\s?(?:line|desk)|contact\sline|contact\sfor\s(?:the\s)?(?-i:[A-Z]\w+)"
    r"|faxed(?:\sto)?(?=\s*\(?$)|public\s(?:affairs|lines?|number)|switchboard"
    r"|front\sdesk|bridge|dial.?in|conference\s(?:line|call)|toll.free|newsroom|call\scent(?:er|re)|tip\s?line|information\sline|reception|customer\sservice|TTY"
    r"|TDD|fx)\b|\bdesk\b(?=\s*$)|(?:desk|duty)\s(?:line|number|phone|officer|agent|attorney|supervisor)"
    r"|\b24[ -]?(?:hrs?|hours?)\b(?:\slines?\b)?|\b0\s?:|\b[FOWfow]\s?[:.)]?(?=\s*$))"
    r"|(?P<phone>\b(?:tele)?phone\b|\b(?-i:PHN|PHO|TEL)\b|\btel\b|\bph\b|\bcall(?:ed|ing)?\b|\breach(?:ed)?\b|\bcontact\b|\btext\b"
    r"|\btel[eé]fono\b|\bcelular\b|\b[PT]\s?[:.)]?(?=\s*$)"
    r"|\bcall.?backs?\b|(?-i:\bC/?B\b)|\bat\b|(?:\b(?:my|his|her|their|own|evening|daytime|night|other)|[’']s)\s(?:number\b|no\.)(?:\sis\b)?"
    r"|^\s*number\b(?:\sis)?\s*$)"
    r"|(?P<number>\b(?:no|case|docket|request|bates|invoice|contract|grant|file|control|tracking|order|account"
    r"|foia)\b[.:]?|#|§))"
)
# "The Embassy can be called at": an office that is reached by it
_REACHED = re.compile(
    r"(?:^|[.;:]\s)(?P<who>(?!(?:He|She|They|I|My|His|Her)\b)[A-Z][^.;:\n]{2,60}?)\s(?:may|can|should|is\sto)\s(?:also\s)?be\s"
    r"(?:reached|contacted|called|telephoned)\s(?:at|on|by\s\w+\s(?:at|on))\s[(]?$"
)
# "my cell when nobody is in": whatever else is spoken of before its number
_OWN_LINE = re.compile(
    r"(?i:\b(?:my|his|her|their|whose|own)\s(?:own\s|personal\s)?(?:cell|mobile|home\s(?:phone|line|number))\b)"
)
_AFTER = re.compile(
    r"(?:\s?[(\[]\s?|\s?[–—:-]\s|\s|[-–:/])(?i:(?P<private>home|cell|mobile|personal|direct|mine|after\shours)|(?P<office>office|desk|fax|main|press"
    r"|media|toll.free|24[ -]?(?:hrs?|hours?)\b|[fo](?=[.)\],;]|\s*(?:\n|$))))"
    r"(?!\w*\s?[:#]?\s?\(?\d)"
)


# "Attorney: N/A   Phone: (": a field for somebody in office that says there is none; the number beside it is of whom the form is
# about. A label in between begins another field.
_NOBODY = re.compile(
    r":\s?(?i:\(?(?:n\s?[/.]?\s?a|none|nobody|nil|no|yes|self|same|pro\sse|unk(?:nown)?|unrepresented|refused|declined|waived|pending|tbd"
    r"|not\s\w+|_{2,}|[-–—/x]{1,4})(?!\w)[.)]?)[\s,;|–-]{1,12}(?i:(?:his|her|home|cell|contact|day)?\s?(?:tele?(?:phone)?|phone|ph|cell|number|no|mobile|#)"
    r"[.\s]{0,2}(?:no\b\.?|number|\#)?\s?)?:?\s?\(?\Z"
)


def of_office(text: str, start: int, end: int, label: str, case: bool) -> bool:
    """Whether the place of the number at `text[start:end]` shows it to be an office's, or a number of something else.

    On a page about a `case` a letterhead may be the address of the person written to.
    """
    written = of_letter(text, start, end, label, case)
    if label == "private" or written:
        return written
    line = text[max(text.rfind("\n", 0, start) + 1, start - LONGEST) : start]
    if _NOBODY.search(line) or of_another(line):
        return False
    value = text[start:end]
    return (
        label in ("office", "number")
        or re.sub(r"\D", "", value).removeprefix("1")[:3] in _TOLL_FREE
        or value.endswith("000")
        or (_of_letterhead(text, start, end) and (label == "phone" or not case))
        or _follows_office(text, start)
        or leads_from_office(text, start, end, case)
        or of_row(text, start)
        or of_use(text, start, end)
    )


_ADDRESSED = re.compile(r"[,;]\s(?i:call|ring|phone)\b")  # "Officer, call ...": whom one asks to call it


def _follows_office(text: str, start: int) -> bool:
    """Whether the name of an office stands right before the number, or the row it is in tells of somebody in office."""
    line = text[max(text.rfind("\n", 0, start) + 1, start - LONGEST) : start]
    near = _OFFICE_LEFT.search(line[-60:])
    if near and any(some.match(near.group()) for some in (ORGANISATION, OFFICE, _DESK)) and not _ADDRESSED.search(near.group()):
        return True
    if (reached := _REACHED.search(line)) and ORGANISATION.search(reached["who"]) and not _KIN.search(reached["who"]):
        return True
    named = _NAMED_LEFT.search(line[-60:])
    if named and " " in named["name"]:
        title = named["name"].split()[0] + " "
        if of_an_official(title, len(title)):
            return True
    if named and of_an_official(text, start - len(line[-60:]) + named.start("name")):
        return True
    words = re.findall(r"[^\W\d_]+", line)
    row = all(word[0].isupper() or word in _JOINS for word in words) and not re.search(r"[:\d]|^\s*(?:Dear|Hello|Hi|To)\b", line)
    return row and any(at and OFFICE.fullmatch(word) for at, word in enumerate(words))


def _of_letterhead(text: str, start: int, end: int) -> bool:
    """Whether `text[start:end]` is all that its line says, in a block whose first line is an office's or a firm's.

    That line is a name, not a sentence, and nothing between the two speaks of kin or a home.
    """
    block = text[max(0, start - LONGEST) : start]
    if start > LONGEST and "\n\n" not in block:
        return False
    first, _, rest = block.rpartition("\n\n")[2].partition("\n")
    line = rest.rpartition("\n")[2] + text[end:].partition("\n")[0]
    return (
        bool(_FIRM.search(first))
        and len(first) < HEAD
        and _is_head(first)
        and not _KIN.search(rest)
        and not any(map(_stands_alone, rest.split("\n")[:-1]))
        and not re.search(r"(?i:cell|home|mobile)|\w{7}|\d", line)
    )


def _stands_alone(line: str) -> bool:
    """Whether the line is nothing but a person's name: below a clinic's or a court's it may be whom the paper is about."""
    return _NAME_ALONE.fullmatch(line.strip()) is not None and personal(line) and not any(map(names_office, line.split()))


def _is_head(line: str) -> bool:
    """Whether the line is a name of which every word is capitalised but those that join, no sentence, label or form."""
    words = re.findall(r"[^\W\d_][\w’'-]*", line)
    return not _NO_HEAD.search(line) and all(word[0].isupper() or word in _JOINS for word in words)


def phone_label(text: str, start: int, end: int) -> str:
    """What the number is said to be: private, office, phone, number (of something else) or ''; the nearest word counts."""
    after = _AFTER.match(text, end, end + 24)
    if after:
        return "private" if after["private"] else "office"
    line = max(text.rfind("\n\n", 0, start), start - 60, 0)
    before = text[line:start]
    last_line = before.rpartition("\n")[2]
    alone = re.match(r"\s*[A-Z]", last_line) or re.search(r"\d", last_line) or _LABEL_LAST.search(last_line)
    before = last_line if alone else re.split(r"\d{4}", before)[-1]
    before = _SENTENCE_END.split(before)[-1]
    last, ended, own = "", 0, _OWN_LINE.search(before)
    if own and not re.search(r"\d{4}", before[own.end() :]):
        return "private"
    for word in _LABEL_LAST.finditer(before):
        kind = word.lastgroup or ""
        if kind == "number" and re.search(r"[a-z]\w*\s", before[word.end() :]):
            continue
        if kind == "office" and last == "private" and not before[ended : word.start()].strip():
            continue  # "home fax", "personal office line"
        near_digits = re.search(r"\d{4}|\bfrom\s", before[word.end() :])
        if kind in ("office", "number") and (near_digits or len(_OTHER_WORDS.findall(before[word.end() :])) > FAR):
            continue  # that word named the number before this one, or is spoken of besides ("called the office from")
        if not (last in ("office", "private") and kind == "phone") and not (kind == "number" and last):
            last, ended = kind, word.end()
    return last
