"""Two briefs, word by word: which words both have, and which stand on one side alone.

A brief has a sentence or two and no room for a second subject, so what both share tells what they are
about, and where they part is the whole difference between them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import cache, cached_property

from discrepancy.compare.utterances import are_contrary, find_blocks
from discrepancy.extract.grammar import Tree
from discrepancy.lexicon import read_table
from discrepancy.model import Claim, Document, Kind, Name, Token, is_spot
from discrepancy.vectors import similarity

SENTENCES = 3
"""Most sentences of a brief, its headline among them."""

WORDS = 70
"""Most words of a brief."""

_ALIKE = 0.62
"""Cosine from which two words of one part of speech stand for one another."""

_STEM = 5
"""Letters in common from which two words are of one stem: "erupt", "eruption"."""

_MAIN = frozenset({"ROOT", "conj", "ccomp", "xcomp"})

_DAY = timedelta(hours=20)
"""Time between two briefs from which the later one may tell of what happened since."""

_CONTENT = frozenset({"NOUN", "VERB", "ADJ", "PROPN", "NUM", "ADV"})


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a brief with its place in the sentence's tree."""

    token: Token
    tree: Tree
    index: int

    @property
    def text(self) -> str:
        """As printed, in lower case."""
        return self.token.text.lower()

    @property
    def lemma(self) -> str:
        """Its lemma, in lower case."""
        return self.token.lemma.lower()

    @property
    def before(self) -> str:
        """The word right before it in its sentence, in lower case; "" for none."""
        return self.tree.tokens[self.index - 1].text.lower() if self.index else ""

    @property
    def after(self) -> str:
        """The word right behind it, in lower case; "" for none."""
        return next((token.text.lower() for token in self.tree.tokens[self.index + 1 : self.index + 2]), "")

    @property
    def is_content(self) -> bool:
        """Whether it carries meaning of its own."""
        return self.token.pos in _CONTENT and self.lemma not in _light()


def children(word: Word) -> list[Token]:
    """The tokens that hang from a word."""
    return [word.tree.tokens[i] for i in word.tree.children[word.index]]


@dataclass(frozen=True, slots=True)
class Brief:
    """An article of a sentence or two."""

    document: Document
    words: tuple[Word, ...]

    def within(self, claim: Claim) -> list[Word]:
        """The words that the value of ``claim`` consists of."""
        mention = claim.mention
        return [
            word
            for word in self.words
            if word.tree.sentence.field == mention.field
            and word.token.start < mention.end
            and mention.start < word.token.end
        ]

    @property
    def subject(self) -> Word | None:
        """The subject of its first sentence."""
        index = self.words[0].tree.main_subject()
        return next((word for word in self.words if word.index == index), None)


@dataclass(frozen=True, slots=True)
class Gap:
    """A stretch in which two briefs differ: the words of either side, which may be none."""

    left: tuple[Word, ...]
    right: tuple[Word, ...]


def read_brief(document: Document) -> Brief | None:
    """The words of a brief; None for longer articles."""
    sentences = [sentence for sentence in document.sentences if sentence.zone.is_reporting]
    if not 0 < len(sentences) <= SENTENCES:
        return None
    words = tuple(
        Word(token, tree, index)
        for tree in map(Tree, sentences)
        for index, token in enumerate(tree.tokens)
        if any(c.isalnum() for c in token.text) or token.text in "%$€£"
    )
    return Brief(document, words) if len(words) <= WORDS else None


def pair_sentences(left: Brief, right: Brief, claims: Sequence[Claim]) -> list[Lineup]:
    """The sentences of two briefs that are most alike, lined up; not those that are the same."""
    ours, theirs = (
        [
            Brief(brief.document, tuple(w for w in brief.words if w.tree is tree))
            for tree in dict.fromkeys(word.tree for word in brief.words)
        ]
        for brief in (left, right)
    )
    lineups = {(i, j): Lineup(a, b, claims) for i, a in enumerate(ours) for j, b in enumerate(theirs)}
    shared = {pair: len(lineup.twins) for pair, lineup in lineups.items()}
    best = [
        (i, j)
        for (i, j), count in shared.items()
        if count == max(n for (a, _), n in shared.items() if a == i)
        and count == max(n for (_, b), n in shared.items() if b == j)
    ]
    return [
        lineups[pair] for pair in sorted(best, key=lambda pair: (-shared[pair], pair)) if lineups[pair].gaps
    ]


