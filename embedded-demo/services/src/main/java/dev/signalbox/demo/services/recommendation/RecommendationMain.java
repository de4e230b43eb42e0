package dev.signalbox.demo.services.recommendation;

import dev.signalbox.demo.services.process.ServiceProcess;

/// The recommendation service's process: `RecommendationMain <config.json>`.
public final class RecommendationMain {

    private RecommendationMain() {}

    public static void main(String[] args) {
        ServiceProcess.run(args, RecommendationService::open);
    }
}
