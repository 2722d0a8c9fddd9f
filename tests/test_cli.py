"""The command line with the stages behind it replaced, so that each behaviour is tested alone."""

import json
import os
import signal
import subprocess
import sys
from dataclasses import replace
from types import ModuleType

import pytest

import discrepancy
from discrepancy.cli import main
from discrepancy.errors import InputError
from discrepancy.model import Kind, Skipped
from tests import factory

ARTICLES = "\n".join(
    json.dumps({"id": a.id, "source": a.source, "text": a.text})
    for story in factory.report().stories
    for a in story.articles
)


@pytest.fixture
def stages(monkeypatch):
    """A ``discrepancy.check`` that returns a report made by hand; tests may replace its functions."""
    stub = ModuleType("discrepancy.check")
    stub.calls = []

    def check_articles(articles, config, *, skipped=(), progress=None):
        stub.calls.append((articles, config, progress))
        return replace(factory.report(), skipped=tuple(skipped))

    def extract_claims(articles, config, *, progress=None):
        stub.calls.append((articles, config, progress))
        article = factory.article("a", "14 people")
        return (factory.mention(article, "14", factory.count(14), Kind.NUMBER),)

    stub.check_articles = check_articles
    stub.extract_claims = extract_claims
    monkeypatch.setitem(sys.modules, "discrepancy.check", stub)
    monkeypatch.setattr(discrepancy, "check", stub, raising=False)
    return stub


@pytest.fixture
def articles(tmp_path):
    path = tmp_path / "articles.jsonl"
    path.write_text(ARTICLES, encoding="utf-8")
    return str(path)


def run(*arguments: object) -> int:
    with pytest.raises(SystemExit) as caught:
        main([str(argument) for argument in arguments])
    return caught.value.code or 0


def without_findings(stages):
    stages.check_articles = lambda *a, **k: replace(factory.report(), findings=())


class TestExitStatus:
    def test_conflicts_are_1(self, stages, articles, capsys):
        assert run("check", articles) == 1
        assert "1 conflict in 3 stories" in capsys.readouterr().out

    def test_no_conflict_is_0(self, stages, articles, capsys):
        without_findings(stages)
        assert run("check", articles) == 0

    def test_exit_zero_is_0_with_conflicts(self, stages, articles, capsys):
        assert run("check", articles, "--exit-zero") == 0

    @pytest.mark.parametrize(
        "arguments",
        [
            pytest.param(["check"], id="no paths"),
            pytest.param(["check", "no-such-file.txt"], id="no such file"),
            pytest.param(["check", "{articles}", "--format", "xml"], id="no such format"),
            pytest.param(["check", "{articles}", "-o", "out.xyz"], id="ending says nothing"),
            pytest.param(["check", "{articles}", "--format", "parquet"], id="parquet to the screen"),
            pytest.param(["check", "{articles}", "-o", "no/such/folder/out.html"], id="unwritable"),
            pytest.param(["check", "{articles}", "--config", "no-such.toml"], id="no such config"),
            pytest.param(["check", "{articles}", "--model", ""], id="empty model"),
            pytest.param(["nosuchverb"], id="no such verb"),
            pytest.param(["names", "one"], id="one name"),
            pytest.param(["names", "a", "b", "--pairs", "x.tsv"], id="names and pairs"),
            pytest.param(["names", "--pairs", "no-such.tsv"], id="no such pairs"),
            pytest.param(["explain", "nosuchid", "{articles}"], id="no such finding"),
        ],
    )
    def test_bad_input_is_2_and_told_on_stderr(self, stages, articles, capsys, arguments):
        assert run(*(a.format(articles=articles) for a in arguments)) == 2
        out, err = capsys.readouterr()
        assert out == ""
        assert err.strip()
        assert "Traceback" not in err

    def test_interrupt_is_130(self, stages, articles, capsys):
        def interrupt(*_, **__):
            raise KeyboardInterrupt

        stages.check_articles = interrupt
        assert run("check", articles) == 130
        assert capsys.readouterr().err.strip() == "interrupted"


