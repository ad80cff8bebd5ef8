package dev.unknot.devstack.endtoend;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.common.access.Role;
import dev.unknot.devstack.Service;
import dev.unknot.devstack.Stack;
import dev.unknot.platform.test.Answer;
import dev.unknot.platform.test.Http;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Whoever asks for too much, or too slowly, keeps nobody else waiting. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FloodTest {

    private static final int SEARCHES = 500;
    private static final int SLOW_REQUESTS = 800;
    private static final Duration SOON = Duration.ofSeconds(1);

    private final Stack stack = SharedStack.get();
    private final Clinic clinic = Clinic.open(stack, "Busy Clinic", ZoneId.of("Europe/Berlin"));
    private final Instant from =
            Instant.parse(clinic.slotAtNoon(2).path("start").asString());

    @Test
    void searchesThatCostMuchAreMadeAFewAtATime() throws Exception {
        List<Http> callers = IntStream.range(0, 10)
                .mapToObj(i -> Http.at(stack.port(Service.BOOKING)).as(stack.token(Role.OWNER, "curious-" + i)))
                .toList();
        String worst = slots("", Duration.ofDays(92)) + "&rank=least-harmful&each=true&limit=1000";
        assertThat(callers.getFirst().get(worst).status()).isEqualTo(200);

        List<Integer> statuses = new ArrayList<>();
        Waits waits = new Waits();
        try (ExecutorService crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> searches = IntStream.range(0, SEARCHES)
                    .mapToObj(i -> crowd.submit(
                            () -> callers.get(i % callers.size()).get(worst).status()))
                    .toList();
            while (searches.stream().anyMatch(search -> !search.isDone())) {
                waits.ofOthers();
            }
            for (Future<Integer> search : searches) {
                statuses.add(search.get());
            }
        }

        assertThat(statuses).contains(200, 429).isSubsetOf(200, 429, 503);
        waits.areShort();
    }

    @Test
    void requestsThatDripKeepNothingForThemselves() throws Exception {
        List<Socket> dripping = new ArrayList<>();
        Waits waits = new Waits();
        try {
            for (int i = 0; i < SLOW_REQUESTS; i++) {
                dripping.add(begin(stack.port(i % 2 == 0 ? Service.BOOKING : Service.FRONT_DESK)));
            }
            for (int i = 0; i < 20; i++) {
                waits.ofOthers();
            }
        } finally {
            for (Socket socket : dripping) {
                socket.close();
            }
        }

        waits.areShort();
    }

    /** A form, most of which never comes. */
    private static Socket begin(int port) throws IOException {
        Socket socket = new Socket("localhost", port);
        socket.getOutputStream()
                .write(("POST /api/v1/clients HTTP/1.1\r\nHost: localhost\r\n"
                                + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 100000\r\n\r\nq=")
                        .getBytes(ISO_8859_1));
        return socket;
    }

    private String slots(String more, Duration length) {
        return "/api/v1/slots?treatment=" + clinic.treatment() + "&minutes=60&from=" + from + "&to=" + from.plus(length)
                + more;
    }

    /** How long others wait meanwhile: probes, a page, a search of a day. */
    private final class Waits {

        private final List<Duration> all = new ArrayList<>();

        void ofOthers() throws Exception {
            for (Service service : List.of(Service.BOOKING, Service.FRONT_DESK)) {
                measure(() -> Http.at(stack.port(service)).get("/actuator/health/readiness"));
            }
            measure(() -> Http.at(stack.port(Service.FRONT_DESK)).get("/sign-in"));
            measure(() -> clinic.booking().get(slots("&location=" + clinic.location(), Duration.ofDays(1))));
        }

        void areShort() {
            all.sort(null);
            assertThat(all).hasSizeGreaterThan(3);
            // All share two cores with whoever floods them; one of ten may have been out of luck.
            assertThat(all.get(all.size() * 9 / 10)).as("%s", all).isLessThan(SOON);
        }

        private void measure(Callable<Answer> call) throws Exception {
            long start = System.nanoTime();
            assertThat(call.call().status()).isEqualTo(200);
            all.add(Duration.ofNanos(System.nanoTime() - start));
        }
    }
}
