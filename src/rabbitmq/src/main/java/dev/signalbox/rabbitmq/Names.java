package dev.signalbox.rabbitmq;

import java.util.List;

/// How queues are called on the screen, in plans and in the ledger: by their name alone in the vhost of the profile's URI,
/// as `vhost:name` in the others.
///
/// @param base vhost of the URI
/// @param more the others that are shown
record Names(String base, List<String> more) {
    Names {
        more = List.copyOf(more);
    }

    boolean shows(String vhost) {
        return vhost.equals(base) || more.contains(vhost);
    }

    String of(QueueKey key) {
        // A name that looks like one of another vhost has to say where it is.
        return key.vhost().equals(base) && keyElsewhere(key.name()) == null
                ? key.name()
                : key.vhost() + ":" + key.name();
    }

    QueueKey key(String name) {
        QueueKey elsewhere = keyElsewhere(name);
        if (elsewhere != null) {
            return elsewhere;
        }
        String prefix = base + ":";
        return name.startsWith(prefix) && keyElsewhere(name.substring(prefix.length())) != null
                ? new QueueKey(base, name.substring(prefix.length()))
                : new QueueKey(base, name);
    }

    private @org.jspecify.annotations.Nullable QueueKey keyElsewhere(String name) {
        for (String vhost : more) {
            if (name.startsWith(vhost + ":")) {
                return new QueueKey(vhost, name.substring(vhost.length() + 1));
            }
        }
        return null;
    }
}
