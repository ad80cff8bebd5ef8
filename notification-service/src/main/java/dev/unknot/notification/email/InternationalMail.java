package dev.unknot.notification.email;

import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/**
 * The way out for addresses with letters outside ASCII before the {@code @}: to the same server, in UTF-8, and only if that
 * says that it can (SMTPUTF8, RFC 6531). Other mails do not ask for it, as not every server behind the first has it.
 */
final class InternationalMail extends JavaMailSenderImpl {

    static final String UTF8 = "mail.mime.allowutf8";

    InternationalMail(JavaMailSenderImpl usual) {
        setProtocol(usual.getProtocol());
        setHost(usual.getHost());
        setPort(usual.getPort());
        setUsername(usual.getUsername());
        setPassword(usual.getPassword());
        setDefaultEncoding(usual.getDefaultEncoding());
        Properties properties = new Properties();
        properties.putAll(usual.getJavaMailProperties());
        properties.setProperty(UTF8, "true");
        setJavaMailProperties(properties);
    }

    @Override
    protected Transport connectTransport() throws MessagingException {
        Transport transport = super.connectTransport();
        if (transport instanceof SMTPTransport smtp && !smtp.supportsExtension("SMTPUTF8")) {
            transport.close();
            throw new NotOffered();
        }
        return transport;
    }

    /** The server would change the address, or refuse it later. */
    static final class NotOffered extends MessagingException {
        private static final long serialVersionUID = 1L;

        NotOffered() {
            super("the mail server does not offer SMTPUTF8");
        }
    }
}
