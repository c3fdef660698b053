"""Named streams of random numbers.

A stream is known by its name and purpose, not by its place in a list, so that
putting in another stream shifts nothing, and the k-th number of a stream is the
same in every scenario that has the stream.
"""

from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray


def stream(seed: int, replication: int, name: str, purpose: str) -> np.random.Generator:
    """Return the generator of one purpose of one stream in one replication.

    Parameters
    ----------
    seed
        The root of all chance in a study.
    replication
        Which of the drawn years, from 0.
    name
        Whose numbers they are: ``"work:petitions"``, ``"person:p017"``.
    purpose
        What they are for: ``"arrivals"``, ``"hours:1"``.

    Returns
    -------
    numpy.random.Generator
        Philox, keyed by a hash of all four. Draw by inversion of ``random()`` and
        round what is to be a time to whole seconds: logarithms differ in the last
        bit from processor to processor.
    """
    text = f"{seed}|{replication}|{name}|{purpose}"
    key = int.from_bytes(blake2b(text.encode(), digest_size=16).digest(), "little")
    return np.random.Generator(np.random.Philox(key=key))


class Streams:
    """Many short streams of one replication, drawn without making each anew.

    Parameters
    ----------
    seed, replication
        As of `stream`, whose numbers these are.
    """

    def __init__(self, seed: int, replication: int) -> None:
        self._seed = seed
        self._replication = replication
        self._philox = np.random.Philox(key=0)
        self._generator = np.random.Generator(self._philox)
        self._state = self._philox.state

    def numbers(self, name: str, purpose: str, count: int) -> NDArray[np.float64]:
        """Return the first numbers of a stream, evenly between 0 and 1."""
        text = f"{self._seed}|{self._replication}|{name}|{purpose}"
        key = blake2b(text.encode(), digest_size=16).digest()
        self._state["state"]["key"] = np.frombuffer(key, dtype="<u8")
        self._philox.state = self._state
        return self._generator.random(count)
