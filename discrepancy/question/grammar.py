"""Wordings cut out of a sentence: a noun phrase, a verb with its auxiliaries, the skeleton of a clause.

Numbers are left out everywhere and so is the value asked for, because a wording names a question and
must not answer it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cached_property

from discrepancy.model import Sentence, Token
from discrepancy.question.words import nouns

MAX_WORDS = 9
"""Words of a wording at most; an editor reads it at a glance."""

MAX_CHARACTERS = 60
"""Characters of a wording at most, the width of a column."""

_PREMODIFIERS = frozenset({"compound", "amod", "nmod", "poss", "case", "det", "advmod", "punct", "npadvmod"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
_AUXILIARIES = frozenset({"aux", "auxpass", "neg"})
_COMPLEMENTS = ("dobj", "attr", "acomp", "oprd")
_RELATIVE = frozenset({"WDT", "WP", "WP$", "WRB"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "ADJ", "X", "VERB"})
_NUMERIC = frozenset({"CARDINAL", "DATE", "MONEY", "ORDINAL", "PERCENT", "QUANTITY", "TIME"})
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_MOST_PREMODIFIERS = 4
_MORE = frozenset({"more", "less", "few", "fewer", "further", "additional"})
_LONGEST_DATELINE = 12
_BEHIND_DATELINE = frozenset({"appos", "conj", "nsubj", "nsubjpass", "nmod", "dep", "ROOT"})


def _heads(tokens: Sequence[Token]) -> list[int]:
    """Every token's head. Where a sentence was cut out of a longer one, its ends may run in a circle."""
    heads = [token.head for token in tokens]
    for edge in (0, len(tokens) - 1) if tokens else ():
        index = heads[edge]
        for _ in tokens:
            if index in (edge, heads[index]):
                break
            index = heads[index]
        if index == edge:
            heads[edge] = edge
    return heads


