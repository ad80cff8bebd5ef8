package dev.unknot.notification.message;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/**
 * Threads that wait for nobody: what repeats with a pause shares one thread otherwise, and the gate would close while
 * something else takes its time.
 */
@Configuration(proxyBeanMethods = false)
class OwnThreads {
    static final String GATE = "sendingGateThread";
    static final String REPLANNING = "replanningThread";
    static final String BOUNCES = "bouncesThread";

    // None takes the place of the scheduler that everything else uses.
    @Bean(name = GATE, defaultCandidate = false)
    ThreadPoolTaskScheduler sendingGateThread() {
        return named("sending-gate-");
    }

    @Bean(name = REPLANNING, defaultCandidate = false)
    ThreadPoolTaskScheduler replanningThread() {
        return named("replanning-");
    }

    @Bean(name = BOUNCES, defaultCandidate = false)
    ThreadPoolTaskScheduler bouncesThread() {
        return named("bounces-");
    }

    private static ThreadPoolTaskScheduler named(String prefix) {
        ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
        scheduler.setPoolSize(1);
        scheduler.setThreadNamePrefix(prefix);
        scheduler.setDaemon(true);
        return scheduler;
    }
}
