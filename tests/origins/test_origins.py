"""Which page was made from which; every text is invented."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from discrepancy import origins
from discrepancy.check import analyse_articles, check_articles
from discrepancy.config import Config
from discrepancy.model import Article, Descent, Verdict
from discrepancy.origins import trace_origins
from discrepancy.votes import trace_ancestors

MORNING = datetime(2031, 5, 6, 8, tzinfo=UTC)

WIRE = """DALVIK, Norland (TW) — A cargo ship carrying 2,400 tonnes of fertiliser ran aground on a \
reef off Dalvik early on Tuesday, and its crew of 17 was lifted off by two helicopters.

The Marguerite, built in 1994, hit the Skarvan reef at about 3:40 a.m. in heavy seas, coast guard \
commander Eirin Solbakk said. Two sailors were treated for hypothermia at the hospital in Dalvik.

"We heard a noise as if the hull were being torn open with a tin opener," the ship's cook, Paolo \
Ferrente, said.

Divers found a crack 12 metres long below the waterline. About 30 tonnes of fuel oil had leaked by \
noon, and a slick was drifting toward a bird reserve on the island of Holm.

The owner, Brennholt Shipping, said a salvage tug was on its way from Osterby and should arrive on \
Wednesday. The harbour authority closed the channel to all traffic until Friday.

The same reef sank a trawler in 2008, killing four fishermen."""

SPUN = """Freight vessel strands at Dalvik

A freight vessel transporting 2,400 tonnes of fertiliser has gone aground at a reef before Dalvik in \
the early Tuesday, and its team of 17 was raised off by two choppers.

The Marguerite, constructed in 1994, struck the Skarvan reef near 3:40 a.m. in hefty seas, informed \
the coast guard chief Eirin Solbakk. Two mariners were cured for hypothermia in the clinic of \
Dalvik.

"We heard a noise as if the hull were being torn open with a tin opener," told Paolo Ferrente, cook \
of the ship.

Divers discovered a crack of 21 metres beneath the waterline. Around 30 tonnes of fuel oil had \
escaped by noon, and the slick was floating toward a bird reserve at the island of Holm.

The proprietor, Brennholt Shipping, told that a salvage tug was en route from Osterby and must \
arrive Wednesday. The harbour authority shut the channel to all traffic till Friday."""

REPRINT = WIRE.replace("DALVIK, Norland (TW) — ", "").replace(" The same reef", " The reef")

OWN = """Nobody on the Holm ferry slept much. From half past three the islanders could see the \
lights of a ship where no ship should be, and by dawn the air smelt of oil.

"We heard a noise as if the hull were being torn open with a tin opener," said Paolo Ferrente, the \
cook of the Marguerite, wrapped in a blanket at the Dalvik fire station, where volunteers handed out \
soup to 17 people.

Commander Eirin Solbakk of the coast guard praised her pilots, who flew in winds of 25 metres a \
second. She would not say why the vessel had left the marked lane; an inquiry starts next week.

On Holm, the warden Sigrid Aune has counted 40 eiders with oil on their feathers. She remembers the \
trawler of 2008 and wants the lane moved a mile west.

