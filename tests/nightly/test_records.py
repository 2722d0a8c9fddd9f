"""Records without an address or an id, in a file that is written anew every night."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from datetime import timedelta
from pathlib import Path

import pytest

from discrepancy.load import load_articles
from discrepancy.nightly import run_nightly
from discrepancy.nightly.records import name_records
from discrepancy.store import Store, StoredVersion
from tests.nightly.newsroom import TONIGHT, configure, lay_open, manifest, report

FERRY = (
    "Orvale Post",
    "Ferry aground off Karsholm",
    "The ferry Solvind ran aground off Karsholm on Monday. Captain Ida Brekke said 214 passengers were "
    "brought ashore in lifeboats. Divers inspected the hull at dawn. The ferry was built in 1987.",
)
LATER = ("Orvale Post", "Harbour master asks for a tug", FERRY[2].replace("lifeboats", "tugs and lifeboats"))
FROST = (
    "Orvale Post",
    "Frost destroys orchards",
    "Frost destroyed 3,100 hectares of apple orchards around Vellmont. Insurers estimate damage of 62 "
    "million crowns. The grower Tomas Reyle lost his whole harvest in a single night.",
)
RIVAL = ("Velmar Times", "Solvind on the rocks", f"{FERRY[2]} The owner will pay for the tugs.")
ANOTHER = (
    "Orvale Post",
    FERRY[1],
    "A second vessel, the freighter Nordlys, struck the same rocks a week before Easter; nobody aboard was "
    "hurt, the coast guard in Tromvik confirmed.",
)
DUMP = (FERRY, FROST, RIVAL)
Row = tuple[str, str, str]


def corrected(row: Row, title: str | None = None) -> Row:
    return (row[0], title or row[1], row[2].replace("214", "241").replace("62", "26"))


def write_dump(path: Path, rows: Sequence[Row]) -> None:
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(("source", "title", "text", "published"))
        writer.writerows((*row, "2031-05-06T08:00:00+00:00") for row in rows)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "night.sqlite") as opened:
        yield opened


def take_in(store: Store, path: Path, rows: Sequence[Row], days: int = 0) -> list[StoredVersion]:
    """One night's reading of the dump."""
    now = TONIGHT + timedelta(days=days)
    run = store.runs.start("code", "settings", now)
    write_dump(path, rows)
    loaded = load_articles([path], base=path.parent)
    named = name_records(store, loaded.articles, loaded.unnamed, now - timedelta(days=7))
    versions = store.articles.add_versions(named, run.number, now)
    store.runs.finish(run.number, "done", {}, now)
    return versions


@pytest.mark.parametrize(
    ("rows", "pages"),
    [
        pytest.param(DUMP, [0, 1, 2], id="as it was"),
        pytest.param(DUMP[::-1], [2, 1, 0], id="in another order"),
        pytest.param((FERRY, corrected(FROST), RIVAL), [0, 1, 2], id="one corrected"),
        pytest.param((ANOTHER, *DUMP), [None, 0, 1, 2], id="one put in at the top, under a headline in use"),
        pytest.param((corrected(FROST), FERRY), [1, 0], id="one corrected, one gone, all moved"),
        pytest.param((corrected(FERRY, "Ferry freed"), FROST), [0, 1], id="another headline as well"),
        pytest.param((LATER, FERRY), [None, 0], id="a further report beside the first"),
        pytest.param((ANOTHER, FROST), [None, 1], id="another text under the headline"),
        pytest.param((("Tidewire", *FERRY[1:]),), [None], id="another outlet's text"),
        pytest.param(
            (corrected(FERRY), corrected(FERRY, "Again")), [0, None], id="a page is given away once"
        ),
        pytest.param((("Orvale Post", FERRY[1], ""),), [0], id="a text that was taken out"),
    ],
)
def test_pages_of_the_next_night(
    rows: Sequence[Row], pages: list[int | None], store: Store, tmp_path: Path
) -> None:
    first = take_in(store, tmp_path / "dump.csv", DUMP)
    known = {version.page: place for place, version in enumerate(first)}
    second = take_in(store, tmp_path / "dump.csv", rows, days=1)
    assert [known.get(version.page) for version in second] == pages


def test_a_file_of_another_name_holds_the_same_pages(store: Store, tmp_path: Path) -> None:
    first = take_in(store, tmp_path / "monday.csv", DUMP)
    second = take_in(store, tmp_path / "tuesday.csv", (corrected(FERRY), *DUMP[1:]), days=1)
    assert [version.page for version in second] == [version.page for version in first]


def test_what_the_window_has_passed_by_is_another_page(store: Store, tmp_path: Path) -> None:
    first = take_in(store, tmp_path / "dump.csv", DUMP)
    second = take_in(store, tmp_path / "dump.csv", (corrected(FERRY), *DUMP[1:]), days=20)
    assert [version.page for version in second][1:] == [version.page for version in first][1:]
    assert second[0].page not in {version.page for version in first}


def test_the_same_row_twice_is_one_version(store: Store, tmp_path: Path) -> None:
    one, other = take_in(store, tmp_path / "dump.csv", (FERRY, FERRY))
    assert one == other


@pytest.mark.slow
def test_a_corrected_row_is_a_new_version_in_the_report(tmp_path: Path) -> None:
    settings = configure(tmp_path, sources={"paths": ["dump.csv"]})
    write_dump(tmp_path / "dump.csv", DUMP)
    assert run_nightly(settings, now=TONIGHT).counts["new_versions"] == 3
    write_dump(tmp_path / "dump.csv", (FROST, RIVAL, corrected(FERRY)))
    result = run_nightly(settings, now=TONIGHT + timedelta(days=1))
    assert (result.counts["new_versions"], result.counts["pages_changed"]) == (1, 1)
    (page,) = report(settings)["pages"]
    assert (page["before"]["text"], page["after"]["text"]) == ("214", "241")
    assert page["revision"] == "stealth edit"
    assert len({story for _, story, _ in lay_open(settings)["members"]}) == 2
    write_dump(tmp_path / "dump.csv", (corrected(FERRY), FROST, RIVAL))
    assert run_nightly(settings, now=TONIGHT + timedelta(days=2)).status == "unchanged"
    assert manifest(settings)["counts"]["new_versions"] == 1
