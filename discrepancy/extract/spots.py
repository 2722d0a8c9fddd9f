"""Places without a name: rooms, floors, buildings, parts of ships, stretches of land, sides of things.

"In a chemistry lab on the second floor" gives two of them. Read is only what the grammar hangs on a verb or
noun of something that happens; a room that is merely described answers no question. Sides ("the northern
portal") are told apart by a word of direction, place or number and need no preposition.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from discrepancy.extract.grammar import Tree
from discrepancy.extract.happenings import find_doings
from discrepancy.lexicon.spots import (
    bare_scales,
    level_words,
    listed_doings,
    side_words,
    sorts_by_last_word,
    spot_words,
)
from discrepancy.model import Document, Kind, Mention, Phrase, Sentence

_STEPS = 8
"""Most words from a spot up to the verb that it hangs on."""
_NOUNS = frozenset({"NOUN", "PROPN"})
_VERBS = frozenset({"VERB", "AUX"})
_BEFORE = frozenset({"amod", "compound", "nmod", "nummod", "npadvmod"})
_CLAUSES = frozenset({"acl", "relcl"})
_FLOOR = re.compile(
    r"\b(?P<level>ground|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth"
    r"|1st|2nd|3rd|[4-9]th|1[0-2]th|top|upper)[- ](?:floor|storey|story)s?\b"
    r"|(?:floor|storey|story) of the (?P<of>ground)\b"
    r"|\b(?P<word>basement|cellar|attic|loft|roof|rooftop|crypt|upstairs|downstairs|street level"
    r"|ground level|below ground(?: level)?)\b",
    re.IGNORECASE,
)
_POINT = r"(?:(?:north|south)(?:ern)?(?:[- ]*(?:east|west)(?:ern)?)?|(?:east|west)(?:ern|erly)?)"
_NUMBER = re.compile(r"\d{1,3}|[A-F]")
_NUMBERED = 2
"""Tokens behind a noun within which its number stands: "gate 4", "gate No. 4"."""
_HANGING = frozenset({"acomp", "advmod", "dobj", "npadvmod", "oprd", "prt", "xcomp"})
_BEHIND = frozenset({"across", "upon"})
"""Prepositions that belong to a verb: "came across a body"."""
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")


def extract_spots(document: Document) -> tuple[Mention, ...]:
    """Every place without a name at which something happens."""
    return tuple(mention for sentence in document.sentences for mention in _read(document, sentence))


def _read(document: Document, sentence: Sentence) -> Iterator[Mention]:
    if not any(_may_head(token.lemma) for token in sentence.tokens) and not _FLOOR.search(sentence.text):
        return
    tree = Tree(sentence)
    seen: set[tuple[int, int]] = set()
    for index, (first, last), value in (*_floors(tree), *_heads(tree)):
        span = tree.tokens[first].start, tree.tokens[last].end
        if span not in seen and _answers(tree, index, value):
            seen.add(span)
            yield document.mention(sentence, *span, Kind.PLACE, value)


def _answers(tree: Tree, index: int, value: Phrase) -> bool:
    """Whether something happens at a spot that reports tell in other words too, or it is one of two sides."""
    is_side = value.lemmas[0].startswith("side:")
    return any(is_side or doing.name in listed_doings() for doing in find_doings(tree, index, value))


def _may_head(lemma: str) -> bool:
    return lemma in sorts_by_last_word() or lemma in bare_scales() or lemma in spot_words("sided")


def head_of(tree: Tree, mention: Mention) -> int | None:
    """The token by which a spot hangs in its sentence."""
    inside = [i for i, t in enumerate(tree.tokens) if t.start < mention.end and mention.start < t.end]
    return next((i for i in inside if tree.tokens[i].head not in inside or tree.tokens[i].head == i), None)


def _floors(tree: Tree) -> Iterator[tuple[int, tuple[int, int], Phrase]]:
    """The floors of a sentence: "the second floor", "a ground-floor shop", "the attic"."""
    start = tree.sentence.start
    for found in _FLOOR.finditer(tree.sentence.text):
        inside = [
            i
            for i, t in enumerate(tree.tokens)
            if t.start < start + found.end() and start + found.start() < t.end
        ]
        word = (found["level"] or found["of"] or found["word"] or "").lower()
        if not inside or (level := level_words().get(word)) is None:
            continue
        outside = next((i for i in inside if tree.tokens[i].head not in inside), inside[-1])
        yield outside, (inside[0], inside[-1]), Phrase(_floor_name(level), ("level", f"level={level}"))


def _floor_name(level: str) -> str:
    return {"-1": "basement", "0": "ground floor", "top": "top floor", "up": "upper floor"}.get(
        level, f"floor {level}"
    )


def _heads(tree: Tree) -> Iterator[tuple[int, tuple[int, int], Phrase]]:
    for index, token in enumerate(tree.tokens):
        if token.pos in _NOUNS and _may_head(token.lemma.lower()) and token.dep != "compound":
            first, words = _words_before(tree, index)
            if value := _value(tree, index, words):
                yield index, (first, index), value


def _words_before(tree: Tree, index: int) -> tuple[int, list[int]]:
    """First token of the noun phrase without its article, and the words that tell the noun from others."""
    tokens = tree.tokens
    own = [i for i in tree.children[index] if i < index and tokens[i].dep in _BEFORE]
    own += [c for i in own for c in tree.children[i] if tokens[c].dep in _BEFORE and c < index]
    first = min(own, default=index)
    return (first if index - first <= _STEPS else index), sorted(own)


def _value(tree: Tree, index: int, before: Sequence[int]) -> Phrase | None:
    tokens = tree.tokens
    lemma = tokens[index].lemma.lower()
    words = [tokens[i].text.lower() for i in before]
    sorts, used = _find_sorts(lemma, words)
    if any(
        tokens[i].pos == "PROPN" and not tokens[i].text.islower() and words[n] not in used
        for n, i in enumerate(before)
    ):
        return None  # it has a name
    if tokens[index].text[0].isupper() and not used:
        return None
    sides = _sides(tree, index, words)
    rest = [
        tokens[i].lemma.lower()
        for i in before
        if tokens[i].text.lower() not in used and _tells(tokens[i].lemma.lower(), tokens[i].text.lower())
    ]
    rest += _words_behind(tree, index)
    marks = tuple(dict.fromkeys((*sides, *rest)))
    if lemma in spot_words("sided") and sides and not used:
        head = [f"side:{lemma}"]
    elif lemma in bare_scales() and rest and not used:
        head = sorted({*(f"{scale}:*{lemma}" for scale in bare_scales()[lemma]), *sorts})
    elif sorts:
        head = sorted(sorts)
    else:
        return None
    name = " ".join((*(mark.rpartition("=")[2] for mark in marks), *sorted(used), lemma))
    return Phrase(name, (" ".join(head), *marks))


def _find_sorts(lemma: str, words: Sequence[str]) -> tuple[frozenset[str], frozenset[str]]:
    """The sorts of a noun with the words before it, and those of the words that belong to the name."""
    for phrase, sorts in sorts_by_last_word().get(lemma, ()):
        *rest, _ = phrase
        if not rest or tuple(words[-len(rest) :]) == tuple(rest):
            return sorts, frozenset(rest)
    return frozenset(), frozenset()


def _tells(lemma: str, text: str) -> bool:
    """Whether a word before a noun tells it from others of its sort."""
    if lemma in spot_words("empty") or text in spot_words("empty") or text in side_words():
        return False
    return (
        text.isalpha()
        and text not in _ORDINALS
        and text not in level_words()
        and text not in {"floor", "storey"}
    )


def _sides(tree: Tree, index: int, words: Sequence[str]) -> list[str]:
    """On which side something is, or which number it has: "compass=n", "number=2"."""
    tokens = tree.tokens
    compass = re.search(rf"\b{_POINT}\b", " ".join(words))
    point = compass and re.sub(r"[- ]|ern|erly", "", compass[0])
    found = ["=".join(side_words()[point])] if point else []
    found += [
        "=".join(side_words()[word]) for word in words if side_words().get(word, ("compass",))[0] != "compass"
    ]
    found += [f"number={_ORDINALS.index(word) + 1}" for word in words if word in _ORDINALS]
    found += [
        f"number={tokens[i].text.lower().lstrip('0')}"
        for i in tree.children[index]
        if 0 < i - index <= _NUMBERED
        and _NUMBER.fullmatch(tokens[i].text)
        and tokens[i].dep in {"nummod", "appos"}
    ]
    for child in tree.children[index]:
        if tokens[child].dep == "prep" and tokens[child].lemma in {"in", "at", "to", "of"}:
            for noun in tree.children[child]:
                if tokens[noun].text.lower() in side_words() and tokens[noun].pos in {"NOUN", "ADJ", "ADV"}:
                    found.append("=".join(side_words()[tokens[noun].text.lower()]))
    return found


def _words_behind(tree: Tree, index: int) -> list[str]:
    """Nouns that tell a place's sort from behind: "hall of turbines", "a shop selling lamps"."""
    tokens = tree.tokens
    found = []
    for child in tree.children[index]:
        token = tokens[child]
        if token.dep == "prep" and token.lemma in {"of", "for"} and child - index == 1:
            nouns = (c for c in tree.children[child] if tokens[c].dep == "pobj" and tokens[c].pos == "NOUN")
            found += [c for c in nouns if tree.child(c, "det", "poss") is None]
        elif token.dep in _CLAUSES and token.lemma in {"sell", "make", "repair", "store", "serve"}:
            found += [c for c in tree.children[child] if tokens[c].dep == "dobj" and tokens[c].pos == "NOUN"]
    return [tokens[c].lemma.lower() for c in found if _tells(tokens[c].lemma.lower(), tokens[c].text.lower())]
