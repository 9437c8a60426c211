"""Candidates into actors: each finds the actor that it means, or founds one."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import islice

from tradebrief.extraction.actors.authors import Bylines
from tradebrief.extraction.actors.bodies import Bodies, Body
from tradebrief.extraction.actors.candidates import Candidate
from tradebrief.extraction.actors.founding import id_of, noun_of
from tradebrief.extraction.actors.homonyms import UNDECIDED
from tradebrief.extraction.actors.introductions import just_named, named_next, trade_before
from tradebrief.extraction.actors.offices import Office, Offices, one_here
from tradebrief.extraction.actors.persons import Namesake, People, is_person_name
from tradebrief.extraction.actors.players import Player, folded_words
from tradebrief.extraction.actors.possessed import Possessed
from tradebrief.extraction.actors.roles import (
    after_owner,
    country_of_title,
    gender_of,
    name_start,
    office_words,
    set_off_title,
    state_before,
    state_of_office,
    title_role,
)
from tradebrief.extraction.actors.titles import portfolio_end
from tradebrief.extraction.lookups.kinds import (
    ANONYMOUS,
    AUTHOR,
    BLOC,
    COUNTRY,
    DEMONYM,
    GOVERNMENT,
    GROUP,
    NAME,
    ORGANIZATION,
    PERSON,
    SUBNATIONAL,
)
from tradebrief.extraction.tagging.analysis import Analysis

__all__ = ["Casting"]

_INDEFINITE, _REACH = frozenset({"a", "an", "another", "one"}), 4  # Words from an article to its noun.
_MOST_UNNAMED = 10  # Sources without a name whom one description may mean.


class Casting(Possessed):
    """The actors so far, and how a candidate finds its own."""

    def __init__(self, analysis: Analysis, candidates: Sequence[Candidate]) -> None:
        super().__init__(analysis)
        self._candidates = candidates
        self._people = People(analysis, candidates)
        self._bodies = Bodies(analysis, candidates)
        self._offices = Offices(self._identity)
        self._portfolio_bodies = analysis.index.sets["groups.portfolio_bodies"]
        self._bylines = Bylines(analysis, candidates, self._people)
        self._authors = {id(person) for person in self._bylines.authors}
        self._parted = self._names_of_two()
        self._waiting: list[tuple[Candidate, Player, bool]] = []
        self._states: set[str] = set()
        self._organizations_here: dict[int, Body] = {}
        self._companies_here: dict[int, Body] = {}
        self._persons_here: dict[int, Player] = {}
        self._founded: dict[int, Body] = {}  # The bodies that the lexicon does not know, by their actors.
        self._topic_companies: dict[int, Body] = {}  # Those of them that the headline names.
        self._read_paragraph = -1
        self._named_last: Player | None = None
        headline = analysis.article.headline
        self._headline_end = headline.end if headline is not None else 0

    def player_of(self, number: int, beside: Candidate | None = None) -> Player | None:
        """The actor of a candidate, with the mention and what it tells of the actor noted; None if nobody is meant.

        Args:
            number: Which candidate it is.
            beside: A name beside which it stands and whose actor it means.
        """
        candidate = self._candidates[number]
        paragraph = self._paragraph(candidate.first)
        if paragraph != self._read_paragraph:
            self._read_paragraph, self._countries_here, self._states_here = paragraph, set(), set()
            self._organizations_here, self._companies_here, self._persons_here = {}, {}, {}
        player = self._find(beside or candidate)
        if player is None:
            return None
        if beside is not None and candidate.kind is ORGANIZATION:
            self.note_apposition(candidate, beside)
        player.mention(candidate.first, candidate.end, candidate.form, candidate.rule)
        if player.country is None and player.kind is ORGANIZATION and candidate.form is NAME:
            player.country = self._country_before(number)
        if player.country is not None:
            self._countries_here.add(player.country)
            if player.kind is not ORGANIZATION:
                self._states_here.add(player.country)
            self._countries[player.country] += 1
            if player.kind is SUBNATIONAL:
                self._states.add(player.id)
        if candidate.form is NAME and self._analysis.tokens.starts[candidate.first] < self._headline_end:
            body = self._founded.get(id(player))
            if body is not None and self._bodies.may_be_company(body):
                self._topic_companies[id(body)] = body
        if player.kind is PERSON:
            self._persons_here[id(player)] = player
            self._note_title(number, candidate, player)
            if candidate.form is NAME:
                self._named_last = player
        return player

    def is_owned_association(self, candidate: Candidate) -> bool:
        """Whether a description is of what people found for themselves, with whose it is: "the bakers' union"."""
        owned = not set("GS").isdisjoint(self._analysis.tags[candidate.first : noun_of(candidate)[0]])
        return owned and candidate.head in self._analysis.index.sets["groups.associations"]

    def note_apposition(self, candidate: Candidate, name: Candidate) -> None:
        """Note the noun of a description for the body beside whose name it stands: "Ode, a kelp processor"."""
        fits = self._bodies.fits(name)
        if len(fits) == 1:
            self._bodies.describe(fits[0], self._analysis.tokens.lowers[slice(*noun_of(candidate))])

    def _country_before(self, number: int) -> str | None:
        """The country whose a body's name says it is: "Egypt's Ministry of Trade", "the Danish Ode Group"."""
        owner, first = self._candidates[number - 1] if number else None, self._candidates[number].first
        if owner is None or owner.entry is None or owner.entry.kind is not COUNTRY:
            return None
        owns = owner.end == first - 1 and self._analysis.tags[owner.end] == "G"
        return owner.country if owns or (owner.end == first and owner.form is DEMONYM) else None

    def give_office(self, name: Candidate, number: int) -> None:
        """Note the office that a candidate is, beside a person's name."""
        player, office = self._find(name), self._candidates[number]
        if player is not None:
            state = state_of_office(self._analysis, office.first, office.end)
            country = office.country or country_of_title(self._analysis, self._candidates, number)
            if state is not None:
                country = country or state.country
                player.place = player.place or state.id
            player.gender = player.gender or gender_of(self._analysis, office.first, office.end)
            player.country = player.country or country
            first = after_owner(self._analysis, office.first, office.end)
            player.offices.append((office.first, office.end))
            self._note_office(player, first, office.end, "role.apposition", country)

    def settle(self, cast: Sequence[tuple[Candidate, Player]]) -> list[tuple[Candidate, Player]]:
        """The mentions, with descriptions joined to persons whom the text names later with that very office."""
        moved: dict[int, Player] = {}
        for candidate, own, unsure in self._waiting:
            office = self._office_of(candidate)
            paragraph = self._paragraph(candidate.first)
            holders = [
                player
                for player in self._offices.holders(office, paragraph)
                if player is not own and id(player) not in moved
            ]
            told = len(office.words) > 1 or self._analysis.tokens.starts[candidate.first] < self._headline_end
            if len(holders) == 1 and told and self._offices.is_named(holders[0]):
                moved[id(own)] = holders[0]
                holders[0].mentions.update(own.mentions)
                holders[0].offices.extend(own.mentions)
                own.mentions = {}
            elif not holders and (named := named_next(self._analysis, candidate, cast, self._paragraphs)) is not None:
                moved[id(own)] = named
                named.mentions.update(own.mentions)
                named.offices.extend(own.mentions)
                own.mentions = {}
            elif unsure:
                self._leave_open(candidate, "an office of a country or state that may be another's")
        if not moved:
            return list(cast)
        return [(candidate, moved.get(id(player), player)) for candidate, player in cast]

    def author_at(self, token: int) -> Player:
        """The author who speaks at a token: the one in the byline, the one whom the format states, or whoever it is."""
        author = self._bylines.author_at(token)
        if author is None:
            return self._by_key.get("author") or self._new("author", "author", "author", AUTHOR)
        if isinstance(author, str):
            key, id = ("author", author), id_of(AUTHOR, author)
            return self._by_key.get(key) or self._new(key, id, author, AUTHOR)
        return self._namesake(author)

    def _find(self, candidate: Candidate) -> Player | None:
        if candidate.form is NAME and candidate.rule != "actor.named-body":
            if candidate.kind is PERSON:
                return self._person(candidate)
            if candidate.kind is ORGANIZATION or candidate.kind is BLOC:
                return self._body(candidate)
            if candidate.entry is None:
                return self._namesake_of_country(candidate)
        return self._of_entry(candidate.entry) if candidate.entry is not None else self._described(candidate)

    def _described(self, candidate: Candidate) -> Player:
        """The actor of a description."""
        kind = candidate.kind
        if kind is PERSON:
            return self._officer(candidate)
        if kind is GOVERNMENT:
            return self._government(candidate)
        if kind is ORGANIZATION or kind is BLOC:
            return self._described_body(candidate)
        if kind is COUNTRY:
            return self._described_country(candidate)
        return self._own(candidate, kind or GROUP)

    def _namesake_of_country(self, candidate: Candidate) -> Player | None:
        """An actor of its own for a name that may be a country's or a state's; None for any other."""
        if candidate.rule != UNDECIDED:
            return None
        self._leave_open(candidate, "a name of a country and a state, of which nothing tells which it is")
        return self._own(candidate, COUNTRY)

    def _namesake(self, person: Namesake) -> Player:
        """The actor of a person who is named in full."""
        if person.player is None:
            if person.entry is not None:
                person.player = self._of_entry(person.entry)
            else:
                kind = AUTHOR if id(person) in self._authors else PERSON
                person.player = self._new(person, id_of(kind, person.written), person.written, kind)
        return person.player

    def _person(self, candidate: Candidate) -> Player:
        """The person of a name: the only one who has it, or whom the place decides for."""
        written = self._people.name_of(candidate)
        person = self._people.full(written)
        if person is not None:
            self._people.read_full(person, candidate.first)
            return self._namesake(person)
        bearers, lowers = self._people.bearers(written), self._analysis.tokens.lowers
        if bearers and candidate.end < len(lowers) and lowers[candidate.end] in self._identity.families:
            return self._family(candidate)
        if bearers and candidate.title is not None:
            bearers = self._not_of_other_gender(candidate, bearers)
        if written in self._parted:
            bearers = self._of_gender(candidate, bearers)
        if len(bearers) > 1:
            bearers = self._titled(candidate, bearers)
            if len(bearers) > 1:
                chosen = self._people.choose(candidate, bearers, self._paragraph(candidate.first))
                bearers = [chosen] if chosen is not None else []
            if not bearers:
                self._leave_open(candidate)
        if bearers:
            return self._namesake(bearers[0])
        gender = self._parting_gender(candidate)
        name = folded_words(self._analysis, name_start(candidate) if gender else candidate.first, candidate.end)
        key = (PERSON, written, gender)
        return self._by_key.get(key) or self._new(key, id_of(PERSON, name), name, PERSON)

    def _names_of_two(self) -> frozenset[object]:
        """The single names that the text gives a man and a woman: "Mr. Lee met Ms. Lee"."""
        genders: dict[object, set[str]] = {}
        for candidate in self._candidates:
            if candidate.title is not None and is_person_name(candidate):
                gender = gender_of(self._analysis, *candidate.title)
                if gender is not None:
                    genders.setdefault(self._people.name_of(candidate), set()).add(gender)
        return frozenset(name for name, found in genders.items() if len(found) > 1)

    def _parting_gender(self, candidate: Candidate) -> str | None:
        """The gender that a title tells where it parts two people of one name."""
        if candidate.title is None or self._people.name_of(candidate) not in self._parted:
            return None
        return gender_of(self._analysis, *candidate.title)

    def _of_gender(self, candidate: Candidate, bearers: Sequence[Namesake]) -> Sequence[Namesake]:
        """Those with a full name whom one of two people of a single name can be; noted where that stays open."""
        gender = self._parting_gender(candidate)
        if gender is not None and not bearers:
            return ()
        told = [one for one in bearers if one.player is not None and one.player.gender]
        if gender is not None and told:
            return [one for one in told if one.player is not None and one.player.gender == gender]
        self._leave_open(candidate)
        return ()

    def _not_of_other_gender(self, candidate: Candidate, bearers: Sequence[Namesake]) -> Sequence[Namesake]:
        """The bearers of a name save those whom the text has told to be a man where the title is a woman's, or so."""
        gender = gender_of(self._analysis, *candidate.title) if candidate.title is not None else None
        if gender is None:
            return bearers
        return [one for one in bearers if one.player is None or one.player.gender in {None, gender}]

    def _family(self, candidate: Candidate) -> Player:
        """The family of a name ("the Lund family"), who is none of its members."""
        name = folded_words(self._analysis, candidate.first, candidate.end + 1)
        key = (GROUP, name.lower())
        return self._by_key.get(key) or self._new(key, id_of(GROUP, name), name, GROUP)

    def _titled(self, candidate: Candidate, bearers: Sequence[Namesake]) -> Sequence[Namesake]:
        """Those of several namesakes whom a title before the name can mean."""
        if candidate.title is None:
            return bearers
        gender = gender_of(self._analysis, *candidate.title)
        if gender is not None:
            bearers = [one for one in bearers if one.player is not None and one.player.gender] or bearers
        if title_role(self._analysis, candidate) is None:
            return bearers
        office = self._offices.read(office_words(self._analysis, *candidate.title), None)
        holders = {id(player) for player in self._offices.holders(office, self._paragraph(candidate.first))}
        return [one for one in bearers if one.player is not None and id(one.player) in holders] or bearers

    def _note_title(self, number: int, candidate: Candidate, player: Player) -> None:
        """Note what a title or an office in capitals before a name tells of its bearer."""
        if candidate.title is not None:
            player.gender = player.gender or gender_of(self._analysis, *candidate.title)
            player.country = player.country or country_of_title(self._analysis, self._candidates, number)
        if candidate.form is not NAME:
            return
        title = title_role(self._analysis, candidate)
        if title is not None:
            if player.place is None:
                state = state_before(self._analysis, title[0]) or state_of_office(self._analysis, *title)
                player.place = state.id if state is not None else None
            player.offices.append(title)
            self._note_office(player, *title, "role.title", None)
        beside = set_off_title(self._analysis, candidate.first)
        if beside is not None:
            self._note_office(player, *beside, "role.apposition", None)

    def _note_office(self, player: Player, first: int, end: int, rule: str, country: str | None) -> None:
        player.add_role(self._analysis, first, end, rule)
        words = office_words(self._analysis, first, end)
        if words:
            owned = player.country is None and first > 0 and self._analysis.tags[first - 1] in "GS"
            about = _only(self._countries), _only(self._states)
            self._offices.note(player, self._offices.read(words, country, owned=owned), about)

    def _body(self, candidate: Candidate) -> Player:
        """The body of a name: the only one that has it, or the one that its paragraph speaks of."""
        fits = self._bodies.fits(candidate)
        body = fits[0] if len(fits) == 1 else self._body_here(fits, candidate)
        if body is not None:
            return self._of_body(body, candidate)
        self._leave_open(candidate)
        return self._own(candidate, candidate.kind or ORGANIZATION)

    def _body_here(self, fits: Sequence[Body], candidate: Candidate) -> Body | None:
        paragraph = self._paragraph(candidate.first)
        here = [body for body in fits if body.last >= paragraph]
        return here[0] if len(here) == 1 else None

    def _of_body(self, body: Body, candidate: Candidate) -> Player:
        body.last = candidate.first
        if candidate.form is NAME and (trade := trade_before(self._analysis, candidate.first)):
            self._bodies.describe(body, trade)
        if body.kind is ORGANIZATION and id(body) not in self._organizations_here:
            self._organizations_here[id(body)] = body
            if self._bodies.may_be_company(body):
                self._companies_here[id(body)] = body
        if body.player is None:
            if body.entry is not None:
                body.player = self._of_entry(body.entry)
            else:
                country = self._country_within(candidate)
                body.player = self._new(body, id_of(body.kind, body.written), body.written, body.kind, country)
                self._founded[id(body.player)] = body
        return body.player

    def _officer(self, candidate: Candidate) -> Player:
        """The only person whose role is what "the minister" says; without any, an actor of its own."""
        paragraph = self._paragraph(candidate.first)
        office = self._office_of(candidate)
        holders: Sequence[Player] = self._offices.holders(office, paragraph)
        told = office.country is not None or office.place is not None
        if len(holders) > 1 and not told:
            holders = self._offices.latest(holders)
        unnamed = self._unnamed(candidate) if not holders else []
        holders = holders or unnamed
        if not holders and candidate.definite and (body := self._body_of_noun(candidate)) is not None:
            return self._of_body(body, candidate)
        if not holders and _is_aged(self._analysis, candidate) and self._named_last is not None:
            return self._named_last  # "the 41-year-old baker": whoever has just been named.
        holder = holders[0] if len(holders) == 1 else one_here(holders, paragraph)
        if holder is not None:
            holder.country = holder.country or candidate.country  # "the Spanish minister": no Peruvian one is meant.
            return holder
        named = self._named_last if not holders else None
        named = just_named(self._analysis, candidate, named, self._persons_here)
        if named is not None:
            self._note_office(named, *noun_of(candidate), "role.apposition", candidate.country)
            return named
        own = self._own(candidate, PERSON)
        own.gender = own.gender or gender_of(self._analysis, candidate.first, candidate.end)
        if holders:
            self._leave_open(candidate)
        else:
            unsure = told and bool(self._offices.holders(office, paragraph, sure=False))
            self._waiting.append((candidate, own, unsure))
        self._offices.note_unnamed(own, office)
        return own

    def _body_of_noun(self, candidate: Candidate) -> Body | None:
        """The only body that the text has called by the noun of an office: "Ode, a broker, ... The broker said"."""
        *telling, _ = office_words(self._analysis, *noun_of(candidate)) or ("",)
        known = self._bodies.described(candidate.head, telling, candidate.country)
        fits = [body for body in known if body.kind is ORGANIZATION and body.introduced < candidate.first]
        return fits[0] if len(fits) == 1 else None

    def _unnamed(self, candidate: Candidate) -> list[Player]:
        """The sources without a name whom "the official" may mean: those of that noun, spoken of before."""
        if not candidate.definite or self._is_possessed(candidate):
            return []
        wanted = set(office_words(self._analysis, *noun_of(candidate)))
        known = self._by_head.get((ANONYMOUS, candidate.head), ())[-_MOST_UNNAMED:]
        return [player for player in known if wanted <= set(player.name.lower().split())]

    def _office_of(self, candidate: Candidate) -> Office:
        first, end = noun_of(candidate)
        fields = portfolio_end(self._analysis, end, candidate.end)  # "the minister of trade"
        words = office_words(self._analysis, first, fields) or (candidate.head,)
        state = state_of_office(self._analysis, candidate.first, candidate.end)
        country, place = (state.country, state.id) if state is not None else (None, None)
        return self._offices.read(words, candidate.country or country, place)

    def _described_body(self, candidate: Candidate) -> Player:
        """The only body whose name has the noun of "the department"; without any, an actor of its own.

        A noun for any body or company ("the Geneva-based body") means the only one that the paragraph has named.
        """
        if candidate.definite and not self._is_possessed(candidate):
            modifiers = office_words(self._analysis, *noun_of(candidate))[:-1] + self._narrowing(candidate)
            telling = [word for word in modifiers if not word.endswith(self._identity.untelling_endings)]
            fits = self._bodies.described(candidate.head, telling, candidate.country)
            before = [body for body in fits if body.introduced < candidate.first]
            fits = before or (fits if len(telling) == len(modifiers) else [])
            if fits and not before and not telling and candidate.country is None:
                fits = self._named_further_on(candidate, fits)
            body = fits[0] if len(fits) == 1 else self._body_here(fits, candidate)
            if body is None and not fits:
                fits = self._bodies_called(candidate, telling)
                body = fits[0] if len(fits) == 1 else None
            if body is not None:
                return self._of_body(body, candidate)
            if fits:
                self._leave_open(candidate)
        return self._own(candidate, candidate.kind or ORGANIZATION)

    def _named_further_on(self, candidate: Candidate, fits: Sequence[Body]) -> list[Body]:
        """The bodies that a later paragraph names, and no one that only the rest of this one does; noted if it does."""
        paragraph = self._paragraph(candidate.first)
        later = [body for body in fits if self._paragraph(body.introduced) != paragraph]
        if len(later) < len(fits):
            self._leave_open(candidate)
            return []
        return later

    def _narrowing(self, candidate: Candidate) -> tuple[str, ...]:
        """The words by which an owner or a field tells a body: "the farmers' union", "the ministry of agriculture"."""
        analysis, (core, end) = self._analysis, noun_of(candidate)
        owned = candidate.country is None and candidate.first < core and analysis.tags[core - 1] == "G"
        narrowing = list(range(candidate.first, core)) if owned else []
        if candidate.head in self._portfolio_bodies and analysis.tokens.lowers[end : end + 1] == ["of"]:
            narrowing += range(end + 1, candidate.end)
        return tuple(analysis.tokens.lowers[at] for at in narrowing if analysis.tags[at] in "NEA")

    def _bodies_called(self, candidate: Candidate, telling: Sequence[str]) -> list[Body]:
        """The bodies that the paragraph has named and that a noun for companies, or for any body, may mean.

        A noun for companies may else mean those that the headline names. Of many bodies two are told, as they leave
        open which is meant no less.
        """
        named: dict[int, Body] = {}
        if candidate.head in self._identity.companies:
            named = self._companies_here or self._topic_companies
        elif candidate.head in self._identity.any_bodies and not telling and not self._is_introduced(candidate):
            named = self._organizations_here
        return list(islice(named.values(), 2))

    def _is_introduced(self, candidate: Candidate) -> bool:
        """Whether its paragraph has brought in somebody by the noun of a description before: "a group of growers"."""
        lowers, first = self._analysis.tokens.lowers, self._paragraph(candidate.first)
        named = (at for at in range(first, candidate.first) if lowers[at] == candidate.head)
        return any(not _INDEFINITE.isdisjoint(lowers[max(first, at - _REACH) : at]) for at in named)


def _is_aged(analysis: Analysis, candidate: Candidate) -> bool:
    """Whether a description tells somebody's age: "the 41-year-old baker"."""
    words = "".join(analysis.tokens.lowers[candidate.first : candidate.end])
    return candidate.definite and "-year-old" in words


def _only(found: Collection[str]) -> str | None:
    """The only one of several names; None unless there is just one."""
    return next(iter(found)) if len(found) == 1 else None
