"""The bytes of a file that somebody chose."""

import os
import sys
import threading
from pathlib import Path

import pytest

from app.errors import InvalidInputError
from app.exchange.file_bytes import file_bytes
from app.exchange.limits import MOST_BYTES

pipes = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no named pipes in folders")


def test_a_file_is_returned_whole(tmp_path):
    path = tmp_path / "plan.csv"
    path.write_bytes(b"a\r\nb\x1a")
    assert file_bytes(path) == b"a\r\nb\x1a"


def test_what_is_larger_than_any_plan_is_refused_before_it_is_read(tmp_path):
    path = tmp_path / "plan.csv"
    with path.open("wb") as file:
        file.truncate(MOST_BYTES + 1)
    with pytest.raises(InvalidInputError, match="is larger than 25 MB"):
        file_bytes(path)


@pytest.mark.parametrize(
    ("name", "said"), [("none.csv", "There is no file"), (".", "cannot be opened")]
)
def test_what_cannot_be_read_is_one_sentence(name, said, tmp_path):
    with pytest.raises(InvalidInputError, match=said):
        file_bytes(tmp_path / name)


@pipes
def test_what_never_ends_is_not_read_to_its_end():
    with pytest.raises(InvalidInputError, match="is larger than 25 MB"):
        file_bytes(Path("/dev/zero"))


@pipes
def test_a_pipe_that_nobody_writes_to_is_not_waited_for(tmp_path):
    path = tmp_path / "pipe"
    os.mkfifo(path)
    assert file_bytes(path) == b""


@pipes
def test_what_somebody_writes_into_a_pipe_is_read():
    there, here = os.pipe()
    writer = threading.Thread(target=lambda: os.close(here) if os.write(here, b"[]") else None)
    writer.start()
    try:
        assert file_bytes(Path(f"/dev/fd/{there}")) == b"[]"
    finally:
        writer.join()
        os.close(there)
