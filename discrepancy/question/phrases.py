"""Phrases cut out of a sentence: a noun with its attributes, what belongs to a verb.

Numbers are left out everywhere and so is the value asked for, because a wording names a question and
must not answer it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from types import MappingProxyType

from discrepancy.question.tree import RELATIVE, Tree
from discrepancy.question.words import is_dimension

MAX_WORDS = 9
"""Words of a wording at most; an editor reads it at a glance."""

MAX_CHARACTERS = 66
"""Characters of a wording at most, the width of a column."""

_PREMODIFIERS = frozenset({"compound", "amod", "nmod", "poss", "case", "det", "advmod", "punct", "npadvmod"})
AUXILIARIES = frozenset({"aux", "auxpass", "neg"})
_COMPLEMENTS = ("dobj", "attr", "acomp", "oprd")
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "ADJ", "X", "VERB"})
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_MOST_PREMODIFIERS = 4
_DIRECTIONS = frozenset(
    [
        "back",
        "home",
        "off",
        "aboard",
        "abroad",
        "ashore",
        "together",
        "apart",
        "underground",
        "ahead",
        "out",
        "down",
        "up",
        "over",
        "away",
    ]
)
_WHITHER = frozenset({"home", "back", "aboard", "abroad", "ashore", "overboard"})
_CONTRACTIONS = MappingProxyType(
    {
        "'re": "are",
        "'ve": "have",
        "'ll": "will",
        "'m": "am",
        "'d": "had",
        "n't": "not",
        "ca": "can",
        "wo": "will",
    }
)
_MORE = frozenset({"more", "less", "few", "fewer", "further", "additional"})


def spell(tree: Tree, index: int) -> str:
    """One word, in lower case unless it is a name."""
    token = tree.tokens[index]
    if token.text in _CONTRACTIONS:
        return _CONTRACTIONS[token.text]
    if token.pos == "PROPN" and index == 0 and is_dimension(token.text.lower()):
        return token.text.lower()  # "Attendance was low" is a name to the tagger
    if token.pos == "PROPN" or token.text == "I" or not token.text[1:].islower():
        return token.text
    if token.pos == "ADJ" and (index > 0 or tree.in_name(index)):
        return token.text  # "Austrian"
    return token.text.lower()


def join(tree: Tree, indexes: Iterable[int]) -> str:
    """The tokens in order, spaced as printed, lower case but for names."""
    text, last = "", None
    for index in sorted(indexes):
        token = tree.tokens[index]
        glued = last is not None and tree.tokens[last].end == token.start and token.text not in _CONTRACTIONS
        text += ("" if glued or not text else " ") + spell(tree, index)
        last = index
    return text.strip(" -,.:;'\"()")


def noun_phrase(tree: Tree, index: int, room: int = 5, *, det: bool = True, post: bool = True) -> str:
    """The noun at ``index`` with what stands before it and, where it fits, one phrase behind it.

    Args:
        tree: The sentence.
        index: The noun.
        room: Words at most; the noun and its name always stand.
        det: Whether an article is kept; "a" becomes "the", for the question knows which.
        post: Whether a prepositional phrase or participle may follow.
    """
    if tree.is_age(index):
        return "the person" if det else "person"
    head = _premodified(tree, index, det)
    if not post:
        return head
    left = room - len(head.split())
    for child in tree.children[index]:
        if child > index and not tree.holds_value(child) and (more := _postmodifier(tree, child, left)):
            return f"{head} {more}"
    return head


def _premodified(tree: Tree, index: int, det: bool) -> str:
    kept = [index]
    for child in tree.children[index]:
        token = tree.tokens[child]
        if child < index and token.dep in _PREMODIFIERS and (det or token.dep != "det"):
            kept += _premodifier(tree, child)
        elif child == index + 1 and token.pos == "NUM" and token.dep == "nummod" and child not in tree.inside:
            kept.append(child)  # "Route 9"
    kept = sorted(set(kept))
    determiner = [i for i in kept if tree.tokens[i].dep == "det" and tree.heads[i] == index]
    kept = [i for i in kept if i not in determiner]
    if not any(tree.tokens[i].pos == "PROPN" for i in kept):
        kept = kept[-_MOST_PREMODIFIERS:]
    while len(kept) > 1 and (tree.tokens[kept[0]].dep in {"punct", "case"}):
        kept.pop(0)
    return " ".join(filter(None, [_article(tree, determiner), join(tree, kept)]))


def _premodifier(tree: Tree, index: int) -> list[int]:
    """The tokens of a premodifier; none where it is a number or holds the value."""
    token = tree.tokens[index]
    if token.pos == "NUM" or token.lemma in _MORE or tree.holds_value(index) or tree.is_age(index):
        return []
    if token.dep == "advmod" and token.lemma not in {"newly", "all", "once"}:
        return []
    if token.dep == "punct" and token.text != "-":
        return []
    found = [index]
    for child in tree.children[index]:
        below = tree.tokens[child]
        if child > index + 3 or below.dep in {"prep", "relcl", "acl", "appos"}:
            continue
        if below.pos in {"NUM", "SYM"} or (child < index and below.dep == "npadvmod"):
            return []  # "20-year-old" says nothing without its number
        if child > index:
            found.append(child)
        elif more := _premodifier(tree, child):
            found += more
    return found


def _article(tree: Tree, determiner: list[int]) -> str:
    if not determiner:
        return ""
    word = tree.tokens[determiner[0]].text.lower()
    if word == "both":
        return ""
    return "the" if word in {"a", "an", "this", "that", "another", "some", "these"} else word


def _postmodifier(tree: Tree, index: int, room: int) -> str:
    token = tree.tokens[index]
    if room < 2 or index in tree.inside:
        return ""
    if token.dep == "prep" and token.pos == "ADP":
        return prepositional(tree, index, room)
    if token.dep == "acl" and token.tag in {"VBN", "VBG"} and tree.child(index, "nsubj", "aux") is None:
        rest = complements(tree, index, room - 1)
        return _within(" ".join([spell(tree, index), *rest]), room) if rest else ""
    return ""


def prepositional(tree: Tree, index: int, room: int) -> str:
    """The preposition at ``index`` with its noun, or "" where that is a number, or does not fit."""
    noun = tree.child(index, "pobj", "pcomp")
    if noun is None or tree.holds_value(index) or tree.tokens[index].lemma in {"than", "as"}:
        return ""
    token = tree.tokens[noun]
    if token.pos == "NUM" and not _YEAR.fullmatch(token.text):
        return ""
    if token.pos != "NUM" and (token.pos not in _NOMINAL or tree.child(noun, "nummod") is not None):
        return ""
    if token.pos == "PRON" and token.tag in {*RELATIVE, "PRP", "DT"}:
        return ""
    if token.dep == "pcomp":
        tail = " ".join([spell(tree, noun), *complements(tree, noun, room - 2)])
    else:
        tail = noun_phrase(tree, noun, room - 1)
    return _within(f"{spell(tree, index)} {tail}", room)


def _within(text: str, room: int) -> str:
    return text if len(text.split()) <= room else ""


def complements(tree: Tree, verb: int, room: int, *, skip: int | None = None) -> list[str]:
    """What belongs to the verb behind it, as far as it fits, the object first."""
    found: list[str] = []
    for part in _candidates(tree, verb, skip):
        token = tree.tokens[part]
        left = room - sum(len(text.split()) for text in found)
        if left <= 0:
            break
        text = ""
        if token.dep == "prep" or token.dep == "agent":
            text = prepositional(tree, part, left)
        elif token.dep == "xcomp":
            text = _infinitive(tree, part, left)
        elif token.dep == "acomp":
            text = _adjective(tree, part, left)
        elif token.dep == "advmod":
            text = spell(tree, part) if token.lemma in _DIRECTIONS else ""
        elif not (token.pos == "PRON" and token.tag in RELATIVE) and token.pos not in {"NUM", "SYM"}:
            text = "" if tree.is_unit(part) else _fitting(tree, part, left)
        text = _within(text, left)
        if text:
            found.append(text)
        if token.dep == "prep" and text:
            break
    return found


def _candidates(tree: Tree, verb: int, skip: int | None) -> list[int]:
    wanted = [c for c in tree.children[verb] if c != skip and not tree.holds_value(c)]
    objects = [c for c in wanted if tree.tokens[c].dep in _COMPLEMENTS]
    ways = [
        c
        for c in wanted
        if tree.tokens[c].dep == "advmod" and (c <= verb + 2 or tree.tokens[c].lemma in _WHITHER) and c > verb
    ]
    clauses = [c for c in wanted if tree.tokens[c].dep == "xcomp"]
    phrases = [c for c in wanted if tree.tokens[c].dep in {"prep", "agent"}]
    phrases.sort(key=lambda c: (c < verb, abs(c - verb)))
    return [*objects, *ways, *clauses, *phrases]


def _fitting(tree: Tree, noun: int, room: int) -> str:
    """The noun phrase as full as it fits; a clause without its object would mislead."""
    text = noun_phrase(tree, noun, room)
    if len(text.split()) > room:
        text = noun_phrase(tree, noun, room, post=False)
    if len(text.split()) > room and tree.tokens[noun].pos == "NOUN":
        text = f"the {spell(tree, noun)}" if room > 1 else spell(tree, noun)
    return text


def _infinitive(tree: Tree, verb: int, room: int) -> str:
    group = join(tree, [c for c in tree.children[verb] if tree.tokens[c].dep in AUXILIARIES] + [verb])
    return " ".join([group, *complements(tree, verb, room - len(group.split()))])


def _adjective(tree: Tree, index: int, room: int) -> str:
    words = [spell(tree, index)]
    for child in tree.children[index]:
        if tree.tokens[child].dep == "prep" and (text := prepositional(tree, child, room - 1)):
            return " ".join([*words, text])
    return words[0]
