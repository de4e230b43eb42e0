package dev.signalbox.core.gate;

import dev.signalbox.core.Workbench;
import dev.signalbox.core.audit.AuditEntry;
import dev.signalbox.core.ledger.Owner;
import dev.signalbox.core.ledger.ReplayLedger;
import dev.signalbox.core.model.Message;
import dev.signalbox.core.model.MessageSelection;
import dev.signalbox.core.port.Action;
import dev.signalbox.core.port.Plan;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.profile.Access;
import dev.signalbox.core.profile.Environment;
import dev.signalbox.core.profile.Folders;
import dev.signalbox.core.profile.Profile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A workbench on real files with a broker on a shelf behind three connections.
final class GateFixture implements AutoCloseable {
    static final Profile SHOP = profile("shop", Environment.TEST, Access.READ_WRITE);
    static final Profile GUEST = profile("guest", Environment.TEST, Access.READ_ONLY);
    static final Profile PRODUCTION =
            profile("production", Environment.PRODUCTION, Access.READ_WRITE);

    final SteppingClock clock = new SteppingClock();
    final ShelfBroker broker = new ShelfBroker(clock);
    final Path folder;
    final ReplayLedger ledger;
    final Workbench workbench;

    GateFixture(Path folder) throws ConnectorException {
        this.folder = folder;
        ledger = ReplayLedger.open(folder.resolve("other-ledger.db"), Owner.current("desk-7"));
        workbench = Workbench.open(Folders.under(folder), List.of(broker), clock);
        workbench.connections().open(SHOP);
        workbench.connections().open(GUEST);
        workbench.connections().open(PRODUCTION);
    }

    ActionService actions() {
        return workbench.actions();
    }

    Path auditFile() {
        return folder.resolve("data/audit.jsonl");
    }

    Plan plan(Action action) throws ConnectorException, InterruptedException {
        return actions().plan(SHOP.id(), action);
    }

    Operation start(Plan plan) throws ConnectorException, InterruptedException {
        return actions().start(SHOP.id(), plan, Confirmation.of(plan.id()));
    }

    Operation.State carryOut(Action action) throws ConnectorException, InterruptedException {
        return start(plan(action)).await();
    }

    static Action purge() {
        return new Action.PurgeDestination("orders", new MessageSelection.All());
    }

    static Action replay(boolean again) {
        return new Action.ReplayDeadLetters(
                "orders", new MessageSelection.All(), Optional.empty(), again);
    }

    List<AuditEntry> audit() throws ConnectorException {
        return workbench.audit().newest(100);
    }

    List<Message> onTheShelf() {
        return List.copyOf(broker.shelf.values());
    }

    @Override
    public void close() {
        workbench.close();
        ledger.close();
    }

    private static Profile profile(String id, Environment environment, Access access) {
        return new Profile(id, "The " + id, "shelf", environment, access, Map.of());
    }
}
