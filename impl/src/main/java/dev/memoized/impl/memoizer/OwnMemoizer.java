package dev.memoized.impl.memoizer;

import dev.memoized.CurrentComputation;
import dev.memoized.MemoizedMethods;
import dev.memoized.MemoizedTerms;
import dev.memoized.Memoizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One view of a memoizer: what it has in common with others, and its terms. Thread-safe. */
record OwnMemoizer(Program program, MemoizedTerms terms) implements Memoizer {

    @Override
    public Memoizer with(MemoizedTerms other) {
        return new OwnMemoizer(program, other.or(terms));
    }

    @Override
    public <T, R> Function<T, R> function(String name, Function<? super T, ? extends R> function) {
        ProgramDoor door = program.function(name, Shape.FUNCTION, terms, calling(function));
        return argument -> answer(door, argument);
    }

    @Override
    @SuppressWarnings("unchecked") // called with what callers give
    public <T, U, R> BiFunction<T, U, R> biFunction(
            String name, BiFunction<? super T, ? super U, ? extends R> function) {
        ProgramDoor door = program.function(
                name, Shape.BI_FUNCTION, terms, arguments -> function.apply((T) arguments[0], (U) arguments[1]));
        return (first, second) -> answer(door, first, second);
    }

    @Override
    public <R> Supplier<R> supplier(String name, Supplier<? extends R> supplier) {
        ProgramDoor door = program.function(name, Shape.SUPPLIER, terms, arguments -> supplier.get());
        return () -> answer(door);
    }

    @Override
    public <R> Callable<R> callable(String name, Callable<? extends R> callable) {
        ProgramDoor door = program.function(name, Shape.CALLABLE, terms, arguments -> callable.call());
        return () -> answer(door);
    }

    @Override
    public <T, R> Function<T, CompletionStage<R>> functionAsync(
            String name, Function<? super T, ? extends CompletionStage<R>> function) {
        ProgramDoor door = program.function(name, Shape.FUNCTION_ASYNC, terms, calling(function));
        return argument -> answer(door, argument);
    }

    @Override
    public <R> Supplier<CompletionStage<R>> supplierAsync(
            String name, Supplier<? extends CompletionStage<R>> supplier) {
        ProgramDoor door = program.function(name, Shape.SUPPLIER_ASYNC, terms, arguments -> supplier.get());
        return () -> answer(door);
    }

    @SuppressWarnings("unchecked") // called with what callers give
    private static <T> Body calling(Function<? super T, ?> function) {
        return arguments -> function.apply((T) arguments[0]);
    }

    /** Whatever the original throws comes out as it is: what its signature allows, or an unchecked exception. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals", "NullAway"}) // what the original returns, null too
    private static <R> R answer(ProgramDoor door, @Nullable Object... arguments) {
        try {
            return (R) door.call(arguments);
        } catch (Throwable failure) {
            throw OwnMemoizer.<RuntimeException>unchanged(failure);
        }
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // thrown as it is, whatever the compiler believes
    private static <T extends Throwable> T unchanged(Throwable failure) throws T {
        throw (T) failure;
    }

    @Override
    public <T> T attach(String name, Class<T> type, T object, String... methods) {
        return attach(
                name,
                type,
                object,
                Arrays.stream(methods)
                        .distinct()
                        .collect(Collectors.toMap(Function.identity(), method -> MemoizedTerms.defaults())));
    }

    @Override
    public <T> T attach(String name, Class<T> type, T object, Map<String, MemoizedTerms> methods) {
        Map<String, MemoizedTerms> all = new HashMap<>();
        methods.forEach((method, own) -> all.put(method, own.or(terms)));
        return program.object(name, type, object, all);
    }

    @Override
    public boolean detach(String name) {
        return program.detach(name);
    }

    @Override
    public MemoizedMethods memoized() {
        return program.memoization();
    }

    @Override
    public CurrentComputation current() {
        return program.memoization().currentComputation();
    }

    @Override
    public void invalidateTags(String... tags) {
        program.invalidateTags(List.of(tags));
    }

    @Override
    public void close() {
        program.close();
    }
}
