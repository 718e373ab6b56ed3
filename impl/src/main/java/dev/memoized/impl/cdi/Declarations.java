package dev.memoized.impl.cdi;

import dev.memoized.CacheKey;
import dev.memoized.CacheKeyIgnore;
import dev.memoized.Memoized;
import dev.memoized.NotMemoized;
import dev.memoized.impl.log.ChangeMessage;
import dev.memoized.impl.log.FormMessage;
import dev.memoized.impl.plan.Declaration;
import dev.memoized.impl.plan.Members;
import dev.memoized.impl.plan.Problems;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads which methods of a bean class are memoized; both extensions and the doors read them here. */
final class Declarations {
    private final Class<?> beanClass;
    private final Predicate<Class<? extends Annotation>> isQualifier;
    private final NamedMethods named;
    private final Problems problems;

    private Declarations(
            Class<?> beanClass,
            Predicate<Class<? extends Annotation>> isQualifier,
            NamedMethods named,
            Problems problems) {
        this.beanClass = beanClass;
        this.isQualifier = isQualifier;
        this.named = named;
        this.problems = problems;
    }

    /**
     * The memoized methods of a bean class.
     *
     * @param named by configuration, where the container knows of it
     * @param problems takes declarations that the container would pass over in silence
     */
    static List<Declaration> of(
            Class<?> beanClass,
            Predicate<Class<? extends Annotation>> isQualifier,
            NamedMethods named,
            Problems problems) {
        return new Declarations(beanClass, isQualifier, named, problems).read();
    }

    private List<Declaration> read() {
        Memoized onClass = Bindings.of(beanClass, problems);
        List<Declaration> found = new ArrayList<>();
        boolean covers = false;
        for (Method method : BeanMethods.of(beanClass)) {
            Memoized onMethod = Bindings.of(beanClass, method, problems);
            if (onMethod != null) {
                addUnlessRefused(declaration(method, onMethod, false), found);
            } else if (onClass != null && isCovered(method)) {
                found.add(declaration(method, onClass, true));
                covers = true;
            } else if (named.has(beanClass, method)) {
                addUnlessRefused(declaration(method, Members.defaults(), false), found);
            } else {
                refuseLoneMarks(method);
                refuseDeclaredAbove(method);
            }
        }
        if (onClass != null && !covers && Bindings.isMeant(beanClass)) {
            problems.add(beanClass.getName(), FormMessage.CLASS_COVERS_NOTHING);
        }
        return found;
    }

    private void addUnlessRefused(Declaration declaration, List<Declaration> found) {
        if (!isRefused(declaration)) {
            found.add(declaration);
        }
    }

    private Declaration declaration(Method method, Memoized memoized, boolean onClass) {
        List<Annotation> qualifiers = onClass
                ? List.of()
                : Arrays.stream(method.getAnnotations())
                        .filter(each -> isQualifier.test(each.annotationType()))
                        .toList();
        return new Declaration(beanClass, method, memoized, onClass, qualifiers);
    }

    private boolean isRefused(Declaration declaration) {
        Method method = declaration.method();
        if (method.isAnnotationPresent(NotMemoized.class)) {
            problems.add(declaration, "@NotMemoized", FormMessage.BOTH_WAYS, method.getName());
        }
        if (ChangingMethods.isMarked(beanClass, method)) {
            problems.add(
                    declaration, "@CacheInvalidate or @CachePut", ChangeMessage.CHANGE_OF_MEMOIZED, method.getName());
        }
        String kind = ContainerMethods.kindOf(method);
        if (kind != null) {
            problems.add(declaration, "@Memoized", FormMessage.METHOD_OF_CONTAINER, method.getName(), kind);
        }
        return kind != null;
    }

    private boolean isCovered(Method method) {
        int modifiers = method.getModifiers();
        return Modifier.isPublic(modifiers)
                && !Modifier.isStatic(modifiers)
                && !Modifier.isFinal(modifiers)
                && !Modifier.isAbstract(modifiers)
                && method.getReturnType() != void.class
                && !method.isAnnotationPresent(NotMemoized.class)
                && !ChangingMethods.isMarked(beanClass, method)
                && ContainerMethods.kindOf(method) == null
                && !overridesObject(method);
    }

    private static boolean overridesObject(Method method) {
        return Arrays.stream(Object.class.getDeclaredMethods())
                .anyMatch(each -> each.getName().equals(method.getName())
                        && Arrays.equals(each.getParameterTypes(), method.getParameterTypes()));
    }

    private void refuseLoneMarks(Method method) {
        if (ChangingMethods.isMarked(beanClass, method)) {
            return;
        }
        for (Parameter parameter : method.getParameters()) {
            String mark = markOn(parameter);
            if (mark != null) {
                problems.add(Declaration.place(beanClass, method) + ", @" + mark, FormMessage.KEY_MARKS_ALONE, mark);
                return;
            }
        }
    }

    /** An annotation on the method of an interface does not reach the method that implements it. */
    private void refuseDeclaredAbove(Method method) {
        for (Method above : BeanMethods.declaredByInterfaces(beanClass, method)) {
            if (Bindings.of(beanClass, above, new Problems()) != null) {
                String interfaceName = above.getDeclaringClass().getName();
                problems.add(Declaration.place(beanClass, method), FormMessage.METHOD_ABSTRACT, interfaceName);
                return;
            }
        }
    }

    private static @Nullable String markOn(Parameter parameter) {
        if (parameter.isAnnotationPresent(CacheKey.class)) {
            return CacheKey.class.getSimpleName();
        }
        return parameter.isAnnotationPresent(CacheKeyIgnore.class) ? CacheKeyIgnore.class.getSimpleName() : null;
    }
}
