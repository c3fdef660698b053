"""Text of unknown encoding: the usual ones of Chinese offices, in a safe order."""

_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)


def decoded(content: bytes) -> str | None:
    """Return the text, or ``None`` if no usual encoding fits.

    A mark at the beginning decides. Without one, each encoding is tried strictly; a
    zero character betrays UTF-16 that another encoding let pass.
    """
    marked = [name for mark, name in _MARKS if content.startswith(mark)]
    for encoding in marked or ("utf-8", "gb18030", _wide(content)):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    return None


def _wide(content: bytes) -> str:
    """Return which UTF-16 it would be, by where a letter's zero byte stands."""
    big = content[0::2].count(0) > content[1::2].count(0)
    return "utf-16-be" if big else "utf-16-le"
