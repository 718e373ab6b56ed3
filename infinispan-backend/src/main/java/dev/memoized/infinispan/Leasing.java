package dev.memoized.infinispan;

import dev.memoized.infinispan.Shared.Step;
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
        ledger.begin(scope.marks());
        Runnable elected = exclusive ? shared.election().elected(scope.name()) : Election.NONE.elected(scope.name());
        boolean isGiven = false;
        try {
            LeaseAnswer<byte[]> answer = answer(scope, life, exclusive);
            if (answer instanceof LeaseAnswer.Granted<byte[]> granted) {
                ((InfinispanLease) granted.lease()).atEnd(elected);
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
        Table.Seen seen = shared.see(scope.name());
        for (int attempt = 1; attempt < Shared.MOST_ATTEMPTS; attempt++) {
            Cell cell = shared.living(seen.cell(), scope);
            Entry<byte[]> entry = judge.found(cell, scope);
            long remaining = shared.remaining(cell, scope);
            if (exclusive && remaining > 0) {
                return new LeaseAnswer.Busy<>(entry, Duration.ofNanos(remaining));
            }
            InfinispanLease lease = given(seen, cell, scope, life, false);
            if (lease != null) {
                return new LeaseAnswer.Granted<>(lease, entry);
            }
            seen = shared.seeAgain(scope.name(), seen);
        }
        throw Shared.tooMany();
    }

    InfinispanLease claim(Scope scope, Duration life) {
        ledger.begin(scope.marks());
        Table.Seen seen = shared.see(scope.name());
        for (int attempt = 1; attempt < Shared.MOST_ATTEMPTS; attempt++) {
            InfinispanLease claim = given(seen, shared.living(seen.cell(), scope), scope, life, true);
            if (claim != null) {
                return claim;
            }
            seen = shared.seeAgain(scope.name(), seen);
        }
        throw Shared.tooMany();
    }

    /** Known here before it is there: what happens to its key in between is not missed. Null when somebody was faster. */
    private @Nullable InfinispanLease given(Table.Seen seen, Cell cell, Scope scope, Duration life, boolean isClaim) {
        InfinispanLease lease = new InfinispanLease(scope, shared.token(), isClaim, ledger.number());
        lease.endsAt(endOf(life));
        holders.add(lease);
        Right right = new Right(lease.token(), shared.node(), isClaim, lease.asOf(), Judge.micros(life), 0);
        boolean isGiven = false;
        try {
            isGiven = shared.set(scope.name(), seen, cell.with(right));
        } finally {
            if (!isGiven || !isStillThere(lease)) {
                holders.end(lease);
            }
        }
        return isGiven ? lease : null;
    }

    /** What has happened since it came into its cell may have been heard of before that was known here. */
    private boolean isStillThere(InfinispanLease lease) {
        Scope scope = lease.scope();
        return !ledger.isAbove(scope.marks(), lease.asOf())
                && (holders.given(lease)
                        || shared.see(scope.name()).cell().right(lease.token()).isPresent());
    }

    private long endOf(Duration life) {
        return time.nanos() + (life.compareTo(LONGEST) < 0 ? life : LONGEST).toNanos();
    }

    private boolean isOut(InfinispanLease lease, Optional<Right> right) {
        return right.isPresent()
                && right.get().isClaim() == lease.isClaim()
                && lease.deadline() - time.nanos() > 0
                && !ledger.isAbove(lease.scope().marks(), lease.asOf());
    }

    boolean publish(InfinispanLease lease, Entry<byte[]> entry, Duration life) {
        Scope scope = lease.scope();
        try {
            ledger.begin(judge.marks(scope, entry.tags()));
            return shared.change(
                    scope.name(),
                    cell -> lease.isClaim() || !isOut(lease, cell.right(lease.token()))
                            ? new Step<>(false, null)
                            : new Step<>(true, cell.published(judge.held(entry, lease.asOf(), life, null))));
        } finally {
            holders.end(lease);
        }
    }

    boolean replace(InfinispanLease claim, Entry<byte[]> entry, Duration life, @Nullable Mark others) {
        Scope scope = claim.scope();
        try {
            ledger.begin(judge.marks(scope, entry.tags()));
            boolean stands = claim.isClaim()
                    && isOut(claim, shared.see(scope.name()).cell().right(claim.token()));
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
    private boolean isOvertaken(InfinispanLease claim, @Nullable Exempt exempt) {
        return claim.scope().marks().stream()
                .filter(mark -> exempt == null || !exempt.mark().equals(mark))
                .anyMatch(mark -> ledger.level(mark).isAbove(claim.asOf()));
    }

    boolean renew(InfinispanLease lease, Duration life) {
        String name = lease.scope().name();
        boolean isRenewed = shared.change(name, cell -> {
            Optional<Right> right = cell.right(lease.token());
            return right.isPresent() && isOut(lease, right)
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

    boolean release(InfinispanLease lease) {
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
            Duration remaining = Trouble.said(() -> remaining(scope));
            if (remaining.compareTo(Duration.ZERO) > 0) {
                time.await(change, shortest(remaining, shortest(atMost, ASKS_AGAIN)));
            }
        } finally {
            holders.leave(scope.name(), change);
        }
    }

    private Duration remaining(Scope scope) {
        Cell cell = shared.living(shared.see(scope.name()).cell(), scope);
        return Duration.ofNanos(shared.remaining(cell, scope));
    }

    private static Duration shortest(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
