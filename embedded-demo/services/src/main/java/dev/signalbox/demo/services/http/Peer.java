package dev.signalbox.demo.services.http;

import dev.signalbox.demo.services.json.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/// Another service, called within a global transaction.
public final class Peer {

    /// Header in which the XID travels; Seata's own name for it.
    public static final String XID = "TX_XID";

    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(3);

    static {
        // The JDK's server drops connections idle for 30 s; one dropped just as it is used again
        // would
        // fail a request that must not be sent twice
        System.setProperty("jdk.httpclient.keepalive.timeout", "10");
    }

    private final HttpClient client;
    private final URI address;
    private final String token;

    private Peer(HttpClient client, URI address, String token) {
        this.client = client;
        this.address = address;
        this.token = token;
    }

    public static Peer at(URI address, String token) {
        HttpClient client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(CONNECT_WITHIN)
                        .build();
        return new Peer(client, address, token);
    }

    /// Sends a request and does not wait. Cancelling the result drops the connection.
    ///
    /// @return completes with the answer, whatever its status, or with an `IOException`
    public CompletableFuture<HttpResponse<String>> post(String path, Object body, String xid) {
        HttpRequest request =
                HttpRequest.newBuilder(address.resolve(path))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .header(XID, xid)
                        .POST(BodyPublishers.ofString(Json.text(body)))
                        .build();
        return client.sendAsync(request, BodyHandlers.ofString());
    }
}
