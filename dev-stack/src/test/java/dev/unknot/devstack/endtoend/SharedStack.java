package dev.unknot.devstack.endtoend;

import dev.unknot.devstack.Service;
import dev.unknot.devstack.ServiceProcess;
import dev.unknot.devstack.Stack;
import dev.unknot.devstack.phone.Mail;
import dev.unknot.devstack.phone.Text;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The one stack of all end-to-end tests of this JVM, ended with it. */
final class SharedStack {

    private static final Stack STACK = Stack.temporary();
    private static final Map<Service, ServiceProcess> PROCESSES = new EnumMap<>(Service.class);

    static {
        for (Service service : Service.values()) {
            PROCESSES.put(service, STACK.start(service));
        }
        PROCESSES.values().forEach(process -> process.awaitReady(Stack.START_LIMIT));
        System.out.println("end to end over "
                + PROCESSES.values().stream()
                        .map(process -> process.service().module() + " (pid " + process.pid() + ")")
                        .toList());
    }

    private SharedStack() {}

    static Stack get() {
        return STACK;
    }

    static ServiceProcess process(Service service) {
        return Objects.requireNonNull(PROCESSES.get(service));
    }

    /** Starts a service anew that was killed, and waits until it is ready. */
    static void restart(Service service) {
        ServiceProcess process = STACK.start(service);
        process.awaitReady(Stack.START_LIMIT);
        PROCESSES.put(service, process);
    }

    static JdbcClient database(Service service) {
        return JdbcClient.create(STACK.jdbc(service));
    }

    /** Subject and text of each mail that reached a mailbox. */
    static List<String> mailsTo(String mailbox) {
        return STACK.mails().stream()
                .filter(mail -> mail.mailbox().equals(mailbox))
                .map(mail -> mail.subject() + "\n" + mail.text())
                .toList();
    }

    /** One id for each mail its reader sees: the same one sent twice is one. */
    static Set<String> mailIdsTo(String mailbox) {
        return STACK.mails().stream()
                .filter(mail -> mail.mailbox().equals(mailbox))
                .map(Mail::messageId)
                .collect(Collectors.toSet());
    }

    /** Each text message that reached a phone. */
    static List<String> textsTo(String phone) {
        return STACK.texts().stream()
                .filter(text -> text.to().equals(phone))
                .map(Text::body)
                .toList();
    }
}
