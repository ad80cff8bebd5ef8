package dev.unknot.frontdesk.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.common.access.Role;
import dev.unknot.common.appointment.AppointmentBooked;
import dev.unknot.common.appointment.AppointmentEvent;
import dev.unknot.common.appointment.AppointmentRescheduled;
import dev.unknot.common.block.BlockId;
import dev.unknot.common.block.TimeUnblocked;
import dev.unknot.common.event.Topics;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.therapist.Gender;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.common.therapist.TherapistSnapshot;
import dev.unknot.common.therapist.TherapistState;
import dev.unknot.common.therapist.WorkingTime;
import dev.unknot.common.time.TimeRange;
import dev.unknot.frontdesk.account.StaffAccount;
import dev.unknot.platform.event.Events;
import dev.unknot.platform.security.LocationScope;
import dev.unknot.platform.test.Probe;
import dev.unknot.platform.test.Records;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChangesTest {

    private static final LocationId KREUZBERG = new LocationId(new UUID(4, 1));
    private static final LocationId MITTE = new LocationId(new UUID(4, 2));
    private static final TherapistId MIRA = new TherapistId(new UUID(6, 1));
    private static final Instant MIDNIGHT = Instant.parse("2026-11-23T00:00:00Z");
    private static final int HORIZON_HOURS = 72;
    private static final UUID ADA = new UUID(5, 1);
    private static final UUID BEN = new UUID(5, 2);

    private final Viewers viewers = new Viewers(new LiveSettings(Duration.ofMinutes(1), Duration.ofMinutes(1), 3, 2));
    private final Changes changes = new Changes(new Events(""), viewers, new Rosters());
    private final OpenPage kreuzberg = new OpenPage();
    private final OpenPage mitte = new OpenPage();

    @BeforeEach
    void twoPagesAreOpen() {
        viewers.start();
        viewers.seat(ada(KREUZBERG), kreuzberg);
        viewers.seat(ada(MITTE), mitte);
        hears(kreuzberg, "event:day", "event:messages");
        hears(mitte, "event:day", "event:messages");
    }

    @AfterEach
    void theyClose() {
        viewers.stop();
        Probe.waitUntil("nobody looks any more", () -> viewers.count() == 0);
    }

    @Test
    void aChangeIsToldWhereItHappenedOnly() {
        changes.apply(Records.of(booked(MITTE), 1));
        changes.apply(Records.of(booked(KREUZBERG), 1));

        hears(mitte, "event:day", "event:messages", "event:day");
        hears(kreuzberg, "event:day", "event:messages", "event:day");
    }

    @Test
    void blockedTimeIsToldWhereItIs() {
        changes.apply(Records.of(new TimeUnblocked(new BlockId(UUID.randomUUID()), MITTE), 2));
        changes.apply(Records.of(booked(KREUZBERG), 1));

        hears(mitte, "event:day", "event:messages", "event:day");
        hears(kreuzberg, "event:day", "event:messages", "event:day");
    }

    @Test
    void aMoveToAnotherPlaceIsToldToAll() {
        changes.apply(
                Records.of(new AppointmentRescheduled(Announcer.visit(KREUZBERG), Set.of("locationId", "roomId")), 2));

        hears(mitte, "event:day", "event:messages", "event:day");
    }

    @Test
    void whatCannotBeReadIsToldToAll() {
        changes.apply(Records.ofUnknownType(Topics.APPOINTMENTS, UUID.randomUUID(), 1));

        hears(mitte, "event:day", "event:messages", "event:day");
    }

    @Test
    void messagesDoNotSayWhereSoAllAreTold() {
        changes.apply(Records.ofUnknownType(Topics.MESSAGES, UUID.randomUUID(), 1));

        hears(kreuzberg, "event:day", "event:messages", "event:messages");
    }

    @Test
    void aTherapistIsToldWhereTheirDaysHaveChanged() {
        changes.recall(Records.of(mira(0, shift(MITTE, 9), shift(KREUZBERG, 33)), 1));

        changes.apply(Records.of(mira(0, shift(MITTE, 9), shift(KREUZBERG, 34)), 2));
        hears(kreuzberg, "event:day", "event:messages", "event:day");

        changes.apply(Records.of(mira(0, shift(MITTE, 9), shift(MITTE, 34)), 3));
        hears(kreuzberg, "event:day", "event:messages", "event:day", "event:day");
        hears(mitte, "event:day", "event:messages", "event:day");
    }

    @Test
    void theRollOfAHorizonIsToldToNobody() {
        changes.recall(Records.of(mira(0, shift(MITTE, 9), shift(KREUZBERG, 33)), 1));

        changes.apply(Records.of(mira(1, shift(KREUZBERG, 33), shift(MITTE, HORIZON_HOURS + 9)), 2));
        viewers.tellAll(Signal.MESSAGES);

        hears(kreuzberg, "event:day", "event:messages", "event:messages");
        hears(mitte, "event:day", "event:messages", "event:messages");
    }

    @Test
    void aTherapistOfWhomNothingIsKnownYetMayBeAnywhere() {
        changes.apply(Records.of(mira(0, shift(MITTE, 9)), 1));

        hears(kreuzberg, "event:day", "event:messages", "event:day");
        hears(mitte, "event:day", "event:messages", "event:day");
    }

    @Test
    void aNameIsToldWhereItIsRead() {
        TherapistSnapshot before = mira(0, shift(KREUZBERG, 9));
        changes.recall(Records.of(before, 1));

        changes.apply(Records.of(named("Mira Berg", before), 2));
        viewers.tellAll(Signal.MESSAGES);

        hears(kreuzberg, "event:day", "event:messages", "event:day", "event:messages");
        hears(mitte, "event:day", "event:messages", "event:messages");
    }

    @Test
    void oneAccountLeavesRoomForOthers() {
        assertThat(viewers.welcome(ada(MITTE))).isInstanceOf(Welcome.TooManyOfAccount.class);
        assertThat(viewers.welcome(at(MITTE, BEN))).isInstanceOf(Welcome.In.class);
    }

    @Test
    void nobodyIsLetInBeyondTheLimitOrAfterTheStop() {
        viewers.seat(at(MITTE, BEN), new OpenPage());
        assertThat(viewers.welcome(at(MITTE, BEN))).isInstanceOf(Welcome.Full.class);

        viewers.stop();
        Probe.waitUntil("the seats are free", () -> viewers.count() == 0);
        assertThat(viewers.welcome(at(MITTE, BEN))).isInstanceOf(Welcome.Full.class);
    }

    private static void hears(OpenPage page, String... events) {
        Probe.waitUntil(
                "a page heard " + List.of(events) + " and nothing else",
                () -> page.heard().equals(List.of(events)));
    }

    /** @param days by which her horizon has moved on */
    private static TherapistSnapshot mira(int days, WorkingTime... shifts) {
        Instant begin = MIDNIGHT.plus(Duration.ofDays(days));
        return new TherapistSnapshot(
                MIRA,
                "Mira",
                Gender.FEMALE,
                Set.of(),
                null,
                TherapistState.ACTIVE,
                new TimeRange(begin, begin.plus(Duration.ofHours(HORIZON_HOURS))),
                List.of(shifts),
                List.of(),
                List.of());
    }

    private static TherapistSnapshot named(String name, TherapistSnapshot as) {
        return new TherapistSnapshot(
                as.id(),
                name,
                as.gender(),
                as.skills(),
                as.licensedUntil(),
                as.state(),
                as.horizon(),
                as.workingTime(),
                as.closed(),
                as.timeOff());
    }

    private static WorkingTime shift(LocationId place, int hour) {
        Instant start = MIDNIGHT.plus(Duration.ofHours(hour));
        return new WorkingTime(place, new TimeRange(start, start.plus(Duration.ofHours(4))));
    }

    private static Guest ada(LocationId place) {
        return at(place, ADA);
    }

    private static Guest at(LocationId place, UUID account) {
        return new Guest(
                "a session",
                new StaffAccount(
                        account,
                        0,
                        "desk@unknot.test",
                        "Desk",
                        Role.FRONT_DESK,
                        LocationScope.of(Set.of(place)),
                        null,
                        false,
                        false));
    }

    private static AppointmentEvent booked(LocationId place) {
        return new AppointmentBooked(Announcer.visit(place), Set.of("status"));
    }
}
