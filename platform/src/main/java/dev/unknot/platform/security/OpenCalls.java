package dev.unknot.platform.security;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import java.util.List;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Says in the API's description which calls need no token. */
class OpenCalls implements GlobalOpenApiCustomizer {

    private final List<PathPattern> open;

    OpenCalls(List<String> openPaths) {
        this.open = openPaths.stream().map(new PathPatternParser()::parse).toList();
    }

    @Override
    public void customise(OpenAPI api) {
        api.getPaths().forEach((path, item) -> {
            var called = PathContainer.parsePath(path);
            if (open.stream().anyMatch(pattern -> pattern.matches(called))) {
                item.readOperations().forEach(OpenCalls::open);
            }
        });
    }

    private static void open(Operation operation) {
        operation.setSecurity(List.of());
        operation.getResponses().remove("401");
    }
}
