"""What never changes while an edition is open is asked once: its tables, their columns, keys and ties.

Datasette asks the database anew for every page it makes of a table: fourteen times for the page of one, three hundred times for
the page of all. Each question goes through a thread, which costs more than its answer, and much more while other pages are made.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

Told = Callable[..., Awaitable[Any]]
# Methods of Datasette's database that tell of its structure. What they return Datasette reads and does not change.
STRUCTURE = (
    "attached_databases", "foreign_keys_for_table", "fts_table", "get_all_foreign_keys", "get_table_definition",
    "get_view_definition", "hidden_table_names", "label_column_for_table", "primary_keys", "table_column_details",
    "table_columns", "table_exists", "table_names", "view_exists", "view_names",
)  # fmt: skip
OF_ALL = ("attached_databases", "get_all_foreign_keys", "hidden_table_names", "view_names")
OF_A_TABLE = (
    "foreign_keys_for_table", "fts_table", "get_table_definition", "get_view_definition", "label_column_for_table",
    "primary_keys", "table_column_details", "table_columns", "table_exists",
)  # fmt: skip
# How Datasette 0.65 looks up, for every permission it checks, how the name of a table is spelled.
SPELLING = "select name from sqlite_master where type in ('table', 'view') and name = ? collate nocase"
MOST = 2000  # answers kept; a visitor may ask for tables that are not there


def settle(database: Any) -> None:
    """Lets a database that cannot change answer each question about its structure from memory, from the second time on."""
    if database.is_mutable:
        return
    for name in STRUCTURE:
        if hasattr(database, name):
            setattr(database, name, _once(getattr(database, name)))
    database.execute = _spelled_once(database.execute)


async def learn(database: Any) -> None:
    """Asks all of it once, of every table: the first visitors would wait for three hundred answers in turn."""
    if database.is_mutable:
        return
    every = {name: getattr(database, name) for name in STRUCTURE if hasattr(database, name)}
    for name in OF_ALL:
        await every[name]()
    for table in await database.table_names():
        await database.execute(SPELLING, (table,))
        for name in OF_A_TABLE:
            await every[name](table)


def _spelled_once(execute: Told) -> Told:
    spelled = _once(execute)

    async def told(sql: str, params: Any = None, *args: Any, **named: Any) -> Any:
        if sql == SPELLING and not args and not named:
            return await spelled(sql, params)
        return await execute(sql, params, *args, **named)

    return told


def _once(asked: Told) -> Told:
    known: dict[tuple[Any, ...], Any] = {}

    async def told(*args: Any, **named: Any) -> Any:
        key = (args, *sorted(named.items()))
        if key not in known:
            found = await asked(*args, **named)
            if len(known) >= MOST:
                return found
            known[key] = found
        found = known[key]
        return list(found) if isinstance(found, list) else found

    return told
