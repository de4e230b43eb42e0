package dev.signalbox.demo.services.broker;

/// Headers of every message, UTF-8.
public final class MessageHeader {

    public static final String MESSAGE_ID = "message-id";
    public static final String ORDER_ID = "order-id";

    /// The global transaction that placed the order.
    public static final String XID = "xid";

    public static final String CONTENT_TYPE = "content-type";

    private MessageHeader() {}
}
