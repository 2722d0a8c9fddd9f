"""From a value to the question it answers.

Nearness is counted in the grammar, not in characters: in "Twelve people were killed and 30 hurt"
the 30 stands one step from "hurt" and three from "killed". Every step away from the value
makes a word say less about it (:data:`DECAY`).
"""

from __future__ import annotations

import heapq
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from discrepancy import lexicon
from discrepancy.extract.grammar import Tree
from discrepancy.extract.moods import Mood, read_mood
from discrepancy.extract.speakers import Attribution, attribute_speakers
from discrepancy.frames import find_participants, rank_terms, weigh_events, weigh_measures
from discrepancy.model import (
    Claim,
    Date,
    Document,
    Field,
    Figure,
    Key,
    Kind,
    Mention,
    Name,
    Sentence,
    Token,
    Weighted,
    Zone,
    is_spot,
)
from discrepancy.ownership import find_owner, sex_of, topic_person
from discrepancy.question import phrase_question
from discrepancy.scenes import find_dead, find_scenes

DECAY = 0.6
"""Weight lost per grammatical step; .5 to .7 made no difference on the development stories."""

FARTHEST = 7.0
"""Steps beyond which a word says nothing about a value."""

_CONTENT = frozenset({"NOUN", "VERB", "ADJ", "PROPN", "ADV", "INTJ"})
_EMPTY_LEMMAS = frozenset(
    {"be", "have", "do", "say", "tell", "not", "also", "about", "more", "least", "than"}
)
# Crossing into another clause or a coordinated member leaves the value's own statement.
_CLAUSE_DEPS = {
    "conj": 1.0,
    "advcl": 1.5,
    "ccomp": 1.5,
    "relcl": 1.0,
    "parataxis": 2.0,
    "acl": 0.5,
    "appos": 0.5,
}
_FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})
_SORTS = {Kind.DATE: "date"}
_ZONE = re.compile(r" time\b")
_DATELINE = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ' .-]{2,}(?:, [\w .]+)?(?: \([^)]*\))? ?[—–-]+ ")


def make_claims(document: Document, mentions: Sequence[Mention]) -> tuple[Claim, ...]:
    """Give every mention of ``document`` the question that it answers, in the order given.

    Those of sentences that are not asked for are left out; they help to understand the others.
    """
    said = attribute_speakers(document)
    by_sentence: dict[int, list[Mention]] = {}
    for mention in mentions:
        by_sentence.setdefault(mention.sentence, []).append(mention)
    claims: dict[int, Claim] = {}
    last, sex = "", ""
    dead = find_dead(document.sentences)
    for index, group in sorted(by_sentence.items()):
        sentence = document.sentences[index]
        own = sex_of(sentence)
        if sex and own and own != sex:
            last = ""  # "he" is not the woman of the sentence before
        if document.asks(index):
            claims |= _claim_sentence(document, sentence, group, said.get(index, ()), last, index in dead)
        topic = topic_person([m for m in group if not is_spot(m)], sentence)
        last, sex = topic or last, own if topic else own or sex
    return tuple(claims[id(mention)] for mention in mentions if id(mention) in claims)


def _claim_sentence(
    document: Document,
    sentence: Sentence,
    group: Sequence[Mention],
    said: Sequence[Attribution],
    last: str,
    dead: bool,
) -> dict[int, Claim]:
    """The claims of one sentence by the identity of their mentions.

    Args:
        document: What it is of.
        sentence: The sentence.
        group: All its mentions.
        said: Who says which part of it.
        last: Whom the sentences before are about.
        dead: Whether it is about somebody dead.
    """
    graph = _Graph(sentence)
    asked = _question_before(document, sentence)
    context = document.article.read(sentence.field)[sentence.start : sentence.end]
    claims = {}
    named = [mention for mention in group if not is_spot(mention)]
    for mention in group:
        # A room is no place by which others are told apart.
        key = _make_key(mention, sentence, graph, named, said)
        if asked is not None and mention.kind is Kind.DATE:
            key = _take_over(key, asked)
        scenes = find_scenes(mention, sentence, named, last, dead)
        key = replace(key, entity=find_owner(mention, sentence, named, last), scenes=scenes)
        claims[id(mention)] = Claim(
            mention=_out_of_dateline(mention, sentence),
            key=key,
            context=context,
            context_start=sentence.start,
            published=document.article.published,
            modified=document.article.modified,
        )
    return claims


