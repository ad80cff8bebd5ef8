package dev.unknot.booking.appointment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.platform.test.Answer;
import dev.unknot.platform.test.ServiceTest;
import java.util.List;
import org.junit.jupiter.api.Test;

@ServiceTest
class BookingRaceTest extends MoveRaces {

    @Test
    void asManyAsThereAreTherapistsAndRoomsAllGetOne() {
        clinic().withRoom(5).withRoom(6);
        for (int i = 0; i < 11; i++) {
            clinic().therapist();
        }

        List<Answer> answers =
                race(12, i -> clinic().hourOf(treatment(), clients().get(i), null, clinic().at(10, 0)));

        assertThat(winners(answers)).hasSize(12);
    }
}
