package io.arrtheaudio.architecture;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/**
 * Finds what others can see and nobody has described: public and protected types, methods, constructors and constants without a
 * doc comment. A method that says {@code @Override} has the description of what it overrides. That a comment is well formed
 * is the compiler's to say.
 */
final class DocComments extends TreePathScanner<Void, Void> {

    private static final Set<Tree.Kind> OPEN = EnumSet.of(Tree.Kind.INTERFACE, Tree.Kind.ANNOTATION_TYPE);

    private final Trees trees;
    private final List<String> missing = new ArrayList<>();

    private DocComments(Trees trees) {
        this.trees = trees;
    }

    /** What is missing in these sources, each as {@code Type.member}. */
    static List<String> missingIn(Iterable<? extends JavaFileObject> sources) {
        JavacTask task = (JavacTask)
                ToolProvider.getSystemJavaCompiler().getTask(null, null, null, List.of("-proc:none"), null, sources);
        DocComments comments = new DocComments(Trees.instance(task));
        try {
            for (CompilationUnitTree unit : task.parse()) {
                comments.scan(unit, null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return comments.missing;
    }

    @Override
    public Void visitClass(ClassTree type, Void unused) {
        if (!isSeen(type.getModifiers())) {
            return null; // and nothing in it is
        }
        expectComment(type.getSimpleName().toString());
        return super.visitClass(type, null);
    }

    @Override
    public Void visitMethod(MethodTree method, Void unused) {
        boolean overrides = method.getModifiers().getAnnotations().stream()
                .anyMatch(
                        annotation -> annotation.getAnnotationType().toString().equals("Override"));
        if (isSeen(method.getModifiers()) && !overrides) {
            expectComment(enclosing().getSimpleName() + "." + method.getName());
        }
        return null; // what it does inside is nobody's to see
    }

    @Override
    public Void visitVariable(VariableTree field, Void unused) {
        if (isSeen(field.getModifiers())) {
            expectComment(enclosing().getSimpleName() + "." + field.getName());
        }
        return null;
    }

    private void expectComment(String name) {
        if (trees.getDocComment(getCurrentPath()) == null) {
            missing.add(name);
        }
    }

    private boolean isSeen(ModifiersTree modifiers) {
        Set<Modifier> flags = modifiers.getFlags();
        return flags.contains(Modifier.PUBLIC)
                || flags.contains(Modifier.PROTECTED)
                || (enclosing() != null && OPEN.contains(enclosing().getKind()) && !flags.contains(Modifier.PRIVATE));
    }

    private ClassTree enclosing() {
        return getCurrentPath().getParentPath().getLeaf() instanceof ClassTree type ? type : null;
    }
}
