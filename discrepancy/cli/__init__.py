"""The command line: each verb parses, makes one public call and writes the result.

Results go to standard output or ``-o``; progress and errors go to standard error. Exit status 0
means no conflict, 1 conflicts, 2 bad input or failure, 130 interrupted, 141 reader gone. Everything
heavy is imported inside the verbs, so that ``--help`` answers at once.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar, cast

import click

from discrepancy import __version__
from discrepancy.cli.nightly import nightly
from discrepancy.cli.store import store_verbs
from discrepancy.cli.streams import ReaderGone, show_progress, tell, write_out
from discrepancy.engine.footprint import collect_seldom, use_one_thread
from discrepancy.errors import ConfigError, DiscrepancyError, InputError

if TYPE_CHECKING:
    from discrepancy.config import Config
    from discrepancy.export import Format
    from discrepancy.load import Loaded
    from discrepancy.model import Report, Skipped
    from discrepancy.output import OutputFile

_Command = TypeVar("_Command", bound=Callable[..., Any])

CHECK_FORMATS = ("terminal", "html", "markdown", "json", "csv", "parquet")
EXTRACT_FORMATS = ("jsonl", "csv", "parquet")
_EXTRACT_SUFFIXES = {".jsonl": "jsonl", ".csv": "csv", ".parquet": "parquet"}


def _options(*options: Callable[[_Command], _Command]) -> Callable[[_Command], _Command]:
    def add(command: _Command) -> _Command:
        for option in reversed(options):
            command = option(command)
        return command

    return add


_INPUT = _options(
    click.argument("paths", nargs=-1, required=True, metavar="PATHS..."),
    click.option(
        "--config", "config_path", type=click.Path(), metavar="TOML", help="Settings, see the README."
    ),
    click.option("--model", metavar="NAME", help="Installed spaCy pipeline to use."),
    click.option("--keep-going", is_flag=True, help="Skip and list what cannot be read instead of stopping."),
    click.option("--quiet", is_flag=True, help="No progress bar and no list of what was skipped."),
)
_OUTPUT = click.option(
    "-o", "--output", metavar="FILE", help="Write to FILE, whole or not at all; - is stdout."
)


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, message="%(prog)s %(version)s")
def cli() -> None:
    """Show where several outlets' versions of one news story cannot all be true.

    PATHS are files, folders or patterns: articles as text, HTML, Word, JSON, JSON lines, CSV, TSV
    or Parquet, agency XML and JSON, feeds and web archives; - reads standard input. Exit status:
    0 no conflict, 1 conflicts, 2 bad input or failure.
    """


@cli.command()
@_INPUT
@click.option(
    "--format", "form", type=click.Choice(CHECK_FORMATS), help="Default: by the ending of -o, else terminal."
)
@_OUTPUT
@click.option("--verbose", is_flag=True, help="Also show what is no conflict; tracebacks of internal errors.")
@click.option("--exit-zero", is_flag=True, help="Exit with 0 even when there are conflicts.")
def check(
    paths: Sequence[str],
    config_path: str | None,
    model: str | None,
    keep_going: bool,
    quiet: bool,
    form: str | None,
    output: str | None,
    verbose: bool,
    exit_zero: bool,
) -> int:
    """Check articles against each other and report the conflicts."""
    from discrepancy.export import SUFFIXES

    form = _format(form, output, cast("dict[str, str]", SUFFIXES), "terminal")
    config = _config(config_path, model)
    with ExitStack() as stack:
        file = stack.enter_context(_destination(output))
        loaded = _load(paths, keep_going, quiet)
        with show_progress(quiet) as progress:
            from discrepancy.check import check_articles

            report = check_articles(loaded.articles, config, skipped=loaded.skipped, progress=progress)
        write_out(file, _encode(report, cast("Format", form), verbose, to_file=file is not None))
    found = any(finding.verdict == "conflict" for finding in report.findings)
    return int(found and not exit_zero)


@cli.command()
@_INPUT
@click.option(
    "--format", "form", type=click.Choice(EXTRACT_FORMATS), help="Default: by the ending of -o, else jsonl."
)
@_OUTPUT
@click.option("--verbose", is_flag=True, help="Show tracebacks of internal errors.")
def extract(
    paths: Sequence[str],
    config_path: str | None,
    model: str | None,
    keep_going: bool,
    quiet: bool,
    form: str | None,
    output: str | None,
    verbose: bool,
) -> int:
    """List the dates, figures and names found in articles, with their places in the text."""
    form = _format(form, output, _EXTRACT_SUFFIXES, "jsonl")
    config = _config(config_path, model)
    with ExitStack() as stack:
        file = stack.enter_context(_destination(output))
        loaded = _load(paths, keep_going, quiet)
        with show_progress(quiet) as progress:
            from discrepancy.check import extract_claims

            mentions = extract_claims(loaded.articles, config, progress=progress)
        from discrepancy.export import encode_mentions

        write_out(file, encode_mentions(mentions, cast("Any", form)))
    return 0


@cli.command()
@click.argument("names", nargs=-1, metavar="[A B]")
@click.option("--pairs", metavar="FILE", help="Tab-separated pairs, one a line; - is standard input.")
def names(names: Sequence[str], pairs: str | None) -> int:
    """Say whether two written forms A and B are one person's name.

    Prints same, variant, misspelling or different, a tab, and a score from 0 to 1.
    """
    if (pairs is None) == (not names) or (names and len(names) != 2):
        raise click.UsageError("expected two names, or --pairs FILE")
    from discrepancy.compare.names import score_names

    rows = [(names[0], names[1])] if pairs is None else _read_pairs(pairs)
    lines = ("{}\t{:.3f}\n".format(*score_names(left, right)) for left, right in rows)
    write_out(None, "".join(lines).encode())
    return 0


@cli.command()
@click.argument("finding")
@_INPUT
@click.option("--verbose", is_flag=True, help="Show tracebacks of internal errors.")
def explain(
    finding: str,
    paths: Sequence[str],
    config_path: str | None,
    model: str | None,
    keep_going: bool,
    quiet: bool,
    verbose: bool,
) -> int:
    """Check PATHS and show everything behind the finding with id FINDING (its beginning is enough)."""
    config = _config(config_path, model)
    loaded = _load(paths, keep_going, quiet)
    with show_progress(quiet) as progress:
        from discrepancy.check import check_articles

        report = check_articles(loaded.articles, config, skipped=loaded.skipped, progress=progress)
    from discrepancy.report.explanation import render_explanation

    columns, colour = _terminal()
    text = render_explanation(report, finding, width=columns, colour=colour)
    if text is None:
        raise DiscrepancyError(f"no finding {finding!r} in these articles; expected an id that `check` shows")
    write_out(None, text.encode("utf-8", "backslashreplace"))
    return 0


cli.add_command(store_verbs)
cli.add_command(nightly)


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command line and exit; no failure ever shows a traceback unless ``--verbose`` asks for it."""
    use_one_thread()
    collect_seldom()
    given = list(sys.argv[1:] if arguments is None else arguments)
    sys.exit(_run(given))


