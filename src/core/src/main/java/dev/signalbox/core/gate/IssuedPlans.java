package dev.signalbox.core.gate;

import dev.signalbox.core.port.Plan;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// The plans the gate has made and not yet carried out, and the connection each was made on.
///
/// A plan is carried out once, on the connection it was made on, exactly as it was handed out.
final class IssuedPlans {
    private static final int KEPT = 200;

    private final Map<UUID, Issued> plans =
            new LinkedHashMap<>() {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<UUID, Issued> eldest) {
                    return size() > KEPT;
                }
            };

    /// @param took how long it took to make it
    record Issued(String profileId, Plan plan, Duration took) {}

    synchronized void add(String profileId, Plan plan, Duration took) {
        plans.put(plan.id(), new Issued(profileId, plan, took));
    }

    synchronized Optional<Duration> took(UUID planId) {
        return Optional.ofNullable(plans.get(planId)).map(Issued::took);
    }

    /// Whether this very plan was made for that connection and has not been taken yet.
    synchronized boolean holds(String profileId, Plan plan) {
        return Optional.ofNullable(plans.get(plan.id()))
                .filter(issued -> issued.profileId().equals(profileId))
                .filter(issued -> issued.plan().equals(plan))
                .isPresent();
    }

    /// Takes it out, so that a second click cannot carry it out again.
    synchronized boolean take(UUID planId) {
        return plans.remove(planId) != null;
    }
}
