package dev.memoized.impl.memoizer;

import dev.memoized.MemoizedTerms;
import dev.memoized.WrongUseException;
import dev.memoized.impl.log.FormMessage;
import dev.memoized.impl.plan.Declaration;
import dev.memoized.impl.plan.Problems;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes what stands in for one object. */
final class StandIns<T> {
    private final String name;
    private final Class<T> type;
    private final @Nullable Object object;

    /** For what callers give, whatever it is. */
    StandIns(String name, Class<T> type, @Nullable Object object) {
        this.name = name;
        this.type = type;
        this.object = object;
    }

    /**
     * The doors to its memoized methods, by their signatures.
     *
     * @param methods by their names
     * @param opener opens one
     * @throws WrongUseException when names or terms make no sense
     */
    Map<String, ProgramDoor> doors(Map<String, MemoizedTerms> methods, Function<Wanted, ProgramDoor> opener) {
        Problems problems = new Problems();
        String place = name + " (" + type.getName() + ")";
        if (!type.isInterface()) {
            problems.add(place, FormMessage.NO_INTERFACE, type.getName());
        }
        if (!type.isInstance(object)) {
            String given = object == null ? "null" : object.getClass().getName();
            problems.add(place, FormMessage.OBJECT_OF_OTHER_TYPE, given, type.getName());
        }
        if (methods.isEmpty()) {
            problems.add(place, FormMessage.METHODS_NONE);
        }
        Map<Method, MemoizedTerms> found = new MethodNames(type, place, problems).find(methods);
        Workshop.refuse(problems);
        Object known = Objects.requireNonNull(object);
        Map<String, ProgramDoor> doors = new TreeMap<>();
        found.forEach((method, terms) -> {
            String signature = Declaration.signature(method);
            Method original = accessible(method);
            Body body = arguments -> StandIn.call(known, original, arguments);
            doors.put(signature, opener.apply(new Wanted(name + "." + signature, type, method, terms, body)));
        });
        return doors;
    }

    /**
     * The stand-in.
     *
     * @throws WrongUseException when nobody outside may have the interface
     */
    T make(Map<String, ProgramDoor> doors) {
        StandIn standIn = new StandIn(Objects.requireNonNull(object), called(doors));
        try {
            return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, standIn));
        } catch (IllegalArgumentException closed) {
            throw unreachable();
        }
    }

    private Map<Method, StandIn.Called> called(Map<String, ProgramDoor> doors) {
        Map<Method, StandIn.Called> called = new HashMap<>();
        for (Method method : MethodNames.of(type)) {
            String signature = Declaration.signature(MethodNames.behind(method));
            called.put(method, new StandIn.Called(accessible(method), doors.get(signature)));
        }
        return called;
    }

    private Method accessible(Method method) {
        if (!method.trySetAccessible()) {
            throw unreachable();
        }
        return method;
    }

    private WrongUseException unreachable() {
        return new WrongUseException(FormMessage.INTERFACE_CLOSED.textAt(name, type.getName()));
    }
}
