"""Standard input, which comes once, kept to be read twice."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable
from typing import BinaryIO


def kept(stream: BinaryIO) -> Callable[[], BinaryIO]:
    """What gives the content of a stream from its beginning, each time it is called; meanwhile it lies in a temporary file without a name.

    >>> import io
    >>> again = kept(io.BytesIO(b"a"))
    >>> again().read(), again().read()
    (b'a', b'a')
    """
    copy = tempfile.TemporaryFile()  # noqa: SIM115  (it is gone when nobody can ask any more)
    shutil.copyfileobj(stream, copy)
    copy.flush()

    def again() -> BinaryIO:
        copy.seek(0)
        return os.fdopen(os.dup(copy.fileno()), "rb")

    return again
