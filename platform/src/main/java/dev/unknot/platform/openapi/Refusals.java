package dev.unknot.platform.openapi;

import dev.unknot.platform.idempotency.IdempotencyKey;
import dev.unknot.platform.web.ExpectedVersion;
import io.swagger.v3.oas.models.Operation;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.HandlerMethod;

/** With what a call refuses: what follows from its arguments, and what it says of itself by {@link Refuses}. */
final class Refusals implements GlobalOperationCustomizer {

    private static final Map<Integer, List<String>> ANY = Map.of(
            400, List.of("invalid-parameter", "invalid-request", "missing-parameter"),
            401, List.of("unauthenticated"),
            403, List.of("forbidden", "location-not-yours", "role-not-allowed"),
            429, List.of("too-many-requests"),
            503, List.of("temporarily-unavailable"));

    private static final Map<Integer, List<String>> WRITING =
            Map.of(403, List.of("scope-not-granted"), 404, List.of("not-found"), 409, List.of("busy"));

    private static final Map<Integer, List<String>> WITH_A_BODY = Map.of(
            400, List.of("malformed-json", "unknown-field"),
            408, List.of("request-timeout"),
            413, List.of("payload-too-large"),
            415, List.of("unsupported-media-type"),
            422, List.of());

    private static final Map<Integer, List<String>> KEYED =
            Map.of(400, List.of("malformed-idempotency-key"), 422, List.of("idempotency-key-reused"));

    @Override
    public Operation customize(Operation call, HandlerMethod handler) {
        ANY.forEach((status, codes) -> ProblemCodes.add(call, status, codes));
        if (!Answers.reads(handler)) {
            WRITING.forEach((status, codes) -> ProblemCodes.add(call, status, codes));
        }
        for (MethodParameter parameter : handler.getMethodParameters()) {
            of(parameter).forEach((status, codes) -> ProblemCodes.add(call, status, codes));
        }
        Stream.of(
                        handler.getMethodAnnotation(Refuses.class),
                        handler.getBeanType().getAnnotation(Refuses.class))
                .flatMap(Stream::ofNullable)
                .flatMap(refuses -> Arrays.stream(refuses.value()))
                .map(said -> said.split(" "))
                .forEach(said -> ProblemCodes.add(
                        call, Integer.parseInt(said[0]), Arrays.asList(said).subList(1, said.length)));
        return call;
    }

    private static Map<Integer, List<String>> of(MethodParameter parameter) {
        if (parameter.hasParameterAnnotation(PathVariable.class)) {
            return Map.of(404, List.of("not-found"));
        }
        if (parameter.hasParameterAnnotation(RequestBody.class)) {
            return WITH_A_BODY;
        }
        if (parameter.getParameterType() == IdempotencyKey.class) {
            return KEYED;
        }
        if (parameter.getParameterType() == ExpectedVersion.class) {
            return ofVersion(parameter.isOptional());
        }
        return "cursor".equals(parameter.getParameter().getName()) ? Map.of(400, List.of("invalid-cursor")) : Map.of();
    }

    private static Map<Integer, List<String>> ofVersion(boolean optional) {
        Map<Integer, List<String>> codes =
                new TreeMap<>(Map.of(400, List.of("malformed-if-match"), 412, List.of("version-mismatch")));
        if (!optional) {
            codes.put(428, List.of("if-match-required"));
        }
        return codes;
    }
}
