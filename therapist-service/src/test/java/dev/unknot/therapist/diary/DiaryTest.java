package dev.unknot.therapist.diary;

import static dev.unknot.therapist.diary.Appointments.ALMA;
import static dev.unknot.therapist.diary.Appointments.BERLIN;
import static dev.unknot.therapist.diary.Appointments.JONAS;
import static dev.unknot.therapist.diary.Appointments.MIRA;
import static dev.unknot.therapist.diary.Appointments.POTSDAM;
import static dev.unknot.therapist.diary.Appointments.booked;
import static dev.unknot.therapist.diary.Appointments.cancelled;
import static dev.unknot.therapist.diary.Appointments.couple;
import static dev.unknot.therapist.diary.Appointments.held;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.common.access.Role;
import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.event.Topics;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.platform.id.Ids;
import dev.unknot.platform.inbox.Inbox;
import dev.unknot.platform.test.Answer;
import dev.unknot.platform.test.ConsumerHarness;
import dev.unknot.platform.test.Crashes;
import dev.unknot.platform.test.Http;
import dev.unknot.platform.test.Records;
import dev.unknot.platform.test.ServiceTest;
import dev.unknot.platform.test.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

// Without roll and relay: a crash is meant for the consumer's steps.
@ServiceTest(properties = {"unknot.horizon.look-every=PT1H", "unknot.outbox.relay=false"})
@Import(Crashes.class)
class DiaryTest {

    private static final Instant NINE = Instant.parse("2027-03-29T07:00:00Z");
    private static final Instant ELEVEN = NINE.plus(Duration.ofHours(2));
    private static final String THAT_DAY = "?from=2027-03-29T00:00:00%2B02:00&to=2027-03-30T00:00:00%2B02:00";

    @Autowired
    private AppointmentListener listener;

    @Autowired
    private Inbox inbox;

    @Autowired
    private JdbcClient database;

    @Autowired
    private DataSource dataSource;

    @LocalServerPort
    private int port;

    @BeforeEach
    void theDiaryIsBlank() {
        inbox.clear("diary");
        database.sql("DELETE FROM diary_entries").update();
    }

    @Test
    void itEndsTheSameHoweverTheEventsArrive() {
        AppointmentId moved = Appointments.any();
        AppointmentId calledOff = Appointments.any();

        ConsumerHarness.of(listener::on, this::everything, this::theDiaryIsBlank)
                .crashing(dataSource)
                .check(List.of(
                        Records.of(booked(moved, MIRA, BERLIN, NINE), 1),
                        Records.of(booked(calledOff, MIRA, BERLIN, ELEVEN), 1),
                        Records.of(booked(moved, JONAS, BERLIN, NINE), 2),
                        Records.of(cancelled(calledOff, MIRA, BERLIN, ELEVEN), 2)));

        assertThat(everything()).as("one therapist each").hasSize(2);
    }

    @Test
    void anErasedAppointmentLeavesTheDiaryForGood() {
        AppointmentId erased = Appointments.any();

        listener.on(Records.of(booked(erased, MIRA, BERLIN, NINE), 1));
        listener.on(Records.erasure(Topics.APPOINTMENTS, erased.value(), 2));
        listener.on(Records.of(booked(erased, MIRA, BERLIN, NINE), 1));

        assertThat(everything()).isEmpty();
    }

    @Test
    void anEventNobodyKnowsIsPassedOver() {
        listener.on(Records.ofUnknownType(Topics.APPOINTMENTS, Ids.next(), 1));

        assertThat(everything()).isEmpty();
    }

    @Test
    void aVisitOfSeveralIsInTheDiaryOfEachTherapistWithTheClientsTheyTreat() {
        listener.on(Records.of(couple(Appointments.any(), BERLIN, NINE), 1));

        assertThat(clientsIn(MIRA)).containsExactly(Appointments.ALMA.toString());
        assertThat(clientsIn(JONAS)).containsExactly(Appointments.BO.toString());
    }

    private List<String> clientsIn(TherapistId therapist) {
        Answer diary = read(therapist, THAT_DAY, Tokens.of(Role.THERAPIST, therapist.toString(), BERLIN));
        return diary.body().findValues("clientIds").stream()
                .flatMap(ids -> ids.valueStream())
                .map(id -> id.asString())
                .toList();
    }

