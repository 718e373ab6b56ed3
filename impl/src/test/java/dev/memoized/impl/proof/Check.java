package dev.memoized.impl.proof;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One check of one rule. */
record Check(Class<? extends RuleChecks> rule, Method method) {

    /** In the order of their names. */
    static List<Check> of(Class<? extends RuleChecks> rule) {
        return Stream.of(rule.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Kills.class))
                .sorted(Comparator.comparing(Method::getName))
                .map(method -> new Check(rule, method))
                .toList();
    }

    List<Defect> kills() {
        return List.of(method.getAnnotation(Kills.class).value());
    }

    String killsText() {
        return kills().stream().map(Defect::name).collect(Collectors.joining(", "));
    }

    /** On a thread of its own: a mutant may never come back. */
    void run(Memoizing memoizing, Duration atMost) throws Throwable {
        FutureTask<Void> task = new FutureTask<>(() -> {
            invoke(memoizing);
            memoizing.assertNothingIsLeft();
            return null;
        });
        Thread thread = new Thread(task, method.getName());
        thread.setDaemon(true);
        thread.start();
        try {
            task.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
            memoizing.gate().close();
        } catch (ExecutionException failure) {
            throw failure.getCause();
        } catch (TimeoutException late) {
            AssertionError failure = new AssertionError(memoizing + " hangs in " + this);
            failure.setStackTrace(thread.getStackTrace());
            throw failure;
        } finally {
            thread.interrupt();
            memoizing.gate().reset();
        }
    }

    private void invoke(Memoizing memoizing) throws Exception {
        try {
            var constructor = rule.getDeclaredConstructor();
            method.invoke(constructor.newInstance(), memoizing);
        } catch (InvocationTargetException failure) {
            if (failure.getCause() instanceof Error error) {
                throw error;
            }
            throw (Exception) failure.getCause();
        }
    }

    @Override
    public String toString() {
        return rule.getSimpleName() + "." + method.getName();
    }
}
