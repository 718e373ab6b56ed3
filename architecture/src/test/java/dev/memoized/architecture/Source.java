package dev.memoized.architecture;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * A file; of Java its syntax tree too.
 *
 * @param path from the root
 * @param text as it is
 * @param unit null when it is not Java
 * @param positions where trees lie in it
 */
record Source(String path, String text, CompilationUnitTree unit, SourcePositions positions) {

    static List<Source> read(Path root, List<Path> files) {
        Map<String, String> java = new LinkedHashMap<>();
        List<Source> sources = new ArrayList<>();
        for (Path file : files) {
            String path = House.relative(root, file);
            if (path.endsWith(".java")) {
                java.put(path, House.text(file));
            } else {
                sources.add(new Source(path, House.text(file), null, null));
            }
        }
        if (!java.isEmpty()) {
            sources.addAll(parse(java));
        }
        return sources;
    }

    private static List<Source> parse(Map<String, String> texts) {
        List<TextFile> files = texts.entrySet().stream()
                .map(each -> new TextFile(each.getKey(), each.getValue()))
                .toList();
        JavacTask task = (JavacTask)
                ToolProvider.getSystemJavaCompiler().getTask(null, null, null, List.of("-proc:none"), null, files);
        SourcePositions positions = Trees.instance(task).getSourcePositions();
        List<Source> sources = new ArrayList<>();
        try {
            for (CompilationUnitTree unit : task.parse()) {
                String path = unit.getSourceFile().toUri().getPath().substring(1);
                sources.add(new Source(path, texts.get(path), unit, positions));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return sources;
    }

    boolean isJava() {
        return unit != null;
    }

    /** The class that a Java file is named after, with its package; else the path. */
    String name() {
        if (!isJava()) {
            return path;
        }
        String file = path.substring(path.lastIndexOf('/') + 1, path.length() - ".java".length());
        return unit.getPackageName() == null ? file : unit.getPackageName() + "." + file;
    }

    int firstLine(Tree tree) {
        return line(positions.getStartPosition(unit, tree));
    }

    int lastLine(Tree tree) {
        return line(positions.getEndPosition(unit, tree));
    }

    private int line(long position) {
        return (int) unit.getLineMap().getLineNumber(position);
    }

    String violation(Tree tree, String sentence) {
        return "%s (%s:%d) %s".formatted(name(), path.substring(path.lastIndexOf('/') + 1), firstLine(tree), sentence);
    }

    /** Shows all trees to a scanner, which adds what it finds to a list. */
    List<String> scan(TreeScanner<Void, List<String>> scanner) {
        List<String> found = new ArrayList<>();
        if (isJava()) {
            scanner.scan(unit, found);
        }
        return found;
    }

    private static final class TextFile extends SimpleJavaFileObject {
        private final String text;

        TextFile(String path, String text) {
            super(URI.create("text:///" + path), JavaFileObject.Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
