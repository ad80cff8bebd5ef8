package dev.unknot.notification.message;

import dev.unknot.notification.delivery.Delivery;
import dev.unknot.notification.delivery.Email;
import dev.unknot.notification.delivery.EmailGateway;
import dev.unknot.notification.delivery.SmsGateway;
import jakarta.annotation.PreDestroy;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Calls a gateway and is back within half a lease, whatever the gateway does: timeouts of its parts may add up. */
@Component
class GatewayCall {
    private static final Logger log = LoggerFactory.getLogger(GatewayCall.class);

    private final EmailGateway email;
    private final SmsGateway sms;
    private final MessageSettings settings;
    private final ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor();

    GatewayCall(EmailGateway email, SmsGateway sms, MessageSettings settings) {
        this.email = email;
        this.sms = sms;
        this.settings = settings;
    }

    Delivery deliver(Message message, Outgoing outgoing) {
        Future<Delivery> call = calls.submit(() -> call(message, outgoing));
        try {
            return call.get(settings.halfLease().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            return new Delivery.Unknown("deadline");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Delivery.Unknown("stopped");
        } catch (ExecutionException failed) {
            throw new IllegalStateException("a gateway's call ends in a delivery", failed);
        } finally {
            call.cancel(true);
        }
    }

    private Delivery call(Message message, Outgoing outgoing) {
        try {
            return send(message, outgoing);
        } catch (RuntimeException failed) {
            // Its class only: a message may quote the address.
            log.error(
                    "Message {}: the gateway's call failed with {}",
                    message.id(),
                    failed.getClass().getName());
            return new Delivery.Unknown("failed");
        }
    }

    private Delivery send(Message message, Outgoing outgoing) {
        return switch (message.channel()) {
            case EMAIL ->
                email.send(new Email(
                        "<" + message.id() + "@unknot>", outgoing.address(), outgoing.subject(), outgoing.body()));
            case SMS -> sms.send(outgoing.address(), outgoing.body());
        };
    }

    @PreDestroy
    void close() {
        calls.shutdownNow();
    }
}
