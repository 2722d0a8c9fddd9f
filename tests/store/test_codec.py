"""Findings come back from the store exactly as they were, whatever their values."""

import string
import zlib
from dataclasses import replace
from datetime import timedelta, timezone
from decimal import Decimal
from typing import get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from discrepancy.model import Finding, Value
from discrepancy.store.codec import decode_finding, decode_result, encode_finding, encode_result
from tests import factory

zones = st.none() | st.builds(timezone, st.timedeltas(timedelta(hours=-14), timedelta(hours=14)))
st.register_type_strategy(Decimal, st.decimals(allow_nan=False, allow_infinity=False))
st.register_type_strategy(float, st.floats(allow_nan=False))
REPORT = factory.report()


@pytest.mark.parametrize("finding", REPORT.findings, ids=lambda finding: finding.id)
def test_finding_round_trips(finding):
    assert decode_finding(encode_finding(finding)) == finding


@pytest.mark.parametrize("kind", get_args(Value), ids=lambda kind: kind.__name__)
@given(data=st.data())
def test_every_type_of_value_round_trips(kind, data):
    finding = REPORT.findings[0]
    claim = finding.slot.claims[0]
    value = data.draw(st.from_type(kind))
    changed = replace(claim, mention=replace(claim.mention, value=value))
    finding = replace(finding, slot=replace(finding.slot, claims=(changed,)))
    restored = decode_finding(encode_finding(finding))
    assert restored == finding
    assert type(restored.slot.claims[0].mention.value) is kind


@settings(suppress_health_check=[HealthCheck.too_slow], max_examples=60)
@given(st.from_type(Finding))
def test_any_finding_round_trips(finding):
    assert decode_finding(encode_finding(finding)) == finding


@given(moment=st.datetimes(timezones=zones))
def test_times_keep_their_zone(moment):
    claim = replace(REPORT.findings[0].slot.claims[0], published=moment)
    finding = replace(REPORT.findings[0], slot=replace(REPORT.findings[0].slot, claims=(claim,)))
    restored = decode_finding(encode_finding(finding)).slot.claims[0].published
    assert restored == moment
    assert restored.utcoffset() == moment.utcoffset()


@pytest.mark.parametrize("story", REPORT.stories, ids=lambda story: story.id)
def test_every_story_round_trips(story):
    assert decode_result(encode_result(story, ()))[0] == replace(story, articles=())


def test_result_round_trips_without_the_texts():
    story = REPORT.stories[0]
    data = encode_result(story, REPORT.findings)
    restored, articles, findings = decode_result(data)
    assert restored == replace(story, articles=())
    assert articles == ("gazette", "herald", "beacon")
    assert findings == REPORT.findings
    assert b"burst in Orvale on Monday, injuring 14 people.\\nThe potter" not in zlib.decompress(data)


def test_the_same_finding_has_the_same_bytes_whatever_the_order_of_its_sets():
    key = replace(REPORT.findings[0].slot.claims[0].key, groups=frozenset(string.ascii_letters))
    claim = replace(REPORT.findings[0].slot.claims[0], key=key)
    finding = replace(REPORT.findings[0], slot=replace(REPORT.findings[0].slot, claims=(claim,)))
    groups = sorted(string.ascii_letters)
    assert ",".join(f'"{group}"' for group in groups).encode() in zlib.decompress(encode_finding(finding))


def test_a_lone_surrogate_survives():
    finding = replace(REPORT.findings[0], reason="half \ud83d of a face")
    assert decode_finding(encode_finding(finding)) == finding


def test_fields_of_other_versions_are_passed_over_or_get_their_default():
    table = zlib.decompress(encode_finding(REPORT.findings[1])).replace(b'{"id"', b'{"mood": "grim", "id"', 1)
    table = table.replace(b',"confidence":0.9', b"")
    assert decode_finding(zlib.compress(table)) == replace(REPORT.findings[1], confidence=1.0)


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"nothing", id="not compressed"),
        pytest.param(encode_finding(REPORT.findings[0])[:-9], id="cut"),
        pytest.param(zlib.compress(b"{}"), id="without fields"),
        pytest.param(zlib.compress(b"[1]"), id="a list"),
        pytest.param(zlib.compress(b'{"story": 3, "articles": 4, "findings": 5}'), id="numbers"),
        pytest.param(
            zlib.compress(zlib.decompress(encode_finding(REPORT.findings[0])).replace(b"Figure", b"Finger")),
            id="unknown type",
        ),
    ],
)
def test_damaged_bytes_are_refused(data):
    with pytest.raises(ValueError, match=r"."):
        decode_finding(data)
    with pytest.raises(ValueError, match=r"."):
        decode_result(data)
