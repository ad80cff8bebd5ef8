package dev.unknot.platform.test;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A service asked for what is not as its own description says, over a socket: each operation so and so many times, with
 * something wrong in the path, the query, a header or the body. Alike for the same seed.
 */
public final class FuzzedApi {

    /** Stands in all that is typed, so that it is found where it must not be. */
    public static final String MARK = "zq7typed";

    private static final String REFERENCE = "#/components/schemas/";
    private static final int DEEPEST = 6;
    private static final Set<String> METHODS = Set.of("get", "post", "put", "delete", "patch");

    /** Of which a request that is refused may leave a row: the refusal itself is on record. */
    private static final Set<String> UNCOUNTED = Set.of("audit_trail", "outbox", "flyway_schema_history");

    /** As they stand in a path or a query. */
    private static final List<String> IN_ADDRESSES = List.of(
            MARK,
            MARK + "%zz",
            MARK + "%FF",
            MARK + "%00",
            MARK + "%0d%0aX:%20y",
            MARK + "%ED%A0%80",
            MARK + "%E2%80%AE",
            "%20",
            "-1",
            "0",
            "99999999999999999999",
            "9999-12-31",
            "2026-02-30",
            "%2B999999999-01-01T00:00:00Z",
            "-999999999-12-31T00:00:00Z",
            "2026-03-29T02:30:00%2B99:00",
            "NaN",
            "null",
            "true",
            "0197a000-0000-7000-8000-000000000001",
            "0197a000-0000-7000-8000-000000000001," + MARK,
            MARK + "x".repeat(3_000));

    private static final List<String> IN_HEADERS = List.of(
            "If-Match: " + MARK,
            "If-Match: \"" + MARK + "\"",
            "If-Match: \"99999999999999999999\"",
            "If-Match: *",
            "If-Match: \"1\", \"2\"",
            "If-Match: \u00e9" + MARK,
            "Idempotency-Key: \u00e9" + MARK,
            "Idempotency-Key: ",
            "Idempotency-Key: " + MARK + "k".repeat(300),
            "Accept-Language: " + "de, ".repeat(40) + MARK,
            "Accept-Language: " + MARK + ";q=" + MARK,
            "Accept: " + MARK + "/" + MARK + ";;",
            "Accept: image/png",
            "X-Forwarded-For: " + MARK,
            "Forwarded: for=" + MARK,
            "Content-Type: */*",
            "Content-Type: " + MARK,
            "Content-Type: text/xml",
            "Content-Type: application/json;charset=" + MARK,
            "Range: bytes=" + MARK,
            "Cookie: " + MARK + "=\"");

    /** As they stand in JSON. */
    private static final List<String> IN_BODIES = List.of(
            "null",
            "\"\"",
            "\" \"",
            "\"" + MARK + "\"",
            "\"" + MARK + "\\ud800\"",
            "\"" + MARK + "\\u0000\"",
            "\"" + MARK + "\\u202e\\n\"",
            "\"" + MARK + "x".repeat(20_000) + "\"",
            "-1",
            "0",
            "0.5",
            "1e400",
            "-9223372036854775809",
            "2147483648",
            "true",
            "{}",
            "[]",
            "[null]",
            "{\"" + MARK + "\":1}",
            "\"+999999999-12-31T23:59:59Z\"",
            "\"-999999999-01-01T00:00:00Z\"",
            "\"+999999999-12-31T23:45:00Z\"",
            "1772442000",
            "\"9999-12-31\"",
            "\"2026-02-30\"",
            "\"PT-1S\"",
            "\"P9999999Y\"",
            "\"0197a000-0000-7000-8000-000000000001\"",
            "\"Mars/" + MARK + "\"",
            "[".repeat(2_000) + "]".repeat(2_000));

    private static final List<String> WHOLE_BODIES = List.of(
            "",
            " ",
            "null",
            "[]",
            "\"" + MARK + "\"",
            "{",
            "{\"" + MARK + "\":",
            "{} " + MARK,
            "{\"name\":\"a\",\"name\":\"" + MARK + "\"}",
            "\u00ff\u00fe" + MARK,
            "{\"a\":".repeat(3_000),
            "{\"name\":\"" + MARK + "x".repeat(300_000) + "\"}");

    private final int port;
    private final String token;
    private final JdbcClient database;
    private final Random random;
    private final JsonNode api;
    private final JsonMapper json = JsonMapper.builder().build();
    private final List<String> faults = new ArrayList<>();
    private int asked;
    private int refused;

