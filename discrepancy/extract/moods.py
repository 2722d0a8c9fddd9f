"""Whether a clause states its predicate, and whether it denies it.

Everything above a predicate has a say: auxiliaries ("may"), conjunctions ("if"), the verb that governs an
infinitive ("wants to", "refused to"), and negators on the way up.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum
from functools import cache

from discrepancy.extract.arguments import direct
from discrepancy.extract.grammar import Tree
from discrepancy.lexicon import read_table

_CLIMBED = frozenset(
    {"xcomp", "acl", "pcomp", "prep", "pobj", "dobj", "acomp", "attr", "oprd", "ccomp", "conj"}
)
_NO = frozenset({"no", "neither", "nobody", "none", "nor", "nothing"})
_AT_NO = frozenset(
    {"point", "time", "stage", "moment", "way", "mean", "circumstance", "account", "long", "longer"}
)
"""Nouns that with "no" before them deny the verb: "at no point"."""
_BESIDE = frozenset(
    {"since", "after", "before", "despite", "besides", "while", "when", "by", "upon", "following"}
)
"""Prepositions of clauses that are true whatever the verb above is denied."""
_AUXILIARY = frozenset({"aux", "auxpass"})
_MOMENTS = frozenset({"when", "as", "while", "before"})
"""Conjunctions of a clause that tells at what moment something was so."""
_UNSURE = frozenset({"if", "unless"})
_NOT = frozenset({"not", "n't", "n’t", "never"})
_ABLE = frozenset({"can", "may"})
_ONE = frozenset({"a", "an", "one", "even"})
"""Words behind "not" with which a noun is denied altogether."""
_UNABLE = frozenset({"could", "can", "ca"})
_OBLIGED = frozenset({"must"})
_SUPPOSING = frozenset({"have", "if", "unless", "until", "whether", "once"})
"""Words beside a verb by which "could not" and "can" tell no fact."""
_STATING = frozenset({"ROOT", "conj", "relcl", "ccomp"})
_ADVERBIAL = 5
"""Tokens before a verb among which such words stand."""

_AGES = frozenset({"year", "decade", "century"})
_YEAR = re.compile(r"(?:1[89]|20)\d\d")


class Mood(IntEnum):
    """Whether a predicate is stated."""

    STATED = 0
    PLANNED = 1
    OPEN = 2


def read_mood(tree: Tree, index: int) -> tuple[Mood, list[int]]:
    """The mood of a predicate, and the words that deny it, by what stands above it."""
    words = _governors()
    mood, denials, at, apart = Mood.STATED, _denials(tree, index), index, False
    for _ in range(6):
        mood = max(mood, _own_mood(tree, at))
        token = tree.tokens[at]
        head = tree.tokens[token.head]
        stands_alone = token.dep == "conj" and tree.child(at, "nsubj", "nsubjpass") is not None
        excluded = _is_excluded(tree, at)
        climbed = token.dep in _CLIMBED or excluded
        if token.head == at or not climbed or stands_alone or mood is Mood.OPEN:
            break
        if at == index and token.pos == "NOUN" and head.lemma in words.presupposing:
            break
        if head.lemma in words.open or (excluded and _denials(tree, token.head)):
            # What somebody does not rule out may still happen.
            mood = Mood.OPEN
        if token.dep == "ccomp":
            break
        if excluded or (head.lemma in words.negative and token.dep in {"xcomp", "prep"}):
            denials.append(token.head)
        if (token.dep == "pcomp" or (at == index and token.dep == "pobj")) and head.text.lower() == "without":
            denials.append(token.head)
        if token.dep == "pcomp" and head.text.lower() == "against":
            # "Voted against selling": it is not sold; "warned against selling": nobody knows.
            if tree.tokens[head.head].lemma in words.resolving:
                denials.append(token.head)
            else:
                mood = Mood.OPEN
        # "Has not played since tearing a ligament": it is torn.
        apart |= token.dep == "pcomp" and head.text.lower() in _BESIDE
        at = token.head
        if token.dep != "conj" and not apart:
            denials += [no for no in _denials(tree, at) if not _is_of_choice(tree, no)]
    return mood, denials


def _is_of_choice(tree: Tree, index: int) -> bool:
    """Whether a word denies a choice or a doubt, and not what is below: "had no choice but to reject it"."""
    noun = tree.tokens[tree.tokens[index].head].lemma
    return tree.tokens[index].text.lower() == "no" and noun in _governors().choices


def was_unable(tree: Tree, index: int) -> bool:
    """Whether it did not come to it: "could not be saved", "cannot be used", but "could not have known"."""
    token = tree.tokens[index]
    told = {tree.tokens[child].text.lower() for child in tree.children[index]}
    if told.isdisjoint(_UNABLE) or told.isdisjoint(_NOT) or not told.isdisjoint(_SUPPOSING):
        return False
    wished = token.dep == "ccomp" and tree.tokens[token.head].lemma in _governors().open
    return token.dep in _STATING and not wished


def is_able(tree: Tree, index: int) -> bool:
    """Whether somebody can do it, of no condition: "holders can still use them"."""
    told = {tree.tokens[child].text.lower() for child in tree.children[index]}
    return bool(told & _ABLE) and tree.tokens[index].dep in _STATING and told.isdisjoint(_SUPPOSING)


def is_obliged(tree: Tree, index: int) -> bool:
    """Whether somebody has to, so that it is how things are: "must stay in prison until the trial"."""
    told = {tree.tokens[child].text.lower() for child in tree.children[index]}
    stated = tree.tokens[index].dep in _STATING and told.isdisjoint(_SUPPOSING)
    return stated and bool(told & _OBLIGED) and told.isdisjoint(_NOT)


def _is_excluded(tree: Tree, index: int) -> bool:
    """Whether the verb above says that it will not come to that: "ruled out a resignation"."""
    token = tree.tokens[index]
    head = tree.tokens[token.head]
    if token.dep in {"dobj", "nsubjpass"}:
        return token.pos == "NOUN" and head.lemma in excluding_verbs()
    particle = token.dep == "prep" and token.text.lower() == "out"
    return particle and head.lemma in excluding_verbs()


def _own_mood(tree: Tree, index: int) -> Mood:
    """The mood that a verb's auxiliaries, its conjunction and, of an infinitive, its governor give it."""
    words = _governors()
    mood = Mood.STATED
    present = tree.tokens[index].tag in {"VBZ", "VBP"}
    if any(_is_condition(tree, child) for child in tree.children[index]):
        return Mood.OPEN
    for child in tree.children[index]:
        token = tree.tokens[child]
        word = token.text.lower()
        if token.dep in {"mark", "advmod"} and word in words.conditions:
            return Mood.OPEN
        if token.dep in {"mark", "advmod"} and word in words.ahead and present:
            return Mood.OPEN
        if token.dep != "aux":
            continue
        if word in words.open_modals:
            return Mood.OPEN
        if word in words.planned_modals:
            mood = Mood.PLANNED
        if token.tag == "TO":
            mood = max(mood, _infinitive_mood(tree, index))
    return mood


