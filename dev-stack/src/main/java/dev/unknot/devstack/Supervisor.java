package dev.unknot.devstack;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * The process behind {@code bin/dev}: brings the system up, says how far it is, and stays until it is told to end.
 * Argument: the directory to keep everything in.
 */
final class Supervisor {

    private final Path home;
    private final PortPlan ports;
    private final Progress progress;
    private final AotCaches caches;

    private Supervisor(Path home, PortPlan ports) {
        this.home = home;
        this.ports = ports;
        this.progress = new Progress(home);
        this.caches = new AotCaches(home);
    }

    public static void main(String[] args) {
        Supervisor supervisor = new Supervisor(Path.of(args[0]).toAbsolutePath(), PortPlan.of(System.getenv()));
        try {
            supervisor.run();
        } catch (RuntimeException | Error failure) {
            failure.printStackTrace();
            supervisor.progress.failed(reason(failure));
            System.exit(1);
        }
    }

    private void run() {
        refuseTakenPorts();
        progress.say("starting PostgreSQL and Kafka");
        CompletableFuture<Void> unpacked = CompletableFuture.runAsync(() -> sideBySide(caches::unpack));
        Stack stack = Stack.lasting(home, ports);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(stack), "stack-end"));
        unpacked.join();
        start(stack);
        stack.loadDemo(progress::say);
        progress.ready();
        Thread.ofVirtual().name("caches").start(() -> makeMissingCaches(stack));
        stack.keepRunning(progress::say);
    }

    private void refuseTakenPorts() {
        Map<PortPlan.Listener, Integer> taken = ports.taken();
        if (!taken.isEmpty()) {
            String which = taken.entrySet().stream()
                    .map(one -> one.getValue() + " (" + one.getKey().words() + ", "
                            + one.getKey().variable() + ")")
                    .collect(Collectors.joining(", "));
            progress.failed("in use by another program: port " + which + ". Set the variable named, or "
                    + PortPlan.BASE_VARIABLE + " to move all of them.");
            System.exit(1);
        }
    }

    private void start(Stack stack) {
        progress.say("starting the services");
        for (Service service : Service.values()) {
            stack.use(service, caches.launch(service));
        }
        sideBySide(service -> {
            ServiceProcess process = stack.start(service);
            process.awaitReady(Stack.START_LIMIT);
            progress.say(service.module() + " is ready on port " + process.port());
        });
    }

    /** Only once all is ready: a cache saves the next start less time than making it would cost this one. */
    private void makeMissingCaches(Stack stack) {
        for (Service service : Service.values()) {
            try {
                if (!caches.has(service)) {
                    caches.make(service, stack.environment(service));
                }
            } catch (RuntimeException failure) {
                progress.say(service.module() + " has no start-up cache: " + reason(failure));
            }
        }
    }

    private void end(Stack stack) {
        caches.abandon();
        stack.close();
    }

    private static void sideBySide(Consumer<Service> work) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Void>> all = Arrays.stream(Service.values())
                    .map(service -> CompletableFuture.runAsync(() -> work.accept(service), threads))
                    .toList();
            CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).join();
        }
    }

    private static String reason(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getMessage() == null ? cause.toString() : cause.getMessage();
    }
}
