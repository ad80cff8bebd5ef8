package dev.unknot.booking.appointment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.common.access.Role;
import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.appointment.AppointmentStatus;
import dev.unknot.common.appointment.BookAppointment;
import dev.unknot.common.appointment.BookAppointment.Seat;
import dev.unknot.common.appointment.Waiver;
import dev.unknot.common.client.ClientId;
import dev.unknot.common.client.CreateClient;
import dev.unknot.common.client.EraseClient;
import dev.unknot.common.client.PutRestrictions;
import dev.unknot.common.event.Topics;
import dev.unknot.common.location.LocationId;
import dev.unknot.platform.test.Answer;
import dev.unknot.platform.test.Http;
import dev.unknot.platform.test.Probe;
import dev.unknot.platform.test.ServiceTest;
import dev.unknot.platform.test.Tokens;
import dev.unknot.platform.test.TopicReader;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A client is erased: of the person nothing is left, of the book everything else. */
@ServiceTest
class ErasureTest extends LifeOverHttp {

    private static final String CLIENTS = "/api/v1/clients/";

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TopicReader topics;

    @Test
    void nothingOfThePersonIsLeftInAnyTableAndTheirPastVisitStays() {
        ClientId zora = person();
        String past = booked(walkIn(zora));
        cancel(owner, booked(clinic.hourOf(treatment, zora, mira, clinic.at(12, 0))), 1);
        Answer barred = owner.put(
                CLIENTS + zora + "/restrictions",
                new PutRestrictions("Zora never pays.", Set.of()),
                "If-Match",
                "\"1\"");
        assertThat(barred.etag()).as("%s", barred).isEqualTo("\"2\"");
        goTo(clinic.at(18, 0));
        List<String> others = rowsBut(zora);

        Answer erased = erase(owner, zora, 2, false);

        assertThat(erased.status()).as("%s", erased).isEqualTo(204);
        assertThat(dump()).doesNotContainIgnoringCase("zora").doesNotContain("9988776", "has a cold");
        assertThat(one(past).participants().getFirst().clientId()).isEqualTo(zora);
        assertThat(rowsBut(zora)).isEqualTo(others);
        refused(404, "not-found", owner.get(CLIENTS + zora));
        refused(404, "not-found", erase(owner, zora, 3, false));
        refused(422, "unknown-client", tryToBook(zora, clinic.at(18, 30).plus(Duration.ofDays(1))));
        Probe.waitUntil(
                "the tombstone is announced",
                () -> topics.read(Topics.CLIENTS, zora.toString()).getLast().value() == null);
    }

    @Test
    void whoHasVisitsAheadIsErasedOnlyWhenTheyAreCancelledInTheSameAct() {
        String visit = book(ada, 10);
        String held = owner.post("/api/v1/holds", clinic.holdOf(treatment, ada, mira, clinic.at(14, 0)))
                .createdId();

        refused(409, "visits-ahead", erase(owner, ada, 1, false));
        assertThat(one(visit).status()).isEqualTo(AppointmentStatus.BOOKED);

        assertThat(erase(owner, ada, 1, true).status()).isEqualTo(204);
        assertThat(one(visit).status()).isEqualTo(AppointmentStatus.CANCELLED);
        assertThat(one(held).status()).isEqualTo(AppointmentStatus.EXPIRED);
        assertThat(claims(visit)).isEmpty();
        refused(422, "unknown-client", owner.post(PATH + visit + "/undo", "", "If-Match", "\"2\""));
    }

    @Test
    void aVisitAheadWithOthersIsLeftToThem() {
        Clinic pair = anotherClinic().withRoom(2);
        ClientId ruben = pair.client();
        String visit = booked(new BookAppointment(
                List.of(new Seat(ada, pair.therapist()), new Seat(ruben, pair.therapist())),
                pair.treatment(),
                60,
                pair.location,
                pair.at(10, 0),
                null));

        refused(409, "visits-ahead-with-others", erase(owner, ada, 1, true));
        assertThat(one(visit).status()).isEqualTo(AppointmentStatus.BOOKED);
    }

