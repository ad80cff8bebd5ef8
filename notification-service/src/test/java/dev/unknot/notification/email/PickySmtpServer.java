package dev.unknot.notification.email;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** An SMTP server that has an answer of its own to one command; an empty one hangs up. */
final class PickySmtpServer implements AutoCloseable {
    private final ServerSocket socket;
    private final String command;
    private final String answer;

    PickySmtpServer(String command, String answer) throws IOException {
        this.command = command;
        this.answer = answer;
        this.socket = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"));
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return socket.getLocalPort();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
                talk(client);
            } catch (IOException gone) {
                if (!socket.isClosed()) {
                    throw new UncheckedIOException(gone);
                }
            }
        }
    }

    private void talk(Socket client) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
        say(client.getOutputStream(), "220 picky");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.startsWith(command) && answer.isEmpty()) {
                return;
            }
            say(client.getOutputStream(), line.startsWith(command) ? answer : "250 fine");
        }
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
