package dev.signalbox.cli.act;

import dev.signalbox.cli.shell.ConnectedCommand;
import dev.signalbox.cli.shell.ExitCode;
import dev.signalbox.cli.shell.Failure;
import dev.signalbox.cli.shell.SearchProgress;
import dev.signalbox.cli.shell.Session;
import dev.signalbox.cli.shell.Surroundings;
import dev.signalbox.cli.shell.Where;
import dev.signalbox.cli.shell.Words;
import dev.signalbox.core.deadletter.LetterSearch;
import dev.signalbox.core.gate.Caution;
import dev.signalbox.core.gate.SavedPlan;
import dev.signalbox.core.model.ActionKind;
import dev.signalbox.core.model.MessageSelection;
import dev.signalbox.core.port.Action;
import dev.signalbox.core.port.Plan;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.Problem;
import dev.signalbox.core.problem.ProblemKind;
import dev.signalbox.core.profile.Profile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// A command that does something to dead letters: those that are meant, or those of a plan that was kept in a file.
abstract class LetterActionCommand extends ConnectedCommand {
    /// What says which letters are meant and what becomes of them. A plan that was kept says so itself.
    private static final List<String> SAID_BY_PLAN =
            List.of(
                    "--where",
                    "--newest",
                    "--since",
                    "--id",
                    "--to",
                    "--again",
                    "--set",
                    "--replayed");

    private final ActionKind kind;

    @Parameters(
            arity = "0..1",
            paramLabel = "DESTINATION",
            descriptionKey = "parameter.deadLetters")
    private @Nullable String destination;

    /// What chooses letters in another way than by what was replayed.
    static final List<String> CHOOSING = List.of("--where", "--newest", "--since", "--id");

    @Mixin private final Selecting selecting = new Selecting();

    @Mixin private final Where where = new Where();

    @Mixin private final Consent consent = new Consent();

    @Option(names = "--plan-file", paramLabel = "FILE")
    private @Nullable Path planFile;

    @Spec private @Nullable CommandSpec command;

    LetterActionCommand(Surroundings surroundings, ActionKind kind) {
        super(surroundings);
        this.kind = kind;
    }

    /// How carefully it is to be done.
    Caution caution() {
        return Caution.NONE;
    }

    /// How long to look afterwards what becomes of the letters.
    Duration follow() {
        return Duration.ZERO;
    }

    /// What is to be done with these letters.
    abstract Action action(String destination, MessageSelection letters) throws ConnectorException;

    @Override
    public Integer call() throws Failure, ConnectorException, InterruptedException {
        Caution caution = caution();
        if (destination == null) {
            return runKept(caution);
        }
        try (Session session = openToAct()) {
            Profile profile = session.offering(kind);
            Action action = action(destination, letters(session, profile, destination));
            return flow(session)
                    .carefully(caution, follow())
                    .run(profile, action, plan -> keep(profile, plan));
        }
    }

    MessageSelection letters(Session session, Profile profile, String from)
            throws Failure, ConnectorException, InterruptedException {
        SearchProgress progress = new SearchProgress(terminal());
        MessageSelection letters =
                new LetterSearch(
                                session.workbench().connections().reader(profile.id()),
                                session.workbench().connections().rules(profile.id()),
                                from,
                                where.filter())
                        .freeze(selecting.in(from), progress::read);
        progress.end();
        if (letters instanceof MessageSelection.Ranges(var ranges) && ranges.isEmpty()) {
            throw refused(ProblemKind.NOT_FOUND, Words.get("letters.none", from));
        }
        return letters;
    }

    private void keep(Profile profile, Plan plan) throws ConnectorException {
        if (planFile != null) {
            SavedPlan.of(profile.id(), plan).write(planFile);
            terminal().err().println(Words.get("plan.kept", planFile));
        }
    }

    private int runKept(Caution caution) throws Failure, ConnectorException, InterruptedException {
        if (planFile == null || consent.isPlanOnly()) {
            throw refused(ProblemKind.INVALID, Words.get("letters.which"));
        }
        for (String option : SAID_BY_PLAN) {
            if (isGiven(option)) {
                throw refused(ProblemKind.INVALID, Words.get("plan.saysSo", planFile, option));
            }
        }
        SavedPlan kept = SavedPlan.read(planFile);
        if (kept.kind() != kind) {
            throw refused(
                    ProblemKind.INVALID,
                    Words.get("plan.otherKind", planFile, Words.get("kind." + kept.kind())));
        }
        try (Session session = openToAct()) {
            return flow(session)
                    .carefully(caution, follow())
                    .run(
                            session.offering(kind),
                            kept.action(),
                            plan -> kept.check(plan, surroundings().clock().instant()));
        }
    }

    /// The first of these options that was given.
    final Optional<String> firstGiven(List<String> options) {
        return options.stream().filter(this::isGiven).findFirst();
    }

    private boolean isGiven(String option) {
        return command != null
                && command.findOption(option) != null
                && command.commandLine().getParseResult().hasMatchedOption(option);
    }

    private ActionFlow flow(Session session) {
        return new ActionFlow(surroundings(), session, consent, output());
    }

    static Failure refused(ProblemKind problem, String summary) {
        return new Failure(
                new Problem(problem, summary, Words.get("letters.remedy")), ExitCode.REFUSED);
    }
}
