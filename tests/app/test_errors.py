"""Errors a person may see."""

import pytest

from app import errors


@pytest.mark.parametrize(
    "error",
    [
        errors.RefusedError,
        errors.MissingError,
        errors.ConflictError,
        errors.InvalidInputError,
        errors.CalendarFileError,
        errors.BusyError,
    ],
)
def test_every_error_that_a_person_can_mend_is_caught_at_one_door(error):
    assert issubclass(error, errors.AppError)
