"""Dialogs over the Desk: import, export, print, event, versions, history."""
