"""The claims of a story's articles from one night to the next.

Invariant: a claim is what reading its article would give now, for the key names all that it depends
on; what is not asked for in one checking of the story is forgotten with it. Kept as one line for each
key, so that what has not changed is passed on as it stands.
"""

from __future__ import annotations

from collections.abc import Iterator, MutableMapping

from discrepancy.model import Claim
from discrepancy.store.codec import dump_claims, load_claims, press_lines, read_lines

_KEY = "\t"
"""Between a line's key and its claims."""


class Readings(MutableMapping[str, tuple[Claim, ...]]):
    """Claims by what they depend on; decoded only when they are asked for."""

    def __init__(self, data: bytes = b"") -> None:
        """Open what ``pack`` made, or begin with none.

        Raises:
            ValueError: The bytes are damaged.
        """
        # What earlier code wrote has no keys in its lines; it is not asked for any more.
        lines = (line for line in read_lines(data) if _KEY in line) if data else ()
        self._rows = {key: row for key, _, row in (line.partition(_KEY) for line in lines)}
        self._used: dict[str, tuple[Claim, ...]] = {}

    def pack(self) -> bytes:
        """What was asked for or added, about a kilobyte for an article of 200 words."""
        return press_lines(f"{key}{_KEY}{self._rows[key]}" for key in self._used)

    def __getitem__(self, key: str) -> tuple[Claim, ...]:
        if key not in self._used:
            try:
                self._used[key] = load_claims(self._rows[key])
            except ValueError as error:
                raise KeyError(key) from error
        return self._used[key]

    def __setitem__(self, key: str, claims: tuple[Claim, ...]) -> None:
        self._rows[key] = dump_claims(claims)
        self._used[key] = claims

    def __delitem__(self, key: str) -> None:
        del self._rows[key]
        self._used.pop(key, None)

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)
