from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discrepancy.errors import InputError
from discrepancy.load.decode import decode_bytes

WESTERN = "The “mayor” of Norvík resigned – at last. "
CYRILLIC = "Мэр города подал в отставку в понедельник после долгого спора с советом о бюджете порта. "
JAPANESE = "市長は月曜日に辞任した。"


@pytest.mark.parametrize(
    ("text", "codec", "head", "charset", "encoding"),
    [
        pytest.param(WESTERN, "utf-8", "", None, "utf-8", id="utf8"),
        pytest.param(WESTERN, "utf-8-sig", "<meta charset=koi8-r>", "koi8-r", "utf-8", id="mark-wins"),
        pytest.param(WESTERN, "utf-16", "", "utf-8", "utf-16le", id="utf16-mark"),
        pytest.param(WESTERN, "utf-16-be", "", None, "utf-16be", id="utf16-without-mark"),
        pytest.param(WESTERN, "cp1252", "", "latin-1", "windows-1252", id="latin-1-means-windows"),
        pytest.param(
            WESTERN, "cp1252", "<meta charset=iso-8859-1>", None, "windows-1252", id="iso-means-windows"
        ),
        pytest.param(CYRILLIC, "koi8-r", "<meta charset=koi8-r>", None, "koi8-r", id="meta"),
        pytest.param(
            CYRILLIC,
            "cp1251",
            '<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">',
            None,
            "windows-1251",
            id="http-equiv",
        ),
        pytest.param(
            CYRILLIC, "cp1251", '<?xml version="1.0" encoding="cp1251"?>', None, "windows-1251", id="xml"
        ),
        pytest.param(
            CYRILLIC, "cp1251", "<meta charset=koi8-r>", "windows-1251", "windows-1251", id="header-wins"
        ),
        pytest.param(
            CYRILLIC, "cp1251", "<meta charset=cp1251>", "x-none", "windows-1251", id="unknown-header"
        ),
        pytest.param(CYRILLIC * 4, "cp1251", "<meta charset=utf-8>", None, "windows-1251", id="wrong-utf8"),
        pytest.param(
            WESTERN, "cp1252", "<meta charset=utf-8>", "utf-8", "windows-1252", id="wrong-utf8-western"
        ),
        pytest.param(WESTERN, "utf-8", "<meta charset=iso-8859-1>", None, "utf-8", id="wrong-latin-1"),
        pytest.param(WESTERN, "utf-8", "<meta charset=utf-16>", None, "utf-8", id="utf16-in-ascii"),
        pytest.param(JAPANESE, "cp932", "", "Shift_JIS", "shift_jis", id="shift-jis"),
        pytest.param(JAPANESE, "iso2022_jp", "", "iso-2022-jp", "iso-2022-jp", id="seven-bit"),
    ],
)
def test_encoding_is_found_and_named(
    text: str, codec: str, head: str, charset: str | None, encoding: str
) -> None:
    decoded = decode_bytes((head + text).encode(codec), "x", markup=True, charset=charset)
    assert decoded == (head + text, encoding)


@given(
    st.text(min_size=1).filter(lambda text: "\x00" not in text),
    st.sampled_from(["latin-1", "cp1251", "nonsense"]),
)
def test_utf8_is_never_misread(text: str, charset: str) -> None:
    data = text.encode("utf-8", "replace")
    try:
        decoded = decode_bytes(data, "x", charset=charset)
    except InputError:  # control characters
        return
    assert decoded.text == data.decode().removeprefix("\ufeff")
