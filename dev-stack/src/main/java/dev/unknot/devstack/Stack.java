package dev.unknot.devstack;

import dev.unknot.common.access.Role;
import dev.unknot.common.location.LocationId;
import dev.unknot.devstack.PortPlan.Listener;
import dev.unknot.devstack.demo.DaySoFar;
import dev.unknot.devstack.demo.DemoChain;
import dev.unknot.devstack.phone.Mail;
import dev.unknot.devstack.phone.Phone;
import dev.unknot.devstack.phone.PhoneSettings;
import dev.unknot.devstack.phone.Text;
import dev.unknot.platform.test.Http;
import dev.unknot.platform.test.KafkaServer;
import dev.unknot.platform.test.Ports;
import dev.unknot.platform.test.PostgresServer;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import javax.sql.DataSource;

/**
 * The running system. Made with its servers up; services are started one by one, or all with {@link #startAll()}. Closing
 * it ends every process it started, and nothing else.
 */
public final class Stack implements AutoCloseable {

    /** Until a service that neither is ready nor ends is taken to hang; a busy machine without a cache takes minutes. */
    public static final Duration START_LIMIT = Duration.ofMinutes(10);

    private static final Duration PAUSE_BEFORE_RESTART = Duration.ofSeconds(1);

    /** The account with which whoever runs the demo begins. */
    public static final String DEMO_OWNER = Settings.DEMO_OWNER;

    /** Of each account of the demo. */
    public static final String DEMO_PASSWORD = Settings.DEMO_PASSWORD;

    private static final Duration DEMO_HEAD_START = Duration.ofHours(12);

    private static final String LOOPBACK = "127.0.0.1";

    private final Path home;
    private final PortPlan ports;
    private final DevClock clock;
    private final Secrets secrets;
    private final Servers servers;
    private final Phone phone;
    private final Settings settings;
    private final Map<Service, Launch> launches = new ConcurrentHashMap<>();
    private final List<ServiceProcess> processes = new CopyOnWriteArrayList<>();
    private volatile boolean closing;

    private Stack(Path home, PortPlan ports, Servers servers) {
        this.home = home;
        this.ports = ports;
        this.servers = servers;
        this.clock = new DevClock(home);
        this.secrets = Secrets.in(home);
        this.settings = new Settings(ports, servers, secrets, clock);
        this.phone = Phone.start(
                new PhoneSettings(
                        LOOPBACK,
                        ports.of(Listener.PHONE),
                        ports.of(Listener.SMTP),
                        home.resolve("phone"),
                        secrets.smsAccount(),
                        secrets.smsToken(),
                        Settings.SMS_LINE,
                        settings.smsWebhook()),
                clock,
                clock::offset);
    }

    /** For tests: free ports, data that nobody needs afterwards, servers that end with this JVM. */
    public static Stack temporary() {
        Servers servers = Servers.temporary();
        Stack stack = new Stack(servers.home(), PortPlan.free(), servers);
        stack.startFromUnpackedJars();
        Runtime.getRuntime().addShutdownHook(new Thread(stack::close, "stack-end"));
        return stack;
    }

    /** For development: data that stays, and servers that only {@link #close()} or {@code bin/dev stop} ends. */
    public static Stack lasting(Path home, PortPlan ports) {
        return new Stack(home, ports, Servers.lasting(home, ports));
    }

    /** Starts a service on its own port and returns at once; see {@link ServiceProcess#awaitReady}. */
    public ServiceProcess start(Service service) {
        return launch(service, ports.of(service), service.module(), Map.of());
    }

    /** Starts a further process of a service on a free port. */
    public ServiceProcess startAnother(Service service, Map<String, String> environment) {
        int port = Ports.free();
        return launch(service, port, service.module() + "-" + port, environment);
    }

    /** Starts the four services side by side and waits until each is ready. */
    public void startAll() {
        List<ServiceProcess> started = new ArrayList<>();
        for (Service service : Service.values()) {
            started.add(start(service));
        }
        started.forEach(process -> process.awaitReady(START_LIMIT));
    }

    /** A fresh access token from front-desk, which has to be running; no location means all of them. */
    public String token(Role role, LocationId... locations) {
        return token(role, "dev-" + role.code(), locations);
    }

    /** @param subject the account, for a therapist their id */
    public String token(Role role, String subject, LocationId... locations) {
        URI frontDesk = URI.create("http://localhost:" + port(Service.FRONT_DESK));
        return new TokenDesk(frontDesk, jdbc(Service.FRONT_DESK), secrets).token(role, subject, locations);
    }

