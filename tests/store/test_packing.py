"""Analysed articles come back from the store exactly as they were."""

import zlib
from dataclasses import replace
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discrepancy.check import analyse_articles
from discrepancy.config import Config
from discrepancy.model import Document, Entity, Reference, Sentence, Token, Zone
from discrepancy.store.packing import pack_document, unpack_document
from tests.factory import article

TEXTS = [
    "By Orla Fennick\nA ferry with 41 people aboard ran aground off Pellmoor on Tuesday, 3 March 2031.\n"
    "“We were lucky,” said Ines Quillard, the captain’s sister. “Nobody’s hurt.”\nAdvertisement\n"
    "The £1.2m vessel — built in 1998 — hit a rock at 5:30 a.m. Tuesday.",
    "",
    "One.",
    "Tabs\tand\u00a0spaces\u2009of\u202fall sorts; • bullets, «guillemets», ‘quotes’, em—dashes.\r\n\r\n"
    "I don’t. U.S.",
    "Ångström 東京 🚢🚢 sank. Naïve café owners’ “protest” drew 12,000.\n\n\n"
    "  Photo: Tam Birkett/Coast Press",
    "a" * 300 + " " + "b" * 70000,
]


@pytest.fixture(scope="module")
def documents():
    articles = [
        article(str(n), text, title="Ferry ‘runs aground’ – 41 safe" if n % 2 == 0 else None)
        for n, text in enumerate(TEXTS)
    ]
    return analyse_articles(articles, Config())


@pytest.mark.parametrize("number", range(len(TEXTS)))
def test_analysed_article_round_trips(documents, number):
    document = documents[number]
    assert unpack_document(pack_document(document), document.article) == document


@pytest.mark.parametrize("reference", [Reference(), Reference(datetime(2031, 3, 4, 5, 6), inferred=True)])
def test_reference_round_trips(documents, reference):
    document = replace(documents[0], reference=reference)
    assert unpack_document(pack_document(document), document.article) == document


def test_an_article_takes_a_few_bytes_a_word(documents):
    document = documents[0]
    assert len(pack_document(document)) < 4000 / 230 * len(document.article.text.split())


words = st.text(max_size=6)
sizes = st.integers(0, 70000)


@st.composite
def sentences(draw):
    tokens = draw(
        st.lists(
            st.builds(
                Token,
                start=sizes,
                end=st.just(0),
                text=words,
                lemma=words,
                pos=st.sampled_from(["NOUN", "X", ""]),
                tag=words,
                dep=words,
                head=sizes,
            ),
            max_size=4,
        )
    )
    start = draw(sizes)
    return Sentence(
        field=draw(st.sampled_from(["title", "text"])),
        zone=draw(st.sampled_from(list(Zone))),
        index=draw(sizes),
        paragraph=draw(sizes),
        start=start,
        end=start + draw(sizes),
        text=draw(words),
        tokens=tuple(replace(token, end=token.start + draw(sizes)) for token in tokens),
        entities=tuple(
            Entity(first, first + size, label)
            for first, size, label in draw(st.lists(st.tuples(sizes, sizes, words), max_size=2))
        ),
    )


@given(st.lists(sentences(), max_size=3))
def test_anything_of_the_right_types_round_trips(found):
    document = Document(article("a", "Anything at all.", title="Of any kind"), tuple(found))
    assert unpack_document(pack_document(document), document.article) == document


@given(st.binary(max_size=60))
def test_damaged_bytes_are_refused(documents, data):
    for damaged in (data, b"\x01" + data, b"\x01" + zlib.compress(data)):
        with pytest.raises(ValueError, match=r"."):
            unpack_document(damaged, documents[0].article)


def test_truncated_and_changed_bytes_are_refused_or_harmless(documents):
    document = documents[0]
    packed = pack_document(document)
    for place in range(0, len(packed), 7):
        with pytest.raises(ValueError, match=r"damaged|format"):
            unpack_document(packed[:place], document.article)
        changed = bytearray(packed)
        changed[place] ^= 0x55
        with pytest.raises(ValueError, match=r"."):
            unpack_document(bytes(changed), document.article)


def test_another_articles_analysis_is_refused(documents):
    with pytest.raises(ValueError, match="belongs to another article"):
        unpack_document(pack_document(documents[0]), documents[2].article)
