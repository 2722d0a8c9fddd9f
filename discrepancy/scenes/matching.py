"""Which scenes of ``lexicon/scenes.toml`` the grammar evokes for a place: by nouns between, by its verb."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from discrepancy.model import Scene
from discrepancy.scenes.cast import Cast
from discrepancy.scenes.words import class_words, general_words

_PLURAL = frozenset({"they", "them"})
_DEFINITE = frozenset({"the", "both", "all"})
_OF = frozenset({"flag", "native", "registry", "resident"})
"""Nouns that tell a scene by "of" and a place."""
_INDEFINITE = frozenset({"a", "additional", "an", "another", "each", "further", "more", "new", "one", "some"})
_ONE_MORE = frozenset({"second", "third", "fourth", "other", "separate", "similar", "different"})
_INTRODUCED = frozenset({"car"})
"""Classes of which a story has one that its reports introduce by "a"."""


@dataclass(frozen=True, slots=True)
class Path:
    """How a place hangs in its sentence: by which preposition, on which nouns, on which verb."""

    preposition: str
    nouns: tuple[int, ...]
    verb: int | None


class Matcher:
    """One sentence, held against the scenes that a place may be that of."""

    def __init__(self, cast: Cast, after_dead: bool) -> None:
        """Read nothing yet.

        Args:
            cast: Who takes part in the sentence.
            after_dead: Whether the sentence before is about dead people.
        """
        self.tree = cast.tree
        self.tokens = cast.tokens
        self.cast = cast
        self.after_dead = after_dead

    def match(self, name: str, entry: dict[str, Any], path: Path) -> Iterator[Scene]:
        """The scene of this name, where a place that hangs so in its sentence is one of it."""
        if "words" in entry:
            found = path.preposition in general_words("bound") and self._posting(entry["words"], path)
            owner = found or ""
        else:
            if not self._is_led_by(path.preposition, entry) or self._is_of_agent(path):
                return
            if path.preposition == "of" and not any(self.tokens[n].lemma in _OF for n in path.nouns[:1]):
                return
            noun = None if path.preposition == "for" and "only" not in entry else self._noun(entry, path)
            verb = path.verb is not None and any(
                self._is_verb(entry, path, path.verb, phrase) for phrase in entry.get("verbs", ())
            )
            if noun is None and not verb:
                return
            if not entry.get("tied"):
                yield Scene(name, count=self.cast.count(path.verb) if verb else "")
                return
            owner = "" if noun is None else self.cast.patient(noun)
            owner = owner or (self.cast.party(path.verb) if path.verb is not None else "")
        if owner or entry.get("nameless"):
            yield Scene(name, owner)

    def _is_led_by(self, preposition: str, entry: dict[str, Any]) -> bool:
        """Whether a preposition leads to the place of a scene: whither, or where it happens."""
        if "only" in entry:
            return preposition in entry["only"]
        if preposition in {"to", "into"}:
            return bool(entry.get("whither"))
        return preposition in general_words("placed") | {"for", "of"}

    def _is_of_agent(self, path: Path) -> bool:
        """Whether the place is of who did it: "recovered by the Dun lifeboat"."""
        passive = path.verb is not None and self.tree.child(path.verb, "nsubjpass", "auxpass") is not None
        return path.preposition == "by" and passive

    def _noun(self, entry: dict[str, Any], path: Path) -> int | None:
        phrases = entry.get("nouns", ())
        nouns = (*path.nouns, *self._happening(path.verb), *self._attended(path))
        return next((n for n in nouns if any(self._is_noun(n, phrase) for phrase in phrases)), None)

    def _happening(self, verb: int | None) -> Iterator[int]:
        """What a verb that says no more says to happen: "the signing follows in", "talks are held in"."""
        if verb is None or self.tokens[verb].lemma not in general_words("happening"):
            return
        subject = self.cast.subject(verb)
        if subject is not None and self.tokens[subject].pos == "NOUN":
            yield subject

    def _attended(self, path: Path) -> Iterator[int]:
        """What somebody is at a place for: "was in Harlow for a summit"."""
        if path.verb is None or path.nouns or self.tokens[path.verb].lemma not in general_words("attending"):
            return
        for child in self.tree.children[path.verb]:
            if self.tokens[child].lemma == "for" and self.tokens[child].dep == "prep":
                yield from (c for c in self.tree.children[child] if self.tokens[c].pos == "NOUN")

    def _posting(self, words: Sequence[str], path: Path) -> str:
        """The person who is sent as ambassador, where the place hangs on such a word or on its verb."""
        for noun in path.nouns:
            if self.tokens[noun].lemma in words:
                beside = [noun, *(c for c in self.tree.children[noun] if self.tokens[c].dep == "appos")]
                if self.tokens[noun].dep == "appos":
                    beside.append(self.tokens[noun].head)
                named = next((name for i in beside if (name := self.cast.name_at(i))), "")
                return named or (self.cast.party(path.verb) if path.verb is not None else "")
        if path.nouns or path.verb is None:
            return ""
        hanging = (
            grandchild
            for child in self.tree.children[path.verb]
            if self.tokens[child].pos in {"ADP", "SCONJ"}
            for grandchild in self.tree.children[child]
        )
        if any(self.tokens[i].lemma in words for i in hanging):
            return self.cast.party(path.verb)
        return ""

    def _is_noun(self, noun: int, phrase: str) -> bool:
        *before, last = phrase.split()
        if self.tokens[noun].lemma != last:
            return False
        return not before or any(self.tokens[c].text.lower() == before[0] for c in self.tree.children[noun])

    def _is_verb(self, entry: dict[str, Any], path: Path, verb: int, phrase: str) -> bool:
        lemma, _, rest = phrase.partition(" ")
        if self.tokens[verb].lemma != lemma:
            return False
        if path.preposition == "for" and rest != "for" and "only" not in entry:
            return False
        if not rest:
            return True
        if rest.startswith("#"):
            return any(self.tokens[n].lemma == rest[1:] for n in path.nouns)
        if rest == "when":
            clauses = (c for c in self.tree.children[verb] if self.tokens[c].dep == "advcl")
            return any(self.tokens[i].lemma == "when" for c in clauses for i in self.tree.children[c])
        if rest == "~":
            return self.tree.child(verb, "dobj", "nsubjpass", "auxpass") is None
        if rest.startswith("@"):
            subject = self.cast.subject(verb)
            arguments = [i for i in (subject, self.tree.child(verb, "dobj")) if i is not None]
            return any(self._is_of(i, rest[1:]) for i in arguments)
        return any(self.tokens[c].lemma == rest for c in self._complements(verb))

    def _complements(self, verb: int) -> Iterator[int]:
        """What hangs on a verb, by itself or by a preposition: "took into custody"."""
        for child in self.tree.children[verb]:
            yield child
            if self.tokens[child].pos in {"ADP", "SCONJ"}:
                yield from self.tree.children[child]

    def _is_of(self, index: int, name: str) -> bool:
        """Whether a subject or object is of a class, as a whole: not "a body", "another victim"."""
        token = self.tokens[index]
        if token.text.lower() in _PLURAL:
            return name == "dead" and self.after_dead
        if name == "hurt":
            return self._is_hurt(index)
        children = self.tree.children[index]
        beside = {
            self.tokens[c].text.lower()
            for c in children
            if self.tokens[c].dep in {"det", "amod", "nummod", "predet"}
        }
        definite = bool(beside & _DEFINITE) or any(self.tokens[c].dep == "poss" for c in children)
        if name in _INTRODUCED and beside & _ONE_MORE:
            return False
        if name in _INTRODUCED and beside & {"a", "an"}:
            # "A blue van was found burnt out": so the one car of the story is first told of.
            beside, definite = beside - {"a", "an"}, True
        if beside & _INDEFINITE or (token.tag == "NN" and not definite):
            return False
        adjectives = {self.tokens[c].lemma for c in children if self.tokens[c].dep == "amod"}
        return token.lemma in class_words(name) or (definite and bool(adjectives & class_words(name)))

    def _is_hurt(self, index: int) -> bool:
        """Whether those are meant who were hurt: "the injured", "two of the wounded", "five injured men"."""
        token, children = self.tokens[index], self.tree.children[index]
        words = class_words("hurt")
        if token.lemma in words or token.text.lower() in words:
            return True
        if any(
            self.tokens[c].text.lower() in words for c in children if self.tokens[c].dep in {"acl", "amod"}
        ):
            return True
        parts = (c for c in children if self.tokens[c].lemma == "of" and token.pos in {"NUM", "PRON", "DET"})
        return any(self._is_hurt(c) for part in parts for c in self.tree.children[part])
