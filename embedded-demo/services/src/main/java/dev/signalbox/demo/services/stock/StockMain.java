package dev.signalbox.demo.services.stock;

import dev.signalbox.demo.services.process.ServiceProcess;

/// The stock service's process: `StockMain <config.json>`.
public final class StockMain {

    private StockMain() {}

    public static void main(String[] args) {
        ServiceProcess.run(args, StockService::open);
    }
}
