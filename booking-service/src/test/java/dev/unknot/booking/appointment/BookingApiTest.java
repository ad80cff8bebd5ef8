package dev.unknot.booking.appointment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.booking.availability.Availability;
import dev.unknot.common.access.Role;
import dev.unknot.common.appointment.AppointmentView;
import dev.unknot.common.appointment.BookAppointment;
import dev.unknot.common.appointment.BookAppointment.Seat;
import dev.unknot.common.appointment.Waiver;
import dev.unknot.common.client.ClientId;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.common.treatment.TreatmentId;
import dev.unknot.platform.test.Answer;
import dev.unknot.platform.test.CommittedDescription;
import dev.unknot.platform.test.DescribedApi;
import dev.unknot.platform.test.FuzzedApi;
import dev.unknot.platform.test.Http;
import dev.unknot.platform.test.ServiceTest;
import dev.unknot.platform.test.Tokens;
import jakarta.validation.Validator;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

@ServiceTest
class BookingApiTest {

    private static final String PATH = "/api/v1/appointments";

    @LocalServerPort
    private int port;

    @Autowired
    private Availability availability;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private JsonMapper strict;

    @Autowired
    private Validator validator;

    private Http owner;
    private Clinic clinic;
    private TreatmentId treatment;
    private TherapistId mira;
    private ClientId ada;

    @BeforeEach
    void openTheClinic() {
        owner = Http.at(port).as(Tokens.owner());
        clinic = new Clinic(owner, availability).withRoom(1);
        treatment = clinic.treatment(5, 10, "swedish", null);
        mira = clinic.therapist("swedish");
        ada = clinic.client();
    }

    @Test
    void theDescriptionSaysWhatIsSoInFact() {
        assertThat(DescribedApi.faults(port, strict, validator)).isEmpty();
    }

    @Test
    void theDescriptionIsTheOneThatIsCommitted() {
        assertThat(CommittedDescription.difference(port)).isEmpty();
    }

    /** What is wrong with a request is told to whoever sent it, and what they typed is not written into the log. */
    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void whateverIsAskedWronglyIsRefusedInWords(CapturedOutput output) {
        assertThat(FuzzedApi.faults(port, Tokens.owner(), jdbc, 12, 15)).isEmpty();
        assertThat(output.getAll()).doesNotContain(FuzzedApi.MARK);
    }

    @Test
    void aBookingSaysWhoWhereWhenAndForHowMuch() {
        Answer booked = owner.post(PATH, clinic.hourOf(treatment, ada, null, clinic.at(10, 0)));

        assertThat(booked.status()).as(booked.toString()).isEqualTo(201);
        assertThat(booked.etag()).isEqualTo("\"1\"");
        AppointmentView view = booked.body(AppointmentView.class);
        assertThat(view.participants().getFirst().therapistId()).isEqualTo(mira);
        assertThat(view.roomId()).isEqualTo(clinic.rooms.getFirst().id());
        assertThat(view.end()).isEqualTo(clinic.at(11, 0));
        assertThat(view.localStart())
                .isEqualTo(clinic.at(10, 0).atZone(Clinic.ZONE).toLocalDateTime());
        assertThat(view.price().amount()).isEqualTo(8900);
        assertThat(owner.get(PATH + "/" + booked.createdId()).body(AppointmentView.class))
                .isEqualTo(view);
    }

    @Test
    void eachResourceIsClaimedWithItsOwnBuffers() {
        Answer booked = owner.post(PATH, clinic.hourOf(treatment, ada, mira, clinic.at(10, 0)));

        assertThat(jdbc.sql("SELECT kind || ' ' || lower(during)::time || ' ' || upper(during)::time FROM claims"
                                + " WHERE appointment_id = ? ORDER BY 1")
                        .param(UUID.fromString(booked.createdId()))
                        .query(String.class)
                        .list())
                .containsExactly("CLIENT 10:00:00 11:00:00", "ROOM 10:00:00 11:10:00", "THERAPIST 09:55:00 11:10:00");
    }

    @Test
    void theSameRequestSentTwiceBooksOnce() {
        BookAppointment wish = clinic.hourOf(treatment, ada, mira, clinic.at(10, 0));

        Answer first = owner.post(PATH, wish, "Idempotency-Key", "once");
        Answer second = owner.post(PATH, wish, "Idempotency-Key", "once");

        assertThat(second.status()).isEqualTo(201);
        assertThat(second.createdId()).isEqualTo(first.createdId());
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(owner.post(PATH, clinic.hourOf(treatment, ada, mira, clinic.at(12, 0)), "Idempotency-Key", "once")
                        .code())
                .isEqualTo("idempotency-key-reused");
    }

