"""Findings and stories as bytes and back, lossless for every type of ``discrepancy.model``.

JSON in ASCII, compressed. Fields at their default are left out and unknown ones passed over, so that
a finding stored last month can still be shown after a field was added.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any, get_args, get_type_hints

from discrepancy.model import Claim, Figure, Finding, Story, Value, Weighted

if TYPE_CHECKING:
    from cattrs import Converter

_LEVEL = 6
_TYPE = "type_"
"""Where a value says which of the types it is; no field is called like this."""


def encode_finding(finding: Finding) -> bytes:
    """One finding with its slot, claims and comparisons."""
    return dump(_converter().unstructure(finding, Finding))


def decode_finding(data: bytes) -> Finding:
    """What ``encode_finding`` wrote.

    Raises:
        ValueError: The bytes are damaged.
    """
    finding: Finding = _restore(load(data), Finding)
    return finding


def encode_result(story: Story, findings: Sequence[Finding]) -> bytes:
    """A story with all its findings; of its articles only the ids, for their texts are stored already."""
    make = _converter().unstructure
    return dump(
        {
            "story": make(replace(story, articles=()), Story),
            "articles": [article.id for article in story.articles],
            "findings": [make(finding, Finding) for finding in findings],
        }
    )


def decode_result(data: bytes) -> tuple[Story, tuple[str, ...], tuple[Finding, ...]]:
    """The story without articles, its articles' ids, and its findings.

    Raises:
        ValueError: The bytes are damaged.
    """
    table = load(data)
    try:
        ids, findings = tuple(table["articles"]), table["findings"]
    except (KeyError, TypeError) as error:
        raise ValueError(f"no result ({error})") from error
    return _restore(table["story"], Story), ids, _restore(findings, tuple[Finding, ...])


def decode_outline(data: bytes) -> tuple[Story, tuple[str, ...], tuple[str, ...]]:
    """Of the same the story, its articles' ids and each finding's verdict: nine tenths are findings.

    Raises:
        ValueError: The bytes are damaged.
    """
    table = load(data)
    try:
        ids, verdicts = tuple(table["articles"]), tuple(finding["verdict"] for finding in table["findings"])
    except (KeyError, TypeError) as error:
        raise ValueError(f"no result ({error})") from error
    return _restore(table["story"], Story), ids, verdicts


def dump_claims(claims: Sequence[Claim]) -> str:
    """Claims as one line of JSON in ASCII."""
    make = _converter().unstructure
    return _to_json([make(claim, Claim) for claim in claims])


def load_claims(line: str) -> tuple[Claim, ...]:
    """What ``dump_claims`` made.

    Raises:
        ValueError: It is no line of claims.
    """
    rows = json.loads(line)
    if not isinstance(rows, list):
        raise ValueError("no list of claims")
    claims: tuple[Claim, ...] = _restore(rows, tuple[Claim, ...])
    return claims


def press_lines(lines: Iterable[str]) -> bytes:
    """Lines in ASCII, compressed."""
    return zlib.compress("\n".join(lines).encode("ascii"), _LEVEL)


def read_lines(data: bytes) -> list[str]:
    """What ``press_lines`` was given.

    Raises:
        ValueError: The bytes are damaged.
    """
    return _decompress(data).decode("ascii").splitlines()


def dump(table: Any) -> bytes:
    """Compressed JSON in ASCII."""
    return zlib.compress(_to_json(table).encode("ascii"), _LEVEL)


def load(data: bytes) -> Any:
    """What ``dump`` wrote.

    Raises:
        ValueError: The bytes are damaged.
    """
    return json.loads(_decompress(data))


def _to_json(table: Any) -> str:
    return json.dumps(table, separators=(",", ":"))


def _decompress(data: bytes) -> bytes:
    try:
        return zlib.decompress(data)
    except (zlib.error, TypeError) as error:
        raise ValueError(str(error)) from error


def _restore(table: Any, kind: Any) -> Any:
    from cattrs.errors import BaseValidationError

    try:
        return _converter().structure(table, kind)
    except (BaseValidationError, ArithmeticError, AttributeError, LookupError, TypeError) as error:
        raise ValueError(f"not a {getattr(kind, '__name__', kind)} ({error})") from error


@cache
def _converter() -> Converter:
    from cattrs.preconf.json import make_converter

    # Errors that say where in a claim the damage is would double the time that reading takes.
    converter = make_converter(omit_if_default=True, detailed_validation=False)
    converter.register_unstructure_hook(Decimal, str)
    converter.register_structure_hook(Decimal, lambda value, _: Decimal(value))
    converter.register_unstructure_hook_factory(_is_set, lambda _: sorted)  # the same bytes on every run
    converter.register_unstructure_hook(date, date.isoformat)
    converter.register_structure_hook(date, lambda value, _: date.fromisoformat(value))
    # Most of a claim are these two: taken as a whole and not part by part.
    converter.register_structure_hook_func(lambda kind: kind == Weighted, _read_weighted)
    converter.register_structure_hook_func(lambda kind: kind == frozenset[str], _read_words)
    _register_unions(converter)
    return converter


def _read_weighted(rows: Any, _: Any) -> Weighted:
    return tuple([(term, float(weight)) for term, weight in rows])


def _read_words(words: Any, _: Any) -> frozenset[str]:
    return frozenset(map(str, words))


def _is_set(kind: Any) -> bool:
    return getattr(kind, "__origin__", kind) is frozenset


def _register_unions(converter: Converter) -> None:
    """A value carries the name of its type; a number is a string, two numbers a list."""
    values = {kind.__name__: kind for kind in get_args(Value)}

    def write_value(value: Any) -> dict[str, Any]:
        return {_TYPE: type(value).__name__, **converter.unstructure(value)}

    def read_value(table: dict[str, Any], _: Any) -> Any:
        return converter.structure(table, values[table[_TYPE]])

    def write_number(number: Any) -> Any:
        return [str(part) for part in number] if isinstance(number, tuple) else str(number)

    def read_number(number: Any, _: Any) -> Any:
        return tuple(map(Decimal, number)) if isinstance(number, list) else Decimal(number)

    number = get_type_hints(Figure)["number"]
    converter.register_unstructure_hook(Value, write_value)
    converter.register_structure_hook(Value, read_value)
    converter.register_unstructure_hook(number, write_number)
    converter.register_structure_hook(number, read_number)
