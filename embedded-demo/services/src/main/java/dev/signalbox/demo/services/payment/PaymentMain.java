package dev.signalbox.demo.services.payment;

import dev.signalbox.demo.services.process.ServiceProcess;

/// The payment service's process: `PaymentMain <config.json>`.
public final class PaymentMain {

    private PaymentMain() {}

    public static void main(String[] args) {
        ServiceProcess.run(args, PaymentService::open);
    }
}
