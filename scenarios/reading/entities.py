"""Entities of XML, which unfold to any size or fetch other files: none are let in."""

from typing import IO
from xml.parsers.expat import ExpatError, ParserCreate

from scenarios.reading.faults import Place, faulty

_CHUNK = 8192


class _RootBegunError(Exception):
    """The root has begun: after it nothing can be declared any more."""


class _DeclarationError(Exception):
    """A document type is declared, which office programs never write."""


def refuse_entities(part: IO[bytes], shown: str) -> None:
    """Refuse XML that declares a document type, the only place of entities.

    Quicker than a parser that looks out for them all the way (defusedxml: twice the
    time for a whole workbook), and just as strict, in every encoding.

    Parameters
    ----------
    part
        A part of a workbook, read up to its root; what isn't XML is let through.
    shown
        The workbook's name in messages.

    Raises
    ------
    FaultyScenarioError
        If it does.
    """
    parser = ParserCreate()
    parser.StartDoctypeDeclHandler = _declared
    parser.StartElementHandler = _begun
    try:
        while chunk := part.read(_CHUNK):
            parser.Parse(chunk)
    except (_RootBegunError, ExpatError):
        return
    except _DeclarationError:
        raise faulty("entities", Place(shown)) from None


def _declared(*_: object) -> None:
    raise _DeclarationError


def _begun(*_: object) -> None:
    raise _RootBegunError
