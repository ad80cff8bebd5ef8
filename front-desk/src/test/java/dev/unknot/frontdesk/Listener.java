package dev.unknot.frontdesk;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/** A browser that listens to what happens at the locations of who is signed in. */
public final class Listener implements AutoCloseable {

    private final HttpClient client = HttpClient.newHttpClient();
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Void> heard;

    public Listener(int port, Visitor visitor) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/live"))
                .header("Accept", "text/event-stream")
                .header("Cookie", "__Host-unknot=" + visitor.cookie("__Host-unknot"))
                .build();
        heard = client.sendAsync(request, BodyHandlers.ofLines())
                .thenAccept(answer -> answer.body().forEach(lines::add));
    }

    /** The other end has closed the stream. */
    public boolean hearsNothingMore() {
        return heard.isDone();
    }

    public int days() {
        return (int) lines.stream().filter("event:day"::equals).count();
    }

    public boolean heardOf(String location) {
        return lines.contains("data:" + location);
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
