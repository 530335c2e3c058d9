"""The tables of who and what is named, and of the law that is cited; part of the contract in `db/contract/schema.py`."""

from __future__ import annotations

from db.contract.shapes import Table
from db.contract.shapes import table as _t

TABLES: tuple[Table, ...] = (
    _t(
        "entities",
        "A person, office, place or program named in the release; forms that mean one are joined (corpus/entities.toml rules).",
        """
id | TEXT PRIMARY KEY | Made of kind and name.
kind | TEXT NOT NULL | person, office, place or program.
sort | TEXT NOT NULL | What an office or place is: agency, local-agency, court, legislature, state, county, city; else its kind.
parent | TEXT NOT NULL | State of a county or city, where it is printed beside the name.
roles | TEXT NOT NULL | JSON array: what a person is called beside the name, most often first.
name | TEXT NOT NULL | Most frequent form.
aliases | TEXT NOT NULL | JSON array of other forms.
n_mentions | INTEGER NOT NULL | How often it is named.
""",
        indexes=(("kind", "n_mentions"), ("n_mentions",)),
    ),
    _t(
        "mentions",
        "One place where an entity is named.",
        """
id | TEXT PRIMARY KEY | Id of the mention.
entity_id | TEXT NOT NULL REFERENCES entities(id) | Entity meant.
page_id | TEXT NOT NULL REFERENCES pages(id) | Page.
start | INTEGER NOT NULL | First character in the page's text.
"end" | INTEGER NOT NULL | Character after the last.
text | TEXT NOT NULL | As printed.
kind | TEXT NOT NULL | person, office, place or program.
""",
        indexes=(("entity_id",), ("page_id",)),
    ),
    _t(
        "citations",
        "A reference to a statute, rule or case.",
        """
id | TEXT PRIMARY KEY | Id of the reference.
page_id | TEXT NOT NULL REFERENCES pages(id) | Page.
start | INTEGER NOT NULL | First character in the page's text.
"end" | INTEGER NOT NULL | Character after the last.
text | TEXT NOT NULL | As printed.
normal | TEXT NOT NULL | Standard form.
kind | TEXT NOT NULL | usc, cfr, ina, pub-l, case.
""",
        indexes=(("page_id",), ("normal",)),
    ),
)