class TestErrors:
    def test_own_error_is_one_line(self, stages, articles, capsys):
        def fail(*_, **__):
            raise InputError("a.txt", "two\nlines \x1b[31m", "one")

        stages.check_articles = fail
        assert run("check", articles) == 2
        assert capsys.readouterr().err == "error: a.txt: two lines [31m; expected one\n"

    def test_internal_error_is_one_line_and_says_how_to_see_more(self, stages, articles, capsys):
        stages.check_articles = lambda *a, **k: 1 / 0
        assert run("check", articles) == 2
        err = capsys.readouterr().err
        assert err.startswith(
            "error: internal error: ZeroDivisionError: division by zero (run with --verbose"
        )
        assert len(err.splitlines()) == 1

    def test_verbose_shows_the_traceback_of_an_internal_error(self, stages, articles, capsys):
        stages.check_articles = lambda *a, **k: 1 / 0
        assert run("check", articles, "--verbose") == 2
        assert "Traceback" in capsys.readouterr().err

    def test_unwritable_output_is_found_before_the_work(self, stages, articles, tmp_path, capsys):
        assert run("check", articles, "-o", tmp_path / "none" / "out.html") == 2
        assert stages.calls == []
        assert len(capsys.readouterr().err.splitlines()) == 1

    def test_failure_leaves_the_old_output(self, stages, articles, tmp_path, capsys):
        out = tmp_path / "out.json"
        out.write_text("old")
        stages.check_articles = lambda *a, **k: 1 / 0
        assert run("check", articles, "-o", out) == 2
        assert out.read_text() == "old"
        assert sorted(p.name for p in tmp_path.iterdir()) == ["articles.jsonl", "out.json"]


class TestOutput:
    @pytest.mark.parametrize(
        ("name", "start"),
        [
            pytest.param("out.html", b"<!DOCTYPE html>", id="html"),
            pytest.param("out.HTM", b"<!DOCTYPE html>", id="upper case"),
            pytest.param("out.json", b'{\n "schema_version"', id="json"),
            pytest.param("out.csv", b"story,finding,", id="csv"),
            pytest.param("out.md", b"# 1 conflict", id="markdown"),
            pytest.param("out.txt", b"Kiln bursts", id="text"),
            pytest.param("out.parquet", b"PAR1", id="parquet"),
        ],
    )
    def test_format_follows_the_file_name(self, stages, articles, tmp_path, capsys, name, start):
        assert run("check", articles, "-o", tmp_path / name) == 1
        assert (tmp_path / name).read_bytes().startswith(start)
        assert capsys.readouterr().out == ""

    def test_given_format_beats_the_file_name(self, stages, articles, tmp_path, capsys):
        assert run("check", articles, "--format", "json", "-o", tmp_path / "out.html") == 1
        assert json.loads((tmp_path / "out.html").read_bytes())["schema_version"] == "1"

    @pytest.mark.parametrize("to", [[], ["-o", "-"]], ids=["default", "dash"])
    def test_json_on_standard_output_is_nothing_but_json(self, stages, articles, capsys, to):
        assert run("check", articles, "--format", "json", *to) == 1
        assert json.loads(capsys.readouterr().out)["summary"]["conflicts"] == 1

    def test_no_colour_codes_when_piped(self, stages, articles, capsys):
        run("check", articles)
        assert "\x1b" not in capsys.readouterr().out

    def test_verbose_shows_every_finding(self, stages, articles, capsys):
        run("check", articles)
        assert "When the kiln was fired" not in capsys.readouterr().out
        run("check", articles, "--verbose")
        assert "When the kiln was fired" in capsys.readouterr().out

    def test_explanation_shows_every_comparison(self, stages, articles, capsys):
        assert run("explain", "c0f", articles) == 0
        out = capsys.readouterr().out
        assert "Gazette – Beacon: agree; 14 and 41 are two digits swapped" in out
        assert "When the kiln was fired" not in out

    def test_extraction_is_json_lines(self, stages, articles, capsys):
        assert run("extract", articles) == 0
        assert json.loads(capsys.readouterr().out)["value"] == "14 person"

    def test_extraction_format_follows_the_file_name(self, stages, articles, tmp_path, capsys):
        assert run("extract", articles, "-o", tmp_path / "out.csv") == 0
        assert (tmp_path / "out.csv").read_text().startswith("article,source,")


