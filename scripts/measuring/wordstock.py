"""Invented people, places, offices and prose for the measuring streams. Every name is made up; the prose says nothing."""

from __future__ import annotations

import random
import textwrap
from datetime import date, timedelta

FIRST = """
    Alma Bert Clara Dorian Edda Felix Greta Hollis Ines Jonas Kira Lorne Maud Nils Opal Percy Quill Rosa Silas Thea
"""
LAST = """
    Abelwhite Birchall Crane Dunmore Eastlake Farrow Gantry Holt Ivers Jessup Kestrel Lomax Marsh Norrell Oakes Pryor Quarles
    Redfern Stowe Tarrant Underhill Vance Whitlock Yarrow Zeller
"""
COUNTIES = ("Marlow", "Ashby", "Corrin", "Delmont", "Eastmere", "Fenwick", "Garrow", "Hartsel", "Ilford", "Jarrow", "Kelsom")
STATES = ("Westmark", "Norland", "Calder", "Astoria", "Verdane", "Ostrow")
OFFICES = (
    "Office of Road Tolls", "Bureau of Weights", "Division of Harbor Dues", "Office of Public Affairs", "Office of the Counsel",
    "Program Management Office", "Directorate of Bridges", "Field Operations Branch",
)  # fmt: skip
TITLES = (
    "Deputy Director",
    "Assistant Director",
    "Program Manager",
    "Branch Chief",
    "Legal Adviser",
    "Chief of Staff",
    "Analyst",
)
TOPICS = (
    "gate fees", "harbor dues", "the bridge register", "toll exemptions", "cart inspections", "scale certification",
    "ferry licences", "the weighing pilot", "road closures", "port records", "market stalls", "the keeper's ledger",
)  # fmt: skip
_SUBJECTS = (
    "the office", "each county", "the keeper", "a carter", "the bureau", "the board", "the working group", "the contractor",
    "the branch",
)  # fmt: skip
_VERBS = (
    "will review", "has not received", "asked for", "must report", "may revise", "sent back", "plans to publish", "counted",
    "agreed to", "cannot explain", "has tested", "is waiting for",
)  # fmt: skip
_OBJECTS = (
    "the draft schedule", "a list of open cases", "the figures of the last quarter", "the training slides", "two sets of ledgers",
    "the revised form", "an answer from the state", "a copy of the register", "the minutes of the meeting", "the new rates",
)  # fmt: skip
_TAILS = (
    "before the end of the month", "as the guidance asks", "because the ledger was late", "at the next call", "in all districts",
    "unless the county objects", "on the date shown below", "with the help of the field", "and will say so in writing", "",
    "after the pilot ends", "so that the totals agree", "for the second time this year",
)  # fmt: skip


def person(chance: random.Random) -> str:
    """ "First Last"."""
    return f"{chance.choice(FIRST.split())} {chance.choice(LAST.split())}"


def sentence(chance: random.Random) -> str:
    """One sentence of prose."""
    parts = [chance.choice(_SUBJECTS), chance.choice(_VERBS), chance.choice(_OBJECTS), chance.choice(_TAILS)]
    if chance.random() < 0.35:
        parts.append(f"and {chance.choice(_SUBJECTS)} {chance.choice(_VERBS)} {chance.choice(_OBJECTS)}")
    text = " ".join(part for part in parts if part)
    return text[0].upper() + text[1:] + "."


def paragraph(chance: random.Random, sentences: int, width: int = 92) -> list[str]:
    """Lines of a paragraph."""
    return textwrap.wrap(" ".join(sentence(chance) for _ in range(sentences)), width)


def prose(chance: random.Random, lines: int, width: int = 92) -> list[str]:
    """About so many lines of paragraphs with empty lines between."""
    out: list[str] = []
    while len(out) < lines:
        out += [*paragraph(chance, chance.randint(2, 5), width), ""]
    return out


def day(chance: random.Random) -> date:
    """A day between 2006 and 2013."""
    return date(2006, 1, 1) + timedelta(days=chance.randrange(2800))


def heading(chance: random.Random) -> str:
    """A subject or heading of three to eight words."""
    topic = chance.choice(TOPICS)
    county = chance.choice(COUNTIES)
    shapes = (
        f"Status of {topic} in {county} County", f"Questions on {topic}", f"{county} County and {topic}",
        f"Next steps for {topic}", f"Draft language on {topic}", f"Review of {topic}",
        f"{topic.capitalize()} for the {county} call", f"Request from {county} County about {topic}",
    )  # fmt: skip
    return chance.choice(shapes)


def misread(text: str, rate: float, chance: random.Random) -> str:
    """The text as a scan gives it: one in `1 / rate` letters taken for another, never in codes."""
    swaps = {
        "e": "c",
        "l": "1",
        "o": "0",
        "i": "l",
        "m": "rn",
        "h": "b",
        "n": "u",
        "S": "5",
        "B": "8",
        "I": "l",
        "a": "o",
        "t": "f",
    }
    return "".join(swaps[sign] if sign in swaps and chance.random() < rate else sign for sign in text)
