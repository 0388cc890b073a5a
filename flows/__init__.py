"""Orchestration: the Prefect flow, its tasks and settings, and the command line.

Importing this package sets defaults in the environment for the libraries that read them on import. What the
user has set wins.
"""

import os

DEFAULTS = {
    "DO_NOT_TRACK": "1",
    "GX_ANALYTICS_ENABLED": "false",
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
    "PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS": "120",
}
"""No telemetry, and patience with the temporary server on a busy machine."""

QUIET_DEFAULTS = {
    "PREFECT_LOGGING_LEVEL": "CRITICAL",
    "PREFECT_LOGGING_TO_API_ENABLED": "false",
    "PREFECT_SERVER_LOGGING_LEVEL": "CRITICAL",
}
"""For runs without a server that keeps the logs: the command line reports by itself."""

for _name, _value in DEFAULTS.items():
    os.environ.setdefault(_name, _value)
