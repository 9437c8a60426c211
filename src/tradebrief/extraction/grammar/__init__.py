"""Phrases and clauses over tags, each found by a bounded walk from one token.

Noun phrases and verb groups stand in ``phrases``, where clauses begin and end in ``clauses``. Nothing here knows an
actor or a cue.
"""
