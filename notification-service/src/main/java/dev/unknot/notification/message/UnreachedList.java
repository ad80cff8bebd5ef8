package dev.unknot.notification.message;

import static java.time.ZoneOffset.UTC;

import dev.unknot.common.api.ItemList;
import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.client.ClientId;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.message.Channel;
import dev.unknot.common.message.ChannelFailure;
import dev.unknot.common.message.MessageKind;
import dev.unknot.common.message.UnreachedId;
import dev.unknot.common.message.UnreachedView;
import dev.unknot.platform.audit.AuditTrail;
import dev.unknot.platform.problem.Rejection;
import dev.unknot.platform.security.Caller;
import dev.unknot.platform.security.LocationScope;
import dev.unknot.platform.web.Cursor;
import dev.unknot.platform.web.ExpectedVersion;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The clients no channel reached, for staff of the visit's location. */
@Repository
public class UnreachedList {
    /**
     * The visit is still to come, or was called off, as the client was to be told; and nothing about it has reached them
     * since, nor has what seemed to be lost.
     */
    private static final String STANDS = """
            {visit}.starts > :now AND {visit}.revision = {call}.revision
              AND CASE WHEN {call}.kind = 'CANCELLATION' THEN {visit}.status = 'CANCELLED'
                       ELSE {visit}.status IN ('BOOKED', 'CONFIRMED') END
              AND NOT EXISTS (
                  SELECT FROM messages LEFT JOIN deliveries USING (gateway_id)
                  WHERE messages.client_id = {call}.client_id
                    AND messages.appointment_id = {call}.appointment_id
                    AND messages.revision = {call}.revision
                    AND state = 'SENT' AND (outcome IS NULL OR outcome = 'DELIVERED')
                    AND (sent_at > {call}.since
                         OR outcome = 'DELIVERED' AND messages.kind = {call}.kind AND noted_at > {call}.since))
            """;

    private static final String VIEW = """
            SELECT unreached_clients.*, text.why AS sms_why, sms_dead.since AS sms_dead,
                   mail.why AS email_why, email_dead.since AS email_dead
            FROM unreached_clients JOIN visits USING (appointment_id)
                 JOIN contacts ON contacts.client_id = unreached_clients.client_id
                 LEFT JOIN dead_addresses sms_dead ON sms_dead.channel = 'SMS' AND sms_dead.address = contacts.phone
                 LEFT JOIN dead_addresses email_dead
                           ON email_dead.channel = 'EMAIL' AND email_dead.address = coalesce(contacts.email_key, lower(contacts.email))
                 LEFT JOIN LATERAL (
                     SELECT coalesce(reason, code) AS why FROM messages LEFT JOIN deliveries USING (gateway_id)
                     WHERE messages.client_id = unreached_clients.client_id
                       AND messages.appointment_id = unreached_clients.appointment_id
                       AND messages.kind = unreached_clients.kind AND messages.revision = unreached_clients.revision
                       AND channel = 'SMS' AND copy = 0) text ON true
                 LEFT JOIN LATERAL (
                     SELECT coalesce(reason, code) AS why FROM messages LEFT JOIN deliveries USING (gateway_id)
                     WHERE messages.client_id = unreached_clients.client_id
                       AND messages.appointment_id = unreached_clients.appointment_id
                       AND messages.kind = unreached_clients.kind AND messages.revision = unreached_clients.revision
                       AND channel = 'EMAIL' AND copy = 0) mail ON true
            WHERE (:everywhere OR unreached_clients.location_id = ANY (:locations))
              AND
            """ + stands("unreached_clients", "visits");

    /** News of a series is one call, shown at its first visit that it is about. */
    private static final String FIRST_OF_ITS_SERIES = """
             NOT EXISTS (
                SELECT FROM unreached_clients earlier JOIN visits sooner USING (appointment_id)
                WHERE sooner.series_id = visits.series_id AND earlier.client_id = unreached_clients.client_id
                  AND earlier.location_id = unreached_clients.location_id
                  AND earlier.kind = unreached_clients.kind AND earlier.kind NOT LIKE '%REMINDER'
                  AND (earlier.handled_at IS NULL) = (unreached_clients.handled_at IS NULL)
                  AND (sooner.starts, earlier.id) < (visits.starts, unreached_clients.id)
                  AND
            """ + stands("earlier", "sooner") + ")";

    private static String stands(String call, String visit) {
        return STANDS.replace("{call}", call).replace("{visit}", visit);
    }

    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final Clock clock;

