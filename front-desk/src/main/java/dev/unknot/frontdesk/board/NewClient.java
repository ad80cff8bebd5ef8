package dev.unknot.frontdesk.board;

import dev.unknot.common.client.ClientId;
import dev.unknot.common.client.CreateClient;
import dev.unknot.common.location.LocationId;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A client typed into the booking dialog.
 *
 * @param location where they are registered
 * @param newKey of this attempt, so that a second click writes nobody down twice
 * @param notThese whom the desk has looked at and who are somebody else
 */
public record NewClient(
        @NotNull @Nullable UUID location,
        @Nullable String newName,
        @Nullable String newPhone,
        @Nullable String newEmail,
        @Nullable String newLanguage,
        @Nullable UUID newKey,
        @Nullable List<UUID> notThese) {

    static final NewClient NOBODY = new NewClient(null, null, null, null, null, null, null);

    /** Somebody began to type. */
    public boolean isBegun() {
        return given(newName) != null || given(newPhone) != null || given(newEmail) != null;
    }

    CreateClient command() {
        return new CreateClient(
                newName == null ? "" : newName.strip(),
                given(newEmail),
                given(newPhone),
                given(newLanguage),
                location == null ? null : new LocationId(location),
                notThese == null
                        ? Set.of()
                        : notThese.stream().map(ClientId::new).collect(Collectors.toSet()));
    }

    private static @Nullable String given(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }

    /** Without the person. */
    @Override
    public String toString() {
        return "NewClient[…]";
    }
}
