package dev.unknot.devstack.demo;

import dev.unknot.platform.test.Answer;
import dev.unknot.platform.test.Http;

/** An owner at the API: what is refused is an exception, what was made before under the same key is made once. */
record Desk(Http therapists, Http bookings) {

    static Answer create(Http service, String path, Object body, String key) {
        return expect(201, service.post(path, body, "Idempotency-Key", "demo-" + key));
    }

    static Answer read(Http service, String path) {
        return expect(200, service.get(path));
    }

    static Answer expect(int status, Answer answer) {
        if (answer.status() != status) {
            throw new IllegalStateException("expected " + status + ", but was answered " + answer);
        }
        return answer;
    }
}
