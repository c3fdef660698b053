from string import Formatter

from bianping.words import catalogue


def blanks(text):
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def test_both_catalogues_have_the_same_keys_and_blanks():
    chinese, english = catalogue("zh").texts, catalogue("en").texts
    assert chinese.keys() == english.keys()
    for key, text in chinese.items():
        assert blanks(text) == blanks(english[key]), key
