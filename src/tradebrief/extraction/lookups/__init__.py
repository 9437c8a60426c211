"""What the steps look up: the lexicon's words and rules by their first token, and the names of kinds and acts.

``index`` holds all of them; the others are its parts, and the ways to find a phrase of several words at its place.
"""
