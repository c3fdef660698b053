"""Who decides: the officers that a decision passes on its way up."""

from scenarios import Town
from scenarios.language.base import Layer, PostId
from scenarios.language.structure import LAYERS
from scenarios.language.work import Stream


def officers(town: Town, stream: Stream, up_to: Layer) -> list[tuple[Layer, PostId]]:
    """Return the layers that a decision passes, each with its officer's post.

    They are the layers that the design has, from the lowest up to the one named; if
    it has none so low, the next one above, since somebody must decide. An officer
    who is on two layers in a row decides once.
    """
    passed: list[tuple[Layer, PostId]] = []
    for layer in (layer for layer in LAYERS if layer in town.layers):
        if LAYERS.index(layer) > LAYERS.index(up_to) and passed:
            break
        post = _officer(town, stream, layer)
        if post is not None and (not passed or passed[-1][1] != post):
            passed.append((layer, post))
    return passed


def officers_above(
    town: Town, stream: Stream, layer: Layer | None = None
) -> tuple[PostId, ...]:
    """Return the officers above a layer of the design, or all, from the lowest."""
    above = LAYERS[LAYERS.index(layer) + 1 :] if layer is not None else LAYERS
    found = (_officer(town, stream, one) for one in above if one in town.layers)
    return tuple(dict.fromkeys(post for post in found if post is not None))


def _officer(town: Town, stream: Stream, layer: Layer) -> PostId | None:
    unit = stream.unit
    if unit is None and stream.post is not None:
        unit = town.posts[stream.post].unit
    if unit is not None:
        return town.officer(layer, unit)
    if layer == "leader":
        return town.leader
    return town.lead_of_stream(stream.id) if layer == "module_lead" else None
