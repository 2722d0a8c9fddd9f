"""One suite for all engines: the same outcomes in the same order, whatever dies on the way."""

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from discrepancy.engine import open_engine, processes
from discrepancy.errors import ConfigError, EngineError, MissingExtra
from tests.engine import work

CHUNKS = [[1, 2, 3], [], [4], [5, 6]]
ENGINES = [
    pytest.param("serial", id="serial"),
    pytest.param("processes", id="processes"),
    pytest.param("dask", id="dask", marks=pytest.mark.slow),
]


@pytest.fixture
def engine(request, dask_cluster):
    """Opens an engine by name; the Dask one on a cluster of its own processes."""

    def start(name, **options):
        scheduler = request.getfixturevalue("dask_cluster")().address if name == "dask" else ""
        return open_engine(name, workers=2, scheduler=scheduler, **options)

    return start


def gather(engine, function, chunks):
    return [[(o.result, o.reason) for o in outcomes] for outcomes in engine.map(function, chunks)]


def gather_rest(outcomes):
    return [o.result for (o,) in outcomes]


@pytest.mark.parametrize("name", ENGINES)
class TestEveryEngine:
    def test_outcomes_come_in_order(self, name, engine):
        with engine(name) as opened:
            assert gather(opened, work.double, CHUNKS) == [
                [(2, ""), (4, ""), (6, "")],
                [],
                [(8, "")],
                [(10, ""), (12, "")],
            ]
            assert gather(opened, work.double, []) == []

    def test_what_raises_or_hangs_is_quarantined_alone(self, name, engine):
        with engine(name, limit=1.0) as opened:
            outcomes = gather(opened, work.unlucky, [range(10, 15), range(15, 20), range(31, 35)])
        flat = [pair for chunk in outcomes for pair in chunk]
        assert flat == [
            (None, "ValueError: 13 is bad luck")
            if item == 13
            else (None, "took longer than 1 s")
            if item == 33
            else (2 * item, "")
            for item in (*range(10, 20), *range(31, 35))
        ]

    def test_an_error_of_ours_concerns_the_whole_run(self, name, engine):
        with engine(name) as opened, pytest.raises(ConfigError, match="no such model"):
            gather(opened, work.misconfigured, CHUNKS)

    def test_a_result_too_few_is_an_error(self, name, engine):
        with engine(name) as opened, pytest.raises(EngineError, match="2 results for 3 items"):
            gather(opened, work.forget_one, CHUNKS[:1])

    def test_an_error_that_cannot_be_pickled_is_told_in_one_line(self, name, engine):
        with engine(name) as opened:
            assert gather(opened, work.raise_odd_error, [[1]]) == [
                [(None, "UnpicklableError: it broke in two lines")]
            ]

    def test_chunks_are_drawn_as_workers_come_free(self, name, engine):
        drawn = []

        def chunks():
            for number in range(50):
                drawn.append(number)
                yield [number]

        with engine(name) as opened:
            outcomes = opened.map(work.double, chunks())
            next(outcomes)
            assert len(drawn) <= 6
            outcomes.close()

    def test_ended_chunks_end_the_run_with_what_was_drawn(self, name, engine):
        stop = threading.Event()
        drawn = []

        def chunks():
            for number in range(50):
                if stop.is_set():
                    return
                drawn.append(number)
                yield [number]

        done = []
        with engine(name) as opened:
            for (outcome,) in opened.map(work.double, chunks()):
                done.append(outcome.result)
                stop.set()
        assert done == [2 * number for number in drawn]


SURVIVORS = [
    pytest.param("processes", id="processes"),
    pytest.param("dask", id="dask", marks=pytest.mark.slow),
]


@pytest.mark.parametrize("name", SURVIVORS)
class TestEveryEngineOfProcesses:
    def test_what_kills_its_worker_is_quarantined_alone(self, name, engine):
        items = [*range(20, 28), *range(40, 44)]
        with engine(name) as opened:
            outcomes = gather(opened, work.poison, [items[:8], items[8:]])
        assert [pair for chunk in outcomes for pair in chunk] == [
            (None, "killed its worker process") if item == 23 else (2 * item, "") for item in items
        ]

    def test_a_worker_killed_by_somebody_else_costs_nothing(self, name, engine, tmp_path):
        with engine(name) as opened:
            outcomes = gather(opened, work.fall_once, [[(str(tmp_path), 1)], [(str(tmp_path), 2)]])
        assert outcomes == [[(2, "")], [(4, "")]]

    def test_work_is_done_elsewhere(self, name, engine):
        with engine(name) as opened:
            processes = {o.result for (o,) in opened.map(work.tell_process, [[n] for n in range(8)])}
        assert os.getpid() not in processes