class Lineup:
    """Two briefs held against each other."""

    def __init__(self, left: Brief, right: Brief, claims: Sequence[Claim]) -> None:
        self.left, self.right = left, right
        self._claims = claims

    def claims(self, brief: Brief) -> list[Claim]:
        """The values of a brief."""
        sentence = brief.words[0].tree.sentence
        return [
            claim
            for claim in self._claims
            if claim.mention.article_id == brief.document.article.id
            and not is_spot(claim.mention)
            and (claim.mention.field, claim.mention.sentence) == (sentence.field, sentence.index)
        ]

    @cached_property
    def valued(self) -> frozenset[int]:
        """Identities of the words that belong to a date, a quantity or a direction."""
        return frozenset(
            id(word)
            for brief in (self.left, self.right)
            for claim in self.claims(brief)
            if not isinstance(claim.mention.value, Name)
            and claim.mention.kind not in (Kind.STATUS, Kind.QUOTE, Kind.ROLE)
            for word in brief.within(claim)
        )

    @cached_property
    def later(self) -> int:
        """1 where the right brief came out a day after the left one, -1 before it, 0 if unknown."""
        moments = [brief.document.article.published for brief in (self.left, self.right)]
        if moments[0] is None or moments[1] is None:
            return 0
        gap = moments[1].replace(tzinfo=None) - moments[0].replace(tzinfo=None)
        return 0 if abs(gap) < _DAY else 1 if gap > timedelta() else -1

    @cached_property
    def gaps(self) -> tuple[Gap, ...]:
        """Where the two part, in order."""
        ours, theirs = [w.text for w in self.left.words], [w.text for w in self.right.words]
        return tuple(
            Gap(self.left.words[a:b], self.right.words[c:d])
            for a, b, c, d in find_blocks(ours, theirs)
            if a != b or c != d
        )

    @cached_property
    def changed(self) -> tuple[tuple[Word, ...], tuple[Word, ...]]:
        """The words of the left, and of the right brief, that stand where the two part."""
        left = tuple(word for gap in self.gaps for word in gap.left)
        return left, tuple(word for gap in self.gaps for word in gap.right)

    @property
    def swaps(self) -> Iterator[tuple[Word, Word]]:
        """Where one word stands in the place of another, and nothing else changes beside them."""
        return ((gap.left[0], gap.right[0]) for gap in self.gaps if len(gap.left) == len(gap.right) == 1)

    @cached_property
    def twins(self) -> tuple[tuple[Word, Word], ...]:
        """Content words of the left brief, each with the word of the right one that says the same."""
        free = [word for word in self.right.words if word.is_content]
        pairs: list[tuple[Word, Word]] = []
        for same in (_is_equal, _is_akin):
            taken = {id(word) for word, _ in pairs}
            for word in self.left.words:
                if not word.is_content or id(word) in taken:
                    continue
                twin = next((other for other in free if same(word, other)), None)
                if twin is not None:
                    free.remove(twin)
                    pairs.append((word, twin))
        return tuple(pairs)

    @cached_property
    def lone(self) -> tuple[tuple[Word, ...], tuple[Word, ...]]:
        """The content words that only the left, and only the right brief has."""
        known = {id(word) for pair in self.twins for word in pair}
        left, right = (
            tuple(w for w in brief.words if w.is_content and id(w) not in known)
            for brief in (self.left, self.right)
        )
        return left, right

    @cached_property
    def strangers(self) -> tuple[Word, ...]:
        """The subjects of the two, where each is somebody by name whom the other does not mention."""
        left, right = self.left.subject, self.right.subject
        if left is None or right is None or {left.token.pos, right.token.pos} != {"PROPN"}:
            return ()
        told = left.text in {w.text for w in self.right.words} or right.text in {
            w.text for w in self.left.words
        }
        return () if told else (left, right)

    @property
    def is_one_change(self) -> bool:
        """Whether all is the same but one stretch, and it is told of something known: "the troops", "he"."""
        subject = self.left.subject
        if len(self.gaps) != 1 or subject is None or any(len(side) > 1 for side in self.lone):
            return False
        return (
            not children(subject)
            or subject.token.pos in {"PRON", "PROPN"}
            or any(
                token.text.lower() in {"the", "this", "that"} or token.dep == "poss"
                for token in children(subject)
            )
        )

    @property
    def are_of_one_subject(self) -> bool:
        """Whether both sentences have one word for their subject."""
        left, right = self.left.subject, self.right.subject
        return left is not None and right is not None and left.lemma == right.lemma

    @cached_property
    def belongs(self) -> bool:
        """Whether the subject of one brief only belongs to that of the other: "the minister's wife"."""
        for here, there in ((self.left, self.right), (self.right, self.left)):
            one, other = here.subject, there.subject
            if one is not None and other is not None and one.lemma != other.lemma:
                owners = {token.lemma.lower() for token in children(one) if token.dep == "poss"}
                if other.lemma in owners:
                    return True
        return False

    @cached_property
    def tells_of_others(self) -> bool:
        """Whether what each says beside subject and verb is more its own than common: two things are told."""
        shared = sum(a.token.pos != "PROPN" and a.token.dep not in {"nsubj", "ROOT"} for a, _ in self.twins)
        rest = [sum(w.token.dep not in {"nsubj", "ROOT"} for w in side) for side in self.lone]
        return shared < max(rest)

    def turns(self, aside: Collection[Word] = ()) -> bool:
        """Whether a word of one brief is the opposite of one of the other: "hurt", "unhurt".

        Args:
            aside: Words that do not count.
        """
        rest = (sorted({w.lemma for w in side if w not in aside}) for side in self.changed)
        return are_exclusive(*rest) is not None

    def are_of_one_thing(self, left: Iterable[Word], right: Iterable[Word], least: int = 2) -> bool:
        """Whether, besides ``left`` and ``right``, the briefs share most of their words.

        Args:
            left: Words of the left brief that are what differs, and say nothing of the subject.
            right: The same of the right brief.
            least: Fewest words that have to be shared.
        """
        aside = {id(word) for word in (*left, *right)}
        if any(id(word) not in aside for word in self.strangers):
            return False
        shared = sum(id(a) not in aside and id(b) not in aside for a, b in self.twins)
        rest = [sum(id(word) not in aside for word in side) for side in self.lone]
        return shared >= least and shared >= min(rest) and 2 * shared >= max(rest)


