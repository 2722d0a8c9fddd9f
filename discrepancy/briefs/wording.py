"""Single words that turn a brief's sense: opposites, negators, parts exchanged, another number."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from discrepancy.align.occasions import speech_verbs
from discrepancy.briefs.bearers import have_two_objects, is_done_to_any, is_of_others
from discrepancy.briefs.compass import find_compass
from discrepancy.briefs.contrast import Contrast
from discrepancy.briefs.lineup import (
    Brief,
    Gap,
    Lineup,
    Word,
    are_exclusive,
    are_level,
    are_of_one_group,
    children,
)
from discrepancy.briefs.moods import is_conditional
from discrepancy.briefs.naming import are_one_part, is_kin
from discrepancy.briefs.outcomes import show_outcome
from discrepancy.briefs.scope import are_apart, is_narrowed
from discrepancy.briefs.values import differ_in_day, values_agree
from discrepancy.compare.reversals import find_reversal
from discrepancy.compare.utterances import speech_words
from discrepancy.extract.moods import read_mood
from discrepancy.lexicon import read_table
from discrepancy.lexicon.nouns import nouns_for_people
from discrepancy.model import Kind, Phrase

_LONGEST = 5
"""Most words of a gap that one word in it may decide."""

_AGENTS = frozenset({"by"})
_COMPARATIVE = frozenset({"JJR", "RBR"})
_SUPERLATIVE = frozenset({"JJS", "RBS"})


def find_wording(lineup: Lineup) -> Contrast | None:
    """The first difference in wording that turns the sense, the surest kind first."""
    return next((found for find in _FINDERS if (found := find(lineup)) is not None), None)


def find_opposite(lineup: Lineup) -> Contrast | None:
    """A word in the place of its opposite: "rose", "fell"; "before tax", "after tax"."""
    for gap in lineup.gaps:
        if not gap.left or not gap.right or max(len(gap.left), len(gap.right)) > _LONGEST:
            continue
        pair = _exclusive_words(
            *([w for w in side if id(w) not in lineup.valued] for side in (gap.left, gap.right))
        )
        if pair is None or _are_of_two_facts(pair, lineup):
            continue
        # Where all else is the same, one word is enough to say of what.
        if lineup.are_of_one_thing(gap.left, gap.right, least=1 if lineup.is_one_change else 2):
            left, right = pair
            if {left.token.pos, right.token.pos} == {"VERB"}:
                return Contrast(
                    "opposite word",
                    show_outcome(left, lineup, lineup.left),
                    show_outcome(right, lineup, lineup.right),
                    moves_on=True,
                )
            return Contrast("opposite word", [left], [right], moves_on=True)
    return _opposite_end(lineup)


def _are_of_two_facts(pair: tuple[Word, Word], lineup: Lineup) -> bool:
    """Whether two opposites are told of two things, or of one that both briefs know."""
    if _is_known(pair[0], lineup.right) or _is_known(pair[1], lineup.left):
        return True
    if values_agree(lineup) is False and (is_narrowed(lineup) or not _are_ends(pair)):
        # Two numbers that differ, each with a word of its own, are of two measures.
        return True
    if values_agree(lineup) is None and (_are_two_measures(pair) or _may_follow(pair)):
        return True
    if is_of_others(lineup) or any(is_done_to_any(word) for word in pair):
        return True
    if have_two_objects(lineup, pair, _AGENTS) or _are_counted_apart(pair) or _are_turned_round(pair, lineup):
        return True
    # A second opposite undoes the first: "none was hurt", "all were unhurt".
    if lineup.turns(pair) or differ_in_day(lineup):
        return True
    if are_of_one_group(pair, "answer") and lineup.tells_of_others:
        return True
    negators = [_count_negators(brief.words) for brief in (lineup.left, lineup.right)]
    if pair[0].lemma in speech_verbs() and negators[0] != negators[1]:
        return True
    return are_apart(lineup, {id(word) for word in pair})


def _are_two_measures(pair: tuple[Word, Word]) -> bool:
    """Whether two words are of two measures: "profit fell", "sales fell"."""
    return any(are_of_one_group(pair, name) for name in read_table("briefs")["sorts_of_measures"]["bare"])


def _are_counted_apart(pair: tuple[Word, Word]) -> bool:
    """Whether one of two nouns alone is counted: "the only woman", "four men"."""
    counted = [any(token.dep == "nummod" for token in children(word)) for word in pair]
    return counted[0] != counted[1] and {word.token.pos for word in pair} == {"NOUN"}


def _are_ends(pair: tuple[Word, Word]) -> bool:
    """Whether two words say how a change or a contest ended, whatever the numbers."""
    return any(are_of_one_group(pair, name) for name in ("flat", "result"))


def _are_turned_round(pair: tuple[Word, Word], lineup: Lineup) -> bool:
    """Whether what is seen from the other end is the contrary: "warmer than April", "cooler than May"."""
    if (pair[0].before == "from") != (pair[1].before == "from"):
        return True
    one, other = lineup.left.subject, lineup.right.subject
    if one is None or other is None or one.lemma == other.lemma or not _is_comparative(*pair):
        return False
    return _is_known(one, lineup.right) and _is_known(other, lineup.left)


def _is_comparative(*words: Word) -> bool:
    return all(word.token.tag in _COMPARATIVE for word in words)


def _may_follow(pair: tuple[Word, Word]) -> bool:
    """Whether one deed may be followed by its opposite before the day is out: "arrived", "left"."""
    told = all(word.token.tag == "VBD" for word in pair)
    return told and any(
        are_of_one_group(pair, name) for name in read_table("briefs")["sorts_of_measures"]["following"]
    )


def _opposite_end(lineup: Lineup) -> Contrast | None:
    """An opposite that stands elsewhere in its clause: "closed higher on Monday", "ended Monday lower"."""
    sides = [[w for w in side if w.token.tag in _COMPARATIVE] for side in lineup.lone]
    pair = _exclusive_words(*sides) if all(len(side) == 1 for side in sides) else None
    if pair is None or any(word.token.dep not in {"advmod", "acomp", "oprd"} for word in pair):
        return None
    if are_apart(lineup, {id(word) for word in pair}) or values_agree(lineup) is False:
        return None
    if not lineup.are_of_one_thing([pair[0]], [pair[1]], least=3):
        return None
    return Contrast("opposite word", [pair[0]], [pair[1]], moves_on=True)


def _is_reversed(lineup: Lineup) -> bool:
    """Whether an opposite on one side undoes the negator on the other: "not hurt", "unhurt"."""
    negators = speech_words().negators | {*read_table("briefs")["quantifiers"]["every"]}
    return lineup.turns([word for side in lineup.changed for word in side if word.text in negators])


def _rate(lineup: Lineup) -> Contrast | None:
    """One number told of two spans of time: "300 a day", "300 an hour"."""
    if values_agree(lineup) is not True:
        return None
    for gap in lineup.gaps:
        if not 0 < len(gap.left) == len(gap.right) <= 2:
            continue
        one, other = gap.left[-1], gap.right[-1]
        if _is_per(one) and _is_per(other) and lineup.are_of_one_thing([one], [other]):
            return Contrast("number of another unit", [one], [other], Kind.NUMBER)
    return None


def _is_per(word: Word) -> bool:
    """Whether a span of time is that of a rate: "a day", "per hour", "daily"."""
    if not any(word.lemma in entry.split("|") for entry in read_table("briefs")["apart"]["span"]):
        return False
    return word.before in {"a", "an", "per", "every", "each"} or word.token.pos in {"ADJ", "ADV"}


def _is_known(word: Word, brief: Brief) -> bool:
    """Whether the other brief has a word too: then it tells of both."""
    return any(other.lemma == word.lemma or other.text == word.text for other in brief.words)


def _exclusive_words(left: Iterable[Word], right: Iterable[Word]) -> tuple[Word, Word] | None:
    for one in left:
        for other in right:
            if one.token.pos == other.token.pos == "VERB" and not are_level(one, other):
                continue
            if one.token.dep == other.token.dep == "prep" and {one.text, other.text} == {"on", "off"}:
                continue  # "off the coast", "on the shore"
            exclusive = are_exclusive([one.lemma, one.text], [other.lemma, other.text])
            if (
                exclusive
                and _is_denied(one) == _is_denied(other)
                and not (_is_fatal(one) or _is_fatal(other))
            ):
                return one, other
    return None


def _is_fatal(word: Word) -> bool:
    """Whether those who are hurt die of it: "fatally injured"."""
    return any(token.text.lower() in {"fatally", "mortally"} for token in children(word))


def _is_denied(word: Word) -> bool:
    """Whether a negator stands right before a word or hangs from it: "was not closed"."""
    tokens = word.tree.tokens
    near = {token.text.lower() for token in tokens[max(0, word.index - 2) : word.index]}
    return bool(near & speech_words().negators) or bool(read_mood(word.tree, word.index)[1])


def _denial(lineup: Lineup) -> Contrast | None:
    """A negator that one side alone has, where all else is the same."""
    grades = [{w.token.tag for w in brief.words} for brief in (lineup.left, lineup.right)]
    if any(a & _COMPARATIVE and b & _SUPERLATIVE for a, b in (grades, grades[::-1])):
        # "No lake is larger" is "the largest lake".
        return None
    if lineup.belongs or _is_reversed(lineup):
        return None
    if all(is_conditional(brief) for brief in (lineup.left, lineup.right)):
        # "Goes on only if it is dry", "does not go on if it rains"
        return None
    counts = _count_negators(lineup.left.words), _count_negators(lineup.right.words)
    if (counts[0] - counts[1]) % 2 == 0:
        return None
    for gap in lineup.gaps:
        changed = [*gap.left, *gap.right]
        negators = [word for word in changed if word.text in speech_words().negators]
        grammar = speech_words().negators | speech_words().auxiliaries
        if len(negators) % 2 == 0 or any(_is_new(word, lineup, grammar) for word in changed):
            continue
        sides = _denied_words(lineup, gap)
        if sides and lineup.are_of_one_thing(gap.left, gap.right):
            return Contrast("negation dropped", *sides, moves_on=True)
    return None


def _denied_words(lineup: Lineup, gap: Gap) -> tuple[Sequence[Word], Sequence[Word]] | None:
    """The words of a gap with the next word that both have; None where nothing follows on both sides."""
    sides = (gap.left, lineup.left.words), (gap.right, lineup.right.words)
    longer, words = max(sides, key=lambda side: len(side[0]))
    after = words[words.index(longer[-1]) + 1 :]
    twins = {id(a): b for pair in lineup.twins for a, b in (pair, pair[::-1])}
    word = next((w for w in after if id(w) in twins), None)
    if word is None or word.token.tag[:3] in {"JJR", "RBR"}:
        return None
    shown = []
    for side, whole in sides:
        end = word if word in whole else twins[id(word)]
        first = side[0] if side else end
        stretch = whole[whole.index(first) : whole.index(end) + 1]
        cut = len(stretch) > _LONGEST
        shown.append((list(side[:_LONGEST]) if side else [end]) if cut or not stretch else stretch)
    return shown[0], shown[1]


def _is_new(word: Word, lineup: Lineup, grammar: frozenset[str]) -> bool:
    """Whether a word of a gap says something that the other side has not in another form."""
    if not word.is_content or word.text in grammar:
        return False
    return word in lineup.lone[0] or word in lineup.lone[1]


def _count_negators(words: Iterable[Word]) -> int:
    return sum(
        (word.text in speech_words().negators and not _is_partial(word))
        or word.text == "unless"
        or _denies_infinitive(word)
        for word in words
    )


def _is_partial(word: Word) -> bool:
    """Whether a negator takes back no more than that it is all: "not all"."""
    return word.after in read_table("briefs")["quantifiers"]["every"]


def _denies_infinitive(word: Word) -> bool:
    """Whether a verb denies the one below it: "refused to block"."""
    after = word.tree.tokens[word.index + 1 : word.index + 2]
    return word.lemma in read_table("briefs")["deniers"] and bool(after) and after[0].text == "to"


def _exchange(lineup: Lineup) -> Contrast | None:
    """The same words with two of them in each other's place: "from Oslo to Bergen", "from Bergen to Oslo"."""
    sides = [brief.words for brief in (lineup.left, lineup.right)]
    texts = [[word.text for word in words] for words in sides]
    mutual = read_table("briefs")["mutual"]["verbs"]
    if sorted(texts[0]) != sorted(texts[1]) or any(
        w.lemma in mutual for w in sides[0] if w.token.pos == "VERB"
    ):
        return None
    if _without_speech(lineup.left) == _without_speech(lineup.right):
        return None
    phrases = [
        Phrase(" ".join(t), tuple(w.lemma for w in words)) for t, words in zip(texts, sides, strict=True)
    ]
    if find_reversal(*phrases) is None:
        return None
    apart = [n for n, (a, b) in enumerate(zip(*texts, strict=True)) if a != b]
    first, last = apart[0], apart[-1] + 1
    return Contrast("two words exchanged", sides[0][first:last], sides[1][first:last])


