package dev.memoized.architecture;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;

/** The names that a piece of source uses: of methods called or referred to, classes made, annotations. */
final class Uses extends TreeScanner<Void, Void> {
    private final List<Use> found = new ArrayList<>();

    private Uses() {}

    /**
     * One of them.
     *
     * @param name simple; of a class with "new " before it, of an annotation with "@"
     */
    record Use(String name, Tree tree) {}

    static List<Use> in(Tree tree) {
        Uses uses = new Uses();
        if (tree != null) {
            uses.scan(tree, null);
        }
        return uses.found;
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree call, Void unused) {
        found.add(new Use(simple(call.getMethodSelect()), call));
        return super.visitMethodInvocation(call, unused);
    }

    @Override
    public Void visitMemberReference(MemberReferenceTree reference, Void unused) {
        found.add(new Use(reference.getName().toString(), reference));
        return super.visitMemberReference(reference, unused);
    }

    @Override
    public Void visitNewClass(NewClassTree made, Void unused) {
        found.add(new Use("new " + simple(made.getIdentifier()), made));
        return super.visitNewClass(made, unused);
    }

    @Override
    public Void visitAnnotation(AnnotationTree annotation, Void unused) {
        String name = annotation.getAnnotationType().toString();
        found.add(new Use("@" + name.substring(name.lastIndexOf('.') + 1), annotation));
        return super.visitAnnotation(annotation, unused);
    }

    private static String simple(ExpressionTree name) {
        return name instanceof MemberSelectTree select ? select.getIdentifier().toString() : name.toString();
    }
}
