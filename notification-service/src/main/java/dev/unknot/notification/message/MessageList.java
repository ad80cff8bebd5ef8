package dev.unknot.notification.message;

import dev.unknot.common.api.ItemList;
import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.client.ClientId;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.message.Channel;
import dev.unknot.common.message.DeliveryReport;
import dev.unknot.common.message.MessageId;
import dev.unknot.common.message.MessageKind;
import dev.unknot.common.message.MessageState;
import dev.unknot.common.message.MessageView;
import dev.unknot.platform.security.LocationScope;
import dev.unknot.platform.web.Cursor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The ledger for reading. */
@Repository
public class MessageList {
    private final JdbcClient jdbc;

    MessageList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Newest first. Ids are of version 7 and never change, so one is a place in the list that stays. */
    public ItemList<MessageView> page(MessageFilter filter, LocationScope scope, @Nullable String cursor, int limit) {
        List<MessageView> rows = jdbc.sql("""
                        SELECT messages.*, outcome, code FROM messages LEFT JOIN deliveries USING (gateway_id)
                        WHERE (:everywhere OR location_id = ANY (:locations))
                          AND (:location::uuid IS NULL OR location_id = :location)
                          AND (:appointment::uuid IS NULL OR appointment_id = :appointment)
                          AND (:client::uuid IS NULL OR client_id = :client)
                          AND (:state::text IS NULL OR state = :state)
                          AND (:after::uuid IS NULL OR id < :after)
                        ORDER BY id DESC LIMIT :limit
                        """)
                .param("everywhere", scope.all())
                .param("locations", scope.idArray())
                .param("location", filter.location(), Types.OTHER)
                .param("appointment", filter.appointment(), Types.OTHER)
                .param("client", filter.client(), Types.OTHER)
                .param("state", filter.state() == null ? null : filter.state().name(), Types.VARCHAR)
                .param("after", cursor == null ? null : after(cursor), Types.OTHER)
                .param("limit", limit + 1)
                .query(MessageList::view)
                .list();
        if (rows.size() <= limit) {
            return ItemList.all(rows);
        }
        List<MessageView> page = rows.subList(0, limit);
        return new ItemList<>(page, Cursor.encode(page.getLast().id()));
    }

    private static UUID after(String cursor) {
        return Cursor.decode(cursor, parts -> UUID.fromString(parts.getFirst()));
    }

    private static MessageView view(ResultSet row, int number) throws SQLException {
        return new MessageView(
                new MessageId(row.getObject("id", UUID.class)),
                new AppointmentId(row.getObject("appointment_id", UUID.class)),
                new ClientId(row.getObject("client_id", UUID.class)),
                new LocationId(row.getObject("location_id", UUID.class)),
                MessageKind.valueOf(row.getString("kind")),
                Channel.valueOf(row.getString("channel")),
                row.getLong("revision"),
                MessageState.valueOf(row.getString("state")),
                row.getObject("due", OffsetDateTime.class).toInstant(),
                row.getObject("expires", OffsetDateTime.class).toInstant(),
                instant(row, "sent_at"),
                row.getString("reason") == null ? row.getString("code") : row.getString("reason"),
                delivery(row.getString("outcome")));
    }

    private static @Nullable DeliveryReport delivery(@Nullable String outcome) {
        return outcome == null ? null : DeliveryReport.valueOf(outcome);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
