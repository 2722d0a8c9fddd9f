"""Which grammatical matches are not dates after all: counts, names, scores, durations."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from discrepancy.extract.dates import special
from discrepancy.extract.dates.atoms import CODES, Atom, token_at
from discrepancy.extract.dates.grammar import Match
from discrepancy.extract.dates.loose import is_loose
from discrepancy.extract.dates.parts import read_number
from discrepancy.extract.dates.tense import FUTURE, direction
from discrepancy.lexicon import read_table
from discrepancy.model import Entity, Sentence

_CATEGORY = {code: category for category, code in CODES.items()}
_NAMES = frozenset({"PERSON", "ORG", "WORK_OF_ART", "FAC", "PRODUCT", "LAW", "GPE", "LOC", "NORP"})
_UNITS = frozenset({"unit", "year_unit", "century", "hours", "minutes"})
_AMBIGUOUS = frozenset({"march", "may", "april", "june", "august", "mar", "jan", "sun", "sat", "mon", "wed"})
_BEFORE_MONTH = re.compile(
    r"\b(?:in|since|until|till|by|of|from|to|and|or|between|during|before|after|through|for|next|last|this|each|every"
    r"|early|mid|late|until|around|on|than|the|a)[\s-]+$|[(,–-]\s*$"
)
_BEFORE_SEASON = re.compile(
    r"\b(?:in|since|during|by|until|till|over|throughout|through|for|before|after|that|this|of)\s+(?:the\s+)?$"
)
_BEFORE_CLOCK = re.compile(
    r"\b(?:at|around|about|by|before|after|until|till|from|since|between|and|to|past|just|nearly|almost|approximately"
    r"|than|for|the)\s+$|[(–-]\s*$"
)

_BEFORE_HOUR = re.compile(r"\b(?:at|around|about|before|after|until)\s+$")
_TALLY = re.compile(
    r"(?:\b(?:votes?|ballots?|goals?|points?|seats?|sets|games|voices)"
    r"|(?<!from )(?<!between )\b(?:one|two|three|four|six|seven|eight|nine|\d+)) to\s+$"
)
"""What makes the number behind it one of two that were counted."""
_UNTIL = re.compile(r"\b(?:until|till)\s+$")
_IT_WAS = re.compile(r"\bit (?:was|is)(?: (?:just|about|around|exactly|nearly|almost))?\s+$")
_PARTED = re.compile(
    r"(?:,? and |, | )[\w.,½-]+[ -](?:minutes?|seconds?|mins?|secs?)\b(?! (?:ago|later|after|before))"
)
"""What continues a length of time, by its next smaller unit."""
_STRETCH = re.compile(
    r"\b(?:for|lasted|lasting|lasts?|last|took|takes?|spent|within|in|of|than|every|over)\s+$"
)


def accept(match: Match, atoms: list[Atom], sentence: Sentence) -> bool:
    """Whether the words around a match let it be a date."""
    own = match.atoms(atoms)
    kinds = {_CATEGORY[atom.code] for atom in own}
    if match.rule in ("loose", "weekend"):
        return _is_weekend(own) if match.rule == "weekend" else is_loose(match, atoms, sentence)
    if match.rule in ("instant", "unit") and "step" in kinds and _is_vague_step(own):
        return False
    if match.rule in ("unit", "instant") and _is_last_of(own, atoms[match.stop : match.stop + 1]):
        return False
    if match.rule in ("ahead", "window") and _PARTED.match(sentence.text, own[-1].end):
        # "In two hours, six minutes and 14 seconds": a length of time of several parts.
        return False
    if match.rule == "night":
        return special.is_night_to(own)
    if match.rule == "eve":
        return own[1].text == "day"
    if match.rule == "nth":
        return _CATEGORY[own[-1].code] != "unit" or own[-1].text == "month"
    if match.rule == "after weekday":
        # "They met for two weeks on Saturdays", "it lasted a week from Monday" tell a length of time.
        return not _STRETCH.search(_before(sentence, own[0])) and own[1].text.startswith(
            ("week", "fortnight")
        )
    if match.rule == "set" and kinds & {"word"}:
        return own[1].text == "other"
    if match.rule == "fiscal":
        return bool(kinds & {"fiscal", "fiscal_year"})
    if match.rule in ("year", "pair") and "ad" not in kinds:
        return "portion" in kinds or "year_unit" in kinds or _is_year(match, atoms, sentence)
    if match.rule == "offset":
        return _is_offset(match, atoms)
    if match.rule == "window" and not kinds & {"count", "vague", "number", "day"}:
        return any(atom.text == "past" for atom in own)
    if match.rule == "ahead":
        return bool(kinds & {"time"}) or direction(sentence, own[0].start) == FUTURE
    if match.rule == "unit":
        return not kinds & {"hours", "minutes", "half"} or "portion" in kinds
    if kinds <= {"month"} | {"weekday"}:
        return _is_name_of_time(own, atoms, match, sentence)
    if kinds <= {"the", "ordinal"} or (kinds <= {"the", "ordinal", "rank", "of"}):
        return _is_day_of_month(match, atoms, sentence)
    if "season" in kinds and kinds <= {"season", "the"}:
        return _is_season(own[-1], match, atoms, sentence)
    if match.rule == "adjacent":
        after = atoms[match.stop] if match.stop < len(atoms) else None
        return (
            after is None
            or _CATEGORY[after.code] not in ("the", "word", "name", "count")
            or kinds & {"earlier", "later"} != set()
        )
    return not match.groups.get("clock") or _is_clock(match, atoms, sentence)


def _is_season(season: Atom, match: Match, atoms: list[Atom], sentence: Sentence) -> bool:
    """A season alone: not somebody's name, and not "the fall of the city"."""
    after = atoms[match.stop].text if match.stop < len(atoms) else ""
    if not sentence.text[season.start].islower() or (season.text == "fall" and after == "of"):
        return False
    return bool(_BEFORE_SEASON.search(_before(sentence, match.atoms(atoms)[0])))