    /** A caller of a service in a role, for all locations. */
    public Http api(Service service, Role role) {
        return Http.at(port(service)).as(token(role));
    }

    public int port(Service service) {
        return ports.of(service);
    }

    /** Every mail the SMTP server took, oldest first. */
    public List<Mail> mails() {
        return phone.mails();
    }

    /** Every text message through the gateway, both ways, oldest first. */
    public List<Text> texts() {
        return phone.texts();
    }

    /** The world outside, to answer with. */
    public Phone phone() {
        return phone;
    }

    /** A service's database, as its owner. */
    public DataSource jdbc(Service service) {
        return servers.database(service);
    }

    public PostgresServer postgres() {
        return servers.postgres();
    }

    public KafkaServer kafka() {
        return servers.kafka();
    }

    /** Sets how far the clocks of the system are from real time; services that run are told. */
    public void clock(Duration offset) {
        clock.moveTo(offset);
        processes.stream()
                .filter(ServiceProcess::isAlive)
                .forEach(process -> ClockCall.move(process.service().module(), process.port(), offset));
    }

    /** Fills an empty system with the demo chain; the services have to be ready. */
    public void loadDemo(Consumer<String> report) {
        Path memory = home.resolve("demo-chain");
        if (!DemoChain.isMissing(memory)) {
            return;
        }
        Duration now = clock.offset();
        // Booked from half a day ago on: nobody can be booked for a time gone by, and a board at noon has a morning.
        clock(now.minus(DEMO_HEAD_START));
        boolean loaded;
        try {
            loaded = DemoChain.load(
                    api(Service.THERAPIST, Role.OWNER), api(Service.BOOKING, Role.OWNER), memory, clock, report);
        } finally {
            clock(now);
        }
        new DemoStaff(api(Service.THERAPIST, Role.OWNER), jdbc(Service.FRONT_DESK)).sign();
        if (loaded) {
            DaySoFar.live(api(Service.BOOKING, Role.OWNER), clock);
        }
    }

    /** Where logs, pids and data lie. */
    public Path home() {
        return home;
    }

    /** Uses this launch for the service from its next start on. */
    void use(Service service, Launch launch) {
        launches.put(service, launch);
    }

    /** What the service is told by its environment. */
    Map<String, String> environment(Service service) {
        return settings.environment(service);
    }

    /** Stays until this JVM is told to end; a service that ends before is started again, see {@link Restarts}. */
    void keepRunning(Consumer<String> report) {
        Restarts restarts = new Restarts(this::again, PAUSE_BEFORE_RESTART, report);
        CompletableFuture.allOf(processes.stream().map(restarts::follow).toArray(CompletableFuture[]::new))
                .join();
    }

    private synchronized Optional<ServiceProcess> again(Service service) {
        if (closing) {
            return Optional.empty();
        }
        processes.removeIf(process -> process.service() == service && !process.isAlive());
        return Optional.of(start(service));
    }

    /** A service starts a third sooner when its jar is unpacked, and the tests start more than a dozen. */
    private void startFromUnpackedJars() {
        AotCaches unpacked = new AotCaches(Checkout.root().resolve("dev-stack/target/unpacked"));
        Arrays.stream(Service.values()).parallel().forEach(unpacked::unpack);
        for (Service service : Service.values()) {
            use(service, new Launch(home, unpacked.launch(service).jar(), null));
        }
    }

    @Override
    public synchronized void close() {
        if (closing) {
            return;
        }
        closing = true;
        processes.parallelStream().forEach(ServiceProcess::stop);
        phone.close();
        servers.close();
    }

    private ServiceProcess launch(Service service, int port, String name, Map<String, String> more) {
        Launch launch = launches.computeIfAbsent(service, of -> new Launch(home, Checkout.jar(of), null));
        ProcessBuilder builder = new ProcessBuilder(launch.command());
        builder.environment().keySet().removeIf(Settings::isOurs);
        builder.environment().putAll(environment(service));
        builder.environment().put("SERVER_PORT", Integer.toString(port));
        builder.environment().putAll(more);
        Path pid = home.resolve("run").resolve(name + ".pid");
        ServiceProcess process = ServiceProcess.start(
                service, port, builder, pid, home.resolve("log").resolve(name + ".log"));
        processes.add(process);
        return process;
    }
}
