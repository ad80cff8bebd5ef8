package dev.unknot.devstack.phone;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Calls the clinic the way the gateway does, signed. */
final class Webhook {

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(3)).build();
    private final PhoneSettings settings;

    Webhook(PhoneSettings settings) {
        this.settings = settings;
    }

    /** What the clinic replied, empty if it did not take the call. */
    Optional<String> call(URI address, Map<String, String> form) {
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(Duration.ofSeconds(15))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header(Signature.HEADER, Signature.of(address.toString(), form, settings.token()))
                .POST(HttpRequest.BodyPublishers.ofString(Form.encode(form)))
                .build();
        try {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            return response.statusCode() / 100 == 2 ? Optional.of(response.body()) : Optional.empty();
        } catch (IOException outOfReach) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
