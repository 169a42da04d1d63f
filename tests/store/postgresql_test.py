#!/usr/bin/env python3
"""Runs the tests tagged [engine] or [server] on a PostgreSQL server of its own, made for the time of the test in a new folder.

usage: postgresql_test.py <test program>
Ends with 77 (skipped) where no PostgreSQL server is installed.
"""

import os
import pwd
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path


def tool(name):
    """A program of the newest PostgreSQL installed."""
    found = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"))
    return str(found[-1]) if found else shutil.which(name)


def unprivileged():
    """The server refuses to run as root."""
    if os.geteuid() != 0:
        return {}
    for name in "postgres", "nobody":
        try:
            return {"user": pwd.getpwnam(name).pw_uid}
        except KeyError:
            pass
    sys.exit(77)


def main(program):
    if not (tool("initdb") and tool("pg_ctl")):
        sys.exit(77)
    who = unprivileged()
    with tempfile.TemporaryDirectory(prefix="patio-pg-", dir="/tmp", ignore_cleanup_errors=True) as folder:
        if who:
            os.chown(folder, who["user"], -1)
        data = f"{folder}/data"
        quiet = {"stdout": subprocess.DEVNULL, "cwd": folder, **who}
        # A French order of words on the server, so that a text order that is not ours would show.
        subprocess.run([tool("initdb"), "-D", data, "-U", "patio", "-A", "trust", "-E", "UTF8", "--no-sync", "--locale=C",
                        "--locale-provider=icu", "--icu-locale=fr"], check=True, **quiet)
        options = f"-k {folder} -c listen_addresses='' -c max_connections=100"
        subprocess.run([tool("pg_ctl"), "-D", data, "-w", "-o", options, "-l", f"{folder}/log", "start"], check=True, **quiet)
        try:
            address = f"postgresql://patio@/postgres?host={folder}"
            done = subprocess.run([program, "[engine],[server]", *sys.argv[2:]], env={**os.environ, "PATIO_TEST_POSTGRESQL": address})
        finally:
            subprocess.run([tool("pg_ctl"), "-D", data, "-m", "immediate", "stop"], **quiet)
    return done.returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
