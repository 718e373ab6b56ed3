package dev.memoized.impl.proof;

import dev.memoized.Memoized;
import dev.memoized.Refresh;
import dev.memoized.WhenCold;
import dev.memoized.impl.plan.Declaration;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A method of {@link Bean} as somebody annotated it.
 *
 * @param method its name
 * @param members those that are not left out
 */
record Limited(String method, Map<String, Object> members) {
    static final Limited STANDARD = new Limited("method", Map.of());

    /** What expressions find. */
    static final Map<String, String> SETTINGS = Map.of("rows.hour", "1h", "rows.zero", "0s", "rows.soon", "soon");

    @SuppressWarnings("unused")
    static class Bean {
        String method(String argument) {
            return argument;
        }

        void nothing(String argument) {}

        Void nothingToo(String argument) {
            return null;
        }
    }

    Limited on(String other) {
        return new Limited(other, members);
    }

    Limited refreshAfter(String text) {
        return with("refreshAfter", text);
    }

    Limited expireAfter(String text) {
        return with("expireAfter", text);
    }

    Limited waitAtMost(String text) {
        return with("waitAtMost", text);
    }

    Limited refresh(Refresh refresh) {
        return with("refresh", refresh);
    }

    Limited whenCold(WhenCold whenCold) {
        return with("whenCold", whenCold);
    }

    private Limited with(String member, Object value) {
        Map<String, Object> more = new HashMap<>(members);
        more.put(member, value);
        return new Limited(method, more);
    }

    Declaration declaration() {
        Method declared = Stream.of(Bean.class.getDeclaredMethods())
                .filter(each -> each.getName().equals(method))
                .findFirst()
                .orElseThrow();
        return new Declaration(Bean.class, declared, annotation(), false, List.of());
    }

    /** Members that are left out have their defaults, those of later releases too. */
    private Memoized annotation() {
        return (Memoized) Proxy.newProxyInstance(
                Memoized.class.getClassLoader(),
                new Class<?>[] {Memoized.class},
                (proxy, member, arguments) -> members.getOrDefault(member.getName(), member.getDefaultValue()));
    }
}
