"""Who says, thinks or wants what: cues, each with the source and the content that the grammar around it gives.

``claims`` is the step itself. There is a module for each kind of cue (``verb_cues``, ``nominal_cues``, ``phrase_cues``,
...), for what a cue governs (``complements``) and for each place of content and source (``preceding``, ``relatives``,
``sources``, ``subjects``, ...).
"""
