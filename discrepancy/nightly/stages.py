"""The two stages that workers do, each chunk committed as it comes back.

Invariant: whatever is in the store already is not done again, and what fails is set aside with its
reason: so a run that was killed, or lost its scheduler, goes on where it was.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TypeAlias

from discrepancy.config import Config
from discrepancy.engine import Outcome
from discrepancy.model import Finding, Verdict
from discrepancy.nightly.code import analysis_key, result_key
from discrepancy.nightly.earlier import Earlier, find_earlier
from discrepancy.nightly.night import Night
from discrepancy.nightly.plan import CHECK, Plan, first_versions, plan_story, read_bad
from discrepancy.nightly.work import (
    Bundle,
    Checked,
    Unread,
    analyse_chunk,
    check_chunk,
    compare_chunk,
    probe_chunk,
)
from discrepancy.store import Run, Store

CHANGED = "changed pages of "
"""Beginning of the names of the run's notes that name a story of which pages changed their facts."""

_Work: TypeAlias = Callable[[Sequence[Bundle], Config], list[Checked]]


def analyse_stories(night: Night, plans: Sequence[Plan]) -> int:
    """Have the language model read every article of ``plans`` that it has not read; how many.

    Lone pages are left out: of them only what they changed is read, when they are compared.
    """
    store, key = night.store, analysis_key(night.settings.check)
    plans = [plan for plan in plans if not plan.lone]
    versions = first_versions(plans)
    todo = store.analyses.missing(key, versions)
    size = night.settings.run.chunk

    earlier = Earlier(store, key, find_earlier(plans, frozenset(todo)))

    def load(contents: Sequence[str]) -> list[Unread]:
        articles = store.articles.load_articles(versions[content] for content in contents)
        known = earlier.load(contents, articles)
        return [Unread(article, others) for article, others in zip(articles, known, strict=True)]

    def commit(content: str, item: Unread, outcome: Outcome[bytes]) -> None:
        if outcome.result is None:
            night.set_aside(key, "analyse", content, outcome.reason, item.article)
        else:
            store.analyses.put(key, {content: outcome.result})

    chunks = [todo[start : start + size] for start in range(0, len(todo), size)]
    night.work("analyse", analyse_chunk, chunks, load, commit)
    return len(todo)


def check_stories(night: Night, plans: Sequence[Plan]) -> int:
    """Check every story of ``plans``, whose articles are analysed, and record its conflicts; how many.

    A story that cannot be checked is checked without the article that is to blame, where one is.
    """
    done = 0
    while plans:
        failed = _check(night, plans)
        done += len(plans)
        culprits = _find_culprits(night, [plan for plan, _ in failed])
        plans = []
        for plan, reason in failed:
            if any(member.content in culprits for member in plan.members):
                plans.append(plan_story(night.store, plan.story, night.settings, _bad(night)))
            else:
                night.set_aside(plan.digest, CHECK, plan.story, reason)
        plans = [plan for plan in plans if plan.digest]
    return done


def _bad(night: Night) -> frozenset[str]:
    return read_bad(night.store, night.settings)


def _check(night: Night, plans: Sequence[Plan]) -> list[tuple[Plan, str]]:
    """Check and record; those that failed with the reason."""
    failed: list[tuple[Plan, str]] = []

    def commit(plan: Plan, bundle: Bundle, outcome: Outcome[Checked]) -> None:
        if outcome.result is None:
            failed.append((plan, outcome.reason))
            return
        night.store.results.put_packed(plan.digest, outcome.result.result, night.run.number)
        if not plan.lone:
            night.store.readings.put(result_key(night.settings.check), plan.story, outcome.result.readings)
        record_conflicts(night, plan.story, outcome.result.conflicts)
        if outcome.result.changed:
            note_changed(night.store, night.run, plan.story)

    works: list[tuple[str, _Work, bool]] = [("compare", compare_chunk, True), ("check", check_chunk, False)]
    for stage, function, lone in works:
        chunks = _chunk([plan for plan in plans if plan.lone is lone], night.settings.run.chunk)
        night.work(stage, function, chunks, lambda chunk: _bundle(night, chunk), commit, _weigh)
    return failed


def _weigh(plan: Plan) -> float:
    """How many articles to be analysed a plan takes as long as."""
    return len(plan.members) / 2


def note_changed(store: Store, run: Run, story: str) -> None:
    """Remember that pages of a story changed their facts."""
    store.runs.note(run.number, CHANGED + story, b"")


def changed_stories(store: Store, run: Run) -> frozenset[str]:
    """The stories checked in ``run`` of which pages changed their facts, then or before."""
    return frozenset(name.removeprefix(CHANGED) for name in store.runs.find_notes(run.number, CHANGED))


def record_conflicts(night: Night, story: str, findings: Iterable[Finding]) -> None:
    """Hold the conflicts of a story against those of earlier nights."""
    conflicts = [finding for finding in findings if finding.verdict is Verdict.CONFLICT]
    night.store.findings.record(night.run.number, story, conflicts, night.now)


def record_known(night: Night, plans: Sequence[Plan]) -> None:
    """Record what needs no checking: a result of an earlier night that holds again, or nothing left."""
    store = night.store
    store.readings.keep(plan.story for plan in plans)
    still_open = store.findings.count_open()
    for plan in plans:
        if plan.digest:
            known = store.results.latest_digest(plan.story)
            result = None if known in (None, plan.digest) else store.results.get(plan.digest)
            if result is not None:
                record_conflicts(night, plan.story, result.findings)
        elif not plan.missing and plan.story in still_open:
            record_conflicts(night, plan.story, ())


def _find_culprits(night: Night, plans: Sequence[Plan]) -> frozenset[str]:
    """The articles whose values cannot be read even alone; they are set aside."""
    key = result_key(night.settings.check)
    alone = {member.content: replace(plan, members=(member,)) for plan in plans for member in plan.members}
    culprits = set()

    def commit(plan: Plan, bundle: Bundle, outcome: Outcome[None]) -> None:
        if outcome.reason:
            content = plan.members[0].content
            culprits.add(content)
            night.set_aside(key, "extract", content, outcome.reason, bundle.articles[0])

    night.work(
        "probe", probe_chunk, [[p] for p in alone.values()], lambda chunk: _bundle(night, chunk), commit
    )
    return frozenset(culprits)


def _bundle(night: Night, plans: Sequence[Plan]) -> list[Bundle]:
    store, key = night.store, analysis_key(night.settings.check)
    readings = store.readings.get(result_key(night.settings.check), (plan.story for plan in plans))
    kept = (member.content for plan in plans if not plan.lone for member in plan.members)
    packed = store.analyses.get(key, kept)
    return [
        Bundle(
            plan.story,
            tuple(store.articles.load_articles(member.id for member in plan.members)),
            () if plan.lone else tuple(packed[member.content] for member in plan.members),
            readings.get(plan.story, b""),
        )
        for plan in plans
    ]


def _chunk(plans: Sequence[Plan], articles: int) -> list[list[Plan]]:
    """Stories in a row that have about that many articles together."""
    chunks: list[list[Plan]] = []
    room = 0
    for plan in plans:
        if room <= 0:
            chunks.append([])
            room = articles
        chunks[-1].append(plan)
        room -= len(plan.members)
    return chunks
