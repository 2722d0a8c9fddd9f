"""Who says what: the speaker of every quoted or reported clause.

A clause without attribution is the outlet's own voice. Verbs inside quotation marks attribute
nothing ("we said so" has no speaker of its own), and a denied verb ("did not say") reports nothing.
Pronouns stand for whoever was named last; such guesses are marked as uncertain where the grammar
does not settle them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import groupby

from discrepancy.extract.antecedents import Memory, Person, Source, find_people, prefer, resolve_source
from discrepancy.extract.grammar import FAR, Tree
from discrepancy.extract.quotes import Quotation, find_quotations
from discrepancy.lexicon import read_table
from discrepancy.model import Document, Sentence

_NEAR = 3
"""Characters between a quotation and its verb of speech where nothing stands between them."""

_REACH = 8
"""Tokens behind a quotation among which its verb is looked for."""

_MISTAKEN = frozenset({"dobj", "attr", "oprd", "npadvmod"})
"""What the parser takes a subject for that follows its verb."""

_MARKS = frozenset({'"', "'"})
_STOPS = frozenset({",", "?", "!", "–", "—", "-", "--"})
_ENDS = frozenset({".", ";", ":"})


@dataclass(frozen=True, slots=True)
class Attribution:
    """A clause and who says it.

    Attributes:
        start: Offset in the field of the clause's first character.
        end: Offset past its last character.
        speaker: The fullest name the article has used so far, or the noun phrase without article.
        verb: Lemma of the verb of speech, "according" for "according to", "" where there is none.
        denied: The speaker denies the clause.
        direct: The clause stands in quotation marks.
        certain: False where the speaker was inferred from neighbouring sentences.
        speaker_start: Offset in the field of the words that name the speaker (of the antecedent
            where a pronoun stands), so that they can be shown.
        speaker_end: Offset past them.
    """

    start: int
    end: int
    speaker: str
    verb: str = ""
    denied: bool = False
    direct: bool = False
    certain: bool = True
    speaker_start: int = 0
    speaker_end: int = 0


@dataclass(frozen=True, slots=True)
class _Cue:
    """A verb of speech with its speaker and the tokens it reports."""

    at: int
    verb: str
    source: Source
    reported: frozenset[int]


def attribute_speakers(document: Document) -> dict[int, tuple[Attribution, ...]]:
    """Every quoted or reported clause of ``document`` with its speaker, by sentence index.

    Clauses of one sentence may nest or overlap; the shortest that covers a value is the one that counts.
    Sentences in the outlet's own voice are missing from the result.
    """
    found: dict[int, tuple[Attribution, ...]] = {}
    quotations = find_quotations(document)
    for _, group in groupby(document.sentences, key=lambda sentence: sentence.field):
        memory, last = Memory(), None
        for sentence in group:
            inside = [q for q in quotations if _covers(q, sentence)]
            said = list(_attribute(sentence, inside, memory, last))
            if said:
                found[sentence.index] = tuple(said)
            last = _last_speaker(sentence, said, last)
    return found


@dataclass(frozen=True, slots=True)
class _Last:
    """The speaker of the sentence before, and the paragraph it stood in."""

    paragraph: int
    source: Source
    direct: bool
    open: bool


def _last_speaker(sentence: Sentence, said: Sequence[Attribution], last: _Last | None) -> _Last | None:
    if said:
        final = max(said, key=lambda a: a.end)
        source = Source(final.speaker, final.speaker_start, final.speaker_end, True)
        return _Last(sentence.paragraph, source, final.direct, final.direct and final.end >= sentence.end)
    return last if last is not None and last.paragraph == sentence.paragraph else None


def _covers(quotation: Quotation, sentence: Sentence) -> bool:
    same = quotation.field == sentence.field
    return same and quotation.start < sentence.end and sentence.start < quotation.end


def _attribute(
    sentence: Sentence, quotations: Sequence[Quotation], memory: Memory, last: _Last | None
) -> Iterator[Attribution]:
    tree = Tree(sentence, _quoted(sentence, quotations))
    people = find_people(tree, memory)
    cues = []
    for cue in _cues(tree, memory, people):
        memory.note(cue.source)
        cues.append(cue)
        if cue.verb not in _verbs().quoted_only:
            for start, end in tree.stretches(cue.reported):
                yield _attribution(start, end, cue)
    for quotation in quotations:
        start, end = max(quotation.start, sentence.start), min(quotation.end, sentence.end)
        near = _beside_quotation(tree, start, end, cues, memory, people)
        if (said := _attribute_quotation(tree, start, end, near, last)) is not None:
            yield said
        elif (speaker := _bystander(tree, start, end, memory)) is not None:
            yield _inferred(start, end, speaker, certain=False)
    speaking = [cue.source for cue in cues if cue.source.person]
    if people or speaking:
        memory.person = speaking[-1] if speaking else max(people, key=prefer)[2]


def _quoted(sentence: Sentence, quotations: Sequence[Quotation]) -> frozenset[int]:
    return frozenset(
        index
        for index, token in enumerate(sentence.tokens)
        if any(q.start <= token.start and token.end <= q.end for q in quotations)
    )


def _attribute_quotation(
    tree: Tree, start: int, end: int, cues: Sequence[_Cue], last: _Last | None
) -> Attribution | None:
    """The quotation's speaker by the verb next to it, or by the speech that it carries on."""
    if cues:
        cue = min(cues, key=lambda cue: tree.distance(cue.at, start, end))
        if tree.distance(cue.at, start, end) < FAR or tree.tokens[cue.at].dep in {"ROOT", "ccomp"}:
            return replace(_attribution(start, end, cue), direct=True, denied=False)
    if last is not None and (last.paragraph == tree.sentence.paragraph or last.open):
        return _inferred(start, end, last.source, certain=last.direct)
    return None


