package dev.unknot.devstack.phone;

import java.net.URI;
import java.nio.file.Path;

/**
 * How the world outside is set up.
 *
 * @param address to listen on
 * @param port of the gateway and the page
 * @param smtpPort of the mail server
 * @param directory keeps what came in
 * @param account the gateway's account id
 * @param token the account's secret: password of its API, key of its signatures
 * @param line the clinic's number, E.164
 * @param webhook where answers are sent, exactly as the receiver knows its own address
 */
public record PhoneSettings(
        String address,
        int port,
        int smtpPort,
        Path directory,
        String account,
        String token,
        String line,
        URI webhook) {

    @Override
    public String toString() {
        return "PhoneSettings[port=" + port + ", smtpPort=" + smtpPort + "]";
    }
}
