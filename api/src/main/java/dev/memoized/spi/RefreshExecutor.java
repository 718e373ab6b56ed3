package dev.memoized.spi;

import java.util.concurrent.Executor;

/**
 * Where renewals behind the callers run. Make one a CDI bean to choose; else the container's executor is used, else a
 * small pool of daemon threads that belongs to the application. It must not carry the caller's request over to the task,
 * and may refuse with {@link java.util.concurrent.RejectedExecutionException}.
 */
@FunctionalInterface
public interface RefreshExecutor extends Executor {}
