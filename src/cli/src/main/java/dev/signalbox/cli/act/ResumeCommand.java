package dev.signalbox.cli.act;

import dev.signalbox.cli.shell.ConnectedCommand;
import dev.signalbox.cli.shell.ExitCode;
import dev.signalbox.cli.shell.Failure;
import dev.signalbox.cli.shell.Session;
import dev.signalbox.cli.shell.Surroundings;
import dev.signalbox.cli.shell.Words;
import dev.signalbox.core.gate.UnfinishedReplay;
import dev.signalbox.core.model.ActionKind;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.Problem;
import dev.signalbox.core.problem.ProblemKind;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Goes on with a replay that has letters left.
@Command(name = "resume", resourceBundle = Words.BUNDLE)
public final class ResumeCommand extends ConnectedCommand {
    @Parameters(paramLabel = "REPLAY", descriptionKey = "parameter.replay")
    private String id = "";

    @Mixin private final Consent consent = new Consent();

    @Mixin private final Caring caring = new Caring();

    public ResumeCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    public Integer call() throws Failure, ConnectorException, InterruptedException {
        try (Session session = openToAct()) {
            UnfinishedReplay replay = find(session.workbench().actions().unfinished());
            return new ActionFlow(surroundings(), session, consent, output())
                    .carefully(caring.caution(), caring.follow())
                    .run(
                            session.offering(ActionKind.REPLAY),
                            replay.plan().action(),
                            replay.plan()::checkServer);
        }
    }

    private UnfinishedReplay find(List<UnfinishedReplay> all) throws Failure {
        List<UnfinishedReplay> found =
                all.stream().filter(each -> each.id().toString().startsWith(id)).toList();
        if (found.size() != 1) {
            throw new Failure(
                    new Problem(
                            ProblemKind.NOT_FOUND,
                            Words.get("replay.notOne", found.size(), id),
                            Words.get("replay.notOne.remedy")),
                    ExitCode.REFUSED);
        }
        return found.getFirst();
    }
}
