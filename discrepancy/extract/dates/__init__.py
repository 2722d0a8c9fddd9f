"""Dates and times of day, relative to the publication day.

Invariant: the value of a mention holds every instant that its words allow, and nothing that the
reference day alone supplies is counted as said. Parts that neither the words nor the reference
give stay open ("XXXX-02-24").

The stage reads each sentence as atoms (``atoms``), finds expressions in them (``grammar``,
``accept``), reads what they say (``parts``, ``special``, ``offsets``) and places it in the calendar
(``resolve``, ``periods``).
"""

from __future__ import annotations

from discrepancy.extract.dates.ends import split_ends
from discrepancy.extract.dates.extract import extract_dates
from discrepancy.extract.dates.rates import find_rates
from discrepancy.extract.dates.reference import infer_reference

__all__ = ["extract_dates", "find_rates", "infer_reference", "split_ends"]
