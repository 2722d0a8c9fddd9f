"""One batch of articles to stories, on invented events."""

from __future__ import annotations

import itertools
import json
import random
from collections import Counter
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from discrepancy.clean import mark_passages
from discrepancy.config import GroupConfig
from discrepancy.group import group_articles, linking, proposals
from discrepancy.model import Article, Passage, Zone

SHARED = Path(__file__).resolve().parents[2] / "../shared"
CONFIG = GroupConfig()
MAY = datetime(2031, 5, 12, 8, 0, tzinfo=UTC)

FERRY = (
    "The ferry Solvind ran aground off Karsholm with 214 passengers aboard. Its captain Ida Brekke ordered "
    "an evacuation at dawn. Lifeboats took 180 travellers to Karsholm harbour. The rescuer Pelle Ostrom "
    "praised the calm crew. The hull leaked 40 tonnes of diesel.",
    "Rescuers evacuated 214 passengers from the ferry Solvind near Karsholm. Its captain Ida Brekke sounded "
    "the alarm at dawn. Divers inspected the leaking hull. Diesel reached the harbour beach. It was Pelle "
    "Ostrom who led the lifeboats.",
    "A grounded ferry leaks diesel into Karsholm harbour. The Solvind struck rocks with 214 travellers. "
    "For Ida Brekke, captain for 11 years, there are questions. Lifeboats and divers worked through dawn.",
)
ORCHARD = (
    "Frost destroyed 3,100 hectares of apple orchards around Vellmont. The grower Tomas Reyle lost his "
    "harvest. Insurers estimate damage of 62 million crowns. Cider makers fear shortages.",
    "Apple growers near Vellmont count frost damage of 62 million crowns. Orchards covering "
    "3,100 hectares froze. It was Tomas Reyle who called the harvest lost. Cider prices rise.",
)
SAME_PEOPLE = (
    "On Sunday Ida Brekke christened the tanker Nordlys in Tromvik. The shipyard built it in 26 "
    "months. Bands played and 900 guests ate cake. Then Brekke will sail grain to Brazil.",
)


def make_article(
    text: str,
    name: str = "a",
    title: str | None = None,
    published: datetime | None = MAY,
    story: str | None = None,
) -> Article:
    return Article(name, "Outlet", text, title, published, None, story)


def make_batch(*texts: str, published: datetime | None = MAY) -> list[Article]:
    return [make_article(text, str(index), published=published) for index, text in enumerate(texts)]


def group(articles: list[Article], config: GroupConfig = CONFIG) -> list[list[int]]:
    return group_articles(articles, [mark_passages(article) for article in articles], config)


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
    assert group(make_batch(*texts)) == expected


def test_given_story_decides_whatever_the_text_says() -> None:
    articles = [
        make_article(FERRY[0], "a", story="x"),
        make_article(FERRY[1], "b"),
        make_article(ORCHARD[0], "c", story="x"),
        make_article(FERRY[2], "d"),
        make_article(FERRY[0], "e", story="y"),
    ]
    assert group(articles) == [[0, 2], [1, 3], [4]]


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
    articles = [
        make_article(text, str(i), published=day)
        for i, (text, day) in enumerate(zip(FERRY, published, strict=False))
    ]
    assert group(articles) == expected


def find_highest(articles: list[Article], window: float = 4.0) -> float:
    """The largest threshold at which the first two still are one story."""
    together = [
        step / 50
        for step in range(50)
        if any(part[:2] == [0, 1] for part in group(articles, GroupConfig(step / 50, window)))
    ]
    return max(together, default=-1.0)


# Enough in common to be doubtful, so that what else speaks for or against them can be seen.
DOUBTFUL = (
    "The ferry Solvind ran aground off Karsholm, and divers inspected its hull.",
    "For days the harbour of Karsholm smelt of diesel from a ferry.",
)


@pytest.mark.parametrize(
    ("change", "window"),
    [
        pytest.param({"published": MAY + timedelta(days=700)}, 4.0, id="far apart in time"),
        pytest.param({"text": f"{DOUBTFUL[1]} It began on April 3."}, 4.0, id="another day"),
        pytest.param({"text": f"{DOUBTFUL[1]} It was all over Ohio."}, 4.0, id="another place"),
    ],
)
def test_what_counts_against_a_link(change: dict[str, object], window: float) -> None:
    first = make_article(f"{DOUBTFUL[0]} It was on March 9 in Norway.", "0")
    plain = make_article(DOUBTFUL[1], "1")
    other = make_article(**{"text": DOUBTFUL[1], "name": "1", **change})  # type: ignore[arg-type]
    assert find_highest([first, other], window) < find_highest([first, plain], window)


