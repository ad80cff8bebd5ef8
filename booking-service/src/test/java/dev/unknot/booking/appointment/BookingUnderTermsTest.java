package dev.unknot.booking.appointment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.booking.availability.Availability;
import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.appointment.AppointmentView;
import dev.unknot.common.appointment.BookAppointment;
import dev.unknot.common.appointment.HoldTime;
import dev.unknot.common.appointment.RescheduleAppointment;
import dev.unknot.common.appointment.Waiver;
import dev.unknot.common.client.ClientId;
import dev.unknot.common.client.PutRestrictions;
import dev.unknot.common.money.Money;
import dev.unknot.common.terms.BookingPolicy;
import dev.unknot.common.terms.Menu;
import dev.unknot.common.terms.MenuEntry;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.common.treatment.TreatmentId;
import dev.unknot.platform.test.Answer;
import dev.unknot.platform.test.Http;
import dev.unknot.platform.test.ServiceTest;
import dev.unknot.platform.test.Tokens;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two locations with terms of their own. What the index has not heard of yet decides all the same. */
@ServiceTest
class BookingUnderTermsTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Availability availability;

    @Autowired
    private JdbcClient jdbc;

    private Http owner;
    private Clinic here;
    private Clinic there;
    private TreatmentId treatment;
    private TherapistId mira;
    private TherapistId jonas;
    private ClientId ada;

    @BeforeEach
    void openTheClinics() {
        owner = Http.at(port).as(Tokens.owner());
        here = new Clinic(owner, availability).withRoom(3);
        there = new Clinic(owner, availability).withRoom(3);
        treatment = here.treatment();
        mira = here.therapist();
        jonas = there.therapist();
        ada = here.client();
    }

    @Test
    void ofTwoBookingsOfOneClientAtOnceTheDaysLimitLetsOnePass() {
        put(here, limits(1, null));
        put(there, limits(1, null));
        for (int round = 0; round < 10; round++) {
            ClientId client = here.client();
            Duration days = Duration.ofDays(round);

            List<Answer> answers = Race.of(
                    2,
                    i -> () -> i == 0
                            ? book(here, client, mira, here.at(10, 0).plus(days))
                            : book(there, client, jonas, there.at(14, 0).plus(days)));

            assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(201, 409);
            assertThat(answers)
                    .filteredOn(answer -> answer.status() == 409)
                    .extracting(Answer::code)
                    .containsExactly("client-day-limit");
        }
    }

    @Test
    void aTherapistAtTheirLimitIsPassedOverAndStaffMaySetItAside() {
        put(here, limits(null, 1));
        TherapistId second = here.therapist();
        booked(book(here, ada, mira, here.at(10, 0)));

        AppointmentView any = booked(book(here, here.client(), null, here.at(12, 0)));

        assertThat(any.participants().getFirst().therapistId()).isEqualTo(second);
        assertThat(book(here, here.client(), null, here.at(14, 0)).code()).isEqualTo("therapist-day-limit");
        Answer named = book(here, here.client(), mira, here.at(14, 0));
        assertThat(named.code()).isEqualTo("therapist-day-limit");
        assertThat(named.status()).isEqualTo(409);
        BookAppointment wish = here.hourOf(treatment, here.client(), mira, here.at(14, 0));
        AppointmentView waived = booked(owner.post(
                "/api/v1/appointments",
                new BookAppointment(
                        wish.participants(),
                        treatment,
                        60,
                        here.location,
                        wish.start(),
                        null,
                        List.of(new Waiver("therapist-day-limit", "She offered to stay.")))));
        assertThat(waived.waived()).containsExactly("therapist-day-limit");
    }

    @Test
    void aCancelledVisitNoLongerCounts() {
        put(here, limits(1, null));
        AppointmentView first = booked(book(here, ada, mira, here.at(10, 0)));
        assertThat(book(here, ada, mira, here.at(14, 0)).code()).isEqualTo("client-day-limit");

        owner.post(
                "/api/v1/appointments/" + first.id() + "/cancellation",
                Map.of("cause", "client-asked"),
                "If-Match",
                "\"1\"");

        booked(book(here, ada, mira, here.at(14, 0)));
    }

    @Test
    void whatIsHeldForNobodyYetIsBookedByTheRulesOfWhoComes() {
        put(here, limits(1, null));
        booked(book(here, ada, mira, here.at(10, 0)));
        String hold = owner.post(
                        "/api/v1/holds",
                        Map.of(
                                "treatmentId",
                                treatment,
                                "minutes",
                                60,
                                "locationId",
                                here.location,
                                "start",
                                here.at(14, 0),
                                "therapistId",
                                mira))
                .createdId();

        assertThat(redeem(hold, ada).code()).isEqualTo("client-day-limit");
        booked(redeem(hold, here.client()));
    }

    @Test
    void whatIsHeldWithOneTherapistIsBookedWithAnotherByTheRulesOfTheOther() {
        put(here, limits(null, 1));
        booked(book(here, ada, mira, here.at(10, 0)));
        TherapistId noor = here.therapist();
        String hold = owner.post(
                        "/api/v1/holds", new HoldTime(null, noor, treatment, 60, here.location, here.at(14, 0), null))
                .createdId();

        assertThat(redeem(hold, here.client(), mira).code()).isEqualTo("therapist-day-limit");
        booked(redeem(hold, here.client(), noor));
    }

    @Test
    void aVisitMovedToAHeldTimeIsJudgedByItsOwnClient() {
        put(here, limits(1, null));
        booked(book(here, ada, mira, here.at(10, 0)));
        AppointmentView tomorrow = booked(book(here, ada, mira, here.at(10, 0).plus(Duration.ofDays(1))));
        String hold = owner.post(
                        "/api/v1/holds",
                        new HoldTime(here.client(), mira, treatment, 60, here.location, here.at(14, 0), null))
                .createdId();

        Answer moved = owner.post(
                "/api/v1/appointments/" + tomorrow.id() + "/reschedule",
                new RescheduleAppointment(
                        here.at(14, 0), null, null, null, null, null, null, null, AppointmentId.of(hold), null),
                "If-Match",
                "\"1\"");

        assertThat(moved.code()).as("%s", moved).isEqualTo("client-day-limit");
    }

    private Answer redeem(String hold, ClientId client) {
        return redeem(hold, client, mira);
    }

    private Answer redeem(String hold, ClientId client, TherapistId therapist) {
        BookAppointment wish = here.hourOf(treatment, client, therapist, here.at(14, 0));
        return owner.post(
                "/api/v1/appointments",
                new BookAppointment(
                        wish.participants(), treatment, 60, here.location, wish.start(), AppointmentId.of(hold), null));
    }

    @Test
    void aMenuSaysWhatIsSoldAndForHowMuch() {
        Money price = new Money(12_000, "EUR");
        MenuEntry hour = new MenuEntry(treatment, 60, price, new BigDecimal("20"));
        Answer put = owner.put(
                "/api/v1/locations/" + here.location + "/menu",
                new Menu(List.of(hour), List.of()),
                "If-Match",
                "\"0\"");
        assertThat(put.status()).as("%s", put).isEqualTo(200);

        AppointmentView visit = booked(book(here, ada, mira, here.at(10, 0)));

        assertThat(visit.price()).isEqualTo(price);
        assertThat(visit.tax()).isEqualTo(new Money(2_000, "EUR"));
        Answer longer =
                owner.post("/api/v1/appointments", here.booking(treatment, 120, here.client(), mira, here.at(12, 0)));
        assertThat(longer.code()).isEqualTo("not-on-menu");
    }

    @Test
    void restrictionsOfAClientHoldAtOnce() {
        restrict(ada, new PutRestrictions(null, Set.of(mira)));
        assertThat(book(here, ada, mira, here.at(10, 0)).code()).isEqualTo("therapist-avoided");

        restrict(ada, new PutRestrictions("Never pays.", Set.of()));
        Answer barred = book(here, ada, mira, here.at(10, 0));
        assertThat(barred.code()).isEqualTo("client-barred");
        assertThat(barred.status()).isEqualTo(409);
    }

    @Test
    void whatAnotherInstanceStoredOfClientAndTermsHoldsThoughNobodyHeardOfItYet() {
        put(here, limits(3, null));
        booked(book(here, ada, mira, here.at(10, 0)));
        jdbc.sql("UPDATE location_terms SET version = version + 1 WHERE location_id = ?")
                .param(here.location.value())
                .update();
        jdbc.sql("UPDATE booking_policies SET sessions_per_client_per_day = 1 WHERE location_id = ?")
                .param(here.location.value())
                .update();
        assertThat(book(here, ada, mira, here.at(14, 0)).code()).isEqualTo("client-day-limit");

        ClientId ben = here.client();
        jdbc.sql("UPDATE clients SET version = version + 1, barred_because = 'Shouts.' WHERE id = ?")
                .param(ben.value())
                .update();
        assertThat(book(here, ben, mira, here.at(14, 0)).code()).isEqualTo("client-barred");
    }

    private Answer book(Clinic clinic, ClientId client, @Nullable TherapistId therapist, Instant start) {
        return owner.post("/api/v1/appointments", clinic.hourOf(treatment, client, therapist, start));
    }

    private static AppointmentView booked(Answer answer) {
        assertThat(answer.status()).as("%s", answer).isEqualTo(201);
        return answer.body(AppointmentView.class);
    }

    private void put(Clinic clinic, BookingPolicy policy) {
        Answer put = owner.put("/api/v1/locations/" + clinic.location + "/booking-policy", policy, "If-Match", "\"0\"");
        assertThat(put.status()).as("%s", put).isEqualTo(200);
    }

    private void restrict(ClientId client, PutRestrictions restrictions) {
        String path = "/api/v1/clients/" + client + "/restrictions";
        Answer put = owner.put(path, restrictions, "If-Match", owner.get(path).etag());
        assertThat(put.status()).as("%s", put).isEqualTo(200);
    }

    private static BookingPolicy limits(@Nullable Integer clientDay, @Nullable Integer therapistDay) {
        return new BookingPolicy(
                null, null, null, clientDay, null, therapistDay, Duration.ZERO, Duration.ZERO, null, null);
    }
}
