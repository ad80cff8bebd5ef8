package dev.unknot.platform.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

class InfrastructureFailureTest {

    @ParameterizedTest
    @ValueSource(strings = {"08006", "40P01", "40001", "53300", "55P03", "57P01", "57014", "58030", "25006"})
    void aStateThatPassesIsInfrastructure(String state) {
        assertThat(InfrastructureFailure.is(new IllegalStateException(new SQLException("down", state))))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "23P01", "22001", "42703"})
    void aStateThatStaysIsNot(String state) {
        assertThat(InfrastructureFailure.is(new SQLException("refused", state))).isFalse();
    }

    @Test
    void aPoolABrokerOrAGatewayThatIsAwayIsInfrastructure() {
        assertThat(InfrastructureFailure.is(new CannotCreateTransactionException(
                        "no connection", new SQLTransientConnectionException("timed out"))))
                .isTrue();
        assertThat(InfrastructureFailure.is(new TimeoutException("broker"))).isTrue();
        assertThat(InfrastructureFailure.is(new IllegalStateException(new ConnectException("gateway"))))
                .isTrue();
    }

    @Test
    void whatARollBackThatFailedTooWasForIsLookedAt() {
        var ended = new TransactionSystemException("roll-back failed", new SQLException("refused", "23505"));
        ended.initApplicationException(new SQLException("terminated", "57P01"));

        assertThat(InfrastructureFailure.is(new IllegalStateException(ended))).isTrue();
    }

    @Test
    void aClosedConnectionIsInfrastructure() {
        assertThat(InfrastructureFailure.is(new SQLException("Connection is closed")))
                .isTrue();
    }

    @Test
    void aBrokenRuleStaysTheEventsAffairWhenOnlyItsRollBackIsReported() {
        var ended = new TransactionSystemException("roll-back failed");
        ended.initApplicationException(new DuplicateKeyException("twice"));

        assertThat(InfrastructureFailure.is(ended)).isFalse();
    }

    @Test
    void losingARaceForARowIsNotTheEventsFault() {
        assertThat(InfrastructureFailure.is(new ObjectOptimisticLockingFailureException("Appointment", 1)))
                .isTrue();
    }

    @Test
    void aBugOrABrokenRuleIsTheEventsAffair() {
        assertThat(InfrastructureFailure.is(new NullPointerException())).isFalse();
        assertThat(InfrastructureFailure.is(new DuplicateKeyException("twice"))).isFalse();
        assertThat(InfrastructureFailure.is(new UnprocessableEvent("broken"))).isFalse();
    }
}
