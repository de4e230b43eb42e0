package dev.signalbox.core.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.ProblemKind;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class LinkTest {
    private final FakeServer server = new FakeServer(new FakeClock());
    private final Link link = new Link("One", () -> server.connect(FakeServer.profile("one")));

    @Test
    void allLeasesShareOneConnector() throws Exception {
        try (Lease first = link.lease();
                Lease second = link.lease()) {
            assertThat(second.connector()).isSameAs(first.connector());
        }
        assertThat(server.made).hasSize(1);
    }

    @Test
    void anIdleConnectorStaysOpenForTheNextPoll() throws Exception {
        link.lease().close();

        assertThat(server.made.getFirst().closings).hasValue(0);
    }

    @Test
    void aDroppedConnectorIsClosedOnlyWhenItsLastLeaseIs() throws Exception {
        Lease action = link.lease();
        Lease poll = link.lease();
        link.drop();
        poll.close();
        assertThat(server.made.getFirst().closings).hasValue(0);
        action.close();
        assertThat(server.made.getFirst().closings).hasValue(1);
    }

    @Test
    void aLeaseAfterADropGetsAnotherConnector() throws Exception {
        try (Lease old = link.lease()) {
            link.drop();
            try (Lease fresh = link.lease()) {
                assertThat(fresh.connector()).isNotSameAs(old.connector());
            }
        }
        assertThat(server.made.get(1).closings).hasValue(0);
    }

    @Test
    void givingALeaseBackTwiceCountsOnce() throws Exception {
        Lease kept = link.lease();
        Lease returned = link.lease();
        returned.close();
        returned.close();
        link.drop();

        assertThat(server.made.getFirst().closings).hasValue(0);
        kept.close();
        assertThat(server.made.getFirst().closings).hasValue(1);
    }

    @Test
    void closingWaitsForWhoeverBorrows() throws Exception {
        Lease action = link.lease();
        link.close();
        assertThat(server.made.getFirst().closings).hasValue(0);
        action.close();
        assertThat(server.made.getFirst().closings).hasValue(1);
    }

    @Test
    void theEndOfTheConsoleWaitsForNobody() throws Exception {
        Lease action = link.lease();
        link.closeNow();
        assertThat(server.made.getFirst().closings).hasValue(1);
        action.close();
        assertThat(server.made.getFirst().closings).hasValue(1);
    }

    @Test
    void aClosedLinkLendsNothing() {
        link.close();

        assertThatThrownBy(link::lease)
                .isInstanceOfSatisfying(
                        ConnectorException.class,
                        e -> {
                            assertThat(e.problem().kind()).isEqualTo(ProblemKind.CONFLICT);
                            assertThat(e.problem().summary())
                                    .isEqualTo("The connection One is closed.");
                        });
        assertThat(server.made).isEmpty();
    }

    @Test
    void aConnectorMadeWhileTheLinkWasClosedIsNotLeftOpen() throws Exception {
        CountDownLatch mayConnect = new CountDownLatch(1);
        server.answerConnecting(
                () -> {
                    mayConnect.await();
                    return server.snapshot();
                });
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Lease> lease = threads.submit(link::lease);
            await().until(() -> !server.asked.isEmpty());
            link.close();
            mayConnect.countDown();

            assertThatThrownBy(lease::get).hasCauseInstanceOf(ConnectorException.class);
        }
        assertThat(server.made.getFirst().closings).hasValue(1);
    }
}
