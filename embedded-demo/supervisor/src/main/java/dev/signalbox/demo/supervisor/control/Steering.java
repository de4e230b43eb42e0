package dev.signalbox.demo.supervisor.control;

import dev.signalbox.demo.supervisor.control.ServiceStatus.Switch;
import dev.signalbox.demo.supervisor.process.Part;
import dev.signalbox.demo.supervisor.process.Parts;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// What is wanted of the services, and what they say. A service keeps neither its incidents nor its
/// rate when it dies, and it may not answer when it is to be told; so what is wanted is kept here and
/// compared with what they say, once a second.
///
/// All changes happen under one lock, requests to the services included: what a service says is never
/// compared with a wish that is younger than the question.
public final class Steering {
    private final Parts parts;
    private final Map<String, Service> services = new HashMap<>();
    private final Map<String, Wish> wishes = new HashMap<>();
    private final IncidentListener listener;
    private double ordersPerSecond;
    private OptionalLong toldRate = OptionalLong.empty();
    private volatile Situation situation;

    /// @param ordersPerSecond the rate that the order service has been started with
    public Steering(
            Parts parts,
            List<Service> services,
            double ordersPerSecond,
            IncidentListener listener) {
        this.parts = parts;
        this.ordersPerSecond = ordersPerSecond;
        this.listener = listener;
        services.forEach(service -> this.services.put(service.name(), service));
        Incident.ALL.stream()
                .filter(this::possible)
                .forEach(incident -> wishes.put(incident.name(), new Wish(incident)));
        this.situation = situation(Map.of());
    }

    /// Only an incident whose services run can be made to happen.
    private boolean possible(Incident incident) {
        return incident.holders().isEmpty()
                ? parts.named("broker").isPresent()
                : services.keySet().containsAll(incident.holders());
    }

    /// How everything was at the last look, which is a second old at most.
    Situation situation() {
        return situation;
    }

    /// Switches an incident.
    ///
    /// @throws RefusedException if there is no such incident, or a service does not answer; what could
    ///     not be told is told as soon as it answers
    public synchronized void incident(String name, boolean on, OptionalInt count)
            throws RefusedException, InterruptedException {
        Wish wish = wishes.get(name);
        if (wish == null) {
            throw new RefusedException(404, "No incident " + name);
        }
        if (wish.incident.holders().isEmpty()) {
            broker(wish, on, count);
        } else {
            change(wish, on, count);
            refuseUnlessTold(wish);
        }
        look();
    }

    /// Sets the rate at which orders are placed.
    ///
    /// @throws RefusedException if the rate is none, or the order service does not answer; it is told
    ///     as soon as it does
    public synchronized void traffic(double rate) throws RefusedException, InterruptedException {
        try {
            ordersPerSecond = OrderRate.checked(rate);
        } catch (IllegalArgumentException e) {
            throw new RefusedException(400, String.valueOf(e.getMessage()));
        }
        Service order = services.get("order");
        if (order == null) {
            throw new RefusedException(404, "There is no order service");
        }
        try {
            tellRate(order);
        } catch (IOException e) {
            toldRate = OptionalLong.of(-1);
            throw new RefusedException(503, "The order service does not answer: " + e);
        }
        look();
    }

    /// Asks all services, and tells those that do not know what is wanted.
    public synchronized void look() throws InterruptedException {
        Map<String, ServiceStatus> answers = new HashMap<>();
        for (Service service : services.values()) {
            OptionalLong pid = service.pid();
            try {
                ServiceStatus status = service.status();
                answers.put(service.name(), status);
                remind(service, pid, status);
            } catch (IOException silent) {
                // It has died or starts; what it would say is unknown until it answers.
            }
        }
        situation = situation(answers);
    }

    private void remind(Service service, OptionalLong pid, ServiceStatus status)
            throws IOException, InterruptedException {
        for (Wish wish : wishes.values()) {
            if (wish.incident.holders().contains(service.name())) {
                remind(wish, service, pid, status.incident(wish.incident.name()));
            }
        }
        if (service.name().equals("order") && !pid.equals(toldRate)) {
            if (toldRate.isPresent()) {
                tellRate(service);
            }
            toldRate = pid;
        }
    }

    private void remind(Wish wish, Service service, OptionalLong pid, Optional<Switch> said)
            throws IOException, InterruptedException {
        Switch state = said.orElse(Switch.OFF);
        boolean told = wish.knows(service.name(), pid);
        if (told && wish.on && wish.counts(service.name())) {
            wish.remaining = state.remaining();
        }
        if (state.on() == wish.on) {
            wish.told(service.name(), pid);
        } else if (told && wish.on && wish.counts(service.name())) {
            // It has had all its effects and switched itself off.
            change(wish, false, OptionalInt.empty());
        } else {
            tell(wish, service);
        }
    }

    private void change(Wish wish, boolean on, OptionalInt count) throws InterruptedException {
        boolean changes = wish.on != on;
        wish.change(on, count);
        List<String> holders = wish.incident.holders();
        for (String holder : on ? holders : holders.reversed()) {
            Service service = services.get(holder);
            try {
                if (service != null) {
                    tell(wish, service);
                }
            } catch (IOException later) {
                // It is told at the next look at which it answers.
            }
        }
        if (changes) {
            listener.switched(wish.incident.name(), on);
        }
    }

    private void tell(Wish wish, Service service) throws IOException, InterruptedException {
        OptionalLong pid = service.pid();
        OptionalInt count = wish.counts(service.name()) ? wish.remaining : OptionalInt.empty();
        service.incident(wish.incident.name(), wish.on, count);
        wish.told(service.name(), pid);
    }

    private void refuseUnlessTold(Wish wish) throws RefusedException {
        for (String holder : wish.incident.holders()) {
            Service service = services.get(holder);
            if (service != null && !wish.knows(holder, service.pid())) {
                throw new RefusedException(
                        503, "The service " + holder + " does not answer; it is told when it does");
            }
        }
    }

    private void tellRate(Service order) throws IOException, InterruptedException {
        OptionalLong pid = order.pid();
        order.traffic(ordersPerSecond);
        toldRate = pid;
    }

    private void broker(Wish wish, boolean on, OptionalInt count) throws RefusedException {
        if (count.isPresent()) {
            throw new RefusedException(400, "A stopped broker has no effects to count");
        }
        if (wish.on == on) {
            return;
        }
        Part broker = parts.named("broker").orElseThrow();
        wish.change(on, count);
        if (on) {
            broker.stop("incident " + wish.incident.name());
        } else {
            broker.startAgain();
        }
        listener.switched(wish.incident.name(), on);
    }

    private Situation situation(Map<String, ServiceStatus> answers) {
        return new Situation(
                Incident.ALL.stream()
                        .map(incident -> wishes.get(incident.name()))
                        .filter(Objects::nonNull)
                        .map(
                                wish ->
                                        new Situation.IncidentState(
                                                wish.incident.name(), wish.on, wish.remaining))
                        .toList(),
                Traffic.of(ordersPerSecond, answers));
    }
}
