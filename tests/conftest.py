"""Settings that all tests share."""

import os

from hypothesis import HealthCheck, settings

# The same examples on every run and machine: a failure there is a failure everywhere.
settings.register_profile(
    "ci", derandomize=True, deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow]
)
# A few, where another Python has tried the rest.
settings.register_profile(
    "quick",
    derandomize=True,
    deadline=None,
    max_examples=10,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
# New examples on every run, to find what the others have missed.
settings.register_profile("dev", deadline=None, max_examples=100, print_blob=True)
# Many, for a long look: HYPOTHESIS_PROFILE=thorough pytest tests/laws/test_input_formats.py
settings.register_profile(
    "thorough", deadline=None, max_examples=2_000, print_blob=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "dev"))
