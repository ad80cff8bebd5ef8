package dev.unknot.notification.email;

import dev.unknot.notification.delivery.Handover;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A mail that is handed over with its final dot, which the transport sends once the text is written out. Until then a
 * server has to forget what it got when the connection ends (RFC 5321 section 4.1.1.4).
 */
class WatchedMail extends MimeMessage {
    private final Handover handover;

    /** @param session says whether headers may be in UTF-8 */
    WatchedMail(Session session, Handover handover) {
        super(session);
        this.handover = handover;
    }

    @Override
    public void writeTo(OutputStream out, String @Nullable [] ignored) throws IOException, MessagingException {
        super.writeTo(out, ignored);
        if (!handover.begin()) {
            // Makes the transport drop the connection instead of sending the dot.
            throw new IOException("the mail is kept back");
        }
    }
}
