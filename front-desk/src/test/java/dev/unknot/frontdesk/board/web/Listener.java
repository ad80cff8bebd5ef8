package dev.unknot.frontdesk.board.web;

import dev.unknot.frontdesk.Visitor;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A browser that listens to what happens at the locations of who is signed in. */
final class Listener implements AutoCloseable {

    private final HttpClient client = HttpClient.newHttpClient();
    private final List<String> lines = new CopyOnWriteArrayList<>();

    Listener(int port, Visitor visitor) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/live"))
                .header("Accept", "text/event-stream")
                .header("Cookie", "__Host-unknot=" + visitor.cookie("__Host-unknot"))
                .build();
        var unused = client.sendAsync(request, BodyHandlers.ofLines())
                .thenAccept(answer -> answer.body().forEach(lines::add));
    }

    int days() {
        return (int) lines.stream().filter("event:day"::equals).count();
    }

    boolean heardOf(String location) {
        return lines.contains("data:" + location);
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
