"""Places without a name: rooms, floors, buildings, parts of ships, stretches of land, sides of things.

"In a chemistry lab on the second floor" gives two of them. Read is only what the grammar hangs on a verb or
noun of something that happens; a room that is merely described answers no question. Sides ("the northern
portal") are told apart by a word of direction, place or number and need no preposition.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from discrepancy.extract.grammar import Tree
from discrepancy.lexicon.spots import (
    bare_scales,
    doing_nouns,
    doing_verbs,
    level_words,
    side_words,
    sorts_by_last_word,
    spot_words,
    things,
)
from discrepancy.lexicon.nouns import nouns_for_people
from discrepancy.model import Document, Kind, Mention, Phrase, Sentence

SOMEBODY = "somebody"
"""Thing of a doing that happens to a person of whom only a common noun tells."""

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
_PARTS = frozenset({"all", "both", "bulk", "dozen", "group", "hundred", "majority", "most", "number", "part", "some", "thousand"})
"""Words for some of what is named behind them: "hundreds of strikers"."""
_HANGING = frozenset({"acomp", "advmod", "dobj", "npadvmod", "oprd", "prt", "xcomp"})
_BEHIND = frozenset({"across", "upon"})
"""Prepositions that belong to a verb: "came across a body"."""
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")


@dataclass(frozen=True, slots=True)
class Doing:
    """What happens at a spot: the class of verbs and nouns, and the thing or person it happens to.

    Attributes:
        name: Its name in ``lexicon/spots.toml``, or the lemma of a verb that is not there.
        thing: Token of the thing, or None.
        lemma: The name of the thing, or "".
    """

    name: str
    thing: int | None
    lemma: str


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
        if span not in seen and any(True for _ in find_doings(tree, index, value)):
            seen.add(span)
            yield document.mention(sentence, *span, Kind.PLACE, value)


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
    if any(tokens[i].pos == "PROPN" and not tokens[i].text.islower() and words[n] not in used for n, i in enumerate(before)):
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
    if lemma in bare_scales() and rest and not used:
        head = sorted(f"{scale}:*{lemma}" for scale in bare_scales()[lemma])
    elif sorts:
        head = sorted(sorts)
    elif lemma in spot_words("sided") and sides:
        head = [f"side:{lemma}"]
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
    return text.isalpha() and text not in _ORDINALS and text not in level_words() and text not in {"floor", "storey"}


def _sides(tree: Tree, index: int, words: Sequence[str]) -> list[str]:
    """On which side something is, or which number it has: "compass=n", "number=2"."""
    tokens = tree.tokens
    compass = re.search(rf"\b{_POINT}\b", " ".join(words))
    point = compass and re.sub(r"[- ]|ern|erly", "", compass[0])
    found = ["=".join(side_words()[point])] if point else []
    found += ["=".join(side_words()[word]) for word in words if side_words().get(word, ("compass",))[0] != "compass"]
    found += [f"number={_ORDINALS.index(word) + 1}" for word in words if word in _ORDINALS]
    behind = " ".join(t.text for t in tokens[index + 1 : index + 4])
    if match := re.match(r"(?:No\. ?|no\. ?|number )?(\d{1,3}|[A-F])\b(?! ?[a-z])", behind):
        found.append(f"number={match[1].lower()}")
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
            found += [c for c in tree.children[child] if tokens[c].dep == "pobj" and tokens[c].pos == "NOUN"]
        elif token.dep in _CLAUSES and token.lemma in {"sell", "make", "repair", "store", "serve"}:
            found += [c for c in tree.children[child] if tokens[c].dep == "dobj" and tokens[c].pos == "NOUN"]
    return [tokens[c].lemma.lower() for c in found if _tells(tokens[c].lemma.lower(), tokens[c].text.lower())]


def find_doings(tree: Tree, index: int, value: Phrase) -> Iterator[Doing]:
    """What the grammar says to happen at the spot of which ``index`` is the head.

    Args:
        tree: The sentence.
        index: The token that the spot hangs by.
        value: The spot.
    """
    yield from dict.fromkeys((*_where_clauses(tree, index), *_climb(tree, index, value)))


def _where_clauses(tree: Tree, index: int) -> Iterator[Doing]:
    """The verb of "the chapel, where the mutiny started"."""
    for child in tree.children[index]:
        if tree.tokens[child].dep == "relcl" and any(
            tree.tokens[c].text.lower() == "where" for c in tree.children[child]
        ):
            yield from _of_verb(tree, child)


def _climb(tree: Tree, at: int, value: Phrase) -> Iterator[Doing]:
    tokens = tree.tokens
    is_side, is_level = value.lemmas[0].startswith("side:"), value.lemmas[0] == "level"
    placed = is_side or tokens[at].dep == "advmod"
    for _ in range(_STEPS):
        token = tokens[at]
        up = token.head
        if up == at:
            return
        if token.pos in {"ADP", "SCONJ"}:
            lemma = token.lemma.lower()
            if lemma in spot_words("places"):
                placed = True
            elif lemma not in {"of", "with"} and not placed:
                return
            if _is_spot(tree, up) and lemma in spot_words("beside"):
                return
        elif tokens[up].pos in _VERBS and not placed and token.dep not in {"advmod"}:
            return
        at = up
        if tokens[at].pos in _VERBS:
            yield from _of_verb(tree, at)
            if tokens[at].dep not in _CLAUSES or tokens[at].lemma not in spot_words("being"):
                return
            placed = True
            at = tokens[at].head
        if tokens[at].pos in _NOUNS:
            if _is_spot(tree, at) and not is_level and not is_side and placed:
                return
            if placed and (doing := doing_nouns().get(tokens[at].lemma)):
                yield _make(tree, doing, _of_what(tree, at))
            if tokens[at].dep in {"nsubj", "nsubjpass", "dobj"} and not (placed or is_side):
                return


def _is_spot(tree: Tree, index: int) -> bool:
    lemma = tree.tokens[index].lemma.lower()
    return lemma in sorts_by_last_word() or lemma in bare_scales()


def _of_what(tree: Tree, noun: int) -> int:
    """What a noun of happening is told of: "the rupture of a pipe", "the pipe burst"; by itself what it is."""
    subject = tree.child(noun, "nsubj", "nsubjpass")
    if subject is not None:
        return subject
    for child in tree.children[noun]:
        if tree.tokens[child].lemma == "of":
            return next((c for c in tree.children[child] if tree.tokens[c].dep == "pobj"), noun)
    return noun


def _of_verb(tree: Tree, verb: int) -> Iterator[Doing]:
    tokens = tree.tokens
    token = tokens[verb]
    subject = _subject(tree, verb)
    if subject is not None and tokens[subject].dep == "expl":
        subject = tree.child(verb, "attr", "dobj")
    obj = tree.child(verb, "dobj")
    passive = tree.child(verb, "nsubjpass", "auxpass") is not None or (
        token.dep in _CLAUSES and token.tag == "VBN"
    )
    thing = obj if obj is not None and not passive else subject
    if token.lemma == "be":
        thing = tree.child(verb, "attr") if tree.child(verb, "expl") is not None else subject
    near = _hanging(tree, verb)
    doing = next((d for rest, d in doing_verbs().get(token.lemma.lower(), ()) if rest <= near), "")
    if (doing in {"begin", "gather", "break"} or token.lemma == "spend") and subject is not None and not passive:
        thing = subject
    if token.lemma == "be" or doing == "happen":
        told = next(
            (i for i in (subject, tree.child(verb, "attr")) if i is not None and tokens[i].lemma in doing_nouns()), None
        )
        if told is not None:
            yield _make(tree, doing_nouns()[tokens[told].lemma], _of_what(tree, told))
            return
        if token.lemma == "be" and thing is not None:
            yield from (d for d in [_make(tree, "be", thing)] if d.name == "emit")
        if token.lemma == "be":
            return
    if doing in {"found"} and token.lemma == "come":
        thing = next((p for c in tree.children[verb] if tokens[c].lemma in _BEHIND and (p := tree.child(c, "pobj"))), thing)
    if doing or (token.pos == "VERB" and thing is not None):
        yield _make(tree, doing or token.lemma.lower(), thing)


def _hanging(tree: Tree, verb: int) -> set[str]:
    """The words that may make one phrase with a verb: "broke out", "let go", "first seen"."""
    tokens = tree.tokens
    words = {verb} | {
        c
        for c in tree.children[verb]
        if tokens[c].dep in _HANGING or tokens[c].lemma in _BEHIND or tokens[c].text.lower() == "first"
    }
    if tokens[verb].dep == "xcomp":
        words.add(tokens[verb].head)
    return {tokens[c].lemma.lower() for c in words} | {tokens[c].text.lower() for c in words}


def _subject(tree: Tree, verb: int) -> int | None:
    token = tree.tokens[verb]
    found = tree.child(verb, "nsubj", "nsubjpass", "expl")
    if found is not None and tree.tokens[found].text.lower() in {"that", "which", "who"} and token.dep == "relcl":
        return token.head
    if found is None and token.dep in _CLAUSES:
        return token.head
    if found is None and token.dep in {"conj", "xcomp", "advcl"} and token.head != verb:
        return _subject(tree, token.head)
    return found


def _whole(tree: Tree, part: int) -> int:
    """What some of which is told: the strikers of "hundreds of strikers"."""
    if tree.tokens[part].lemma.lower() in _PARTS:
        for child in tree.children[part]:
            if tree.tokens[child].lemma == "of":
                return tree.child(child, "pobj") or part
    return part


def _make(tree: Tree, doing: str, thing: int | None) -> Doing:
    if thing is None:
        return Doing(doing, None, "")
    thing = _whole(tree, thing)
    token = tree.tokens[thing]
    lemma = token.lemma.lower()
    if token.pos not in {"NOUN", "ADJ", "NUM"} and not (token.pos == "PROPN" and lemma in things()):
        return Doing(doing, thing, "")
    name = things().get(lemma) or things().get(token.text.lower()) or (SOMEBODY if lemma in nouns_for_people() or token.pos in {"ADJ", "NUM"} else lemma)
    if doing == "gather":
        name = "crowd"  # "whistles filled the square"
    if name in spot_words("emitted") and doing in spot_words("emitting"):
        doing = "emit"
    return Doing(doing, thing, name)
