"""Derive ``discrepancy/lexicon/antonyms.tsv`` from the WordNet 3.0 database.

Usage: ``python data/antonyms/derive.py [/usr/share/wordnet]`` (Debian package ``wordnet-base``).
Keeps direct antonyms ("!" pointers) of single words whose senses both occur in WordNet's tagged
corpora: rare senses ("right/left" as politics) would call harmless rewording a contradiction.
The hand-made pairs of ``news.tsv`` beside this script are added.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).resolve().parent
TARGET = HERE.parents[1] / "discrepancy" / "lexicon" / "antonyms.tsv"
MINIMUM = 2
"""How often the rarer of the two words has to occur in the tagged corpora."""

# Pairs WordNet calls antonyms though one may stand for the other, or both hold, in a retold quotation.
UNUSABLE = {
    ("ask", "tell"), ("bring", "take"), ("come", "go"), ("man", "woman"), ("boy", "girl"),
    ("brother", "sister"), ("daughter", "son"), ("here", "there"), ("now", "then"), ("shall", "will"),
    ("be", "look"),
    ("here", "hither"), ("big", "little"), ("large", "little"), ("get", "take"), ("give", "take"),
    ("have", "lack"), ("other", "same"), ("new", "old"), ("new", "worn"),
    ("just", "unjust"), ("female", "male"),
}  # fmt: skip


def main(database: Path) -> None:
    """Write the table from the WordNet files in ``database``."""
    seen = _frequencies(database / "cntlist.rev")
    pairs = {
        pair
        for part in ("verb", "noun", "adj", "adv")
        for pair in _pairs(database / f"data.{part}")
        if pair not in UNUSABLE and all(seen.get(word, 0) >= MINIMUM for word in pair)
    }
    added = {tuple(sorted(line.split("\t"))) for line in _lines(HERE / "news.tsv")}
    head = (HERE / "head.txt").read_text(encoding="utf-8")
    rows = sorted({(first, second) for first, second in pairs | added})
    TARGET.write_text(head + "".join(f"{first}\t{second}\n" for first, second in rows), encoding="utf-8")


def _lines(path: Path) -> Iterator[str]:
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line


def _frequencies(path: Path) -> dict[str, int]:
    """How often each lemma is tagged, over all its senses."""
    counts: dict[str, int] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        key, _, count = line.split(" ")
        lemma = key.partition("%")[0]
        counts[lemma] = counts.get(lemma, 0) + int(count)
    return counts


def _pairs(path: Path) -> Iterator[tuple[str, str]]:
    """The pairs of words joined by an antonym pointer (format: wndb(5WN))."""
    synsets: dict[str, list[str]] = {}
    pointers: list[tuple[str, str, int, int]] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("  "):
            continue
        fields = line.split(" ")
        size = int(fields[3], 16)
        synsets[fields[0]] = [word.partition("(")[0].lower() for word in fields[4 : 4 + 2 * size : 2]]
        start = 4 + 2 * size
        for at in range(start + 1, start + 1 + 4 * int(fields[start]), 4):
            symbol, target, _, ends = fields[at : at + 4]
            if symbol == "!":
                pointers.append((fields[0], target, int(ends[:2], 16), int(ends[2:], 16)))
    for source, target, left, right in pointers:
        first, second = sorted((synsets[source][left - 1], synsets[target][right - 1]))
        if "_" not in first + second and first != second:
            yield first, second


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path("/usr/share/wordnet"))
