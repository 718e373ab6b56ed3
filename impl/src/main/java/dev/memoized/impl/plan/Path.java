package dev.memoized.impl.plan;

import dev.memoized.impl.log.ChangeMessage;
import dev.memoized.impl.log.Message;
import dev.memoized.impl.type.Erasure;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Leads from the arguments of a call, or from its result, to a value: {@code "book.author.id"}. */
public final class Path {
    private static final int RESULT = -1;

    private final String text;
    private final int position;
    private final List<AccessibleObject> steps;
    private final Class<?> type;

    private Path(String text, int position, List<AccessibleObject> steps, Class<?> type) {
        this.text = text;
        this.position = position;
        this.steps = List.copyOf(steps);
        this.type = type;
    }

    /** A parameter itself. */
    static Path ofParameter(Method method, int position) {
        return new Path(String.valueOf(position), position, List.of(), method.getParameterTypes()[position]);
    }

    /** Why a text is no path. */
    static final class NoPathException extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient Message why;
        private final transient Object[] details;

        private NoPathException(Message why, Object... details) {
            super(why.id());
            this.why = why;
            this.details = details;
        }

        void addTo(Problems problems, String place) {
            problems.add(place, why, details);
        }
    }

    /**
     * Reads a path.
     *
     * @param mayBeResult whether it may begin with {@code result}
     * @throws NoPathException when it leads nowhere
     */
    static Path read(String text, Method method, boolean mayBeResult) throws NoPathException {
        String[] words = text.strip().split("\\.", -1);
        int position = mayBeResult && words[0].equals("result") ? RESULT : positionOf(words[0], method);
        Class<?> type = position == RESULT ? resultOf(method) : method.getParameterTypes()[position];
        List<AccessibleObject> steps = new ArrayList<>();
        for (int i = 1; i < words.length; i++) {
            AccessibleObject step = step(type, words[i], text);
            steps.add(step);
            type = step instanceof Method getter ? getter.getReturnType() : ((Field) step).getType();
        }
        return new Path(text, position, steps, type);
    }

    private static int positionOf(String word, Method method) throws NoPathException {
        Parameter[] parameters = method.getParameters();
        for (int i = 0; i < parameters.length; i++) {
            boolean isNamed =
                    parameters[i].isNamePresent() && parameters[i].getName().equals(word);
            if (isNamed || word.equals(String.valueOf(i))) {
                return i;
            }
        }
        boolean areNamed = parameters.length > 0 && parameters[0].isNamePresent();
        List<String> names = areNamed
                ? Stream.of(parameters).map(Parameter::getName).toList()
                : Stream.iterate(0, i -> i + 1)
                        .limit(parameters.length)
                        .map(String::valueOf)
                        .toList();
        throw new NoPathException(ChangeMessage.PATH_WITHOUT_PARAMETER, word, names);
    }

    private static Class<?> resultOf(Method method) throws NoPathException {
        Class<?> type = method.getReturnType();
        if (type == void.class || type == Void.class) {
            throw new NoPathException(ChangeMessage.PATH_WITHOUT_RESULT);
        }
        if (!CompletionStage.class.isAssignableFrom(type)) {
            return type;
        }
        return Erasure.of(TypeArgument.of(method.getGenericReturnType(), CompletionStage.class));
    }

    private static AccessibleObject step(Class<?> from, String word, String text) throws NoPathException {
        AccessibleObject found = word.isEmpty() ? null : find(from, word);
        if (found == null || !found.trySetAccessible()) {
            throw new NoPathException(ChangeMessage.PATH_BROKEN, text, from.getName(), word);
        }
        return found;
    }

    private static @Nullable AccessibleObject find(Class<?> from, String word) {
        String capital = word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
        for (String name : List.of(word, "get" + capital, "is" + capital)) {
            boolean isBare = name.equals(word);
            Method getter = Arrays.stream(from.getMethods())
                    .filter(each -> each.getName().equals(name) && each.getParameterCount() == 0)
                    .filter(each -> !Modifier.isStatic(each.getModifiers()) && each.getReturnType() != void.class)
                    .filter(each -> !isBare || from.isRecord())
                    .min((one, other) -> Boolean.compare(one.isBridge(), other.isBridge()))
                    .orElse(null);
            if (getter != null) {
                return getter;
            }
        }
        return Arrays.stream(from.getFields())
                .filter(field -> field.getName().equals(word) && !Modifier.isStatic(field.getModifiers()))
                .findAny()
                .orElse(null);
    }

    /** The declared type of what it leads to. */
    Class<?> type() {
        return type;
    }

    /** Of the parameter that it begins with; below zero when it begins with the result. */
    int position() {
        return position;
    }

    /** Whether it needs the result. */
    boolean isOfResult() {
        return position == RESULT;
    }

    /**
     * What it leads to.
     *
     * @return null when that is null, or something on the way
     * @throws RuntimeException what a getter threw
     */
    @Nullable
    Object in(List<? extends @Nullable Object> arguments, @Nullable Object result) {
        Object value = position == RESULT ? result : arguments.get(position);
        for (AccessibleObject step : steps) {
            if (value == null) {
                return null;
            }
            value = next(step, value);
        }
        return value;
    }

    private static @Nullable Object next(AccessibleObject step, Object from) {
        try {
            return step instanceof Method getter ? getter.invoke(from) : ((Field) step).get(from);
        } catch (InvocationTargetException thrown) {
            throw new IllegalStateException(thrown.getTargetException());
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
