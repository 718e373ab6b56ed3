package dev.memoized.impl.cdi;

import dev.memoized.impl.engine.Transactions;
import dev.memoized.spi.TimeSource;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The transactions of Jakarta Transactions: of the bean of its registry, else of the one that the server has under a name.
 * That is looked for until it is found: the thread that comes first may know no names. Where the JVM has none at all, once a
 * second is enough.
 */
final class JtaTransactions implements Transactions {
    private static final List<String> NAMES =
            List.of("java:comp/TransactionSynchronizationRegistry", "java:jboss/TransactionSynchronizationRegistry");

    private static final long PAUSE = Duration.ofSeconds(1).toNanos();

    private final BeanManager manager;
    private final TimeSource time;
    private volatile @Nullable TransactionSynchronizationRegistry found;
    private volatile boolean isNoBean;
    private volatile @Nullable Long withoutNames;

    /** Those of the application. To be made where the API is present. */
    JtaTransactions(BeanManager manager, TimeSource time) {
        this.manager = manager;
        this.time = time;
    }

    private @Nullable TransactionSynchronizationRegistry find() {
        TransactionSynchronizationRegistry known = found;
        if (known == null) {
            known = look();
            found = known == null ? found : known; // another thread may know more names
        }
        return known;
    }

    private @Nullable TransactionSynchronizationRegistry look() {
        TransactionSynchronizationRegistry bean = isNoBean ? null : bean();
        return bean == null && mayHaveNames() ? named() : bean;
    }

    /** Beans do not come later. */
    private @Nullable TransactionSynchronizationRegistry bean() {
        Instance<TransactionSynchronizationRegistry> beans =
                manager.createInstance().select(TransactionSynchronizationRegistry.class);
        isNoBean = !beans.isResolvable();
        return isNoBean ? null : beans.get();
    }

    private boolean mayHaveNames() {
        Long since = withoutNames;
        return since == null || time.nanos() - since >= PAUSE || Names.areSetUp();
    }

    private @Nullable TransactionSynchronizationRegistry named() {
        Names.Found<TransactionSynchronizationRegistry> named =
                Names.first(NAMES, TransactionSynchronizationRegistry.class);
        withoutNames = named.isNowhere() ? time.nanos() : null;
        return named.what();
    }

    private TransactionSynchronizationRegistry registry() {
        return Objects.requireNonNull(found);
    }

    private int status() {
        TransactionSynchronizationRegistry registry = find();
        return registry == null ? Status.STATUS_NO_TRANSACTION : registry.getTransactionStatus();
    }

    @Override
    public boolean isUnderWay() {
        int status = status();
        return status == Status.STATUS_ACTIVE || status == Status.STATUS_MARKED_ROLLBACK;
    }

    @Override
    public boolean mayCommit() {
        return status() == Status.STATUS_ACTIVE;
    }

    @Override
    public @Nullable Object kept(Object key) {
        return registry().getResource(key);
    }

    @Override
    public void keep(Object key, Object value) {
        registry().putResource(key, value);
    }

    @Override
    public void atEnd(Consumer<Ending> end) {
        registry().registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {}

            @Override
            public void afterCompletion(int status) {
                end.accept(endingOf(status));
            }
        });
    }

    private static Ending endingOf(int status) {
        return switch (status) {
            case Status.STATUS_COMMITTED -> Ending.COMMITTED;
            case Status.STATUS_ROLLEDBACK -> Ending.ROLLED_BACK;
            default -> Ending.UNKNOWN;
        };
    }
}
