"""Whose kin somebody is: the word or name that a title of kinship leans on.

"Father" alone is a priest or says nothing; "his father" and "the boy's father" say a degree.
"""

from __future__ import annotations

from collections.abc import Sequence

from discrepancy import lexicon
from discrepancy.lexicon.posts import is_kin, posts_by_title
from discrepancy.model import Mention, Token

_GENDERS = ("male", "female")
_NOMINAL = frozenset({"NOUN", "PROPN"})
_BETWEEN = frozenset({"ADJ", "NOUN", "PROPN", "VERB", "ADV"})
_REACH = 4
"""Tokens of the modifiers between a possessor and the title: "the boy's late paternal uncle"."""
_TELLING = frozenset({"his", "her"})
"""Pronouns that tell the gender of the one they stand for."""
_FAMILY = frozenset({"family", "household"})


def find_in_law(tokens: Sequence[Token], first: int, stop: int, post: str) -> tuple[str, tuple[str, ...]]:
    """The degree and of whom, where the kin of somebody's kin is meant: "his wife's brother"; "" for none.

    Args:
        tokens: The sentence.
        first: First token of the title.
        stop: One past its last.
        post: What it says.
    """
    inner = -1
    if stop + 2 < len(tokens) and tokens[stop].lemma == "of" and tokens[stop + 1].tag == "PRP$":
        inner, owner = stop + 2, stop + 1
    elif first > 2 and tokens[first - 1].tag == "POS" and tokens[first - 3].tag == "PRP$":
        inner, owner = first - 2, first - 3
    if inner < 0:
        return "", ()
    degree = posts_by_title().get(tokens[inner].text.lower(), "")
    by_marriage = {post, degree} == {"kin_spouse", "kin_sibling"}
    return ("kin_sibling_in_law", (tokens[owner].text.lower(),)) if by_marriage else ("", ())


def find_relatum(
    tokens: Sequence[Token], first: int, stop: int, people: Sequence[Mention], holder: Mention
) -> tuple[str, ...]:
    """Of whom the kin at tokens ``first`` to ``stop`` is: one word, a name with its capital, or ().

    Args:
        tokens: The sentence.
        first: First token of the title.
        stop: One past its last.
        people: Those named in the sentence; one named before "his" is who is meant.
        holder: Who the kin is.
    """
    if first > 0 and tokens[first - 1].text == "-":
        return ()
    if stop < len(tokens) and tokens[stop].text in {"-", "'s", "’s"}:
        return ()  # "mother-of-two", "the father's car"
    if first > 0 and tokens[first - 1].text.lower() in lexicon.read_table("kin")["partners"]["besides"]:
        return ()  # "managing partner"
    relatum = _find(tokens, first, stop, people, holder)
    return () if relatum and _is_body(relatum[0]) else relatum


def is_within_kin(tokens: Sequence[Token], first: int, before: Sequence[tuple[int, int, str]]) -> bool:
    """Whether a title only says whose kin somebody is: "sister" of "the husband of her sister, Ann Roe".

    Args:
        tokens: The sentence.
        first: First token of the title.
        before: The titles before it, with their places.
    """
    for _, end, post in before:
        if is_kin(post) and end < first and tokens[end].lemma == "of":
            inner = tokens[end + 1 : first]
            if all(t.pos in {"DET", "PRON", "ADJ"} or t.tag == "PRP$" for t in inner):
                return True
    return False


def _find(
    tokens: Sequence[Token], first: int, stop: int, people: Sequence[Mention], holder: Mention
) -> tuple[str, ...]:
    """The same, whatever the word is."""
    if stop + 1 < len(tokens) and tokens[stop].lemma in {"of", "to"}:
        return _complement(tokens, stop + 1)
    for index in range(first - 1, max(-1, first - 1 - _REACH), -1):
        token = tokens[index]
        if token.tag == "PRP$":
            named = [p for p in people if p.end <= token.start and p is not holder]
            pronoun = token.text.lower()
            telling = (pronoun,) if pronoun in _TELLING else ()
            return (named[-1].text.split()[-1], *telling) if named else (pronoun,)
        if token.tag == "POS" and index > 0 and tokens[index - 1].pos in _NOMINAL:
            word = tokens[index - 1]
            return () if word.lemma in _FAMILY or _is_kin(word) else (_form(word),)
        if token.pos not in _BETWEEN:
            break
    return ()


def _is_body(word: str) -> bool:
    """Whether a word is a noun for a body, of which nobody is kin: "the firm's partner"."""
    if word[0].isupper():
        return False
    bodies = lexicon.read_table("walks")["bodies"].values()
    return word in lexicon.read_table("roles")["generic"]["institutions"] or any(
        word in nouns for nouns in bodies
    )


def _is_kin(token: Token) -> bool:
    """Whether a possessor is kin as well: "his brother's wife" is neither his wife nor nobody's."""
    table = lexicon.read_table("kin")["gender"]["kin"]
    return any(token.lemma.lower() in table[gender] for gender in _GENDERS)


def gender_of(tokens: Sequence[Token], stop: int) -> tuple[str, ...]:
    """Of which gender a title ending before ``stop`` makes its holder; () for "cousin" and the like."""
    table = lexicon.read_table("kin")["gender"]["kin"]
    words = {tokens[stop - 1].text.lower()}
    for length in (3, 5):
        words.add("".join(token.text.lower() for token in tokens[max(0, stop - length) : stop]))
    return tuple(gender for gender in _GENDERS if words & set(table[gender]))[:1]


def _complement(tokens: Sequence[Token], start: int) -> tuple[str, ...]:
    """The last noun of "of the dead boy", "of Emma Cole"."""
    found: tuple[str, ...] = ()
    for token in tokens[start : start + 5]:
        if token.pos in _NOMINAL:
            found = (_form(token),)
        elif token.pos == "PRON" and not found:
            if token.tag == "PRP$":
                return ()  # "the husband of her sister" is not hers
            return (token.text.lower(),)
        elif token.pos not in {"DET", "ADJ", "VERB", "PART"} or found:
            break
    return found


def _form(token: Token) -> str:
    """A name as it is written, another noun's lemma."""
    return token.lemma.lower() if token.pos == "NOUN" else token.text
