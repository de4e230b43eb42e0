package dev.signalbox.rabbitmq;

/// A queue or stream, by its full name.
record QueueKey(String vhost, String name) {
    /// As part of a path of the management API.
    String path() {
        return ManagementApi.segment(vhost) + "/" + ManagementApi.segment(name);
    }
}
