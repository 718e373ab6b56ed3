package dev.memoized.cells;

import dev.memoized.cells.Shared.Step;
import dev.memoized.spi.Entry;
import dev.memoized.spi.InvalidationMode;
import dev.memoized.spi.LeaseAnswer;
import dev.memoized.spi.Mark;
import dev.memoized.spi.TimeSource;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Leases and claims. Thread-safe. */
final class Leasing {
    private static final Duration LONGEST = Duration.ofDays(10_000);

    /** How long a change may be overlooked by who waits for it. */
    private static final Duration ASKS_AGAIN = Duration.ofSeconds(1);

    private final Shared shared;
    private final Ledger ledger;
    private final Judge judge;
    private final Holders holders;
    private final TimeSource time;

    Leasing(Shared shared) {
        this.shared = shared;
        this.ledger = shared.ledger();
        this.judge = shared.judge();
        this.holders = shared.holders();
        this.time = shared.time();
    }

    LeaseAnswer<byte[]> lease(Scope scope, Duration life, boolean exclusive) {
        Runnable elected = exclusive ? shared.election().elected(scope.name()) : Election.NONE.elected(scope.name());
        boolean isGiven = false;
        try {
            LeaseAnswer<byte[]> answer = answer(scope, life, exclusive);
            if (answer instanceof LeaseAnswer.Granted<byte[]> granted) {
                ((CellLease) granted.lease()).atEnd(elected);
                isGiven = true;
            }
            return answer;
        } finally {
            if (!isGiven) {
                elected.run();
            }
        }
    }

    private LeaseAnswer<byte[]> answer(Scope scope, Duration life, boolean exclusive) {
        Table.Seen seen = null;
        for (int attempt = 1; attempt < Shared.MOST_ATTEMPTS; attempt++) {
            Page page = ledger.begin(scope.marks());
            seen = shared.see(scope.name(), seen);
            Cell cell = shared.living(seen.cell(), scope, page);
            Entry<byte[]> entry = judge.found(cell, scope, () -> page);
            long remaining = shared.remaining(cell, scope);
            if (exclusive && remaining > 0) {
                return new LeaseAnswer.Busy<>(entry, Duration.ofNanos(remaining));
            }
            CellLease lease = new CellLease(scope, shared.token(), false, page.number());
            if (isGiven(lease, seen, cell, life)) {
                return new LeaseAnswer.Granted<>(lease, entry);
            }
        }
        throw Shared.tooMany();
    }

    CellLease claim(Scope scope, Duration life) {
        Table.Seen seen = null;
        for (int attempt = 1; attempt < Shared.MOST_ATTEMPTS; attempt++) {
            Page page = ledger.begin(scope.marks());
            seen = shared.see(scope.name(), seen);
            CellLease claim = new CellLease(scope, shared.token(), true, page.number());
            if (isGiven(claim, seen, shared.living(seen.cell(), scope, page), life)) {
                return claim;
            }
        }
        throw Shared.tooMany();
    }

    /** Known here before it is there: what happens to its key in between is not missed. False when somebody was faster. */
    private boolean isGiven(CellLease lease, Table.Seen seen, Cell cell, Duration life) {
        lease.endsAt(endOf(life));
        holders.add(lease);
        Right right = new Right(lease.token(), shared.node(), lease.isClaim(), lease.asOf(), Judge.micros(life), 0);
        boolean isStillThere = false;
        try {
            boolean isGiven = shared.set(lease.scope().name(), seen, cell.with(right));
            isStillThere = isGiven && isStillThere(lease);
            return isGiven;
        } finally {
            if (!isStillThere) {
                holders.end(lease);
            }
        }
    }

    /** What has happened since it came into its cell may have been heard of before that was known here. */
    private boolean isStillThere(CellLease lease) {
        Scope scope = lease.scope();
        return !ledger.page(scope.marks()).isAbove(scope.marks(), lease.asOf())
                && (holders.given(lease)
                        || shared.see(scope.name()).cell().right(lease.token()).isPresent());
    }

