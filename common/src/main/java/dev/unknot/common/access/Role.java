package dev.unknot.common.access;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Who a caller is to the clinic; each token has exactly one. Its code is lower case with hyphens: {@code front-desk}. */
public enum Role {
    OWNER,
    MANAGER,
    FRONT_DESK,
    THERAPIST,
    CLIENT,
    INTEGRATION,
    SERVICE;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Role ofCode(String code) {
        return Arrays.stream(values())
                .filter(role -> role.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("a role is one of "
                        + Arrays.stream(values()).map(Role::code).collect(Collectors.joining(", ")) + ", and not '"
                        + code + "'"));
    }
}
