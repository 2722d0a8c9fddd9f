"""Lists of small numbers as bytes and back: the columns of ``packing``.

A block is the width of one number in bytes (1, 2 or 4), how many there are (4 bytes), and the
numbers, little-endian. Numbers that may be negative are folded to 0, 1, 2, … for 0, -1, 1, ….
"""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterable, Iterator, Sequence

_TYPES = {1: "B", 2: "H", 4: "I"}
_HEAD = 5
"""Bytes before the numbers of a block."""


def write_block(numbers: Sequence[int]) -> bytes:
    """The numbers in the smallest width that takes them all.

    Raises:
        OverflowError: One is negative or above 32 bits.
    """
    highest = max(numbers, default=0)
    width = 1 if highest < 1 << 8 else 2 if highest < 1 << 16 else 4
    return (
        bytes([width])
        + len(numbers).to_bytes(4, "little")
        + _swapped(array(_TYPES[width], numbers)).tobytes()
    )


def read_blocks(data: bytes) -> Iterator[list[int]]:
    """The blocks one after another.

    Raises:
        ValueError: The bytes end within a block or name no known width.
    """
    place = 0
    while place < len(data):
        width, count = data[place], int.from_bytes(data[place + 1 : place + _HEAD], "little")
        body = data[place + _HEAD : place + _HEAD + width * count]
        if width not in _TYPES or len(body) != width * count:
            raise ValueError(f"no block at byte {place}")
        numbers = array(_TYPES[width])
        numbers.frombytes(body)
        yield _swapped(numbers).tolist()
        place += _HEAD + width * count


def fold_signs(numbers: Iterable[int]) -> list[int]:
    """Numbers of either sign as numbers from 0, near ones staying small."""
    return [2 * n if n >= 0 else -2 * n - 1 for n in numbers]


def unfold_signs(numbers: Iterable[int]) -> list[int]:
    """What ``fold_signs`` was given."""
    return [-(n + 1) // 2 if n & 1 else n // 2 for n in numbers]


def differences(numbers: Iterable[int]) -> Iterator[int]:
    """Each number less the one before it; ``itertools.accumulate`` undoes it."""
    before = 0
    for number in numbers:
        yield number - before
        before = number


def _swapped(numbers: array[int]) -> array[int]:
    """The numbers in the other byte order on the machines that need it."""
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers
