package dev.unknot.frontdesk.board.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.common.api.ItemList;
import dev.unknot.common.appointment.ObstacleKind;
import dev.unknot.common.appointment.SlotExplanation;
import dev.unknot.common.appointment.SlotObstacle;
import dev.unknot.frontdesk.FakeClinic;
import dev.unknot.frontdesk.FrontDeskTest;
import dev.unknot.frontdesk.Kreuzberg;
import dev.unknot.frontdesk.Staff;
import dev.unknot.frontdesk.Visitor;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What the booking dialog says of a day on which nothing is free. */
@FrontDeskTest
class FullDayPageTest {

    private static final FakeClinic CLINIC = new FakeClinic();
    private static final Instant NOON = Instant.parse("2027-03-01T11:00:00Z");
    private static final Instant NEXT = Instant.parse("2027-03-04T09:15:00Z");

    private static final SlotObstacle NOBODY_AT_WORK = new SlotObstacle(
            "outside-working-time", ObstacleKind.THERAPIST, "No therapist is at work for the whole session.", 0.4, 31);

    @LocalServerPort
    int port;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        CLINIC.putInto(settings);
    }

    @BeforeEach
    void theDayIsFull() {
        CLINIC.reset();
        CLINIC.says("/api/v1/locations/" + Kreuzberg.ID, Kreuzberg.clinic());
        CLINIC.says("/api/v1/slots", ItemList.all(List.of()));
        CLINIC.refuses("/api/v1/holds", 409, "slot-taken");
    }

    @Test
    void theDialogSaysWhyAndOffersTheNextTime() {
        explained(NEXT);

        assertThat(hold())
                .contains(
                        "Nothing is free with this therapist that day. No therapist is at work for the whole session.",
                        "role=\"status\"")
                .contains("data-start=\"" + NEXT + "\"", "10:15");
        assertThat(CLINIC.asked("GET", "/slots/explanation").getFirst().getUrl())
                .contains("minutes=60", "therapist=" + Kreuzberg.MIRA, "from=2027-02-28T23", "to=2027-03-01T23")
                .contains("waive=off-cadence")
                .doesNotContain("overbooked");
    }

    @Test
    void theDialogSaysWhenThereIsNoLaterTimeEither() {
        explained(null);

        assertThat(hold()).contains("Nor on any later day that is planned.").doesNotContain("data-start");
    }

    @Test
    void aDayThatNobodyCanExplainIsLeftAtThat() {
        assertThat(hold()).contains("A sentence about slot-taken.").doesNotContain("Nothing is free");
    }

    private void explained(@Nullable Instant next) {
        CLINIC.says(
                "/api/v1/slots/explanation",
                new SlotExplanation(
                        93,
                        0,
                        0,
                        List.of(NOBODY_AT_WORK),
                        NOBODY_AT_WORK,
                        next == null
                                ? null
                                : Kreuzberg.slots(Kreuzberg.MIRA, next).items().getFirst()));
    }

    private String hold() {
        return Visitor.signedIn(port, Staff.OLGA)
                .asScript()
                .post(
                        "/board/holds",
                        Map.of(
                                "location",
                                Kreuzberg.ID.toString(),
                                "therapist",
                                Kreuzberg.MIRA.toString(),
                                "start",
                                NOON.toString(),
                                "offer",
                                Kreuzberg.SWEDISH + ":60",
                                "waive",
                                "off-cadence,overbooked"))
                .text();
    }
}
