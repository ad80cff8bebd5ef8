package dev.unknot.frontdesk.visit.web;

import dev.unknot.frontdesk.signin.RouteRules;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;

/**
 * The language of a page. Clients read theirs: the one their link or they themselves have named, else what their browser
 * asks for. Staff read English. What was named is kept in a cookie for the pages of this client only.
 */
class VisitLanguage implements LocaleResolver {

    static final String PARAMETER = "lang";

    private static final List<Locale> KNOWN = List.of(Locale.ENGLISH, Locale.GERMAN);

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        String page = request.getRequestURI().substring(request.getContextPath().length());
        if (!RouteRules.isOfLinks(page)) {
            return Locale.ENGLISH;
        }
        Locale named = known(request.getParameter(PARAMETER));
        if (named == null) {
            Cookie kept = WebUtils.getCookie(request, PARAMETER);
            named = known(kept == null ? null : kept.getValue());
        }
        if (named != null) {
            return named;
        }
        String header = request.getHeader("Accept-Language");
        return asked(header);
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        throw new UnsupportedOperationException("a language is named with ?" + PARAMETER);
    }

    private static Locale asked(@Nullable String header) {
        try {
            Locale found = header == null ? null : Locale.lookup(Locale.LanguageRange.parse(header), KNOWN);
            return found == null ? Locale.ENGLISH : found;
        } catch (IllegalArgumentException malformed) {
            return Locale.ENGLISH;
        }
    }

    private static @Nullable Locale known(@Nullable String tag) {
        return KNOWN.stream()
                .filter(locale -> locale.getLanguage().equals(tag))
                .findFirst()
                .orElse(null);
    }
}
