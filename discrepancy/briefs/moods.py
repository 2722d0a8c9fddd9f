"""A plan, a condition or a suspicion on one side, on the other the fact."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from discrepancy.align.occasions import speech_verbs
from discrepancy.briefs.contrast import Contrast
from discrepancy.briefs.lineup import Brief, Lineup, Word
from discrepancy.compare.utterances import speech_words
from discrepancy.extract.moods import Mood, read_mood
from discrepancy.lexicon import read_table
from discrepancy.model import Kind

_VERBS = frozenset({"VERB", "AUX"})
_UNSURE = frozenset({"if", "unless", "pending", "provided"})
_DESCRIBING = frozenset({"relcl", "acl", "pcomp"})
_CONDITION = 40
"""Characters within which the condition behind a verb is shown with it."""

_REACH = 4
"""Words behind a verb among which its amount stands."""


def find_mood(lineup: Lineup) -> Contrast | None:
    """A verb of both briefs that one states as done and the other as planned, open or suspected."""
    if lineup.belongs:
        return None
    for left, right in _verb_pairs(lineup):
        readings = _read(left, lineup.left), _read(right, lineup.right)
        slip = _tell_apart(*readings)
        if lineup.later and readings[lineup.later < 0] != "done":
            # What was planned or open on one day may be done or off on the next; what was done stays so.
            continue
        if slip == "suspicion for fact" and _is_told([left, right][readings[0] == "alleged"]):
            # "Prosecutors say he took it": whoever accuses him says the same.
            continue
        if slip == "suspicion for fact" and left.token.dep in _DESCRIBING and right.token.dep in _DESCRIBING:
            # "The gunman who shot her", "the man suspected of shooting her": only one of them may be known.
            continue
        if slip and lineup.are_of_one_thing([left], [right], least=1):
            beside = _beside(left, lineup.left, readings[0]), _beside(right, lineup.right, readings[1])
            return Contrast(
                slip, _group(left, lineup.left), _group(right, lineup.right), Kind.STATUS, beside=beside
            )
    return None


def _beside(verb: Word, brief: Brief, reading: str) -> Sequence[Word]:
    """What else tells how a verb is meant: the clause of the condition, or the negator with its noun."""
    tree = verb.tree
    if reading == "condition":
        marks = [i for i, token in enumerate(tree.tokens) if token.text.lower() in _UNSURE]
        inner = tree.subtree(tree.tokens[marks[0]].head) if marks else set()
        return [w for w in brief.words if w.tree is tree and w.index in inner and w.index >= marks[0]]
    if reading == "alleged":
        hedges = read_table("briefs")["suspicion"]
        said = [*hedges["adverbs"], *hedges["verbs"]]
        return [w for w in brief.words if w.tree is tree and (w.text in said or w.lemma in said)][:1]
    if reading == "denied":
        said = [i for i, token in enumerate(tree.tokens) if token.text.lower() in speech_words().negators]
        return [w for w in brief.words if w.tree is tree and said and said[0] <= w.index <= said[0] + 1]
    return ()


def _verb_pairs(lineup: Lineup) -> list[tuple[Word, Word]]:
    """Verbs that both briefs have once, the first of each lemma beside the other's."""
    theirs: dict[str, Word] = {}
    for word in lineup.right.words:
        if word.token.pos == "VERB":
            theirs.setdefault(word.lemma, word)
    ours = [word for word in lineup.left.words if word.token.pos == "VERB" and word.lemma in theirs]
    return [(word, theirs[word.lemma]) for word in ours]


def _tell_apart(one: str, other: str) -> str:
    """What lies between two readings of a verb; "" where both can be true."""
    return _SLIPS.get(frozenset((one, other)), "")


_SLIPS = {
    frozenset(("done", "denied")): "negation dropped",
    frozenset(("done", "planned")): "plan for fact",
    frozenset(("done", "open")): "possibility for fact",
    frozenset(("present", "open")): "possibility for fact",
    frozenset(("done", "condition")): "condition dropped",
    frozenset(("present", "condition")): "condition dropped",
    frozenset(("planned", "condition")): "condition dropped",
    frozenset(("planned", "open")): "possibility for plan",
    frozenset(("done", "alleged")): "suspicion for fact",
    frozenset(("present", "alleged")): "suspicion for fact",
}
"""Two readings of one verb that exclude each other at one time, and what the difference is called."""


