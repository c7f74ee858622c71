"""Storeys, named aisles, rule profiles, the freeze of numbers, and what a booth's number and sides were before."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def _text(name: str, default: str = "''") -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=False, server_default=sa.text(default))


def upgrade() -> None:
    """Add the columns with their defaults, and the table of aisles."""
    op.add_column("event", sa.Column("numbers_frozen_on", sa.Text, nullable=True))
    op.add_column("event", _text("profile"))
    op.add_column("hall", _text("storey"))
    op.add_column("booth", sa.Column("sides_fixed", sa.Boolean, nullable=False, server_default=sa.text("0")))
    op.add_column("booth", _text("former_numbers", "'[]'"))
    op.create_table(
        "aisle",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("hall", sa.Text, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("name_native", sa.Text, nullable=False),
        sa.Column("main", sa.Boolean, nullable=False),
        sa.Column("outline", sa.Text, nullable=False),
        sa.ForeignKeyConstraint(["hall"], ["hall.id"], "fk_aisle_hall_hall", deferrable=True, initially="DEFERRED"),
        sa.PrimaryKeyConstraint("id", name="pk_aisle"),
    )
    op.create_index("ix_aisle_hall", "aisle", ["hall"])
