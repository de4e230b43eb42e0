package dev.signalbox.demo.supervisor.control;

/// Is told when an incident was switched, by somebody or by itself.
@FunctionalInterface
public interface IncidentListener {
    void switched(String incident, boolean on);
}
