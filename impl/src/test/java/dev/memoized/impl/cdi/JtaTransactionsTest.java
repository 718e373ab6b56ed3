package dev.memoized.impl.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JtaTransactionsTest {
    private static final TransactionSynchronizationRegistry ACTIVE = TestNames.fake(
            TransactionSynchronizationRegistry.class, "getTransactionStatus", nothing -> Status.STATUS_ACTIVE);

    private final TestNames names = TestNames.open();
    private final JtaTransactions transactions = new JtaTransactions(withoutBeans());

    @AfterEach
    void close() {
        names.close();
    }

    private static BeanManager withoutBeans() {
        Instance<?> none = TestNames.fake(Instance.class, "isResolvable", nothing -> false);
        Instance<?> all = TestNames.fake(Instance.class, "select", type -> none);
        return TestNames.fake(BeanManager.class, "createInstance", nothing -> all);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"java:comp/TransactionSynchronizationRegistry", "java:jboss/TransactionSynchronizationRegistry"})
    void registry_thatTheFirstThreadDidNotSee_isFoundByALaterOne(String name) {
        assertThat(transactions.mayCommit()).isFalse();
        names.bind(name, ACTIVE);
        assertThat(transactions.mayCommit()).isTrue();
        assertThat(transactions.isUnderWay()).isTrue();
    }

    @Test
    void registry_thatWasFound_isNotLookedForAgain() {
        names.bind("java:comp/TransactionSynchronizationRegistry", ACTIVE);
        assertThat(transactions.isUnderWay()).isTrue();
        names.close();
        assertThat(transactions.isUnderWay()).isTrue();
    }
}
