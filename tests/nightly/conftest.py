"""How long the nightly tests search, and what they say of it; the table of the goals is made of what they say."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, Phase, settings


@pytest.fixture
def search(request: pytest.FixtureRequest) -> settings:
    """As many examples as ``--examples`` says, the same each time."""
    return settings(
        max_examples=request.config.getoption("--examples"),
        derandomize=True,
        database=None,
        deadline=None,
        phases=[Phase.explicit, Phase.generate, Phase.shrink],
        suppress_health_check=list(HealthCheck),
    )
