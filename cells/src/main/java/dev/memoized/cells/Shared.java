package dev.memoized.cells;

import dev.memoized.BackendException;
import dev.memoized.spi.AtHand;
import dev.memoized.spi.Entry;
import dev.memoized.spi.InvalidationMode;
import dev.memoized.spi.Mark;
import dev.memoized.spi.TimeSource;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the stores of one backend have in common, once its ground is there. Thread-safe. */
final class Shared implements AutoCloseable {
    /** Somebody else was faster each time. */
    static final int MOST_ATTEMPTS = 10_000;

    private final AtomicLong tokens = new AtomicLong();
    private final String own = UUID.randomUUID().toString().replace("-", "") + '-';
    private final Names names;
    private final Ground ground;
    private final TimeSource time;
    private final Holders holders;
    private final Era era;
    private final Ledger ledger;
    private final Table table;
    private final Judge judge;
    private final Sightings sightings;
    private final Leasing leasing;
    private final Writing writing;
    private final Hearing hearing;

    Shared(Names names, Ground ground, TimeSource time) {
        this.ground = ground;
        this.time = time;
        this.holders = new Holders(time);
        this.era = new Era(holders::endAll);
        this.ledger = new Ledger(ground.texts(), names, era, time::now);
        this.table = new Table(ground.cells(), era);
        this.judge = new Judge(names, ledger, time);
        this.sightings = new Sightings(time);
        this.leasing = new Leasing(this);
        this.writing = new Writing(this);
        this.hearing = new Hearing(names, era, table, sightings, holders);
        this.names = names;
    }

    /** For changes, from now on. */
    void listen() {
        ground.listen(hearing);
        ledger.learn();
    }

    Leasing leasing() {
        return leasing;
    }

    Writing writing() {
        return writing;
    }

    /** What a key holds. */
    Optional<Entry<byte[]>> found(Scope scope) {
        Looked looked = read(scope);
        return Optional.ofNullable(judge.found(looked.seen().cell(), scope, looked.page()));
    }

    /** The same, if it is known here. */
    Optional<AtHand<byte[]>> atHand(Scope scope) {
        Stored stored = ground.cells().seeAtHand(scope.name());
        return stored == null
                ? Optional.empty()
                : judge.atHand(table.seen(stored).cell(), scope);
    }

    /**
     * A cell, and the marks of its key.
     *
     * @param page read with it
     */
    record Looked(Table.Seen seen, Supplier<Page> page) {}

    Looked look(Scope scope) {
        Looked looked = read(scope);
        sighted(scope.name(), looked.seen());
        return looked;
    }

    private Looked read(Scope scope) {
        Ground.Read read = ground.read(scope.name(), ledger.withNumber(scope.marks()));
        ledger.learn(read.texts());
        return new Looked(table.seen(read.cell()), () -> ledger.page(scope.marks(), read.texts()));
    }

    /**
     * What becomes of a cell.
     *
     * @param result for who asked
     * @param next null: it stays
     * @param <T> of the result
     */
    record Step<T>(T result, @Nullable Cell next) {}

    /** Changes a cell; asks anew for as long as others are faster. */
    <T> T change(String name, Function<Cell, Step<T>> turn) {
        Table.Seen seen = see(name);
        for (int attempt = 1; attempt < MOST_ATTEMPTS; attempt++) {
            Step<T> step = turn.apply(seen.cell());
            if (step.next() == null || set(name, seen, step.next())) {
                return step.result();
            }
            seen = see(name, seen);
        }
        throw tooMany();
    }

    static BackendException tooMany() {
        return new BackendException("others change an entry all the time", null);
    }

    Table.Seen see(String name) {
        return sighted(name, table.see(name));
    }

    /**
     * After somebody was faster: if that cannot be seen here, by asking who decides.
     *
     * @param former null the first time
     */
    Table.Seen see(String name, Table.@Nullable Seen former) {
        if (former == null) {
            return see(name);
        }
        if (Thread.currentThread().isInterrupted()) {
            throw new BackendException("interrupted", null);
        }
        Table.Seen seen = table.see(name);
        boolean isTheSame = seen.cell().version() == former.cell().version();
        return sighted(
                name, isTheSame ? table.agree(name, seen.cell().written(null).next()) : seen);
    }

    private Table.Seen sighted(String name, Table.Seen seen) {
        sightings.see(name, seen.cell(), seen.stored().version());
        return seen;
    }

    boolean set(String name, Table.Seen seen, Cell cell) {
        Cell next = cell.next();
        boolean isSet = table.set(name, seen, next, judge.lifeOf(next));
        if (isSet) {
            done(name, seen.cell(), next);
        }
        return isSet;
    }

    /**
     * Writes an entry, or none, and ends all leases and claims of its key.
     *
     * @return what lay there
     */
    Cell write(String name, Table.Seen seen, @Nullable Held held) {
        Cell next = seen.cell().written(held).next();
        Cell former = table.put(name, next, judge.lifeOf(next)).cell();
        done(name, former, next);
        return former;
    }

    /** Told at once, and perhaps late: others may have changed the cell since. */
    private void done(String name, Cell former, Cell next) {
        sightings.see(name, next, 0);
        holders.ended(
                name,
                former.rights().stream()
                        .map(Right::token)
                        .filter(token -> next.right(token).isEmpty())
                        .collect(Collectors.toSet()));
    }

    /** Without leases and claims that have ended, and leases below a mark. */
    Cell living(Cell cell, Scope scope, Page page) {
        return cell.without(right ->
                left(scope.name(), right) <= 0 || (!right.isClaim() && page.isAbove(scope.marks(), right.asOf())));
    }

    /** How long the last of the leases lives on, in nanoseconds; zero when none is out. */
    long remaining(Cell living, Scope scope) {
        return living.rights().stream()
                .filter(right -> !right.isClaim())
                .mapToLong(right -> left(scope.name(), right))
                .max()
                .orElse(0);
    }

    private long left(String name, Right right) {
        if (right.token().startsWith(own)) {
            return holders.left(name, right.token()).orElse(0);
        }
        boolean isGone = !right.node().isEmpty() && ground.isGone(right.node());
        return isGone ? 0 : sightings.left(name, right);
    }

    /** By which a lease is known to all. */
    String token() {
        return own + tokens.incrementAndGet();
    }

    String node() {
        return ground.node();
    }

    Ledger ledger() {
        return ledger;
    }

    Judge judge() {
        return judge;
    }

    Election election() {
        return ground.election();
    }

    Holders holders() {
        return holders;
    }

    TimeSource time() {
        return time;
    }

    /** Raises a mark, for all. */
    Ledger.Raised raise(Mark mark, InvalidationMode mode) {
        String name = names.mark(mark);
        Ledger.Raised raised = ledger.raise(name, mode);
        holders.raised(name, raised.number());
        return raised;
    }

    long era() {
        return era.current();
    }

    long unreadable() {
        return table.unreadable();
    }

    @Override
    public void close() {
        ground.close();
    }
}