def _question_before(document: Document, sentence: Sentence) -> Sentence | None:
    """The question that a sentence without a verb of its own answers: "When does it open? On 4 May."."""
    before = document.sentences[sentence.index - 1] if sentence.index else None
    if before is None or before.field != sentence.field or not before.text.rstrip("”\"'’ ").endswith("?"):
        return None
    return None if any(token.tag in _FINITE for token in sentence.tokens) else before


def _take_over(key: Key, asked: Sentence) -> Key:
    """The key of a date with the words and events of the question that it answers."""
    root = [i for i, token in enumerate(asked.tokens) if token.head == i]
    weight = {i: DECAY ** max(cost, 0.0) for i, cost in _Graph(asked).costs(root).items()}
    words, events = _weigh_words(asked.tokens, weight, set()), weigh_events(asked.tokens, weight)
    return replace(
        key,
        events=rank_terms({**dict(events), **dict(key.events)}),
        words=rank_terms({**dict(words), **dict(key.words)}),
        participants=key.participants | find_participants(asked.tokens, root[0] if root else None),
    )


def _out_of_dateline(mention: Mention, sentence: Sentence) -> Mention:
    """A place in the dateline says where the report was written, one before "time" which clock it goes by."""
    if mention.kind is not Kind.PLACE:
        return mention
    if _ZONE.match(sentence.text, mention.end - sentence.start):
        return replace(mention, zone=Zone.BYLINE)
    dateline = _DATELINE.match(sentence.text)
    if dateline is None or mention.end > sentence.start + dateline.end():
        return mention
    return replace(mention, zone=Zone.BYLINE)


class _Graph:
    """The dependency tree of a sentence as an undirected graph with step costs."""

    def __init__(self, sentence: Sentence) -> None:
        self.tokens = sentence.tokens
        self.tree = Tree(sentence)
        self.edges: list[list[tuple[int, float]]] = [[] for _ in self.tokens]
        for index, token in enumerate(self.tokens):
            if token.head != index:
                cost = 1.0 + _CLAUSE_DEPS.get(token.dep, 0.0)
                self._join(index, token.head, cost)
        for fronted, counted in _find_fronted(self.tree):
            self._join(fronted, counted, 1.0)

    def _join(self, one: int, other: int, cost: float) -> None:
        self.edges[one].append((other, cost))
        self.edges[other].append((one, cost))

    def within(self, start: int, end: int) -> list[int]:
        """Indexes of the tokens between field offsets ``start`` and ``end``."""
        return [i for i, token in enumerate(self.tokens) if token.start < end and start < token.end]

    def costs(self, sources: Iterable[int]) -> dict[int, float]:
        """Cheapest way from any of ``sources`` to every token in reach (Dijkstra)."""
        best = dict.fromkeys(sources, 0.0)
        queue = [(0.0, index) for index in best]
        while queue:
            cost, index = heapq.heappop(queue)
            if cost > best[index]:
                continue
            for neighbour, step in self.edges[index]:
                there = cost + step
                if there <= FARTHEST and there < best.get(neighbour, FARTHEST + 1):
                    best[neighbour] = there
                    heapq.heappush(queue, (there, neighbour))
        return best

    def of_clause(self, weight: Mapping[int, float], anchor: int | None) -> dict[int, float]:
        """``weight`` without the clause around the relative clause that ``anchor`` stands in.

        In "the ferry, which had left on Friday, sank" the Friday is of the leaving alone.
        """
        verb = _find_verb(self.tokens, anchor)
        if verb is None or self.tokens[verb].dep != "relcl":
            return dict(weight)
        top = self.tokens[verb].head
        while self.tokens[self.tokens[top].head].pos not in {"VERB", "AUX"} and self.tokens[top].head != top:
            top = self.tokens[top].head
        return {i: w for i, w in weight.items() if self._is_under(i, top)}

    def _is_under(self, index: int, top: int) -> bool:
        """Whether a token hangs on another, however far, or is it."""
        for _ in self.tokens:
            if index == top:
                return True
            if self.tokens[index].head == index:
                return False
            index = self.tokens[index].head
        return False