def _read(word: Word, brief: Brief) -> str:
    """How a verb is meant: ``done``, ``present``, ``planned``, ``open``, ``condition``, ``alleged``."""
    text = word.tree.sentence.text.lower()
    if _conditions().search(text):
        return "condition"
    if _hedged(word):
        return "alleged"
    if _is_possible(word):
        return "open"
    mood, denials = read_mood(word.tree, word.index)
    if denials:
        return "denied"
    if mood is Mood.OPEN:
        return "open"
    if mood is Mood.PLANNED:
        return "planned"
    auxiliaries = {word.tree.tokens[i].lemma for i in word.tree.children[word.index]} & {"have", "be"}
    past = word.token.tag == "VBD" or (word.token.tag == "VBN" and auxiliaries)
    return "done" if past else "present"


def _is_possible(word: Word) -> bool:
    """Whether the clause of a verb hangs from a word for what may be: "it is likely that"."""
    tokens = word.tree.tokens
    head = tokens[word.index].head
    table = read_table("briefs")["suspicion"]
    if any(tokens[i].text.lower() in table["adverbs_open"] for i in word.tree.children[word.index]):
        return True
    above = {tokens[head].lemma.lower(), *(tokens[i].lemma.lower() for i in word.tree.children[head])}
    return word.token.dep in {"ccomp", "xcomp", "acl"} and bool(above & set(table["possible"]))


def _is_told(word: Word) -> bool:
    """Whether a verb is what somebody says: "prosecutors say he bribed her"."""
    tokens = word.tree.tokens
    above = (tokens[word.token.head], *(token for token in tokens if token.dep == "ROOT"))
    said = {token.lemma for token in above if token is not word.token}
    return bool(said & speech_verbs()) or "according" in {t.text.lower() for t in tokens}


def _hedged(word: Word) -> bool:
    """Whether the words around a verb make it a suspicion: "allegedly", "is accused of"."""
    table = read_table("briefs")["suspicion"]
    tokens = word.tree.tokens
    if any(tokens[i].text.lower() in table["adverbs"] for i in word.tree.children[word.index]):
        return True
    at = word.index
    for _ in range(3):
        at = tokens[at].head
        if tokens[at].lemma in table["verbs"]:
            return True
    return False


def is_conditional(brief: Brief) -> bool:
    """Whether all that a brief says depends on something else."""
    return _conditions().search(brief.words[0].tree.sentence.text.lower()) is not None


def _group(word: Word, brief: Brief) -> list[Word]:
    """A verb with its auxiliaries and what governs it, up to an amount right behind it."""
    tree = word.tree
    chain = {word.index}
    chain |= {i for i in tree.children[word.index] if tree.tokens[i].dep in {"aux", "auxpass", "neg"}}
    head = tree.tokens[word.index].head
    if tree.tokens[word.index].dep in {"xcomp", "pcomp", "acl", "prep"} and tree.tokens[head].pos in {
        *_VERBS,
        "ADJ",
    }:
        chain |= {head, *(i for i in tree.children[head] if tree.tokens[i].dep in {"aux", "auxpass", "neg"})}
    last = max(chain)
    amount = [i for i in range(last + 1, min(last + _REACH, len(tree.tokens))) if tree.tokens[i].pos == "NUM"]
    stop = amount[-1] if amount else last
    behind = [i for i in range(last + 1, len(tree.tokens)) if tree.tokens[i].text.lower() in _UNSURE]
    if behind and tree.tokens[-1].end - tree.tokens[min(chain)].start <= _CONDITION:
        stop = len(tree.tokens)
    return [w for w in brief.words if w.tree is tree and min(chain) <= w.index <= stop]


@cache
def _conditions() -> re.Pattern[str]:
    phrases = read_table("briefs")["suspicion"]["conditions"]
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, phrases))})\b")
