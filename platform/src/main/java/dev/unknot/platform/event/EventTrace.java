package dev.unknot.platform.event;

import dev.unknot.platform.trace.Trace;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.springframework.kafka.listener.RecordInterceptor;

/** Handles each record under the trace it was announced in. */
final class EventTrace implements RecordInterceptor<Object, Object> {

    private static final String HEADER = "ce_" + Trace.HEADER;

    @Override
    public ConsumerRecord<Object, Object> intercept(
            ConsumerRecord<Object, Object> record, Consumer<Object, Object> consumer) {
        begin(record);
        return record;
    }

    /** For who hands a record over without a container; ended by {@link Trace#end()}. */
    void begin(ConsumerRecord<?, ?> record) {
        Header header = record.headers().lastHeader(HEADER);
        Trace.begin(header == null ? null : new String(header.value(), StandardCharsets.US_ASCII));
    }

    @Override
    public void afterRecord(ConsumerRecord<Object, Object> record, Consumer<Object, Object> consumer) {
        Trace.end();
    }
}
