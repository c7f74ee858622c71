"""Rows as plain values (text, numbers, lists), for the journal and the database, and back."""

import typing
from collections.abc import Callable, Mapping
from dataclasses import fields
from datetime import date, datetime
from enum import Enum
from functools import cache
from types import UnionType
from typing import Any

from hallwright.expo.row import Row
from hallwright.expo.show import KINDS

Plain = None | bool | int | float | str | list[Any]
NAMES: Mapping[type[Row], str] = {kind: kind.__name__.lower() for kind in KINDS}
BY_NAME: Mapping[str, type[Row]] = {name: kind for kind, name in NAMES.items()}


def _same(value: Any) -> Any:
    return value


def _outline(value: Any) -> Any:
    return tuple((x, y) for x, y in value)


def _dates(value: Any) -> Any:
    return tuple(date.fromisoformat(day) for day in value)


def _reader(annotation: Any) -> Callable[[Any], Any]:
    """Return the function that makes a field's value from its plain form."""
    if isinstance(annotation, UnionType):
        inner = next(part for part in typing.get_args(annotation) if part is not type(None))
        read = _reader(inner)
        return _same if read is _same else lambda value: None if value is None else read(value)
    if typing.get_origin(annotation) is tuple:
        return _dates if date in typing.get_args(annotation) else _outline
    if annotation is datetime or annotation is date:
        return annotation.fromisoformat  # type: ignore[no-any-return]
    if annotation is bool or (isinstance(annotation, type) and issubclass(annotation, Enum)):
        return annotation
    return _same


@cache
def _readers(kind: type[Row]) -> tuple[tuple[str, Callable[[Any], Any]], ...]:
    hints = typing.get_type_hints(kind)
    return tuple((item.name, _reader(hints[item.name])) for item in fields(kind))


@cache
def columns(kind: type[Row]) -> tuple[str, ...]:
    """Return the names of a kind's fields, ``id`` and ``revision`` first."""
    return tuple(item.name for item in fields(kind))


def _plain(value: Any) -> Plain:
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, date):
        return value.isoformat()
    return typing.cast("Plain", value)


def to_plain(row: Row) -> dict[str, Plain]:
    """Return a row's fields as plain values: enums by value, dates in ISO form, outlines as lists of pairs."""
    return {name: _plain(getattr(row, name)) for name in columns(type(row))}


def from_plain(kind: type[Row], values: Mapping[str, Any]) -> Row:
    """Return the row that ``to_plain`` described; missing fields take their defaults, unknown ones are ignored.

    Raises:
        ValueError, TypeError: the values do not describe a row of this kind.
    """
    return kind(**{name: read(values[name]) for name, read in _readers(kind) if name in values})
