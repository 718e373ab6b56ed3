package dev.memoized.architecture;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The sentences in which rules about classes are written. */
final class Classes {
    private Classes() {}

    /** No class of the scope depends on such a class, in whatever way. */
    static Rule mustNotKnow(String name, Predicate<JavaClass> scope, Predicate<JavaClass> forbidden) {
        return mustNot(name, scope, type -> type.getDirectDependenciesFromSelf().stream()
                .filter(dependency -> forbidden.test(dependency.getTargetClass().getBaseComponentType()))
                .map(Dependency::getDescription));
    }

    /** No class of the scope calls, refers to or reads such a member. */
    static Rule mustNotUse(String name, Predicate<JavaClass> scope, Predicate<AccessTarget> forbidden) {
        return mustNot(name, scope, type -> type.getAccessesFromSelf().stream()
                .filter(access -> forbidden.test(access.getTarget()))
                .map(access -> access.getDescription()));
    }

    /** No class of the scope has such a field. */
    static Rule mustNotHave(String name, Predicate<JavaClass> scope, Predicate<JavaField> forbidden) {
        return mustNot(
                name, scope, type -> type.getFields().stream().filter(forbidden).map(JavaField::getDescription));
    }

    static Rule mustNot(String name, Predicate<JavaClass> scope, Function<JavaClass, Stream<String>> faults) {
        return new Rule(name, code -> code.classes().stream()
                .filter(scope)
                .flatMap(type -> faults.apply(type).map(fault -> violation(type, fault)))
                .toList());
    }

    static String violation(JavaClass type, String fault) {
        return topLevel(type).getName() + " : " + fault;
    }

    static JavaClass topLevel(JavaClass type) {
        JavaClass outer = type;
        while (outer.getEnclosingClass().isPresent()) {
            outer = outer.getEnclosingClass().get();
        }
        return outer;
    }

    /** Classes of these packages; with two dots at the end, of those below too. */
    static Predicate<JavaClass> in(String... packages) {
        List<String> names = List.of(packages);
        return type -> names.stream().anyMatch(name -> isIn(type.getPackageName(), name));
    }

    static Predicate<JavaClass> named(String... names) {
        return type -> List.of(names).contains(topLevel(type).getName());
    }

    private static boolean isIn(String packageName, String pattern) {
        if (!pattern.endsWith("..")) {
            return packageName.equals(pattern);
        }
        String root = pattern.substring(0, pattern.length() - 2);
        return packageName.equals(root) || packageName.startsWith(root + ".");
    }

    /** Members of one class by their simple names; a constructor's is {@code <init>}. */
    static Predicate<AccessTarget> member(String owner, String... names) {
        return target ->
                target.getOwner().getName().equals(owner) && List.of(names).contains(target.getName());
    }

    /** The same of a class and all that extend or implement it. */
    static Predicate<AccessTarget> memberOfAny(String owner, String... names) {
        return target ->
                target.getOwner().isAssignableTo(owner) && List.of(names).contains(target.getName());
    }

    static boolean takes(AccessTarget target, String parameterType) {
        return target instanceof AccessTarget.CodeUnitAccessTarget unit
                && unit.getRawParameterTypes().stream()
                        .anyMatch(type -> type.getName().equals(parameterType));
    }
}
