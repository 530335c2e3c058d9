"""Header blocks of emails, memoranda and cables: From, Sent, To, Cc, Subject in whatever order and shape they were printed.

Scans lose colons, read "T" for "To" and "Frorn" for "From", and a page break may drop a stamp or a print date into the block.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from pipeline.patterns.days.dates import dates_in

_NAMES: tuple[tuple[str, str], ...] = (
    ("from", r"F[rn][o0](?:m|rn|n)|FROM|FR[O0]M|FM(?=\s[A-Z])|Frem|Fram"),
    ("sent", r"Sent|SENT|5ent|Scnt|Sen[tl]"),
    ("date", r"Date|DATE|Dale|Dated"),
    ("to", r"T[o0]|TO|MEMORANDUM\s+FOR|Memorandum\s+for|MEMORANDUM\s+TO|T(?=\s?[:;]|\s[({\[])"),
    ("cc", r"C[cC]|cc|c\.c\.|[CG][eco](?=\s?[:;])"),
    ("bcc", r"B[cC][cC]|bcc"),
    ("subject", r"Sub[jl]ec[tl]|SUBJECT|SUBJ|Subj|Sublect|Re|RE"),
    ("through", r"THROUGH|Through|THRU|Thru|VIA|Via"),
    ("importance", r"Importance|Sensitivity|Priority"),
    ("attachments", r"Attachments?|Attach"),
    ("ref", r"REF|Ref(?:erence)?"),
    ("tags", r"TAGS"),
)
_FIELD = re.compile(
    r"^[>|\s*]*(?:"
    + "|".join(f"(?P<{key}>{shape})" for key, shape in _NAMES)
    + r")(?P<sep>\s?[:;](?!\d)\s?|\s?\.\s|\s+(?=\S)|\s*$)(?P<value>.*)$"
)
# A field that stands in a line with others; no "Re:" inside a subject, and nothing before a clock's colon.
_SHARED = re.compile(r"(?<![^\s])(?P<name>From|To|Date|Sent|Subject|Cc|FROM|TO|DATE|SUBJECT|CC)\s?:(?=\s*\S)")
_STRAY = re.compile(
    r"^\s*(?:\d{1,2}/\d{1,2}/\d{2,4}(?:\s+\d{1,2}:\d\d\s*(?:[AP]M)?)?|[\w .-]{2,40}\d{5,}|Page\s\d+(?:\sof\s\d+)?|\d{1,4})\s*$"
)
_ORIGINAL = re.compile(
    r"(?i:-{2,}\s*original\s+(?:message|appointment)|original\s+(?:message|appointment)\s?-{2,}|_{5,}|begin\sforwarded\smessage|forwarded\sby|-{2,}\s*forwarded)"
)
_MEMO = re.compile(r"(?:^|\n)[ \t]*(?:[A-Z][\w.& ]{0,40}\s)?(?:M\s?E\s?M\s?O\s?R\s?A\s?N\s?D\s?U\s?M|Memorandum|MEMO|Memo)\b")
_CODE = re.compile(r"\([bB]\)\s?\(\d\)")
_CODES_ONLY = re.compile(r"\W*(?:\(\w\)\s?(?:\(\d\)|\d)(?:\s?\(\w\)(?!\s?\(?\d))?[^\w(]*)+")
_OFFICE = re.compile(
    r"(?i:\b(?:director|chief|manager|officer|secretary|counsel|adviser|advisor|analyst|administrator|commissioner|assistant|deputy"
    r"|office|division|branch|bureau|department|sheriff|attorney|agent|coordinator|specialist|general|executive|president|inc|llc)\b)"
)
_RANKED = re.compile(  # a part that ends with a rank, and so names nobody
    r"(?i:\b(?:directors?|chiefs?|managers?|officers?|secretary|counsel|advis[eo]rs?|analysts?|administrators?|commissioners?"
    r"|coordinators?|specialists?|engineers?|planners?|trainers?|leads?|liaisons?|supervisors?|attorneys?|agents?|clerks?|sheriffs?|deputies|wardens?)\W*$)"
)
_SURNAME = re.compile(r"[A-Z][\w’'-]+(?:\s(?:[A-Z][\w’'-]+|Jr\.?|Sr\.?|I{2,3}))?")
_CLOCK = re.compile(r"\b\d{1,2}:\d\d")
_FULL_LINE = 72  # characters: a subject at least this long may run over into the next line
_FEWEST_SURE = 2  # fields with a colon before a block is believed


@dataclass(frozen=True, slots=True)
class Field:
    """One header field: `name` as in the table above, `value` on one line as printed; `start`..`end` spans name and value."""

    name: str
    value: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class HeaderBlock:
    """A run of fields at `text[start:end]`. `kind` is email, memo or cable. `quoted`: an original message stands right above."""

    kind: str
    start: int
    end: int
    fields: tuple[Field, ...]
    quoted: bool

    def value(self, *names: str) -> str:
        """The first non-empty value among these fields, or ''."""
        for name in names:
            for field in self.fields:
                if field.name == name and field.value:
                    return field.value
        return ""


@lru_cache(maxsize=1024)
def header_blocks(text: str) -> tuple[HeaderBlock, ...]:
    """Every header block of the page, from top to bottom."""
    lines = [part for match in re.finditer(r"[^\n]+", text) for part in _fields_in(match.start(), match.group())]
    blocks: list[HeaderBlock] = []
    at = 0
    while at < len(lines):
        block, following = _block(text, lines, at)
        if block:
            blocks.append(block)
        at = following
    return tuple(blocks)


def _fields_in(start: int, line: str) -> list[tuple[int, str]]:
    """The fields that share a line, each with where it begins: "To: Staff   From: I. Roe, Chief   Date: May 4, 2011"."""
    first = _SHARED.search(line)
    if first is None or re.search(r"\w", line[: first.start()]) or first["name"].lower() == "subject":
        return [(start, line)]
    starts = [0, *(one.start() for one in _SHARED.finditer(line, first.end()) if one["name"].lower() != first["name"].lower())]
    return [(start + at, line[at:end].rstrip()) for at, end in zip(starts, (*starts[1:], len(line)), strict=True)]


_NUMBER_BEHIND = re.compile(
    r"\s+(?i:fax|phone|tel|telephone)(?:\s(?i:no|number|#)\.?)?\s?:.*$"
)  # the next field of a fax's cover


_QUOTE = re.compile(r"(?<=\w)[\"'](?=\s*[<\[(])")  # `"Roe, Jane" <roe@x.gov>`: the first went with the edges


def people(value: str) -> tuple[str, ...]:
    """The names in a To or Cc value as printed.

    Split at semicolons; at commas only where these plainly part whole names ("Jane Roe, Sam Doe") or surnames and given names in
    turn ("Roe, Jane, Doe, Sam"). Exemption codes in a row stay one value: nothing tells how many people they hide.
    Quotes around a name before its mailbox are left out.
    """
    return tuple(_QUOTE.sub("", part) for part in _people(value))


def _people(value: str) -> tuple[str, ...]:
    parts = [_NUMBER_BEHIND.sub("", part).strip(" ,'\"") for part in re.split(r";|\n", value)]
    parts = [part for part in parts if part]
    if len(parts) > 1 and all(_CODES_ONLY.fullmatch(part) for part in parts):
        return (value.strip(" ,;"),)
    if len(parts) == 1 and not _CODE.search(value):
        commas = [part.strip(" '\"") for part in re.split(r",(?![^()<>\[\]]*[)>\]])", value)]
        commas = [part for part in commas if part]
        bare = [re.sub(r"\s?[(\[<].*$", "", part) for part in commas]
        if any(_OFFICE.search(part) for part in bare[1:]):
            return tuple(parts)  # a name with its title
        if len(bare) == 2 and _RANKED.search(bare[0]) and not _RANKED.search(bare[1]):
            return tuple(parts)  # a title with its office
        if len(commas) > 1 and all(" " in part or "@" in part for part in bare):
            return tuple(commas)
        if len(commas) >= 4 and len(commas) % 2 == 0 and all(_SURNAME.fullmatch(part) for part in bare[::2]):
            return tuple(f"{last}, {first}" for last, first in zip(commas[::2], commas[1::2], strict=True))
    return tuple(parts)


def _block(text: str, lines: list[tuple[int, str]], at: int) -> tuple[HeaderBlock | None, int]:
    """The block that begins in line `at`, and the line to go on from."""
    first = _field(lines[at][1])
    if first is None or first[0] not in ("from", "to", "date", "sent", "subject", "cc"):
        return None, at + 1
    fields: list[Field] = []
    sure, index, waiting, last = 0, at, 0, at
    while index < len(lines) and waiting <= 6:
        start, line = lines[index]
        field = _field(line)
        known = {one.name for one in fields}
        if field and field[0] in known and field[0] in ("from", "subject", "sent"):
            break
        if field and (field[2] or waiting == 0 or field[0] in ("sent", "subject", "to", "cc")):
            name, value, colon = field
            sure += colon
            fields.append(Field(name, value, start, start + len(line)))
            waiting, last = 0, index
        elif _STRAY.match(line):
            pass  # a print date or stamp that a page break dropped here
        elif fields and _goes_on(fields, line, text[lines[index - 1][0] + len(lines[index - 1][1]) : start], lines, index):
            held = fields[-1]
            fields[-1] = Field(held.name, f"{held.value} {line.strip()}".strip(), held.start, start + len(line))
            waiting, last = waiting + 1, index
        elif not any(_fresh(later, known) for _, later in lines[index + 1 : index + 3]):
            break
        index += 1
    names = {one.name for one in fields}
    sender, subject = bool(names & {"from", "sent"}), "subject" in names
    enough = len(names - {"importance", "attachments", "ref"}) >= 3 or ("from" in names and "to" in names and len(names) >= 2)
    whole = enough and sender and ("to" in names or subject) and (sure >= _FEWEST_SURE or len(names) >= 4)
    if not (whole or _sent_by(fields, sure)):
        return None, at + 1
    before = text[max(0, lines[at][0] - 200) : lines[at][0]]
    kind = _kind(text, lines[at][0], fields, names)
    quoted = bool(_ORIGINAL.search("\n".join(before.split("\n")[-4:])))
    return HeaderBlock(kind, lines[at][0], fields[-1].end, tuple(fields), quoted), last + 1


def _sent_by(fields: list[Field], sure: int) -> bool:
    """Whether these are but who sent a mail and when, to the minute, as some programs print an answer."""
    when = next((one.value for one in fields if one.name == "sent"), "")
    timed = bool(dates_in(when[:80])) and _CLOCK.search(when) is not None
    return timed and sure >= _FEWEST_SURE and any(one.name == "from" and one.value for one in fields)


def is_field(line: str) -> bool:
    """Whether the line reads like a field of a header."""
    return _field(line) is not None


def _field(line: str) -> tuple[str, str, bool] | None:
    """(name, value, whether a colon marks it) of a header line; without a colon the value must look like one."""
    match = _FIELD.match(line[:1000])
    if not match:
        return None
    name = next(key for key, _ in _NAMES if match[key] is not None)
    colon = bool(re.search("[:;]", match["sep"]))
    value = match["value"].strip()
    if not colon and value and not _valuelike(name, value):
        return None
    return name, value, colon


def _fresh(line: str, known: set[str]) -> bool:
    """Whether a later line brings a field the block does not have yet: then what stands before it was a field misread."""
    field = _field(line)
    return field is not None and field[2] and field[0] in ("to", "cc", "sent", "subject") and field[0] not in known


def _valuelike(name: str, value: str) -> bool:
    """Whether a value without its colon reads as one: a capital or a code for names, a date for a time."""
    if name in ("sent", "date"):
        return bool(dates_in(value[:80]))
    if name in ("importance", "attachments", "ref", "through"):
        return False
    if name == "subject":
        return len(value.split()) < 20 and value[0].isupper()
    return (
        bool(re.match(r"[A-Z(\[{'\"<█]", value))
        and not re.search(r"[.!?]$|\b(?:is|are|was|were|the|will|has|have)\b", value)
        and len(value) < 200
    )


def _goes_on(fields: list[Field], line: str, between: str, lines: list[tuple[int, str]], index: int) -> bool:
    """Whether the line continues the last field: another field follows soon, or the subject plainly ran over."""
    if len(between) > 1 and fields[-1].value != "":
        return False
    ahead = any(_field(later) and _field(later)[2] for _, later in lines[index + 1 : index + 6])  # type: ignore[index]
    name = fields[-1].name
    if name in ("to", "cc", "bcc", "from", "attachments", "through"):
        return ahead or (name in ("to", "cc", "bcc") and fields[-1].value.rstrip().endswith((";", ",")))
    if name == "subject":
        known = {one.name for one in fields}  # the "From:" of the next message is no field of this one
        follows = [
            one for one in lines[index + 1 : index + 3] if (found := _field(one[1])) and found[2] and found[0] not in known
        ]
        full = len(lines[index - 1][1]) >= _FULL_LINE > len(line) and not re.search(
            r"[.?!:,]$|^(?:[-_*>=]|Dear\b|Hi\b|All\b)", line
        )
        last = index + 1 >= len(lines) or lines[index + 1][0] - lines[index][0] > len(line) + 1  # an empty line follows
        upper = line.isupper() and fields[-1].value.isupper() and len(line) < 80
        return bool(follows) or fields[-1].value == "" or upper or (full and last)
    return fields[-1].value == "" and len(line) < 120


def _heads(line: str) -> bool:
    """Whether the line right above two fields is a day or a heading in capitals, as over an order or a notice."""
    days = dates_in(line)
    alone = len(days) == 1 and days[0].precision == "day" and not re.search(r"\w", line[: days[0].start] + line[days[0].end :])
    return alone or (line.isupper() and len(line.split()) > 1)


def _kind(text: str, start: int, fields: list[Field], names: set[str]) -> str:
    if "tags" in names or re.search(r"(?m)^[ \t]*(?:TAGS|E\.O\.)\s?[:\d]", text[start : start + 2500]):
        return "cable"
    if "sent" in names:
        return "email"
    above = "\n".join(text[max(0, start - 500) : start].split("\n")[-8:])
    if _MEMO.search(above) or text[start : start + 12].lower().startswith("memorandum"):
        return "memo"
    if not names & {"subject", "date"} and _heads(above.rstrip().split("\n")[-1]):
        return "memo"
    if any(one.name in ("from", "to") and "@" in one.value for one in fields) or "importance" in names or "attachments" in names:
        return "email"
    dated = next((one.value for one in fields if one.name == "date"), "")
    if re.search(r"\d{1,2}:\d\d", dated):
        return "email"
    heads = [text[one.start : one.start + 8].strip().split(":")[0].split(" ")[0] for one in fields]
    capitals = sum(head.isupper() for head in heads) >= len(heads) - 1
    return "memo" if capitals or fields[0].name != "from" else "email"
