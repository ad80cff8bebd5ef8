package dev.unknot.booking.appointment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.booking.availability.Availability;
import dev.unknot.booking.availability.Commitment;
import dev.unknot.common.access.Role;
import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.appointment.AppointmentStatus;
import dev.unknot.common.appointment.AppointmentView;
import dev.unknot.common.appointment.CancelAppointment;
import dev.unknot.common.appointment.Claim;
import dev.unknot.common.appointment.ResourceKind;
import dev.unknot.common.client.ClientId;
import dev.unknot.common.event.Topics;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.common.time.TimeRange;
import dev.unknot.common.treatment.TreatmentId;
import dev.unknot.platform.clock.MovableClock;
import dev.unknot.platform.test.Answer;
import dev.unknot.platform.test.Http;
import dev.unknot.platform.test.Probe;
import dev.unknot.platform.test.ServiceTest;
import dev.unknot.platform.test.Tokens;
import dev.unknot.platform.test.TopicReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServiceTest
class AppointmentLifeTest {

    private static final String PATH = "/api/v1/appointments";
    private static final CancelAppointment CLIENT_ASKED = new CancelAppointment("client-asked", null);

    @LocalServerPort
    private int port;

    @Autowired
    private Availability availability;

    @Autowired
    private ClaimedTime claimedTime;

    @Autowired
    private MovableClock clock;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TopicReader topics;

    private Http owner;
    private Clinic clinic;
    private TreatmentId treatment;
    private TherapistId mira;
    private ClientId ada;

    @BeforeEach
    void openTheClinic() {
        owner = Http.at(port).as(Tokens.owner());
        clinic = new Clinic(owner, availability).withRoom(1);
        treatment = clinic.treatment();
        mira = clinic.therapist();
        ada = clinic.client();
    }

    @AfterEach
    void setTheClockRight() {
        clock.moveBy(clock.offset().negated());
    }

    @Test
    void whatIsCancelledCanBeBookedAgain() {
        String id = book(10).createdId();

        Answer cancelled = cancel(id, "\"1\"");

        assertThat(cancelled.status()).as(cancelled.toString()).isEqualTo(200);
        assertThat(cancelled.etag()).isEqualTo("\"2\"");
        assertThat(cancelled.body(AppointmentView.class).status()).isEqualTo(AppointmentStatus.CANCELLED);
        book(10);
    }

    @Test
    void bookingAndCancellingAreAnnouncedInOrderAndNameNoOne() {
        String id = book(10).createdId();
        cancel(id, "\"1\"");

        List<ConsumerRecord<String, byte[]>> records = announced(id);

        assertThat(records)
                .extracting(record -> header(record, "ce_type"))
                .containsExactly("dev.unknot.appointment.booked.v1", "dev.unknot.appointment.cancelled.v1");
        assertThat(records).extracting(record -> header(record, "ce_sequence")).containsExactly("1", "2");
        assertThat(header(records.getLast(), "ce_cause")).isEqualTo("client-asked");
        assertThat(records)
                .allSatisfy(record -> assertThat(new String(record.value(), StandardCharsets.UTF_8))
                        .doesNotContain("Lind", "example.org", "Mira"));
    }

    @Test
    void theHistorySaysWhoDidWhatAndWhy() {
        String id = book(10).createdId();
        cancel(id, "\"1\"");

        assertThat(jdbc.sql("SELECT concat_ws(' ', version, what, split_part(actor, ':', 1), cause)"
                                + " FROM appointment_history WHERE appointment_id = ? ORDER BY version")
                        .param(UUID.fromString(id))
                        .query(String.class)
                        .list())
                .containsExactly(
                        "1 dev.unknot.appointment.booked.v1 owner",
                        "2 dev.unknot.appointment.cancelled.v1 owner client-asked");
    }