def _without_speech(brief: Brief) -> list[str]:
    """The words of a brief without who says it, wherever that stands."""
    spoken: set[int] = set()
    for word in brief.words:
        if word.lemma in speech_verbs():
            subject = word.tree.child(word.index, "nsubj")
            spoken |= {word.index, *(word.tree.subtree(subject) if subject is not None else ())}
    return [word.text for word in brief.words if word.index not in spoken and word.text != "that"]


def _reported(lineup: Lineup) -> Contrast | None:
    """A quotation that the other brief reports with a negator more, or one less."""
    if not any(
        '"' in brief.words[0].tree.sentence.text.replace("“", '"') for brief in (lineup.left, lineup.right)
    ):
        return None
    negators = [
        [w for w in b.words if w.text in speech_words().negators] for b in (lineup.left, lineup.right)
    ]
    if sorted(map(len, negators)) != [0, 1] or any(lineup.lone) or lineup.turns():
        return None
    side = 0 if negators[0] else 1
    brief, negator = (lineup.left, lineup.right)[side], negators[side][0]
    twins = {id(a): b for pair in lineup.twins for a, b in (pair, pair[::-1])}
    behind = brief.words[brief.words.index(negator) + 1 :]
    word = next((w for w in behind if id(w) in twins), None)
    if word is None or len(lineup.twins) <= 1:
        return None
    shown = [negator, word], [twins[id(word)]]
    return Contrast("negation dropped", *(shown if side == 0 else shown[::-1]))


