"""Standard input, kept."""

import io

from kgraph.sources.standard_input import kept


def test_a_long_stream_is_read_twice_from_its_beginning() -> None:
    content = bytes(range(256)) * 200_000
    again = kept(io.BytesIO(content))
    first = again()
    assert first.read(10) == content[:10]
    first.close()
    assert again().read() == content
