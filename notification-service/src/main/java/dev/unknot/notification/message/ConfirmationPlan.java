package dev.unknot.notification.message;

import dev.unknot.common.appointment.AppointmentSnapshot;
import dev.unknot.common.appointment.Participant;
import dev.unknot.common.client.ClientId;
import dev.unknot.common.message.Channel;
import dev.unknot.common.message.MessageKind;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Who is to be told that an appointment is booked: each client, on each channel, at once and until it starts. Nobody,
 * once it is called off; then what is still planned is to be dropped.
 */
record ConfirmationPlan(List<PlannedMessage> messages, boolean dropsPlanned) {
    static ConfirmationPlan of(AppointmentSnapshot appointment, Set<Channel> channels, Instant announced) {
        return switch (appointment.status()) {
            case BOOKED, CONFIRMED ->
                new ConfirmationPlan(
                        clients(appointment)
                                .flatMap(client -> channels.stream()
                                        .sorted()
                                        .map(channel -> confirmation(appointment, client, channel, announced)))
                                .toList(),
                        false);
            case HELD -> new ConfirmationPlan(List.of(), false);
            case CHECKED_IN, IN_SESSION, COMPLETED, NO_SHOW, CANCELLED, EXPIRED ->
                new ConfirmationPlan(List.of(), true);
        };
    }

    private static Stream<ClientId> clients(AppointmentSnapshot appointment) {
        return appointment.participants().stream()
                .map(Participant::clientId)
                .filter(Objects::nonNull)
                .distinct();
    }

    private static PlannedMessage confirmation(
            AppointmentSnapshot appointment, ClientId client, Channel channel, Instant announced) {
        return new PlannedMessage(
                client,
                appointment.id(),
                appointment.locationId(),
                MessageKind.CONFIRMATION,
                appointment.revision(),
                channel,
                0,
                announced,
                appointment.start());
    }
}
