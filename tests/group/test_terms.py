"""What is read of one article's raw text."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discrepancy.clean import mark_passages
from discrepancy.group.terms import HASHED, ONCE, Sort, Terms, make_key, read_rows, read_terms
from discrepancy.model import Article


def read(text: str, title: str | None = None) -> dict[int, tuple[float, float]]:
    """How often each term occurs, and how often as a name."""
    article = Article("a", "Outlet", text, title)
    rows, _ = read_rows([read_terms(article, mark_passages(article))])
    return {int(row["key"]): (row["count"] / ONCE, row["named"] / ONCE) for row in rows}


def day(month: int, number: int) -> int:
    return Sort.DATE << HASHED | month * 32 + number


@pytest.mark.parametrize(
    ("text", "sort", "terms"),
    [
        pytest.param("The dam near Orlesk held.", Sort.WORD, ["dam", "near", "orlesk", "held"], id="words"),
        pytest.param(
            "Two dams, 1,200 homes.", Sort.NUMBER, ["2", "2 dam", "1200", "1200 home"], id="numbers"
        ),
        pytest.param("A 9-month-old girl.", Sort.NUMBER, ["9-month-old", "9-month-old girl"], id="age"),
        pytest.param(
            "So Ida Mae Brekke left.", Sort.FULL_NAME, ["ida mae", "ida brekke", "mae brekke"], id="name"
        ),
        pytest.param("So Ida J. Brekke left.", Sort.FULL_NAME, ["ida brekke"], id="initial"),
        pytest.param("So Minister Ida Brekke left.", Sort.FULL_NAME, ["ida brekke"], id="office is no name"),
        pytest.param("Ida met Brekke.", Sort.FULL_NAME, [], id="no neighbours"),
        pytest.param("They met in Ohio and New Mexico.", Sort.PLACE, ["Ohio", "New Mexico"], id="states"),
        pytest.param("They met in Lyon, France.", Sort.PLACE, ["France"], id="country"),
        pytest.param("They met in Georgia.", Sort.PLACE, [], id="the country or the state"),
    ],
)
def test_terms(text: str, sort: Sort, terms: Sequence[str]) -> None:
    known = {make_key(sort, term): term for term in terms}
    found = [known.get(key, "?") for key in read(text) if key >> HASHED == sort]
    if sort is Sort.WORD:
        assert set(terms) - {"near", "held"} <= set(found)
    else:
        assert sorted(found) == sorted(terms)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        pytest.param("It fell on Aug. 29.", [day(8, 29)], id="abbreviated"),
        pytest.param("It fell on 29 August.", [day(8, 29)], id="day first"),
        pytest.param("It fell on March 3, 2031.", [day(3, 3)], id="with year"),
        pytest.param("It fell on Tuesday.", [Sort.DATE << HASHED | 1], id="weekday"),
        pytest.param("It may fall 12 metres.", [], id="may is no month"),
        pytest.param("In March 2031 it fell.", [], id="no day"),
    ],
)
def test_days(text: str, days: list[int]) -> None:
    assert [key for key in read(text) if key >> HASHED == Sort.DATE] == days


@pytest.mark.parametrize(
    ("text", "title", "count", "named"),
    [
        pytest.param("They saw the town of Orlesk.", None, 1, 1, id="inside a sentence"),
        pytest.param("Orlesk flooded.", None, 1, 0.5, id="first word"),
        pytest.param("They saw the town of orlesk.", None, 1, 0, id="small letter"),
        pytest.param("x", "Flood Hits Orlesk Again", 1.5, 0.75, id="headline in capitals"),
        pytest.param("x", "Flood hits Orlesk again", 1.5, 1.5, id="headline as a sentence"),
        pytest.param("They saw Orlesk's dam and Orlesk.", None, 2, 2, id="genitive"),
    ],
)
def test_capitals_as_evidence(text: str, title: str | None, count: float, named: float) -> None:
    assert read(text, title)[make_key(Sort.WORD, "orlesk")] == (count, named)


def test_demonyms_and_offices_are_everyday() -> None:
    assert not {make_key(Sort.WORD, word) for word in ("norwegian", "minist", "norway")} & set(
        read("So the Norwegian Minister of Norway spoke.")
    )


@given(st.text())
def test_any_text_packs(text: str) -> None:
    article = Article("a", "Outlet", text, text[:20])
    terms = read_terms(article, mark_passages(article))
    assert Terms.unpack(terms.pack()) == terms
    assert terms == read_terms(article, mark_passages(article))
    keys = read_rows([terms])[0]["key"].tolist()
    assert keys == sorted(set(keys))
