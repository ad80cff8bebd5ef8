package dev.unknot.platform.openapi;

import dev.unknot.platform.idempotency.IdempotencyKey;
import dev.unknot.platform.web.ExpectedVersion;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;

/**
 * Which statuses and headers a call answers with, by what its method takes and gives: whoever takes an
 * {@link IdempotencyKey} and says 201 tells {@code Location} and {@code ETag}, any other {@link ResponseEntity} stands for its
 * {@code ETag}, and what a caller can get wrong is refused.
 */
final class Answers implements GlobalOperationCustomizer {

    private static final String CREATED = "201";
    private static final String OK = "200";

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        ApiResponses answers = operation.getResponses();
        boolean keyed = takes(handler, IdempotencyKey.class);
        boolean tagged = handler.getReturnType().getParameterType() == ResponseEntity.class;
        if (answers.get(CREATED) != null) {
            answers.get(CREATED)
                    .description("Created")
                    .addHeaderObject(HttpHeaders.LOCATION, header("The path of it, which ends with its id"))
                    .addHeaderObject(HttpHeaders.ETAG, tag());
        } else if (answers.get(OK) != null && tagged && !keyed) {
            answers.get(OK).addHeaderObject(HttpHeaders.ETAG, tag());
            if (verbs(handler).contains(RequestMethod.GET)) {
                answers.addApiResponse(
                        "304", new ApiResponse().description("Not changed since the ETag of If-None-Match"));
            }
        }
        refusals(handler).forEach(status -> answers.putIfAbsent(String.valueOf(status), Problems.reference()));
        answers.putIfAbsent(ApiResponses.DEFAULT, Problems.reference());
        return operation;
    }

    private static Header tag() {
        return header("The version, such as \"3\", for If-Match");
    }

    private static Header header(String description) {
        return new Header().required(true).description(description).schema(new StringSchema());
    }

    private static Iterable<Integer> refusals(HandlerMethod handler) {
        var statuses = new TreeSet<>(List.of(400, 401, 403, 503));
        if (Arrays.stream(handler.getMethodParameters())
                .anyMatch(parameter -> parameter.hasParameterAnnotation(PathVariable.class))) {
            statuses.add(404);
        }
        if (!verbs(handler).contains(RequestMethod.GET)) {
            statuses.addAll(List.of(404, 409, 413, 415, 422));
        }
        for (var parameter : handler.getMethodParameters()) {
            if (parameter.getParameterType() == ExpectedVersion.class) {
                statuses.add(412);
                if (!parameter.isOptional()) {
                    statuses.add(428);
                }
            }
        }
        return statuses;
    }

    private static List<RequestMethod> verbs(HandlerMethod handler) {
        RequestMapping mapping = AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), RequestMapping.class);
        return mapping == null ? List.of() : List.of(mapping.method());
    }

    private static boolean takes(HandlerMethod handler, Class<?> type) {
        return Arrays.stream(handler.getMethodParameters()).anyMatch(parameter -> parameter.getParameterType() == type);
    }
}
