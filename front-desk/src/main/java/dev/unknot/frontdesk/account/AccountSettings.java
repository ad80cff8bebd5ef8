package dev.unknot.frontdesk.account;

import dev.unknot.common.access.Role;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The accounts there are without anybody having made them.
 *
 * @param firstOwnerEmail whose account is made when there is none at all; null: nobody's
 * @param firstOwnerPassword theirs; good to change at once
 * @param wayBack email of an owner who is let back in by this start, which ends when that is done; null: nobody is
 * @param dev development only: accounts put into the database at start, their passwords in plain text
 */
@ConfigurationProperties("unknot.accounts")
record AccountSettings(
        @Nullable String firstOwnerEmail,
        @Nullable String firstOwnerPassword,
        @Nullable String wayBack,
        @DefaultValue List<DevAccount> dev) {

    /**
     * @param role a code such as {@code front-desk}
     * @param locations ids; empty for all
     * @param therapist who they are in the schedules, for role {@code therapist}
     */
    record DevAccount(
            String email,
            String name,
            String password,
            Role role,
            @DefaultValue List<UUID> locations,
            @Nullable UUID therapist) {

        @Override
        public String toString() {
            return "DevAccount[" + role.code() + "]";
        }
    }

    @Override
    public String toString() {
        return "AccountSettings[…]";
    }
}
