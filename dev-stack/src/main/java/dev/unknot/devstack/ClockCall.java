package dev.unknot.devstack;

import dev.unknot.platform.test.Answer;
import dev.unknot.platform.test.Http;
import java.time.Duration;
import java.util.Map;

/** Tells one service process how far its clock is from real time. */
final class ClockCall {

    private ClockCall() {}

    static void move(String module, int port, Duration offset) {
        Answer answer = Http.at(port).post("/dev/clock", Map.of("offset", offset.toString()));
        if (answer.status() != 200) {
            throw new IllegalStateException(module + " does not move its clock: " + answer);
        }
    }
}
