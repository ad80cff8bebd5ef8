package dev.unknot.booking.slot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.common.appointment.BookAppointment;
import dev.unknot.common.appointment.BookAppointment.Seat;
import dev.unknot.common.client.ClientId;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.common.treatment.TreatmentId;
import dev.unknot.platform.test.Answer;
import dev.unknot.platform.test.Http;
import dev.unknot.platform.test.ServiceTest;
import dev.unknot.platform.test.Tokens;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Nobody answers at the broker's address, so the index cannot know what there is. */
@ServiceTest(properties = "spring.kafka.bootstrap-servers=localhost:1")
class UnfilledIndexTest {

    private final Practice practice = Practice.onTheThirdDayFrom(Instant.now());
    private final Http service;
    private final Http owner;
    private final JdbcClient jdbc;
    private final JsonMapper json;

    UnfilledIndexTest(@LocalServerPort int port, @Autowired JdbcClient jdbc, @Autowired JsonMapper json) {
        this.service = Http.at(port);
        this.owner = service.as(Tokens.owner());
        this.jdbc = jdbc;
        this.json = json;
    }

    @Test
    void nothingIsOfferedBeforeTheIndexIsComplete() {
        assertThat(service.get("/actuator/health/liveness").status()).isEqualTo(200);
        assertThat(service.get("/actuator/health/readiness").status()).isEqualTo(503);
        assertNotReady(owner.get(practice.slots(UUID.randomUUID().toString())));
    }

    @Test
    void nothingIsCalledUnknownBeforeTheIndexIsComplete() {
        String location = "/api/v1/locations/" + UUID.randomUUID();
        assertNotReady(owner.get(location + "/menu"));
        assertNotReady(owner.get(location + "/booking-policy"));
        String starts = "/api/v1/slots/starts?location=" + practice.id();
        assertNotReady(owner.get(starts + "&from=" + practice.at(0, 0) + "&to=" + practice.at(20, 0)));
    }

    @Test
    void noBookingIsRefusedByAnIndexThatDoesNotKnowAllYet() {
        assertNotReady(book(null));
        assertNotReady(book(practice.asha()));
        store(practice.id().value(), "LOCATION", practice.location());
        assertNotReady(book(null));
        assertNotReady(book(practice.asha()));
    }

    @Test
    void aTherapistWhomTheCallerNamesIsBookedByWhatIsStored() {
        store(practice.id().value(), "LOCATION", practice.location());
        store(practice.asha().value(), "THERAPIST", practice.therapist());

        Answer booked = book(practice.asha());
        assertThat(booked.status()).as(booked.toString()).isEqualTo(201);
        assertThat(book(practice.asha()).code()).isEqualTo("slot-taken");
    }

    private Answer book(@Nullable TherapistId therapist) {
        TreatmentId shiatsu = TreatmentId.of(
                owner.post("/api/v1/treatments", Practice.shiatsu()).createdId());
        ClientId ravi =
                ClientId.of(owner.post("/api/v1/clients", Practice.client()).createdId());
        return owner.post(
                "/api/v1/appointments",
                new BookAppointment(
                        List.of(new Seat(ravi, therapist)), shiatsu, 60, practice.id(), practice.at(10, 0), null));
    }

    private void store(UUID id, String kind, Object snapshot) {
        jdbc.sql("INSERT INTO supply_snapshots (id, kind, version, snapshot) VALUES (?, ?, 1, CAST(? AS jsonb))")
                .param(id)
                .param(kind)
                .param(json.writeValueAsString(snapshot))
                .update();
    }

    private static void assertNotReady(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(503);
        assertThat(answer.code()).isEqualTo("not-ready");
        assertThat(answer.header("Retry-After")).isEqualTo("1");
    }
}
