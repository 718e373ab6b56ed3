package dev.memoized.it.application;

import dev.memoized.MemoizedMethods;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionalException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** The shop, in transactions and outside of them. */
@Path("/shop")
@RequestScoped
public class ShopResource {
    @Inject
    Shop shop;

    @Inject
    Counter counter;

    @Inject
    MemoizedMethods memoized;

    /** What the sign says. */
    @GET
    @Path("sign")
    public String sign() throws Exception {
        return Answer.of(memoized.observe(shop::sign)).text();
    }

    /** Writes the sign, and tells what the transaction read. */
    @POST
    @Path("sign/{sign}")
    public String write(@PathParam("sign") String sign) {
        return Answer.of("inside", counter.write(sign)).text();
    }

    /** The same in a transaction that is rolled back. */
    @POST
    @Path("failing-sign/{sign}")
    public String writeAndFail(@PathParam("sign") String sign) {
        try {
            return Answer.of("inside", counter.writeAndFail(sign)).text();
        } catch (Counter.RolledBackException undone) {
            return Answer.of("inside", undone.getMessage())
                    .and("rolledBack", true)
                    .text();
        }
    }

    /** A price, asked for in a transaction. */
    @GET
    @Path("prices/{book}/inside")
    public String inside(@PathParam("book") String book) throws Exception {
        return Answer.of(counter.price(book)).text();
    }

    /** A price, asked for without one. */
    @GET
    @Path("prices/{book}/outside")
    public String outside(@PathParam("book") String book) throws Exception {
        try {
            return Answer.of(memoized.observe(() -> shop.price(book))).text();
        } catch (TransactionalException needed) {
            return Answer.of("outcome", "REFUSED BY TRANSACTIONS").text();
        }
    }
}
