"""Two reports of a sentence or two each, held against each other as wholes.

In a brief there is no second event to take a value for, so nothing has to be learned: what both briefs
share says what they are about, and a word that turns the sense is the contradiction. One pair of briefs
contradicts itself once.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from discrepancy.align.answers import clashes_between_articles
from discrepancy.briefs.ages import find_age
from discrepancy.briefs.bearers import is_another_turn
from discrepancy.briefs.causes import find_cause
from discrepancy.briefs.clocks import find_clock, is_one_clock
from discrepancy.briefs.contrast import Contrast
from discrepancy.briefs.extent import find_extent, find_nothing
from discrepancy.briefs.fillers import find_filler
from discrepancy.briefs.lineup import Brief, Lineup, Word, pair_sentences, read_brief
from discrepancy.briefs.moods import find_mood
from discrepancy.briefs.naming import are_two_people, find_naming, find_title, may_be_one_place
from discrepancy.briefs.outcomes import find_outcome, find_place
from discrepancy.briefs.parts import are_of_two_parts, denies_all, find_part
from discrepancy.briefs.rhythms import find_rhythm
from discrepancy.briefs.scope import adds, are_apart, narrows
from discrepancy.briefs.states import find_state
from discrepancy.briefs.sums import find_sum
from discrepancy.briefs.vague import find_vague
from discrepancy.briefs.values import (
    are_two_figures,
    differ_in_day,
    differ_in_day_and_place,
    differ_twice,
    find_clashes,
    find_inner_status,
    find_status,
)
from discrepancy.briefs.wording import find_opposite, find_wording
from discrepancy.lexicon import read_table
from discrepancy.model import (
    Claim,
    Document,
    Key,
    Kind,
    Phrase,
    Provenance,
    Relation,
    Slot,
    Verdict,
)
from discrepancy.question import choose_question, phrase_question

__all__ = ["align_briefs"]

CERTAINTY = 0.9
"""That two values or wordings of one brief are of one thing."""


def align_briefs(
    story_id: str,
    documents: Sequence[Document],
    claims: Sequence[Claim],
    slots: Sequence[Slot],
    certainty: float,
) -> tuple[Slot, ...]:
    """``slots``, and what two briefs contradict each other in where the alignment found nothing.

    Args:
        story_id: The story.
        documents: Its articles; anything but two briefs gives nothing.
        claims: The values of the articles.
        slots: What the alignment has lined up.
        certainty: From which on one of those slots is a contradiction.
    """
    if len(documents) != 2:
        return tuple(slots)
    ordered = sorted(documents, key=lambda document: (document.article.text, document.article.id))
    briefs = [read_brief(document) for document in ordered]
    if briefs[0] is None or briefs[1] is None:
        return tuple(slots)
    lineups = pair_sentences(briefs[0], briefs[1], claims)
    slots = [slot for slot in slots if not any(_is_refuted(slot, lineup) for lineup in lineups)]
    if any(_is_contradiction(slot, certainty) for slot in slots):
        return tuple(_drop_mirrored(slots))
    for lineup in lineups:
        found = _contradict(story_id, lineup)
        if found is not None:
            told = {id(claim) for claim in found.claims}
            rest = (slot for slot in slots if not told <= {id(claim) for claim in slot.claims})
            return (*rest, found)
    return tuple(slots)


def _is_refuted(slot: Slot, lineup: Lineup) -> bool:
    """Whether the alignment took for a contradiction what two briefs can both say."""
    if slot.provenance.internal is not None or len(slot.claims) != 2:
        return False
    left = [claim for claim in lineup.claims(lineup.left) if claim in slot.claims]
    right = [claim for claim in lineup.claims(lineup.right) if claim in slot.claims]
    if not (left and right) or not clashes_between_articles(slot.claims):
        return False
    sides = lineup.left.within(left[0]), lineup.right.within(right[0])
    if slot.kind is Kind.NAME:
        return are_two_people(lineup, *sides)
    if slot.provenance.rule == "status":
        if differ_in_day(lineup) or is_another_turn(lineup):
            return True
        return narrows(lineup, *sides) or are_of_two_parts(lineup) or denies_all(lineup)
    if slot.provenance.rule not in {"question", "day"}:
        return False
    if is_one_clock(lineup, left[0], right[0]):
        return True
    if slot.kind is Kind.DATE and _is_hoped_for(left[0], right[0]):
        return True
    if slot.kind in (Kind.DATE, Kind.PLACE) and lineup.turns([word for side in sides for word in side]):
        # "Demand rose in Asia", "fell in Europe"
        return True
    if slot.kind in (Kind.DATE, Kind.PLACE) and differ_in_day_and_place(lineup):
        return True
    if slot.kind is Kind.PLACE and _are_of_two_posts(*sides):
        return True
    if differ_twice(lineup) or adds(lineup) or _is_planned_elsewhere(left[0], right[0]):
        return True
    if slot.kind is Kind.DATE and are_apart(lineup, {id(word) for side in sides for word in side}):
        return True
    return are_two_figures(lineup, left[0], right[0]) or may_be_one_place(left[0], right[0])


def _is_hoped_for(left: Claim, right: Claim) -> bool:
    """Whether one day is when something was, the other when it was to be."""
    moods = {left.key.modality, right.key.modality}
    return "asserted" in moods and bool(moods & {"planned", "conditional"})


def _is_planned_elsewhere(left: Claim, right: Claim) -> bool:
    """Whether one place is of what is to come, the other of something else that was."""
    if left.mention.kind is not Kind.PLACE or left.key.modality == right.key.modality:
        return False
    return left.key.predicate != right.key.predicate


def _are_of_two_posts(left: Sequence[Word], right: Sequence[Word]) -> bool:
    """Whether two places tell two subjects apart of which other things are told: "envoy to Rome"."""
    verbs = []
    for words in (left, right):
        tree = words[0].tree
        subject = tree.main_subject()
        if subject is None or words[0].index not in tree.subtree(subject) or words[0].index == subject:
            return False
        verbs.append(tree.tokens[tree.tokens[subject].head].lemma)
    return verbs[0] != verbs[1]


def _drop_mirrored(slots: Sequence[Slot]) -> list[Slot]:
    """``slots`` without the second of two numbers that are the wrong way round: they are one mistake."""
    exchanged = [slot for slot in slots if slot.provenance.rule == "exchange"]
    return [slot for slot in slots if not any(slot is other for other in exchanged[1:2])]


def _contradict(story_id: str, lineup: Lineup) -> Slot | None:
    """The contradiction of two sentences: of their values, else of their words."""
    if differ_twice(lineup):
        return None
    clash = next(find_clashes(lineup), None)
    if clash is not None:
        return _slot_of_values(story_id, *clash)
    contrast = _find_contrast(lineup)
    return None if contrast is None else _slot_of_words(story_id, lineup, contrast)


def _is_contradiction(slot: Slot, certainty: float) -> bool:
    if round(slot.certainty, 3) < certainty:
        return False
    return slot.provenance.internal is not None or clashes_between_articles(slot.claims)


def _find_contrast(lineup: Lineup) -> Contrast | None:
    finders = _COUNTING if are_of_two_parts(lineup) or denies_all(lineup) else _FINDERS
    contrast = next((found for find in finders if (found := find(lineup)) is not None), None)
    if contrast is None or (contrast.moves_on and lineup.later):
        return None
    return contrast


_COUNTING: tuple[Callable[[Lineup], Contrast | None], ...] = (find_outcome, find_sum, find_part)

_FINDERS: tuple[Callable[[Lineup], Contrast | None], ...] = (
    *_COUNTING,
    find_clock,
    find_age,
    find_rhythm,
    find_vague,
    find_place,
    find_nothing,
    find_opposite,
    find_mood,
    find_title,
    find_naming,
    find_state,
    find_cause,
    find_filler,
    find_status,
    find_extent,
    find_wording,
    find_inner_status,
)


def _slot_of_values(story_id: str, left: Claim, right: Claim, relation: Relation) -> Slot:
    label = choose_question([left.key.question, right.key.question]) or left.mention.kind.value
    rule = Provenance("brief", odd=frozenset({1}), clash=relation)
    return Slot(story_id, left.mention.kind, label, (left, right), CERTAINTY, rule)


def _slot_of_words(story_id: str, lineup: Lineup, contrast: Contrast) -> Slot:
    sides = [
        [_make_claim(brief, words, contrast.kind) for words in (told, beside) if words]
        for brief, told, beside in zip(
            (lineup.left, lineup.right), (contrast.left, contrast.right), contrast.beside, strict=True
        )
    ]
    left, right = sides[0][0], sides[1][0]
    said = f"“{left.mention.text}” and “{right.mention.text}” cannot both be true"
    clash = Relation(Verdict.CONFLICT, f"{said} ({contrast.slip})", contrast.slip)
    label = choose_question([left.key.question, right.key.question])
    label = label or read_table("briefs")["labels"].get(contrast.slip, contrast.kind.value)
    claims = (*sides[0], *sides[1])
    rule = Provenance("brief", odd=frozenset(range(len(sides[0]), len(claims))), clash=clash)
    return Slot(story_id, contrast.kind, label, claims, CERTAINTY, rule)


def _make_claim(brief: Brief, words: Sequence[Word], kind: Kind) -> Claim:
    """The claim that a brief makes with ``words``, as printed from the first of them to the last."""
    sentence = words[0].tree.sentence
    start, end = words[0].token.start, max(word.token.end for word in words if word.tree is words[0].tree)
    article = brief.document.article
    text = article.read(sentence.field)[start:end]
    mention = brief.document.mention(sentence, start, end, kind, Phrase(text))
    return Claim(
        mention=mention,
        key=Key(question=phrase_question(mention, sentence)),
        context=article.read(sentence.field)[sentence.start : sentence.end],
        context_start=sentence.start,
        published=article.published,
        modified=article.modified,
    )