def _is_condition(tree: Tree, clause: int) -> bool:
    """Whether a clause says on what condition that above it holds: "will resign if the vote is lost"."""
    return tree.tokens[clause].dep == "advcl" and any(
        tree.tokens[child].dep == "mark" and tree.tokens[child].text.lower() in _UNSURE
        for child in tree.children[clause]
    )


def _infinitive_mood(tree: Tree, index: int) -> Mood:
    words, token = _governors(), tree.tokens[index]
    governor = tree.tokens[token.head].lemma
    if token.head == index or governor in words.planned:
        # Headlines leave "is" out: "Council to approve budget".
        return Mood.PLANNED
    stated = token.dep == "conj" or governor in words.deciding or governor in words.negative
    return Mood.STATED if stated else Mood.OPEN


def _denials(tree: Tree, index: int) -> list[int]:
    found = []
    for child in tree.children[index]:
        token = tree.tokens[child]
        only = child + 1 < len(tree.tokens) and tree.tokens[child + 1].text.lower() in {"only", "just", "yet"}
        if token.dep == "neg" and not (only and tree.tokens[child + 1].text.lower() != "yet"):
            found.append(child)
        elif token.dep in {"dobj", "nsubj", "nsubjpass", "attr"}:
            found += [child] if token.text.lower() in _NO else _no_determiner(tree, child)
        elif token.dep == "det" and token.text.lower() == "no":
            found.append(child)
    denying = found + _at_no_time(tree, index) + _not_yet(tree, index)
    return [at for at in denying if not _is_numero(tree, at)]


def _is_numero(tree: Tree, index: int) -> bool:
    """Whether "No" is short for a number: "Engine No. 4"."""
    behind = [token.text for token in tree.tokens[index + 1 : index + 3]]
    if behind[:1] == ["."]:
        behind = behind[1:]
    numbered = bool(behind) and behind[0][:1].isdigit()
    return numbered and tree.tokens[index].text in {"No", "No.", "Nos", "Nos.", "no."}


def _not_yet(tree: Tree, index: int) -> list[int]:
    """The "yet" of what has not happened: "has yet to be found"."""
    return [
        child - 1
        for child in tree.children[index]
        if child and tree.tokens[child].tag == "TO" and tree.tokens[child - 1].text.lower() == "yet"
    ]


def _at_no_time(tree: Tree, index: int) -> list[int]:
    """The "no" of "at no point", "in no way" and "no longer" before a verb, wherever the parser puts it."""
    return [
        at
        for at in range(max(0, index - _ADVERBIAL), index - 1)
        if tree.tokens[at].text.lower() == "no"
        and tree.tokens[at + 1].lemma in _AT_NO
        and tree.segments[at] == tree.segments[index]
    ]


