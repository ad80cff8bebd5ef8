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
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An SMTP server that takes a mail and has an answer of its own to one command; an empty one hangs up. */
final class PickySmtpServer implements AutoCloseable {
    private final ServerSocket socket;
    private final String command;
    private final String answer;
    private final List<String> heard = new CopyOnWriteArrayList<>();

    PickySmtpServer(String command, String answer) throws IOException {
        this.command = command;
        this.answer = answer;
        this.socket = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"));
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return socket.getLocalPort();
    }

    /** All lines it was told, the mail's among them. */
    List<String> heard() {
        return List.copyOf(heard);
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
        BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
        say(client.getOutputStream(), "220 picky");
        boolean text = false;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            heard.add(line);
            boolean asked = !text && line.startsWith(command);
            if (asked && answer.isEmpty()) {
                return;
            }
            boolean begins = !asked && line.equals("DATA");
            if (!text || line.equals(".")) {
                say(client.getOutputStream(), asked ? answer : begins ? "354 go on" : "250 fine");
            }
            text = begins || text && !line.equals(".");
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
