package dev.unknot.frontdesk.diary;

import dev.unknot.common.appointment.AppointmentView;
import dev.unknot.common.client.ClientView;
import dev.unknot.common.location.LocationView;
import dev.unknot.common.location.RoomView;
import dev.unknot.common.time.TimeRange;
import dev.unknot.frontdesk.board.CalledOff;
import dev.unknot.frontdesk.board.DaySheet;
import dev.unknot.frontdesk.board.Standing;
import dev.unknot.frontdesk.board.Step;
import dev.unknot.frontdesk.board.WallTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A visit in a therapist's day.
 *
 * @param time on the wall clock of the place
 * @param phone of the clients; empty: none known
 * @param steps what the therapist may do with it now, in order
 * @param calledOff null: it was not cancelled
 */
public record DiaryLine(
        AppointmentView appointment,
        String time,
        Standing standing,
        String client,
        String phone,
        String treatment,
        String room,
        String place,
        List<Step> steps,
        @Nullable CalledOff calledOff) {

    static DiaryLine of(
            AppointmentView visit,
            List<ClientView> clients,
            String treatment,
            LocationView place,
            Instant now,
            Duration grace,
            @Nullable CalledOff calledOff) {
        return new DiaryLine(
                visit,
                new WallTime(visit.zone()).span(new TimeRange(visit.start(), visit.end())),
                Standing.of(visit.status()),
                clients.isEmpty()
                        ? "Client"
                        : clients.stream().map(ClientView::name).collect(Collectors.joining(", ")),
                clients.stream()
                        .map(ClientView::phone)
                        .filter(Objects::nonNull)
                        .distinct()
                        .collect(Collectors.joining(", ")),
                treatment,
                place.rooms().stream()
                        .filter(room -> room.id().equals(visit.roomId()))
                        .map(RoomView::name)
                        .findFirst()
                        .orElse(""),
                place.name(),
                Step.possible(visit, now, grace).stream()
                        // Whether they come is asked at the desk.
                        .filter(step -> step != Step.CONFIRMATION)
                        // A cancelled one is taken back there too.
                        .filter(step -> calledOff == null)
                        .toList(),
                calledOff);
    }

    /** As it stands on paper. */
    DaySheet.Line onPaper() {
        return new DaySheet.Line(
                time,
                client,
                phone,
                treatment + ", " + appointment.minutes() + " min",
                room,
                standing == Standing.BOOKED ? "" : standing.words());
    }
}
