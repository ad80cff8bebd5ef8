package dev.unknot.frontdesk.board.web;

import dev.unknot.common.location.LocationId;
import dev.unknot.frontdesk.Visitor;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A page that listens to what happens at a location. */
final class Listener implements AutoCloseable {

    private final HttpClient client = HttpClient.newHttpClient();
    private final List<String> lines = new CopyOnWriteArrayList<>();

    Listener(int port, Visitor visitor, LocationId location) {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + port + "/live?location=" + location))
                .header("Accept", "text/event-stream")
                .header("Cookie", "__Host-unknot=" + visitor.cookie("__Host-unknot"))
                .build();
        var unused = client.sendAsync(request, BodyHandlers.ofLines())
                .thenAccept(answer -> answer.body().forEach(lines::add));
    }

    int days() {
        return (int) lines.stream().filter("event:day"::equals).count();
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