def _is_weekend(own: Sequence[Atom]) -> bool:
    return own[-1].text == "weekend"


def _is_vague_step(own: Sequence[Atom]) -> bool:
    """Whether a step leads to units without number ("the last days") or to the time up to now."""
    for step, unit in pairwise(own):
        if _CATEGORY[step.code] == "step" and _CATEGORY[unit.code] in _UNITS:
            return unit.text.endswith("s") or step.text == "past"
    return False


def _is_last_of(own: Sequence[Atom], following: Sequence[Atom]) -> bool:
    """Whether the unit is the last of something else: "the last month of the war" is not last month."""
    if len(own) < 2 or _CATEGORY[own[-1].code] not in _UNITS:
        return False
    return own[-2].text == "last" and bool(following) and following[0].text == "of"


def _before(sentence: Sentence, atom: Atom) -> str:
    return sentence.text[: atom.start].lower()


def _cover(sentence: Sentence, atom: Atom) -> Entity | None:
    """The entity that holds the atom."""
    start = sentence.start + atom.start
    for entity in sentence.entities:
        if sentence.tokens[entity.first].start <= start < sentence.tokens[entity.stop - 1].end:
            return entity
    return None


def _is_year(match: Match, atoms: list[Atom], sentence: Sentence) -> bool:
    """A bare four-digit number: by the word before, brackets, or the language model's DATE."""
    own = match.atoms(atoms)
    year = next(a for a in own if _CATEGORY[a.code] in ("year", "pair"))
    number = int(year.text[:4])
    before = atoms[match.first - 1] if match.first else None
    after = atoms[match.stop] if match.stop < len(atoms) else None
    if before is not None and before.text in (
        "$",
        "£",
        "€",
        "¥",
        "#",
        "no",
        "number",
        "route",
        "flight",
        "room",
    ):
        return False
    if after is not None and after.text in (
        "%",
        "percent",
        "per",
        "km",
        "metres",
        "meters",
        "miles",
        "feet",
        "hours",
        "times",
        "block",
    ):
        return False
    if not 1000 <= number <= 2199 or _counts(sentence, year):
        return False
    if before is not None and before.text == "at" and number < 1800:
        # "Landing at 1000", "at 1400 Marl Street".
        return False
    if before is None:
        return 1700 <= number <= 2100
    entity = _cover(sentence, year)
    if entity is not None and entity.label == "DATE":
        return True
    if before.text in ("(", "-", "–", "/", "'s", "s") or _CATEGORY[before.code] in ("name", "the", "step"):
        return 1800 <= number <= 2100 and (before.text != "-" or entity is None)
    cues = read_table("dates")["cues"]["year"]
    return before.text in cues and 1500 <= number <= 2100


