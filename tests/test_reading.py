"""What is read of a story's documents: each once, an earlier version no further than is asked for."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from discrepancy.check import analyse_articles, check_story, date_story
from discrepancy.config import Config
from discrepancy.model import Article, Claim, Document
from discrepancy.reading import Reader
from discrepancy.versions import focus_changes

MORNING = datetime(2031, 5, 6, 8, tzinfo=UTC)
PAGE = Article(
    "p1",
    "Karsholm Mail",
    "The ferry Solvind ran aground off Karsholm on Monday with 214 aboard, Brekke said. Nobody was hurt.\n\n"
    "Tugs pulled it free after seven hours. Nobody knows who will pay the 40,000 crowns.",
    published=MORNING,
    url="http://mail.invalid/solvind",
)
EDITED = replace(PAGE, id="p2", text=PAGE.text.replace("214", "241"), modified=MORNING + timedelta(hours=3))
OTHER = Article(
    "o1",
    "Coast Radio",
    "Captain Ida Brekke of the ferry Solvind was unhurt when it ran aground off Karsholm with 214 aboard.",
    published=MORNING + timedelta(hours=1),
    url="http://radio.invalid/1",
)


@pytest.fixture(scope="module")
def documents() -> dict[str, Document]:
    dated = date_story(analyse_articles([PAGE, EDITED, OTHER], Config()))
    return {document.article.id: document for document in dated}


def texts(claims: tuple[Claim, ...]) -> set[str]:
    return {claim.mention.text for claim in claims}


def test_of_several_documents_those_are_read_that_are_wanted(documents: dict[str, Document]) -> None:
    claims = Reader(Config()).read(list(documents.values()), {"o1"})
    assert {claim.mention.article_id for claim in claims} == {"o1"}
    assert claims == tuple(
        claim for claim in Reader(Config()).read(list(documents.values())) if claim.mention.article_id == "o1"
    )


def test_only_sentences_asked_for_are_read_and_as_in_the_whole(documents: dict[str, Document]) -> None:
    older, newer = focus_changes([documents["p1"], documents["p2"]])
    assert older.focus == newer.focus == {0}
    part = Reader(Config()).read([older, newer])
    whole = Reader(Config()).read([documents["p1"], documents["p2"]])
    assert part == tuple(claim for claim in whole if claim.mention.sentence == 0)
    assert {"214", "241"} <= texts(part)
    assert "40,000 crowns" not in texts(part)


def test_what_is_shown_is_asked_for_in_every_version(documents: dict[str, Document]) -> None:
    older, newer = focus_changes([documents["p1"], documents["p2"]], [("p2", 3), ("o1", 0)])
    assert older.focus == newer.focus == {0, 3}


@pytest.mark.parametrize("known", [True, False], ids=["read when it was current", "read anew"])
def test_an_earlier_version_is_read_in_the_company_of_its_story(
    known: bool, documents: dict[str, Document]
) -> None:
    kept: dict[str, tuple[Claim, ...]] = {}
    if known:
        Reader(Config(), kept).read([documents["p1"], documents["o1"]])
        assert len(kept) == 2
    older, _ = focus_changes([documents["p1"], documents["p2"]])
    reader = Reader(Config(), kept)
    reader.read([documents["p2"], documents["o1"]])
    claims = reader.read([documents["p2"], documents["o1"], older], {"p1"})
    assert {claim.mention.sentence for claim in claims} == {0}
    (name,) = [claim for claim in claims if claim.mention.text == "Brekke"]
    assert name.mention.value.canonical == "Ida Brekke"  # type: ignore[union-attr]
    # Whatever was known before, the same is kept: of the earlier version no more than was asked for.
    assert len(kept) == 3
    assert claims in kept.values()


def test_a_story_with_a_changed_page_is_the_same_from_what_was_kept(documents: dict[str, Document]) -> None:
    kept: dict[str, tuple[Claim, ...]] = {}
    check_story([documents["p1"], documents["o1"]], Config(), "s", kept)
    story, findings = check_story(list(documents.values()), Config(), "s", kept)
    assert (story, findings) == check_story(list(documents.values()), Config(), "s")
    (change,) = story.changes
    assert (change.before.mention.text, change.after.mention.text) == ("214", "241")
    contested = [finding for finding in findings if finding.verdict.is_contested]
    assert [h.mention.text for finding in contested for h in finding.history] == ["214"]
