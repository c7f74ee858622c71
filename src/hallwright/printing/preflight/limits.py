"""What a PDF may ask of the preflight; a file beyond it is refused in one line, whoever made it."""

MOST_BYTES = 2_000_000_000
"""Bytes of a file."""
MOST_PAGES = 20_000
MOST_OPERATORS = 20_000_000
"""Operators of all pages, forms counted each time they are shown."""
MOST_STREAM = 100_000_000
"""Bytes of one content stream, unpacked."""
MOST_UNPACKED = 1_000_000_000
"""Bytes of all content streams, unpacked."""
MOST_IMAGE = 256 << 20
"""Bytes of the pixels of one image whose ink is added up."""
MOST_IMAGES = 1 << 30
"""Bytes of the pixels of all images whose ink is added up; each is unpacked once."""
MOST_DEPTH = 24
"""Forms within forms."""
MOST_METADATA = 4_000_000
"""Bytes of XMP or of an ICC profile's head that are read."""
MOST_FINDINGS = 500
"""Findings that are told."""
MOST_MEMORY = 3 << 30
MOST_SECONDS = 180
MOST_OUTPUT = 16 << 20