def are_level(left: Word, right: Word) -> bool:
    """Whether two verbs state what their sentences state, or hang from them in one way."""
    return left.token.dep == right.token.dep or {left.token.dep, right.token.dep} <= _MAIN


def _is_equal(left: Word, right: Word) -> bool:
    return left.lemma == right.lemma or left.text == right.text


def _is_akin(left: Word, right: Word) -> bool:
    """Whether two words are of one stem or near in meaning; opposites are near as well, and are not."""
    if left.token.pos == "PROPN" or right.token.pos == "PROPN" or "NUM" in (left.token.pos, right.token.pos):
        return False
    if left.lemma[:_STEM] == right.lemma[:_STEM] and len(left.lemma) > _STEM - 1:
        return True
    if left.token.pos != right.token.pos or are_exclusive([left.lemma], [right.lemma]):
        return False
    return similarity(left.lemma, right.lemma) >= _ALIKE


def are_exclusive(left: Sequence[str], right: Sequence[str]) -> tuple[str, str] | None:
    """A word of each side of which one thing can have only one: "median", "mean"."""
    for one in left:
        for other in right:
            if one != other and (are_contrary(one, other) or _group(one, other)):
                return one, other
    return None


def _group(one: str, other: str) -> bool:
    groups = _exclusive()
    return any(a != b for a in groups.get(one, ()) for b in groups.get(other, ()) if a[0] == b[0])


def are_of_one_group(pair: Iterable[Word], name: str) -> bool:
    """Whether two words are both in the group of this name in the tables."""
    return all(any(group == name for group, _ in _exclusive().get(word.lemma, ())) for word in pair)


@cache
def _exclusive() -> dict[str, tuple[tuple[str, int], ...]]:
    """For each word the groups that it is in, and which of the group's members it is a word for."""
    found: dict[str, tuple[tuple[str, int], ...]] = {}
    table = read_table("briefs")
    for name, members in (*table["exclusive"].items(), *table["measures"].items()):
        for number, member in enumerate(members):
            for word in member.split("|"):
                found[word] = (*found.get(word, ()), (name, number))
    return found


@cache
def _light() -> frozenset[str]:
    return frozenset(read_table("briefs")["light"])