def test_a_wide_window_forgives_distance() -> None:
    apart = [make_article(FERRY[0], "0"), make_article(DOUBTFUL[1], "1", published=MAY + timedelta(days=700))]
    assert find_highest(apart, 1000) > find_highest(apart, 4)


def test_nearness_counts_more_where_it_is_rare() -> None:
    """The same two versions need less in common within years of news than within one night's."""
    pair = make_batch(*DOUBTFUL)
    others = [f"An other{i} thing{i} cost {i}000 crowns." for i in range(30)]
    one_night = [make_article(text, f"o{i}") for i, text in enumerate(others)]
    years = [
        make_article(text, f"o{i}", published=MAY + timedelta(days=40 * (i + 1)))
        for i, text in enumerate(others)
    ]
    assert find_highest([*pair, *years]) > find_highest([*pair, *one_night])


@pytest.mark.parametrize("zone", [Zone.CLUTTER, Zone.BYLINE, Zone.CAPTION])
def test_only_reporting_counts(zone: Zone) -> None:
    articles = make_batch(*FERRY)
    passages = [[Passage("text", zone, 0, len(text))] for text in FERRY]
    assert group_articles(articles, passages, CONFIG) == [[0], [1], [2]]


def test_headline_counts() -> None:
    title = "Ferry Solvind aground off Karsholm with 214 aboard"
    bodies = [
        f"Its captain Ida Brekke {rest}."
        for rest in (
            "spoke of fog, currents and worn charts",
            "slept while nurses watched monitors all night",
        )
    ]
    plain = [make_article(text, str(i)) for i, text in enumerate(bodies)]
    titled = [make_article(text, str(i), title=title) for i, text in enumerate(bodies)]
    other = [plain[0], make_article(bodies[1], "1", title="3,100 hectares of orchards freeze near Vellmont")]
    assert find_highest(other) < find_highest(plain) < find_highest(titled)


def test_chain_does_not_merge() -> None:
    """Each text shares half of the next one's; the ends share nothing."""
    vocabulary = [
        f"{kind}{'abcdefghij'[i % 10]}{'klmnop'[i // 10]}" for i in range(60) for kind in ("Na", "zu")
    ]
    chain = [" ".join(["It", *vocabulary[first : first + 40]]) + "." for first in range(0, 81, 20)]
    neighbours = [group(make_batch(left, right)) for left, right in itertools.pairwise(chain)]
    assert neighbours == [[[0, 1]]] * 4
    assert len(group(make_batch(*chain))) > 1


def make_stories(seed: int, stories: int, versions: int) -> tuple[list[Article], list[int]]:
    """Invented stories: each has its own names, figures and words beside those of all news."""
    chance = random.Random(seed)

    def invent() -> str:
        return "".join(chance.choice("bdfgklmnprstv") + chance.choice("aeiou") for _ in range(4))

    everyday = [invent() for _ in range(150)]
    articles, gold = [], []
    for story in range(stories):
        own = [invent() for _ in range(30)] + [invent().title() for _ in range(10)]
        own += [str(1000 + story * 50 + i) for i in range(6)]
        for version in range(versions):
            words = chance.sample(own, 30) + chance.sample(everyday, 50)
            chance.shuffle(words)
            articles.append(make_article("it " + " ".join(words) + ".", f"{story}-{version}"))
            gold.append(story)
    return articles, gold


@pytest.mark.parametrize(("stories", "versions"), [(1, 5), (40, 4), (1, 30), (3, 30)])
def test_one_scale_for_every_batch_size(stories: int, versions: int) -> None:
    articles, gold = make_stories(7, stories, versions)
    assert [{gold[i] for i in part} for part in group(articles)] == [{story} for story in range(stories)]


def test_blocks_and_pruning_change_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    articles, _ = make_stories(3, 20, 4)
    expected = group(articles)
    monkeypatch.setattr(proposals, "BLOCK", 7)
    assert group(articles) == expected
    monkeypatch.setattr(proposals, "BUDGET", 10**6)
    monkeypatch.setattr(proposals, "NEAREST", 10**6)
    monkeypatch.setattr(proposals, "FORETASTE", -(10**6))
    assert group(articles) == expected


def test_oversized_component_is_thinned(monkeypatch: pytest.MonkeyPatch) -> None:
    articles = make_batch(*FERRY, *ORCHARD, *FERRY, *ORCHARD)
    monkeypatch.setattr(linking, "LARGEST", 2)
    groups = group(articles)
    assert all(len({articles[i].text for i in part}) <= 2 for part in groups)
    assert all({i, i + 5} <= set(part) for part in groups for i in part if i < 5)  # copies stay together


