package dev.memoized.impl.cdi;

import dev.memoized.impl.engine.Transactions;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The transactions of Jakarta Transactions: of the bean of its registry, else of the one that the server has under its name. */
final class JtaTransactions implements Transactions {
    private static final String NAME = "java:comp/TransactionSynchronizationRegistry";

    private final TransactionSynchronizationRegistry registry;

    private JtaTransactions(TransactionSynchronizationRegistry registry) {
        this.registry = registry;
    }

    /** Those of the application; none where nobody manages transactions. To be called where the API is present. */
    static Transactions of(BeanManager manager) {
        Instance<TransactionSynchronizationRegistry> beans =
                manager.createInstance().select(TransactionSynchronizationRegistry.class);
        TransactionSynchronizationRegistry found =
                beans.isResolvable() ? beans.get() : Names.find(NAME, TransactionSynchronizationRegistry.class);
        return found == null ? Transactions.NONE : new JtaTransactions(found);
    }

    @Override
    public boolean isUnderWay() {
        int status = registry.getTransactionStatus();
        return status == Status.STATUS_ACTIVE || status == Status.STATUS_MARKED_ROLLBACK;
    }

    @Override
    public boolean mayCommit() {
        return registry.getTransactionStatus() == Status.STATUS_ACTIVE;
    }

    @Override
    public @Nullable Object kept(Object key) {
        return registry.getResource(key);
    }

    @Override
    public void keep(Object key, Object value) {
        registry.putResource(key, value);
    }

    @Override
    public void atEnd(Consumer<Ending> end) {
        registry.registerInterposedSynchronization(new Synchronization() {
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
