package dev.signalbox.seata.console;

import dev.signalbox.core.model.GlobalTransaction;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.Problem;
import dev.signalbox.core.problem.ProblemKind;
import dev.signalbox.seata.console.Pages.Listing;
import dev.signalbox.seata.console.TransactionMapping.HeldLock;
import dev.signalbox.seata.problem.SeataProblems;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The global transactions of one coordinator, with their branches and the rows they lock, read over its HTTP
/// console.
///
/// A console whose locks cannot be read is still read; that is told as a gap.
public final class ConsoleReader implements AutoCloseable {

    private static final String TRANSACTIONS = "/api/v1/console/globalSession/query";
    private static final String LOCKS = "/api/v1/console/globalLock/query";

    private final ConsoleSession session;
    private final Pages pages;

    /// Does not connect yet.
    public ConsoleReader(URI console, Optional<Credentials> credentials) {
        this(new ConsoleHttp(console), credentials);
    }

    ConsoleReader(ConsoleHttp http, Optional<Credentials> credentials) {
        this.session = new ConsoleSession(http, credentials);
        this.pages = new Pages(session);
    }

    /// What the console tells.
    ///
    /// @param gaps what it did not
    public record Picture(List<GlobalTransaction> transactions, List<Problem> gaps) {
        public Picture {
            transactions = List.copyOf(transactions);
            gaps = List.copyOf(gaps);
        }
    }

    /// All transactions. Two requests where all fits a page, one where there is no transaction.
    public Picture all() throws ConnectorException, InterruptedException {
        return read(Map.of());
    }

    /// One transaction, if the coordinator has it. Two requests.
    public Optional<Sighting> find(String xid) throws ConnectorException, InterruptedException {
        // Some stores look for XIDs that contain this one.
        Picture picture = read(Map.of("xid", xid));
        return picture.transactions().stream()
                .filter(transaction -> transaction.xid().equals(xid))
                .findFirst()
                .map(transaction -> new Sighting(transaction, picture.gaps()));
    }

    /// One transaction without its locks, if the coordinator has it. One request.
    public Optional<GlobalTransaction> findWithoutLocks(String xid)
            throws ConnectorException, InterruptedException {
        return transactions(Map.of("xid", xid)).entries().stream()
                .filter(transaction -> transaction.xid().equals(xid))
                .findFirst();
    }

    /// One transaction as it was found.
    ///
    /// @param gaps what could not be read of it
    public record Sighting(GlobalTransaction transaction, List<Problem> gaps) {
        public Sighting {
            gaps = List.copyOf(gaps);
        }
    }

    /// What this speaks to, for people.
    public String address() {
        return session.address();
    }

    @Override
    public void close() {
        session.close();
    }

    private Picture read(Map<String, String> filter)
            throws ConnectorException, InterruptedException {
        Listing<GlobalTransaction> transactions = transactions(filter);
        List<Problem> gaps = new ArrayList<>();
        if (!transactions.complete()) {
            gaps.add(cut("gap.transactions", transactions));
        }
        if (transactions.entries().isEmpty()) {
            return new Picture(List.of(), gaps);
        }
        Map<String, List<HeldLock>> locks = locks(filter, gaps);
        // A transaction that moved from one page to the next while they were read is there twice;
        // the later
        // sight of it counts.
        Map<String, GlobalTransaction> byXid = new LinkedHashMap<>();
        for (GlobalTransaction transaction : transactions.entries()) {
            byXid.put(
                    transaction.xid(),
                    TransactionMapping.withLocks(
                            transaction, locks.getOrDefault(transaction.xid(), List.of())));
        }
        return new Picture(List.copyOf(byXid.values()), gaps);
    }

    private Listing<GlobalTransaction> transactions(Map<String, String> filter)
            throws ConnectorException, InterruptedException {
        Map<String, String> withBranches = new LinkedHashMap<>(filter);
        withBranches.put("withBranch", "true");
        return pages.all(TRANSACTIONS, withBranches, TransactionMapping::transaction);
    }

    private Map<String, List<HeldLock>> locks(Map<String, String> filter, List<Problem> gaps)
            throws ConnectorException, InterruptedException {
        Listing<HeldLock> locks;
        try {
            locks = pages.all(LOCKS, filter, TransactionMapping::lock);
        } catch (ConnectorException e) {
            if (e.problem().kind().isTransient()) {
                throw e;
            }
            gaps.add(
                    SeataProblems.problem(
                            e.problem().kind(), "gap.locksUnread", e.problem().summary()));
            return Map.of();
        }
        if (!locks.complete()) {
            gaps.add(cut("gap.locks", locks));
        }
        return locks.entries().stream().distinct().collect(Collectors.groupingBy(HeldLock::xid));
    }

    private static Problem cut(String key, Listing<?> listing) {
        return SeataProblems.problem(
                ProblemKind.UNSUPPORTED, key, listing.entries().size(), listing.total());
    }
}
