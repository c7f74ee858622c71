"""The tables of a project file, one for each kind of row, and the journal beside them."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import BigInteger, Boolean, Column, Float, ForeignKey, Integer, LargeBinary, MetaData, Table, Text, text

from hallwright.expo.badges import Badge, Template
from hallwright.expo.event import Event, ThemeDay
from hallwright.expo.people import Exhibitor, Person
from hallwright.expo.review import Packet, Reply
from hallwright.expo.row import Row
from hallwright.expo.space import Aisle, Booth, Fixture, Hall, Zone
from hallwright.expo.underlay import Underlay

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _entity(name: str, *columns: Column[Any]) -> Table:
    return Table(
        name,
        metadata,
        Column("id", Text, primary_key=True, nullable=False),
        Column("revision", Integer, nullable=False),
        *columns,
    )


def _text(name: str) -> Column[Any]:
    return Column(name, Text, nullable=False)


def _optional(name: str) -> Column[Any]:
    return Column(name, Text, nullable=True)


def _later(name: str, type_: type[Text] | type[Boolean] | type[BigInteger] = Text, default: str = "''") -> Column[Any]:
    """Return a column that a migration added: SQLite adds one to rows that are there only with a default."""
    return Column(name, type_, nullable=False, server_default=text(default))


def _parent(name: str, table: str, *, optional: bool = False) -> Column[Any]:
    """Return a column that names a row of another table.

    Deferred to the end of the transaction, because a Change may name rows of its own in any order.
    """
    key = ForeignKey(f"{table}.id", deferrable=True, initially="DEFERRED")
    return Column(name, Text, key, nullable=optional, index=True)


event = _entity(
    "event",
    _text("name"),
    _text("name_native"),
    _text("theme"),
    _text("theme_native"),
    _text("venue"),
    _text("venue_native"),
    _optional("starts"),
    _optional("ends"),
    _optional("numbers_frozen_on"),
    _later("profile"),
    _later("badges_first", BigInteger, "0"),
    _later("badge_area", BigInteger, "0"),
    _later("badge_key"),
)

theme_day = _entity("theme_day", _text("day"), _text("name"), _text("name_native"))

hall = _entity(
    "hall",
    _text("name"),
    _text("name_native"),
    _text("outline"),
    _later("storey"),
    Column("north", Integer, nullable=True),
)

zone = _entity("zone", _parent("hall", "hall"), _text("name"), _text("name_native"), _text("colour"), _text("outline"))

fixture = _entity(
    "fixture",
    _parent("hall", "hall"),
    _text("kind"),
    _text("name"),
    _text("name_native"),
    _text("outline"),
    _later("gross", Boolean, "1"),
)

aisle = _entity(
    "aisle",
    _parent("hall", "hall"),
    _text("name"),
    _text("name_native"),
    Column("main", Boolean, nullable=False),
    _text("outline"),
)

underlay = _entity(
    "underlay",
    _parent("hall", "hall"),
    _text("name"),
    _text("asset"),
    _text("media"),
    Column("width", BigInteger, nullable=False),
    Column("height", BigInteger, nullable=False),
    Column("scale", Float, nullable=False),
    Column("x", BigInteger, nullable=False),
    Column("y", BigInteger, nullable=False),
    Column("angle", Float, nullable=False),
    Column("dim", Integer, nullable=False),
    Column("locked", Boolean, nullable=False),
    _text("hidden"),
)

exhibitor = _entity(
    "exhibitor",
    _text("name"),
    _text("name_native"),
    _text("sort_name"),
    _text("fascia"),
    _text("category"),
    _text("country"),
    _text("address"),
    _text("contact"),
    _text("phone"),
    _text("email"),
    _text("website"),
    _text("description"),
    _text("contract"),
    Column("size_wanted", BigInteger, nullable=True),
    _text("zone_wanted"),
    Column("priority", Integer, nullable=False),
    _parent("host", "exhibitor", optional=True),
    Column("waitlisted", Boolean, nullable=False),
    _text("note"),
    _later("badges_extra", BigInteger, "0"),
)

booth = _entity(
    "booth",
    _parent("hall", "hall"),
    _text("number"),
    _text("outline"),
    _text("construction"),
    Column("open_sides", Integer, nullable=False),
    _text("status"),
    _parent("exhibitor", "exhibitor", optional=True),
    _optional("held_until"),
    _text("note"),
    _later("sides_fixed", Boolean, "0"),
    _later("former_numbers", default="'[]'"),
)

person = _entity(
    "person",
    _text("role"),
    _text("title"),
    _text("given"),
    _text("family"),
    _text("native"),
    _parent("exhibitor", "exhibitor", optional=True),
    _text("company"),
    _text("company_native"),
    _text("job"),
    _text("email"),
    _text("phone"),
    _text("delegation"),
    _text("days"),
    _text("code"),
    _later("access", default="'[]'"),
    _later("seat"),
    _later("photo"),
    _optional("consented"),
    _optional("keep_until"),
    _later("note"),
)

template = _entity(
    "template", _text("name"), _parent("parent", "template", optional=True), _text("roles"), _text("design")
)

badge = _entity(
    "badge",
    # No foreign key: a badge is known, and void or not, after its person has been erased.
    Column("person", Text, nullable=False, index=True),
    _text("role"),
    _text("printed"),
    _text("desk"),
    _text("reason"),
    _text("shown"),
    _optional("voided"),
    _text("void_reason"),
)

packet = _entity(
    "packet",
    # No foreign key: what was sent stays known after its exhibitor has been deleted.
    Column("exhibitor", Text, nullable=False, index=True),
    _text("sent"),
    _optional("deadline"),
    _text("lang"),
    _text("version"),
    Column("position", BigInteger, nullable=False),
    _text("booths"),
    _text("shown"),
    _text("secret"),
)

reply = _entity(
    "reply",
    _parent("packet", "packet"),
    _text("received"),
    _text("answer"),
    _text("comment"),
    _text("name"),
    _text("dated"),
    _text("source"),
    Column("stale", Boolean, nullable=False),
    _text("state"),
    _optional("settled"),
)

journal = Table(
    "journal",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=False),
    _text("at"),
    _text("kind"),
    Column("target", Integer, nullable=True),
    _text("operation"),
    _text("summary"),
    Column("rows", Integer, nullable=False),
    Column("schema", Integer, nullable=False),
    _text("payload"),
)

version = Table(
    "version",
    metadata,
    Column("name", Text, primary_key=True, nullable=False),
    Column("seq", Integer, nullable=False),
    _text("at"),
)

asset = Table(
    "asset",
    metadata,
    Column("sha256", Text, primary_key=True, nullable=False),
    Column("content", LargeBinary, nullable=False),
)
"""What underlays show, by the hash of its bytes: written once, never changed, not part of the journal."""

TABLES: Mapping[type[Row], Table] = {
    Event: event,
    ThemeDay: theme_day,
    Hall: hall,
    Underlay: underlay,
    Zone: zone,
    Fixture: fixture,
    Aisle: aisle,
    Exhibitor: exhibitor,
    Booth: booth,
    Person: person,
    Template: template,
    Badge: badge,
    Packet: packet,
    Reply: reply,
}
"""The table of each kind of row; its columns bear the names of the kind's fields."""
