"""The version of the package, as written when it was built."""

from __future__ import annotations

try:
    from tradebrief._version import __version__
except ImportError:  # A source tree that nothing has built yet.
    __version__ = "0.0.0"

__all__ = ["__version__"]