def _beside_quotation(
    tree: Tree, start: int, end: int, cues: Sequence[_Cue], memory: Memory, people: Sequence[Person]
) -> Sequence[_Cue]:
    """``cues``, or the one whose place beside the quotation makes any verb a verb of speech.

    '"Never again," thundered the coach, Ann Roe', '"We wait," Roe smiled', 'Roe: "We wait."'
    """
    if any(tree.distance(cue.at, start, end) <= _NEAR for cue in cues):
        return cues
    after = next((i for i, token in enumerate(tree.tokens) if token.start >= end), len(tree.tokens))
    before = next((i for i, token in enumerate(tree.tokens) if token.start >= start), 0) - 1
    subject = _placed_behind(tree, after)
    if subject is None:
        subject = _placed_before(tree, before)
    source = None if subject is None else resolve_source(tree, subject, memory, people)
    if source is None or subject is None:
        return cues
    memory.note(source)
    return [_Cue(subject, "", source, frozenset())]


def _placed_behind(tree: Tree, at: int) -> int | None:
    """The subject of a verb that stands right behind a quotation and its comma, or right behind it."""
    tokens = tree.tokens
    comma = at > 0 and tokens[at - 1].text in _STOPS
    while at < len(tokens) and tokens[at].text in _MARKS | _STOPS:
        comma = comma or tokens[at].text in _STOPS
        at += 1
    if not comma or at >= len(tokens) or tokens[at].text in _ENDS:
        return None
    verb = next((i for i in range(at, min(at + _REACH, len(tokens))) if tokens[i].pos == "VERB"), None)
    if verb is None or any(tokens[i].text in _MARKS | _ENDS | _STOPS for i in range(at, verb)):
        return None
    subject = tree.child(verb, "nsubj")
    if subject is None and verb == at:
        behind = [i for i in tree.children[verb] if tokens[i].dep in _MISTAKEN]
        subject = next((i for i in behind if tokens[i].pos == "PROPN"), behind[0] if behind else None)
    return subject if subject is not None and subject >= at and subject not in tree.quoted else None


def _placed_before(tree: Tree, colon: int) -> int | None:
    """Whom the clause before a colon and a quotation is about: its subject, or the name it consists of."""
    tokens = tree.tokens
    while colon >= 0 and tokens[colon].text in _MARKS:
        colon -= 1
    if colon < 1 or tokens[colon].text != ":":
        return None
    clause = [i for i in range(colon) if tree.segments[i] == tree.segments[colon] and i not in tree.quoted]
    subject = next((i for i in clause if tokens[i].dep == "nsubj"), None)
    if subject is not None or not clause:
        return subject
    names = all(tokens[i].pos in {"PROPN", "PUNCT", "NOUN", "DET", "ADJ"} for i in clause)
    return clause[-1] if names and tokens[clause[-1]].text[:1].isupper() else None


def _bystander(tree: Tree, start: int, end: int, memory: Memory) -> Source | None:
    """Whom the sentence itself is about: 'He was gloomy. "We shall see."'."""
    if tree.sentence.text[start - tree.sentence.start : end - tree.sentence.start].count(" ") < 2:
        return None
    subject = tree.main_subject()
    if subject is None or subject in tree.quoted:
        return None
    source = resolve_source(tree, subject, memory, [])
    return source if source is not None and source.person else None


def _attribution(start: int, end: int, cue: _Cue) -> Attribution:
    source = cue.source
    denied = cue.verb in _verbs().denial
    return Attribution(
        start, end, source.name, cue.verb, denied, speaker_start=source.start, speaker_end=source.end
    )


def _inferred(start: int, end: int, source: Source, *, certain: bool) -> Attribution:
    return Attribution(
        start,
        end,
        source.name,
        direct=True,
        certain=certain,
        speaker_start=source.start,
        speaker_end=source.end,
    )


@dataclass(frozen=True, slots=True)
class _Verbs:
    speech: frozenset[str]
    object: frozenset[str]
    denial: frozenset[str]
    quoted_only: frozenset[str]


@cache
def _verbs() -> _Verbs:
    table = read_table("speech")
    names = ("verbs", "object", "denial", "quoted_only")
    speech, objects, denial, quoted_only = (frozenset(table[name]) for name in names)
    return _Verbs(speech | objects | denial, objects | denial, denial, quoted_only)


