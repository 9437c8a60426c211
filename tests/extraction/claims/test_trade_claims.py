"""Claims as trade news words them: who speaks, by which words, and what is said."""

import pytest
from tests.extraction.reading import read, words_of


def told(text: str) -> list[tuple[str | None, str, list[str]]]:
    """Source, cue and content of each claim."""
    brief = read(text)
    return [
        (brief[claim.source] if claim.source else None, brief[claim.cue], words_of(brief, claim.content))
        for claim in brief.claims
        if claim.cue
    ]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("“No deal” was the response from Oslo.", [("Oslo", "response", ["No deal"])]),
        ("“No deal,” was the minister’s answer.", [("the minister", "answer", ["No deal"])]),
        ("The message from Oslo to mills was clear: the quota is dead.",
         [("Oslo", "message", ["the quota is dead"])]),
        ("Her verdict was blunt: “Too late.”", [("Her", "verdict", ["Too late"])]),
        ("The guild’s verdict: the quota is dead.", [("The guild", "verdict", ["the quota is dead"])]),
        ("“Not a chance,” was how one envoy summed up the talks.", [("one envoy", "was how", ["Not a chance"])]),
        ("The message for mills is old: a ship.", []),
    ],
)  # fmt: skip
def test_noun_sums_up_what_stands_beside_it(text: str, claims: list[tuple[str | None, str, list[str]]]) -> None:
    assert told(text) == claims


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("The duty is unfair, so says the envoy.", [("the envoy", "says", ["The duty is unfair"])]),
        ("The cut is unlikely to help Lima, trade lawyers said.",
         [("trade lawyers", "said", ["The cut is unlikely to help Lima"])]),
        ("The bank said in its annual report that prices had risen.", [("The bank", "said", ["prices had risen"])]),
        ("The rule drew fire from shipping firms, which say it is late.",
         [("shipping firms", "say", ["it is late"])]),
        ("The union asked for the duty to be lifted.", [("The union", "asked", ["the duty to be lifted"])]),
        ("The guild called on Lima to reform its ports.", [("The guild", "called on", ["reform its ports"])]),
        ("Critics say the pact rewards smugglers, a charge that the cabinet rejects.",
         [("Critics", "say", ["the pact rewards smugglers"]),
          ("the cabinet", "rejects", ["the pact rewards smugglers"])]),
        ("Lund said growers favour a cut, an idea Oslo is said to be weighing.",
         [("Lund", "said", ["growers favour a cut"]), ("growers", "favour", ["a cut"]),
          ("Oslo", "is said to be weighing", ["a cut"])]),
        ("What the growers want to know is whether seed is exempt.",
         [("the growers", "want to know", ["whether seed is exempt"])]),
        ("Lund said only that talks were ongoing.", [("Lund", "said", ["talks were ongoing"])]),
        ("Lund told the panel that talks were ongoing.", [("Lund", "told", ["talks were ongoing"])]),
        ("The mill that closes is the last.", []),
        ("What the industry needs, says the guild, is certainty.",
         [("the guild", "says", ["What the industry needs", "is certainty"])]),
        ("McDonald’s said tariffs would bite.", [("McDonald’s", "said", ["tariffs would bite"])]),
        ("Kellogg’s warned that tariffs would bite.", [("Kellogg’s", "warned", ["tariffs would bite"])]),
        ("Lima’s stated aim is a cut.", []),
        ("Oslo has lodged a protest with Peru over the seizure.", [("Oslo", "has lodged a protest", ["the seizure"])]),
        ("It was Oslo, not Lima, that proposed the quota.", [("Oslo", "proposed", ["the quota"])]),
        ("Lund put the cost of the levy at NZ$30 million a year.",
         [("Lund", "put", ["the cost of the levy at NZ$30 million a year"])]),
        ("Lund said Oslo did not want a quarrel but would defend its farmers.",
         [("Lund", "said", ["Oslo did not want a quarrel but would defend its farmers"]),
          ("Oslo", "did not want", ["a quarrel"]), ("Oslo", "would defend", ["its farmers"])]),
        ("The mayor claimed, without offering evidence, that prices had fallen.",
         [("The mayor", "claimed", ["prices had fallen"])]),
        ("Oslo urged member states to hold on.", [("Oslo", "urged", ["hold on"])]),
        ("The panel dismissed as unfounded Oslo’s claim that the duty was fair.",
         [("The panel", "dismissed", ["as unfounded Oslo’s claim that the duty was fair"]),
          ("Oslo", "claim", ["the duty was fair"])]),
        ("The pact was praised by growers and mocked by Oslo.",
         [("growers", "was praised", ["The pact"]), ("Oslo", "mocked", ["The pact"])]),
        ("Lund’s claim that mills pay the duty has been rejected by growers.",
         [("growers", "has been rejected", ["Lund’s claim that mills pay the duty"]),
          ("Lund", "claim", ["mills pay the duty"])]),
        ("Growers accuse the firm of hoarding ahead of the ban, which it denies.",
         [("Growers", "accuse", ["hoarding ahead of the ban"]), ("it", "denies", ["hoarding ahead of the ban"])]),
        ("Oslo has been at pains to stress that beef is exempt.", [("Oslo", "to stress", ["beef is exempt"])]),
        ("“Time is short,” a visibly tired Lund told the panel.",
         [("a visibly tired Lund", "told", ["Time is short"])]),
        ("On Tuesday Oslo announced an inquiry.", [("Oslo", "announced", ["an inquiry"])]),
        ("It was the first time Oslo had acknowledged the offer.", [("Oslo", "had acknowledged", ["the offer"])]),
        ("The office dismissed as “fiction” a report on the talks.",
         [("The office", "dismissed", ["as “fiction” a report on the talks"])]),
        ("The pact was met with dismay by growers.", [("growers", "was met with dismay by", ["The pact"])]),
        ("Lima’s argument, which Oslo rejects, is that the duty was never legal.",
         [("Oslo", "rejects", ["Lima’s argument"]), ("Lima", "argument", ["the duty was never legal"])]),
        ("The claim that Oslo promised to cut the duty is false.",
         [(None, "claim", ["Oslo promised to cut the duty"]), ("Oslo", "promised", ["cut the duty"])]),
    ],
)  # fmt: skip
def test_claims_of_trade_news(text: str, claims: list[tuple[str | None, str, list[str]]]) -> None:
    assert told(text) == claims


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("Economists polled by Ode said prices fell.", "group:economists-polled-by-ode"),
        ("Mills hit by the ban oppose the levy.", "group:mills-hit-by-the-ban"),
        ("Firms named in the probe rejected the levy.", "group:firms-named-in-the-probe"),
        ("Growers based in Lima want the quota lifted.", "group:growers-based-in-lima"),
        ("Importers facing the duty oppose the levy.", "group:importers-facing-the-duty"),
        ("Senators opposed to the levy urged Chile to wait.", "group:senators-opposed-to-the-levy"),
        ("Growers angry at the levy want a vote.", "group:growers"),
        ("Norway is one of the states that oppose the levy.", "country:no"),
        ("Norway is among the states opposing the levy.", "country:no"),
        ("Norway is the only state that opposes the levy.", "country:no"),
        ("Norway, one of the states that oppose the levy, left.", "country:no"),
        ("Norway was one of five states to oppose the levy.", "country:no"),
        ("Norway was the first state to oppose the levy.", "country:no"),
        ("Norway is among those that oppose the levy.", "country:no"),
        ("The rule angered mining companies, which say it is late.", "group:mining-companies"),
        ("In Oslo’s view, the rules are unfair.", "country:no"),
        ("A visibly angry minister said time was short.", "anonymous:visibly-angry-minister"),
        ("The customs service said it would scrap the fee.", "org:customs-service"),
        ("The German engineering association said orders fell.", "org:german-engineering-association"),
        ("Even as he praised the pact, Merriden warned that it was late.", "person:merriden"),
        ("The plan worries the envoy of a mill, who said it was late.", "person:envoy-of-a-mill"),
    ],
)
def test_subject_before_a_participle_or_relative_clause_is_an_actor(text: str, holder: str) -> None:
    assert [claim.holder for claim in read(text).claims][-1:] == [holder]


@pytest.mark.parametrize("text", ["Will Bern retaliate?", "Lund asked: “Will Bern retaliate?”"])
def test_question_opens_with_no_name(text: str) -> None:
    assert "country:ch" in [actor.id for actor in read(text).actors]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("The Herald reported on Monday, citing people familiar with the talks, that the quota was dead.",
         [("The Herald", "reported", ["the quota was dead"]),
          ("people familiar with the talks", "citing", ["the quota was dead"])]),
        ("Citing port officials, the Herald said the quota was dead.",
         [("port officials", "Citing", ["the quota was dead"]), ("the Herald", "said", ["the quota was dead"])]),
        ("Oslo raised the duty, citing national security.", [("Oslo", "citing", ["national security"])]),
        ("“Not before May,” the paper quoted him as saying.", [("him", "saying", ["Not before May"])]),
        ("The envoy was quoted by the Herald as saying that talks would resume.",
         [("The envoy", "was quoted by the Herald as saying", ["talks would resume"])]),
    ],
)  # fmt: skip
def test_whom_a_report_cites_says_what_it_reports(text: str, claims: list[tuple[str | None, str, list[str]]]) -> None:
    assert told(text) == claims
