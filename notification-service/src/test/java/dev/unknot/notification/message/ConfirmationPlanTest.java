package dev.unknot.notification.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.appointment.AppointmentSnapshot;
import dev.unknot.common.appointment.AppointmentStatus;
import dev.unknot.common.client.ClientId;
import dev.unknot.common.message.Channel;
import dev.unknot.common.message.MessageKind;
import dev.unknot.notification.Harbour;
import dev.unknot.platform.id.Ids;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConfirmationPlanTest {
    private static final Instant ANNOUNCED = Instant.parse("2026-11-20T08:00:00Z");
    private static final Instant START = Instant.parse("2026-11-24T09:00:00Z");

    private final ClientId ada = new ClientId(Ids.next());
    private final Harbour harbour = Harbour.in("Europe/Berlin");

    @Test
    void aBookingIsConfirmedAtOnceOnEachChannelAndUntilItStarts() {
        AppointmentSnapshot booked = appointment(AppointmentStatus.BOOKED);

        ConfirmationPlan plan = ConfirmationPlan.of(booked, EnumSet.allOf(Channel.class), ANNOUNCED);

        assertThat(plan.messages())
                .containsExactly(confirmation(booked, Channel.EMAIL), confirmation(booked, Channel.SMS));
        assertThat(plan.dropsPlanned()).isFalse();
    }

    @Test
    void aChannelNotOfferedIsNotPlanned() {
        ConfirmationPlan plan =
                ConfirmationPlan.of(appointment(AppointmentStatus.BOOKED), Set.of(Channel.EMAIL), ANNOUNCED);

        assertThat(plan.messages()).extracting(PlannedMessage::channel).containsExactly(Channel.EMAIL);
    }

    @Test
    void aHoldIsNobodysNews() {
        assertThat(ConfirmationPlan.of(appointment(AppointmentStatus.HELD), EnumSet.allOf(Channel.class), ANNOUNCED))
                .isEqualTo(new ConfirmationPlan(List.of(), false));
    }

    @ParameterizedTest
    @EnumSource(names = {"CANCELLED", "EXPIRED", "NO_SHOW", "CHECKED_IN", "IN_SESSION", "COMPLETED"})
    void onceNobodyIsExpectedAnyMoreWhatIsPlannedIsDropped(AppointmentStatus status) {
        ConfirmationPlan plan = ConfirmationPlan.of(appointment(status), EnumSet.allOf(Channel.class), ANNOUNCED);

        assertThat(plan.messages()).isEmpty();
        assertThat(plan.dropsPlanned()).isTrue();
    }

    private AppointmentSnapshot appointment(AppointmentStatus status) {
        return harbour.appointment(new AppointmentId(Ids.next()), ada, START, status);
    }

    private PlannedMessage confirmation(AppointmentSnapshot booked, Channel channel) {
        return new PlannedMessage(
                ada, booked.id(), harbour.location(), MessageKind.CONFIRMATION, 1, channel, 0, ANNOUNCED, START);
    }
}
