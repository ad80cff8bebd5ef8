package dev.unknot.booking.appointment;

import static dev.unknot.booking.appointment.AVisit.TEN;
import static dev.unknot.booking.appointment.AVisit.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unknot.common.access.Role;
import dev.unknot.common.appointment.AppointmentStatus;
import dev.unknot.platform.problem.Rejection;
import dev.unknot.platform.security.Caller;
import dev.unknot.platform.security.LocationScope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Who may take an appointment where, and when. */
class TransitionTest {

    private static final Path PAGE = Path.of("..", "docs", "appointment-life.md");
    private static final Set<Role> DESK = EnumSet.of(Role.OWNER, Role.MANAGER, Role.FRONT_DESK, Role.INTEGRATION);

    @Test
    void thePageShowsTheTable() throws IOException {
        List<String> rows = Files.readAllLines(PAGE).stream()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| step"))
                .toList();

        assertThat(rows)
                .containsExactlyElementsOf(Arrays.stream(Transition.values())
                        .map(TransitionTest::row)
                        .toList());
    }

    @ParameterizedTest
    @EnumSource
    void aRoleThatIsNotInTheTableIsRefused(Transition step) {
        for (Role role : Role.values()) {
            Caller caller = new Caller("1", role, LocationScope.everywhere(), null);
            if (step.who().contains(role)) {
                step.allow(caller);
            } else {
                assertThatThrownBy(() -> step.allow(caller))
                        .isInstanceOfSatisfying(
                                Rejection.class,
                                refusal -> assertThat(refusal.code()).isEqualTo("role-not-allowed"));
            }
        }
    }

    /** An hour at ten: the last moment at which a step may be taken, and the first at which it may not, or the other way. */
    @ParameterizedTest
    @CsvSource({
        "CONFIRM,       2030-05-06T08:59:59.999Z, 2030-05-06T09:00:00Z,     already-over",
        "MOVE,          2030-05-06T08:59:59.999Z, 2030-05-06T09:00:00Z,     already-over",
        "CHECK_IN,      2030-05-05T22:00:00Z,     2030-05-05T21:59:59.999Z, not-today",
        "CHECK_IN,      2030-05-06T21:59:59.999Z, 2030-05-06T22:00:00Z,     not-today",
        "START_SESSION, 2030-05-06T21:59:59.999Z, 2030-05-06T22:00:00Z,     not-today",
        "MISS,          2030-05-06T08:00:00Z,     2030-05-06T07:59:59.999Z, not-started",
        "CANCEL,        2030-05-06T07:59:59.999Z, 2030-05-06T08:00:00Z,     already-started",
    })
    void eachStepHasItsTime(Transition step, Instant inTime, Instant outOfTime, String code) {
        Appointment booked = at(TEN, AppointmentStatus.BOOKED);

        step.require(booked, inTime);
        assertThatThrownBy(() -> step.require(booked, outOfTime))
                .isInstanceOfSatisfying(
                        Rejection.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private static String row(Transition step) {
        List<String> from = new ArrayList<>(step.from().stream().map(Enum::name).toList());
        if (step == Transition.HOLD || step == Transition.BOOK) {
            from.addFirst("nothing");
        }
        AppointmentStatus to = step.to();
        return "| "
                + String.join(
                        " | ",
                        step.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                        step == Transition.LAPSE ? step.call() : "`" + step.call() + "`",
                        String.join(", ", from),
                        to == null ? step.leadsBack() ? "as before" : "as it is" : to.name(),
                        who(step),
                        step.when().words())
                + " |";
    }

    private static String who(Transition step) {
        if (step.who().isEmpty()) {
            return "nobody";
        }
        assertThat(step.who()).containsAll(DESK);
        String others = step.who().stream()
                .filter(role -> !DESK.contains(role))
                .map(Role::code)
                .collect(Collectors.joining(", "));
        return others.isEmpty() ? "desk" : "desk, " + others;
    }
}
