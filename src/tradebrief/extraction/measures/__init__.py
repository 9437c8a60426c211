"""Rates, amounts, dates, goods, agreements and policies, with their values, and what a target is called.

``measures`` is the step itself; ``concepts`` names what a stance is about, wherever in a text it stands.
"""
