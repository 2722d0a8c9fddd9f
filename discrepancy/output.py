"""Files that are written whole or not at all.

Invariant: whatever stands at the given name stays until the new content is complete.
"""

from __future__ import annotations

import io
import os
import stat
import tempfile
from pathlib import Path
from types import TracebackType

from discrepancy.errors import DiscrepancyError


class OutputFile:
    """A file that is replaced whole when the ``with`` block ends without an error.

    Opening it finds out whether it can be written, before any work is done. Pipes and devices
    cannot be replaced and are written to directly.

    Raises:
        DiscrepancyError: The file cannot be written.
    """

    def __init__(self, path: str | Path) -> None:
        self.name = str(path)
        # Replacing a link itself would leave the file behind it stale.
        self.path = Path(path).resolve()
        self.temporary: Path | None = None

    def __enter__(self) -> OutputFile:
        try:
            self._open()
        except OSError as error:
            raise self._failure(error) from error
        return self

    def _open(self) -> None:
        if self.path.is_dir():
            raise IsADirectoryError(21, "is a directory")
        if self.path.exists() and not stat.S_ISREG(self.path.stat().st_mode):
            self._stream: io.BufferedIOBase = self.path.open("wb")
            return
        if self.path.exists() and not os.access(self.path, os.W_OK):
            raise PermissionError(13, "permission denied")
        handle, name = tempfile.mkstemp(prefix=f".{self.path.name}.", dir=self.path.parent)
        self.temporary = Path(name)
        self._stream = os.fdopen(handle, "wb")

    def write(self, data: bytes) -> None:
        """Add ``data`` to the file.

        Raises:
            DiscrepancyError: The disk is full or failed.
        """
        try:
            self._stream.write(data)
        except OSError as error:
            raise self._failure(error) from error

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            if self.temporary and kind is None:
                # Else a power failure could leave the new name with nothing behind it.
                self._stream.flush()
                os.fsync(self._stream.fileno())
            self._stream.close()
            if self.temporary and kind is None:
                self.temporary.chmod(self._mode())
                self.temporary.replace(self.path)
        except OSError as failure:
            raise self._failure(failure) from failure
        finally:
            if self.temporary:
                self.temporary.unlink(missing_ok=True)

    def _mode(self) -> int:
        if self.path.exists():
            return stat.S_IMODE(self.path.stat().st_mode)
        # The only way to read the mask is to set it.
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask

    def _failure(self, error: OSError) -> DiscrepancyError:
        reason = (error.strerror or str(error)).lower()
        return DiscrepancyError(f"{self.name}: cannot be written ({reason}); expected a writable file name")
