package dev.unknot.platform.test;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.http.HttpHeaders;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A caller who writes to the socket what no client library would send: {@code Wire.to(port).says("GET /%zz")}. */
public record Wire(int port) {

    public static Wire to(int port) {
        return new Wire(port);
    }

    /** @param line method and target; one character is one byte */
    public Answer says(String line, String... headers) {
        return send(line, "", headers);
    }

    /** A form as it is, whatever is in it. */
    public Answer submits(String line, String form, String... headers) {
        List<String> all = new ArrayList<>(Arrays.asList(headers));
        all.add("Content-Type: application/x-www-form-urlencoded");
        all.add("Content-Length: " + form.length());
        return send(line, form, all.toArray(String[]::new));
    }

    /** A form whose length is not said beforehand. */
    public Answer submitsInChunks(String line, String form, String... headers) {
        List<String> all = new ArrayList<>(Arrays.asList(headers));
        all.add("Content-Type: application/x-www-form-urlencoded");
        all.add("Transfer-Encoding: chunked");
        return send(
                line, Integer.toHexString(form.length()) + "\r\n" + form + "\r\n0\r\n\r\n", all.toArray(String[]::new));
    }

    /** A body as it is, by what the headers say of it; one character is one byte. */
    public Answer sends(String line, String body, String... headers) {
        List<String> all = new ArrayList<>(Arrays.asList(headers));
        all.add("Content-Length: " + body.length());
        return send(line, body, all.toArray(String[]::new));
    }

    /**
     * A body of which one more byte goes out every 100 ms, until the connection is closed; more is announced than ever goes
     * out. The status is 0 where it was closed without an answer.
     */
    public Answer drips(String line, String... headers) {
        try (var socket = new Socket("localhost", port);
                var drops = Executors.newSingleThreadScheduledExecutor()) {
            OutputStream out = socket.getOutputStream();
            out.write((line + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000\r\n"
                            + String.join("\r\n", headers) + "\r\n\r\n")
                    .getBytes(ISO_8859_1));
            var dripping = drops.scheduleAtFixedRate(() -> drip(out), 0, 100, TimeUnit.MILLISECONDS);
            try {
                String received = new String(socket.getInputStream().readAllBytes(), UTF_8);
                return answer(received.isEmpty() ? "HTTP/1.1 0\r\n\r\n" : received);
            } finally {
                dripping.cancel(true);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(line, broken);
        }
    }

    private static void drip(OutputStream out) {
        try {
            out.write(' ');
        } catch (IOException ended) {
            throw new UncheckedIOException(ended);
        }
    }

    private Answer send(String line, String body, String... headers) {
        String head = line + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + String.join(
                        "",
                        Arrays.stream(headers).map(header -> header + "\r\n").toList());
        try (var socket = new Socket("localhost", port)) {
            socket.getOutputStream().write((head + "\r\n" + body).getBytes(ISO_8859_1));
            return answer(new String(socket.getInputStream().readAllBytes(), UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(line, broken);
        }
    }

    private static Answer answer(String received) {
        String[] parts = received.split("\r\n\r\n", 2);
        String[] head = parts[0].split("\r\n");
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (int i = 1; i < head.length; i++) {
            String[] header = head[i].split(": ?", 2);
            headers.computeIfAbsent(header[0], name -> new ArrayList<>()).add(header.length > 1 ? header[1] : "");
        }
        String body = parts.length > 1 ? parts[1] : "";
        return new Answer(
                Integer.parseInt(head[0].split(" ", 3)[1]),
                HttpHeaders.of(headers, (name, value) -> true),
                headers.containsKey("Transfer-Encoding") ? dechunked(body) : body);
    }

    /** Enough for a test: what looks like a chunk's length on a line of its own is one. */
    private static String dechunked(String body) {
        return String.join(
                "",
                Arrays.stream(body.split("\r\n"))
                        .filter(line -> !line.matches("[0-9a-fA-F]{1,6}"))
                        .toList());
    }
}
