package dev.unknot.platform.test;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** What a generator of clients needs of each call: a name of its own, what it answers, and patterns that its language can read. */
final class DescribedCalls {

    private static final Pattern VERB_AND_NOUN = Pattern.compile("[a-z]+([A-Z][a-z]+)*");
    private static final Pattern NO_ECMA = Pattern.compile("\\(\\?[^:=!<]|[*+?}]\\+|\\\\[AZzGQEhHRX]");

    private final JsonNode api;
    private final List<String> faults = new ArrayList<>();
    private final Set<String> names = new HashSet<>();

    private DescribedCalls(JsonNode api) {
        this.api = api;
    }

    static List<String> faults(JsonNode api) {
        var calls = new DescribedCalls(api);
        JsonNode paths = api.path("paths");
        for (String path : paths.propertyNames()) {
            JsonNode item = paths.path(path);
            for (String method : item.propertyNames()) {
                calls.look(path, method, item.path(method));
            }
        }
        calls.patterns(api, "");
        return calls.faults;
    }

    private void look(String path, String method, JsonNode call) {
        String where = method + " " + path;
        String name = call.path("operationId").asString("");
        if (!VERB_AND_NOUN.matcher(name).matches() || !names.add(name)) {
            faults.add(where + " has no name of its own such as bookAppointment, but is called " + name);
        }
        if (call.path("summary").asString("").isEmpty()) {
            faults.add(where + " does not say what it does");
        }
        for (JsonNode parameter : call.path("parameters")) {
            String parameterName = parameter.path("name").asString();
            if (parameter.path("in").asString().equals("path") && !path.contains("{" + parameterName + "}")) {
                faults.add(where + " has no place for " + parameterName);
            }
        }
        JsonNode answers = call.path("responses");
        if (answers.has("201")
                && !(answers.at("/201/headers").has("Location")
                        && answers.at("/201/headers").has("ETag"))) {
            faults.add(where + " creates something and does not say where it is");
        }
        if (answers.path("400").isMissingNode() || answers.path("default").isMissingNode()) {
            faults.add(where + " refuses nothing");
        }
    }

    private void patterns(JsonNode node, String at) {
        for (String name : node.propertyNames()) {
            JsonNode part = node.path(name);
            if (name.equals("pattern") && part.isString() && !isPortable(part.asString())) {
                faults.add(at + " has a pattern that is no ECMA one from end to end: " + part.asString());
            }
            patterns(part, at + "/" + name);
        }
    }

    private static boolean isPortable(String pattern) {
        return pattern.startsWith("^")
                && pattern.endsWith("$")
                && !NO_ECMA.matcher(pattern).find();
    }
}
