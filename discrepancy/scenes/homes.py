"""Whose place a place is: "Ann Roe, 48, of Harlow", "the swimmer from Harlow", "Harlow-based Orl"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from discrepancy.lexicon.nouns import nouns_for_people
from discrepancy.model import Mention, Name, Scene, Sentence
from discrepancy.scenes.cast import Cast
from discrepancy.scenes.frames import HOME
from discrepancy.scenes.matching import Path
from discrepancy.scenes.words import general_words

_LOCAL = 5
"""Words behind a place within which "-based", "man" or a name belongs to it."""
_BASED = "based"
_COMPOUNDS = {
    **dict.fromkeys(("flagged", "registered"), "flag"),
    "based": _BASED,
    "headquartered": _BASED,
    "born": "born",
    "raised": "grew",
}
"""Frame of "Dun-based", by the word behind the hyphen."""
_EXPLAINED = re.compile(r",(?: \d+,| aged \d+,)? (?:the|an?) (?:[\w-]+ )?")
_FROM = re.compile(
    r"(?:(?: \(\d+\))?,(?: (?:aged )?\d+,)?(?: who (?:is|was|comes|hails|originates))?(?: originally)? "
    r"| \((?:\d+, )?)from (?:the (?:\w+ ){1,3}of )?"
)
"""What stands between somebody's name and the place that he is from."""
AGED = "#"
"""What marks an age that stands for somebody: "the 47-year-old from Harlow"."""
_AGED_FROM = re.compile(r"\b[Tt]he (\d{1,2})-year-old(?: [a-z-]+){0,2} from (?:the \w+ \w+ of )?$")
_SOMEBODY_FROM = re.compile(
    r"\b[Tt]he ((?:[\w-]+ ){0,2})([a-z]+),? (?:who (?:comes|hails|is) )?from (?:the \w+ of )?$"
)
_HOMETOWN = re.compile(
    r"\b(his|her) (?:home ?town|home city|home village|native (?:town|city|village)|birthplace)(?: of|,) $"
    r"|\b([Hh]is|[Hh]er) native $"
)
_CLOSED = re.compile(r",|\)|\.| (?:in|near|and) |$")
"""What follows a place that closes such an explanation."""


