package dev.unknot.booking.appointment;

import dev.unknot.booking.availability.Rule;
import dev.unknot.common.appointment.AmendAppointment;
import dev.unknot.common.appointment.BookAppointment;
import dev.unknot.common.appointment.HoldTime;
import dev.unknot.common.appointment.RescheduleAppointment;
import dev.unknot.platform.openapi.ProblemCodes;
import io.swagger.v3.oas.models.Operation;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;

/** Says in the API's description that a call which asks for a time is refused by every {@link Rule}. */
@Component
class RuleRefusals implements GlobalOperationCustomizer {

    private static final Set<Class<?>> ASKING_FOR_A_TIME =
            Set.of(BookAppointment.class, HoldTime.class, RescheduleAppointment.class, AmendAppointment.class);

    @Override
    public Operation customize(Operation call, HandlerMethod handler) {
        if (Arrays.stream(handler.getMethodParameters())
                .anyMatch(parameter -> ASKING_FOR_A_TIME.contains(parameter.getParameterType()))) {
            for (Rule rule : Rule.values()) {
                ProblemCodes.add(call, Refusals.isConflict(rule.code()) ? 409 : 422, List.of(rule.code()));
            }
            ProblemCodes.add(call, 503, List.of("not-ready"));
        }
        return call;
    }
}
