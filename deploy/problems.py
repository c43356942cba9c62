"""What can stand in the way of a start, each in one sentence that says what to do.

StartProblem
├── PortInUse
└── CannotWrite
"""

import socket
from pathlib import Path


class StartProblem(Exception):
    """Base of all problems that keep the assistant from starting."""


class PortInUse(StartProblem):
    """Another program listens on a port that we need."""

    def __init__(self, port: int, setting: str) -> None:
        """Name the port and the setting that changes it."""
        super().__init__(f"Port {port} is in use. Stop the other program, or set {setting} in .env to a free port.")


class CannotWrite(StartProblem):
    """A folder that we must write to is closed to us."""

    def __init__(self, folder: Path) -> None:
        """Name the folder."""
        super().__init__(f"The folder {folder} cannot be written to. Change its permissions and try again.")


def check_port(port: int, setting: str) -> None:
    """Raise PortInUse unless the port is free on this machine."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            raise PortInUse(port, setting) from None


def check_folder(folder: Path) -> None:
    """Make the folder and raise CannotWrite unless a file can be made in it."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        probe = folder / ".write-probe"
        probe.touch()
        probe.unlink()
    except OSError:
        raise CannotWrite(folder) from None