def _counts(sentence: Sentence, atom: Atom) -> bool:
    """Whether the number counts the plural noun that it modifies ("2019 people", "1500 of the men")."""
    token = token_at(sentence, atom.start)
    if token is None or token.dep != "nummod":
        return False
    noun = sentence.tokens[token.head]
    if noun.lemma in ("people", "person", "man", "woman", "child", "home", "house", "case", "death"):
        return True
    between = [t for t in sentence.tokens if token.end <= t.start < noun.start]
    if noun.tag != "NNS" or any(t.pos == "PROPN" for t in between) or noun.start < token.start:
        return False
    first = next((t for t in sentence.tokens if t.end == token.start or t.end == token.start - 1), None)
    return first is None or first.pos != "DET"


def _is_offset(match: Match, atoms: list[Atom]) -> bool:
    """Hold that "two days before the vote" hangs on the vote; "two days before" and "earlier" do not."""
    last = atoms[match.stop - 1]
    following = atoms[match.stop].text if match.stop < len(atoms) else ""
    if last.text in ("earlier", "later") and following == "than":
        # "35 minutes earlier than planned" compares two times and is none.
        return False
    if last.text not in ("before", "after") or not following:
        return True
    return _CATEGORY[atoms[match.stop].code] in ("comma", "other", "close", "dash")


def _is_name_of_time(own: Sequence[Atom], atoms: list[Atom], match: Match, sentence: Sentence) -> bool:
    """A month or weekday alone, and not a part of somebody's or something's name."""
    if (
        own[0].text == "march"
        and _before(sentence, own[0]).endswith("the ")
        and _leads_nowhere(sentence, own[-1])
    ):
        return False
    entity = _cover(sentence, own[0])
    if entity is not None and entity.label in ("DATE", "TIME"):
        return True
    words = entity.stop - entity.first if entity is not None else 0
    if entity is not None and entity.label in _NAMES and words > 1:
        return False
    if own[0].text.rstrip(".") in _AMBIGUOUS:
        return bool(_BEFORE_MONTH.search(_before(sentence, own[0])))
    before = atoms[match.first - 1] if match.first else None
    after = atoms[match.stop] if match.stop < len(atoms) else None
    if _CATEGORY[own[0].code] == "weekday" and after is not None and _CATEGORY[after.code] == "name":
        # "The Sunday Times" against "on Sunday Mr Smith said".
        return not (before is not None and before.text == "the")
    return True


def _leads_nowhere(sentence: Sentence, atom: Atom) -> bool:
    """Whether no noun follows, as in "the March on the capital" and unlike "the March vote"."""
    token = token_at(sentence, atom.end + 1)
    return token is None or token.pos in ("ADP", "PUNCT", "VERB", "AUX")