    private FuzzedApi(int port, String token, JdbcClient database, long seed) {
        this.port = port;
        this.token = token;
        this.database = database;
        this.random = new Random(seed);
        this.api = Http.at(port).get("/v3/api-docs").body();
    }

    /**
     * What the service did wrong: answered with a fault of its own, refused without a code, or kept something of what it
     * refused. Empty, if nothing.
     *
     * @param times how often each operation is asked
     */
    public static List<String> faults(int port, String token, JdbcClient database, long seed, int times) {
        var fuzzed = new FuzzedApi(port, token, database, seed);
        fuzzed.run(times);
        return fuzzed.faults;
    }

    private void run(int times) {
        for (String path : api.path("paths").propertyNames()) {
            JsonNode operations = api.path("paths").path(path);
            for (String method : operations.propertyNames()) {
                if (METHODS.contains(method)) {
                    ask(path, method.toUpperCase(Locale.ROOT), operations.path(method), times);
                }
            }
        }
        if (2 * refused < asked || asked == 0) {
            faults.add("of " + asked + " only " + refused + " were refused, so little was asked wrongly");
        }
    }

    private void ask(String path, String method, JsonNode operation, int times) {
        long before = rows();
        boolean taken = false;
        for (int i = 0; i < times; i++) {
            Asked wrongly = wrongly(path, method, operation);
            Answer answer = wrongly.of(Wire.to(port));
            asked++;
            if (answer.status() >= 500) {
                faults.add(answer.status() + " to " + wrongly);
            } else if (answer.status() >= 400) {
                refused++;
                if (answer.code().isEmpty()) {
                    faults.add("no code in " + answer + " to " + wrongly);
                }
            } else {
                taken = true;
            }
        }
        if (!taken && rows() != before) {
            faults.add("rows are left of what was refused by " + method + " " + path);
        }
    }

    private Asked wrongly(String path, String method, JsonNode operation) {
        boolean hasBody = operation.path("requestBody").isObject();
        // One fault each, so that the others do not hide it; now and then two.
        Set<Integer> wrong = random.nextInt(5) == 0
                ? Set.of(random.nextInt(4), random.nextInt(4) + 4)
                : Set.of(random.nextInt(hasBody ? 4 : 3));
        String address = address(path, operation, wrong);
        List<String> headers = new ArrayList<>(List.of("Authorization: Bearer " + token));
        if (wrong.contains(2) || wrong.contains(6)) {
            headers.add(one(IN_HEADERS));
        }
        if (headers.stream().noneMatch(header -> header.startsWith("If-Match"))) {
            headers.add("If-Match: \"1\"");
        }
        if (hasBody && headers.stream().noneMatch(header -> header.startsWith("Content-Type"))) {
            headers.add("Content-Type: application/json");
        }
        return new Asked(
                method + " " + address,
                hasBody ? body(operation, wrong.contains(3) || wrong.contains(7)) : "",
                headers);
    }

    private String address(String path, JsonNode operation, Set<Integer> wrong) {
        String address = path;
        List<String> query = new ArrayList<>();
        for (JsonNode parameter : operation.path("parameters")) {
            String name = parameter.path("name").asString();
            if (parameter.path("in").asString().equals("path")) {
                address = address.replace(
                        "{" + name + "}",
                        wrong.contains(0) || wrong.contains(4) ? one(IN_ADDRESSES) : usual(parameter));
            } else if (parameter.path("in").asString().equals("query")) {
                if (wrong.contains(1) || wrong.contains(5)) {
                    query.add(name + "=" + (random.nextBoolean() ? one(IN_ADDRESSES) : usual(parameter)));
                } else if (parameter.path("required").asBoolean(false)) {
                    query.add(name + "=" + usual(parameter));
                }
            }
        }
        if ((wrong.contains(1) || wrong.contains(5)) && random.nextInt(4) == 0) {
            query.add(one(IN_ADDRESSES) + "=" + one(IN_ADDRESSES));
        }
        return query.isEmpty() ? address : address + "?" + String.join("&", query);
    }

    private static String usual(JsonNode parameter) {
        JsonNode schema = parameter.path("schema");
        return switch (schema.path("format").asString("")) {
            case "uuid" -> "0197a000-0000-7000-8000-000000000001";
            case "date-time" -> "2026-03-02T09:00:00Z";
            case "date" -> "2026-03-02";
            default -> schema.path("type").asString("").equals("integer") ? "5" : "swedish";
        };
    }

