"""The first schema: event, floor, exhibitors, booths, people, journal, versions.

A migration states its tables in full and imports nothing of the program: it must make the same tables in ten years.
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def _text(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.Text, nullable=False) for name in names]


def _optional(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.Text, nullable=True) for name in names]


def _entity(name: str, *parts: sa.Column[str] | sa.Column[int] | sa.Column[bool], parents: dict[str, str]) -> None:
    keys = [
        sa.ForeignKeyConstraint(
            [column], [f"{parent}.id"], f"fk_{name}_{column}_{parent}", deferrable=True, initially="DEFERRED"
        )
        for column, parent in parents.items()
    ]
    op.create_table(
        name,
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        *parts,
        *keys,
        sa.PrimaryKeyConstraint("id", name=f"pk_{name}"),
    )
    for column in parents:
        op.create_index(f"ix_{name}_{column}", name, [column])


def upgrade() -> None:
    """Make all tables."""
    _entity(
        "event",
        *_text("name", "name_native", "theme", "theme_native", "venue", "venue_native"),
        *_optional("starts", "ends"),
        parents={},
    )
    _entity("theme_day", *_text("day", "name", "name_native"), parents={})
    _entity("hall", *_text("name", "name_native", "outline"), parents={})
    _entity("zone", *_text("hall", "name", "name_native", "colour", "outline"), parents={"hall": "hall"})
    _entity("fixture", *_text("hall", "kind", "name", "name_native", "outline"), parents={"hall": "hall"})
    _entity(
        "exhibitor",
        *_text("name", "name_native", "sort_name", "fascia", "category", "country", "address", "contact", "phone"),
        *_text("email", "website", "description", "contract"),
        sa.Column("size_wanted", sa.BigInteger, nullable=True),
        *_text("zone_wanted"),
        sa.Column("priority", sa.Integer, nullable=False),
        *_optional("host"),
        sa.Column("waitlisted", sa.Boolean, nullable=False),
        *_text("note"),
        parents={"host": "exhibitor"},
    )
    _entity(
        "booth",
        *_text("hall", "number", "outline", "construction"),
        sa.Column("open_sides", sa.Integer, nullable=False),
        *_text("status"),
        *_optional("exhibitor", "held_until"),
        *_text("note"),
        parents={"hall": "hall", "exhibitor": "exhibitor"},
    )
    _entity(
        "person",
        *_text("role", "title", "given", "family", "native"),
        *_optional("exhibitor"),
        *_text("company", "company_native", "job", "email", "phone", "delegation", "days", "code"),
        parents={"exhibitor": "exhibitor"},
    )
    op.create_table(
        "journal",
        sa.Column("seq", sa.Integer, nullable=False, autoincrement=False),
        *_text("at", "kind"),
        sa.Column("target", sa.Integer, nullable=True),
        *_text("operation", "summary"),
        sa.Column("rows", sa.Integer, nullable=False),
        sa.Column("schema", sa.Integer, nullable=False),
        *_text("payload"),
        sa.PrimaryKeyConstraint("seq", name="pk_journal"),
    )
    op.create_table(
        "version",
        *_text("name"),
        sa.Column("seq", sa.Integer, nullable=False),
        *_text("at"),
        sa.PrimaryKeyConstraint("name", name="pk_version"),
    )
