"""The parts of the bench: probes that measure Hallwright in a process of their own, and the rows made of them."""
