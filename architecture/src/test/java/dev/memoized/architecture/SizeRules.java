package dev.memoized.architecture;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** How large things may be. Lines of code are those that are neither blank, comment, import nor package. */
final class SizeRules {
    private static final int CLASS_LINES = 200;
    private static final int METHOD_LINES = 40;
    private static final int PARAMETERS = 6;
    private static final int COMPONENTS = 8;

    static final List<Rule> ALL = List.of(
            rule("class-size", SizeRules::longClass),
            rule("method-size", SizeRules::longMethods),
            rule("constructor-parameters", SizeRules::wideConstructors),
            rule("record-components", SizeRules::wideRecords),
            rule("one-type-a-file", SizeRules::furtherTypes));

    private SizeRules() {}

    private static Rule rule(String name, Function<Source, List<String>> faults) {
        return new Rule(name, code -> code.sources().stream()
                .flatMap(source -> faults.apply(source).stream())
                .toList());
    }

    private static List<String> longClass(Source source) {
        int lines = CodeLines.of(source.text()).count();
        return lines <= CLASS_LINES
                ? List.of()
                : List.of(source.violation(source.unit(), lines + " lines of code, more than " + CLASS_LINES));
    }

    private static List<String> longMethods(Source source) {
        CodeLines code = CodeLines.of(source.text());
        return source.scan(new TreeScanner<>() {
            @Override
            public Void visitMethod(MethodTree method, List<String> found) {
                int lines = code.count(source.firstLine(method), source.lastLine(method));
                if (lines > METHOD_LINES) {
                    found.add(source.violation(
                            method, method.getName() + " has " + lines + " lines of code, more than " + METHOD_LINES));
                }
                return super.visitMethod(method, found);
            }
        });
    }

    private static List<String> wideConstructors(Source source) {
        return source.scan(new TreeScanner<>() {
            @Override
            public Void visitMethod(MethodTree method, List<String> found) {
                int parameters = method.getParameters().size();
                if (method.getName().contentEquals("<init>") && parameters > PARAMETERS) {
                    found.add(source.violation(
                            method, "a constructor with " + parameters + " parameters, more than " + PARAMETERS));
                }
                return super.visitMethod(method, found);
            }
        });
    }

    private static List<String> wideRecords(Source source) {
        return source.scan(new TreeScanner<>() {
            @Override
            public Void visitClass(ClassTree type, List<String> found) {
                long components = type.getKind() == Tree.Kind.RECORD ? components(type) : 0;
                if (components > COMPONENTS) {
                    found.add(source.violation(
                            type, "a record with " + components + " components, more than " + COMPONENTS));
                }
                return super.visitClass(type, found);
            }
        });
    }

    /** A record has no instance fields but those of its components. */
    private static long components(ClassTree type) {
        return type.getMembers().stream()
                .filter(member -> member instanceof VariableTree field
                        && !field.getModifiers().getFlags().contains(Modifier.STATIC))
                .count();
    }

    private static List<String> furtherTypes(Source source) {
        Stream<? extends Tree> types = source.unit().getTypeDecls().stream().filter(ClassTree.class::isInstance);
        return types.skip(1)
                .map(type ->
                        source.violation(type, "a further type in the file: " + ((ClassTree) type).getSimpleName()))
                .toList();
    }
}
