"""Errors a person may see: each message is one sentence with the way out."""


class AppError(Exception):
    """A refusal that the user can understand and act on."""


class RefusedError(AppError):
    """The person may not do this, or the rules of the calendar forbid it."""


class MissingError(AppError):
    """What was asked for is not in the calendar."""


class ConflictError(AppError):
    """Somebody else changed the same thing first."""


class InvalidInputError(AppError):
    """The input names a row, field or file that cannot be used."""


class CalendarFileError(AppError):
    """The calendar file cannot be opened or written."""


class OlderFileError(CalendarFileError):
    """The calendar must be brought up to date before it can be read."""


class BusyError(AppError):
    """Another program holds the calendar at this moment."""
