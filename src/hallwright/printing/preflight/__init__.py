"""Checks a finished PDF, ours or not, as a print shop would: every rule with page and place."""
