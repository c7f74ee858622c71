"""Proofs, packets and replies, and what changed between versions: what goes out for review, and what comes back."""
