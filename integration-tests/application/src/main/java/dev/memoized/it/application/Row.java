package dev.memoized.it.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;

/** One row of a database: a transaction sees what it has written, and the others what was committed. */
@ApplicationScoped
public class Row {
    private volatile String committed = "first";

    @Inject
    Transactions transactions;

    String read() {
        TransactionSynchronizationRegistry registry = transactions.registry();
        Object mine = registry.getTransactionStatus() == Status.STATUS_ACTIVE ? registry.getResource(this) : null;
        return mine == null ? committed : mine.toString();
    }

    void write(String value) {
        TransactionSynchronizationRegistry registry = transactions.registry();
        registry.putResource(this, value);
        registry.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                committed = value; // not called before a rollback
            }

            @Override
            public void afterCompletion(int status) {}
        });
    }
}
