"""The print dialogs."""

from hallwright.desktop.dialogs.badges import BadgesDialog
from hallwright.desktop.dialogs.plan import PlanDialog

__all__ = ["BadgesDialog", "PlanDialog"]
