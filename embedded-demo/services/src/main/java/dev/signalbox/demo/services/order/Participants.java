package dev.signalbox.demo.services.order;

import dev.signalbox.demo.services.event.OrderCreated;

/// The branches of an order's global transaction, in the order in which they are written.
interface Participants {

    /// Writes the order and its event into the order database.
    void record(OrderCreated order, String xid) throws OrderRefusedException, InterruptedException;

    /// Has the stock service reserve the goods.
    void reserve(OrderCreated order, String xid) throws OrderRefusedException, InterruptedException;

    /// Has the payment service authorise the payment. Comes back as soon as there is an answer, or the
    /// global transaction was ended by somebody else.
    ///
    /// @throws OrderRefusedException also when it was ended by somebody else
    void authorise(OrderCreated order, String xid)
            throws OrderRefusedException, InterruptedException;
}
