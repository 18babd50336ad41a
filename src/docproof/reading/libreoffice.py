"""LibreOffice as a converter of files: one process for many, and nothing of the user's touched."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from docproof.model import ReadError

VARIABLE = "DOCPROOF_SOFFICE"
COMMANDS = ("soffice", "libreoffice")
PATIENCE = 60.0  # seconds from one finished file to the next, and to the first
LOOK_EVERY = 0.5  # seconds
FILTER = "docx:MS Word 2007 XML"
# A file that can always be converted goes first and last: the first shows that LibreOffice works, the last that it
# has gone through all files, whatever its exit status.
FIRST, LAST, TRIFLE = "first", "last", b"{\\rtf1 a}"
SETTINGS = (
    ("Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Office.Common/Security/Scripting", "DisableActiveContent", "true"),
    ("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Office.Common/Misc", "CrashReport", "false"),
    ("Office.Writer/Content/Update", "Link", "0"),
    ("Office.Calc/Content/Update", "Link", "1"),
    ("Inet/Settings", "ooInetProxyType", "2"),
    ("Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPProxyPort", "9"),
    ("Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPSProxyPort", "9"),
    ("Inet/Settings", "ooInetNoProxy", ""),
)  # no macros, no linked contents, and a proxy that leads nowhere
LOCALE = {"LC_ALL": "C.UTF-8"}  # paths in any script
OWN_FOLDERS = ("TMPDIR", "TMP", "TEMP", "XDG_CONFIG_HOME", "XDG_RUNTIME_DIR")
HELP = "请确认它能打开文件后重试，或在 Word、WPS 中另存为 .docx 后再校对"


def find() -> str | None:
    """LibreOffice's command: what DOCPROOF_SOFFICE names, else on the PATH, else in the usual places."""
    if named := os.environ.get(VARIABLE):
        return os.path.abspath(shutil.which(named) or named)
    for command in COMMANDS:
        found = shutil.which(command)
        if found and os.path.isabs(found):  # on Windows one beside the drafts would come first
            return found
    return next(_in_usual_places(), None)


def convert(command: str, sources: Sequence[Path], target: Path) -> None:
    """Write each source as .docx into the folder `target`, under its stem; what cannot be converted is left out.

    A source that makes LibreOffice hang or crash costs a new start, not the others: those after it go on from there,
    and it is left out when it does so as the first in line. Raises ReadError where LibreOffice itself does not work.
    """
    rest = list(sources)
    while rest:
        if _run(command, rest, target):
            return
        done = [_is_whole(target / f"{source.stem}.docx") for source in rest]
        stopped = len(done) - done[::-1].index(True) if True in done else 0
        rest = rest[stopped or 1 :]


def _run(command: str, sources: Sequence[Path], target: Path) -> bool:
    """Start LibreOffice once, with a profile of its own; whether it went through all files."""
    with TemporaryDirectory(prefix="run-", dir=target.parent, ignore_cleanup_errors=True) as work:
        trifles = [Path(work, f"{name}.rtf") for name in (FIRST, LAST)]
        for trifle in trifles:
            trifle.write_bytes(TRIFLE)
            (target / f"{trifle.stem}.docx").unlink(missing_ok=True)
        profile = Path(work, "profile")
        _write_settings(profile)
        arguments = [
            command,
            f"-env:UserInstallation={profile.as_uri()}",
            *("--headless", "--nologo", "--nodefault", "--norestore", "--nolockcheck", "--nofirststartwizard"),
            *("--convert-to", FILTER, "--outdir", str(target)),
            *map(str, (trifles[0], *sources, trifles[1])),
        ]
        _wait(arguments, work, target)
    works, went_through = (target / f"{name}.docx" for name in (FIRST, LAST))
    if not _is_whole(works):
        raise ReadError(f"LibreOffice（{command}）没有正常运行，文件没有读成；{HELP}")
    return went_through.exists()


def _wait(arguments: list[str], work: str, target: Path) -> None:
    """Wait until the process ends, or end it once no file has been finished for PATIENCE seconds."""
    environment = os.environ | LOCALE | dict.fromkeys(OWN_FOLDERS, work)
    try:
        process = subprocess.Popen(
            arguments,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            cwd=work,
            env=environment,
            start_new_session=True,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),  # Windows
        )
    except OSError as e:
        raise ReadError(f"LibreOffice（{arguments[0]}）启动不了（{e.strerror or e}）；{HELP}") from None
    try:
        finished, since = -1, time.monotonic()
        while time.monotonic() - since < PATIENCE:
            try:
                process.wait(LOOK_EVERY)
                return
            except subprocess.TimeoutExpired:
                count = len(os.listdir(target))
                if count != finished:
                    finished, since = count, time.monotonic()
    finally:
        _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the process with its children: what is called soffice is a launcher."""
    if sys.platform == "win32":
        if process.poll() is None:
            subprocess.run(["taskkill", "/F", "/T", "/PID", str(process.pid)], capture_output=True, check=False)
    else:
        import signal

        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _write_settings(profile: Path) -> None:
    items = "".join(
        f'<item oor:path="/org.openoffice.{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>\n'
        for path, name, value in SETTINGS
    )
    folder = profile / "user"
    folder.mkdir(parents=True)
    (folder / "registrymodifications.xcu").write_text(
        '<?xml version="1.0" encoding="UTF-8"?>\n<oor:items xmlns:oor="http://openoffice.org/2001/registry">\n'
        f"{items}</oor:items>\n",
        encoding="utf-8",
    )


def _is_whole(path: Path) -> bool:
    """Whether a .docx has been written to its end; what was broken off is removed."""
    whole = path.exists() and zipfile.is_zipfile(path)
    if not whole:
        path.unlink(missing_ok=True)
    return whole


def _in_usual_places() -> Iterator[str]:
    places = [Path("/Applications/LibreOffice.app/Contents/MacOS/soffice")]
    for variable in ("ProgramFiles", "ProgramFiles(x86)"):
        if folder := os.environ.get(variable):
            places.append(Path(folder, "LibreOffice", "program", "soffice.exe"))
    places += sorted(Path("/opt").glob("libreoffice*/program/soffice"), reverse=True)
    return (str(place) for place in places if place.is_file())
