"""Text in the HTML report can be read by everybody: contrast of 4.5 or more (WCAG 2.1, 1.4.3)."""

import re
from importlib.resources import files

import pytest

PAGE = files("discrepancy.report").joinpath("page.html").read_text(encoding="utf-8")
THEMES = [
    dict(re.findall(r"--([\w-]+): (#\w+);", block)) for block in re.findall(r":root \{(.*?)\}", PAGE, re.S)
]
PAIRS = [
    *((ink, ground) for ink in ("ink", "soft", "link") for ground in ("page", "card")),
    *((name, f"{name}-bg") for name in ("conflict", "disputed", "update", "variant", "calm")),
    ("conflict", "card"),
    ("soft", "conflict-bg"),
    ("ink", "mark"),
]


def luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(2 * digit for digit in colour[1:])
    parts = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_contrast_of_black_and_white_is_21():
    assert contrast("#000", "#ffffff") == pytest.approx(21)


@pytest.mark.parametrize("theme", [pytest.param(0, id="light"), pytest.param(1, id="dark")])
@pytest.mark.parametrize(("ink", "ground"), PAIRS)
def test_text_can_be_read(theme, ink, ground):
    colours = THEMES[theme]
    assert contrast(colours[ink], colours[ground]) >= 4.5