class Grammar:
    """A sentence's dependency tree with the tokens of the value from ``start`` to ``end`` blanked out."""

    def __init__(self, sentence: Sentence, start: int, end: int) -> None:
        self.sentence = sentence
        self.tokens = tokens = sentence.tokens
        self.heads = _heads(tokens)
        self.children: list[list[int]] = [[] for _ in tokens]
        self.inside: set[int] = set()
        for index, token in enumerate(tokens):
            if self.heads[index] != index:
                self.children[self.heads[index]].append(index)
            if token.start < end and start < token.end:
                self.inside.add(index)

    @cached_property
    def dateline(self) -> int:
        """Index of the first token behind "VIENNA (NW) —", or 0 where the sentence opens otherwise."""
        first = self.tokens[0].text if self.tokens else ""
        if len(first) < 3 or not first.isupper():
            return 0
        for index, token in enumerate(self.tokens[:_LONGEST_DATELINE]):
            if token.text in {"—", "–", "--", ":", "-"} and (token.text != "-" or index > 1):
                return index + 1
        return 0

    def anchor(self) -> int | None:
        """The token of the value by which its sentence hangs it; None where it has no token."""
        outward = [i for i in self.inside if self.heads[i] not in self.inside or self.heads[i] == i]
        told = [i for i in outward if self.tokens[i].dep != "punct" and self.tokens[i].pos != "PUNCT"]
        order = {"quantmod": 2, "advmod": 2, "det": 2, "amod": 1, "prep": 1, "mark": 2, "cc": 2}
        return min(told or outward, key=lambda i: (order.get(self.tokens[i].dep, 0), i), default=None)

    def child(self, index: int, *deps: str) -> int | None:
        """The first dependent of ``index`` with one of the labels ``deps``, in their order."""
        for dep in deps:
            for child in self.children[index]:
                if self.tokens[child].dep == dep:
                    return child
        return None

    def holds_value(self, index: int) -> bool:
        """Whether the value stands at or below ``index``."""
        if index in self.inside:
            return True
        return any(self._is_below(i, index) for i in self.inside)

    def _is_below(self, index: int, top: int) -> bool:
        for _ in range(len(self.tokens)):
            if index == top:
                return True
            index, before = self.heads[index], index
            if index == before:
                return False
        return False

    # Words.

    def join(self, indexes: Iterable[int]) -> str:
        """The tokens in order, spaced as printed, lower case but for names."""
        text, last = "", None
        for index in sorted(indexes):
            token = self.tokens[index]
            glued = last is not None and self.tokens[last].end == token.start
            text += ("" if glued or not text else " ") + self.word(index)
            last = index
        return text.strip(" -,.:;'\"()")

    def word(self, index: int) -> str:
        """One word, in lower case unless it is a name."""
        token = self.tokens[index]
        if token.pos == "PROPN" and index == 0 and token.text.lower() in nouns("dimension"):
            return token.text.lower()  # "Turnout was 61%" is a name to the tagger
        if token.pos == "PROPN" or token.text == "I" or not token.text[1:].islower():
            return token.text
        if token.pos == "ADJ" and (index > 0 or self._in_name(index)):
            return token.text  # "Austrian"
        return token.text.lower()

    def _in_name(self, index: int) -> bool:
        return any(
            entity.first <= index < entity.stop and entity.label not in _NUMERIC
            for entity in self.sentence.entities
        )

    def noun_phrase(self, index: int, room: int = 5, *, det: bool = True, post: bool = True) -> str:
        """The noun at ``index`` with what stands before it and, where it fits, one phrase behind it.

        Args:
            index: The noun.
            room: Words at most; the noun and its name always stand.
            det: Whether an article is kept; "a" becomes "the", for the question knows which.
            post: Whether a prepositional phrase or participle may follow.
        """
        head = self._premodified(index, det)
        if not post:
            return head
        left = room - len(head.split())
        for child in self.children[index]:
            if child > index and not self.holds_value(child) and (more := self._postmodifier(child, left)):
                return f"{head} {more}"
        return head

    def _premodified(self, index: int, det: bool) -> str:
        kept = [index]
        for child in self.children[index]:
            token = self.tokens[child]
            if child < index and token.dep in _PREMODIFIERS and (det or token.dep != "det"):
                kept += self._premodifier(child)
            elif (
                child == index + 1
                and token.pos == "NUM"
                and token.dep == "nummod"
                and child not in self.inside
            ):
                kept.append(child)  # "Highway 214"
        kept = sorted(set(kept))
        determiner = [i for i in kept if self.tokens[i].dep == "det" and self.heads[i] == index]
        kept = [i for i in kept if i not in determiner]
        if not any(self.tokens[i].pos == "PROPN" for i in kept):
            kept = kept[-_MOST_PREMODIFIERS:]
        while len(kept) > 1 and (self.tokens[kept[0]].dep in {"punct", "case"}):
            kept.pop(0)
        return " ".join(filter(None, [self._article(determiner), self.join(kept)]))

    def _premodifier(self, index: int) -> list[int]:
        """The tokens of a premodifier; none where it is a number or holds the value."""
        token = self.tokens[index]
        if (
            index in self.inside
            or token.pos == "NUM"
            or token.tag in {"JJR", "RBR"}
            or self.holds_value(index)
        ):
            return []
        if token.dep == "advmod" and token.lemma not in {"newly", "all", "once"}:
            return []
        if token.dep == "punct" and token.text != "-":
            return []
        found = [index]
        for child in self.children[index]:
            below = self.tokens[child]
            if child > index + 3 or below.dep in {"prep", "relcl", "acl", "appos"}:
                continue
            if below.pos in {"NUM", "SYM"} or (child < index and below.dep == "npadvmod"):
                return []  # "29-year-old" says nothing without its number
            if child > index:
                found.append(child)
            elif more := self._premodifier(child):
                found += more
        return found

    def _article(self, determiner: list[int]) -> str:
        if not determiner:
            return ""
        word = self.tokens[determiner[0]].text.lower()
        if word == "both":
            return ""
        return "the" if word in {"a", "an", "this", "that", "another", "some", "these"} else word

    def _postmodifier(self, index: int, room: int) -> str:
        token = self.tokens[index]
        if room < 2 or index in self.inside:
            return ""
        if token.dep == "prep" and token.pos == "ADP":
            return self.prepositional(index, room)
        if token.dep == "acl" and token.tag in {"VBN", "VBG"} and self.child(index, "nsubj", "aux") is None:
            rest = self.complements(index, room - 1)
            return self._within(" ".join([self.word(index), *rest]), room) if rest else ""
        return ""

    def prepositional(self, index: int, room: int) -> str:
        """The preposition at ``index`` with its noun, or "" where that is a number, or does not fit."""
        noun = self.child(index, "pobj", "pcomp")
        if noun is None or self.holds_value(index) or self.tokens[index].lemma in {"than", "as"}:
            return ""
        token = self.tokens[noun]
        if token.pos == "NUM" and not _YEAR.fullmatch(token.text):
            return ""
        if token.pos != "NUM" and (token.pos not in _NOMINAL or self.child(noun, "nummod") is not None):
            return ""
        if token.pos == "PRON" and token.tag in {*_RELATIVE, "PRP", "DT"}:
            return ""
        if token.dep == "pcomp":
            tail = " ".join([self.word(noun), *self.complements(noun, room - 2)])
        else:
            tail = self.noun_phrase(noun, room - 1)
        return self._within(f"{self.word(index)} {tail}", room)

    def _within(self, text: str, room: int) -> str:
        return text if len(text.split()) <= room else ""

    # Clauses.

    def subject(self, verb: int) -> int | None:
        """What the verb is said of: its own subject, or that of the clause it depends on."""
        for _ in range(6):
            for child in self.children[verb]:
                if self.tokens[child].dep in _SUBJECTS and self.tokens[child].dep != "expl":
                    return self._behind_dateline(self._antecedent(child))
            token = self.tokens[verb]
            if token.dep in {"acl", "relcl"}:
                return self.heads[verb]
            if (
                token.dep not in {"conj", "xcomp", "advcl", "pcomp", "prep", "aux", "dep"}
                or self.heads[verb] == verb
            ):
                return None
            verb = self.heads[verb]
        return None

    def _antecedent(self, subject: int) -> int:
        """The noun that a relative pronoun stands for."""
        verb = self.heads[subject]
        if self.tokens[subject].tag in _RELATIVE and self.tokens[verb].dep == "relcl":
            return self.heads[verb]
        return subject

    def _behind_dateline(self, subject: int) -> int:
        """The subject, where the parser took the place before the dash for it."""
        if subject >= self.dateline:
            return subject
        for index in range(self.dateline, len(self.tokens)):
            token = self.tokens[index]
            if token.pos in {"NOUN", "PROPN"} and token.dep in _BEHIND_DATELINE:
                return index
        return subject

    def is_pronoun(self, index: int) -> bool:
        """Whether a word says nothing by itself."""
        token = self.tokens[index]
        return token.pos == "PRON" or token.tag in _RELATIVE or token.pos in {"DET", "NUM"}

    def verb_group(self, verb: int) -> str:
        """The verb with its auxiliaries, its particle and the verbs it depends on: "plans to build"."""
        token = self.tokens[verb]
        parts = [
            i for i in self.children[verb] if self.tokens[i].dep in _AUXILIARIES and i not in self.inside
        ]
        if token.dep == "xcomp" and self.tokens[self.heads[verb]].pos in {"VERB", "AUX", "ADJ"}:
            above = self.verb_group(self.heads[verb])
            return f"{above} {self.join([*parts, verb, *self._particle(verb)])}"
        if token.dep == "acl" and token.tag in {"VBN", "VBG"} and not parts:
            return f"{self.be(self.heads[verb])} {self.join([verb, *self._particle(verb)])}"
        if token.dep == "conj" and token.tag == "VBN" and not parts:
            had = self._auxiliary_of_head(verb)
            return f"{had} {self.join([verb, *self._particle(verb)])}".strip()
        return self.join([*parts, verb, *self._particle(verb)])

    def _auxiliary_of_head(self, verb: int) -> str:
        """What "and" leaves out before a second participle: "had won and taken"."""
        first = self.child(self.heads[verb], "auxpass", "aux")
        if first is None:
            return ""
        return self.be(self.subject(verb)) if self.tokens[first].dep == "auxpass" else self.word(first)

    def is_passive(self, verb: int) -> bool:
        """Whether the verb is done to its subject."""
        token = self.tokens[verb]
        if self.child(verb, "auxpass", "nsubjpass") is not None:
            return True
        if token.tag != "VBN" or self.child(verb, "aux") is not None:
            return False
        return token.dep == "acl" or (
            token.dep == "conj" and self.child(self.heads[verb], "auxpass") is not None
        )

    def _particle(self, verb: int) -> list[int]:
        return [i for i in self.children[verb] if self.tokens[i].dep == "prt" and i not in self.inside]

    def be(self, subject: int | None) -> str:
        """Either "was" or "were", as the subject asks."""
        if subject is None:
            return "was"
        plural = self.tokens[subject].tag in {"NNS", "NNPS"} or self.child(subject, "conj") is not None
        return "were" if plural else "was"

    def complements(self, verb: int, room: int, *, skip: int | None = None) -> list[str]:
        """What belongs to the verb behind it, as far as it fits, the object first."""
        found: list[str] = []
        for part in self._candidates(verb, skip):
            token = self.tokens[part]
            left = room - sum(len(text.split()) for text in found)
            if left <= 0:
                break
            text = ""
            if token.dep == "prep" or token.dep == "agent":
                text = self.prepositional(part, left)
            elif token.dep == "xcomp":
                text = self._infinitive(part, left)
            elif token.dep == "acomp":
                text = self._adjective(part, left)
            elif token.dep == "advmod":
                text = self.word(part) if token.lemma in _DIRECTIONS else ""
            elif not (token.pos == "PRON" and token.tag in _RELATIVE) and token.pos not in {"NUM", "SYM"}:
                text = "" if self._is_unit(part) else self._fitting(part, left)
            text = self._within(text, left)
            if text:
                found.append(text)
            if token.dep == "prep" and text:
                break
        return found

    def _fitting(self, noun: int, room: int) -> str:
        """The noun phrase as full as it fits; a clause without its object would mislead."""
        text = self.noun_phrase(noun, room)
        if len(text.split()) > room:
            text = self.noun_phrase(noun, room, post=False)
        if len(text.split()) > room and self.tokens[noun].pos == "NOUN":
            text = f"the {self.word(noun)}" if room > 1 else self.word(noun)
        return text

    def _is_unit(self, index: int) -> bool:
        """Whether a noun only carries a number that is left out ("27m", "30%", "two hours")."""
        token = self.tokens[index]
        if token.tag == "JJR":
            return True
        if self.child(index, "nummod") is None and self.child(index, "quantmod") is None:
            return False
        return len(token.text) < 3 or any(
            entity.first <= index < entity.stop and entity.label in _NUMERIC
            for entity in self.sentence.entities
            if entity.label != "CARDINAL"
        )

    def _candidates(self, verb: int, skip: int | None) -> list[int]:
        wanted = [c for c in self.children[verb] if c != skip and not self.holds_value(c)]
        objects = [c for c in wanted if self.tokens[c].dep in _COMPLEMENTS]
        ways = [c for c in wanted if self.tokens[c].dep == "advmod" and c > verb]
        clauses = [c for c in wanted if self.tokens[c].dep == "xcomp"]
        phrases = [c for c in wanted if self.tokens[c].dep in {"prep", "agent"}]
        phrases.sort(key=lambda c: (c < verb, abs(c - verb)))
        return [*objects, *ways, *clauses, *phrases]

    def _infinitive(self, verb: int, room: int) -> str:
        group = self.join([c for c in self.children[verb] if self.tokens[c].dep in _AUXILIARIES] + [verb])
        return " ".join([group, *self.complements(verb, room - len(group.split()))])

    def _adjective(self, index: int, room: int) -> str:
        words = [self.word(index)]
        for child in self.children[index]:
            if self.tokens[child].dep == "prep" and (text := self.prepositional(child, room - 1)):
                return " ".join([*words, text])
        return words[0]

    def clause(self, verb: int, room: int, *, skip: int | None = None) -> str:
        """Subject, verb and what fits behind it: "the dam was inaugurated by the minister"."""
        subject = self.subject(verb)
        front = self.subject_phrase(subject, 0)
        group = self.verb_group(verb)
        if not front and (there := self.child(verb, "expl")) is not None:
            front = self.word(there)
        if group.startswith("to "):
            front = ""
        left = room - len(front.split()) - len(group.split())
        rest = " ".join(self.complements(verb, left, skip=skip))
        if front and subject is not None:
            front = self.subject_phrase(subject, room - len(group.split()) - len(rest.split()))
        return " ".join(filter(None, [front, group, rest]))

    def subject_phrase(self, subject: int | None, room: int) -> str:
        """The subject's noun phrase, or "" where there is none or the value is (in) it."""
        if subject is None or subject in self.inside or self.tokens[subject].tag in _RELATIVE:
            return ""
        if self.tokens[subject].pos == "NUM":
            return "some"
        return self.noun_phrase(subject, room)

    def governing_verb(self, index: int) -> int | None:
        """The nearest verb above ``index``."""
        for _ in range(len(self.tokens)):
            token = self.tokens[index]
            if token.pos in {"VERB", "AUX"}:
                return index
            if self.heads[index] == index:
                return None
            index = self.heads[index]
        return None

    def token(self, index: int) -> Token:
        """The token at ``index``."""
        return self.tokens[index]


_DIRECTIONS = frozenset(
    {
        "back",
        "home",
        "off",
        "aboard",
        "abroad",
        "ashore",
        "together",
        "apart",
        "overboard",
        "underground",
        "ahead",
    }
)
