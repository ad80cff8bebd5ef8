package dev.unknot.platform.probe;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextConfiguration;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextType;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Where probes have a port of their own ({@code management.server.port}), they have threads of the system's too: requests are
 * answered on virtual threads, and whoever computes on one keeps its carrier.
 */
@ManagementContextConfiguration(value = ManagementContextType.CHILD, proxyBeanMethods = false)
class ProbeThreads {

    private static final int ENOUGH = 4;

    @Bean(destroyMethod = "shutdownNow")
    ExecutorService probeThreads() {
        return Executors.newFixedThreadPool(
                ENOUGH, Thread.ofPlatform().name("probe-", 1).daemon().factory());
    }

    /** Behind the one that gives each server virtual threads. */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> probesOnThreadsOfTheirOwn(ExecutorService probeThreads) {
        return server -> server.addProtocolHandlerCustomizers(handler -> handler.setExecutor(probeThreads));
    }
}
