"""Titles of offices in a sentence: where they stand, and which words narrow them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import takewhile

from discrepancy import lexicon
from discrepancy.lexicon.posts import portfolios, posts_by_title
from discrepancy.model import Mention, Token
from discrepancy.vectors import is_frequent

MODIFIER_POS = frozenset({"NOUN", "PROPN", "ADJ"})
MODIFIER_DEPS = frozenset({"compound", "amod", "nmod", "poss"})
_TENSED = frozenset(
    {
        "former",
        "ex",
        "then",
        "late",
        "future",
        "incoming",
        "outgoing",
        "elect",
        "previous",
        "ex-",
        "next",
        "earlier",
        "new",
        "ancient",
        "designate",
    }
)
_FORMER = frozenset({"former", "ex", "ancient", "previous", "erstwhile"})
_ONCE = re.compile(r"\b(?:one|some)-?time\b")
_USED = re.compile(r"\bused to (?:be|work as|serve as|act as)(?: [\w'’-]+){0,3}$")
_HAD = 7
"""Tokens before a title in which "used to be" is looked for."""
_YEAR = re.compile(r"(?:19|20)\d\d")
_RECENT = frozenset({"now", "last", "this", "yesterday", "today"})
"""Words of a time that has only just passed."""
_FAR = 12
"""Tokens behind a title in which an end of the office is looked for."""
_MODIFYING = frozenset({"chief", "head"})
"""Titles that stand before another one's noun as well: "chief radiographer"."""
_TIMES = frozenset({"yesterday", "today", "hitherto", "now", "then", "once"})
_LONGEST = 5
"""Tokens of the longest title in the lexicon ("brother-in-law", hyphens apart)."""


@cache
def _beginnings() -> frozenset[str]:
    """What the first token of a title can be, so that few places are looked at closely."""
    firsts = {part for title in posts_by_title() for part in (title, re.split(r"[ '-]", title)[0])}
    return frozenset(firsts | {first.rstrip(".") for first in firsts})


@cache
def ranks() -> frozenset[str]:
    """Lemmas that say how an office is held ("deputy", "acting"), not which one it is."""
    return frozenset(word for words in lexicon.read_table("roles")["rank"].values() for word in words)


def find_titles(tokens: Sequence[Token]) -> Iterator[tuple[int, int, str]]:
    """First and one-past-last token of every title with its post, the longest at each place."""
    index = 0
    while index < len(tokens):
        if tokens[index].text.lower() not in _beginnings():
            index += 1
            continue
        for stop in range(min(index + _LONGEST, len(tokens)), index, -1):
            post = posts_by_title().get(_joined(tokens[index:stop]))
            if post and not _is_cut(tokens, index, stop):
                # "Justice Minister" is no judge: a title that another one follows only modifies it, but a
                # spokesman may be a captain.
                further = posts_by_title().get(_joined(tokens[stop : stop + 1]))
                if further is None or tokens[index].dep != "compound" or _is_rank(tokens, stop, further):
                    yield index, stop, post
                    # "Rector Prof. Ann Roe": that she is a professor says nothing besides.
                    stop += bool(further) and is_address(tokens[stop])
                index = stop - 1
                break
        index += 1


def _is_cut(tokens: Sequence[Token], first: int, stop: int) -> bool:
    """Whether a title breaks off a longer noun, as in "head of security forces", or is none: "head of it"."""
    words = [token.text for token in tokens[first:stop]]
    if words[-1] == "it" or words[0] == "it":
        return True
    ahead = tokens[first].head
    if (
        stop == first + 1
        and words[0].lower() in ranks()
        and tokens[first].dep in MODIFIER_DEPS
        and ahead >= stop
    ):
        # "Her deputy police chief", "her deputy chief executive".
        return any(_joined(tokens[i : ahead + 1]) in posts_by_title() for i in range(stop, ahead + 1))
    if stop - first > 1 and any(
        _joined(tokens[stop - 1 : end]) in posts_by_title() for end in (stop + 1, stop + 2)
    ):
        return True  # "deputy chief" of "deputy chief executive"
    behind = tokens[stop] if stop < len(tokens) else None
    if behind is None or behind.pos != "NOUN" or not behind.text[0].islower():
        return False
    modifies = (
        words[0].lower() in _MODIFYING and tokens[first].dep in MODIFIER_DEPS and tokens[first].head >= stop
    )
    return "of" in words or (stop == first + 1 and modifies)  # "chief radiographer"


