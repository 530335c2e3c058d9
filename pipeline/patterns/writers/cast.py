"""Of what kind the senders of a file's mails are: what one mail tells of a sender holds for the others that print no house.

A mail tells it by the sender's name or address, by the signature, or by speaking of the house from inside; those to whom one of
the house says what is said in the house only are of it too, and so is the name that stands above a print: whose mailbox it was.
Where two mails tell different things of a name nothing is told.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pipeline.patterns.names.offices import AGENCY, NOBODYS, Names, kind_of
from pipeline.patterns.writers.senders import bare_rank, colleague, memo_among_us, signed_kind
from pipeline.patterns.writers.voices import among_us, from_inside, from_outside
from pipeline.records.document import Met

_ADDRESS = re.compile(r"\s*[\[<(](?:mailto:)?[^\]>)]*@[^\]>)]*[\])>]|\S+@\S+")
_ASIDE = re.compile(r"\s*\([^)]*\)")
_DIRECTORY = re.compile(
    r"[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?,\s[A-Z][\w’'-]*(?:\s[A-Z]\.?)?(?:\s\([A-Z]{2,6}\))?"
)  # "Rapp, Marc A"
# "(b)(6), (b)(7)(C) (Budget Analyst, Linden)": a name withheld, and the post of whoever bears it. One block at a time, for a
# long name is many of them, and `(█+)+` tries every way to part them.
_POST = re.compile(r"(?:\([bB]\)\s?\(\d\)(?:\([A-Za-z]\))?[\s,;]*|█[\s,;]*)+\((?P<post>[A-Z][^()█]{3,80})\)\W*")
_OFFICE = re.compile(
    r"(?:[A-Z][\w’'-]+\s(?:(?:and|of|for|the)\s)*){1,5}(?:Office|Unit|Division|Branch|Section|Desk|Directorate|Bureau|Center)"
)
_NAME_PARTS = 2, 4  # given names and surname
_ENOUGH = 6  # what mails among the house's people must weigh for a rank without a house to be one of them: its own 3, others 2
_FEWEST_LISTED = 3  # names known to be the house's before the form in which its directory prints them is believed


@dataclass(frozen=True, slots=True)
class Mail:
    """A message as far as it tells who its sender is: `text` is its body, signature included, without what it quotes.

    `owner` is the name that stands alone above its header: whose mailbox it was printed from. `memo`: it is a memorandum.
    """

    sender: str
    recipients: tuple[str, ...]
    text: str
    owner: str = ""
    memo: bool = False


def met_in(mails: Iterable[Mail], own: Names) -> tuple[Met, ...]:
    """What the mails tell of the people they name, each thing once."""
    told: dict[Met, None] = {}
    for mail in mails:
        kind = _kind(mail, own)
        if kind:
            told |= {Met(name, kind): None for name in names_in(mail.sender, own)}
        if kind == AGENCY and among_us(mail.text) and not any(_elsewhere(one, own) for one in mail.recipients):
            told |= {Met(name, AGENCY): None for one in mail.recipients if _may_be_ours(one) for name in names_in(one, own)}
        named = {name for one in (mail.sender, *mail.recipients) for name in names_in(one, own)}
        if _may_be_ours(mail.owner) and named & set(names_in(mail.owner, own)):
            told |= {Met(name, AGENCY): None for name in names_in(mail.owner, own)}
        for one in mail.recipients:
            if "@" in one and (kind := kind_of(one, own)):
                told |= {Met(name, kind): None for name in names_in(one, own)}
    return tuple(told)


def asked_in(mails: Iterable[Mail], own: Names) -> tuple[str, ...]:
    """The names of senders of whom their own mails tell nothing, of those they write to and of their offices, each once."""
    people = (one for mail in mails if not _kind(mail, own) for one in (mail.sender, *mail.recipients))
    return tuple(dict.fromkeys(name for one in people for name in (*names_in(one, own), *offices_in(one, own))))


def kinds_of(mails: Sequence[Mail], known: Iterable[Met], own: Names) -> tuple[str, ...]:
    """The kind of each mail's sender, '' where nothing tells. `known` is what the mails of the file, or of its release, told."""
    cast: dict[str, set[str]] = defaultdict(set)
    listed: set[tuple[str, str]] = set()
    for one in known:
        cast[one.name].add(one.kind)
    for mail in mails:
        if _DIRECTORY.fullmatch(_plain(mail.sender)):
            listed |= {(name, kind) for name in names_in(mail.sender, own) for kind in cast[name]}
    for name in _circle(mails, cast, own):
        cast[name].add(AGENCY)
    ours = {name for name, kind in listed if kind == AGENCY}
    by_form = len(ours) >= _FEWEST_LISTED and {kind for _, kind in listed} == {AGENCY}
    return tuple(_of_cast(mail, cast, by_form, own) for mail in mails)


