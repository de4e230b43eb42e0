package dev.signalbox.rabbitmq;

import com.fasterxml.jackson.databind.JsonNode;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.ShutdownSignalException;
import dev.signalbox.core.ledger.Owner;
import dev.signalbox.core.problem.ConnectorException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The exchanges of lines whose console was killed. The server removes a line when its binding goes, and nobody is left to
/// take that away; so their names tell whose they are, and the next console that needs a line removes those of the dead.
///
/// Only those of this machine: whether a console elsewhere is alive nobody here can tell.
final class LeftLines {
    private static final Pattern NAME =
            Pattern.compile(Line.PREFIX + "(\\p{XDigit}+)-(\\d{1,18})-(\\d{1,18})-.*");
    private static final String HOST = host();

    private LeftLines() {}

    /// A name for a line of ours.
    static String name() {
        return name(Owner.current(HOST));
    }

    static String name(Owner owner) {
        return "%s%s-%d-%d-%s"
                .formatted(
                        Line.PREFIX,
                        owner.host(),
                        owner.pid(),
                        owner.startedAt(),
                        UUID.randomUUID());
    }

    static String host() {
        try {
            return Integer.toHexString(InetAddress.getLocalHost().getHostName().hashCode());
        } catch (UnknownHostException e) {
            // Then ours are nobody's else.
            return Integer.toHexString(UUID.randomUUID().hashCode());
        }
    }

    /// Where the server refuses to list or to remove, they stay.
    static void remove(Server server, String vhost)
            throws ConnectorException, InterruptedException {
        List<String> dead = dead(server, vhost);
        if (dead.isEmpty()) {
            return;
        }
        Channel channel = Channels.open(server.amqp().shared(vhost), vhost);
        try {
            for (String exchange : dead) {
                channel.exchangeDelete(exchange);
            }
        } catch (IOException | ShutdownSignalException e) {
            // Not ours to remove: they do no harm.
        } finally {
            Channels.close(channel);
        }
    }

    private static List<String> dead(Server server, String vhost) throws InterruptedException {
        List<String> dead = new ArrayList<>();
        try {
            for (JsonNode exchange :
                    server.api()
                            .get("/exchanges/" + ManagementApi.segment(vhost) + "?columns=name")) {
                String name = exchange.path("name").asText();
                if (isDead(name)) {
                    dead.add(name);
                }
            }
        } catch (ConnectorException e) {
            // Without the management nobody knows which there are.
        }
        return dead;
    }

    private static boolean isDead(String name) {
        Matcher matcher = NAME.matcher(name);
        return matcher.matches()
                && new Owner(
                                matcher.group(1),
                                Long.parseLong(matcher.group(2)),
                                Long.parseLong(matcher.group(3)))
                        .isGone(HOST);
    }
}
