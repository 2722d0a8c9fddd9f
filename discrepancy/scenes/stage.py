"""One sentence as the stage of its places: what the grammar hangs each of them on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from discrepancy.extract.grammar import Tree
from discrepancy.model import Kind, Mention, Name, Scene, Sentence
from discrepancy.scenes.cast import Cast
from discrepancy.scenes.frames import (
    BETWEEN,
    BUILDING,
    COMING,
    DEED,
    DOING,
    EVENT,
    MOST,
    ROLE,
    SEAT,
    SITE,
)
from discrepancy.scenes.homes import Homes
from discrepancy.scenes.matching import Matcher, Path
from discrepancy.scenes.words import events, general_words, sites_by_noun, table

_SUBJECTS = ("nsubj", "nsubjpass")
_COMPLETING = frozenset({"acomp", "advcl", "ccomp", "oprd", "xcomp"})
_VERBS = frozenset({"VERB", "AUX"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_SUPERLATIVE = frozenset({"JJS", "RBS"})
_BOUNDING = frozenset({"least", "most", "best"})
"""Superlatives that mostly hedge or compose others: "at least", "the most populous", "best known"."""
_ROLES = {
    **dict.fromkeys(("in", "at", "on", "inside", "to", "into", "toward", "towards"), "at"),
    **dict.fromkeys(("near", "outside", "around", "close", "off", "beyond"), "near"),
    **dict.fromkeys(("from", "out"), "from"),
    **dict.fromkeys(("between", "through", "via", "across", "against", "with", "for", "than", "by"), "other"),
}
"""In which way a preposition puts something at a place."""

_FUTURE = frozenset({"will", "shall", "'ll", "would"})
_WHERE = re.compile(r" (?:on|in|last|this|at|by) (?:[A-Za-z]+ ?){1,3}(?: \d+)?, where")
"""When something was done there, and a clause on what else is."""
_STEPS = 8
"""Most words between a place and the verb that it hangs on."""


class Stage:
    """One sentence with its tree and its names."""

    def __init__(self, sentence: Sentence, group: Sequence[Mention], last: str, after_dead: bool) -> None:
        self.sentence = sentence
        self.tree = Tree(sentence)
        self.tokens = sentence.tokens
        self.people = [m for m in group if isinstance(m.value, Name) and m.value.type != "PLACE"]
        self.places = [m for m in group if m.kind is Kind.PLACE]
        self.cast = Cast(self.tree, self.people, last)
        self.matcher = Matcher(self.cast, after_dead)
        self.homes = Homes(sentence, self.people, self.cast)

    def scenes(self, mention: Mention) -> Iterator[Scene]:
        """Every scene of one place."""
        anchor = self._anchor(mention)
        if anchor is None:
            return
        path = self._climb(anchor)
        yield from self._seats(anchor)
        yield from self.homes.find(mention, path)
        yield from self._events(path)
        yield from self._ends(mention)
        if path.verb is not None and self._is_superlative(path.verb):
            yield Scene(MOST)
        for name, entry in table()["scenes"].items():
            yield from self.matcher.match(name, entry, path)
        if (first := self._raised(path)) is not None:
            for name, entry in table()["scenes"].items():
                yield from self.matcher.match(name, entry, Path(path.preposition, (), first))
        clauses = (*self._where_clauses(anchor), *self._is_where(anchor), *self._where_behind(mention))
        for verb in dict.fromkeys(clauses):
            for name, entry in table()["scenes"].items():
                yield from self.matcher.match(name, entry, Path("in", (), verb))

    def sites(self, mention: Mention) -> Iterator[Scene]:
        """How one place hangs in its clause, and which sorts of building it tells where to find."""
        anchor = self._anchor(mention)
        if anchor is None:
            return
        path = self._climb(anchor)
        nouns = dict.fromkeys((*path.nouns[:2], *self._nouns_before(mention), *self._standing(path)))
        sites = {noun: site for noun in nouns if (site := self._site(noun))}
        yield Scene(ROLE, self._role(path, mention, bool(sites)))
        for noun, site in sites.items():
            yield Scene(SITE, site)
            if own := self._own_name(noun):
                yield Scene(BUILDING, own)
        yield from (Scene(DOING, doing) for doing in self._named_doings(path))
        if path.verb is not None:
            for verb in (path.verb, *self._found_so(path.verb)):
                yield from (Scene(DOING, doing) for doing in self._doings(verb))
            if self._is_coming(path.verb):
                yield Scene(COMING)

    def _is_coming(self, verb: int) -> bool:
        """Whether it is still to be: "will go to", "is to go to"."""
        children = [self.tokens[c] for c in self.tree.children[verb]]
        if any(token.lemma in _FUTURE for token in children):
            return True
        head = self.tokens[self.tokens[verb].head]
        return head.lemma == "be" and any(token.lemma == "to" and token.pos == "PART" for token in children)

    def _standing(self, path: Path) -> Iterator[int]:
        """What a verb says stands or goes up there: "the factory will be built in", "put a plant in"."""
        if path.verb is None or path.nouns or self.tokens[path.verb].lemma not in general_words("standing"):
            return
        for index in (self.cast.subject(path.verb), self.tree.child(path.verb, "dobj")):
            if index is not None and self.tokens[index].pos == "NOUN":
                yield index

    def _doings(self, verb: int) -> Iterator[str]:
        beside = {self.tokens[c].text.lower() for c in self.tree.children[verb]}
        for doing, phrases in table()["doings"].items():
            lemmas = (phrase.split() for phrase in phrases)
            if any(self.tokens[verb].lemma == first and set(rest) <= beside for first, *rest in lemmas):
                yield doing

    def _found_so(self, verb: int) -> Iterator[int]:
        """The verb that a participle completes: "found burned out near", "left parked in"."""
        token = self.tokens[verb]
        if token.tag in {"VBN", "VBG"} and token.dep in _COMPLETING and self.tokens[token.head].pos == "VERB":
            yield token.head

    def _named_doings(self, path: Path) -> Iterator[str]:
        """What is done there by a noun: "the handover took place in", "a swap in"."""
        nouns = {self.tokens[i].lemma for i in path.nouns}
        if path.verb is not None and (subject := self.cast.subject(path.verb)) is not None:
            nouns.add(self.tokens[subject].lemma)
        yield from (doing for doing, told in table()["doing_nouns"].items() if not nouns.isdisjoint(told))

    def _role(self, path: Path, mention: Mention, has_site: bool) -> str:
        if self._is_of_source(path):
            return "source"
        before = [t.text.lower() for t in self.tokens if t.end <= mention.start][-2:]
        if before == ["out", "of"]:
            return "from"
        direct = next((word for word in (*before[-1:], path.preposition) if word in _ROLES), "")
        return _ROLES.get(direct) or ("at" if has_site else "")

    def _is_of_source(self, path: Path) -> bool:
        """Whether the place is that of who tells or finds out: "the laboratory in Dun has found"."""
        if (
            path.verb is None
            or not path.nouns
            or self.tokens[path.verb].lemma not in general_words("telling")
        ):
            return False
        source = path.nouns[-1]
        return source == self.cast.subject(path.verb) and self.tokens[source].lemma in general_words(
            "sources"
        )

    def _anchor(self, mention: Mention) -> int | None:
        inside = [i for i, t in enumerate(self.tokens) if t.start < mention.end and mention.start < t.end]
        outside = (i for i in inside if self.tokens[i].head not in inside)
        return next(outside, next((i for i in inside if self.tokens[i].head == i), None))

    def _nouns_before(self, mention: Mention) -> Iterator[int]:
        """The noun before "in Harlow", and the one before that of "a station for trains in Harlow"."""
        at = next((i for i, t in enumerate(self.tokens) if t.start >= mention.start), 0) - 1
        for _ in range(2):
            if at < 1 or self.tokens[at].pos != "ADP":
                return
            at -= 1
            if self.tokens[at].pos not in _NOUNS:
                return
            yield at
            while at > 0 and self.tokens[at].pos in _NOUNS | {"DET", "ADJ"}:
                at -= 1

    def _site(self, noun: int) -> str:
        last = self.tokens[noun].lemma.lower()
        beside = {self.tokens[c].text.lower() for c in self.tree.children[noun]}
        for phrase, site in sites_by_noun().get(last, ()):
            *before, _ = phrase.split()
            if all(word in beside for word in before):
                return site
        return ""

    def _climb(self, at: int) -> Path:
        preposition = ""
        nouns: list[int] = []
        for _ in range(_STEPS):
            token = self.tokens[at]
            up = self.tokens[token.head]
            if token.head == at:
                break
            if token.pos == "ADP" and token.dep in {"prep", "agent", "advmod"}:
                if token.lemma == "to" and up.lemma in {"close", "next"}:
                    preposition = preposition or "close"
                is_sort = token.lemma == "of" and up.lemma in general_words("sorts")
                preposition = preposition or ("" if is_sort else token.text.lower())
            elif token.dep in _SUBJECTS or token.dep == "dobj":
                preposition = preposition or token.dep
            at = token.head
            if up.pos in _VERBS:
                return Path(preposition, tuple(nouns), at)
            if up.pos in _NOUNS and up.lemma not in general_words("sorts") and not self._is_place(at):
                nouns.append(at)
        return Path(preposition, tuple(nouns), None)

    def _is_place(self, index: int) -> bool:
        token = self.tokens[index]
        return any(m.start <= token.start < m.end for m in self.places)

    def _raised(self, path: Path) -> int | None:
        """The first of two verbs of one place: "born and raised in Dun"."""
        if path.verb is None or path.nouns:
            return None
        head = self.tokens[path.verb].head
        is_second = self.tokens[path.verb].dep == "conj" and path.verb - head == 2
        return head if is_second and self.tokens[head].lemma == "bear" else None

    def _where_clauses(self, at: int) -> Iterator[int]:
        """Verbs of "…, where the plane landed" behind a place."""
        for child in self.tree.children[at]:
            token = self.tokens[child]
            if token.dep == "relcl" and any(
                self.tokens[c].text.lower() == "where" for c in self.tree.children[child]
            ):
                yield child

    def _is_where(self, at: int) -> Iterator[int]:
        """Verbs of "Dun is where she was born"."""
        up = self.tokens[at].head
        if self.tokens[at].dep != "nsubj" or self.tokens[up].lemma != "be":
            return
        for child in self.tree.children[up]:
            if self.tokens[child].dep in {"advcl", "ccomp"} and any(
                self.tokens[c].text.lower() == "where" for c in self.tree.children[child]
            ):
                yield child

    def _where_behind(self, mention: Mention) -> Iterator[int]:
        """The same where the parser hangs the clause on the day between: "to Dun on Tuesday, where"."""
        start = self.sentence.start
        if found := _WHERE.match(self.sentence.text, mention.end - start):
            at = found.end() + start
            yield from (t.head for t in self.tokens if t.end == at and self.tokens[t.head].pos in _VERBS)

    def _seats(self, at: int) -> Iterator[Scene]:
        """What has a name of its own and stands at the place: "the Hollin brewery in the village of …".

        Read by position, for the parser hangs such a place on the verb as often as on the noun.
        """
        start = min(
            (i for i in (at, *self.tree.children[at]) if self.tokens[i].dep == "compound"), default=at
        )
        index = min(start, at) - 1
        while index > 0 and (
            self.tokens[index].text.lower() in {"the", "of"}
            or self.tokens[index].lemma in general_words("sorts")
        ):
            index -= 1
        noun = index - 1
        if noun < 1 or self.tokens[index].text.lower() not in {"in", "at", "on"}:
            return
        if self.tokens[noun].lemma not in general_words("venues"):
            return
        if own := self._own_name(noun):
            yield Scene(SEAT, own)

    def _own_name(self, noun: int) -> str:
        """The proper nouns before a building's sort, with it, or ""."""
        own: list[str] = []
        while noun - 1 - len(own) >= 0:
            token = self.tokens[noun - 1 - len(own)]
            if token.pos != "PROPN" or token.text.islower() or self._is_place(noun - 1 - len(own)):
                break
            own.append(token.text.lower())
        return " ".join((*reversed(own), self.tokens[noun].lemma.lower())) if own else ""

    def _ends(self, mention: Mention) -> Iterator[Scene]:
        """The other end, where something lies or happens between two places."""
        text, start = self.sentence.text, self.sentence.start
        for other in self.places:
            left, right = sorted((mention, other), key=lambda m: m.start)
            if text[left.end - start : right.start - start] == " and " and (
                text[: left.start - start].lower().endswith("between ")
            ):
                yield Scene(BETWEEN, other.value.normal)

    def _events(self, path: Path) -> Iterator[Scene]:
        """What happened there, by a noun or verb on the way up, or by the verb's subject and object."""
        if path.preposition not in general_words("placed"):
            return
        arguments: list[int] = []
        if path.verb is not None:
            found = (self.cast.subject(path.verb), self.tree.child(path.verb, "dobj"))
            arguments = [i for i in found if i is not None and self.tokens[i].pos in {"NOUN", "ADJ"}]
        on_way = [*path.nouns, *([] if path.verb is None else [path.verb]), *arguments]
        for index in on_way:
            if event := events().get(self.tokens[index].lemma):
                yield Scene(EVENT, event)
        if path.verb is not None and self.tokens[path.verb].pos == "VERB":
            for index in arguments:
                yield Scene(DEED, f"{self.tokens[path.verb].lemma} {self.tokens[index].lemma}")

    def _is_superlative(self, verb: int) -> bool:
        """Whether a verb's own clause tells of something that is most: "growth was strongest in …"."""
        near = {verb, *self.tree.children[verb]}
        near |= {c for i in near for c in self.tree.children[i] if self.tokens[i].pos not in _VERBS}
        return any(
            self.tokens[i].tag in _SUPERLATIVE and self.tokens[i].text.lower() not in _BOUNDING for i in near
        )
