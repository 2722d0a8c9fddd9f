"""What is new, changed, resolved and come back from night to night, and what the desk says of it."""

from dataclasses import replace
from datetime import timedelta

import pytest

from discrepancy.errors import StoreError
from discrepancy.model import Kind, Severity, Verdict
from discrepancy.store import Change, State
from tests import factory
from tests.store.nights import NIGHT

QUESTION = "how many people were injured"


def conflict(said, *, id="f1", question=QUESTION, severity=Severity.REFILE):  # noqa: A002
    """A conflict over numbers: source → number."""
    claims = [
        factory.claim(
            factory.article(source, f"{number} people"), str(number), factory.count(number), Kind.NUMBER
        )
        for source, number in said.items()
    ]
    return factory.finding(question, claims, Verdict.CONFLICT, id=id, severity=severity)


TOLL = conflict({"gazette": 11, "herald": 17, "beacon": 11})
RISEN = conflict({"gazette": 11, "herald": 18, "beacon": 11}, id="f2")
REWORDED = conflict({"gazette": 11, "herald": 18, "beacon": 11}, id="f3", question="number of the injured")
OTHER = conflict({"gazette": 3, "herald": 5}, id="f4", question="how many people died")


@pytest.fixture
def record(store):
    """Record one night's findings of a story; a night is a run and starts where the last ended."""

    def one(night, *findings, story="s1"):
        while (run := store.runs.latest()) is None or run.number < night:
            at = NIGHT + timedelta(days=run.number if run else 0)
            store.runs.start("code 1", "settings 1", at)
        store.database.write("INSERT OR IGNORE INTO stories VALUES (?, 1)", (story,))
        return store.findings.record(night, story, findings, NIGHT + timedelta(days=night))

    return one


def told(recorded):
    return [(known.key, known.change.value) for known in recorded]


@pytest.mark.parametrize(
    ("nights", "expected"),
    [
        pytest.param([[TOLL]], [("f1", "new")], id="seen first"),
        pytest.param([[TOLL], [TOLL]], [("f1", "same")], id="as last night"),
        pytest.param([[TOLL], []], [("f1", "resolved")], id="gone"),
        pytest.param([[TOLL], [], []], [], id="gone for long"),
        pytest.param([[TOLL], [], [TOLL]], [("f1", "reopened")], id="come back"),
        pytest.param([[TOLL], [], [RISEN]], [("f1", "reopened")], id="come back with other values"),
        pytest.param([[TOLL], [RISEN]], [("f1", "changed")], id="another value, so another id"),
        pytest.param([[TOLL], [REWORDED]], [("f1", "changed")], id="other words, most values kept"),
        pytest.param([[TOLL], [RISEN], [TOLL]], [("f1", "changed")], id="there and back"),
        pytest.param([[TOLL], [OTHER]], [("f4", "new"), ("f1", "resolved")], id="another question"),
        pytest.param([[TOLL, OTHER], [OTHER, RISEN]], [("f4", "same"), ("f1", "changed")], id="one of two"),
        pytest.param(
            [[TOLL], [replace(TOLL, severity=Severity.CORRECT)]], [("f1", "changed")], id="another severity"
        ),
        pytest.param(
            [[TOLL], [replace(TOLL, confidence=0.7)]], [("f1", "same")], id="only another confidence"
        ),
        pytest.param([[TOLL], [TOLL], [TOLL], []], [("f1", "resolved")], id="gone after three nights"),
        pytest.param(
            [[TOLL], [conflict({"gazette": 11, "herald": 17, "beacon": 11, "crier": 17}, id="f9")]],
            [("f1", "changed")],
            id="another source",
        ),
        pytest.param(
            [[TOLL], [], [conflict({"crier": 2, "bugle": 4}, id="f8", question="of another event")]],
            [("f8", "new")],
            id="resolved ones are no match for other questions",
        ),
    ],
)
def test_what_a_night_changed(store, record, nights, expected):
    for night, findings in enumerate(nights, 1):
        recorded = record(night, *findings)
    assert told(recorded) == expected
    assert told(record(len(nights), *nights[-1])) == expected, "recorded twice"
    written = [entry for entry in sorted(expected) if entry[1] != "same"]
    assert sorted(told(store.findings.changes(len(nights)))) == written


def test_a_changed_finding_shows_what_it_was(record, store):
    record(1, TOLL)
    [changed] = record(2, RISEN)
    assert (changed.finding, changed.previous, changed.first_run, changed.last_run) == (RISEN, TOLL, 1, 2)
    assert list(store.findings.changes(2)) == [changed]
    [resolved] = record(3)
    assert (resolved.finding, resolved.previous, resolved.last_run) == (RISEN, None, 3)


