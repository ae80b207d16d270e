"""The learner's settings: `config.toml` in the home folder; what is not set there has a default."""

from sctui.config.files import read_settings, save_entry, save_setting
from sctui.config.setting import Setting, TomlValue
from sctui.config.settings import Settings

__all__ = ["Setting", "Settings", "TomlValue", "read_settings", "save_entry", "save_setting"]
