package dev.memoized.it.suite;

/**
 * What redeployments have left in a server.
 *
 * @param copies class loaders, beside the running application's, that still have its class
 * @param threads threads of the library, with those of the running application
 */
record Left(int copies, long threads) {}
