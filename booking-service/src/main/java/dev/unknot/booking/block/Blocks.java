package dev.unknot.booking.block;

import dev.unknot.common.block.BlockId;
import dev.unknot.common.block.BlockView;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.location.RoomId;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.common.time.TimeRange;
import dev.unknot.platform.security.LocationScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All blocks; those lifted stay, without claims. Reads see what stands, in the locations of the scope. */
@Repository
class Blocks {

    /** More than a location's day can hold. */
    private static final int MOST = 1_000;

    private final JdbcClient jdbc;

    Blocks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(BlockView block) {
        jdbc.sql("""
                INSERT INTO blocks (id, version, location_id, therapist_id, room_id, starts_at, ends_at, cause, actor)
                VALUES (?, 1, ?, ?, ?, ?, ?, ?, ?)
                """)
                .param(block.id().value())
                .param(block.locationId().value())
                .param(block.therapistId() == null ? null : block.therapistId().value())
                .param(block.roomId() == null ? null : block.roomId().value())
                .param(block.start().atOffset(ZoneOffset.UTC))
                .param(block.end().atOffset(ZoneOffset.UTC))
                .param(block.cause())
                .param(block.actor())
                .update();
    }

    /** @return whether it stood until now; of two who lift it, one is told so */
    boolean lift(BlockId id) {
        return jdbc.sql("UPDATE blocks SET version = 2 WHERE id = ? AND version = 1")
                        .param(id.value())
                        .update()
                == 1;
    }

    Optional<BlockView> find(BlockId id, LocationScope scope) {
        return jdbc.sql("SELECT * FROM blocks WHERE version = 1 AND id = :id AND (:all OR location_id = ANY (:places))")
                .param("id", id.value())
                .param("all", scope.all())
                .param("places", scope.ids().toArray(UUID[]::new))
                .query(Blocks::view)
                .optional();
    }

    /** Those that touch the period, by start. */
    List<BlockView> at(LocationId location, TimeRange period) {
        return jdbc.sql("""
                SELECT * FROM blocks
                WHERE version = 1 AND location_id = :location AND starts_at < :until AND ends_at > :from
                ORDER BY starts_at, id LIMIT :most
                """)
                .param("location", location.value())
                .param("from", period.start().atOffset(ZoneOffset.UTC))
                .param("until", period.end().atOffset(ZoneOffset.UTC))
                .param("most", MOST)
                .query(Blocks::view)
                .list();
    }

    private static BlockView view(ResultSet row, int number) throws SQLException {
        UUID therapist = row.getObject("therapist_id", UUID.class);
        UUID room = row.getObject("room_id", UUID.class);
        return new BlockView(
                new BlockId(row.getObject("id", UUID.class)),
                new LocationId(row.getObject("location_id", UUID.class)),
                therapist == null ? null : new TherapistId(therapist),
                room == null ? null : new RoomId(room),
                row.getObject("starts_at", OffsetDateTime.class).toInstant(),
                row.getObject("ends_at", OffsetDateTime.class).toInstant(),
                row.getString("cause"),
                row.getString("actor"));
    }
}