def vary(text: str, number: int) -> str:
    """``text`` with a word of its own in place of one in fifty."""
    words = text.split()
    for place in range(number % 7, len(words), 50):
        words[place] = f"Ed{'abcdefghij'[number // 10 % 10]}{'klmnopqrst'[number % 10]}"
    return " ".join(words)


@pytest.mark.parametrize("count", [2, 100, 400])
@pytest.mark.parametrize("texts", [FERRY[:1], (" ".join(FERRY),)], ids=["short", "long"])
def test_copies_alone_are_one_story(texts: tuple[str, ...], count: int) -> None:
    assert group(make_batch(*texts * count)) == [list(range(count))]


@pytest.mark.parametrize("count", [2, 100, 400])
def test_nearly_copies_alone_are_one_story(count: int) -> None:
    text = " ".join((*FERRY, *ORCHARD))
    assert group(make_batch(*(vary(text, number) for number in range(count)))) == [list(range(count))]


def test_many_copies_leave_the_other_articles_as_they_are() -> None:
    alone = group(make_batch(*FERRY, *ORCHARD, *SAME_PEOPLE))
    with_copies = group(make_batch(*FERRY, *ORCHARD, *SAME_PEOPLE, *[FERRY[0]] * 200))
    assert [[i for i in part if i < 6] for part in with_copies] == alone
    assert with_copies[0][-200:] == list(range(6, 206))


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from([*FERRY, *ORCHARD, *SAME_PEOPLE, ""]), st.sampled_from([None, "x", "y"])),
        max_size=9,
    ),
    st.floats(0, 1),
    st.floats(0, 100),
)
def test_every_article_is_in_one_story(
    drawn: list[tuple[str, str | None]], threshold: float, window: float
) -> None:
    articles = [make_article(text, str(i), story=story) for i, (text, story) in enumerate(drawn)]
    groups = group(articles, GroupConfig(threshold, window))
    assert sorted(i for part in groups for i in part) == list(range(len(articles)))
    assert all(part == sorted(part) for part in groups)
    assert groups == sorted(groups)
    assert all(len({articles[i].story for i in part}) == 1 for part in groups)


@settings(max_examples=25, deadline=None)
@given(st.permutations(range(len(FERRY) + len(ORCHARD) + len(SAME_PEOPLE))))
def test_order_of_articles_is_irrelevant(order: list[int]) -> None:
    texts = [*FERRY, *ORCHARD, *SAME_PEOPLE]
    groups = group(make_batch(*(texts[i] for i in order)))
    named = {frozenset(order[i] for i in part) for part in groups}
    assert named == {frozenset({0, 1, 2}), frozenset({3, 4}), frozenset({5})}


def read_shared(*folders: str) -> tuple[list[Article], list[str]]:
    """Articles of development data beside the repository and the story that each belongs to."""
    articles, gold = [], []
    for path in sorted(path for folder in folders for path in (SHARED / folder).glob("*.json")):
        data = json.loads(path.read_text(encoding="utf-8"))
        for row in data["articles"]:
            published = datetime.fromisoformat(row["published"]) if row.get("published") else None
            articles.append(
                Article(f"{path.stem}/{row['id']}", row["source"], row["text"], row["title"], published)
            )
            gold.append(path.stem)
    return articles, gold


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
    ("folders", "precision", "recall"),
    [
        pytest.param(["everyday"], 0.99, 0.99, id="everyday"),
        pytest.param(["stories"], 0.99, 0.99, id="stories"),
        pytest.param(["incidents"], 0.97, 0.90, id="incidents of one kind"),
        pytest.param(["everyday", "incidents", "stories"], 0.99, 0.96, id="all together"),
    ],
)
def test_pooled_stories_are_found_again(folders: list[str], precision: float, recall: float) -> None:
    articles, gold = read_shared(*folders)
    found = score_bcubed(group(articles), gold)
    assert found >= (precision, 0.0)
    assert found[1] >= recall


@pytest.mark.skipif(not SHARED.is_dir(), reason="development data are not beside the repository")
def test_same_people_at_another_event_stay_apart() -> None:
    texts = [path.read_text(encoding="utf-8") for path in sorted((SHARED / "seeds").glob("*.txt"))]
    articles = [Article(str(i), "outlet", text) for i, text in enumerate(texts)]
    assert group(articles) == [[0, 1, 2, 3], [4]]
