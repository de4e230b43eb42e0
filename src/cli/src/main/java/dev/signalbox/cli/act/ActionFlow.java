package dev.signalbox.cli.act;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.cli.json.ActionJson;
import dev.signalbox.cli.json.Json;
import dev.signalbox.cli.shell.ExitCode;
import dev.signalbox.cli.shell.Output;
import dev.signalbox.cli.shell.SearchProgress;
import dev.signalbox.cli.shell.Session;
import dev.signalbox.cli.shell.Surroundings;
import dev.signalbox.cli.shell.Terminal;
import dev.signalbox.cli.shell.Words;
import dev.signalbox.core.gate.ActionService;
import dev.signalbox.core.gate.Aftermath;
import dev.signalbox.core.gate.Caution;
import dev.signalbox.core.gate.Confirmation;
import dev.signalbox.core.gate.Operation;
import dev.signalbox.core.gate.Speed;
import dev.signalbox.core.model.Support;
import dev.signalbox.core.port.Action;
import dev.signalbox.core.port.Plan;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.Problem;
import dev.signalbox.core.problem.ProblemKind;
import dev.signalbox.core.profile.Profile;
import java.time.Duration;
import java.util.Optional;

/// Plan, review, carry out, tell the outcome.
final class ActionFlow {
    private final Surroundings surroundings;
    private final ActionService actions;
    private final Consent consent;
    private final Output output;
    private final Terminal terminal;
    private Caution caution = Caution.NONE;
    private Duration follow = Duration.ZERO;

    ActionFlow(Surroundings surroundings, Session session, Consent consent, Output output) {
        this.surroundings = surroundings;
        this.actions = session.workbench().actions();
        this.consent = consent;
        this.output = output;
        this.terminal = surroundings.terminal();
    }

    /// Replays only.
    ///
    /// @param following how long to look afterwards what becomes of the letters
    ActionFlow carefully(Caution how, Duration following) {
        caution = how;
        follow = following;
        return this;
    }

    /// Looks at a plan before anybody else does.
    interface Look {
        /// @throws ConnectorException when it must not be carried out
        void at(Plan plan) throws ConnectorException;
    }

    /// @return the exit code
    int run(Profile profile, Action action) throws ConnectorException, InterruptedException {
        return run(profile, action, _ -> {});
    }

    /// @return the exit code
    int run(Profile profile, Action action, Look look)
            throws ConnectorException, InterruptedException {
        refuseWhatCannotBe(profile, action);
        SearchProgress progress = new SearchProgress(terminal);
        Plan plan = actions.plan(profile.id(), action, (read, _) -> progress.read(read));
        progress.end();
        look.at(plan);
        ObjectNode result = Json.object();
        Optional<Speed> speed = actions.speed(plan);
        ObjectNode planned = ActionJson.of(profile, plan);
        speed.ifPresent(known -> ActionJson.add(planned, known, plan, caution));
        result.set("plan", planned);
        new PlanText(profile, plan).lines().forEach(terminal.err()::println);
        speed.map(known -> PlanText.estimate(plan, known, caution))
                .ifPresent(terminal.err()::println);
        if (consent.isPlanOnly() || plan.effect().count() == 0) {
            return finish(result, ExitCode.OK);
        }
        Optional<Confirmation> confirmation =
                new Review(terminal, consent).of(plan, asked(profile, plan));
        if (confirmation.isEmpty()) {
            terminal.err().println(Words.get("action.notConfirmed"));
            return finish(result, ExitCode.REFUSED);
        }
        Operation operation = actions.start(profile.id(), plan, confirmation.get(), caution);
        surroundings.interruption().during(operation);
        caution.notBefore()
                .ifPresent(time -> terminal.err().println(Words.get("action.scheduled", time)));
        Operation.State end = await(operation);
        ObjectNode outcome = ActionJson.of(end);
        result.set("outcome", outcome);
        new OutcomeText(profile, plan, end).lines().forEach(terminal.err()::println);
        if (!follow.isZero() && end.done() > 0) {
            Aftermath aftermath = new Follow(actions, terminal).of(operation, follow);
            outcome.set("aftermath", ActionJson.of(aftermath));
        }
        return finish(result, ExitCode.of(end.status()));
    }

    /// Before anything is read, also where only the plan is wanted.
    private void refuseWhatCannotBe(Profile profile, Action action) throws ConnectorException {
        if (caution.stopAtPercent().isPresent()
                && actions.canStopAt(profile.id(), action.target())
                        instanceof Support.Refused(String reason)) {
            throw new ConnectorException(
                    new Problem(
                            ProblemKind.UNSUPPORTED, reason, Words.get("action.stopAt.remedy")));
        }
    }

    private boolean asked(Profile profile, Plan plan) {
        return actions.asksForName(profile.id(), plan);
    }

    private Operation.State await(Operation operation) throws InterruptedException {
        ProgressLine progress = new ProgressLine(terminal, operation.id());
        actions.onOperation(progress::changed);
        try {
            return operation.await();
        } finally {
            progress.end();
        }
    }

    private int finish(ObjectNode result, int exitCode) {
        if (output.isJson()) {
            output.write(terminal, result);
        }
        return exitCode;
    }
}
