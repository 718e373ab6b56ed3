package dev.memoized.impl.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.testing.ManualClock;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.io.Writer;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import javax.naming.Context;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JtaTransactionsTest {
    private static final TransactionSynchronizationRegistry ACTIVE = TestNames.fake(
            TransactionSynchronizationRegistry.class, "getTransactionStatus", nothing -> Status.STATUS_ACTIVE);

    private final ManualClock clock = new ManualClock();
    private final AtomicInteger asked = new AtomicInteger();
    private final TestNames names = TestNames.open();
    private final JtaTransactions transactions = new JtaTransactions(withoutBeans(), clock);

    @AfterEach
    void close() {
        names.close();
    }

    private BeanManager withoutBeans() {
        Instance<?> none = TestNames.fake(Instance.class, "isResolvable", nothing -> false);
        Instance<?> all = TestNames.fake(Instance.class, "select", type -> none);
        return TestNames.fake(BeanManager.class, "createInstance", nothing -> {
            asked.incrementAndGet();
            return all;
        });
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
    void whereThereAreNoNames_theyAreLookedForOnceASecond(@TempDir Path folder) throws Exception {
        names.close();
        assertThat(transactions.mayCommit()).isFalse();
        names.bind("java:comp/TransactionSynchronizationRegistry", ACTIVE);
        Properties setUp = new Properties();
        setUp.setProperty(Context.INITIAL_CONTEXT_FACTORY, TestNames.class.getName());
        try (Writer file = Files.newBufferedWriter(folder.resolve("jndi.properties"))) {
            setUp.store(file, null);
        }
        try (URLClassLoader other = new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
            within(other, () -> {
                assertThat(transactions.mayCommit()).isFalse();
                clock.advance(Duration.ofSeconds(1));
                assertThat(transactions.mayCommit()).isTrue();
            });
        }
        assertThat(asked).hasValue(1);
    }

    private static void within(ClassLoader loader, Runnable work) {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(loader);
        try {
            work.run();
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    @Test
    void whereNamesAreSetUpLater_theyAreLookedForAtOnce() {
        names.close();
        assertThat(transactions.mayCommit()).isFalse();
        TestNames.open().bind("java:comp/TransactionSynchronizationRegistry", ACTIVE);
        assertThat(transactions.mayCommit()).isTrue();
    }

    @Test
    void registry_thatWasFound_isNotLookedForAgain() {
        names.bind("java:comp/TransactionSynchronizationRegistry", ACTIVE);
        assertThat(transactions.isUnderWay()).isTrue();
        names.close();
        assertThat(transactions.isUnderWay()).isTrue();
    }
}
