"""An age beside the day of birth: both briefs tell how old somebody is."""

from __future__ import annotations

from discrepancy.briefs.contrast import Contrast
from discrepancy.briefs.lineup import Brief, Lineup
from discrepancy.model import Claim, Date, Figure, Kind

_YEAR = 365.25
"""Days of a year."""

_PLAY = 1
"""Years by which an age may be out: of a birthday, or of the time between the deed and the report."""


def find_age(lineup: Lineup) -> Contrast | None:
    """An age that somebody born on the other brief's day of birth has not."""
    for here, there, turned in ((lineup.left, lineup.right, False), (lineup.right, lineup.left, True)):
        for age in lineup.claims(here):
            for birth in lineup.claims(there):
                if not _is_out(age, birth) or not _are_of_one(here, there):
                    continue
                words = here.within(age), there.within(birth)
                return Contrast("another age", *(words[::-1] if turned else words), Kind.NUMBER)
    return None


def _is_out(age: Claim, birth: Claim) -> bool:
    """Whether the one is an age and the other a birth that do not go together when the reports came out."""
    years, born, told = age.mention.value, birth.mention.value, birth.moment or age.moment
    if not isinstance(years, Figure) or years.measure != "age" or isinstance(years.number, tuple):
        return False
    if not isinstance(born, Date) or birth.key.predicate != "bear" or born.start is None or told is None:
        return False
    if "year" not in born.said or years.modifier != "=":
        return False
    expected = (told.replace(tzinfo=None) - born.start).days / _YEAR
    return not expected - 1 - _PLAY <= float(years.number) <= expected + _PLAY


def _are_of_one(here: Brief, there: Brief) -> bool:
    """Whether both sentences have one subject."""
    one, other = here.subject, there.subject
    return one is not None and other is not None and one.lemma == other.lemma
