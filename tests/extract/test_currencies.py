"""Every currency of the world in the spellings that news has for it."""

from __future__ import annotations

from decimal import Decimal
from itertools import combinations

import pytest

from discrepancy.compare import compare_values
from discrepancy.extract.figures import extract_figures
from discrepancy.extract.figures.currencies import currency_names
from discrepancy.lexicon import read_table
from discrepancy.model import Figure, Kind, Verdict
from tests.reading import read

TABLE = read_table("currencies")
AMOUNT = Decimal(1_800_000_000)


def money(text: str) -> list[tuple[str, str]]:
    return [(m.text, m.value.normal) for m in extract_figures(read(text)) if m.kind is Kind.FIGURE]


def paid(text: str) -> Figure:
    (mention,) = (m for m in extract_figures(read(text)) if m.kind is Kind.FIGURE)
    assert isinstance(mention.value, Figure)
    return mention.value


@pytest.mark.parametrize("code", sorted(TABLE["owners"]))
def test_code_before_and_behind(code: str) -> None:
    for text in (f"It cost {code} 1.8 billion.", f"It cost {code}1.8bn.", f"It cost 1.8 billion {code}."):
        value = paid(text)
        assert (value.number, value.measure, value.unit) == (AMOUNT, "money", currency_names()[code]), text


@pytest.mark.parametrize("code", sorted(set(TABLE["owners"]) - {"ZWG", "STN", "GBP"}))
def test_country_and_noun(code: str) -> None:
    canonical = currency_names()[code]
    for owner in TABLE["owners"][code]:
        named = [
            name
            for name, unit in currency_names().items()
            if unit == canonical and name.startswith(f"{owner} ")
        ]
        assert named, owner
        name = min(named, key=len)
        if name.count(" ") < 4 and "u.a.e" not in name and "&" not in name:
            assert paid(f"The fund of 1.8 billion {name} is new.").unit == canonical, name


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("They paid 1.8 billion kronur.", "1800000000 icelandic króna", id="without accents"),
        pytest.param("They paid 1.8 billion krónur.", "1800000000 icelandic króna", id="native plural"),
        pytest.param(
            "It is 5 million Trinidad and Tobago dollars.", "5000000 trinidad & tobago dollar", id="X and Y"
        ),
        pytest.param(
            "It cost $5.5 million TT to mend.", "5500000 trinidad & tobago dollar", id="country last"
        ),
        pytest.param("It cost 9.5 billion CFA francs.", "9500000000 cfa franc", id="francs of several"),
        pytest.param("It cost 9.5 billion F CFA.", "9500000000 cfa franc", id="their sign"),
        pytest.param("The bank of Manila lost P412-M.", "412000000 philippine peso", id="hyphened scale"),
        pytest.param("A bank of Botswana lost P412 million.", "412000000 pula", id="the other P"),
        pytest.param("He has 5 million T&T dollars.", "5000000 trinidad & tobago dollar", id="ampersand"),
        pytest.param("The union wants Ps21mn.", "21000000 peso", id="abbreviated noun"),
        pytest.param("The mine owes S/ 12 million.", "12000000 sol", id="stroke"),
        pytest.param("Some 212 millions of euros went.", "~212000000 euro", id="millions of"),
        pytest.param("The NZ $3 million bridge is open.", "3000000 new zealand dollar", id="letters apart"),
    ],
)
def test_spelling(text: str, expected: str) -> None:
    assert [normal for _, normal in money(text)] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The TOP 10 clubs met, and ALL 12 lost.", id="codes that are words"),
        pytest.param("Our FC 2 lost, and DA 12 was there.", id="initials"),
        pytest.param("They fled the MT 2003 wing.", id="a year"),
    ],
)
def test_no_money(text: str) -> None:
    assert money(text) == []


def test_nouns_of_two_countries_never_agree() -> None:
    units = sorted(
        {currency_names()[code] for code in ("ISK", "MXN", "PHP", "CHF", "JPY", "KES", "INR", "TRY")}
    )
    figures = [Figure(AMOUNT, "=", unit, AMOUNT, AMOUNT, "money", Decimal(10**8)) for unit in units]
    for one, other in combinations(figures, 2):
        assert compare_values(Kind.FIGURE, one, other).verdict is not Verdict.AGREE