    @Test
    void whatIsTakenIsRefusedWithTheReason() {
        book(10, 0);

        refused(409, "slot-taken", "start", clinic.hourOf(treatment, clinic.client(), mira, clinic.at(10, 30)));
        refused(409, "slot-taken", "start", clinic.hourOf(treatment, clinic.client(), null, clinic.at(11, 0)));
        clinic.therapist("swedish");
        clinic.withRoom(1);
        refused(409, "slot-taken", "participants[0].clientId", clinic.hourOf(treatment, ada, null, clinic.at(10, 0)));
    }

    @Test
    void aRefusalNamesAllThatStandsAgainstTheBookingWaivedRulesLeftOut() {
        book(10, 0);

        Answer all = owner.post(PATH, clinic.hourOf(treatment, ada, mira, clinic.at(10, 5)));
        Answer waived = owner.post(PATH, waiving(clinic.at(10, 5), new Waiver("off-cadence", "walk-in")));
        Answer early =
                owner.post(PATH, clinic.hourOf(clinic.treatment(0, 0, "shiatsu", null), ada, mira, clinic.at(6, 5)));

        assertThat(all.status()).isEqualTo(422);
        assertThat(all.code()).isEqualTo("off-cadence");
        assertThat(all.body().path("errors").findValuesAsString("message"))
                .containsExactly(
                        "This treatment does not start at this time of the hour.",
                        "The client has another appointment then.",
                        "The therapist is taken then.",
                        "No room is free then.");
        assertThat(waived.code()).isEqualTo("slot-taken");
        assertThat(waived.body().path("errors").findValuesAsString("message"))
                .containsExactly(
                        "The client has another appointment then.",
                        "The therapist is taken then.",
                        "No room is free then.");
        assertThat(early.body().path("errors").findValuesAsString("code"))
                .containsExactly("off-cadence", "therapist-lacks-skill", "outside-working-time");
    }

    @Test
    void theOtherRoomIsTakenWhenOneIsOccupied() {
        book(10, 0);
        clinic.withRoom(1);
        TherapistId noor = clinic.therapist("swedish");

        Answer booked = owner.post(PATH, clinic.hourOf(treatment, clinic.client(), noor, clinic.at(10, 0)));

        assertThat(booked.body(AppointmentView.class).roomId())
                .isEqualTo(clinic.rooms.get(1).id());
    }

    @Test
    void eachRuleRefusesWithItsCode() {
        Instant ten = clinic.at(10, 0);
        refused(422, "unknown-treatment", "treatmentId", clinic.hourOf(new TreatmentId(some()), ada, mira, ten));
        refused(
                422,
                "unknown-client",
                "participants[0].clientId",
                clinic.hourOf(treatment, new ClientId(some()), mira, ten));
        refused(
                422,
                "unknown-therapist",
                "participants[0].therapistId",
                clinic.hourOf(treatment, ada, new TherapistId(some()), ten));
        refused(422, "unknown-location", "locationId", elsewhere(new LocationId(some())));
        refused(422, "minutes-not-offered", "minutes", clinic.booking(treatment, 90, ada, mira, ten));
        refused(422, "start-off-grid", "start", clinic.hourOf(treatment, ada, mira, ten.plusSeconds(60)));
        refused(422, "start-in-past", "start", clinic.hourOf(treatment, ada, mira, ten.minus(Duration.ofDays(10))));
        refused(422, "off-cadence", "start", clinic.hourOf(treatment, ada, mira, clinic.at(10, 5)));
        refused(422, "beyond-horizon", "start", clinic.hourOf(treatment, ada, mira, ten.plus(Duration.ofDays(30))));
        refused(422, "notice-too-short", "start", clinic.hourOf(treatment, ada, mira, soon()));
        refused(409, "outside-working-time", "start", clinic.hourOf(treatment, ada, mira, clinic.at(21, 0)));
        refused(409, "outside-working-time", "start", clinic.hourOf(treatment, ada, mira, clinic.at(6, 30)));
        refused(
                422,
                "therapist-lacks-skill",
                "participants[0].therapistId",
                clinic.hourOf(clinic.treatment(0, 0, "shiatsu", null), ada, mira, ten));
        refused(
                422,
                "room-lacks-capability",
                "locationId",
                clinic.hourOf(clinic.treatment(0, 0, null, "hydro"), ada, mira, ten));
    }

