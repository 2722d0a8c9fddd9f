"""Invented events and how outlets tell them: copies, light edits, rewrites, updates, slips.

Seeded: the same key gives the same articles on every machine and Python. Chances come from
``random.Random.random`` alone, whose sequence Python guarantees.
"""

from __future__ import annotations

import random
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias

from discrepancy.model import Article
from discrepancy.vectors import frequent_words

MIX = (("copy", 0.30), ("edit", 0.20), ("rewrite", 0.35), ("update", 0.15))
"""What further reports of an event are: an agency's text as it is, slightly edited, told in other
words, or told in other words with a later count."""

SLIP = 0.25
"""Part of the events of which one report, which is no copy, gets one fact wrong."""

DAY = datetime(2031, 5, 12, tzinfo=UTC)
"""A Monday."""

FACTS = 4
"""Facts of an event."""

DETAILS = 12
"""Details known of an event; a report has five to twelve of them."""

VOCABULARY = 30_000
"""Most frequent words of which those that fill the details are taken: with a few hundred words of its
own, every article of a day would resemble every other."""

_DATA = Path(__file__).with_name("events.toml")
_DETAIL_SLOTS = (
    ("noun", "nouns"),
    ("noun2", "nouns"),
    ("plural", "plurals"),
    ("adjective", "adjectives"),
    ("action", "actions"),
    ("topic", "topics"),
)

Facts: TypeAlias = tuple[dict[str, Any], ...]
"""The values of one report, a table for each of its facts."""


@dataclass(frozen=True, slots=True)
class Event:
    """What happened, once for all reports of it.

    Attributes:
        key: Begins the ids of its articles.
        lead: What it is like: an event of ``events.toml``, of which title, first and later sentences are.
        wordings: Of each fact, the lead first; those of the others are borrowed from other events, so
            that two events of one sort do not resemble each other.
        facts: What fills the slots of each.
        details: What fills the reports, each in two wordings.
        begun: When it was first reported.
    """

    key: str
    lead: dict[str, Any]
    wordings: tuple[Sequence[str], ...]
    facts: Facts
    details: tuple[tuple[str, ...], ...]
    begun: datetime


@cache
def read_data() -> dict[str, Any]:
    """What articles are made of."""
    data = tomllib.loads(_DATA.read_text(encoding="utf-8"))
    words = [
        word for word in frequent_words(VOCABULARY) if word.isalpha() and word.isascii() and len(word) > 4
    ]
    return data | {
        name: [word for word in words if word.endswith(tuple(endings))]
        for name, endings in data["endings"].items()
    }


def make_event(key: str, day: datetime = DAY, kind: int | None = None) -> Event:
    """The event of that key, with names, figures and details of its own.

    Args:
        key: Decides everything.
        day: Midnight before it happened.
        kind: Which event of ``events.toml`` it is like; by chance when None.
    """
    chance = random.Random(f"{key}/event")
    data = read_data()
    events = data["event"]
    lead = events[_below(chance, len(events)) if kind is None else kind % len(events)]
    others = [events[_below(chance, len(events))]["facts"][place] for place in range(1, FACTS)]
    return _fill_event(chance, key, day, lead, (lead["facts"][0], *others))


def make_brief(key: str, day: datetime = DAY) -> Event:
    """What one outlet alone reports, in words that hardly any other article has."""
    chance = random.Random(f"{key}/event")
    data = read_data()
    texts = [_pick(chance, data["brief_titles"]), _pick(chance, data["brief_leads"])]
    texts += [_pick(chance, data["briefs"]) for _ in range(1, FACTS)]
    # Slots for names and figures stay open.
    title, *facts = [text.format_map(_Open(_choose_words(chance, data))) for text in texts]
    lead = {"titles": [title], "rises": [], "later": ""}
    return _fill_event(chance, key, day, lead, tuple((fact,) for fact in facts))


def _fill_event(
    chance: random.Random,
    key: str,
    day: datetime,
    lead: dict[str, Any],
    wordings: tuple[Sequence[str], ...],
) -> Event:
    data = read_data()
    begun = day + timedelta(minutes=_below(chance, 18 * 60))
    shared = _make_names(chance, data, begun)
    facts = [shared | _make_numbers(chance) for _ in wordings]
    facts = [facts[0], *(table | {"person": _person(chance, data)} for table in facts[1:])]
    details = tuple(_make_detail(chance, data) for _ in range(DETAILS))
    return Event(key, lead, wordings, tuple(facts), details, begun)


