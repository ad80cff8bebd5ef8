package dev.unknot.booking.appointment;

import dev.unknot.platform.test.ServiceTest;

/** Nothing looks before it books, so that only the constraint stands between two callers. */
@ServiceTest(properties = "unknot.appointments.friendly-check=false")
class ConstraintAloneRaceTest extends MoveRaces {}
