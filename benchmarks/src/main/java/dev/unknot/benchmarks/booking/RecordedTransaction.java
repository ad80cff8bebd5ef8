package dev.unknot.benchmarks.booking;

import java.util.List;
import java.util.function.Predicate;

/** The statements between a transaction's begin and commit. */
record RecordedTransaction(List<RecordedStatement> statements) {

    boolean books() {
        return statements.stream().anyMatch(statement -> statement.writes("appointments"));
    }

    RecordedTransaction only(Predicate<RecordedStatement> wanted) {
        return new RecordedTransaction(statements.stream().filter(wanted).toList());
    }
}
