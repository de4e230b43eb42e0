package dev.signalbox.seata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dev.signalbox.core.model.ActionKind;
import dev.signalbox.core.model.GlobalTransaction;
import dev.signalbox.core.model.GlobalTransaction.Branch;
import dev.signalbox.core.model.GlobalTransaction.Lock;
import dev.signalbox.core.model.Snapshot;
import dev.signalbox.core.model.Support;
import dev.signalbox.core.model.TransactionStatus;
import dev.signalbox.core.port.Connector;
import dev.signalbox.core.port.ConnectorProvider;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.seata.lab.Lab;
import dev.signalbox.seata.lab.Profiles;
import dev.signalbox.seata.lab.SeataServer;
import dev.signalbox.seata.rpc.HandMadeService;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.ServiceLoader;
import java.util.Set;
import org.apache.seata.core.model.BranchType;
import org.junit.jupiter.api.Test;

/// What a poll of a real coordinator shows. Each test has transactions of its own.
class PollTest {

    private static final String RESOURCE = "jdbc:postgresql://db:5432/poll";

    @Test
    void aTransactionIsToldWithItsBranchesAndTheRowsTheyLock() throws Exception {
        SeataServer server = Lab.fileServer();
        try (HandMadeService service = new HandMadeService(server.rpcPort(), "order", RESOURCE);
                Connector connector = connect(server)) {
            Instant before = Instant.now();
            String xid = service.begin("place-order", 60_000);
            long first = service.branch(xid, BranchType.AT, RESOURCE, "account:1,2");
            long second = service.branch(xid, BranchType.TCC, "reserve", "");

            GlobalTransaction told = find(connector.poll(), xid);

            assertThat(told.name()).isEqualTo("place-order");
            assertThat(told.application()).isEqualTo("order");
            assertThat(told.group()).isEqualTo("test_tx_group");
            assertThat(told.status()).isEqualTo(TransactionStatus.BEGIN);
            assertThat(told.timeout()).isEqualTo(Duration.ofMinutes(1));
            assertThat(told.begunAt().orElseThrow())
                    .isBetween(before.minusSeconds(1), Instant.now());
            assertThat(told.note()).isEmpty();
            assertThat(told.branches())
                    .extracting(Branch::id, Branch::type, Branch::resource, Branch::status)
                    .containsExactly(
                            tuple(Long.toString(first), "AT", RESOURCE, "Registered"),
                            tuple(Long.toString(second), "TCC", "reserve", "Registered"));
            assertThat(told.branches().getFirst().client()).startsWith("order:127.0.0.1:");
            assertThat(told.branches().getFirst().locks())
                    .containsExactlyInAnyOrder(new Lock("account", "1"), new Lock("account", "2"));
            assertThat(told.branches().getLast().locks()).isEmpty();
        }
    }

    @Test
    void theServerAndWhatCanBeDoneToItAreTold() throws Exception {
        SeataServer server = Lab.fileServer();
        try (Connector connector = connect(server)) {
            Snapshot snapshot = connector.poll();

            assertThat(snapshot.server().product()).isEqualTo("Apache Seata");
            assertThat(snapshot.server().version()).isEqualTo("2.0.0");
            assertThat(snapshot.server().clusterId()).isEqualTo("seata:" + server.rpc());
            assertThat(snapshot.server().nodes()).containsExactly(server.rpc());
            assertThat(snapshot.gaps()).isEmpty();
            assertThat(snapshot.capabilities()).containsOnlyKeys(ActionKind.values());
            assertThat(snapshot.capabilities())
                    .allSatisfy(
                            (kind, support) ->
                                    assertThat(support instanceof Support.Offered)
                                            .as(kind.name())
                                            .isEqualTo(
                                                    kind == ActionKind.ROLLBACK
                                                            || kind == ActionKind.COMMIT));
        }
    }

    @Test
    void moreTransactionsThanFitAPageAreAllTold() throws Exception {
        SeataServer server = Lab.databaseServer();
        try (HandMadeService service = new HandMadeService(server.rpcPort(), "order", RESOURCE);
                Connector connector = connect(server)) {
            Set<String> xids = new HashSet<>();
            for (int i = 0; i < 130; i++) {
                String xid = service.begin("many", 60_000);
                service.branch(xid, BranchType.AT, RESOURCE, "many:" + i);
                xids.add(xid);
            }

            Snapshot snapshot = connector.poll();

            assertThat(snapshot.transactions())
                    .filteredOn(transaction -> transaction.name().equals("many"))
                    .allSatisfy(transaction -> assertThat(transaction.lockCount()).isOne())
                    .extracting(GlobalTransaction::xid)
                    .containsExactlyInAnyOrderElementsOf(xids);
            for (String xid : xids) {
                service.commit(xid);
            }
        }
    }

    @Test
    void whatIsRolledBackAndNotYetClearedIsToldAsRolledBack() throws Exception {
        SeataServer server = Lab.databaseServer();
        try (HandMadeService service = new HandMadeService(server.rpcPort(), "order", RESOURCE);
                Connector connector = connect(server)) {
            String xid = service.begin("cleared-later", 60_000);
            service.branch(xid, BranchType.AT, RESOURCE, "cleared:1");
            service.rollback(xid);

            await().untilAsserted(
                            () -> {
                                GlobalTransaction told = find(connector.poll(), xid);
                                assertThat(told.branches()).isEmpty();
                                assertThat(told.status()).isEqualTo(TransactionStatus.ROLLBACKED);
                                assertThat(told.note().orElseThrow()).contains("Rollbacking");
                            });
        }
    }

    @Test
    void aTokenThatHasRunOutIsRenewedUnnoticed() throws Exception {
        try (Connector connector = connect(Lab.databaseServer())) {
            connector.poll();
            await().pollDelay(SeataServer.SHORT_TOKEN.plusSeconds(1))
                    .untilAsserted(() -> assertThat(connector.poll().gaps()).isEmpty());
        }
    }

    @Test
    void twoCoordinatorsAreSpokenToFromOneProcess() throws Exception {
        try (Connector one = connect(Lab.fileServer());
                Connector other = connect(Lab.databaseServer())) {
            assertThat(one.poll().server().clusterId())
                    .isNotEqualTo(other.poll().server().clusterId());
            assertThat(one.poll().capabilities().get(ActionKind.ROLLBACK))
                    .isEqualTo(new Support.Offered());
            assertThat(other.poll().capabilities().get(ActionKind.ROLLBACK))
                    .isEqualTo(new Support.Offered());
        }
    }

    static Connector connect(SeataServer server) throws ConnectorException, InterruptedException {
        ConnectorProvider seata =
                ServiceLoader.load(ConnectorProvider.class).stream()
                        .map(ServiceLoader.Provider::get)
                        .filter(provider -> provider.type().equals("seata"))
                        .findFirst()
                        .orElseThrow();
        return seata.connect(Profiles.of(server.settings()));
    }

    static GlobalTransaction find(Snapshot snapshot, String xid) {
        return snapshot.transactions().stream()
                .filter(transaction -> transaction.xid().equals(xid))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + xid + " in " + snapshot));
    }

    /// Until the coordinator no longer has it.
    static void awaitGone(Connector connector, String xid) {
        await().untilAsserted(
                        () ->
                                assertThat(connector.poll().transactions())
                                        .extracting(GlobalTransaction::xid)
                                        .doesNotContain(xid));
    }
}
