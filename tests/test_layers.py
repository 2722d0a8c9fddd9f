"""Imports point down only, stages do not know each other, and there is no cycle.

Looked for in the source, so that imports inside functions count as well.
"""

import ast
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

import discrepancy

ROOT = Path(discrepancy.__file__).parent
LAYERS = (
    ("__main__",),
    ("cli",),
    ("nightly",),
    ("__init__", "export"),
    ("report",),
    ("check",),
    ("versions",),
    ("judge",),
    ("briefs",),
    ("align",),
    ("reading",),
    ("homemoney", "unsaid"),
    ("context", "innocent", "likely", "overlaps", "severity", "standing", "trust"),
    ("frames", "ownership", "question", "scenes", "timeline", "voices", "votes"),
    ("fetch",),
    ("clean", "compare", "extract", "group", "load", "origins", "store"),
    ("engine", "language", "output", "vectors"),
    ("config",),
    ("model",),
    ("errors", "instants", "lexicon"),
)
"""From top to bottom; a module may import from layers below its own, and within its own package."""
ALLOWED = {
    # Conveniences that import upwards, and only when they are called.
    ("discrepancy.model", "discrepancy.export"),
}
MODULES = sorted(
    ".".join(path.relative_to(ROOT.parent).with_suffix("").parts).removesuffix(".__init__")
    for path in ROOT.rglob("*.py")
)


def part(module: str) -> str:
    """The stage or top-level module that a module belongs to."""
    return module.split(".")[1] if "." in module else "__init__"


def layer(module: str) -> int:
    return next(index for index, names in enumerate(LAYERS) if part(module) in names)


def imports(module: str) -> set[str]:
    """The modules of ours that ``module`` imports, at the top or inside functions; not for types only."""
    path = ROOT.parent.joinpath(*module.split("."))
    source = path / "__init__.py" if path.is_dir() else path.with_suffix(".py")
    tree = ast.parse(source.read_text(encoding="utf-8"))
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test):
            for inner in ast.walk(node):
                inner.names = []  # type: ignore[attr-defined]
        elif isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            inside = {f"{node.module}.{alias.name}" for alias in node.names}
            found |= (inside & set(MODULES)) or ({node.module} if node.names else set())
    return {name for name in found if name in MODULES} - {module}


@pytest.mark.parametrize("module", MODULES)
def test_module_has_a_layer(module):
    assert any(part(module) in names for names in LAYERS), f"say in LAYERS where {module} belongs"


@pytest.mark.parametrize("module", MODULES)
def test_imports_point_down(module):
    upwards = {
        other
        for other in imports(module)
        if part(other) != part(module) and layer(other) <= layer(module) and (module, other) not in ALLOWED
    }
    assert not upwards


def test_there_is_no_cycle():
    graph = {
        module: {other for other in imports(module) if (module, other) not in ALLOWED} for module in MODULES
    }
    assert len(list(TopologicalSorter(graph).static_order())) == len(MODULES)
