"""How this calendar was last looked at: texts by name; no part of its history."""

from app.storage.engine import Engine


def setting(engine: Engine, name: str) -> str | None:
    """Return a setting, or nothing where it was never kept."""
    rows = engine.read("SELECT value FROM view_setting WHERE name = :name", name=name)
    return rows[0]["value"] if rows else None


def keep_setting(engine: Engine, name: str, value: str) -> None:
    """Keep a setting, in place of its earlier value."""
    with engine.write():
        engine.run(
            """
            INSERT INTO view_setting (name, value) VALUES (:name, :value)
            ON CONFLICT (name) DO UPDATE SET value = excluded.value
            """,
            name=name,
            value=value,
        )
