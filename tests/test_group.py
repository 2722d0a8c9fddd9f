"""Grouping is tested on invented events; the words are tagged by their spelling, so no model runs."""

from __future__ import annotations

import itertools
import json
import random
from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from discrepancy import group
from discrepancy.config import ExtractConfig, GroupConfig
from discrepancy.group import group_documents
from discrepancy.model import Article, Document, Sentence, Token, Zone

SHARED = Path(__file__).resolve().parents[1] / "../shared"
CONFIG = GroupConfig()
MAY = datetime(2031, 5, 12, 8, 0, tzinfo=UTC)

FERRY = (
    "the ferry Solvind ran aground off Karsholm with 214 passengers aboard . captain Ida Brekke ordered an "
    "evacuation at dawn . lifeboats took 180 travellers to Karsholm harbour . rescuer Pelle Ostrom praised "
    "the calm crew . the hull leaked 40 tonnes of diesel",
    "rescuers evacuated 214 passengers from the ferry Solvind near Karsholm . captain Ida Brekke sounded the "
    "alarm at dawn . divers inspected the leaking hull . diesel reached the harbour beach . Pelle Ostrom led "
    "the lifeboats",
    "a grounded ferry leaks diesel into Karsholm harbour . the Solvind struck rocks with 214 travellers . "
    "Ida Brekke captain for 11 years faces questions . lifeboats and divers worked through dawn",
)
ORCHARD = (
    "frost destroyed 3,100 hectares of apple orchards around Vellmont . grower Tomas Reyle lost his "
    "harvest . insurers estimate damage of 62 million crowns . cider makers fear shortages",
    "apple growers near Vellmont count frost damage of 62 million crowns . orchards covering "
    "3,100 hectares froze . Tomas Reyle called the harvest lost . cider prices rise",
)
SAME_PEOPLE = (
    "Ida Brekke christened the tanker Nordlys in Tromvik on sunday . the shipyard built it in 26 "
    "months . bands played and 900 guests ate cake . Brekke will sail grain to Brazil",
)


def make_token(start: int, text: str) -> Token:
    if text[0].isdigit():
        pos = "NUM"
    elif not text[0].isalpha():
        pos = "PUNCT"
    elif text in {"the", "a", "an", "of", "to", "and", "in", "at", "on", "with", "it", "his", "for"}:
        pos = "DET"
    else:
        pos = "PROPN" if text[0].isupper() else "NOUN"
    return Token(start, start + len(text), text, text.lower(), pos, "", "", 0)


def make_document(
    text: str,
    name: str = "a",
    title: str | None = None,
    published: datetime | None = None,
    story: str | None = None,
    zone: Zone = Zone.BODY,
) -> Document:
    article = Article(name, "Outlet", text, title, published, None, story)
    sentences = []
    parts = ([("title", Zone.TITLE, title)] if title else []) + [("text", zone, text)]
    for index, (field, part, words) in enumerate(parts):
        tokens, start = [], 0
        for word in words.split():
            tokens.append(make_token(start, word))
            start += len(word) + 1
        sentences.append(
            Sentence(field, part, index, index, 0, len(words), words, tuple(tokens), ())  # type: ignore[arg-type]
        )
    return Document(article, tuple(sentences))


def make_batch(*texts: str, published: datetime | None = MAY) -> list[Document]:
    return [make_document(text, str(index), published=published) for index, text in enumerate(texts)]


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        pytest.param((), [], id="nothing"),
        pytest.param(FERRY[:1], [[0]], id="one article"),
        pytest.param(FERRY, [[0, 1, 2]], id="one story alone"),
        pytest.param((*FERRY, *ORCHARD), [[0, 1, 2], [3, 4]], id="two stories"),
        pytest.param(
            (FERRY[0], ORCHARD[0], FERRY[1], ORCHARD[1], FERRY[2]), [[0, 2, 4], [1, 3]], id="interleaved"
        ),
        pytest.param((*FERRY, *SAME_PEOPLE), [[0, 1, 2], [3]], id="same person at another event"),
        pytest.param((FERRY[0], SAME_PEOPLE[0]), [[0], [1]], id="same person, a batch of two"),
        pytest.param((FERRY[0], FERRY[0]), [[0, 1]], id="a copy"),
        pytest.param(("", "", FERRY[0]), [[0], [1], [2]], id="empty articles are no story"),
        pytest.param((". . .", FERRY[0], FERRY[1]), [[0], [1, 2]], id="no words at all"),
    ],
)
def test_groups_by_content(texts: tuple[str, ...], expected: list[list[int]]) -> None:
    assert group_documents(make_batch(*texts), CONFIG) == expected


def test_given_story_decides_whatever_the_text_says() -> None:
    documents = [
        make_document(FERRY[0], "a", story="x"),
        make_document(FERRY[1], "b"),
        make_document(ORCHARD[0], "c", story="x"),
        make_document(FERRY[2], "d"),
        make_document(FERRY[0], "e", story="y"),
    ]
    assert group_documents(documents, CONFIG) == [[0, 2], [1, 3], [4]]


