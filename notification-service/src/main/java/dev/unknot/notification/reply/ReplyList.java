package dev.unknot.notification.reply;

import static java.time.ZoneOffset.UTC;

import dev.unknot.common.api.ItemList;
import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.client.ClientId;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.message.Answer;
import dev.unknot.common.message.ReplyId;
import dev.unknot.common.message.ReplyView;
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
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The replies for staff: of their locations. What waits and belongs to no location is for the desks whose number was
 * called, or for every desk: its sender was told that somebody reads it.
 */
@Repository
public class ReplyList {
    private static final String OURS = """
            (:everywhere OR location_id = ANY (:locations)
                OR (location_id IS NULL AND waits AND (desks IS NULL OR desks && :locations)))
            """;

    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final Clock clock;

    ReplyList(JdbcClient jdbc, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /** Newest first. */
    public ItemList<ReplyView> page(ReplyFilter filter, LocationScope scope, @Nullable String cursor, int limit) {
        List<ReplyView> rows = jdbc.sql("""
                        SELECT * FROM replies
                        WHERE
                        """ + OURS + """
                          AND (:location::uuid IS NULL OR location_id = :location
                               OR (location_id IS NULL AND (desks IS NULL OR :location = ANY (desks))))
                          -- Whoever was erased has no number any more, and cannot be answered.
                          AND (:open::boolean IS NULL OR (waits AND handled_at IS NULL AND phone IS NOT NULL) = :open)
                          AND (:after::uuid IS NULL OR id < :after)
                        ORDER BY id DESC LIMIT :limit
                        """)
                .param("everywhere", scope.all())
                .param("locations", scope.idArray())
                .param("location", filter.location(), Types.OTHER)
                .param("open", filter.open(), Types.BOOLEAN)
                .param("after", cursor == null ? null : after(cursor), Types.OTHER)
                .param("limit", limit + 1)
                .query(ReplyList::view)
                .list();
        if (rows.size() <= limit) {
            return ItemList.all(rows);
        }
        List<ReplyView> page = rows.subList(0, limit);
        return new ItemList<>(page, Cursor.encode(page.getLast().id()));
    }

    /** Notes that somebody has dealt with it; refused for one that nobody has to, or somebody already has. */
    @Transactional
    public ReplyView handle(ReplyId id, ExpectedVersion expected, Caller caller) {
        ReplyView reply = hold(id, caller.locations());
        if (reply.handledAt() != null) {
            throw Rejection.conflict("already-handled", "Someone has dealt with this reply already.");
        }
        if (!waits(id)) {
            throw Rejection.conflict("nothing-to-handle", "This reply was understood; there is nothing to deal with.");
        }
        expected.require(reply.version());
        audit.changed("reply-handled", id.value(), null);
        return jdbc.sql("""
                        UPDATE replies SET version = version + 1, handled_at = ?, handled_by = ? WHERE id = ?
                        RETURNING *
                        """)
                .params(clock.instant().atOffset(UTC), caller.actor(), id.value())
                .query(ReplyList::view)
                .single();
    }

    private ReplyView hold(ReplyId id, LocationScope scope) {
        return jdbc.sql("""
                        SELECT * FROM replies WHERE id = :id AND
                        """ + OURS + " FOR UPDATE")
                .param("id", id.value())
                .param("everywhere", scope.all())
                .param("locations", scope.idArray())
                .query(ReplyList::view)
                .optional()
                .orElseThrow(() -> Rejection.notFound("not-found", "There is no such reply."));
    }

    private boolean waits(ReplyId id) {
        return jdbc.sql("SELECT waits FROM replies WHERE id = ?")
                .param(id.value())
                .query(Boolean.class)
                .single();
    }

    private static UUID after(String cursor) {
        return Cursor.decode(cursor, parts -> UUID.fromString(parts.getFirst()));
    }

    private static ReplyView view(ResultSet row, int number) throws SQLException {
        return new ReplyView(
                new ReplyId(row.getObject("id", UUID.class)),
                row.getLong("version"),
                optional(row.getObject("client_id", UUID.class), ClientId::new),
                optional(row.getObject("appointment_id", UUID.class), AppointmentId::new),
                optional(row.getObject("location_id", UUID.class), LocationId::new),
                Answer.valueOf(row.getString("answer")),
                row.getString("phone"),
                row.getString("text"),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                optional(row.getObject("handled_at", OffsetDateTime.class), OffsetDateTime::toInstant));
    }

    private static <T, R> @Nullable R optional(@Nullable T value, Function<T, R> reading) {
        return value == null ? null : reading.apply(value);
    }
}
