package dev.unknot.therapist.schedule;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How far ahead working time and opening hours are published.
 *
 * @param days after today, 1 to 400
 */
@Validated
@ConfigurationProperties("unknot.horizon")
record HorizonSettings(
        @Min(1) @Max(400) @DefaultValue("180") int days) {}
