"""Bytes of real files, broken in ways that files break or are broken."""

from hypothesis import strategies as st

TOKENS = (
    b"%YAML 9\n", b"extends: flat.yaml\n", "编号".encode(), "岗位".encode("gb18030"),
    b"&a ", b"*a", b"!!python/object:os.system ", b"<<: ", b"\t", b"---\n",
    b"[", b"]", b"{", b"}", b"'", b'"', b"|\n", b"? ", b"- ", b": ", b"\x00", b"\x85",
    b"\xff\xfe", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"\xef\xbc\x9a", b"\r", b"\n\n",
    b"1e999", b".nan", b"-0", b"9" * 400, b"0x1F", b"9999-99-99", b"0000-00", b"null",
    b",,,,", b'"\n', b"=1+1", b"<a>", b"&lt;", b"&x;", b"\\u0000",
    b"table: t.csv", b"id: x",
)  # fmt: skip
"""What upsets readers of YAML, CSV and XML."""


@st.composite
def broken(draw, original):
    """Return some file's bytes with a few cuts, copies and foreign bodies in them."""
    content = (
        draw(st.sampled_from(original)) if isinstance(original, list) else original
    )
    for _ in range(draw(st.integers(1, 4))):
        begin = draw(st.integers(0, len(content)))
        end = min(len(content), begin + draw(st.integers(0, 60)))
        middle = draw(
            st.one_of(
                st.sampled_from(TOKENS),
                st.binary(max_size=6),
                st.just(content[begin:end] * 3),
                st.just(b""),
            )
        )
        content = content[:begin] + middle + content[end:]
    return content
