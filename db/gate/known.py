"""What a release says openly, so that one failed redaction over an ordinary phrase does not blank it everywhere."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable

from db.contract import schema
from db.gate.privacy import HIDDEN, PRESUMED, Known, candidate_words, given_names, needs_words, surnames
from db.gate.traces import WORD, folded
from db.sql import tallies
from pipeline.records.document import KINDS
from pipeline.records.finding import Withheld
from pipeline.store import Reader

OPEN_FILES = 3  # files that must name an office or place before its name counts as openly said
# What a place has: "Marlow Falls County", "Cedar Bend Police Department".
_BODY = re.compile(r"(?P<name>.+?)\s(?:County|Parish|Township|Borough|City|Police|Sheriff|Jail|Regional|Municipal|PD|School)\b")
_BODY_OF = re.compile(r"(?:City|County|Town|Township|Village|Borough|Parish|State|Commonwealth)\sof\s(?P<name>.+)", re.DOTALL)
_MAILBOX = re.compile(r"\S*@\S*")
_LOWER = re.compile(r"[a-z]{2,}")
_TITLE_WORDS = """
    sheriff director secretary governor gov senator sen representative rep congressman congresswoman judge justice chief
    officer agent commissioner mayor president counsel attorney deputy ambassador professor administrator general
"""
_TITLES = frozenset(_TITLE_WORDS.split())
# "Sheriff A. Roe": what stands before an initial says who it is. Looked ahead at, for in "Ann Bee Roe" each word is before one.
_BEFORE = re.compile(r"(?<!\w)(?P<before>[A-Z][\w’'-]+)(?P<dot>\.?)(?=\s+(?:[A-Z]\.?\s+)?(?P<name>[A-Z][^\W\d_]+))")
# "Roe, Ann" as headers of mail and lists have it: who else bears the given name.
_COMMA = re.compile(r"(?:^|[\n;:]\s?)(?P<last>[A-Z][\w’'-]+),\s(?P<given>[A-Z][^\W\d_]+)(?=[;\n<\s(]|$)")
_HONORIFICS = frozenset(("mr", "mrs", "ms", "miss", "dr"))


def known_of(reader: Reader, withheld: tuple[Withheld, ...]) -> Known:
    """Names of offices and places and lower-case words are looked up only where they matter: it reads every page."""
    numbers = [stamp.bates for _, found in reader.units("segment") for stamp in found.stamps]
    phrases: list[str] = []
    for release in reader.releases():
        phrases += (release.title, release.agency, release.component, release.request_number, release.litigation)
        numbers += (release.request_number, *re.findall(r"\S*\d\S*", release.litigation))
    for topic in reader.manifest.get("topics", ()):
        phrases += (topic.get("title", ""), *topic.get("terms", ()))
    if not any(needs_words(held) for held in withheld):
        return Known(tuple(phrases), tuple(numbers))
    phrases += _open_names(reader)
    mostly, only = places(reader)
    before = _words_beside_names(reader, withheld)
    wanted = candidate_words(withheld) | frozenset(word for words in before.values() for word in words)
    plain = _lower_case(reader, wanted)
    towns, people = shown_openly(reader)
    others = frozenset(name for name, words in before.items() if any(w in _TITLES or w not in plain for w in words))
    others |= towns | people  # a surname that is a county's too means the county as well
    words = plain | own_words() | asked_words(reader.manifest.get("topics", ()))
    return Known(tuple(phrases), tuple(numbers), words, others, mostly | towns, plain, only)


def still_private(withheld: Iterable[Withheld], known: Known) -> tuple[Withheld, ...]:
    """Without what was presumed to be a name on one file's page and the release shows to be a place, or uses in lower case."""
    return tuple(
        held
        for held in withheld
        if held.kind != PRESUMED
        or not (folded(held.text) in known.only_places or all(folded(word) in known.plain for word in WORD.findall(held.text)))
    )


def own_words() -> frozenset[str]:
    """Words the database itself is made of: a surname that is one ("Bates") cannot be kept out of its columns and counts."""
    made = (*schema.statements(), *(count().sql for count in tallies.STORED), *KINDS)
    return frozenset(re.findall(r"[a-z]{2,}", " ".join(made).casefold()))


