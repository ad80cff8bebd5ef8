package dev.unknot.frontdesk.visit.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.LocaleResolver;

/** Keeps a language that was named for the client's next pages. It says nothing about anybody, so it may be kept without asking. */
class LanguageCookie implements HandlerInterceptor {

    private final LocaleResolver language;

    LanguageCookie(LocaleResolver language) {
        this.language = language;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getParameter(VisitLanguage.PARAMETER) != null) {
            String tag = language.resolveLocale(request).getLanguage();
            response.addHeader(
                    HttpHeaders.SET_COOKIE,
                    ResponseCookie.from(VisitLanguage.PARAMETER, tag)
                            .path("/visit")
                            .maxAge(Duration.ofDays(365))
                            .httpOnly(true)
                            .secure(true)
                            .sameSite("Lax")
                            .build()
                            .toString());
        }
        return true;
    }
}