def _run(arguments: list[str]) -> int:
    for stream in (sys.stdout, sys.stderr):
        # A name that the terminal's encoding lacks must not end a run.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    try:
        status = cli.main(arguments, prog_name="discrepancy", standalone_mode=False)
    except click.exceptions.Exit as error:
        return error.exit_code
    except click.ClickException as error:
        error.show()
        return 2
    except (click.Abort, KeyboardInterrupt):
        click.echo("interrupted", err=True)
        return 130
    except ReaderGone:
        # Python would complain while flushing at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 141
    except DiscrepancyError as error:
        return _fail(str(error))
    except Exception as error:
        if "--verbose" in arguments:
            traceback.print_exc()
        return _fail(
            f"internal error: {type(error).__name__}: {error} (run with --verbose for the traceback)"
        )
    return status if isinstance(status, int) else 0


def _fail(message: str) -> int:
    tell(f"error: {message}")
    return 2


def _format(form: str | None, output: str | None, suffixes: dict[str, str], default: str) -> str:
    to_file = output not in (None, "-")
    if form is None and to_file:
        ending = Path(str(output)).suffix.lower()
        if ending not in suffixes:
            known = ", ".join(suffixes)
            raise click.UsageError(
                f"cannot tell the format from {output!r}; expected --format or one of {known}"
            )
        form = suffixes[ending]
    if form == "parquet" and not to_file:
        raise click.UsageError("parquet is binary; expected -o FILE with it")
    return form or default


def _config(path: str | None, model: str | None) -> Config:
    from discrepancy.config import Config

    config = Config() if path is None else Config.read(Path(path))
    if model is not None:
        if not model:
            raise ConfigError("--model ''; expected the name of an installed spaCy pipeline")
        config = replace(config, extract=replace(config.extract, model=model))
    return config


def _load(paths: Sequence[str], keep_going: bool, quiet: bool) -> Loaded:
    from discrepancy.load import load_articles

    loaded = load_articles(list(paths), keep_going=keep_going)
    if not quiet:
        for skipped in loaded.skipped:
            tell(f"skipped: {_where(skipped)}: {skipped.reason}")
    return loaded


def _where(skipped: Skipped) -> str:
    return skipped.path if skipped.line is None else f"{skipped.path}:{skipped.line}"


def _read_pairs(path: str) -> Iterator[tuple[str, str]]:
    try:
        text = sys.stdin.read() if path == "-" else Path(path).read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(path, f"cannot be read ({error})", "a UTF-8 file of tab-separated pairs") from error
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        cells = [cell.strip() for cell in line.split("\t")]
        if len(cells) < 2 or not cells[0] or not cells[1]:
            raise InputError(path, f"found {line!r}", "two names with a tab between them", number)
        yield cells[0], cells[1]


def _destination(output: str | None) -> AbstractContextManager[OutputFile | None]:
    if output is None or output == "-":
        return contextlib.nullcontext()
    from discrepancy.output import OutputFile

    return OutputFile(output)


def _encode(report: Report, form: Format, verbose: bool, *, to_file: bool) -> bytes:
    if form != "terminal" or to_file:
        from discrepancy.export import encode_report

        return encode_report(report, form, verbose=verbose)
    from discrepancy.report.rows import report_rows
    from discrepancy.report.terminal import render_terminal

    columns, colour = _terminal()
    text = render_terminal(report_rows(report), verbose=verbose, width=columns, colour=colour)
    return text.encode(sys.stdout.encoding or "utf-8", "backslashreplace")


def _terminal() -> tuple[int, bool]:
    """Width of standard output in columns, and whether it takes colours."""
    columns = shutil.get_terminal_size((100, 24)).columns
    return max(columns, 40), sys.stdout.isatty() and "NO_COLOR" not in os.environ
