package dev.unknot.booking.appointment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.booking.availability.Availability;
import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.appointment.Claim;
import dev.unknot.common.appointment.ResourceKind;
import dev.unknot.common.client.ClientId;
import dev.unknot.common.location.LocationSnapshot;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.common.therapist.TherapistSnapshot;
import dev.unknot.common.therapist.TherapistState;
import dev.unknot.common.time.TimeRange;
import dev.unknot.common.treatment.TreatmentId;
import dev.unknot.platform.test.Answer;
import dev.unknot.platform.test.Http;
import dev.unknot.platform.test.ServiceTest;
import dev.unknot.platform.test.Tokens;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The index of an instance may lag behind what is stored; the stored facts and the claims decide. */
@ServiceTest
class StaleIndexTest {

    private static final String PATH = "/api/v1/appointments";

    @LocalServerPort
    private int port;

    @Autowired
    private Availability availability;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private JsonMapper json;

    private Http owner;
    private Clinic clinic;
    private TreatmentId treatment;
    private ClientId ada;

    @BeforeEach
    void openTheClinic() {
        owner = Http.at(port).as(Tokens.owner());
        clinic = new Clinic(owner, availability).withRoom(1);
        treatment = clinic.treatment();
        ada = clinic.client();
    }

    @Test
    void aTherapistWhoLeftInTheStoredVersionIsNotBooked() {
        TherapistId mira = clinic.therapist();
        TherapistSnapshot working = clinic.therapistSnapshot(mira);
        store(mira.value(), "THERAPIST", 2, left(working));

        Answer answer = owner.post(PATH, clinic.hourOf(treatment, ada, mira, clinic.at(10, 0)));

        assertThat(answer.code()).isEqualTo("unknown-therapist");
        assertThat(availability.version(mira)).isEqualTo(2);
    }

    @Test
    void aTherapistWhomOnlyTheStoreKnowsCanBeBooked() {
        TherapistId noor = new TherapistId(UUID.randomUUID());
        store(noor.value(), "THERAPIST", 1, clinic.therapistSnapshot(noor));

        Answer answer = owner.post(PATH, clinic.hourOf(treatment, ada, noor, clinic.at(10, 0)));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    }

    @Test
    void aLocationThatIsClosedInTheStoredVersionIsNotBooked() {
        TherapistId mira = clinic.therapist();
        LocationSnapshot known = clinic.snapshot();
        store(clinic.location.value(), "LOCATION", 2, closed(known));

        Answer answer = owner.post(PATH, clinic.hourOf(treatment, ada, mira, clinic.at(10, 0)));

        assertThat(answer.code()).isEqualTo("outside-working-time");
    }

    @Test
    void aTimeTheIndexBelievesTakenIsBookedWhenNoClaimHoldsIt() {
        TherapistId mira = clinic.therapist();
        availability.learn(
                new AppointmentId(UUID.randomUUID()),
                1,
                List.of(new Claim(
                        ResourceKind.THERAPIST,
                        mira.value(),
                        mira.value(),
                        TimeRange.of(clinic.at(10, 0), Duration.ofHours(1)))));

        Answer answer = owner.post(PATH, clinic.hourOf(treatment, ada, mira, clinic.at(10, 0)));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    }

    @Test
    void aTherapistTheIndexBelievesFreeIsPassedOverForOneWhoIs() {
        clinic.withRoom(5);
        List<TherapistId> staff = List.of(clinic.therapist(), clinic.therapist(), clinic.therapist());
        TherapistId free = staff.get(1);
        for (TherapistId therapist : staff) {
            if (!therapist.equals(free)) {
                claimElsewhere(therapist);
            }
        }

        Answer answer = owner.post(PATH, clinic.hourOf(treatment, ada, null, clinic.at(10, 0)));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        assertThat(answer.body().at("/participants/0/therapistId").asString()).isEqualTo(free.toString());
    }

    private void store(UUID id, String kind, long version, Object snapshot) {
        jdbc.sql("INSERT INTO supply_snapshots (id, kind, version, snapshot) VALUES (?, ?, ?, CAST(? AS jsonb))")
                .param(id)
                .param(kind)
                .param(version)
                .param(json.writeValueAsString(snapshot))
                .update();
    }

    /** As another instance has booked it, of which this one has not heard yet. */
    private void claimElsewhere(TherapistId therapist) {
        Answer booked = owner.post(PATH, clinic.hourOf(treatment, clinic.client(), therapist, clinic.at(10, 0)));
        assertThat(booked.status()).as(booked.toString()).isEqualTo(201);
        availability.learn(new AppointmentId(UUID.fromString(booked.createdId())), 2, List.of());
    }

    private static TherapistSnapshot left(TherapistSnapshot before) {
        return new TherapistSnapshot(
                before.id(),
                before.name(),
                before.gender(),
                before.skills(),
                before.licensedUntil(),
                TherapistState.LEFT,
                before.horizon(),
                before.workingTime());
    }

    private static LocationSnapshot closed(LocationSnapshot before) {
        return new LocationSnapshot(
                before.id(),
                before.name(),
                before.zone(),
                before.address(),
                before.phone(),
                before.horizon(),
                List.of(),
                before.rooms());
    }
}