    private String body(JsonNode operation, boolean wrong) {
        if (wrong && random.nextInt(4) == 0) {
            return one(WHOLE_BODIES);
        }
        JsonNode content = operation.path("requestBody").path("content");
        JsonNode schema = content.propertyNames().isEmpty()
                ? JsonNodeFactory.instance.objectNode()
                : content.values().iterator().next().path("schema");
        JsonNode sample = sample(schema, 0);
        if (!wrong) {
            return sample.toString();
        }
        List<Place> places = new ArrayList<>();
        collect(sample, places);
        if (places.isEmpty()) {
            return one(WHOLE_BODIES);
        }
        String stand = "\"" + MARK + "here\"";
        one(places).put(JsonNodeFactory.instance.stringNode(MARK + "here"));
        return json.writeValueAsString(sample).replace(stand, one(IN_BODIES));
    }

    private JsonNode sample(JsonNode described, int depth) {
        if (described.path("anyOf").isArray()) {
            return sample(described.path("anyOf").get(0), depth);
        }
        JsonNode schema = described;
        String reference = described.path("$ref").asString("");
        if (!reference.isEmpty()) {
            schema = api.path("components").path("schemas").path(reference.substring(REFERENCE.length()));
        }
        if (schema.path("enum").isArray() && !schema.path("enum").isEmpty()) {
            return schema.path("enum").get(0);
        }
        if (schema.path("properties").isObject() && depth < DEEPEST) {
            ObjectNode sample = JsonNodeFactory.instance.objectNode();
            JsonNode properties = schema.path("properties");
            for (String name : properties.propertyNames()) {
                sample.set(name, sample(properties.path(name), depth + 1));
            }
            return sample;
        }
        return plain(schema, depth);
    }

    private JsonNode plain(JsonNode schema, int depth) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        JsonNode type = schema.path("type");
        // Where null may stand too, the type proper comes first.
        return switch ((type.isArray() ? type.get(0) : type).asString("")) {
            case "array" -> {
                ArrayNode sample = nodes.arrayNode();
                sample.add(sample(schema.path("items"), depth + 1));
                yield sample;
            }
            case "integer" -> nodes.numberNode(60);
            case "number" -> nodes.numberNode(5.5);
            case "boolean" -> nodes.booleanNode(true);
            case "string" ->
                nodes.stringNode(
                        switch (schema.path("format").asString("")) {
                            case "uuid" -> "0197a000-0000-7000-8000-000000000001";
                            case "date-time" -> "2026-03-02T09:00:00Z";
                            case "date" -> "2026-03-02";
                            case "time-local" -> "09:00";
                            default -> "Ada";
                        });
            default -> nodes.objectNode();
        };
    }

    private static void collect(JsonNode sample, List<Place> places) {
        if (sample instanceof ObjectNode object) {
            for (String name : object.propertyNames()) {
                places.add(value -> object.set(name, value));
                collect(object.path(name), places);
            }
        } else if (sample instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                int at = i;
                places.add(value -> array.set(at, value));
                collect(array.get(at), places);
            }
        }
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private long rows() {
        List<String> tables = database
                .sql("SELECT quote_ident(tablename) FROM pg_tables WHERE schemaname = 'public' ORDER BY 1")
                .query(String.class)
                .list()
                .stream()
                .filter(table -> !UNCOUNTED.contains(table))
                .toList();
        String counts = tables.stream()
                .map(table -> "(SELECT count(*) FROM " + table + ")")
                .collect(Collectors.joining(" + "));
        return database.sql("SELECT " + counts).query(Long.class).single();
    }

    private interface Place {
        void put(JsonNode value);
    }

    private record Asked(String line, String body, List<String> headers) {

        Answer of(Wire wire) {
            return body.isEmpty()
                    ? wire.says(line, headers.toArray(String[]::new))
                    : wire.sends(line, body, headers.toArray(String[]::new));
        }

        @Override
        public String toString() {
            String more = headers.stream()
                    .filter(header -> !header.startsWith("Authorization"))
                    .collect(Collectors.joining("; "));
            return Stream.of(line, more, body)
                    .map(part -> part.length() > 300 ? part.substring(0, 300) + "…" : part)
                    .collect(Collectors.joining(" | "));
        }
    }
}