class Homes:
    """The places of one sentence as those of its people and firms."""

    def __init__(self, sentence: Sentence, people: Sequence[Mention], cast: Cast) -> None:
        """Read nothing yet.

        Args:
            sentence: The sentence.
            people: Its names that are no places.
            cast: Who takes part in it.
        """
        self.sentence = sentence
        self.people = people
        self.cast = cast
        self.tree = cast.tree
        self.tokens = sentence.tokens

    def find(self, mention: Mention, path: Path) -> Iterator[Scene]:
        """The scenes of a place that is somebody's.

        Args:
            mention: The place.
            path: How it hangs in the sentence.
        """
        yield from self._told(mention, path)
        yield from self._locals(mention)

    def _told(self, mention: Mention, path: Path) -> Iterator[Scene]:
        """Whose place it is: "Ann Roe, 48, of Harlow"."""
        name = self._name_explained(mention)
        if not name and path.preposition in {"of", "from"} and path.nouns:
            name = self.cast.name_at(path.nouns[0])
        elif (
            not name
            and path.preposition == "from"
            and path.verb is not None
            and self._tells_origin(path.verb)
        ):
            name = self.cast.party(path.verb) or self._described(mention)
            if not name:
                yield Scene(HOME, "")
        if not name:
            name = self._described(mention)
        if name:
            yield Scene(HOME, name)

    def _described(self, mention: Mention) -> str:
        """Of whom the sentences before tell, whom a description with a place points back to.

        "The swimmer from Harlow", "the Harlow girl", "his native Harlow". An age tells better who it is: the
        story knows whose it is.
        """
        before = self.sentence.text[: mention.start - self.sentence.start]
        if aged := _AGED_FROM.search(before):
            return f"{AGED}{aged[1]}"
        found = _SOMEBODY_FROM.search(before)
        if found and found[2] in nouns_for_people() and not self._is_taken(mention):
            return self.cast.last
        # "He came from her home town": of two people the one who was named last is a guess.
        return self.cast.last if self._is_of_one_sex() and _HOMETOWN.search(before) else ""

    def _is_of_one_sex(self) -> bool:
        words = {token.text.lower() for token in self.tokens}
        return words.isdisjoint({"he", "him", "his"}) or words.isdisjoint({"she", "her", "hers"})

    def _is_taken(self, mention: Mention) -> bool:
        """Whether somebody's name stands before a place in the sentence, of whom it may tell as well."""
        people = (m for m in self.people if isinstance(m.value, Name) and m.value.type == "PERSON")
        return any(m.end <= mention.start for m in people)

    def _name_explained(self, mention: Mention) -> str:
        """Who is explained by ", from Harlow," or ", who comes from Harlow"."""
        start, text = self.sentence.start, self.sentence.text
        if not _CLOSED.match(text, mention.end - start):
            return ""
        for named in self.people:
            if named.end <= mention.start and _FROM.fullmatch(text, named.end - start, mention.start - start):
                return named.value.normal
        return ""

    def _tells_origin(self, verb: int) -> bool:
        """Whether somebody "is from", "hails from" or "comes from"; who "came from" was on the way."""
        token = self.tokens[verb]
        if token.lemma == "be" and any(self.tokens[c].tag == "VBN" for c in self.tree.children[verb]):
            return False
        return token.lemma in {"be", "hail", "originate"} or (
            token.lemma == "come" and token.tag in {"VBZ", "VBP"}
        )

    def _locals(self, mention: Mention) -> Iterator[Scene]:
        """Whose place it is by what stands behind it: "Dun-based Orl", "the Dun man Roe", "Roe, a Dun man".

        Read by position, for the parser hangs such words on one another in many ways.
        """
        at = next((i for i, t in enumerate(self.tokens) if t.start >= mention.end), len(self.tokens))
        words = [token.lemma.lower() for token in self.tokens[at : at + _LOCAL]]
        if words[:1] == ["-"] and (
            frame := _COMPOUNDS.get(self.tokens[at + 1].text.lower() if words[1:] else "")
        ):
            name = self._name_behind(at + 2) or self._known(mention, frame)
            if name or frame == "flag":
                yield Scene(frame, name)
            return
        for number, word in enumerate(words):
            if frame := next((f for f in (HOME, _BASED) if word in general_words(f"{f}_nouns")), ""):
                name = self._name_behind(at + number + 1) or self._name_before(mention)
                name = name or (self._points_back(mention, at + number) if frame == HOME else "")
                if name:
                    yield Scene(frame, name)
                return
            if self.tokens[at + number].pos not in {"NOUN", "ADJ", "PUNCT"} or word in {",", ";", "."}:
                return

    def _points_back(self, mention: Mention, noun: int) -> str:
        """Of whom the sentences before tell, where "the Dun girl" goes on about her."""
        before = self.sentence.text[: mention.start - self.sentence.start].split()[-1:]
        is_one = self.tokens[noun].tag == "NN" and not self._is_taken(mention)
        return self.cast.last if before in (["The"], ["the"]) and is_one else ""

    def _known(self, mention: Mention, frame: str) -> str:
        """Of whom the sentences before tell, where "the Dun-born batter" goes on about one of them."""
        before = self.sentence.text[: mention.start - self.sentence.start].split()
        return self.cast.last if frame == "born" and before[-1:] in (["The"], ["the"]) else ""

    def _name_behind(self, at: int) -> str:
        """The name that follows, nothing but common words of its description before it."""
        for token in self.tokens[at : at + _LOCAL]:
            found = next((m for m in self.people if m.start <= token.start < m.end), None)
            if found is not None:
                return found.value.normal
            if token.pos not in {"NOUN", "ADJ", "PROPN", "PUNCT"} or token.text in {";", ".", ")"}:
                return ""
        return ""

    def _name_before(self, mention: Mention) -> str:
        """The name that "…, the" or "…, a" before a place explains."""
        start = self.sentence.start
        for named in self.people:
            between = (
                self.sentence.text[named.end - start : mention.start - start]
                if named.end <= mention.start
                else ""
            )
            if _EXPLAINED.fullmatch(between):
                return named.value.normal
        return ""