class TestInput:
    def test_skipped_records_are_told_and_reported(self, stages, articles, tmp_path, capsys):
        (tmp_path / "bad.jsonl").write_text("{not json\n")
        assert run("check", articles, tmp_path / "bad.jsonl", "--keep-going", "--format", "json") == 1
        out, err = capsys.readouterr()
        (skipped,) = json.loads(out)["skipped"]
        assert skipped["path"].endswith("bad.jsonl")
        assert err.startswith("skipped: ")

    def test_quiet_tells_nothing(self, stages, articles, tmp_path, capsys):
        (tmp_path / "bad.jsonl").write_text("{not json\n")
        run("check", articles, tmp_path / "bad.jsonl", "--keep-going", "--quiet")
        assert capsys.readouterr().err == ""

    def test_broken_record_without_keep_going_stops(self, stages, articles, tmp_path, capsys):
        (tmp_path / "bad.jsonl").write_text("{not json\n")
        assert run("check", articles, tmp_path / "bad.jsonl") == 2
        assert "bad.jsonl:1" in capsys.readouterr().err

    def test_flags_beat_the_configuration_file(self, stages, articles, tmp_path, capsys):
        (tmp_path / "c.toml").write_text('[extract]\nmodel = "from_file"\n[compare]\ncertainty = 0.9\n')
        run("check", articles, "--config", tmp_path / "c.toml", "--model", "from_flag")
        config = stages.calls[0][1]
        assert (config.extract.model, config.compare.certainty) == ("from_flag", 0.9)

    def test_nobody_is_told_of_progress_when_standard_error_is_no_terminal(self, stages, articles, capsys):
        run("check", articles)
        assert stages.calls[0][2] is None

    def test_progress_is_drawn_on_a_terminal(self, stages, articles, capsys, monkeypatch):
        def check_articles(given, config, *, skipped, progress):
            progress("read", 1, 2)
            progress("read", 2, 2)
            return factory.report()

        stages.check_articles = check_articles
        monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
        monkeypatch.setenv("TERM", "xterm")
        assert run("check", articles, "--format", "json") == 1
        out, err = capsys.readouterr()
        assert json.loads(out)
        assert "read" in err


class TestNames:
    @pytest.fixture(autouse=True)
    def scores(self, monkeypatch):
        stub = ModuleType("discrepancy.compare.names")
        stub.score_names = lambda left, right: ("same", 1.0) if left == right else ("different", 0.0625)
        monkeypatch.setitem(sys.modules, "discrepancy.compare.names", stub)
        package = ModuleType("discrepancy.compare")
        package.names = stub
        monkeypatch.setitem(sys.modules, "discrepancy.compare", package)

    def test_two_names(self, capsys):
        assert run("names", "Ines Quillard", "Ines Quillard") == 0
        assert capsys.readouterr().out == "same\t1.000\n"

    def test_pairs_give_one_line_each(self, tmp_path, capsys):
        (tmp_path / "pairs.tsv").write_text(
            "\ufeffAda Brook\tAda Brook\nAda Brook\tBo Reed\tignored\n\n", "utf-8"
        )
        assert run("names", "--pairs", tmp_path / "pairs.tsv") == 0
        assert capsys.readouterr().out == "same\t1.000\ndifferent\t0.062\n"

    @pytest.mark.parametrize("line", ["no tab here", "\tno first", "no second\t"])
    def test_bad_pair_is_named_with_its_line(self, tmp_path, capsys, line):
        (tmp_path / "pairs.tsv").write_text(f"a\tb\n{line}\n", "utf-8")
        assert run("names", "--pairs", tmp_path / "pairs.tsv") == 2
        out, err = capsys.readouterr()
        assert out == ""
        assert "pairs.tsv:2" in err

    def test_no_pairs_give_no_lines(self, tmp_path, capsys):
        (tmp_path / "pairs.tsv").write_text("")
        assert run("names", "--pairs", tmp_path / "pairs.tsv") == 0
        assert capsys.readouterr().out == ""