@pytest.mark.parametrize(
    ("published", "expected"),
    [
        pytest.param((MAY, MAY + timedelta(days=1)), [[0, 1]], id="next day"),
        pytest.param((MAY, None), [[0, 1]], id="an unknown day is no objection"),
        pytest.param((None, None), [[0, 1]], id="both unknown"),
        pytest.param((MAY, MAY + timedelta(days=120)), [[0, 1]], id="a trial months later, same names"),
        pytest.param((MAY.replace(tzinfo=None), MAY), [[0, 1]], id="one without a zone"),
        pytest.param(
            (MAY, MAY.astimezone(timezone(timedelta(hours=9)))), [[0, 1]], id="one moment in two zones"
        ),
    ],
)
def test_publication_times(published: tuple[datetime | None, ...], expected: list[list[int]]) -> None:
    documents = [
        make_document(text, str(i), published=day)
        for i, (text, day) in enumerate(zip(FERRY, published, strict=False))
    ]
    assert group_documents(documents, CONFIG) == expected


def test_distance_in_time_counts_against_a_link() -> None:
    near = make_batch(FERRY[0], FERRY[2])
    far = [near[0], make_document(FERRY[2], "1", published=MAY + timedelta(days=700))]
    strict = next(
        threshold / 50
        for threshold in range(1, 50)
        if len(group_documents(far, GroupConfig(threshold=threshold / 50))) == 2
    )
    assert group_documents(near, GroupConfig(threshold=strict)) == [[0, 1]]
    wide = GroupConfig(threshold=strict, window_days=1000)
    assert group_documents(far, wide) == [[0, 1]]


@pytest.mark.parametrize("zone", [Zone.CLUTTER, Zone.BYLINE, Zone.CAPTION])
def test_only_reporting_counts(zone: Zone) -> None:
    documents = [make_document(text, str(i), zone=zone) for i, text in enumerate(FERRY)]
    assert group_documents(documents, CONFIG) == [[0], [1], [2]]


def test_headline_counts() -> None:
    title = "ferry Solvind aground off Karsholm"
    bodies = ("captain Ida Brekke spoke", "captain Ida Brekke slept")
    plain = [make_document(text, str(i)) for i, text in enumerate(bodies)]
    titled = [make_document(text, str(i), title=title) for i, text in enumerate(bodies)]
    other = [plain[0], make_document(bodies[1], "1", title="orchards freeze near Vellmont")]
    config = GroupConfig(threshold=0.6)
    assert group_documents(titled, config) == [[0, 1]]
    assert group_documents(other, config) == [[0], [1]]


def test_chain_does_not_merge() -> None:
    """Each text shares half of the next one's; the ends share nothing."""
    vocabulary = [f"{kind}{i}" for i in range(60) for kind in ("Name", "thing")]
    chain = [" ".join(vocabulary[first : first + 40]) for first in range(0, 81, 20)]
    config = GroupConfig(threshold=0.5)
    neighbours = [
        group_documents(make_batch(left, right), config) for left, right in itertools.pairwise(chain)
    ]
    assert neighbours == [[[0, 1]]] * 4
    assert len(group_documents(make_batch(*chain), config)) > 1


def make_stories(seed: int, stories: int, versions: int) -> tuple[list[Document], list[int]]:
    """Invented stories: each has its own names, figures and words beside those of all news."""
    chance = random.Random(seed)
    everyday = [f"usual{i}" for i in range(150)]
    documents, gold = [], []
    for story in range(stories):
        own = [f"own{story}x{i}" for i in range(30)] + [f"Name{story}x{i}" for i in range(10)]
        own += [str(1000 + story * 50 + i) for i in range(6)]
        for version in range(versions):
            words = chance.sample(own, 24) + chance.sample(everyday, 50)
            chance.shuffle(words)
            documents.append(make_document(" ".join(words), f"{story}-{version}", published=MAY))
            gold.append(story)
    return documents, gold


@pytest.mark.parametrize(("stories", "versions"), [(1, 5), (40, 4), (3, 60)])
def test_one_scale_for_every_batch_size(stories: int, versions: int) -> None:
    documents, gold = make_stories(7, stories, versions)
    groups = group_documents(documents, CONFIG)
    assert [{gold[i] for i in part} for part in groups] == [{story} for story in range(stories)]


def test_blocks_and_pruning_change_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    documents, _ = make_stories(3, 20, 4)
    expected = group_documents(documents, CONFIG)
    monkeypatch.setattr(group, "BLOCK", 7)
    assert group_documents(documents, CONFIG) == expected
    monkeypatch.setattr(group, "COMMONEST", 10**6)
    monkeypatch.setattr(group, "FORETASTE", -(10**6))
    assert group_documents(documents, CONFIG) == expected


