package dev.unknot.platform.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.unknot.common.event.DomainEvent;
import dev.unknot.common.event.EventCatalogue;
import dev.unknot.platform.event.ActorSource;
import dev.unknot.platform.event.Envelope;
import dev.unknot.platform.event.Events;
import dev.unknot.platform.id.Ids;
import dev.unknot.platform.trace.Trace;
import dev.unknot.platform.transaction.AfterCommit;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Announces changes together with the changes themselves: call it in their transaction, after the aggregate's row is locked. */
public class Outbox {

    private final JdbcClient database;
    private final Events events;
    private final Clock clock;
    private final ActorSource actors;
    private final String source;
    private final Bell bell;
    private final Consumer<Envelope> note;

    /** @param note takes each change down, in its transaction */
    Outbox(
            JdbcClient database,
            Events events,
            Clock clock,
            ActorSource actors,
            String application,
            Bell bell,
            Consumer<Envelope> note) {
        this.database = database;
        this.events = events;
        this.clock = clock;
        this.actors = actors;
        this.source = "/" + application;
        this.bell = bell;
        this.note = note;
    }

    /**
     * At most one event per aggregate and transaction.
     *
     * @param sequence the aggregate's version after the change
     * @param cause what led to it: the id of another event, or a word
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void announce(DomainEvent event, long sequence, @Nullable String cause) {
        insert(
                EventCatalogue.topicOf(event.getClass()),
                envelope(EventCatalogue.typeOf(event.getClass()), event.subject(), sequence, cause),
                events.json(event));
    }

    /** Several at once, each of another aggregate, in one statement. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void announce(List<Announcement> announcements, @Nullable String cause) {
        insert(announcements.stream()
                .map(each -> new Row(
                        EventCatalogue.topicOf(each.event().getClass()),
                        envelope(
                                EventCatalogue.typeOf(each.event().getClass()),
                                each.event().subject(),
                                each.sequence(),
                                cause),
                        new String(events.json(each.event()), UTF_8)))
                .toList());
    }

    /** @param sequence the aggregate's version after the change */
    public record Announcement(DomainEvent event, long sequence) {}

    /**
     * Erases {@code subject} from a compacted topic and from everyone who follows it. Snapshots of it that were not sent yet
     * are taken back, among them parked ones, which would hold the tombstone back for ever.
     *
     * @param topic one of {@link dev.unknot.common.event.Topics#COMPACTED}
     * @param sequence higher than that of any snapshot announced before
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void erase(String topic, UUID subject, long sequence, String cause) {
        database.sql("DELETE FROM outbox WHERE topic = ? AND subject = ?")
                .params(topic, subject)
                .update();
        insert(topic, envelope(Envelope.ERASED, subject, sequence, cause), null);
    }

    private Envelope envelope(String type, UUID subject, long sequence, @Nullable String cause) {
        return new Envelope(
                Ids.next(), source, type, subject, sequence, clock.instant(), actors.current(), cause, Trace.current());
    }

    private void insert(String topic, Envelope envelope, byte @Nullable [] data) {
        database.sql("""
                        INSERT INTO outbox
                            (event_id, topic, subject, type, source, sequence, time, data, traceparent, actor, cause)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .param(envelope.id())
                .param(topic)
                .param(envelope.subject())
                .param(envelope.type())
                .param(envelope.source())
                .param(envelope.sequence())
                .param(envelope.time().atOffset(ZoneOffset.UTC))
                .param(data)
                .param(envelope.traceparent())
                .param(envelope.actor())
                .param(envelope.cause())
                .update();
        note.accept(envelope);
        AfterCommit.run(bell::ring);
    }

    private void insert(List<Row> rows) {
        database.sql("""
                        INSERT INTO outbox
                            (event_id, topic, subject, type, source, sequence, time, data, traceparent, actor, cause)
                        SELECT event_id, topic, subject, type, ?, sequence, ?, convert_to(data, 'UTF8'), ?, ?, ?
                        FROM unnest(?::uuid[], ?::text[], ?::uuid[], ?::text[], ?::bigint[], ?::text[])
                            WITH ORDINALITY AS row (event_id, topic, subject, type, sequence, data, place)
                        ORDER BY place""")
                .param(source)
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .param(Trace.current())
                .param(actors.current())
                .param(rows.isEmpty() ? null : rows.getFirst().envelope().cause())
                .param(rows.stream().map(row -> row.envelope().id()).toArray(UUID[]::new))
                .param(rows.stream().map(Row::topic).toArray(String[]::new))
                .param(rows.stream().map(row -> row.envelope().subject()).toArray(UUID[]::new))
                .param(rows.stream().map(row -> row.envelope().type()).toArray(String[]::new))
                .param(rows.stream().map(row -> row.envelope().sequence()).toArray(Long[]::new))
                .param(rows.stream().map(Row::data).toArray(String[]::new))
                .update();
        rows.forEach(row -> note.accept(row.envelope()));
        AfterCommit.run(bell::ring);
    }

    private record Row(String topic, Envelope envelope, String data) {}
}
