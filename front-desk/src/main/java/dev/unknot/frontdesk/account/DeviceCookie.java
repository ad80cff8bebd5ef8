package dev.unknot.frontdesk.account;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.InetAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/** By which a browser is known again at the next sign-in. It stays when its person signs out. */
public final class DeviceCookie {

    private static final String NAME = "__Host-unknot-device";

    private DeviceCookie() {}

    public static Origin origin(HttpServletRequest request) {
        return new Origin(InetAddress.ofLiteral(request.getRemoteAddr()), of(request));
    }

    public static @Nullable String of(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, NAME);
        return cookie == null ? null : cookie.getValue();
    }

    public static void give(String token, HttpServletResponse response) {
        ResponseCookie cookie = ResponseCookie.from(NAME, token)
                .path("/")
                .secure(true)
                .httpOnly(true)
                .sameSite("Strict")
                .maxAge(KnownDevices.REMEMBERED)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
