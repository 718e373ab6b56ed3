package dev.memoized.it.narayana;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.transaction.TransactionManager;
import java.util.ServiceLoader;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** What is dropped when, in transactions that are committed and rolled back. */
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CommitTest {
    private SeContainer container;
    private TransactionManager transactions;
    private Shop shop;
    private Row row;

    @BeforeAll
    void start() {
        container = SeContainerInitializer.newInstance()
                .disableDiscovery()
                .addExtensions(ServiceLoader.load(Extension.class).stream()
                        .map(ServiceLoader.Provider::get)
                        .toArray(Extension[]::new))
                .addBeanClasses(Row.class, Shop.class)
                .initialize();
        transactions = container.select(TransactionManager.class).get();
        shop = container.select(Shop.class).get();
        row = container.select(Row.class).get();
    }

    @AfterAll
    void stop() {
        container.close();
    }

    @BeforeEach
    void remember() throws Exception {
        shop.write("old");
        assertThat(shop.read("k")).isEqualTo("old");
    }

    private String elsewhere() {
        return CompletableFuture.supplyAsync(() -> {
                    try {
                        return shop.read("k");
                    } catch (Exception failure) {
                        throw new IllegalStateException(failure);
                    }
                })
                .join();
    }

    @Test
    void transactionOfTheMethod_dropsWhenItIsCommitted() throws Exception {
        shop.write("new");
        assertThat(shop.read("k")).isEqualTo("new");
    }

    @Test
    void C12_untilTheCommit_othersAreServedTheOld_andTheTransactionItsOwn() throws Exception {
        transactions.begin();
        shop.write("new");
        assertThat(shop.read("k")).isEqualTo("new");
        assertThat(elsewhere()).isEqualTo("old");
        transactions.commit();
        assertThat(elsewhere()).isEqualTo("new");
        assertThat(shop.read("k")).isEqualTo("new");
    }

    @Test
    void C12_rollback_leavesNothingServedOrStored() throws Exception {
        transactions.begin();
        shop.write("new");
        assertThat(shop.read("k")).isEqualTo("new");
        transactions.rollback();
        assertThat(shop.read("k")).isEqualTo("old");
        assertThat(elsewhere()).isEqualTo("old");
        row.set("changed by nobody");
        assertThat(shop.read("k")).as("still remembered").isEqualTo("old");
    }

    @Test
    void resultThatIsPut_isRememberedWhenItIsCommitted() throws Exception {
        transactions.begin();
        shop.put("k", "new");
        assertThat(shop.read("k")).isEqualTo("new");
        assertThat(elsewhere()).isEqualTo("old");
        transactions.commit();
        row.set("changed by nobody");
        assertThat(elsewhere()).isEqualTo("new");
    }

    @Test
    void C12_resultThatIsPutAndRolledBack_isForgotten() throws Exception {
        transactions.begin();
        shop.put("k", "new");
        transactions.rollback();
        row.set("changed by nobody");
        assertThat(shop.read("k")).isEqualTo("old");
    }

    @Test
    void methodThatThrows_dropsNothing() throws Exception {
        assertThatThrownBy(() -> shop.fail("new")).hasMessage("rolled back");
        row.set("changed by nobody");
        assertThat(shop.read("k")).isEqualTo("old");
    }

    @Test
    void transactionInside_dropsWhenThatOneIsCommitted() throws Exception {
        transactions.begin();
        shop.writeApart("new");
        assertThat(elsewhere()).isEqualTo("new");
        transactions.rollback();
        assertThat(shop.read("k")).isEqualTo("new");
    }
}
