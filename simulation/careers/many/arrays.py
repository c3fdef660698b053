"""Kinds of arrays, and the month that never comes."""

import numpy as np
from numpy.typing import NDArray

Flags = NDArray[np.bool_]
Counts = NDArray[np.integer]
Floats = NDArray[np.float64]

NEVER = 2**30
"""A month beyond all play."""