def _is_rank(tokens: Sequence[Token], stop: int, post: str) -> bool:
    """Whether a form of address or a rank follows: "Rector Prof. Roe", "navy spokesman Captain Roe"."""
    if is_address(tokens[stop]):
        return True
    ranked = post in lexicon.read_table("roles")["exclusive"]["rank"]
    return ranked and tokens[stop].text[0].isupper() and tokens[stop - 1].text.islower()


def is_address(token: Token) -> bool:
    """Whether a word is the short form by which somebody is addressed: "Prof."."""
    return token.text.lower().rstrip(".") in lexicon.read_table("roles")["address"]["words"]


def _joined(tokens: Sequence[Token]) -> str:
    """The tokens' lower-case text with the spaces that the original has; "" for none."""
    if not tokens:
        return ""
    text = ""
    end = tokens[0].start
    for token in tokens:
        text += (" " if token.start > end else "") + token.text.lower()
        end = token.end
    return text


def is_tensed(tokens: Sequence[Token], first: int) -> bool:
    """Whether the title at ``first`` is a former or future one."""
    return any(_plain(token) in _TENSED for token in _before(tokens, first)) or _is_once(tokens, first)


def is_figurative(tokens: Sequence[Token], first: int, stop: int, post: str) -> bool:
    """Whether a title is no office but praise: "coffee queen Ann Roe", "the king of the crossword"."""
    if post not in lexicon.read_table("roles")["figurative"]["posts"] or not tokens[first].text.islower():
        return False
    field = tokens[first - 1] if first > 0 else None
    if field is not None and field.pos == "NOUN" and field.text.islower():
        return True
    behind = tokens[stop : stop + 4]
    of = bool(behind) and behind[0].lemma == "of"
    noun = next((t for t in behind[1:] if t.pos in {"NOUN", "PROPN"}), None)
    return of and noun is not None and noun.pos == "NOUN" and noun.text.islower()


def is_former(tokens: Sequence[Token], first: int) -> bool:
    """Whether the title at ``first`` is one that its holder had: "former", "ex-", "used to be"."""
    if _USED.search(_joined(tokens[max(0, first - _HAD) : first])):
        return True
    return any(_plain(token) in _FORMER for token in _before(tokens, first)) or _is_once(tokens, first)


def _is_once(tokens: Sequence[Token], first: int) -> bool:
    return bool(_ONCE.search(_joined(_before(tokens, first))))


def _plain(token: Token) -> str:
    return token.text.lower().rstrip("-")


def _before(tokens: Sequence[Token], first: int) -> Sequence[Token]:
    """The tokens right before a title, within its phrase."""
    before = tokens[max(0, first - 3) : first]
    stops = [i for i, token in enumerate(before) if token.pos == "PUNCT" and token.text != "-"]
    return before[stops[-1] + 1 :] if stops else before  # "too late", Governor Ann Roe said


def is_possessor(tokens: Sequence[Token], stop: int) -> bool:
    """Whether a title only says whose something is: "the minister's adviser"."""
    return tokens[stop - 1].dep == "poss" and stop < len(tokens) and tokens[stop].tag == "POS"


def with_modifiers(tokens: Sequence[Token], first: int, people: Sequence[Mention]) -> int:
    """Index of the leftmost modifier of the title: "Russian Foreign" in "Russian Foreign Minister"."""
    while first > 0:
        token = tokens[first - 1]
        # "Holm coach Ann Roe": one word that modifies a title is no person, whatever it was taken for.
        in_name = any(p.start < token.end and token.start < p.end and " " in p.text for p in people)
        hyphen = token.text == "-" and first > 1
        aged = token.text in {"old", "time"} and first > 1 and tokens[first - 2].text == "-"
        ranked = token.lemma in ranks() or token.text.lower() in ranks()
        joined = ranked and tokens[first].text == "-"  # "vice-rector", whatever the grammar makes of it
        # "Party leader and finance minister": the field is the second title's.
        second = token.dep == "conj" and token.lemma in portfolios() and tokens[first - 2].pos == "CCONJ"
        modifier = second or ((ranked or token.pos in MODIFIER_POS) and token.dep in MODIFIER_DEPS)
        if in_name or aged or token.text.lower() in _TIMES or not (hyphen or joined or modifier):
            break
        first -= 1
    hyphened = tokens[first].text == "-" and first > 0
    return first - 1 if hyphened and _plain(tokens[first - 1]) in _FORMER else first


