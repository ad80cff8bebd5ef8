package dev.unknot.devstack.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import bookingclient.ApiClient;
import bookingclient.ApiException;
import bookingclient.ApiResponse;
import bookingclient.api.AppointmentsApi;
import bookingclient.api.AppointmentsApi.APIBookAppointmentRequest;
import bookingclient.api.AppointmentsApi.APICancelAppointmentRequest;
import bookingclient.api.AppointmentsApi.APIRescheduleAppointmentRequest;
import bookingclient.api.SlotsApi;
import bookingclient.api.SlotsApi.APIFindSlotsRequest;
import bookingclient.model.AppointmentStatus;
import bookingclient.model.AppointmentView;
import bookingclient.model.BookAppointment;
import bookingclient.model.CancelAppointment;
import bookingclient.model.Problem;
import bookingclient.model.RescheduleAppointment;
import bookingclient.model.Seat;
import bookingclient.model.Slot;
import dev.unknot.devstack.Service;
import dev.unknot.platform.test.Probe;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What an integrator does on the first day: a client is generated from {@code docs/openapi}, and its types are all that it
 * knows of booking-service.
 */
class GeneratedClientTest {

    private static final ZoneId ZONE = ZoneId.of("Australia/Adelaide");

    private Clinic clinic;
    private SlotsApi slots;
    private AppointmentsApi appointments;
    private ApiClient api;

    @BeforeEach
    void aClinicAndAClientOfItsApi() {
        clinic = Clinic.open(SharedStack.get(), "Generated Quay", ZONE);
        api = new ApiClient();
        api.updateBaseUri("http://localhost:" + SharedStack.get().port(Service.BOOKING));
        api.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + clinic.ownerToken()));
        slots = new SlotsApi(api);
        appointments = new AppointmentsApi(api);
    }

    @Test
    void aGeneratedClientSearchesBooksMovesAndCancels() throws Exception {
        UUID ada = UUID.fromString(clinic.client("Ada Quayle", "ada.quayle@example.org", "+61870100001"));
        OffsetDateTime noon =
                OffsetDateTime.parse(clinic.slotAtNoon(6).path("start").asString());

        List<Slot> offered = slots(noon);
        Slot first = offered.getFirst();
        assertThat(LocalDateTime.parse(first.getLocalStart()))
                .isEqualTo(first.getStart().atZoneSameInstant(ZONE).toLocalDateTime());
        assertThat(first.getPrice().getCurrency()).isEqualTo("EUR");

        BookAppointment wish = wish(ada, first);
        ApiResponse<AppointmentView> booked =
                appointments.bookAppointmentWithHttpInfo(APIBookAppointmentRequest.newBuilder()
                        .bookAppointment(wish)
                        .idempotencyKey(Clinic.key())
                        .build());
        UUID id = booked.getData().getId();
        assertThat(booked.getStatusCode()).isEqualTo(201);
        assertThat(header(booked, "location")).isEqualTo("/api/v1/appointments/" + id);
        assertThat(booked.getData().getStatus()).isEqualTo(AppointmentStatus.BOOKED);
        assertThat(booked.getData().getCancellation()).isNull();

        Problem taken = refusal(wish);
        assertThat(taken.getCode()).isEqualTo("slot-taken");
        assertThat(taken.getErrors()).extracting("code").contains("slot-taken");

        Slot later = slots(noon).getLast();
        ApiResponse<AppointmentView> moved =
                appointments.rescheduleAppointmentWithHttpInfo(APIRescheduleAppointmentRequest.newBuilder()
                        .id(id)
                        .ifMatch(etag(booked))
                        .rescheduleAppointment(new RescheduleAppointment().start(later.getStart()))
                        .build());
        assertThat(moved.getData().getStart().toInstant())
                .isEqualTo(later.getStart().toInstant());

        AppointmentView cancelled = appointments.cancelAppointment(APICancelAppointmentRequest.newBuilder()
                .id(id)
                .ifMatch(etag(moved))
                .cancelAppointment(new CancelAppointment().cause("client-asked"))
                .build());
        assertThat(cancelled.getStatus()).isEqualTo(AppointmentStatus.CANCELLED);
        assertThat(cancelled.getCancellation().getCause()).isEqualTo("client-asked");
        List<OffsetDateTime> given = List.of(first.getStart(), later.getStart());
        Probe.waitUntil(
                "both times are offered again",
                () -> slots(noon).stream().map(Slot::getStart).toList().containsAll(given));
    }

    private List<Slot> slots(OffsetDateTime noon) {
        try {
            return slots.findSlots(APIFindSlotsRequest.newBuilder()
                            .treatment(UUID.fromString(clinic.treatment()))
                            .minutes(60)
                            .location(Set.of(UUID.fromString(clinic.location())))
                            .from(noon)
                            .to(noon.plusHours(4))
                            .build())
                    .getItems();
        } catch (ApiException refused) {
            throw new IllegalStateException(refused);
        }
    }

    private BookAppointment wish(UUID client, Slot slot) {
        return new BookAppointment()
                .participants(List.of(new Seat().clientId(client).therapistId(slot.getTherapistId())))
                .treatmentId(UUID.fromString(clinic.treatment()))
                .minutes(60)
                .locationId(slot.getLocationId())
                .start(slot.getStart());
    }

    private Problem refusal(BookAppointment wish) throws Exception {
        ApiException refused = catchThrowableOfType(
                ApiException.class,
                () -> appointments.bookAppointment(APIBookAppointmentRequest.newBuilder()
                        .bookAppointment(wish)
                        .build()));
        assertThat(refused.getCode()).isEqualTo(409);
        return api.getObjectMapper().readValue(refused.getResponseBody(), Problem.class);
    }

    private static String etag(ApiResponse<AppointmentView> answer) {
        return header(answer, "etag");
    }

    private static String header(ApiResponse<AppointmentView> answer, String name) {
        return answer.getHeaders().getOrDefault(name, List.of("")).getFirst();
    }
}
