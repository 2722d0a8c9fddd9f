import io
import json
import os
import stat
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

import pandas as pd
import pyarrow.parquet as pq
import pytest

from discrepancy.errors import ConfigError, DiscrepancyError
from discrepancy.export import encode_mentions, encode_report, write_csv, write_json, write_parquet
from discrepancy.model import Date, Figure, Kind, Phrase, Report
from discrepancy.output import OutputFile
from discrepancy.report import render_report
from tests import factory

EMPTY = Report((), ())


def test_frame_has_one_row_for_each_claim():
    frame = factory.report().to_frame()
    assert len(frame) == 7
    conflict = frame[frame["verdict"] == "conflict"]
    assert list(conflict["source"]) == ["Gazette", "Herald", "Beacon"]
    assert list(conflict["odd"]) == [False, True, False]


def test_types_are_right_and_the_same_in_an_empty_frame():
    frame, empty = factory.report().to_frame(), EMPTY.to_frame()
    assert len(empty) == 0
    assert empty.dtypes.equals(frame.dtypes)
    for column in ("start", "end"):
        assert pd.api.types.is_integer_dtype(frame[column])
    assert pd.api.types.is_bool_dtype(frame["odd"])
    assert pd.api.types.is_float_dtype(frame["confidence"])
    assert str(frame["published"].dtype) == "datetime64[us, UTC]"
    assert (frame["severity"] > "none").sum() == 3


def test_spans_in_the_frame_point_at_the_text():
    texts = {a.id: a.text for story in factory.report().stories for a in story.articles}
    for row in factory.report().to_frame().itertuples():
        assert texts[row.article][row.start : row.end] == row.text


def test_times_without_a_zone_are_taken_as_utc_in_tables():
    report = factory.report()
    finding = report.findings[0]
    first, *rest = finding.slot.claims
    naive = replace(first, published=datetime(2031, 5, 6, 7, 30))
    moved = replace(finding, slot=replace(finding.slot, claims=(naive, *rest)))
    frame = replace(report, findings=(moved,)).to_frame()
    assert frame["published"][0] == datetime(2031, 5, 6, 7, 30, tzinfo=UTC)
    assert "2031-05-06T07:30:00," in render_report(replace(report, findings=(moved,)), "csv")


@pytest.mark.parametrize(
    "report", [pytest.param(factory.report(), id="full"), pytest.param(EMPTY, id="empty")]
)
def test_csv_and_parquet_hold_what_the_frame_holds(tmp_path, report):
    write_csv(report, tmp_path / "out.csv")
    write_parquet(report, tmp_path / "out.parquet")
    frame = report.to_frame()
    from_csv = pd.read_csv(tmp_path / "out.csv", keep_default_na=False)
    from_parquet = pq.read_table(tmp_path / "out.parquet").to_pylist()
    assert list(from_csv.columns) == list(frame.columns)
    plain = ["article", "start", "end", "text", "value", "verdict"]
    assert from_csv[plain].astype(str).values.tolist() == frame[plain].astype(str).values.tolist()
    assert [row["odd"] for row in from_parquet] == list(frame["odd"])
    assert [row["value"] for row in from_parquet] == list(frame["value"])
    assert pq.read_schema(tmp_path / "out.parquet").field("start").type == "int64"


def test_json_keeps_to_the_schema(tmp_path):
    write_json(factory.report(), tmp_path / "out.json")
    data = json.loads((tmp_path / "out.json").read_bytes())
    assert data["schema_version"] == "1"
    assert data["summary"] == {"articles": 6, "stories": 3, "conflicts": 1, "skipped": 1}
    texts = {a.id: a.text for story in factory.report().stories for a in story.articles}
    for story in data["stories"]:
        for finding in story["findings"]:
            for value in finding["values"]:
                assert texts[value["article"]][value["start"] : value["end"]] == value["text"]
                cut = value["start"] - value["context_start"]
                assert value["context"][cut:].startswith(value["text"])


def test_lone_surrogates_are_written_and_read_back():
    article = factory.article("a", "word \ud83d 14", source="G\udc80")
    claims = [factory.claim(article, "14", factory.count(14), Kind.NUMBER)] * 2
    report = Report((), (factory.finding("x", claims, factory.Verdict.AGREE),))
    broken = replace(report, stories=(factory.Story("s1", (article,)),))
    value = json.loads(encode_report(broken, "json"))["stories"][0]["findings"][0]["values"][0]
    assert value["source"] == "G\udc80"
    assert pq.read_table(io.BytesIO(encode_report(broken, "parquet"))).num_rows == 2


def test_unknown_format_is_named():
    with pytest.raises(ConfigError, match="format 'xml'"):
        encode_report(EMPTY, "xml")


