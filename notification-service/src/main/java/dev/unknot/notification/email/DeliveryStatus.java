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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a delivery status notification: RFC 3464, and RFC 6533 for addresses outside ASCII. Only a failure for good counts, not that
 * a mail is late or was passed on.
 */
final class DeliveryStatus {
    private static final String VAGUE = "5.0.0";

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
        if (status.mail == null) {
            status.mail = answered(report);
        }
        return status.bounce();
    }

    /** Not every server returns the mail (RFC 3464 section 2), but most answer to it. */
    private static @Nullable String answered(Part report) throws MessagingException {
        for (String name : List.of("In-Reply-To", "References")) {
            String[] ids = report.getHeader(name);
            if (ids != null && ids.length == 1) {
                return ids[0].strip();
            }
        }
        return null;
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
                .filter(block -> "failed".equalsIgnoreCase(withoutComment(field(block, "Action"))))
                .findFirst()
                .map(block -> {
                    String code = code(block);
                    return new Bounce(id.strip(), addresses(block), code, EnhancedCode.saysNoSuchMailbox(code));
                });
    }

    /** A server that only repeats what another said, as Exim does, has that one's code beside its own {@code 5.0.0}. */
    private static String code(InternetHeaders block) {
        String status = EnhancedCode.first(field(block, "Status")).orElse(VAGUE);
        return status.endsWith(".0") ? EnhancedCode.in(said(block)).orElse(status) : status;
    }

    /** Of a diagnostic such as {@code smtp; 550 5.1.1 no such user}, what the other server said. */
    private static String said(InternetHeaders block) {
        String diagnostic = field(block, "Diagnostic-Code");
        return diagnostic.substring(diagnostic.indexOf(';') + 1).strip();
    }

    private static List<String> addresses(InternetHeaders block) {
        return Stream.of("Final-Recipient", "Original-Recipient")
                .map(name -> field(block, name))
                .map(value ->
                        withoutComment(value.substring(value.indexOf(';') + 1)).replaceAll("^<|>$", ""))
                .filter(address -> !address.isEmpty())
                .toList();
    }

    /** RFC 3464 section 2: the fields are made as RFC 822's, with comments. */
    private static String withoutComment(String value) {
        return value.replaceAll("\\([^()]*\\)", "").strip();
    }

    /** On one line; empty if it is not there. */
    private static String field(InternetHeaders block, String name) {
        String value = Objects.requireNonNullElse(block.getHeader(name, null), "");
        return value.replaceAll("\\s+", " ").strip();
    }
}
