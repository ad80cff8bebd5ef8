package dev.unknot.notification.message;

import dev.unknot.notification.delivery.Delivery;
import dev.unknot.notification.delivery.Email;
import dev.unknot.notification.delivery.EmailGateway;
import dev.unknot.notification.delivery.GatewayUnavailable;
import dev.unknot.notification.delivery.Handover;
import dev.unknot.notification.delivery.SmsGateway;
import dev.unknot.platform.digest.Sha256;
import jakarta.annotation.PreDestroy;
import java.security.MessageDigest;
import java.util.List;
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
    private final GatewayBreakers breakers;
    private final LeaseTime leaseTime;
    private final MessageSettings settings;
    private final ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor();

    GatewayCall(
            EmailGateway email,
            SmsGateway sms,
            GatewayBreakers breakers,
            LeaseTime leaseTime,
            MessageSettings settings) {
        this.email = email;
        this.sms = sms;
        this.breakers = breakers;
        this.leaseTime = leaseTime;
        this.settings = settings;
    }

    Delivery deliver(Lease lease, Outgoing outgoing) {
        return breakers.call(lease.message().channel(), () -> inTime(lease, outgoing));
    }

    private Delivery inTime(Lease lease, Outgoing outgoing) {
        Message message = lease.message();
        Handover handover = new Handover(() -> leaseTime.over(lease));
        Future<Delivery> call = calls.submit(() -> call(message, outgoing, handover));
        try {
            return call.get(settings.lease(message.channel()).dividedBy(2).toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            return handover.giveUp() ? new Delivery.Away("too-slow") : new Delivery.Unknown("deadline");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return handover.giveUp() ? new Delivery.KeptBack() : new Delivery.Unknown("stopped");
        } catch (ExecutionException failed) {
            throw new IllegalStateException("a gateway's call ends in a delivery", failed);
        } finally {
            call.cancel(true);
        }
    }

    /**
     * What the gateway has of that text to that number.
     *
     * @throws GatewayUnavailable also if it takes longer than half a lease: whoever asked would not hold the message any more
     */
    List<String> find(Message message, DeliveryAttempts.Open open) {
        Future<List<String>> call = calls.submit(
                () -> sms.find(open.address(), body -> MessageDigest.isEqual(Sha256.of(body), open.bodyHash())));
        try {
            return call.get(settings.lease(message.channel()).dividedBy(2).toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            throw new GatewayUnavailable("too-slow");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new GatewayUnavailable("stopped");
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof GatewayUnavailable unavailable) {
                throw unavailable;
            }
            throw new IllegalStateException("a gateway that is asked answers or is not there", failed);
        } finally {
            call.cancel(true);
        }
    }

    private Delivery call(Message message, Outgoing outgoing, Handover handover) {
        try {
            return send(message, outgoing, handover);
        } catch (RuntimeException failed) {
            // Its class only: a message may quote the address.
            log.error(
                    "Message {}: the gateway's call failed with {}",
                    message.id(),
                    failed.getClass().getName());
            return handover.giveUp() ? new Delivery.NotNow("failed") : new Delivery.Unknown("failed");
        }
    }

    private Delivery send(Message message, Outgoing outgoing, Handover handover) {
        return switch (message.channel()) {
            case EMAIL ->
                email.send(
                        new Email(
                                email.messageId(message.id().value()),
                                outgoing.address(),
                                outgoing.subject(),
                                outgoing.body(),
                                outgoing.letter()),
                        handover);
            case SMS -> sms.send(outgoing.address(), outgoing.body(), handover);
        };
    }

    @PreDestroy
    void close() {
        calls.shutdownNow();
    }
}
