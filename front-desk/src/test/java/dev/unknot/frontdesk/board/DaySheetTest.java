package dev.unknot.frontdesk.board;

import static dev.unknot.frontdesk.board.Days.JONAS;
import static dev.unknot.frontdesk.board.Days.MIRA;
import static dev.unknot.frontdesk.board.Days.at;
import static dev.unknot.frontdesk.board.Days.range;
import static dev.unknot.frontdesk.board.Days.visit;
import static dev.unknot.frontdesk.board.Days.works;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.appointment.AppointmentStatus;
import dev.unknot.common.appointment.AppointmentView;
import dev.unknot.common.appointment.Participant;
import dev.unknot.common.block.BlockId;
import dev.unknot.common.block.BlockView;
import dev.unknot.common.client.ClientView;
import dev.unknot.common.location.RoomId;
import dev.unknot.frontdesk.Kreuzberg;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DaySheetTest {

    private static final RoomId ROOM = new RoomId(new UUID(5, 1));

    @Test
    void eachTherapistsVisitsStandInOrderWithAllThatIsNeededWithoutAScreen() {
        List<DaySheet.Part> parts = parts(
                visit(MIRA, "12:00", "13:00", AppointmentStatus.CONFIRMED),
                visit(MIRA, "10:00", "11:00", AppointmentStatus.BOOKED),
                visit(MIRA, "15:00", "16:00", AppointmentStatus.CANCELLED));

        assertThat(parts).hasSize(1);
        assertThat(parts.getFirst().therapist()).isEqualTo("Mira Albrecht");
        assertThat(parts.getFirst().hours()).isEqualTo("09:00–17:00");
        assertThat(parts.getFirst().lines())
                .containsExactly(
                        new DaySheet.Line(
                                "10:00–11:00", "Anke Vogel", "+4930111", "Swedish massage, 60 min", "Linde", ""),
                        new DaySheet.Line("11:15–11:30", "Blocked: phone call", "", "", "", ""),
                        new DaySheet.Line(
                                "12:00–13:00",
                                "Anke Vogel",
                                "+4930111",
                                "Swedish massage, 60 min",
                                "Linde",
                                "Confirmed"));
    }

    @Test
    void ofSeveralInAVisitEachTherapistReadsTheirOwn() {
        AppointmentView couple = Kreuzberg.of(
                visit(MIRA, "10:00", "11:00", AppointmentStatus.BOOKED),
                new Participant(Days.ANKE, MIRA),
                new Participant(Days.BERND, JONAS));

        assertThat(parts(couple))
                .flatExtracting(DaySheet.Part::lines)
                .extracting(DaySheet.Line::client)
                .contains("Anke Vogel", "Bernd Vogel")
                .doesNotContain("Anke Vogel, Bernd Vogel");
    }

    @Test
    void whoseClientNoMessageReachedIsMarkedAndTheErasedAreCalledThat() {
        AppointmentView visit = visit(MIRA, "10:00", "11:00", AppointmentStatus.CONFIRMED);
        AppointmentView erased = Kreuzberg.of(
                visit(MIRA, "12:00", "13:00", AppointmentStatus.BOOKED), new Participant(Days.CLARA, MIRA));

        assertThat(parts(Set.of(visit.id()), visit, erased).getFirst().lines())
                .extracting(DaySheet.Line::client, DaySheet.Line::state)
                .containsExactly(
                        tuple("Anke Vogel", "Confirmed. Not reached: call"),
                        tuple("Blocked: phone call", ""),
                        tuple("Erased client", ""));
    }

    private static List<DaySheet.Part> parts(AppointmentView... visits) {
        return parts(Set.of(), visits);
    }

    private static List<DaySheet.Part> parts(Set<AppointmentId> unreached, AppointmentView... visits) {
        return DaySheets.parts(
                new DayFacts(
                        Days.BERLIN,
                        Days.MONDAY,
                        List.of(works(MIRA, "Mira Albrecht", range("09:00", "17:00")), works(JONAS, "Jonas Okafor")),
                        List.of(visits),
                        List.of(new BlockView(
                                new BlockId(new UUID(6, 1)),
                                Days.KREUZBERG,
                                MIRA,
                                null,
                                at("11:15"),
                                at("11:30"),
                                "phone-call",
                                "front-desk:olga")),
                        Map.of(),
                        Map.of(Days.SWEDISH, "Swedish massage"),
                        Map.of(ROOM, "Linde"),
                        unreached,
                        Looking.at(at("07:00"))),
                Map.of(
                        Days.ANKE,
                        new ClientView(Days.ANKE, 1, "Anke Vogel", null, "+4930111", "de"),
                        Days.BERND,
                        new ClientView(Days.BERND, 1, "Bernd Vogel", "b@example.org", null, "de")));
    }
}
