"""Whether the floor of a fixture counts to the gross area: whatever stands in a project already goes on counting."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column."""
    op.add_column("fixture", sa.Column("gross", sa.Boolean, nullable=False, server_default=sa.text("1")))
