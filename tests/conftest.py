"""What every test needs: no window on the screen, one language, and the same hypothesis examples on every run."""

import os

from hypothesis import HealthCheck, settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# The window speaks the system's language: English on every machine that runs the tests.
os.environ["LC_ALL"] = "C.UTF-8"

settings.register_profile(
    "hallwright",
    deadline=None,  # a busy machine must not fail a true law
    derandomize=True,
    database=None,
    print_blob=False,
    suppress_health_check=[HealthCheck.too_slow],
)
# HYPOTHESIS_PROFILE=thorough looks at ten times as many, where there is an hour for it.
settings.register_profile("thorough", settings.get_profile("hallwright"), max_examples=1000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "hallwright"))
