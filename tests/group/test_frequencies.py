"""The table that is kept between runs."""

from __future__ import annotations

import numpy as np
import pytest

from discrepancy.clean import mark_passages
from discrepancy.group import Frequencies, Terms, frequencies, read_terms, terms
from discrepancy.group.copies import find_copies
from discrepancy.group.terms import Sort, make_key
from discrepancy.model import Article


def read(*texts: str) -> list[Terms]:
    articles = [Article(str(i), "Outlet", text) for i, text in enumerate(texts)]
    return [read_terms(article, mark_passages(article)) for article in articles]


def look_up(table: Frequencies, word: str) -> tuple[float, bool]:
    """In how many articles a word stands, and whether it is a name."""
    place = int(table.look_up(np.array([make_key(Sort.WORD, word)], np.uint32))[0])
    return (
        (float(table.spread[place]), bool(table.excess[place] > 0)) if place < len(table.keys) else (0, False)
    )


TEXTS = read("They saw Orlesk. The dam broke.", "Orlesk flooded.", "They saw a dam in orlesk or Brun.")


def test_counts_articles_and_tells_names() -> None:
    table = Frequencies.empty().add(TEXTS)
    assert table.total == 3
    assert look_up(table, "dam") == (2, False)
    assert look_up(table, "brun") == (1, True)
    assert look_up(table, "absent") == (0, False)
    assert look_up(Frequencies.empty(), "dam") == (0, False)


def same(left: Frequencies, right: Frequencies) -> bool:
    return left.pack() == right.pack()


def test_order_and_packing_change_nothing() -> None:
    table = Frequencies.empty().add(TEXTS)
    assert same(table, Frequencies.empty().add(TEXTS[::-1]))
    assert same(table, Frequencies.unpack(table.pack()))
    assert same(table.add(TEXTS[:1]), Frequencies.unpack(table.pack()).add(TEXTS[:1]))


@pytest.mark.parametrize("size", [1, 2, 5])
def test_how_many_are_counted_at_once_decides_nothing(size: int, monkeypatch: pytest.MonkeyPatch) -> None:
    articles = [*TEXTS, *TEXTS[:1], *read(" ".join(f"word{n}" for n in range(40)), "Rain fell on Orlesk.")]
    monkeypatch.setattr(frequencies, "MEMORY", 3.0)  # so that what is added to is no whole number
    whole = Frequencies.empty().add(articles).add(articles)
    heads = find_copies(articles)
    monkeypatch.setattr(terms, "BLOCK", size)
    assert same(Frequencies.empty().add(articles).add(articles), whole)
    assert find_copies(articles) == heads


def test_damaged_bytes_are_told() -> None:
    with pytest.raises(ValueError, match="frequencies"):
        Frequencies.unpack(b"12345")
    with pytest.raises(ValueError, match="frequencies"):
        Frequencies.unpack(Frequencies.empty().add(TEXTS).pack()[:-1])


def test_old_news_fades(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(frequencies, "MEMORY", 2.0)
    table = Frequencies.empty().add([*TEXTS, *TEXTS]).add(read("Rain fell."))
    assert table.total == 3  # two remembered and one new
    assert look_up(table, "dam") == (pytest.approx(4 / 3), False)
    assert look_up(table, "rain") == (1, False)
    assert look_up(table.add(read("Snow fell.")).add(read("Hail fell.")), "rain") == (0, False)
