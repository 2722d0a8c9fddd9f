"""Somebody or something else in a place that one alone can fill: who wrote the letter, who won, what it was.

The two briefs are one sentence but for a noun phrase. Whether both phrases can be true depends on the part
that the phrase plays: a letter has one writer, but many may welcome a verdict.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cache

from discrepancy.briefs.contrast import Contrast
from discrepancy.briefs.lineup import Brief, Lineup, Word, children
from discrepancy.briefs.naming import are_one_part, are_two_names, is_kin, is_kin_of_other_sex
from discrepancy.compare.utterances import speech_words
from discrepancy.lexicon import read_table
from discrepancy.lexicon.names import title_words
from discrepancy.lexicon.nouns import known_nouns, nouns_for_people
from discrepancy.model import Kind, Token
from discrepancy.vectors import similarity

_NOMINAL = frozenset({"NOUN", "PROPN"})
_UNDER = frozenset({"appos", "compound", "conj", "flat"})
"""Parts of a noun phrase that play the part of their head."""

_WHERE = frozenset({"in", "under", "inside", "behind", "beneath", "on"})
"""Prepositions that say where something was, each of another place."""

_DETERMINERS = frozenset({"the", "this", "that", "his", "her", "its", "their"})
_TRADES = 0.66
"""Cosine from which one may well be both: "lawyer", "politician"."""

_AGENTS = ("er", "or", "ist", "man", "woman")
"""Endings of nouns for people, be they for things as well: "cleaner"."""

_QUOTED = 3
"""Fewest words of a quotation that two briefs share."""


def find_filler(lineup: Lineup) -> Contrast | None:
    """Another noun phrase in a part that only one can play, all else being the same."""
    own = _own_words(lineup)
    left, right = (_head(side) for side in own)
    if left is None or right is None or not _are_alike(lineup, own):
        return None
    parts = _part(left), _part(right)
    if parts[0] != parts[1] or parts[0] is None or not _is_sole(parts[0], (left, right), lineup):
        return None
    if {left.token.pos, right.token.pos} == {"PROPN"} and not _is_national(left):
        # Where something was, a name tells as a place, of which others judge.
        two = parts[0][0] not in {"in", "near", "at"} and are_two_names(lineup, left, right)
    else:
        two = _are_two(left, right, own, parts[0][0])
    if not two:
        return None
    kind = Kind.NAME if {left.token.pos, right.token.pos} == {"PROPN"} else Kind.ROLE
    return Contrast("another in one place", *own, kind, moves_on=True)


def _own_words(lineup: Lineup) -> tuple[Sequence[Word], Sequence[Word]]:
    """The content words of each brief that the other has not in the same form."""
    left, right = (
        _beyond(here, Counter(word.lemma for word in there.words))
        for here, there in ((lineup.left, lineup.right), (lineup.right, lineup.left))
    )
    return left, right


def _beyond(brief: Brief, known: Counter[str]) -> list[Word]:
    titles = title_words("honorifics")
    found = []
    for word in brief.words:
        if known[word.lemma] > 0:
            known[word.lemma] -= 1
        elif word.is_content and word.text.rstrip(".") not in titles:
            found.append(word)
    return found


def _head(words: Sequence[Word]) -> Word | None:
    """The one word above all of ``words``, where they are of one noun phrase."""
    for word in words:
        inner = word.tree.subtree(word.index)
        if all(other.tree is word.tree and other.index in inner for other in words):
            held = word.token.pos in _NOMINAL | {"ADJ"} and not any(w.token.pos == "NUM" for w in words)
            return word if held and not any(_is_verb(w) for w in words) else None
    return None


def _is_verb(word: Word) -> bool:
    return word.token.pos == "VERB" and word.token.dep != "amod"


def _are_alike(lineup: Lineup, own: tuple[Sequence[Word], Sequence[Word]]) -> bool:
    """Whether both deny as much, and nothing else in them is turned."""
    sides = [
        sum(word.text in speech_words().negators for word in brief.words)
        for brief in (lineup.left, lineup.right)
    ]
    return sides[0] == sides[1] and not lineup.turns([*own[0], *own[1]])


def _part(word: Word) -> tuple[str, str] | None:
    """What a noun is in its sentence, with the word on which that hangs; None for any other part."""
    tokens = word.tree.tokens
    token, index = word.token, word.index
    if token.dep == "appos" and _is_national(word):
        return "of", tokens[token.head].lemma
    while token.dep in _UNDER and tokens[token.head].pos in _NOMINAL:
        index, token = token.head, tokens[token.head]
    above = tokens[token.head]
    if token.dep == "attr" and (verb := _cleft(word, index)):
        return "agent", verb
    if token.dep in {"attr", "acomp"} and above.lemma == "be":
        return "is", "be"
    if token.dep == "amod" and above.pos == "NOUN":
        return "of", above.lemma
    if token.dep == "nsubj" and above.pos == "VERB":
        return "agent", above.lemma
    if token.dep == "pobj":
        governor = tokens[above.head].lemma
        link = "in" if above.text.lower() in _WHERE else above.text.lower()
        return ("agent", governor) if above.dep == "agent" else (link, governor)
    return None


def _cleft(word: Word, index: int) -> str:
    """The verb of "it was the coach who told them"; "" for any other sentence."""
    tree = word.tree
    subject = tree.child(tree.tokens[index].head, "nsubj")
    if subject is None or tree.tokens[subject].text.lower() != "it":
        return ""
    below = tree.child(index, "relcl")
    return "" if below is None else tree.tokens[below].lemma


def _is_sole(part: tuple[str, str], heads: tuple[Word, Word], lineup: Lineup) -> bool:
    """Whether one alone can play a part in what the briefs tell."""
    role, verb = part
    if role == "of":
        return all(_is_national(word) for word in heads) and all(_happened(word) for word in heads)
    if role == "is":
        return lineup.are_of_one_subject and _is_known(lineup.left) and _is_known(lineup.right)
    if role == "agent" and any(_cleft(word, word.index) for word in heads):
        return True
    if role == "agent" and verb in _verbs("quoting"):
        return _quoted(lineup)
    done_by = all(word.tree.tokens[word.token.head].dep == "agent" for word in heads)
    if verb not in _verbs(role) and not (done_by and verb not in _verbs("by_many")):
        return False
    targets = [_target(word, verb, role) for word in heads]
    return all(
        target is not None and _is_definite(target, word) and not _is_shared(target, word, verb)
        for target, word in zip(targets, heads, strict=True)
    )


def _is_shared(index: int, word: Word, verb: str) -> bool:
    """Whether many do it at once: "signed the petition", "ran the marathon"; one wins it."""
    table = read_table("briefs")
    return verb not in table["outcomes"]["win"] and word.tree.tokens[index].lemma in table["sole"]["shared"]


@cache
def _verbs(role: str) -> frozenset[str]:
    return frozenset(read_table("briefs")["sole"].get(role, ()))


def _target(word: Word, verb: str, role: str) -> int | None:
    """What the verb is done to, or for parts other than the agent's what it is told of."""
    tree = word.tree
    at = next((i for i, t in enumerate(tree.tokens) if t.lemma == verb and t.pos == "VERB"), None)
    if at is None:
        return None
    found = tree.child(at, "nsubjpass", "dobj")
    return tree.child(at, "nsubj") if found is None and role != "agent" else found


