package dev.unknot.booking.appointment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.appointment.AppointmentStatus;
import dev.unknot.common.appointment.AppointmentView;
import dev.unknot.common.message.Answer;
import dev.unknot.common.message.ReplyId;
import dev.unknot.common.message.ReplyReceived;
import dev.unknot.platform.inbox.Inbox;
import dev.unknot.platform.test.ConsumerHarness;
import dev.unknot.platform.test.Crashes;
import dev.unknot.platform.test.Records;
import dev.unknot.platform.test.ServiceTest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ServiceTest(properties = "spring.kafka.listener.auto-startup=false")
@Import(Crashes.class)
class ReplyListenerTest extends LifeOverHttp {

    @Autowired
    private ReplyListener listener;

    @Autowired
    private Inbox inbox;

    @Autowired
    private DataSource dataSource;

    @Autowired
    private JdbcClient database;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void aYesConfirmsOnceHoweverTheRepliesArrive() {
        String visit = book(ada, 10);

        ConsumerHarness.of(listener::reply, () -> happened(visit), () -> onlyBooked(visit))
                .crashing(dataSource)
                .check(List.of(
                        reply(visit, 7, Answer.CONFIRM),
                        reply(visit, 1, Answer.HELP),
                        reply(visit, 1, Answer.CONFIRM),
                        reply(visit, 1, Answer.CONFIRM),
                        reply(null, 1, Answer.CONFIRM)));

        assertThat(happened(visit)).containsExactly("1 BOOKED owner", "2 CONFIRMED service client-replied");
        assertThat(one(visit).status()).isEqualTo(AppointmentStatus.CONFIRMED);
    }

    @Test
    void aYesToAnEarlierTimeConfirmsNothing() {
        String visit = book(ada, 10);
        AppointmentView moved = ok(move(owner, visit, 1, to(clinic.at(12, 0))));

        listener.reply(reply(visit, 1, Answer.CONFIRM));
        assertThat(one(visit)).isEqualTo(moved);

        listener.reply(reply(visit, 2, Answer.CONFIRM));
        assertThat(one(visit).status()).isEqualTo(AppointmentStatus.CONFIRMED);
    }

    @Test
    void aYesToWhatIsCancelledOrBegunOrUnknownChangesNothing() {
        String cancelled = book(ada, 10);
        cancel(owner, cancelled, 1);
        String begun = book(ada, 12);
        goTo(clinic.at(12, 0));

        for (String visit : List.of(cancelled, begun)) {
            AppointmentView before = one(visit);
            listener.reply(reply(visit, 1, Answer.CONFIRM));
            assertThat(one(visit)).isEqualTo(before);
        }
        listener.reply(reply(some().toString(), 1, Answer.CONFIRM));
    }

    private static ConsumerRecord<String, byte[]> reply(@Nullable String visit, long revision, Answer answer) {
        AppointmentId about = visit == null ? null : AppointmentId.of(visit);
        return Records.of(
                new ReplyReceived(
                        new ReplyId(some()), null, about, about == null ? null : revision, answer, Instant.EPOCH),
                1);
    }

    private List<String> happened(String visit) {
        return database.sql(
                        "SELECT concat_ws(' ', version, status, split_part(actor, ':', 1), cause) FROM appointment_history"
                                + " WHERE appointment_id = ? ORDER BY version")
                .param(UUID.fromString(visit))
                .query(String.class)
                .list();
    }

    private void onlyBooked(String visit) {
        inbox.clear(ReplyListener.CONSUMER);
        transaction.executeWithoutResult(status -> {
            // The history is only added to, which a trigger sees to.
            database.sql("SET LOCAL session_replication_role = replica").update();
            database.sql("DELETE FROM appointment_history WHERE appointment_id = ? AND version > 1")
                    .param(UUID.fromString(visit))
                    .update();
            database.sql("UPDATE appointments SET version = 1, status = 'BOOKED' WHERE id = ?")
                    .param(UUID.fromString(visit))
                    .update();
        });
    }
}
