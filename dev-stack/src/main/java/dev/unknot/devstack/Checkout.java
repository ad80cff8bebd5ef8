package dev.unknot.devstack;

import java.nio.file.Files;
import java.nio.file.Path;

/** The source tree this runs from; the packaged services lie below it. */
final class Checkout {

    private static final String PACKAGED = "%s/target/%s-0.1.0-SNAPSHOT-exec.jar";

    private Checkout() {}

    static Path root() {
        Path start = Path.of("").toAbsolutePath();
        for (Path candidate = start; candidate != null; candidate = candidate.getParent()) {
            if (Files.exists(candidate.resolve("dev-stack/pom.xml"))) {
                return candidate;
            }
        }
        throw new IllegalStateException(start + " is not inside a checkout of Unknot");
    }

    static Path jar(Service service) {
        Path jar = root().resolve(PACKAGED.formatted(service.module(), service.module()));
        if (!Files.exists(jar)) {
            throw new IllegalStateException(jar + " is missing: package " + service.module() + " first");
        }
        return jar;
    }
}