def _end(tree: Tree, index: int) -> int:
    """Where a token ends in its sentence."""
    return tree.tokens[index].end - tree.sentence.start


def _no_determiner(tree: Tree, noun: int) -> list[int]:
    """The "no" of a noun, which the parser may hang on the first noun of a compound: "no storm warning"."""
    told = (
        child
        for child in tree.children[noun]
        if tree.tokens[child].text.lower() in {"no", "neither"} or _is_not_one(tree, child)
    )
    # A "no-confidence vote" is one.
    found = [child for child in told if not tree.sentence.text.startswith("-", _end(tree, child))]
    parts = (child for child in tree.children[noun] if tree.tokens[child].dep == "compound")
    return found or [no for part in parts for no in _no_determiner(tree, part)]


def _is_not_one(tree: Tree, index: int) -> bool:
    """Whether a "not" leaves nothing of a noun: "not a penny was paid", but "not all were saved"."""
    behind = tree.tokens[min(index + 1, len(tree.tokens) - 1)].text.lower()
    return tree.tokens[index].text.lower() == "not" and behind in _ONE


@dataclass(frozen=True, slots=True)
class _Governors:
    negative: frozenset[str]
    presupposing: frozenset[str]
    planned: frozenset[str]
    open: frozenset[str]
    deciding: frozenset[str]
    resolving: frozenset[str]
    choices: frozenset[str]
    planned_modals: frozenset[str]
    open_modals: frozenset[str]
    conditions: frozenset[str]
    ahead: frozenset[str]


@cache
def _governors() -> _Governors:
    table = read_table("statuses")
    governors, modals = table["governors"], table["modals"]
    return _Governors(
        negative=frozenset(governors["negative"]),
        presupposing=frozenset(governors["presupposing"]),
        planned=frozenset(governors["planned"]),
        open=frozenset(governors["open"]),
        deciding=frozenset(governors["deciding"]),
        resolving=frozenset(governors["resolving"]),
        choices=frozenset(governors["choices"]),
        planned_modals=frozenset(modals["planned"]),
        open_modals=frozenset(modals["open"]),
        conditions=frozenset(modals["conditions"]),
        ahead=frozenset(modals["ahead"]),
    )


@cache
def excluding_verbs() -> frozenset[str]:
    """Lemmas of verbs whose object does not come about: "rule" out, "avert"."""
    return frozenset(read_table("statuses")["governors"]["excluding"])


def is_bounded(tree: Tree, index: int) -> bool:
    """Whether it is so only until something happens: "stays on until a successor is named"."""
    return any(tree.tokens[i].text.lower() in {"until", "till"} for i in tree.subtree(index))


def is_over(tree: Tree, index: int) -> bool:
    """Whether it was so until something happened, and is no more: "was held until March"."""
    verbs = (index, *(child for child in tree.children[index] if tree.tokens[child].dep in _AUXILIARY))
    return is_bounded(tree, index) and any(tree.tokens[i].tag == "VBD" for i in verbs)


def is_glimpsed(tree: Tree, index: int) -> bool:
    """Whether it was so at a moment that the clause tells, whatever came after: "was alive when he left"."""
    token = tree.tokens[index]
    verb = index if token.lemma == "be" else token.head
    # "Survived when the roof fell" is no such moment, nor is "was found alive when".
    return tree.tokens[verb].lemma == "be" and any(
        tree.tokens[child].dep == "advcl"
        and any(tree.tokens[i].text.lower() in _MOMENTS for i in tree.children[child])
        for child in tree.children[verb]
    )


def is_past_perfect(tree: Tree, index: int) -> bool:
    """Whether a verb tells what had been so by then."""
    return any(
        tree.tokens[child].dep == "aux" and tree.tokens[child].text.lower() in {"had", "'d"}
        for child in tree.children[index]
    )


def is_of_old(tree: Tree, index: int) -> bool:
    """Whether a verb stands with a bare year or with years gone by: "opened in 1928", "80 years ago"."""
    for child in tree.children[index]:
        word = tree.tokens[child].text.lower()
        if word == "in" and any(_YEAR.fullmatch(tree.tokens[i].text) for i in direct(tree, child, ("pobj",))):
            return True
        if word == "ago" and any(tree.tokens[i].lemma in _AGES for i in tree.children[child]):
            return True
    return False


def is_record(tree: Tree, index: int) -> bool:
    """Whether a clause looks back over years: "not one expelled since 1976" tells of none but now."""
    return any(
        tree.tokens[child].text.lower() == "since"
        and any(_YEAR.fullmatch(tree.tokens[i].text) for i in direct(tree, child, ("pobj",)))
        for child in tree.children[index]
    )
