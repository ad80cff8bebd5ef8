package dev.unknot.notification.policy;

import dev.unknot.common.location.LocationId;
import dev.unknot.common.message.MessagePolicyView;
import dev.unknot.common.message.PutMessagePolicy;
import dev.unknot.notification.clinic.Clinic;
import dev.unknot.platform.audit.AuditTrail;
import dev.unknot.platform.problem.Rejection;
import dev.unknot.platform.security.LocationScope;
import dev.unknot.platform.web.ExpectedVersion;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The locations' policies. */
@Service
public class MessagePolicies {
    private final PolicyRows rows;
    private final Clinic clinic;
    private final AuditTrail audit;
    private final ApplicationEventPublisher service;

    MessagePolicies(PolicyRows rows, Clinic clinic, AuditTrail audit, ApplicationEventPublisher service) {
        this.rows = rows;
        this.clinic = clinic;
        this.audit = audit;
        this.service = service;
    }

    public MessagePolicy of(LocationId location) {
        return rows.find(location).policy();
    }

    /**
     * The same, and it stays so until the transaction ends: who changes it meanwhile waits, so that what is planned by
     * the old one is there when plans are made anew. To be called before anything else is locked.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public MessagePolicy hold(LocationId location) {
        rows.lockShared(location);
        return of(location);
    }

    /** A location that is unknown, or not in the scope, is not found. */
    @Transactional(readOnly = true)
    public MessagePolicyView find(LocationId location, LocationScope scope) {
        if (!scope.includes(location)) {
            throw unknown(location);
        }
        requireKnown(location);
        return rows.find(location).view(location);
    }

    /** Reminders still planned for visits ahead are planned anew, soon after. */
    @Transactional(propagation = Propagation.MANDATORY)
    public MessagePolicyView put(LocationId location, ExpectedVersion expected, PutMessagePolicy request) {
        requireKnown(location);
        MessagePolicy policy = PolicyRules.require(request);
        rows.lock(location);
        PolicyRow before = rows.find(location);
        expected.require(before.version());
        PolicyRow after = new PolicyRow(before.version() + 1, policy);
        rows.keep(location, after);
        audit.changed("message-policy-put", location.value(), null);
        service.publishEvent(new MessagePolicyChanged(location));
        return after.view(location);
    }

    private void requireKnown(LocationId location) {
        if (clinic.location(location).isEmpty()) {
            throw unknown(location);
        }
    }

    private static Rejection unknown(LocationId location) {
        return Rejection.notFound("unknown-location", "There is no location " + location + ".");
    }
}
