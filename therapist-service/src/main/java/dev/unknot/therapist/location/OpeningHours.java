package dev.unknot.therapist.location;

import dev.unknot.common.location.WeeklyHours;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.DayOfWeek;
import java.time.LocalTime;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

@Embeddable
record OpeningHours(
        @JdbcTypeCode(SqlTypes.SMALLINT) int day,

        @Column(name = "starts") @JdbcTypeCode(SqlTypes.LOCAL_TIME)
        LocalTime start,

        @Column(name = "ends") @JdbcTypeCode(SqlTypes.LOCAL_TIME)
        LocalTime end) {

    static OpeningHours of(WeeklyHours hours) {
        return new OpeningHours(hours.day().getValue(), hours.start(), hours.end());
    }

    WeeklyHours weekly() {
        return new WeeklyHours(DayOfWeek.of(day), start, end);
    }
}
