package dev.unknot.devstack.phone;

/** The whole page: the list of phones and mailboxes beside what was chosen, and the box to answer in. */
final class ShellPage {

    private static final String PAGE = """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>%s</title>
            <link rel="stylesheet" href="/phone.css">
            </head>
            <body class="shell %s">
            <header class="bar">
              <h1><a href="/">Phone and inbox</a></h1>
              <p>Everything the clinic has sent, as its clients see it. <strong>%s</strong></p>
            </header>
            <nav class="side" aria-label="Phones and mailboxes">
              <iframe title="Phones and mailboxes" src="/list%s"></iframe>
            </nav>
            <main class="open">%s</main>
            </body>
            </html>
            """;

    private static final String CHOSEN = """
            <header class="owner"><a class="back" href="/" aria-label="Back to the list">&#8592;</a><h2>%s</h2></header>
            <iframe title="Messages of %s" src="/thread%s"></iframe>
            """;

    private static final String ANSWER = """
            <form class="answer" method="post" action="/answers">
              <input type="hidden" name="phone" value="%s">
              <label class="unseen" for="body">Answer as %s</label>
              <input id="body" name="body" required maxlength="1600" autocomplete="off" autofocus
                     placeholder="Answer as %s: C to confirm, STOP, START, HELP, or in words">
              <button>Send</button>
            </form>
            """;

    private static final String NOTHING = """
            <p class="nothing">Choose a phone or a mailbox. What you answer on a phone reaches the clinic as a signed
            webhook of its SMS gateway.</p>
            """;

    private final Moments moments;

    ShellPage(Moments moments) {
        this.moments = moments;
    }

    String render(Selection selection) {
        String owner = Html.escape(selection.owner());
        String query = Html.escape(selection.query());
        String chosen = CHOSEN.formatted(owner, owner, query);
        return switch (selection.kind()) {
            case PHONE -> page(owner, "chosen", query, chosen + ANSWER.formatted(owner, owner, owner));
            case MAILBOX -> page(owner, "chosen", query, chosen);
            case NONE -> page("Phone and inbox", "unchosen", query, NOTHING);
        };
    }

    private String page(String title, String state, String query, String main) {
        return PAGE.formatted(title, state, Html.escape(moments.moved()), query, main);
    }
}