class TestOutputFile:
    def test_failure_leaves_the_old_file_and_no_other(self, tmp_path):
        path = tmp_path / "out.json"
        path.write_text("old")

        def fail():
            with OutputFile(path) as file:
                file.write(b"new")
                raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            fail()
        assert [(p.name, p.read_text()) for p in tmp_path.iterdir()] == [("out.json", "old")]

    def test_new_file_obeys_the_mask_and_an_old_one_keeps_its_mode(self, tmp_path):
        old_mask = os.umask(0o027)
        try:
            with OutputFile(tmp_path / "new") as file:
                file.write(b"x")
        finally:
            os.umask(old_mask)
        assert stat.S_IMODE((tmp_path / "new").stat().st_mode) == 0o640
        (tmp_path / "new").chmod(0o604)
        with OutputFile(tmp_path / "new") as file:
            file.write(b"y")
        assert stat.S_IMODE((tmp_path / "new").stat().st_mode) == 0o604

    def test_link_stays_a_link(self, tmp_path):
        (tmp_path / "real").write_text("old")
        (tmp_path / "link").symlink_to("real")
        with OutputFile(tmp_path / "link") as file:
            file.write(b"new")
        assert (tmp_path / "link").is_symlink()
        assert (tmp_path / "real").read_text() == "new"

    def test_device_is_written_to(self):
        with OutputFile("/dev/null") as file:
            file.write(b"gone")
        assert stat.S_ISCHR(os.stat("/dev/null").st_mode)

    @pytest.mark.parametrize(
        ("name", "reason"),
        [
            pytest.param("no/such/folder/out.json", "no such file or directory", id="no folder"),
            pytest.param("", "is a directory", id="folder"),
        ],
    )
    def test_what_cannot_be_written_is_refused_on_entry(self, tmp_path, name, reason):
        with pytest.raises(DiscrepancyError, match=reason):
            OutputFile(tmp_path / name).__enter__()


ARTICLE = factory.article("a", "About 13.5 hours, 10-15 people, on 2031-05-05 Ines Quillard said “no”.")
DURATION = Figure(Decimal("13.5"), "~", "hour", Decimal(12), Decimal(15), "duration", timex="PT13.5H")
RANGE = Figure((Decimal(10), Decimal(15)), "=", "person", Decimal(10), Decimal(15), "count")
MENTIONS = (
    factory.mention(ARTICLE, "Ines Quillard", factory.person("Ines Quillard"), Kind.NAME),
    factory.mention(ARTICLE, "no", Phrase("no"), Kind.QUOTE),
    factory.mention(ARTICLE, "2031-05-05", factory.day(2031, 5, 5), Kind.DATE),
    factory.mention(ARTICLE, "10-15", RANGE, Kind.NUMBER),
    factory.mention(ARTICLE, "About 13.5 hours", DURATION, Kind.FIGURE),
)


def test_extracted_values_come_in_reading_order_with_their_objects():
    records = [json.loads(line) for line in encode_mentions(MENTIONS, "jsonl").splitlines()]
    assert [record["text"] for record in records] == [
        "About 13.5 hours",
        "10-15",
        "2031-05-05",
        "Ines Quillard",
    ]
    duration, numbers, day, name = records
    assert duration["kind"] == "figure"
    assert duration["figure"] == {
        "number": 13.5, "modifier": "~", "unit": "hour", "low": 12, "high": 15, "measure": "duration",
        "change": None,
    }  # fmt: skip
    assert duration["date"] == {"timex": "PT13.5H", "type": "DURATION", "first": None, "last": None}
    assert numbers["figure"]["number"] == [10, 15]
    assert "date" not in numbers
    assert day["date"] == {"timex": "2031-05-05", "type": "DATE", "first": "2031-05-05", "last": "2031-05-05"}
    assert name["name"] == {"type": "PERSON", "canonical": "Ines Quillard"}
    assert {record["zone"] for record in records} == {"body"}


def test_title_comes_before_the_text_and_open_dates_are_null():
    past = Date(timex="PAST_REF", type="DATE", start=None, end=None)
    in_text = factory.mention(ARTICLE, "About", past, Kind.DATE)
    in_title = replace(in_text, field="title", start=40)
    records = [json.loads(line) for line in encode_mentions((in_text, in_title), "jsonl").splitlines()]
    assert [record["field"] for record in records] == ["title", "text"]
    assert records[0]["date"] == {"timex": "PAST_REF", "type": "DATE", "first": None, "last": None}


def test_places_are_listed_as_names():
    place = factory.mention(ARTICLE, "Ines", factory.person("Ines"), Kind.PLACE)
    assert json.loads(encode_mentions((place,), "jsonl"))["kind"] == "name"


@pytest.mark.parametrize("mentions", [pytest.param(MENTIONS, id="some"), pytest.param((), id="none")])
def test_extraction_tables_have_the_same_columns_and_types(mentions):
    table = pq.read_table(io.BytesIO(encode_mentions(mentions, "parquet")))
    frame = pd.read_csv(io.BytesIO(encode_mentions(mentions, "csv")))
    assert list(frame.columns) == table.column_names
    assert len(frame) == table.num_rows == max(len(mentions) - 1, 0)
    assert table.schema.field("number").type == "double"
    assert table.schema.field("first").type == "date32[day]"
