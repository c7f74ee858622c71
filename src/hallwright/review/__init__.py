"""Proofs that exhibitors answer: what each is shown, the packets, the answers, and where everybody stands."""
