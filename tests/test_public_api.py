import subprocess
import sys

import pytest

import discrepancy


@pytest.mark.parametrize("name", discrepancy.__all__)
def test_public_name_is_there_and_documented(name):
    assert getattr(discrepancy, name).__doc__


def test_what_is_visible_is_what_is_public():
    assert dir(discrepancy) == sorted(discrepancy.__all__)
    assert not {name for name in vars(discrepancy) if name.islower() and not name.startswith("_")} & {
        "np", "pd", "os", "sys",
    }  # fmt: skip


def test_star_import_gives_exactly_the_public_names():
    namespace: dict[str, object] = {}
    exec("from discrepancy import *", namespace)
    assert set(namespace) - {"__builtins__"} == set(discrepancy.__all__)


def test_unknown_name_is_refused():
    with pytest.raises(AttributeError, match="has no attribute 'chekc'"):
        discrepancy.chekc  # noqa: B018


@pytest.mark.parametrize("module", ["discrepancy", "discrepancy.cli", "discrepancy.model"])
def test_import_loads_nothing_heavy(module):
    heavy = (
        "spacy",
        "pandas",
        "numpy",
        "pyarrow",
        "rich",
        "jinja2",
        "sklearn",
        "scipy",
        "trafilatura",
        "quantulum3",
    )
    code = f"import sys, {module}; print([name for name in {heavy} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
