"""What becomes of an item, and of one attempt at several."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from discrepancy.errors import DiscrepancyError, EngineError

Result = TypeVar("Result")

_LONGEST = 300
"""Characters of an error message that are kept; some quote a whole article."""


@dataclass(frozen=True, slots=True)
class Outcome(Generic[Result]):
    """The result of one item, or why there is none.

    Attributes:
        result: What the function made of it, None when quarantined.
        reason: One line when it is quarantined: what its work raised, that it killed its worker or
            that it took too long. Else "".
    """

    result: Result | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Ended:
    """How one attempt at some items ended; exactly one of the four is set.

    Attributes:
        results: One for each item.
        raised: What the function raised, in one line: it would raise it again.
        died: How its worker was lost, in one line: the items may be innocent.
        fatal: An error that concerns the whole run.
    """

    results: Sequence[Any] | None = None
    raised: str = ""
    died: str = ""
    fatal: DiscrepancyError | None = None


def attempt(function: Callable[[Sequence[Any]], Sequence[Any]], items: Sequence[Any]) -> Ended:
    """Call ``function`` in the process that this runs in.

    Exceptions come back as text: many cannot be pickled, and one that cannot breaks its pool.
    """
    try:
        results = tuple(function(items))
    except DiscrepancyError as error:
        return Ended(fatal=error)
    except (Exception, SystemExit) as error:
        message = " ".join(f"{type(error).__name__}: {error}".split())
        return Ended(raised=message[:_LONGEST])
    if len(results) != len(items):
        found = f"{len(results)} results for {len(items)} items"
        return Ended(fatal=EngineError(f"{found}; expected one for each"))
    return Ended(results=results)
