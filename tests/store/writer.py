"""A run as a process of its own, to be killed: ``python -m tests.store.writer STORE VERB NUMBER``.

``run NIGHTS`` says on standard output when it begins and after each commit; begun anew it goes on where
it was. ``prune NIGHTS`` removes what was seen before that night and vacuums. A third number is the
most bytes that its files may have.
"""

from __future__ import annotations

import resource
import signal
import sys
from dataclasses import replace
from datetime import timedelta

from discrepancy.model import Report
from discrepancy.store import Store
from tests.store.nights import NIGHT, two_stories, work

STORIES = 12


def night_report(night: int) -> Report:
    """Twelve stories; in each night the finding of another third of them is gone."""
    made = two_stories()
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


def run_nights(store: Store, nights: int) -> None:
    """Run every night that is not done yet."""
    done = sum(run.status == "done" for run in store.runs.all())
    for night in range(done, nights):
        run_night(store, night)


def prune(store: Store, nights: int) -> None:
    """Remove what was seen before that night."""
    store.prune(NIGHT + timedelta(days=nights))
    store.vacuum()


def main(path: str, verb: str, number: str, size: str = "") -> None:
    """Do what the command line says."""
    if size:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (int(size), int(size)))
    say(0, "begin")
    with Store.open(path) as store:
        {"run": run_nights, "prune": prune}[verb](store, int(number))


if __name__ == "__main__":
    main(*sys.argv[1:])