def asked_words(topics: Iterable[dict[str, object]]) -> frozenset[str]:
    """Words of the questions asked: their ids and texts stand beside every claim ("removals-total"), whatever a page holds."""
    return frozenset(re.findall(r"[a-z]{2,}", json.dumps(list(topics)).casefold()))


def _open_names(reader: Reader) -> Iterable[str]:
    """Offices and places that several files name and that nowhere count as a person."""
    files: dict[str, set[str]] = {}
    people: set[str] = set()
    printed: dict[str, str] = {}
    for file_id, found in reader.units("find"):
        for mention in found.mentions:
            key = folded(mention.text)
            printed.setdefault(key, mention.text)
            if mention.kind == "person":
                people.add(key)
            else:
                files.setdefault(key, set()).add(file_id)
    return [printed[key] for key in sorted(files) if len(files[key]) >= OPEN_FILES and key not in people]


def places(reader: Reader) -> tuple[frozenset[str], frozenset[str]]:
    """Folded names that the release shows to be places by the state behind them or a body of their own: (oftener than persons,
    nowhere persons).

    "Oskett County" on every letterhead outweighs the "Oskett guy" of one subject line for the other papers, not for that line.
    """
    shown: Counter[str] = Counter()
    people: Counter[str] = Counter()
    others: Counter[str] = Counter()
    for _, unit in reader.units("find"):
        for mention in unit.mentions:
            if mention.kind == "person":
                people[folded(mention.text)] += 1
            elif match := _BODY_OF.match(mention.text) or _BODY.match(mention.text):
                shown[folded(match["name"])] += 1
            elif mention.kind == "place" and mention.parent:
                shown[folded(mention.text)] += 1
            else:
                others[folded(mention.text)] += 1  # "Port Lyle" of a place that another paper calls the City of Port Lyle
    mostly = frozenset(name for name, times in shown.items() if times + others[name] > people[name])
    return mostly, mostly - people.keys()


def shown_openly(reader: Reader) -> tuple[frozenset[str], frozenset[str]]:
    """Folded words of places and surnames of people in office, as some file of the release shows them."""
    told = [unit.openly for _, unit in reader.units("openly")]
    towns = frozenset(folded(word) for one in told for word in one.places)
    return towns, frozenset(folded(name.rpartition(" ")[2]) for one in told for name in one.officials)


def _words_beside_names(reader: Reader, withheld: tuple[Withheld, ...]) -> dict[str, set[str]]:
    """By a name of a withheld person (folded): titles and names, not withheld ones, that stand before it on some page.

    For a given name those too that stand behind it.
    """
    own = {folded(name) for held in withheld for name in (*surnames(held), *given_names(held))}
    private = {folded(word) for held in withheld if held.kind != HIDDEN for word in WORD.findall(held.text)}
    given = frozenset(folded(name) for held in withheld for name in given_names(held))
    found: dict[str, set[str]] = {name: set() for name in own}
    for row in reader.manifest["units"]:
        if own and row["stage"] == "read":
            text = json.loads(reader.store.get(row["output"]))["text"]
            for match in _COMMA.finditer(text):
                name, last = folded(match["given"]), folded(match["last"])
                if name in given and last not in private:
                    found[name].add(last)
            for match in _BEFORE.finditer(text):
                name, before = folded(match["name"]), folded(match["before"])
                if match["dot"] and before not in _TITLES:
                    continue  # a sentence or a title behind another's name ends there
                heading = name in given and "\n" in text[match.end("before") : match.start("name")]
                if name in own and before not in private | _HONORIFICS and not heading:
                    found[name].add(before)
                if before in given and name not in private and text[match.end("before")] == " ":
                    found[before].add(name)  # a given name with another's surname
    return found


def _lower_case(reader: Reader, wanted: frozenset[str]) -> frozenset[str]:
    """Which of these folded words stand in lower case on some page or in a remedy, which is in the program's own words.

    In a mailbox they are no words.
    """
    missing = set(wanted)
    for failure in reader.failures():
        missing.difference_update(_LOWER.findall(failure.remedy))
    for row in reader.manifest["units"]:
        if missing and row["stage"] == "read":
            text = _MAILBOX.sub(" ", json.loads(reader.store.get(row["output"]))["text"])
            missing.difference_update(_LOWER.findall(text))
    return frozenset(wanted - missing)