    @Test
    void therapistsReadTheirOwnDiaryWithoutWhatIsCalledOffOrOnlyHeld() {
        AppointmentId first = Appointments.any();
        listener.on(Records.of(booked(Appointments.any(), MIRA, POTSDAM, ELEVEN), 1));
        listener.on(Records.of(booked(first, MIRA, BERLIN, NINE), 1));
        listener.on(Records.of(cancelled(Appointments.any(), MIRA, BERLIN, NINE), 2));
        listener.on(Records.of(held(Appointments.any(), MIRA, BERLIN, NINE), 1));
        listener.on(Records.of(booked(Appointments.any(), JONAS, BERLIN, NINE), 1));

        Answer diary = read(MIRA, THAT_DAY, Tokens.of(Role.THERAPIST, MIRA.toString(), BERLIN));

        assertThat(diary.status()).as("%s", diary).isEqualTo(200);
        assertThat(diary.body().path("items")).as("wherever it is").hasSize(2);
        assertThat(diary.body().at("/items/0/appointmentId").asString())
                .as("the earlier first")
                .isEqualTo(first.toString());
        assertThat(diary.body().at("/items/0/localStart").asString()).startsWith("2027-03-29T09:00");
        assertThat(diary.body().at("/items/0/clientIds/0").asString()).isEqualTo(ALMA.toString());
    }

    @Test
    void othersReadWhatIsAtTheirLocations() {
        listener.on(Records.of(booked(Appointments.any(), MIRA, BERLIN, NINE), 1));

        assertThat(read(MIRA, THAT_DAY, Tokens.of(Role.FRONT_DESK, BERLIN))
                        .body()
                        .path("items"))
                .hasSize(1);
        assertThat(read(MIRA, THAT_DAY, Tokens.of(Role.FRONT_DESK, POTSDAM))
                        .body()
                        .path("items"))
                .isEmpty();
    }

    @Test
    void anAppointmentThatEndsWhenThePeriodBeginsIsNotInIt() {
        listener.on(Records.of(booked(Appointments.any(), MIRA, BERLIN, NINE), 1));

        assertThat(read(MIRA, "?from=2027-03-29T08:00:00Z&to=2027-03-29T09:00:00Z", Tokens.owner())
                        .body()
                        .path("items"))
                .isEmpty();
    }

    @Test
    void nobodyReadsAnothersDiary() {
        Answer jonas = read(MIRA, THAT_DAY, Tokens.of(Role.THERAPIST, JONAS.toString(), BERLIN));

        assertThat(jonas.status()).isEqualTo(403);
        assertThat(jonas.code()).isEqualTo("diary-not-yours");
        assertThat(read(MIRA, THAT_DAY, Tokens.client(Ids.next())).code()).isEqualTo("role-not-allowed");
    }

    @Test
    void aPeriodHasTwoEndsInOrderAndIsShort() {
        assertThat(read(MIRA, "", Tokens.owner()).code()).isEqualTo("missing-parameter");
        assertThat(read(MIRA, "?from=today&to=tomorrow", Tokens.owner()).code()).isEqualTo("invalid-parameter");
        assertThat(read(MIRA, "?from=2027-03-29T09:00:00Z&to=2027-03-29T09:00:00Z", Tokens.owner())
                        .code())
                .isEqualTo("range-empty");
        assertThat(read(MIRA, "?from=2027-03-29T09:00:00Z&to=2027-06-29T09:00:01Z", Tokens.owner())
                        .code())
                .isEqualTo("range-too-long");
        assertThat(read(MIRA, "?from=2199-12-31T09:00:00Z&to=%2B1000000000-12-31T23:00:00Z", Tokens.owner())
                        .code())
                .isEqualTo("invalid-parameter");
        assertThat(read(MIRA, "?from=-1000000000-01-01T00:00:00Z&to=2027-01-01T00:00:00Z", Tokens.owner())
                        .code())
                .isEqualTo("invalid-parameter");
    }

    private Answer read(TherapistId therapist, String period, String token) {
        return Http.at(port).as(token).get("/api/v1/therapists/" + therapist + "/diary" + period);
    }

    private List<String> everything() {
        return database.sql("SELECT entry::text FROM diary_entries entry ORDER BY appointment_id, therapist_id")
                .query(String.class)
                .list();
    }
}
