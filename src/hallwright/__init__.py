"""Hallwright: draw exhibition halls at true scale, place exhibitors, print plans and badges."""

import os

# Nothing here multiplies matrices: threads for it would only slow the start, by a twentieth.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

__version__ = "0.1.0"
