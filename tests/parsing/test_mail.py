"""Mail into blocks: the text that its author wrote, under its subject."""

import datetime as dt
import sys
from contextlib import suppress
from email.message import EmailMessage

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.laws.test_linear import check

import tradebrief as tb
from tradebrief.parsing.mail import recognize, recognize_bytes

TEXT = "Norway rejected the quota on Monday. The minister said that talks would go on.\n"
HEADER = "From: Ana Ruiz <ana@example.org>\nSubject: Quota talks fail\nDate: Wed, 4 Mar 2026 08:30:00 +0900\n"
ZONE = dt.timezone(dt.timedelta(hours=9))


def mail(text: str = TEXT, **fields: str) -> bytes:
    """A mail of one part, with header fields as they are given."""
    header = "".join(f"{name.replace('_', '-')}: {value}\n" for name, value in fields.items())
    return f"{HEADER if 'Subject' not in fields else ''}{header}\n{text}".encode()


def parse(data: bytes | str) -> tb.Article:
    return tb.parse(data, format="mail")


def blocks(data: bytes | str) -> list[tuple[str, str]]:
    """Kind and words of each block that is not blank."""
    article = parse(data)
    return [
        (block.kind.value, article[block.content]) for block in article.blocks if block.kind is not tb.BlockKind.BLANK
    ]


def notes(data: bytes) -> list[str]:
    return [f"{note.rule}: {note.message}" for note in parse(data).diagnostics]


def test_text_stands_under_its_subject() -> None:
    assert blocks(mail()) == [("headline", "Quota talks fail"), ("paragraph", TEXT.strip())]


def test_header_states_author_and_time() -> None:
    fields = {"Organization": "Northwire", "Content_Language": "en-GB, en", "Keywords": "steel, quotas"}
    article = parse(mail(**fields, Archived_At="<https://example.org/list/1>"))
    source = article.provenance

    assert (source.title, source.author, source.publisher) == ("Quota talks fail", "Ana Ruiz", "Northwire")
    assert (source.url, source.tags, article.language) == ("https://example.org/list/1", ("steel", "quotas"), "en-GB")
    assert article.published == dt.datetime(2026, 3, 4, 8, 30, tzinfo=ZONE)
    assert (source.format, source.media_type, source.encoding) == ("mail", "message/rfc822", None)


@pytest.mark.parametrize(
    ("value", "author"),
    [
        ("ana@example.org", "ana@example.org"),
        ("=?utf-8?q?Ana_Ru=C3=ADz?= <ana@example.org>", "Ana Ruíz"),
        ("=?utf-8?b?QW5h?=\n =?iso-8859-1?q?_Ru=EDz?= <ana@example.org>", "Ana Ruíz"),
        ('"Ruiz, Ana" <a@example.org>, Li Wei <l@example.org>', "Ruiz, Ana, Li Wei"),
        ("Ana Ruíz <ana@example.org>", "Ana Ruíz"),
        ("", None),
    ],
)
def test_author_is_the_name_in_from(value: str, author: str | None) -> None:
    assert parse(mail(Subject="Quota", From=value)).provenance.author == author


@pytest.mark.parametrize(
    ("subject", "title"),
    [
        ("Re: RE[2]: Fwd:  Quota stays", "Quota stays"),
        ("=?utf-8?q?Quota_=E2=80=93_stays?=", "Quota – stays"),
        ("Quota\n stays", "Quota stays"),
        ("Regions: three stay", "Regions: three stay"),
        ("[brief] Quota stays", "[brief] Quota stays"),
        ("Re:", None),
    ],
)
def test_title_is_the_subject_without_what_programs_add(subject: str, title: str | None) -> None:
    assert parse(mail(Subject=subject)).provenance.title == title


def test_tag_of_a_mailing_list_is_no_part_of_the_title() -> None:
    assert (
        parse(mail(Subject="Re: [brief] Re: Quota stays", List_Id="<b.example.org>")).provenance.title == "Quota stays"
    )


@pytest.mark.parametrize("value", ["yesterday", "Wed, 99 Mar 2026 08:30:00 +0900", "Wed, 4 Mar 99999 08:30 +99999", ""])
def test_day_that_is_none_is_left_out(value: str) -> None:
    assert parse(mail(Subject="Quota", Date=value)).published is None


