from tests.unit.safety.conftest import home

__all__ = ["home"]
