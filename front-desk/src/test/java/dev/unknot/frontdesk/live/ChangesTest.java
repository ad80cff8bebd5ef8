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
import dev.unknot.frontdesk.account.StaffAccount;
import dev.unknot.platform.event.Events;
import dev.unknot.platform.security.LocationScope;
import dev.unknot.platform.test.Probe;
import dev.unknot.platform.test.Records;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChangesTest {

    private static final LocationId KREUZBERG = new LocationId(new UUID(4, 1));
    private static final LocationId MITTE = new LocationId(new UUID(4, 2));
    private static final UUID ADA = new UUID(5, 1);
    private static final UUID BEN = new UUID(5, 2);

    private final Viewers viewers = new Viewers(new LiveSettings(Duration.ofMinutes(1), Duration.ofMinutes(1), 3, 2));
    private final Changes changes = new Changes(new Events(""), viewers);
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
