package dev.unknot.benchmarks.booking;

import dev.unknot.booking.BookingServiceApplication;
import dev.unknot.devstack.Service;
import dev.unknot.devstack.Stack;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** booking-service inside this JVM, where its statements can be seen. */
final class RecordedService implements AutoCloseable {

    private final ConfigurableApplicationContext context;
    private final Recorder recorder;

    private RecordedService(ConfigurableApplicationContext context, Recorder recorder) {
        this.context = context;
        this.recorder = recorder;
    }

    static RecordedService start(Stack stack) {
        String issuer = "http://localhost:" + stack.port(Service.FRONT_DESK);
        Recording recording = new Recording();
        ConfigurableApplicationContext context = new SpringApplicationBuilder(BookingServiceApplication.class)
                .logStartupInfo(false)
                .initializers(starting -> starting.getBeanFactory().addBeanPostProcessor(recording))
                .run(arguments(Map.ofEntries(
                        Map.entry("spring.main.banner-mode", "off"),
                        Map.entry("logging.config", "classpath:dev/unknot/benchmarks/logback.xml"),
                        Map.entry("server.port", "0"),
                        Map.entry("server.address", "127.0.0.1"),
                        Map.entry("unknot.development", "true"),
                        Map.entry("spring.datasource.url", stack.postgres().jdbcUrl(Service.BOOKING.database())),
                        Map.entry("spring.datasource.username", "postgres"),
                        Map.entry("spring.datasource.password", ""),
                        Map.entry(
                                "spring.kafka.bootstrap-servers", stack.kafka().bootstrapServers()),
                        Map.entry("unknot.security.issuer", issuer),
                        Map.entry("unknot.security.jwks-uri", issuer + "/oauth2/jwks"))));
        return new RecordedService(context, Objects.requireNonNull(recording.recorder));
    }

    private static String[] arguments(Map<String, String> settings) {
        return settings.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new);
    }

    int port() {
        return Objects.requireNonNull(context.getEnvironment().getProperty("local.server.port", Integer.class));
    }

    /** Those committed since the last call. */
    List<RecordedTransaction> taken() {
        return recorder.taken();
    }

    @Override
    public void close() {
        context.close();
    }

    private static final class Recording implements BeanPostProcessor {

        private @Nullable Recorder recorder;

        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            if (bean instanceof DataSource source && recorder == null) {
                recorder = new Recorder(source);
                return recorder;
            }
            return bean;
        }
    }
}