def _find_fronted(tree: Tree) -> Iterator[tuple[int, int]]:
    """What is said of something before its verb, and the noun or number behind it: "missing are 17".

    In the second of two such clauses the parser hangs the first word on the verb of the clause before.
    """
    for verb, token in enumerate(tree.tokens):
        if token.lemma != "be" or not verb:
            continue
        fronted = verb - 1
        clause = fronted == 0 or tree.tokens[fronted - 1].pos in {"CCONJ", "PUNCT"}
        if clause and tree.tokens[fronted].pos in {"ADJ", "VERB"} and tree.tokens[fronted].tag != "VBG":
            behind = [i for i in tree.children[verb] if i > verb and tree.tokens[i].pos in {"NOUN", "NUM"}]
            if behind:
                yield fronted, behind[0]


def _make_key(
    mention: Mention, sentence: Sentence, graph: _Graph, group: Sequence[Mention], said: Sequence[Attribution]
) -> Key:
    inside = graph.within(mention.start, mention.end)
    costs = graph.costs(inside)
    weight = {index: DECAY ** max(cost - 1.0, 0.0) for index, cost in costs.items()}
    anchor = _anchor(sentence.tokens, inside)
    others = [other for other in group if other is not mention]
    names = _weigh_names(others, graph, weight)
    sort = mention.value.measure if isinstance(mention.value, Figure) else _SORTS.get(mention.kind, "other")
    frames = weigh_measures(sentence.tokens, weight, sort)
    attribution = _attribution(mention, said)
    is_date = mention.kind is Kind.DATE
    return Key(
        measure=frames[0][0] if frames else "",
        frames=frames,
        events=weigh_events(sentence.tokens, graph.of_clause(weight, anchor)) if is_date else (),
        participants=find_participants(sentence.tokens, anchor) if is_date else frozenset(),
        words=_weigh_words(sentence.tokens, weight, set(inside)),
        head=_head_noun(sentence.tokens, anchor),
        predicate=_predicate(sentence.tokens, anchor),
        names=names,
        places=frozenset(
            o.value.canonical for o in others if isinstance(o.value, Name) and o.value.type == "PLACE"
        ),
        groups=_groups(sentence.tokens, weight),
        periods=tuple(
            (o.value.first, o.value.last)
            for o in others
            if isinstance(o.value, Date) and o.value.type == "DATE" and o.value.first and o.value.last
        ),
        speaker=attribution.speaker if attribution else "",
        speaker_span=_speaker_span(attribution),
        modality=_modality(graph.tree, anchor, weight),
        question=phrase_question(mention, sentence),
        ordinal=sum(o.start < mention.start and o.kind is mention.kind for o in others),
    )


def _anchor(tokens: Sequence[Token], inside: Sequence[int]) -> int | None:
    """The token of the value that its sentence hangs it by."""
    members = set(inside)
    return next((i for i in inside if tokens[i].head not in members or tokens[i].head == i), None)


def _head_noun(tokens: Sequence[Token], anchor: int | None) -> str:
    """Lemma of the noun the value modifies: "17 people" → person; "40 of the houses" → house."""
    if anchor is None:
        return ""
    token = tokens[anchor]
    if token.pos in {"NOUN", "PROPN"} and not token.text[0].isdigit():
        return token.lemma
    for child in tokens:
        if child.dep == "pobj" and tokens[child.head].lemma == "of" and tokens[child.head].head == anchor:
            return child.lemma
    head = tokens[token.head]
    return head.lemma if head.pos in {"NOUN", "PROPN", "ADJ"} and head is not token else ""


