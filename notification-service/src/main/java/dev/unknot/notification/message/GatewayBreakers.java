package dev.unknot.notification.message;

import static java.util.Objects.requireNonNull;

import dev.unknot.common.message.Channel;
import dev.unknot.notification.delivery.Delivery;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * A circuit breaker for each channel. A gateway that keeps failing is left alone for a while; what is due on it waits in
 * the ledger, and the other channel goes on.
 */
@Component
class GatewayBreakers implements MeterBinder {
    private static final Logger log = LoggerFactory.getLogger(GatewayBreakers.class);

    /** Calls that try whether a gateway works again. */
    private static final int TRIALS = 2;

    private final Map<Channel, CircuitBreaker> breakers;

    GatewayBreakers(GatewaySettings settings) {
        CircuitBreakerConfig config = CircuitBreakerConfig.custom()
                .slidingWindow(
                        settings.calls(),
                        Math.max(2, settings.calls() / 2),
                        CircuitBreakerConfig.SlidingWindowType.COUNT_BASED)
                .failureRateThreshold(50)
                .waitDurationInOpenState(settings.rest())
                .permittedNumberOfCallsInHalfOpenState(TRIALS)
                .automaticTransitionFromOpenToHalfOpenEnabled(true)
                .recordResult(GatewayBreakers::failing)
                .build();
        this.breakers = Arrays.stream(Channel.values())
                .collect(Collectors.toUnmodifiableMap(Function.identity(), channel -> breaker(channel, config)));
    }

    /** How many of so many messages to take off the ledger; what nobody takes off stays due. */
    int room(Channel channel, int free) {
        return switch (of(channel).getState()) {
            case OPEN, FORCED_OPEN -> 0;
            case HALF_OPEN -> Math.min(free, TRIALS);
            default -> free;
        };
    }

    /** Whether the gateway is not called at all now. */
    boolean leftAlone(Channel channel) {
        return of(channel).getState() == CircuitBreaker.State.OPEN;
    }

    /** Makes the call unless the gateway is left alone, and notes whether it worked. */
    Delivery call(Channel channel, Supplier<Delivery> call) {
        CircuitBreaker breaker = of(channel);
        if (!breaker.tryAcquirePermission()) {
            return new Delivery.NotNow("left-alone");
        }
        long begun = System.nanoTime();
        try {
            Delivery delivery = call.get();
            if (delivery instanceof Delivery.KeptBack) {
                breaker.releasePermission();
            } else {
                breaker.onResult(System.nanoTime() - begun, TimeUnit.NANOSECONDS, delivery);
            }
            return delivery;
        } catch (RuntimeException failed) {
            breaker.onError(System.nanoTime() - begun, TimeUnit.NANOSECONDS, failed);
            throw failed;
        }
    }

    /** As the library has it. */
    CircuitBreaker of(Channel channel) {
        return requireNonNull(breakers.get(channel));
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        breakers.forEach((channel, breaker) -> Gauge.builder(
                        "unknot.gateway.left-alone", this, self -> self.leftAlone(channel) ? 1 : 0)
                .description("1 while a gateway that keeps failing is not called")
                .tag("channel", name(channel))
                .register(registry));
    }

    /** A refusal of one message is an answer. */
    private static boolean failing(Object delivery) {
        return delivery instanceof Delivery.Away
                || delivery instanceof Delivery.Unknown
                || (delivery instanceof Delivery.OurFault fault && fault.forAll());
    }

    private static CircuitBreaker breaker(Channel channel, CircuitBreakerConfig config) {
        CircuitBreaker breaker = CircuitBreaker.of(name(channel), config);
        breaker.getEventPublisher()
                .onStateTransition(event -> log.warn(
                        "The gateway for {}: {}",
                        channel,
                        switch (event.getStateTransition().getToState()) {
                            case OPEN -> "it keeps failing and is left alone for a while";
                            case HALF_OPEN -> "it is tried again";
                            default -> "it works";
                        }));
        return breaker;
    }

    private static String name(Channel channel) {
        return channel.name().toLowerCase(Locale.ROOT);
    }
}
