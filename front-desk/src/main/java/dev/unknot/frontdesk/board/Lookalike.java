package dev.unknot.frontdesk.board;

import dev.unknot.common.client.ClientCandidate.Likeness;
import dev.unknot.common.client.ClientId;
import dev.unknot.common.client.ClientView;
import dev.unknot.frontdesk.clinic.Refused;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Somebody who may be the new client.
 *
 * @param because in what they are alike, in words
 */
public record Lookalike(ClientView client, String because) {

    /** Whom a refusal to write somebody down names; nobody where it has another reason. */
    static List<Lookalike> of(Refused refused) {
        return of(refused.told("candidates"));
    }

    /** A service of the next version may tell more of them, and compare what we know nothing of. */
    static List<Lookalike> of(JsonNode candidates) {
        return candidates.valueStream().map(Lookalike::one).toList();
    }

    private static Lookalike one(JsonNode candidate) {
        Set<String> alike =
                candidate.path("alike").valueStream().map(JsonNode::asString).collect(Collectors.toSet());
        String words = Stream.of(Likeness.values())
                .filter(likeness -> alike.contains(likeness.name()))
                .map(Lookalike::words)
                .collect(Collectors.joining(", "));
        return new Lookalike(
                new ClientView(
                        ClientId.of(candidate.path("id").asString()),
                        0,
                        candidate.path("name").asString(""),
                        told(candidate.path("email")),
                        told(candidate.path("phone")),
                        "en"),
                words.isEmpty() ? "much in common" : words);
    }

    private static @Nullable String told(JsonNode text) {
        return text.isString() ? text.asString() : null;
    }

    /** Phone and email, as far as they are known. */
    public String contact() {
        return Stream.of(client.phone(), client.email())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
    }

    private static String words(Likeness likeness) {
        return switch (likeness) {
            case PHONE -> "same phone";
            case EMAIL -> "same email";
            case NAME -> "similar name";
        };
    }
}
