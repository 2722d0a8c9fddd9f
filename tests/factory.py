"""Builders of small articles, claims, findings and reports; every event, name and outlet is invented."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

from discrepancy.model import (
    Article,
    Change,
    Claim,
    Comparison,
    Date,
    Descent,
    Figure,
    Finding,
    How,
    Key,
    Kind,
    Likely,
    Mention,
    Name,
    Notice,
    Provenance,
    Report,
    Revision,
    Severity,
    Skipped,
    Slot,
    Story,
    Value,
    Verdict,
    Zone,
)


def article(
    id: str,  # noqa: A002
    text: str,
    *,
    source: str | None = None,
    title: str | None = None,
    published: datetime | None = datetime(2031, 5, 6, 8, tzinfo=UTC),
) -> Article:
    return Article(id=id, source=source or id.title(), text=text, title=title, published=published)


def count(number: int, unit: str = "person") -> Figure:
    exact = Decimal(number)
    return Figure(number=exact, modifier="=", unit=unit, low=exact, high=exact, measure="count")


def day(year: int, month: int, number: int) -> Date:
    start = datetime(year, month, number)
    return Date(
        timex=f"{year:04}-{month:02}-{number:02}",
        type="DATE",
        start=start,
        end=datetime(year, month, number + 1),
        said=frozenset({"year", "month", "day"}),
    )


def person(form: str, canonical: str | None = None) -> Name:
    return Name(form=form, type="PERSON", canonical=canonical or form)


def mention(of: Article, printed: str, value: Value, kind: Kind) -> Mention:
    """A mention at the first place where ``printed`` stands in the article's text."""
    start = of.text.index(printed)
    return Mention(
        article_id=of.id,
        source=of.source,
        field="text",
        start=start,
        end=start + len(printed),
        text=printed,
        kind=kind,
        zone=Zone.BODY,
        sentence=0,
        value=value,
    )


def claim(of: Article, printed: str, value: Value, kind: Kind) -> Claim:
    """A claim whose sentence is the line that holds ``printed``."""
    found = mention(of, printed, value, kind)
    start = of.text.rfind("\n", 0, found.start) + 1
    stop = of.text.find("\n", found.end)
    sentence = of.text[start : len(of.text) if stop < 0 else stop]
    return Claim(
        mention=found, key=Key(measure="test"), context=sentence, context_start=start, published=of.published
    )


def trim(of: Claim, printed: str) -> Claim:
    """The claim with its mention cut to its first words, for values that stand more than once."""
    assert of.mention.text.startswith(printed)
    end = of.mention.start + len(printed)
    return replace(of, mention=replace(of.mention, end=end, text=printed))


def finding(
    question: str,
    claims: Sequence[Claim],
    verdict: Verdict,
    *,
    id: str = "f1",  # noqa: A002
    story: str = "s1",
    odd: frozenset[int] = frozenset(),
    severity: Severity = Severity.NONE,
    reason: str = "the values were compared",
    confidence: float = 0.9,
    likely: Likely | None = None,
    provenance: Provenance = Provenance(),  # noqa: B008
    ruled_out: tuple[str, ...] = (),
) -> Finding:
    """A finding with all pairs compared: equal values agree, others take the finding's verdict."""
    values = tuple(c.mention.value.normal for c in claims)
    comparisons = tuple(
        Comparison(left, right, Verdict.AGREE if values[left] == values[right] else verdict, reason)
        for left, right in itertools.combinations(range(len(claims)), 2)
    )
    return Finding(
        id=id,
        slot=Slot(
            story_id=story,
            kind=claims[0].mention.kind,
            label=question,
            claims=tuple(claims),
            provenance=provenance,
        ),
        verdict=verdict,
        reason=reason,
        values=values,
        odd=odd,
        severity=severity,
        confidence=confidence,
        comparisons=comparisons,
        likely=likely,
        ruled_out=ruled_out,
    )


def descent(article: str, parent: str, how: How = "spun copy") -> Descent:
    """That ``article`` was made from ``parent``, with a little evidence."""
    return Descent(
        article, parent, how, confidence=0.93, share=0.7, swaps=(("burst", "exploded"), ("kiln", "<oven>"))
    )


def edited() -> Story:
    """A page in two versions: the second corrects a date and says so."""
    first = article("fair-1", "The Orvale fair opened in 1894.", source="Lantern", title="Fair turns 130")
    text = "The Orvale fair opened in 1904.\nCorrection: the <year> was wrong."
    second = article("fair-2", text, source="Lantern", title="Fair turns 130")
    change = Change(
        id="0ddba11",
        revision=Revision.CORRECTION,
        question="when the fair opened",
        before=claim(first, "1894", day(1894, 1, 1), Kind.DATE),
        after=claim(second, "1904", day(1904, 1, 1), Kind.DATE),
        reason="another year; the newer version says so",
        notice=Notice("fair-2", "Correction: the <year> was wrong.", 32, 65),
    )
    return Story("s3", (first, second), pages=(("fair-1", "fair-2"),), changes=(change,))


def report() -> Report:
    """A story with a conflict and agreements, one of a single article, one of a page in two versions."""
    gazette = article(
        "gazette",
        "A kiln burst in Orvale on Monday, injuring 14 people.\n"
        'The potter, Ines Quillard, said: "We were <lucky> & quick."\nThe kiln was fired on 2031-05-05.',
        title="Kiln bursts in Orvale",
    )
    herald = article(
        "herald",
        "The kiln in Orvale burst and 41 people were hurt.\nInes Quillard owns the pottery.",
        title="41 hurt at pottery",
        published=datetime(2031, 5, 6, 9, 30, tzinfo=UTC),
    )
    beacon = article(
        "beacon", "A kiln burst at noon, hurting 14 people.\nIt was fired on 2031-05-05.", published=None
    )
    alone = article("alone", "The Orvale fair opens on Sunday.", title="Fair opens")
    hurt = [
        claim(gazette, "14", count(14), Kind.NUMBER),
        claim(herald, "41", count(41), Kind.NUMBER),
        claim(beacon, "14", count(14), Kind.NUMBER),
    ]
    fired = [claim(a, "2031-05-05", day(2031, 5, 5), Kind.DATE) for a in (gazette, beacon)]
    potter = [claim(a, "Ines Quillard", person("Ines Quillard"), Kind.NAME) for a in (gazette, herald)]
    return Report(
        stories=(
            Story(
                "s1",
                (gazette, herald, beacon),
                ((beacon.id, date(2031, 5, 6)),),
                (descent("beacon", "gazette"),),
            ),
            Story("s2", (alone,)),
            edited(),
        ),
        findings=(
            finding(
                "how many people were injured",
                hurt,
                Verdict.CONFLICT,
                id="c0ffee",
                odd=frozenset({1}),
                severity=Severity.CORRECT,
                reason="14 and 41 are two digits swapped",
                confidence=0.87,
                likely=Likely("14 person", "14", ("2 of 3 independent reports say so", "its parts make it")),
                provenance=Provenance("question", weights=(("slip_digits", 5.1), ("contrast", -0.4))),
                ruled_out=("rounding: they differ by more than their last printed digit",),
            ),
            finding("when the kiln was fired", fired, Verdict.AGREE, id="beef01", reason="the same day"),
            finding("who is the potter", potter, Verdict.AGREE, id="beef02", reason="the same name"),
        ),
        skipped=(Skipped("broken.jsonl", 3, 'no "text"; expected the article\'s body as "text"'),),
    )
