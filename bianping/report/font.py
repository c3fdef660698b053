"""The characters that a report needs, to be carried in its file.

A machine without any Chinese font shows the report all the same.
"""

from base64 import b64encode
from io import BytesIO

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

from plots.style import font_file


def embedded_font(text: str) -> str:
    """Return Noto Sans SC with a text's characters only, as WOFF in base 64."""
    options = Options()
    options.set(layout_features=["kern"], notdef_outline=True, hinting=False)
    with TTFont(font_file(), recalcTimestamp=False, lazy=True) as font:
        subsetter = Subsetter(options)
        subsetter.populate(text=text)
        subsetter.subset(font)
        font.flavor = "woff"
        content = BytesIO()
        font.save(content)
    return b64encode(content.getvalue()).decode("ascii")
