"""From tokens to sentences, quotations and tags: what a word is, before anybody asks who says what.

Start with ``analysis``, which holds what all later steps share, and with ``tagger``, which lists the tags.
"""