def qualifiers(
    tokens: Sequence[Token], start: int, first: int, stop: int, people: Sequence[Mention] = ()
) -> tuple[str, ...]:
    """Words that narrow the post: its modifiers and its "of" and "for" complement, up to a name."""
    inner = [token for token in tokens[start:first] if token.text != "-"]
    words = [_word(t) for t in inner if t.pos in MODIFIER_POS or _word(t) in ranks()]
    # "The government's negotiator": the possessor stands before its mark, out of the modifiers' reach.
    words += [
        t.lemma for t in tokens[:start] if t.dep == "poss" and start <= t.head < stop and t.pos != "PRON"
    ]
    stop = _behind_second(tokens, stop)
    if stop < len(tokens) and (tokens[stop].lemma in {"of", "for", "to"} or _is_at_body(tokens, stop)):
        for token in tokens[stop + 1 : stop + 7]:
            named = any(p.start <= token.start < p.end for p in people)
            if named or token.pos not in {"NOUN", "PROPN", "ADJ", "DET", "CCONJ", "ADP", "PART"}:
                break
            if token.pos in MODIFIER_POS:
                words.append(token.lemma)
    generic = lexicon.read_table("roles")["generic"]["words"]
    told = _joined(tokens[start : stop + 7]).replace("-", " ")
    return tuple(_group(word) for word in _pair_fields(words, told) if word not in generic)


def _pair_fields(words: Sequence[str], told: str) -> Iterator[str]:
    """``words`` with two that are one field joined: who has "foreign trade" is no foreign minister."""
    pairs = [pair.split("_") for pair in lexicon.read_table("roles")["portfolio"]["pairs"]]
    rest = list(words)
    while rest:
        if rest[:2] in pairs and " ".join(rest[:2]) in told:
            yield "_".join(rest[:2])
            del rest[:2]
        else:
            yield rest.pop(0)


def _is_at_body(tokens: Sequence[Token], stop: int) -> bool:
    """Whether "at" or "with" and a body follow: "a professor at Holm University"."""
    if tokens[stop].lemma not in {"at", "with"}:
        return False
    bodies = lexicon.read_table("walks")["bodies"].values()
    sorts = lexicon.read_table("roles")["institutions"]["sorts"]
    phrase = takewhile(lambda t: t.pos in {*MODIFIER_POS, "DET", "ADP", "PART"}, tokens[stop + 1 : stop + 7])
    return any(t.lemma.lower() in sorts or any(t.lemma.lower() in words for words in bodies) for t in phrase)


def _behind_second(tokens: Sequence[Token], stop: int) -> int:
    """Where the complement of a title begins that shares it with a second one: "chair and head of"."""
    if stop + 1 < len(tokens) and tokens[stop].lemma in {"and", "&"}:
        for first, end, _ in find_titles(tokens[stop + 1 : stop + 1 + _LONGEST]):
            return stop + 1 + end if first == 0 else stop
    return stop


def behind_name(tokens: Sequence[Token], stop: int, holder: Mention) -> tuple[str, ...]:
    """Where the holder named right behind a title is of: "police chief Ann Roe of neighbouring Holm"."""
    end = next((i for i, t in enumerate(tokens) if t.start >= holder.end), len(tokens))
    if holder.start < tokens[stop - 1].end or end >= len(tokens) or tokens[end].lemma not in {"of", "from"}:
        return ()
    phrase = tokens[end + 1 : end + 5]
    named = (i for i, t in enumerate(phrase) if t.pos == "PROPN")
    first = next(named, len(phrase))
    if any(t.pos not in {"ADJ", "DET", "NOUN", "VERB"} for t in phrase[:first]):
        return ()
    return tuple(t.lemma for t in takewhile(lambda t: t.pos == "PROPN", phrase[first:]))


