"""What can be wrong with an output folder. Each message is one line that a user can act on."""


class DatasetError(Exception):
    """The dataset can't be opened or written."""


class DatasetLockedError(DatasetError):
    """Another run is writing the dataset."""


class CorruptDatasetError(DatasetError):
    """A file of the dataset is broken, missing, or of another contract."""


class OutputNotWritableError(DatasetError):
    """The output folder can't be made or written to."""
