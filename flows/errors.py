"""What a user can get wrong: one line on the terminal, no traceback."""


class RunError(Exception):
    """The run can't start or go on. The message is one line that says what to do."""


class TableValidationError(RunError):
    """A whole table failed validation; nothing of its batch was published."""