def _predicate(tokens: Sequence[Token], anchor: int | None) -> str:
    """Lemma of the nearest verb above the value."""
    verb = _find_verb(tokens, anchor)
    return tokens[verb].lemma if verb is not None else ""


def _find_verb(tokens: Sequence[Token], anchor: int | None) -> int | None:
    seen: set[int] = set()
    while anchor is not None and anchor not in seen:
        seen.add(anchor)
        if tokens[anchor].pos == "VERB":
            return anchor
        anchor = tokens[anchor].head
    return None


def _weigh_words(tokens: Sequence[Token], weight: dict[int, float], inside: set[int]) -> Weighted:
    words: dict[str, float] = {}
    for index, w in weight.items():
        token = tokens[index]
        usable = index not in inside and token.pos in _CONTENT and token.lemma not in _EMPTY_LEMMAS
        if usable and any(c.isalpha() for c in token.lemma):
            words[token.lemma] = max(words.get(token.lemma, 0.0), round(w, 4))
    return rank_terms(words)


def _weigh_names(others: Sequence[Mention], graph: _Graph, weight: dict[int, float]) -> Weighted:
    names: dict[str, float] = {}
    for other in others:
        if isinstance(other.value, Name):
            near = max((weight.get(i, 0.0) for i in graph.within(other.start, other.end)), default=0.0)
            names[other.value.canonical] = max(names.get(other.value.canonical, 0.0), round(near, 4))
    return rank_terms(names)


@cache
def _scope_words() -> dict[str, str]:
    """Narrowing lemma → "set:meaning", where the first of the words that mean the same stands for them."""
    sets = lexicon.read_table("scope")["sets"]
    meanings = ((name, entry.split("|")) for name, entries in sets.items() for entry in entries)
    return {lemma: f"{name}:{lemmas[0]}" for name, lemmas in meanings for lemma in lemmas}


def _groups(tokens: Sequence[Token], weight: dict[int, float]) -> frozenset[str]:
    near = (tokens[index].lemma for index, w in weight.items() if w >= DECAY**3)
    return frozenset(_scope_words()[lemma] for lemma in near if lemma in _scope_words())


def _modality(tree: Tree, anchor: int | None, weight: dict[int, float]) -> str:
    """What the clause that the value stands in claims; where it has no verb, what the words nearby say."""
    verb = _find_verb(tree.tokens, anchor)
    if verb is None:
        return _nearby_modality(tree.tokens, weight)
    mood, denials = read_mood(tree, verb)
    if mood is Mood.OPEN:
        return "conditional"
    if denials:
        return "denied"
    return "planned" if mood is Mood.PLANNED else "asserted"


def _nearby_modality(tokens: Sequence[Token], weight: dict[int, float]) -> str:
    table = lexicon.read_table("scope")["modality"]
    near = {tokens[i].lemma for i, w in weight.items() if w >= DECAY**2 and tokens[i].pos != "PROPN"}
    return next(
        (name for name in ("conditional", "denied", "planned") if near & set(table[name])), "asserted"
    )


def _attribution(mention: Mention, said: Sequence[Attribution]) -> Attribution | None:
    """The innermost attributed clause that the value stands in."""
    covering = [a for a in said if a.start <= mention.start and mention.end <= a.end]
    return min(covering, key=lambda a: a.end - a.start, default=None)


def _speaker_span(attribution: Attribution | None) -> tuple[int, int] | None:
    if attribution is None or not attribution.certain or attribution.speaker_start == attribution.speaker_end:
        return None
    return attribution.speaker_start, attribution.speaker_end


def sentence_of(claim: Claim) -> tuple[Field, int]:
    """Identity of the sentence a claim stands in, within its article."""
    return claim.mention.field, claim.mention.sentence