    @Test
    void aClosureATimeOffAndAnOutageRefuseWithTheirOwnCodes() {
        TherapistId noor = clinic.therapistAwayEarly("swedish");
        refused(409, "therapist-away", "start", clinic.hourOf(treatment, ada, noor, clinic.at(6, 30)));

        clinic.closeInTheEvenings();
        refused(409, "location-closed", "start", clinic.hourOf(treatment, ada, mira, clinic.at(20, 30)));
        refused(409, "outside-working-time", "start", clinic.hourOf(treatment, ada, mira, clinic.at(22, 0)));

        clinic.takeEveryRoomOut();
        refused(409, "room-out", "start", clinic.hourOf(treatment, ada, mira, clinic.at(10, 0)));
    }

    @Test
    void staffMayWaiveSoftRulesWithAReason() {
        BookAppointment wish = waiving(clinic.at(10, 5), new Waiver("off-cadence", "She comes straight from work."));

        Answer booked = owner.post(PATH, wish);

        assertThat(booked.status()).as(booked.toString()).isEqualTo(201);
        assertThat(booked.body(AppointmentView.class).waived()).containsExactly("off-cadence");
    }

    @Test
    void whyARuleWasSetAsideIsKeptAndShownToNobody() {
        String reason = "He cannot stand waiting rooms.";
        Answer booked = owner.post(PATH, waiving(clinic.at(10, 5), new Waiver("off-cadence", reason)));
        UUID id = UUID.fromString(booked.createdId());

        for (String token : List.of(
                Tokens.client(id),
                Tokens.of(Role.THERAPIST, mira.toString()),
                Tokens.of(Role.INTEGRATION, clinic.location),
                Tokens.owner())) {
            Http reader = Http.at(port).as(token);
            assertThat(reader.get(PATH + "/" + id).body().toString())
                    .contains("\"waived\":[\"off-cadence\"]")
                    .doesNotContain(reason);
            assertThat(reader.get(PATH + "?client=" + ada).body().toString())
                    .contains("off-cadence")
                    .doesNotContain(reason);
        }
        assertThat(booked.body().toString()).doesNotContain(reason);
        assertThat(jdbc.sql("SELECT reason FROM appointment_waivers WHERE appointment_id = ?")
                        .param(id)
                        .query(String.class)
                        .single())
                .isEqualTo(reason);
    }

    @Test
    void aWaiverIsRefusedToOutsidersAndForHardRules() {
        BookAppointment soft = waiving(clinic.at(10, 5), new Waiver("off-cadence", "She asked."));
        Answer outsider = Http.at(port).as(Tokens.of(Role.INTEGRATION)).post(PATH, soft);
        assertThat(outsider.status()).isEqualTo(403);
        assertThat(outsider.code()).isEqualTo("waiver-not-allowed");

        refused(
                422,
                "waiver-not-allowed",
                "waive[0].code",
                waiving(clinic.at(10, 0), new Waiver("slot-taken", "Please.")));
        refused(
                422,
                "waiver-not-allowed",
                "waive[0].code",
                waiving(clinic.at(10, 0), new Waiver("no-rule", "Please.")));
    }

    @Test
    void whoMayNotBookIsToldSo() {
        BookAppointment wish = clinic.hourOf(treatment, ada, mira, clinic.at(10, 0));

        Answer therapist = Http.at(port).as(Tokens.of(Role.THERAPIST)).post(PATH, wish);
        Answer elsewhere = Http.at(port)
                .as(Tokens.of(Role.FRONT_DESK, new LocationId(some())))
                .post(PATH, wish);

        assertThat(therapist.code()).isEqualTo("role-not-allowed");
        assertThat(elsewhere.code()).isEqualTo("location-not-yours");
        assertThat(Http.at(port).post(PATH, wish).status()).isEqualTo(401);
    }

    private Answer book(int hour, int minute) {
        Answer booked = owner.post(PATH, clinic.hourOf(treatment, ada, mira, clinic.at(hour, minute)));
        assertThat(booked.status()).as(booked.toString()).isEqualTo(201);
        return booked;
    }

    private void refused(int status, String code, @Nullable String field, BookAppointment wish) {
        Answer answer = owner.post(PATH, wish);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.body().at("/errors/0/field").asString()).isEqualTo(field);
    }

    private BookAppointment elsewhere(LocationId location) {
        return new BookAppointment(List.of(new Seat(ada, mira)), treatment, 60, location, clinic.at(10, 0), null);
    }

    private BookAppointment waiving(Instant start, Waiver waiver) {
        return new BookAppointment(
                List.of(new Seat(ada, mira)), treatment, 60, clinic.location, start, List.of(waiver));
    }

    /** A quarter of an hour ahead at least: the very next one may have begun when it is asked for. */
    private static Instant soon() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.HOURS);
        long quarters = Duration.between(now, Instant.now()).toMinutes() / 15 + 2;
        return now.plus(Duration.ofMinutes(15 * quarters));
    }

    private static UUID some() {
        return UUID.randomUUID();
    }
}