    UnreachedList(JdbcClient jdbc, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /** Newest first. */
    public ItemList<UnreachedView> page(
            UnreachedFilter filter, LocationScope scope, @Nullable String cursor, int limit) {
        List<UnreachedView> rows = jdbc.sql(VIEW + """
                          AND (:location::uuid IS NULL OR unreached_clients.location_id = :location)
                          AND (:appointment::uuid IS NULL OR unreached_clients.appointment_id = :appointment)
                          AND (:open::boolean IS NULL OR (handled_at IS NULL) = :open)
                          AND (:after::uuid IS NULL OR unreached_clients.id < :after)
                          AND (NOT :once OR
                        """ + FIRST_OF_ITS_SERIES + """
                          )
                        ORDER BY unreached_clients.id DESC LIMIT :limit
                        """)
                .param("everywhere", scope.all())
                .param("locations", scope.idArray())
                .param("now", clock.instant().atOffset(UTC))
                .param("location", filter.location(), Types.OTHER)
                .param("appointment", filter.appointment(), Types.OTHER)
                .param("open", filter.open(), Types.BOOLEAN)
                .param("once", filter.oncePerSeries())
                .param("after", cursor == null ? null : after(cursor), Types.OTHER)
                .param("limit", limit + 1)
                .query(UnreachedList::view)
                .list();
        if (rows.size() <= limit) {
            return ItemList.all(rows);
        }
        List<UnreachedView> page = rows.subList(0, limit);
        return new ItemList<>(page, Cursor.encode(page.getLast().id()));
    }

    /** Notes that somebody has called the client, of news of a series about all its visits. */
    @Transactional
    public UnreachedView handle(UnreachedId id, ExpectedVersion expected, Caller caller) {
        UnreachedView unreached = hold(id, caller.locations());
        if (unreached.handledAt() != null) {
            throw Rejection.conflict("already-handled", "Someone has dealt with this already.");
        }
        expected.require(unreached.version());
        audit.changed("unreached-handled", id.value(), null);
        Instant now = clock.instant();
        jdbc.sql("""
                        UPDATE unreached_clients SET version = version + 1, handled_at = :now, handled_by = :actor
                        WHERE id = :id
                           OR client_id = :client AND location_id = :location AND kind = :kind AND handled_at IS NULL
                              AND kind NOT LIKE '%REMINDER' AND appointment_id IN (
                                  SELECT others.appointment_id FROM visits JOIN visits others USING (series_id)
                                  WHERE visits.appointment_id = :appointment)
                        """)
                .param("now", now.atOffset(UTC))
                .param("actor", caller.actor())
                .param("id", id.value())
                .param("client", unreached.clientId().value())
                .param("location", unreached.locationId().value())
                .param("kind", unreached.kind().name())
                .param("appointment", unreached.appointmentId().value())
                .update();
        return unreached.handled(now);
    }

    private UnreachedView hold(UnreachedId id, LocationScope scope) {
        return jdbc.sql(VIEW + " AND unreached_clients.id = :id FOR UPDATE OF unreached_clients")
                .param("everywhere", scope.all())
                .param("locations", scope.idArray())
                .param("now", clock.instant().atOffset(UTC))
                .param("id", id.value())
                .query(UnreachedList::view)
                .optional()
                .orElseThrow(() -> Rejection.notFound("not-found", "There is no such client to call."));
    }

    private static UUID after(String cursor) {
        return Cursor.decode(cursor, parts -> UUID.fromString(parts.getFirst()));
    }

    private static UnreachedView view(ResultSet row, int number) throws SQLException {
        return new UnreachedView(
                new UnreachedId(row.getObject("id", UUID.class)),
                row.getLong("version"),
                new ClientId(row.getObject("client_id", UUID.class)),
                new AppointmentId(row.getObject("appointment_id", UUID.class)),
                new LocationId(row.getObject("location_id", UUID.class)),
                MessageKind.valueOf(row.getString("kind")),
                instantOf(row, "since"),
                Stream.of(failure(row, Channel.SMS, "sms"), failure(row, Channel.EMAIL, "email"))
                        .toList(),
                instant(row, "handled_at"));
    }

    /** A channel that was never tried has no address. */
    private static ChannelFailure failure(ResultSet row, Channel channel, String columns) throws SQLException {
        String why = row.getString(columns + "_why");
        return new ChannelFailure(
                channel, why == null ? DropReason.NO_ADDRESS.code() : why, instant(row, columns + "_dead"));
    }

    private static Instant instantOf(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
