"""Whether a date lies before or after the moment of writing, by the grammar around it."""

from __future__ import annotations

from discrepancy.extract.dates.atoms import token_at
from discrepancy.lexicon import read_table
from discrepancy.model import Sentence, Token

_OWN = frozenset({"nsubj", "nsubjpass", "aux", "auxpass"})
"""What gives a verb a tense of its own."""

PAST, UNKNOWN, FUTURE = -1, 0, 1


def direction(sentence: Sentence, start: int) -> int:
    """PAST, FUTURE or UNKNOWN for the expression at offset ``start`` of the sentence's text.

    The nearest governing verb decides: its auxiliaries, its own form, then the verb above an
    infinitive ("is due to open on Friday").
    """
    token = token_at(sentence, start)
    if token is None:
        return UNKNOWN
    cues = read_table("dates")["cues"]
    before = sentence.text[:start].lower().split()
    if before and before[-1] in ("next", "coming"):
        return FUTURE
    if before and before[-1] in cues["past"][:1]:
        return PAST
    verbs = [verb for verb in _verbs_above(sentence, token) if not _singles_out(sentence, verb)]
    if verbs and _holds_until(sentence, token, verbs[0]):
        return FUTURE
    for number, verb in enumerate(verbs):
        done = any(_has_come_true(verb, above) for above in verbs[number + 1 : number + 2])
        done = done or (not number and _is_own_day(sentence, verb, before))
        found = PAST if done else _tense(sentence, verb)
        if found is not UNKNOWN:
            return found
        if before and before[-1] in cues["future"][:3]:
            return FUTURE
    return UNKNOWN


def _verbs_above(sentence: Sentence, token: Token) -> list[Token]:
    verbs: list[Token] = []
    seen = set()
    while len(verbs) < 3:
        if token.pos in ("VERB", "AUX"):
            verbs.append(token)
        if token.head in seen or token.head >= len(sentence.tokens) or sentence.tokens[token.head] is token:
            break
        seen.add(token.head)
        token = sentence.tokens[token.head]
    return verbs


def _holds_until(sentence: Sentence, token: Token, verb: Token) -> bool:
    """Whether what has been done holds up to the date: "has been suspended until a hearing on 30 June"."""
    index = next(i for i, other in enumerate(sentence.tokens) if other is verb)
    perfect = any(t.head == index and t.dep == "aux" and t.tag in ("VBZ", "VBP") for t in sentence.tokens)
    for _ in sentence.tokens:
        if token is verb or not perfect:
            return False
        if token.pos == "ADP" and token.text.lower() in ("until", "till"):
            return token.head == index
        token = sentence.tokens[token.head]
    return False


def _singles_out(sentence: Sentence, verb: Token) -> bool:
    """Whether an infinitive only says which of several it was: "were the last to return, on Friday"."""
    head = sentence.tokens[verb.head]
    return verb.tag == "VB" and head is not verb and head.lemma in read_table("dates")["cues"]["ranks"]


def _has_come_true(verb: Token, above: Token) -> bool:
    """Whether the verb above says that the deed is done: "forced it to close", "is accused of killing"."""
    cues = read_table("dates")["cues"]
    if verb.tag == "VBG":
        return above.lemma in cues["behind"]
    return verb.tag == "VB" and above.tag == "VBD" and above.lemma in cues["implied"]


def _is_own_day(sentence: Sentence, verb: Token, before: list[str]) -> bool:
    """Whether it is the day of a decision, not a day decided on: "agreed on Friday to close"."""
    cues = read_table("dates")["cues"]
    if verb.tag not in ("VBD", "VBN") or not before:
        return False
    index = next(i for i, token in enumerate(sentence.tokens) if token is verb)
    if any(t.head == index and (t.tag == "MD" or t.text.lower() == "to") for t in sentence.tokens):
        return False
    if before[-1] == "on" and verb.lemma in cues["settled"]:
        return True
    told = before[:-1] if before[-1] == "on" else before
    return verb.lemma in cues["spoken"] and told[-1:] == [verb.text.lower()]


def _shares_modal(sentence: Sentence, verb: Token, children: list[Token]) -> bool:
    """Whether a verb that is alike in past and present follows a modal: "will cut jobs and shut a plant"."""
    if verb.dep != "conj" or verb.text.lower() != verb.lemma or any(t.dep in _OWN for t in children):
        return False
    return any(t.tag == "MD" and t.head == verb.head for t in sentence.tokens)


def _tense(sentence: Sentence, verb: Token) -> int:
    ahead = read_table("dates")["cues"]["ahead"]
    index = next(i for i, token in enumerate(sentence.tokens) if token is verb)
    children = [t for t in sentence.tokens if t.head == index and t is not verb]
    helpers = {t.text.lower() for t in children if t.dep in ("aux", "auxpass")}
    if helpers & {"will", "would", "shall", "'ll", "wo", "may", "might", "could", "should", "can", "must"}:
        return PAST if helpers & {"have"} else FUTURE
    if verb.tag == "MD" or _shares_modal(sentence, verb, children):
        return FUTURE
    if verb.tag in ("VB",) and "to" in helpers:
        return FUTURE
    # "Set off on Wednesday" is no "set for Wednesday".
    plans = verb.lemma in ahead and not any(t.dep == "prt" for t in children)
    if plans or any(t.lemma in ahead and t.pos == "ADJ" for t in children):
        return FUTURE
    if helpers & {"is", "are", "am", "'s", "'re"}:
        return FUTURE if verb.tag == "VBG" else UNKNOWN
    if verb.tag == "VBD" or helpers & {"was", "were", "had", "has", "have", "been", "did", "'d"}:
        return PAST
    if verb.tag == "VBN":
        return PAST if verb.dep in ("acl", "advcl", "ROOT", "relcl", "amod") else UNKNOWN
    timetable = verb.lemma in read_table("dates")["cues"]["timetable"]
    if verb.tag == "VBG":
        # "Confirmed a postal vote closing on 31 May"
        return FUTURE if timetable and verb.dep == "acl" else UNKNOWN
    if verb.tag not in ("VBZ", "VBP"):
        return UNKNOWN
    return FUTURE if timetable or _looks_ahead(verb, children) else UNKNOWN


def _looks_ahead(verb: Token, children: list[Token]) -> bool:
    """Whether a verb in the present tells of what is to come: "until the panel reports", "she swims on".

    Headlines and captions name the people whose deeds they put in the present.
    """
    cues = read_table("dates")["cues"]
    if any(t.dep in ("mark", "advmod") and t.text.lower() in cues["conjunctions"] for t in children):
        return True
    stative = verb.lemma in cues["stative"] or verb.lemma in read_table("speech")["verbs"]
    return not stative and any(t.tag == "PRP" and t.dep == "nsubj" for t in children)
