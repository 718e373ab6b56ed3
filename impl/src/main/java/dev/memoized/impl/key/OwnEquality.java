package dev.memoized.impl.key;

import java.util.Set;

/** Whether a class has an equality of its own: equals and hashCode from somewhere else than {@link Object}. */
final class OwnEquality {
    // The values are of the JDK's types only: one of ours would tie this library's class loader to the JDK's classes.
    private static final ClassValue<Boolean> KNOWN = new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
            return declares(type, "equals", Object.class) && declares(type, "hashCode") && !isClientProxy(type);
        }
    };
    // A container's proxy stands for another object in each request, and equals itself in all of them.
    private static final Set<String> CLIENT_PROXIES = Set.of(
            "org.jboss.weld.proxy.WeldClientProxy",
            "org.jboss.weld.bean.proxy.ProxyObject",
            "org.apache.webbeans.proxy.OwbNormalScopeProxy",
            "io.quarkus.arc.ClientProxy");

    private OwnEquality() {}

    static boolean in(Class<?> type) {
        return KNOWN.get(type);
    }

    static boolean isClientProxy(Class<?> type) {
        for (Class<?> each = type; each != null; each = each.getSuperclass()) {
            for (Class<?> contract : each.getInterfaces()) {
                if (CLIENT_PROXIES.contains(contract.getName())) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean declares(Class<?> type, String method, Class<?>... parameters) {
        try {
            return type.getMethod(method, parameters).getDeclaringClass() != Object.class;
        } catch (NoSuchMethodException e) {
            return false; // an interface that does not repeat it
        }
    }
}
