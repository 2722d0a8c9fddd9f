"""What the README says is so: commands, options, keys, columns, examples."""

import csv
import io
import json
import re
import tomllib
from dataclasses import fields
from pathlib import Path

import click
import pytest

import discrepancy
from discrepancy.cli import CHECK_FORMATS, EXTRACT_FORMATS, cli
from discrepancy.config import Config
from discrepancy.errors import ConfigError
from discrepancy.export import SUFFIXES
from discrepancy.load import READERS
from discrepancy.model import Kind, Severity, Verdict
from discrepancy.report import render_report
from discrepancy.store.tables import TABLES
from tests import factory

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
SHELL = re.findall(r"```sh\n(.*?)\n```", README, re.S)


def section(title: str) -> str:
    """The text below the heading ``title`` up to the next of its rank or higher."""
    rank = title.split(" ")[0]
    body = README.split(f"{title}\n", 1)[1]
    return re.split(rf"^#{{1,{len(rank)}}} [A-Z`]", body, maxsplit=1, flags=re.M)[0]


def heading(name: str) -> str:
    return next(line for line in README.splitlines() if line.startswith(f"### `discrepancy {name} "))


def verbs(command: click.Command) -> list[click.Command]:
    """The verb itself, or every verb of its group."""
    return list(command.commands.values()) if isinstance(command, click.Group) else [command]


def test_sections_stand_in_their_order():
    headings = [line[3:] for line in README.splitlines() if line.startswith("## ")]
    assert headings == [
        "One minute", "Command line", "Python", "Output", "Measured", "Configuration", "Operations",
        "Architecture", "Developing", "Decisions", "Changes", "Licence",
    ]  # fmt: skip


def test_ci_runs_the_readme_command():
    run = [line for line in (ROOT / ".ci/run").read_text().splitlines() if line.startswith("sh ")]
    assert run == [line for line in SHELL if "pytest" in line]


def test_first_command_checks_the_sample_and_leaves_a_page():
    assert SHELL[0].endswith(" check data/sample -o report.html --exit-zero")


def test_every_verb_is_documented_and_no_other():
    documented = re.findall(r"^### `discrepancy (\w+)", README, re.M)
    assert sorted(documented) == sorted(cli.commands)


@pytest.mark.parametrize("name", sorted(cli.commands))
def test_every_option_is_documented_and_no_other(name):
    command = cli.commands[name]
    table = [line.split("|")[1] for line in section(heading(name)).splitlines() if line.startswith("| `")]
    documented = set(re.findall(r"`(--?[\w-]+)`", "".join(table)))
    real = {
        opt for verb in verbs(command) for p in verb.params if isinstance(p, click.Option) for opt in p.opts
    }
    assert documented == real


@pytest.mark.parametrize("name", sorted(cli.commands))
def test_every_option_and_verb_explains_itself(name):
    for command in verbs(cli.commands[name]):
        assert command.help
        assert all(p.help for p in command.params if isinstance(p, click.Option))


@pytest.mark.parametrize("name", [n for n, c in sorted(cli.commands.items()) if isinstance(c, click.Group)])
def test_every_verb_of_a_group_is_documented_and_no_other(name):
    rows = [line.split("|")[1] for line in section(heading(name)).splitlines() if line.startswith("| `")]
    documented = {word for row in rows for word in re.findall(r"`([a-z]+)[` ]", row)}
    assert documented == set(cli.commands[name].commands)


def test_formats_and_endings_are_documented():
    check, extract = section(heading("check")), section(heading("extract"))
    assert all(f"`{name}`" in check for name in (*CHECK_FORMATS, *SUFFIXES))
    assert all(f"`{name}`" in extract for name in EXTRACT_FORMATS)
    assert all(f"`{ending}`" in section("## Command line") for ending in READERS)


def test_configuration_shows_every_key_with_its_default():
    block = re.search(r"```toml\n(.*?)```", section("## Configuration"), re.S)
    assert block
    uncommented = re.sub(r"^# (\w+ = )", r"\1", block[1], flags=re.M)
    shown, real = tomllib.loads(uncommented), Config()
    assert Config.from_table(tomllib.loads(block[1])) == real
    assert {name: set(keys) for name, keys in shown.items()} == {
        part.name: {key.name for key in fields(getattr(real, part.name))} for part in fields(Config)
    }


def test_configuration_refuses_what_is_not_shown():
    with pytest.raises(ConfigError, match="unknown key 'thresold'"):
        Config.from_table({"group": {"thresold": 0.3}})


def test_exported_tables_are_documented():
    rows = re.findall(r"^\| `(\w+)\.parquet` \| (.*) \|$", section(heading("store")), re.M)
    documented = {name: re.findall(r"`(\w+)`", columns) for name, columns in rows}
    assert documented == {name: list(table.columns) for name, table in TABLES.items()}


