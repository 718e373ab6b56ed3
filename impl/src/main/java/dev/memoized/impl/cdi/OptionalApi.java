package dev.memoized.impl.cdi;

/** APIs that a runtime may lack. */
final class OptionalApi {
    static final String REST = "jakarta.ws.rs.core.HttpHeaders";
    static final String SERVLET = "jakarta.servlet.http.HttpServletRequest";
    static final String CONCURRENCY = "jakarta.enterprise.concurrent.ContextService";
    static final String TRANSACTIONS = "jakarta.transaction.TransactionSynchronizationRegistry";

    private OptionalApi() {}

    /** Whether a class of the API is there; it is not initialized. */
    static boolean isPresent(String type, ClassLoader loader) {
        try {
            Class.forName(type, false, loader);
            return true;
        } catch (ClassNotFoundException | LinkageError absent) {
            return false;
        }
    }
}
