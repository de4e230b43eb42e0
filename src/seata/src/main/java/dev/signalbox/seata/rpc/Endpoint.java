package dev.signalbox.seata.rpc;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where a server listens.
///
/// @param host name or address, in lower case; an IPv6 address without brackets
public record Endpoint(String host, int port) {

    private static final Pattern FORM =
            Pattern.compile(
                    "(?:\\[(?<six>[0-9a-fA-F:.%]+)]|(?<host>[^\\s:/\\[\\]]+)):(?<port>\\d{1,5})");

    public Endpoint {
        host = host.toLowerCase(Locale.ROOT);
    }

    /// Reads `host:port` or `[IPv6]:port`; empty where it is neither.
    public static Optional<Endpoint> parse(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int port = Integer.parseInt(matcher.group("port"));
        if (port < 1 || port > 65_535) {
            return Optional.empty();
        }
        String six = matcher.group("six");
        return Optional.of(new Endpoint(six == null ? matcher.group("host") : six, port));
    }

    @Override
    public String toString() {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
}
