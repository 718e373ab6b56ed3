package dev.memoized.it.application;

import dev.memoized.MemoizedMethods;
import dev.memoized.Observed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** Where the shop is used in transactions. */
@ApplicationScoped
public class Counter {
    @Inject
    Shop shop;

    @Inject
    MemoizedMethods memoized;

    /** Writes, and tells what the transaction then reads. */
    @Transactional
    public String write(String sign) {
        shop.write(sign);
        return shop.sign();
    }

    /** The same, and then fails. */
    @Transactional
    public String writeAndFail(String sign) {
        throw new RolledBackException(write(sign));
    }

    /** Asks for a price inside of a transaction. */
    @Transactional
    public Observed<String> price(String book) throws Exception {
        return memoized.observe(() -> shop.price(book));
    }

    /** Undoes a transaction. */
    static final class RolledBackException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        RolledBackException(String read) {
            super(read);
        }
    }
}