@pytest.mark.parametrize(
    ("charset", "codec"),
    [
        ("utf-8", "utf-8"),
        ("iso-8859-1", "cp1252"),
        ("windows-1252", "cp1252"),
        ("us-ascii", "utf-8"),
        ("koi8-r", "koi8-r"),
        ("gb2312", "gb18030"),
        ("shift_jis", "cp932"),
    ],
)
def test_text_is_in_the_charset_that_is_stated(charset: str, codec: str) -> None:
    words = {"koi8-r": "Норвегия", "gb18030": "欧盟", "cp932": "日本", "utf-8": "“Évian” 😀"}.get(codec, "“Évian” €")
    head = f"Subject: Quota\nContent-Type: text/plain; charset={charset}\nContent-Transfer-Encoding: 8bit\n\n"

    article = parse(head.encode() + f"Tokyo names {words}.\n".encode(codec))

    assert article.text == f"Quota\n\nTokyo names {words}."


def test_text_in_another_charset_than_is_stated_is_read_and_told() -> None:
    data = b"Subject: Quota\nContent-Type: text/plain; charset=utf-8\n\nThe talks in \xc9vian fail.\n"

    assert parse(data).text == "Quota\n\nThe talks in Évian fail."
    assert notes(data) == ["mail.charset: a text is read as cp1252, though its charset is said to be utf-8"]


def test_flowed_lines_make_paragraphs() -> None:
    text = "Norway rejected \nthe quota.\n \n> It was \n> unfair.\n-- \nAna\n"

    assert blocks(mail(text, Content_Type="text/plain; format=flowed"))[1:] == [
        ("paragraph", "Norway rejected the quota."),
        ("quotation", "It was unfair."),
        ("boilerplate", "-- \nAna"),
    ]
    assert blocks(mail("Nor \nway.\n", Content_Type="text/plain; format=flowed; delsp=yes"))[1] == (
        "paragraph",
        "Norway.",
    )


def test_what_an_answer_quotes_is_boilerplate() -> None:
    intro = "On Tue, 3 Mar 2026 at 10:00, Jon Dahl\n<jon@example.org> wrote:"
    data = mail(f"{TEXT}\n{intro}\n\n> Will it fail?\n>\n> Jon\n", Subject="Re: Quota talks")

    assert blocks(data)[1:] == [
        ("paragraph", TEXT.strip()),
        ("boilerplate", f"{intro}"),
        ("boilerplate", "> Will it fail?\n>\n> Jon"),
    ]


def test_quotation_that_answers_nobody_is_the_text_s() -> None:
    text = f"{TEXT}\n> We were never asked.\n> We pay.\n\n{TEXT}"

    assert blocks(mail(text))[1:] == [
        ("paragraph", TEXT.strip()),
        ("quotation", "We were never asked."),
        ("quotation", "We pay."),
        ("paragraph", TEXT.strip()),
    ]


def test_older_mail_under_an_answer_is_boilerplate() -> None:
    old = "-----Original Message-----\nFrom: Jon\nSent: Monday\nTo: Ana\nSubject: Quota\n\nWill it fail?\n"

    assert [kind for kind, _ in blocks(mail(f"{TEXT}\n{old}", Subject="RE: Quota"))] == [
        "headline",
        "paragraph",
        "boilerplate",
        "boilerplate",
    ]


FORWARDED = "From: Jon Dahl <jon@example.org>\nDate: Tue, 3 Mar 2026 at 10:00\nSubject: Levy put off\nTo: Ana\n\n"


@pytest.mark.parametrize("mark", ["---------- Forwarded message ---------\n", "Begin forwarded message:\n\n", ""])
def test_mail_that_is_passed_on_is_read_as_the_one_within(mark: str) -> None:
    article = parse(mail(f"FYI\n\n{mark}{FORWARDED}{TEXT}", Subject="Fwd: Levy"))
    source = article.provenance

    assert (source.title, source.author, article.published) == ("Levy put off", "Jon Dahl", dt.date(2026, 3, 3))
    assert blocks(mail(f"FYI\n\n{mark}{FORWARDED}{TEXT}", Subject="Fwd: Levy")) == [
        ("headline", "Levy put off"),
        ("paragraph", TEXT.strip()),
        ("boilerplate", "FYI"),
    ]