    @Test
    void aCancellationIsRefusedTwiceOrLateOrOnAnOldVersion() {
        String id = book(10).createdId();
        assertThat(cancel(id, "\"7\"").code()).isEqualTo("version-mismatch");
        assertThat(owner.post(PATH + "/" + id + "/cancellation", CLIENT_ASKED).code())
                .isEqualTo("if-match-required");
        cancel(id, "\"1\"");
        assertThat(cancel(id, "\"2\"").code()).isEqualTo("already-cancelled");

        String started = book(12).createdId();
        clock.moveBy(Duration.between(clock.instant(), clinic.at(12, 0)));
        assertThat(cancel(started, "\"1\"").code()).isEqualTo("already-started");
    }

    @Test
    void ofTwentyCancellationsAtOnceOneIsAnnounced() {
        String id = book(10).createdId();

        List<Answer> answers = Race.of(20, i -> () -> Race.answered(() -> cancel(id, "\"1\"")));

        assertThat(answers.stream().filter(answer -> answer.status() == 200)).hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.status() != 200))
                .allMatch(answer ->
                        List.of("already-cancelled", "version-mismatch").contains(answer.code()));
        assertThat(announced(id)).hasSize(2);
    }

    @Test
    void peopleSeeOnlyWhatIsTheirs() {
        String id = book(10).createdId();
        Http mirasPhone = Http.at(port).as(Tokens.of(Role.THERAPIST, mira.toString()));
        Http colleague = Http.at(port).as(Tokens.of(Role.THERAPIST));
        Http otherDesk = Http.at(port).as(Tokens.of(Role.FRONT_DESK, new LocationId(UUID.randomUUID())));
        Http ownDesk = Http.at(port).as(Tokens.of(Role.FRONT_DESK, clinic.location));
        Http adasLink = Http.at(port).as(Tokens.client(UUID.fromString(id)));
        Http otherLink = Http.at(port).as(Tokens.client(UUID.randomUUID()));

        for (Http allowed : List.of(mirasPhone, ownDesk, adasLink)) {
            assertThat(allowed.get(PATH + "/" + id).status()).isEqualTo(200);
            assertThat(ids(allowed, "?location=" + clinic.location)).containsExactly(id);
        }
        for (Http stranger : List.of(colleague, otherDesk, otherLink)) {
            assertThat(stranger.get(PATH + "/" + id).code()).isEqualTo("not-found");
            assertThat(ids(stranger, "?location=" + clinic.location)).isEmpty();
        }
        assertThat(otherDesk
                        .post(PATH + "/" + id + "/cancellation", CLIENT_ASKED, "If-Match", "\"1\"")
                        .code())
                .isEqualTo("not-found");
    }

    @Test
    void aTherapistSeesTheirVisitsAtLocationsThatTheirTokenDoesNotName() {
        String id = book(10).createdId();
        LocationId elsewhere = new LocationId(UUID.randomUUID());
        Http mirasPhone = Http.at(port).as(Tokens.of(Role.THERAPIST, mira.toString(), elsewhere));

        assertThat(ids(mirasPhone, "")).containsExactly(id);
        assertThat(mirasPhone.get(PATH + "/" + id).status()).isEqualTo(200);
    }

    @Test
    void whoIsBookedIsFoundByTheTherapistAndByThePeopleOfTheLocation() {
        String search = "/api/v1/clients?id=" + ada;
        Http ownDesk = Http.at(port).as(Tokens.of(Role.FRONT_DESK, clinic.location));
        Http mirasPhone = Http.at(port).as(Tokens.of(Role.THERAPIST, mira.toString()));
        assertThat(idsOf(ownDesk.get(search))).isEmpty();
        assertThat(idsOf(mirasPhone.get(search))).isEmpty();

        book(10);

        assertThat(idsOf(ownDesk.get(search))).containsExactly(ada.toString());
        assertThat(idsOf(mirasPhone.get(search))).containsExactly(ada.toString());
    }

    @Test
    void aListIsReadPageByPage() {
        List<String> booked = List.of(book(14).createdId(), book(8).createdId(), book(11).createdId());
        List<String> inOrder = List.of(booked.get(1), booked.get(2), booked.get(0));

        List<String> read = new ArrayList<>();
        String query = "?limit=2&location=" + clinic.location;
        Answer page = owner.get(PATH + query);
        read.addAll(idsOf(page));
        page = owner.get(
                PATH + query + "&cursor=" + page.body().path("nextCursor").asString());
        read.addAll(idsOf(page));

        assertThat(read).isEqualTo(inOrder);
        assertThat(page.body().path("nextCursor").isNull()).isTrue();
        assertThat(owner.get(PATH + "?cursor=nonsense").code()).isEqualTo("invalid-cursor");
        assertThat(owner.get(PATH + "?limit=1000").code()).isEqualTo("invalid-parameter");
        assertThat(owner.get(PATH + "?from=-1000000000-01-01T00:00:00Z").code()).isEqualTo("invalid-parameter");
        assertThat(owner.get(PATH + "?to=%2B1000000000-12-31T23:00:00Z").code()).isEqualTo("invalid-parameter");
    }

    @Test
    void aListIsNarrowedByWhomWhenAndStatus() {
        String early = book(8).createdId();
        String late = book(14).createdId();
        cancel(late, "\"1\"");

        assertThat(ids(owner, "?therapist=" + mira + "&from=" + clinic.at(10, 0)))
                .containsExactly(late);
        assertThat(ids(owner, "?client=" + ada + "&to=" + clinic.at(14, 0))).containsExactly(early);
        assertThat(ids(owner, "?client=" + ada + "&status=BOOKED,CONFIRMED")).containsExactly(early);
        assertThat(ids(owner, "?client=" + clinic.client())).isEmpty();
    }

    @Test
    void theClaimsThatStandAreHandedOverByAppointment() {
        String standing = book(10).createdId();
        String cancelled = book(14).createdId();
        cancel(cancelled, "\"1\"");

        List<Commitment> all = new ArrayList<>();
        claimedTime.since(clinic.at(9, 0), all::add);
        List<Commitment> after = new ArrayList<>();
        claimedTime.since(clinic.at(12, 0), after::add);

        assertThat(all)
                .filteredOn(each -> each.id().toString().equals(standing))
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.version()).isEqualTo(1);
                    assertThat(each.location()).isEqualTo(clinic.location);
                    assertThat(each.session()).isEqualTo(new TimeRange(clinic.at(10, 0), clinic.at(11, 0)));
                    assertThat(each.agreement())
                            .isNotNull()
                            .isEqualTo(availability
                                    .agreement(AppointmentId.of(standing))
                                    .orElseThrow());
                    assertThat(each.claims()).extracting(Claim::kind).containsExactlyInAnyOrder(ResourceKind.values());
                });
        assertThat(all).noneMatch(each -> each.id().toString().equals(cancelled));
        assertThat(after).noneMatch(each -> each.id().toString().equals(standing));
    }

    private Answer book(int hour) {
        Answer booked = owner.post(PATH, clinic.hourOf(treatment, ada, mira, clinic.at(hour, 0)));
        assertThat(booked.status()).as(booked.toString()).isEqualTo(201);
        return booked;
    }

    private Answer cancel(String id, String etag) {
        return owner.post(PATH + "/" + id + "/cancellation", CLIENT_ASKED, "If-Match", etag);
    }

    private List<ConsumerRecord<String, byte[]>> announced(String id) {
        Probe.waitUntil(
                "the outbox is empty",
                () -> jdbc.sql("SELECT count(*) FROM outbox").query(Long.class).single() == 0);
        return topics.read(Topics.APPOINTMENTS, id);
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private static List<String> ids(Http caller, String query) {
        return idsOf(caller.get(PATH + query));
    }

    private static List<String> idsOf(Answer list) {
        assertThat(list.status()).as(list.toString()).isEqualTo(200);
        return list.body()
                .path("items")
                .valueStream()
                .map(item -> item.path("id").asString())
                .toList();
    }
}