    private long endOf(Duration life) {
        return time.nanos() + (life.compareTo(LONGEST) < 0 ? life : LONGEST).toNanos();
    }

    private boolean isOut(CellLease lease, Optional<Right> right, Page page) {
        return right.isPresent()
                && right.get().isClaim() == lease.isClaim()
                && lease.deadline() - time.nanos() > 0
                && !page.isAbove(lease.scope().marks(), lease.asOf());
    }

    boolean publish(CellLease lease, Entry<byte[]> entry, Duration life) {
        Scope scope = lease.scope();
        try {
            Page page = ledger.begin(judge.marks(scope, entry.tags()));
            return shared.change(
                    scope.name(),
                    cell -> lease.isClaim() || !isOut(lease, cell.right(lease.token()), page)
                            ? new Step<>(false, null)
                            : new Step<>(true, cell.published(judge.held(entry, lease.asOf(), life, null))));
        } finally {
            holders.end(lease);
        }
    }

    boolean replace(CellLease claim, Entry<byte[]> entry, Duration life, @Nullable Mark others) {
        Scope scope = claim.scope();
        try {
            Page page = ledger.begin(judge.marks(scope, entry.tags()));
            boolean stands = claim.isClaim()
                    && isOut(claim, shared.see(scope.name()).cell().right(claim.token()), page);
            if (!stands) {
                return false;
            }
            claim.storing();
            Optional<Ledger.Raised> raised =
                    Optional.ofNullable(others).map(mark -> shared.raise(mark, InvalidationMode.HARD));
            if (raised.isPresent() && raised.get().former().isAbove(claim.asOf())) {
                return false;
            }
            Exempt exempt =
                    raised.map(mark -> new Exempt(mark.name(), mark.number())).orElse(null);
            return shared.change(
                    scope.name(),
                    cell -> cell.right(claim.token()).isEmpty() || isOvertaken(claim, exempt)
                            ? new Step<>(false, null)
                            : new Step<>(true, cell.written(judge.held(entry, claim.asOf(), life, exempt))));
        } finally {
            holders.end(claim);
        }
    }

    /** Whether another mark was raised than the one that was raised with it. */
    private boolean isOvertaken(CellLease claim, @Nullable Exempt exempt) {
        Page page = ledger.page(claim.scope().marks());
        return claim.scope().marks().stream()
                .filter(mark -> exempt == null || !exempt.mark().equals(mark))
                .anyMatch(mark -> page.level(mark).isAbove(claim.asOf()));
    }

    boolean renew(CellLease lease, Duration life) {
        String name = lease.scope().name();
        Page page = ledger.page(lease.scope().marks());
        boolean isRenewed = shared.change(name, cell -> {
            Optional<Right> right = cell.right(lease.token());
            return right.isPresent() && isOut(lease, right, page)
                    ? new Step<>(true, cell.with(right.get().renewed(Judge.micros(life))))
                    : new Step<>(false, null);
        });
        if (isRenewed) {
            lease.endsAt(endOf(life));
        } else {
            holders.end(lease);
        }
        return isRenewed;
    }

    boolean release(CellLease lease) {
        holders.end(lease);
        return shared.change(
                lease.scope().name(),
                cell -> new Step<>(
                        true,
                        cell.right(lease.token()).isEmpty()
                                ? null
                                : cell.without(right -> right.token().equals(lease.token()))));
    }

    void awaitChange(Scope scope, Duration atMost) throws InterruptedException {
        CompletableFuture<Void> change = holders.enter(scope.name());
        try {
            Duration remaining = remaining(scope);
            if (remaining.compareTo(Duration.ZERO) > 0) {
                time.await(change, shortest(remaining, shortest(atMost, ASKS_AGAIN)));
            }
        } finally {
            holders.leave(scope.name(), change);
        }
    }

    private Duration remaining(Scope scope) {
        Shared.Looked looked = shared.look(scope);
        Cell cell = shared.living(looked.seen().cell(), scope, looked.page().get());
        return Duration.ofNanos(shared.remaining(cell, scope));
    }

    private static Duration shortest(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
