package dev.unknot.platform.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the service under test says of its API, beside what is committed of it in {@code docs/openapi}. {@code bin/openapi}
 * writes it anew, and with {@code --breaking} even where clients that were generated before would break.
 */
public final class CommittedDescription {

    private static final JsonMapper SORTED = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED)
            .build();

    private CommittedDescription() {}

    /** That of the module whose tests run, or nothing if it has none. */
    static Optional<JsonNode> read() {
        Path file = file();
        return Files.exists(file) ? Optional.of(SORTED.readTree(text(file))) : Optional.empty();
    }

    /** How the two differ, and what is to be done about it; empty if they do not, or no longer. */
    public static String difference(int port) {
        JsonNode now = Http.at(port).get("/v3/api-docs").body();
        String said = SORTED.writeValueAsString(now) + "\n";
        Path file = file();
        String committed = Files.exists(file) ? text(file) : "";
        if (said.equals(committed)) {
            return "";
        }
        String broken = committed.isEmpty() ? "" : BreakingChanges.between(SORTED.readTree(committed), now);
        String renew = System.getProperty("unknot.openapi", "");
        if (!broken.isEmpty() && !renew.equals("breaking")) {
            return "Clients that were generated from " + name(file) + " would break:\n" + broken
                    + "\nIf nobody has such a client, write it with bin/openapi --breaking.";
        }
        if (renew.isEmpty()) {
            return name(file) + " is not what the service says of itself, from line " + firstOther(committed, said)
                    + " on. If that is meant, write it with bin/openapi and commit it.";
        }
        write(file, said);
        return "";
    }

    private static int firstOther(String committed, String said) {
        var before = committed.lines().iterator();
        var after = said.lines().iterator();
        int line = 1;
        while (before.hasNext() && after.hasNext() && before.next().equals(after.next())) {
            line++;
        }
        return line;
    }

    private static Path file() {
        Path module = Path.of("").toAbsolutePath();
        return module.resolveSibling("docs").resolve("openapi").resolve(module.getFileName() + ".json");
    }

    private static String name(Path file) {
        return "docs/openapi/" + file.getFileName();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
