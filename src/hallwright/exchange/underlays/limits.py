"""How much a drawing or a picture may hold: beyond this it is a slip or an attack, not the plan of a hall."""

MOST_BYTES = 128 * 1024 * 1024
MOST_MEMORY = 3 * 1024**3
MOST_SECONDS = 180
MOST_OUTPUT = 192 * 1024 * 1024
MOST_ENTITIES = 400_000
"""Lines, texts and the like, those in blocks counted as often as the blocks are used."""
MOST_POINTS = 2_500_000
MOST_TEXTS = 100_000
LONGEST_TEXT = 200
MOST_LAYERS = 2_000
MOST_DEPTH = 48
"""Blocks in blocks, groups in groups."""
MOST_PIXELS = 150_000_000
LONGEST_SIDE = 6_000
"""Pixels of the longer side of a picture that is kept."""
