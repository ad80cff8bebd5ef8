package dev.unknot.notification.sms;

import dev.unknot.platform.problem.Rejection;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** The fields of a webhook's form. */
public record GatewayForm(MultiValueMap<String, String> fields) {
    /** Refuses with 400 a form without it. */
    public String required(String name) {
        String value = optional(name);
        if (value == null) {
            throw Rejection.malformed("missing-parameter", "The form lacks " + name + ".", name);
        }
        return value;
    }

    /** Null when it is absent or blank. */
    public @Nullable String optional(String name) {
        String value = fields.getFirst(name);
        return value == null || value.isBlank() ? null : value;
    }

    /** Without what is told of people, since this ends up in logs. */
    @Override
    public String toString() {
        return "GatewayForm[]";
    }
}
