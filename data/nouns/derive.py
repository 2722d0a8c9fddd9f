"""Derive ``discrepancy/lexicon/nouns.tsv`` from the WordNet 3.0 database.

Usage: ``python data/nouns/derive.py [/usr/share/wordnet]`` (Debian package ``wordnet-base``).
Keeps common nouns for things that can be seen or counted (people, places, artefacts, food …)
with the kinds of thing that they mostly mean and the other nouns of the table that may stand for them:
synonyms, what is above or below them, and what hangs from the same word above them. Abstract nouns
("courage", "effort") are left out, since translators choose freely among them, and so are groups
("company", "ministry"), which stand for one another.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from pathlib import Path

from discrepancy.vectors import frequent_words

HERE = Path(__file__).resolve().parent
TARGET = HERE.parents[1] / "discrepancy" / "lexicon" / "nouns.tsv"
COMMON = 16_000
"""How many of the most frequent words are looked at."""
SENSES = 3
"""Most senses of a noun that are looked at; for what hangs from the same word, the first alone."""
ABOVE = 3
"""Steps upwards within which a word stands for another: "cottage", "house", "building"."""
SHARE = 0.25
"""Least part of a noun's tagged uses that a sense needs to give it its kind."""

# Numbers of WordNet's lexicographer files (lexnames(5WN)).
KINDS = {
    "05": "animal", "06": "artifact", "08": "body", "13": "food", "15": "location",
    "17": "object", "18": "person", "20": "plant", "27": "substance", "28": "time",
}  # fmt: skip


def main(database: Path) -> None:
    """Write the table from the WordNet files in ``database``."""
    counts = _counts(database / "cntlist.rev")
    kinds, parents, members, senses = _read(database / "data.noun", database / "index.noun")
    words = {
        word: told
        for word in frequent_words(COMMON)
        if word.isalpha()
        and word in senses
        and _is_noun(word, counts)
        and (told := _kinds(word, senses, kinds, counts))
    }
    near: dict[str, set[str]] = defaultdict(set)
    below: dict[str, set[str]] = defaultdict(set)
    for word in words:
        for parent in parents[senses[word][0]]:
            below[parent].add(word)
    for word in words:
        near[word] = {other for parent in parents[senses[word][0]] for other in below[parent]}
        above = set(senses[word][:SENSES])
        for _ in range(ABOVE):
            near[word] |= {other for one in above for other in members[one] if other in words}
            above = {parent for one in above for parent in parents[one]}
    for word in words:
        for other in near[word]:
            near[other].add(word)
    rows = [f"{w}\t{','.join(k)}\t{','.join(sorted(near[w] - {w}))}\n" for w, k in sorted(words.items())]
    TARGET.write_text((HERE / "head.txt").read_text(encoding="utf-8") + "".join(rows), encoding="utf-8")


def _is_noun(word: str, counts: dict[str, list[int]]) -> bool:
    """Whether the word is a noun often enough to be taken for one."""
    noun, other = sum(counts[f"{word}/n"]), sum(counts[f"{word}/o"])
    return 2 * noun >= other


def _kinds(
    word: str, senses: dict[str, list[str]], kinds: dict[str, str], counts: dict[str, list[int]]
) -> list[str]:
    tagged = counts[f"{word}/n"] or [1]
    told = [
        kinds[synset]
        for synset, count in zip(senses[word], tagged, strict=False)
        if count >= SHARE * sum(tagged)
    ]
    return sorted(set(told)) if all(told) else []


def _counts(path: Path) -> dict[str, list[int]]:
    """How often each sense of "word/n" is tagged, in order of the senses; other parts under "word/o"."""
    found: dict[str, list[int]] = defaultdict(list)
    rows = [line.split(" ") for line in path.read_text(encoding="utf-8").splitlines()]
    for key, number, count in sorted(rows, key=lambda row: int(row[1])):
        word, _, rest = key.partition("%")
        part = found[f"{word}/{'n' if rest[0] == '1' else 'o'}"]
        if rest[0] == "1":
            part.extend([0] * (int(number) - len(part) - 1))
        part.append(int(count))
    return found


def _read(
    data: Path, index: Path
) -> tuple[dict[str, str], dict[str, list[str]], dict[str, list[str]], dict[str, list[str]]]:
    """Synset to kind, synset to those above it, synset to its words; word to its synsets."""
    kinds: dict[str, str] = {}
    parents: dict[str, list[str]] = {}
    members: dict[str, list[str]] = defaultdict(list)
    for line in data.read_text(encoding="utf-8").splitlines():
        if line.startswith("  "):
            continue
        fields = line.split(" ")
        size = int(fields[3], 16)
        members[fields[0]] = fields[4 : 4 + 2 * size : 2]
        # What has a capital is somebody or some place, which names are for.
        kinds[fields[0]] = KINDS.get(fields[1], "") if members[fields[0]][0].islower() else ""
        start = 4 + 2 * size
        pointers = [fields[at : at + 2] for at in range(start + 1, start + 1 + 4 * int(fields[start]), 4)]
        parents[fields[0]] = [target for symbol, target in pointers if symbol in {"@", "@i"}]
    senses: dict[str, list[str]] = {}
    for line in index.read_text(encoding="utf-8").splitlines():
        if not line.startswith("  "):
            fields = line.split()
            senses[fields[0]] = fields[-int(fields[2]) :]
    return kinds, parents, members, senses


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path("/usr/share/wordnet"))
