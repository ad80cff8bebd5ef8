package dev.unknot.booking.appointment;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How appointments are booked.
 *
 * @param friendlyCheck whether claims are looked at before they are made, in the index and in the table; false leaves the
 *     decision to the constraint alone, which is how its tests see that it decides
 */
@ConfigurationProperties("unknot.appointments")
record AppointmentSettings(@DefaultValue("true") boolean friendlyCheck) {}
