"""Units that an article leaves to its reader, and whose money a bare sign is."""

from __future__ import annotations

import pytest

from tests.align.stories import claims_of


def units_of(texts: dict[str, str], source: str) -> list[str]:
    claims = [c for c in claims_of(texts) if c.mention.source == source and hasattr(c.mention.value, "unit")]
    return [c.mention.value.normal for c in sorted(claims, key=lambda c: c.mention.start)]


@pytest.mark.parametrize(
    ("told", "bare", "expected"),
    [
        pytest.param(
            "Farmers cut 18.6 million tonnes of oats.", "Oats: 18.6 this time.", "18600000 tonne", id="scale"
        ),
        pytest.param(
            "Mia Roe threw 20.94 metres.", "Her 20.94 was the best throw.", "20.94 meter", id="unit"
        ),
        pytest.param(
            "The court found 9.4 million zlotys.",
            "The court found 4.9 million in all.",
            "4900000 zloty",
            id="slip",
        ),
        pytest.param(
            "The bus had 12.5 litres of oil.", "The vote was 33.1 for him.", "33.1", id="another number"
        ),
        pytest.param("They paid 251 euros.", "There were 251 people.", "251 person", id="counts something"),
    ],
)
def test_unit_of_a_bare_number(told: str, bare: str, expected: str) -> None:
    texts = {"Ledger": told, "Courier": bare, "Echo": told}
    assert units_of(texts, "Courier") == [expected]


@pytest.mark.parametrize(
    ("named", "bare", "expected"),
    [
        pytest.param(
            "It cost C$22.5 million.", "It cost $22.5 million.", "22500000 canadian dollar", id="sign"
        ),
        pytest.param(
            "It cost C$22.5 million.", "It cost US$22.5 million.", "22500000 us dollar", id="marked"
        ),
        pytest.param(
            "It cost C$22.5 million.", "It cost $71 million.", "71000000 dollar", id="another amount"
        ),
        pytest.param(
            "It cost 41 million Mexican pesos.",
            "It cost 41 million pesos.",
            "41000000 mexican peso",
            id="noun",
        ),
        pytest.param(
            "It cost 41 million euros.", "It cost 41 million pesos.", "41000000 peso", id="other money"
        ),
        pytest.param("It cost 4.1 million kina.", "It cost K4.1 million.", "4100000 kina", id="letter"),
    ],
)
def test_whose_money(named: str, bare: str, expected: str) -> None:
    texts = {"Ledger": named, "Courier": bare, "Echo": named}
    assert units_of(texts, "Courier") == [expected]
