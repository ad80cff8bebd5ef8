package dev.unknot.platform.web;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/**
 * Ends a request whose body does not come to its end in time, however it is read. Tomcat limits the wait for each next byte
 * only, so that one byte now and then would keep a request for hours.
 */
final class SlowBodies extends ValveBase {

    private final long limit;

    /** @param limit from the end of the headers to the last byte that is read */
    SlowBodies(Duration limit) {
        super(true);
        this.limit = limit.toNanos();
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        org.apache.coyote.Request wire = request.getCoyoteRequest();
        InputBuffer body = wire.getInputBuffer();
        Timed timed = new Timed(body, wire, System.nanoTime());
        wire.setInputBuffer(timed);
        try {
            getNext().invoke(request, response);
            if (!timed.ended && !request.isAsync()) {
                response.finishResponse();
                timed.swallow();
            }
        } finally {
            wire.setInputBuffer(body);
        }
    }

    private final class Timed implements InputBuffer, ApplicationBufferHandler {

        private final InputBuffer body;
        private final org.apache.coyote.Request wire;
        private final long begun;
        private ByteBuffer swallowed = ByteBuffer.allocate(0);
        private boolean ended;

        Timed(InputBuffer body, org.apache.coyote.Request wire, long begun) {
            this.body = body;
            this.wire = wire;
            this.begun = begun;
        }

        @Override
        public int doRead(ApplicationBufferHandler handler) throws IOException {
            int read;
            try {
                read = body.doRead(handler);
            } catch (SocketTimeoutException silent) {
                endConnection();
                throw silent;
            }
            if (read >= 0 && System.nanoTime() - begun > limit) {
                endConnection();
                throw new SocketTimeoutException("the body takes too long");
            }
            ended = read < 0;
            return read;
        }

        /** What nobody wanted to read, so that the connection can be used again; Tomcat itself would wait for it without end. */
        void swallow() {
            try {
                for (long read = 0; !ended; read += swallowed.remaining()) {
                    if (read > BodyLimit.BYTES) {
                        endConnection();
                        return;
                    }
                    var unused = doRead(this);
                }
            } catch (IOException gone) {
                endConnection();
            }
        }

        @Override
        public int available() {
            return body.available();
        }

        @Override
        public void setByteBuffer(ByteBuffer buffer) {
            swallowed = buffer;
        }

        @Override
        public ByteBuffer getByteBuffer() {
            return swallowed;
        }

        @Override
        public void expand(int size) {
            // It is as large as it is.
        }

        /** After the answer, without waiting for the rest of the body. */
        private void endConnection() {
            ended = true;
            wire.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
        }
    }
}