class _Open(dict[str, str]):
    """Fills only the slots that it knows."""

    def __missing__(self, slot: str) -> str:
        return f"{{{slot}}}"


def tell_event(event: Event, outlets: int) -> Iterator[Article]:
    """The event as that many outlets report it: an agency first, the others as `MIX` says."""
    chance = random.Random(f"{event.key}/outlets")
    wrong = 1 + _below(chance, outlets - 1) if outlets > 1 and chance.random() < SLIP else 0
    names = _choose_outlets(chance, outlets)
    first = tell_facts(event, event.facts, 0, names[0], chance, plain=True)
    yield first
    for number in range(1, outlets):
        sort = "rewrite" if number == wrong else _choose_sort(chance)
        facts = _slip(chance, event) if number == wrong else event.facts
        if sort == "copy":
            yield _reprint(chance, first, event, number, names[number])
        elif sort == "edit":
            yield _reprint(chance, _edit(chance, first), event, number, names[number])
        elif sort == "update":
            yield tell_update(event, number, names[number], chance)
        else:
            yield tell_facts(event, facts, number, names[number], chance)


def tell_apart(event: Event, outlets: int) -> Iterator[Article]:
    """The event as that many outlets report it, each in words of its own and all with the same facts."""
    chance = random.Random(f"{event.key}/apart")
    for number, name in enumerate(_choose_outlets(chance, outlets)):
        yield tell_facts(event, event.facts, number, name, chance)


def tell_facts(
    event: Event,
    facts: Facts,
    number: int,
    outlet: str,
    chance: random.Random,
    *,
    plain: bool = False,
    later: str = "",
    after: timedelta = timedelta(0),
) -> Article:
    """A report of ``facts``.

    Args:
        event: What it is about.
        facts: What the report says of it.
        number: Of the report among those of the event.
        outlet: Who reports.
        chance: Chooses wordings, details and their order.
        plain: Take the first wording of everything, in order.
        later: A sentence that follows the first.
        after: Time after the first report, beside the hours by which outlets differ.
    """
    wordings = [w[0] if plain else _pick(chance, w) for w in event.wordings]
    lead, *rest = [w.format(**values) for w, values in zip(wordings, facts, strict=True)]
    details = [d[0] if plain else _pick(chance, d) for d in event.details]
    if not plain:
        _shuffle(chance, rest)
        _shuffle(chance, details)
    kept = details[: 5 + _below(chance, DETAILS - 4)]
    beside = [kept.pop() for _ in rest]
    pairs = (f"{fact} {detail}" for fact, detail in zip(rest, beside, strict=True))
    paragraphs = [f"{lead} {later}".strip(), *pairs, " ".join(kept)]
    titles = event.lead["titles"]
    title = (titles[0] if plain else _pick(chance, titles)).format(**facts[0])
    hours = timedelta(0) if plain else timedelta(minutes=5 + _below(chance, 5 * 60))
    body = "\n\n".join(paragraph for paragraph in paragraphs if paragraph)
    return _publish(event, number, outlet, title, body, event.begun + hours + after)


def tell_update(event: Event, number: int, outlet: str, chance: random.Random, later: int = 1) -> Article:
    """A report with a later count; the more ``later``, the higher."""
    now = dict(event.facts[0])
    for slot in event.lead["rises"]:
        now[slot] = _add(now[slot], later * (1 + _below(chance, 3)))
    sentence = event.lead["later"].format(**now)
    facts = (now, *event.facts[1:])
    hours = timedelta(hours=5 * later)
    return tell_facts(event, facts, number, outlet, chance, later=sentence, after=hours)


def _publish(event: Event, number: int, outlet: str, title: str, text: str, at: datetime) -> Article:
    host = outlet.lower().replace(" ", "-")
    return Article(
        id=f"{event.key}-{number}",
        source=outlet,
        text=text,
        title=title,
        published=at,
        url=f"https://{host}.example/{at:%Y/%m/%d}/{event.key}-{number}",
    )


def _reprint(chance: random.Random, first: Article, event: Event, number: int, outlet: str) -> Article:
    at = event.begun + timedelta(minutes=1 + _below(chance, 120))
    return _publish(event, number, outlet, first.title or "", first.text, at)


def _edit(chance: random.Random, first: Article) -> Article:
    """Without one paragraph after the first and with a word or two exchanged."""
    paragraphs = first.text.split("\n\n")
    paragraphs.pop(1 + _below(chance, len(paragraphs) - 1))
    text = "\n\n".join(paragraphs)
    for old, new in read_data()["exchanged"]:
        text = text.replace(old, new, 1)
    return replace(first, text=text)


