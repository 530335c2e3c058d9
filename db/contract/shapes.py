"""What the description of a table is made of, and the DDL made from it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Column:
    """One column: SQL type with constraints, and a sentence for the person who reads it."""

    name: str
    sql: str
    help: str


@dataclass(frozen=True, slots=True)
class Table:
    """One table: what a row is, its columns, extra constraints and indexes (each a tuple of column names)."""

    name: str
    help: str
    columns: tuple[Column, ...]
    constraints: tuple[str, ...] = ()
    indexes: tuple[tuple[str, ...], ...] = ()


def table(
    name: str,
    help: str,
    columns: str,
    constraints: tuple[str, ...] = (),
    indexes: tuple[tuple[str, ...], ...] = (),
) -> Table:
    """A table whose columns are given as lines `name | sql | help`."""
    rows = [tuple(part.strip() for part in line.split("|")) for line in columns.strip().splitlines()]
    return Table(name, help, tuple(Column(*row) for row in rows), constraints, indexes)


def ddl(made: Table) -> str:
    """CREATE TABLE for one table, STRICT."""
    lines = [f"  {column.name} {column.sql}" for column in made.columns] + [f"  {item}" for item in made.constraints]
    return f"CREATE TABLE {made.name} (\n" + ",\n".join(lines) + "\n) STRICT"


def indexes(made: Table) -> list[str]:
    """CREATE INDEX for each index of a table."""
    return [f"CREATE INDEX {made.name}_{'_'.join(columns)} ON {made.name} ({', '.join(columns)})" for columns in made.indexes]