def is_past(tokens: Sequence[Token], stop: int) -> bool:
    """Whether an end of the office is told behind its title: "until 2019", "from 2011 to 2017".

    Who had it until these days is still called by it ("until last week"), and what stands behind
    another verb belongs to that ("said the road is closed until Monday").
    """
    phrase = list(takewhile(_within_title, tokens[stop : stop + _FAR]))
    until = next((i for i, t in enumerate(phrase) if t.lemma == "until"), None)
    if until is None:
        return sum(bool(_YEAR.fullmatch(t.text)) for t in phrase) > 1
    end = tokens[stop + until + 1 : stop + until + _FAR]
    recent = phrase[until].pos == "SCONJ" or any(t.text.lower() in _RECENT for t in end[:2])
    return not recent or any(_YEAR.fullmatch(t.text) for t in end)


def _within_title(token: Token) -> bool:
    return token.pos not in {"PUNCT", "VERB", "AUX"} and token.lemma != "and"


def sharing(tokens: Sequence[Token], start: int, first: int) -> tuple[str, ...]:
    """The word that says that others have the post as well: "a director", "co-chair"; () for none.

    A group without offices has many leaders, unless "the" or "their" says that one is meant.
    """
    words = lexicon.read_table("roles")["rank"]["shared"]
    before = [token.text.lower() for token in tokens[max(0, start - 3) : first]]
    if before[-3:-1] == ["one", "of"]:
        return ("one",)
    near = before[-1 - (first - start) :]
    if found := next((word for word in near if word in words), ""):
        return (found,)
    grouped = any(group_of(token) for token in tokens[start:first])
    definite = start > 0 and (tokens[start - 1].pos in {"DET", "PRON"} or tokens[start - 1].tag == "POS")
    return ("one",) if grouped and not definite else ()


def heads_company(tokens: Sequence[Token], stop: int) -> bool:
    """Whether "of the group" or the like follows a title, and no name of a body."""
    phrase = tokens[stop + 1 : stop + 5] if stop < len(tokens) and tokens[stop].lemma == "of" else ()
    noun = next((t for t in phrase if t.pos in {"NOUN", "PROPN"}), None)
    return noun is not None and noun.lemma in lexicon.read_table("roles")["companies"]["words"]


def service_headed(post: str, words: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    """The post and words of whoever heads a service with its own title: "head of the fire brigade"."""
    table = lexicon.read_table("roles")["services"]
    units = {*table["heads"]["units"], *lexicon.read_table("roles")["generic"]["words"]}
    for title, sort in table["sorts"].items() if post in table["heads"]["posts"] else ():
        if set(sort) & set(words) and units & set(words):
            return title, tuple(word for word in words if word not in units.union(sort))
    for title, nouns in table["headed"].items() if post in table["heads"]["all"] else ():
        if set(nouns) & set(words):
            return title, tuple(word for word in words if word not in nouns)
    return post, words


def manages_team(tokens: Sequence[Token], first: int, words: Sequence[str]) -> bool:
    """Whether a "manager" trains a team: nothing narrows the word but a team's name."""
    if tokens[first].text.lower() != "manager":
        return True
    bodies = lexicon.read_table("walks")["bodies"].values()
    return not any(
        token.lemma in words and (_is_common(token, index) or any(token.lemma in nouns for nouns in bodies))
        for index, token in enumerate(tokens)
    )


def _is_common(token: Token, index: int) -> bool:
    """Whether a noun is no name; one that opens a sentence shows it by being a word that is often used."""
    if token.pos != "NOUN":
        return False
    return token.text[0].islower() or (index == 0 and is_frequent(token.lemma))


def _word(token: Token) -> str:
    """The lemma, but "acting" as printed: the model takes it for a form of "act"."""
    text = token.text.lower()
    return text if text in ranks() else token.lemma


@cache
def _groups() -> dict[str, str]:
    table = lexicon.read_table("roles")["groups"]
    return {word: name for name, words in table.items() for word in words}


def _group(word: str) -> str:
    """The one word for groups that reports of one event call by several."""
    return _groups().get(word, word)


def group_of(token: Token) -> str:
    """The group of people that a noun names ("rebels"), or ""."""
    return _groups().get(token.lemma, "") if token.pos in {"NOUN", "PROPN"} else ""