def test_mail_that_is_passed_on_in_quotes_is_read_as_the_one_within() -> None:
    quoted = "".join(f"> {line}\n" for line in f"{FORWARDED}{TEXT}".splitlines())

    assert blocks(mail(f"Begin forwarded message:\n\n{quoted}", Subject="Fwd: Levy")) == [
        ("headline", "Levy put off"),
        ("paragraph", TEXT.strip()),
    ]


def test_long_words_over_a_mail_that_is_passed_on_are_the_text() -> None:
    article = parse(mail(f"{TEXT * 5}\n{FORWARDED}{TEXT}", Subject="Fwd: Levy"))

    assert article.provenance.title == "Levy"
    assert [section.role for section in article.sections] == [tb.SectionRole.BODY, tb.SectionRole.BOILERPLATE]


@pytest.mark.parametrize(
    "foot", ["-- \nAna Ruiz\nNorthwire", "--\nAna", f"{'_' * 47}\nBrief mailing list\nbrief@example.org"]
)
def test_what_signs_a_mail_is_boilerplate(foot: str) -> None:
    assert blocks(mail(f"{TEXT}\n{foot}\n"))[1:] == [("paragraph", TEXT.strip()), ("boilerplate", foot)]


PAGE = "<html><head><title>x</title></head><body><p>Norway rejected it.</p>{}</body></html>"


def message(*, plain: str | None = None, page: str | None = None) -> EmailMessage:
    """A mail with a text in one or both forms."""
    made = EmailMessage()
    made["Subject"] = "Quota talks fail"
    if plain is not None:
        made.set_content(plain)
    if page is not None and plain is not None:
        made.add_alternative(page, subtype="html")
    elif page is not None:
        made.set_content(page, subtype="html")
    return made


def test_plain_text_is_read_unless_the_html_says_more() -> None:
    bare, headed = PAGE.format(""), PAGE.format("<h2>Next</h2><p>Talks go on.</p>")

    assert blocks(message(plain="Oslo said no.", page=bare).as_bytes())[1:] == [("paragraph", "Oslo said no.")]
    assert blocks(message(plain="Oslo said no.", page=headed).as_bytes())[1:] == [
        ("paragraph", "Norway rejected it."),
        ("heading", "Next"),
        ("paragraph", "Talks go on."),
    ]
    assert blocks(message(plain=" \n", page=bare).as_bytes())[1:] == [("paragraph", "Norway rejected it.")]


def test_plain_text_that_only_points_to_the_html_is_not_read() -> None:
    page = f"<html><head><style>{'p { color: red } ' * 9}</style></head><body><p>{TEXT}</p></body></html>"

    assert blocks(message(plain="See it in a browser.", page=page).as_bytes())[1:] == [("paragraph", TEXT.strip())]
    assert blocks(message(plain=TEXT, page=page).as_bytes())[1:] == [("paragraph", TEXT.strip())]


def test_html_that_is_not_installed_costs_a_mail_nothing_but_its_marks(monkeypatch: pytest.MonkeyPatch) -> None:
    headed = PAGE.format("<h2>Next</h2>")
    monkeypatch.setitem(sys.modules, "lxml", None)

    assert notes(message(plain="Oslo said no.", page=headed).as_bytes()) == [
        'mail.html: the text is read without the headings and lists of its HTML form: pip install "tradebrief[html]"'
    ]
    with pytest.raises(tb.MissingExtraError, match=r'the format mail needs an extra: pip install "tradebrief\[html\]"'):
        parse(message(page=headed).as_bytes())


def test_newsletter_is_read_as_a_web_page() -> None:
    links = "<p><a href=a>View in browser</a></p>"
    made = message(
        plain="See it in a browser.", page=f"{links}<h1>Quota talks fail</h1><p>{TEXT}</p><h2>Next</h2><p>{TEXT}"
    )
    made["List-Unsubscribe"] = "<https://example.org/u>"

    assert blocks(made.as_bytes())[:2] == [("headline", "Quota talks fail"), ("paragraph", TEXT.strip())]


def test_what_an_html_answer_quotes_is_boilerplate() -> None:
    quoted = (
        "<div class=gmail_quote>On Tuesday Jon Dahl wrote:<blockquote type=cite><p>Will it fail?</p></blockquote></div>"
    )

    assert blocks(message(page=PAGE.format(quoted)).as_bytes())[1:] == [
        ("paragraph", "Norway rejected it."),
        ("boilerplate", "On Tuesday Jon Dahl wrote:"),
        ("boilerplate", "Will it fail?"),
    ]