def test_open_findings_are_those_not_resolved(record, store):
    record(1, TOLL, OTHER)
    record(1, TOLL, story="s2")
    record(2, RISEN)
    assert [(f.story, f.finding.id) for f in store.findings.open()] == [("s1", "f2"), ("s2", "f1")]
    assert [f.key for f in store.findings.open("s2")] == ["f1"]


def test_open_findings_are_counted_story_by_story(record, store):
    record(1, TOLL, OTHER)
    record(1, TOLL, story="s2")
    record(2, OTHER)
    record(2, story="s2")
    assert store.findings.count_open() == {"s1": 1}


def test_stories_do_not_mix(record):
    record(1, TOLL)
    assert told(record(2, TOLL, story="s2")) == [("f1", "new")]
    assert told(record(2, TOLL)) == [("f1", "same")]


def test_recording_again_with_another_outcome_forgets_the_first(record, store):
    record(1, TOLL)
    record(2, RISEN, OTHER)
    assert told(record(2, TOLL)) == [("f1", "same")]
    assert not list(store.findings.changes(2))
    assert [f.finding.id for f in store.findings.open()] == ["f1"]
    assert told(record(2, RISEN, OTHER)) == [("f1", "changed"), ("f4", "new")]


def test_an_old_id_that_means_another_question_gets_a_key_of_its_own(record):
    record(1, TOLL)
    record(2, RISEN)
    again = conflict({"crier": 2, "bugle": 4}, id="f1", question="how many dogs")
    assert told(record(3, RISEN, again)) == [("f1", "same"), ("f1-3", "new")]
    assert told(record(3, RISEN, again)) == [("f1", "same"), ("f1-3", "new")]
    assert told(record(4, RISEN, again)) == [("f1", "same"), ("f1-3", "same")]


class TestTriage:
    def triage(self, store, state, comment="", who="Ada"):
        store.findings.triage("s1", "f1", State(state), who, comment, NIGHT)

    def states(self, store):
        return [entry.state.value for entry in store.findings.history("s1", "f1")]

    def test_the_last_word_counts_and_all_are_kept(self, record, store):
        record(1, TOLL)
        self.triage(store, "confirmed")
        self.triage(store, "corrected", "notice sent")
        self.triage(store, "corrected", "notice sent")
        assert self.states(store) == ["confirmed", "corrected"]
        [known] = store.findings.open()
        assert known.state is State.CORRECTED
        [entry] = store.findings.history("s1", "f1")[1:]
        assert (entry.who, entry.comment, entry.at) == ("Ada", "notice sent", NIGHT)

    @pytest.mark.parametrize(
        ("state", "nights", "expected"),
        [
            pytest.param("dismissed", [[TOLL]], "dismissed", id="same facts"),
            pytest.param("dismissed", [[RISEN]], "open", id="other facts"),
            pytest.param("corrected", [[]], "corrected", id="resolved"),
            pytest.param("corrected", [[], [TOLL]], "open", id="come back"),
            pytest.param("confirmed", [[RISEN]], "confirmed", id="confirmed stays"),
        ],
    )
    def test_what_is_settled_is_opened_when_its_facts_change(self, record, store, state, nights, expected):
        record(1, TOLL)
        self.triage(store, state)
        for night, findings in enumerate(nights, 2):
            for _ in range(2):
                recorded = record(night, *findings)
        assert [known.state.value for known in recorded] == [expected]
        assert self.states(store) == [state] + ["open"] * (expected == "open")

    def test_a_decision_after_the_run_stands_when_the_run_is_repeated(self, record, store):
        record(1, TOLL)
        self.triage(store, "dismissed")
        record(2, RISEN)
        self.triage(store, "dismissed", "again")
        [known] = record(2, RISEN)
        assert known.state is State.DISMISSED
        assert self.states(store) == ["dismissed", "open", "dismissed"]

    def test_findings_are_found_by_the_beginning_of_key_or_id(self, record, store):
        record(1, TOLL)
        record(2, RISEN, OTHER)
        assert store.findings.find("f1") == store.findings.find("f2") == [("s1", "f1", QUESTION)]
        assert [key for _, key, _ in store.findings.find("f")] == ["f1", "f4"]
        assert store.findings.find("%") == store.findings.find("x") == []

    def test_an_unknown_finding_is_told(self, store):
        with pytest.raises(StoreError, match="has no finding 'f1' in story 's1'"):
            self.triage(store, "open")


def test_changes_are_the_values_that_are_documented():
    assert [change.value for change in Change] == ["new", "changed", "resolved", "reopened", "same"]
    assert [state.value for state in State] == ["open", "confirmed", "dismissed", "corrected"]
