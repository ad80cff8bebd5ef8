package dev.unknot.booking.slot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.booking.appointment.ClaimedTime;
import dev.unknot.booking.appointment.MissedVisits;
import dev.unknot.booking.availability.Availability;
import dev.unknot.booking.availability.Opening;
import dev.unknot.booking.availability.SlotQuery;
import dev.unknot.booking.client.Restrictions;
import dev.unknot.common.appointment.BookAppointment;
import dev.unknot.common.appointment.BookAppointment.Seat;
import dev.unknot.common.appointment.CancelAppointment;
import dev.unknot.common.client.ClientId;
import dev.unknot.common.event.Topics;
import dev.unknot.common.treatment.TreatmentId;
import dev.unknot.platform.event.EndOffsets;
import dev.unknot.platform.event.Events;
import dev.unknot.platform.event.Follower;
import dev.unknot.platform.event.UngroupedConsumers;
import dev.unknot.platform.test.Answer;
import dev.unknot.platform.test.Http;
import dev.unknot.platform.test.Probe;
import dev.unknot.platform.test.ServiceTest;
import dev.unknot.platform.test.Tokens;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.kafka.core.KafkaTemplate;

/** The service, which books, and the index of a second instance beside it, which only hears of it. */
@ServiceTest
class TwoInstancesTest {

    private static final int TRIES = 5;

    private final Http owner;
    private final TopicFeed topics;
    private final Practice practice;

    @Autowired
    private Availability ours;

    @Autowired
    private Events events;

    @Autowired
    private ClaimedTime claimedTime;

    @Autowired
    private MissedVisits missedVisits;

    @Autowired
    private Restrictions restrictions;

    @Autowired
    private EndOffsets endOffsets;

    @Autowired
    private UngroupedConsumers consumers;

    @Autowired
    private Clock clock;

    private TreatmentId treatment = new TreatmentId(new UUID(0, 0));

    TwoInstancesTest(
            @LocalServerPort int port,
            @Autowired KafkaTemplate<String, byte[]> kafka,
            @Autowired Events events,
            @Autowired Clock clock) {
        owner = Http.at(port).as(Tokens.owner());
        topics = new TopicFeed(kafka, events);
        practice = Practice.onTheThirdDayFrom(clock.instant());
    }

    @BeforeEach
    void openThePractice() {
        treatment = TreatmentId.of(
                owner.post("/api/v1/treatments", Practice.shiatsu()).createdId());
        topics.announce(practice.location(), 1);
        topics.announce(practice.therapist(), 1);
        Probe.waitUntil("the service knows the practice", () -> offered(ours).size() == 3);
    }

    @Test
    void eachFollowsTheOtherWithinASecond() {
        whileFollowing(theirs -> {
            Probe.waitUntil(
                    "the second instance knows the practice",
                    () -> offered(theirs).size() == 3);

            List<Duration> ofBookings = new ArrayList<>();
            List<Duration> ofCancellations = new ArrayList<>();
            for (int i = 0; i < TRIES; i++) {
                Answer booked = book(practice.at(9, 30));
                ofBookings.add(until(
                        "the second instance heard of the booking",
                        () -> offered(theirs).isEmpty()));
                assertThat(offered(ours)).isEmpty();

                Answer cancelled = owner.post(
                        "/api/v1/appointments/" + booked.createdId() + "/cancellation",
                        new CancelAppointment("client-asked", null),
                        "If-Match",
                        booked.etag());
                assertThat(cancelled.status()).as(cancelled.toString()).isEqualTo(200);
                ofCancellations.add(until(
                        "the second instance heard of the cancellation",
                        () -> offered(theirs).size() == 3));
            }
            assertThat(List.of(median(ofBookings), median(ofCancellations)))
                    .as("medians of %d, so that one pause of a busy machine is none of the index's", TRIES)
                    .allSatisfy(took -> assertThat(took).isLessThan(Duration.ofSeconds(1)));
        });
    }

    private static Duration until(String what, BooleanSupplier heard) {
        long before = System.nanoTime();
        Probe.waitUntil(what, heard);
        return Duration.ofNanos(System.nanoTime() - before);
    }

    private static Duration median(List<Duration> durations) {
        return durations.stream().sorted().toList().get(durations.size() / 2);
    }

    @Test
    void aNewInstanceKnowsWhatWasBookedBeforeItStarted() {
        Answer booked = book(practice.at(9, 30));
        whileFollowing(theirs -> assertThat(offered(theirs)).isEmpty());

        owner.post(
                "/api/v1/appointments/" + booked.createdId() + "/cancellation",
                new CancelAppointment("client-asked", null),
                "If-Match",
                booked.etag());
        whileFollowing(theirs -> assertThat(offered(theirs)).hasSize(3));
    }

    @Test
    void eachKnowsWhatTheOtherSells() {
        whileFollowing(theirs -> {
            assertThat(ours.treatment(treatment)).isPresent();
            Probe.waitUntil(
                    "the second instance knows the treatment",
                    () -> theirs.treatment(treatment).equals(ours.treatment(treatment)));

            topics.erase(Topics.TREATMENTS, treatment.value(), 2);
            Probe.waitUntil(
                    "both have forgotten the treatment",
                    () -> ours.treatment(treatment).isEmpty()
                            && theirs.treatment(treatment).isEmpty());
        });
    }

    /** From when the second instance is complete until the scenario is over. */
    private void whileFollowing(Consumer<Availability> scenario) {
        Availability theirs = new Availability();
        IndexReading reading = new IndexReading(
                theirs,
                new IndexEvents(theirs, events),
                claimedTime,
                missedVisits,
                restrictions,
                endOffsets,
                consumers,
                clock);
        Follower follower = new IndexConfiguration().indexFollower(reading);
        follower.start();
        try {
            Probe.waitUntil("the second instance is complete", theirs::complete);
            scenario.accept(theirs);
        } finally {
            follower.stop();
        }
    }

    private Answer book(Instant start) {
        ClientId client =
                ClientId.of(owner.post("/api/v1/clients", Practice.client()).createdId());
        Answer booked = owner.post(
                "/api/v1/appointments",
                new BookAppointment(List.of(new Seat(client, null)), treatment, 60, practice.id(), start, null));
        assertThat(booked.status()).as(booked.toString()).isEqualTo(201);
        return booked;
    }

    private List<Opening> offered(Availability availability) {
        return availability.search(new SlotQuery(
                ours.treatment(treatment).orElseThrow(),
                60,
                Set.of(practice.id()),
                null,
                null,
                null,
                null,
                practice.at(0, 0),
                practice.at(23, 0),
                null,
                100,
                Set.of(),
                clock.instant()));
    }
}
