package dev.unknot.therapist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.common.event.DomainEvent;
import dev.unknot.common.event.Topics;
import dev.unknot.common.location.Address;
import dev.unknot.common.location.CreateLocation;
import dev.unknot.common.location.CreateRoom;
import dev.unknot.common.location.LocationEvent;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.location.LocationSnapshot;
import dev.unknot.common.location.WeeklyHours;
import dev.unknot.common.therapist.CreateTherapist;
import dev.unknot.common.therapist.Gender;
import dev.unknot.common.therapist.PutPattern;
import dev.unknot.common.therapist.Shift;
import dev.unknot.common.therapist.TherapistEvent;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.common.therapist.TherapistSnapshot;
import dev.unknot.platform.event.Events;
import dev.unknot.platform.event.ReceivedEvent;
import dev.unknot.platform.test.Answer;
import dev.unknot.platform.test.Http;
import dev.unknot.platform.test.Probe;
import dev.unknot.platform.test.TopicReader;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** People and places of the demo clinic, made through the API, and what is announced of them. */
public final class Clinic {

    public static final String LOCATIONS = "/api/v1/locations";
    public static final String THERAPISTS = "/api/v1/therapists";

    private final Http api;
    private final TopicReader topics;
    private final Events events;

    public Clinic(Http api, TopicReader topics, Events events) {
        this.api = api;
        this.topics = topics;
        this.events = events;
    }

    /** Weekdays from eight to eight, Saturdays through the night. */
    public static CreateLocation berlin() {
        return in("Berlin Mitte", "Europe/Berlin", week());
    }

    public static CreateLocation newYork() {
        return in("New York Soho", "America/New_York", week());
    }

    public static CreateLocation in(String name, String zone, List<WeeklyHours> week) {
        return new CreateLocation(
                name, ZoneId.of(zone), new Address("Main street 1", "10117", "Town", "DE"), "+49 30 1234567", week);
    }

    public static CreateLocation reachedBy(String phone, String country, String postalCode) {
        return new CreateLocation(
                "Somewhere",
                ZoneId.of("Europe/Berlin"),
                new Address("Main street 1", postalCode, "Town", country),
                phone,
                week());
    }

    /** In Berlin, at a point that may lack a coordinate. */
    public static CreateLocation at(@Nullable Double latitude, @Nullable Double longitude) {
        CreateLocation berlin = berlin();
        Address address = berlin.address();
        return new CreateLocation(
                berlin.name(),
                berlin.zone(),
                new Address(
                        address.street(), address.postalCode(), address.city(), address.country(), latitude, longitude),
                berlin.phone(),
                berlin.openingHours());
    }

    public static List<WeeklyHours> week() {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> day != DayOfWeek.SUNDAY)
                .map(day -> day == DayOfWeek.SATURDAY ? hours(day, "20:00", "06:00") : hours(day, "08:00", "20:00"))
                .toList();
    }

    public static WeeklyHours hours(DayOfWeek day, String start, String end) {
        return new WeeklyHours(day, LocalTime.parse(start), LocalTime.parse(end));
    }

    public static CreateRoom quietRoom() {
        return new CreateRoom("Quiet room", Set.of("table", "hydro"), 1, 10);
    }

    public static CreateTherapist mira(LocationId... places) {
        return new CreateTherapist(
                "Mira", Gender.FEMALE, Set.of("swedish", "deep-tissue"), LocalDate.of(2030, 6, 30), Set.of(places));
    }

    public static Shift shift(LocationId location, DayOfWeek day, String start, String end) {
        return new Shift(location, day, LocalTime.parse(start), LocalTime.parse(end));
    }

    public LocationId opened(CreateLocation location) {
        return LocationId.of(created(api.post(LOCATIONS, location)));
    }

    public TherapistId employed(CreateTherapist therapist) {
        return TherapistId.of(created(api.post(THERAPISTS, therapist)));
    }

    public Answer putWeek(TherapistId therapist, String validFrom, Shift... shifts) {
        return putRota(therapist, validFrom, 1, shifts);
    }

    public Answer putRota(TherapistId therapist, String validFrom, int weeks, Shift... shifts) {
        String path = THERAPISTS + "/" + therapist;
        return api.put(
                path + "/patterns/" + validFrom,
                new PutPattern(List.of(shifts), weeks),
                "If-Match",
                api.get(path).etag());
    }

    public LocationSnapshot announced(LocationId location, long version) {
        return (LocationSnapshot) announced(Topics.LOCATIONS, location.value(), version, LocationEvent.class);
    }

    public TherapistSnapshot announced(TherapistId therapist, long version) {
        return (TherapistSnapshot) announced(Topics.THERAPISTS, therapist.value(), version, TherapistEvent.class);
    }

    private <T extends DomainEvent> T announced(String topic, UUID subject, long version, Class<T> owner) {
        return Probe.eventually(
                subject + " is announced in version " + version,
                () -> topics.read(topic, subject.toString()).stream()
                        .flatMap(record -> events.read(record, owner).stream())
                        .filter(event -> event.sequence() == version)
                        .map(ReceivedEvent::data)
                        .findFirst());
    }

    private static String created(Answer answer) {
        assertThat(answer.status()).as("%s", answer).isEqualTo(201);
        return answer.createdId();
    }
}
