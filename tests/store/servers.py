"""A real PostgreSQL server for the tests: made in a folder of its own, reached by a socket only, stopped at the end."""

import getpass
import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_OPTIONS = (
    "listen_addresses=",
    "fsync=off",  # the tests kill clients, never the machine
    "max_connections=40",
    "shared_buffers=32MB",
)
# A server that sorts as people do, not by code points, as most do.
_SORTING = ("--locale=C.UTF-8", "--locale-provider=icu", "--icu-locale=en-US")


def binaries() -> Path | None:
    """Where the server's programs are, of the newest version that is installed."""
    found = [path.parent for path in Path("/usr/lib/postgresql").glob("*/bin/initdb")]
    if found:
        return max(found, key=lambda path: float(path.parent.name))
    on_path = shutil.which("initdb")
    return Path(on_path).parent if on_path else None


@contextmanager
def server(programs: Path) -> Iterator[str]:
    """A server with an empty database: the URL that leads there."""
    user = _user()
    with tempfile.TemporaryDirectory(prefix="pg") as folder:
        owner = pwd.getpwnam(user)
        if owner.pw_uid != os.getuid():
            os.chown(folder, owner.pw_uid, owner.pw_gid)
        data = f"{folder}/data"
        _run(user, folder, str(programs / "initdb"), "-D", data, "-A", "trust", "-E", "UTF8", "--no-sync", *_SORTING)
        options = " ".join(f'-c "{option}"' for option in (*_OPTIONS, f"unix_socket_directories={folder}"))
        control = (str(programs / "pg_ctl"), "-D", data, "-w", "-t", "60")
        _run(user, folder, *control, "-l", f"{folder}/log", "-o", options, "start")
        try:
            yield f"postgresql://{user}@/postgres?host={folder}"
        finally:
            _run(user, folder, *control, "-m", "immediate", "stop")


def _user() -> str:
    """Who runs the server: it refuses to run as root."""
    return "postgres" if os.getuid() == 0 else getpass.getuser()


def _run(user: str, folder: str, *command: str) -> None:
    other = user if os.getuid() == 0 else None
    done = subprocess.run(command, user=other, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{command[0]}: {done.stdout}{done.stderr}"
