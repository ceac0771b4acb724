"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Random numbers that depend on nothing but the seed, the name of the value and the number of the row.
"""

import hashlib

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]

_UNSIGNED = np.uint64
_STEP = 2.0**-53


def _scrambled(bits: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """The finaliser of SplitMix64 (Steele, Lea, Flood 2014), element by element; 64-bit overflow
    is meant.
    """
    bits = (bits ^ (bits >> _UNSIGNED(30))) * _UNSIGNED(0xBF58476D1CE4E5B9)
    bits = (bits ^ (bits >> _UNSIGNED(27))) * _UNSIGNED(0x94D049BB133111EB)
    return bits ^ (bits >> _UNSIGNED(31))


class Draws:
    """A value for (seed, name, row number): the same whichever process, part or order asks for it.

    Only integer arithmetic, multiplication and square roots are used, so the values are the same on
    every processor.
    """

    def __init__(self, seed: int) -> None:
        self._seed = seed

    def uniform(self, name: str, rows: Ints) -> Floats:
        """Numbers in [0, 1), one per row number."""
        digest = hashlib.blake2b(f"{self._seed}:{name}".encode(), digest_size=8).digest()
        start = _UNSIGNED(int.from_bytes(digest, "little"))
        steps = np.asarray(rows).astype(np.uint64) * _UNSIGNED(0x9E3779B97F4A7C15)
        bits = _scrambled(_scrambled(steps + start) ^ start)
        return (bits >> _UNSIGNED(11)).astype(np.float64) * _STEP

    def below(self, name: str, rows: Ints, limit: int | Ints) -> Ints:
        """Integers in 0 … limit-1, one per row number; `limit` may differ per row."""
        return (self.uniform(name, rows) * limit).astype(np.int64)

    def zipf(self, name: str, rows: Ints, size: int | Ints) -> Ints:
        """Ranks 0 … size-1 that follow a Zipf law with exponent 3/4, by the inverse of its
        distribution function.

        With that exponent the inverse is a fourth power, which needs no logarithm.
        """
        top = np.sqrt(np.sqrt(np.asarray(size, dtype=np.float64) + 1.0)) - 1.0
        root = self.uniform(name, rows) * top + 1.0
        ranks = (root * root * root * root).astype(np.int64) - 1
        return np.minimum(ranks, np.asarray(size, dtype=np.int64) - 1)