def test_older_mail_and_signature_in_html_are_boilerplate() -> None:
    old = "<p>From: Jon<br>Sent: Monday<br>To: Ana<br>Subject: Quota</p><p>Will it fail?</p>"
    signed = "<p>-- </p><p>Ana Ruiz</p>"

    for after in (old, signed):
        kinds = [kind for kind, _ in blocks(message(page=PAGE.format(after)).as_bytes())]
        assert kinds[:2] == ["headline", "paragraph"]
        assert set(kinds[2:]) == {"boilerplate"}


def test_newsletter_without_a_main_text_is_read_whole() -> None:
    made = message(page="<p><a href=a>Quota stays</a></p>")
    made["List-Unsubscribe"] = "<https://example.org/u>"

    assert blocks(made.as_bytes())[-1][1].startswith("Quota")


def test_text_that_no_charset_knows_is_read_as_far_as_it_goes() -> None:
    data = b"Subject: Quota\nContent-Type: text/plain; charset=klingon\n\nOslo \x81\xff waits.\n"

    assert parse(data).text == "Quota\n\nOslo \ufffd\xff waits."
    assert notes(data) == ["mail.charset: a text holds bytes that its charset does not know; they are left out"]


def test_html_mail_that_is_passed_on_is_read_as_the_one_within() -> None:
    page = f"<p>FYI</p><div>{FORWARDED.strip().replace('<', '&lt;').replace(chr(10), '<br>')}</div><p>{TEXT}</p>"
    made = message(page=f"{page}<p>See <a href='https://example.org/q'>the quota</a>.</p>")
    made.replace_header("Subject", "Fwd: Levy")
    article = parse(made.as_bytes())

    assert (article.provenance.title, article.provenance.author) == ("Levy put off", "Jon Dahl")
    assert blocks(made.as_bytes())[1:] == [
        ("paragraph", TEXT.strip()),
        ("paragraph", "See the quota."),
        ("boilerplate", "FYI"),
    ]
    assert [(article[link.span], link.target) for link in article.provenance.links] == [
        ("the quota", "https://example.org/q")
    ]


def test_attachments_are_told() -> None:
    made = message(plain=TEXT)
    made.add_attachment(b"%PDF", maintype="application", subtype="pdf", filename="Évian.pdf")
    made.add_attachment("a,b", subtype="csv")

    assert blocks(made.as_bytes())[1:] == [("paragraph", TEXT.strip())]
    assert notes(made.as_bytes()) == [
        "mail.attachments: attachments left out: Évian.pdf (application/pdf), text/csv",
    ]


def test_texts_of_several_parts_stand_one_under_the_other() -> None:
    inner = "Content-Type: multipart/alternative; boundary=c\n\n--c\n\nOslo said no.\n--c--\n"
    data = f"Subject: Quota\nContent-Type: multipart/mixed; boundary=b\n\n--b\n{inner}--b\n\nTokyo said yes.\n--b--\n"

    assert blocks(data.encode())[1:] == [("paragraph", "Oslo said no."), ("paragraph", "Tokyo said yes.")]


def test_attached_mail_is_read_where_there_is_nothing_else() -> None:
    outer = EmailMessage()
    outer["Subject"] = "Fwd: see below"
    outer.add_attachment(message(plain=TEXT))

    assert blocks(outer.as_bytes()) == [("headline", "Quota talks fail"), ("paragraph", TEXT.strip())]


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "no mail: no line such as From, Subject or Date opens it"),
        (b"Norway rejected the quota.\n", "no mail: no line such as From, Subject or Date opens it"),
        (b"Subject: Quota\n", "no text is found in the mail"),
        (b"Subject: Quota\nContent-Type: text/html\n\n<p></p>", "no text is found in the body"),
        (
            b"Subject: Q\nContent-Type: application/pdf; name=a.pdf\n\n%PDF",
            "no text is found in the mail, only attachments: a.pdf (application/pdf)",
        ),
        (b"Subject: Q\nContent-Type: multipart/encrypted; boundary=b\n\n--b\n\nx\n--b--", "the mail is encrypted"),
    ],
)
def test_mail_without_a_text_is_an_error(data: bytes, told: str) -> None:
    with pytest.raises(tb.ParseError) as caught:
        parse(data)

    assert caught.value.message == told


