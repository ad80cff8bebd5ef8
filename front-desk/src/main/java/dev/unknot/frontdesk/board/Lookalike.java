package dev.unknot.frontdesk.board;

import dev.unknot.common.client.ClientCandidate;
import dev.unknot.common.client.ClientCandidate.Likeness;
import dev.unknot.common.client.ClientView;
import dev.unknot.frontdesk.clinic.Refused;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * Somebody who may be the new client.
 *
 * @param because in what they are alike, in words
 */
public record Lookalike(ClientView client, String because) {

    /** Whom a refusal to write somebody down names; nobody where it has another reason. */
    static List<Lookalike> of(Refused refused, JsonMapper json) {
        return refused.told("candidates")
                .valueStream()
                .map(candidate -> json.treeToValue(candidate, ClientCandidate.class))
                .map(candidate -> new Lookalike(
                        new ClientView(candidate.id(), 0, candidate.name(), candidate.email(), candidate.phone(), "en"),
                        Stream.of(Likeness.values())
                                .filter(candidate.alike()::contains)
                                .map(Lookalike::words)
                                .collect(Collectors.joining(", "))))
                .toList();
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