    @Test
    void ownersAndManagersWhoKnowThemEraseAndAManagerCancelsOnlyAtTheirLocations() {
        book(ada, 10);
        LocationId elsewhere = new LocationId(UUID.randomUUID());

        refused(403, "role-not-allowed", erase(as(Tokens.of(Role.FRONT_DESK)), ada, 1, true));
        refused(404, "not-found", erase(as(Tokens.of(Role.MANAGER, elsewhere)), ada, 1, true));
        refused(412, "version-mismatch", erase(owner, ada, 7, true));
        jdbc.sql("INSERT INTO client_locations (client_id, location_id) VALUES (?, ?)")
                .params(ada.value(), elsewhere.value())
                .update();
        Answer ahead = erase(as(Tokens.of(Role.MANAGER, elsewhere)), ada, 1, true);
        refused(409, "visits-ahead", ahead);
        assertThat(ahead.body().path("detail").asString()).contains("at locations that are not yours");
        assertThat(erase(as(Tokens.of(Role.MANAGER, clinic.location)), ada, 1, true)
                        .status())
                .isEqualTo(204);
    }

    @Test
    void whoOnlyHoldsATimeForSomebodyDoesNotComeToKnowThem() {
        ClientId stranger = ClientId.of(owner.post(
                        "/api/v1/clients",
                        new CreateClient("Yuri Strand", null, "+43 660 1122334", "de", anotherClinic().location),
                        "Idempotency-Key",
                        "of-yuri")
                .createdId());
        Http manager = as(Tokens.of(Role.MANAGER, clinic.location));
        Http program = as(Tokens.of(Role.INTEGRATION, clinic.location));
        var wish = clinic.holdOf(treatment, stranger, mira, clinic.at(14, 0));
        String held = program.post("/api/v1/holds", wish).createdId();
        refused(404, "not-found", program.get(CLIENTS + stranger));
        assertThat(program.delete("/api/v1/holds/" + held).status()).isEqualTo(204);

        held = manager.post("/api/v1/holds", wish).createdId();
        refused(404, "not-found", manager.get(CLIENTS + stranger + "/restrictions"));
        refused(404, "not-found", erase(manager, stranger, 1, true));

        Answer booked = manager.post(
                "/api/v1/appointments",
                new BookAppointment(
                        List.of(new Seat(stranger, mira)),
                        treatment,
                        60,
                        clinic.location,
                        clinic.at(14, 0),
                        AppointmentId.of(held),
                        null));
        assertThat(booked.status()).as("%s", booked).isEqualTo(201);
        assertThat(manager.get(CLIENTS + stranger + "/restrictions").status())
                .as("once it is booked")
                .isEqualTo(200);
    }

    private static Answer erase(Http caller, ClientId client, int version, boolean cancelling) {
        return caller.post(
                CLIENTS + client + "/erasure", new EraseClient(cancelling), "If-Match", "\"" + version + "\"");
    }

    private ClientId person() {
        Answer created = owner.post(
                "/api/v1/clients",
                new CreateClient("Zora Quist", "zora.q@example.org", "+43 660 9988776", "de", clinic.location),
                "Idempotency-Key",
                "of-zora");
        return ClientId.of(created.createdId());
    }

    private BookAppointment walkIn(ClientId client) {
        return new BookAppointment(
                List.of(new Seat(client, mira)),
                treatment,
                60,
                clinic.location,
                clinic.at(10, 5),
                null,
                List.of(new Waiver("off-cadence", "Zora comes by train.")));
    }

    private String booked(BookAppointment wish) {
        Answer booked = owner.post(
                "/api/v1/appointments",
                wish,
                "Idempotency-Key",
                UUID.randomUUID().toString());
        assertThat(booked.status()).as("%s", booked).isEqualTo(201);
        return booked.createdId();
    }

    /** Every row of every table, as text. */
    private String dump() {
        Probe.waitUntil(
                "the outbox is empty",
                () -> jdbc.sql("SELECT count(*) FROM outbox").query(Long.class).single() == 0);
        return String.join(
                "\n",
                tables().stream()
                        .flatMap(table -> jdbc
                                .sql("SELECT '" + table + " ' || row::text FROM \"" + table + "\" AS row")
                                .query(String.class)
                                .list()
                                .stream())
                        .toList());
    }

    private List<String> tables() {
        return jdbc.sql("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
                .query(String.class)
                .list();
    }

    /** What the book has of everybody else. */
    private List<String> rowsBut(ClientId client) {
        return jdbc.sql("""
                SELECT row::text FROM clients AS row WHERE id <> :client
                UNION ALL SELECT row::text FROM appointments AS row
                UNION ALL SELECT row::text FROM appointment_participants AS row
                UNION ALL SELECT state::text FROM appointment_history ORDER BY 1
                """).param("client", client.value()).query(String.class).list();
    }
}
