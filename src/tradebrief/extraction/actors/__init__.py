"""Who is mentioned, and who is who.

``names`` and ``descriptions`` find the stretches that may mean somebody, ``mentions`` puts them together, ``casting``
decides which mean one actor, and ``pronouns`` joins the rest.
"""
