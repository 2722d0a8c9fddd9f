"""What stands in an article of an earlier night is not parsed again."""

from dataclasses import replace

import pytest

from discrepancy.nightly import run_nightly
from discrepancy.nightly.earlier import find_earlier
from discrepancy.nightly.plan import Plan
from discrepancy.store import Store
from tests.nightly.newsroom import ALONE, TONIGHT, make, sample, write_articles

OTHER = replace(ALONE, id="other", source="Velmar Post", text="The fair in Orvale has 14 stalls this year.")


@pytest.mark.slow
def test_of_an_article_that_takes_over_paragraphs_only_its_own_are_parsed(parsed, tmp_path):
    articles = sample()
    settings = make(tmp_path, articles, run={"engine": "serial"})
    run_nightly(settings, now=TONIGHT)
    first, *others = (line for line in articles[0].text.splitlines() if len(line) > 60)
    own = "Nobody had heard the silo crack, the crew of a tug in the harbour said."
    text = f"{first}\n\n{own}\n\n{others[-1]}"
    write_articles(
        tmp_path / "in/second.jsonl", [replace(articles[0], id="late", source="Late Wire", text=text)]
    )
    parsed.clear()
    result = run_nightly(settings, now=TONIGHT)
    assert result.counts["new_versions"] == result.counts["stories_checked"] == 1
    assert parsed == [own]


def test_the_last_version_of_its_page_comes_first_then_the_last_articles(tmp_path):
    given = [ALONE, OTHER, replace(ALONE, id="later", text=f"{ALONE.text} It rained.")]
    with Store.open(tmp_path / "store.sqlite") as store:
        run = store.runs.start("code", "settings", TONIGHT).number
        pages = [replace(article, url=f"http://news.invalid/{article.source}") for article in given]
        first, other, later = store.articles.add_versions(pages, run, TONIGHT)
        plan = Plan("fair", (first, other, later), "digest")
    assert find_earlier([plan], frozenset({later.content})) == {later.content: (first, other, first)}
    assert find_earlier([plan], frozenset({first.content, other.content, later.content})) == {}
    assert find_earlier([plan], frozenset()) == {}
