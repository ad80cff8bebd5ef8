package dev.unknot.devstack.phone;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** The phones and mailboxes of everyone the clinic writes to, with the gateway and the mail server before them. */
public final class Phone implements AutoCloseable {

    private final PhoneSettings settings;
    private final Journal<Text> texts;
    private final Journal<Mail> mails;
    private final AnswerSender answers;
    private final Troubles troubles = new Troubles();
    private final MailServer mailServer;
    private final HttpServer http;
    private final ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor();

    private Phone(PhoneSettings settings, Clock clock, Supplier<Duration> offset) throws IOException {
        this.settings = settings;
        texts = new Journal<>(settings.directory().resolve("texts.jsonl"), Text.class);
        mails = new Journal<>(settings.directory().resolve("mails.jsonl"), Mail.class);
        Webhook webhook = new Webhook(settings);
        answers = new AnswerSender(webhook, settings, texts, clock);
        http = HttpServer.create(new InetSocketAddress(settings.address(), settings.port()), 0);
        mailServer = new MailServer(settings.address(), settings.smtpPort(), mails, clock);
        SmsGateway gateway = new SmsGateway(settings, texts, troubles, webhook, clock);
        http.createContext(gateway.path(), gateway);
        http.createContext("/", new PhonePages(texts, mails, answers, new Moments(clock, offset)));
        http.setExecutor(requests);
        http.start();
    }

    /**
     * @param clock of the system, so that what was sent in a moved hour is dated in it
     * @param offset how far that clock is from real time, which the page tells
     */
    public static Phone start(PhoneSettings settings, Clock clock, Supplier<Duration> offset) {
        try {
            return new Phone(settings, clock, offset);
        } catch (IOException e) {
            throw new UncheckedIOException("the phone does not start on port " + settings.port(), e);
        }
    }

    /** Oldest first, both ways. */
    public List<Text> texts() {
        return texts.all();
    }

    /** Oldest first. */
    public List<Mail> mails() {
        return mails.all();
    }

    /** Answers as the owner of a phone, and waits until the clinic has taken it or not. */
    public Text answer(String phone, String body) {
        return answers.send(phone, body);
    }

    /** From now on the gateway fails with messages to this number. */
    public void make(Trouble trouble, String phone) {
        troubles.make(phone, trouble);
    }

    /** Whether a call of the clinic's with a message to this number stays without an answer. */
    public boolean leavesWaiting(String phone) {
        return troubles.keepsWaiting(phone);
    }

    /** Ends all trouble of the gateway; calls left without an answer are cut off. */
    public void mend() {
        troubles.mend();
    }

    /** Where to send messages to, as the gateway's base URL. */
    public URI gateway() {
        return URI.create("http://localhost:" + settings.port());
    }

    @Override
    public void close() {
        mend();
        http.stop(0);
        requests.close();
        mailServer.close();
    }
}
