"""Ways to reach a private person: telephone numbers, e-mail addresses, home addresses.

Numbers and mailboxes of offices stay readable: toll-free lines, press, fax and main lines, mail of government hosts and mailboxes
named for a role. Direct lines and mailboxes of single persons do not, whoever they work for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.patterns.homes import homes_in
from pipeline.patterns.signs import IdentifierFound, digits_enough, rows_below

_D = "[0-9OolI|]"
_PHONE = re.compile(
    rf"(?<![A-Za-z0-9$.@/_-])(?:\+?1[-.\s])?(?:\((?P<a>{_D}{{3}})\)\s?[-.]?\s?|(?P<b>{_D}{{3}})\s?[-./–]\s{{0,2}}|(?P<c>{_D}{{3}})\s)"
    rf"{_D}{{3}}\s?(?P<sep>[-.–/]\n?|\s)\s?{_D}{{4}}(?![A-Za-z0-9]|[-/]\d|\.\d)(?:,?\s?(?:x|ext\.?|extension)\s?\d{{1,6}})?"
)
_RUN_OF_TEN = re.compile(r"(?<![\w$.@/-])(?:1[- ]?)?\d{10}(?![\w/-]|\.\d)")
_LOCAL = re.compile(rf"(?<![\w$.@/-]){_D}{{3}}[-.–]{_D}{{4}}(?![\w/-]|\.\d)")
_FAX = re.compile(rf"(?i:\b(?:fax|facsimile)\b)[\s.:#]{{0,4}}(?:no\.?\s?)?(?P<value>{_PHONE.pattern})")
FAR = 2  # other words than these between a word for an office's line and its number
_OTHER_WORDS = re.compile(r"(?<![\w’'@.])(?!(?:telephone|phone|number|line|is|was|the|at|no|has|been|there)\b)[A-Za-z]\S*")
_HEAD = 120  # characters that a letterhead may take between an address and a fax number
# "our phone there has always been 555 0134": a space alone parts it only where the words speak of a telephone.
_LOCAL_SPACED = re.compile(
    rf"(?i:\b(?:phone|cell|tel|telephone|mobile|t[eé]lefono|number)\b(?:\s(?:there|here|has|have|always|been|is|was|at|still"
    rf"|now|remains|no\.?|number))*:?\s)(?P<value>{_D}{{3}}\s{_D}{{4}})(?![\w/-]|\.\d|\s\d)"
)
_ABROAD = re.compile(r"(?<!\w)\+(?!1\b)\d{1,3}[ .-]?\(?\d{1,4}\)?(?:[ .-]?\d{2,4}){2,4}(?!\w)")
_SAID = re.compile(r"(?i:\barea\scode)\s\d{3}[-,.\s]{1,3}\d{3}[-,.\s]{1,3}\d{4}(?!\d)")
# Ten digits grouped in no usual way, or seven in a row behind a country code: they count only behind a word for telephone.
_LOOSE = re.compile(
    r"(?<![\w$.@/-])(?![^\n]{0,8}\)\s\()(?:\+?1[-. ])?\(?\d(?:[ ]?(?:[-/–)]|\.(?!\s))?[ ]?\(?\d){8}"
    r"[ ]?(?:[-/–)]|\.(?!\s))?[ ]?\d(?![\w/-]|\.\d)"
)
_SEVEN_ABROAD = re.compile(r"(?<![\w$.@/-])\+?1[-. ]?\(?\d{3}\)?[-.\s]?\d{7}(?![\w/-]|\.\d)")
_PHONE_HEAD = re.compile(r"(?i:\b(?:tele)?phone\b|\btel\b|\bcell\b|\bmobile\b)")
_PRIVATE_HEAD = re.compile(r"\bSSN\b|\bA[- ]?(?:[Nn]umber|NUMBER|[Nn]o\b|#)|(?i:\bD\.?O\.?B\b|\bdate\sof\sbirth\b|\balien\s)")
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
    r"(?i:(?P<private>\b(?:home|cell(?:ular|phone)?|mobile|personal|residence|pager|direct)\b|\b[CHMchm]\s?[:.)]?(?=\s*$))"
    r"|(?P<office>\b(?:press|media|office|fax|facsimile|main|hot\s?line|help\s?(?:line|desk)|contact\sline"
    r"|public\saffairs|switchboard"
    r"|front\sdesk|toll.free|newsroom|call\scent(?:er|re)|tip\s?line|information\sline|reception|customer\sservice|TTY"
    r"|TDD|fx)\b|(?:desk|duty)\s(?:line|number|phone|officer|agent|attorney|supervisor)"
    r"|\b0\s?:|\b[FOWfow]\s?[:.)]?(?=\s*$))"
    r"|(?P<phone>\b(?:tele)?phone\b|\btel\b|\bph\b|\bcall(?:ed|ing)?\b|\breach(?:ed)?\b|\bcontact\b|\btext\b"
    r"|\btel[eé]fono\b|\bcelular\b|\b[PT]\s?[:.)]?(?=\s*$)"
    r"|\bcall.?backs?\b|\bat\b|\b(?:my|his|her|their|own|evening|daytime|night|other)\snumber\b(?:\sis\b)?"
    r"|^\s*number\b(?:\sis)?\s*$)"
    r"|(?P<number>\b(?:no|case|docket|request|bates|invoice|contract|grant|file|control|tracking|order|account"
    r"|foia)\b[.:]?|#|§))"
)
_AFTER = re.compile(
    r"(?:\s?[(\[]\s?|\s?[–—-]\s|\s)(?i:(?P<private>home|cell|mobile|personal|direct)|(?P<office>office|fax|main|press"
    r"|media|toll.free|[fo](?=[.)\],;]|\s*(?:\n|$))))"
    r"(?!\w*\s?[:#]?\s?\(?\d)"
)

_MAIL = re.compile(
    r"(?<![\w.+-])(?P<local>[A-Za-z0-9](?:(?:[\w.+'’-]|(?<=[.-])\n)*[\w+])?)\s?(?:@|\(at\)|\[at\])\s?"
    r"(?P<host>[A-Za-z0-9](?:[A-Za-z0-9-]|(?<=-)\n(?=[a-z0-9]))*(?:(?:\s\.\s?|\.(?:\s(?=[a-z0-9]))?)[A-Za-z0-9][A-Za-z0-9-]*)*"
    r"(?:\s\.\s?|\.(?:\s(?=[a-z0-9]))?)[A-Za-z0-9]{2,12})(?![\w@])"
)
# "jroe at example dot com": at least one dot must be spelled out, or "met at noon . Then" would be a mailbox.
_SPELLED_MAIL = re.compile(
    r"(?<![\w.+-])(?P<local>[A-Za-z0-9][\w.+-]*)\s(?:(?:at|AT)\s(?P<host>[A-Za-z0-9-]+(?:\s(?:dot|DOT)\s[A-Za-z0-9-]{2,})+)|arroba\s(?P<en_host>[a-z0-9-]+(?:(?:\.|\spunto\s)[a-z0-9-]{2,})+))\b"
)
# "E-mail: jroe example.org": a scan may lose the sign; behind a label that names a mailbox it is one all the same.
_LABELLED_MAIL = re.compile(
    r"(?i:\be-?\s?mail(?:\s?address)?)\s?[:;.]\s?(?P<local>[A-Za-z0-9][\w.+'’-]*)[ \t]?[^\w\s.]{0,2}[ \t]?"
    r"(?P<host>[A-Za-z0-9][A-Za-z0-9-]*(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,6})\b(?!@)"
)
# "jroe at example.org" on a line of its own
_LONE_MAIL = re.compile(
    r"(?m)^[ \t]*(?P<local>[a-z0-9][\w.+-]*)\s(?:at|AT)\s(?P<host>[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,8})[ \t]*$"
)
_PUBLIC_HOST = re.compile(r"(?:^|\.)(?:g[o0]v|mi[l1]|us)(?:\.[a-z]{2})?$")
_ROLES_WORDS = """
    filing filings eservice docket docketing
    intake clerk clerks police sheriff county city dispatch desk frontdesk ombudsman hotline billing orders sales research comment
    comments consulate embassy enquiries scheduling
    press info foia media news contact contactus webmaster admin administrator office publicaffairs pao affairs
    communications comms help helpdesk support privacy records jobs careers hr noreply reply donotreply subscribe
    unsubscribe editor editors editorial letters tips service customerservice services mail mailbox inquiries inquiry
    questions feedback listserv list postmaster abuse legal library team newsroom newsdesk hello general reception
    events donate membership outreach policy opengovernment requests request
