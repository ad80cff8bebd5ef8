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
