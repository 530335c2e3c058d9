"""Records to canonical JSON bytes and back: same record, same bytes, on every machine."""

from __future__ import annotations

import dataclasses
import hashlib
import json
import types
import typing
from collections.abc import Callable
from functools import cache
from typing import Any


def encode(value: Any) -> bytes:
    """Canonical JSON: keys sorted, no white space, UTF-8. Records of class variable `as_row` become bare lists."""
    return json.dumps(plain(value), ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def digest(value: Any) -> str:
    """sha256 (hex) of the canonical bytes of a record, tuple or plain value."""
    return hashlib.sha256(encode(value)).hexdigest()


def short_id(*parts: object) -> str:
    """16 hex digits made of the parts' meaning; parts are joined with a unit separator, which text never holds."""
    return hashlib.sha256("\x1f".join(str(part) for part in parts).encode()).hexdigest()[:16]


def plain(value: Any) -> Any:
    """Dicts, lists and scalars for any record."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        names = _names(type(value))
        if getattr(value, "as_row", False):
            return [plain(getattr(value, name)) for name in names]
        return {name: plain(getattr(value, name)) for name in names}
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    if isinstance(value, dict):
        return {str(key): plain(item) for key, item in value.items()}
    return value


def decode(kind: Any, data: bytes) -> Any:
    """The record of type `kind` (a dataclass, or a tuple of them) in these bytes; ValueError if they do not fit."""
    try:
        return build(kind, json.loads(data))
    except (TypeError, KeyError, AttributeError) as error:
        raise ValueError(f"these bytes are not a {kind}: {error}") from error


def build(kind: Any, value: Any) -> Any:
    """A record of type `kind` from plain JSON values."""
    return _builder(kind)(value)


@cache
def _builder(kind: Any) -> Callable[[Any], Any]:
    """How a value of this type is made from JSON: worked out once per type, since a page holds a thousand words."""
    if dataclasses.is_dataclass(kind) and isinstance(kind, type):
        return _record_builder(kind)
    origin, inner = typing.get_origin(kind), typing.get_args(kind)
    if origin is tuple and len(inner) == 2 and inner[1] is Ellipsis:
        item = _builder(inner[0])
        return tuple if item is _same else lambda value: tuple(map(item, value))
    if origin is tuple:
        each = [_builder(part) for part in inner]
        return lambda value: tuple(make(item) for make, item in zip(each, value, strict=True))
    if origin in (types.UnionType, typing.Union):
        make = _builder(next(part for part in inner if part is not type(None)))
        return lambda value: None if value is None else make(value)
    return float if kind is float else _same


def _record_builder(kind: type) -> Callable[[Any], Any]:
    names, hints = _names(kind), typing.get_type_hints(kind)
    makers = {name: _builder(hints[name]) for name in names}
    in_order = list(makers.values())

    def made(value: Any) -> Any:
        if isinstance(value, list):
            return kind(*[make(item) for make, item in zip(in_order, value, strict=True)])
        return kind(**{name: makers[name](item) for name, item in value.items()})

    return made


def _same(value: Any) -> Any:
    return value


@cache
def _names(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in dataclasses.fields(kind))
