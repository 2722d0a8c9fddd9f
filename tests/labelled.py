"""Invented labelled stories on disk: half with one contradiction, half with none."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any


def write_stories(
    folder: Path,
    things: Sequence[str],
    kind: str,
    wrong: Mapping[str, str],
    labels: Mapping[str, str],
    fine: Mapping[str, str],
) -> None:
    """Of each thing a story that contradicts itself in its third article, and one that does not.

    Args:
        folder: Where they are written; it is made.
        things: What stands for THING in the texts.
        kind: Of the contradiction.
        wrong: What each article of the one writes, by its letter.
        labels: The words that its labels stand over.
        fine: What each article of the other writes.
    """
    folder.mkdir()
    for number, thing in enumerate(things):
        for name, texts, told in ((f"wrong{number}", wrong, labels), (f"fine{number}", fine, {})):
            record = _story(name, thing, kind, texts, told)
            (folder / f"{name}.json").write_text(json.dumps(record), encoding="utf-8")


def _story(name: str, thing: str, kind: str, texts: Mapping[str, str], labels: Mapping[str, str]) -> Any:
    values = [{"article": letter, "text": text, "value": text} for letter, text in labels.items()]
    articles = [
        {
            "id": letter,
            "source": letter.upper(),
            "text": text.replace("THING", thing),
            "published": "2031-05-06T08:00:00Z",
        }
        for letter, text in texts.items()
    ]
    gold = [{"id": "item", "kind": kind, "values": values, "odd": ["c"]}] if values else []
    return {"story": name, "articles": articles, "gold": gold, "benign": []}