def _slip(chance: random.Random, event: Event) -> Facts:
    """The facts with one of them wrong: a year, the middle of a count or a letter of a surname."""
    told = [
        (place, slot)
        for place, wordings in enumerate(event.wordings)
        for slot in ("year", "staff", "person", "other")
        if all(f"{{{slot}}}" in wording for wording in wordings)
    ]
    place, slot = _pick(chance, told)
    return tuple(
        values | {slot: _spoil(chance, values[slot])} if number == place else values
        for number, values in enumerate(event.facts)
    )


def _spoil(chance: random.Random, value: int | str) -> int | str:
    if isinstance(value, int):
        return value + 10
    if "," in value:
        return f"{value[:-2]}{(int(value[-2]) + 4) % 10}{value[-1]}"
    at = value.index(" ") + 2 + _below(chance, len(value) - value.index(" ") - 3)
    return value[:at] + value[at + 1 :]


def _add(number: int | str, more: int) -> int | str:
    """A number, or one with a comma for the thousands, and ``more``."""
    return number + more if isinstance(number, int) else f"{int(number.replace(',', '')) + more:,}"


def _make_numbers(chance: random.Random) -> dict[str, Any]:
    """Wide ranges: a number that unrelated articles happen to share speaks for one story."""
    return {
        "dead": 3 + _below(chance, 400),
        "hurt": 3 + _below(chance, 5000),
        "crews": 3 + _below(chance, 900),
        "share": f"{3 + _below(chance, 90)}.{1 + _below(chance, 9)}",
        "money": f"{3 + _below(chance, 300)}.{1 + _below(chance, 9)}",
        "hour": f"{1 + _below(chance, 11)}.{10 + _below(chance, 50)}",
        "date": 2 + _below(chance, 27),
        "staff": f"{1 + _below(chance, 90)},{100 + _below(chance, 900)}",
        "year": 1950 + _below(chance, 70),
    }


def _make_names(chance: random.Random, data: dict[str, Any], begun: datetime) -> dict[str, Any]:
    return {
        "place": _join(
            chance, data["place_heads"], data["place_middles"], data["syllables"], data["place_tails"]
        ),
        "firm": f"{_surname(chance, data)} {_pick(chance, data['firm_kinds'])}",
        "day": f"{begun:%A}",
        "month": _pick(chance, data["months"]),
        "person": _person(chance, data),
        "other": _person(chance, data),
    }


def _person(chance: random.Random, data: dict[str, Any]) -> str:
    return f"{_pick(chance, data['first'])} {_surname(chance, data)}"


def _surname(chance: random.Random, data: dict[str, Any]) -> str:
    return _join(chance, data["last_heads"], data["last_middles"], data["syllables"], data["last_tails"])


def _make_detail(chance: random.Random, data: dict[str, Any]) -> tuple[str, ...]:
    words = _choose_words(chance, data)
    return tuple(wording.format(**words) for wording in _pick(chance, data["details"]))


def _choose_words(chance: random.Random, data: dict[str, Any]) -> dict[str, str]:
    return {slot: _pick(chance, data[name]) for slot, name in _DETAIL_SLOTS}


def _choose_outlets(chance: random.Random, count: int) -> list[str]:
    """Different outlets, the first one an agency; beyond those there are, each has local editions."""
    data = read_data()
    names = [f"{head} {tail}" for head in data["outlet_heads"] for tail in data["outlet_tails"]]
    _shuffle(chance, names)
    editions = [
        names[n % len(names)] + (f" {n // len(names) + 1}" if n >= len(names) else "") for n in range(count)
    ]
    return [_pick(chance, data["agencies"]), *editions][:count]


def _choose_sort(chance: random.Random) -> str:
    drawn = chance.random()
    for sort, share in MIX:
        drawn -= share
        if drawn < 0:
            return sort
    return MIX[-1][0]


def _below(chance: random.Random, limit: int) -> int:
    return int(chance.random() * limit)


def _pick(chance: random.Random, choices: Sequence[Any]) -> Any:
    return choices[_below(chance, len(choices))]


def _join(chance: random.Random, *parts: Sequence[str]) -> str:
    return "".join(_pick(chance, choices) for choices in parts)


def _shuffle(chance: random.Random, items: list[Any]) -> None:
    """In place; ``random.shuffle`` draws in a way that Python does not guarantee."""
    for last in range(len(items) - 1, 0, -1):
        other = _below(chance, last + 1)
        items[last], items[other] = items[other], items[last]
