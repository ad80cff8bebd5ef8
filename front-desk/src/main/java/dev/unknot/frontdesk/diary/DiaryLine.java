package dev.unknot.frontdesk.diary;

import dev.unknot.common.appointment.AppointmentView;
import dev.unknot.common.client.ClientView;
import dev.unknot.common.location.LocationView;
import dev.unknot.common.location.RoomView;
import dev.unknot.common.time.TimeRange;
import dev.unknot.frontdesk.board.Standing;
import dev.unknot.frontdesk.board.Step;
import dev.unknot.frontdesk.board.WallTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A visit in a therapist's day.
 *
 * @param time on the wall clock of the place
 * @param steps what the therapist may do with it now, in order
 */
public record DiaryLine(
        AppointmentView appointment,
        String time,
        Standing standing,
        String client,
        String treatment,
        String room,
        String place,
        List<Step> steps) {

    static DiaryLine of(
            AppointmentView visit,
            List<ClientView> clients,
            String treatment,
            LocationView place,
            Instant now,
            Duration grace) {
        return new DiaryLine(
                visit,
                new WallTime(visit.zone()).span(new TimeRange(visit.start(), visit.end())),
                Standing.of(visit.status()),
                clients.isEmpty()
                        ? "Client"
                        : clients.stream().map(ClientView::name).collect(Collectors.joining(", ")),
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
                        .toList());
    }
}
