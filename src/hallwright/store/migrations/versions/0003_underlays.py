"""Underlays, and the table of assets that holds what they show."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=False)


def upgrade() -> None:
    """Add both tables."""
    op.create_table(
        "underlay",
        _text("id"),
        sa.Column("revision", sa.Integer, nullable=False),
        _text("hall"),
        _text("name"),
        _text("asset"),
        _text("media"),
        sa.Column("width", sa.BigInteger, nullable=False),
        sa.Column("height", sa.BigInteger, nullable=False),
        sa.Column("scale", sa.Float, nullable=False),
        sa.Column("x", sa.BigInteger, nullable=False),
        sa.Column("y", sa.BigInteger, nullable=False),
        sa.Column("angle", sa.Float, nullable=False),
        sa.Column("dim", sa.Integer, nullable=False),
        sa.Column("locked", sa.Boolean, nullable=False),
        _text("hidden"),
        sa.ForeignKeyConstraint(["hall"], ["hall.id"], "fk_underlay_hall_hall", deferrable=True, initially="DEFERRED"),
        sa.PrimaryKeyConstraint("id", name="pk_underlay"),
    )
    op.create_index("ix_underlay_hall", "underlay", ["hall"])
    op.create_table(
        "asset",
        _text("sha256"),
        sa.Column("content", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("sha256", name="pk_asset"),
    )
