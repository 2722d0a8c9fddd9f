"""Write ``discrepancy/lexicon/bearers.tsv`` from the names that ``faker`` packages by locale.

Run from the repository root, in an environment with ``faker`` 40.54.0 and ``discrepancy``:
``python data/regions/derive.py``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from importlib import import_module
from pathlib import Path

from discrepancy.lexicon import read_rows, read_table
from discrepancy.lexicon.homes import has_western_ending
from discrepancy.lexicon.letters import fold
from discrepancy.lexicon.romanisation import show_traditions

HERE = Path(__file__).parent
TARGET = HERE.parent.parent / "discrepancy" / "lexicon" / "bearers.tsv"
LOCALES = {
    "western": (
        "da_DK de_AT de_CH de_DE en en_GB en_IE en_NZ en_US es es_AR es_CA es_CL es_CO es_ES es_MX "
        "fi_FI fr_BE fr_CA fr_CH fr_FR fr_QC ga_IE is_IS it_IT lt_LT lv_LV nl_BE nl_NL no_NO pt_BR "
        "pt_PT ro_RO sv_SE"
    ),
    "central": "cs_CZ hu_HU pl_PL sk_SK",
    "elsewhere": (
        "az_AZ en_IN en_KE en_NG en_PK en_TH fr_DZ ha_NG hr_HR id_ID ig_NG sl_SI sw tr_TR tw_GH uz_UZ "
        "vi_VN yo_NG zu_ZA"
    ),
}
"""Locales in Latin letters by region, but for those with many names of another script (Estonia);
names "elsewhere" are written nowhere."""
_SYLLABLE = re.compile(read_table("romanisation")["korean"]["shape"])
_NAME = re.compile(r"[^\W\d_]{4,}")


def main() -> None:
    """Write the table: a row for each region, its names in order."""
    found = {region: _names(locales.split()) for region, locales in LOCALES.items()}
    others = found["elsewhere"] | _known()
    lines = []
    for region in ("central", "western"):
        names = found[region] - others
        lines.append("\t".join([region, *sorted(filter(_says_more, names))]) + "\n")
    TARGET.write_text((HERE / "head.txt").read_text(encoding="utf-8") + "".join(lines), encoding="utf-8")


def _names(locales: Iterable[str]) -> set[str]:
    """Folded names of people of some locales; of names of several words none."""
    names: set[str] = set()
    for locale in locales:
        provider = import_module(f"faker.providers.person.{locale}").Provider
        for key in dir(provider):
            if re.fullmatch(r"(?:first|last)_names(?:_male|_female|_nonbinary|_unisex)?", key):
                listed = getattr(provider, key)
                if not isinstance(listed, property):
                    names |= {fold(name) for name in listed if _NAME.fullmatch(name)}
    return names


def _known() -> set[str]:
    """Folded names of the lexicon that are no names of the West."""
    listed = {fold(name) for region, *row in read_rows("given_names") if region != "western" for name in row}
    for table in read_table("romanisation").values():
        listed |= {*table["words"], *table.get("places", ())}
        listed |= {word.strip("^$") for row in table["same"] for word in row.split()}
    return listed


def _says_more(name: str) -> bool:
    """Whether nothing tells where a name is at home but the lists, and it is no East Asian syllable."""
    return not (_SYLLABLE.fullmatch(name) or has_western_ending(name) or show_traditions(name))


if __name__ == "__main__":
    main()