def _circle(mails: Sequence[Mail], cast: dict[str, set[str]], own: Names) -> set[str]:
    """Ranks without a house that write and are written to among the agency's people only: in two mails of their own, in three
    in all, or in one that speaks of the house from inside.

    Who writes to the house from outside says whose he is, by his address, his house or his words; one such mail is enough to
    leave a rank unknown.
    """
    inside: list[set[str]] = []
    strangers: set[str] = set()
    weight: Counter[str] = Counter()
    ours = {name for name, kinds in cast.items() if kinds == {AGENCY}}
    for mail in mails:
        people = (mail.sender, *mail.recipients)
        named = {name: one for one in people for name in names_in(one, own)}
        told = {kind for name in named for kind in cast.get(name, ())} | {kind_of(one, own) for one in people}
        writes = set(names_in(mail.sender, own))
        ours |= {name for name, one in named.items() if _told(one, cast, own) == AGENCY}
        if from_outside(mail.text, bare_rank(_plain(mail.sender))):
            strangers |= writes
        elif told <= {AGENCY, ""} and not any("@" in one for one in people):
            inside.append({name for name, one in named.items() if bare_rank(_plain(one)) or kind_of(one, own) == AGENCY})
            among = from_inside(mail.text, bare_rank(_plain(mail.sender))) or among_us(mail.text)
            weight.update({name: _ENOUGH if among else 3 if name in writes else 2 for name in inside[-1]})
    while grown := {name for names in inside if names & ours for name in names if weight[name] >= _ENOUGH} - ours - strangers:
        ours |= grown
    return {name for name in ours if not cast.get(name)}


def _of_cast(mail: Mail, cast: dict[str, set[str]], by_form: bool, own: Names) -> str:
    told = _kind(mail, own) or _told(mail.sender, cast, own)
    if not told and by_form and "@" not in mail.sender and _DIRECTORY.fullmatch(_plain(mail.sender)):
        told = "" if any(cast.get(name) for name in names_in(mail.sender, own)) else AGENCY
    if not told and mail.memo and memo_among_us(mail.sender, mail.text, own):
        kinds = {_told(one, cast, own) for one in mail.recipients}
        told = AGENCY if AGENCY in kinds and kinds <= {AGENCY, ""} else ""
    return "" if told == NOBODYS else told


def told_of(name: str, known: Iterable[Met], own: Names) -> str:
    """The kind of somebody who is named in full, by what is told of him; '' where that is nothing, or not one thing."""
    names = names_in(name, own)
    kinds = {one.kind for one in known if one.name in names}
    return next(iter(kinds)) if len(kinds) == 1 and kinds != {NOBODYS} else ""


def _told(name: str, cast: dict[str, set[str]], own: Names) -> str:
    """The kind of a name by its own words, else by what is told of it, or of the office it names; '' where that is not one."""
    kind = kind_of(name, own)
    for known in () if kind else (*names_in(name, own), *offices_in(name, own)):
        if kinds := cast.get(known):
            return next(iter(kinds)) if len(kinds) == 1 else ""
    return kind


def _kind(mail: Mail, own: Names) -> str:
    """What one mail tells of its sender; `none` where it speaks as a stranger does."""
    told = kind_of(mail.sender, own) or signed_kind(mail.text, mail.sender, own)
    if told:
        return told
    if from_outside(mail.text, bare_rank(_plain(mail.sender))):
        return NOBODYS
    return AGENCY if colleague(_post(mail.sender), mail.recipients, mail.text, own) else ""


def _elsewhere(name: str, own: Names) -> bool:
    return kind_of(name, own) not in (AGENCY, "")


def _may_be_ours(name: str) -> bool:
    return "@" not in name and (bare_rank(name) or _DIRECTORY.fullmatch(_plain(name)) is not None)


def offices_in(name: str, own: Names) -> tuple[str, ...]:
    """The offices that stand behind a rank or a body, folded: "Analyst, Performance Unit"; those of two words or more."""
    parts = [part.strip() for part in re.split(r"[,\n]", _plain(name))]
    named = (part for part in parts if _OFFICE.fullmatch(part) and not kind_of(part, own))
    return tuple(dict.fromkeys(part.casefold() for part in named))


def _plain(name: str) -> str:
    """Without address and quotes; of a withheld name the post printed behind it."""
    return _ADDRESS.sub("", _post(name)).strip(" '\"“”,;")


def _post(name: str) -> str:
    post = _POST.fullmatch(name.strip())
    return post["post"].strip() if post else name


def names_in(name: str, own: Names) -> tuple[str, ...]:
    """The name folded, for joining: a person's parts in order of the alphabet without initials, a rank also without its house.

    Nothing for what is withheld, and for one word alone, which many bear.
    """
    plain = _plain(name)
    if not plain or re.search(r"\([bB]\)\s?\(|█", plain):
        return ()
    if bare_rank(plain) or kind_of(plain, own) == AGENCY:
        parts = [re.sub(r"[^\w]+", " ", _ASIDE.sub("", one)).strip().casefold() for one in (plain, plain.split(",")[0])]
        whole = re.sub(r"[^\w]+", " ", plain).strip().casefold()
        return tuple(dict.fromkeys(part for part in (whole, *parts) if len(part.split()) > 1))
    words = sorted(word.casefold() for word in re.findall(r"[A-Za-z][\w’'-]+", _ASIDE.sub("", plain)) if len(word) > 1)
    return (" ".join(words),) if _NAME_PARTS[0] <= len(words) <= _NAME_PARTS[1] else ()
