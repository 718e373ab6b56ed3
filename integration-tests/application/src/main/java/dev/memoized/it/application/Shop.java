package dev.memoized.it.application;

import dev.memoized.CacheInvalidate;
import dev.memoized.Memoized;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

/** Reads a row by way of the cache, and writes it. */
@ApplicationScoped
public class Shop {
    static final String SIGN = "shop.sign";

    @Inject
    Row row;

    /** The row. */
    @Memoized(name = SIGN)
    public String sign() {
        return row.read();
    }

    /** Writes the row. */
    @Transactional(TxType.MANDATORY)
    @CacheInvalidate(name = SIGN, all = true)
    public void write(String sign) {
        row.write(sign);
    }

    /** Needs a transaction, to compute. */
    @Transactional(TxType.MANDATORY)
    @Memoized
    public String price(String book) {
        return "price of " + book;
    }
}