def test_table_columns_are_documented():
    header = next(csv.reader(io.StringIO(render_report(factory.report(), "csv"))))
    rows = [line.split("|")[1] for line in section("## Output").splitlines() if line.startswith("| `")]
    assert re.findall(r"`(\w+)`", " ".join(rows)) == header


def test_json_fields_are_documented():
    def keys(value):
        if isinstance(value, dict):
            return set(value) | {key for inner in value.values() for key in keys(inner)}
        return {key for inner in value for key in keys(inner)} if isinstance(value, list) else set()

    block = section("## Output").split("```")[1]
    real = keys(json.loads(render_report(factory.report(), "json")))
    assert set(re.findall(r'"([a-z_]+)"', block)) == real


@pytest.mark.parametrize("word", [*Verdict, *Severity, *Kind])
def test_every_verdict_severity_and_kind_is_explained(word):
    assert f"`{word.value}`" in section("## Output")


def test_public_names_are_documented():
    assert all(f"`{name}" in section("## Python") for name in discrepancy.__all__)


def test_files_that_are_named_exist():
    names = re.findall(r"`((?:benchmarks|data|discrepancy|tests|\.ci)/[\w./-]*)`|sh (\.ci/\w+)", README)
    programs = re.findall(r"`python (?:-m pytest )?(benchmarks/\w+\.py)", README)
    assert names
    assert programs
    assert [name for name in (*map("".join, names), *programs) if not (ROOT / name).exists()] == []


def test_every_module_is_in_the_architecture():
    def known(text: str) -> set[str]:
        return {name.rstrip("/") for name in re.findall(r"`([\w./]+)`", text)}

    def modules(folder: Path) -> set[str]:
        paths = (path for path in folder.iterdir() if path.suffix == ".py" or (path / "__init__.py").exists())
        return {path.stem for path in paths if not path.stem.startswith("__")}

    package = ROOT / "discrepancy"
    text, alignment = section("## Architecture").split("**Alignment**")
    assert modules(package) - known(text) == set()
    assert modules(package / "align") - known(alignment) == set()


def test_every_decision_is_dated_and_can_be_reversed():
    decisions = [line for line in section("## Decisions").splitlines() if line.startswith("- ")]
    assert decisions
    dated = re.compile(r"- \*\*\d{4}-\d\d-\d\d, ")
    assert [line for line in decisions if not dated.match(line) or "Reverse " not in line] == []


def test_the_table_of_figures_can_be_filled_in():
    assert README.count("<!-- figures -->") == 2
    rows = [line.count("|") for line in README.split("<!-- figures -->")[1].strip().splitlines()]
    assert len(rows) > 2
    assert set(rows) == {7}


def test_no_address_of_a_package_index():
    for name in (
        "README.md",
        "requirements.txt",
        "requirements.in",
        "pyproject.toml",
        ".ci/setup",
        ".ci/run",
    ):
        assert "://" not in (ROOT / name).read_text(encoding="utf-8")


def test_every_data_file_of_the_package_is_shipped():
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    patterns = settings["tool"]["setuptools"]["package-data"]["discrepancy"]
    package = ROOT / "discrepancy"
    shipped = {path for pattern in patterns for path in package.glob(pattern)}
    files = {p for p in package.rglob("*") if p.is_file() and p.suffix not in (".py", ".pyc")}
    assert files - shipped == set()


@pytest.mark.slow
class TestExamples:
    @pytest.fixture(scope="class")
    @staticmethod
    def report():
        return discrepancy.check_paths([ROOT / "data/sample"])

    def test_sample_output_is_what_the_readme_shows(self, report, regen):
        text = render_report(report, "terminal")
        block = f"<!-- sample -->\n```text\n{text}```\n<!-- /sample -->"
        pattern = r"<!-- sample -->.*?<!-- /sample -->"
        if regen:
            written = re.sub(pattern, lambda _: block, README, flags=re.S)
            (ROOT / "README.md").write_text(written, encoding="utf-8")
        shown = re.search(pattern, (ROOT / "README.md").read_text(encoding="utf-8"), re.S)
        assert shown
        assert shown[0] == block

    def test_python_example_runs(self, monkeypatch, capsys):
        monkeypatch.chdir(ROOT)
        code = re.search(r"```python\n(.*?)```", README, re.S)
        assert code
        namespace: dict[str, object] = {}
        exec(code[1], namespace)
        shown = capsys.readouterr().out.splitlines()
        assert len(shown) == sum(f.verdict is Verdict.CONFLICT for f in namespace["report"].findings) > 0
        assert set(namespace["conflicts"]["verdict"]) == {"conflict"}

    def test_what_was_built_into_the_sample_is_found(self, report):
        texts = [
            {c.mention.text for c in f.slot.claims} for f in report.findings if f.verdict is Verdict.CONFLICT
        ]
        built_in = [
            {"March 2016", "March 2018"},
            {"Helena Vasquarre", "Helena Vasquare"},
            {"640", "460"},
            {"11", "17"},
        ]
        assert [pair for pair in built_in if not any(pair <= found for found in texts)] == []
