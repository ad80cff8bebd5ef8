package dev.unknot.booking.terms;

import dev.unknot.common.location.LocationId;
import dev.unknot.common.terms.LocationTermsSnapshot;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The root rows of the locations' terms; whoever changes a policy or a menu has raised the version in here first. */
@Repository
class TermsRows {

    private final JdbcClient jdbc;
    private final Policies policies;
    private final Menus menus;

    TermsRows(JdbcClient jdbc, Policies policies, Menus menus) {
        this.jdbc = jdbc;
        this.policies = policies;
        this.menus = menus;
    }

    TermsVersions versions(LocationId location) {
        return jdbc.sql("SELECT version, policy_version, menu_version FROM location_terms WHERE location_id = ?")
                .param(location.value())
                .query((row, number) -> new TermsVersions(row.getLong(1), row.getLong(2), row.getLong(3)))
                .optional()
                .orElse(TermsVersions.NEVER_PUT);
    }

    /** For whoever holds the location's lock. */
    void keep(LocationId location, TermsVersions versions) {
        jdbc.sql("""
                INSERT INTO location_terms (location_id, version, policy_version, menu_version)
                VALUES (?, ?, ?, ?)
                ON CONFLICT (location_id) DO UPDATE SET version = excluded.version,
                    policy_version = excluded.policy_version, menu_version = excluded.menu_version
                """)
                .params(location.value(), versions.snapshot(), versions.policy(), versions.menu())
                .update();
    }

    LocationTermsSnapshot snapshot(LocationId location, TermsVersions versions) {
        return new LocationTermsSnapshot(
                location,
                policies.of(location),
                Optional.of(location)
                        .filter(_ -> versions.menu() > 0)
                        .map(menus::of)
                        .orElse(null));
    }
}
