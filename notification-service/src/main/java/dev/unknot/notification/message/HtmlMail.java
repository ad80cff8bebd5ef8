package dev.unknot.notification.message;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;

/**
 * The HTML beside a mail's text, made from that text so that both say the same: paragraphs, the indented lines as what the
 * visit is, and the line before an address as a link. No pictures, no scripts, nothing fetched; its colours are the
 * reader's own, light or dark.
 */
final class HtmlMail {
    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="%s">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>%s</title>
            </head>
            <body style="margin:0;padding:16px">
            <main style="max-width:36em;margin:0 auto;font:16px/1.5 system-ui,sans-serif">
            %s
            </main>
            </body>
            </html>
            """;

    private static final String INDENT = "    ";

    private HtmlMail() {}

    static String of(Locale language, String subject, String body) {
        String content = Arrays.stream(body.strip().split("\n\n+"))
                .map(HtmlMail::paragraph)
                .collect(Collectors.joining("\n"));
        return PAGE.formatted(language.toLanguageTag(), HtmlUtils.htmlEscape(subject, "UTF-8"), content);
    }

    private static String paragraph(String text) {
        if (text.startsWith(INDENT)) {
            return "<p style=\"border-left:4px solid;padding-left:12px;font-weight:600\">" + lines(text) + "</p>";
        }
        String[] lines = text.split("\n");
        String last = lines[lines.length - 1];
        return lines.length > 1 && last.matches("https?://\\S+")
                ? "<p>" + link(last, text.substring(0, text.length() - last.length())) + "</p>"
                : "<p>" + lines(text) + "</p>";
    }

    private static String link(String address, String words) {
        String said = words.strip();
        String label = said.endsWith(":") ? said.substring(0, said.length() - 1) : said;
        return "<a href=\"" + HtmlUtils.htmlEscape(address, "UTF-8") + "\">" + HtmlUtils.htmlEscape(label, "UTF-8")
                + "</a>";
    }

    private static String lines(String text) {
        return Arrays.stream(text.split("\n"))
                .map(String::strip)
                .map(line -> HtmlUtils.htmlEscape(line, "UTF-8"))
                .collect(Collectors.joining("<br>\n"));
    }
}