Brennholt Shipping has had three groundings in five years, records seen by this newspaper show. Its \
lawyer did not return calls. The fertiliser, 2,400 tonnes of it, was bound for Osterby."""


def page(name: str, text: str, *, hours: float | None = 0.0, source: str = "") -> Article:
    published = None if hours is None else MORNING + timedelta(hours=hours)
    return Article(id=name, source=source or name.title(), text=text, published=published, story="s")


def trace(articles: Sequence[Article]) -> tuple[Descent, ...]:
    return trace_origins(analyse_articles(articles, Config()))


@pytest.mark.parametrize(
    ("text", "how"),
    [
        pytest.param(REPRINT, "copy", id="reprint"),
        pytest.param(SPUN, "spun copy", id="spun"),
        pytest.param(OWN, None, id="a report of its own with the same quotation"),
    ],
)
def test_what_descends_from_the_wire(text: str, how: str | None) -> None:
    found = trace([page("wire", WIRE), page("later", text, hours=3)])
    assert [(d.article, d.parent, d.how) for d in found] == ([("later", "wire", how)] if how else [])


def test_the_evidence_of_a_spun_copy_is_words_exchanged() -> None:
    (found,) = trace([page("wire", WIRE), page("spun", SPUN, hours=3)])
    assert ("hospital", "clinic") in found.swaps
    assert "exchanged" in found.reason


def test_the_evidence_of_a_copy_is_passages() -> None:
    (found,) = trace([page("wire", WIRE), page("copy", REPRINT, hours=3)])
    assert found.verbatim > 0.9
    assert found.passages
    assert not any("tin opener" in passage for passage in found.passages), "quotations are anybody's"


@pytest.mark.parametrize(
    ("wire", "spun"),
    [
        pytest.param(0.0, 5.0, id="both dated"),
        pytest.param(0.0, None, id="the copy undated"),
        pytest.param(None, None, id="neither dated: the shorter from the longer"),
    ],
)
def test_which_of_two_is_the_original(wire: float | None, spun: float | None) -> None:
    found = trace([page("spun", SPUN, hours=spun), page("wire", WIRE, hours=wire)])
    assert [(d.article, d.parent) for d in found] == [("spun", "wire")]


def test_an_earlier_page_is_never_made_from_a_later_one() -> None:
    found = trace([page("wire", WIRE, hours=5), page("spun", SPUN, hours=0)])
    assert ("spun", "wire") not in {(d.article, d.parent) for d in found}


def test_a_credit_names_the_parent() -> None:
    credited = page("mirror", REPRINT + "\n\nAdditional reporting by Tidewire", hours=3)
    found = trace([page("early", REPRINT), page("wire", WIRE, hours=1, source="Tidewire"), credited])
    by = {d.article: d for d in found}
    assert by["mirror"].parent == "wire"
    assert by["mirror"].credited
    assert "credits" in by["mirror"].reason


def test_too_short_to_say() -> None:
    brief = "A ship ran aground off Dalvik on Tuesday. Its crew of 17 was saved."
    assert trace([page("a", brief), page("b", brief, hours=1)]) == ()


def test_order_and_names_of_the_pages_decide_nothing() -> None:
    pages = [
        page("wire", WIRE),
        page("spun", SPUN, hours=None),
        page("copy", REPRINT, hours=2),
        page("own", OWN, hours=4),
    ]
    expected = trace(pages)
    assert len(expected) == 2
    for order in itertools.permutations(pages):
        assert trace(order) == expected
    renamed = [replace(p, source=f"Outlet {i}") for i, p in enumerate(reversed(pages))]
    assert trace(renamed) == expected


def test_many_reprints_all_go_back_to_the_first() -> None:
    found = trace([page("wire", WIRE), *(page(f"copy{i:02}", REPRINT, hours=i + 1) for i in range(30))])
    assert {[page, *line][-1] for page, line in trace_ancestors(found).items()} == {"wire"}
    assert len(found) == 30
    assert all(d.how == "copy" for d in found)


def test_how_many_pages_are_compared_at_once_decides_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    pages = [page("wire", WIRE), page("spun", SPUN, hours=1), page("copy", REPRINT, hours=2)]
    whole = trace(pages)
    monkeypatch.setattr(origins, "BLOCK", 2)
    assert trace(pages) == whole != ()


def odd_ones(articles: Sequence[Article], printed: set[str]) -> set[str]:
    """The odd ones out of the conflict whose values are ``printed``."""
    report = check_articles(articles)
    found = [
        finding
        for finding in report.findings
        if finding.verdict is Verdict.CONFLICT and {c.mention.text for c in finding.slot.claims} >= printed
    ]
    return {found[0].slot.claims[i].mention.article_id for i in found[0].odd}


def test_a_copy_that_departs_from_its_original_is_the_odd_one() -> None:
    spun = SPUN.replace("2,400 tonnes", "4,200 tonnes")
    pages = [page("wire", WIRE), page("spun", spun, hours=3)]
    assert odd_ones(pages, {"2,400 tonnes", "4,200 tonnes"}) == {"spun"}


def test_reprints_of_a_wrong_figure_are_no_majority() -> None:
    """Five reprints of the wire's figure against two papers of their own: the wire's is odd."""
    wire = WIRE.replace("killing four fishermen", "killing four fishermen. The reef lies 14 km off Dalvik")
    lone = "The reef lies 41 km off Dalvik."
    reprints = [page(f"copy{i}", wire.replace("(TW) — ", ""), hours=i + 1) for i in range(5)]
    papers = [
        page("own", f"{OWN} {lone}", hours=2),
        page("brief", f"A cargo ship ran aground on the Skarvan reef on Tuesday. {lone}", hours=3),
    ]
    odd = odd_ones([page("wire", wire), *reprints, *papers], {"14 km", "41 km"})
    assert odd == {"wire", *(f"copy{i}" for i in range(5))}
