package dev.signalbox.demo.services.order;

import dev.signalbox.demo.services.process.ServiceProcess;

/// The order service's process: `OrderMain <config.json>`.
public final class OrderMain {

    private OrderMain() {}

    public static void main(String[] args) {
        ServiceProcess.run(args, OrderService::open);
    }
}
