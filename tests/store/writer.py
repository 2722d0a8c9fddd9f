"""A run as a process of its own, to be killed: ``python -m tests.store.writer STORE NIGHTS``.

After each commit it says so on standard output; begun anew it goes on where it was.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import timedelta

from discrepancy.model import Report
from discrepancy.store import Store
from tests import factory
from tests.store.nights import NIGHT, work

STORIES = 12


def night_report(night: int) -> Report:
    """Twelve stories; in each night the finding of another third of them is gone."""
    made = factory.report()
    stories, findings = [], []
    for number in range(STORIES):
        name = f"story-{number}"
        articles = tuple(
            replace(a, id=f"{name}-{a.id}", text=f"{a.text}\n{name}, {night // 2 * 'again '}")
            for a in made.stories[0].articles
        )
        stories.append(replace(made.stories[0], id=name, articles=articles))
        findings += [
            replace(f, slot=replace(f.slot, story_id=name))
            for position, f in enumerate(made.findings)
            if (number + night + position) % 3
        ]
    return Report(tuple(stories), tuple(findings))


def run_night(store: Store, night: int) -> None:
    """One night, or what is left of it."""
    at = NIGHT + timedelta(days=night)
    run = store.runs.unfinished() or store.runs.start("code 1", "settings 1", at)
    report = night_report(night)
    for story in report.stories:
        with store.transaction():
            work(store, run, at, Report((story,), report.findings))
        say(run.number, story.id)
    store.runs.finish(run.number, "done", {"night": night}, at)
    say(run.number, "done")


def say(run: int, what: str) -> None:
    """One line that whoever kills this process can count on."""
    sys.stdout.write(f"{run} {what}\n")
    sys.stdout.flush()


def main(path: str, nights: int) -> None:
    """Run every night that is not done yet."""
    with Store.open(path) as store:
        done = sum(run.status == "done" for run in store.runs.all())
        for night in range(done, nights):
            run_night(store, night)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