def _is_day_of_month(match: Match, atoms: list[Atom], sentence: Sentence) -> bool:
    own = match.atoms(atoms)
    if not any(_CATEGORY[a.code] == "ordinal" for a in own) or not match.first:
        return False
    if atoms[match.first - 1].text not in ("on", "until", "by", "from", "since"):
        return False
    token = token_at(sentence, own[-1].start)
    following = [t for t in sentence.tokens if token is not None and t.start >= token.end][:1]
    return not following or following[0].pos not in ("NOUN", "ADJ", "PROPN", "NUM", "ADV")


def _is_clock(match: Match, atoms: list[Atom], sentence: Sentence) -> bool:
    """A time of day: with a.m. or p.m., a zone, a part of the day, or a word that leads up to one."""
    first, stop = match.groups["clock"]
    face = atoms[first:stop]
    kinds = [_CATEGORY[atom.code] for atom in face]
    if {"meridiem", "zone", "noon", "oclock"} & set(kinds):
        return (
            "noon" not in kinds
            or sentence.text[face[0].start].islower()
            or face[0].start == 0
            or len(kinds) > 1
        )
    if "count" in kinds or "day" in kinds:
        hour = next(atom for atom in reversed(face) if _CATEGORY[atom.code] in ("count", "day"))
        if hour.text in ("a", "an") or read_number(hour) > 12:
            return False
        if _counts_what_follows(sentence, hour):
            return False  # "eaten on October 7 at eight schools"
    before = _before(sentence, face[0])
    told = bool(_IT_WAS.search(before))
    led = told or bool(_BEFORE_CLOCK.search(before))
    if "clock" in kinds:
        long = face[0].text.count(":") > 1
        return not long and (led or "daypart" in kinds or stop - first < match.stop - match.first)
    if "dotted" in kinds:
        following = atoms[stop].text if stop < len(atoms) else ""
        placed = "daypart" in kinds or stop - first < match.stop - match.first
        open_to = bool(_UNTIL.search(before)) and not _stands_before_noun(sentence, face[0])
        return (led and placed) or (told and following in ("when", "on")) or open_to
    if (
        {"step", "to", "before", "after"} & set(kinds) and kinds[-1] in ("count", "day")
    ) or "daypart" in kinds:
        return _is_worded(face, kinds, led)
    if not {"count", "day"} >= set(kinds) or stop - first == match.stop - match.first:
        return False
    after = atoms[stop].code if stop < match.stop else ""
    if after == CODES["step"] and (not led or _TALLY.search(before)):
        return False  # "ten votes to two last night", "shot four last night"
    return after != CODES["on"] or bool(_BEFORE_HOUR.search(_before(sentence, face[0])))


def _stands_before_noun(sentence: Sentence, atom: Atom) -> bool:
    """Whether a number is of the word after it: "until 2.50 percent was reached"."""
    following = next((t for t in sentence.tokens if t.start >= atom.end), None)
    return following is not None and following.pos in ("NOUN", "PROPN", "SYM")


def _counts_what_follows(sentence: Sentence, atom: Atom) -> bool:
    """Whether a number counts a noun after it."""
    token = token_at(sentence, atom.start)
    if token is None or token.dep != "nummod":
        return False
    noun = sentence.tokens[token.head]
    return noun.start > token.start and noun.tag in ("NNS", "NNPS")


def _is_worded(face: Sequence[Atom], kinds: Sequence[str], led: bool) -> bool:
    """Whether something leads up to "twenty to four", for "two to three" is a count."""
    joint = next((i for i, kind in enumerate(kinds) if kind in ("to", "step", "before", "after")), None)
    if joint is None or not joint or kinds[joint - 1] in ("in", "the"):
        return True
    if face[joint].text in ("through", "until", "till", "last", "next", "this", "that", "coming", "or"):
        return False
    if face[0].text in ("half", "quarter") or "minutes" in kinds:
        return True
    # "Won two to one last night" is a score.
    told = face[0].text in ("five", "ten", "twenty", "5", "10", "20", "25")
    return (led or "daypart" in kinds) and told
