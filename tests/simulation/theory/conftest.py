import pytest

from simulation.play import team_year


@pytest.fixture(params=["reckoned", "played"])
def either_way(request, monkeypatch):
    """Have a line that could be reckoned so, and then played event by event."""
    if request.param == "played":
        monkeypatch.setattr(team_year, "one_line", lambda *_: None)
