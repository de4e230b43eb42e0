package dev.signalbox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.cli.shell.ExitCode;
import dev.signalbox.cli.shell.Interruption;
import dev.signalbox.cli.shell.Surroundings;
import dev.signalbox.cli.shell.Terminal;
import dev.signalbox.cli.shell.Words;
import dev.signalbox.core.Workbench;
import dev.signalbox.core.gate.Operation;
import dev.signalbox.core.model.ActionKind;
import dev.signalbox.core.port.Plan;
import dev.signalbox.core.profile.Folders;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

class HelpTest {
    @TempDir Path folder = Path.of("");

    @Test
    void everyCommandOptionAndParameterIsDescribed() {
        List<String> bare = new ArrayList<>();
        commands()
                .forEach(
                        command -> {
                            if (command.usageMessage().header().length == 0) {
                                bare.add(command.qualifiedName());
                            }
                            Stream.<ArgSpec>concat(
                                            command.options().stream(),
                                            command.positionalParameters().stream())
                                    .filter(HelpTest::isBare)
                                    .forEach(
                                            each -> bare.add(command.qualifiedName() + " " + each));
                        });

        assertThat(bare).isEmpty();
        assertThat(commands()).hasSizeGreaterThan(20);
    }

    private static boolean isBare(ArgSpec each) {
        String text = String.join("", each.description());
        return text.isBlank() || (each.paramLabel().startsWith("<") && each.arity().max() > 0);
    }

    @Test
    void theHelpTellsTheExitCodesThereAre() throws Exception {
        List<String> told =
                List.copyOf(tree().getCommandSpec().usageMessage().exitCodeList().keySet());

        for (var constant : ExitCode.class.getFields()) {
            assertThat(told).contains(Integer.toString(constant.getInt(null)));
        }
        assertThat(told).contains("130");
    }

    @Test
    void withoutACommandItSaysHowItIsUsed() {
        CommandLineFixture console = new CommandLineFixture(folder);

        assertThat(console.run().exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(console.run("tx").err()).contains("rollback");
        assertThat(console.run("tx").exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(console.run("nonsense").exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(console.run("--help").exitCode()).isEqualTo(ExitCode.OK);
        assertThat(console.run("--version").out()).startsWith("Signalbox");
    }

    @Test
    void everyConstantThatIsShownHasAText() {
        Stream<String> keys =
                Stream.of(
                                keys("kind.", ActionKind.values()),
                                keys("unit.", Plan.Unit.values()),
                                keys("severity.", Plan.Severity.values()),
                                keys("reversal.", Plan.Reversal.values()),
                                keys("outcome.", Operation.Status.values()))
                        .flatMap(each -> each);

        assertThat(keys.map(key -> Words.get(key, 1))).noneMatch(text -> text.startsWith("!"));
    }

    @Test
    void everyCommandAnswersInJson() {
        assertThat(commands())
                .filteredOn(command -> command.subcommands().isEmpty())
                .isNotEmpty()
                .allSatisfy(
                        command ->
                                assertThat(command.findOption("--json"))
                                        .describedAs(command.qualifiedName())
                                        .isNotNull());
    }

    private static Stream<String> keys(String prefix, Enum<?>[] constants) {
        return Arrays.stream(constants).map(each -> prefix + each.name());
    }

    private List<CommandSpec> commands() {
        List<CommandSpec> all = new ArrayList<>();
        collect(tree(), all);
        return all;
    }

    private static void collect(CommandLine command, List<CommandSpec> all) {
        all.add(command.getCommandSpec());
        command.getSubcommands().values().forEach(each -> collect(each, all));
    }

    private CommandLine tree() {
        return CommandTree.of(
                new Surroundings(
                        Terminal.of(InputStream.nullInputStream(), System.out, System.err, false),
                        Folders.under(folder),
                        Clock.systemUTC(),
                        Workbench::open,
                        new Interruption()));
    }
}
