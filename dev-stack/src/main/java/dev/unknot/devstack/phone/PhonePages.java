package dev.unknot.devstack.phone;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The page of phones and mailboxes. Its parts are frames, so that they renew themselves while an answer is typed. */
final class PhonePages implements HttpHandler {

    private final Journal<Text> texts;
    private final Journal<Mail> mails;
    private final AnswerSender answers;
    private final ShellPage shell;
    private final ListFrame list;
    private final ThreadFrame thread;

    PhonePages(Journal<Text> texts, Journal<Mail> mails, AnswerSender answers, Moments moments) {
        this.texts = texts;
        this.mails = mails;
        this.answers = answers;
        this.shell = new ShellPage(moments);
        this.list = new ListFrame(moments);
        this.thread = new ThreadFrame(moments);
    }

    @Override
    public void handle(HttpExchange http) throws IOException {
        if (!Guard.isOwnName(http.getRequestHeaders().getFirst("Host"))) {
            Exchange.send(http, 403, "text/plain", "This page is called localhost.");
            return;
        }
        Map<String, String> query = Form.parse(http.getRequestURI().getRawQuery());
        Selection selection = Selection.of(query);
        switch (http.getRequestMethod() + " " + http.getRequestURI().getPath()) {
            case "GET /" -> Exchange.html(http, 200, shell.render(selection));
            case "GET /list" -> Exchange.html(http, 200, list.render(phones(), mailboxes(), selection));
            case "GET /thread" -> Exchange.html(http, 200, thread.render(textsOf(selection), mailsOf(selection)));
            case "GET /phone.css" -> Exchange.send(http, 200, "text/css; charset=utf-8", stylesheet());
            case "GET /messages.json" ->
                Exchange.json(http, 200, Map.of("texts", textsOf(selection), "mails", mailsOf(selection)));
            case "POST /answers" -> answer(http);
            default -> Exchange.send(http, 404, "text/plain", "There is no such page.");
        }
    }

    private void answer(HttpExchange http) throws IOException {
        String origin = http.getRequestHeaders().getFirst("Origin");
        String fetchSite = http.getRequestHeaders().getFirst("Sec-Fetch-Site");
        if (!Guard.isOwnPage(origin, fetchSite, http.getRequestHeaders().getFirst("Host"))) {
            Exchange.send(http, 403, "text/plain", "Answers are sent from this page only.");
            return;
        }
        Map<String, String> form = Exchange.form(http);
        String phone = form.getOrDefault("phone", "").strip();
        String body = form.getOrDefault("body", "").strip();
        if (!phone.matches("\\+[1-9][0-9]{6,14}") || body.isEmpty()) {
            Exchange.send(http, 422, "text/plain", "An answer needs a phone number and words.");
            return;
        }
        answers.send(phone, body);
        Exchange.redirect(http, "/" + Selection.phone(phone).query());
    }

    private List<Conversation<Text>> phones() {
        return Conversation.of(texts.all(), Text::phone, Text::at);
    }

    private List<Conversation<Mail>> mailboxes() {
        return Conversation.of(mails.all(), Mail::mailbox, Mail::at);
    }

    private List<Text> textsOf(Selection selection) {
        return switch (selection.kind()) {
            case PHONE ->
                texts.all().stream()
                        .filter(text -> text.phone().equals(selection.owner()))
                        .toList();
            case MAILBOX -> List.of();
            case NONE -> texts.all();
        };
    }

    private List<Mail> mailsOf(Selection selection) {
        return switch (selection.kind()) {
            case PHONE -> List.of();
            case MAILBOX ->
                mails.all().stream()
                        .filter(mail -> mail.mailbox().equals(selection.owner()))
                        .toList();
            case NONE -> mails.all();
        };
    }

    private static String stylesheet() throws IOException {
        try (InputStream css = Objects.requireNonNull(PhonePages.class.getResourceAsStream("phone.css"))) {
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
