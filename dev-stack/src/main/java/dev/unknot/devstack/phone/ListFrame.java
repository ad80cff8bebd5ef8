package dev.unknot.devstack.phone;

import dev.unknot.devstack.phone.Text.Direction;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** The frame that lists every phone and every mailbox, the newest first. */
final class ListFrame {

    private static final String PAGE = """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="refresh" content="4">
            <meta name="color-scheme" content="light dark">
            <title>Phones and mailboxes</title>
            <link rel="stylesheet" href="/phone.css">
            </head>
            <body class="list">
            <nav aria-label="On this list"><a href="#phones">Phones %d</a><a href="#mailboxes">Mailboxes %d</a></nav>
            <h2 id="phones">Phones</h2>
            %s
            <h2 id="mailboxes">Mailboxes</h2>
            %s
            </body>
            </html>
            """;

    private static final String ITEM = """
            <li><a href="/%s" target="_top"%s><span class="who">%s</span><time>%s</time>\
            <span class="preview">%s</span></a></li>
            """;

    private final Moments moments;

    ListFrame(Moments moments) {
        this.moments = moments;
    }

    String render(List<Conversation<Text>> phones, List<Conversation<Mail>> mailboxes, Selection selected) {
        String phoneItems = phones.stream()
                .map(one -> item(
                        Selection.phone(one.owner()), selected, one.latest().at(), preview(one.latest())))
                .collect(Collectors.joining());
        String mailItems = mailboxes.stream()
                .map(one -> item(
                        Selection.mailbox(one.owner()),
                        selected,
                        one.latest().at(),
                        one.latest().subject()))
                .collect(Collectors.joining());
        return PAGE.formatted(
                phones.size(),
                mailboxes.size(),
                list(phoneItems, "No text message has been sent yet."),
                list(mailItems, "No mail has been sent yet."));
    }

    private static String list(String items, String empty) {
        return items.isEmpty() ? "<p class=\"empty\">" + empty + "</p>" : "<ul>" + items + "</ul>";
    }

    private static String preview(Text text) {
        return text.direction() == Direction.OUTBOUND ? text.body() : "↩ " + text.body();
    }

    private String item(Selection one, Selection selected, Instant at, String preview) {
        return ITEM.formatted(
                Html.escape(one.query()),
                one.equals(selected) ? " aria-current=\"page\"" : "",
                Html.escape(one.owner()),
                Html.escape(moments.words(at)),
                Html.escape(preview));
    }
}
