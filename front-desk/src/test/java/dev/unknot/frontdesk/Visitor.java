package dev.unknot.frontdesk;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.unknot.platform.test.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Somebody at a browser: keeps cookies, sends forms with the token of the page last seen, follows no redirect. */
public final class Visitor {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Pattern TOKEN = Pattern.compile("name=\"csrf\" content=\"([^\"]+)\"");

    private final URI base;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private @Nullable String csrf;
    private boolean script;
    private @Nullable String userAgent;

    public Visitor(int port) {
        this.base = URI.create("http://localhost:" + port);
    }

    /** Signed in, by way of the form. */
    public static Visitor signedIn(int port, Staff staff) {
        var visitor = new Visitor(port);
        Answer answer = visitor.signIn(staff.email(), Staff.PASSWORD);
        if (!"/".equals(visitor.redirect(answer))) {
            throw new AssertionError(staff + " is not let in: " + answer);
        }
        var unused = visitor.get("/password");
        return visitor;
    }

    public Answer signIn(String email, String password) {
        var unused = get("/sign-in");
        return post("/sign-in", Map.of("email", email, "password", password));
    }

    /** From now on as somebody who follows links and presses buttons. */
    public void asPage() {
        script = false;
    }

    /** From now on the browser calls itself so. */
    public Visitor by(String name) {
        userAgent = name;
        return this;
    }

    /** From now on as htmx asks, for parts of a page. */
    public Visitor asScript() {
        script = true;
        return this;
    }

    public Answer get(String path) {
        return send(HttpRequest.newBuilder(base.resolve(path)).GET());
    }

    /** A form of the page last seen. */
    public Answer post(String path, Map<String, String> fields) {
        var all = new LinkedHashMap<>(fields);
        if (csrf != null) {
            all.put("_csrf", csrf);
        }
        return postAsIs(path, all);
    }

    /** A form of a stranger's page: it does not know the token. */
    public Answer postAsIs(String path, Map<String, String> fields) {
        String form = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(base.resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    /** A request of any method without fields, which knows the token as the scripts of our pages do. */
    public Answer request(String method, String path) {
        var request = HttpRequest.newBuilder(base.resolve(path)).method(method, BodyPublishers.noBody());
        if (csrf != null) {
            request.header("X-CSRF-TOKEN", csrf);
        }
        return send(request);
    }

    /** Where an answer sends the browser, without the address of this front desk; null: nowhere. */
    public @Nullable String redirect(Answer answer) {
        String location = answer.header("Location");
        return location == null ? null : location.replace(base.toString(), "");
    }

    public @Nullable String cookie(String name) {
        return cookies.get(name);
    }

    public void keepCookie(String name, String value) {
        cookies.put(name, value);
    }

    public void forgetCookie(String name) {
        cookies.remove(name);
    }

    /** As a header names them. */
    public String cookies() {
        return cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    private Answer send(HttpRequest.Builder request) {
        request.header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
        if (userAgent != null) {
            request.header("User-Agent", userAgent);
        }
        if (script) {
            request.header("HX-Request", "true");
        }
        if (!cookies.isEmpty()) {
            request.header("Cookie", cookies());
        }
        try {
            var response = CLIENT.send(request.build(), BodyHandlers.ofString());
            response.headers().allValues("Set-Cookie").forEach(this::keep);
            Matcher token = TOKEN.matcher(response.body());
            if (token.find()) {
                csrf = token.group(1);
            }
            return new Answer(response.statusCode(), response.headers(), response.body());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private void keep(String cookie) {
        String[] pair = cookie.split(";", 2)[0].split("=", 2);
        if (pair[1].isEmpty()) {
            cookies.remove(pair[0]);
        } else {
            cookies.put(pair[0], pair[1]);
        }
    }
}