def _cues(tree: Tree, memory: Memory, people: Sequence[Person]) -> Iterator[_Cue]:
    for index, token in enumerate(tree.tokens):
        if index in tree.quoted:
            continue
        if token.text.lower() == "according":
            cue = _according(tree, index, memory, people)
        elif token.pos in {"VERB", "AUX"} and token.lemma in _verbs().speech:
            cue = _said(tree, index, memory, people)
        else:
            continue
        if cue is not None:
            yield cue


def _according(tree: Tree, index: int, memory: Memory, people: Sequence[Person]) -> _Cue | None:
    preposition = tree.child(index, "prep")
    named = None if preposition is None else tree.child(preposition, "pobj")
    source = None if named is None else resolve_source(tree, named, memory, people)
    if source is None:
        return None
    own = tree.subtree(index)
    segment = tree.segments[index]
    reported = (i for i in range(len(tree.tokens)) if i not in own and tree.segments[i] == segment)
    return _Cue(index, "according", source, frozenset(reported))


def _said(tree: Tree, index: int, memory: Memory, people: Sequence[Person]) -> _Cue | None:
    subject = _subject(tree, index)
    if subject is None or _unsaid(tree, index):
        return None
    source = resolve_source(tree, subject, memory, people)
    if source is None:
        return None
    reported = _reported(tree, index, subject) - tree.subtree(subject) - {index}
    return _Cue(index, tree.tokens[index].lemma, source, frozenset(reported))


def _unsaid(tree: Tree, verb: int) -> bool:
    """Whether the words report that something was not said, or not yet ("declined to say")."""
    return tree.child(verb, "neg") is not None or any(
        tree.tokens[child].dep == "aux" and tree.tokens[child].tag == "TO" for child in tree.children[verb]
    )


def _subject(tree: Tree, verb: int) -> int | None:
    """Who does ``verb``: its own subject, that of the verb it is joined to, or a name right after it."""
    at = verb
    for _ in range(4):
        subject = tree.child(at, "nsubj")
        passive = tree.child(at, "nsubjpass")
        if subject is None and passive is not None:
            agent = tree.child(at, "agent")
            subject = None if agent is None else tree.child(agent, "pobj")
            return passive if at != verb else subject
        if subject in tree.quoted:
            # 'He sold it,' Ann Roe, prosecuting, told the jury: the parser joins "told" to "sold".
            break
        if subject is not None:
            relative = tree.tokens[subject].tag in {"WP", "WDT"} and tree.tokens[at].dep == "relcl"
            return tree.tokens[at].head if relative else subject
        token = tree.tokens[at]
        if token.dep not in {"conj", "advcl", "xcomp", "pcomp", "prep", "acl"} or token.head == at:
            break
        at = token.head
        if tree.tokens[at].pos in {"NOUN", "PROPN"}:
            return at
    return _beside(tree, verb)


def _beside(tree: Tree, verb: int) -> int | None:
    """A noun next to the verb that the parser did not take for its subject."""
    opening = _name_behind_quotation(tree, verb)
    if opening is not None:
        return opening
    after = tree.child(verb, "dobj", "attr", "oprd", "npadvmod")
    closes = verb > 0 and tree.tokens[verb - 1].text in {'"', "'"}
    if after is not None and after > verb and closes:
        return after
    before = verb - 1
    while before > 0 and (tree.tokens[before].text == "," or tree.tokens[before].pos == "NUM"):
        before -= 1
    named = 0 <= before < verb - 1 and tree.tokens[before].pos == "PROPN" and before not in tree.quoted
    return before if named else None


def _name_behind_quotation(tree: Tree, verb: int) -> int | None:
    """The name behind a quotation, with what is put in before ``verb``: '"…," Ann Roe, weeping, said'."""
    tokens = tree.tokens
    mark = next((i for i in reversed(range(verb)) if tokens[i].text in _MARKS), None)
    if mark is None or not mark or (mark - 1 not in tree.quoted and tokens[mark - 1].text not in _STOPS):
        return None
    last = mark
    while last + 1 < verb and tokens[last + 1].pos == "PROPN":
        last += 1
    commas = [i for i in range(last + 1, verb) if tokens[i].text == ","]
    whole = len(commas) == 2 and commas[0] == last + 1
    return last if last > mark and whole else None


def _reported(tree: Tree, verb: int, subject: int) -> set[int]:
    """The tokens of the clause that ``verb`` reports, kept within the verb's own full stop."""
    token = tree.tokens[verb]
    takes_object = token.lemma in _verbs().object
    found: set[int] = set()
    for child in tree.children[verb]:
        dep = tree.tokens[child].dep
        if dep == "ccomp" or (takes_object and dep in {"dobj", "nsubjpass", "xcomp"}):
            found |= tree.subtree(child)
    if token.dep == "parataxis" and not found:
        found = tree.subtree(token.head) - tree.subtree(verb)
    first = min(verb, subject)
    comma = first > 0 and tree.tokens[first - 1].text == ","
    if comma and all(index < first for index in found):
        # "X, the police said": all that goes before, even where the parser cut it up.
        found = set(range(first))
    return {index for index in found if tree.segments[index] == tree.segments[verb]}
