"""Proofs that were made for exhibitors, and the answers to them."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=False)


def _optional(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=True)


def upgrade() -> None:
    """Add both tables."""
    op.create_table(
        "packet",
        _text("id"),
        sa.Column("revision", sa.Integer, nullable=False),
        _text("exhibitor"),
        _text("sent"),
        _optional("deadline"),
        _text("lang"),
        _text("version"),
        sa.Column("position", sa.BigInteger, nullable=False),
        _text("booths"),
        _text("shown"),
        _text("secret"),
        sa.PrimaryKeyConstraint("id", name="pk_packet"),
    )
    op.create_index("ix_packet_exhibitor", "packet", ["exhibitor"])
    op.create_table(
        "reply",
        _text("id"),
        sa.Column("revision", sa.Integer, nullable=False),
        _text("packet"),
        _text("received"),
        _text("answer"),
        _text("comment"),
        _text("name"),
        _text("dated"),
        _text("source"),
        sa.Column("stale", sa.Boolean, nullable=False),
        _text("state"),
        _optional("settled"),
        sa.ForeignKeyConstraint(
            ["packet"], ["packet.id"], "fk_reply_packet_packet", deferrable=True, initially="DEFERRED"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_reply"),
    )
    op.create_index("ix_reply_packet", "reply", ["packet"])
