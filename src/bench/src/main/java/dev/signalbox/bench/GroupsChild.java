package dev.signalbox.bench;

import dev.signalbox.core.Workbench;
import dev.signalbox.core.deadletter.CauseGroup;
import dev.signalbox.core.deadletter.CauseGroups;
import dev.signalbox.core.deadletter.LetterFilter;
import dev.signalbox.core.deadletter.LetterSearch;
import dev.signalbox.core.model.MessageSelection;
import dev.signalbox.core.port.Plan;
import java.nio.file.Path;
import java.util.List;

/// A console of its own that groups the letters of one topic as window and command line do, and plans a replay of all.
///
/// Prints a figure a line: its name, its value, its unit.
final class GroupsChild {
    private GroupsChild() {}

    /// @param args address, folder of the console, dead-letter topic
    public static void main(String[] args) throws Exception {
        HighestMemory memory = HighestMemory.watch();
        try (Workbench workbench = Console.workbench(Path.of(args[1]), args[0])) {
            CauseGroups groups = new CauseGroups();
            long begun = System.nanoTime();
            long[] first = {0};
            new LetterSearch(
                            workbench.connections().reader("bench"),
                            workbench.connections().rules("bench"),
                            args[2],
                            LetterFilter.ALL)
                    .forEach(
                            new MessageSelection.All(),
                            groups::add,
                            _ -> {
                                if (first[0] == 0 && !groups.summary().groups().isEmpty()) {
                                    first[0] = System.nanoTime();
                                }
                            });
            figure("first-result", (first[0] - begun) / 1e6, "ms");
            figure("grouped", (System.nanoTime() - begun) / 1e9, "s");
            List<CauseGroup> found = groups.summary().groups();
            figure("causes", found.size(), "causes");
            if (found.size() != DiverseLetters.CAUSES) {
                throw new IllegalStateException("not the causes there are: " + found);
            }
            long planning = System.nanoTime();
            Plan plan = Replays.plan(workbench, args[2]);
            figure("planned", (System.nanoTime() - planning) / 1e9, "s");
            figure("planned-letters", (double) plan.effect().count(), "letters");
            if (!plan.effect().exact() || plan.effect().count() != groups.summary().letters()) {
                throw new IllegalStateException("not exact: " + plan.effect());
            }
            figure("heap", memory.heap() / 1e6, "MB");
            figure("resident", memory.resident() / 1e6, "MB");
        }
    }

    private static void figure(String name, double value, String unit) {
        System.out.println(name + " " + value + " " + unit);
    }
}
