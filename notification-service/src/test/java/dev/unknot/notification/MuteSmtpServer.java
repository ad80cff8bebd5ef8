package dev.unknot.notification;

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

/** An SMTP server that takes every mail and never says so: it is silent, or hangs up. */
public final class MuteSmtpServer implements AutoCloseable {
    private final ServerSocket socket;
    private final boolean hangsUp;
    private final List<String> messageIds = new CopyOnWriteArrayList<>();

    /** @param hangsUp so that nobody has to wait for an answer until their patience ends */
    public MuteSmtpServer(boolean hangsUp) throws IOException {
        this.hangsUp = hangsUp;
        this.socket = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"));
        Thread.ofVirtual().start(this::serve);
    }

    public int port() {
        return socket.getLocalPort();
    }

    /** Of the mails taken so far. */
    public List<String> messageIds() {
        return List.copyOf(messageIds);
    }

    private void serve() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                Thread.ofVirtual().start(() -> talk(client));
            } catch (IOException gone) {
                if (!socket.isClosed()) {
                    throw new UncheckedIOException(gone);
                }
            }
        }
    }

    private void talk(Socket client) {
        try (client) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
            say(client.getOutputStream(), "220 mute");
            boolean mail = false;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (mail && hangsUp && line.equals(".")) {
                    // A reset, and not an end of its answers.
                    client.setSoLinger(true, 0);
                    return;
                }
                if (mail) {
                    keepId(line);
                } else {
                    mail = line.equals("DATA");
                    say(client.getOutputStream(), mail ? "354 go on" : "250 fine");
                }
            }
        } catch (IOException gone) {
            // The sender gave up waiting, which is what this server is for.
        }
    }

    private void keepId(String line) {
        if (line.startsWith("Message-ID: ")) {
            messageIds.add(line.substring("Message-ID: ".length()));
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
