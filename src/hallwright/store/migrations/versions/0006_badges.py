"""Templates of badges, the badges that were printed, and what decides who may have one."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=False)


def _optional(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=True)


def _later(name: str, default: str = "''") -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=False, server_default=sa.text(default))


def _count(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.BigInteger, nullable=False, server_default=sa.text("0"))


def upgrade() -> None:
    """Add both tables, and the columns of events, exhibitors and people."""
    op.add_column("event", _count("badges_first"))
    op.add_column("event", _count("badge_area"))
    op.add_column("event", _later("badge_key"))
    op.add_column("exhibitor", _count("badges_extra"))
    op.add_column("person", _later("access", "'[]'"))
    op.add_column("person", _later("seat"))
    op.add_column("person", _later("photo"))
    op.add_column("person", _optional("consented"))
    op.add_column("person", _optional("keep_until"))
    op.add_column("person", _later("note"))
    op.create_table(
        "template",
        _text("id"),
        sa.Column("revision", sa.Integer, nullable=False),
        _text("name"),
        _optional("parent"),
        _text("roles"),
        _text("design"),
        sa.ForeignKeyConstraint(
            ["parent"], ["template.id"], "fk_template_parent_template", deferrable=True, initially="DEFERRED"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_template"),
    )
    op.create_index("ix_template_parent", "template", ["parent"])
    op.create_table(
        "badge",
        _text("id"),
        sa.Column("revision", sa.Integer, nullable=False),
        _text("person"),
        _text("role"),
        _text("printed"),
        _text("desk"),
        _text("reason"),
        _text("shown"),
        _optional("voided"),
        _text("void_reason"),
        sa.PrimaryKeyConstraint("id", name="pk_badge"),
    )
    op.create_index("ix_badge_person", "badge", ["person"])
