package dev.memoized.it.narayana;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.RollbackException;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionManager;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import javax.transaction.xa.XAResource;
import javax.transaction.xa.Xid;
import org.jspecify.annotations.Nullable;

/** One row of a database: each transaction sees what it has written, and the others what was committed. */
@ApplicationScoped
public class Row {
    private final Map<Object, String> written = new ConcurrentHashMap<>();
    private volatile String committed = "first";

    @Nullable
    @Inject
    TransactionManager manager;

    public String read() throws SystemException {
        Object transaction = current();
        String mine = transaction == null ? null : written.get(transaction);
        return mine == null ? committed : mine;
    }

    /** Outside of transactions. */
    public void set(String value) {
        committed = value;
    }

    public void write(String value) throws SystemException, RollbackException {
        Object transaction = current();
        if (transaction == null) {
            committed = value;
        } else if (written.put(transaction, value) == null) {
            manager().getTransaction().enlistResource(new Branch(transaction));
        }
    }

    private @Nullable Object current() throws SystemException {
        return manager().getTransaction();
    }

    private TransactionManager manager() {
        return Objects.requireNonNull(manager);
    }

    private final class Branch implements XAResource {
        private final Object transaction;

        Branch(Object transaction) {
            this.transaction = transaction;
        }

        @Override
        public void commit(Xid id, boolean onePhase) {
            String value = written.remove(transaction);
            if (value != null) {
                committed = value;
            }
        }

        @Override
        public void rollback(Xid id) {
            written.remove(transaction);
        }

        @Override
        public int prepare(Xid id) {
            return XA_OK;
        }

        @Override
        public void start(Xid id, int flags) {}

        @Override
        public void end(Xid id, int flags) {}

        @Override
        public void forget(Xid id) {}

        @Override
        public int getTransactionTimeout() {
            return 0;
        }

        @Override
        public boolean setTransactionTimeout(int seconds) {
            return false;
        }

        @Override
        public boolean isSameRM(XAResource other) {
            return other == this;
        }

        @Override
        public Xid[] recover(int flag) {
            return new Xid[0];
        }
    }
}
