"""Lists of ids in pieces."""

from app.storage.rows import read_for, tuple_of, tuples_for


def test_a_list_of_any_length_is_read_once_per_value(engine):
    names = [f"setting {number}" for number in range(1200)]
    with engine.write():
        engine.run_many(
            "INSERT INTO view_setting VALUES (:name, :value)",
            [{"name": name, "value": ""} for name in names],
        )
    sql = "SELECT name FROM view_setting WHERE name IN {these}"
    found = [row["name"] for row in read_for(engine, sql, [*names, *names, "nowhere"])]
    assert sorted(found) == sorted(names)
    assert sorted(tuples_for(engine, sql, names)) == sorted((name,) for name in names)
    assert list(read_for(engine, sql, [])) == []


def test_a_json_column_is_a_tuple():
    assert tuple_of("[]") == ()
    assert tuple_of('["a",1]') == ("a", 1)
