package dev.unknot.benchmarks.booking;

import java.util.List;

/** A statement as it was executed. */
record RecordedStatement(String sql, List<RecordedParameter> parameters) {

    boolean writes(String table) {
        return sql.stripLeading().startsWith("INSERT INTO " + table);
    }
}