"""
_ROLES = frozenset(_ROLES_WORDS.split())


def contacts_in(text: str, private_near: tuple[tuple[int, int], ...] = ()) -> tuple[IdentifierFound, ...]:
    """Telephone numbers, e-mail and home addresses of private persons, in text order.

    `private_near` are spans of other identifiers: a street address within 300 characters of one is taken for that person's home.
    """
    homes = tuple(homes_in(text, private_near))
    found = [*_phones(text), *_mails(text), *homes, *_phones_in_rows(text), *_faxes(text, homes)]
    return tuple(sorted(set(found), key=lambda one: (one.start, one.end)))


def _phones(text: str) -> Iterator[IdentifierFound]:
    for match in _PHONE.finditer(text):
        area = (match["a"] or match["b"] or match["c"]).translate(str.maketrans("OolI|", "00111"))
        label = phone_label(text, match.start(), match.end())
        spaced = match["c"] is not None and match["sep"].isspace()
        if label != "private" and match.group().endswith("000"):
            continue  # the main line of an office
        if (
            area in _TOLL_FREE
            or label in ("office", "number")
            or (label != "private" and of_letterhead(text, *match.span()))
            or not digits_enough(match.group(), 0.7)
        ):
            continue
        if label or not spaced:  # three numbers in a row may as well be three columns of a table
            yield IdentifierFound(match.start(), match.end(), "phone", "a telephone number not given as an office's")
    whole = {match.end() for match in _PHONE.finditer(text)}
    for pattern in (_RUN_OF_TEN, _LOCAL, _LOOSE, _SEVEN_ABROAD):
        for match in pattern.finditer(text):
            if (
                match.end() not in whole
                and phone_label(text, match.start(), match.end()) in ("private", "phone")
                and digits_enough(match.group(), 0.7)
            ):
                yield IdentifierFound(match.start(), match.end(), "phone", "digits after a word for telephone")
    for match in _LOCAL_SPACED.finditer(text):
        if digits_enough(match["value"], 0.7) and phone_label(text, match.start("value"), match.end()) in ("private", "phone"):
            yield IdentifierFound(*match.span("value"), "phone", "digits after a word for telephone")
    for match in _SAID.finditer(text):
        yield IdentifierFound(*match.span(), "phone", "digits after a word for telephone")
    for match in _ABROAD.finditer(text):
        if phone_label(text, match.start(), match.end()) not in ("office", "number"):
            yield IdentifierFound(match.start(), match.end(), "phone", "a telephone number with a country code")


def of_letterhead(text: str, start: int, end: int) -> bool:
    """Whether `text[start:end]` is all that its line says, in a block whose first line is an office's or a firm's.

    That line is a name, not a sentence, and nothing between the two speaks of kin or a home.
    """
    first, _, rest = text[:start].rpartition("\n\n")[2].partition("\n")
    line = rest.rpartition("\n")[2] + text[end:].partition("\n")[0]
    return (
        bool(_FIRM.search(first))
        and len(first) < _HEAD
        and _is_head(first)
        and not _KIN.search(rest)
        and not re.search(r"(?i:cell|home|mobile)|\w{7}|\d", line)
    )


def _is_head(line: str) -> bool:
    """Whether the line is a name of which every word is capitalised but those that join, no sentence, label or form."""
    words = re.findall(r"[^\W\d_][\w’'-]*", line)
    return not _NO_HEAD.search(line) and all(word[0].isupper() or word in _JOINS for word in words)


def _faxes(text: str, homes: tuple[IdentifierFound, ...]) -> Iterator[IdentifierFound]:
    """Fax numbers in the same few lines as somebody's home: a private person's letterhead."""
    for match in _FAX.finditer(text):
        for home in homes:
            between = text[min(home.end, match.end()) : max(home.start, match.start())]
            if len(between) < _HEAD and digits_enough(match["value"], 0.7):
                yield IdentifierFound(*match.span("value"), "phone", "a fax below somebody's home address")
                break


def _phones_in_rows(text: str) -> Iterator[IdentifierFound]:
    """Numbers in the rows below a head that has columns for a telephone and for a private identifier."""
    for head, below in rows_below(text):
        if _PHONE_HEAD.search(head) and _PRIVATE_HEAD.search(head) and not re.search(r"\d{3}", head):
            for start, line in below:
                for match in (*_PHONE.finditer(line), *_RUN_OF_TEN.finditer(line)):
                    if digits_enough(match.group(), 0.7) and match.end() > 0.4 * len(line):
                        yield IdentifierFound(start + match.start(), start + match.end(), "phone", "stands below a column head")


def phone_label(text: str, start: int, end: int) -> str:
    """What the number is said to be: private, office, phone, number (of something else) or ''; the nearest word counts."""
    after = _AFTER.match(text, end, end + 24)
    if after:
        return "private" if after["private"] else "office"
    line = max(text.rfind("\n\n", 0, start), start - 60, 0)
    before = text[line:start]
    last_line = before.rpartition("\n")[2]
    before = last_line if _LABEL_LAST.search(last_line) or re.search(r"\d", before) else before
    last = ""
    for word in _LABEL_LAST.finditer(before):
        kind = word.lastgroup or ""
        if kind == "number" and re.search(r"[a-z]\w*\s", before[word.end() :]):
            continue
        near_digits = re.search(r"\d{4}", before[word.end() :])
        if kind in ("office", "number") and (near_digits or len(_OTHER_WORDS.findall(before[word.end() :])) > FAR):
            continue  # that word named the number before this one, or is spoken of besides
        if not (last in ("office", "private") and kind == "phone") and not (kind == "number" and last):
            last = kind
    return last


def _mails(text: str) -> Iterator[IdentifierFound]:
    for match in (
        *_MAIL.finditer(text),
        *_SPELLED_MAIL.finditer(text),
        *_LABELLED_MAIL.finditer(text),
        *_LONE_MAIL.finditer(text),
    ):
        host = re.sub(r"\s(?:dot|DOT)\s", ".", match["host"] or "")
        host = re.sub(r"\s", "", host).lower()
        if not (_PUBLIC_HOST.search(host) or is_role(match["local"])):
            yield IdentifierFound(
                match.start("local"), match.end(), "email", "a mailbox neither of a government host nor named for a role"
            )


def is_role(local: str) -> bool:
    """Whether a mailbox, as it is called before its host, is named for what it is for: "press", "foia.requests"."""
    return not _ROLES.isdisjoint(re.split(r"[._+-]", local.lower()))
