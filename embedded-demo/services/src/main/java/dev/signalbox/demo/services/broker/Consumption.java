package dev.signalbox.demo.services.broker;

import dev.signalbox.demo.services.consumer.ConsumerCounters;

/// A consumer, ready to be run.
///
/// @param loop to be run on a thread of its own; it ends when the service is to stop. The broker need
///     not be there yet
/// @param counters what it has done
public record Consumption(Runnable loop, ConsumerCounters counters) {}
