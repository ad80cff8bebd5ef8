package dev.unknot.devstack.demo;

import dev.unknot.platform.test.Answer;
import dev.unknot.platform.test.Http;
import dev.unknot.platform.test.Probe;
import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls a service and tells the reader what was asked and what came back. */
public final class Narrator {

    private static final int MOST_LINES = 14;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final URI base;
    private final Http http;
    private final PrintStream out;

    public Narrator(URI base, String token, PrintStream out) {
        this.base = base;
        this.http = token.isEmpty() ? Http.at(base) : Http.at(base).as(token);
        this.out = out;
    }

    void say(String line) {
        out.println(line);
    }

    Answer get(String step, String path) {
        ask(step, "GET", path);
        return tell(http.get(path));
    }

    Answer post(String step, String path, Object body, String idempotencyKey) {
        ask(step, "POST", path);
        show("  > ", JsonMapper.shared().valueToTree(body));
        return tell(http.post(path, body, "Idempotency-Key", idempotencyKey));
    }

    Answer put(String step, String path, Object body, String etag) {
        ask(step, "PUT", path);
        show("  > ", JsonMapper.shared().valueToTree(body));
        return tell(http.put(path, body, "If-Match", etag));
    }

    /** Asks again until the answer is as wanted. */
    Answer await(String step, String path, Predicate<JsonNode> wanted) {
        ask(step, "GET", path);
        long start = System.nanoTime();
        Answer[] last = new Answer[1];
        Probe.waitUntil(step, PATIENCE, () -> {
            last[0] = Desk.read(http, path);
            return wanted.test(last[0].body());
        });
        out.printf(
                "  (after %d ms)%n", Duration.ofNanos(System.nanoTime() - start).toMillis());
        return tell(last[0]);
    }

    private void ask(String step, String method, String path) {
        out.printf("%n%s%n  %s %s%s%n", step, method, base, path);
    }

    private Answer tell(Answer answer) {
        if (answer.status() / 100 != 2) {
            throw new IllegalStateException("this was refused: " + answer);
        }
        show("  < " + answer.status() + " ", answer.body());
        return answer;
    }

    private void show(String mark, JsonNode json) {
        String[] lines = json.toPrettyString().split("\n");
        String shown = String.join("\n", List.of(lines).subList(0, Math.min(lines.length, MOST_LINES)));
        out.println(mark + shown.replace("\n", "\n    ") + (lines.length > MOST_LINES ? "\n    …" : ""));
    }
}
