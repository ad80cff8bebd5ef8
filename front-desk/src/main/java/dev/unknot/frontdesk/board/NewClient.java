package dev.unknot.frontdesk.board;

import dev.unknot.common.client.CreateClient;
import dev.unknot.common.location.LocationId;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A client typed into the booking dialog.
 *
 * @param location where they are registered
 * @param newKey of this attempt, so that a second click writes nobody down twice
 */
public record NewClient(
        @NotNull UUID location,
        @Nullable String newName,
        @Nullable String newPhone,
        @Nullable String newEmail,
        @Nullable String newLanguage,
        @Nullable UUID newKey) {

    CreateClient command() {
        return new CreateClient(
                newName == null ? "" : newName.strip(),
                given(newEmail),
                given(newPhone),
                given(newLanguage),
                new LocationId(location));
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