class TestProcesses:
    @pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="threads cannot be counted here")
    def test_numpy_takes_no_further_threads(self, monkeypatch):
        monkeypatch.delenv("OPENBLAS_NUM_THREADS", raising=False)
        with open_engine("processes") as opened:
            outcomes = gather(opened, work.count_threads, [[1], [2]])
        monkeypatch.setenv("OPENBLAS_NUM_THREADS", "4")
        with open_engine("processes") as opened:
            asked = gather(opened, work.count_threads, [[1], [2]])
        assert outcomes[0] < asked[0]

    def test_a_worker_is_replaced_before_it_grows_large(self, monkeypatch):
        monkeypatch.setattr(processes, "RENEWED", 4)
        chunks = [[n, n] for n in range(6)]
        with open_engine("processes", workers=1) as opened:
            told = [[o.result for o in outcomes] for outcomes in opened.map(work.tell_process, chunks)]
        workers = [process for (process, again) in told if process == again]
        assert workers[0::2] == workers[1::2]
        assert len({*workers}) == 3

    def test_preparation_that_fails_is_told(self):
        with (
            open_engine("processes", prepare=work.fail_to_prepare) as opened,
            pytest.raises(ConfigError, match="cannot prepare"),
        ):
            gather(opened, work.double, CHUNKS)

    def test_workers_that_die_while_starting_end_the_run(self):
        with (
            open_engine("processes", prepare=work.die) as opened,
            pytest.raises(EngineError, match="die while they start"),
        ):
            gather(opened, work.double, CHUNKS)

    def test_signals_of_the_terminal_leave_the_workers_alone(self):
        with open_engine("processes") as opened:
            outcomes = opened.map(work.tell_process, [[n] for n in range(4)])
            (first,) = next(outcomes)
            os.kill(first.result, signal.SIGINT)
            os.kill(first.result, signal.SIGTERM)
            assert {o.result for (o,) in outcomes} == {first.result}

    def test_workers_end_with_a_parent_that_is_killed(self):
        code = (
            "from discrepancy.engine import open_engine\n"
            "from tests.engine import work\n"
            "if __name__ == '__main__':\n"
            "    with open_engine('processes') as engine:\n"
            "        for (outcome,) in engine.map(work.tell_process, ([n] for n in range(10**9))):\n"
            "            print(outcome.result, flush=True)\n"
        )
        root = Path(__file__).parents[2]
        parent = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True, cwd=root)
        with parent:
            assert parent.stdout
            worker = int(parent.stdout.readline())
            parent.kill()
        assert gone(worker)


def gone(process: int) -> bool:
    """Whether the process ends; one that does not ends the test by the suite's patience instead."""
    for _ in range(600):
        try:
            os.kill(process, 0)
        except ProcessLookupError:
            return True
        state = Path(f"/proc/{process}/stat")
        if state.exists() and state.read_text().rsplit(")", 1)[1].split()[0] == "Z":
            return True
        time.sleep(0.1)
    return False


@pytest.mark.slow
class TestDask:
    def test_a_worker_killed_under_way_costs_nothing(self, dask_cluster):
        cluster = dask_cluster()
        with open_engine("dask", scheduler=cluster.address) as opened:
            outcomes = opened.map(work.slow, [[n] for n in range(12)])
            first = next(outcomes)
            os.kill(cluster.worker_process(), signal.SIGKILL)
            assert [o.result for (o,) in (first, *outcomes)] == [2 * n for n in range(12)]

    def test_a_nanny_killed_with_its_worker_costs_nothing(self, dask_cluster):
        cluster = dask_cluster()
        with open_engine("dask", scheduler=cluster.address) as opened:
            outcomes = opened.map(work.slow, [[n] for n in range(12)])
            first = next(outcomes)
            cluster.kill_machine()
            assert [o.result for (o,) in (first, *outcomes)] == [2 * n for n in range(12)]

    def test_a_scheduler_that_is_killed_ends_the_run_in_one_line(self, dask_cluster, monkeypatch):
        monkeypatch.setattr("discrepancy.engine.dask.CONNECT", 2.0)
        cluster = dask_cluster()
        with open_engine("dask", scheduler=cluster.address) as opened:
            outcomes = opened.map(work.slow, [[n] for n in range(100)])
            assert [next(outcomes)[0].result, next(outcomes)[0].result] == [0, 2]
            cluster.kill_scheduler()
            with pytest.raises(EngineError, match="the scheduler is gone"):
                gather_rest(outcomes)

    def test_no_scheduler_is_an_error(self, monkeypatch):
        monkeypatch.setattr("discrepancy.engine.dask.CONNECT", 1.0)
        engine = open_engine("dask", scheduler="tcp://127.0.0.1:9")
        with pytest.raises(EngineError, match="no scheduler answers"):
            engine.__enter__()


def test_an_unknown_engine_is_refused():
    with pytest.raises(ConfigError, match="expected one of serial, processes, dask"):
        open_engine("threads")


def test_dask_needs_an_address():
    with pytest.raises(ConfigError, match="its address"):
        open_engine("dask")


def test_an_extra_that_is_absent_is_told(monkeypatch):
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(MissingExtra, match=r"pip install 'discrepancy\[dask\]'"):
        open_engine("dask", scheduler="tcp://127.0.0.1:9").__enter__()
