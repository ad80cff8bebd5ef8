package dev.unknot.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.TransactionSystemException;

class OutageTest {

    @Test
    void aConnectionLostBeforeItsRollBackIsAnOutage() {
        var ended = new TransactionSystemException("roll-back failed", new SQLException("Connection is closed"));
        ended.initApplicationException(new SQLException("terminated", "57P01"));

        assertThat(Outage.isBehind(ended)).isTrue();
    }

    @Test
    void whatARollBackThatFailedTooWasForIsLookedAt() {
        var ended = new TransactionSystemException("roll-back failed");
        ended.initApplicationException(new IllegalStateException(new SQLException("terminated", "57P01")));

        assertThat(Outage.isBehind(ended)).isTrue();
    }

    @Test
    void aBrokenConstraintIsNone() {
        assertThat(Outage.isBehind(new DataIntegrityViolationException("twice", new SQLException("twice", "23505"))))
                .isFalse();
    }
}