def test_oversized_component_is_thinned(monkeypatch: pytest.MonkeyPatch) -> None:
    documents = make_batch(*FERRY, *ORCHARD, *FERRY, *ORCHARD)
    monkeypatch.setattr(group, "LARGEST", 3)
    groups = group_documents(documents, CONFIG)
    assert all(len(part) <= 3 for part in groups)
    assert {0, 5} in [set(part) & {0, 5} for part in groups]  # a copy is the strongest link


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from([*FERRY, *ORCHARD, *SAME_PEOPLE, ""]), st.sampled_from([None, "x", "y"])),
        max_size=9,
    ),
    st.floats(0, 1),
    st.floats(0, 100),
)
def test_every_document_is_in_one_story(
    drawn: list[tuple[str, str | None]], threshold: float, window: float
) -> None:
    documents = [
        make_document(text, str(i), story=story, published=MAY) for i, (text, story) in enumerate(drawn)
    ]
    groups = group_documents(documents, GroupConfig(threshold, window))
    assert sorted(i for part in groups for i in part) == list(range(len(documents)))
    assert all(part == sorted(part) for part in groups)
    assert groups == sorted(groups)
    assert all(len({documents[i].article.story for i in part}) == 1 for part in groups)


@settings(max_examples=25, deadline=None)
@given(st.permutations(range(len(FERRY) + len(ORCHARD) + len(SAME_PEOPLE))))
def test_order_of_articles_is_irrelevant(order: list[int]) -> None:
    texts = [*FERRY, *ORCHARD, *SAME_PEOPLE]
    groups = group_documents(make_batch(*(texts[i] for i in order)), CONFIG)
    named = {frozenset(order[i] for i in part) for part in groups}
    assert named == {frozenset({0, 1, 2}), frozenset({3, 4}), frozenset({5})}


def test_nearness_counts_more_where_it_is_rare() -> None:
    """The same two versions need less in common within years of news than within one night's."""
    pair = make_batch(*FERRY[1:])
    others = [make_document(f"Other{i} thing{i} {i}000", f"o{i}") for i in range(30)]
    one_night = [replace(d, article=replace(d.article, published=MAY)) for d in others]
    years = [
        replace(d, article=replace(d.article, published=MAY + timedelta(days=40 * (i + 1))))
        for i, d in enumerate(others)
    ]

    def highest(rest: list[Document]) -> float:
        """The largest threshold at which the two still are one story."""
        return max(
            threshold / 50
            for threshold in range(1, 50)
            if [0, 1] in group_documents([*pair, *rest], GroupConfig(threshold=threshold / 50))
        )

    assert highest(years) > highest(one_night)


def read_shared(folder: str) -> tuple[list[Article], list[str]]:
    """Articles of development data beside the repository and the story that each belongs to."""
    articles, gold = [], []
    for path in sorted((SHARED / folder).glob("*.json")):
        data = json.loads(path.read_text(encoding="utf-8"))
        for row in data["articles"]:
            published = datetime.fromisoformat(row["published"]) if row.get("published") else None
            articles.append(
                Article(f"{path.stem}/{row['id']}", row["source"], row["text"], row["title"], published)
            )
            gold.append(path.stem)
    return articles, gold


def read_documents(articles: list[Article]) -> list[Document]:
    from discrepancy.clean import mark_passages
    from discrepancy.language import analyse

    return analyse(articles, [mark_passages(article) for article in articles], ExtractConfig().model)


def score_bcubed(groups: list[list[int]], gold: list[str]) -> tuple[float, float]:
    """B³ precision and recall: for each article, how much of its group and of its story is shared."""
    sizes = Counter(gold)
    precision = recall = 0.0
    for part in groups:
        for story, count in Counter(gold[i] for i in part).items():
            precision += count * count / len(part)
            recall += count * count / sizes[story]
    return precision / len(gold), recall / len(gold)


@pytest.mark.slow
@pytest.mark.skipif(not SHARED.is_dir(), reason="development data are not beside the repository")
@pytest.mark.parametrize(
    ("folder", "precision", "recall"),
    [
        pytest.param("everyday", 0.99, 0.97, id="everyday"),
        pytest.param("stories", 0.99, 0.97, id="stories"),
        pytest.param("incidents", 0.96, 0.82, id="incidents of one kind"),
    ],
)
def test_pooled_stories_are_found_again(folder: str, precision: float, recall: float) -> None:
    articles, gold = read_shared(folder)
    found = score_bcubed(group_documents(read_documents(articles), CONFIG), gold)
    assert found >= (precision, 0.0)
    assert found[1] >= recall


@pytest.mark.skipif(not SHARED.is_dir(), reason="development data are not beside the repository")
def test_same_people_at_another_event_stay_apart() -> None:
    texts = [path.read_text(encoding="utf-8") for path in sorted((SHARED / "seeds").glob("*.txt"))]
    articles = [Article(str(i), "outlet", text) for i, text in enumerate(texts)]
    assert group_documents(read_documents(articles), CONFIG) == [[0, 1, 2, 3], [4]]