STUB = """
import sys, types
sys.path.insert(0, {root!r})
from tests import factory
stub = types.ModuleType("discrepancy.check")
{body}
stub.check_articles = check_articles
sys.modules["discrepancy.check"] = stub
from discrepancy.cli import main
main(sys.argv[1:])
"""


def start(body: str, *arguments: str, **options: object) -> subprocess.Popen[bytes]:
    """The command line in a process of its own with ``check_articles`` defined by ``body``."""
    root = str(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
    code = STUB.format(root=root, body=body)
    return subprocess.Popen(
        [sys.executable, "-c", code, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE, **options
    )


def test_reader_that_goes_away_is_no_error(articles):
    body = "def check_articles(*a, **k):\n    sys.stdin.read()\n    return factory.report()"
    process = start(body, "check", articles, "--format", "json", stdin=subprocess.PIPE)
    process.stdout.close()
    process.stdin.close()
    assert (process.wait(60), process.stderr.read()) == (141, b"")
    process.stderr.close()


def test_control_c_ends_without_traceback(articles):
    body = "def check_articles(*a, **k):\n    import time\n    print('up', flush=True)\n    time.sleep(60)"
    with start(body, "check", articles) as process:
        assert process.stdout.readline() == b"up\n"
        process.send_signal(signal.SIGINT)
        err = process.stderr.read()
        assert (process.wait(60), err.strip()) == (130, b"interrupted")


@pytest.mark.parametrize("arguments", [["--help"], ["check", "--help"], ["--version"]])
def test_help_and_version_load_nothing_heavy(arguments):
    heavy = ("spacy", "pandas", "numpy", "rich")
    code = (
        "import sys, atexit\n"
        f"atexit.register(lambda: print([m for m in {heavy} if m in sys.modules], file=sys.stderr))\n"
        f"from discrepancy.cli import main\nmain({arguments})"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.startswith(("Usage: discrepancy", "discrepancy 0."))
    assert done.stderr == "[]\n"


def test_output_is_utf8_in_any_locale(articles):
    body = "def check_articles(*a, **k):\n    return factory.report()"
    environment = {"PATH": os.environ["PATH"], "LC_ALL": "C", "PYTHONIOENCODING": "latin-1"}
    for form in ("json", "terminal"):
        with start(body, "check", articles, "--format", form, env=environment) as process:
            out, err = process.communicate(timeout=60)
            assert (process.returncode, err) == (1, b"")
            assert b"Ines" in out or b"odd one out" in out


def test_module_runs_as_a_program():
    done = subprocess.run(
        [sys.executable, "-m", "discrepancy", "--version"], capture_output=True, text=True, check=True
    )
    assert done.stdout.startswith("discrepancy 0.")


def test_skipped_line_numbers_are_shown(stages, capsys, monkeypatch):
    from discrepancy import load

    given = load.Loaded((), (Skipped("x.csv", 7, "no text"), Skipped("y.txt", None, "empty")))
    monkeypatch.setattr(load, "load_articles", lambda *a, **k: given)
    run("check", "x.csv", "--keep-going")
    assert capsys.readouterr().err == "skipped: x.csv:7: no text\nskipped: y.txt: empty\n"
