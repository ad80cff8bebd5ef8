package dev.unknot.devstack.phone;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Reading and answering one request. */
final class Exchange {

    private static final int LARGEST_BODY = 64 * 1024;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Exchange() {}

    /** What lies beyond 64 KiB is not read. */
    static Map<String, String> form(HttpExchange http) throws IOException {
        byte[] body = http.getRequestBody().readNBytes(LARGEST_BODY);
        return Form.parse(new String(body, StandardCharsets.UTF_8));
    }

    static void json(HttpExchange http, int status, Object body) throws IOException {
        send(http, status, "application/json", JSON.writeValueAsString(body));
    }

    static void html(HttpExchange http, int status, String page) throws IOException {
        http.getResponseHeaders()
                .set(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'self'; frame-src 'self'; frame-ancestors 'self'; form-action 'self'");
        send(http, status, "text/html; charset=utf-8", page);
    }

    static void send(HttpExchange http, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        http.getResponseHeaders().set("Content-Type", type);
        http.getResponseHeaders().set("Cache-Control", "no-store");
        http.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        http.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        try (OutputStream out = http.getResponseBody()) {
            out.write(bytes);
        }
    }

    static void redirect(HttpExchange http, String location) throws IOException {
        http.getResponseHeaders().set("Location", location);
        send(http, 303, "text/plain", "");
    }
}
