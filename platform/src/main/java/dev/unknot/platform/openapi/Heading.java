package dev.unknot.platform.openapi;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.List;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;

/** Whose API it is, by which token it opens, and its calls grouped by the collection that their path begins with. */
final class Heading implements GlobalOpenApiCustomizer {

    private static final String ROOT = "/api/v1/";

    private final String service;

    Heading(String service) {
        this.service = service;
    }

    @Override
    public void customise(OpenAPI api) {
        api.setInfo(new Info()
                .title("Unknot " + service)
                .version("v1")
                .description(
                        "Within v1 fields, values and calls are added and none is taken away. A caller passes over "
                                + "what it does not know."));
        api.setServers(List.of(new Server().url("/")));
        api.schemaRequirement(
                "token",
                new SecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .bearerFormat("JWT"));
        api.addSecurityItem(new SecurityRequirement().addList("token"));
        api.getPaths().forEach((path, item) -> item.readOperations().forEach(operation -> group(path, operation)));
        api.setTags(api.getPaths().values().stream()
                .flatMap(item -> item.readOperations().stream())
                .flatMap(operation -> operation.getTags().stream())
                .distinct()
                .sorted()
                .map(name -> new Tag().name(name))
                .toList());
    }

    private static void group(String path, Operation operation) {
        String collection = path.startsWith(ROOT) ? path.substring(ROOT.length()) : path.substring(1);
        operation.setTags(List.of(collection.split("/", 2)[0]));
    }
}