def _is_definite(index: int, word: Word) -> bool:
    """Whether a noun is of one known thing: "the letter", "her first film"."""
    tree = word.tree
    token = tree.tokens[index]
    if token.pos == "PROPN":
        return True
    below = [tree.tokens[i] for i in tree.children[index]]
    if token.tag != "NN" and not any(t.dep == "nummod" for t in below):
        return False
    return any(t.text.lower() in _DETERMINERS or t.dep == "poss" for t in below)


def _is_known(brief: Brief) -> bool:
    """Whether a sentence tells what one known person or thing is: "the victim was", "he is"."""
    subject = brief.subject
    if subject is None:
        return False
    return subject.token.pos in {"PRON", "PROPN"} or any(
        token.text.lower() in _DETERMINERS or token.dep == "poss" for token in children(subject)
    )


def _happened(word: Word) -> bool:
    """Whether a noun of which ``word`` tells more is a single one that has a part in what happened."""
    tokens = word.tree.tokens
    noun = tokens[word.token.head]
    above = tokens[noun.head]
    verb = tokens[above.head] if above.dep == "agent" else above
    return noun.tag == "NN" and verb.tag in {"VBD", "VBN"} and any(t.dep == "det" for t in _below(word))


def _below(word: Word) -> list[Token]:
    tree = word.tree
    return [tree.tokens[i] for i in tree.children[word.token.head]]


def _quoted(lineup: Lineup) -> bool:
    """Whether both sentences hold one quotation."""
    quoted = [_quotation(brief) for brief in (lineup.left, lineup.right)]
    return quoted[0] == quoted[1] and len(quoted[0].split()) >= _QUOTED


def _quotation(brief: Brief) -> str:
    text = brief.words[0].tree.sentence.text.replace("“", '"').replace("”", '"')
    parts = text.split('"')
    return parts[1].strip(" ,.").lower() if len(parts) > 2 else ""


def _is_national(word: Word) -> bool:
    return bool(_nation(word))


def _nation(word: Word) -> str:
    if any(token.pos == "PROPN" and token.dep == "compound" for token in children(word)):
        # "Dora Finn" is no Finn.
        return ""
    return _nations().get(word.text, _nations().get(word.lemma, ""))


@cache
def _nations() -> dict[str, str]:
    rows = read_table("briefs")["nations"]["names"]
    return {word: row for row in rows for word in row.split("|")}


def _are_two(left: Word, right: Word, own: tuple[Sequence[Word], Sequence[Word]], role: str) -> bool:
    """Whether two phrases cannot be of one person or thing."""
    nations = _nation(left), _nation(right)
    if any(nations):
        return all(nations) and nations[0] != nations[1]
    if {left.token.pos, right.token.pos} != {"NOUN"} or left.token.tag != right.token.tag:
        return False
    if any(_is_anybody(*side) for side in zip((left, right), own, strict=True)):
        return False
    people = [_is_person(word) for word in (left, right)]
    if {*people} == {True, False}:
        return False
    if is_kin_of_other_sex(left.lemma, right.lemma):
        return True
    if are_one_part(left.lemma, right.lemma):
        return False
    if role == "of":
        return False
    alike = similarity(left.lemma, right.lemma)
    return (
        role != "is" or (True in people and False not in people and alike < _TRADES) or _are_kin(left, right)
    )


def _are_kin(left: Word, right: Word) -> bool:
    return is_kin(left.lemma) and is_kin(right.lemma)


def _is_anybody(word: Word, own: Sequence[Word]) -> bool:
    """Whether a noun may stand for anybody: "the man"; a body that is told more closely does not."""
    table = read_table("briefs")["sole"]
    return word.lemma in table["anybody"] or (word.lemma in table["bodies"] and len(own) == 1)


def _is_person(word: Word) -> bool | None:
    """Whether a noun is for people; None where the tables do not say."""
    if word.lemma in nouns_for_people() or is_kin(word.lemma):
        return True
    return None if word.lemma.endswith(_AGENTS) or word.lemma not in known_nouns() else False
