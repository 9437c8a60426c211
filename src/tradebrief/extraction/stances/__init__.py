"""Where actors stand, on what, and how firmly.

``stances`` is the step itself. Stances rest on claims (``from_claims``), on judgments (``from_judgments``), or on words
that take a side wherever they stand (``words``); ``holders`` and ``targets`` tell whose and toward what.
"""
