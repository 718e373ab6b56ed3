package dev.memoized.it.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/** The runtime's transactions: a bean, or what servers have by name. */
@ApplicationScoped
public class Transactions {
    private static final String NAME = "java:comp/TransactionSynchronizationRegistry";

    @Inject
    Instance<TransactionSynchronizationRegistry> beans;

    @SuppressWarnings("BanJNDI") // a constant name
    TransactionSynchronizationRegistry registry() {
        try {
            return beans.isResolvable() ? beans.get() : InitialContext.doLookup(NAME);
        } catch (NamingException none) {
            throw new IllegalStateException(none);
        }
    }
}
