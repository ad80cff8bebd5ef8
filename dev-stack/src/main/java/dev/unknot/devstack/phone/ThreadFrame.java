package dev.unknot.devstack.phone;

import java.util.List;
import java.util.stream.Collectors;

/** The frame with the messages of one phone, as bubbles, or of one mailbox, as letters. */
final class ThreadFrame {

    // Bubbles come newest first in the source and last on the screen: so the frame opens scrolled to the newest.
    private static final String PAGE = """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="refresh" content="3">
            <meta name="color-scheme" content="light dark">
            <title>Messages</title>
            <link rel="stylesheet" href="/phone.css">
            </head>
            <body class="%s">%s%s</body>
            </html>
            """;

    private static final String BUBBLE = """
            <article class="bubble %s"><p>%s</p><footer>%s<time>%s</time></footer></article>
            """;

    private static final String LETTER = """
            <article class="letter"><h3>%s</h3><dl><dt>From</dt><dd>%s</dd><dt>To</dt><dd>%s</dd>\
            <dt>At</dt><dd><time>%s</time></dd></dl><p>%s</p></article>
            """;

    private final Moments moments;

    ThreadFrame(Moments moments) {
        this.moments = moments;
    }

    String render(List<Text> texts, List<Mail> mails) {
        return PAGE.formatted(
                mails.isEmpty() ? "thread" : "letters",
                texts.reversed().stream().map(this::bubble).collect(Collectors.joining()),
                mails.reversed().stream().map(this::letter).collect(Collectors.joining()));
    }

    private String bubble(Text text) {
        String side = switch (text.direction()) {
            case OUTBOUND -> "clinic";
            case INBOUND -> "person";
            case UNDELIVERED -> "person failed";
        };
        String note = text.direction() == Text.Direction.UNDELIVERED ? "not taken by the clinic · " : "";
        return BUBBLE.formatted(side, Html.linked(text.body()), note, Html.escape(moments.words(text.at())));
    }

    private String letter(Mail mail) {
        return LETTER.formatted(
                Html.escape(mail.subject()),
                Html.escape(mail.from()),
                Html.escape(mail.mailbox()),
                Html.escape(moments.words(mail.at())),
                Html.linked(mail.text()));
    }
}
