"""Where north lies of a hall; nobody has said it yet of the halls that are there."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column."""
    op.add_column("hall", sa.Column("north", sa.Integer, nullable=True))
