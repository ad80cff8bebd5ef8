package dev.unknot.frontdesk.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.http.HttpHeaders;

/** Tells who reads the answer: a person in a browser, a script of one of our pages, or a program. */
public final class Browser {

    private Browser() {}

    /** A person will read it, as a page or as a part of one. */
    public static boolean reads(HttpServletRequest request) {
        String accepted = request.getHeader(HttpHeaders.ACCEPT);
        return wantsPart(request)
                || accepted != null && accepted.toLowerCase(Locale.ROOT).contains("text/html");
    }

    /** htmx asks, for a part of the page that is already there. */
    public static boolean wantsPart(HttpServletRequest request) {
        return "true".equals(request.getHeader("HX-Request")) && !"true".equals(request.getHeader("HX-Boosted"));
    }
}
