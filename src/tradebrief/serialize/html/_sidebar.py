"""Beside the article: where each side stands, and who is spoken of."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from tradebrief.model import Actor, ActorId, Stance
from tradebrief.serialize.html._markup import NOTHING, Markup, element, join, words
from tradebrief.serialize.html._naming import View, label, listed, shortened, shown, sign

__all__ = ["actors", "how_to_read", "positions"]

_LONGEST_TARGET = 90  # Of the words of a target, in code points.
_SHORT_NAME = 3  # Words of a concept that is a name of its own; a longer one is the words themselves, worn down.
_FEW = 12  # Mentions of one actor that are linked to by their numbers.


def how_to_read() -> Markup:
    """What colours, lines and numbers in the article mean."""
    title = element("summary", words("How to read this page"))
    rows = (
        (element("mark", words("tinted words"), class_="claim hue-0"), "a claim; one colour for each holder"),
        (element("i", words("said"), class_="cue"), "the words that attribute it"),
        (element("span", words("C1"), class_="ref claim hue-0"), "leads to why claim 1 was read so"),
        (element("span", words("+S1"), class_="ref stance support"), "support"),
        (element("span", words("−S2"), class_="ref stance oppose"), "opposition"),
        (element("span", words("±S3"), class_="ref stance mixed"), "both"),
        (element("span", words("=S4"), class_="ref stance neutral"), "neutral, as the text says"),
        (element("span", words("~S5"), class_="ref stance outlook"), "an outlook that takes no side"),
        (element("span", words("line at the side"), class_="ruled"), "the author speaks"),
    )
    terms = (join((element("dt", sample), element("dd", words(meaning)))) for sample, meaning in rows)
    return element("details", title, element("dl", *terms), class_="legend")


def positions(view: View, anchors: AbstractSet[str]) -> Markup:
    """The stances of each holder, side by side where they are about the same thing."""
    groups: dict[ActorId, dict[str, list[Stance]]] = {}
    for stance in view.brief.stances:
        groups.setdefault(stance.holder, {}).setdefault(view.concept(stance), []).append(stance)
    title = element(view.heading(1), words("Positions"), id=view.id("positions"))
    if not groups:
        return element("section", title, element("p", words("No stance was read."), class_="none"))
    holders = [_holder(view, holder, concepts, anchors) for holder, concepts in groups.items()]
    return element("section", title, *holders, class_="positions", aria_labelledby=view.id("positions"))


def _holder(view: View, holder: ActorId, concepts: dict[str, list[Stance]], anchors: AbstractSet[str]) -> Markup:
    name = element("a", shown(view.actor_name(holder)), href=f"#{view.actor_id(holder)}")
    items = [_position(view, concept, stances, anchors) for concept, stances in concepts.items()]
    return element(
        "div", element(view.heading(2), name, class_=view.hue(holder)), element("ul", *items), class_="holder"
    )


def _position(view: View, concept: str, stances: list[Stance], anchors: AbstractSet[str]) -> Markup:
    sides = join(_side(view, stance, anchors) for stance in stances)
    target = stances[0].target
    if target is None or target.actor is not None:
        return element("li", element("span", shown(concept), class_="concept"), sides)
    named = shortened(view.brief[target.span], _LONGEST_TARGET)
    is_other = concept.casefold() not in named.casefold() and len(concept.split()) <= _SHORT_NAME
    other = element("small", words(" = "), shown(concept)) if is_other else NOTHING
    return element("li", element("span", shown(named), other, class_="concept"), sides)


def _side(view: View, stance: Stance, anchors: AbstractSet[str]) -> Markup:
    side = label(stance.polarity) if stance.polarity else "outlook"
    how = listed(
        label(stance.polarity) if stance.polarity else None,
        label(stance.act),
        label(stance.outlook) if stance.outlook else None,
        "on conditions" if stance.conditions else None,
    )
    name = f"{sign(stance)}S{view.stance_numbers[stance.id]}"
    anchor = f"{view.stance_id(stance)}-words"
    place = (
        element("a", words(name), class_=f"ref stance {side}", href=f"#{anchor}", aria_label=f"{name}, to its words")
        if anchor in anchors
        else element("span", words(name), class_=f"ref stance {side}")
    )
    return element("span", place, words(f" {how}"), class_="side")


def actors(view: View, anchors: AbstractSet[str]) -> Markup:
    """Who is spoken of, with where."""
    title = element(view.heading(1), words("Actors"), id=view.id("actors"))
    found = view.brief.actors
    if not found:
        return element("section", title, element("p", words("No actor was found."), class_="none"))
    items = (_actor(view, actor, anchors) for actor in found)
    return element("section", title, element("ul", *items), class_="actors", aria_labelledby=view.id("actors"))


def _actor(view: View, actor: Actor, anchors: AbstractSet[str]) -> Markup:
    name = element("b", shown(view.actor_name(actor.id)), class_=f"name {view.hue(actor.id)}")
    about = words(f" {listed(label(actor.kind), actor.country)}")
    roles = [shown(shortened(role.title)) for role in actor.roles]
    told = element("span", *_between(roles), class_="roles") if roles else NOTHING
    return element(
        "li", name, element("small", about), told, _mentions(view, actor, anchors), id=view.actor_id(actor.id)
    )


def _between(parts: list[Markup]) -> Iterator[Markup]:
    for place, part in enumerate(parts):
        yield words("; ") if place else NOTHING
        yield part


def _mentions(view: View, actor: Actor, anchors: AbstractSet[str]) -> Markup:
    """Numbers that lead to where an actor is mentioned."""
    base = view.actor_id(actor.id)
    links = [
        element("a", words(str(number)), href=f"#{base}-words-{number}", aria_label=f"mention {number}")
        for number in range(1, min(len(actor.mentions), _FEW) + 1)
        if f"{base}-words-{number}" in anchors
    ]
    count = len(actor.mentions)
    more = words(f" of {count}") if count > len(links) else NOTHING
    told = words("mention " if count == 1 else "mentions ")
    spaced = join(join((link, words(" "))) for link in links)
    return element("span", told, spaced, more, class_="mentions")
