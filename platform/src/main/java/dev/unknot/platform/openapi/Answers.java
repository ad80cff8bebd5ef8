package dev.unknot.platform.openapi;

import dev.unknot.platform.idempotency.IdempotencyKey;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.Arrays;
import java.util.List;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;

/**
 * With which statuses and headers a call succeeds, by what its method takes and gives: whoever takes an
 * {@link IdempotencyKey} and says 201 tells {@code Location} and {@code ETag}, any other {@link ResponseEntity} stands for its
 * {@code ETag}.
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
            if (reads(handler)) {
                answers.addApiResponse(
                        "304", new ApiResponse().description("Not changed since the ETag of If-None-Match"));
            }
        }
        answers.putIfAbsent(ApiResponses.DEFAULT, Problems.reference());
        return operation;
    }

    private static Header tag() {
        return header("The version, such as \"3\", for If-Match");
    }

    private static Header header(String description) {
        return new Header().required(true).description(description).schema(new StringSchema());
    }

    static boolean reads(HandlerMethod handler) {
        RequestMapping mapping = AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), RequestMapping.class);
        return mapping != null && List.of(mapping.method()).contains(RequestMethod.GET);
    }

    private static boolean takes(HandlerMethod handler, Class<?> type) {
        return Arrays.stream(handler.getMethodParameters()).anyMatch(parameter -> parameter.getParameterType() == type);
    }
}
