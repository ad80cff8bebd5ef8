package dev.unknot.devstack.phone;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text made safe for a page. */
final class Html {

    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\"']*[^\\s<>\"'.,;:!?)\\]]");

    private Html() {}

    /** For element content and quoted attributes alike. */
    static String escape(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.append(c);
            }
        }
        return safe.toString();
    }

    /** The way back, of the five characters that XML and HTML escape alike. */
    static String unescape(String text) {
        return text.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&apos;", "'")
                .replace("&amp;", "&");
    }

    /** Escaped, with web addresses made into links. */
    static String linked(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        Matcher address = ADDRESS.matcher(text);
        int done = 0;
        while (address.find()) {
            String url = escape(address.group());
            safe.append(escape(text.substring(done, address.start())))
                    .append("<a href=\"%s\" target=\"_blank\" rel=\"noreferrer\">%s</a>".formatted(url, url));
            done = address.end();
        }
        return safe.append(escape(text.substring(done))).toString();
    }
}
