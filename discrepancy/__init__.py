"""Find where several outlets' versions of one news story cannot all be true.

Names are loaded when they are first used, so that importing the package costs next to nothing::

    from discrepancy import check_paths

    report = check_paths(["stories/"])
    print(report.to_frame().query("verdict == 'conflict'"))
"""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

    from discrepancy.check import check_articles, extract_claims
    from discrepancy.config import Config
    from discrepancy.errors import DiscrepancyError
    from discrepancy.load import load_articles
    from discrepancy.model import Article, Claim, Finding, Report, Verdict
    from discrepancy.report import render_report

__all__ = [
    "Article",
    "Claim",
    "Config",
    "DiscrepancyError",
    "Finding",
    "Report",
    "Verdict",
    "check_articles",
    "check_paths",
    "extract_claims",
    "load_articles",
    "render_report",
]

__version__ = "0.1.0"


def check_paths(
    paths: Iterable[str | Path], config: Config | None = None, *, keep_going: bool = False
) -> Report:
    """Read files and folders and check what they say against each other.

    Args:
        paths: Files in any readable format, or folders of them.
        config: Settings; the defaults when None.
        keep_going: List what cannot be read in the report instead of stopping at it.

    Raises:
        InputError: A file cannot be read, and ``keep_going`` is off.
        MissingExtra: The language model is not installed.
    """
    from discrepancy.check import check_articles
    from discrepancy.config import Config
    from discrepancy.load import load_articles

    loaded = load_articles([str(path) for path in paths], keep_going=keep_going)
    return check_articles(loaded.articles, config or Config(), skipped=loaded.skipped)


def __getattr__(name: str) -> Any:
    homes = {
        "Article": "model",
        "Claim": "model",
        "Config": "config",
        "DiscrepancyError": "errors",
        "Finding": "model",
        "Report": "model",
        "Verdict": "model",
        "check_articles": "check",
        "extract_claims": "check",
        "load_articles": "load",
        "render_report": "report",
    }
    if name not in homes:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{homes[name]}"), name)


def __dir__() -> list[str]:
    return sorted(__all__)