def _agent(lineup: Lineup) -> Contrast | None:
    """Somebody else by whom it was done, all else being the same: "by his widow", "by his sister"."""
    changed = [[w for w in side if w.is_content] for side in lineup.changed]
    heads = [next((w for w in reversed(side) if _is_by(w)), None) for side in changed]
    left, right = heads
    if left is None or right is None or are_one_part(left.lemma, right.lemma):
        return None
    inner = [{*word.tree.subtree(word.index)} for word in (left, right)]
    if any(w.index not in span for side, span in zip(changed, inner, strict=True) for w in side):
        return None
    if not lineup.are_of_one_thing(changed[0], changed[1]):
        return None
    return Contrast("another person", [left], [right], Kind.ROLE)


def _is_by(word: Word) -> bool:
    """Whether a word for somebody is by whom something was done: "by the clerk"."""
    by = word.tree.tokens[word.token.head]
    person = word.lemma in nouns_for_people() or is_kin(word.lemma)
    return person and word.token.dep == "pobj" and by.dep == "agent"


def _figure_word(lineup: Lineup) -> Contrast | None:
    """Another number or rank in one place that no reader took for a value: "the 40th floor", "the 14th"."""
    if values_agree(lineup) is False:
        return None
    for one, other in lineup.swaps:
        if id(one) in lineup.valued and id(other) in lineup.valued:
            continue
        if {id(w) for side in lineup.lone for w in side} - {id(one), id(other)}:
            # "The first half was dull", "the second half was lively"
            continue
        if _is_number(one) and _is_number(other) and lineup.are_of_one_thing([one], [other], least=1):
            return Contrast("another number", [one], [other], Kind.NUMBER)
    return None


def _is_number(word: Word) -> bool:
    numbers = read_table("numbers")
    ordinal = word.text[:1].isdigit() and word.text.rstrip("stndrh").isdigit()
    return ordinal or word.text in numbers["ordinals"]


_FINDERS: tuple[Callable[[Lineup], Contrast | None], ...] = (
    _denial,
    _reported,
    _exchange,
    _agent,
    _rate,
    _figure_word,
    find_compass,
)
