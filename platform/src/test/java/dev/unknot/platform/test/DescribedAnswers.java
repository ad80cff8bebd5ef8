package dev.unknot.platform.test;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.net.http.HttpHeaders;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Each answer that a test is given, held against the committed description of the service under test: its status, its headers,
 * its body and the code of a refusal. Where a module has no such description nothing is asked.
 */
final class DescribedAnswers {

    private static final Optional<DescribedAnswers> EXPECTED =
            CommittedDescription.read().map(DescribedAnswers::new);

    private static final String ROOT = "/api/v1/";
    private static final String DOCUMENT = "https://unknot.dev/openapi";
    private static final Set<String> HEADERS = Set.of("ETag", "Location");

    /** What the container and the dispatcher refuse before there is a call. */
    private static final Set<Integer> BEFORE_A_CALL = Set.of(405, 406);

    private final JsonNode api;
    private final List<PathPattern> paths;
    private final SchemaRegistry schemas;
    private final Map<String, Schema> compiled = new ConcurrentHashMap<>();

    DescribedAnswers(JsonNode api) {
        this.api = closed(api);
        PathPatternParser parser = new PathPatternParser();
        this.paths = api.path("paths").propertyNames().stream()
                .map(parser::parse)
                .sorted(PathPattern.SPECIFICITY_COMPARATOR.thenComparing(Comparator.naturalOrder()))
                .toList();
        this.schemas = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12,
                builder -> builder.schemaRegistryConfig(SchemaRegistryConfig.builder()
                                .formatAssertionsEnabled(true)
                                .build())
                        .schemas(Map.of(DOCUMENT, this.api.toString())));
    }

    /** Fails with what is not as described. */
    static void check(String method, String pathAndQuery, Answer answer) {
        EXPECTED.map(expected -> expected.faults(method, pathAndQuery.split("\\?", 2)[0], answer))
                .filter(faults -> !faults.isEmpty())
                .ifPresent(faults -> {
                    throw new AssertionError(method + " " + pathAndQuery + " answered " + answer
                            + ", which is not as described: " + String.join("; ", faults));
                });
    }

    /** What of the answer is not as described; nothing, if all is. */
    List<String> faults(String method, String path, Answer answer) {
        var called = PathContainer.parsePath(path);
        String verb = method.toLowerCase(Locale.ROOT);
        Optional<String> described = paths.stream()
                .filter(pattern -> pattern.matches(called))
                .map(PathPattern::getPatternString)
                .filter(pattern -> api.path("paths").path(pattern).has(verb))
                .findFirst();
        if (described.isEmpty()) {
            return path.startsWith(ROOT) && answer.status() < 400 ? List.of("there is no such call") : List.of();
        }
        String call = pointer("paths", described.get(), verb);
        String status = String.valueOf(answer.status());
        boolean told = api.at(call + "/responses").has(status);
        if (!told && answer.status() < 500 && !BEFORE_A_CALL.contains(answer.status())) {
            return List.of("there is no such status");
        }
        List<String> faults = new ArrayList<>(faults(call + "/responses" + pointer(told ? status : "default"), answer));
        JsonNode codes = api.at(call).path("x-problem-codes").path(status);
        if (told
                && answer.status() >= 400
                && codes.valueStream().noneMatch(code -> code.asString().equals(answer.code()))) {
            faults.add("there is no such code; name it by @Refuses, and run bin/openapi");
        }
        return faults;
    }

    private List<String> faults(String at, Answer answer) {
        String reference = api.at(at).path("$ref").asString("");
        String response = reference.isEmpty() ? at : reference.substring(1);
        List<String> faults = new ArrayList<>(headers(api.at(response), answer.headers()));
        JsonNode content = api.at(response).path("content");
        if (content.isEmpty()) {
            if (!answer.text().isEmpty()) {
                faults.add("there is no body");
            }
            return faults;
        }
        String type = answer.headers().firstValue("Content-Type").orElse("").split(";", 2)[0];
        if (!content.has(type)) {
            faults.add("there is no body of the type " + type);
        } else if (type.endsWith("json")) {
            schema(response + pointer("content", type, "schema"))
                    .validate(answer.body())
                    .forEach(error -> faults.add(error.toString()));
        }
        return faults;
    }

    private static List<String> headers(JsonNode response, HttpHeaders headers) {
        List<String> faults = new ArrayList<>();
        JsonNode described = response.path("headers");
        for (String name : described.propertyNames()) {
            if (described.path(name).path("required").asBoolean(false)
                    && headers.firstValue(name).isEmpty()) {
                faults.add("the header " + name + " is missing");
            }
        }
        HEADERS.stream()
                .filter(name -> headers.firstValue(name).isPresent() && !described.has(name))
                .forEach(name -> faults.add("there is no header " + name));
        return faults;
    }

    private Schema schema(String pointer) {
        return compiled.computeIfAbsent(
                pointer,
                at -> schemas.getSchema(SchemaLocation.of(
                        DOCUMENT + "#" + at.replace("{", "%7B").replace("}", "%7D"))));
    }

    private static String pointer(String... names) {
        var pointer = new StringBuilder();
        for (String name : names) {
            pointer.append('/').append(name.replace("~", "~0").replace("/", "~1"));
        }
        return pointer.toString();
    }

    /** Callers pass over what they do not know; here nothing may be told that is not described. */
    private static JsonNode closed(JsonNode api) {
        JsonNode closed = api.deepCopy();
        closed.at("/components/schemas").forEachEntry((name, schema) -> {
            if (schema instanceof ObjectNode object
                    && object.has("properties")
                    && !object.has("additionalProperties")
                    && !name.equals("Problem")) {
                object.put("additionalProperties", false);
            }
        });
        return closed;
    }
}