def test_mail_cut_short_is_read_as_far_as_it_goes() -> None:
    whole = message(plain=TEXT, page=PAGE.format("<h2>Next</h2>")).as_bytes()

    assert blocks(whole[: whole.index(b"html")])[1:] == [("paragraph", TEXT.strip())]


def test_parts_that_nest_too_deep_are_beyond_a_limit() -> None:
    nested = "".join(f"Content-Type: multipart/mixed; boundary=b{at}\n\n--b{at}\n" for at in range(3_000))

    with pytest.raises(tb.LimitError, match="over the limit depth"):
        parse(f"Subject: Quota\n{nested}\nOslo said no.\n".encode())


def test_mail_is_told_by_its_header() -> None:
    assert recognize_bytes(mail(MIME_Version="1.0"))
    assert recognize(mail(Received="from a by b\n\tfor c", X_Mailer="d").decode())
    assert not recognize_bytes(mail())  # A note may open with "From:" and "Subject:".
    assert not recognize("MIME-Version: a word for nothing\n")
    assert tb.parse(mail(MIME_Version="1.0")).provenance.format == "mail"


PARTS = st.sampled_from(
    [
        *("Subject: ", "From: ", "Date: ", "Content-Type: ", "multipart/mixed; boundary=b", "text/html; charset=utf-7"),
        *("--b\n", "--b--\n", "\n", "\n\n", "\r\n", " ", "> ", "On Monday he wrote:\n> ", "-- \n", "=?utf-8?q?=C3?="),
        *(
            "Content-Transfer-Encoding: base64\n",
            "message/rfc822",
            "; name*0*=x''a",
            "; name*9999999999999999=b",
            "<p>",
        ),
        *(
            "-----Original Message-----\nFrom: a\nSent: b\n",
            "Begin forwarded message:\n",
            "=?x?b?",
            "\x00",
            "é",
            "\udcff",
        ),
        *("Content-Disposition: attachment", "multipart/alternative; boundary=b", "<blockquote>", "<h1>a</h1>", TEXT),
    ]
)


@given(st.lists(PARTS, max_size=30).map("".join))
def test_any_mail_gives_an_article_or_an_error_of_ours(text: str) -> None:
    with suppress(tb.TradebriefError):
        parse(text.encode("utf-8", "surrogateescape"))


HOSTILE = {
    "encoded words": ("Subject: ", "=?utf-8?q?a?= "),
    "addresses": ("From: ", "a@b,"),
    "comments": ("From: ", "("),
    "parameters": ("Content-Type: text/plain", "; a=b"),
    "semicolons": ("Content-Type: text/plain", ";"),
    "fields": ("", "Subject: a\n"),
    "parts": ("Subject: a\nContent-Type: multipart/mixed; boundary=b\n\n", "--b\n\nOslo.\n"),
    "quotes": ("Subject: a\n\n", "> a\n\n"),
    "nested quotes": ("Subject: a\n\n", ">"),
    "introductions": ("Subject: a\n\n", "On a Monday he wrote:\n> a\n"),
    "old mails": ("Subject: a\n\n", "-----Original Message-----\nFrom: a\n\nb\n"),
    "mails passed on": ("Subject: Fwd: a\n\n", "Begin forwarded message:\n\nFrom: a\n\n"),
    "lines": ("Subject: a\nContent-Type: text/plain; format=flowed\n\n", "a \n"),
    "signatures": ("Subject: a\n\n", "-- \n"),
    "styles": (
        "Subject: a\nContent-Type: multipart/alternative; boundary=b\n\n--b\n\na\n--b\nContent-Type: text/html\n\n",
        "<style>",
    ),
    "pages": ("Subject: a\nContent-Type: text/html\n\n", "<blockquote>a wrote:"),
}


@pytest.mark.parametrize(("opening", "unit"), HOSTILE.values(), ids=HOSTILE)
def test_time_grows_with_the_length_of_a_mail(opening: str, unit: str) -> None:
    def parse_mail(text: str) -> None:
        with suppress(tb.TradebriefError):
            parse(opening + text.partition("\n")[2])

    check(parse_mail, unit, 1_500)
