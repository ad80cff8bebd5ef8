package dev.unknot.notification.email;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetHeaders;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a delivery status notification: RFC 3464, and RFC 6533 for addresses outside ASCII. Only a failure for good counts, not that
 * a mail is late or was passed on.
 */
final class DeliveryStatus {
    private static final Pattern ENHANCED = Pattern.compile("\\b[45]\\.\\d{1,3}\\.\\d{1,3}\\b");

    private final List<InternetHeaders> blocks = new ArrayList<>();
    private @Nullable String mail;

    private DeliveryStatus() {}

    /** Empty: it is none, or of no failure, or does not say of which mail. */
    static Optional<Bounce> of(Part report) throws MessagingException, IOException {
        if (!report.isMimeType("multipart/report") || !(report.getContent() instanceof Multipart parts)) {
            return Optional.empty();
        }
        DeliveryStatus status = new DeliveryStatus();
        for (int i = 0; i < parts.getCount(); i++) {
            status.read(parts.getBodyPart(i));
        }
        return status.bounce();
    }

    private void read(BodyPart part) throws MessagingException, IOException {
        try (InputStream sent = part.getInputStream()) {
            InputStream content = new ByteArrayInputStream(sent.readAllBytes());
            if (part.isMimeType("message/delivery-status") || part.isMimeType("message/global-delivery-status")) {
                while (content.available() > 0) {
                    blocks.add(new InternetHeaders(content, true));
                }
            } else if (part.isMimeType("message/*") || part.isMimeType("text/rfc822-headers")) {
                mail = new InternetHeaders(content, true).getHeader("Message-ID", null);
            }
        }
    }

    private Optional<Bounce> bounce() {
        String id = mail;
        if (id == null) {
            return Optional.empty();
        }
        return blocks.stream()
                .filter(block -> "failed".equalsIgnoreCase(field(block, "Action")))
                .findFirst()
                .map(block -> {
                    String code = code(block);
                    return new Bounce(id.strip(), addresses(block), code, SmtpRefusal.isOfAMailboxGone(code));
                });
    }

    /** A server that only repeats what another said has that one's code beside its own {@code 5.0.0}. */
    private static String code(InternetHeaders block) {
        String status = field(block, "Status");
        Matcher said = ENHANCED.matcher(field(block, "Diagnostic-Code"));
        boolean vague = status.isEmpty() || status.endsWith(".0.0");
        if (vague && said.find()) {
            return said.group();
        }
        return status.isEmpty() ? "5.0.0" : status;
    }

    private static List<String> addresses(InternetHeaders block) {
        return Stream.of("Final-Recipient", "Original-Recipient")
                .map(name -> field(block, name))
                .map(value -> value.substring(value.indexOf(';') + 1).strip().replaceAll("^<|>$", ""))
                .filter(address -> !address.isEmpty())
                .toList();
    }

    /** Without comments; empty if it is not there. */
    private static String field(InternetHeaders block, String name) {
        String value = Objects.requireNonNullElse(block.getHeader(name, null), "");
        return value.replaceAll("\\s+", " ").strip();
    }
}
